import './theme.css'
import './layout.css'
import '../panels/headline.css'
import '../panels/topbar.css'
import { createGraphView, type GraphView } from '../panels/graphView.ts'
import type { Clock } from '../state/playback.ts'
import { bindAddress, openSession, type Session } from '../state/session.ts'
import { browserAddress } from './address.ts'
import { loadContextFlags, loadFlags, loadOutline, loadTexts } from './load.ts'
import { presentScheme } from './scheme.ts'

/** The graph is painted first. The panels and the texts are fetched beside it, but nothing of them is run before. */
async function start(): Promise<void> {
  const texts = loadTexts()
  // Handled where the texts are awaited; a failure before that is not lost, only late.
  texts.catch(() => undefined)
  const session = openSession(await loadOutline(), location.hash, pageClock())
  bindAddress(session, browserAddress())
  document.title = `${session.columns.outline.title} - Dyad`
  const view = createGraphView(session, document.getElementById('graph')!, presentScheme())
  document.querySelector('.sentence')!.textContent = session.derive().sentence
  // Without its flag an actor is a plain circle with its name: nothing to stop for.
  loadFlags().then(view.addFlags, () => undefined)
  addContextFlags(session, view)
  await paintedOf(view)
  performance.mark('dyad:graph-painted')
  const { mount } = await import('./mount.tsx')
  mount(document.getElementById('app')!, session, view, () => void readTexts(session, loadTexts()))
  await readTexts(session, texts)
}

/** Fetches the flags of the actors around the network once any of them is to be shown. */
function addContextFlags(session: Session, view: GraphView): void {
  let isAsked = false
  const ask = () => {
    const { unfolded, hasSuppliers } = session.choices.getState()
    if (isAsked || (unfolded.length === 0 && !hasSuppliers)) return
    isAsked = true
    loadContextFlags().then(view.addFlags, () => (isAsked = false))
  }
  session.choices.subscribe(ask)
  ask()
}

/** The frames of this page, and whether the person asked the machine for less motion. */
function pageClock(): Clock {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  return { onFrame: (callback) => void requestAnimationFrame(callback), isCalm: () => calm.matches }
}

function paintedOf(view: GraphView): Promise<void> {
  return new Promise((resolve) => view.canvas.afterDrawing(resolve))
}

async function readTexts(session: Session, texts: ReturnType<typeof loadTexts>): Promise<void> {
  session.texts.setState({ status: 'loading' }, true)
  try {
    session.setTexts(await texts)
  } catch (error) {
    session.texts.setState({ status: 'failed', reason: (error as Error).message }, true)
  }
}

/** Says what failed where the graph would be, with a way to try again. */
function showFailure(error: unknown): void {
  const place = document.getElementById('graph')!
  const box = document.createElement('div')
  box.className = 'failure'
  box.setAttribute('role', 'alert')
  const words = document.createElement('p')
  words.textContent = error instanceof Error ? error.message : String(error)
  const again = document.createElement('button')
  again.className = 'button primary'
  again.textContent = 'Try again'
  again.addEventListener('click', () => {
    box.remove()
    run()
  })
  box.append(words, again)
  place.replaceChildren(box)
}

function run(): void {
  start().catch(showFailure)
}

run()
