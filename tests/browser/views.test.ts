import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { browserKind, downloadFrom, expectNoAxeViolations, openDyad } from './harness.ts'

const says = async (page: Page, words: string) => {
  await page.getByRole('region', { name: 'Legend' }).waitFor()
  await page.waitForFunction((own) => document.querySelector('.sentence')?.textContent === own, words)
}
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Saved views' })
const openViews = async (page: Page) => {
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  return dialogOf(page)
}
const namesOf = (page: Page) =>
  dialogOf(page).getByRole('region', { name: 'Yours' }).locator('.view-name').allTextContents()
/** The name of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

describe('saved views', () => {
  it('are saved by key, restored, renamed, moved, deleted and brought back, and are there at the next visit', async () => {
    const { page } = await openDyad({ hash: 'type=energy' })
    await says(page, 'Energy: 74 of 380 initiatives')
    await page.keyboard.press('s')
    const dialog = dialogOf(page)
    await dialog.waitFor()
    // The name says what is chosen, and has the focus: Enter keeps it.
    await page.keyboard.press('Enter')
    await dialog.getByText('Saved “Network: energy”.').waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('A second one')
    await page.keyboard.press('Enter')
    expect(await namesOf(page)).toEqual(['Network: energy', 'A second one'])
    await expectNoAxeViolations(page)

    await dialog.getByRole('button', { name: 'Move “A second one” up' }).click()
    expect(await namesOf(page)).toEqual(['A second one', 'Network: energy'])
    // At the top there is only the way down.
    await expect.poll(() => focused(page)).toBe('Move “A second one” down')
    await dialog.getByRole('button', { name: 'Rename “A second one”' }).click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Gas <b>and</b> oil')
    await page.keyboard.press('Enter')
    expect(await namesOf(page)).toEqual(['Gas <b>and</b> oil', 'Network: energy'])
    await dialog.getByRole('button', { name: 'Delete “Gas <b>and</b> oil”' }).click()
    expect(await namesOf(page)).toEqual(['Network: energy'])
    await dialog.getByRole('button', { name: 'Undo' }).click()
    expect(await namesOf(page)).toEqual(['Gas <b>and</b> oil', 'Network: energy'])
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Clear all' }).click()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await page.reload()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await openViews(page)
    await dialog.getByRole('button', { name: 'Restore “Network: energy”' }).click()
    await says(page, 'Energy: 74 of 380 initiatives')
    await page.keyboard.press('Control+z')
    await says(page, 'All relation types: 380 of 380 initiatives')
  })

  it('leave as a file and come back from it, and another file says what it is', async () => {
    const { page } = await openDyad({ hash: 'type=arms' })
    await says(page, 'Arms: 81 of 380 initiatives')
    const dialog = await openViews(page)
    await dialog.getByRole('button', { name: 'Save the present view' }).click()
    const { name, bytes } = await downloadFrom(page, () =>
      dialog.getByRole('button', { name: 'Export your views' }).click(),
    )
    expect(name).toBe('dyad-views.json')
    expect(JSON.parse(bytes.toString())).toMatchObject({
      format: 'dyad-views/1',
      views: [{ name: 'Network: arms', hash: 'type=arms' }],
    })
    const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        dialog.getByRole('button', { name: 'Import views' }).click(),
      ])
      await chooser.setFiles(file)
    }
    await choose({ name: 'ties.csv', mimeType: 'application/json', buffer: Buffer.from('a,b\n1,2\n') })
    await dialog.getByText('it seems to be a table (CSV)').waitFor()
    if (browserKind === 'firefox') {
      // The picker of a stock Firefox stays open under the driver, and no second one comes from the same field.
      await page.keyboard.press('Escape')
      await openViews(page)
    }
    await choose({ name, mimeType: 'application/json', buffer: bytes })
    await dialog.getByText('Added 1 view from “dyad-views.json”.').waitFor()
    expect(await namesOf(page)).toEqual(['Network: arms', 'Network: arms'])
  })
})

describe('the briefing', () => {
  it('walks through the views by keys, and puts back what was there before', async () => {
    const { page } = await openDyad({ hash: 'partner=CHN' })
    await says(page, 'All relation types, with China: 83 of 380 initiatives')
    await page.keyboard.press('b')
    const briefing = page.getByRole('region', { name: 'Briefing' })
    const isAt = (slide: string) => briefing.getByText(new RegExp(`^${slide} of 6`)).waitFor()
    await isAt('1')
    expect(await briefing.getByRole('heading', { level: 1 }).textContent()).toBe('Everything promised by December 2015')
    expect(await page.getByRole('region', { name: 'Filters' }).isVisible()).toBe(false)
    await expectNoAxeViolations(page)
    await page.keyboard.press('ArrowRight')
    await isAt('2')
    await page.keyboard.press('End')
    await isAt('6')
    // A number still opens its initiatives; from within the table the pages turn the slides all the same.
    await page
      .getByRole('grid', { name: 'Ledger' })
      .getByRole('button', { name: /^China, / })
      .first()
      .click()
    await page.getByRole('region', { name: 'Details' }).waitFor()
    await page.keyboard.press('PageUp')
    await isAt('5')
    expect(await page.getByRole('region', { name: 'Details' }).isVisible()).toBe(false)
    await briefing.getByRole('button', { name: 'Previous' }).click()
    await isAt('4')
    await briefing.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('Escape')
    await briefing.waitFor({ state: 'detached' })
    await says(page, 'All relation types, with China: 83 of 380 initiatives')
    expect(new URL(page.url()).hash).toBe('#partner=CHN')
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    expect(await page.getByRole('region', { name: 'Filters' }).isVisible()).toBe(true)
  })
})
