import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserKind, graphPainted, openDyad } from './harness.ts'

/** What another program reads on each page of a PDF; lines that were broken to fit are joined by a space. */
async function pagesOf(bytes: Uint8Array): Promise<{ text: string; pictures: number }[]> {
  const { getPage, numPages } = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise.then(
    (document) => ({ getPage: (i: number) => document.getPage(i), numPages: document.numPages }),
  )
  const pages = []
  for (let i = 1; i <= numPages; i++) {
    const page = await getPage(i)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
    const { fnArray } = await page.getOperatorList()
    pages.push({ text: text.replace(/\s+/g, ' '), pictures: fnArray.length })
  }
  return pages
}

async function openReady(hash: string): Promise<Page> {
  const { page } = await openDyad({ hash })
  await graphPainted(page)
  await page.getByRole('region', { name: 'As-of date' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

const textOf = async (page: Page) => (await pagesOf(await page.pdf())).map(({ text }) => text).join(' ')

// Only Chromium prints to a file.
describe.runIf(browserKind === 'chromium')('the printed page', () => {
  it('has what is shown and as of when, the ties, their sources with addresses, the licence and how to cite', async () => {
    // Four initiatives with the Philippines: three of arms, one of energy.
    const page = await openReady('partner=PHL')
    const text = await textOf(page)
    expect(text).toContain('Russia and its Asia-Pacific partners: promised and delivered')
    expect(text).toContain('4 of 380 initiatives')
    expect(text).toContain('As of 18 June 2026')
    expect(text).toContain('Russia and Philippines Arms 3 1 realised, 2 failed')
    expect(text).toContain('Russia and Philippines Energy 1 1 pending (1 silent)')
    // Eleven publications that the four initiatives cite (tests/studio/cut.test.ts).
    expect(text.match(/https?:\/\/(?!\S*127\.0\.0\.1)/g)).toHaveLength(11)
    expect(text).toContain('How to cite Dyad dataset: Russia and its Asia-Pacific partners')
    expect(text).toContain('Licence: CC BY 4.0')
    // Nothing of what is for the screen only.
    expect(text).not.toContain('Search actors')
    // Afterwards the page is as it was.
    expect(await page.locator('.print-sheet').count()).toBe(0)
    await page.getByRole('button', { name: 'Export' }).click()
  })

  it('has the graph, from the menu of the browser as from the keys', async () => {
    const page = await openReady('partner=PHL')
    const colours = async () => {
      const image = page.locator('.print-sheet :is(img, canvas)')
      return image.evaluate(async (own: HTMLImageElement | HTMLCanvasElement) => {
        const canvas = document.createElement('canvas')
        canvas.width = 300
        canvas.height = 200
        const context = canvas.getContext('2d')!
        context.drawImage(own, 0, 0, 300, 200)
        const { data } = context.getImageData(0, 0, 300, 200)
        return new Set(Array.from({ length: 60_000 }, (_, i) => data.slice(i * 4, i * 4 + 4).join())).size
      })
    }
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    // Flags, ties and names: far more than one ground.
    expect(await colours()).toBeGreaterThan(100)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.evaluate(() => {
      window.print = () => void (document.documentElement.dataset.printed = 'yes')
    })
    await page.keyboard.press('Control+p')
    await page.waitForFunction(() => document.documentElement.dataset.printed === 'yes')
    expect(await colours()).toBeGreaterThan(100)
    const [first] = await pagesOf(await page.pdf())
    // Drawn as lines and letters, and not as a bitmap: the names can be read in the file.
    expect(first!.text).toContain('Philippines')
  })

  it('has the list that the view is about', async () => {
    const page = await openReady('partner=PHL&view=table&asof=2018-12-31')
    expect(await textOf(page)).toContain('As of 31 December 2018')
    expect(await textOf(page)).toContain('Initiative Between Type Outcome')
    await page.getByRole('tab', { name: 'Ledger' }).click()
    expect(await textOf(page)).toContain('Outputs promised and delivered with the partners of Russia')
  })

  it('is dark on white where the screen is the other way round', async () => {
    const page = await openReady('partner=PHL')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const colours = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector('.print-sheet h1')!)
      return [color, getComputedStyle(document.body).backgroundColor]
    })
    expect(colours).toEqual(['rgb(29, 29, 31)', 'rgb(255, 255, 255)'])
  })
})
