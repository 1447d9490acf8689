import { describe, expect, it } from 'vitest'
import { createFontChooser } from '../../src/pictures/fonts.ts'
import { documentInfo, openPdfDocument } from '../../src/pictures/pdfDocument.ts'
import { DISK_FONTS } from '../../src/terminal/diskFonts.ts'
import { readPdf } from './pdfReader.ts'

describe('a document of pages', () => {
  it('has its texts in the fonts of pictures', async () => {
    const { letters, bytes } = openPdfDocument(createFontChooser(DISK_FONTS))
    expect(await letters('Việt')).toEqual([
      { text: 'Vi', font: 'arimo-latin', bold: false },
      { text: 'ệ', font: 'arimo-vietnamese', bold: false },
      { text: 't', font: 'arimo-latin', bold: false },
    ])
    const make = async () =>
      bytes({
        pageSize: 'A4',
        info: documentInfo({ title: 'Россия', date: new Date(Date.UTC(2015, 11, 31)) }),
        content: [
          { text: await letters('Россия и Việt Nam', { weight: 700 }), fontSize: 20 },
          { table: { body: [[{ text: await letters('中国 日本') }, { text: await letters('✕ failed') }]] } },
        ],
      })
    const pdf = await make()
    const read = await readPdf(pdf)
    expect(read.width).toBeCloseTo(595.28, 1)
    const text = read.text.replace(/\n/g, '')
    expect(text).toContain('Россия и Việt Nam')
    expect(text).toMatch(/中国.*日本/)
    expect(read.info).toMatchObject({ Title: 'Россия', Producer: 'Dyad', CreationDate: 'D:20151231000000Z' })
    expect(read.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    expect(Buffer.compare(pdf, await make())).toBe(0)
  })

  it('may be empty', async () => {
    const { bytes } = openPdfDocument(createFontChooser(DISK_FONTS))
    expect((await readPdf(await bytes({ content: [] }))).text).toBe('')
  })
})
