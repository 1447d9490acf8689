import { tooLarge } from './largeFile.ts'
import { groupsOf, MOST_FOOTER, type GroupPlace } from './parquetFile.ts'
import { isRollupColumn } from './parquetRollup.ts'
import { LIMITS, ReadingError, type FileInput } from './reading.ts'

/**
 * Fetching of a roll-up only what is read: first the account at the end of the file, then the columns that a roll-up has, of
 * the groups of rows with the years that are wanted. A static host is enough, if it answers ranges.
 */

/** Fetches bytes of a file, the end not included. @returns `null` where the host gives no ranges */
export type FetchRange = (start: number, end: number) => Promise<Uint8Array | null>

/** The end of a roll-up, by which the rest is chosen. */
export interface RollupEnd {
  name: string
  /** Of the whole file, in bytes. */
  size: number
  groups: readonly GroupPlace[]
  /** The first and the last year of any row, where the file says so. */
  years: readonly [number, number] | null
  /** How many rows the groups with these years have; all where it is `null`. */
  rowsIn: (years: readonly [number, number] | null) => number
  end: { start: number; bytes: Uint8Array }
}

/** As much of the end as is asked for first: enough for the account of some fifty groups. */
const FIRST_ASKED = 64 * 1024
/** Ranges that are so near each other are fetched as one: an answer has its price, too. */
const NEAR = 16 * 1024

/**
 * Fetches the account at the end of a file.
 * @returns `null` where the host gives no ranges, or other bytes than those of the file: then the whole is to be fetched
 * @throws ReadingError where the file is damaged
 */
export async function rollupEnd(name: string, size: number, fetchRange: FetchRange): Promise<RollupEnd | null> {
  let start = Math.max(0, size - FIRST_ASKED)
  let bytes = await fetchRange(start, size)
  if (bytes?.length !== size - start || bytes.length < 12) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(bytes.length - 4, false) !== 0x50415231) return null
  const length = view.getUint32(bytes.length - 8, true) + 8
  if (length > bytes.length && length <= Math.min(size, MOST_FOOTER)) {
    const before = await fetchRange(size - length, start)
    if (before?.length !== start - (size - length)) return null
    bytes = joined([before, bytes])
    start = size - length
  }
  const end = { start, bytes }
  const groups = await groupsOf({ name, bytes, parts: partsOf(size, [[start, bytes.length]], [], null) })
  const spans = groups.map(({ columns }) => columns.find((own) => isMonth(own.name)))
  const known = spans.every((own) => own && own.least !== null && own.most !== null)
  const years =
    known && spans.length > 0
      ? ([Math.min(...spans.map((own) => own!.least!)), Math.max(...spans.map((own) => own!.most!))] as const)
      : null
  const rowsIn: RollupEnd['rowsIn'] = (wanted) =>
    groups.reduce((sum, group) => (hasYears(group, wanted) ? sum + group.rows : sum), 0)
  return { name, size, groups, years, rowsIn, end }
}

/**
 * Fetches the columns of a roll-up in the groups that have some years.
 * @param onLoaded called with how many bytes have come
 * @returns the parts as a file for the reader; `null` where the host stopped giving ranges
 * @throws ReadingError where they are larger than what can be read
 */
export async function fetchYears(
  { name, size, groups, end }: RollupEnd,
  years: readonly [number, number] | null,
  fetchRange: FetchRange,
  onLoaded: (bytes: number) => void,
): Promise<FileInput | null> {
  const numbers = [...groups.keys()].filter((i) => hasYears(groups[i]!, years))
  const wanted = numbers.flatMap((i) => groups[i]!.columns.filter((own) => isRollupColumn(own.name)))
  const ranges: [number, number][] = [[0, 4]]
  for (const { start, end: stop } of wanted.sort((one, other) => one.start - other.start)) {
    const last = ranges.at(-1)!
    if (start - last[1] <= NEAR) last[1] = Math.max(last[1], stop)
    else ranges.push([start, stop])
  }
  const fetched: Uint8Array[] = []
  const at: [number, number][] = []
  let loaded = 0
  const all = ranges.reduce((sum, [start, stop]) => sum + stop - start, 0)
  if (all > LIMITS.bytes) throw new ReadingError(tooLarge(name, all))
  for (const [start, stop] of ranges) {
    const bytes = await fetchRange(start, Math.min(stop, size))
    if (bytes?.length !== Math.min(stop, size) - start) return null
    fetched.push(bytes)
    at.push([start, bytes.length])
    loaded += bytes.length
    onLoaded(loaded)
  }
  const bytes = joined([...fetched, end.bytes])
  return { name, bytes, parts: partsOf(size, [...at, [end.start, end.bytes.length]], numbers, years) }
}

function partsOf(
  size: number,
  at: readonly (readonly [number, number])[],
  groups: readonly number[],
  years: readonly [number, number] | null,
): NonNullable<FileInput['parts']> {
  return { size, at, groups, years }
}

function isMonth(column: string): boolean {
  return column.trim().toLowerCase() === 'month'
}

/** Whether a group may have rows of some years: yes where the file does not say. */
function hasYears({ columns }: GroupPlace, years: readonly [number, number] | null): boolean {
  const own = columns.find(({ name }) => isMonth(name))
  if (!years || !own || own.least === null || own.most === null) return true
  return own.least <= years[1] && own.most >= years[0]
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
