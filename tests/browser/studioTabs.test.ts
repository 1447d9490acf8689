import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import {
  clipboardText,
  downloadFrom,
  expectNoAxeViolations,
  graphPainted,
  inBothSchemes,
  inEmptyPage,
  openDyad,
  requestsOf,
  type OpenOptions,
  type SavedFile,
} from './harness.ts'

const folder = mkdtemp(join(tmpdir(), 'dyad-studio-'))
afterAll(async () => rm(await folder, { recursive: true }))

async function openTab(tab: string, options: OpenOptions = {}): Promise<{ page: Page; dialog: Locator }> {
  // Four initiatives with the Philippines: three of arms, one of energy.
  const { page } = await openDyad({ hash: 'partner=PHL', ...options })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('tab', { name: tab, exact: true }).click()
  return { page, dialog }
}

/** Opens a saved page from disk, where nothing may be asked for but itself. */
async function openSaved(from: Page, { name, bytes }: SavedFile): Promise<Page> {
  const file = join(await folder, name)
  await writeFile(file, bytes)
  const address = pathToFileURL(file).href
  const page = await from.context().newPage()
  const asked = requestsOf(page, address)
  await page.goto(address)
  await page.waitForLoadState('load')
  expect(asked).toEqual([])
  return page
}

describe('the tabs of the studio', () => {
  it('can be read and used by everyone, in a window and on a telephone', async () => {
    const { page, dialog } = await openTab('Film')
    for (const tab of ['Film', 'Report', 'Interactive copy', 'Embed']) {
      await dialog.getByRole('tab', { name: tab, exact: true }).click()
      const panel = dialog.getByRole('tabpanel', { name: tab })
      await panel
        .getByRole('button', { name: /^(?:Save|Copy)/ })
        .first()
        .waitFor()
      await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', tab))
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await panel.evaluate((own) => own.scrollWidth - own.clientWidth), `${tab} at ${width}`).toBe(0)
      }
    }
  })

  it('say where nothing is selected, and save of the data what there is', async () => {
    const { page, dialog } = await openTab('Picture', { hash: 'text=qqqzzz' })
    for (const tab of ['Picture', 'Film', 'Report', 'Interactive copy', 'Data']) {
      await dialog.getByRole('tab', { name: tab, exact: true }).click()
      await dialog.getByRole('tabpanel', { name: tab }).getByText('Nothing is selected').waitFor()
      await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', tab))
    }
    const save = dialog.getByRole('button', { name: 'Save the data' })
    expect(await save.isDisabled()).toBe(true)
    // What cannot be pressed does not have the look of the button that comes first.
    const [ground, surface] = await save.evaluate((own) => [
      getComputedStyle(own).backgroundColor,
      getComputedStyle(own.closest('.modal')!).backgroundColor,
    ])
    expect(ground).toBe(surface)
    await dialog.getByText('Everything', { exact: true }).click()
    await dialog.getByText(/^380 initiatives/).waitFor()
    expect(await save.isDisabled()).toBe(false)
  })

  it('go by what was chosen for the picture', async () => {
    const { page, dialog } = await openTab('Picture')
    await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('Manila & Moscow')
    await dialog.getByRole('button', { name: /Background/ }).click()
    await page.getByRole('option', { name: 'Dark', exact: true }).click()
    await dialog.getByRole('tab', { name: 'Film' }).click()
    const frame = dialog.getByRole('img', { name: 'A frame of the film: Manila & Moscow, 18 June 2026' })
    await frame.waitFor()
    const drawn = await frame.evaluate(async (own) => (await fetch((own as HTMLImageElement).src)).text())
    const read = (text: string) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        title: documentElement.querySelector('title')!.textContent,
        size: documentElement.getAttribute('viewBox'),
        ground: documentElement.querySelector('#background')!.getAttribute('fill'),
      }
    }
    const shown = await inEmptyPage(page, read, drawn)
    // The dark ground of src/scene/palette.ts, on the sheet of the film and not on that of the picture.
    expect(shown).toEqual({ title: 'Manila & Moscow', size: '0 0 1280 720', ground: '#16181c' })
    await dialog.getByRole('tab', { name: 'Report' }).click()
    const report = dialog.frameLocator('iframe[title="Preview of the report"]')
    await report.getByRole('heading', { level: 1, name: 'Manila & Moscow' }).waitFor()
    await dialog.getByRole('tab', { name: 'Picture' }).click()
    expect(await dialog.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Manila & Moscow')
  })
})

