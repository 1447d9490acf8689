import type { Address } from '../state/session.ts'

/** The browser's address bar and history. */
export function browserAddress(): Address {
  return {
    readHash: () => location.hash,
    writeHash: (hash, as) => {
      const url = `${location.pathname}${location.search}${hash ? `#${hash}` : ''}`
      if (as === 'new') history.pushState(null, '', url)
      else history.replaceState(null, '', url)
    },
    onHash: (listener) => {
      window.addEventListener('popstate', listener)
      return () => window.removeEventListener('popstate', listener)
    },
  }
}
