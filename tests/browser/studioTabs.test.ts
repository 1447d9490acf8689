import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { browserKind, clipboardText, downloadFrom, expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'

const folder = mkdtemp(join(tmpdir(), 'dyad-studio-'))
afterAll(async () => rm(await folder, { recursive: true }))

async function onDisk(name: string, bytes: Buffer): Promise<string> {
  const file = join(await folder, name)
  await writeFile(file, bytes)
  return pathToFileURL(file).href
}

/** Four initiatives with the Philippines: three of arms, one of energy. */
const HASH = 'partner=PHL'

async function openTab(tab: string, options: Parameters<typeof openDyad>[0] = {}): Promise<Page> {
  const { page } = await openDyad({ hash: HASH, ...options })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: tab, exact: true }).click()
  return page
}

/** A page in which nothing may be asked for but itself. */
async function openAlone(page: Page, address: string): Promise<Page> {
  const own = await page.context().newPage()
  const asked: string[] = []
  own.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) asked.push(request.url().split('#')[0]!)
  })
  await own.goto(address)
  await own.waitForLoadState('networkidle')
  expect(new Set(asked)).toEqual(new Set([address]))
  return own
}

describe('the tabs of the studio', () => {
  it.each(['light', 'dark'] as const)('can be read and used by everyone, %s', async (colorScheme) => {
    const page = await openTab('Film', { colorScheme })
    const width = async () => {
      const panel = page.getByRole('tabpanel')
      return panel.evaluate((own) => own.scrollWidth - own.clientWidth)
    }
    for (const tab of ['Film', 'Report', 'Interactive copy', 'Embed']) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page
        .getByRole('tabpanel', { name: tab })
        .getByRole('button', { name: /^(?:Save|Copy)/ })
        .first()
        .waitFor()
      await expectNoAxeViolations(page, '[role=dialog]')
      for (const size of [
        { width: 390, height: 844 },
        { width: 1280, height: 800 },
      ]) {
        await page.setViewportSize(size)
        expect(await width(), `${tab} at ${size.width}`).toBe(0)
      }
    }
  })

  it('hand on to a film and a report what was chosen for the picture', async () => {
    const page = await openTab('Picture')
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('Manila & Moscow')
    await dialog.getByRole('button', { name: /^Background/ }).click()
    await page.getByRole('option', { name: 'Dark' }).click()
    await dialog.getByRole('tab', { name: 'Film' }).click()
    await dialog.getByText('Looks as chosen under Picture.').waitFor()
    const frame = dialog.getByRole('img', { name: 'A frame of the film: Manila & Moscow, 18 June 2026' })
    await frame.waitFor()
    const svg = await frame.evaluate(async (own) => (await fetch((own as HTMLImageElement).src)).text())
    expect(svg).toContain('Manila &amp; Moscow')
    // The dark ground (src/scene/palette.ts), on the sheet of the film and not of the picture.
    expect(svg).toMatch(/^<svg[^>]* viewBox="0 0 1280 720"/)
    expect(svg).toContain('#15171b')
    await dialog.getByRole('tab', { name: 'Report' }).click()
    const report = dialog.frameLocator('iframe[title="Preview of the report"]')
    await report.getByRole('heading', { level: 1, name: 'Manila & Moscow' }).waitFor()
    await dialog.getByRole('tab', { name: 'Picture' }).click()
    expect(await dialog.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Manila & Moscow')
  })
})

