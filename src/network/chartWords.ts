import { known, t } from '../language/messages.ts'
import { listInWords, upperFirst } from '../language/numbers.ts'
import type { Actor, Series } from '../model/schema.ts'
import { kindInWords, latestPoint, valueInWords, type Line, type SeriesChart, type Whole } from './series.ts'
import { yearsInWords } from './words.ts'

/** What the charts of series say in words: captions, names of lines, the latest values. */

/** A line with its name in the chart, and its place among those that are told apart. */
export interface NamedLine {
  line: Line
  /** Empty where there is nothing to tell it from. */
  name: string
  /** 0 for the one that matters most. */
  rank: number
}

/** A chart with its lines named. */
export interface NamedChart {
  chart: SeriesChart
  caption: string
  lines: NamedLine[]
}

/**
 * Names the lines of a chart: by partner where there are several, else by what tells them apart.
 * @param partners those that are compared, in an order that stays the same from chart to chart
 * @param actors whose names a kind may be written with
 */
export function nameLines(
  chart: SeriesChart,
  series: Series,
  actor: string,
  partners: readonly string[],
  nameOf: (id: string) => string,
  actors: readonly Actor[],
): NamedChart {
  const { direction, unit, lines } = chart
  const kind = kindInWords(chart.kind, actors)
  const way = (own: Line) => (own.direction === 'both' ? '' : wayInWords(own.direction, nameOf(own.partner)))
  const isAlone = partners.length === 1
  const ways = [
    // Which way it flows goes without saying where there is one name to say it with.
    !isAlone && series.codes && t('share of {actor}', { actor: nameOf(actor) }),
    !isAlone && !series.codes && direction === 'to' && wayInWords('from', nameOf(actor)),
    !isAlone && direction === 'from' && wayInWords('to', nameOf(actor)),
    isAlone && direction !== null && way(lines[0]!),
  ].filter((part): part is string => part !== '' && part !== false && part !== undefined)
  const what = [...(kind === '' ? [] : [upperFirst(kind)]), ...ways]
  return {
    chart,
    caption: upperFirst([flowInWords(what), known(unit)].filter((part) => part !== '').join(t(', '))),
    lines: lines.map((line, i) => ({
      line,
      rank: isAlone || partners.length > 2 ? i : partners.indexOf(line.partner),
      name: isAlone
        ? flowInWords(
            [kind === '' ? upperFirst(kindInWords(line.kind, actors)) : '', direction === null ? way(line) : ''].filter(
              (part) => part !== '',
            ),
          )
        : nameOf(line.partner),
    })),
  }
}

/** Which way something flows: "to Russia". */
export function wayInWords(direction: 'to' | 'from', actor: string): string {
  return direction === 'to' ? t('to {actor}', { actor }) : t('from {actor}', { actor })
}

/** What flows, and which way: "Crude to China"; either may be missing. */
export function flowInWords([what, way]: readonly string[]): string {
  if (what === undefined) return ''
  return way === undefined ? what : t('{what} {way}', { what, way })
}

/** The latest value of each line: "Turnover 70.6 USD bn in 2024, exports 65.7 USD bn in 2024". */
export function latestInWords({ lines }: NamedChart): string {
  const parts = lines.map(({ line, name }) => {
    const point = latestPoint(line)
    const values = { value: valueInWords(point.value, line.unit), years: yearsInWords(point) }
    return name === '' ? t('{value} in {years}', values) : t('{name} {value} in {years}', { name, ...values })
  })
  return t('{values}.', { values: upperFirst(parts.join(t(', '))) })
}

/** What a chart shows, in a sentence: "Trade, USD bn: turnover from 2005 to 2024. ...". */
export function chartInWords(own: NamedChart, title: string): string {
  const spans = own.lines.map(({ line, name }) => {
    const [first, last] = [line.points[0]!.year, latestPoint(line).until]
    const span =
      name === '' ? t('{first} to {last}', { first, last }) : t('{name} {first} to {last}', { name, first, last })
    const count = line.runs.length - 1
    return count > 0 ? t('{span} with {count, plural, one {# break} other {# breaks}}', { span, count }) : span
  })
  return t('{title}. {caption}: {spans}. {latest}', {
    title,
    caption: own.caption,
    spans: listInWords(spans),
    latest: latestInWords(own),
  })
}

/**
 * On what basis the values of a line were counted, where that changes: "partner 2005 to 2020, Russia 2021".
 * @param actors whose names a basis may be written with, in small letters
 * @returns `null` where it never does
 */
export function basisInWords({ points }: Line, actors: readonly Actor[]): string | null {
  const spans: { basis: string; first: number; last: number }[] = []
  for (const { basis, year, until } of points) {
    const span = spans.at(-1)
    if (span?.basis === basis) span.last = until
    else spans.push({ basis, first: year, last: until })
  }
  if (spans.length < 2) return null
  return spans
    .map(({ basis, first, last }) => {
      const name = kindInWords(basis, actors)
      return first === last
        ? t('{name} {year}', { name, year: first })
        : t('{name} {first} to {last}', { name, first, last })
    })
    .join(t(', '))
}

/** The share of one supplier in the latest whole, and who else leads: "Russia 38.3 % in 2020 to 2024, France 29.3 %". */
export function wholesInWords(wholes: readonly Whole[], marked: string, nameOf: (id: string) => string): string {
  const last = wholes.at(-1)!
  const shareIn = (whole: Whole) => (whole.parts.find(({ from }) => from === marked)?.share ?? 0) * 100
  const next = last.parts.find(({ from }) => from !== marked)
  const peak = wholes.reduce((most, whole) => (shareIn(whole) > shareIn(most) ? whole : most))
  const values = [
    t('{name} {value} in {years}', {
      name: nameOf(marked),
      value: valueInWords(shareIn(last), '%'),
      years: yearsInWords(last),
    }),
    ...(next ? [t('{name} {value}', { name: nameOf(next.from), value: valueInWords(next.share * 100, '%') })] : []),
    ...(peak === last
      ? []
      : [
          t("{actor}'s largest share was {value} in {years}", {
            actor: nameOf(marked),
            value: valueInWords(shareIn(peak), '%'),
            years: yearsInWords(peak),
          }),
        ]),
  ]
  return t('{values}.', { values: values.join(t('; ')) })
}
