import { LIMITS } from '../../formats/reading.ts'
import { tooLarge } from '../../formats/largeFile.ts'

/** What the frame says (`public/take.js`). */
type FrameAnswer =
  | { kind: 'ready' }
  | { kind: 'progress'; loaded: number }
  | { kind: 'done'; bytes: ArrayBuffer }
  | { kind: 'failed'; status: number }

/** How long the frame may take to be there. */
const FRAME_MS = 15_000

/**
 * Fetches a file from another host. This page may connect to its own host only (its Content-Security-Policy); the one that
 * may fetch is an empty page in a frame of its own, which has no part in this one and hands over the bytes.
 *
 * @param onLoaded called with how many bytes have come
 * @throws Error with a sentence for the person
 */
export function fetchInFrame(
  url: URL,
  onLoaded: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; name: string }> {
  const frame = document.createElement('iframe')
  frame.src = new URL('take.html', document.baseURI).href
  // Without an origin of its own it can read nothing of what this page keeps.
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.hidden = true
  frame.title = 'Fetches the data'
  const name = nameOf(url)
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () =>
        end(() =>
          reject(
            new Error('The part of Dyad that fetches data could not be loaded: check the connection and try again.'),
          ),
        ),
      FRAME_MS,
    )
    const end = (settle: () => void) => {
      clearTimeout(late)
      window.removeEventListener('message', onMessage)
      frame.remove()
      settle()
    }
    const onMessage = (event: MessageEvent<FrameAnswer>) => {
      if (event.source !== frame.contentWindow) return
      const answer = event.data
      if (answer.kind === 'ready') {
        clearTimeout(late)
        frame.contentWindow!.postMessage({ url: url.href, most: LIMITS.bytes }, '*')
      } else if (answer.kind === 'progress') {
        if (answer.loaded > LIMITS.bytes) end(() => reject(new Error(tooLarge(name, answer.loaded))))
        else onLoaded(answer.loaded)
      } else if (answer.kind === 'done') end(() => resolve({ bytes: new Uint8Array(answer.bytes), name }))
      else end(() => reject(new Error(refusedBy(url, answer.status))))
    }
    signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)), { once: true })
    window.addEventListener('message', onMessage)
    document.body.append(frame)
  })
}

/** @param status of HTTP; 0 where the host could not be reached or does not let other pages read the file */
function refusedBy({ host }: URL, status: number): string {
  if (status === 0) {
    return `Nothing could be fetched from ${host}: it cannot be reached, or it does not let other sites read its files. Save the file from there and choose it here.`
  }
  return status === 404
    ? `${host} has no file at this address (status 404): check the address.`
    : `${host} did not give the file (status ${status}). Save it from there, if you may, and choose it here.`
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url.host
  } catch {
    return last
  }
}
