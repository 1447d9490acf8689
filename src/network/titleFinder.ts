import { nameOf } from '../model/actorNames.ts'
import { startIn } from '../model/lines.ts'
import type { Texts } from '../model/outline.ts'
import { TextsInColumns, type CodedLines } from '../model/textColumns.ts'
import type { Columns } from './columns.ts'
import type { Finder, FoundGroup } from './found.ts'
import { slices } from './slices.ts'
import { fold, wordsOf } from './text.ts'
import { valuesWith } from './valuesWith.ts'

/** So much is done before it is asked whether the page is to have its turn. */
const STEP = 2048

/** Gives the page its turn where it is due. @returns true where a later question was asked, so that nobody waits any more */
type Turn = () => Promise<boolean>

/**
 * Finds actors by their names, initiatives by their titles or their whole id, and sources by title and publisher, without an
 * index: for datasets too large to have one. All words must occur, anywhere; slips of the finger are not forgiven.
 */
export function createTitleFinder({ outline, positions: byId }: Columns, texts: Texts | null): Finder {
  const actors = outline.actors.map((actor) => {
    const { id, names, fullName } = actor
    const words = [names.en, nameOf(actor), id, fullName, names.ru, names.native?.text]
    return { id, line: fold(words.filter(Boolean).join('\n')) }
  })
  // Turned on their side where they came in the form before: once, and not with each letter.
  const bodies = texts && TextsInColumns.of(texts.initiatives)
  const cited = bodies && citingIn(bodies)
  let asked = 0

  return {
    scope: 'titles',
    citing: (source) => cited?.(source) ?? [],
    find: async (query, mostOfAKind) => {
      const own = ++asked
      const words = wordsOf(query)
      if (words.length === 0) return []
      const has = (line: string) => words.every((word) => line.includes(word))
      const pause = slices()
      const turn = async () => {
        await pause()
        return own !== asked
      }
      const groups: FoundGroup[] = []
      const add = (kind: FoundGroup['kind'], ids: string[], total: number) => {
        if (total > 0) groups.push({ kind, ids, total })
      }

      const named = actors.filter(({ line }) => has(line))
      add(
        'actor',
        named.slice(0, mostOfAKind).map(({ id }) => id),
        named.length,
      )

      const first = byId.get(query.trim())
      const found = bodies && (await titlesWith(bodies.columns.titles, words, turn))
      if (found === null && bodies) return []
      const positions = first === undefined ? [] : [first]
      let total = positions.length
      for (let i = 0; i < (found?.length ?? 0); i++) {
        if (found![i] === 0 || i === first) continue
        total++
        if (positions.length < mostOfAKind) positions.push(i)
      }
      add(
        'initiative',
        positions.map((position) => outline.initiatives.at(position)!.id),
        total,
      )

      const sources: string[] = []
      let seen = 0
      for (const { id, title, publisher } of Object.values(texts?.sources ?? {})) {
        if (++seen % STEP === 0 && (await turn())) return []
        if (has(fold(`${title}\n${publisher}`))) sources.push(id)
      }
      add('source', sources.slice(0, mostOfAKind), sources.length)
      return groups
    },
  }
}

/** For each row 1 where every word occurs in its title; `null` where nobody waits for it any more. */
async function titlesWith({ values, codes }: CodedLines, words: readonly string[], turn: Turn) {
  const found = new Uint8Array(codes.length).fill(1)
  const titles = valuesWith(values)
  for (const word of words) {
    const steps = titles(word)
    let step = steps.next()
    while (!step.done) {
      if (await turn()) return null
      step = steps.next()
    }
    const hits = step.value
    if (!hits) return found.fill(0)
    for (let i = 0; i < codes.length; i++) if (hits[codes[i]!] === 0) found[i] = 0
  }
  return found
}

/** Looks up which initiatives cite a source: each only when it is asked for. */
function citingIn({ columns }: TextsInColumns): (source: string) => readonly number[] {
  const { cited, figuresCited, milestoneEnds, figureEnds } = columns
  const known = new Map<string, readonly number[]>()
  const rowsWith = ({ values, codes }: CodedLines, source: string): Uint8Array => {
    // A list of ids as it is kept; ids have no sign that JSON writes otherwise.
    const isCited = Uint8Array.from(values, (list) => Number(list.includes(`"${source}"`)))
    const rows = new Uint8Array(codes.length)
    for (let i = 0; i < codes.length; i++) rows[i] = isCited[codes[i]!]!
    return rows
  }
  return (source) => {
    let own = known.get(source)
    if (!own) {
      const [inMilestones, inFigures] = [rowsWith(cited, source), rowsWith(figuresCited, source)]
      const any = (rows: Uint8Array, ends: Uint32Array, i: number) => {
        for (let j = startIn(ends, i); j < ends[i]!; j++) if (rows[j] === 1) return true
        return false
      }
      const positions: number[] = []
      for (let i = 0; i < milestoneEnds.length; i++) {
        if (any(inMilestones, milestoneEnds, i) || any(inFigures, figureEnds, i)) positions.push(i)
      }
      known.set(source, (own = positions))
    }
    return own
  }
}
