import { unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/universal'
import { onLanguage, t } from '../language/messages.ts'
import { decodeText, encodingNote } from './decodeText.ts'
import { LIMITS, ReadingError, type FileInput } from './reading.ts'

/** A table as it stands in a file: CSV, TSV, with semicolons, or the first sheet of a workbook. */
export interface Table {
  /** How many rows there are, those without a cell among them. */
  length: number
  /** The cells of a row, which counts from 0. A large text is taken apart only here, row by row. */
  rowAt: (row: number) => readonly string[]
  /** The line on which a row begins, from 1. */
  lineOf: (row: number) => number
  /** What a person should know of how it was read. */
  notes: readonly string[]
  /** What parts the cells; `null` for a workbook. */
  delimiter: string | null
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** By so much of a text its delimiter is guessed. */
const GUESS_CHARACTERS = 64 * 1024
/** No row of a table is longer. */
const MOST_CHARACTERS_A_ROW = 1_000_000
/** More than this no machine holds beside the page. */
const MOST_CELLS = 40_000_000
/** So many open quotation marks are mended, each by itself; after them quotation marks are read as letters. */
const MOST_MENDS = 20
/** Spreadsheets hardly ever pack their sheets tighter; what is tighter and large is made to fill the memory. */
const MOST_RATIO = 400
const SMALL = 8 * 1024 * 1024
/** Cells in columns beyond ZZ, or rows beyond ten million: a gap to be filled with emptiness. */
const FAR_CELL = /\sr=["'](?:[A-Z]{3,}\d|[A-Z]*\d{8,})/

/**
 * Reads the table of a file.
 * @param delimiter what parts the cells, where the caller knows; else it is guessed
 * @throws ReadingError where there is no table in it
 */
export async function readTable(file: FileInput, delimiter?: string): Promise<Table> {
  if (file.bytes.length === 0) throw new ReadingError(t('The file is empty.'))
  if (file.bytes.length > LIMITS.bytes) {
    throw new ReadingError(
      t(
        'The file has {size, number} MB; up to {most, number} MB can be read: keep the rows or the columns that matter.',
        { size: Math.round(file.bytes.length / 2 ** 20), most: LIMITS.bytes / 2 ** 20 },
      ),
    )
  }
  if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b) return readWorkbook(file.bytes)
  const { text, encoding } = decodeText(file.bytes)
  const note = encodingNote(encoding)
  const table = tableOfText(text, delimiter ?? (/\.(?:tsv|tab)$/i.test(file.name) ? '\t' : undefined))
  return note === null ? table : { ...table, notes: [note, ...table.notes] }
}

/** As long as a file is held: it is looked at and read, and read again for each other way of reading. */
let bareTables = new WeakMap<FileInput, Promise<Table>>()
onLanguage(() => {
  bareTables = new WeakMap()
})

/**
 * Reads the table of a file as {@link readTable} does, from its first row that is as wide as the others are: sentences
 * above it are passed over. The same file is taken apart once.
 */
export function readBareTable(file: FileInput): Promise<Table> {
  let table = bareTables.get(file)
  if (!table) {
    table = bareTableOf(file)
    bareTables.set(file, table)
  }
  return table
}

async function bareTableOf(file: FileInput): Promise<Table> {
  const table = await readTable(file)
  const widths = rowsOf(table, 200).map((row) => row.filter((cell) => cell.trim() !== '').length)
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  const usual = [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 1
  const above = Math.max(
    0,
    widths.findIndex((width) => width > Math.max(1, usual / 2)),
  )
  return {
    ...table,
    length: table.length - above,
    rowAt: (row) => table.rowAt(row + above),
    lineOf: (row) => table.lineOf(row + above),
  }
}

/**
 * The rows of a table, all at once.
 * @param most how many at most
 * @throws ReadingError where there are more cells than can be held
 */
export function rowsOf(table: Table, most: number = table.length): (readonly string[])[] {
  const rows: (readonly string[])[] = []
  let cells = 0
  for (let row = 0; row < Math.min(most, table.length); row++) {
    const own = table.rowAt(row)
    cells += own.length
    if (cells > MOST_CELLS) throw tooManyCells()
    rows.push(own)
  }
  return rows
}

/** Reads a table from text; what parts its cells is guessed where it is not given. */
export function tableOfText(text: string, delimiter?: string): Table {
  // Excel's own hint, "sep=;", is a line of the file but no row of the table.
  const hint = /^\uFEFF?sep=([,;|\t])\r?\n/i.exec(text)
  const bare = hint ? text.slice(hint[0].length) : text.replace(/^\uFEFF/, '')
  const body = bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare
  const mark = hint?.[1] ?? delimiter ?? guessDelimiter(body)
  const offset = hint ? 2 : 1
  if (!body.includes('"')) {
    const starts = lineStarts(body)
    return {
      length: starts.length - 1,
      rowAt: (row) => body.slice(starts[row]!, starts[row + 1]! - 1).split(mark),
      lineOf: (row) => row + offset,
      notes: [],
      delimiter: mark,
    }
  }
  checkSize(body, mark)
  const { rows, lines, notes } = parse(body, mark)
  return {
    length: rows.length,
    rowAt: (row) => rows[row]!,
    lineOf: (row) => lines[row]! + offset,
    notes,
    delimiter: mark,
  }
}

/** Where each line of a text begins, and where one after the last would. */
function lineStarts(text: string): Uint32Array {
  let starts = new Uint32Array(Math.max(16, text.length >> 5))
  let count = 0
  const put = (start: number) => {
    if (count === starts.length) {
      const more = new Uint32Array(starts.length * 2)
      more.set(starts)
      starts = more
    }
    starts[count++] = start
  }
  put(0)
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) put(end + 1)
  // The last line may lack its end.
  if (starts[count - 1] !== text.length || count === 1) put(text.length + 1)
  for (let line = 0; line + 1 < count; line++) {
    if (starts[line + 1]! - starts[line]! > MOST_CHARACTERS_A_ROW) {
      throw new ReadingError(
        t('Line {line} has more than {most, number} characters: this is no table of rows.', {
          line: line + 1,
          most: MOST_CHARACTERS_A_ROW,
        }),
      )
    }
  }
  return starts.subarray(0, count)
}

function tooManyCells(): ReadingError {
  return new ReadingError(
    t(
      'The table has more than {most, number} million cells, more than can be held: keep the rows or the columns that matter.',
      { most: MOST_CELLS / 1_000_000 },
    ),
  )
}

/** What parts the cells of a text: with it most lines have the same number of cells, and more than one. */
export function guessDelimiter(text: string): string {
  const cut = text.slice(0, GUESS_CHARACTERS)
  let best: string = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(cut, { delimiter, newline: '\n', preview: 200 }).data
    const widths = new Map<number, number>()
    for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    for (const [width, count] of widths) {
      // A regular table of few columns is likelier than a few wide lines; of equal ones the wider.
      const score = count / Math.max(1, rows.length) + width / 10_000
      if (score > bestScore) {
        bestScore = score
        best = delimiter
      }
    }
  }
  return best
}

/** @throws ReadingError where there are more cells than can be held */
function checkSize(text: string, delimiter: string): void {
  if (text.length < MOST_CELLS) return
  const mark = delimiter.charCodeAt(0)
  let cells = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === mark || code === 10) cells++
  }
  if (cells > MOST_CELLS) throw tooManyCells()
}

