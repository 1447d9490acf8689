import { memo } from 'react'
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
const NAMED_QUARTERS = 190
const CHIP_PADDING = 14
const QUARTERS = { 4: 'Apr', 7: 'Jul', 10: 'Oct' }

interface AxisProps {
  scale: TimeScale
  /** How high the list below is, so that lines reach through it. */
  height: number
}

function ticksOf({ from, to, width }: TimeScale) {
  const years = yearTicks(from, to - 1, Math.max(2, Math.floor(width / YEAR_ROOM)))
  const quarters = (width / (to - from)) * 365 >= NAMED_QUARTERS ? quarterTicks(from, to - 1) : []
  return { years, quarters }
}

/** The lines of the years behind the strips, and the time after the as-of date, of which nothing is shown. */
export const Backdrop = memo(function Backdrop({ scale, height }: AxisProps) {
  const asOf = useChoice((choices) => choices.asOf)
  const { years, quarters } = ticksOf(scale)
  const end = Math.min(scale.width, Math.max(0, placeOf(scale, parseDate(asOf)!.last)))
  return (
    <div className="timeline-backdrop" aria-hidden="true">
      {[...years, ...quarters].map(({ day }) => (
        <span key={day} className="timeline-gridline" style={{ left: placeOf(scale, day), height }} />
      ))}
      <span className="timeline-after" style={{ left: end, width: scale.width - end, height }} />
    </div>
  )
})

/**
 * The time axis with the as-of date, which can be dragged along it, the day that it is compared with, and the marked
 * dates that have passed. The slider of the as-of date is the way for keyboards, so none of this is said twice.
 */
export const TimeAxis = memo(function TimeAxis({ scale, height }: AxisProps) {
  const { columns } = useSession()
  const asOf = useChoice((choices) => choices.asOf)
  const since = useChoice((choices) => choices.since)
  const { years, quarters } = ticksOf(scale)
  const day = parseDate(asOf)!.last
  const lines = [
    { kind: 'as-of', day, words: dateInWords(asOf), padding: CHIP_PADDING },
    ...(since === null || parseDate(since)!.last >= day
      ? []
      : [{ kind: 'since', day: parseDate(since)!.last, words: `since ${dateInWords(since)}`, padding: CHIP_PADDING }]),
    ...columns.outline.markedDates
      .map(({ date, label }) => ({ kind: 'marked', day: parseDate(date)!.last, words: label, padding: 0 }))
      .filter((marked) => marked.day <= day),
  ].map((line) => ({ ...line, place: placeOf(scale, line.day) }))
  const starts = placeLabels(
    lines.map(({ place, words, padding }) => ({ place, width: wordsWidth(words) + padding })),
    scale.width,
  )
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-axis-plot">
        {years.map(({ year, day: first }) => (
          <Tick key={year} scale={scale} day={first} words={String(year)} />
        ))}
        {quarters.map(({ month, day: first }) => (
          <Tick key={first} scale={scale} day={first} words={QUARTERS[month]} isMinor />
        ))}
        {lines.toReversed().map(({ kind, words, place, padding }, i) => {
          const start = starts[lines.length - 1 - i]
          if (place < 0 || place > scale.width) return null
          return (
            <div key={kind + words} className={`timeline-line ${kind}`}>
              <span className="timeline-rule" style={{ left: place, height }} />
              {kind === 'as-of' && <span className="timeline-grip" style={{ left: place, height }} />}
              {start !== null && (
                <span className="timeline-label" style={{ left: start, width: wordsWidth(words) + padding }}>
                  {words}
                </span>
              )}
            </div>
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
