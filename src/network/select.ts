import { yearsBefore, type Day } from '../model/dates.ts'
import { OUTCOMES, SILENT_YEARS } from '../model/outcome.ts'
import { milestonesBy, ROW_OF, type Columns, type FixedDimension } from './columns.ts'
import {
  copyCounters,
  countingIn,
  emptyCounters,
  FIXED_DIMENSIONS,
  GROUP_BITS,
  optionCounts,
  OUTCOME_BIT,
  PERIOD_BIT,
  TEXT_BIT,
  UNBEGUN_BIT,
  type Counters,
  type Marks,
} from './counters.ts'
import type { Dimension, Filters } from './filters.ts'
import { OUTCOME_OF, Outcomes, SILENT, standingAt, standingsAt, UNBEGUN } from './standing.ts'

/** For each initiative 1 where it is found, else 0. */
export type Matches = Uint8Array

/** The initiatives that pass the filters at an as-of date, and what each other choice would give. */
export interface Selection {
  asOf: Day
  /** The outcome of every initiative at the as-of date; `null` for one that has not begun. */
  outcomes: Outcomes
  /** Whether the initiative at a position is pending and silent, see `isSilent`; whatever the filters. */
  isSilent: (position: number) => boolean
  /** Whether the initiative at a position passes. */
  passes: (position: number) => boolean
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
  marks: Marks
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
  const { groups, count } = columns
  const standings = standingsAt(columns, question.asOf, yearsBefore(question.asOf, question.silentYears))
  const marks = {
    standings,
    own: ownMarks(columns, question, standings),
    groups: groupMarks(columns, question.filters),
  }
  const counters = emptyCounters(columns)
  const counting = countingIn(columns, counters)
  for (let group = 0; group < groups.count; group++) counting.addGroup(group, marks)
  let begun = 0
  for (const standing of standings) if (standing !== UNBEGUN) begun++
  return selectionOf(columns, question.asOf, { marks, counters, begun, touched: count })
}

/** From one answer to the next: arrays in which something changes are copied before, so that earlier answers stay. */
function selectOn(columns: Columns, { question: past, selection: from }: Answer, next: Question): Selection {
  const heard = [yearsBefore(past.asOf, past.silentYears), yearsBefore(next.asOf, next.silentYears)] as const
  const spans = [milestonesBetween(columns, past.asOf, next.asOf), milestonesBetween(columns, ...heard)]
  const between = spans.reduce((sum, [start, end]) => sum + end - start, 0)
  // From here on it is quicker to begin anew.
  if (between > columns.count / 2) return selectAnew(columns, next)

  const counters = copyCounters(from.counters)
  const counting = countingIn(columns, counters)
  let { marks, begun } = from
  let touched = between
  if (between > 0) {
    marks = { ...marks, standings: marks.standings.slice(), own: marks.own.slice() }
    begun += passTime(columns, spans, { ...past, asOf: next.asOf }, heard[1], marks, (slot, sign) =>
      counting.addSlot(slot, sign, marks),
    )
  }
  const isOwnAsked =
    past.matches !== next.matches ||
    past.filters.period !== next.filters.period ||
    past.filters.outcome !== next.filters.outcome
  const isGroupAsked = FIXED_DIMENSIONS.some((dimension) => past.filters[dimension] !== next.filters[dimension])
  if (isOwnAsked || isGroupAsked) {
    const after = {
      standings: marks.standings,
      own: isOwnAsked ? ownMarks(columns, next, marks.standings) : marks.own,
      groups: isGroupAsked ? groupMarks(columns, next.filters) : marks.groups,
    }
    const { count } = columns.groups
    for (let group = 0; group < count; group++) touched += counting.moveGroup(group, marks, after)
    marks = after
  }
  return selectionOf(columns, next.asOf, { marks, counters, begun, touched })
}

/**
 * Works out anew what has a milestone in some spans, and counts it out and in.
 * @param question with the day that is come to, under the filters that are still counted by
 * @param marks changed in place
 * @returns how many more have begun; below 0 where the time goes back
 */
