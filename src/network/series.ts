import { known, t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { nameOf } from '../model/actorNames.ts'
import { dayNumber, yearOf, type Day } from '../model/dates.ts'
import { isKnown } from '../model/known.ts'
import type { Actor, Observation, Series } from '../model/schema.ts'

/**
 * Series as lines to draw: what was measured between two actors year by year, as far as it was known by a day. A gap in
 * the data is a gap in the line, and so is a change in how a value was counted.
 *
 * A series says which facets its rows carry but not what each is for; three plain rules tell. A facet of numbers says
 * something about the row (how many votes it rests on) and never parts two lines. A facet of words without which two
 * values of one pair, year and unit would stand side by side tells *kinds* apart (a fuel, a flow). Any other facet of
 * words is the *basis* of a value (whose statistics): it may change along a line, and the line breaks there.
 */

/** One value of a line. */
export interface Point {
  year: number
  /** The last year that the value covers; the same as `year` but for windows of several years. */
  until: number
  value: number
  /** How it was counted, in words; empty where the series has one way only. */
  basis: string
  /** The row that gives it; `null` for a zero that follows from there being no row. */
  observation: Observation | null
}

/** Which way something flows, as seen from the actor whose series are shown; `both` where the series has no direction. */
export type Direction = 'to' | 'from' | 'both'

/** The values of one kind, unit and direction between an actor and one partner. */
export interface Line {
  id: string
  partner: string
  direction: Direction
  /** What tells it from the other lines of its series, in words: "crude", "turnover, russia"; empty where nothing does. */
  kind: string
  unit: string
  /** By year, rising. */
  points: Point[]
  /** The points in stretches that may be drawn through: neither a year nor the basis breaks within one. */
  runs: Point[][]
}

/** Lines of one unit that share an axis. */
export interface SeriesChart {
  id: string
  /** What all of its lines have in common, in words; empty where their kinds differ or there are none. */
  kind: string
  direction: Direction | null
  unit: string
  lines: Line[]
}

/**
 * True for a series whose rows are parts of a whole: the suppliers of a recipient. Only such a series has codes that
 * stand for all others.
 */
export function isOfParts({ codes, directed }: Series): boolean {
  return directed && codes !== undefined
}

/** The facets that tell the lines of a series apart, and those that say on what basis a value was counted. */
export function facetsOf(series: Series): { kinds: string[]; bases: string[] } {
  const before = facetsKnown.get(series)
  if (before) return before
  const words = new Set<string>()
  for (const { facets = {} } of series.observations) {
    for (const [name, value] of Object.entries(facets)) if (Number.isNaN(Number(value))) words.add(name)
  }
  const isNeeded = (name: string) => {
    const others = [...words].filter((other) => other !== name)
    const seen = new Set<string>()
    return series.observations.some(({ from, to, year, untilYear, unit, facets }) => {
      const id = [from, to, year, untilYear, unit, ...others.map((other) => facets?.[other])].join('/')
      return seen.size === seen.add(id).size
    })
  }
  const kinds = [...words].filter(isNeeded)
  const found = { kinds, bases: [...words].filter((name) => !kinds.includes(name)) }
  facetsKnown.set(series, found)
  return found
}

const facetsKnown = new WeakMap<Series, { kinds: string[]; bases: string[] }>()

/** The value of a facet as one reads it: "pipeline gas", "LNG"; a word without a vowel is an acronym. */
export function facetInWords(value: string): string {
  return value
    .split('-')
    .map((word) => (/^[bcdfghjklmnpqrstvwxyz]+$/.test(word) ? word.toUpperCase() : word))
    .join(' ')
}

/**
 * A kind or a basis as one reads it: "turnover, Russia".
 * @param actors whose names it may begin a word with, in small letters
 */
export function kindInWords(kind: string, actors: readonly Actor[]): string {
  const named = (word: string) => {
    const actor = actors.find(({ names }) => `${word} `.startsWith(`${names.en.toLowerCase()} `))
    return actor ? nameOf(actor) + word.slice(actor.names.en.length) : known(word)
  }
  return kind.split(', ').map(named).join(t(', '))
}

/** The rows of each pair of actors, in their order: a series may have a million. */
const rowsKnown = new WeakMap<Series, Map<string, Observation[]>>()

function between(series: Series, one: string, other: string): readonly Observation[] {
  const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  let rows = rowsKnown.get(series)
  if (!rows) {
    rows = new Map()
    for (const row of series.observations) {
      const key = keyOf(row.from, row.to)
      const own = rows.get(key)
      if (own) own.push(row)
      else rows.set(key, [row])
    }
    rowsKnown.set(series, rows)
  }
  return rows.get(keyOf(one, other)) ?? []
}

/**
 * The lines of a series between an actor and one partner that were known by the end of a day, in the order of its rows.
 * Where the absence of a row means zero, the years that the series covers and gives no row for are zeros, but a line of
 * zeros alone is none.
 */
export function linesBetween(series: Series, actor: string, partner: string, asOf: Day): Line[] {
  const { kinds, bases } = facetsOf(series)
  const wordsOf = ({ facets }: Observation, names: string[]) =>
    names.flatMap((name) => (facets?.[name] === undefined ? [] : [facetInWords(facets[name])])).join(', ')
  const grouped = new Map<string, { line: Omit<Line, 'points' | 'runs'>; points: Point[] }>()
  for (const observation of between(series, actor, partner)) {
    const { from, year, untilYear, value, unit } = observation
    if (!isKnown(observation, asOf)) continue
    const direction: Direction = !series.directed ? 'both' : from === actor ? 'to' : 'from'
    const kind = wordsOf(observation, kinds)
    const id = [series.id, partner, direction, kind, unit].join('/')
    let group = grouped.get(id)
    if (!group) grouped.set(id, (group = { line: { id, partner, direction, kind, unit }, points: [] }))
    group.points.push({ year, until: untilYear ?? year, value, basis: wordsOf(observation, bases), observation })
  }
  if (grouped.size === 0) return []
  const covered = series.absence === 'zero' ? coverageOf(series, asOf) : null
  return [...grouped.values()].map(({ line, points }) => {
    points.sort((x, y) => x.year - y.year)
    const all = covered ? withZeros(points, covered) : points
    return { ...line, points: all, runs: runsOf(all) }
  })
}

/** The first and last year of which a series knew anything by the end of a day; it must have known something. */
function coverageOf(series: Series, asOf: Day): [number, number] {
  const years = series.observations.filter((own) => isKnown(own, asOf)).map(({ year }) => year)
  return [years.reduce((x, y) => Math.min(x, y)), years.reduce((x, y) => Math.max(x, y))]
}

function withZeros(points: readonly Point[], [first, last]: [number, number]): Point[] {
  // Windows overlap and have no year to be missing from.
  if (points.some(({ year, until }) => until !== year)) return [...points]
  const given = new Map(points.map((point) => [point.year, point]))
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i
    return given.get(year) ?? { year, until: year, value: 0, basis: '', observation: null }
  })
}

