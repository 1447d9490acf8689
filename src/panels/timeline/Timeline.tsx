import { useCallback, useMemo, useState } from 'react'
import { yearOf } from '../../model/dates.ts'
import { groupsBy } from '../../network/timeline.ts'
import type { Span } from '../../scene/timeScale.ts'
import { asOfRange } from '../../network/columns.ts'
import type { Session } from '../../state/session.ts'
import { Emptiness } from '../Emptiness.tsx'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { StripList } from './StripList.tsx'
import { TimelineBar } from './TimelineBar.tsx'
import './timeline.css'

/** The Timeline view: every selected initiative as a strip from its first milestone to the as-of date. */
export function Timeline() {
  const { columns } = useSession()
  const { selection, links } = useDerived()
  const grouping = useChoice((choices) => choices.grouping)
  const focus = useChoice((choices) => choices.focus)
  const { folded, setFolded } = useFolded()
  const groups = useMemo(
    () => groupsBy(grouping, columns, selection, links, focus),
    [columns, selection, links, focus, grouping],
  )
  const whole = useMemo((): Span => {
    const [earliest, latest] = asOfRange(columns)
    return [yearOf(earliest), yearOf(latest)]
  }, [columns])
  if (groups.length === 0) {
    return (
      <div className="timeline empty">
        <Emptiness />
      </div>
    )
  }
  return (
    <div className="timeline">
      <TimelineBar
        whole={whole}
        isAnyOpen={groups.some(({ id }) => !folded.has(id))}
        onFoldAll={(isFolded) => setFolded(new Set(isFolded ? groups.map(({ id }) => id) : []))}
      />
      <StripList key={grouping} groups={groups} folded={folded} onFolded={setFolded} whole={whole} />
    </div>
  )
}

const foldedGroups = new WeakMap<Session, ReadonlySet<string>>()

/** The groups that are folded: kept as long as the dataset is open, also while another view is looked at. */
function useFolded() {
  const session = useSession()
  const [folded, set] = useState<ReadonlySet<string>>(() => foldedGroups.get(session) ?? new Set())
  const setFolded = useCallback(
    (next: ReadonlySet<string>) => {
      foldedGroups.set(session, next)
      set(next)
    },
    [session],
  )
  return { folded, setFolded }
}
