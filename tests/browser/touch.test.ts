import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { focusLayout } from '../../src/scene/layouts.ts'
import { sceneOf, type Scene } from '../../src/scene/scene.ts'
import { everyLink } from '../../src/network/links.ts'
import { columns, linksAt, outline } from '../bundled.ts'
import { browserKind, expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'
import { placeOfActor } from './stage.ts'

const SMALLEST = { width: 360, height: 640 }

/** What is drawn in the space that the graph has: a phone held upright may leave it higher than wide, or not. */
async function sceneShown(page: Page): Promise<Scene> {
  const { width, height } = (await page.getByRole('img', { name: /^Network/ }).boundingBox())!
  return sceneOf({
    columns,
    links: linksAt({}, outline.asOf),
    every: everyLink(columns),
    positions: focusLayout(outline, 'RUS', height > width * 1.05 ? 'tall' : 'wide'),
    focus: 'RUS',
    scheme: 'light',
  })
}

interface Spot {
  x: number
  y: number
}

/** Fingers on the screen, one for each spot. */
class Fingers {
  private readonly session: CDPSession
  constructor(session: CDPSession) {
    this.session = session
  }
  static async of(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page))
  }
  private send(type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]) {
    return this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map(({ x, y }, id) => ({ x, y, id })),
    })
  }
  async down(...spots: Spot[]) {
    await this.send('touchStart', spots)
  }
  async move(...spots: Spot[]) {
    await this.send('touchMove', spots)
  }
  async up() {
    await this.send('touchEnd', [])
  }
  /** From some spots to as many others. */
  async drag(from: readonly Spot[], to: readonly Spot[], steps = 6) {
    await this.down(...from)
    for (let step = 1; step <= steps; step++) {
      const along = (a: number, b: number) => a + ((b - a) * step) / steps
      await this.move(...from.map(({ x, y }, i) => ({ x: along(x, to[i]!.x), y: along(y, to[i]!.y) })))
    }
    await this.up()
  }
  /** Two fingers, each so many pixels from a spot, until they are so far from it. */
  async spread({ x, y }: Spot, from: number, to: number) {
    const apart = (by: number) => [
      { x: x - by, y },
      { x: x + by, y },
    ]
    await this.drag(apart(from), apart(to))
  }
  async tap(spot: Spot) {
    await this.down(spot)
    await this.up()
  }
}

async function openPhone(hash = '', viewport = SMALLEST): Promise<{ page: Page; fingers: Fingers }> {
  const { page } = await openDyad({ hash, viewport, touch: true })
  await graphPainted(page)
  await page.getByRole('navigation', { name: 'Panels' }).waitFor()
  return { page, fingers: await Fingers.of(page) }
}

