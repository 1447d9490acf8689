import { known, msg, t, type Message } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { isoDate, today } from '../model/dates.ts'
import type { Actor } from '../model/schema.ts'
import { buildDataset, type DatasetBuilder } from './datasetBuilder.ts'
import { guessMapping, type Rows } from './edgeListMapping.ts'
import { tieReader, type Doubt, type Scheme } from './edgeListRows.ts'
import { ReadingError, type Mapping, type Reader } from './reading.ts'
import { readBareTable, rowsOf } from './tableFile.ts'
import { tableOfSample } from './tableHead.ts'
import { OTHER, typeKey, typesFound } from './typesFound.ts'

/** Edge lists: any table with a row a tie, two columns for the actors, and whatever else is told of it. */

const PROGRESS_ROWS = 4096
/** The type of a tie whose cell is empty, and of all ties where no column has a type. */
const NO_TYPE = 'Unstated'
const ONE_TYPE = 'Tie'

/** Reads an edge list in CSV, TSV or the first sheet of a workbook, by a mapping, or else as it guesses. */
export const edgeList: Reader = {
  id: 'edge-list',
  label: msg('Edge list (CSV, TSV, XLSX)'),
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
        t(
          'The file has one column only: a tie needs two actors, in two columns that a comma, a semicolon or a tab parts.',
        ),
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
        t(
          'The file has {count, plural, one {# type} other {# types}} of ties, more than can be told apart: the {joined, number} rarest are joined as "{label}", where each is a subtype.',
          { count: types.types.length - 1 + types.joined, joined: types.joined, label: known(OTHER) },
        ),
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
        builder.reject(
          line,
          cells,
          t('You chose to leave out the rows of "{name}".', { name: from === null ? tie.from : tie.to }),
        )
        continue
      }
      if (from === to) {
        builder.reject(line, cells, t('Both actors of the row are {actor}; a tie needs two.', { actor: nameOf(from) }))
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
    for (const [doubt, count] of doubts) builder.note(t(DOUBTS[doubt], { count, stage: mapping.stageOfRow }))
    return builder.finish(mapping.hasHead ? head : columnNames(rows))
  },
}

/** @throws ReadingError where a mapping names columns that the table has not, or one column for both actors */
function checkMapping(mapping: Mapping, rows: Rows): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const { from, to, type, title, date, until, stage, value, unitColumn, source, note } = mapping
  const columns = [from, to, type, title, date, until, stage, value, unitColumn, source, note]
  if (columns.some((column) => column !== null && !(Number.isInteger(column) && column >= 0 && column < width))) {
    throw new ReadingError(t('The columns that were chosen are not all in the table: choose them again.'))
  }
  if (from === to)
    throw new ReadingError(t('One column was chosen for both actors of a tie: choose another for one of them.'))
}

/** How often each word for a type of tie stands in the file, in rows that have two actors. */
function wordsOfTypes(rows: Rows, { type, from, to, hasHead }: Mapping): Map<string, { label: string; rows: number }> {
  const words = new Map<string, { label: string; rows: number }>()
  for (const cells of hasHead ? rows.slice(1) : rows) {
    if ((cells[from] ?? '').trim() === '' || (cells[to] ?? '').trim() === '') continue
    const label = type === null ? ONE_TYPE : (cells[type] ?? '').trim() || NO_TYPE
    const key = typeKey(label)
    const earlier = words.get(key)
    if (earlier) earlier.rows++
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

/** What a column holds. */
const HOLDING = {
  from: msg('from in "{column}"'),
  to: msg('to in "{column}"'),
  type: msg('type in "{column}"'),
  title: msg('title in "{column}"'),
  date: msg('date in "{column}"'),
  until: msg('until in "{column}"'),
  stage: msg('stage in "{column}"'),
  value: msg('value in "{column}"'),
  source: msg('source in "{column}"'),
  note: msg('note in "{column}"'),
} satisfies Partial<Record<keyof Mapping, Message>>
const HELD = Object.keys(HOLDING) as (keyof typeof HOLDING)[]

/** What was guessed, in a sentence. */
function mappingInWords(mapping: Mapping, head: readonly string[]): string {
  const named = (column: number) => (head[column] ?? '').trim() || t('column {number}', { number: column + 1 })
  const columns = HELD.flatMap((part) => {
    const column = mapping[part]
    return column === null ? [] : [t(HOLDING[part], { column: named(column) })]
  })
  return t(
    'The columns were guessed: {columns}{stage, select, none {} announced {; a dated row is taken as announced} signed {; a dated row is taken as signed} completed {; a dated row is taken as completed} other {; a dated row is taken as in-force}}.',
    { columns: columns.join(t(', ')), stage: mapping.stage === null ? mapping.stageOfRow : 'none' },
  )
}

const DOUBTS: Record<Doubt, Message> = {
  'day-order': msg(
    '{count, plural, =1 {In one row} other {In # rows}} the day and the month may be either way round: of these dates only the year was kept.',
  ),
  value: msg('{count, plural, =1 {In one row} other {In # rows}} the value is no number: they were taken without it.'),
  stage: msg(
    '{count, plural, =1 {In one row} other {In # rows}} the stage is a word that is not known: they were taken as {stage, select, announced {announced} signed {signed} completed {completed} other {in-force}}.',
  ),
  until: msg(
    '{count, plural, =1 {In one row} other {In # rows}} the end is no date, or before the beginning: they were taken without it.',
  ),
}
