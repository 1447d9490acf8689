import { isoDate, today } from '../model/dates.ts'
import type { Actor } from '../model/schema.ts'
import { buildDataset, type DatasetBuilder } from './datasetBuilder.ts'
import { guessMapping, type Rows } from './edgeListMapping.ts'
import { tieReader, type Doubt, type Scheme } from './edgeListRows.ts'
import { ReadingError, type Mapping, type Reader } from './reading.ts'
import { readBareTable, rowsOf } from './tableFile.ts'
import { tableOfSample } from './tableHead.ts'
import { typeKey, typesFound } from './typesFound.ts'

/** Edge lists: any table with a row a tie, two columns for the actors, and whatever else is told of it. */

const PROGRESS_ROWS = 4096
/** The type of a tie whose cell is empty, and of all ties where no column has a type. */
const NO_TYPE = 'Unstated'
const ONE_TYPE = 'Tie'

/** Reads an edge list in CSV, TSV or the first sheet of a workbook, by a mapping, or else as it guesses. */
export const edgeList: Reader = {
  id: 'edge-list',
  label: 'Edge list (CSV, TSV, XLSX)',
  recognises: (sample) => {
    if (sample.ending === '.xlsx') return sample.bytes[0] === 0x50 && sample.bytes[1] === 0x4b
    const table = tableOfSample(sample)
    const rows = table === null ? [] : rowsOf(table, 300).filter((row) => row.some((cell) => cell.trim() !== ''))
    return rows.length > 0 && rows.filter((row) => row.length > 1).length > rows.length / 2
  },
  read: async (file, context) => {
    const table = await readBareTable(file)
    const rows = rowsOf(table)
    if (!rows.some((row) => row.length > 1)) {
      throw new ReadingError(
        'The file has one column only: a tie needs two actors, in two columns that a comma, a semicolon or a tab parts.',
      )
    }
    const mapping = context.mapping ?? guessMapping(rows, context.actors)
    checkMapping(mapping, rows)
    const head = mapping.hasHead ? rows[0]! : []
    const reader = tieReader(rows, mapping, context.actors, context.today ?? isoDate(today()))
    const types = typesFound(wordsOfTypes(rows, mapping))
    const title = file.name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ')
    const builder = buildDataset(
      {
        title: title.trim() || 'Ties',
        description: `Ties read from the file ${file.name}, a row each.`,
        licence: 'Not stated in the file',
        citation: file.name,
        relationTypes: types.types,
        source: { title: file.name, publisher: '', kind: 'unstated' },
      },
      context,
    )
    for (const note of table.notes) builder.note(note)
    if (context.mapping === null) builder.note(mappingInWords(mapping, head))
    for (const note of reader.notes) builder.note(note)
    if (types.joined > 0) {
      builder.note(
        `The file has ${types.types.length - 1 + types.joined} types of ties, more than can be told apart: the ${types.joined} rarest are joined as "Other", where each is a subtype.`,
      )
    }

    const actorIn = actorsBy(builder)
    const doubts = new Map<Doubt, number>()
    for (let row = mapping.hasHead ? 1 : 0; row < rows.length; row++) {
      const cells = rows[row]!
      if (cells.every((cell) => cell.trim() === '')) continue
      if (row % PROGRESS_ROWS === 0) context.onProgress(row / rows.length)
      const line = table.lineOf(row)
      const tie = reader.read(cells)
      if (typeof tie === 'string') {
        builder.reject(line, cells, tie)
        continue
      }
      const from = actorIn(tie.from, reader.schemes.from)
      const to = actorIn(tie.to, reader.schemes.to)
      if (from === null || to === null) {
        builder.reject(line, cells, `You chose to leave out the rows of "${from === null ? tie.from : tie.to}".`)
        continue
      }
      if (from === to) {
        builder.reject(line, cells, `Both actors of the row are ${from.names.en}; a tie needs two.`)
        continue
      }
      for (const doubt of tie.doubts) doubts.set(doubt, (doubts.get(doubt) ?? 0) + 1)
      const { type, subtype, label } = types.of(typeKey(tie.type || (mapping.type === null ? ONE_TYPE : NO_TYPE)))
      const begun = tie.milestones[0]!.date
      builder.add({
        id: `${from.id} ${to.id} ${tie.title || label} ${begun}`,
        from,
        to,
        directed: mapping.directed,
        type,
        subtype,
        title: tie.title || `${label}: ${from.names.en} ${mapping.directed ? '→' : '–'} ${to.names.en}`,
        summary: tie.note,
        milestones: tie.milestones,
        ...(tie.value !== null && {
          magnitudes: [
            {
              kind: (mapping.value === null ? '' : head[mapping.value]) || 'value',
              value: tie.value,
              unit: tie.unit,
              date: begun,
            },
          ],
        }),
        ...(tie.source !== '' && { source: tie.source }),
      })
    }
    for (const [doubt, count] of doubts) builder.note(doubtInWords(doubt, count, mapping))
    return builder.finish(mapping.hasHead ? head : columnNames(rows))
  },
}

