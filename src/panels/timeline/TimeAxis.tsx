import { Fragment, memo } from 'react'
import { dateInWords, parseDate, type Day } from '../../model/dates.ts'
import { yearTicks } from '../../network/profile.ts'
import { placeLabels, placeOf, quarterTicks, type TimeScale } from '../../scene/timeScale.ts'
import { wordsWidth } from '../../scene/timelineRows.ts'
import { useChoice, useSession } from '../useSession.ts'

/** The height of the axis, in pixels; timeline.css has the same. */
export const AXIS_HEIGHT = 44

/** Pixels that the label of a year takes up, with room beside it. */
const YEAR_ROOM = 46
/** From so many pixels a year on its quarters are named. */
const NAMED_QUARTERS = 130
const CHIP_PADDING = 14
/** Bold letters are so much wider. */
const BOLD = 1.14
/** From here down the lines of marked days are drawn, below their labels; those of chosen days from the top. */
const BELOW_LABELS = 20
const QUARTERS = { 4: 'Apr', 7: 'Jul', 10: 'Oct' }

interface AxisProps {
  scale: TimeScale
  /** How high the axis and the list below it are, so that lines reach through both. */
  height: number
  /** Titles stand above their strips: then lines run behind them. */
  isStacked: boolean
}

interface AxisLine {
  kind: 'as-of' | 'since' | 'marked'
  words: string
  /** Pixels from the start of the axis. */
  place: number
  /** Pixels around the words. */
  padding: number
}

function ticksOf({ from, to, width }: TimeScale) {
  const years = yearTicks(from, to - 1, Math.max(2, Math.floor(width / YEAR_ROOM)))
  const quarters = (width / (to - from)) * 365 >= NAMED_QUARTERS ? quarterTicks(from, to - 1) : []
  return { years, quarters }
}

/** The as-of date, the earlier day that it is compared with, and the marked dates that have passed by it. */
function useLines(scale: TimeScale): AxisLine[] {
  const { markedDates } = useSession().columns.outline
  const asOf = useChoice((choices) => choices.asOf)
  const since = useChoice((choices) => choices.since)
  const last = (date: string) => parseDate(date)!.last
  const line = (kind: AxisLine['kind'], date: string, words: string, padding: number): AxisLine => ({
    kind,
    words,
    place: placeOf(scale, last(date)),
    padding,
  })
  return [
    line('as-of', asOf, dateInWords(asOf), CHIP_PADDING),
    ...(since !== null && last(since) < last(asOf)
      ? [line('since', since, `since ${dateInWords(since)}`, CHIP_PADDING)]
      : []),
    ...markedDates
      .filter(({ date }) => last(date) <= last(asOf))
      .map(({ date, label }) => line('marked', date, label, 0)),
  ]
}

const isInSight = ({ place }: AxisLine, { width }: TimeScale) => place >= 0 && place <= width

/** The lines of the years behind the strips, and the time after the as-of date, of which nothing is shown. */
export const Backdrop = memo(function Backdrop({ scale, height, isStacked }: AxisProps) {
  const lines = useLines(scale)
  const { years, quarters } = ticksOf(scale)
  const end = Math.min(scale.width, Math.max(0, lines[0]!.place))
  return (
    <div className="timeline-backdrop" aria-hidden="true">
      {[...years, ...quarters].map(({ day }) => (
        <span key={day} className="timeline-gridline" style={{ left: placeOf(scale, day), height }} />
      ))}
      <span className="timeline-after" style={{ left: end, width: scale.width - end, height }} />
      {isStacked &&
        lines
          .filter((line) => isInSight(line, scale))
          .map(({ kind, words, place }) => (
            <span key={kind + words} className={`timeline-rule ${kind}`} style={{ left: place, height }} />
          ))}
    </div>
  )
})

/**
 * The time axis with the as-of date, which can be dragged along it, the day that it is compared with, and the marked
 * dates that have passed. The slider of the as-of date is the way for keyboards, so none of this is said twice.
 */
export const TimeAxis = memo(function TimeAxis({ scale, height, isStacked }: AxisProps) {
  const { years, quarters } = ticksOf(scale)
  const lines = useLines(scale)
  const labels = lines.map((line) => {
    const { kind, place, padding } = line
    // The as-of date is said also where the years in sight do not have it: an arrow shows the way.
    const words =
      kind !== 'as-of' || isInSight(line, scale) ? line.words : place < 0 ? `‹ ${line.words}` : `${line.words} ›`
    const at = kind === 'as-of' ? Math.min(scale.width, Math.max(0, place)) : place
    return { words, place: at, width: wordsWidth(words) * (kind === 'as-of' ? BOLD : 1) + padding }
  })
  const starts = placeLabels(labels, scale.width)
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-axis-plot">
        {years.map(({ year, day: first }) => (
          <Tick key={year} scale={scale} day={first} words={String(year)} />
        ))}
        {quarters.map(({ month, day: first }) => (
          <Tick key={first} scale={scale} day={first} words={QUARTERS[month]} isMinor />
        ))}
        {lines
          .filter((line) => isInSight(line, scale))
          .toReversed()
          .map(({ kind, words, place }) => {
            const top = kind === 'marked' ? BELOW_LABELS : 0
            const end = isStacked ? AXIS_HEIGHT : height
            return (
              <Fragment key={kind + words}>
                <span className={`timeline-rule ${kind}`} style={{ left: place, top, height: end - top }} />
                {kind === 'as-of' && <span className="timeline-grip" style={{ left: place, height }} />}
              </Fragment>
            )
          })}
        {labels.map(({ words, width }, i) => {
          const start = starts[i]
          if (start === null) return null
          return (
            <span key={i} className={`timeline-label ${lines[i]!.kind}`} style={{ left: start, width }}>
              {words}
            </span>
          )
        })}
      </div>
    </div>
  )
})

function Tick({ scale, day, words, isMinor }: { scale: TimeScale; day: Day; words: string; isMinor?: boolean }) {
  return (
    <span className={isMinor ? 'timeline-tick minor' : 'timeline-tick'} style={{ left: placeOf(scale, day) }}>
      {words}
    </span>
  )
}
