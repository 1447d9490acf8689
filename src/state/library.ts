import { createStore, type StoreApi } from 'zustand/vanilla'
import { msg, t } from '../language/messages.ts'
import type { Change } from '../formats/changes.ts'
import { bytesOf, DamagedError, type KeptOutline, type KeptTexts } from '../formats/keptHalves.ts'

/**
 * The datasets that a person keeps in this browser. Each is kept as it was read, and apart from it the list of the changes
 * made since: what was read is never written over.
 */

/** What the list of datasets says of each. */
export interface KeptHead {
  id: string
  title: string
  /** The name of the file, or the address, that it was read from. */
  from: string
  /** When it was taken in, as `2026-11-28T09:30:00.000Z`. */
  keptAt: string
  initiatives: number
  actors: number
  /** About how many bytes its two halves take. */
  size: number
}

/** What is known of a dataset before it is kept. */
export type KeptAbout = Omit<KeptHead, 'id' | 'keptAt' | 'size'>

/** A dataset as it was read: its two halves, in the form in which they are kept. */
export interface KeptHalves {
  outline: KeptOutline
  texts: KeptTexts
}

/** What was changed since; those from `at` on were taken back, and can be made again. */
export interface KeptChanges {
  /** Counts the times it was saved: two tabs that change the same dataset do not write over each other. */
  revision: number
  changes: readonly Change[]
  at: number
}

export interface Kept extends KeptChanges {
  head: KeptHead
  /** To be read with `openOutline`. */
  outline: unknown
  /** Fetches the texts, to be read with `openTexts`: the graph need not wait for them. @throws LibraryError */
  texts: () => Promise<unknown>
}

/** What keeps values by key, as IndexedDB does. All of `setMany` is kept or nothing. Each may reject. */
export interface Keep {
  get: (key: string) => Promise<unknown>
  keys: () => Promise<readonly string[]>
  setMany: (entries: readonly (readonly [string, unknown])[]) => Promise<void>
  delMany: (keys: readonly string[]) => Promise<void>
  /** Reads and writes one value with nothing in between; where `change` throws, nothing is written. */
  update: (key: string, change: (value: unknown) => unknown) => Promise<void>
}

export interface LibraryState {
  status: 'loading' | 'ready' | 'failed'
  /** The latest first. */
  heads: readonly KeptHead[]
  /** What was done last, in words, and whether it can be taken back. */
  last: { words: string; canUndo: boolean } | null
  /** Why something could not be kept or read; `null` where all is well. */
  trouble: string | null
}

export interface Library {
  state: StoreApi<LibraryState>
  /** Reads the list anew, as after a change in another tab. */
  reread: () => Promise<void>
  /** @returns `null` where there is none of the id. @throws LibraryError, DamagedError where it cannot be read */
  load: (id: string) => Promise<Kept | null>
  /**
   * Keeps a dataset under an id of {@link freshId}, all of it or nothing.
   * @param changes what is changed in it already
   * @throws LibraryError
   */
  keep: (id: string, halves: KeptHalves, about: KeptAbout, changes?: readonly Change[]) => Promise<KeptHead>
  rename: (id: string, title: string) => Promise<void>
  /** Takes a dataset out of the list; until the next one is taken out, or a day has passed, it can be put back. */
  remove: (id: string) => Promise<void>
  /** Takes back what was done last: a removal or a new name. */
  undo: () => Promise<void>
  /**
   * Saves what was changed in a dataset.
   * @returns its new revision
   * @throws LibraryError where it cannot be kept, or was changed elsewhere since `revision`
   */
  saveChanges: (id: string, own: KeptChanges) => Promise<number>
}

/** What went wrong, in a sentence for the person. */
export class LibraryError extends Error {
  override name = 'LibraryError'
}

/** Nothing was saved, because another tab had changed the same dataset. */
export class ChangedElsewhere extends LibraryError {
  override name = 'ChangedElsewhere'
}

const KEEPS_NOTHING = msg(
  'This browser keeps no datasets for this page (a private window, or a setting): what you add stays only until the page is left.',
)
const NO_ROOM = msg(
  'There is no room left to keep this dataset in the browser. Remove one that you no longer need, or free some space, and try again; nothing that was kept is lost.',
)
const GONE = msg(
  'What this browser keeps of the dataset is damaged: it stands in the list, but is not there. To have it again, add the file again.',
)
const CHANGED_ELSEWHERE = msg(
  'This dataset was changed in another tab since it was opened here, so nothing was saved. Show it as it is now, then save again.',
)
const DAY_MS = 86_400_000

const HEAD = 'head:'
const OUTLINE = 'outline:'
const TEXTS = 'texts:'
/** Where both halves were kept before, as texts. */
const HALVES = 'halves:'
const CHANGES = 'changes:'
/** A dataset that was taken out: its head and when. */
const REMOVED = 'removed:'

interface Removed {
  head: KeptHead
  at: number
}

/**
 * Opens the library.
 * @param keep `null` where the browser keeps nothing
 * @param tell tells other tabs that something changed
 */
