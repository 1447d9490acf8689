import './theme.css'
import './layout.css'
import '../panels/headline.css'
import '../panels/topbar.css'
import type { Outline, Texts } from '../model/outline.ts'
import { createGraphView, type GraphView } from '../panels/graphView.ts'
import type { Edition } from '../state/edition.ts'
import type { Clock } from '../state/playback.ts'
import { bindAddress, openSession, type Session } from '../state/session.ts'
import { browserAddress } from './address.ts'
import { presentScheme } from './scheme.ts'

/** Where the page takes everything from. */
export interface Origin {
  /** `null` on Dyad's own page. */
  edition: Edition | null
  /** What is chosen to begin with, as `location.hash` says it. */
  hash: () => string
  loadOutline: () => Promise<Outline>
  loadTexts: () => Promise<Texts>
  /** SVG texts by the names that actors give. */
  loadFlags: () => Promise<Record<string, string>>
  /** Those of the actors that stand around the network when asked for. */
  loadContextFlags: () => Promise<Record<string, string>>
}

/** The graph is painted first. The panels and the texts are fetched beside it, but nothing of them is run before. */
async function start(origin: Origin): Promise<void> {
  const { edition, loadTexts } = origin
  const texts = loadTexts()
  // Handled where the texts are awaited; a failure before that is not lost, only late.
  texts.catch(() => undefined)
  const session = openSession(await origin.loadOutline(), origin.hash(), pageClock(), edition)
  bindAddress(session, browserAddress(origin.hash, edition !== null))
  if (edition) (await import('../state/permitted.ts')).keepToPermits(session.choices, edition)
  // A copy has a title of its own.
  if (edition?.kind !== 'copy') document.title = `${session.columns.outline.title} - Dyad`
  const view = createGraphView(session, document.getElementById('graph')!, presentScheme())
  document.querySelector('.sentence')!.textContent = session.derive().sentence
  // Without its flag an actor is a plain circle with its name: nothing to stop for.
  origin.loadFlags().then(view.addFlags, () => undefined)
  addContextFlags(origin, session, view)
  await paintedOf(view)
  performance.mark('dyad:graph-painted')
  const { mount } = await import('./mount.tsx')
  mount(document.getElementById('app')!, session, view, () => void readTexts(session, loadTexts()))
  await readTexts(session, texts)
}

/** Fetches the flags of the actors around the network once any of them is to be shown. */
function addContextFlags({ loadContextFlags }: Origin, session: Session, view: GraphView): void {
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

async function readTexts(session: Session, texts: Promise<Texts>): Promise<void> {
  session.texts.setState({ status: 'loading' }, true)
  try {
    session.setTexts(await texts)
  } catch (error) {
    session.texts.setState({ status: 'failed', reason: (error as Error).message }, true)
  }
}

/** Says what failed where the graph would be, with a way to try again. */
function showFailure(origin: Origin, error: unknown): void {
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
    startOn(origin)
  })
  box.append(words, again)
  place.replaceChildren(box)
}

/** Opens the page. */
export function startOn(origin: Origin): void {
  start(origin).catch((error: unknown) => showFailure(origin, error))
}
