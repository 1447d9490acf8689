/** The measurements, each in a fresh profile of a real browser, driven by the DevTools protocol. */

const VIEWPORT = { width: 1280, height: 800 }
const PATIENCE_MS = 60_000
/** The texts of the dataset: they follow the graph, whenever their bytes arrive. */
const FOLLOWS = /\/dataset\/texts-/

/** What is in the middle of a list of numbers. */
export function median(values) {
  return quantile(values, 0.5)
}

/** The value below which a share of the others lies, taken straight between neighbours. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}

/** Opens a page that waits for the mark by itself, so that asking for it takes no time from the page. */
async function openPage(browser, prepare = async () => {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: 'light', reducedMotion: 'no-preference' })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await page.addInitScript(() => {
    window.graphPainted = new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const [mark] = list.getEntriesByName('dyad:graph-painted')
        if (mark) resolve(mark.startTime)
      }).observe({ type: 'mark', buffered: true })
    })
  })
  await prepare(client)
  return { context, page, client }
}

/** Goes to an address and hands back when the graph was painted, in milliseconds after the navigation began. */
async function paintedAt(page, url) {
  await page.goto(url, { waitUntil: 'commit' })
  let timer
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${url} set no mark dyad:graph-painted in time.`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([page.evaluate(() => window.graphPainted), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Loads a page once, with an empty cache and a slowed processor.
 * @returns `{ ms, bytes, later, requests }`: when the graph was painted; the bytes that had come over the wire by then,
 *   headers included, for the graph and for what follows it; and the requests answered by then
 */
export async function measureLoad(browser, url, slowdown) {
  const transfers = new Map()
  const { context, page, client } = await openPage(browser, async (session) => {
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      transfers.set(requestId, { url: request.url, pieces: [], done: null })
    })
    session.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) => {
      transfers.get(requestId)?.pieces.push({ timestamp, bytes: encodedDataLength })
    })
    session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const transfer = transfers.get(requestId)
      if (transfer) transfer.done = { timestamp, bytes: encodedDataLength }
    })
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await session.send('Performance.enable', { timeDomain: 'timeTicks' })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  })
  try {
    const ms = await paintedAt(page, url)
    const { metrics } = await client.send('Performance.getMetrics')
    const moment = metrics.find(({ name }) => name === 'NavigationStart').value + ms / 1000
    const result = { ms, bytes: 0, later: 0, requests: 0 }
    for (const { url: address, pieces, done } of transfers.values()) {
      const isDone = done !== null && done.timestamp <= moment
      const sum = pieces.reduce((total, piece) => total + (piece.timestamp <= moment ? piece.bytes : 0), 0)
      result[FOLLOWS.test(address) ? 'later' : 'bytes'] += isDone ? done.bytes : sum
      if (isDone) result.requests++
    }
    return result
  } finally {
    await context.close()
  }
}

/** How large the graph's canvas is in Dyad, so that the bare page's can be as large. */
export async function measureCanvas(browser, url) {
  const { context, page } = await openPage(browser)
  try {
    await paintedAt(page, url)
    return await page.evaluate(() => {
      const { clientWidth, clientHeight } = document.querySelector('canvas')
      return { width: clientWidth, height: clientHeight }
    })
  } finally {
    await context.close()
  }
}

/** Changes the relation type again and again by its checkbox; hands back the milliseconds to each painted frame. */
export async function measureSelection(browser, url, times) {
  const { context, page } = await openPage(browser)
  try {
    await paintedAt(page, url)
    const checkbox = page.getByRole('checkbox', { name: /^Arms\b/ }).first()
    await checkbox.waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    // The input may be hidden inside its label, which is what a person clicks.
    const label = page.locator('label').filter({ has: checkbox })
    const target = (await label.count()) > 0 ? label.first() : checkbox
    for (let i = 1; i <= times; i++) {
      await target.click()
      const isPainted = (count) => performance.getEntriesByName('dyad:selection-painted', 'measure').length >= count
      await page.waitForFunction(isPainted, i, { timeout: PATIENCE_MS })
    }
    return await page.evaluate(() =>
      performance.getEntriesByName('dyad:selection-painted', 'measure').map(({ duration }) => duration),
    )
  } finally {
    await context.close()
  }
}
