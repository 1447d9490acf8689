import { describe, expect, it } from 'vitest'
import { browserKind, expectNoAxeViolations, graphPainted, inBothSchemes, openDyad } from './harness.ts'

/** Where only the details differ from the first visit, only they are read. */
const SCREENS = [
  ['the first visit', '', 'body', 'Russia'],
  ['a dyad', 'dyad=RUS-CHN/energy', '.details', 'Russia and China'],
  ['an initiative', 'initiative=rus-chn-espo-spur-loans-for-oil', '.details', /oil/],
  ['another actor', 'actor=VNM&focus=IND&asof=2015-12-31', '.details', 'Vietnam'],
  ['an empty selection', 'type=energy&partner=MYS', 'body', 'Russia'],
  ['a mended address', 'type=gas', 'body', 'Russia'],
] as const

it('every screen is without fault against WCAG 2.2 AA, in the light and in the dark', async () => {
  const { page } = await openDyad({ viewport: { width: 1440, height: 900 } })
  await graphPainted(page)
  for (const [name, hash, scope, heading] of SCREENS) {
    await page.evaluate((own) => (location.hash = own), hash)
    await page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2, name: heading }).waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, scope, name))
  }
}, 180_000)

it('the dialogs have none, and give the focus back to where it was', async () => {
  const { page } = await openDyad()
  for (const name of ['Search', 'Views', 'Share', 'Export', 'Settings']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', name))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // With the frame after.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
  }
})

// Each view has a test of its own in the light; here they are in the dark and on a phone, with two dates and a list open.
describe.each([
  ['in the dark', { colorScheme: 'dark', viewport: { width: 1440, height: 900 } }],
  ['on a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 }, touch: true }],
] as const)('the other views %s', (_where, options) => {
  // A stock Firefox is not told to be in the dark.
  const own = it.skipIf(browserKind === 'firefox' && options.colorScheme === 'dark')
  own(
    'have no fault against WCAG 2.2 AA',
    async () => {
      const { page } = await openDyad({
        ...options,
        hash: 'since=2015-12-31&compare=CHN,IND&findings=all&partner=CHN,IND',
      })
      await graphPainted(page)
      for (const [view, content] of [
        ['Map', page.getByRole('group', { name: /^Map/ }).getByRole('button', { name: /^China/ })],
        ['Timeline', page.getByRole('tree')],
        ['Matrix', page.getByRole('grid', { name: 'Matrix' })],
        ['Table', page.getByRole('grid', { name: /^Initiatives/ })],
        ['Ledger', page.getByRole('grid', { name: 'Ledger' })],
        ['Compare', page.getByRole('heading', { name: 'China and India as partners of Russia' })],
        ['Measures', page.getByRole('heading', { name: 'Shortest chain of ties' })],
      ] as const) {
        await page.getByRole('tab', { name: view }).click()
        await content.waitFor()
        await expectNoAxeViolations(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          options.viewport.width,
        )
      }
      // Eight views, each read by axe from top to bottom.
    },
    180_000,
  )
})

describe('by keyboard alone', () => {
  it('one filters by type and reads an initiative down to its source', async () => {
    const { page } = await openDyad()
    await graphPainted(page)
    const arms = page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', { name: 'Energy', exact: true })
    await arms.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/type=arms,diplomacy,economy/)
    const china = page
      .getByRole('region', { name: 'Details' })
      .getByRole('button', { name: /^China/ })
      .first()
    await china.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/dyad=RUS-CHN/)
    // The heading of what was opened takes the focus, since the row that was pressed is gone.
    await page.waitForFunction(() => document.activeElement?.textContent === 'Russia and China')
  })
})

describe('on a phone', () => {
  it('has the panels in sheets, within the width of the screen', async () => {
    const { page } = await openDyad({ viewport: { width: 390, height: 844 }, touch: browserKind === 'chromium' })
    await graphPainted(page)
    const tabs = page.getByRole('navigation', { name: 'Panels' })
    await tabs.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Only Arms' }).click()
    await page.waitForURL(/type=arms/)
    await tabs.getByRole('button', { name: 'Details' }).click()
    await page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectNoAxeViolations(page)
  })
})
