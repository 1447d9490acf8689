/**
 * The service worker: keeps all that the page needs in this browser, so that after one visit it works without a network. A
 * version is taken whole or not at all (each file is held to its checksum), and waits until the person agrees to it or no page
 * of the one before is open. Whatever a page asks for has a hash of its contents in its name, but for the page itself: so pages
 * of two versions can be open side by side, each with its own files, which are kept for as long as that may be.
 */
import { cacheNames } from 'workbox-core'
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching'

/** As much of a service worker's own world as is used. */
interface Scope {
  registration: { scope: string; installing: unknown; waiting: unknown }
  clients: {
    claim: () => Promise<void>
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<{ id: string; url: string }[]>
  }
  location: Location
  skipWaiting: () => Promise<void>
  addEventListener: (type: string, listener: (event: never) => void) => void
}
type Lasting = Parameters<PrecacheController['install']>[0]
type Asked = Lasting & { request: Request; resultingClientId: string; respondWith: (answer: Promise<Response>) => void }

declare const self: Scope & {
  /** Put in when it is built: all that is kept from the first visit on. */
  __WB_MANIFEST: PrecacheEntry[]
}

/** The letters of scripts that not every picture needs: kept from when one first did. */
const LETTERS = `dyad-letters-${self.registration.scope}`
const LETTERS_FOLDER = 'fonts/'
/** What a page says once the person agreed to the next version; see `offline.ts`. */
const TAKE_OVER = 'dyad:take-over'

// oxlint-disable-next-line no-underscore-dangle -- so Workbox calls it
const files = self.__WB_MANIFEST
const controller = new PrecacheController()
controller.addToCacheList(files)

self.addEventListener('install', (event: Lasting) => void controller.install(event))

self.addEventListener('activate', (event: Lasting) =>
  event.waitUntil(Promise.all([self.clients.claim(), tidyOnceAlone(event, null)])),
)

self.addEventListener('message', ({ data }: MessageEvent) => {
  if (data === TAKE_OVER) void self.skipWaiting()
})

self.addEventListener('fetch', (event: Asked) => {
  const { request } = event
  const url = new URL(request.url)
  // A part of a file is only ever asked of data that the person opens.
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope) || request.headers.has('Range')) return
  const path = url.pathname.slice(new URL(self.registration.scope).pathname.length)
  url.search = ''
  url.hash = ''
  const key = controller.getCacheKeyForURL(path === '' ? new URL('index.html', url).href : url.href)
  if (key === undefined && path.startsWith(LETTERS_FOLDER)) event.respondWith(letters(event))
  else if (key !== undefined || /^(?:assets|dataset)\//.test(path)) event.respondWith(kept(request, key ?? url.href))
  if (request.mode === 'navigate') event.waitUntil(tidyOnceAlone(event, event.resultingClientId))
})

/** A file of this version, or one of the version before, of which a page is open. */
async function kept(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(cacheNames.precache)
  return (await cache.match(key)) ?? fetch(request)
}

async function letters(event: Asked): Promise<Response> {
  const cache = await caches.open(LETTERS)
  const known = await cache.match(event.request.url)
  if (known) return known
  const response = await fetch(event.request)
  // Where nothing more can be kept, they are fetched again next time.
  if (response.ok) event.waitUntil(cache.put(event.request.url, response.clone()).catch(() => undefined))
  return response
}

/**
 * Lets go of the files of versions before this one, where no page but one is open that may ask for them, and no next version
 * has begun to put its own beside them.
 * @param own the id of the page that is being opened
 */
async function tidyOnceAlone(event: Lasting, own: string | null): Promise<void> {
  const { scope, installing, waiting } = self.registration
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (installing || waiting || pages.some(({ id, url }) => id !== own && url.startsWith(scope))) return
  await controller.activate(event)
  const cache = await caches.open(LETTERS)
  const folder = files.map(({ url }) => /^fonts\/[^/]+\//.exec(url)?.[0]).find(Boolean)
  const past = (await cache.keys()).filter(({ url }) => !url.startsWith(new URL(folder ?? '', scope).href))
  await Promise.all(past.map((request) => cache.delete(request)))
}