/** @throws ReadingError where a mapping names columns that the table has not, or one column for both actors */
function checkMapping(mapping: Mapping, rows: Rows): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const { from, to, type, title, date, until, stage, value, unitColumn, source, note } = mapping
  const columns = [from, to, type, title, date, until, stage, value, unitColumn, source, note]
  if (columns.some((column) => column !== null && !(Number.isInteger(column) && column >= 0 && column < width))) {
    throw new ReadingError('The columns that were chosen are not all in the table: choose them again.')
  }
  if (from === to)
    throw new ReadingError('One column was chosen for both actors of a tie: choose another for one of them.')
}

/** How often each word for a type of tie stands in the file, in rows that have two actors. */
function wordsOfTypes(rows: Rows, { type, from, to, hasHead }: Mapping): Map<string, { label: string; rows: number }> {
  const words = new Map<string, { label: string; rows: number }>()
  for (const cells of hasHead ? rows.slice(1) : rows) {
    if ((cells[from] ?? '').trim() === '' || (cells[to] ?? '').trim() === '') continue
    const label = type === null ? ONE_TYPE : (cells[type] ?? '').trim() || NO_TYPE
    const key = typeKey(label)
    const known = words.get(key)
    if (known) known.rows++
    else words.set(key, { label, rows: 1 })
  }
  return words
}

/** Finds the actors of a column by what its cells are. */
function actorsBy(builder: DatasetBuilder): (name: string, scheme: Scheme) => Actor | null {
  return (name, scheme) => {
    if (scheme === 'name') return builder.actor(name)
    if (scheme === 'cow-letters') return builder.lettered(name)
    return builder.numbered(scheme, Number(name))
  }
}

function columnNames(rows: Rows): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, i) => `column ${i + 1}`)
}

/** What was guessed, in a sentence. */
function mappingInWords(mapping: Mapping, head: readonly string[]): string {
  const named = (column: number | null) =>
    column === null ? null : `"${(head[column] ?? '').trim() || `column ${column + 1}`}"`
  const parts = (['from', 'to', 'type', 'title', 'date', 'until', 'stage', 'value', 'source', 'note'] as const).flatMap(
    (part) => {
      const name = named(mapping[part])
      return name === null ? [] : [`${part} in ${name}`]
    },
  )
  const taken = mapping.stage === null ? `; a dated row is taken as ${mapping.stageOfRow}` : ''
  return `The columns were guessed: ${parts.join(', ')}${taken}.`
}

function doubtInWords(doubt: Doubt, count: number, mapping: Mapping): string {
  const rows = count === 1 ? 'In one row' : `In ${count.toLocaleString('en')} rows`
  switch (doubt) {
    case 'day-order':
      return `${rows} the day and the month may be either way round: of these dates only the year was kept.`
    case 'value':
      return `${rows} the value is no number: they were taken without it.`
    case 'stage':
      return `${rows} the stage is a word that is not known: they were taken as ${mapping.stageOfRow}.`
    case 'until':
      return `${rows} the end is no date, or before the beginning: they were taken without it.`
  }
}
