import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import type { Session } from '../../state/session.ts'
import { printedReport } from '../../studio/report.ts'
import type { GraphView } from '../graphView.ts'
import { PrintSheet, type PrintedPicture } from './PrintSheet.tsx'
import './print.css'

/** While it stands on the document, the sheet is printed in place of the page. */
const PRINTS = 'prints'

let sheet: { element: HTMLElement; root: Root } | null = null
let drawn: string | null = null

/** Has whatever way of printing a person takes give pages that can be read: the browser asks for them at once, so they are made at once. */
export function watchPrinting(session: Session, view: GraphView): () => void {
  const before = () => {
    if (!sheet) lay(session, canvasPicture(session, view))
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', clear)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', clear)
    clear()
  }
}

/** Prints the present view, with its picture drawn for paper. */
export async function printView(session: Session, view: GraphView): Promise<void> {
  clear()
  const picture = await vectorPicture(session, view)
  lay(session, picture ?? canvasPicture(session, view))
  await Promise.all([...document.querySelectorAll<HTMLImageElement>('.print-sheet img')].map((image) => image.decode()))
  window.print()
}

function lay(session: Session, picture: PrintedPicture | null): void {
  // Before the texts are there, the page as it stands says more.
  if (session.texts.getState().status !== 'ready') return
  const report = printedReport(session, picture && '', location.href)
  const element = document.createElement('div')
  document.body.append(element)
  sheet = { element, root: createRoot(element) }
  flushSync(() => sheet!.root.render(<PrintSheet report={report} picture={picture} />))
  document.documentElement.classList.add(PRINTS)
}

function clear(): void {
  document.documentElement.classList.remove(PRINTS)
  sheet?.root.unmount()
  sheet?.element.remove()
  sheet = null
  if (drawn) URL.revokeObjectURL(drawn)
  drawn = null
}

/** As the picture studio draws it. A copy has no studio; and its letters may be out of reach. */
async function vectorPicture(session: Session, view: GraphView): Promise<PrintedPicture | null> {
  if (session.edition) return null
  try {
    const { printPicture } = await import('./printPicture.ts')
    drawn = URL.createObjectURL(new Blob([await printPicture(session, view)], { type: 'image/svg+xml' }))
    return { kind: 'address', address: drawn }
  } catch {
    return null
  }
}

/** What the Network view has on its canvas, copied to one that printers are given: those of a graphics card often come out empty. */
function canvasPicture(session: Session, view: GraphView): PrintedPicture | null {
  if (session.choices.getState().view !== 'network') return null
  const layers = [...view.element.querySelectorAll('canvas')]
  return layers.length === 0 ? null : { kind: 'layers', layers }
}
