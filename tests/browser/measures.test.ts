import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { browserKind, expectNoAxeViolations, inBothSchemes, openDyad } from './harness.ts'

// Russia has 31 partners in cooperation, more than anyone else; the Eurasian Economic Union comes next with 19.

const ranks = (page: Page) => page.getByRole('grid', { name: /^Actors by/ })
const firstName = (page: Page) => ranks(page).getByRole('row').nth(1).getByRole('button').first().textContent()
const details = (page: Page) => page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })

describe('the Measures', () => {
  it('are reached by keyboard alone, sorted, and open an actor', async () => {
    const { page } = await openDyad()
    await page.getByRole('tab', { name: 'Network' }).focus()
    await page.keyboard.press('End')
    await ranks(page).waitFor()
    expect(await page.getByRole('tab', { name: 'Measures' }).getAttribute('aria-selected')).toBe('true')
    await page.getByText('These records were collected around Russia').waitFor()
    // What stands before the table is one button and one link; the table has one stop, at the first actor. In Firefox what
    // scrolls is a stop of its own.
    await page.getByRole('button', { name: 'CSV' }).focus()
    const stops: (string | null | undefined)[] = []
    while (stops.length < (browserKind === 'firefox' ? 3 : 2)) {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(() => document.activeElement?.textContent))
    }
    expect(stops.at(-1)).toBe('Russia')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Actors by number of partners' }).waitFor()
    await page.getByText('With how many others the actor has a tie of cooperation.').waitFor()
    expect(page.url()).toContain('rank=-degree')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('EEU')
    await page.keyboard.press('Enter')
    await details(page).filter({ hasText: 'EEU' }).waitFor()
  })

  it('find the shortest chain by keyboard, and one without the focus', async () => {
    const { page } = await openDyad({ hash: 'view=measures' })
    await page.getByRole('button', { name: /From$/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Armenia' }).waitFor()
    await page.keyboard.type('chin')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /To$/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Armenia' }).waitFor()
    await page.keyboard.type('vie')
    await page.keyboard.press('Enter')
    // 81 initiatives with China and 32 with Vietnam; the Eurasian Economic Union is the other actor between them.
    await page.getByText('2 ties, 113 initiatives: of 2 chains as short').waitFor()
    expect(page.url()).toContain('path=CHN-VNM')
    await page.getByRole('checkbox', { name: 'Without Russia' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('2 ties, 4 initiatives: no other chain is as short.').waitFor()
    await page.getByRole('button', { name: /^2 initiatives between China and EEU/ }).focus()
    await page.keyboard.press('Enter')
    await details(page).filter({ hasText: 'China and EEU' }).waitFor()
  })

  it('have no accessibility faults, in the light and in the dark', async () => {
    const { page } = await openDyad({ hash: 'view=measures&path=CHN-VNM&rank=-community&since=2015-12-31' })
    await page.getByText(/communities, modularity/).waitFor()
    expect(await firstName(page)).toBe('Russia')
    await inBothSchemes(page, () => expectNoAxeViolations(page))
  })
})
