import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, openDyad } from './harness.ts'

// Read in data/series/trade.csv: India's turnover was 70.6 in 2024 and 9.417 in 2017; China's 228.1 in 2025. Its basis is
// the partner's statistics to 2020, Russian ones in 2021, unstated in 2022, the partner's again in 2023 and 2024.

const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const chart = (page: Page, name: RegExp) => details(page).getByRole('img', { name })

describe('the series of a dyad', () => {
  it('stand as charts with their breaks, the initiatives under them, and all values as a table', async () => {
    const { page } = await openDyad({ hash: 'dyad=RUS-IND/economy' })
    const trade = chart(page, /^Trade\. USD bn: Turnover 2005 to 2024 with 3 breaks/)
    await trade.locator('svg').waitFor()
    expect(await details(page).getByText('Turnover 70.6 USD bn in 2024').isVisible()).toBe(true)
    expect(
      await details(page)
        .getByText(/partner 2005 to 2020, Russia 2021, unstated 2022, partner 2023 to 2024/)
        .isVisible(),
    ).toBe(true)
    await details(page).getByRole('button', { name: 'Table' }).click()
    const year = details(page).getByRole('table', { name: 'Trade: all values' }).getByRole('row', { name: /^2017/ })
    expect(await year.first().textContent()).toContain('9.417 USD bn')
    await expectNoAxeViolations(page, '.details')

    // The newest of the fourteen is on top; a press opens it.
    const strips = details(page).getByRole('region', { name: 'Economy: initiatives on the same axis' })
    await strips.getByRole('button', { name: /Trade target: USD 100 bn by 2030/ }).click()
    expect(await details(page).getByRole('heading', { level: 2 }).textContent()).toContain('USD 100 bn')
  })

  it('take those of a second partner beside them, by a control and by a link', async () => {
    const { page } = await openDyad({ hash: 'dyad=RUS-IND/economy' })
    await details(page)
      .getByRole('button', { name: /Compare with/ })
      .click()
    await page.getByRole('option', { name: 'China' }).click()
    await chart(page, /^Trade\. Turnover, USD bn: India .* and China 2005 to 2025/)
      .locator('svg')
      .waitFor()
    expect(await details(page).getByText('India 70.6 USD bn in 2024, China 228.1 USD bn in 2025').isVisible()).toBe(
      true,
    )
    expect(page.url()).toContain('beside=CHN')
  })

  it('know nothing of a year that has not ended by the as-of date, in the dark too', async () => {
    const { page } = await openDyad({ hash: 'dyad=RUS-IND/economy&asof=2018-06-30', colorScheme: 'dark' })
    await chart(page, /^Trade\. USD bn: Turnover 2005 to 2017,/)
      .locator('svg')
      .waitFor()
    expect(await details(page).getByText('Turnover 9.417 USD bn in 2017').isVisible()).toBe(true)
    await details(page).getByRole('button', { name: 'Shares of arms suppliers' }).click()
    // The window 2010 to 2014 is the last to have ended: 13904.5 of 19370.
    await chart(page, /Russia 71.8 % in 2010 to 2014; United States 12.9 %/)
      .locator('svg')
      .waitFor()
    await expectNoAxeViolations(page, '.details')
  })
})
