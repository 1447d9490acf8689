import { dataLanguage, t } from '../../language/messages.ts'
import { numberInWords } from '../../language/numbers.ts'
import { memo, useMemo, type ReactNode } from 'react'
import { yearOf, type Day } from '../../model/dates.ts'
import type { InitiativeOutline } from '../../model/outline.ts'
import { historyOf } from '../../network/history.ts'
import { lifeInWords, lifeOf, type Life } from '../../network/profile.ts'
import { changeInWords, type Change } from '../../network/changes.ts'
import type { TimelineGroup } from '../../network/timeline.ts'
import { coursesOf } from '../../scene/courses.ts'
import { placeOf, type TimeScale } from '../../scene/timeScale.ts'
import { silenceWords, wordsWidth } from '../../scene/timelineRows.ts'
import { ChangeSign } from '../ChangeSign.tsx'
import { Icon } from '../icons.tsx'
import { LifeLine } from '../details/LifeLine.tsx'
import { RelationLetter } from '../details/Marks.tsx'
import { useSession } from '../useSession.ts'

/** Room beside the axis so that a mark at its edge is drawn whole. */
const MARGIN = 6
const BEFORE_FIRST_MARK = 9

/** What all rows share. */
export interface RowFrame {
  scale: TimeScale
  asOf: Day
  /** The title stands above its strip: there is no room beside it. */
  isStacked: boolean
  /** Height of the strip's drawing, in pixels. */
  drawing: number
}

interface RowPlace {
  id: string
  /** In pixels. */
  height: number
  isActive: boolean
  /** How many stand beside it on its level, and its number among them, from 1. */
  size: number
  number: number
}

interface StripRowProps extends RowPlace {
  /** From the upper edge of its group, in pixels. */
  top: number
  frame: RowFrame
  initiative: InitiativeOutline
  title: string
  /** Its relation type and subtype, in words. */
  kind: string
  colour: string
  isSilent: boolean
  /** What became of it since the other date; `null` where none is compared. */
  change: Change | null
  isInspected: boolean
  /** Who it is with, where the group does not say so. */
  partners: string | null
}

/** One initiative: its title and its life. */
export const StripRow = memo(function StripRow(props: StripRowProps) {
  const { id, top, height, isActive, size, number, frame, initiative, title, kind, isInspected, isSilent, change } =
    props
  const life = useMemo(() => lifeOf(initiative.milestones, frame.asOf), [initiative, frame.asOf])
  const isConflict = initiative.valence === 'conflict'
  const shownChange = change === 'unchanged' ? null : change
  const kinds = isConflict ? [kind, t('conflict')] : [kind]
  const lived = [
    lifeInWords(life),
    ...(isSilent ? [t('silent since {year}', { year: yearOf(life.marks.at(-1)!.day) })] : []),
    ...(shownChange ? [changeInWords(shownChange)] : []),
  ]
  return (
    <div
      id={id}
      role="treeitem"
      className="timeline-row strip"
      style={{ top, height }}
      aria-level={2}
      aria-setsize={size}
      aria-posinset={number}
      aria-selected={isInspected}
      aria-label={t('{title}. {kind}: {life}', {
        title,
        kind: kinds.join(t(', ')),
        life: lived.join(t(', ')),
      })}
      data-active={isActive || undefined}
    >
      <span className="timeline-title">
        <RelationLetter type={initiative.type} />
        <span className="timeline-name" title={title} lang={dataLanguage()}>
          {title}
        </span>
        {isConflict && <span className="timeline-conflict">{t('conflict')}</span>}
        {shownChange && (
          <span className="timeline-change">
            <ChangeSign change={shownChange} />
          </span>
        )}
      </span>
      <Drawing frame={frame} colour={props.colour}>
        <LifeDrawing {...props} life={life} />
      </Drawing>
    </div>
  )
})

function Drawing({ frame, colour, children }: { frame: RowFrame; colour?: string; children: ReactNode }) {
  return (
    <svg
      className="timeline-drawing"
      width={frame.scale.width + 2 * MARGIN}
      height={frame.drawing}
      viewBox={`${-MARGIN} 0 ${frame.scale.width + 2 * MARGIN} ${frame.drawing}`}
      style={{ color: colour }}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

function LifeDrawing({ frame, life, isSilent, partners }: StripRowProps & { life: Life }) {
  const { scale, asOf, drawing } = frame
  const y = drawing / 2
  const x = (day: Day) => placeOf(scale, day)
  const first = life.marks[0]
  const last = life.marks.at(-1)
  if (!first || !last) return null
  const places = () => life.marks.map(({ day }) => x(day))
  const silence = isSilent && silenceWords(places(), x(asOf), yearOf(last.day), scale.width)
  const hasRoomBefore = partners !== null && x(first.day) <= scale.width
  const before = x(first.day) - BEFORE_FIRST_MARK
  return (
    <>
      <LifeLine life={life} at={x} startAt={(day) => Math.max(x(day), -2 * MARGIN)} y={y} />
      {silence && (
        <text className="timeline-silence" x={silence.place} y={y} textAnchor={silence.anchor}>
          {silence.words}
        </text>
      )}
      {hasRoomBefore && (!silence || silence.anchor === 'start') && before >= wordsWidth(partners) && (
        <text x={before} y={y} textAnchor="end">
          {partners}
        </text>
      )}
    </>
  )
}

interface HeadRowProps extends RowPlace {
  frame: RowFrame
  group: TimelineGroup
  /** All that the row says, in words. */
  words: string
  isFolded: boolean
  /** Initiatives of the largest group: what the height of all courses is drawn against. */
  most: number
}

/** The head of a group: its name, how many initiatives it has, and what they had come to over time. */
export const HeadRow = memo(function HeadRow(props: HeadRowProps) {
  const { id, height, isActive, size, number, frame, group, words, isFolded, most } = props
  return (
    <div
      id={id}
      role="treeitem"
      className="timeline-row head"
      style={{ height }}
      aria-level={1}
      aria-setsize={size}
      aria-posinset={number}
      aria-expanded={!isFolded}
      aria-label={words}
      data-active={isActive || undefined}
      title={words}
    >
      <span className="timeline-title">
        <Icon name="chevron" />
        <span className="timeline-name">{group.label}</span>
        <span className="timeline-count figures">{numberInWords(group.initiatives.length)}</span>
        {group.shared > 0 && (
          <span className="timeline-shared muted figures">{t('{count, number} shared', { count: group.shared })}</span>
        )}
      </span>
      <Drawing frame={frame}>
        <Courses frame={frame} initiatives={group.initiatives} most={most} />
      </Drawing>
    </div>
  )
})

/** What a group's initiatives had come to, year by year up to the as-of date. */
function Courses({ frame, initiatives, most }: { frame: RowFrame; initiatives: readonly number[]; most: number }) {
  const { columns } = useSession()
  const { scale, asOf, drawing } = frame
  const moments = useMemo(() => historyOf(columns, initiatives, asOf), [columns, initiatives, asOf])
  const courses = coursesOf(moments, initiatives.length, most, { scale, height: drawing - 4, floor: drawing - 2 })
  return courses.map(({ outcome, path }) => <path key={outcome} className={`course ${outcome}`} d={path} />)
}
