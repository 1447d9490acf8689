import { t } from '../../language/messages.ts'
import { LIMITS } from '../../formats/reading.ts'
import { tooLarge } from '../../formats/largeFile.ts'
import { nameIn, refusedBy, type PartedFile } from './partedFile.ts'

/** What the frame says (`public/take.js`). */
type FrameAnswer =
  | { kind: 'ready' }
  | { kind: 'progress'; loaded: number }
  | { kind: 'size'; size: number }
  | { kind: 'done'; bytes: ArrayBuffer }
  | { kind: 'failed'; status: number }

/** How long the frame may take to be there. */
const FRAME_MS = 15_000

/**
 * Opens a file on another host. This page may connect to its own host only (its Content-Security-Policy); the one that
 * may fetch is an empty page in a frame of its own, which has no part in this one and hands over the bytes.
 *
 * @throws Error with a sentence for the person
 */
export function openInFrame(url: URL, signal: AbortSignal): Promise<PartedFile> {
  if (location.protocol === 'file:') {
    return Promise.reject(
      new Error(
        t('A page that was opened from disk cannot fetch from other hosts: download the file, and choose it here.'),
      ),
    )
  }
  const frame = document.createElement('iframe')
  frame.src = new URL('take.html', document.baseURI).href
  // Without an origin of its own it can read nothing of what this page keeps.
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.hidden = true
  frame.title = t('Fetches the data')
  const name = nameIn(url)
  let listener: (answer: FrameAnswer) => void = () => undefined
  const onMessage = (event: MessageEvent<FrameAnswer>) => {
    if (event.source === frame.contentWindow) listener(event.data)
  }
  const close = () => {
    window.removeEventListener('message', onMessage)
    frame.remove()
  }
  /** Asks for something, and gives the answer that ends it. */
  const ask = (part: null | 'size' | [number, number], onLoaded: (bytes: number) => void = () => undefined) =>
    new Promise<FrameAnswer>((resolve, reject) => {
      const stop = () => {
        close()
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', stop, { once: true })
      listener = (answer) => {
        if (answer.kind === 'progress' && answer.loaded <= LIMITS.bytes) onLoaded(answer.loaded)
        else {
          signal.removeEventListener('abort', stop)
          if (answer.kind === 'progress') reject(new Error(tooLarge(name, answer.loaded)))
          else resolve(answer)
        }
      }
      frame.contentWindow!.postMessage({ url: url.href, most: LIMITS.bytes, part }, '*')
    })
  const file: PartedFile = {
    name,
    size: async () => {
      const answer = await ask('size')
      return answer.kind === 'size' && answer.size > 0 ? answer.size : null
    },
    range: async (start, end) => {
      const answer = await ask([start, end])
      return answer.kind === 'done' ? new Uint8Array(answer.bytes) : null
    },
    whole: async (onLoaded) => {
      const answer = await ask(null, onLoaded)
      if (answer.kind !== 'done') throw new Error(refusedBy(url, answer.kind === 'failed' ? answer.status : 0))
      return new Uint8Array(answer.bytes)
    },
    close,
  }
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      close()
      reject(
        new Error(t('The part of Dyad that fetches data could not be loaded: check the connection and try again.')),
      )
    }, FRAME_MS)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(late)
        close()
        reject(signal.reason as Error)
      },
      { once: true },
    )
    listener = (answer) => {
      if (answer.kind !== 'ready') return
      clearTimeout(late)
      resolve(file)
    }
    window.addEventListener('message', onMessage)
    document.body.append(frame)
  })
}
