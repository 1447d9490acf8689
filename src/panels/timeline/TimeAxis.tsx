import { Fragment, memo } from 'react'
import { t } from '../../language/messages.ts'
import type { Day } from '../../model/dates.ts'
import { axisLines, axisTicks, isInSight, labelOf, QUARTERS, type AxisLine } from '../../scene/timelineAxis.ts'
import { placeLabels, placeOf, type TimeScale } from '../../scene/timeScale.ts'
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

interface AxisProps {
  scale: TimeScale
  /** How high the axis and the list below it are, so that lines reach through both. */
  height: number
  /** Titles stand above their strips: then lines run behind them. */
  isStacked: boolean
}

function ticksOf(scale: TimeScale) {
  return axisTicks(scale, YEAR_ROOM, NAMED_QUARTERS)
}

function useLines(scale: TimeScale): AxisLine[] {
  const { markedDates } = useSession().columns.outline
  const asOf = useChoice((choices) => choices.asOf)
  const since = useChoice((choices) => choices.since)
  return axisLines(scale, asOf, since, markedDates)
}

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
    const { words, place } = labelOf(line, scale)
    const padding = line.kind === 'marked' ? 0 : CHIP_PADDING
    return { words, place, width: wordsWidth(words) * (line.kind === 'as-of' ? BOLD : 1) + padding }
  })
  const starts = placeLabels(labels, scale.width)
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-axis-plot">
        {years.map(({ year, day: first }) => (
          <Tick key={year} scale={scale} day={first} words={String(year)} />
        ))}
        {quarters.map(({ month, day: first }) => (
          <Tick key={first} scale={scale} day={first} words={t(QUARTERS[month])} isMinor />
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
