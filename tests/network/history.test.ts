import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/model/dates.ts'
import { historyOf, monthEnds } from '../../src/network/history.ts'
import { columns, dayOf } from '../bundled.ts'

describe('historyOf', () => {
  const su30 = columns.positions.get('rus-mys-su30mkm')!
  const mc21 = columns.positions.get('rus-mys-mc21-crecom')!

  it('tells what initiatives had come to at the end of each year', () => {
    const history = historyOf(columns, [su30, mc21], dayOf('2013-06-30'))
    const at = (year: string) => history.find(({ day }) => isoDate(day) === `${year}-12-31`)!.tally
    expect(isoDate(history[0]!.day)).toBe('2002-12-31')
    expect(history[0]!.tally).toEqual({ realised: 0, pending: 0, ended: 0, failed: 0 })
    expect(at('2003')).toEqual({ realised: 0, pending: 1, ended: 0, failed: 0 })
    expect(at('2007')).toEqual({ realised: 1, pending: 0, ended: 0, failed: 0 })
    expect(at('2010')).toEqual({ realised: 1, pending: 1, ended: 0, failed: 0 })
    expect(at('2012')).toEqual({ realised: 1, pending: 0, ended: 0, failed: 1 })
    expect(isoDate(history.at(-1)!.day)).toBe('2013-06-30')
  })

  it('has nothing to tell of nothing', () => {
    expect(historyOf(columns, [], dayOf('2013-06-30'))).toEqual([])
  })
})

describe('monthEnds', () => {
  it('goes by last days of months and ends on the last day asked for', () => {
    expect(monthEnds(dayOf('2015-11-03'), dayOf('2016-03-10')).map(isoDate)).toEqual([
      '2015-11-30',
      '2015-12-31',
      '2016-01-31',
      '2016-02-29',
      '2016-03-10',
    ])
  })

  it('is one day where there is no time between', () => {
    expect(monthEnds(dayOf('2016-03-10'), dayOf('2016-03-10')).map(isoDate)).toEqual(['2016-03-10'])
  })
})
