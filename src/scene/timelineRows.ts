import { t } from '../language/messages.ts'
import { lettersIn } from './letters.ts'

/** The rows of the Timeline, one below the other: a head for each group and, unless it is folded, its strips. */

/** A row: the head of a group, or one initiative in it. */
export interface TimelineRow {
  /** The group's id, followed by the initiative's position for a strip: the same while both are shown. */
  key: string
  /** Which group it belongs to. */
  group: number
  /** The position of the initiative; `null` for a head. */
  initiative: number | null
  /** The number of the initiative in its group, from 0; -1 for a head. */
  place: number
  /** From the first row's upper edge, in pixels. */
  top: number
  height: number
}

/** Rows by index, as an array has them; each is made when it is asked for, since a million initiatives have as many. */
export interface RowList extends Iterable<TimelineRow> {
  readonly length: number
  at: (index: number) => TimelineRow | undefined
  /** @returns -1 where no row has such a key */
  indexOf: (key: string) => number
}

/** Rows with where each group begins. */
export interface RowStack {
  rows: RowList
  /** For each group the index of its head in `rows`. */
  heads: number[]
  /** Of all rows together, in pixels. */
  height: number
}

interface RowGroup {
  id: string
  initiatives: readonly number[]
}

/** Stacks the rows of groups; a folded group has its head alone. */
export function stackRows(
  groups: readonly RowGroup[],
  folded: ReadonlySet<string>,
  heights: { head: number; strip: number },
): RowStack {
  const heads: number[] = []
  const tops: number[] = []
  let [length, top] = [0, 0]
  for (const { id, initiatives } of groups) {
    heads.push(length)
    tops.push(top)
    const strips = folded.has(id) ? 0 : initiatives.length
    length += 1 + strips
    top += heights.head + strips * heights.strip
  }
  const at = (index: number): TimelineRow | undefined => {
    if (!(index >= 0 && index < length)) return undefined
    const group = firstWhere(groups.length, (own) => heads[own]! > index) - 1
    const { id, initiatives } = groups[group]!
    const place = index - heads[group]! - 1
    if (place < 0) return { key: id, group, initiative: null, place, top: tops[group]!, height: heights.head }
    const initiative = initiatives[place]!
    const down = tops[group]! + heights.head + place * heights.strip
    return { key: `${id}/${initiative}`, group, initiative, place, top: down, height: heights.strip }
  }
  const indexOf = (key: string) => {
    const parted = key.lastIndexOf('/')
    const group = groups.findIndex(({ id }) => id === (parted < 0 ? key : key.slice(0, parted)))
    if (group < 0 || parted < 0) return heads[group] ?? -1
    if (folded.has(groups[group]!.id)) return -1
    const place = groups[group]!.initiatives.indexOf(Number(key.slice(parted + 1)))
    return place < 0 ? -1 : heads[group]! + 1 + place
  }
  const rows: RowList = {
    length,
    at,
    indexOf,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield at(index)!
    },
  }
  return { rows, heads, height: top }
}

/**
 * The rows that lie between two heights, found by halving.
 * @returns the index of the first and, exclusive, of the last
 */
export function rowsBetween(rows: RowList, top: number, bottom: number): [from: number, to: number] {
  return [firstRow(rows, (row) => row.top + row.height > top), firstRow(rows, (row) => row.top >= bottom)]
}

/** The index of the first row that passes a test which all rows below it pass too; their number where none does. */
function firstRow(rows: RowList, test: (row: TimelineRow) => boolean): number {
  return firstWhere(rows.length, (index) => test(rows.at(index)!))
}

/** The first of some indexes that passes a test which all after it pass too; their number where none does. */
function firstWhere(count: number, test: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The row that a key leads to.
 * @param at index of the present row
 * @param page the height that is in sight, in pixels: what Page Up and Page Down move by, and by one row at least
 * @returns an index, the same at the ends; `null` for any other key, and where there are no rows
 */
export function rowByKey(rows: RowList, at: number, key: string, page: number): number | null {
  if (rows.length === 0) return null
  const last = rows.length - 1
  const here = rows.at(at)?.top ?? 0
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'PageDown':
      return Math.min(
        last,
        Math.max(
          at + 1,
          firstRow(rows, (row) => row.top + row.height > here + page),
        ),
      )
    case 'PageUp':
      return Math.max(
        0,
        Math.min(
          at - 1,
          firstRow(rows, (row) => row.top >= here - page),
        ),
      )
    default:
      return null
  }
}

/**
 * The next row whose label begins with the typed letters, from the present row on and round to it again.
 * @param at index of the present row; it may itself be the answer while several letters are typed
 * @param typed as `labels` are written: lower case, without marks
 * @returns an index; `null` where no label begins so
 */
export function rowByLetters(
  count: number,
  at: number,
  typed: string,
  labelOf: (row: number) => string,
): number | null {
  const start = typed.length > 1 ? at : at + 1
  for (let step = 0; step < count; step++) {
    const row = (Math.max(0, start) + step) % count
    if (labelOf(row).startsWith(typed)) return row
  }
  return null
}

/** Letters of the size that strips are labelled in take up so many pixels each, near enough. */
const LETTER_WIDTH = 6.2
/** Pixels between a mark and words. */
const BESIDE = 9

/** About how wide words are on a strip or on the axis, in pixels. */
export function wordsWidth(words: string): number {
  return lettersIn(words) * LETTER_WIDTH
}

/** Words beside or on a strip. */
export interface StripWords {
  words: string
  /** Where they begin, or end where `anchor` says so, in pixels. */
  place: number
  anchor: 'start' | 'end'
}

/**
 * Where a strip says that nothing has been heard for long: on its last stretch if there is room for the words, or for
 * one of them; else before its first mark, after its end, or on the strip before its last mark. Words cover no mark.
 * @param marks pixels to each mark, from the first to the last
 * @param end pixels to the end of the strip
 * @param since the year of the last mark
 * @param width pixels that are in sight
 * @returns `null` where there are no marks, where the last stretch is out of sight, and where no words have room
 */
export function silenceWords(marks: readonly number[], end: number, since: number, width: number): StripWords | null {
  const [first, last] = [marks[0], marks.at(-1)]
  if (first === undefined || last === undefined || last > width || end < 0) return null
  const [long, short] = [t('silent since {year}', { year: since }), t('silent')]
  const from = Math.max(last + BESIDE, 0)
  for (const words of [long, short]) {
    if (from + wordsWidth(words) <= Math.min(end - 2, width)) return { words, place: from, anchor: 'start' }
  }
  for (const words of [long, short]) {
    if (first - BESIDE >= wordsWidth(words)) return { words, place: first - BESIDE, anchor: 'end' }
    if (end + BESIDE + wordsWidth(words) <= width) return { words, place: end + BESIDE, anchor: 'start' }
  }
  const free = Math.max((marks.at(-2) ?? first) + BESIDE, 0)
  return last - BESIDE - free >= wordsWidth(short) ? { words: short, place: last - BESIDE, anchor: 'end' } : null
}
