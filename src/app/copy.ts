import { unpackOutline, unpackTexts } from '../formats/compact.ts'
import { permitsOf } from '../state/edition.ts'
import { PARTS_ID, partsIn } from '../formats/copyFile.ts'
import { browserAddress } from './address.ts'
import { startOn } from './start.ts'

/** The page of an interactive copy: it has everything in itself, and asks nobody for anything. */
const parts = partsIn(document.getElementById(PARTS_ID)!.textContent)
const { permits, home, holds } = parts

startOn({
  edition: { kind: 'copy', permits: permitsOf(permits), home, holds },
  address: browserAddress(() => location.hash || `#${parts.hash}`, true),
  loadOutline: async () => unpackOutline(parts.outline),
  loadTexts: async () => unpackTexts(parts.texts),
  loadFlags: async () => parts.flags,
  loadContextFlags: async () => parts.contextFlags,
})