describe('a report, as it is saved from the studio', () => {
  it('opens alone with its numbers and sources; the PDF has the same, and the citations are of the same sources', async () => {
    const page = await openTab('Report')
    const save = page.getByRole('button', { name: 'Save the report' })
    const html = await downloadFrom(page, () => save.click())
    expect(html.name).toBe('dyad-report-2026-06-18.html')
    const own = await openAlone(page, await onDisk(html.name, html.bytes))
    await own.getByRole('heading', { level: 1, name: 'Russia and Philippines' }).waitFor()
    await expectNoAxeViolations(own)
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
      .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')]))
    for (const [number, href] of cited) expect(href).toBe(`#source-${number}`)
    expect(new Set(cited.map(([number]) => Number(number)))).toEqual(new Set(listed.map(({ number }) => number)))

    await page.getByRole('radiogroup', { name: 'Format' }).locator('label', { hasText: 'PDF' }).click()
    const pdf = await downloadFrom(page, () => save.click())
    expect(pdf.name).toBe('dyad-report-2026-06-18.pdf')
    const text = await textOfPdf(pdf.bytes)
    for (const { number, title } of listed) expect(text).toContain(`${number} ${title}`.replace(/\s+/g, ' '))

    const citations: Record<string, string> = {}
    for (const format of ['BibTeX', 'RIS', 'CSL-JSON']) {
      const { bytes } = await downloadFrom(page, () => page.getByRole('button', { name: format, exact: true }).click())
      citations[format] = bytes.toString('utf8')
    }
    const urls = listed.map(({ url }) => url)
    const lines = (format: string, pattern: RegExp) =>
      [...citations[format]!.matchAll(pattern)].map(([, found]) => found)
    expect(lines('BibTeX', /^ {2}url = \{(.*)\},$/gm)).toEqual(urls)
    expect(lines('RIS', /^UR {2}- (.*)\r$/gm)).toEqual(urls)
    const items = JSON.parse(citations['CSL-JSON']!) as { URL: string; title: string }[]
    expect(items.map(({ URL: url }) => url)).toEqual(urls)
    expect(items.map(({ title }) => title)).toEqual(listed.map(({ title }) => title))
  })
})

describe('an interactive copy, as it is saved from the studio', () => {
  it('is shown before it is saved, opens alone, and keeps what widths stand for', async () => {
    const page = await openTab('Interactive copy', { hash: 'partner=VNM&width=trade.turnover' })
    await page.getByRole('textbox', { name: 'Title' }).fill('Hanoi and Moscow')
    const preview = page.frameLocator('iframe[title="Preview of the copy"]')
    await preview.getByRole('heading', { level: 1, name: 'Hanoi and Moscow' }).waitFor()
    await preview.getByRole('region', { name: 'Filters' }).waitFor()
    await page.getByRole('dialog').locator('label', { hasText: 'Filters: what is selected' }).click()
    await preview.getByRole('region', { name: 'Filters' }).waitFor({ state: 'detached' })
    const { name, bytes } = await downloadFrom(page, () => page.getByRole('button', { name: 'Save the copy' }).click())
    expect(name).toBe('dyad-2026-06-18.html')
    await page.getByText(`Saved as ${name}`).waitFor()
    const own = await openAlone(page, await onDisk(name, bytes))
    await own.getByRole('heading', { level: 1, name: 'Hanoi and Moscow' }).waitFor()
    // The scale of all partners, though one alone is left: data/series/trade.csv ends at China's 244.8.
    const legend = own.getByRole('region', { name: 'Legend' })
    await legend.getByText(/USD bn, trade: turnover/i).waitFor()
    expect(await legend.locator('.legend-widths').first().textContent()).toMatch(/^\D*\d+\D+\d+\D+2\d\d/)
    expect(await own.getByRole('region', { name: 'Filters' }).count()).toBe(0)
  })
})

describe('an embed, as its lines are copied from the studio', () => {
  it.skipIf(browserKind === 'firefox')('is shown as wide as it will be, and has its title and height', async () => {
    const page = await openTab('Embed', { clipboard: true })
    await page.getByRole('textbox', { name: 'Height in pixels' }).fill('480')
    await page.getByRole('textbox', { name: /^Title/ }).fill('Arms "and" energy')
    await page.getByRole('radiogroup', { name: 'Width of the preview' }).locator('label', { hasText: 'Phone' }).click()
    const frame = page.locator('iframe[title=\'Preview of the embed: Arms "and" energy\']')
    expect(await frame.boundingBox()).toMatchObject({ width: 360, height: 480 })
    await page.frameLocator('.studio-frame iframe').getByRole('link', { name: 'Open in Dyad' }).waitFor()
    await page.getByRole('button', { name: 'Copy the HTML' }).click()
    await page.getByText('Copied').waitFor()
    expect(await clipboardText(page)).toMatch(
      /^<iframe src="[^"]*\?embed=asof,details#partner=PHL"\n {2}title="Arms &quot;and&quot; energy"\n {2}width="100%" height="480" style="border: 0" loading="lazy"><\/iframe>$/,
    )
  })
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
