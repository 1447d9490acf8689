import { dayNumber, daysInMonth, yearOf, type Day } from '../model/dates.ts'
import { OUTCOMES } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import { emptyTally, type Tally } from './links.ts'
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
  const first = yearOf(initiatives.reduce((day, i) => Math.min(day, columns.begins[i]!), Number.POSITIVE_INFINITY))
  const days: Day[] = []
  for (let year = first - 1; year < yearOf(until); year++) days.push(dayNumber(year, 12, 31))
  days.push(until)
  // What begins or changes in each year; summed up from year to year it is what stands at the end of each.
  const differences = new Int32Array(days.length * OUTCOMES.length)
  const { ends, days: own, stages } = columns.rows
  const placeOf = placesOf(days)
  for (const i of initiatives) {
    let known = 0
    let before = -1
    for (let j = i === 0 ? 0 : ends[i - 1]!; j < ends[i]! && own[j]! <= until; j++) {
      known = after(known, stages[j]!)
      const day = placeOf(own[j]!)
      const outcome = outcomeAfter(known)
      if (outcome === before) continue
      if (before >= 0) differences[day * OUTCOMES.length + before]!--
      differences[day * OUTCOMES.length + outcome]!++
      before = outcome
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
