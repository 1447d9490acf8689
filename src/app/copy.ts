import { unpackOutline, unpackTexts } from '../formats/compact.ts'
import { PARTS_ID, partsIn, type CopyParts } from '../formats/copyFile.ts'
import { permitsOf } from '../state/edition.ts'
import { browserAddress } from './address.ts'
import { ENGLISH, languageWith } from '../language/languages.ts'
import { INFLECTIONS } from '../language/inflections.ts'
import { inflectBy, speak } from '../language/messages.ts'
import { markPage } from './markPage.ts'
import { watchPage } from '../panels/faults/pageFaults.ts'
import { startOn } from './start.ts'

/** The page of an interactive copy: it has everything in itself, and asks nobody for anything. */
const parts = partsIn(document.getElementById(PARTS_ID)!.textContent)

watchPage()
if (parts) show(parts)
// The template itself, in a frame of the studio: it is told what to show as a preview.
else window.addEventListener('message', onPreview)

function onPreview({ source, origin, data }: MessageEvent<CopyParts>): void {
  // A frame that is set apart still knows where its own page lies.
  if (source !== window.parent || origin !== location.origin) return
  window.removeEventListener('message', onPreview)
  document.title = data.title
  show(data)
}

function show(own: CopyParts): void {
  const { permits, home, holds, hash, outline, texts, flags, contextFlags } = own
  const spoken = languageWith(own.language) ?? ENGLISH
  inflectBy(INFLECTIONS)
  speak(spoken, own.messages, spoken)
  markPage(spoken)
  startOn({
    edition: { kind: 'copy', permits: permitsOf(permits), home, holds },
    address: browserAddress(() => location.hash || `#${hash}`, true),
    loadOutline: async () => unpackOutline(outline),
    loadTexts: async () => unpackTexts(texts),
    loadFlags: async () => flags,
    loadContextFlags: async () => contextFlags,
  })
}
