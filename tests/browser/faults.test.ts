import * as fc from 'fast-check'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  downloadFrom,
  expectNoAxeViolations,
  graphPainted,
  inBothSchemes,
  openDyad,
  type OpenOptions,
} from './harness.ts'
import { placeOfActor } from './stage.ts'

const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const filters = (page: Page) => page.getByRole('region', { name: 'Filters' })
const sentence = (page: Page) => page.locator('.sentence')

/** Opens Dyad with a word of one of its scripts replaced by what throws. */
async function openBroken(script: RegExp, word: RegExp, options: OpenOptions = {}): Promise<Page> {
  const { page } = await openDyad({
    ...options,
    route: async (own) =>
      void (await own.route(script, async (route) => {
        const response = await route.fetch()
        const body = await response.text()
        if (!word.test(body)) throw new Error(`${word} is not in ${route.request().url()}`)
        const throwing = '(()=>{throw new Error("broken on purpose")})()'
        await route.fulfill({ response, body: body.replace(word, throwing) })
      })),
    // React tells on the console what its boundaries caught.
    expectFaults: [/broken on purpose/],
  })
  await graphPainted(page)
  return page
}

const fault = (page: Page) => page.getByRole('alert').filter({ hasText: 'broken on purpose' })

describe('an error in one part of the page', () => {
  it('leaves the graph and the top bar where their menus cannot be fetched, and says so once', async () => {
    const { page } = await openDyad({
      route: async (own) => void (await own.route(/\/controls-[\w-]+\.css$/, (request) => request.abort())),
      // The last is what React tells of each part that is without its menus.
      expectFaults: [/request failed: .*\/controls-/, /console error: (?:Error: )?Unable to preload CSS/],
    })
    await graphPainted(page)
    const notice = page.getByRole('alert').filter({ hasText: 'The rest of the page goes on.' })
    await notice.getByRole('button', { name: 'Load the page again' }).waitFor()
    expect(await notice.count()).toBe(1)
    await inBothSchemes(page, () => expectNoAxeViolations(page, undefined, 'a page without its menus'))
    await page.getByRole('img', { name: /^Network\./ }).waitFor()
    await filters(page).getByRole('button', { name: 'Only Energy' }).click()
    await page.waitForURL(/type=energy/)
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.getByRole('grid').first().waitFor()
    await notice.getByRole('button', { name: 'Dismiss the fault' }).click()
    await notice.waitFor({ state: 'detached' })
  })

  it('leaves the rest working, and has a report to read and to save', async () => {
    const page = await openBroken(/\/assets\/panels-.*\.js/, /`Words in the texts`|"Words in the texts"/)
    await filters(page).getByText('This part of the page could not be shown (broken on purpose).').waitFor()
    await filters(page).getByRole('button', { name: 'Read the report' }).click()
    const report = filters(page).getByRole('region', { name: 'Report of the fault' })
    expect(await report.textContent()).toMatch(/Part: Filters\nWhat: Error: broken on purpose\n/)
    await inBothSchemes(page, () => expectNoAxeViolations(page, undefined, 'a panel with a fault'))
    const { name, bytes } = await downloadFrom(page, () =>
      filters(page).getByRole('button', { name: 'Save the report' }).click(),
    )
    expect(name).toBe('dyad-fault-report.txt')
    expect(bytes.toString('utf8')).toBe(await report.textContent())
    // The address of this machine is nobody's business.
    expect(bytes.toString('utf8')).not.toContain('127.0.0.1')
    // All else goes on.
    await details(page)
      .getByRole('button', { name: /^China/ })
      .first()
      .click()
    await page.waitForURL(/dyad=RUS-CHN/)
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.getByRole('grid', { name: /^Initiatives/ }).waitFor()
    expect(await sentence(page).textContent()).toBe('All relation types: 380 of 380 initiatives')
  })

  it.each([
    ['the Ledger', 'view=ledger', /\/assets\/Ledger-.*\.js/, /`Ledger`|"Ledger"/, 'view ledger'],
    [
      'the Details of a dyad',
      'dyad=RUS-CHN',
      /\/assets\/DyadDetails-.*\.js/,
      /`No initiative between them has begun\.`|`trail`/,
      'Details',
    ],
  ] as const)('stays in %s', async (_name, hash, script, word, part) => {
    const page = await openBroken(script, word, { hash })
    await fault(page).waitFor()
    await fault(page).getByRole('button', { name: 'Read the report' }).click()
    expect(await page.getByRole('region', { name: 'Report of the fault' }).textContent()).toContain(`Part: ${part}\n`)
    await filters(page).getByRole('button', { name: 'Only Arms' }).click()
    await page.waitForFunction(() => document.querySelector('.sentence')!.textContent === 'Arms: 81 of 380 initiatives')
  })

  it('closes a dialog that cannot be shown, and says so at the foot of the page', async () => {
    const page = await openBroken(/\/assets\/Dialogs-.*\.js/, /`Share this view`|"Share this view"/)
    await page.getByRole('button', { name: 'Share' }).click()
    await fault(page).waitFor()
    expect(await fault(page).textContent()).toContain('dialog share')
    await expectNoAxeViolations(page, undefined, 'the notice of a fault')
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Dismiss the fault' }).click()
    await fault(page).waitFor({ state: 'detached' })
  })

  it('is noted where nothing else catches it: in a promise, and in a task', async () => {
    const { page } = await openDyad({ expectFaults: [/nobody awaits this/, /nor this/] })
    await graphPainted(page)
    await page.getByRole('region', { name: 'Legend' }).waitFor()
    await page.evaluate(() => {
      void Promise.reject(new Error('nobody awaits this'))
      setTimeout(() => {
        throw new Error('nor this')
      })
    })
    const notice = page.getByRole('alert')
    await notice.getByText(/in the background: (?:nobody awaits|nor) this/).waitFor()
    await notice.getByRole('button', { name: 'Read the report' }).click()
    await expect
      .poll(() => page.getByRole('region', { name: 'Report of the fault' }).textContent())
      .toMatch(/(?=[^]*nobody awaits this)[^]*nor this/)
  })
})

