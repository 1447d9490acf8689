import { yearsBefore, type Day } from '../model/dates.ts'
import { SILENT_YEARS } from '../model/outcome.ts'
import { milestonesBy, ROW_OF, type Columns } from './columns.ts'
import {
  BITS,
  copyCounters,
  counterOf,
  emptyCounters,
  NO_OUTCOME,
  optionCounts,
  PERIOD_BIT,
  TEXT_BIT,
  UNBEGUN_BIT,
  type Counters,
} from './counters.ts'
import { DIMENSIONS, type Dimension, type Filters } from './filters.ts'
import { Outcomes, standAt } from './standing.ts'

/** For each initiative 1 where it is found, else 0. */
export type Matches = Uint8Array

/** The initiatives that pass the filters at an as-of date, and what each other choice would give. */
export interface Selection {
  asOf: Day
  /** The outcome of every initiative at the as-of date; `null` for one that has not begun. */
  outcomes: Outcomes
  /** For every initiative 1 where it is pending and silent, see `isSilent`; 0 for all others. */
  silent: Uint8Array
  /** Positions of the initiatives that pass, rising; gathered when they are first asked for. */
  readonly initiatives: readonly number[]
  /** How many pass. */
  size: number
  /** How many initiatives have begun by the as-of date, whatever the filters. */
  begun: number
  /** For each option of each dimension, how many initiatives it would give under the filters of all other dimensions. */
  counts: Record<Dimension, number[]>
  /**
   * For each relation type, how many initiatives begin in each year under all filters but the period; the first number
   * is for `columns.years[0]`.
   */
  histogram: number[][]
  counters: Counters
  /** What each initiative fails, as bits: 0 where it passes. */
  failed: Uint16Array
  /** How many initiatives had to be looked at for more than one number each to come from the selection before to this one. */
  touched: number
}

/** What a selection is made of. */
interface Question {
  filters: Filters
  asOf: Day
  matches: Matches | null
  silentYears: number
}

/** A selection with the question that it answers. */
interface Answer {
  question: Question
  selection: Selection
}

/**
 * Selects initiatives.
 *
 * @param matches the initiatives in which the words of `filters.text` occur, see `matchText`; `null` while the filters ask for
 *   no words or the texts are not there yet
 * @param silentYears after how many years without a milestone a pending initiative is silent
 */
export function select(
  columns: Columns,
  filters: Filters,
  asOf: Day,
  matches: Matches | null,
  silentYears = SILENT_YEARS,
): Selection {
  return selectAnew(columns, { filters, asOf, matches, silentYears })
}

/**
 * Makes a function that selects as {@link select} does and remembers its last answer: of the next one it works out only what
 * differs. Another filter asks each initiative for one number; another day asks those that have a milestone in between.
 */
export function createSelect(
  columns: Columns,
): (filters: Filters, asOf: Day, matches: Matches | null, silentYears?: number) => Selection {
  let last: Answer | null = null
  return (filters, asOf, matches, silentYears = SILENT_YEARS) => {
    const question = { filters, asOf, matches, silentYears }
    const selection = last ? selectOn(columns, last, question) : selectAnew(columns, question)
    last = { question, selection }
    return selection
  }
}

function selectAnew(columns: Columns, question: Question): Selection {
  const { count } = columns
  const outcomes = new Uint8Array(count)
  const silent = new Uint8Array(count)
  const failed = new Uint16Array(count)
  const counters = emptyCounters(columns)
  const heardAfter = yearsBefore(question.asOf, question.silentYears)
  for (let i = 0; i < count; i++) standAt(columns, i, question.asOf, heardAfter, outcomes, silent)
  for (const part of PARTS) testOf(columns, part, question, outcomes)(failed)
  const put = counterOf(columns, counters, outcomes, silent, failed)
  let begun = 0
  for (let i = 0; i < count; i++) {
    if (outcomes[i] !== NO_OUTCOME) begun++
    put(i, 1)
  }
  return selectionOf(columns, question.asOf, { outcomes, silent, failed, counters, begun, touched: count })
}

