import { t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import type { NamedChart } from '../network/chartWords.ts'
import type { Life } from '../network/profile.ts'
import { basisChanges, pointPlace, spread, yearPlace, yearMarks, type Whole } from '../network/series.ts'
import type { Outcome, Stage } from '../model/outcome.ts'
import type { Palette } from '../scene/palette.ts'
import { chartLine, windowLabel, type ChartLine } from '../scene/timeAxis.ts'
import { USUAL_FONT_SIZE } from './subject.ts'
import type { Rectangle } from './surfaces.ts'
import { letters, rule, widest } from './tableArt.ts'
import { textWidth } from './textFit.ts'
import { stageMark, stretchArt } from './timelineStrips.ts'
import { element, rounded } from './xml.ts'

/** Charts drawn without a page: axes, lines, shares and lives, each in a place of its own. */

/** What all charts of a picture are drawn with. */
export interface ChartLook {
  palette: Palette
  /** Of lines behind the values. */
  rules: string
  /** Of parts of a whole that are not marked out. */
  parts: string
  fontSize: number
  lineWeight: number
  /** Whether lines have their names at their ends. */
  hasLabels: boolean
}

/** The years of a chart, as places: see `yearPlace`. */
export interface Years {
  from: number
  to: number
  /** The as-of date, where the axis reaches beyond it. */
  asOf?: number
  /** The earlier day that the as-of date is compared with, where it is in sight. */
  since: number | null
}

/** Sizes of letters over the font size: at axes. */
const SMALL = 0.9
const GAP = 5
/** How many values an axis names where there is room, and where there is little. */
const MOST_TICKS = 5
const FEW_TICKS = 3
const COMPACT = { notation: 'compact', maximumFractionDigits: 2 } as const

/** Round values from zero up to the largest: multiples of 1, 2 or 5 times a power of ten, at most so many. */
export function roundTicks(largest: number, most: number): number[] {
  if (!(largest > 0)) return [0]
  const rough = largest / Math.max(1, most - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  // Rounded up: a step that is a hair too small would be one tick too many.
  const step = [1, 2, 5, 10].map((own) => own * power).find((own) => own >= rough * (1 - 1e-9))!
  return Array.from({ length: Math.floor(largest / step + 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(6)))
}

/** Where things are in a chart: the rectangle of its values, and the places of values and years in it. */
export interface Frame {
  plot: Rectangle
  x: (place: number) => number
  y: (value: number) => number
}

/** Free space around the values: for labels of values at the left and names at the right. */
export interface Margins {
  left: number
  right: number
}

/** The space that the labels of an axis take at its left, however many there are. */
export function ticksWidth(largest: number, unit: string, fontSize: number): number {
  const ticks = [...ticksOf(largest, unit, MOST_TICKS), ...ticksOf(largest, unit, FEW_TICKS)]
  return widest(ticks.map(tickText(unit)), fontSize * SMALL) + GAP + 1
}

/** The space that names at the ends of lines take; less than half of a chart. */
export function namesWidth(names: readonly string[], width: number, fontSize: number): number {
  const wanted = widest(names, fontSize * SMALL, true)
  return wanted === 0 ? GAP : Math.min(wanted + 2 * GAP, width * 0.45)
}

/** The height that the labels of years take at the foot. */
export function yearsHeight(fontSize: number): number {
  return fontSize * SMALL * 1.2 + GAP
}

const tickText = (unit: string) => (value: number) =>
  unit === '%' ? t('{share, number} %', { share: value }) : numberInWords(value, COMPACT)

function ticksOf(largest: number, unit: string, most: number): number[] {
  return unit === '%'
    ? [0, 25, 50, 75, 100].filter((value) => most >= 4 || value % 50 === 0)
    : roundTicks(largest, most)
}

/** A frame for values from zero up to the largest, and for years. */
export function frameOf(place: Rectangle, margins: Margins, years: Years, top: number, fontSize: number): Frame {
  const plot = {
    x: place.x + margins.left,
    y: place.y + fontSize * SMALL * 0.5,
    width: Math.max(1, place.width - margins.left - margins.right),
    height: Math.max(1, place.height - yearsHeight(fontSize) - fontSize * SMALL * 0.5),
  }
  return {
    plot,
    x: (own) => plot.x + ((own - years.from) / Math.max(1e-9, years.to - years.from)) * plot.width,
    y: (value) => plot.y + plot.height * (1 - value / top),
  }
}

/** Lines and labels of values, of years, of the as-of date and of the date that it is compared with. */
export function axesArt(frame: Frame, years: Years, largest: number, unit: string, look: ChartLook): string[] {
  const { plot, y } = frame
  const { palette, rules, fontSize, lineWeight } = look
  const small = { fontSize: fontSize * SMALL, colour: palette.muted }
  const ticks = ticksOf(largest, unit, plot.height > 5.5 * fontSize ? MOST_TICKS : FEW_TICKS)
  return [
    ...ticks.map((value) => rule(plot.x, y(value), plot.width, value === 0 ? palette.faint : rules, lineWeight)),
    ...ticks.map((value) => letters(tickText(unit)(value), plot.x - GAP, y(value), { ...small, anchor: 'end' })),
    ...yearsArt(frame, years, look),
  ]
}

/** The labels of years under a frame, the line of the as-of date at its end, and that of an earlier date. */
export function yearsArt({ plot, x }: Frame, { from, to, asOf = to, since }: Years, look: ChartLook): string[] {
  const { palette, fontSize, lineWeight } = look
  const small = { fontSize: fontSize * SMALL, colour: palette.muted, anchor: 'middle' as const }
  const foot = plot.y + plot.height
  const room = textWidth('2000', small.fontSize)
  // A year that begins with the end of the as-of date is later than that.
  const marks = yearMarks(from, to, Math.max(1, Math.floor(plot.width / (room * 1.5)))).filter((year) => year < to)
  // The first and the last label stand within the chart, whatever stands beside it, and none too near to another.
  const least = plot.x - GAP + room / 2
  const most = plot.x + plot.width + GAP - room / 2
  const placed = marks.map((year) => ({ year, at: Math.min(most, Math.max(least, x(year))) }))
  const labels = placed.filter(
    ({ year, at }, i) => at === x(year) || placed.every((other, j) => i === j || Math.abs(other.at - at) > room * 1.2),
  )
  const upright = (at: number, stroke: string, dashes?: string) =>
    element('path', {
      d: `M${rounded(x(at))} ${rounded(plot.y)}V${rounded(foot)}`,
      stroke,
      'stroke-width': lineWeight,
      'stroke-dasharray': dashes,
    })
  return [
    element('path', {
      d: marks.map((year) => `M${rounded(x(year))} ${rounded(foot)}v4`).join(''),
      stroke: palette.faint,
      'stroke-width': lineWeight,
    }),
    ...labels.map(({ year, at }) => letters(String(year), at, foot + GAP + small.fontSize * 0.6, small)),
    upright(asOf, palette.faint),
    since === null ? '' : upright(since, palette.muted, '5 3'),
  ]
}

/** The largest value that the axis of a chart has to hold; a little more than that is drawn. */
export function largestOf({ chart }: NamedChart): number {
  if (chart.unit === '%') return 100
  return chart.lines.reduce((most, { points }) => points.reduce((own, { value }) => Math.max(own, value), most), 0)
}

/** Values by year as lines, broken where the data are, with their names at their ends. */
export function lineChartArt(
  own: NamedChart,
  place: Rectangle,
  margins: Margins,
  years: Years,
  colour: string,
  look: ChartLook,
): string[] {
  const { fontSize, lineWeight, palette, hasLabels } = look
  const largest = largestOf(own)
  const top = own.chart.unit === '%' ? 100 : largest * 1.04 || 1
  const frame = frameOf(place, margins, years, top, fontSize)
  const { plot, x, y } = frame
  const at = (point: Parameters<typeof pointPlace>[0] & { value: number }) =>
    [Math.min(x(pointPlace(point)), plot.x + plot.width), y(point.value)] as const
  const small = fontSize * SMALL
  const ends = own.lines.map(({ line }) => y(line.points.at(-1)!.value))
  const places = spread(ends, small * 1.15, plot.y, plot.y + plot.height)
  const bases = [...new Set(own.lines.flatMap(({ line }) => basisChanges(line).map(({ year }) => year)))]
  return [
    ...axesArt(frame, years, largest, own.chart.unit, look),
    ...bases.map((year) =>
      element('path', {
        d: `M${rounded(x(year))} ${rounded(plot.y)}V${rounded(plot.y + plot.height)}`,
        stroke: palette.muted,
        'stroke-width': lineWeight,
        'stroke-dasharray': '1 3',
      }),
    ),
    ...own.lines.map(({ line, name, rank }, i) => {
      const { stroke, width, symbol } = chartLine(rank)
      const ink = inkOf(stroke, colour, palette)
      return element(
        'g',
        {},
        ...line.runs
          .filter((run) => run.length > 1)
          .map((run) =>
            element('path', {
              d: `M${run.map((point) => at(point).map(rounded).join(' ')).join('L')}`,
              stroke: ink,
              'stroke-width': width * lineWeight,
              'stroke-linejoin': 'round',
              fill: 'none',
            }),
          ),
        element('path', {
          d: line.points.map((point) => symbolPath(symbol, ...at(point), 2.1 * Math.sqrt(lineWeight))).join(''),
          fill: symbol === 'times' ? 'none' : ink,
          stroke: ink,
          'stroke-width': symbol === 'times' ? lineWeight : 0.5,
        }),
        hasLabels
          ? letters(
              shortened(name, margins.right - 2 * GAP, small, rank === 0),
              plot.x + plot.width + GAP,
              places[i]!,
              {
                fontSize: small,
                colour: ink,
                isBold: rank === 0,
              },
            )
          : '',
      )
    }),
  ]
}

/** The colour of a line. */
export function inkOf(stroke: ChartLine['stroke'], colour: string, palette: Palette): string {
  return stroke === 'type' ? colour : palette[stroke]
}

/** A name as far as it has room; what it stands for is in the words of the chart too. */
function shortened(name: string, width: number, fontSize: number, isBold: boolean): string {
  if (name === '' || textWidth(name, fontSize, isBold) <= width) return name
  let short = name
  while (short !== '' && textWidth(`${short}…`, fontSize, isBold) > width)
    short = Array.from(short).slice(0, -1).join('')
  return `${short.trimEnd()}…`
}

/** The point of a line as a path: circles, squares, triangles, diamonds and crosses are told apart without colour. */
function symbolPath(symbol: ChartLine['symbol'], x: number, y: number, r: number): string {
  const p = (dx: number, dy: number) => `${rounded(x + dx)} ${rounded(y + dy)}`
  switch (symbol) {
    case 'circle':
      return `M${p(-r, 0)}a${rounded(r)} ${rounded(r)} 0 1 0 ${rounded(2 * r)} 0a${rounded(r)} ${rounded(r)} 0 1 0 ${rounded(-2 * r)} 0`
    case 'square':
      return `M${p(-r, -r)}h${rounded(2 * r)}v${rounded(2 * r)}h${rounded(-2 * r)}z`
    case 'triangle':
      return `M${p(0, -1.3 * r)}L${p(1.2 * r, r)}L${p(-1.2 * r, r)}z`
    case 'diamond':
      return `M${p(0, -1.4 * r)}L${p(1.4 * r, 0)}L${p(0, 1.4 * r)}L${p(-1.4 * r, 0)}z`
    case 'times':
      return `M${p(-r, -r)}L${p(r, r)}M${p(-r, r)}L${p(r, -r)}`
  }
}

/** As many names of the last window as can be told apart. */
const MOST_NAMES = 7

/** The parts of the last of some wholes that are named, each as it is written: the marked one first. */
export function namedParts(wholes: readonly Whole[], marked: string, nameOf: (id: string) => string) {
  return stackOf(wholes.at(-1)!, marked)
    .slice(0, MOST_NAMES)
    .map((part) => ({
      ...part,
      text: t('{name} {share, number} %', { name: nameOf(part.from), share: Math.round(part.high - part.low) }),
    }))
}

/** The parts of a whole one over the other in per cent, the marked one at the foot. */
function stackOf({ parts }: Whole, marked: string): { from: string; low: number; high: number }[] {
  let sum = 0
  return [...parts.filter(({ from }) => from === marked), ...parts.filter(({ from }) => from !== marked)].map(
    ({ from, share }) => {
      const low = sum
      sum += share * 100
      return { from, low, high: sum }
    },
  )
}

/** What a recipient received in each window, in shares of its suppliers, the marked one at the foot. */
export function shareChartArt(
  wholes: readonly Whole[],
  marked: string,
  nameOf: (id: string) => string,
  place: Rectangle,
  margins: Margins,
  colour: string,
  look: ChartLook,
): string[] {
  const { palette, parts, fontSize, hasLabels } = look
  const small = fontSize * SMALL
  const { plot, y } = frameOf(place, margins, { from: 0, to: 1, since: null }, 100, fontSize)
  const band = plot.width / wholes.length
  const foot = plot.y + plot.height
  const every = Math.max(1, Math.ceil((textWidth('00–00', small) * 1.15) / band))
  const named = namedParts(wholes, marked, nameOf)
  const places = spread(
    named.map(({ low, high }) => y((low + high) / 2)),
    small * 1.15,
    plot.y,
    foot,
  )
  return [
    ...[0, 50, 100].map((value) =>
      letters(t('{share, number} %', { share: value }), plot.x - GAP, y(value), {
        fontSize: small,
        colour: palette.muted,
        anchor: 'end',
      }),
    ),
    ...wholes.flatMap((whole, i) => {
      const left = plot.x + i * band + band * 0.05
      const width = band * 0.9
      return [
        ...stackOf(whole, marked).flatMap(({ from, low, high }) => {
          const isMarked = from === marked
          const height = y(low) - y(high)
          const hasCode = hasLabels && from.length <= 3 && height >= small * 1.15 && textWidth(from, small) <= width - 2
          return [
            element('rect', {
              x: left,
              y: y(high),
              width,
              height,
              fill: isMarked ? colour : parts,
              stroke: palette.background,
              'stroke-width': 1,
            }),
            hasCode
              ? letters(from, left + width / 2, (y(low) + y(high)) / 2, {
                  fontSize: small,
                  colour: isMarked ? palette.background : palette.ink,
                  anchor: 'middle',
                })
              : '',
          ]
        }),
        (wholes.length - 1 - i) % every === 0 && left + width / 2 - textWidth('00–00', small) / 2 >= place.x
          ? letters(windowLabel(whole), left + width / 2, foot + GAP + small * 0.6, {
              fontSize: small,
              colour: palette.muted,
              anchor: 'middle',
            })
          : '',
      ]
    }),
    ...(hasLabels
      ? named.map(({ from, text }, i) =>
          letters(
            shortened(text, margins.right - 2 * GAP, small, from === marked),
            plot.x + plot.width + GAP,
            places[i]!,
            {
              fontSize: small,
              colour: from === marked ? colour : palette.ink,
              isBold: from === marked,
            },
          ),
        )
      : []),
  ]
}

/** The radius of a milestone's mark, in font sizes. */
const MARK_RADIUS = 0.32

/** A life as a line: what it had come to along it, and its milestones on it. */
export function lifeArt(
  { segments, marks }: Life,
  x: (place: number) => number,
  y: number,
  colour: string,
  look: ChartLook,
): string[] {
  const at = (day: number) => x(yearPlace(day))
  return [
    ...segments.map(({ from, to, outcome }) => lifeLineArt(outcome, at(from), at(to), y, colour, look)),
    ...marks.map(({ day, stage }) => milestoneArt(stage, at(day), y, colour, look)),
  ]
}

/** A stretch of a life, as its outcome is drawn. */
export function lifeLineArt(
  outcome: Outcome,
  from: number,
  to: number,
  y: number,
  colour: string,
  { fontSize, lineWeight }: ChartLook,
): string {
  return stretchArt(outcome, from, y, to - from, { colour, k: fontSize / USUAL_FONT_SIZE, lineWeight })
}

/** The mark of a milestone on a life. */
export function milestoneArt(
  stage: Stage,
  x: number,
  y: number,
  colour: string,
  { palette, fontSize }: ChartLook,
): string {
  return stageMark(stage, x, y, MARK_RADIUS * fontSize, { background: palette.background, colour })
}
