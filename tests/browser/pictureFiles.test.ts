import { resolve } from 'node:path'
import { tmpdir } from 'node:os'
import sharp from 'sharp'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { dyad } from '../../src/terminal/dyad.ts'
import { readPdf } from '../pictures/pdfReader.ts'
import { downloadFrom, graphPainted, inEmptyPage, openDyad, type OpenOptions, type SavedFile } from './harness.ts'

/** The studio, once it shows what will be saved. */
async function openStudio(options: OpenOptions): Promise<{ page: Page; dialog: Locator }> {
  const { page } = await openDyad(options)
  await graphPainted(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('img', { name: /^Preview/ }).waitFor()
  return { page, dialog }
}

async function pick(page: Page, menu: RegExp, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: menu }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const choose = (dialog: Locator, group: string, label: string) =>
  dialog.getByRole('radiogroup', { name: group }).locator('label', { hasText: label }).click()

async function type(dialog: Locator, field: string, value: string): Promise<void> {
  const box = dialog.getByRole('textbox', { name: field, exact: true })
  await box.fill(value)
  await box.press('Tab')
}

async function saveAs(page: Page, format: string): Promise<SavedFile> {
  const dialog = page.getByRole('dialog')
  await choose(dialog, 'Format', format)
  const file = await downloadFrom(page, () => dialog.getByRole('button', { name: `Save ${format}` }).click())
  await dialog.getByText(`Saved as ${file.name}`).waitFor()
  return file
}

/** What the command writes. */
async function commanded(...args: string[]): Promise<Buffer> {
  const printed: Buffer[] = []
  const complaints: string[] = []
  await dyad(['picture', ...args, '-o', '-'], {
    root: resolve(import.meta.dirname, '../..'),
    cwd: tmpdir(),
    cache: tmpdir(),
    version: '1.0.0',
    print: (text) => void printed.push(Buffer.from(text)),
    complain: (line) => void complaints.push(line),
  })
  expect(complaints).toEqual([])
  return Buffer.concat(printed)
}

/** A picture as other programs see it, small and without colour. */
const thumbnail = (bytes: Buffer) =>
  sharp(bytes).greyscale().resize(60, 85, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer()

/** As the page writes it: partners stand in the order of the dataset. */
const HASH = 'type=energy&partner=CHN,VNM,JPN&asof=2015-12-31'
const TITLE = 'Газ и нефть: <China> & others'

/** Russia, China, Japan and Vietnam, as they write themselves. */
const NAMES = ['Россия', '中国', '日本', 'Việt Nam']

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

describe('the files of a picture', () => {
  it('say of themselves in every format what they show, and are the same as those of the command', async () => {
    const { page, dialog } = await openStudio({ hash: HASH })
    await pick(page, /Size/, 'A4, portrait')
    await type(dialog, 'Title', TITLE)
    await dialog.locator('label', { hasText: 'Link that reopens this view' }).click()
    await choose(dialog, 'Resolution', '150')
    // Last, so that the first file is drawn while its letters are still being read.
    await pick(page, /Names of actors/, 'Their own')
    const link = `${inject('dyadUrl')}#${HASH}`

    // 210 and 297 mm are 8.268 and 11.693 inches, at 150 dots each.
    const pixels = { width: 1240, height: 1754 }
    const png = await saveAs(page, 'PNG')
    expect(png.name).toBe('dyad-network-2015-12-31.png')
    const { comments, ...read } = await sharp(png.bytes).metadata()
    expect(read).toMatchObject({ format: 'png', ...pixels, density: 150 })
    const texts = Object.fromEntries(comments!.map(({ keyword, text }) => [keyword, text]))
    expect(texts).toMatchObject({ Title: TITLE, URL: link, Source: expect.stringContaining('CC BY 4.0') })
    expect(texts.Description).toMatch(
      /^Energy, with 中国, Việt Nam and 日本, as of 31 December 2015: 39 of 263 initiatives\./,
    )
    const seen = await thumbnail(png.bytes)

    for (const [format, ending, density] of [
      ['JPEG', 'jpg', 150],
      // It has no place for a resolution.
      ['WebP', 'webp', undefined],
    ] as const) {
      const { name, bytes } = await saveAs(page, format)
      expect(name).toBe(`dyad-network-2015-12-31.${ending}`)
      const { xmp, ...own } = await sharp(bytes).metadata()
      expect(own).toMatchObject({ format: format.toLowerCase(), ...pixels })
      expect(own.density).toBe(density)
      for (const text of [TITLE, texts.Description!, texts.Source!, link]) {
        expect(xmp!.toString()).toContain(`>${inXml(text)}<`)
      }
      // It is the same picture, but for what is lost in packing it.
      const other = await thumbnail(bytes)
      const apart = seen.reduce((sum, value, i) => sum + Math.abs(value - other[i]!), 0) / seen.length
      expect(apart, format).toBeLessThan(1)
    }

    const asChosen = [
      ...'--type energy --partner CHN,VNM,JPN --as-of 2015-12-31 --size a4-portrait --labels native'.split(' '),
      '--title',
      TITLE,
      '--show-link',
      '--site',
      inject('dyadUrl'),
    ]
    const svg = (await saveAs(page, 'SVG')).bytes
    expect(svg.equals(await commanded(...asChosen))).toBe(true)
    const partsOf = (text: string) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
      const textOf = (selector: string) => documentElement.querySelector(selector)?.textContent
      return {
        size: ['width', 'height'].map((name) => documentElement.getAttribute(name)),
        title: textOf(':scope > title'),
        description: textOf(':scope > desc'),
        address: textOf('metadata'),
        actors: textOf('#actors'),
        links: documentElement.querySelectorAll('#links title').length,
        legend: textOf('#legend'),
        fetched: [...documentElement.querySelectorAll('[href]')]
          .map((own) => own.getAttribute('href')!)
          .filter((address) => !address.startsWith('#')),
      }
    }
    const parts = await inEmptyPage(page, partsOf, svg.toString())
    expect(parts).toMatchObject({ size: ['210mm', '297mm'], title: TITLE, description: texts.Description })
    for (const name of NAMES) expect(parts.actors).toContain(name)
    // One tie of energy with each.
    expect(parts.links).toBe(3)
    expect(parts.legend).toContain('Realised')
    expect(parts.fetched).toEqual([link])

    const pdf = await saveAs(page, 'PDF')
    const own = await readPdf(pdf.bytes)
    // An A4 sheet in points, of which an inch has 72.
    expect([own.width, own.height].map((points) => Math.round(points * 10) / 10)).toEqual([595.3, 841.9])
    for (const name of NAMES) expect(own.text).toContain(name)
    expect(own.text).toContain('Газ и нефть: <China> & others')
    expect(own.fonts.length).toBeGreaterThan(2)
    expect(own.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    expect(own.info).toMatchObject({ Title: TITLE, Subject: texts.Description, Author: texts.Source, Keywords: link })
    expect(own.links).toContain(link)
    expect(own).toEqual(await readPdf(await commanded(...asChosen, '--format', 'pdf')))
  })
})

describe('a picture that is too large', () => {
  it('is as large as may be where the browser draws it; what is more is said, with where it ends', async () => {
    const { page, dialog } = await openStudio({ hash: 'partner=PHL' })
    await type(dialog, 'Width', '20000')
    expect(await dialog.getByRole('textbox', { name: 'Width' }).inputValue()).toBe('4800')
    await dialog.getByText('4800 at most').waitFor()
    await dialog.getByText('For more pixels choose a higher resolution: up to 16,000 on a side.').waitFor()

    await pick(page, /Size/, 'Slide, 16:9')
    await type(dialog, 'dpi', '1201')
    // 1,280 by 720 CSS pixels, of which an inch has 96: 12.5 times as many at 1200 dots.
    const sentence = 'At 1201 dpi a side would have 16,013 pixels; 16,000 are the most, which is 1200 dpi at this size.'
    await dialog.getByText(sentence).waitFor()
    const saved: string[] = []
    page.on('download', (download) => saved.push(download.suggestedFilename()))
    await dialog.getByRole('button', { name: 'Save PNG' }).click()
    await dialog.locator('[role=status][data-kind=failed]', { hasText: sentence }).waitFor()
    expect(saved).toEqual([])

    await type(dialog, 'dpi', '1200')
    const { bytes } = await saveAs(page, 'PNG')
    const image = sharp(bytes, { limitInputPixels: false })
    expect(await image.metadata()).toMatchObject({ width: 16_000, height: 9000, density: 1200 })
    // The source line stands at the foot: the picture is drawn down to there.
    const foot = await image.extract({ left: 0, top: 8500, width: 8000, height: 500 }).greyscale().raw().toBuffer()
    expect(foot.filter((value) => value < 128).length).toBeGreaterThan(1000)
  })

  it('is refused in a sentence by a browser that draws less', async () => {
    const { page, dialog } = await openStudio({
      hash: 'partner=PHL',
      // As in those of telephones: what is drawn on more than 4,096 by 4,096 pixels is nowhere.
      route: async (own) => {
        await own.addInitScript(() => {
          const isNowhere = ({ canvas }: CanvasRenderingContext2D) => canvas.width * canvas.height > 4096 ** 2
          const { fillRect, getImageData } = CanvasRenderingContext2D.prototype
          CanvasRenderingContext2D.prototype.fillRect = function (...place) {
            if (!isNowhere(this)) fillRect.apply(this, place)
          }
          CanvasRenderingContext2D.prototype.getImageData = function (...place: Parameters<typeof getImageData>) {
            return isNowhere(this) ? new ImageData(place[2], place[3]) : getImageData.apply(this, place)
          }
        })
      },
    })
    await pick(page, /Size/, 'Square')
    await type(dialog, 'dpi', '1400')
    await dialog.getByRole('button', { name: 'Save PNG' }).click()
    // 15,750 pixels, less a twentieth again and again, are first below 4,096 after 27 times.
    const failed = dialog.locator('[role=status][data-kind=failed]')
    await failed.waitFor()
    expect(await failed.textContent()).toBe(
      'A picture of 15,750 by 15,750 pixels is larger than this browser can draw, which ends at about 3,942 by 3,942 pixels (350 dpi); choose a lower resolution, SVG or PDF.',
    )
    await type(dialog, 'dpi', '350')
    const { bytes } = await saveAs(page, 'PNG')
    // 1,080 pixels of 96 to the inch at 350.
    expect((await sharp(bytes).metadata()).width).toBe(3938)
  })
})