export function createLibrary(
  keep: Keep | null,
  { tell = () => undefined, now = () => Date.now() }: { tell?: () => void; now?: () => number } = {},
): Library {
  const state = createStore<LibraryState>(() => ({ status: 'loading', heads: [], last: null, trouble: null }))
  let back: (() => Promise<void>) | null = null

  const failed = (error: unknown): Error => {
    if (error instanceof LibraryError || error instanceof DamagedError) return error
    const isFull = error instanceof Error && error.name === 'QuotaExceededError'
    return new LibraryError(t(isFull ? NO_ROOM : KEEPS_NOTHING))
  }
  const kept = (): Keep => {
    if (!keep) throw new LibraryError(t(KEEPS_NOTHING))
    return keep
  }
  const textsOf = async (own: Keep, id: string): Promise<unknown> => {
    try {
      return await own.get(TEXTS + id)
    } catch (error) {
      throw failed(error)
    }
  }
  /** Does something that changes what is kept, says what went wrong, and tells the other tabs. */
  const change = async (act: (own: Keep) => Promise<void>): Promise<void> => {
    try {
      await act(kept())
    } catch (error) {
      const trouble = failed(error)
      state.setState({ trouble: trouble.message })
      throw trouble
    }
    state.setState({ trouble: null })
    tell()
    await reread()
  }
  const reread = async (): Promise<void> => {
    try {
      const own = kept()
      const keys = await own.keys()
      const heads = await Promise.all(keys.filter((key) => key.startsWith(HEAD)).map((key) => own.get(key)))
      const known = heads.filter(isHead).sort((one, other) => (one.keptAt < other.keptAt ? 1 : -1))
      state.setState({ status: 'ready', heads: known })
    } catch (error) {
      state.setState({ status: 'failed', heads: [], trouble: failed(error).message })
    }
  }
  /** Deletes for good what was taken out: all of it, or what was so a day ago. */
  const clear = async (own: Keep, before: number): Promise<void> => {
    for (const key of await own.keys()) {
      if (!key.startsWith(REMOVED)) continue
      const removed = (await own.get(key)) as Removed | undefined
      if (removed && removed.at > before) continue
      const id = key.slice(REMOVED.length)
      // What was put back, or only half taken out when the page was closed, is in the list still: it stays.
      const isListed = (await own.get(HEAD + id)) !== undefined
      await own.delMany(isListed ? [key] : [key, OUTLINE + id, TEXTS + id, HALVES + id, CHANGES + id])
    }
  }

  return {
    state,
    reread: async () => {
      try {
        if (keep) await clear(keep, now() - DAY_MS)
      } catch {
        // What cannot be cleared now is cleared another time.
      }
      await reread()
    },
    load: async (id) => {
      try {
        const own = kept()
        const [head, outline, changes] = await Promise.all([
          own.get(HEAD + id),
          own.get(OUTLINE + id),
          own.get(CHANGES + id),
        ])
        if (!isHead(head)) return null
        const made = (changes as KeptChanges | undefined) ?? { revision: 0, changes: [], at: 0 }
        if (outline !== undefined) return { head, outline, texts: () => textsOf(own, id), ...made }
        const halves = await own.get(HALVES + id)
        if (!isHalves(halves)) throw new DamagedError(t(GONE))
        return { head, outline: halves.outline, texts: async () => halves.texts, ...made }
      } catch (error) {
        throw failed(error)
      }
    },
    keep: async (id, { outline, texts }, about, changes = []) => {
      const size = bytesOf(outline) + bytesOf(texts)
      const head: KeptHead = { ...about, id, keptAt: new Date(now()).toISOString(), size }
      await change((own) =>
        own.setMany([
          [OUTLINE + id, outline],
          [TEXTS + id, texts],
          ...(changes.length > 0
            ? [[CHANGES + id, { revision: 1, changes, at: changes.length } satisfies KeptChanges] as const]
            : []),
          [HEAD + id, head],
        ]),
      )
      return head
    },
    rename: async (id, title) => {
      const old = state.getState().heads.find((head) => head.id === id)
      if (!old || title.trim() === '' || title === old.title) return
      const call = (name: string) =>
        change((own) => own.update(HEAD + id, (head) => ({ ...(head as KeptHead), title: name })))
      await call(title.trim())
      back = () => call(old.title)
      const words = t('“{before}” is now called “{title}”.', { before: old.title, title: title.trim() })
      state.setState({ last: { words, canUndo: true } })
    },
    remove: async (id) => {
      const head = state.getState().heads.find((own) => own.id === id)
      if (!head) return
      await change(async (own) => {
        await clear(own, Number.POSITIVE_INFINITY)
        await own.setMany([[REMOVED + id, { head, at: now() } satisfies Removed]])
        await own.delMany([HEAD + id])
      })
      back = () =>
        change(async (own) => {
          await own.setMany([[HEAD + id, head]])
          await own.delMany([REMOVED + id])
        })
      state.setState({ last: { words: t('Removed “{title}”.', { title: head.title }), canUndo: true } })
    },
    undo: async () => {
      const act = back
      back = null
      if (!act) return
      await act()
      state.setState({ last: { words: t('Taken back.'), canUndo: false } })
    },
    saveChanges: async (id, own) => {
      const revision = own.revision + 1
      await change((held) =>
        held.update(CHANGES + id, (value) => {
          const present = (value as KeptChanges | undefined)?.revision ?? 0
          if (present !== own.revision) throw new ChangedElsewhere(t(CHANGED_ELSEWHERE))
          return { revision, changes: own.changes, at: own.at }
        }),
      )
      return revision
    },
  }
}

function isHead(value: unknown): value is KeptHead {
  const head = value as Partial<KeptHead> | null | undefined
  return typeof head?.id === 'string' && typeof head.title === 'string' && typeof head.keptAt === 'string'
}

function isHalves(value: unknown): value is { outline: string; texts: string } {
  const halves = value as { outline?: unknown; texts?: unknown } | null | undefined
  return typeof halves?.outline === 'string' && typeof halves.texts === 'string'
}

/** A short id that no other tab gives at the same time. */
export function freshId(now = Date.now()): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0]!
  return `${now.toString(36)}${random.toString(36)}`
}
