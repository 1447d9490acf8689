import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { writeXlsx } from '../../src/formats/xlsxTable.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('writeXlsx, read back by another program', () => {
  it('has numbers as numbers, days as dates and the rest as text, never as a formula', async () => {
    const file = await writeXlsx(
      {
        head: ['Title', 'Begun', 'n'],
        rows: [
          ['Việt Nam & <Tàu>', day('2009-12-15'), 3.5],
          ['=1+1', '2015', 0],
          [null, day('1899-12-31'), null],
        ],
        widths: [40, 12, 6],
      },
      [
        ['Dataset', 'Russia in Asia'],
        ['Rows', 3],
        ['As-of date', day('2015-12-31')],
      ],
    )
    const book = read(await file.arrayBuffer(), { cellDates: true, cellStyles: true, cellNF: true })
    expect(book.SheetNames).toEqual(['Table', 'About'])
    const sheet = book.Sheets.Table!
    expect(sheet['!ref']).toBe('A1:C4')
    expect(['A1', 'B1', 'C1'].map((cell) => sheet[cell].v)).toEqual(['Title', 'Begun', 'n'])
    expect(sheet.A2).toMatchObject({ t: 's', v: 'Việt Nam & <Tàu>' })
    expect(sheet.B2).toMatchObject({ t: 'd', z: 'yyyy-mm-dd', w: '2009-12-15' })
    expect(sheet.C2).toMatchObject({ t: 'n', v: 3.5 })
    expect(sheet.A3).toMatchObject({ t: 's', v: '=1+1' })
    expect(sheet.A3.f).toBeUndefined()
    expect(sheet.B3).toMatchObject({ t: 's', v: '2015' })
    expect(sheet.C3).toMatchObject({ t: 'n', v: 0 })
    expect(sheet.A4).toBeUndefined()
    // Excel counts days from 1900 on.
    expect(sheet.B4).toMatchObject({ t: 's', v: '1899-12-31' })
    expect(sheet['!cols']!.map((column) => Math.round(column.width!))).toEqual([40, 12, 6])

    expect(utils.sheet_to_json(book.Sheets.About!, { header: 1, raw: false })).toEqual([
      ['Dataset', 'Russia in Asia'],
      ['Rows', '3'],
      ['As-of date', '2015-12-31'],
    ])
  })

  it('is a head alone for no rows', async () => {
    const file = await writeXlsx({ head: ['Title'], rows: [], widths: [10] }, [])
    const book = read(await file.arrayBuffer())
    expect(utils.sheet_to_json(book.Sheets.Table!, { header: 1 })).toEqual([['Title']])
  })
})
