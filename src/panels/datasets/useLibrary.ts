import { t } from '../../language/messages.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Library, LibraryState } from '../../state/library.ts'
import { useDatasets } from '../datasetSwitch.ts'

const NOTHING: LibraryState = { status: 'loading', heads: [], last: null, trouble: null }
const FAILED: LibraryState = { ...NOTHING, status: 'failed' }

/** The person's datasets, fetched when first asked for; the list follows what other tabs do. */
export function useLibrary(): LibraryState & { library: Library | null } {
  const datasets = useDatasets()
  const [library, setLibrary] = useState<Library | null>(null)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    datasets?.library().then(setLibrary, () => setFailed(true))
  }, [datasets])
  const state = useSyncExternalStore(
    (listener) => library?.state.subscribe(listener) ?? (() => undefined),
    () => library?.state.getState() ?? (isFailed ? FAILED : NOTHING),
  )
  const trouble =
    state === FAILED
      ? t('The list of your datasets could not be loaded: check the connection and open this again.')
      : state.trouble
  return { ...state, trouble, library }
}