function passTime(
  { milestoneOwners, rows, groups }: Columns,
  spans: readonly (readonly [start: number, end: number])[],
  { asOf, filters }: Question,
  heardAfter: Day,
  { standings, own }: Marks,
  count: (slot: number, sign: 1 | -1) => void,
): number {
  const failing = failingBy(filters)
  let begun = 0
  for (const [start, end] of spans) {
    for (let j = start; j < end; j++) {
      const initiative = milestoneOwners[j]!
      const slot = groups.slots[initiative]!
      count(slot, -1)
      if (standings[slot] !== UNBEGUN) begun--
      const standing = standingAt(rows, initiative, asOf, heardAfter)
      if (standing !== UNBEGUN) begun++
      standings[slot] = standing
      own[slot] = (own[slot]! & ~(UNBEGUN_BIT | OUTCOME_BIT)) | failing[standing]!
      count(slot, 1)
    }
  }
  return begun
}

/** By standing, what an initiative fails for it. */
function failingBy({ outcome: chosen }: Filters): Uint8Array {
  const failing = Uint8Array.from(OUTCOME_OF, (outcome) =>
    chosen === null || chosen.includes(OUTCOMES[outcome]!) ? 0 : OUTCOME_BIT,
  )
  failing[UNBEGUN] = UNBEGUN_BIT
  return failing
}

/** What each initiative fails apart from its group, by slot. */
function ownMarks(columns: Columns, { filters, matches }: Question, standings: Uint8Array): Uint8Array<ArrayBuffer> {
  const failing = failingBy(filters)
  const own = new Uint8Array(columns.count)
  for (let slot = 0; slot < own.length; slot++) own[slot] = failing[standings[slot]!]!
  if (filters.period) {
    const [first, last] = filters.period
    const { beginYearsBySlot: years } = columns
    for (let slot = 0; slot < own.length; slot++) {
      if (years[slot]! < first || years[slot]! > last) own[slot]! |= PERIOD_BIT
    }
  }
  if (matches) {
    const { order } = columns.groups
    for (let slot = 0; slot < own.length; slot++) if (matches[order[slot]!] === 0) own[slot]! |= TEXT_BIT
  }
  return own
}

/** What each group fails. */
function groupMarks(columns: Columns, filters: Filters): Uint8Array<ArrayBuffer> {
  const marks = new Uint8Array(columns.groups.count)
  for (const dimension of FIXED_DIMENSIONS) {
    const pass = passing(columns, dimension, filters)
    if (!pass) continue
    const bit = GROUP_BITS[dimension]
    const codes = columns.groups.codes[ROW_OF[dimension]]
    for (let group = 0; group < marks.length; group++) if (pass[codes[group]!] === 0) marks[group]! |= bit
  }
  return marks
}

/** By code of the column that a dimension rests on, 1 where such initiatives pass; `null` where all do. */
function passing(columns: Columns, dimension: FixedDimension, filters: Filters): Uint8Array | null {
  const chosen = filters[dimension]
  if (chosen === null) return null
  const isChosen = columns.options[dimension].map(({ value }) => chosen.includes(value))
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
  own: Pick<Selection, 'marks' | 'counters' | 'begun' | 'touched'>,
): Selection {
  const { counters, marks } = own
  const { slots, groupAt } = columns.groups
  const yearCount = columns.years[1] - columns.years[0] + 1
  let positions: number[] | null = null
  const passes = (position: number) => {
    const slot = slots[position]!
    return marks.own[slot] === 0 && marks.groups[groupAt[slot]!] === 0
  }
  return {
    ...own,
    asOf,
    outcomes: new Outcomes(marks.standings, slots),
    isSilent: (position) => marks.standings[slots[position]!] === SILENT,
    passes,
    size: counters.selected,
    get initiatives() {
      positions ??= positionsOf(passes, counters.selected)
      return positions
    },
    counts: optionCounts(columns, counters),
    histogram: columns.options.type.map((_, type) => [
      ...counters.histogram.subarray(type * yearCount, (type + 1) * yearCount),
    ]),
  }
}

function positionsOf(passes: (position: number) => boolean, size: number): number[] {
  const positions = new Array<number>(size)
  for (let i = 0, place = 0; place < size; i++) if (passes(i)) positions[place++] = i
  return positions
}
