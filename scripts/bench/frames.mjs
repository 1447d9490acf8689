/** How many frames a second the page has while something moves. */
import { startFrom, STEPS_FROM } from './actions.mjs'
import { inTime } from './measure.mjs'

/** Begins to count frames; `window.countedFrames()` says how many a second there have been since, and stops. */
function beginCounting() {
  const start = performance.now()
  let frames = 0
  let isOn = true
  const count = () => {
    if (!isOn) return
    frames++
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  window.countedFrames = () => {
    isOn = false
    return (frames / (performance.now() - start)) * 1000
  }
}

/**
 * Plays the as-of date at the speed it begins with.
 * @returns `perSecond`; and of all changes that were drawn meanwhile how many initiatives each touched at the median, where
 *   the page tells: `touched`
 */
export async function measurePlaying(page, seconds) {
  await startFrom(page, `asof=${STEPS_FROM}`)
  await page.evaluate(() => performance.clearMeasures())
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.evaluate(beginCounting)
  await page.waitForTimeout(seconds * 1000)
  const result = await inTime(
    page.evaluate(() => {
      const perSecond = window.countedFrames()
      const touched = performance
        .getEntriesByName('dyad:selection-painted', 'measure')
        .map(({ detail }) => detail.touched)
        .filter((count) => count !== undefined)
        .sort((a, b) => a - b)
      return { perSecond, touched: touched[touched.length >> 1] }
    }),
    'The count of frames',
  )
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  return result
}

/** So much later comes the next event of a hand that moves. */
const HAND_MS = 8

/** Drags the ground of the graph round and round; hands back the frames a second. */
export async function measurePanning(page, seconds) {
  const { x, y } = await cornerOf(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const perSecond = await whileMoving(page, seconds, (turn) =>
    page.mouse.move(x + 60 * Math.sin(turn), y + 40 - 40 * Math.cos(turn)),
  )
  await page.mouse.up()
  return perSecond
}

/** Turns the wheel over the graph to and fro; hands back the frames a second. */
export async function measureZooming(page, seconds) {
  const { x, y } = await cornerOf(page)
  await page.mouse.move(x, y)
  return whileMoving(page, seconds, (turn) => page.mouse.wheel(0, Math.sin(turn) > 0 ? 30 : -30))
}

/** A place in the graph, near its corner, where there is nothing but ground. */
async function cornerOf(page) {
  await startFrom(page)
  const { x, y } = await page.locator('.graph-place canvas').first().boundingBox()
  return { x: x + 12, y: y + 12 }
}

async function whileMoving(page, seconds, move) {
  await page.evaluate(beginCounting)
  const end = Date.now() + seconds * 1000
  for (let turn = 0; Date.now() < end; turn += 0.1) {
    await inTime(move(turn), 'An answer to the pointer')
    await page.waitForTimeout(HAND_MS)
  }
  return inTime(
    page.evaluate(() => window.countedFrames()),
    'The count of frames',
  )
}