/** Cuts points where a year is missing or the basis changes. */
function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = []
  for (const point of points) {
    const before = runs.at(-1)?.at(-1)
    if (before && point.year <= before.until + 1 && point.basis === before.basis) runs.at(-1)!.push(point)
    else runs.push([point])
  }
  return runs
}

/** Where the basis of a line changes: the first year of each new one. */
export function basisChanges({ points }: Line): { year: number; before: string; after: string }[] {
  return points.flatMap(({ year, basis }, i) => {
    const before = points[i - 1]?.basis
    return before === undefined || before === basis ? [] : [{ year, before, after: basis }]
  })
}

/**
 * The charts of a series between an actor and some partners, the one with most values first.
 *
 * Units are never mixed. A series with one unit measures one thing, so the kinds of a single partner (turnover, exports,
 * imports) share a chart; in a series of several units each kind has a chart of its own, and so has each kind and
 * direction where partners are compared.
 */
export function chartsOf(series: Series, actor: string, partners: readonly string[], asOf: Day): SeriesChart[] {
  const lines = isOfParts(series)
    ? partners.flatMap((partner) => shareLine(series, actor, partner, asOf) ?? [])
    : partners.flatMap((partner) => linesBetween(series, actor, partner, asOf))
  const isOneThing = new Set(series.observations.map(({ unit }) => unit)).size === 1
  const isTogether = isOneThing && partners.length === 1
  const charts = new Map<string, SeriesChart>()
  for (const line of lines) {
    const { kind, direction, unit } = line
    const id = isTogether ? unit : [kind, direction, unit].join('/')
    const chart = charts.get(id)
    if (chart) chart.lines.push(line)
    else charts.set(id, { id, kind, direction, unit, lines: [line] })
  }
  const made = [...charts.values()].map((chart) => ({
    ...chart,
    kind: chart.lines.every(({ kind }) => kind === chart.kind) ? chart.kind : '',
    direction: chart.lines.every(({ direction }) => direction === chart.direction) ? chart.direction : null,
  }))
  return made.sort((x, y) => givenIn(y) - givenIn(x))
}

/** How many values of a chart stand in a row. */
function givenIn({ lines }: SeriesChart): number {
  return lines.reduce((sum, { points }) => sum + points.filter(({ observation }) => observation).length, 0)
}

/** True for a chart in which there is something to draw through: a line of two values at least. */
export function isDrawn({ lines }: SeriesChart): boolean {
  return lines.some(({ points }) => points.length > 1)
}

/** Leaves the `most` lines with the largest sum of values, and those of the partners to keep, in the order they had. */
export function largestLines(chart: SeriesChart, most: number, keep: readonly string[] = []): SeriesChart {
  const sum = ({ points }: Line) => points.reduce((total, { value }) => total + value, 0)
  const largest = [...chart.lines].sort((x, y) => sum(y) - sum(x)).slice(0, most)
  return { ...chart, lines: chart.lines.filter((line) => largest.includes(line) || keep.includes(line.partner)) }
}

