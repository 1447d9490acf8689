/**
 * Fetches the one file that the person agreed to, whole or in parts, and hands its bytes to the page around this frame. It
 * stands alone, in a frame without an origin, so that the page itself need not be allowed to connect to any other host.
 */
const page = window.parent
let agreed = null

window.addEventListener('message', (event) => {
  if (event.source !== page) return
  agreed ??= event.data.url
  // Another file would need another frame, and another yes.
  if (event.data.url === agreed) void take(event.data)
})

/** `part`: null for the whole file, 'size' for its length in bytes, or the first byte and the one after the last. */
async function take({ url, most, part }) {
  let status = 0
  try {
    const stop = new AbortController()
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
      ...(part === 'size' && { method: 'HEAD' }),
      ...(Array.isArray(part) && { headers: { Range: `bytes=${part[0]}-${part[1] - 1}` } }),
    })
    if (!response.ok) {
      status = response.status
      throw new Error('refused')
    }
    if (part === 'size') {
      page.postMessage({ kind: 'size', size: Number(response.headers.get('Content-Length')) }, '*')
      return
    }
    if (part !== null && response.status !== 206) {
      // A host that knows no ranges sends the whole file, which is asked for in another way.
      stop.abort()
      throw new Error('no ranges')
    }
    const parts = []
    let loaded = 0
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      loaded += value.length
      if (part === null) page.postMessage({ kind: 'progress', loaded }, '*')
      if (loaded > most) return
    }
    const bytes = await new Blob(parts).arrayBuffer()
    page.postMessage({ kind: 'done', bytes }, '*', [bytes])
  } catch {
    page.postMessage({ kind: 'failed', status }, '*')
  }
}

page.postMessage({ kind: 'ready' }, '*')
