/** What a person does in the page, again and again, each timed from the input to the painted frame that shows it. */
import { inTime, PATIENCE_MS } from './measure.mjs'
import { median, quantile } from './statistics.mjs'

/** For so long a person holds a button down. */
const PRESS_MS = 60

/** Where the as-of date is stepped and played from: the years in which most of the milestones lie follow. */
export const STEPS_FROM = '2009-12-31'

/**
 * Clicks what is found, by the mouse itself: the driver's own click looks in the page, while its events are handled, for what lies
 * under the pointer, which would be a part of what is measured.
 */
const clicking = (page) => {
  let place = null
  return {
    aim: async (locator) => {
      await locator.hover()
      const { x, y, width, height } = await locator.boundingBox()
      place = { x: x + width / 2, y: y + height / 2 }
    },
    click: () => page.mouse.click(place.x, place.y, { delay: PRESS_MS }),
  }
}

/** An action that takes long is done less often, but so many times at least. */
const MOST_SECONDS = 20
const LEAST_TIMES = 3

/**
 * Does an action once and waits until all that follows from it is on the screen.
 * @param wish as the page names it: `selection`, `focus`, `layout`, `view`, `search` or `details`
 * @param action `{ act, before }`: what is done, and what has to be done before it, which is not timed; both are given how
 *   often the action was done before
 * @returns `{ duration, waited, touched, block }`: milliseconds from the input to the frame, and how many of these the page
 *   waited for the display; how many initiatives were touched, where the page tells; and the longest task of the page from
 *   the input until all was done, 0 where none was over 50 ms
 */
async function once(page, wish, { before, act }, i) {
  const name = `dyad:${wish}-painted`
  await before?.(i)
  await page.evaluate((own) => {
    performance.clearMeasures(own)
    performance.clearMarks(own)
    window.longTasks.length = 0
  }, name)
  await act(i)
  const isPainted = (own) => performance.getEntriesByName(own, 'measure').length > 0
  await page.waitForFunction(isPainted, name, { timeout: PATIENCE_MS })
  return page.evaluate(
    (own) =>
      new Promise((resolve) => {
        const { duration, detail } = performance.getEntriesByName(own, 'measure').at(-1)
        const tell = () => {
          const block = Math.max(0, ...window.longTasks.map((task) => task.duration))
          resolve({ duration, waited: detail.waited, touched: detail.touched, block })
        }
        // The panels follow a frame later; tasks are told of a little after they ended.
        const atRest = () => requestIdleCallback(() => setTimeout(tell, 30), { timeout: 5000 })
        requestAnimationFrame(() => requestAnimationFrame(atRest))
      }),
    name,
  )
}

/**
 * Does an action (see `once`) again and again, after a first time that does not count: what is fetched when first needed
 * comes with it.
 * @returns `{ first, results }`: the first time, and all others
 */
export async function timesOf(page, wish, action, times) {
  const own = (i) => inTime(once(page, wish, action, i), `The measure dyad:${wish}-painted`)
  const first = await own(0)
  const results = []
  const end = Date.now() + MOST_SECONDS * 1000
  while (results.length < times && (results.length < LEAST_TIMES || Date.now() < end)) {
    results.push(await own(results.length + 1))
  }
  return { first, results }
}

/** What times come to. */
export function summaryOf(times) {
  const durations = times.map(({ duration }) => duration)
  const touched = times.map((own) => own.touched).filter((count) => count !== undefined)
  return {
    times: times.length,
    median: median(durations),
    p95: quantile(durations, 0.95),
    work: median(times.map(({ duration, waited }) => duration - waited)),
    block: Math.max(...times.map(({ block }) => block)),
    touched: touched.length > 0 ? median(touched) : undefined,
  }
}

/** Puts the page back to what a dataset opens with, no dialog open, but for some parts of its hash. */
export async function startFrom(page, ...parts) {
  // A field with words in it takes the first press for itself.
  for (let i = 0; i < 2 && (await page.getByRole('dialog').count()) > 0; i++) await page.keyboard.press('Escape')
  await page.evaluate((more) => {
    const [place] = location.hash.slice(1).split('&')
    location.hash = [...(place.startsWith('data=') ? [place] : []), ...more].join('&')
  }, parts)
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 5000 })))
      }),
  )
}

/** The filters with boxes to tick, by the id of their dimension and the heading that they have in the page. */
export const TICKED = {
  type: 'Relation type',
  outcome: 'Outcome',
  partner: 'Partner',
  nature: 'Nature',
  valence: 'Valence',
  subtype: 'Subtype',
  confidence: 'Confidence',
  sourceKind: 'Source kind',
}

