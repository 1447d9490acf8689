import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../src/formats/csvTable.ts'

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

  it('writes the head of an empty table', () => {
    expect(writeCsv(['x', 'y'], [])).toBe('\uFEFFx,y\r\n')
  })
})
