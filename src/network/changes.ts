import { msg, t, type Message } from '../language/messages.ts'
import { lowerFirst } from '../language/numbers.ts'
import type { Day } from '../model/dates.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import type { Selection } from './select.ts'
import { outcomesAt, type Outcomes } from './standing.ts'

/** What can have become of an initiative between two days, in the order of legends and lists. */
export const CHANGES = ['begun', 'realised', 'ended', 'failed', 'revived', 'unchanged'] as const

/**
 * begun: it did not exist yet on the earlier day, whatever it has come to since; realised: from pending to realised;
 * ended: it stands no more, though it had been realised; failed: from pending to stopped before any result; revived: what
 * had stopped, or has stopped since it was realised, is promised or delivered again; unchanged: the same outcome on both
 * days, whatever happened between them.
 */
export type Change = (typeof CHANGES)[number]

/** The words for a change at the start of a line. */
export const CHANGE_LABELS: Record<Change, Message> = {
  begun: msg('Newly begun'),
  realised: msg('Newly realised'),
  ended: msg('Newly ended'),
  failed: msg('Newly failed'),
  revived: msg('Revived'),
  unchanged: msg('Unchanged'),
}

/** A change within a sentence: "newly begun". */
export function changeInWords(change: Change): string {
  return lowerFirst(t(CHANGE_LABELS[change]))
}

const COUNTED: Record<Change, Message> = {
  begun: msg('{count, number} newly begun'),
  realised: msg('{count, number} newly realised'),
  ended: msg('{count, number} newly ended'),
  failed: msg('{count, number} newly failed'),
  revived: msg('{count, number} revived'),
  unchanged: msg('{count, number} unchanged'),
}

/** How many have changed so: "3 newly begun". */
export function changedInWords(change: Change, count: number): string {
  return t(COUNTED[change], { count })
}

/**
 * What became of an initiative between two days, from its outcomes at the end of each.
 * @returns `null` where it has not begun by the later day
 */
export function changeOf(before: Outcome | null, after: Outcome | null): Change | null {
  if (after === null) return null
  if (before === null) return 'begun'
  if (before === after) return 'unchanged'
  if (after === 'ended' || after === 'failed') return after
  // Realised and then pending: it stopped in between, and was promised anew.
  return before === 'pending' ? 'realised' : 'revived'
}

/** Two days side by side: the as-of date of a selection, and an earlier day. */
export interface Comparison {
  since: Day
  /** The outcome of every initiative at the end of the earlier day. */
  before: Outcomes
  /** What became of every initiative since; `null` for one that has not begun by the as-of date. */
  changes: (Change | null)[]
}

/** Compares the as-of date of a selection with an earlier day. On the same or a later day nothing changed. */
export function compareWith(columns: Columns, selection: Selection, since: Day): Comparison {
  const before = since < selection.asOf ? outcomesAt(columns, since) : selection.outcomes
  const changes = new Array<Change | null>(columns.count)
  for (let i = 0; i < columns.count; i++) changes[i] = changeOf(before.at(i), selection.outcomes.at(i))
  return { since, before, changes }
}

/** How many initiatives have each change. */
export type ChangeTally = Record<Change, number>

/** Counts some initiatives by what became of them. */
export function changesOf(comparison: Comparison, initiatives: readonly number[]): ChangeTally {
  const tally: ChangeTally = { begun: 0, realised: 0, ended: 0, failed: 0, revived: 0, unchanged: 0 }
  for (const i of initiatives) {
    const change = comparison.changes[i]
    if (change) tally[change]++
  }
  return tally
}
