import { offerVersion } from '../panels/newVersion.ts'
import { ownScript } from '../panels/ownScript.ts'

const WORKER = 'sw.js'
/** What the service worker is told; see `sw.ts`. */
const TAKE_OVER = 'dyad:take-over'

/**
 * Has the browser keep all that the page needs, from when the page stands, and offers a next version once there is one. Where
 * a browser keeps nothing, all else works as before.
 * @param servedBy the service worker that this page came from
 */
export async function keepOffline(servedBy: ServiceWorker | null): Promise<void> {
  window.addEventListener('vite:preloadError', () => void offerWhereReplaced())
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let isAgreed = false
  let isServed = servedBy !== null
  // Listened to before anything is awaited: another tab may take the next version at any moment.
  serviceWorker.addEventListener('controllerchange', () => {
    const isFirst = !isServed
    isServed = true
    if (isAgreed) location.reload()
    // Another tab agreed. What is open here goes on with its own files until the person wants otherwise.
    else if (!isFirst) offerVersion(() => location.reload())
  })
  if (servedBy && serviceWorker.controller !== servedBy) offerVersion(() => location.reload())
  try {
    const address = ownScript(new URL(WORKER, document.baseURI).href)
    watch(await serviceWorker.register(address, { updateViaCache: 'none' }), () => (isAgreed = true))
  } catch {
    // Refused by the browser's settings, or there was no room: the page is as it is on a first visit.
  }
}

/** @param onAgreed told when the person wants the next version, before it takes over */
function watch(registration: ServiceWorkerRegistration, onAgreed: () => void): void {
  const offer = (next: ServiceWorker) =>
    offerVersion(() => {
      onAgreed()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service worker has none
      next.postMessage(TAKE_OVER)
    })
  const onFound = () => {
    const next = registration.installing
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && registration.active) offer(next)
    })
  }
  if (registration.waiting && registration.active) offer(registration.waiting)
  onFound()
  registration.addEventListener('updatefound', onFound)
  document.addEventListener('visibilitychange', () => {
    // A tab that is kept open for weeks is never loaded anew. Without a network there is nothing to be found.
    if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => undefined)
  })
}

/** Something that is loaded on demand was not there: the page may be older than what lies on the server now. */
async function offerWhereReplaced(): Promise<void> {
  const page = await fetch('./', { cache: 'no-cache' }).catch(() => null)
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src')
  if (page?.ok && entry && !(await page.text()).includes(entry)) offerVersion(() => location.reload())
}
