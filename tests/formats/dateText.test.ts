import { describe, expect, it } from 'vitest'
import { dayOrderOf, isSerial, readDate } from '../../src/formats/dateText.ts'
import { decimalSignOf, readNumber } from '../../src/formats/numbers.ts'

describe('readDate', () => {
  it.each([
    ['2015', '2015'],
    ['2015-03', '2015-03'],
    ['2015-03-09', '2015-03-09'],
    ['2015/3/9', '2015-03-09'],
    ['20150309', '2015-03-09'],
    ['201503', '2015-03'],
    ['03/2015', '2015-03'],
    ['9.3.2015', '2015-03-09'],
    ['09.03.2015 г.', '2015-03-09'],
    ['9 March 2015', '2015-03-09'],
    ['March 9, 2015', '2015-03-09'],
    ['9th of March 2015', '2015-03-09'],
    ['Mar 2015', '2015-03'],
    ['9-Mar-2015', '2015-03-09'],
    ['9. März 2015', '2015-03-09'],
    ['9 août 2015', '2015-08-09'],
    ['9 марта 2015 г.', '2015-03-09'],
    ['9 мая 2015', '2015-05-09'],
    ['2015-03-09T23:59:00Z', '2015-03-09'],
    ['2015-03-09 00:00:00', '2015-03-09'],
    ['25/03/2015', '2015-03-25'],
    ['03/25/2015 4:05 PM', '2015-03-25'],
    ['03/03/2015', '2015-03-03'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toEqual({ date })
  })

  it('keeps to the year where day and month may be either way round, and to the order of the column where it is known', () => {
    expect(readDate('03/09/2015')).toEqual({ date: '2015', isUnsure: true })
    expect(readDate('03/09/2015', 'day-first')).toEqual({ date: '2015-09-03' })
    expect(readDate('03/09/2015', 'month-first')).toEqual({ date: '2015-03-09' })
  })

  it('reads a span of years, and the numbers by which spreadsheets count days', () => {
    expect(readDate('2010-2014')).toEqual({ date: '2010', until: '2014' })
    expect(readDate('2010 – 2014')).toEqual({ date: '2010', until: '2014' })
    // 42072 days after 30 December 1899.
    expect(readDate('42072', null, true)).toEqual({ date: '2015-03-09' })
    expect(readDate('42072')).toBeNull()
  })

  it.each([
    '',
    'soon',
    '15',
    '99999',
    '99999-01-01',
    '2015-02-30',
    '2015-13',
    '0000',
    '0000-00-00',
    '31/31/2015',
    '09/03/15',
  ])('sees that %s is no date', (text) => {
    expect(readDate(text)).toBeNull()
  })

  it('decides the order of day and month by the column as a whole', () => {
    expect(dayOrderOf(['03/09/2015', '25/03/2015'])).toBe('day-first')
    expect(dayOrderOf(['03/09/2015', '03/25/2015'])).toBe('month-first')
    expect(dayOrderOf(['03/09/2015', '2015-03-09'])).toBeNull()
    // One of each: nothing is decided.
    expect(dayOrderOf(['25/03/2015', '03/25/2015'])).toBeNull()
  })

  it('sees a column of day numbers', () => {
    expect(isSerial(['42072', '42073', ''])).toBe(true)
    expect(isSerial(['2015', '42073', '2016'])).toBe(false)
    expect(isSerial(['99999'])).toBe(false)
  })
})

describe('readNumber', () => {
  it('reads figures as they are written', () => {
    const read = (text: string) => readNumber(text)
    expect(['4.5', '1,234.5', '1 234', '-3', '$12', '12%', '1e3', '.5', "1'000"].map(read)).toEqual([
      4.5, 1234.5, 1234, -3, 12, 12, 1000, 0.5, 1000,
    ])
    expect(readNumber('1.234,5', ',')).toBe(1234.5)
    expect(readNumber('3,75', ',')).toBe(3.75)
  })

  it.each(['', 'NaN', 'Infinity', '1e999', '1,2,3', 'ten', '12 to 14', '0x10', '--1', '1.2.3'])(
    'sees that %s is none',
    (text) => {
      expect(readNumber(text)).toBeNull()
    },
  )

  it('decides by the column what stands before decimals', () => {
    expect(decimalSignOf(['1,234', '3,75'])).toBe(',')
    expect(decimalSignOf(['1.234', '1.234,5'])).toBe(',')
    expect(decimalSignOf(['1,234', '5.5'])).toBe('.')
    expect(decimalSignOf(['1,234', '12'])).toBe('.')
  })
})
