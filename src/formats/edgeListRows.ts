import { t } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { STAGES, type Stage } from '../model/outcome.ts'
import { parseDate } from '../model/dates.ts'
import type { ActorFinder } from './actorFinder.ts'
import { dayOrderOf, isSerial, readDate, type DateReading } from './dateText.ts'
import { kebab } from './datasetBuilder.ts'
import { idInWords } from './idWords.ts'
import type { Rows } from './edgeListMapping.ts'
import { decimalSignOf, readNumber } from './numbers.ts'
import type { Mapping } from './reading.ts'
import { plainName } from './tableHead.ts'

/** By what the cells of a column of actors are looked up. */
export type Scheme = 'name' | 'cow' | 'gw' | 'm49' | 'cow-letters'

/** A row of an edge list as its mapping reads it. */
export interface Tie {
  from: string
  to: string
  /** The word for its type; empty where no column has one. */
  type: string
  title: string
  milestones: { date: string; stage: Stage }[]
  value: number | null
  unit: string
  source: string
  note: string
  /** What is said of it that is less sure, or left out. */
  doubts: readonly Doubt[]
}

/** What was not sure in a row: day and month either way round; a value that is no number; a stage, or an end, that is none. */
export type Doubt = 'day-order' | 'value' | 'stage' | 'until'

/** Reads the rows of an edge list by a mapping. */
export interface TieReader {
  /** By what each of the two columns is looked up. */
  schemes: { from: Scheme; to: Scheme }
  /** What was decided for the columns as a whole, in sentences. */
  notes: readonly string[]
  /** @returns the tie, or why there is none, in a sentence */
  read: (cells: readonly string[]) => Tie | string
}

/** Words for stages, in plain form, beside the stages' own. */
const STAGE_WORDS = new Map<string, Stage>([
  ['planned', 'proposed'],
  ['pledged', 'announced'],
  ['agreed', 'signed'],
  ['concluded', 'signed'],
  ['ordered', 'signed'],
  ['ongoing', 'under-way'],
  ['in progress', 'under-way'],
  ['under construction', 'under-way'],
  ['implementation', 'under-way'],
  ['active', 'in-force'],
  ['effective', 'in-force'],
  ['ratified', 'in-force'],
  ['operational', 'in-force'],
  ['delivered', 'completed'],
  ['finished', 'completed'],
  ['done', 'completed'],
  ['frozen', 'suspended'],
  ['delayed', 'stalled'],
  ['terminated', 'cancelled'],
  ['canceled', 'cancelled'],
  ['withdrawn', 'cancelled'],
  ['ended', 'expired'],
  ['предложен', 'proposed'],
  ['объявлено', 'announced'],
  ['подписано', 'signed'],
  ['подписан', 'signed'],
  ['действует', 'in-force'],
  ['завершено', 'completed'],
  ['завершен', 'completed'],
  ['приостановлено', 'suspended'],
  ['отменено', 'cancelled'],
])

/** The stage that a word stands for, or `null`. */
export function stageIn(word: string): Stage | null {
  const own = kebab(word)
  return STAGES.find((stage) => stage === own) ?? STAGE_WORDS.get(plainName(word)) ?? null
}

/**
 * Makes the reader of an edge list: what only a column as a whole can tell is decided once, from all of its cells.
 * @param today on which ties are dated where no column holds dates
 */
export function tieReader(rows: Rows, mapping: Mapping, actors: ActorFinder, today: string): TieReader {
  const body = mapping.hasHead ? rows.slice(1) : rows
  const head = mapping.hasHead ? (rows[0] ?? []) : []
  const notes: string[] = []
  const column = (index: number | null) => (index === null ? [] : body.map((cells) => (cells[index] ?? '').trim()))

  const datesAndEnds = [...column(mapping.date), ...column(mapping.until)]
  const order = dayOrderOf(datesAndEnds)
  const serial = isSerial(datesAndEnds)
  if (serial) notes.push(t('The dates are numbers of five digits; they were read as spreadsheets count days.'))
  if (mapping.date === null) {
    notes.push(
      t(
        'No column holds dates: every tie is dated to the day on which the file was read, {today}, and taken as {stage, select, announced {announced} signed {signed} completed {completed} other {in-force}}.',
        { today, stage: mapping.stageOfRow },
      ),
    )
  }
  const decimal = decimalSignOf(column(mapping.value))
  const ends = [column(mapping.from), column(mapping.to)].map((cells) =>
    [...new Set(cells)].filter((cell) => cell !== ''),
  )
  const lettersScheme = areCowLetters(ends.flat(), actors) ? 'cow-letters' : 'name'
  const schemes = {
    from: schemeOf(head[mapping.from] ?? '', ends[0]!, lettersScheme),
    to: schemeOf(head[mapping.to] ?? '', ends[1]!, lettersScheme),
  }
  if (schemes.from === 'cow-letters' || schemes.to === 'cow-letters') {
    notes.push(t('The codes of the actors were read as those of the Correlates of War, in which AUS is Austria.'))
  }

  const read = (cells: readonly string[]): Tie | string => {
    const at = (index: number | null) => (index === null ? '' : textIn(cells[index] ?? ''))
    const from = at(mapping.from)
    const to = at(mapping.to)
    if (from === '' || to === '') return t('The row names one actor only; a tie needs two.')
    const doubts: Doubt[] = []
    const begun: DateReading | null =
      mapping.date === null ? { date: today } : readDate(at(mapping.date), order, serial)
    if (begun === null) {
      return at(mapping.date) === ''
        ? t('The row has no date, and other rows have one.')
        : t('"{written}" is no date with a year of four digits, such as 2015, 2015-03 or 2015-03-09.', {
            written: at(mapping.date),
          })
    }
    if (begun.isUnsure) doubts.push('day-order')
    const word = at(mapping.stage)
    const known = word === '' ? mapping.stageOfRow : stageIn(word)
    if (known === null) doubts.push('stage')
    const milestones: Tie['milestones'] = [{ date: begun.date, stage: known ?? mapping.stageOfRow }]
    const end = endOf(at(mapping.until), begun, order, serial)
    if (end === null) doubts.push('until')
    else if (end !== '') milestones.push({ date: end, stage: 'expired' })

    const figure = at(mapping.value)
    const value = figure === '' ? null : readNumber(figure, decimal)
    if (figure !== '' && value === null) doubts.push('value')
    return {
      from,
      to,
      type: at(mapping.type),
      title: at(mapping.title),
      milestones,
      value,
      unit: at(mapping.unitColumn) || mapping.unit,
      source: at(mapping.source),
      note: at(mapping.note),
      doubts,
    }
  }
  return { schemes, notes, read }
}