interface Parsed {
  rows: string[][]
  /** The line of each row, from 0. */
  lines: number[]
  notes: string[]
}

/** Parses CSV. A quotation mark that is opened and never closed costs its own line only, not the rest of the file. */
function parse(text: string, delimiter: string): Parsed {
  const rows: string[][] = []
  const lines: number[] = []
  const open: number[] = []
  const textLines = text.split('\n')
  let rest = text
  let line = 0
  const take = (row: string[]) => {
    rows.push(row)
    lines.push(line)
    line++
    for (const cell of row) {
      for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) line++
    }
  }
  for (;;) {
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: '\n' })
    // Either it is never closed, or only by the mark of a later cell, which then stands where none may.
    const unclosed = errors.find(
      ({ code, row }) =>
        code === 'MissingQuotes' ||
        (code === 'InvalidQuotes' && data[row ?? -1]?.some((cell) => cell.includes('\n')) === true),
    )?.row
    if (unclosed === undefined) {
      for (const row of data) take(row)
      break
    }
    for (const row of data.slice(0, unclosed)) take(row)
    open.push(line + 1)
    if (open.length > MOST_MENDS) {
      for (const own of textLines.slice(line)) take(own.split(delimiter))
      break
    }
    take(textLines[line]!.split(delimiter))
    if (line >= textLines.length) break
    rest = textLines.slice(line).join('\n')
  }
  const notes: string[] = []
  if (open.length > 0) {
    const first = open.slice(0, 5)
    notes.push(
      open.length === 1
        ? t(
            'In line {line} a quotation mark is opened and never closed: in that line quotation marks were read as letters.',
            { line: open[0]! },
          )
        : t(
            'In {count, plural, one {# line} other {# lines}} ({lines}) a quotation mark is opened and never closed: there, quotation marks were read as letters.',
            { count: open.length, lines: (open.length > 5 ? [...first, '…'] : first).join(t(', ')) },
          ),
    )
  }
  return { rows, lines, notes }
}

/** Reads the first sheet of a workbook: days as `YYYY-MM-DD`, of formulas what they came to when the file was saved. */
async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const parts = unpack(bytes)
  if (!Object.keys(parts).some((name) => name === 'xl/workbook.xml')) {
    throw new ReadingError(
      t('The file is a zip archive but no workbook: choose an XLSX file, or the table in the archive.'),
    )
  }
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/') && FAR_CELL.test(new TextDecoder().decode(part))) {
        throw new ReadingError(
          t(
            'The sheet has cells in columns beyond ZZ or rows beyond ten million: keep the table alone in its first sheet.',
          ),
        )
      }
    }
    // Packed again without compression, so that the reader of sheets unpacks nothing, and needs no worker for it.
    const plain = zipSync(parts, { level: 0 })
    const sheet = await readSheet(plain.slice().buffer, 1)
    const rows = sheet.map((row) => row.map((cell) => textOfCell(cell)))
    return { length: rows.length, rowAt: (row) => rows[row]!, lineOf: (row) => row + 1, notes: [], delimiter: null }
  } catch (error) {
    if (error instanceof ReadingError) throw error
    throw new ReadingError(
      t('The workbook cannot be read: open it in a spreadsheet and save its first sheet as XLSX or CSV again.'),
    )
  }
}

/** The parts of a workbook that are XML. @throws ReadingError where they are broken, or would fill the memory */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!/^[^/\\].*\.xml(?:\.rels)?$/.test(name) || name.includes('..')) return false
        total += originalSize
        if (total > LIMITS.unpacked || (originalSize > SMALL && originalSize > size * MOST_RATIO)) {
          throw new ReadingError(
            t('The workbook would unpack to far more than its size: save its first sheet as CSV and choose that.'),
          )
        }
        return true
      },
    })
  } catch (error) {
    if (error instanceof ReadingError) throw error
    throw new ReadingError(t('The workbook is broken: open it in a spreadsheet and save it again.'))
  }
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}
