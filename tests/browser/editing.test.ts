import { readFileSync, readdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readDataFolder } from '../../src/formats/dataFolder.ts'
import { downloadFrom, expectNoAxeViolations, graphPainted, inBothSchemes, openDyad } from './harness.ts'

const PIPE = 'initiative=rus-chn-power-of-siberia'

const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const dialogOf = (page: Page) => page.getByRole('dialog')
const title = (page: Page) => details(page).getByRole('heading', { level: 2 })
const sentence = (page: Page) => page.locator('.sentence')

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const search = page.getByRole('dialog', { name: 'Search' })
  await search.getByRole('searchbox').fill(name)
  await search.getByRole('option', { name }).first().click()
}

async function openForm(page: Page): Promise<Locator> {
  await details(page).getByRole('button', { name: 'Edit this initiative' }).click()
  const dialog = dialogOf(page)
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Title' }).isVisible()).toBe(true)
  return dialog
}

async function save(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function isAboutCopy(page: Page): Promise<void> {
  await page.waitForFunction(() => location.hash.startsWith('#data='))
}

describe('editing', () => {
  it('tells a fault at its field, saves in a copy of one’s own, takes back and makes again, and is still there later', async () => {
    const { page } = await openDyad({ hash: `${PIPE}&type=energy` })
    await graphPainted(page)
    const dialog = await openForm(page)
    expect(await dialog.getByText(/This makes a copy of your own/).isVisible()).toBe(true)

    // A date that does not exist.
    const date = dialog.getByRole('textbox', { name: 'Date' }).nth(1)
    await date.fill('2015-02-30')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => date.getAttribute('aria-invalid')).toBe('true')
    const told = /"2015-02-30" is no date that exists: write a date of the calendar, or 2015-02/
    const described = (await date.getAttribute('aria-describedby'))!.split(' ')
    const words = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).textContent()))
    expect(words.join(' ')).toMatch(told)
    expect(await date.evaluate((own) => own === document.activeElement)).toBe(true)
    await inBothSchemes(page, () => expectNoAxeViolations(page, '.dialog', 'the form with a fault'))

    // Nothing is lost on Escape.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await openForm(page)
    expect(await date.inputValue()).toBe('2015-02-30')

    await date.fill('2019-12-02')
    await dialog.getByRole('textbox', { name: 'Title' }).first().fill('The pipe to China')
    await dialog.getByRole('button', { name: /^energy|Energy/ }).click()
    await page.getByRole('option', { name: 'Economy' }).click()
    await dialog.getByRole('button', { name: /Subtype/ }).click()
    await page.getByRole('option', { name: 'Investment' }).click()
    const before = await sentence(page).textContent()
    await save(dialog)
    await isAboutCopy(page)
    // Details, count and what was chosen.
    await expect.poll(() => title(page).textContent()).toBe('The pipe to China')
    expect(before).toMatch(/Energy: 74 of 380/)
    await expect.poll(() => sentence(page).textContent()).toMatch(/Energy: 73 of 380/)
    expect(page.url()).toMatch(/initiative=rus-chn-power-of-siberia/)

    await command(page, 'Undo the last edit')
    await expect.poll(() => title(page).textContent()).toBe('Power of Siberia gas pipeline')
    await expect.poll(() => sentence(page).textContent()).toMatch(/Energy: 74 of 380/)
    await command(page, 'Redo the last edit')
    await expect.poll(() => title(page).textContent()).toBe('The pipe to China')

    await page.reload()
    await graphPainted(page)
    await expect.poll(() => title(page).textContent()).toBe('The pipe to China')
    await expect.poll(() => sentence(page).textContent()).toMatch(/Energy: 73 of 380/)
  })

  it('adds a milestone with a source that is not there yet, and hands both to the keeper of the data', async () => {
    const { page } = await openDyad({ hash: PIPE, colorScheme: 'dark' })
    await graphPainted(page)
    const dialog = await openForm(page)
    await dialog.getByRole('button', { name: 'Add a milestone' }).click()
    // The new row has the focus.
    await page.keyboard.type('2025-12-02')
    const row = dialog
      .getByRole('region', { name: 'Milestones' })
      .getByRole('listitem')
      .filter({ hasText: 'Milestone 4' })
    await row.getByRole('button', { name: /Stage/ }).click()
    await page.getByRole('option', { name: 'delivering' }).click()
    await row.getByRole('textbox', { name: 'What happened' }).fill('Six years of flows.')
    await row.getByRole('combobox', { name: 'Sources' }).fill('3')
    await page.getByRole('option', { name: /^3 · / }).click()
    await row.getByRole('button', { name: 'Add a source' }).click()
    const source = row.getByRole('group', { name: 'A new source' })
    await source.getByRole('textbox', { name: 'Title' }).fill('Six years of Power of Siberia')
    await source.getByRole('textbox', { name: 'Publisher' }).fill('TASS')
    await source.getByRole('textbox', { name: 'Date' }).fill('2025-12-02')
    await source.getByRole('textbox', { name: 'Address' }).fill('https://example.org/six-years')
    await source.getByRole('button', { name: /Kind/ }).click()
    await page.getByRole('option', { name: 'news' }).click()

    // What is being written is not lost by saving too early.
    await dialog.getByRole('button', { name: 'Save' }).click()
    expect(await row.getByText('A new source is not added yet: add it, or leave it.').isVisible()).toBe(true)
    await source.getByRole('button', { name: 'Add this source' }).click()
    await save(dialog)
    await isAboutCopy(page)
    await expect.poll(() => details(page).getByText('Six years of flows.').isVisible()).toBe(true)
    expect(
      await details(page).getByRole('button', { name: 'Edit the source “Six years of Power of Siberia”' }).count(),
    ).toBe(1)

    await command(page, 'Show the changes')
    const changes = page.getByRole('region', { name: 'Changes' })
    const words =
      /Added the source “Six years of Power of Siberia”. Added a milestone 2025-12-02 delivering to “Power of/
    await expect.poll(() => changes.getByText(words).isVisible()).toBe(true)
    await expectNoAxeViolations(page, '.dialog', 'the changes in the dark')
    const yaml = await downloadFrom(page, () => changes.getByRole('button', { name: 'Export as data/ YAML' }).click())
    expect(faultsWith(yaml.bytes.toString('utf8'))).toEqual([])
    const patch = await downloadFrom(page, () => changes.getByRole('button', { name: 'Export as a patch' }).click())

    // The patch, in a fresh copy of Dyad's own.
    await page.getByRole('button', { name: 'Open Dyad’s own' }).click()
    await expect.poll(() => details(page).getByText('Six years of flows.').count()).toBe(0)
    await command(page, 'Show the changes')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      changes.getByRole('button', { name: 'Apply a patch' }).click(),
    ])
    await chooser.setFiles({ name: 'patch.json', mimeType: 'application/json', buffer: patch.bytes })
    await expect.poll(() => changes.getByText('2 changes are made, as one edit.').isVisible()).toBe(true)
  })

  it('says what still uses an actor that is to be removed, and tells what another tab changed', async () => {
    const { page, context } = await openDyad({ hash: 'initiative=rus-chn-power-of-siberia-2' })
    await graphPainted(page)
    const first = await openForm(page)
    await first.getByRole('textbox', { name: 'Title' }).first().fill('Once')
    await save(first)
    await isAboutCopy(page)
    await expect.poll(() => title(page).textContent()).toBe('Once')

    const other = await context.newPage()
    await other.goto(page.url())
    await graphPainted(other)
    const theirs = await openForm(other)
    await theirs.getByRole('textbox', { name: 'Title' }).first().fill('Theirs')
    await save(theirs)
    await expect.poll(() => title(other).textContent()).toBe('Theirs')
    await other.close()

    const mine = await openForm(page)
    await mine.getByRole('textbox', { name: 'Title' }).first().fill('Mine')
    await mine.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => mine.getByRole('alert').textContent()).toMatch(/changed in another tab/)
    await mine.getByRole('button', { name: 'Show it as it is now' }).click()
    await mine.getByRole('alert').waitFor({ state: 'detached' })
    expect(await mine.getByRole('textbox', { name: 'Title' }).first().inputValue()).toBe('Mine')
    await mine.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => mine.getByRole('alert').textContent()).toMatch(/changed elsewhere \(title\)/)
    await save(mine)
    await expect.poll(() => title(page).textContent()).toBe('Mine')

    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog', { name: 'Search' })
    await search.getByRole('searchbox').fill('Vietnam')
    await search.getByRole('group', { name: 'Actors' }).getByRole('option', { name: 'Vietnam' }).click()
    await expect.poll(() => title(page).textContent()).toBe('Vietnam')
    await page.keyboard.press('e')
    const actor = dialogOf(page)
    await actor.getByRole('button', { name: 'Remove this actor' }).click()
    await expect
      .poll(() => actor.getByText(/It cannot be removed, because it is still named by “/).isVisible())
      .toBe(true)
  })

  it('fits a phone', async () => {
    const { page } = await openDyad({ hash: PIPE, viewport: { width: 390, height: 844 } })
    await graphPainted(page)
    await page.getByRole('button', { name: 'Details' }).click()
    const dialog = await openForm(page)
    await dialog.getByRole('button', { name: 'Add a source' }).first().click()
    const wide = () =>
      page.evaluate(() => {
        const modal = document.querySelector('.modal')!
        return modal.scrollWidth - modal.clientWidth
      })
    expect(await wide()).toBe(0)
    await expectNoAxeViolations(page, '.dialog', 'the form on a phone')
  })
})

/** The faults of the data folder with the entries of an exported file put in their places. */
function faultsWith(text: string): unknown[] {
  const files = new Map(
    ['', 'initiatives/', 'sources/', 'series/'].flatMap((folder) =>
      readdirSync(`data/${folder}`)
        .filter((name) => /\.(yaml|csv)$/.test(name))
        .map((name) => [folder + name, readFileSync(`data/${folder}${name}`, 'utf8')] as const),
    ),
  )
  const blocksOf = (own: string) => own.split(/\n(?=- id: )/).map((block) => `${block.trimEnd()}\n`)
  for (const [, path, entries] of text.matchAll(/^--- # data\/(.*)\n([^]*?)(?=^---|(?![^]))/gm)) {
    const blocks = blocksOf(files.get(path!)!)
    for (const block of blocksOf(entries!)) {
      const at = blocks.findIndex((own) => own.startsWith(`${block.split('\n')[0]}\n`))
      blocks.splice(at < 0 ? blocks.length : at, at < 0 ? 0 : 1, block)
    }
    files.set(path!, blocks.join('\n'))
  }
  return readDataFolder(files).faults
}
