import { known, onLanguage, t } from '../language/messages.ts'
import { upperFirst } from '../language/numbers.ts'
import { dayNumber, END_OF_TIME, yearOf, type Day } from '../model/dates.ts'
import type { Texts } from '../model/outline.ts'
import type { Series } from '../model/schema.ts'
import type { Columns, Dyad } from './columns.ts'
import type { Outcomes } from './standing.ts'
import type { Link } from './links.ts'
import { COUNTS, readCount, type Measure, type Measured, type Reading } from './measures.ts'
import { isOfParts, kindInWords, latestWhole, linesBetween, wholesOf, type Line, type Whole } from './series.ts'

/** Measures that rest on the series of a dataset; sent with the texts, since nothing can be read of them before. */

/** A measure must be known of so many dyads to be offered: of fewer there is nothing to compare. */
const FEWEST_DYADS = 3
/** All measures of a dataset, those of its series as soon as the texts are there. */
export function measuresOf(columns: Columns, texts: Texts | null): Measure[] {
  return [...COUNTS, ...(texts ? seriesMeasures(columns, texts).map(({ measure }) => measure) : [])]
}

/** A measure of a series, with what it can say of every dyad that it knows. */
interface SeriesMeasure {
  measure: Measure
  /** The largest value in the whole dataset on any day; `null` where this is the whole. */
  scale: number | null
  dyads: ReadonlyMap<string, DyadSeries>
}

/** The largest value of each measure of the series on any day, by its id: what scales rest on. */
export function scalesOf(columns: Columns, texts: Texts): Record<string, number> {
  return Object.fromEntries(seriesMeasures(columns, texts).map((own) => [own.measure.id, mostOf(own)]))
}

/** What a series says of one dyad. */
interface DyadSeries {
  /** The value of the years of a period, see `yearsBetween` and `partsBetween`. */
  within: (from: number, to: number) => Measured | null
  /** The largest value on any day. */
  most: number
}

let measured = new WeakMap<Texts, SeriesMeasure[]>()
onLanguage(() => {
  measured = new WeakMap()
})

