import type { Day } from '../model/dates.ts'
import type { Series } from '../model/schema.ts'
import { chartsOf, isOfParts, largestLines, wholesOf, type SeriesChart, type Whole } from './series.ts'

/** Of all partners of an actor, so many of the largest stand in a chart. */
const LARGEST = 3

/** What is shown of one series: its charts, or what one recipient received from all of its suppliers. */
export interface SeriesSet {
  series: Series
  /** The actor from whose side the series is read, and the partners whose values stand in its charts. */
  actor: string
  partners: readonly string[]
  charts: SeriesChart[]
  /** What a single partner received, by supplier, where the series says so; then this is shown and no chart. */
  wholes: Whole[]
}

/**
 * The charts of a series for one partner, for one and another beside it, or for the largest of many.
 * @param known the partners that are asked for
 * @param beside another partner that always has its line; `null` for none
 * @returns `null` where nothing was known by the end of the day
 */
export function seriesSet(
  series: Series,
  actor: string,
  known: readonly string[],
  beside: string | null,
  asOf: Day,
): SeriesSet | null {
  const keep = beside === null ? [] : [beside]
  const asked = [...new Set([...known, ...keep])]
  // What one partner received from all of its suppliers says more than the share of one.
  const wholes = isOfParts(series) && asked.length === 1 ? wholesOf(series, asked[0]!, asOf) : []
  const all = chartsOf(series, actor, asked, asOf)
  const charts = known.length > 1 ? all.map((chart) => largestLines(chart, LARGEST, keep)) : all
  if (charts.length === 0 && wholes.length === 0) return null
  const partners =
    known.length > 1 ? [...new Set(charts.flatMap(({ lines }) => lines.map((line) => line.partner)))] : asked
  return { series, actor, partners, charts, wholes }
}
