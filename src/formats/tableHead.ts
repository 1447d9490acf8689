import { t, type Message } from '../language/messages.ts'
import { ReadingError, type Sample } from './reading.ts'
import { rowsOf, tableOfText, type Table } from './tableFile.ts'

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
  table: Table,
  names: ColumnNames<Name>,
  required: readonly NoInfer<Name>[],
): Head<Name> | null {
  for (const [row, cells] of rowsOf(table, MOST_LINES_ABOVE).entries()) {
    if (cells.length < required.length) continue
    const plain = cells.map(plainName)
    const columns = Object.fromEntries(
      (Object.entries(names) as [Name, readonly string[]][]).map(([name, own]) => [name, columnOf(plain, own)]),
    ) as Record<Name, number>
    if (required.every((name) => columns[name] !== -1)) return { row, columns, names: cells }
  }
  return null
}

/** As {@link findHead}. @param missing what a person is told who chose a table without it @throws ReadingError with that */
export function headOf<Name extends string>(
  table: Table,
  names: ColumnNames<Name>,
  required: readonly NoInfer<Name>[],
  missing: Message,
): Head<Name> {
  const head = findHead(table, names, required)
  if (!head) throw new ReadingError(t(missing))
  return head
}

/** The column with the first of the names that there is. */
function columnOf(plain: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const column = plain.indexOf(name)
    if (column !== -1) return column
  }
  return -1
}

const samples = new WeakMap<Sample, Table | null>()

/** The table of a sample, parsed once for all readers; `null` where it is no text, or another kind of it. */
export function tableOfSample(sample: Sample): Table | null {
  let table = samples.get(sample)
  if (table === undefined) {
    table = sample.text === '' || /^\s*[<{[]/.test(sample.text) ? null : tableOrNothing(sample.text)
    samples.set(sample, table)
  }
  return table
}

function tableOrNothing(text: string): Table | null {
  try {
    return tableOfText(text)
  } catch {
    return null
  }
}

/** Whether a sample has a head with the columns of a format. */
export function hasHead<Name extends string>(
  sample: Sample,
  names: ColumnNames<Name>,
  required: readonly NoInfer<Name>[],
): boolean {
  const table = tableOfSample(sample)
  return table !== null && findHead(table, names, required) !== null
}

/** The rows of a table, with those that a line break within a cell broke in two put together again. */
export interface MendedRow {
  /** Of the whole table. */
  row: number
  cells: readonly string[]
  isMended: boolean
}

/** After so many rows it is told how far the reading has come. */
const PROGRESS_ROWS = 4096

/**
 * Goes through the rows under a head. A row without a single cell is passed over. Two short ones that together have just as
 * many cells as the head, and one more for the cell that was broken, are one.
 * @param onProgress called now and then with how much is done, 0 to 1
 */
export function* rowsUnder(
  table: Table,
  head: Head<string>,
  onProgress: (share: number) => void,
): Generator<MendedRow> {
  const width = head.names.length
  let read = 0
  for (let row = head.row + 1; row < table.length; row++) {
    const cells = table.rowAt(row)
    if (cells.length <= 1 && (cells[0] ?? '').trim() === '') continue
    if (++read % PROGRESS_ROWS === 0) onProgress(row / table.length)
    const isShort = cells.length > 1 && cells.length < width
    const next = isShort && row + 1 < table.length ? table.rowAt(row + 1) : []
    if (next.length > 1 && cells.length + next.length - 1 === width) {
      const broken = `${cells.at(-1)!}\n${next[0]!}`
      yield { row, cells: [...cells.slice(0, -1), broken, ...next.slice(1)], isMended: true }
      row++
    } else {
      yield { row, cells, isMended: false }
    }
  }
}
