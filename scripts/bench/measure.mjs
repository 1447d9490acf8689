/** The measurements, each in a fresh profile of a real browser, driven by the DevTools protocol. */

export const VIEWPORT = { width: 1280, height: 800 }
export const PATIENCE_MS = 60_000
/** The texts of the dataset: they follow the graph, whenever their bytes arrive. */
const FOLLOWS = /\/dataset\/texts-/
/** A page that has asked for nothing for so long has asked for all that it asks for by itself. */
const QUIET_MS = 1000

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
 * @returns `{ ms, bytes, later, requests, all }`: when the graph was painted; the bytes that had come over the wire by then,
 *   headers included, for the graph and for what follows it; the requests answered by then; and the bytes of all that the
 *   page asks for by itself
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
    const result = { ms, bytes: 0, later: 0, requests: 0, all: 0 }
    for (const { url: address, pieces, done } of transfers.values()) {
      const isDone = done !== null && done.timestamp <= moment
      const sum = pieces.reduce((total, piece) => total + (piece.timestamp <= moment ? piece.bytes : 0), 0)
      result[FOLLOWS.test(address) ? 'later' : 'bytes'] += isDone ? done.bytes : sum
      if (isDone) result.requests++
      result.all += done?.bytes ?? 0
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

/** The measure of the page from an input to the first painted frame that shows what it changed. */
const SELECTION_PAINTED = 'dyad:selection-painted'

/** Opens the page, and waits until its panels and texts are there. */
export async function openReady(browser, url) {
  const { context, page } = await openPage(browser)
  await paintedAt(page, url)
  await page.getByRole('region', { name: 'As-of date' }).waitFor()
  await page.waitForLoadState('networkidle')
  return { context, page }
}

/**
 * Does something again and again; hands back, for each time, the milliseconds from the input to the painted frame, and how
 * many of these the page waited for the display's next frame.
 */
async function timesToPaint(page, act, times) {
  for (let i = 1; i <= times; i++) {
    await act()
    const isPainted = ([name, count]) => performance.getEntriesByName(name, 'measure').length >= count
    await page.waitForFunction(isPainted, [SELECTION_PAINTED, i], { timeout: PATIENCE_MS })
  }
  return page.evaluate(
    (name) =>
      performance
        .getEntriesByName(name, 'measure')
        .map(({ duration, detail }) => ({ duration, waited: detail.waited })),
    SELECTION_PAINTED,
  )
}

/** Changes the relation type again and again by its checkbox, see `timesToPaint`. */
export async function measureSelection(browser, url, times) {
  const { context, page } = await openReady(browser, url)
  try {
    const checkbox = page.getByRole('checkbox', { name: /^Arms\b/ }).first()
    await checkbox.waitFor({ state: 'attached' })
    // The input may be hidden inside its label, which is what a person clicks.
    const label = page.locator('label').filter({ has: checkbox })
    const target = (await label.count()) > 0 ? label.first() : checkbox
    return await timesToPaint(page, () => target.click(), times)
  } finally {
    await context.close()
  }
}

/** For so long a person holds a button down. */
const PRESS_MS = 60

/** Where the as-of date is stepped and played from: the years in which most of the dataset's milestones lie follow. */
const STEPS_FROM = '#asof=2009-12-31'

/** Steps the as-of date on by months, see `timesToPaint`. */
export async function measureSteps(browser, url, times) {
  const { context, page } = await openReady(browser, `${url}${STEPS_FROM}`)
  try {
    // By the mouse itself: finding the button anew each time would be a part of what is measured.
    const { x, y, width, height } = await page.getByRole('button', { name: 'Forward one month' }).boundingBox()
    const click = () => page.mouse.click(x + width / 2, y + height / 2, { delay: PRESS_MS })
    return await timesToPaint(page, click, times)
  } finally {
    await context.close()
  }
}

/** Plays the as-of date at the speed it begins with; hands back how many frames a second the page had meanwhile. */
export async function measurePlaying(browser, url, seconds) {
  const { context, page } = await openReady(browser, `${url}${STEPS_FROM}`)
  try {
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    return await page.evaluate(
      (ms) =>
        new Promise((resolve) => {
          const start = performance.now()
          let frames = 0
          const count = () => {
            const elapsed = performance.now() - start
            if (elapsed >= ms) resolve((frames / elapsed) * 1000)
            else {
              frames++
              requestAnimationFrame(count)
            }
          }
          requestAnimationFrame(count)
        }),
      seconds * 1000,
    )
  } finally {
    await context.close()
  }
}
