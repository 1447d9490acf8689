import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { neighboursOf } from '../../src/scene/walk.ts'
import { sceneOn } from '../bundled.ts'
import { browserKind, expectNoAxeViolations, graphPainted, inBothSchemes, openDyad } from './harness.ts'

const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const heading = (page: Page) => details(page).getByRole('heading', { level: 2 })
/** What has the focus, as it is told. */
const told = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

async function openWalk(hash = ''): Promise<Page> {
  const { page } = await openDyad({ hash, viewport: { width: 1440, height: 900 } })
  await graphPainted(page)
  await page.locator('.walk-stop').waitFor({ state: 'attached' })
  return page
}

/** Comes into the graph as a person does, with Tab from the controls above it. */
async function tabIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fit everything in sight' }).focus()
  await page.keyboard.press('Tab')
}

/** How many pixels of the canvas are of the ring's colour, near where the walk stands. */
const ringOn = (page: Page) =>
  page.evaluate(() => {
    const stop = document.querySelector('.walk-stop')!.getBoundingClientRect()
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-id="layer2-node"]')!
    const box = canvas.getBoundingClientRect()
    const scale = canvas.width / box.width
    const at = (own: number) => Math.round(own * scale)
    const { data } = canvas
      .getContext('2d')!
      .getImageData(at(stop.left - box.left - 12), at(stop.top - box.top - 12), at(68), at(68))
    let dark = 0
    for (let i = 0; i < data.length; i += 4) {
      if (data[i]! < 60 && data[i + 1]! < 60 && data[i + 2]! < 60 && data[i + 3]! > 200) dark++
    }
    return dark
  })

describe('the graph by keyboard alone', () => {
  it('is one stop of Tab; arrows lead along the ties, each stop is told in words and ringed', async () => {
    const page = await openWalk('partner=PHL,MYS')
    await tabIn(page)
    // The Philippines have four initiatives with Russia, Malaysia five, of which one is a summit of several states.
    expect(await told(page)).toMatch(/^Russia: \d+ initiatives; \d+ neighbours$/)
    const around = neighboursOf(sceneOn({ partner: ['PHL', 'MYS'] }), 'RUS')
    await page.keyboard.press('ArrowRight')
    expect(await told(page)).toContain(`1 of ${around.length}`)
    for (let i = 0; i < around.length && !(await told(page)).startsWith('Philippines'); i++)
      await page.keyboard.press('ArrowRight')
    // Three of arms, one delivered and two failed, and one of energy.
    expect(await told(page)).toMatch(/^Philippines: 4 initiatives with Russia, 1 realised, mostly arms\. \d of \d+$/)
    expect(await ringOn(page)).toBeGreaterThan(60)
    await inBothSchemes(page, () => expectNoAxeViolations(page, undefined, 'the walked graph'))
    // Its ties one by one.
    await page.keyboard.press('PageDown')
    expect(await told(page)).toMatch(/^Russia and Philippines, Arms: 3 initiatives, 1 realised and 2 failed\. 1 of 2$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/dyad=RUS-PHL\/arms/)
    await page.waitForFunction(() => document.activeElement?.textContent === 'Russia and Philippines')
    // And back to the very tie, with the Details still open.
    await page.keyboard.press('Escape')
    await expect.poll(() => told(page)).toMatch(/^Russia and Philippines, Arms/)
    expect(await heading(page).textContent()).toBe('Russia and Philippines')
    await page.keyboard.press('Escape')
    await expect.poll(() => told(page)).toMatch(/^Philippines/)
    await page.keyboard.press('Escape')
    await expect.poll(() => told(page)).toMatch(/^Russia: /)
    // From where it began Escape does what it does elsewhere.
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.hash.includes('dyad='))
    // Nobody is caught in it.
    await page.keyboard.press('Tab')
    expect(await told(page)).not.toMatch(/^Russia: /)
  })

  it('leads on to the neighbours of a neighbour, and says where there are none', async () => {
    const page = await openWalk()
    await tabIn(page)
    const scene = sceneOn()
    const around = neighboursOf(scene, 'RUS')
    const onwards = around.find((id) => neighboursOf(scene, id).length > 1)!
    for (let i = 0; i <= around.indexOf(onwards); i++) await page.keyboard.press('ArrowRight')
    const here = await told(page)
    await page.keyboard.press('ArrowDown')
    const there = neighboursOf(scene, onwards)
    const first = there.find((id) => id !== 'RUS')!
    expect(await told(page)).toMatch(new RegExp(`\\. ${there.indexOf(first) + 1} of ${there.length}$`))
    await page.keyboard.press('ArrowUp')
    expect(await told(page)).toBe(here)
    const alone = around.findIndex((id) => neighboursOf(scene, id).length === 1)
    await page.keyboard.press('Home')
    for (let i = 0; i < alone; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page
      .locator('.walk [role=status]', { hasText: 'It has no other neighbours here.' })
      .waitFor({ state: 'attached' })
  })
})

