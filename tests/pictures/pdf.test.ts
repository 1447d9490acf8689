import { describe, expect, it } from 'vitest'
import { createFontChooser } from '../../src/pictures/fonts.ts'
import { picturePdf } from '../../src/pictures/pdf.ts'
import { pixelsOf } from '../../src/pictures/svg.ts'
import { DISK_FONTS } from '../../src/terminal/diskFonts.ts'
import { readPdf } from './pdfReader.ts'
import { sampleFrame, sampleScene, sampleSvg } from './sampleScene.ts'

const chooser = createFontChooser(DISK_FONTS)
const info = {
  title: 'Россия и её партнёры',
  subject: 'All relation types: 9 of 9 initiatives.',
  author: 'Source: Dyad',
  link: 'https://example.org/dyad/#focus=RUS',
  date: new Date(Date.UTC(2015, 11, 31)),
}
const pdfOf = async (svg: string) => (await picturePdf(svg, chooser, info)).pdf

function textSvg(...texts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">${texts.join('')}</svg>`
}

describe('a picture as PDF', () => {
  const { scene, sentence } = sampleScene('light', 'wide')
  const link = 'https://example.org/dyad/#v=1&focus=RUS'

  it('is as large in points as the picture in pixels, and says what it is', async () => {
    const pdf = await pdfOf(sampleSvg(scene, { ...sampleFrame(sentence, 1200, 900), link }))
    const read = await readPdf(pdf)
    // 96 pixels are an inch, and so are 72 points.
    expect([read.width, read.height]).toEqual([900, 675])
    expect(read.info).toMatchObject({
      Title: info.title,
      Subject: info.subject,
      Author: info.author,
      Keywords: info.link,
      Creator: 'Dyad',
      CreationDate: 'D:20151231000000Z',
      Language: 'en',
    })
    // Those who listen are told in words what all of it shows.
    expect(read.figures).toEqual([`${info.title}. ${info.subject}`])
    expect(read.text).toContain('Russia and its Asia-Pacific partners')
    expect(read.text).toContain('Japan')
    // The name of a state is drawn with its halo, and is there once all the same; the legend does not name it.
    expect(read.text.split('Japan')).toHaveLength(2)
    expect(read.links).toEqual([link])
    expect(read.fonts.map(({ name }) => name.replace(/^.*\+/, '')).toSorted()).toEqual(['Arimo-Bold', 'Arimo-Regular'])
    expect(read.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    // Each font is a file of its own in it, and holds only what is used: Arimo has 300 kB.
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/FontFile2/g),
    ).toHaveLength(2)
    expect(pdf.length).toBeLessThan(60_000)
  })

  it('has the size of paper where the picture is named in mm', async () => {
    const frame = { ...sampleFrame(sentence, 1122.52, 793.7), unit: 'mm' as const }
    const svg = sampleSvg(scene, frame)
    expect(svg).toContain('width="297mm"')
    expect(pixelsOf(svg)).toEqual({ width: 1122.52, height: 793.7 })
    const { width, height } = await readPdf(await pdfOf(svg))
    // A4 is 841.89 by 595.28 points.
    expect(width).toBeCloseTo(841.89, 1)
    expect(height).toBeCloseTo(595.28, 1)
  })

  it('is the same bytes each time', async () => {
    const svg = sampleSvg(scene, sampleFrame(sentence, 600, 600))
    expect(Buffer.compare(await pdfOf(svg), await pdfOf(svg))).toBe(0)
  })
})

describe('texts in a PDF', () => {
  it('can be found in every script of the names', async () => {
    const names = ['Россия', 'Việt Nam', '中国', '日本', '한국', 'भारत']
    const texts = names.map((name, i) => `<text x="10" y="${20 + 30 * i}">${name}</text>`)
    const { text, fonts } = await readPdf(await pdfOf(textSvg(...texts)))
    for (const name of names) expect(text.replace(/\n/g, '')).toContain(name)
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    const families = new Set(fonts.map(({ name }) => name.replace(/^.*\+|-.*$/g, '')))
    expect([...families].toSorted()).toEqual(['Arimo', 'NotoSansDevanagari', 'NotoSansKR', 'NotoSansSC'])
  })

  it('are there with their marks where these stand on or under letters', async () => {
    const { text } = await readPdf(await pdfOf(textSvg('<text x="10" y="30">ที่ កម្ពុជា</text>')))
    expect(text).toContain('ที่')
    expect(text).toMatch(/[\u17bb\u17d2]/)
  })

  it('have letters without a font as boxes, and say so', async () => {
    const { pdf, notes } = await picturePdf(textSvg('<text x="10" y="30">a𓀀b</text>'), chooser, info)
    expect(notes).toEqual(['No font here has the letter “𓀀” (U+13000).'])
    // The reader takes the box for a gap.
    expect((await readPdf(pdf)).text).toBe('a b')
  })

  it('are refused where the picture does not say how large it is', async () => {
    await expect(picturePdf('<svg/>', chooser, info)).rejects.toThrow(TypeError)
  })
})
