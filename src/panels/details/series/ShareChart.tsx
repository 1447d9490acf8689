import { t } from '../../../language/messages.ts'
import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { spread, valueInWords, type Whole } from '../../../network/series.ts'
import { yearsInWords } from '../../../network/words.ts'
import { PlotFrame } from './PlotFrame.tsx'
import { roomForNames, windowLabel } from '../../../scene/timeAxis.ts'

interface ShareChartProps {
  wholes: readonly Whole[]
  /** The supplier that is marked out. */
  marked: string
  colour: string
  nameOf: (id: string) => string
  /** What the chart shows, in a sentence. */
  label: string
  height?: number
}

const TOP = 6
const BOTTOM = 20
const LEFT = 42
/** A code of three letters is written in a part that has this much room. */
const CODE_WIDTH = 27
const CODE_HEIGHT = 13
/** What the label of a window takes. */
const LABEL_WIDTH = 37
/** As many names of the last window as can be told apart. */
const MOST_NAMES = 7

/** What a recipient received in each window, in shares of its suppliers, the marked one at the foot. */
export function ShareChart({ wholes, marked, colour, nameOf, label, height = 190 }: ShareChartProps) {
  const draw = useCallback(
    (width: number) => shareOptions({ wholes, marked, colour, nameOf, height }, width),
    [wholes, marked, colour, nameOf, height],
  )
  return <PlotFrame label={label} height={height} draw={draw} />
}

function shareOptions(
  { wholes, marked, colour, nameOf, height }: Omit<Required<ShareChartProps>, 'label'>,
  width: number,
): Plot.PlotOptions {
  const names = wholes.map(windowLabel)
  const stacked = wholes.flatMap((whole, i) => {
    const [own, others] = [
      whole.parts.filter(({ from }) => from === marked),
      whole.parts.filter(({ from }) => from !== marked),
    ]
    let sum = 0
    return [...own, ...others].map(({ from, value, share }) => {
      const low = sum
      sum += share * 100
      return {
        window: names[i]!,
        from,
        value,
        share: share * 100,
        low,
        high: sum,
        years: yearsInWords(whole),
        unit: whole.unit,
      }
    })
  })
  const last = stacked.filter(({ window }) => window === names.at(-1)).slice(0, MOST_NAMES)
  const nameWithShare = (part: (typeof stacked)[number]) =>
    t('{name} {percent, number} %', { name: nameOf(part.from), percent: Math.round(part.share) })
  const right = roomForNames(last.map(nameWithShare))
  const perCent = (height - TOP - BOTTOM) / 100
  const band = ((width - LEFT - right) / Math.max(wholes.length, 1)) * 0.9
  const every = Math.ceil(LABEL_WIDTH / (band / 0.9))
  const places = spread(
    last.map(({ low, high }) => height - BOTTOM - ((low + high) / 2) * perCent),
    13,
    TOP + 5,
    height - BOTTOM,
  )
  const fillOf = ({ from }: { from: string }) => (from === marked ? colour : 'var(--share)')
  const inkOf = ({ from }: { from: string }) => (from === marked ? 'var(--surface)' : 'var(--ink)')
  const middle = ({ low, high }: { low: number; high: number }) => (low + high) / 2
  return {
    marginTop: TOP,
    marginRight: right,
    marginBottom: BOTTOM,
    marginLeft: LEFT,
    x: { type: 'band', domain: names, padding: 0.1, label: null },
    y: { domain: [0, 100], label: null },
    style: { fontSize: '11px', color: 'var(--ink)', background: 'none', overflow: 'visible' },
    marks: [
      Plot.axisY({
        ticks: [0, 50, 100],
        tickSize: 0,
        tickFormat: (value: number) => t('{percent, number} %', { percent: value }),
        fill: 'var(--muted)',
      }),
      Plot.axisX({
        tickSize: 0,
        fill: 'var(--muted)',
        // As many windows as do not run into each other, the last one among them.
        tickFormat: (name: string, i: number) => ((names.length - 1 - i) % every === 0 ? name : ''),
      }),
      Plot.barY(stacked, {
        x: 'window',
        y1: 'low',
        y2: 'high',
        fill: fillOf,
        stroke: 'var(--surface)',
        strokeWidth: 1,
      }),
      ...(band < CODE_WIDTH
        ? []
        : [
            Plot.text(
              stacked.filter(({ low, high }) => (high - low) * perCent >= CODE_HEIGHT),
              {
                x: 'window',
                y: middle,
                text: ({ from }: { from: string }) => (from.length > 3 ? '' : from),
                fill: inkOf,
              },
            ),
          ]),
      ...last.map((part, i) =>
        Plot.text([nameWithShare(part)], {
          frameAnchor: 'right',
          textAnchor: 'start',
          y: (height - BOTTOM - places[i]!) / perCent,
          dx: 6,
          fill: part.from === marked ? colour : 'var(--ink)',
          fontWeight: part.from === marked ? 650 : 400,
        }),
      ),
      Plot.tip(
        stacked,
        Plot.pointer({
          x: 'window',
          y: middle,
          title: ({ from, years, share, value, unit }) =>
            [
              t('{name}, {years}', { name: nameOf(from), years }),
              t('{share}: {value}', { share: valueInWords(share, '%'), value: valueInWords(value, unit) }),
            ].join('\n'),
          fontSize: 11.5,
          fill: 'var(--surface)',
          stroke: 'var(--faint)',
        }),
      ),
    ],
  }
}
