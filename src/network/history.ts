import { dayNumber, daysInMonth, yearOf, type Day } from '../model/dates.ts'
import { startIn } from '../model/lines.ts'
import { OUTCOMES } from '../model/outcome.ts'
import { asOfRange, type Columns } from './columns.ts'
import { emptyTally, type Tally } from './links.ts'
import type { Selection } from './select.ts'
import { after, outcomeAfter } from './standing.ts'

/** What a set of initiatives had come to on one day. */
export interface Moment {
  day: Day
  tally: Tally
}

/**
 * What a set of initiatives had come to at the end of each year from the first beginning to a last day, and on that
 * day.
 * @param initiatives positions of initiatives; those not begun on a day are not in that day's tally
 */
export function historyOf(columns: Columns, initiatives: readonly number[], until: Day): Moment[] {
  if (initiatives.length === 0) return []
  const { slots } = columns.groups
  return momentsOf(columns, until, (count) => {
    for (const i of initiatives) count(slots[i]!)
  })
}

/** The same of all initiatives that pass: they are gone through as they lie side by side. */
export function historyOfAll(columns: Columns, { marks, size }: Selection, until: Day): Moment[] {
  if (size === 0) return []
  const { ends, count } = columns.groups
  return momentsOf(columns, until, (tell) => {
    for (let group = 0, slot = 0; group < count; group++) {
      const end = ends[group]!
      if (marks.groups[group] === 0) for (; slot < end; slot++) if (marks.own[slot] === 0) tell(slot)
      slot = end
    }
  })
}

/** @param each calls back with the slot of every initiative that counts */
function momentsOf(columns: Columns, until: Day, each: (count: (slot: number) => void) => void): Moment[] {
  const { ends, days: changeDays, outcomes } = turnsOf(columns)
  const start = Math.min(asOfRange(columns)[0], until)
  // From the year before anything begins to the last day.
  const days: Day[] = []
  for (let year = yearOf(start) - 1; year < yearOf(until); year++) days.push(dayNumber(year, 12, 31))
  days.push(until)
  const placeOf = placesOf(days)
  // What begins or changes in each year; summed up from year to year it is what stands at the end of each.
  const differences = new Int32Array(days.length * OUTCOMES.length)
  let earliest = days.length
  each((slot) => {
    let before = -1
    for (let j = startIn(ends, slot); j < ends[slot]! && changeDays[j]! <= until; j++) {
      const place = placeOf(changeDays[j]!)
      const outcome = outcomes[j]!
      if (before >= 0) differences[place * OUTCOMES.length + before]!--
      else if (place < earliest) earliest = place
      differences[place * OUTCOMES.length + outcome]!++
      before = outcome
    }
  })
  const sums = OUTCOMES.map(() => 0)
  const moments = days.map((day, k): Moment => {
    const tally = emptyTally()
    OUTCOMES.forEach((outcome, o) => {
      sums[o]! += differences[k * OUTCOMES.length + o]!
      tally[outcome] = sums[o]!
    })
    return { day, tally }
  })
  // It begins with the end of the year before the first beginning, when there was nothing yet.
  return moments.slice(Math.min(days.length, Math.max(1, earliest)) - 1)
}

/** The days on which the outcome of an initiative becomes another, by slot. */
interface Turns {
  /** Where those of each slot end, and those of the next one begin. */
  ends: Uint32Array
  days: Int32Array
  /** Which it becomes, as a position in `OUTCOMES`. */
  outcomes: Uint8Array
}

const turns = new WeakMap<Columns, Turns>()

function turnsOf(columns: Columns): Turns {
  const before = turns.get(columns)
  if (before) return before
  const { rows, groups, count } = columns
  const ends = new Uint32Array(count)
  const days = new Int32Array(rows.days.length)
  const outcomes = new Uint8Array(rows.days.length)
  let end = 0
  for (let slot = 0; slot < count; slot++) {
    const i = groups.order[slot]!
    let known = 0
    let last = -1
    for (let j = startIn(rows.ends, i); j < rows.ends[i]!; j++) {
      known = after(known, rows.stages[j]!)
      const outcome = outcomeAfter(known)
      if (outcome === last) continue
      days[end] = rows.days[j]!
      outcomes[end++] = outcome
      last = outcome
    }
    ends[slot] = end
  }
  const own = { ends, days: days.slice(0, end), outcomes: outcomes.slice(0, end) }
  turns.set(columns, own)
  return own
}

/**
 * Makes the function that tells which of some rising days is the first that is not before a given one. It looks it up: asked
 * for each milestone of a million initiatives, a calendar would take longer than all the rest.
 */
function placesOf(days: readonly Day[]): (day: Day) => number {
  const start = days[0]! + 1
  const places = new Uint16Array(days.at(-1)! - days[0]!)
  for (let place = 1; place < days.length; place++)
    places.fill(place, days[place - 1]! + 1 - start, days[place]! + 1 - start)
  return (day) => places[day - start]!
}

/** The last days of the months from the month of `from` to that of `to`; the last is `to` itself. Steps of the as-of slider. */
export function monthEnds(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let year = yearOf(from), month = new Date(from * 86_400_000).getUTCMonth() + 1; ;) {
    const end = dayNumber(year, month, daysInMonth(year, month))
    if (end >= to) break
    days.push(end)
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
  days.push(to)
  return days
}