/** From one answer to the next. */
function selectOn(columns: Columns, { question: past, selection: from }: Answer, next: Question): Selection {
  const { milestoneOwners } = columns
  const heard = [yearsBefore(past.asOf, past.silentYears), yearsBefore(next.asOf, next.silentYears)] as const
  const spans = [milestonesBetween(columns, past.asOf, next.asOf), milestonesBetween(columns, ...heard)]
  const between = spans.reduce((sum, [start, end]) => sum + end - start, 0)
  // From here on it is quicker to begin anew.
  if (between > columns.count / 2) return selectAnew(columns, next)

  const outcomes = from.outcomes.codes.slice()
  const silent = from.silent.slice()
  const failed = from.failed.slice()
  const counters = copyCounters(from.counters)
  const put = counterOf(columns, counters, outcomes, silent, failed)
  let { begun } = from
  const passesOutcome = passing(columns, 'outcome', past.filters)
  for (const [start, end] of spans) {
    for (let j = start; j < end; j++) {
      const i = milestoneOwners[j]!
      put(i, -1)
      if (outcomes[i] !== NO_OUTCOME) begun--
      standAt(columns, i, next.asOf, heard[1], outcomes, silent)
      const outcome = outcomes[i]!
      if (outcome !== NO_OUTCOME) begun++
      const bits =
        outcome === NO_OUTCOME ? UNBEGUN_BIT : passesOutcome === null || passesOutcome[outcome] === 1 ? 0 : BITS.outcome
      failed[i] = (failed[i]! & ~(UNBEGUN_BIT | BITS.outcome)) | bits
      put(i, 1)
    }
  }
  let touched = between
  const changed = PARTS.filter((part) => isAskedAnew(part, past, next))
  if (changed.length > 0) {
    const mask = changed.reduce((bits, part) => bits | bitOf(part), 0)
    const after = failed.slice()
    for (let i = 0; i < after.length; i++) after[i]! &= ~mask
    for (const part of changed) testOf(columns, part, next, outcomes)(after)
    for (let i = 0; i < after.length; i++) {
      if (after[i] === failed[i]) continue
      put(i, -1)
      failed[i] = after[i]!
      put(i, 1)
      touched++
    }
  }
  return selectionOf(columns, next.asOf, { outcomes, silent, failed, counters, begun, touched })
}

/** What an initiative can fail: the dimensions, the period and the words; not to have begun goes with the outcome. */
const PARTS = [...DIMENSIONS, 'period', 'text'] as const
type Part = (typeof PARTS)[number]

function bitOf(part: Part): number {
  return part === 'period' ? PERIOD_BIT : part === 'text' ? TEXT_BIT : BITS[part]
}

function isAskedAnew(part: Part, past: Question, next: Question): boolean {
  return part === 'text' ? past.matches !== next.matches : past.filters[part] !== next.filters[part]
}

/** Sets the bits of one part in all initiatives that fail it; their other bits stay. */
function testOf(
  columns: Columns,
  part: Part,
  { filters, matches }: Question,
  outcomes: Uint8Array,
): (failed: Uint16Array) => void {
  const bit = bitOf(part)
  if (part === 'outcome') {
    const pass = passing(columns, part, filters)
    return (failed) => {
      for (let i = 0; i < failed.length; i++) {
        if (outcomes[i] === NO_OUTCOME) failed[i]! |= UNBEGUN_BIT
        else if (pass !== null && pass[outcomes[i]!] === 0) failed[i]! |= bit
      }
    }
  }
  if (part === 'text') {
    return (failed) => {
      if (matches) for (let i = 0; i < failed.length; i++) if (matches[i] === 0) failed[i]! |= bit
    }
  }
  if (part === 'period') {
    const { period } = filters
    const { beginYears } = columns
    return (failed) => {
      if (period === null) return
      const [first, last] = period
      for (let i = 0; i < failed.length; i++) {
        const year = beginYears[i]!
        if (year < first || year > last) failed[i]! |= bit
      }
    }
  }
  const pass = passing(columns, part, filters)
  const { codes } = columns.rows[ROW_OF[part]]
  return (failed) => {
    if (pass) for (let i = 0; i < failed.length; i++) if (pass[codes[i]!] === 0) failed[i]! |= bit
  }
}

/** By code of the column that a dimension rests on, 1 where such initiatives pass; `null` where all do. */
function passing(columns: Columns, dimension: Dimension, filters: Filters): Uint8Array | null {
  const chosen = filters[dimension]
  if (chosen === null) return null
  const isChosen = columns.options[dimension].map(({ value }) => chosen.includes(value))
  if (dimension === 'outcome') return Uint8Array.from(isChosen, Number)
  return Uint8Array.from(columns.optionsByCode[dimension], (own) => Number(own.some((option) => isChosen[option])))
}

/** Where the milestones that take effect between two days stand among all: after the earlier one, up to the later one. */
function milestonesBetween(columns: Columns, one: Day, other: Day): [start: number, end: number] {
  const [from, to] = one < other ? [one, other] : [other, one]
  return [milestonesBy(columns, from), milestonesBy(columns, to)]
}

function selectionOf(
  columns: Columns,
  asOf: Day,
  own: Pick<Selection, 'silent' | 'failed' | 'counters' | 'begun' | 'touched'> & { outcomes: Uint8Array },
): Selection {
  const { counters, failed } = own
  const yearCount = columns.years[1] - columns.years[0] + 1
  let positions: number[] | null = null
  return {
    ...own,
    asOf,
    outcomes: new Outcomes(own.outcomes),
    size: counters.selected,
    get initiatives() {
      return (positions ??= positionsOf(failed, counters.selected))
    },
    counts: optionCounts(columns, counters),
    histogram: columns.options.type.map((_, type) => [
      ...counters.histogram.subarray(type * yearCount, (type + 1) * yearCount),
    ]),
  }
}

function positionsOf(failed: Uint16Array, size: number): number[] {
  const positions = new Array<number>(size)
  for (let i = 0, place = 0; place < size; i++) if (failed[i] === 0) positions[place++] = i
  return positions
}
