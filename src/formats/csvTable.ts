import Papa from 'papaparse'
import { dayText, type SheetCell } from '../model/sheet.ts'

/** What a spreadsheet would take for a formula, also with apostrophes before it: those would be lost otherwise. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * Writes a table as CSV (RFC 4180, UTF-8): with a byte order mark, by which spreadsheets know that it is no Latin-1, and
 * with an apostrophe before a text that a spreadsheet would take for a formula. Days are written as `YYYY-MM-DD`.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly SheetCell[])[]): string {
  const plain = rows.map((row) => row.map((cell) => (cell instanceof Date ? dayText(cell) : cell)))
  // Papa's own pattern passes over a formula with a line break in it.
  const text = Papa.unparse([[...head], ...plain], { escapeFormulae: FORMULA })
  return `\uFEFF${text}\r\n`
}

/** A text as it was before {@link writeCsv} put an apostrophe before it. */
export function withoutApostrophe(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
