import { startIn, type LinesInBytes } from '../model/lines.ts'
import type { Texts } from '../model/outline.ts'
import { listIn, TextsInColumns, type CodedLines } from '../model/textColumns.ts'
import type { Matches } from './select.ts'
import { fold, foldedTexts, isPlain, matchText, wordsOf } from './text.ts'

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
    hits: createFindValues(values, i < 2 ? null : listed),
  }))
  const hitsOfNotes = createFindValues(notes.values, null)
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

/** As much of a column is folded and looked through at once. */
const BLOCK_BYTES = 2 ** 19

/** The texts of a list, one a line. */
function listed(text: string): string {
  return listIn(text).join('\n')
}

/** Some values of a column, folded, one after the other. */
interface Block {
  /** The first of them. */
  first: number
  text: string
  /** Where each ends in the text, less `start`. */
  ends: Uint32Array
  start: number
}

/**
 * Makes what finds the values of a column in which a folded word occurs: for each value 1 where it does; `null` where it occurs in
 * none.
 * @param toText what is looked through in place of a value; `null`: the value
 */
function createFindValues(
  values: LinesInBytes,
  toText: ((value: string) => string) | null,
): (word: string) => Generator<void, Uint8Array | null> {
  const blocks: Block[] = []
  let folded = 0
  const foldNext = () => {
    const block = blockFrom(values, folded, toText)
    blocks.push(block)
    folded += block.ends.length
    return block
  }
  return function* (word) {
    let hits: Uint8Array | null = null
    for (let b = 0; b < blocks.length || folded < values.length; b++) {
      const { first, text, ends, start } = blocks[b] ?? foldNext()
      let value = 0
      for (let at = text.indexOf(word); at >= 0;) {
        while (ends[value]! - start <= at) value++
        const end = ends[value]! - start
        // What begins in one value and ends in the next is in neither.
        const isWithin = at + word.length <= end
        if (isWithin) {
          hits ??= new Uint8Array(values.length)
          hits[first + value] = 1
        }
        at = text.indexOf(word, isWithin ? end : at + 1)
      }
      yield
    }
    return hits
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

function blockFrom(values: LinesInBytes, first: number, toText: ((value: string) => string) | null): Block {
  const { bytes, ends } = values.packed
  const start = startIn(ends, first)
  let last = first
  while (last + 1 < ends.length && ends[last + 1]! - start <= BLOCK_BYTES) last++
  if (!toText) {
    const text = DECODER.decode(bytes.subarray(start, ends[last]))
    // Each letter is a byte then, and stays one: the places of the values are known.
    if (isPlain(text)) return { first, text: text.toLowerCase(), ends: ends.subarray(first, last + 1), start }
  }
  const own = new Uint32Array(last + 1 - first)
  const parts: string[] = []
  let end = 0
  for (let value = first; value <= last; value++) {
    const text = values.at(value)!
    const folded = fold(toText ? toText(text) : text)
    parts.push(folded)
    end += folded.length
    own[value - first] = end
  }
  return { first, text: parts.join(''), ends: own, start: 0 }
}
