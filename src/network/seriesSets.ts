import type { Day } from '../model/dates.ts'
import type { Texts } from '../model/outline.ts'
import type { Series } from '../model/schema.ts'
import { chartsOf, isOfParts, largestLines, partnersIn, wholesOf, type SeriesChart, type Whole } from './series.ts'

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

/** Whose series are shown, and by when their values have to be known. */
export interface SeriesOf {
  /** The actor from whose side the series are read. */
  actor: string
  /** The other one; `null` for the largest partners of the actor. */
  partner: string | null
  /** The partners and relation types that the filters ask for; `null` for all. */
  partners: readonly string[] | null
  types: readonly string[] | null
  asOf: Day
}

/** The actors, in their order, that could stand beside in some series. */
export function othersInSeries(
  series: readonly Series[],
  actors: readonly { id: string }[],
  { actor, partner, types, asOf }: SeriesOf,
): string[] {
  const having = new Set(seriesInSight(series, types).flatMap((own) => partnersIn(own, actor, asOf)))
  return actors.map(({ id }) => id).filter((id) => id !== partner && having.has(id))
}

/**
 * What is shown of all series, in their order; those of which nothing was known are left out.
 * @param others see {@link othersInSeries}
 * @param beside one of the others that always has its line; `null` for none
 */
export function seriesSets(
  series: readonly Series[],
  others: readonly string[],
  beside: string | null,
  { actor, partner, partners, types, asOf }: SeriesOf,
): SeriesSet[] {
  const known = partner === null ? others.filter((id) => partners?.includes(id) ?? true) : [partner]
  return seriesInSight(series, types).flatMap((own) => seriesSet(own, actor, known, beside, asOf) ?? [])
}

function seriesInSight(series: readonly Series[], types: readonly string[] | null): Series[] {
  return series.filter(({ type }) => type === undefined || (types?.includes(type) ?? true))
}

/** Who published the values that are shown of a series, in the order of these values. */
export function publishersOf({ charts, wholes }: SeriesSet, sources: Texts['sources']): string[] {
  const observations = [
    ...charts.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ observation }) => observation))),
    ...wholes.flatMap(({ parts }) => parts.map(({ observation }) => observation)),
  ]
  const cited = new Set(observations.flatMap((observation) => observation?.sources ?? []))
  return [...new Set([...cited].flatMap((id) => sources[id]?.publisher ?? []))]
}
