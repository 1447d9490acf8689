/**
 * Dates as evidence gives them: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, never more precise than the source.
 * For arithmetic a date becomes a *day number*: whole days since 1970-01-01 in UTC, negative before it.
 */

/** Whole days since 1970-01-01 (UTC). */
export type Day = number

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const MS_A_DAY = 86_400_000
/** Of the Gregorian calendar, on average and near enough. */
export const DAYS_A_YEAR = 365.25

/** After all that a date of four digits can name. */
export const END_OF_TIME: Day = Date.UTC(9999, 11, 31) / MS_A_DAY

/** How precise a date is. */
export type Precision = 'year' | 'month' | 'day'

/** A date of any precision with the first and the last day that it can stand for. */
export interface DateSpan {
  precision: Precision
  first: Day
  last: Day
}

/**
 * Reads a date of evidence.
 * @returns the span of days it can stand for, or `null` where the text is no date that exists (2015-02-30, 2015-13, "May 2015").
 */
export function parseDate(text: string): DateSpan | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (match[2] === undefined) {
    return { precision: 'year', first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  }
  const month = Number(match[2])
  if (month < 1 || month > 12) return null
  const length = daysInMonth(year, month)
  if (match[3] === undefined) {
    return { precision: 'month', first: dayNumber(year, month, 1), last: dayNumber(year, month, length) }
  }
  const date = Number(match[3])
  if (date < 1 || date > length) return null
  const day = dayNumber(year, month, date)
  return { precision: 'day', first: day, last: day }
}

/** The day number of a civil date; `month` counts from 1. */
export function dayNumber(year: number, month: number, date: number): Day {
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, date)
  return Math.round(time.getTime() / MS_A_DAY)
}

/** The number of days in a month (1 to 12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const time = new Date(0)
  time.setUTCFullYear(year, month, 0)
  return time.getUTCDate()
}

/** A day number as `YYYY-MM-DD`. */
export function isoDate(day: Day): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10)
}

/** The day, in UTC, by the clock of this machine. */
export function today(): Day {
  return Math.floor(Date.now() / MS_A_DAY)
}

/** The calendar day of a moment (ISO 8601) by the clock of this machine, as `YYYY-MM-DD`: for what a person did, not for evidence. */
export function dayHere(moment: string): string {
  const at = new Date(moment)
  return isoDate(dayNumber(at.getFullYear(), at.getMonth() + 1, at.getDate()))
}

/** The same calendar day so many years earlier; 29 February becomes 28 February where that year has none. */
export function yearsBefore(day: Day, years: number): Day {
  const [year, month, date] = isoDate(day).split('-').map(Number) as [number, number, number]
  return dayNumber(year - years, month, Math.min(date, daysInMonth(year - years, month)))
}

/** The calendar year that a day falls in. */
export function yearOf(day: Day): number {
  // In whole numbers, after Howard Hinnant's days_from_civil: of a million days it takes a tenth of the time of a Date each.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  // Its years begin in March: the last two months are of the next one.
  return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0)
}

/**
 * The days on which the milestones of one initiative take effect.
 *
 * A date that is not given to the day takes effect on the last day it can stand for, since only by then is it known
 * to have happened: "2015" on 2015-12-31. The order of the milestones is evidence too, so none takes effect later
 * than the next one: "2002-12" followed by "2002-12-17" takes effect on 2002-12-17. (Codebook, "Dates".)
 *
 * @param dates the dates of the milestones, in the order of their list
 * @returns as many days, never falling
 * @throws RangeError where one is no date
 */
export function effectiveDays(dates: readonly string[]): Day[] {
  const days = new Array<Day>(dates.length)
  let next = Number.POSITIVE_INFINITY
  for (let i = dates.length - 1; i >= 0; i--) {
    const span = parseDate(dates[i]!)
    if (!span) throw new RangeError(`effectiveDays: "${dates[i]}" is no date; write YYYY, YYYY-MM or YYYY-MM-DD`)
    next = Math.min(span.last, next)
    days[i] = next
  }
  return days
}
