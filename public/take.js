/**
 * Fetches the one file that the person agreed to, and hands its bytes to the page around this frame. It stands alone, in a
 * frame without an origin, so that the page itself need not be allowed to connect to any other host.
 */
const page = window.parent
let isAsked = false

window.addEventListener('message', (event) => {
  if (event.source !== page || isAsked) return
  isAsked = true
  void take(event.data)
})

async function take({ url, most }) {
  let status = 0
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) {
      status = response.status
      throw new Error('refused')
    }
    const parts = []
    let loaded = 0
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      loaded += value.length
      page.postMessage({ kind: 'progress', loaded }, '*')
      if (loaded > most) return
    }
    const bytes = await new Blob(parts).arrayBuffer()
    page.postMessage({ kind: 'done', bytes }, '*', [bytes])
  } catch {
    page.postMessage({ kind: 'failed', status }, '*')
  }
}

page.postMessage({ kind: 'ready' }, '*')
