import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../src/formats/csvTable.ts'
import { writeHtmlTable, writeTsv } from '../../src/formats/sheetText.ts'
import { dateCell, type Sheet } from '../../src/model/sheet.ts'

const SHEET: Sheet = {
  head: ['Title', 'Begun', 'n'],
  rows: [
    ['He said "no"\tthen\nyes', new Date('2009-12-15T00:00:00Z'), 3.5],
    ['=HYPERLINK("x")', '2015-03', -2],
    ['Việt Nam, <Tàu>', null, null],
  ],
}

describe('dateCell', () => {
  it('is a day where the evidence has one, else its text', () => {
    expect(dateCell('2009-12-15')).toEqual(new Date(Date.UTC(2009, 11, 15)))
    expect(dateCell('2009-12')).toBe('2009-12')
    expect(dateCell('2009')).toBe('2009')
  })
})

describe('what is read back by papaparse', () => {
  const expected = [
    ['Title', 'Begun', 'n'],
    ['He said "no"\tthen\nyes', '2009-12-15', '3.5'],
    // No formula to run; a negative number stays one.
    [`'=HYPERLINK("x")`, '2015-03', '-2'],
    ['Việt Nam, <Tàu>', '', ''],
  ]

  it('is the table, from tab-separated text', () => {
    const { data, errors } = Papa.parse(writeTsv(SHEET), { delimiter: '\t' })
    expect(errors).toEqual([])
    expect(data).toEqual(expected)
  })

  it('is the table, from CSV', () => {
    const { data, errors } = Papa.parse(writeCsv(SHEET.head, SHEET.rows), { skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toEqual(expected)
  })
})

describe('writeTsv', () => {
  it('is the head alone for no rows', () => {
    expect(writeTsv({ head: ['a', 'b'], rows: [] })).toBe('a\tb')
  })
})

describe('writeHtmlTable', () => {
  it('says of each cell how it is meant, and lets no text be markup', () => {
    const html = writeHtmlTable(SHEET)
    expect(html).toContain(`<td style="mso-number-format:'yyyy\\-mm\\-dd'">2009-12-15</td><td>3.5</td>`)
    expect(html).toContain(`<td style="mso-number-format:'\\@'">2015-03</td><td>-2</td>`)
    expect(html).toContain(`>'=HYPERLINK(&quot;x&quot;)</td>`)
    expect(html).toContain('>Việt Nam, &lt;Tàu&gt;</td><td></td><td></td></tr>')
  })
})
