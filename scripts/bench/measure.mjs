/** The measurements, each in a fresh profile of a real browser, driven by the DevTools protocol. */

export const VIEWPORT = { width: 1280, height: 800 }
/** For so long the bench waits for any one thing. */
export const PATIENCE_MS = 120_000
/** The texts of the dataset. */
const TEXTS = /\/dataset\/texts-/
/** A page that has asked for nothing for so long has asked for all that it asks for by itself. */
const QUIET_MS = 1000

/** Opens a page in a fresh profile, see `pageIn`. */
export async function openPage(browser, prepare) {
  return pageIn(
    await browser.newContext({ viewport: VIEWPORT, colorScheme: 'light', reducedMotion: 'no-preference' }),
    prepare,
  )
}

/**
 * Opens a page that waits for the mark of its painted graph by itself, so that asking for it takes no time from the page,
 * and that takes down for how long its one thread was at work without a break.
 */
export async function pageIn(context, prepare = async () => {}) {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await page.addInitScript(() => {
    window.graphPainted = new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const [mark] = list.getEntriesByName('dyad:graph-painted')
        if (mark) resolve(mark.startTime)
      }).observe({ type: 'mark', buffered: true })
    })
    // Tasks of more than 50 ms, during which the page answers nothing.
    window.longTasks = []
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({ type: 'longtask' })
  })
  await prepare(client)
  return { context, page, client }
}

/** Goes to an address and hands back when the graph was painted, in milliseconds after the navigation began. */
export async function paintedAt(page, url) {
  await page.goto(url, { waitUntil: 'commit' })
  return inTime(
    page.evaluate(() => window.graphPainted),
    `The mark dyad:graph-painted of ${url}`,
  )
}

/**
 * Loads a page once, with an empty cache and a slowed processor.
 * @returns `{ ms, bytes, requests, all, texts }`: when the graph was painted; the bytes that had come over the wire by then,
 *   headers included; the requests answered by then; the bytes of all that the page asks for by itself; and those of the
 *   texts among them
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
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await untilQuiet(page, transfers)
    const result = { ms, bytes: 0, requests: 0, all: 0, texts: 0 }
    for (const { url: address, pieces, done } of transfers.values()) {
      const isDone = done !== null && done.timestamp <= moment
      const sum = pieces.reduce((total, piece) => total + (piece.timestamp <= moment ? piece.bytes : 0), 0)
      result.bytes += isDone ? done.bytes : sum
      if (isDone) result.requests++
      result.all += done?.bytes ?? 0
      if (TEXTS.test(address)) result.texts += done?.bytes ?? 0
    }
    return result
  } finally {
    await context.close()
  }
}

/** Waits until a page has had neither work to do nor anything to fetch for a while. */
async function untilQuiet(page, transfers) {
  for (let asked = -1; asked !== transfers.size;) {
    asked = transfers.size
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    await page.waitForTimeout(QUIET_MS)
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

/** What a page holds once all that it can let go of is gone, in bytes: objects, and the buffers of typed arrays beside them. */
export async function measureMemory(client) {
  await client.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage')
  return { objects: usedSize, buffers: backingStorageSize, bytes: usedSize + backingStorageSize }
}

/** The memory of a page that has just painted its graph, see `measureMemory`. */
export async function measureMemoryOf(browser, url) {
  const { context, page, client } = await openPage(browser)
  try {
    await paintedAt(page, url)
    await page.waitForLoadState('networkidle')
    return await measureMemory(client)
  } finally {
    await context.close()
  }
}

/** Opens the page in a fresh profile, and waits until its panels and texts are there. */
export async function openReady(browser, url) {
  const opened = await openPage(browser)
  await paintedAt(opened.page, url)
  await untilReady(opened.page)
  return opened
}

/**
 * Waits until the panels and texts of a page that has painted its graph are there, and until all of it is kept for when there is no
 * network, which takes a second or two of a first visit.
 */
export async function untilReady(page) {
  await page.getByRole('region', { name: 'As-of date' }).waitFor({ timeout: PATIENCE_MS })
  await inTime(
    page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)),
    'The service worker',
  )
  await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS })
}

/** So often it is looked whether something has come: in each frame it would be a part of what is measured. */
export const LOOK_MS = 50

/** The milliseconds of the last measure of a name, once the page has taken one. */
export async function measured(page, name) {
  const isThere = (own) => performance.getEntriesByName(own, 'measure').length > 0
  await page.waitForFunction(isThere, name, { timeout: PATIENCE_MS, polling: LOOK_MS })
  return page.evaluate((own) => performance.getEntriesByName(own, 'measure').at(-1).duration, name)
}

/**
 * Waits for something, but not for good: a page whose one thread is at work for minutes answers nothing, not even that it
 * has failed.
 * @param what it is, to say what did not come
 */
export async function inTime(promise, what, ms = PATIENCE_MS) {
  let timer
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms / 1000} seconds.`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