function seriesMeasures(columns: Columns, texts: Texts): SeriesMeasure[] {
  const made = measured.get(texts)
  if (made) return made
  const own = texts.series.flatMap((series) => measuresOfSeries(columns, series))
  measured.set(texts, own)
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
  const { scales } = columns.outline
  const idOf = (...words: string[]) => [series.id, ...words.filter((own) => own !== '').map(slug)].join('.')
  // Of a dataset that was cut, what the whole one offers is offered under the same name.
  const isOffered = ({ kind, unit, lines }: { kind: string; unit: string; lines: Map<string, Line[]> }) =>
    scales ? idOf(kind) in scales || idOf(kind, unit) in scales : lines.size >= FEWEST_DYADS
  const offered = [...kinds.values()].filter(isOffered)
  const hasUnits = scales
    ? offered.some(({ kind, unit }) => idOf(kind, unit) in scales)
    : new Set(offered.map(({ unit }) => unit)).size > 1
  const isShared = isOfParts(series)
  const dyads = new Map(columns.dyads.map((dyad) => [dyad.id, dyad]))
  return offered.map(({ kind, unit, lines }) => {
    const words = [kind, hasUnits ? unit : ''].filter((own) => own !== '')
    const name = known(series.title)
    const title = isShared ? t('{series} (volume, with the share)', { series: name }) : name
    const id = idOf(...words)
    const what = upperFirst(known(series.measure))
    const said = words.map((own) => kindInWords(own, columns.outline.actors)).join(t(', '))
    return {
      scale: scales?.[id] ?? null,
      measure: {
        id,
        label: said === '' ? title : t('{series}: {kind}', { series: title, kind: said }),
        unit,
        isCount: false,
        type: series.type ?? null,
        together: unit === '%' ? 'mean' : 'sum',
        meaning: isSummed(series)
          ? t('{measured}. The sum of the years of the period up to the as-of date.', { measured: what })
          : t(
              '{measured}. The latest {span, select, window {window} other {year}} of the period that was known by the as-of date.',
              { measured: what, span: isShared ? 'window' : 'year' },
            ),
      },
      dyads: new Map(
        [...lines].map(([dyad, own]) => [
          dyad,
          isShared ? partsBetween(series, dyads.get(dyad)!) : yearsBetween(series, own),
        ]),
      ),
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
  outcomes: Outcomes
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

function readSeries(series: SeriesMeasure, period: ReadingInput['period'], asOf: Day): Reading {
  const { measure, dyads } = series
  const lastYear = dayNumber(yearOf(asOf), 12, 31) <= asOf ? yearOf(asOf) : yearOf(asOf) - 1
  const [from, to] = [period?.[0] ?? -Infinity, Math.min(period?.[1] ?? Infinity, lastYear)]
  const values = new Map<string, Measured | null>()
  const concerns = ({ type, valence }: Link) =>
    (measure.type === null || type === measure.type) && valence !== 'conflict'
  const of = (link: Link) => {
    if (!concerns(link)) return null
    const { id } = link.dyad
    let value = values.get(id)
    if (value === undefined) {
      value = dyads.get(id)?.within(from, to) ?? null
      values.set(id, value)
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
    mostOf: (link) => (concerns(link) ? (dyads.get(link.dyad.id)?.most ?? 0) : 0),
    most: mostOf(series),
  }
}

/** The largest value on any day, in the whole dataset; 1 where there is none, since it is divided by. */
function mostOf({ dyads, scale }: SeriesMeasure): number {
  return scale ?? ([...dyads.values()].reduce((most, own) => Math.max(most, own.most), 0) || 1)
}

/** The lines between two actors; both directions are added. */
function yearsBetween(series: Series, lines: readonly Line[]): DyadSeries {
  const points = lines.flatMap((line) => line.points)
  const byYear = new Map<number, number>()
  for (const { until, value } of points) byYear.set(until, (byYear.get(until) ?? 0) + value)
  const sum = (values: Iterable<number>) => [...values].reduce((x, y) => x + y, 0)
  const isSum = isSummed(series)
  return {
    within: (from, to) => {
      const years = [...byYear.keys()].filter((year) => year >= from && year <= to)
      if (years.length === 0) return null
      const [first, last] = [Math.min(...years), Math.max(...years)]
      return isSum
        ? { value: sum(years.map((year) => byYear.get(year)!)), years: [first, last] }
        : { value: byYear.get(last)!, years: [last, last] }
    },
    most: isSum ? sum(byYear.values()) : Math.max(...byYear.values()),
  }
}

/**
 * What each of two actors received from the other in the latest window that is known of it: a supplier that the window
 * does not name supplied nothing then, whatever it had supplied before.
 */
function partsBetween(series: Series, { a, b }: Dyad): DyadSeries {
  const ways = [
    { supplier: a, wholes: wholesOf(series, b, END_OF_TIME) },
    { supplier: b, wholes: wholesOf(series, a, END_OF_TIME) },
  ]
  const partOf = (supplier: string, { parts }: Whole) => parts.find(({ from }) => from === supplier)?.value ?? 0
  return {
    within: (from, to) => {
      const latest = ways.flatMap(({ supplier, wholes }) => {
        const whole = latestWhole(wholes, [from, to])
        return whole ? [{ supplier, whole }] : []
      })
      // The way in which nothing was ever supplied adds nothing, nor its window.
      const supplied = latest.filter(({ supplier, whole }) => partOf(supplier, whole) > 0)
      const own = supplied.length > 0 ? supplied : latest.slice(0, 1)
      if (own.length === 0) return null
      const [{ supplier: only, whole: single }, ...others] = own as [(typeof own)[0], ...typeof own]
      return {
        // Of two ways at once there is no one whole to have a share in.
        ...(others.length === 0 && single.total > 0 ? { share: partOf(only, single) / single.total } : {}),
        value: own.reduce((sum, { supplier, whole }) => sum + partOf(supplier, whole), 0),
        years: [Math.min(...own.map(({ whole }) => whole.year)), Math.max(...own.map(({ whole }) => whole.until))],
      }
    },
    most: ways.reduce(
      (sum, { supplier, wholes }) => sum + Math.max(0, ...wholes.map((own) => partOf(supplier, own))),
      0,
    ),
  }
}
