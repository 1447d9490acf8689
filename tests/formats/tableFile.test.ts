import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { decodeText, encodingNote, sampleOf } from '../../src/formats/decodeText.ts'
import { ReadingError } from '../../src/formats/reading.ts'
import { readTable, rowsOf, tableOfText } from '../../src/formats/tableFile.ts'
import { writeXlsx } from '../../src/formats/xlsxTable.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytesOf = (...numbers: number[]) => new Uint8Array(numbers)

/** A text in UTF-16, each character its two bytes. */
function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  return new Uint8Array(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
}

describe('decodeText', () => {
  it('reads UTF-8 with or without its mark, and gives the mark to no cell', () => {
    expect(decodeText(utf8('Đà Nẵng'))).toEqual({ text: 'Đà Nẵng', encoding: 'utf-8' })
    expect(decodeText(utf8('\uFEFFfrom,to')).text).toBe('from,to')
  })

  it('reads UTF-16 by its mark, and without one by its zeros', () => {
    expect(decodeText(utf16('\uFEFFfrom;to;Ж', 'le'))).toEqual({ text: 'from;to;Ж', encoding: 'utf-16le' })
    expect(decodeText(utf16('\uFEFFfrom;to;Ж', 'be'))).toEqual({ text: 'from;to;Ж', encoding: 'utf-16be' })
    expect(decodeText(utf16('from;to', 'le')).text).toBe('from;to')
    expect(decodeText(utf16('from;to', 'be')).text).toBe('from;to')
  })

  it('reads what is no UTF-8 as Windows-1252, or as 1251 where it makes Cyrillic words, and says so', () => {
    // Côte d’Ivoire; ô is F4 and ’ is 92 in Windows-1252.
    const western = bytesOf(0x43, 0xf4, 0x74, 0x65, 0x20, 0x64, 0x92, 0x49)
    expect(decodeText(western)).toEqual({ text: 'Côte d’I', encoding: 'windows-1252' })
    expect(encodingNote('windows-1252')).toContain('Windows-1252')
    // Россия in Windows-1251.
    expect(decodeText(bytesOf(0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xff))).toEqual({
      text: 'Россия',
      encoding: 'windows-1251',
    })
    expect(encodingNote('utf-8')).toBeNull()
  })

  it.each([
    ['a PDF', utf8('%PDF-1.7 …')],
    ['(.xls)', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 1, 2)],
    ['gzip', bytesOf(0x1f, 0x8b, 8, 0)],
    ['no text', bytesOf(65, 66, 0, 67, 0, 0, 0, 1, 2, 3)],
  ])('says what a file is that is no text: %s', (words, bytes) => {
    expect(() => decodeText(bytes)).toThrow(ReadingError)
    expect(() => decodeText(bytes)).toThrow(words)
  })
})

describe('sampleOf', () => {
  it('gives the ending, and the text even where the cut goes through a character', () => {
    // 65,535 letters and then the two bytes of Ж: the sample of 65,536 bytes ends in the middle of it.
    const sample = sampleOf({ name: 'My.Table.CSV', bytes: utf8(`${'a'.repeat(65_535)}Жb`) })
    expect(sample.ending).toBe('.csv')
    expect(sample.bytes.length).toBe(65_536)
    expect(sample.text).toBe('a'.repeat(65_535))
  })

  it('gives no text of what is none', () => {
    expect(sampleOf({ name: 'x', bytes: bytesOf(0x50, 0x4b, 3, 4, 0) })).toMatchObject({ ending: '', text: '' })
  })
})

