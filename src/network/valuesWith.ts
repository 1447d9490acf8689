import { startIn, type LinesInBytes } from '../model/lines.ts'
import { fold, isPlain } from './text.ts'

/** As much of a column is folded and looked through at once. */
const BLOCK_BYTES = 2 ** 19

/** Some values of a column, folded, one after the other. */
interface Block {
  /** The first of them. */
  first: number
  text: string
  /** Where each ends in the text, less `start`. */
  ends: Uint32Array
  start: number
}

const foldedBlocks = new WeakMap<LinesInBytes, Block[]>()

/**
 * Makes what finds the values of a column in which a folded word occurs, in steps of a few milliseconds each. A column is folded
 * when it is first looked through; what came of it is kept, and shared by all that look through the same column.
 * @param toText what is looked through in place of a value, the same for all of a column; left out: the value
 * @returns a function that yields between two steps and returns for each value 1 where the word occurs; `null` where it occurs
 *   in none
 */
export function valuesWith(
  values: LinesInBytes,
  toText: ((value: string) => string) | null = null,
): (word: string) => Generator<void, Uint8Array | null> {
  const blocks = foldedBlocks.get(values) ?? []
  foldedBlocks.set(values, blocks)
  const next = () => {
    const last = blocks.at(-1)
    const block = blockFrom(values, last ? last.first + last.ends.length : 0, toText)
    blocks.push(block)
    return block
  }
  return function* (word) {
    let hits: Uint8Array | null = null
    for (let b = 0, seen = 0; seen < values.length; b++) {
      const { first, text, ends, start } = blocks[b] ?? next()
      seen = first + ends.length
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
