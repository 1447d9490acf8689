import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import { dayText, type Sheet, type SheetCell } from '../model/sheet.ts'

/** A table with the widths of its columns, in characters. */
export interface XlsxTable extends Sheet {
  widths: readonly number[]
}

/** What a file is about: names and what they stand for, for its second sheet. */
export type About = readonly (readonly [name: string, value: SheetCell])[]

/** Excel counts days from 1900, and February 1900 wrongly: an earlier day is written as a text. */
const FIRST_DAY = Date.UTC(1900, 2, 1)

/**
 * Writes a table as an Excel workbook: numbers as numbers, days as dates, everything else as text, never as a formula. The
 * head is bold and stays in sight. A second sheet says what the table is about.
 */
export function writeXlsx({ head, rows, widths }: XlsxTable, about: About): Promise<Blob> {
  const data: SheetData = [head.map(bold), ...rows.map((row) => row.map(cellOf))]
  const aboutData: SheetData = about.map(([name, value]) => [
    bold(name),
    { ...cellOf(value), wrap: true, align: 'left' },
  ])
  return writeXlsxFile([
    { sheet: 'Table', data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
    { sheet: 'About', data: aboutData, columns: [{ width: 24 }, { width: 100 }] },
  ]).toBlob()
}

function bold(text: string): Cell & object {
  return { value: text, type: String, fontWeight: 'bold', alignVertical: 'top' }
}

function cellOf(value: SheetCell): Cell & object {
  if (value === null || value === '') return {}
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'string') return { value, type: String }
  if (value.getTime() < FIRST_DAY) return { value: dayText(value), type: String }
  return { value, type: Date, format: 'yyyy-mm-dd' }
}
