import { sayInEnglish } from '../../language/messages.ts'
import type { About } from '../../formats/xlsxTable.ts'
import { dateCell } from '../../model/sheet.ts'
import { optionsOf } from '../../network/filters.ts'
import { sheetOf, sheetParts, tableColumns } from '../../network/tableColumns.ts'
import { selectionInWords } from '../../network/words.ts'
import { isCompared } from '../../state/choices.ts'
import type { Session } from '../../state/session.ts'
import { saveText } from '../details/saveText.ts'
import { saveFile } from '../saveFile.ts'
import type { ShownTable } from './useTable.ts'

export type FileKind = 'csv' | 'xlsx'

interface SavedTable {
  session: Session
  table: ShownTable
  taken: readonly number[]
  /** Only some of the rows are saved. */
  isPart: boolean
}

/** Pixels of a column on the screen for a character of a column in a workbook. */
const PIXELS_A_CHARACTER = 7
/** The width of a column that the screen does not have, in characters. */
const EXTRA_WIDTH = 18

/** Saves what is shown, columns and rows in their order. @returns the name of the file */
export async function saveTable(kind: FileKind, saved: SavedTable): Promise<string> {
  const { session, table, taken } = saved
  const sheet = sheetOf(table.shown, taken, true)
  const name = `dyad-table-${session.choices.getState().asOf}.${kind}`
  if (kind === 'csv') {
    const { writeCsv } = await import('../../formats/csvTable.ts')
    saveText(name, writeCsv(sheet.head, sheet.rows), 'text/csv')
  } else {
    const { writeXlsx } = await import('../../formats/xlsxTable.ts')
    const { tableSizes } = session.choices.getState()
    const firsts = new Map(table.shown.map((column) => [column.parts[0], tableSizes[column.id] ?? column.width]))
    const widths = sheetParts(table.shown, true).map((part) => {
      const pixels = firsts.get(part)
      return pixels === undefined ? EXTRA_WIDTH : Math.round(pixels / PIXELS_A_CHARACTER)
    })
    saveFile(
      await writeXlsx(
        { ...sheet, widths },
        sayInEnglish(() => aboutOf(saved)),
      ),
      name,
    )
  }
  return name
}

/** What the file shows, of which day, whose work it is, and what its columns say; in English, as all files are. */
function aboutOf({ session, table, taken, isPart }: SavedTable): About {
  const { columns } = session
  const { outline } = columns
  const { filters, find, asOf, since } = session.choices.getState()
  const { selection } = table.input
  const earlier = isCompared({ since, asOf }) ? since : null
  const english = { ...columns, options: optionsOf(outline) }
  const said = new Map(tableColumns({ ...table.input, columns: english }).map((column) => [column.id, column]))
  return [
    ['Dataset', `${outline.title}, version ${outline.version}`],
    ['Shown', selectionInWords(english, filters, selection, asOf, earlier)],
    ...(find.trim() ? [['Rows with the words', find.trim()] as const] : []),
    ['Rows', taken.length],
    ...(isPart ? [['Of them', 'only those that were selected'] as const] : []),
    ['As-of date', dateCell(asOf)],
    ['Dates', 'Those that are known to the day are dates; those that are known to the month or year are texts.'],
    ['Citation', outline.citation],
    ['Licence', outline.licence],
    ['Link', location.href],
    ['', null],
    ...table.shown.map(({ id }) => [said.get(id)!.label, said.get(id)!.help] as const),
  ]
}
