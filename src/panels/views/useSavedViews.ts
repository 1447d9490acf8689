import { useSyncExternalStore } from 'react'
import { createSavedViews, viewsKey, type SavedViews, type SavedViewsState } from '../../state/savedViews.ts'
import type { Session } from '../../state/session.ts'
import { useSession } from '../useSession.ts'

const stores = new WeakMap<Session, SavedViews>()

/** The saved views of the open dataset, the same for all that ask; they follow what is saved in another tab. */
export function savedViewsOf(session: Session): SavedViews {
  const known = stores.get(session)
  if (known) return known
  const { outline } = session.columns
  const saved = createSavedViews(outline, pageStorage())
  const key = viewsKey(outline.title)
  // A key of `null` tells that all was cleared.
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) saved.reread()
  })
  stores.set(session, saved)
  return saved
}

export function useSavedViews(): SavedViewsState & { saved: SavedViews } {
  const saved = savedViewsOf(useSession())
  return { ...useSyncExternalStore(saved.state.subscribe, saved.state.getState), saved }
}

/** Where the person forbade it, the browser throws when it is only asked for. */
function pageStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
