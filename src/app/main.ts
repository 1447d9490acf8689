import { permitsIn } from '../state/edition.ts'
import { loadContextFlags, loadFlags, loadOutline, loadTexts } from './load.ts'
import { startOn } from './start.ts'

const permits = permitsIn(location.search)

startOn({
  edition: permits && { kind: 'embed', permits, home: `${location.origin}${location.pathname}`, holds: '' },
  hash: () => location.hash,
  loadOutline,
  loadTexts,
  loadFlags,
  loadContextFlags,
})
