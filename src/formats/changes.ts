import type { Actor, Dataset, Initiative, Source } from '../model/schema.ts'

/** What a person changed in a dataset: one entry added, corrected or removed at a time. */

/** What can be edited; milestones and figures are parts of their initiative. */
export interface Editable {
  actor: Actor
  initiative: Initiative
  source: Source
}
export type EditableKind = keyof Editable

/** `before` is `null` where it was added, `after` where it was removed. */
export type Change = {
  [K in EditableKind]: {
    kind: K
    id: string
    before: Editable[K] | null
    after: Editable[K] | null
    /** When it was made, as `2026-11-28T09:30:00.000Z`. */
    madeAt: string
  }
}[EditableKind]

const LISTS = { actor: 'actors', initiative: 'initiatives', source: 'sources' } as const

/**
 * A dataset with changes made in it, in their order. What a change names and is not there is added at the end.
 * @returns another dataset; the given one stays as it is
 */
export function withChanges(dataset: Dataset, changes: readonly Change[]): Dataset {
  if (changes.length === 0) return dataset
  const next: Dataset = { ...dataset }
  for (const kind of ['actor', 'initiative', 'source'] as const) {
    const own = changes.filter((change) => change.kind === kind)
    if (own.length === 0) continue
    const entries = new Map<string, { id: string }>(dataset[LISTS[kind]].map((entry) => [entry.id, entry]))
    for (const { id, after } of own) {
      if (after) entries.set(id, after)
      else entries.delete(id)
    }
    Object.assign(next, { [LISTS[kind]]: [...entries.values()] })
  }
  return next
}

/** Changes that come to the same in all, one for each entry at most: what was changed back is not among them. */
export function netChanges(changes: readonly Change[]): Change[] {
  const net = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`
    const first = net.get(key)
    net.set(key, first ? ({ ...change, before: first.before } as Change) : change)
  }
  return [...net.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}
