import './theme.css'
import './layout.css'
import '../panels/headline.css'
import '../panels/topbar.css'
import { t } from '../language/messages.ts'
import type { Outline, Texts } from '../model/outline.ts'
import { makeFlagAddresses } from '../panels/flagAddresses.ts'
import { createGraphView, type GraphView } from '../panels/graphView.ts'
import type { Edition } from '../state/edition.ts'
import type { Clock } from '../state/playback.ts'
import { bindAddress, openSession, type Address, type Session } from '../state/session.ts'
import type { Datasets } from './datasets.ts'
import { presentScheme } from './scheme.ts'

/** Where a dataset and what is chosen in it are taken from. */
export interface Origin {
  /** `null` on Dyad's own page. */
  edition: Edition | null
  address: Address
  loadOutline: () => Promise<Outline>
  loadTexts: () => Promise<Texts>
  /** Flags that are at hand already. */
  flags?: Readonly<Record<string, string>> | undefined
  /** SVG texts by the names that actors give. */
  loadFlags: () => Promise<Record<string, string>>
  /** Those of the actors that stand around the network when asked for. */
  loadContextFlags: () => Promise<Record<string, string>>
  /** What the person is to be told when it opens. */
  notice?: string | undefined
}

/** A dataset on the page. */
export interface Opened {
  session: Session
  view: GraphView
  /** Fetches the texts again where that failed. */
  readTexts: () => Promise<void>
  /** Lets go of it: another one takes its place. */
  close: () => void
}

/** The panels around the graph, once they are there. */
export interface Page {
  /** @param isSameView nothing that is open, or typed, is to go */
  show: (opened: Opened, isSameView?: boolean) => void
}

/**
 * Opens a dataset in an element. The graph is painted first; its texts are asked for only then, so that nothing that the
 * graph waits for shares the line with them.
 */
export async function openIn(element: HTMLElement, origin: Origin): Promise<Opened> {
  const { edition, address, loadTexts, notice } = origin
  const session = openSession(await origin.loadOutline(), address.readHash(), pageClock(), edition)
  if (notice) session.notices.setState((others) => [notice, ...others], true)
  const stopAddress = bindAddress(session, address)
  if (edition) (await import('../state/permitted.ts')).keepToPermits(session.choices, edition)
  // A copy has a title of its own.
  if (edition?.kind !== 'copy') document.title = t('{title} - Dyad', { title: session.columns.outline.title })
  const view = createGraphView(session, element, presentScheme())
  if (origin.flags) view.addFlags(origin.flags)
  // Without its flag an actor is a plain circle with its name: nothing to stop for.
  addLater(origin.loadFlags(), view).catch(() => undefined)
  addContextFlags(origin, session, view)
  await paintedOf(view)
  performance.mark('dyad:graph-painted')
  const texts = loadTexts()
  // Handled where the texts are awaited; a failure before that is not lost, only late.
  texts.catch(() => undefined)
  let first: Promise<Texts> | null = texts
  return {
    session,
    view,
    readTexts: async () => {
      const own = first ?? loadTexts()
      first = null
      await readTexts(session, own)
    },
    close: () => {
      stopAddress()
      session.playback.pause()
      view.close()
    },
  }
}

async function start(origin: Origin, datasets: Datasets | null): Promise<void> {
  const opened = await openIn(document.getElementById('graph')!, origin)
  document.querySelector('.sentence')!.textContent = opened.session.derive().sentence
  const { mount } = await import('./mount.tsx')
  const page = mount(document.getElementById('app')!, datasets)
  page.show(opened)
  datasets?.onMounted(page, opened)
  await opened.readTexts()
}

/** Adds flags once they are there. */
async function addLater(loading: Promise<Readonly<Record<string, string>>>, view: GraphView): Promise<void> {
  const flags = await loading
  await makeFlagAddresses(flags)
  view.addFlags(flags)
}

/** Fetches the flags of the actors around the network once any of them is to be shown. */
function addContextFlags({ loadContextFlags }: Origin, session: Session, view: GraphView): void {
  let isAsked = false
  const ask = () => {
    const { unfolded, hasSuppliers } = session.choices.getState()
    if (isAsked || (unfolded.length === 0 && !hasSuppliers)) return
    isAsked = true
    addLater(loadContextFlags(), view).catch(() => (isAsked = false))
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
function showFailure(error: unknown, onAgain: () => void): void {
  const place = document.getElementById('graph')!
  const box = document.createElement('div')
  box.className = 'failure'
  box.setAttribute('role', 'alert')
  const words = document.createElement('p')
  words.textContent = error instanceof Error ? error.message : String(error)
  const again = document.createElement('button')
  again.className = 'button primary'
  again.textContent = t('Try again')
  again.addEventListener('click', () => {
    box.remove()
    onAgain()
  })
  box.append(words, again)
  place.replaceChildren(box)
}

/**
 * Opens the page.
 * @param datasets what opens other datasets in place of this one; `null` where there is one only
 * @param onWhole called once everything that the page asks for by itself is there
 */
export function startOn(origin: Origin, datasets: Datasets | null = null, onWhole?: () => void): void {
  start(origin, datasets).then(onWhole, (error: unknown) =>
    showFailure(error, () => startOn(origin, datasets, onWhole)),
  )
}
