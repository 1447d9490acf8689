import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { sceneOn } from '../bundled.ts'
import { expectNoAxeViolations, openDyad } from './harness.ts'
import { placeOfLink } from './stage.ts'

// Russia has 81 initiatives with China, more than with anyone else; the first of them to begin is the settlement of the
// common border, of 1991. The dataset has 81 initiatives of arms, 74 of energy, 101 of diplomacy and 124 of economy.

const tree = (page: Page) => page.getByRole('tree', { name: /^Initiatives up to/ })
const items = (page: Page, level: 1 | 2) => page.locator(`[role=treeitem][aria-level="${level}"]`)
/** The name of the row that the keyboard is at. */
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return id && document.getElementById(id)?.getAttribute('aria-label')
  })

describe('the Timeline', () => {
  it('opens by its tab, and groups by partner or by relation type', async () => {
    const { page } = await openDyad()
    await page.getByRole('tab', { name: 'Timeline' }).click()
    await tree(page).waitFor()
    const first = items(page, 1).first()
    expect(await first.getAttribute('aria-label')).toMatch(/^China: 81 initiatives, /)
    expect(await items(page, 2).first().getAttribute('aria-label')).toMatch(/^Settlement of the common border\. /)
    await page.getByText('Relation type', { exact: true }).last().click()
    await page.getByRole('treeitem', { name: /^Arms: 81 initiatives/ }).waitFor()
    expect(page.url()).toContain('group=type')
    await page.getByRole('button', { name: 'Fold all' }).click()
    const heads = await items(page, 1).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
    expect(heads.map((words) => words?.split(',')[0])).toEqual([
      'Arms: 81 initiatives',
      'Energy: 74 initiatives',
      'Diplomacy: 101 initiatives',
      'Economy: 124 initiatives',
    ])
    expect(await items(page, 2).count()).toBe(0)
  })

  it('is moved through by keyboard, and Enter opens the Details', async () => {
    const { page } = await openDyad({ hash: 'view=timeline&partner=MYS&span=1990-2015' })
    await tree(page).waitFor()
    // Malaysia's five by the day they begin; the fourth is the offer of MC-21 airliners in 2010.
    await tree(page).focus()
    expect(await active(page)).toMatch(/^Malaysia: 5 initiatives/)
    await page.keyboard.press('ArrowLeft')
    await items(page, 2).first().waitFor({ state: 'detached' })
    expect(await items(page, 1).first().getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    const name = await active(page)
    expect(name).toMatch(/^Fifty MC-21 airliners/)
    await page.keyboard.press('Enter')
    const heading = page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })
    await heading.filter({ hasText: 'MC-21' }).waitFor()
    expect(await page.getByRole('treeitem', { selected: true }).getAttribute('aria-label')).toBe(name)
    expect(page.url()).toContain('initiative=rus-mys-mc21-crecom')
    // The keyboard stays where it was; letters find the next title that begins with them.
    await page.keyboard.type('mig')
    expect(await active(page)).toMatch(/^MiG-29N fighters for Malaysia/)
  })

  it('has a line that sets the as-of date, and shows nothing later', async () => {
    const { page } = await openDyad({ hash: 'view=timeline&partner=MYS&asof=2000-12-31' })
    // The one of five that had begun by 2000: the fighters of 1994.
    await page.getByRole('treeitem', { name: /^Malaysia: 1 initiative,/ }).waitFor()
    expect(await items(page, 2).count()).toBe(1)
    const grip = (await page.locator('.timeline-grip').boundingBox())!
    const axis = (await page.locator('.timeline-axis-plot').boundingBox())!
    const y = grip.y + 12
    await page.mouse.move(grip.x + grip.width / 2, y)
    await page.mouse.down()
    // The axis runs over the 46 years from 1981 to 2026: 25 of them on, it is the end of 2005. A pixel is six weeks, and of parts of
    // one not every browser is told.
    await page.mouse.move(axis.x + (axis.width * 25) / 46, y, { steps: 5 })
    await page.mouse.up()
    await page.waitForFunction(() => /asof=(?:2005-1[12]-3[01]|2006-01-31)/.test(location.hash))
    // In 2003 more fighters and a cosmonaut's flight were agreed.
    await page.getByRole('treeitem', { name: /^Malaysia: 3 initiatives,/ }).waitFor()
    expect(await items(page, 2).count()).toBe(3)
    // A press on the axis does the same: 30 years on, at the end of 2010, airliners had been offered too.
    await page.mouse.click(axis.x + (axis.width * 30) / 46, y + 20)
    await page.getByRole('treeitem', { name: /^Malaysia: 4 initiatives,/ }).waitFor()

    // The graph, which was out of sight meanwhile, has caught up: in 2000 there was no tie in the economy.
    await page.getByRole('tab', { name: 'Network' }).click()
    await page.getByRole('region', { name: 'Legend' }).waitFor()
    const scene = sceneOn({ partner: ['MYS'] }, '2010-12-31')
    const link = await placeOfLink(page, 'RUS-MYS/economy', scene, 0.6)
    await page.mouse.move(link.x, link.y)
    await page.getByText('Russia and Malaysia, Economy').waitFor()
  })

  it('has no accessibility faults, with groups open and folded', async () => {
    const { page } = await openDyad({ hash: 'view=timeline&since=2015-12-31' })
    await tree(page).waitFor()
    await page.getByRole('button', { name: 'Fold all' }).click()
    await page.getByRole('treeitem', { name: /^India: / }).click()
    await items(page, 2).first().waitFor()
    await expectNoAxeViolations(page)
  })
})
