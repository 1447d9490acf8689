import { dayNumber, daysInMonth, yearOf, type Day } from '../model/dates.ts'
import { outcomeAt } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import { emptyTally, type Tally } from './links.ts'

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
  return days.map((day) => {
    const tally = emptyTally()
    for (const i of initiatives) {
      const outcome = outcomeAt(columns.outline.initiatives[i]!.milestones, day)
      if (outcome) tally[outcome]++
    }
    return { day, tally }
  })
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
