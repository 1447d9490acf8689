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

/** The mouse is never touched here: what has the focus is asked for, and keys are pressed. */

const told = (page: Page) =>
  page.evaluate(() => {
    const own = document.activeElement as HTMLElement
    const label = own
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' ')
    return (
      own.getAttribute('aria-label') ??
      label ??
      own.closest('label')?.textContent ??
      own.textContent ??
      ''
    ).trim()
  })

/** Goes on with Tab, or back with Shift and Tab, until something has the focus; no more than so many stops on. */
async function tabTo(page: Page, wanted: RegExp, { most = 60, key = 'Tab' } = {}): Promise<void> {
  const passed: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key)
    const here = await told(page)
    if (wanted.test(here)) return
    passed.push(here.slice(0, 40))
  }
  throw new Error(`${most} stops, and none is ${wanted}:\n  ${passed.join('\n  ')}`)
}

async function openReady(options: OpenOptions = {}): Promise<Page> {
  const { page } = await openDyad({ viewport: { width: 1440, height: 900 }, ...options })
  await graphPainted(page)
  await page.locator('.walk-stop').waitFor({ state: 'attached' })
  return page
}

const details = (page: Page) => page.getByRole('region', { name: 'Details' })

describe('by keyboard alone', () => {
  it('one explores: from the top of the page into the graph, along a tie, and down to its source', async () => {
    const page = await openReady({ hash: 'partner=MYS' })
    await tabTo(page, /^Skip to the view$/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Russia: \d+ initiatives/, { most: 16 })
    for (let i = 0; i < 12 && !(await told(page)).startsWith('Malaysia'); i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Russia and Malaysia')
    await tabTo(page, /^MiG-29N fighters for Malaysia/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'MiG-29N fighters for Malaysia')
    await details(page).locator('a[href^="http"]').first().waitFor()
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('.details a[href^="http"]'))) break
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^https?:/)
    // And from there back the way one came: to the dyad, and into the graph.
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Russia and Malaysia')
    await page.keyboard.press('Escape')
    await expect.poll(() => told(page)).toMatch(/^Malaysia: /)
  })

  it('one filters, and steps the as-of date', async () => {
    const page = await openReady()
    await tabTo(page, /^Settings$/)
    await tabTo(page, /^Only Energy$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/type=energy/)
    expect(await told(page)).toMatch(/Energy/)
    await page.getByRole('button', { name: 'Fit everything in sight' }).focus()
    await tabTo(page, /^Back one year$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/asof=2025/)
    await tabTo(page, /^Compare dates/)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.matches('input[type=range]'))).toBe(true)
    await page.keyboard.press('Home')
    await page.waitForURL(/asof=19/)
    await page.keyboard.press('End')
    await page.waitForURL((url) => !url.hash.includes('asof'))
  })

  it('one searches, saves a picture and the data, and a view', async () => {
    const page = await openReady()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox').waitFor()
    await page.keyboard.type('MiG-29N Malaysia')
    await page
      .getByRole('option', { name: /MiG-29N fighters for Malaysia/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/initiative=rus-mys-mig29n/)
    await page.waitForFunction(() => !document.querySelector('[role=dialog]'))
    // One reads on where the initiative is told, and goes back from there.
    await page.waitForFunction(() => document.activeElement?.matches('.details-heading'))

    await page.getByRole('button', { name: 'Export', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Save PNG' }).waitFor()
    await tabTo(page, /^Save PNG$/, { most: 80 })
    const picture = await downloadFrom(page, () => page.keyboard.press('Enter'))
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
    await page.getByRole('tab', { name: 'Picture' }).focus()
    await page.keyboard.press('End')
    expect(await told(page)).toBe('Data')
    await tabTo(page, /^Save/, { most: 30 })
    const data = await downloadFrom(page, () => page.keyboard.press('Enter'))
    expect(data.bytes.length).toBeGreaterThan(1000)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !document.querySelector('[role=dialog]'))
    await expect.poll(() => told(page)).toBe('Export')

    await page.getByRole('button', { name: 'Views', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^Save/, { most: 12 })
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('dialog').getByRole('listitem').count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'a saved view'))
  })

  it('one opens a table of one’s own, edits a record of it, and is never without the focus', async () => {
    const page = await openReady()
    const hasFocus = async () =>
      expect(
        await page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null),
      ).toBe(true)
    await page.getByRole('button', { name: 'Data', exact: true }).focus()
    await page.keyboard.press('Enter')
    const data = page.getByRole('dialog', { name: 'Data' })
    await data.waitFor()
    await data.getByRole('textbox', { name: /paste/ }).focus()
    await page.keyboard.insertText('from,to,date,title\nRussia,India,2019-05-01,A made-up pact')
    await tabTo(page, /^Read what was pasted$/, { most: 4 })
    await page.keyboard.press('Enter')
    await data.getByRole('button', { name: /^Open/ }).waitFor()
    await hasFocus()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'a table as it will be read'))
    await tabTo(page, /^Open/, { most: 60 })
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.endsWith(': 1 of 1 initiative'))
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox').waitFor()
    await page.keyboard.type('made-up')
    await page
      .getByRole('option', { name: /A made-up pact/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { level: 2, name: 'A made-up pact' }).waitFor()
    await details(page).getByRole('button', { name: 'Edit this initiative' }).focus()
    await page.keyboard.press('Enter')
    const title = page.getByRole('dialog').getByRole('textbox', { name: 'Title' })
    await title.waitFor()
    await title.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('A pact that was made up')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).focus()
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { level: 2, name: 'A pact that was made up' }).waitFor()
    await page.waitForTimeout(500)
    await hasFocus()
  })
})