describe('what is told to those who listen', () => {
  const region = (page: Page) => page.locator('[data-announces=selection]')

  it('is the new count, once, after the last of several choices', async () => {
    const page = await openWalk()
    await page.evaluate(() => {
      const place = document.querySelector('[data-announces=selection]')!
      const all: string[] = []
      Object.assign(window, { told: all })
      new MutationObserver(() => all.push(place.textContent!)).observe(place, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    })
    expect(await region(page).getAttribute('role')).toBe('status')
    const filters = page.getByRole('region', { name: 'Filters' })
    await filters.getByRole('searchbox', { name: 'Text' }).pressSequentially('MC-21')
    await page.waitForFunction(() => (window as unknown as { told: string[] }).told.length > 0)
    await page.waitForTimeout(700)
    const all = await page.evaluate(() => (window as unknown as { told: string[] }).told)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatch(/with the words “MC-21”: \d+ of 380 initiatives$/)
  })

  it('is nothing while the as-of date is played, and where it stopped after that', async () => {
    const page = await openWalk('asof=2000-12-31')
    await page.getByRole('button', { name: 'Play', exact: false }).first().click()
    await page.waitForTimeout(2500)
    expect(await region(page).textContent()).toBe('')
    await page.getByRole('button', { name: /Pause/ }).click()
    await page.waitForFunction(() =>
      document.querySelector('[data-announces=selection]')!.textContent!.includes('as of'),
    )
    expect(await region(page).textContent()).toBe(await page.locator('.sentence').textContent())
  })
})

describe('the focus', () => {
  const isLost = (page: Page) => page.evaluate(() => document.activeElement === document.body)

  it('goes to what stood beside it where what had it is gone, or can do nothing more', async () => {
    const page = await openWalk('type=arms,gas')
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).first().focus()
      await page.keyboard.press('Enter')
      await page.waitForTimeout(400)
      expect(await isLost(page), name).toBe(false)
    }
    await press('Dismiss the notice')
    await press('Clear all')
    await press('Undo')
    await page
      .getByRole('region', { name: 'Filters' })
      .getByRole('button', { name: /more partners/ })
      .focus()
    await page.keyboard.press('Enter')
    await press('Only Malaysia')
    await press('Only Energy')
    // Malaysia has no energy: the way back goes away with what it leads from.
    await press('Without the relation types: 5')
  })

  it('follows a change of the view, and comes back from each dialog', async () => {
    const page = await openWalk()
    await page.getByRole('tab', { name: 'Network' }).focus()
    for (const view of ['Map', 'Timeline', 'Matrix', 'Table', 'Ledger', 'Compare', 'Measures']) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => told(page)).toBe(view)
    }
    for (const name of ['Data', 'Views', 'Share', 'Export', 'Settings', 'Search']) {
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      // With the frame after.
      await expect.poll(() => told(page)).toBe(name)
    }
  })
})

describe('the first search', () => {
  it('has in its field what was typed before it was there', async () => {
    const { page } = await openDyad({
      route: async (own) =>
        void (await own.route(/\/assets\/Search-.*\.js/, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 1200))
          await route.continue()
        })),
    })
    await graphPainted(page)
    await page.getByRole('region', { name: 'Legend' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('india')
    const field = page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox')
    await field.waitFor()
    await page.keyboard.type('n')
    await expect.poll(() => field.inputValue()).toBe('indian')
    // Once to empty the field, once to close it.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // Nothing is taken from the page afterwards.
    await page.getByRole('region', { name: 'Filters' }).getByRole('searchbox').fill('')
    await page.getByRole('region', { name: 'Filters' }).getByRole('searchbox').pressSequentially('gas')
    expect(await page.getByRole('region', { name: 'Filters' }).getByRole('searchbox').inputValue()).toBe('gas')
  })
})

describe.skipIf(browserKind === 'firefox')('less motion', () => {
  it('is honoured: nothing on the page moves by itself', async () => {
    const { page } = await openDyad({ reducedMotion: true })
    await graphPainted(page)
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(
      await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
    ).toBe(0)
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((own) =>
            getComputedStyle(own)
              .transitionDuration.split(',')
              .some((each) => Number.parseFloat(each) > 0),
          ).length,
      ),
    ).toBe(0)
  })
})