it('a report has the same sources as a page, as a PDF and for reference managers', async () => {
  const { page, dialog } = await openTab('Report')
  const save = () => downloadFrom(page, () => dialog.getByRole('button', { name: 'Save the report' }).click())
  const html = await save()
  expect(html.name).toBe('dyad-report-2026-06-18.html')
  const own = await openSaved(page, html)
  await own.getByRole('heading', { level: 1, name: 'Russia and Philippines' }).waitFor()
  const listed = await own.locator('ol.sources > li').evaluateAll((items) =>
    items.map((item) => ({
      number: (item as HTMLLIElement).value,
      title: item.querySelector('a')!.textContent,
      url: item.querySelector('a')!.getAttribute('href')!,
    })),
  )
  // Eleven publications that the four initiatives cite (tests/studio/cut.test.ts).
  expect(listed.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  // Every number in the text is of one of them, and each of them is cited.
  const cited = await own
    .locator('.cites a')
    .evaluateAll((links) => links.map((link) => `${link.textContent} ${link.getAttribute('href')}`))
  expect(new Set(cited)).toEqual(new Set(listed.map(({ number }) => `${number} #source-${number}`)))

  await dialog.getByRole('radiogroup', { name: 'Format' }).locator('label', { hasText: 'PDF' }).click()
  const pdf = await save()
  expect(pdf.name).toBe('dyad-report-2026-06-18.pdf')
  const text = await textOfPdf(pdf.bytes)
  for (const { number, title } of listed) expect(text).toContain(`${number} ${title}`)

  const citations = async (format: string) => {
    const button = dialog.getByRole('button', { name: format, exact: true })
    return (await downloadFrom(page, () => button.click())).bytes.toString()
  }
  const urls = listed.map(({ url }) => url)
  const urlsIn = (citation: string, pattern: RegExp) => [...citation.matchAll(pattern)].map(([, url]) => url)
  expect(urlsIn(await citations('BibTeX'), /^ {2}url = \{(.*)\},$/gm)).toEqual(urls)
  expect(urlsIn(await citations('RIS'), /^UR {2}- (.*)\r$/gm)).toEqual(urls)
  const items = JSON.parse(await citations('CSL-JSON')) as { URL: string; title: string }[]
  expect(items.map(({ title, URL: url }) => ({ title, url }))).toEqual(listed.map(({ title, url }) => ({ title, url })))
})

it('an interactive copy is shown before it is saved, opens alone, and keeps what widths stand for', async () => {
  const { page, dialog } = await openTab('Interactive copy', { hash: 'partner=VNM&width=trade.turnover' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Hanoi and Moscow')
  const preview = dialog.frameLocator('iframe[title="Preview of the copy"]')
  await preview.getByRole('heading', { level: 1, name: 'Hanoi and Moscow' }).waitFor()
  // It is narrow, so what may be changed is a sheet that a button brings.
  const filters = preview.getByRole('button', { name: 'Filters', exact: true })
  await filters.waitFor()
  await dialog.locator('label', { hasText: 'Filters: what is selected' }).click()
  await filters.waitFor({ state: 'detached' })
  const copy = await downloadFrom(page, () => dialog.getByRole('button', { name: 'Save the copy' }).click())
  expect(copy.name).toBe('dyad-2026-06-18.html')
  await dialog.getByText(`Saved as ${copy.name}`).waitFor()
  const own = await openSaved(page, copy)
  await own.getByRole('heading', { level: 1, name: 'Hanoi and Moscow' }).waitFor()
  // The scale of all partners, though one alone is left: the largest figure of data/series/trade.csv is China's 244.8.
  const widths = own.getByRole('region', { name: 'Legend' }).locator('.legend-widths')
  await widths.getByText('USD bn, trade: turnover').waitFor()
  expect(await widths.locator('.legend-width').allTextContents()).toEqual(['20', '100', '200'])
  expect(await own.getByRole('region', { name: 'Filters' }).count()).toBe(0)
})

it('the lines of an embed are copied with its title, its height and what its readers may change', async () => {
  const { page, dialog } = await openTab('Embed', { clipboard: true })
  await dialog.getByRole('textbox', { name: 'Height in pixels' }).fill('480')
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Arms "and" energy')
  await dialog.getByRole('radiogroup', { name: 'Width of the preview' }).locator('label', { hasText: 'Phone' }).click()
  const frame = dialog.locator('iframe[title=\'Preview of the embed: Arms "and" energy\']')
  await frame.contentFrame().getByRole('link', { name: 'Open in Dyad' }).waitFor()
  expect(await frame.boundingBox()).toMatchObject({ width: 360, height: 480 })
  await dialog.getByRole('button', { name: 'Copy the HTML' }).click()
  await dialog.getByText('Copied').waitFor()
  expect(await clipboardText(page)).toMatch(
    /^<iframe src="[^"]*\?embed=asof,details#partner=PHL"\n {2}title="Arms &quot;and&quot; energy"\n {2}width="100%" height="480" style="border: 0" loading="lazy"><\/iframe>$/,
  )
})

/** All text of a PDF, its gaps and ends of lines as one space each. */
async function textOfPdf(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
  }
  await document.destroy()
  return pages.join(' ').replace(/\s+/g, ' ')
}
