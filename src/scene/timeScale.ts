import { dayNumber, daysInMonth, isoDate, yearOf, type Day } from '../model/dates.ts'

/** The time axis of the Timeline: which years are in sight, and where a day lies on it. */

/** The first and the last year in sight. */
export type Span = readonly [first: number, last: number]

/** Years in sight at least. */
const FEWEST_YEARS = 2

/** A stretch of time laid over so many pixels. */
export interface TimeScale {
  from: Day
  to: Day
  /** In CSS pixels, above 0. */
  width: number
}

/** The scale on which the years of a span fill a width, moved by so many days (later where positive). */
export function scaleOf([first, last]: Span, width: number, moved = 0): TimeScale {
  return { from: dayNumber(first, 1, 1) + moved, to: dayNumber(last + 1, 1, 1) + moved, width }
}

/** How many pixels from the start of the scale a day begins; below 0 or above the width where it is out of sight. */
export function placeOf({ from, to, width }: TimeScale, day: Day): number {
  return ((day - from) / (to - from)) * width
}

/** The day at a place in pixels from the start of the scale. */
export function dayAt({ from, to, width }: TimeScale, place: number): Day {
  return Math.round(from + (place / width) * (to - from))
}

/** A chosen span as far as the dataset reaches; all of it where none is chosen or the two do not meet. */
export function spanWithin(chosen: Span | null, whole: Span): Span {
  if (!chosen) return whole
  const first = Math.max(chosen[0], whole[0])
  const last = Math.min(chosen[1], whole[1])
  return last - first + 1 < FEWEST_YEARS ? whole : [first, last]
}

/**
 * The span after zooming: `factor` times fewer years, by one at least, such that the year under the pointer stays.
 * @param factor above 1 to see fewer years, below 1 to see more
 * @param around the place that stays, from 0 (first day in sight) to 1 (last day)
 * @returns `null` where that is all of the dataset
 */
export function zoomSpan([first, last]: Span, whole: Span, factor: number, around = 0.5): Span | null {
  const years = last - first + 1
  const most = whole[1] - whole[0] + 1
  const wanted = Math.round(years / factor)
  const next = Math.max(FEWEST_YEARS, factor > 1 ? Math.min(wanted, years - 1) : Math.max(wanted, years + 1))
  if (next >= most) return null
  const start = Math.round(first + (years - next) * around)
  return keptWithin([start, start + next - 1], whole)
}

/** The span moved by whole years, later where positive, and no further than the dataset reaches. */
export function moveSpan([first, last]: Span, whole: Span, years: number): Span {
  return keptWithin([first + years, last + years], whole)
}

function keptWithin([first, last]: Span, whole: Span): Span {
  const back = Math.max(0, last - whole[1])
  const forth = Math.max(0, whole[0] - first)
  return [first - back + forth, last - back + forth]
}

/** Above so many days in a pixel a date is set by the month. */
const MONTHLY = 3

/**
 * The as-of date that a place on the scale means: the day where one can aim at days, else the nearest end of a month;
 * never outside the reach of the dataset.
 */
export function asOfAt(scale: TimeScale, place: number, [earliest, latest]: readonly [Day, Day]): Day {
  const day = dayAt(scale, place)
  const aimed = (scale.to - scale.from) / scale.width > MONTHLY ? nearestMonthEnd(day) : day
  return Math.min(latest, Math.max(earliest, aimed))
}

function nearestMonthEnd(day: Day): Day {
  const [year, month] = isoDate(day).split('-').map(Number) as [number, number]
  const before = dayNumber(year, month, 1) - 1
  const after = dayNumber(year, month, daysInMonth(year, month))
  return day - before < after - day ? before : after
}

/** The first days of April, July and October in sight, for an axis on which a year is wide. */
export function quarterTicks(from: Day, to: Day): { month: 4 | 7 | 10; day: Day }[] {
  const ticks: { month: 4 | 7 | 10; day: Day }[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    for (const month of [4, 7, 10] as const) {
      const day = dayNumber(year, month, 1)
      if (day >= from && day <= to) ticks.push({ month, day })
    }
  }
  return ticks
}

/** Words that are to stand at a place on the axis. */
export interface AxisLabel {
  /** Pixels from the start of the axis. */
  place: number
  /** How wide the words are, in pixels. */
  width: number
}

/** Pixels between two labels at least. */
const BETWEEN_LABELS = 8
/** Pixels from its place to a label's nearer end at most: further off one would not see that they belong together. */
const FURTHEST_LABEL = 90

/**
 * Where labels begin on one line, in pixels: each in the middle over its place as far as the edges allow, else as near
 * to that as the labels before it leave room.
 * @param labels the most important first
 * @param width of the axis, in pixels
 * @returns for each label where it begins; `null` where its place is out of sight or there is no room
 */
export function placeLabels(labels: readonly AxisLabel[], width: number): (number | null)[] {
  const taken: [number, number][] = []
  return labels.map(({ place, width: own }) => {
    if (place < 0 || place > width || own > width) return null
    const middle = Math.min(width - own, Math.max(0, place - own / 2))
    const beside = taken.flatMap(([from, to]) => [from - BETWEEN_LABELS - own, to + BETWEEN_LABELS])
    const start = [middle, ...beside]
      // In fractions of pixels the same end is reached by sums that differ.
      .filter((wanted) => wanted >= 0 && wanted + own <= width + 0.01)
      .filter((wanted) =>
        taken.every(([from, to]) => wanted >= to + BETWEEN_LABELS || wanted + own + BETWEEN_LABELS <= from),
      )
      .filter((wanted) => Math.max(wanted - place, place - wanted - own) <= FURTHEST_LABEL)
      .sort((x, y) => Math.abs(x - middle) - Math.abs(y - middle))[0]
    if (start === undefined) return null
    taken.push([start, start + own])
    return start
  })
}
