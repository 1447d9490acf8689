import './trusted.ts'
import { permitsIn } from '../state/edition.ts'
import { browserAddress } from './address.ts'
import { createDatasets } from './datasets.ts'
import { loadContextFlags, loadFlags, loadOutline, loadTexts, loadWorldFlags } from './load.ts'
import { watchPage } from '../panels/faults/pageFaults.ts'
import { speakAsLinked, speakFirst } from './language.ts'
import { startOn } from './start.ts'

watchPage()

const permits = permitsIn(location.search)
const own = { loadOutline, loadTexts, loadFlags, loadContextFlags }

if (permits) {
  void speakAsLinked().then(() =>
    startOn({
      ...own,
      edition: { kind: 'embed', permits, home: `${location.origin}${location.pathname}`, holds: '' },
      address: browserAddress(() => location.hash, true),
    }),
  )
} else {
  const datasets = createDatasets({ ...own, loadWorldFlags })
  // Another tab may take the next version before this page can be told of it.
  const servedBy = navigator.serviceWorker?.controller ?? null
  const keepOffline = async () => {
    const kept = await import('./offline.ts').catch(() => null)
    await kept?.keepOffline(servedBy)
  }
  // Of a page that is served as it is written nothing is to be kept.
  const first = speakFirst().then(datasets.first)
  void first.then((origin) => startOn(origin, datasets, import.meta.env.PROD ? keepOffline : undefined))
}
