import { dayNumber, daysInMonth, yearOf, type Day } from '../model/dates.ts'
import { OUTCOMES } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import { NO_OUTCOME } from './counters.ts'
import { emptyTally, type Tally } from './links.ts'
import { standAt } from './standing.ts'

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
  const first = yearOf(initiatives.reduce((day, i) => Math.min(day, columns.begins[i]!), Number.POSITIVE_INFINITY))
  const days: Day[] = []
  for (let year = first - 1; year < yearOf(until); year++) days.push(dayNumber(year, 12, 31))
  days.push(until)
  // What begins or changes in each year; summed up from year to year it is what stands at the end of each.
  const differences = new Int32Array(days.length * OUTCOMES.length)
  const [outcomes, silent] = [new Uint8Array(columns.count), new Uint8Array(columns.count)]
  const { ends, days: own } = columns.rows
  for (const i of initiatives) {
    const last = own[ends[i]! - 1]!
    let before: number = NO_OUTCOME
    for (let k = Math.max(0, yearOf(columns.begins[i]!) - first); k < days.length; k++) {
      const day = days[k]!
      standAt(columns, i, day, day, outcomes, silent)
      const outcome = outcomes[i]!
      if (outcome !== before) {
        if (before !== NO_OUTCOME) differences[k * OUTCOMES.length + before]!--
        if (outcome !== NO_OUTCOME) differences[k * OUTCOMES.length + outcome]!++
        before = outcome
      }
      // After its last milestone it stays what it is.
      if (day >= last) break
    }
  }
  const sums = OUTCOMES.map(() => 0)
  const moments = days.map((day, k): Moment => {
    const tally = emptyTally()
    OUTCOMES.forEach((outcome, o) => {
      sums[o]! += differences[k * OUTCOMES.length + o]!
      tally[outcome] = sums[o]!
    })
    return { day, tally }
  })
  return moments
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
