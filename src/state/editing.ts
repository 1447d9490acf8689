import { t } from '../language/messages.ts'
import type { Change } from '../formats/changes.ts'
import { freshId, type KeptAbout, type KeptChanges, type KeptHalves, type Library } from './library.ts'

/**
 * Editing a dataset that is kept in this browser. Each edit is saved at once and the dataset is shown anew; an edit can be
 * several changes, as where a source is added with the milestone that cites it: they have the same time in `madeAt`, and
 * are taken back together.
 */
export interface Editing {
  /** What was changed up to now, as far as it is saved. */
  present: () => KeptChanges
  /**
   * Makes changes as one edit; what had been taken back before can then not be made again.
   * @param onSaved called once they are saved, before they are shown
   * @throws LibraryError
   */
  make: (changes: readonly Change[], onSaved?: () => void) => Promise<void>
  /** Takes back the last edit, if there is one. @throws LibraryError */
  undo: () => Promise<void>
  /** Makes the edit again that was taken back last, if there is one. @throws LibraryError */
  redo: () => Promise<void>
}

/** The name that copies of Dyad's own dataset are kept under as where they are from; the same in every language. */
export const OWN_NAME = 'Dyad’s own'

/**
 * @param id of the dataset in the library
 * @param opened what was changed in it when it was opened
 * @param reopen shows the dataset as it is kept now
 */
export function createEditing(
  library: Pick<Library, 'saveChanges'>,
  id: string,
  opened: KeptChanges,
  reopen: (present: KeptChanges) => Promise<void>,
): Editing {
  let present = opened
  let last: Promise<unknown> = Promise.resolve()
  // One after the other: a quick second undo is not to be taken for a change in another tab.
  const save = (
    next: (own: KeptChanges) => Omit<KeptChanges, 'revision'> | null,
    onSaved?: () => void,
  ): Promise<void> => {
    const act = async () => {
      const wanted = next(present)
      if (!wanted) return
      const revision = await library.saveChanges(id, { ...wanted, revision: present.revision })
      present = { ...wanted, revision }
      onSaved?.()
      await reopen(present)
    }
    const done = last.then(act, act)
    last = done
    return done
  }
  return {
    present: () => present,
    make: (changes, onSaved) =>
      save(({ changes: past, at }) => {
        const all = [...past.slice(0, at), ...changes]
        return changes.length === 0 ? null : { changes: all, at: all.length }
      }, onSaved),
    undo: () => save(({ changes, at }) => (at === 0 ? null : { changes, at: beginOf(changes, at - 1) })),
    redo: () => save(({ changes, at }) => (at === changes.length ? null : { changes, at: endOf(changes, at) })),
  }
}

/** Where the edit begins that a change belongs to. */
function beginOf(changes: readonly Change[], position: number): number {
  let begin = position
  while (begin > 0 && changes[begin - 1]!.madeAt === changes[position]!.madeAt) begin--
  return begin
}

/** Where the edit ends that a change belongs to: the position after its last change. */
function endOf(changes: readonly Change[], position: number): number {
  let end = position + 1
  while (end < changes.length && changes[end]!.madeAt === changes[position]!.madeAt) end++
  return end
}

/** Edits one by one, each with its changes, the first one first. */
export function editsOf(changes: readonly Change[]): Change[][] {
  const edits: Change[][] = []
  for (let i = 0; i < changes.length; i = endOf(changes, i)) edits.push(changes.slice(i, endOf(changes, i)))
  return edits
}

/**
 * Keeps a copy of a dataset with its first edit made.
 * @param about what the copy is made of
 * @returns its id
 * @throws LibraryError where it cannot be kept: then neither the copy nor the edit is
 */
export async function keepCopy(
  library: Library,
  halves: KeptHalves,
  about: KeptAbout,
  changes: readonly Change[],
): Promise<string> {
  const title = freeTitle(about.title, new Set(library.state.getState().heads.map((head) => head.title)))
  return (await library.keep(freshId(Date.now()), halves, { ...about, title }, changes)).id
}

/** The title of a copy: that of the dataset with "(my edits)", and a number where there is one of this name. */
export function freeTitle(title: string, taken: ReadonlySet<string>): string {
  const first = t('{title} (my edits)', { title })
  for (let i = 1; ; i++) {
    const own = i === 1 ? first : t('{title} (my edits {number})', { title, number: i })
    if (!taken.has(own)) return own
  }
}

/** A time for an edit that is not the time of the one before it. */
export function timeOfEdit(changes: readonly Change[], now: number = Date.now()): string {
  const before = changes.at(-1)?.madeAt
  const time = new Date(now).toISOString()
  return before !== undefined && time <= before ? new Date(Date.parse(before) + 1).toISOString() : time
}
