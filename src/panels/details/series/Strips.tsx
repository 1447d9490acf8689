import { dataLanguage, t } from '../../../language/messages.ts'
import { useState, type CSSProperties } from 'react'
import { Button } from 'react-aria-components'
import type { Outcome } from '../../../model/outcome.ts'
import { initiativeTitle, lifeInWords, lifeOf } from '../../../network/profile.ts'
import { yearPlace } from '../../../network/series.ts'
import { useDerived, useSession, useTexts } from '../../useSession.ts'
import { useInspect } from '../Inspecting.tsx'
import { LifeLine } from '../LifeLine.tsx'
import type { TimeAxis } from '../../../scene/timeAxis.ts'

const WIDTHS: Record<Outcome, number> = { realised: 4, pending: 1.8, ended: 4, failed: 2.2 }
/** So many stand open; a list that is longer by a few is shown whole. */
const SHOWN = 8
const FEW_MORE = 4
const LINE_Y = 6

interface StripsProps {
  /** Positions of initiatives. */
  initiatives: readonly number[]
  axis: TimeAxis
  colour: string
}

/** The lives of initiatives up to the as-of date on the axis of the chart above them, the newest first. */
export function Strips({ initiatives, axis, colour }: StripsProps) {
  const { columns } = useSession()
  const [showsAll, setShowsAll] = useState(false)
  const newest = [...initiatives].sort((x, y) => columns.begins[y]! - columns.begins[x]! || x - y)
  const shown = showsAll || newest.length <= SHOWN + FEW_MORE ? newest : newest.slice(0, SHOWN)
  const at = (place: number) => `${((place - axis.from) / (axis.to - axis.from)) * 100}%`
  return (
    <div
      className="strips"
      style={{ '--axis-left': `${axis.left}px`, '--axis-right': `${axis.right}px`, color: colour } as CSSProperties}
    >
      <svg className="strip-grid" aria-hidden="true">
        {axis.marks.map((year) => (
          <line key={year} x1={at(year)} x2={at(year)} y1="0" y2="100%" />
        ))}
        {axis.since !== null && <line className="since" x1={at(axis.since)} x2={at(axis.since)} y1="0" y2="100%" />}
        <line className="as-of" x1="100%" x2="100%" y1="0" y2="100%" />
      </svg>
      <ul className="rows">
        {shown.map((position) => (
          <li key={position}>
            <Strip position={position} at={at} />
          </li>
        ))}
      </ul>
      <svg className="strip-axis" aria-hidden="true">
        {axis.marks.map((year) => (
          <text key={year} x={at(year)} y="11" textAnchor="middle">
            {year}
          </text>
        ))}
      </svg>
      {newest.length > SHOWN + FEW_MORE && (
        <Button className="link-button" onPress={() => setShowsAll(!showsAll)}>
          {showsAll
            ? t('Show the {count, number} newest', { count: SHOWN })
            : t('Show all {count, number}', { count: newest.length })}
        </Button>
      )}
    </div>
  )
}

function Strip({ position, at }: { position: number; at: (place: number) => string }) {
  const { columns } = useSession()
  const { asOf, selection } = useDerived()
  const texts = useTexts()
  const inspect = useInspect()
  const { id, milestones, valence } = columns.outline.initiatives.at(position)!
  const life = lifeOf(milestones, asOf)
  const title = initiativeTitle(columns, texts, position)
  const notes = [
    ...(selection.isSilent(position) ? [t('silent')] : []),
    ...(valence === 'conflict' ? [t('conflict')] : []),
  ].join(t(', '))
  return (
    <Button className="row strip" onPress={() => inspect({ kind: 'initiative', id })}>
      <span className="strip-title">
        <span lang={texts ? dataLanguage() : undefined}>{title}</span>
        {notes && <span className="muted">{t(', {words}', { words: notes })}</span>}
      </span>
      <span className="visually-hidden">{t(': {words}', { words: lifeInWords(life) })}</span>
      <svg className="strip-line" height={LINE_Y * 2} aria-hidden="true">
        <LifeLine life={life} at={(day) => at(yearPlace(day))} y={LINE_Y} widths={WIDTHS} />
      </svg>
    </Button>
  )
}