/** The partners with which an actor has any value in a series that was known by the end of a day, in the order of its rows. */
export function partnersIn(series: Series, actor: string, asOf: Day): string[] {
  const codes = series.codes ?? {}
  const partners = new Set<string>()
  for (const observation of series.observations) {
    const { from, to } = observation
    if ((from !== actor && to !== actor) || !isKnown(observation, asOf)) continue
    // The share of a supplier is read at its recipients, not the other way round.
    if (isOfParts(series) && from !== actor) continue
    const partner = from === actor ? to : from
    if (!(partner in codes)) partners.add(partner)
  }
  return [...partners]
}

/** What a recipient received in one year or window, by supplier. */
export interface Whole {
  year: number
  until: number
  unit: string
  total: number
  /** Largest first; codes that stand for no actor come last. `share` is from 0 to 1. */
  parts: { from: string; value: number; share: number; observation: Observation }[]
}

/** The wholes of a recipient that were known by the end of a day, by year. Parts add up to it, so shares follow. */
export function wholesOf(series: Series, recipient: string, asOf: Day): Whole[] {
  const wholes = new Map<string, Whole>()
  for (const observation of series.observations) {
    const { from, to, year, untilYear, value, unit } = observation
    if (to !== recipient || !isKnown(observation, asOf)) continue
    const until = untilYear ?? year
    const id = `${year}/${until}/${unit}`
    let whole = wholes.get(id)
    if (!whole) wholes.set(id, (whole = { year, until, unit, total: 0, parts: [] }))
    whole.total += value
    whole.parts.push({ from, value, share: 0, observation })
  }
  const isCode = (id: string) => Number(id in (series.codes ?? {}))
  for (const whole of wholes.values()) {
    for (const part of whole.parts) part.share = whole.total > 0 ? part.value / whole.total : 0
    whole.parts.sort((x, y) => isCode(x.from) - isCode(y.from) || y.value - x.value)
  }
  return [...wholes.values()].sort((x, y) => x.year - y.year || x.until - y.until)
}

/** The latest of some wholes, as `wholesOf` gives them, that lies within a period; `null` for all years. */
export function latestWhole(wholes: readonly Whole[], period: readonly [number, number] | null): Whole | undefined {
  return wholes.findLast(({ year, until }) => !period || (year >= period[0] && until <= period[1]))
}

/** The share of one supplier in what a recipient received, in per cent, as a line; `null` where it has none. */
function shareLine(series: Series, supplier: string, recipient: string, asOf: Day): Line | null {
  const points = wholesOf(series, recipient, asOf).flatMap(({ year, until, parts }): Point[] => {
    const part = parts.find(({ from }) => from === supplier)
    return part ? [{ year, until, value: part.share * 100, basis: '', observation: part.observation }] : []
  })
  if (points.length === 0) return null
  const id = [series.id, recipient, supplier].join('/')
  return { id, partner: recipient, direction: 'to', kind: '', unit: '%', points, runs: runsOf(points) }
}

const NUMBER = { maximumSignificantDigits: 4 }
const SHARE = { maximumFractionDigits: 1 }

/** A value with its unit: "1,236 TIV m", "0.034 USD bn", "71.5 %". */
export function valueInWords(value: number, unit: string): string {
  return t('{value} {unit}', { value: numberOf(value, unit), unit: known(unit) })
}

/** As {@link valueInWords}, for where the unit stands elsewhere. */
export function numberOf(value: number, unit: string): string {
  return numberInWords(value, unit === '%' ? SHARE : NUMBER)
}

/** The point of a line that covers the latest year. */
export function latestPoint({ points }: Line): Point {
  return points.at(-1)!
}

/** A place on an axis of years: 2015 is the start of that year, 2015.5 its middle. */
export function yearPlace(day: Day): number {
  const year = yearOf(day)
  const start = dayNumber(year, 1, 1)
  return year + (day - start) / (dayNumber(year + 1, 1, 1) - start)
}

/** Where a value stands on an axis of years: in the middle of the time that it covers. */
export function pointPlace({ year, until }: Point): number {
  return (year + until + 1) / 2
}

/** The years that an axis is labelled with: multiples of 1, 2, 5, 10, ... so that there are at most so many. */
export function yearMarks(from: number, to: number, most: number): number[] {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      const first = Math.ceil(from / step) * step
      const count = Math.max(0, Math.floor((to - first) / step) + 1)
      if (count <= most) return Array.from({ length: count }, (_, i) => first + i * step)
    }
  }
}

/** Moves places that are to carry labels apart, as little as it takes, within `[least, most]`; in their own order. */
export function spread(places: readonly number[], gap: number, least: number, most: number): number[] {
  const order = places.map((_, i) => i).sort((x, y) => places[x]! - places[y]!)
  const moved = [...places]
  let floor = least
  for (const i of order) {
    moved[i] = Math.max(moved[i]!, floor)
    floor = moved[i]! + gap
  }
  let ceiling = most
  for (const i of order.toReversed()) {
    moved[i] = Math.min(moved[i]!, ceiling)
    ceiling = moved[i]! - gap
  }
  return moved
}
