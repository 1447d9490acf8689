import Papa from 'papaparse'

/** A cell of a table: a text, a number, or nothing. */
export type CsvCell = string | number | null

/**
 * Writes a table as CSV (RFC 4180, UTF-8): with a byte order mark, by which spreadsheets know that it is no Latin-1, and
 * with an apostrophe before a text that a spreadsheet would take for a formula.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const text = Papa.unparse([[...head], ...rows.map((row) => [...row])], { escapeFormulae: true })
  return `\uFEFF${text}\r\n`
}
