import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { downloadFrom, expectNoAxeViolations, inBothSchemes, openDyad } from './harness.ts'

// Counted in the records, see tests/network/matrix.test.ts: China has 16 initiatives of arms with Russia, of which 8 of 12
// outputs are realised; India has 20, with 11 of 19. In all there are 380, with 163 of 313.

const grid = (page: Page) => page.getByRole('grid', { name: 'Matrix' })
const heading = (page: Page) => page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })
/** The name of what the keyboard is at. */
const active = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
const firstRow = (page: Page) => grid(page).getByRole('rowheader').first().textContent()

describe('the Matrix', () => {
  it('is reached and walked by keyboard alone, and a cell opens as many initiatives as it says', async () => {
    const { page } = await openDyad()
    const tab = page.getByRole('tab', { name: 'Network' })
    await tab.focus()
    for (const name of ['Map', 'Timeline', 'Matrix']) {
      await page.keyboard.press('ArrowRight')
      await page.getByRole('tab', { name, selected: true }).waitFor()
    }
    await grid(page).waitFor()
    const isInside = () => grid(page).evaluate((own) => own.contains(document.activeElement))
    for (let press = 0; press < 150 && !(await isInside()); press++) await page.keyboard.press('Tab')
    expect(await active(page)).toBe('China, arms: 16 initiatives, 8 of 12 outputs realised')
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe('India, arms: 20 initiatives, 11 of 19 outputs realised')
    expect(await page.locator('.matrix-readout').textContent()).toBe(
      'India, arms: 20 initiatives, 11 of 19 outputs realised',
    )
    await page.keyboard.press('Enter')
    await heading(page).filter({ hasText: 'Russia and India: arms' }).waitFor()
    await page.getByText('20 initiatives, by the day they begin.').waitFor()
    expect(page.url()).toContain('RUS-IND')
    await page.keyboard.press('Home')
    expect(await active(page)).toBe('India')
    await page.keyboard.press('Control+End')
    expect(await active(page)).toBe('All: 380 initiatives, 163 of 313 outputs realised, 9 in conflict')
    await page.keyboard.press('Control+Home')
    expect(await active(page)).toBe('Partner')
    // One Tab leaves it for what follows.
    await page.keyboard.press('Tab')
    expect(await isInside()).toBe(false)
  })

  it('keeps what is chosen in the address, and obeys the filters', async () => {
    const { page } = await openDyad({ hash: 'view=matrix&partner=VNM,MYS,PHL,LAO' })
    await grid(page).waitFor()
    expect(await firstRow(page)).toBe('Vietnam')
    await page.getByRole('button', { name: /Sort$/ }).click()
    await page.getByRole('option', { name: 'Share realised' }).click()
    // Malaysia, with 3 of its 4 outputs.
    await grid(page).getByRole('rowheader').first().filter({ hasText: 'Malaysia' }).waitFor()
    await page.getByText('Actors', { exact: true }).click()
    // What eight actors have among them: 32 of Vietnam with Russia, 18 of 30 realised.
    await page.getByRole('button', { name: 'Vietnam, Russia: 32 initiatives, 18 of 30 outputs realised' }).waitFor()
    expect(page.url()).toMatch(/cells=actor.*order=share|order=share.*cells=actor/)
    await page.reload()
    await page.getByRole('button', { name: 'Russia, Vietnam: 32 initiatives, 18 of 30 outputs realised' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Malaysia, arms: 2 initiatives, 2 of 2 outputs realised' }).waitFor()
    expect(await firstRow(page)).toBe('Malaysia')
    await page.goForward()
    await page.getByRole('button', { name: 'Russia, Vietnam: 32 initiatives, 18 of 30 outputs realised' }).waitFor()
    const { name, bytes } = await downloadFrom(page, () => page.getByRole('button', { name: 'CSV' }).click())
    expect(name).toBe('dyad-matrix-actor-2026-06-18.csv')
    const lines = bytes.toString('utf8').trim().split('\r\n')
    // Of each pair one line: Russia with the four, the EEU with Vietnam, the SCO with Laos.
    expect(lines).toHaveLength(1 + 6)
    expect(lines).toContain('Vietnam,Russia,32,30,18,0')
  })

  // A few partners: axe weighs every cell against every other.
  it('is without faults for those who listen, in the light and in the dark', async () => {
    const { page } = await openDyad({ hash: 'view=matrix&partner=VNM,JPN,THA&width=arms-tiv' })
    await page.getByText('not measured', { exact: true }).last().waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '.matrix'))
    for (const label of ['Subtypes', 'Actors']) {
      await page.getByText(label, { exact: true }).click()
      await page.getByRole('radio', { name: label, checked: true }).waitFor()
      await inBothSchemes(page, () => expectNoAxeViolations(page, '.matrix'))
    }
  })
})
