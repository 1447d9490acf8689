import { idAt, type Columns } from '../../network/columns.ts'

/** Which rows the person has picked, by the ids of their initiatives: who leaves the table and comes back is still picked. */
export interface Picking {
  picked: ReadonlySet<string>
  /** Where a range begins, and what was picked besides it; `null` before anything was picked. */
  anchor: { id: string; besides: ReadonlySet<string> } | null
}

export const NOTHING_PICKED: Picking = { picked: new Set(), anchor: null }

/** Which of some rows are picked, as positions: where none is, no id is looked up. */
export function pickedIn(rows: readonly number[], { picked }: Picking, columns: Columns): readonly number[] {
  return picked.size === 0 ? [] : rows.filter((i) => picked.has(idAt(columns, i)))
}

/** Picks a row, or lets go of it. A range can begin there. */
export function toggleRow({ picked }: Picking, id: string): Picking {
  const next = new Set(picked)
  if (!next.delete(id)) next.add(id)
  return { picked: next, anchor: { id, besides: next } }
}

/**
 * Picks a range of rows, in place of the range before it that began at the same row.
 * @param ids the rows in their order
 * @param from where the range begins if no other beginning is known
 */
export function pickRange({ picked, anchor }: Picking, ids: readonly string[], from: number, to: number): Picking {
  const start = anchor ? ids.indexOf(anchor.id) : -1
  const begin = start < 0 ? from : start
  const besides = anchor && start >= 0 ? anchor.besides : picked
  const range = ids.slice(Math.min(begin, to), Math.max(begin, to) + 1)
  return { picked: new Set([...besides, ...range]), anchor: { id: ids[begin]!, besides } }
}

/** Picks all rows of the table; those that are out of it at present stay as they are. */
export function pickAll({ picked }: Picking, ids: readonly string[]): Picking {
  return { picked: new Set([...picked, ...ids]), anchor: null }
}
