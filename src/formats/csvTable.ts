import Papa from 'papaparse'
import { dayText, type SheetCell } from '../model/sheet.ts'

/**
 * Writes a table as CSV (RFC 4180, UTF-8): with a byte order mark, by which spreadsheets know that it is no Latin-1, and
 * with an apostrophe before a text that a spreadsheet would take for a formula. Days are written as `YYYY-MM-DD`.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly SheetCell[])[]): string {
  const plain = rows.map((row) => row.map((cell) => (cell instanceof Date ? dayText(cell) : cell)))
  const text = Papa.unparse([[...head], ...plain], { escapeFormulae: true })
  return `\uFEFF${text}\r\n`
}
