import { afterNextFrame } from '../canvas/frames.ts'
import type { Address } from '../state/session.ts'

/**
 * The browser's address bar and history. What is written to them waits for the frame that shows the choice.
 * @param readHash what is chosen, as `location.hash` says it
 * @param isApart the history is another page's, or that of a file: then no entry is added to it
 */
export function browserAddress(readHash: () => string, isApart: boolean): Address {
  const waiting: (() => void)[] = []
  const flush = () => waiting.splice(0).forEach((write) => write())
  return {
    readHash,
    writeHash: (hash, as) => {
      // All but the hash as it is: a page that was never on a site has no path.
      const url = location.href.replace(/#.*/, '') + (hash && `#${hash}`)
      if (waiting.length === 0) afterNextFrame(flush)
      waiting.push(() =>
        as === 'new' && !isApart ? history.pushState(null, '', url) : history.replaceState(null, '', url),
      )
    },
    onHash: (listener) => {
      window.addEventListener('popstate', listener)
      return () => window.removeEventListener('popstate', listener)
    },
  }
}