describe('an address', () => {
  it('may be anything: the page opens, says what it ignored, and goes on', async () => {
    const { page } = await openDyad()
    await graphPainted(page)
    await page.getByRole('region', { name: 'Legend' }).waitFor()
    const names = [
      'type',
      'asof',
      'since',
      'period',
      'focus',
      'view',
      'layout',
      'pins',
      'camera',
      'map',
      'dyad',
      'actor',
      'compare',
      'width',
      'data',
      'show',
    ]
    const values = [
      '',
      'arms',
      '__proto__',
      '%',
      '%E0%A4%A',
      '2015-02-30',
      'RUS-CHN/arms',
      'CHN:1e400,NaN',
      '0,0,0',
      '<b>',
      'map',
      'table',
    ]
    const hashes = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc
          .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { minLength: 1, maxLength: 5 })
          .map((parts) => parts.map((part) => part.join('=')).join('&')),
      ),
      { numRuns: 40, seed: 20261129 },
    )
    for (const hash of hashes) {
      await page.evaluate((own) => {
        location.hash = own
        dispatchEvent(new PopStateEvent('popstate'))
      }, hash)
      await page.waitForTimeout(40)
    }
    await page.evaluate(() => {
      location.hash = 'type=arms'
    })
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent === 'Arms: 81 of 380 initiatives')
    expect(await page.locator('.view-fault, .fault-notice').count()).toBe(0)
  })
})

it('the graph is drawn again where the browser took the pixels of its canvases away', async () => {
  const { page } = await openDyad()
  await graphPainted(page)
  const sheets = page.locator('.graph-place canvas')
  /** Of each canvas, whether anything is on it. */
  const painted = () =>
    sheets.evaluateAll((all) =>
      (all as HTMLCanvasElement[]).map((own) =>
        own
          .getContext('2d')!
          .getImageData(0, 0, own.width, own.height)
          .data.some((value) => value > 0),
      ),
    )
  const before = await painted()
  // The links and the actors.
  expect(before.filter(Boolean)).toHaveLength(2)
  await sheets.evaluateAll((all) => {
    for (const own of all as HTMLCanvasElement[]) {
      own.getContext('2d')!.reset()
      own.dispatchEvent(new Event('contextrestored'))
    }
  })
  await expect.poll(painted).toEqual(before)
  // And it is still the graph that one can use.
  const { x, y } = await placeOfActor(page, 'IND')
  await page.mouse.dblclick(x, y)
  await page.waitForURL(/focus=IND/)
})

