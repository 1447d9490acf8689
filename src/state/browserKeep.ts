import { createStore, delMany, get, keys, setMany, update } from 'idb-keyval'
import type { Keep } from './library.ts'

/** What this browser keeps in IndexedDB under the name of the page; `null` where there is no IndexedDB. */
export function browserKeep(): Keep | null {
  if (typeof indexedDB === 'undefined') return null
  let store: ReturnType<typeof createStore> | undefined
  // Opened when first asked for: where the browser forbids it, that is when it says so.
  const own = () => (store ??= createStore('dyad', 'datasets'))
  return {
    get: async (key) => get(key, own()),
    keys: async () => keys<string>(own()),
    setMany: async (entries) =>
      setMany(
        entries.map(([key, value]): [string, unknown] => [key, value]),
        own(),
      ),
    delMany: async (all) => delMany([...all], own()),
    update: async (key, change) => update(key, change, own()),
  }
}

const CHANNEL = 'dyad:library'

/** How the tabs of this browser tell each other that something was kept or removed. */
export function tabChannel(): { tell: () => void; onTold: (listener: () => void) => void } {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, onTold: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it reaches its own origin only
    tell: () => channel.postMessage(null),
    onTold: (listener) => channel.addEventListener('message', () => listener()),
  }
}
