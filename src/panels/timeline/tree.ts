import { alongLines } from '../arrowKeys.ts'
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { initiativeTitle } from '../../network/profile.ts'
import { fold } from '../../network/text.ts'
import type { TimelineGroup } from '../../network/timeline.ts'
import { rowByKey, rowByLetters, rowsBetween, type RowStack } from '../../scene/timelineRows.ts'
import { useSession, useTexts } from '../useSession.ts'
import { AXIS_HEIGHT } from './TimeAxis.tsx'

/** The id that a row has in the page. */
export const rowId = (key: string) => `timeline-${key}`

/** What has been typed is forgotten after so many milliseconds. */
const TYPING_MS = 700

/** Moving through the tree by keyboard and pointer, as the ARIA practices for trees have it. */
export function useTree(
  list: RefObject<HTMLElement | null>,
  groups: readonly TimelineGroup[],
  stack: RowStack,
  folded: ReadonlySet<string>,
  onFolded: (folded: ReadonlySet<string>) => void,
) {
  const { choices, columns } = useSession()
  const texts = useTexts()
  const [chosen, setActive] = useState<string | null>(null)
  const typed = useRef({ letters: '', at: 0 })
  const { rows, heads } = stack
  const at = useMemo(() => (chosen === null ? -1 : rows.indexOf(chosen)), [rows, chosen])
  const active = at < 0 ? null : chosen

  const go = (index: number) => {
    const row = rows.at(index)!
    setActive(row.key)
    const element = list.current!
    const room = row.initiative === null ? 0 : rows.at(heads[row.group]!)!.height
    const [above, below] = [row.top - room, row.top + row.height - (element.clientHeight - AXIS_HEIGHT)]
    element.scrollTo({ top: Math.min(above, Math.max(below, element.scrollTop)) })
  }
  const setFolding = (group: number, isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(groups[group]!.id)
    else next.delete(groups[group]!.id)
    onFolded(next)
    // The head of a long group may stand far above the place that one folds it from.
    const element = list.current!
    if (isFolded) element.scrollTo({ top: Math.min(element.scrollTop, rows.at(heads[group]!)!.top) })
  }
  const open = (index: number) => {
    const { group, initiative } = rows.at(index)!
    if (initiative === null) setFolding(group, !folded.has(groups[group]!.id))
    else choices.setState({ inspected: { kind: 'initiative', id: columns.outline.initiatives.at(initiative)!.id } })
  }
  const labelOf = (index: number) => {
    const { group, initiative } = rows.at(index)!
    return fold(initiative === null ? groups[group]!.label : initiativeTitle(columns, texts, initiative))
  }
  /** The first row of an initiative, which may stand in several groups. */
  const indexOfInitiative = (position: number) => {
    for (const { id, initiatives } of groups) {
      if (!folded.has(id) && initiatives.includes(position)) return rows.indexOf(`${id}/${position}`)
    }
    return -1
  }
  /** Where the keyboard starts: at what the Details show, else at the first row in sight. */
  const start = () => {
    const inspected = choices.getState().inspected
    const position = inspected?.kind === 'initiative' ? columns.positions.get(inspected.id) : undefined
    const shown = position === undefined ? -1 : indexOfInitiative(position)
    return shown >= 0 ? shown : Math.min(rows.length - 1, rowsBetween(rows, list.current!.scrollTop, Infinity)[0])
  }

  const byLetter = (key: string, index: number): number | null => {
    const now = performance.now()
    const goesOn = now - typed.current.at < TYPING_MS
    if (key === ' ' && !(goesOn && typed.current.letters)) return null
    typed.current = { letters: (goesOn ? typed.current.letters : '') + fold(key), at: now }
    return rowByLetters(rows.length, index, typed.current.letters, labelOf) ?? index
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = at < 0 ? start() : at
    const row = rows.at(index)
    if (!row) return
    const page = list.current!.clientHeight - AXIS_HEIGHT - rows.at(0)!.height
    const next = rowByKey(rows, index, event.key, page) ?? (event.key.length === 1 ? byLetter(event.key, index) : null)
    const key = alongLines(event.key)
    const isHead = row.initiative === null
    const isFolded = folded.has(groups[row.group]!.id)
    if (next !== null) go(next)
    else if (event.key === 'Enter' || event.key === ' ') open(index)
    else if (key === 'ArrowRight') {
      if (isHead && isFolded) setFolding(row.group, false)
      else if (isHead && index + 1 < rows.length) go(index + 1)
    } else if (key === 'ArrowLeft') {
      if (!isHead) go(heads[row.group]!)
      else if (!isFolded) setFolding(row.group, true)
    } else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const element = (event.target as Element).closest('[role="treeitem"]')
    const index = element ? rows.indexOf(element.id.slice(rowId('').length)) : -1
    if (index < 0) return
    setActive(rows.at(index)!.key)
    open(index)
  }
  const onFocus = () => {
    // A press says itself which row is meant.
    if (active === null && list.current!.querySelector(':focus-visible')) go(start())
  }
  return { active, onKeyDown, onClick, onFocus }
}
