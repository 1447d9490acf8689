import { TEXT_LIMITS, type RelationType, type Subtype } from '../model/schema.ts'
import { cleanLine } from './cleanText.ts'
import { kebab } from './datasetBuilder.ts'

/** Relation types made of the words by which other people's data tells its ties apart. */

/** More types than this cannot be told apart in a picture; the rarer ones are subtypes of one that stands for them all. */
const MOST_TYPES = 8

/**
 * Colours that stay apart for colour-blind eyes, after Okabe and Ito (2008), dark enough for text on a light ground and light
 * enough on a dark one.
 */
const COLOURS: readonly RelationType['colour'][] = [
  { light: '#2563b0', dark: '#7ab2f5' },
  { light: '#b84a00', dark: '#f5a05a' },
  { light: '#00806a', dark: '#45c9ac' },
  { light: '#a3195b', dark: '#f27aa6' },
  { light: '#7a5c00', dark: '#e0c04a' },
  { light: '#6b3fa0', dark: '#bd9cf0' },
  { light: '#3d6b1f', dark: '#9ccc65' },
  { light: '#4a5560', dark: '#aeb9c4' },
]

/** The relation types of a file, and which is meant by a word of it. */
export interface TieTypes {
  relationTypes: RelationType[]
  /** @param word as it was counted */
  typeOf: (word: string) => { type: string; subtype: string }
}

/**
 * Makes a relation type of each word; of many words, of the most frequent ones.
 * @param counts how often each word stands in the file; an empty word for ties that have none
 */
export function typesOfWords(counts: ReadonlyMap<string, number>): TieTypes {
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word)
  const own = words.length > MOST_TYPES ? words.slice(0, MOST_TYPES - 1) : words
  const rare = words.slice(own.length)
  const meanings = new Map<string, { type: string; subtype: string }>()
  const types = new Names()
  const relationTypes = own.map((word) => {
    const label = cleanLine(word, TEXT_LIMITS.name) || 'Tie'
    const id = types.id(label, 'tie')
    meanings.set(word, { type: id, subtype: id })
    return { id, label, subtypes: [subtypeOf(id, label)] }
  })
  if (rare.length > 0) {
    const label = 'Other ties'
    const id = types.id(label, 'tie')
    const names = new Names()
    const subtypes = rare.map((word) => {
      const rarer = cleanLine(word, TEXT_LIMITS.name) || 'Tie'
      const subtype = names.id(rarer, 'tie')
      meanings.set(word, { type: id, subtype })
      return subtypeOf(subtype, rarer)
    })
    relationTypes.push({ id, label, subtypes })
  }
  const looks = looksOf(relationTypes.map(({ label }) => label))
  return {
    relationTypes: relationTypes.map(({ id, label, subtypes }, i) => ({ id, label, ...looks[i]!, subtypes })),
    typeOf: (word) => meanings.get(word)!,
  }
}

/** A letter and colours for each of some labels: letters that differ, and colours as far as there are any. */
export function looksOf(labels: readonly string[]): Pick<RelationType, 'letter' | 'colour'>[] {
  const taken = new Set<string>()
  return labels.map((label, i) => {
    const letters = [...label.toUpperCase(), ...ALPHABETS].filter((sign) => /^\p{Lu}$/u.test(sign))
    const letter = letters.find((sign) => !taken.has(sign)) ?? letters[0]!
    taken.add(letter)
    return { letter, colour: COLOURS[i % COLOURS.length]! }
  })
}

const ALPHABETS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZБГДЖЗИЛПФЦЧШЩЫЭЮЯΓΔΘΛΞΠΣΦΨΩ'

/** Others rarely say what lasts and what is a meeting: it counts as something that lasts. */
function subtypeOf(id: string, label: string): Subtype {
  return { id, label, nature: 'output' }
}

/** Ids that are given once each. */
class Names {
  readonly #taken = new Set<string>()

  id(label: string, otherwise: string): string {
    const wish = kebab(label) || otherwise
    let id = wish
    for (let number = 2; this.#taken.has(id); number++) id = `${wish}-${number}`
    this.#taken.add(id)
    return id
  }
}
