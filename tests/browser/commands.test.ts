import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, openDyad } from './harness.ts'

const says = async (page: Page, words: string) => {
  await page.getByRole('region', { name: 'Legend' }).waitFor()
  await page.waitForFunction((own) => document.querySelector('.sentence')?.textContent === own, words)
}
const isShown = (page: Page, view: string) => page.getByRole('tab', { name: view, selected: true }).waitFor()

describe('the commands', () => {
  it('are found among actors and initiatives, and run', async () => {
    const { page } = await openDyad()
    await says(page, 'All relation types: 380 of 380 initiatives')
    const dialog = page.getByRole('dialog', { name: 'Search' })
    const search = async (words: string) => {
      await page.keyboard.press('Control+k')
      await dialog.getByRole('searchbox').fill(words)
    }
    // Before anything is typed there are the usual ones.
    await page.keyboard.press('Control+k')
    await dialog.getByRole('option', { name: 'Play the as-of date' }).waitFor()
    await expectNoAxeViolations(page)
    await dialog.getByRole('searchbox').fill('qqqzzz')
    await dialog.getByText('Nothing matches “qqqzzz”. Try a shorter word').waitFor()
    await dialog.getByRole('searchbox').fill('')
    await page.keyboard.press('Escape')

    await search('only arms')
    await dialog.getByRole('option', { name: 'Only arms' }).first().waitFor()
    await page.keyboard.press('Enter')
    // 81 of the 380 initiatives are of arms.
    await says(page, 'Arms: 81 of 380 initiatives')

    // A date is a command too: what was used last stands before the others.
    await search('2015-12')
    await dialog.getByRole('option', { name: 'Set the as-of date to 31 December 2015' }).click()
    await page.waitForURL(/asof=2015-12-31/)

    await search('map')
    await dialog.getByRole('option', { name: 'Show the Map' }).waitFor()
    await page.keyboard.press('Enter')
    await isShown(page, 'Map')

    // A command that opens another dialog.
    await search('settings')
    await dialog.getByRole('option', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
  })
})

describe('the shortcuts', () => {
  it('show views, step the date, are listed, and can be turned off', async () => {
    const { page } = await openDyad()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await page.keyboard.press('6')
    await isShown(page, 'Ledger')
    await page.keyboard.press('1')
    await isShown(page, 'Network')
    // The dataset ends on 18 June 2026.
    await page.keyboard.press('[')
    await page.waitForURL(/asof=2026-05-31/)
    // A field keeps its letters, and a grid or a tree its own.
    const text = page.getByRole('region', { name: 'Filters' }).getByRole('searchbox', { name: 'Text' })
    await text.pressSequentially('?3')
    expect(await text.inputValue()).toBe('?3')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await text.fill('')
    await text.blur()

    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.getByText('Show the Timeline').waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByText('Keyboard shortcuts of a single sign').click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('3')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search' }).waitFor()
    await page.keyboard.press('Escape')
    await isShown(page, 'Network')
  })
})
