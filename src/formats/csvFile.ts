import Papa from 'papaparse'
import { perhaps, quote, type Fault } from './fault.ts'

/** A row of a table with the line on which it begins. */
export interface Row {
  line: number
  cells: Record<string, string>
}

/** What a table must look like: for each column wanted the names it may have, the first being ours. */
export interface Columns {
  required: readonly (readonly string[])[]
  optional: readonly string[]
}

/**
 * Reads a CSV file (RFC 4180, comma, UTF-8 with or without a byte order mark, any line ends) with one line of column names.
 * @returns its rows, with each column under the first of its names; empty cells are empty strings. Where columns are
 *   missing, unknown or given twice, no rows, and a fault for each such column
 */
export function readCsv(file: string, text: string, columns: Columns, faults: Fault[]): Row[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' })
  const names = (data[0] ?? []).map((name) => name.trim())
  const header = headerOf(file, names, columns, faults)
  if (!header) return []
  const rows: Row[] = []
  let line = 1
  for (const [i, cells] of data.entries()) {
    const begins = line
    line += 1 + cells.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0)
    if (i === 0 || (cells.length === 1 && cells[0]!.trim() === '')) continue
    if (cells.length !== header.length) {
      faults.push({
        file,
        line: begins,
        field: '',
        problem: `the row has ${cells.length} cells, the table ${header.length} columns`,
        remedy: 'give one cell a column, and put a cell with a comma in double quotes',
      })
      continue
    }
    rows.push({ line: begins, cells: Object.fromEntries(header.map((name, j) => [name, cells[j]!.trim()])) })
  }
  return rows
}

function headerOf(file: string, names: string[], columns: Columns, faults: Fault[]): string[] | null {
  const before = faults.length
  const known = [...columns.required.flat(), ...columns.optional]
  const header = names.map((name) => columns.required.find((same) => same.includes(name))?.[0] ?? name)
  for (const [i, name] of names.entries()) {
    if (!known.includes(name)) {
      faults.push({
        file,
        line: 1,
        field: name,
        problem: `no column of the name ${quote(name)} is declared for this table`,
        remedy: `the columns are ${known.join(', ')}${perhaps(name, known)}`,
      })
    } else if (header.indexOf(header[i]!) !== i) {
      faults.push({
        file,
        line: 1,
        field: name,
        problem: 'the column is given twice',
        remedy: 'keep one of the two',
      })
    }
  }
  for (const same of columns.required) {
    if (!header.includes(same[0]!)) {
      faults.push({
        file,
        line: 1,
        field: same[0]!,
        problem: 'the column is missing',
        remedy: `add a column named ${same.join(' or ')}`,
      })
    }
  }
  return faults.length === before ? header : null
}
