import { known, t } from '../../../language/messages.ts'
import { numberInWords } from '../../../language/numbers.ts'
import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import type { NamedLine } from '../../../network/chartWords.ts'
import { basisChanges, pointPlace, spread, valueInWords, type Point } from '../../../network/series.ts'
import { yearsInWords } from '../../../network/words.ts'
import { chartLine, type TimeAxis } from '../../../scene/timeAxis.ts'
import { PlotFrame } from './PlotFrame.tsx'

interface LineChartProps {
  lines: readonly NamedLine[]
  axis: TimeAxis
  /** The colour of the first line. */
  colour: string
  /** What the chart shows, in a sentence. */
  label: string
  height?: number
  /** The largest value that the axis has room for, where several charts share a scale; else that of the lines. */
  largest?: number
}

const TOP = 8
const BOTTOM = 20
const NAME_GAP = 13
const COMPACT: Intl.NumberFormatOptions = { notation: 'compact', maximumFractionDigits: 1 }
const SYMBOLS = {
  circle: 'circle',
  square: 'square',
  triangle: 'triangle',
  diamond: 'diamond2',
  times: 'times',
} as const

/** Values by year as lines, broken where the data are, with their names at their ends. */
export function LineChart({ lines, axis, colour, label, height = 132, largest }: LineChartProps) {
  const draw = useCallback(
    () => lineOptions(lines, axis, colour, height, largest),
    [lines, axis, colour, height, largest],
  )
  return <PlotFrame label={label} height={height} draw={draw} />
}

function pointInWords({ value, basis, observation }: Point, unit: string): string {
  const amount = valueInWords(value, unit)
  const words = basis ? t('{value} ({basis})', { value: amount, basis: known(basis) }) : amount
  return observation ? words : t('{value}, none on record', { value: words })
}

function lineOptions(
  lines: readonly NamedLine[],
  axis: TimeAxis,
  colour: string,
  height: number,
  largest: number | undefined,
): Plot.PlotOptions {
  const values = lines.flatMap(({ line }) => line.points.map(({ value }) => value))
  const unit = lines[0]?.line.unit ?? ''
  const top = unit === '%' ? 100 : (largest ?? Math.max(...values, 0)) * 1.06 || 1
  const strokeOf = (rank: number) => {
    const { stroke } = chartLine(rank)
    return stroke === 'type' ? colour : `var(--${stroke})`
  }
  const points = lines.flatMap(({ line, name, rank }) =>
    line.points.map((point) => ({
      x: pointPlace(point),
      y: point.value,
      rank,
      title: `${[yearsInWords(point), name].filter((part) => part !== '').join(t(', '))}\n${pointInWords(point, unit)}`,
    })),
  )
  // Names stand at the height of their line's end, or as near as their neighbours let them.
  const scale = (height - TOP - BOTTOM) / top
  const ends = lines.map(({ line }) => height - BOTTOM - line.points.at(-1)!.value * scale)
  const places = spread(ends, NAME_GAP, TOP, height - BOTTOM)
  return {
    marginTop: TOP,
    marginRight: axis.right,
    marginBottom: BOTTOM,
    marginLeft: axis.left,
    x: { domain: [axis.from, axis.to], label: null },
    y: { domain: [0, top], label: null },
    style: { fontSize: '11px', color: 'var(--ink)', background: 'none', overflow: 'visible' },
    marks: [
      Plot.gridY({ ticks: 3, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({
        ticks: 3,
        tickSize: 0,
        tickFormat: (value: number) => numberInWords(value, COMPACT),
        fill: 'var(--muted)',
      }),
      Plot.axisX(axis.marks, { tickFormat: String, tickSize: 4, stroke: 'var(--faint)', fill: 'var(--muted)' }),
      Plot.ruleY([0], { stroke: 'var(--faint)' }),
      Plot.ruleX([axis.to], { stroke: 'var(--faint)' }),
      ...(axis.since === null ? [] : [Plot.ruleX([axis.since], { stroke: 'var(--muted)', strokeDasharray: '5,3' })]),
      Plot.ruleX(
        lines.flatMap(({ line }) => basisChanges(line).map(({ year }) => year)),
        { stroke: 'var(--muted)', strokeDasharray: '1,3' },
      ),
      ...lines.flatMap(({ line, rank }) =>
        line.runs.map((run) =>
          Plot.line(run, {
            x: pointPlace,
            y: 'value',
            stroke: strokeOf(rank),
            strokeWidth: chartLine(rank).width,
          }),
        ),
      ),
      ...lines.map(({ line, rank }) =>
        Plot.dot(line.points, {
          x: pointPlace,
          y: 'value',
          r: 1.9,
          symbol: SYMBOLS[chartLine(rank).symbol],
          fill: strokeOf(rank),
          stroke: strokeOf(rank),
          strokeWidth: 0.5,
        }),
      ),
      ...lines.map(({ name, rank }, i) =>
        Plot.text([name], {
          x: axis.to,
          y: (height - BOTTOM - places[i]!) / scale,
          dx: 6,
          textAnchor: 'start',
          fill: strokeOf(rank),
          fontWeight: rank === 0 ? 650 : 400,
        }),
      ),
      Plot.tip(
        points,
        Plot.pointer({
          x: 'x',
          y: 'y',
          title: 'title',
          fontSize: 11.5,
          fill: 'var(--surface)',
          stroke: 'var(--faint)',
        }),
      ),
    ],
  }
}
