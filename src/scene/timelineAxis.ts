import { dateInWords } from '../language/dates.ts'
import { known, msg, t } from '../language/messages.ts'
import { parseDate } from '../model/dates.ts'
import type { Outline } from '../model/outline.ts'
import { yearTicks } from '../network/profile.ts'
import { placeOf, quarterTicks, type TimeScale } from './timeScale.ts'

/** What stands on the time axis of the Timeline. */

const DAYS_A_YEAR = 365
/** The quarters that are named, by the month that they begin with. */
export const QUARTERS = { 4: msg('Apr'), 7: msg('Jul'), 10: msg('Oct') }

/**
 * The years, and where there is much room the quarters, that are named on an axis.
 * @param yearRoom pixels that the name of a year takes up, with room beside it
 * @param quartersFrom how many pixels wide a year is whose quarters are named
 */
export function axisTicks({ from, to, width }: TimeScale, yearRoom: number, quartersFrom: number) {
  return {
    years: yearTicks(from, to - 1, Math.max(2, Math.floor(width / yearRoom))),
    quarters: (width / (to - from)) * DAYS_A_YEAR >= quartersFrom ? quarterTicks(from, to - 1) : [],
  }
}

/** A day that is marked on the axis and through all rows below it. */
export interface AxisLine {
  kind: 'as-of' | 'since' | 'marked'
  words: string
  /** Pixels from the start of the axis; below 0 or above its width where the day is out of sight. */
  place: number
}

/**
 * The as-of date, which comes first, the earlier day that it is compared with, and the marked dates that have passed by it.
 * @param since `null` for none; one that is not earlier is left out
 */
export function axisLines(
  scale: TimeScale,
  asOf: string,
  since: string | null,
  markedDates: Outline['markedDates'],
): AxisLine[] {
  const last = (date: string) => parseDate(date)!.last
  const line = (kind: AxisLine['kind'], date: string, words: string): AxisLine => ({
    kind,
    words,
    place: placeOf(scale, last(date)),
  })
  return [
    line('as-of', asOf, dateInWords(asOf)),
    ...(since !== null && last(since) < last(asOf)
      ? [line('since', since, t('since {date}', { date: dateInWords(since) }))]
      : []),
    ...markedDates
      .filter(({ date }) => last(date) <= last(asOf))
      .map(({ date, label }) => line('marked', date, known(label))),
  ]
}

export function isInSight({ place }: AxisLine, { width }: TimeScale): boolean {
  return place >= 0 && place <= width
}

/**
 * The words at a line and the place that they belong to. The as-of date is said also where the years in sight do not have
 * it: an arrow shows the way.
 */
export function labelOf(line: AxisLine, scale: TimeScale): { words: string; place: number } {
  const { kind, words, place } = line
  if (kind !== 'as-of' || isInSight(line, scale)) return { words, place }
  return place < 0 ? { words: `‹ ${words}`, place: 0 } : { words: `${words} ›`, place: scale.width }
}