const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Panels' })
const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describe.runIf(browserKind === 'chromium')('with fingers', () => {
  it('the graph is pinched, pushed and tapped, and says what a finger rests on', async () => {
    const { page, fingers } = await openPhone('', { width: 390, height: 844 })
    await page.getByRole('button', { name: 'Width and size' }).waitFor()
    const scene = await sceneShown(page)
    // A tap opens the actor in its sheet.
    const china = await placeOfActor(page, 'CHN', scene)
    await fingers.tap(china)
    await page.waitForURL(/actor=CHN/)
    await details(page).getByRole('heading', { level: 2, name: 'China' }).waitFor()
    expect(await details(page).isVisible()).toBe(true)
    await tabs(page).getByRole('button', { name: 'Details' }).tap()
    await details(page).waitFor({ state: 'hidden' })
    // A finger that rests says what is under it, and opens nothing; the words stay once it is lifted.
    const india = await placeOfActor(page, 'IND', scene)
    await fingers.down(india)
    await page
      .locator('.tooltip', { hasText: 'Republic of India' })
      .or(page.locator('.tooltip', { hasText: 'India' }))
      .first()
      .waitFor()
    await fingers.up()
    await page.waitForTimeout(300)
    expect(await page.locator('.tooltip').count()).toBe(1)
    expect(page.url()).toContain('actor=CHN')
    await fingers.tap(india)
    await page.waitForURL(/actor=IND/)
    expect(await page.locator('.tooltip').count()).toBe(0)
    await tabs(page).getByRole('button', { name: 'Details' }).tap()
    // Two fingers apart: nearer. Where it stands is taken down in the address.
    const box = (await page.getByRole('img', { name: /^Network/ }).boundingBox())!
    const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.82 }
    await fingers.spread(middle, 30, 90)
    await page.waitForURL(/camera=/)
    const pinched = page.url()
    const zoom = Number(/camera=[^&]*,([\d.]+)/.exec(decodeURIComponent(pinched))![1])
    await page.getByRole('button', { name: 'Fit everything in sight' }).tap()
    await page.waitForURL((url) => !url.hash.includes('camera'))
    // One finger on empty ground pushes it.
    await fingers.drag([{ x: box.x + 8, y: box.y + box.height - 12 }], [{ x: box.x + 90, y: box.y + box.height - 60 }])
    await page.waitForURL(/camera=/)
    expect(Number(/camera=[^&]*,([\d.]+)/.exec(decodeURIComponent(page.url()))![1])).toBeLessThan(zoom)
  })

  it('so is the map', async () => {
    const { page, fingers } = await openPhone('view=map')
    const actor = (name: RegExp) => page.getByRole('group', { name: /^Map\./ }).getByRole('button', { name })
    await actor(/^China/).waitFor()
    const at = async (name: RegExp): Promise<Spot> => {
      const { x, y, width, height } = (await actor(name).locator('.map-hit').boundingBox())!
      return { x: x + width / 2, y: y + height / 2 }
    }
    await fingers.down(await at(/^Japan/))
    await page.locator('.tooltip', { hasText: 'Japan' }).waitFor()
    await fingers.up()
    await page.waitForTimeout(300)
    expect(await page.locator('.tooltip').count()).toBe(1)
    expect(page.url()).not.toContain('actor=')
    const china = await at(/^China/)
    await fingers.tap(china)
    await page.waitForURL(/actor=/)
    await tabs(page).getByRole('button', { name: 'Details' }).tap()
    const box = (await page.getByRole('group', { name: /^Map\./ }).boundingBox())!
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await fingers.spread(middle, 20, 80)
    await page.waitForURL(/map=/)
  })

  it('all of the desktop is there at 360 by 640, within the width of the screen', async () => {
    const { page } = await openPhone()
    for (const view of ['Map', 'Timeline', 'Matrix', 'Table', 'Ledger', 'Compare', 'Measures', 'Network']) {
      await page.getByRole('tab', { name: view }).tap()
      await page.locator('.sentence').waitFor()
      await page.waitForTimeout(250)
      expect(await widest(page), view).toBeLessThanOrEqual(SMALLEST.width)
    }
    await tabs(page).getByRole('button', { name: 'Filters' }).tap()
    await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Only Arms' }).tap()
    await page.waitForURL(/type=arms/)
    await expectNoAxeViolations(page, undefined, 'the filters as a sheet')
    await tabs(page).getByRole('button', { name: 'Details' }).tap()
    await details(page)
      .getByRole('button', { name: /^Malaysia/ })
      .first()
      .tap()
    await details(page).getByRole('button', { name: 'MiG-29N fighters for Malaysia' }).last().tap()
    await details(page).locator('a[href^="http"]').first().waitFor()
    await expectNoAxeViolations(page, undefined, 'the details as a sheet')
    await page.keyboard.press('Escape')
    await details(page).waitFor({ state: 'hidden' })
    for (const name of ['Search', 'Data', 'Views', 'Share', 'Export', 'Settings']) {
      await page.getByRole('button', { name, exact: true }).tap()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await widest(page), name).toBeLessThanOrEqual(SMALLEST.width)
      const box = (await dialog.boundingBox())!
      expect(box.x, name).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width, name).toBeLessThanOrEqual(SMALLEST.width)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
  })

  it('a finger finds what is under it when the page was scrolled', async () => {
    const { page } = await openPhone()
    await page.evaluate(() => document.querySelector('main')!.scrollTo(0, 120))
    const { x, y } = await placeOfActor(page, 'VNM', await sceneShown(page))
    await page.touchscreen.tap(x, y)
    await page.waitForURL(/actor=VNM/)
  })

  it('what can be pressed is 24 pixels large at least', async () => {
    const { page } = await openPhone('since=2015-12-31&dyad=RUS-CHN/energy')
    const small = () =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, input:not([type=range]), select, [role=button], [role=tab], [role=slider], summary',
          ),
        ]
          .filter((own) => own.checkVisibility() && !own.closest('[inert], [aria-hidden=true]'))
          .map((own) => {
            // Of a control that lies hidden in its label it is the label that one presses.
            const hit = own.closest('label') ?? own
            const { width, height } = hit.getBoundingClientRect()
            return {
              width,
              height,
              words: `${own.tagName} ${own.className} ${own.getAttribute('aria-label') ?? own.textContent!.slice(0, 30)}`,
            }
          })
          .filter(({ width, height }) => width > 1 && height > 1 && (width < 23.5 || height < 23.5))
          .map(({ width, height, words }) => `${words}: ${Math.round(width)} x ${Math.round(height)}`),
      )
    expect(await small()).toEqual([])
    for (const panel of ['Filters', 'Details']) {
      await tabs(page).getByRole('button', { name: panel }).tap()
      await page.waitForTimeout(500)
      expect(await small(), panel).toEqual([])
    }
  })
})

// A window of 1280 by 1024 at 400 %.
describe('magnified four times', () => {
  it('nothing has to be scrolled sideways but tables and the graph, and each part can be reached', async () => {
    const { page } = await openDyad({ viewport: { width: 320, height: 256 } })
    await graphPainted(page)
    for (const view of ['Map', 'Timeline', 'Matrix', 'Table', 'Ledger', 'Compare', 'Measures', 'Network']) {
      await page.getByRole('tab', { name: view }).click()
      await page.waitForTimeout(250)
      expect(await widest(page), view).toBeLessThanOrEqual(320)
    }
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const save = page.getByRole('dialog').getByRole('button', { name: 'Save PNG' })
    await save.scrollIntoViewIfNeeded()
    const box = (await save.boundingBox())!
    expect(box.x + box.width).toBeLessThanOrEqual(320)
    await page.keyboard.press('Escape')
    // By keyboard: into a sheet, and out of it to where one was.
    await page.getByRole('button', { name: 'Filters', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.closest('.filters'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Filters')
    await page.getByRole('region', { name: 'Filters' }).waitFor({ state: 'hidden' })
  })
})
