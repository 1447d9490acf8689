import type { Outline } from '../../src/model/outline.ts'
import { emptyTally, type Link } from '../../src/network/links.ts'
import { outline } from '../bundled.ts'

/** An outline of actors that are called by one letter. */
export function actorsOf(letters: string): Outline {
  const actors = [...letters].map((id) => ({ ...outline.actors[0]!, id, names: { en: id, ru: id } }))
  return { ...outline, actors, initiatives: [], focus: letters[0]! }
}

let next = 0

/** Links of cooperation such as `AB` or, with so many initiatives, `AB3`; none of them is in two links. */
export function linksBetween(words: string): Link[] {
  return words.split(' ').map((word) => {
    const [a, b] = [word[0]!, word[1]!]
    const initiatives = Array.from({ length: Number(word.slice(2) || 1) }, () => next++)
    const dyad = { id: `${a}-${b}`, a, b }
    return {
      id: `${dyad.id}/t`,
      dyad,
      type: 't',
      valence: 'cooperation',
      initiatives,
      shared: [],
      size: initiatives.length,
      tally: emptyTally(),
      silent: 0,
      outcome: 'pending',
    }
  })
}
