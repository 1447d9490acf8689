import type { Day } from '../model/dates.ts'
import { yearMarks, yearPlace } from '../network/series.ts'
import { lettersIn } from './letters.ts'

/** The axis of years that the charts of a series and the strips under them share, so that years stand over each other. */
export interface TimeAxis {
  /** Where the axis begins and ends, see `yearPlace`; it ends with the as-of date. */
  from: number
  to: number
  /** The years that are labelled. */
  marks: number[]
  /** The earlier day that the as-of date is compared with, where it is in sight. */
  since: number | null
  /** Pixels left of the axis for the labels of values, and right of it for the names of lines. */
  left: number
  right: number
}

/** Pixels left of an axis for the labels of values. */
export const AXIS_LEFT = 36

/**
 * The axis on which values and initiatives stand together, from the first of either to the as-of date.
 * @param first the first years that values cover
 * @param begins the days on which initiatives begin
 * @param names of the lines, which stand right of the axis
 * @param mostMarks how many labels of years there is room for; the narrowest panel has room for four
 */
export function timeAxis(
  first: readonly number[],
  begins: readonly Day[],
  names: readonly string[],
  asOf: Day,
  sinceDay: Day | null,
  mostMarks = 4,
): TimeAxis {
  const to = yearPlace(asOf + 1)
  const from = Math.min(...first, ...begins.map((day) => Math.floor(yearPlace(day))), to - 1)
  const since = sinceDay === null ? null : yearPlace(sinceDay + 1)
  return {
    from,
    to,
    marks: yearMarks(from, to, mostMarks),
    since: since !== null && since > from && since < to ? since : null,
    left: AXIS_LEFT,
    right: roomForNames(names),
  }
}

/** Pixels for names right of a chart, in a font of 11 pixels. */
export function roomForNames(names: readonly string[]): number {
  const longest = names.reduce((most, name) => Math.max(most, lettersIn(name)), 0)
  return longest === 0 ? 14 : Math.min(122, 12 + longest * 6.6)
}

/** The lines of a chart by rank: they differ by colour, by thickness and by the shape of their points. */
export const CHART_LINES = [
  { stroke: 'type', width: 2.2, symbol: 'circle' },
  { stroke: 'ink', width: 1.4, symbol: 'square' },
  { stroke: 'muted', width: 1.4, symbol: 'triangle' },
  { stroke: 'accent', width: 1.4, symbol: 'diamond' },
  { stroke: 'ink', width: 1.4, symbol: 'times' },
] as const
export type ChartLine = (typeof CHART_LINES)[number]

/** How the line of a rank is drawn; `type` stands for the colour of the relation type. */
export function chartLine(rank: number): ChartLine {
  return CHART_LINES[rank % CHART_LINES.length]!
}

/** "15–19" for the window of 2015 to 2019. */
export function windowLabel({ year, until }: { year: number; until: number }): string {
  const short = (own: number) => String(own % 100).padStart(2, '0')
  return year === until ? `${year}` : `${short(year)}–${short(until)}`
}