/** The text of a cell, without the apostrophe by which spreadsheets are kept from taking it for a formula. */
function textIn(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}

/** The date of the end: empty where it has none, `null` where it is none, or before the beginning. */
function endOf(cell: string, begun: DateReading, order: ReturnType<typeof dayOrderOf>, serial: boolean): string | null {
  if (cell === '') return begun.until ?? ''
  // "Still in force", in the ways in which files say it.
  if (/^(?:-|–|—|n\/?a|present|ongoing|current|today|now|-9|9999)$/i.test(cell)) return ''
  const end = readDate(cell, order, serial)?.date
  if (end === undefined || parseDate(end)!.last < parseDate(begun.date)!.first) return null
  return end
}

/** By what the cells of a column are looked up: the name of the column tells it, or the cells do. */
function schemeOf(name: string, distinct: readonly string[], letters: Scheme): Scheme {
  const plain = plainName(name)
  if (distinct.length === 0) return 'name'
  if (distinct.every((cell) => /^\d{1,4}$/.test(cell))) {
    if (/^ccode|cow/.test(plain)) return 'cow'
    if (plain.startsWith('gw')) return 'gw'
    if (/m49|numeric|reporter|partner|^un code/.test(plain)) return 'm49'
    return 'name'
  }
  return /^stateabb|^cow/.test(plain) ? 'cow-letters' : letters
}

/** Whether all cells are codes of three letters, and the Correlates of War know more of them than ISO 3166 does. */
function areCowLetters(distinct: readonly string[], actors: ActorFinder): boolean {
  if (!distinct.every((cell) => /^[A-Z]{3}$/.test(cell))) return false
  const count = (known: (cell: string) => boolean) => distinct.filter(known).length
  return count((cell) => actors.byCowLetters(cell) !== null) > count((cell) => actors.byName(cell) !== null)
}

/** A row as it will be read, in words, for a person to look over. */
export interface RowPreview {
  /** The row in the table, from 0. */
  row: number
  from: string
  to: string
  /** The actors that the names find; `null` where they find none. */
  fromActor: string | null
  toActor: string | null
  type: string
  title: string
  /** "2015-03 signed; 2018 expired" */
  milestones: string
  /** "4.5 USD m" */
  value: string
  source: string
  note: string
  /** Why the row will not be taken, or `null`. */
  reason: string | null
}

/**
 * How the first rows of an edge list will be read by a mapping.
 * @param most how many rows
 */
export function previewRows(
  rows: Rows,
  mapping: Mapping,
  most: number,
  actors: ActorFinder,
  today: string,
): RowPreview[] {
  const reader = tieReader(rows, mapping, actors, today)
  const previews: RowPreview[] = []
  for (let row = mapping.hasHead ? 1 : 0; row < rows.length && previews.length < most; row++) {
    const cells = rows[row]!
    if (cells.every((cell) => cell.trim() === '')) continue
    const tie = reader.read(cells)
    const labelOf = (name: string, scheme: Scheme) => {
      const actor = lookUp(actors, name, scheme)
      return actor === null ? null : nameOf(actor)
    }
    previews.push(
      typeof tie === 'string'
        ? {
            row,
            from: cells[mapping.from] ?? '',
            to: cells[mapping.to] ?? '',
            fromActor: null,
            toActor: null,
            type: '',
            title: '',
            milestones: '',
            value: '',
            source: '',
            note: '',
            reason: tie,
          }
        : {
            row,
            from: tie.from,
            to: tie.to,
            fromActor: labelOf(tie.from, reader.schemes.from),
            toActor: labelOf(tie.to, reader.schemes.to),
            type: tie.type,
            title: tie.title,
            milestones: tie.milestones.map(({ date, stage }) => `${date} ${idInWords(stage)}`).join(t('; ')),
            value: tie.value === null ? '' : `${tie.value} ${tie.unit}`.trim(),
            source: tie.source,
            note: tie.note,
            reason: null,
          },
    )
  }
  return previews
}

function lookUp(actors: ActorFinder, name: string, scheme: Scheme) {
  if (scheme === 'name') return actors.byName(name)
  if (scheme === 'cow-letters') return actors.byCowLetters(name)
  return actors.byNumber(scheme, Number(name)) ?? actors.byName(name)
}
