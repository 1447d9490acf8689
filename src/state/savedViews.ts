import { msg, t } from '../language/messages.ts'
import { lowerFirst } from '../language/numbers.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { MOST_VIEWS, oneLine, readViewsFile, writeViewsFile } from '../formats/viewsFile.ts'
import { VIEW_LIMITS, type NamedView } from '../model/view.ts'
import type { Columns } from '../network/columns.ts'
import { filtersInWords } from '../network/words.ts'
import type { Choices } from './choices.ts'
import { readHash } from './hash.ts'
import type { Session } from './session.ts'

/** Views that the person saved under a name. They are kept in this browser, a list for each dataset. */

/** A saved view; its id tells it apart from others of the same name for as long as the page is open. */
export interface SavedView extends NamedView {
  id: number
}

type Views = readonly SavedView[]

/** The list with more views at its end. */
export function addViews(views: Views, more: readonly NamedView[]): Views {
  const next = 1 + Math.max(0, ...views.map(({ id }) => id))
  return [...views, ...more.map((view, i) => ({ ...tidied(view), id: next + i }))]
}

/** The list with parts of one view changed; a name that would be empty stays as it was. */
export function changeView(views: Views, id: number, parts: Partial<NamedView>): Views {
  return views.map((view) => {
    if (view.id !== id) return view
    const changed = { ...tidied({ ...view, ...parts }), id }
    return changed.name === '' ? { ...changed, name: view.name } : changed
  })
}

/** The list without one view. */
export function removeView(views: Views, id: number): Views {
  return views.filter((view) => view.id !== id)
}

/** The list with one view further up (-1) or down (1); the same list where it is at the end already. */
export function moveView(views: Views, id: number, by: -1 | 1): Views {
  const at = views.findIndex((view) => view.id === id)
  const other = views[at + by]
  if (at < 0 || !other) return views
  const moved = [...views]
  moved[at + by] = views[at]!
  moved[at] = other
  return moved
}

function tidied({ name, sentence, hash }: NamedView): NamedView {
  return {
    name: oneLine(name).slice(0, VIEW_LIMITS.name),
    sentence: oneLine(sentence).slice(0, VIEW_LIMITS.sentence),
    hash,
  }
}

/**
 * A name for the present view: "Timeline: arms, with China, as of 31 December 2015". A name that is taken gets a number.
 * @param view the name of the view: "Timeline"
 */
export function suggestedName(view: string, columns: Columns, choices: Choices, taken: readonly NamedView[]): string {
  const words = lowerFirst(filtersInWords(columns, choices.filters, choices.asOf))
  return freeName(t('{name}: {words}', { name: view, words }), taken)
}

/** A name as it is, or with a number where another view has it: two of one name could not be told apart. */
export function freeName(words: string, taken: readonly NamedView[]): string {
  const room = VIEW_LIMITS.name - ' (200)'.length
  const name = words.length > room ? `${words.slice(0, room - 1).trimEnd()}…` : words
  const names = new Set(taken.map((own) => own.name))
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : `${name} (${number})`
    if (!names.has(own)) return own
  }
}

export interface SavedViewsState {
  views: Views
  /** What was done last, in words, with the list from before it. */
  last: { words: string; before: Views } | null
  /** Why the views could not be kept or read; `null` where all is well. */
  trouble: string | null
}

export interface SavedViews {
  state: StoreApi<SavedViewsState>
  /** Puts another list in place of the present one, and keeps it. `words` say what was done. */
  set: (views: Views, words: string) => void
  /** Takes back what was done last. */
  undo: () => void
  /** Reads anew what the browser keeps, as after a change in another tab. */
  reread: () => void
}

/** What keeps texts by their keys, as `localStorage` does; reading and writing may throw. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem'>

/** The key under which the views of a dataset are kept. */
export function viewsKey(title: string): string {
  return `dyad:views:${title}`
}

const KEEPS_NOTHING = msg('This browser keeps nothing for pages: saved views stay until the page is left.')
const NO_ROOM = msg(
  'The browser could not keep the last change, perhaps for want of room: it stays until the page is left.',
)

/**
 * Makes the store of the views of a dataset.
 * @param keeper `null` where the browser keeps nothing
 */
export function createSavedViews(dataset: { title: string; version: string }, keeper: Keeper | null): SavedViews {
  const key = viewsKey(dataset.title)
  const read = (known: Views): Pick<SavedViewsState, 'views' | 'trouble'> => {
    if (!keeper) return { views: known, trouble: t(KEEPS_NOTHING) }
    try {
      const text = keeper.getItem(key)
      if (text === null) return { views: [], trouble: null }
      const { views, faults } = readViewsFile(text)
      return { views: withIds(views, known), trouble: faults[0] ?? null }
    } catch {
      return { views: known, trouble: t(KEEPS_NOTHING) }
    }
  }
  const state = createStore<SavedViewsState>(() => ({ ...read([]), last: null }))
  const keep = (views: Views, last: SavedViewsState['last']) => {
    let trouble: string | null = null
    try {
      if (keeper) keeper.setItem(key, writeViewsFile(dataset, views))
      else trouble = t(KEEPS_NOTHING)
    } catch {
      trouble = t(NO_ROOM)
    }
    state.setState({ views, last, trouble })
  }
  return {
    state,
    set: (views, words) => {
      const before = state.getState().views
      if (views === before) return
      if (views.length > MOST_VIEWS && views.length > before.length) {
        state.setState({
          trouble: t('At most {most, number} views can be kept: delete some first.', { most: MOST_VIEWS }),
        })
      } else keep(views, { words, before })
    },
    undo: () => {
      const { last } = state.getState()
      if (last) keep(last.before, null)
    },
    reread: () => state.setState({ ...read(state.getState().views), last: null }),
  }
}

/** Views as read, each with the id that one just like it has already. */
function withIds(read: readonly NamedView[], known: Views): Views {
  const left = [...known]
  const isLike = (view: NamedView) => (own: SavedView) => own.name === view.name && own.hash === view.hash
  let next = 1 + Math.max(0, ...known.map(({ id }) => id))
  return read.map((view) => {
    const at = left.findIndex(isLike(view))
    return { ...view, id: at < 0 ? next++ : left.splice(at, 1)[0]!.id }
  })
}

/** Shows a view, as a link to it would; what does not fit the dataset is said. One step to undo. */
export function showView(session: Session, { hash }: Pick<NamedView, 'hash'>): void {
  const { choices, notices } = readHash(hash, session.columns)
  session.playback.pause()
  session.choices.setState(choices, true)
  session.notices.setState(notices, true)
}
