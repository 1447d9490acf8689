import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { withoutApostrophe, writeCsv } from '../../src/formats/csvTable.ts'

describe('writeCsv', () => {
  it('quotes what needs it, keeps other scripts, and leaves nothing for an empty cell', () => {
    expect(
      writeCsv(
        ['id', 'title', 'n'],
        [
          ['a', 'Việt Nam, “Tàu”', 3],
          ['b', 'he said "no"\nthen yes', null],
        ],
      ),
    ).toBe('\uFEFFid,title,n\r\na,"Việt Nam, “Tàu”",3\r\nb,"he said ""no""\nthen yes",\r\n')
  })

  it('gives a spreadsheet no formula to run, and leaves numbers alone', () => {
    expect(writeCsv(['x', 'n'], [['=1+1', -5]])).toBe(`\uFEFFx,n\r\n"'=1+1",-5\r\n`)
  })

  it('gives it none over two lines either, and can take every apostrophe away again', () => {
    const texts = ['=a\nb', "'=a", "''@x", "'plain", '+1', 'a=b']
    expect(writeCsv(['x'], [['=a\nb'], ["'=a"]])).toBe(`\uFEFFx\r\n"'=a\nb"\r\n"''=a"\r\n`)
    expect(writeCsv(['x'], [["'plain"]])).toBe(`\uFEFFx\r\n'plain\r\n`)
    for (const text of texts) {
      const [, row] = Papa.parse<string[]>(writeCsv(['x', 'y'], [[text, 1]]).slice(1)).data
      expect(withoutApostrophe(row![0]!)).toBe(text)
    }
  })

  it('writes the head of an empty table', () => {
    expect(writeCsv(['x', 'y'], [])).toBe('\uFEFFx,y\r\n')
  })
})