/** Ticks the first box of a filter, and takes the tick away; `null` where there is no choice. */
async function tick(page, heading) {
  const group = page.getByRole('region', { name: 'Filters' }).getByRole('group', { name: heading, exact: true })
  if (heading === TICKED.subtype) {
    const fold = group.locator('.subtype-head').first()
    if ((await fold.count()) === 0) return null
    if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click()
  }
  const boxes = group.locator('label.checkbox').filter({ visible: true })
  if ((await boxes.count()) < 2) return null
  const { aim, click } = clicking(page)
  // The input is hidden inside its label, which is what a person clicks.
  return { before: () => aim(boxes.first()), act: click }
}

/** Moves the first year of the period on and back, by the keyboard. */
async function period(page) {
  const thumb = page.getByRole('slider', { name: 'First year' })
  if ((await thumb.count()) === 0) return null
  await thumb.focus()
  return { act: (i) => page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft') }
}

/** Types a letter among the words that are looked for, and takes it away. */
async function words(page) {
  await page.getByRole('region', { name: 'Filters' }).getByRole('searchbox').focus()
  return { act: (i) => page.keyboard.press(i % 2 === 0 ? 'a' : 'Backspace') }
}

/** The filters: for each what prepares it and hands back what changes it, `null` where the dataset has no such choice. */
export const FILTERS = [
  ...Object.entries(TICKED).map(([id, heading]) => ({
    id,
    label: heading.toLowerCase(),
    prepare: (page) => tick(page, heading),
  })),
  { id: 'period', label: 'period', prepare: period },
  { id: 'text', label: 'words in the texts', prepare: words },
]

/** Steps the as-of date on, by a `month` or a `year`. */
export const step = (unit) => async (page) => {
  await startFrom(page, `asof=${STEPS_FROM}`)
  const { aim, click } = clicking(page)
  await aim(page.getByRole('button', { name: `Forward one ${unit}` }))
  return { act: click }
}

/** Puts another actor in the focus and takes that back. */
export async function focus(page) {
  const details = page.getByRole('region', { name: 'Details' })
  await details.locator('.partner-row').first().click()
  const ends = details.locator('.trail .link-button')
  await ends.first().waitFor()
  const own = details.getByRole('button', { name: 'Make it the focus' })
  for (let end = 0; end < 2 && (await own.count()) === 0; end++) {
    if (end > 0) {
      await startFrom(page)
      await details.locator('.partner-row').first().click()
    }
    await ends.nth(end).click()
    await details.locator('.details-actions').waitFor()
  }
  const { aim, click } = clicking(page)
  const named = (name) => page.getByRole('button', { name, exact: true })
  return { before: (i) => aim(i === 0 ? own : named(i % 2 === 1 ? 'Undo' : 'Redo')), act: click }
}

/** Chooses another layout and the usual one in turns. */
export function layout(name) {
  return async (page) => {
    const choose = page.locator('.layout-select button')
    const { aim, click } = clicking(page)
    return {
      before: async (i) => {
        await choose.click()
        await aim(page.getByRole('option', { name: i % 2 === 0 ? name : 'Focus layout', exact: true }))
      },
      act: click,
    }
  }
}

/** Opens a view and goes back to the Network, in turns: the first time of each two counts. */
export function view(name) {
  return async (page) => {
    const tab = (own) => page.getByRole('tab', { name: own, exact: true })
    const { aim, click } = clicking(page)
    return {
      before: async () => {
        await tab('Network').click()
        await page.locator('.stage').waitFor()
        await aim(tab(name))
      },
      act: click,
    }
  }
}

/** Ticks an outcome with a view open, which has to follow. */
export function outcomeIn(name) {
  return async (page) => {
    await page.getByRole('tab', { name, exact: true }).click()
    await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
    return tick(page, TICKED.outcome)
  }
}

/** Types letters in the search. */
export async function search(page) {
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  const field = page.locator('.search-input')
  await field.fill('a')
  // The index is made when the search is first opened.
  await page.locator('.search-group', { hasText: 'Actors' }).waitFor({ timeout: PATIENCE_MS })
  await field.fill('')
  const typed = [...'russia']
  return {
    act: (i) => {
      const at = i % (typed.length * 2)
      return page.keyboard.press(at < typed.length ? typed[at] : 'Backspace')
    },
  }
}

/** Opens the Details of a dyad, or of an actor, coming from the other. */
export function openDetails(kind) {
  return async (page) => {
    const panel = page.getByRole('region', { name: 'Details' })
    const rows = panel.locator('.partner-row')
    const ends = panel.locator('.trail .link-button')
    const { aim, click } = clicking(page)
    return {
      before: async () => {
        if (kind === 'actor' && (await rows.count()) > 0) await rows.first().click()
        if (kind === 'dyad' && (await rows.count()) === 0) await ends.first().click()
        await aim((kind === 'actor' ? ends : rows).first())
      },
      act: click,
    }
  }
}