describe('readTable', () => {
  const read = (text: string, name = 'table.csv') => readTable({ name, bytes: utf8(text) })

  it.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons with decimal commas', 'a;b;c\n1,5;2,5;3\n7,1;8;9\n', ';'],
    ['tabs', 'a\tb, and more\tc\n1\t2\t3\n', '\t'],
    ['bars', 'a|b|c\n1|2|3\n', '|'],
  ])('sees %s', async (_, text, delimiter) => {
    const table = await read(text)
    expect(table.delimiter).toBe(delimiter)
    expect(rowsOf(table)[0]).toHaveLength(3)
  })

  it('is not misled by sentences above the head', async () => {
    const table = await read('From A, B and C; all of them\nMade today\n\nx;y;z\n1,0;2;3\n4,0;5;6\n7,0;8;9\n')
    expect(rowsOf(table)[3]).toEqual(['x', 'y', 'z'])
  })

  it("takes Excel's hint of what parts the cells, and counts its line", () => {
    const table = tableOfText('sep=;\r\na;b\r\nc;d\r\n')
    expect(rowsOf(table)[1]).toEqual(['c', 'd'])
    expect(table.lineOf(1)).toBe(3)
  })

  it('says on which line a row begins, where cells hold line breaks', async () => {
    const table = await read('a,b\n"one\ntwo\nthree",x\r\nlast,"y"\n')
    expect(rowsOf(table)[1]).toEqual(['one\ntwo\nthree', 'x'])
    expect([table.lineOf(0), table.lineOf(1), table.lineOf(2)]).toEqual([1, 2, 5])
  })

  it('loses one line, not the rest of the file, to a quotation mark that is never closed', async () => {
    const table = await read('a,b\n1,2\n"3,4\n5,6\n"7",8\n')
    expect(rowsOf(table).slice(0, 5)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['"3', '4'],
      ['5', '6'],
      ['7', '8'],
    ])
    expect(table.lineOf(4)).toBe(5)
    expect(table.notes).toEqual([
      'In line 3 a quotation mark is opened and never closed: in that line quotation marks were read as letters.',
    ])
  })

  it('refuses what is empty', async () => {
    await expect(readTable({ name: 'x.csv', bytes: new Uint8Array() })).rejects.toThrow('The file is empty.')
  })
})

describe('workbooks', () => {
  const bytesOfBook = (sheet: XLSX.WorkSheet) => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'One')
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['other']]), 'Two')
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  }

  it('reads the first sheet as we write it: texts, numbers, days', async () => {
    const blob = await writeXlsx(
      {
        head: ['from', 'date', 'value'],
        rows: [
          ['Россия', new Date('2015-03-09T00:00:00Z'), 4.5],
          ['=1+1', null, -3],
        ],
        widths: [10, 10, 10],
      },
      [['about', 'x']],
    )
    const table = await readTable({ name: 'x.xlsx', bytes: new Uint8Array(await blob.arrayBuffer()) })
    expect(rowsOf(table)).toEqual([
      ['from', 'date', 'value'],
      ['Россия', '2015-03-09', '4.5'],
      ['=1+1', '', '-3'],
    ])
    expect(table.delimiter).toBeNull()
    expect(table.lineOf(1)).toBe(2)
  })

  it('takes of a formula what it came to, and keeps empty rows in their place', async () => {
    const sheet: XLSX.WorkSheet = { '!ref': 'A1:B4', A1: { t: 's', v: 'n' }, A4: { t: 'n', f: '20+22', v: 42 } }
    const table = await readTable({ name: 'x.xlsx', bytes: bytesOfBook(sheet) })
    expect(rowsOf(table).map(([cell]) => cell)).toEqual(['n', '', '', '42'])
  })

  it('refuses a bomb before it is unpacked, and a cell so far away that the gap would fill the memory', async () => {
    const workbook = utf8('<workbook/>')
    const bomb = zipSync({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(9 * 1024 * 1024) })
    await expect(readTable({ name: 'x.xlsx', bytes: bomb })).rejects.toThrow('far more than its size')
    const far = utf8('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>')
    const wide = zipSync({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': far })
    await expect(readTable({ name: 'x.xlsx', bytes: wide })).rejects.toThrow('beyond ZZ')
  })

  it('says what to do with other archives and broken ones', async () => {
    const other = zipSync({ 'table.csv': utf8('a,b') })
    await expect(readTable({ name: 'x.zip', bytes: other })).rejects.toThrow('no workbook')
    await expect(readTable({ name: 'x.xlsx', bytes: bytesOf(0x50, 0x4b, 3, 4, 5, 6) })).rejects.toThrow('broken')
    const empty = zipSync({ 'xl/workbook.xml': utf8('<nothing>') })
    await expect(readTable({ name: 'x.xlsx', bytes: empty })).rejects.toThrow(ReadingError)
  })

  it('throws nothing but its own error, whatever the bytes', async () => {
    const good = bytesOfBook(XLSX.utils.aoa_to_sheet([['a', 1]]))
    const spoiled = fc
      .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
      .map((changes) => {
        const bytes = good.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        return bytes
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        try {
          await readTable({ name: 'x.xlsx', bytes })
        } catch (error) {
          expect(error).toBeInstanceOf(ReadingError)
        }
      }),
      { numRuns: 60 },
    )
  })
})
