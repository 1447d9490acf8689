import { parseDate as parseCalendarDate, type DateValue } from '@internationalized/date'
import { useMemo, useState } from 'react'
import {
  Button,
  DateField,
  DateInput,
  DateSegment,
  Label,
  Slider,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components'
import { dateInWords, isoDate, parseDate, yearOf, type Day } from '../model/dates.ts'
import { OUTCOMES } from '../model/outcome.ts'
import { historyOf, monthEnds, type Moment } from '../network/history.ts'
import { asOfRange } from '../state/hash.ts'
import { useChoice, useDerived, useSession } from './useSession.ts'
import './asof.css'

/** The as-of date, from which the whole screen is read, over what the selection had come to up to then. */
export function AsOf() {
  const { choices, columns } = useSession()
  const asOf = useChoice((present) => present.asOf)
  const [earliest, latest] = asOfRange(columns)
  const steps = useMemo(() => monthEnds(earliest, latest), [earliest, latest])
  const day = parseDate(asOf)!.last
  const set = (iso: string) => choices.setState({ asOf: iso })
  return (
    <section className="asof" aria-label="As-of date">
      <div className="asof-head">
        <AsOfField asOf={asOf} earliest={earliest} latest={latest} onDate={set} />
        <div className="marked">
          {columns.outline.markedDates.map(({ date, label }) => (
            <Button key={date + label} className="link-button" onPress={() => set(isoDate(parseDate(date)!.last))}>
              {label}, {dateInWords(date)}
            </Button>
          ))}
          {asOf !== columns.outline.asOf && (
            <Button className="link-button" onPress={() => set(columns.outline.asOf)}>
              Latest
            </Button>
          )}
        </div>
      </div>
      <Slider
        className="slider asof-slider"
        aria-label="As-of date"
        value={nearestStep(steps, day)}
        minValue={0}
        maxValue={steps.length - 1}
        onChange={(step) => set(isoDate(steps[step]!))}
      >
        <Courses from={earliest} to={latest} />
        <SliderTrack className="track">
          {({ state }) => (
            <>
              <span
                className="track-fill"
                style={{ insetInlineStart: 0, width: `${state.getThumbPercent(0) * 100}%` }}
              />
              <SliderThumb className="thumb" aria-valuetext={dateInWords(asOf)} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className="axis muted figures" aria-hidden="true">
        {yearTicks(yearOf(earliest), yearOf(latest)).map(({ year, at }) => (
          <span key={year} style={{ insetInlineStart: `${at * 100}%` }}>
            {year}
          </span>
        ))}
      </div>
    </section>
  )
}

interface AsOfFieldProps {
  asOf: string
  earliest: Day
  latest: Day
  onDate: (iso: string) => void
}

/**
 * The as-of date as one types it. While it is typed the field passes through dates that the dataset does not reach: it
 * keeps them, says so, and goes back to the date in force when it is left.
 */
function AsOfField({ asOf, earliest, latest, onDate }: AsOfFieldProps) {
  const [typed, setTyped] = useState<DateValue | null>(null)
  const [round, setRound] = useState(0)
  const dayOf = (value: DateValue) => parseDate(value.toString())?.last ?? Number.NaN
  const isInReach = (value: DateValue) => dayOf(value) >= earliest && dayOf(value) <= latest
  const isBeyond = typed !== null && !isInReach(typed)
  const change = (value: DateValue | null) => {
    setTyped(value)
    if (value && isInReach(value)) onDate(isoDate(dayOf(value)))
  }
  const leave = () => {
    setTyped(null)
    // A field made anew shows the date in force, whatever its segments were left at.
    setRound(round + 1)
  }
  return (
    <>
      <DateField
        key={round}
        className="asof-field"
        value={isBeyond ? typed : parseCalendarDate(asOf)}
        isInvalid={isBeyond}
        onChange={change}
        onBlur={leave}
      >
        <Label>As of</Label>
        <DateInput className="asof-input figures">
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
      </DateField>
      <span className="asof-hint" role="status">
        {isBeyond && `The dataset runs from ${dateInWords(isoDate(earliest))} to ${dateInWords(isoDate(latest))}.`}
      </span>
    </>
  )
}

/** The last step that is not after a day; the first where all are. */
function nearestStep(steps: readonly number[], day: number): number {
  let at = 0
  while (at + 1 < steps.length && steps[at + 1]! <= day) at++
  return at
}

function yearTicks(first: number, last: number): { year: number; at: number }[] {
  const ticks: { year: number; at: number }[] = []
  for (let year = Math.ceil(first / 5) * 5; year <= last; year += 5) {
    ticks.push({ year, at: (year - first) / Math.max(1, last + 0.5 - first) })
  }
  return ticks
}

const HEIGHT = 40

/** What was realised, pending, ended and failed, stacked, from the first beginning up to the as-of date. */
function Courses({ from, to }: { from: number; to: number }) {
  const { columns } = useSession()
  const { selection, asOf } = useDerived()
  const moments = useMemo(() => historyOf(columns, selection.initiatives, asOf), [columns, selection, asOf])
  const highest = Math.max(1, ...moments.map(({ tally }) => OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0)))
  const x = (day: number) => Math.max(0, ((day - from) / Math.max(1, to - from)) * 1000)
  const present = moments.at(-1)?.tally
  return (
    <svg
      className="courses"
      viewBox={`0 0 1000 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={
        present
          ? `Over time, up to ${present.realised} realised, ${present.pending} pending, ${present.ended} ended and ${present.failed} failed`
          : 'Nothing over time'
      }
    >
      {OUTCOMES.map((outcome, level) => (
        <path key={outcome} className={`course ${outcome}`} d={areaOf(moments, level, x, HEIGHT / highest)} />
      ))}
    </svg>
  )
}

/** The area of one outcome, stacked on those before it, in steps: a tally holds until the next one. */
function areaOf(moments: readonly Moment[], level: number, x: (day: number) => number, scale: number): string {
  const height = ({ tally }: Moment, levels: number) =>
    HEIGHT - scale * OUTCOMES.slice(0, levels).reduce((sum, outcome) => sum + tally[outcome], 0)
  const edge = (levels: number) =>
    moments.map((moment) => `${x(moment.day).toFixed(1)} ${height(moment, levels).toFixed(2)}`)
  if (moments.length === 0) return ''
  return `M${edge(level + 1).join('L')}L${edge(level).toReversed().join('L')}Z`
}
