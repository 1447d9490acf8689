import type { Day } from '../../model/dates.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Life } from '../../network/profile.ts'
import { CAPS, DASHES, LIFE_WIDTHS, LINE_STYLES } from '../../scene/strokes.ts'
import { StageMark } from './Marks.tsx'

interface LifeLineProps {
  life: Life
  /** Where a day lies, as SVG takes it. */
  at: (day: Day) => number | string
  /** Where a stretch that begins on a day is drawn from, where that is not the place of the day. */
  startAt?: (day: Day) => number | string
  y: number
  widths?: Record<Outcome, number>
}

/** A life as a line: what it had come to along it, and its milestones on it. */
export function LifeLine({ life, at, startAt = at, y, widths = LIFE_WIDTHS }: LifeLineProps) {
  return (
    <>
      {life.segments.map(({ from, to, outcome }) => (
        <line
          key={from}
          className={`stretch ${outcome}`}
          x1={startAt(from)}
          x2={at(to)}
          y1={y}
          y2={y}
          strokeWidth={widths[outcome]}
          strokeDasharray={DASHES[LINE_STYLES[outcome]].join(' ')}
          strokeLinecap={CAPS[LINE_STYLES[outcome]]}
        />
      ))}
      {life.marks.map(({ milestone, day, stage }) => (
        <StageMark key={milestone} stage={stage} x={at(day)} y={y} />
      ))}
    </>
  )
}