/** What a browser may refuse a page; run in it before anything else. */
const REFUSALS = {
  'blocked altogether': () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
    Object.defineProperty(window, 'sessionStorage', { get: refuse })
    Object.defineProperty(window, 'indexedDB', { get: refuse })
  },
  full: () => {
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    Storage.prototype.setItem = refuse
    IDBObjectStore.prototype.put = refuse
    IDBObjectStore.prototype.add = refuse
  },
  corrupt: () => {
    // The empty page in which Firefox opens a tab has no storage.
    if (window.origin === 'null') return
    for (const key of ['dyad:scheme', 'dyad:single-keys', 'dyad:views', 'dyad:views:dyad'])
      localStorage.setItem(key, '{"a":[')
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '\u0000{{{')
  },
} as const

describe.each(Object.entries(REFUSALS))('storage that is %s', (kind, refuse) => {
  it('keeps nobody from exploring, saving a view for now, and opening a file', async () => {
    const { page } = await openDyad({ route: async (own) => void (await own.addInitScript(refuse)) })
    await graphPainted(page)
    await filters(page).getByRole('button', { name: 'Only Arms' }).click()
    await page.waitForFunction(() => document.querySelector('.sentence')!.textContent === 'Arms: 81 of 380 initiatives')
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('dialog').getByText('Dark', { exact: true }).click()
    await page.waitForFunction(() => document.documentElement.dataset['scheme'] === 'dark')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Views', exact: true }).click()
    const views = page.getByRole('dialog')
    await views.waitFor()
    await views.getByRole('button', { name: /^Save/ }).first().click()
    await expect.poll(() => views.getByRole('listitem').count()).toBeGreaterThan(0)
    if (kind !== 'corrupt')
      expect(await views.innerText()).toMatch(/not be kept|does not keep|could not|until the page is left|browser/)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const data = page.getByRole('dialog', { name: 'Data' })
    await data
      .getByRole('textbox', { name: /paste/ })
      .fill('from,to,date,title\nRussia,India,2019-05-01,A made-up pact')
    await data.getByRole('button', { name: 'Read what was pasted' }).click()
    await data.getByRole('button', { name: /^Open/ }).click()
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.endsWith(': 1 of 1 initiative'))
    expect(await page.locator('.view-fault, .fault-notice').count()).toBe(0)
  })
})

describe.each(['Etc/GMT+12', 'Asia/Kathmandu', 'Pacific/Kiritimati'])('a clock that stands as in %s', (timezone) => {
  it('shows the same days as any other', async () => {
    const { page } = await openDyad({ timezone, hash: 'partner=PHL&asof=2017-10-24' })
    await graphPainted(page)
    // Two arms contracts were signed on that very day.
    await page.waitForFunction(() =>
      /as of 24 October 2017: 2 of \d+ initiatives$/.test(document.querySelector('.sentence')!.textContent!),
    )
    const field = page.getByRole('region', { name: 'As-of date' })
    await expect.poll(() => field.getByRole('spinbutton', { name: 'day' }).textContent()).toBe('24')
    await page.getByRole('button', { name: 'Jump to' }).click()
    await page.getByRole('menuitem', { name: /Latest/ }).click()
    await expect.poll(() => field.getByRole('spinbutton').allTextContents()).toEqual(['18', '06', '2026'])
  })
})

it('a tab that slept for a day keeps its as-of date, and steps on from it', async () => {
  const { page } = await openDyad({
    hash: 'asof=2015-12-31',
    route: async (own) =>
      void (await own.addInitScript(() => {
        const Real = Date
        let now = Real.UTC(2026, 10, 29, 23, 50)
        window.addEventListener('slept', () => (now += 24 * 60 * 60_000 + 20 * 60_000))
        class Set extends Real {
          constructor(...parts: unknown[]) {
            super(...((parts.length > 0 ? parts : [now]) as [number]))
          }
          static override now() {
            return now
          }
        }
        window.Date = Set as DateConstructor
      })),
  })
  await graphPainted(page)
  await page.getByRole('region', { name: 'As-of date' }).getByRole('slider').waitFor()
  const before = await sentence(page).textContent()
  await page.evaluate(() => {
    for (const type of ['slept', 'pageshow', 'focus']) window.dispatchEvent(new Event(type))
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(await sentence(page).textContent()).toBe(before)
  await page.getByRole('region', { name: 'As-of date' }).getByRole('slider', { name: 'As-of date' }).press('ArrowRight')
  await page.waitForURL(/asof=2016-01-31/)
})
