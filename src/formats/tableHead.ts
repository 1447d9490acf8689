import type { Sample } from './reading.ts'
import { tableOfText } from './tableFile.ts'

/** What the columns of a format may be called, in plain form: small letters and digits, a space for all else. */
export type ColumnNames<Name extends string> = Readonly<Record<Name, readonly string[]>>

/** Where the columns of a table are; -1 for one that it has not. */
export interface Head<Name extends string> {
  row: number
  columns: Readonly<Record<Name, number>>
  /** The names as they are written. */
  names: readonly string[]
}

/** A head stands under not more than so many lines of words. */
const MOST_LINES_ABOVE = 60

/** The name of a column in plain form: `Trade Value (US$)` is `trade value us`. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Finds the row that names the columns, under any lines of words.
 * @param required the columns without which it is not the format
 */
export function findHead<Name extends string>(
  rows: readonly (readonly string[])[],
  names: ColumnNames<Name>,
  required: readonly NoInfer<Name>[],
): Head<Name> | null {
  for (const [row, cells] of rows.slice(0, MOST_LINES_ABOVE).entries()) {
    if (cells.length < required.length) continue
    const plain = cells.map(plainName)
    const columns = Object.fromEntries(
      (Object.entries(names) as [Name, readonly string[]][]).map(([name, own]) => [name, columnOf(plain, own)]),
    ) as Record<Name, number>
    if (required.every((name) => columns[name] !== -1)) return { row, columns, names: cells }
  }
  return null
}

/** The column with the first of the names that there is. */
function columnOf(plain: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const column = plain.indexOf(name)
    if (column !== -1) return column
  }
  return -1
}

const samples = new WeakMap<Sample, readonly (readonly string[])[]>()

/** The first rows of a sample, parsed once for all readers; none where it is no text. */
export function rowsOfSample(sample: Sample): readonly (readonly string[])[] {
  let rows = samples.get(sample)
  if (!rows) {
    // What is no table, as JSON or XML, is not worth being parsed as one.
    rows = /^\s*[<{[]/.test(sample.text) ? [] : tableOfText(sample.text).rows.slice(0, MOST_LINES_ABOVE + 200)
    samples.set(sample, rows)
  }
  return rows
}

/** Whether a sample has a head with the columns of a format. */
export function hasHead<Name extends string>(
  sample: Sample,
  names: ColumnNames<Name>,
  required: readonly NoInfer<Name>[],
): boolean {
  return findHead(rowsOfSample(sample), names, required) !== null
}

/** The rows of a table, with those that a line break within a cell broke in two put together again. */
export interface MendedRow {
  /** Of the whole table. */
  row: number
  cells: readonly string[]
  isMended: boolean
}

/**
 * Goes through the rows under a head. A row without a single cell is passed over. Two short ones that together have just as
 * many cells as the head, and one more for the cell that was broken, are one.
 */
export function* rowsUnder(rows: readonly (readonly string[])[], head: Head<string>): Generator<MendedRow> {
  const width = head.names.length
  for (let row = head.row + 1; row < rows.length; row++) {
    const cells = rows[row]!
    if (cells.length <= 1 && (cells[0] ?? '').trim() === '') continue
    const next = rows[row + 1]
    if (
      next &&
      cells.length > 1 &&
      cells.length < width &&
      next.length > 1 &&
      cells.length + next.length - 1 === width
    ) {
      const broken = `${cells.at(-1)!}\n${next[0]!}`
      yield { row, cells: [...cells.slice(0, -1), broken, ...next.slice(1)], isMended: true }
      row++
    } else {
      yield { row, cells, isMended: false }
    }
  }
}
