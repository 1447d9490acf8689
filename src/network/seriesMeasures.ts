import { dayNumber, yearOf, type Day } from '../model/dates.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Texts } from '../model/outline.ts'
import type { Series } from '../model/schema.ts'
import type { Columns } from './columns.ts'
import type { Link } from './links.ts'
import { COUNTS, readCount, type Measure, type Measured, type Reading } from './measures.ts'
import { isOfParts, linesBetween, type Line } from './series.ts'
import { upperFirst } from './words.ts'

/** Measures that rest on the series of a dataset; sent with the texts, since nothing can be read of them before. */

/** A measure must be known of so many dyads to be offered: of fewer there is nothing to compare. */
const FEWEST_DYADS = 3
/** After all that a date of four digits can name. */
const END_OF_TIME = dayNumber(9999, 12, 31)

/** All measures of a dataset, those of its series as soon as the texts are there. */
export function measuresOf(columns: Columns, texts: Texts | null): Measure[] {
  return [...COUNTS, ...(texts ? seriesMeasures(columns, texts).map(({ measure }) => measure) : [])]
}

/** A measure of a series, with the whole line of every dyad that it knows. */
interface SeriesMeasure {
  measure: Measure
  series: Series
  lines: ReadonlyMap<string, readonly Line[]>
}

const known = new WeakMap<Texts, SeriesMeasure[]>()

function seriesMeasures(columns: Columns, texts: Texts): SeriesMeasure[] {
  const made = known.get(texts)
  if (made) return made
  const own = texts.series.filter((series) => !isOfParts(series)).flatMap((series) => measuresOfSeries(columns, series))
  known.set(texts, own)
  return own
}

function measuresOfSeries(columns: Columns, series: Series): SeriesMeasure[] {
  const kinds = new Map<string, { kind: string; unit: string; lines: Map<string, Line[]> }>()
  for (const { id, a, b } of columns.dyads) {
    for (const line of linesBetween(series, a, b, END_OF_TIME)) {
      const key = `${line.kind}/${line.unit}`
      const kind = kinds.get(key) ?? { kind: line.kind, unit: line.unit, lines: new Map<string, Line[]>() }
      kinds.set(key, kind)
      kind.lines.set(id, [...(kind.lines.get(id) ?? []), line])
    }
  }
  const offered = [...kinds.values()].filter(({ lines }) => lines.size >= FEWEST_DYADS)
  const hasUnits = new Set(offered.map(({ unit }) => unit)).size > 1
  return offered.map(({ kind, unit, lines }) => {
    const isPerCent = unit === '%'
    const words = [kind, hasUnits ? unit : ''].filter((own) => own !== '')
    return {
      measure: {
        id: [series.id, ...words.map(slug)].join('.'),
        label: words.length > 0 ? `${series.title}: ${words.join(', ')}` : series.title,
        unit,
        type: series.type ?? null,
        together: isPerCent ? 'mean' : 'sum',
        meaning: `${upperFirst(series.measure)}. ${
          isSummed(series)
            ? 'The sum of the years of the period up to the as-of date.'
            : 'The latest year of the period that was known by the as-of date.'
        }`,
      },
      series,
      lines,
    }
  })
}

function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/**
 * True for a series whose years can be added up: it gives every year, since a year without a row is a zero. Where a year
 * may be unknown a sum would pass for more than it is, so the latest known value stands for the pair.
 */
function isSummed({ absence }: Series): boolean {
  return absence === 'zero'
}

interface ReadingInput {
  columns: Columns
  texts: Texts | null
  /** Every link of the dataset, see `everyLink`. */
  every: readonly Link[]
  outcomes: readonly (Outcome | null)[]
  /** The filter's years; `null` for all. */
  period: readonly [number, number] | null
  asOf: Day
}

/**
 * Reads a measure at an as-of date.
 * @param id of a measure; one that the dataset has not, or not yet, is read as the number of initiatives
 */
export function readMeasure(id: string, { columns, texts, every, outcomes, period, asOf }: ReadingInput): Reading {
  const own = texts && seriesMeasures(columns, texts).find(({ measure }) => measure.id === id)
  return own ? readSeries(own, period, asOf) : readCount(id, every, outcomes)
}

function readSeries({ measure, series, lines }: SeriesMeasure, period: ReadingInput['period'], asOf: Day): Reading {
  const summed = isSummed(series)
  const values = new Map<string, Measured | null>()
  const of: Reading['of'] = ({ type, valence, dyad }) => {
    if ((measure.type !== null && type !== measure.type) || valence === 'conflict') return null
    let value = values.get(dyad.id)
    if (value === undefined) {
      value = valueOf(lines.get(dyad.id) ?? [], summed, period, asOf)
      values.set(dyad.id, value)
    }
    return value
  }
  return {
    measure,
    of,
    ofActor: (actor, links) => {
      const own = links
        .filter(({ dyad }) => dyad.a === actor || dyad.b === actor)
        .flatMap((link) => of(link)?.value ?? [])
      if (own.length === 0) return null
      const sum = own.reduce((x, y) => x + y)
      return measure.together === 'mean' ? sum / own.length : sum
    },
    most: [...lines.values()].reduce((most, own) => Math.max(most, mostOf(own, summed)), 0) || 1,
  }
}

/** The value of the lines between two actors in a period; both directions are added. */
function valueOf(lines: readonly Line[], summed: boolean, period: ReadingInput['period'], asOf: Day): Measured | null {
  const lastYear = dayNumber(yearOf(asOf), 12, 31) <= asOf ? yearOf(asOf) : yearOf(asOf) - 1
  const [from, to] = [period?.[0] ?? -Infinity, Math.min(period?.[1] ?? Infinity, lastYear)]
  const within = lines.map(({ points }) => points.filter(({ year, until }) => year >= from && until <= to))
  const all = within.flat()
  if (all.length === 0) return null
  const last = all.reduce((year, { until }) => Math.max(year, until), -Infinity)
  if (!summed) {
    const latest = all.filter(({ until }) => until === last)
    return { value: latest.reduce((sum, { value }) => sum + value, 0), years: [latest[0]!.year, last] }
  }
  const first = all.reduce((year, own) => Math.min(year, own.year), Infinity)
  return { value: all.reduce((sum, { value }) => sum + value, 0), years: [first, last] }
}

function mostOf(lines: readonly Line[], summed: boolean): number {
  const points = lines.flatMap((line) => line.points)
  if (summed) return points.reduce((sum, { value }) => sum + value, 0)
  const years = new Map<number, number>()
  for (const { until, value } of points) years.set(until, (years.get(until) ?? 0) + value)
  return [...years.values()].reduce((most, value) => Math.max(most, value), 0)
}
