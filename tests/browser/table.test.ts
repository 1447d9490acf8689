import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { read, utils } from 'xlsx'
import { clipboardText, downloadFrom, expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'

// Malaysia's five, by the day they begin: MiG-29N fighters (1994), Su-30MKM fighters (19 May 2003), a cosmonaut's flight
// (5 August 2003), MC-21 airliners (7 June 2010, USD 5 bn), the Eastern Economic Forum (2016).

const grid = (page: Page) => page.getByRole('grid', { name: /^Initiatives up to/ })
const titles = (page: Page) =>
  grid(page)
    .getByRole('rowheader')
    .allTextContents()
    .then((all) => all.map((title) => title.split(' ').slice(0, 2).join(' ')))
/** What the keyboard is at. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())

describe('the Table', () => {
  it('is reached and used by keyboard alone', async () => {
    const { page } = await openDyad({ hash: 'partner=MYS' })
    await graphPainted(page)
    await page.getByRole('tab', { name: 'Network' }).focus()
    while ((await focused(page)) !== 'Table') await page.keyboard.press('ArrowRight')
    await grid(page).waitFor()
    while ((await focused(page)) !== 'MiG-29N fighters for Malaysia') await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const heading = page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })
    await heading.filter({ hasText: 'Su-30MKM' }).waitFor()
    expect(await focused(page)).toBe('Eighteen Su-30MKM fighters for Malaysia')
    expect(await page.locator('[role=row][aria-current=true]').textContent()).toContain('Eighteen Su-30MKM')
    // The last cell, and from it up to the head of its column.
    await page.keyboard.press('Control+End')
    expect(await focused(page)).toBe('Medium')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    // Asian leaders, Eighteen, Fifty, Malaysian, MiG.
    await page.locator('[aria-sort=ascending]', { hasText: 'Title' }).waitFor()
    expect(await titles(page)).toEqual([
      'Asian leaders',
      'Eighteen Su-30MKM',
      'Fifty MC-21',
      'Malaysian cosmonaut',
      'MiG-29N fighters',
    ])
    // The edge of the column comes after its name.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Home')
    const edge = page.getByRole('separator', { name: 'Width of Title' })
    await page.waitForURL(/sizes=title:56/)
    expect(await edge.getAttribute('aria-valuenow')).toBe('56')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => Number(/sizes=title:(\d+)/.exec(location.hash)?.[1]) > 200)
    await expectNoAxeViolations(page)
  })

  it('finds words in what it shows, and shows the columns that are chosen', async () => {
    const { page } = await openDyad({ hash: 'view=table&partner=MYS' })
    const find = page.getByRole('searchbox', { name: 'Find in the table' })
    await find.fill('fighters')
    await page.getByText('2 of 5').waitFor()
    expect(await page.locator('mark').allTextContents()).toEqual(['fighters', 'fighters'])
    expect(page.url()).toContain('find=fighters')
    await find.fill('submarines')
    await page.getByText('None of the 5 rows has “submarines”').waitFor()
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await grid(page).waitFor()

    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('dialog', { name: 'Columns' }).locator('label', { hasText: 'Milestones' }).click()
    await page.getByRole('button', { name: 'Move Partners left' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/show=partners,title,type,outcome,begun,stage,figure,subtype,milestones,sources,confidence/)
    // The button that was pressed keeps the keyboard, wherever it was moved to.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move Partners left')
    await expectNoAxeViolations(page, '[role=dialog]')
    await page.getByRole('button', { name: 'Usual columns' }).click()
    await page.waitForFunction(() => !location.hash.includes('show='))
  })

  it('copies the selected rows as spreadsheets take them', async () => {
    const { page } = await openDyad({ hash: 'view=table&partner=MYS&by=-figure', clipboard: true })
    await grid(page).waitFor()
    // By dollars: the airliners, then the fighters of 2003.
    await page.getByRole('checkbox', { name: 'Select Fifty MC-21 airliners for Crecom Burj' }).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2 selected').waitFor()
    await page.keyboard.press('Control+c')
    const rows = [
      [
        'Title',
        'Partners',
        'Type',
        'Outcome',
        'Begun',
        'Stage',
        'Stage: date',
        'Key figure',
        'Key figure: unit',
        'Key figure: of what',
        'Subtype',
        'Sources',
        'Confidence',
      ],
      [
        'Fifty MC-21 airliners for Crecom Burj',
        'Malaysia',
        'Economy',
        'Failed',
        '2010-06-07',
        'Stalled',
        '2012-07',
        '5',
        'USD bn',
        'estimated value',
        'Transport',
        '3',
        'Medium',
      ],
      [
        'Eighteen Su-30MKM fighters for Malaysia',
        'Malaysia',
        'Arms',
        'Realised',
        '2003-05-19',
        'Completed',
        '2009',
        '900',
        'USD m',
        'contract value',
        'Arms transfer',
        '6',
        'High',
      ],
    ]
    expect(Papa.parse(await clipboardText(page), { delimiter: '\t' }).data).toEqual(rows)
    // The button gives the same, and HTML with it; without a selection it gives all rows.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByText('5 rows copied').waitFor()
    expect(Papa.parse(await clipboardText(page), { delimiter: '\t' }).data).toHaveLength(6)
    const html = await clipboardText(page, 'text/html')
    expect(html.match(/<tr>/g)).toHaveLength(6)
    // A text that is marked on the page is copied itself.
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.sentence')!))
    await page.keyboard.press('Control+c')
    expect(await clipboardText(page)).toContain('with Malaysia: 5 of 380 initiatives')
  })

  it('saves what it shows, and other programs read it', async () => {
    // In 2005 three of the five had begun; the outcome comes first, then the title, and what was begun last is on top.
    const { page } = await openDyad({
      hash: 'view=table&partner=MYS&asof=2005-12-31&show=outcome,title,begun&by=-begun',
    })
    await grid(page).waitFor()
    const workbook = await downloadFrom(page, () => page.getByRole('button', { name: 'XLSX' }).click())
    expect(workbook.name).toBe('dyad-table-2005-12-31.xlsx')
    const book = read(workbook.bytes, { cellDates: true })
    const rows = utils.sheet_to_json(book.Sheets.Table!, { header: 1, raw: false })
    expect(rows).toEqual([
      ['Outcome', 'Title', 'Begun'],
      ['Pending', 'Malaysian cosmonaut flight as an arms offset', '2003-08-05'],
      ['Pending', 'Eighteen Su-30MKM fighters for Malaysia', '2003-05-19'],
      ['Realised', 'MiG-29N fighters for Malaysia', '1994-06'],
    ])
    expect(['C2', 'C4'].map((cell) => book.Sheets.Table![cell].t)).toEqual(['d', 's'])
    const about = Object.fromEntries(
      utils.sheet_to_json<[string, string]>(book.Sheets.About!, { header: 1, raw: false }),
    )
    expect(about).toMatchObject({ Rows: '3', 'As-of date': '2005-12-31' })
    expect(about.Shown).toMatch(/with Malaysia, as of 31 December 2005: 3 of \d+ initiatives$/)

    await page.getByRole('checkbox', { name: 'Select MiG-29N fighters for Malaysia' }).click()
    const csv = await downloadFrom(page, () => page.getByRole('button', { name: 'CSV (1 row)' }).click())
    expect(Papa.parse(csv.bytes.toString().replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data).toEqual([
      ['Outcome', 'Title', 'Begun'],
      ['Realised', 'MiG-29N fighters for Malaysia', '1994-06'],
    ])
  })
})
