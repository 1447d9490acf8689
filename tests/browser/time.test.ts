import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { browserKind, clipboardText, downloadFrom, expectNoAxeViolations, openDyad } from './harness.ts'

// The figures of Vietnam are those that tests/network/ledger.test.ts works out from its 32 records.

const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const heading = (page: Page, name: string) => details(page).getByRole('heading', { level: 2, name }).waitFor()
const says = async (page: Page, words: string) => {
  await page.getByRole('region', { name: 'As-of date' }).waitFor()
  await page.waitForFunction((own) => document.querySelector('.sentence')?.textContent === own, words)
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the as-of date in motion', () => {
  it('plays to the last day, as one step to undo', async () => {
    const { page } = await openDyad({ hash: 'asof=2025-03-31' })
    // 374 of the 380 begin by then: six are of later in 2025.
    await says(page, 'All relation types, as of 31 March 2025: 374 of 374 initiatives')
    await press(page, 'Play')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    expect(page.url()).not.toContain('asof')
    await press(page, 'Undo')
    await says(page, 'All relation types, as of 31 March 2025: 374 of 374 initiatives')
  })

  it('pauses where it is, and says so in the link', async () => {
    const { page } = await openDyad({ hash: 'asof=1995-12-31' })
    await press(page, 'Play')
    await page.waitForFunction(() => /1997/.test(document.querySelector('.played-date')?.textContent ?? ''))
    await press(page, 'Pause')
    const [, asOf] = /asof=(\d{4}-\d\d-\d\d)/.exec(page.url())!
    expect(asOf! > '1997' && asOf! < '2000').toBe(true)
    // A person reads the same day in the field.
    const year = page.getByRole('region', { name: 'As-of date' }).getByRole('spinbutton', { name: 'year' })
    expect(await year.textContent()).toBe(asOf!.slice(0, 4))
  })

  it('is stepped by months and years by hand', async () => {
    const { page } = await openDyad({ hash: 'asof=2010-03-15' })
    await press(page, 'Forward one month')
    await page.waitForURL(/asof=2010-03-31/)
    await press(page, 'Back one year')
    await page.waitForURL(/asof=2009-12-31/)
  })

  it.skipIf(browserKind === 'firefox')('steps from year to year for those who want less motion', async () => {
    const { page } = await openDyad({ hash: 'asof=2009-12-31', reducedMotion: true })
    await press(page, 'Play')
    await page.waitForFunction(() => document.querySelector('.played-date')?.textContent === '31 December 2010')
    await press(page, 'Pause')
    await page.waitForURL(/asof=201\d-12-31/)
  })
})

describe('two dates side by side', () => {
  it('say what changed, on the screen and as a list to take away', async () => {
    const { page } = await openDyad({ hash: 'partner=VNM' })
    await press(page, 'Compare dates')
    await press(page, "Weitz's essay in The Diplomat, December 2015")
    await page.keyboard.press('Escape')
    await says(page, 'All relation types, with Vietnam, compared with 31 December 2015: 34 of 380 initiatives')
    // With Russia 5 outputs and Putin's visit; the two with the EEU had begun.
    await page.getByRole('button', { name: '6 newly begun' }).click()
    await heading(page, 'Newly begun since 31 December 2015')
    const { name, bytes } = await downloadFrom(page, () => details(page).getByRole('button', { name: 'CSV' }).click())
    expect(name).toBe('dyad-newly-begun-since-31-december-2015-2026-06-18.csv')
    const lines = bytes.toString().trim().split('\r\n')
    expect(lines).toHaveLength(7)
    expect(lines.find((line) => line.startsWith('rus-vnm-vehicle-assembly'))).toContain(
      ',2016-03-21,stalled,ended,2021-11-04,,not begun,Newly begun,',
    )
    await press(page, 'Compare no dates')
    await says(page, 'All relation types, with Vietnam: 34 of 380 initiatives')
    expect(page.url()).not.toContain('since')
  })
})

describe('the ledger', () => {
  it('opens the initiatives behind each number, and sorts', async () => {
    const { page } = await openDyad()
    await page.getByRole('tab', { name: 'Ledger' }).click()
    const table = page.getByRole('grid', { name: 'Ledger' })
    const row = table.getByRole('row').filter({ has: page.getByRole('button', { name: 'Vietnam', exact: true }) })
    await row.waitFor()
    expect(await row.getByRole('gridcell').allTextContents()).toEqual(
      expect.arrayContaining(['30', '18', '5', '2', '67 % of 30']),
    )
    await row.getByRole('button', { name: 'Vietnam, of it silent: 2' }).click()
    await heading(page, 'Russia and Vietnam: outputs, pending and silent')
    expect(await details(page).getByRole('listitem').count()).toBe(2)
    expect(page.url()).toContain('list=dyad:RUS-VNM,account:outputs,silent:yes')

    await table.getByRole('button', { name: 'Outputs: Failed' }).click()
    expect(await table.getByRole('columnheader', { name: 'Failed' }).getAttribute('aria-sort')).toBe('descending')
    await page.waitForURL(/sort=-failed/)
    // By the arrow keys, from the head of the column to the first number in it: China's eleven.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading(page, 'Russia and China: outputs, failed')
    expect(await details(page).getByRole('listitem').count()).toBe(11)
  })

  it('shows two dates, and obeys the years of silence', async () => {
    const { page } = await openDyad({ hash: 'view=ledger&columns=change&since=2015-12-31&partner=VNM' })
    await page.getByRole('button', { name: 'Vietnam, Realised now: 14' }).click()
    await heading(page, 'Russia and Vietnam: outputs, realised, begun by 31 December 2015')
    await page.locator('label.choice', { hasText: 'By outcome' }).click()
    await page.getByRole('button', { name: 'Vietnam, of it silent: 2' }).waitFor()
    await page.getByRole('button', { name: /A pending initiative is called silent after/ }).click()
    await page.getByRole('option', { name: '1 year', exact: true }).click()
    // Last heard of: the science centre in May 2025, quang-tri on 19 May 2025, ninh-thuan in January 2026.
    await page.getByRole('button', { name: 'Vietnam, of it silent: 4' }).waitFor()
    expect(page.url()).toContain('silent=1')
    await expectNoAxeViolations(page)
  })
})

describe('findings', () => {
  it('answer what came of what had begun, and go with their citations', async () => {
    const { page } = await openDyad({ hash: 'dyad=RUS-VNM&since=2015-12-31', clipboard: true })
    await details(page).getByRole('button', { name: 'Findings' }).click()
    await heading(page, 'Findings: Russia and Vietnam')
    await details(page)
      .getByText('Of the 25 outputs begun by 31 December 2015, 13 stood realised on that day and 14 do now.')
      .waitFor()
    await expectNoAxeViolations(page)
    await details(page).getByRole('button', { name: 'Copy with citations' }).click()
    await details(page).getByText('Copied').waitFor()
    const text = await clipboardText(page)
    expect(text).toContain('By 18 June 2026, 20 of 30 promised outputs had been realised at some time')
    expect(text).toContain('Long Phu 1 coal power plant (rus-vnm-long-phu-1)')
    expect(text).toMatch(/In|in: Dyad dataset/)
    expect(text).toMatch(/https?:\/\//)
    await details(page).getByRole('link', { name: '14', exact: true }).click()
    await heading(page, 'Russia and Vietnam: outputs, realised, begun by 31 December 2015')
    expect(await details(page).getByRole('listitem').count()).toBe(14)
  })
})
