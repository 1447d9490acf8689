import { dateInWords } from '../../src/language/dates.ts'
import { describe, expect, it } from 'vitest'
import { dayNumber, daysInMonth, effectiveDays, isoDate, parseDate, yearOf } from '../../src/model/dates.ts'

const iso = (days: number[]): string[] => days.map(isoDate)

describe('parseDate', () => {
  it.each([
    ['2015', 'year', '2015-01-01', '2015-12-31'],
    ['2015-02', 'month', '2015-02-01', '2015-02-28'],
    ['2016-02', 'month', '2016-02-01', '2016-02-29'],
    ['2015-12', 'month', '2015-12-01', '2015-12-31'],
    ['2015-12-31', 'day', '2015-12-31', '2015-12-31'],
    ['2016-02-29', 'day', '2016-02-29', '2016-02-29'],
    ['2000-02-29', 'day', '2000-02-29', '2000-02-29'],
    ['1969-12-31', 'day', '1969-12-31', '1969-12-31'],
    ['0099-03', 'month', '0099-03-01', '0099-03-31'],
  ])('%s is a %s from %s to %s', (text, precision, first, last) => {
    const span = parseDate(text)!
    expect([span.precision, isoDate(span.first), isoDate(span.last)]).toEqual([precision, first, last])
  })

  it.each(['2015-02-29', '1900-02-29', '2015-04-31', '2015-00', '2015-13', '2015-01-00', '2015-01-32'])(
    '%s does not exist',
    (text) => expect(parseDate(text)).toBeNull(),
  )

  it.each(['', '15', '2015-1', '2015-01-1', 'May 2015', '2015/01/02', ' 2015', '2015-01-02T00:00'])(
    '"%s" has not the form of a date',
    (text) => expect(parseDate(text)).toBeNull(),
  )
})

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(1970, 1, 2)).toBe(1)
    expect(dayNumber(1969, 12, 31)).toBe(-1)
    // 30 years with 7 leap days (1972 to 1996): 30 x 365 + 7.
    expect(dayNumber(2000, 1, 1)).toBe(10_957)
  })

  it('give the year that a day falls in', () => {
    expect(yearOf(dayNumber(2015, 12, 31))).toBe(2015)
    expect(yearOf(dayNumber(2016, 1, 1))).toBe(2016)
    expect(yearOf(dayNumber(1969, 12, 31))).toBe(1969)
  })

  it('know the lengths of months', () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 30, 31])
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
  })
})

describe('effectiveDays', () => {
  it('lets a coarse date take effect on the last day it can stand for', () => {
    expect(iso(effectiveDays(['2015']))).toEqual(['2015-12-31'])
    expect(iso(effectiveDays(['2016-02']))).toEqual(['2016-02-29'])
    expect(iso(effectiveDays(['2015-06-30']))).toEqual(['2015-06-30'])
  })

  it('lets none take effect later than the next', () => {
    expect(iso(effectiveDays(['2002-12', '2002-12-17']))).toEqual(['2002-12-17', '2002-12-17'])
    expect(iso(effectiveDays(['2022', '2022', '2022-09-16', '2023']))).toEqual([
      '2022-09-16',
      '2022-09-16',
      '2022-09-16',
      '2023-12-31',
    ])
  })

  it('keeps a coarse date that comes after a fine one at its last day', () => {
    expect(iso(effectiveDays(['2025-08-28', '2025']))).toEqual(['2025-08-28', '2025-12-31'])
  })

  it('gives nothing for nothing', () => expect(effectiveDays([])).toEqual([]))

  it('throws on what is no date', () => {
    expect(() => effectiveDays(['2015', '2015-02-30'])).toThrow(
      new RangeError('effectiveDays: "2015-02-30" is no date; write YYYY, YYYY-MM or YYYY-MM-DD'),
    )
  })
})

describe('dateInWords', () => {
  it('is no more precise than the date', () => {
    expect(['2015', '2015-03', '2015-03-09'].map(dateInWords)).toEqual(['2015', 'March 2015', '9 March 2015'])
  })
})
