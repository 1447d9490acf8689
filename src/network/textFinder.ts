import { startIn } from '../model/lines.ts'
import type { Texts } from '../model/outline.ts'
import { listIn, TextsInColumns, type CodedLines } from '../model/textColumns.ts'
import type { Matches } from './select.ts'
import { foldedTexts, matchText, wordsOf } from './text.ts'
import { valuesWith } from './valuesWith.ts'

/**
 * Finds words in the texts of a dataset, in steps of a few milliseconds each: the page can do something else in between.
 * @yields between two steps
 * @returns the initiatives in whose texts every word of the query occurs, see `matchText`; `null` for a query without words
 */
export type FindText = (query: string) => Generator<void, Matches | null>

/** Makes what finds words in some texts. What is written there is folded when it is first looked through, and kept. */
export function createFindText({ initiatives, ...rest }: Texts): FindText {
  if (!(initiatives instanceof TextsInColumns)) {
    let folded: string[] | null = null
    return function* (query) {
      folded ??= foldedTexts({ initiatives, ...rest })
      yield
      return matchText(folded, query)
    }
  }
  const { titles, summaries, parties, tags, notes, milestoneEnds } = initiatives.columns
  const ofInitiatives = [titles, summaries, parties, tags].map(({ values, codes }, i) => ({
    codes,
    hits: valuesWith(values, i < 2 ? null : listed),
  }))
  const hitsOfNotes = valuesWith(notes.values)
  const { length } = initiatives
  return function* (query) {
    const wanted = wordsOf(query)
    if (wanted.length === 0) return null
    const found = new Uint8Array(length).fill(1)
    for (const word of wanted) {
      const having: { codes: CodedLines['codes']; hits: Uint8Array }[] = []
      for (const { codes, hits } of ofInitiatives) {
        const own = yield* hits(word)
        if (own) having.push({ codes, hits: own })
      }
      const ofNotes = yield* hitsOfNotes(word)
      for (let i = 0; i < length; i++) {
        if (i % ROWS_A_STEP === 0) yield
        if (found[i] === 0) continue
        let isThere = false
        for (const { codes, hits } of having) isThere ||= hits[codes[i]!] === 1
        if (ofNotes) {
          for (let j = startIn(milestoneEnds, i); j < milestoneEnds[i]! && !isThere; j++) {
            isThere = ofNotes[notes.codes[j]!] === 1
          }
        }
        if (!isThere) found[i] = 0
      }
    }
    return found
  }
}

const ROWS_A_STEP = 100_000

/** The texts of a list, one a line. */
function listed(text: string): string {
  return listIn(text).join('\n')
}
