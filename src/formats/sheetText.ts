import { dayText, type Sheet, type SheetCell } from '../model/sheet.ts'

/** A table as the clipboard carries it: as plain text and as HTML. */

/** What a spreadsheet would take for a formula; `escapeFormulae` of papaparse, which writes CSV, has the same. */
const FORMULA = /^[=+\-@\t\r]/

/** A text with an apostrophe before it where a spreadsheet would take it for a formula. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Writes a table as tab-separated text, quoted as Excel does where a cell holds a tab, a line break or a quote. */
export function writeTsv({ head, rows }: Sheet): string {
  const cell = (value: SheetCell): string => {
    if (value === null) return ''
    if (typeof value === 'number') return String(value)
    const text = value instanceof Date ? dayText(value) : harmless(value)
    return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [head, ...rows].map((row) => row.map(cell).join('\t')).join('\r\n')
}

/**
 * Writes a table as HTML for the clipboard. Spreadsheets read how a cell is meant from `mso-number-format`: a text stays
 * a text, so that the year-and-month "2015-03" is not made into a day.
 */
export function writeHtmlTable({ head, rows }: Sheet): string {
  const cell = (value: SheetCell): string => {
    if (value === null) return '<td></td>'
    if (typeof value === 'number') return `<td>${value}</td>`
    if (value instanceof Date) return `<td style="mso-number-format:'yyyy\\-mm\\-dd'">${dayText(value)}</td>`
    return `<td style="mso-number-format:'\\@'">${markup(harmless(value))}</td>`
  }
  const line = (cells: readonly string[]) => `<tr>${cells.join('')}</tr>`
  return `<meta charset="utf-8"><table><thead>${line(head.map((label) => `<th>${markup(label)}</th>`))}</thead><tbody>${rows
    .map((row) => line(row.map(cell)))
    .join('')}</tbody></table>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function markup(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replace(/\r?\n/g, '<br style="mso-data-placement:same-cell">')
}
