import { t } from '../../language/messages.ts'
import { useDeferredValue, useMemo } from 'react'
import { parseDate, type Day } from '../../model/dates.ts'
import { OUTCOMES } from '../../model/outcome.ts'
import { historyOfAll, type Moment } from '../../network/history.ts'
import { createSelect } from '../../network/select.ts'
import { sumOf } from '../../network/tally.ts'
import { useChoice, useChoiceLater, useDerived, useSession } from '../useSession.ts'

const HEIGHT = 40

/** What was realised, pending, ended and failed, stacked, from the first beginning up to the as-of date. */
export function Courses({ from, to }: { from: Day; to: Day }) {
  const { columns, matches } = useSession()
  // In a task of its own: with a million initiatives it takes as long as all the rest of the page.
  const { selection, asOf } = useDeferredValue(useDerived())
  const filters = useChoiceLater((choices) => choices.filters)
  const since = useChoice((choices) => choices.since)
  const moments = useMemo(() => historyOfAll(columns, selection, asOf), [columns, selection, asOf])
  // As high as all that passes the filters on the last day, so that the past keeps its height while the date is played.
  const selectLatest = useMemo(() => createSelect(columns), [columns])
  const most = useMemo(
    () => (asOf === to ? selection.size : selectLatest(filters, to, matches()).size),
    [asOf, to, selection, selectLatest, filters, matches],
  )
  const highest = Math.max(1, most, ...moments.map(({ tally }) => sumOf(tally)))
  const x = (day: Day) => Math.max(0, ((day - from) / Math.max(1, to - from)) * 1000)
  const present = moments.at(-1)?.tally
  const line = (day: Day, className: string) => (
    <line key={`${className}${day}`} className={className} x1={x(day)} x2={x(day)} y1="0" y2={HEIGHT} />
  )
  return (
    <svg
      className="courses"
      viewBox={`0 0 1000 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={
        present
          ? t(
              'Over time, up to {realised, number} realised, {pending, number} pending, {ended, number} ended and {failed, number} failed',
              { ...present },
            )
          : t('Nothing over time')
      }
    >
      {OUTCOMES.map((outcome, level) => (
        <path key={outcome} className={`course ${outcome}`} d={areaOf(moments, level, x, HEIGHT / highest)} />
      ))}
      {columns.outline.markedDates.map(({ date }) => line(parseDate(date)!.last, 'course-marked'))}
      {since && line(parseDate(since)!.last, 'course-since')}
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
