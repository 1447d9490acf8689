import { describe, expect, it } from 'vitest'
import { everyLink } from '../../src/network/links.ts'
import { badgeInWords, measuredInWords, readCount } from '../../src/network/measures.ts'
import { measuresOf, readMeasure } from '../../src/network/seriesMeasures.ts'
import { NO_OUTCOMES, outcomesAt } from '../../src/network/standing.ts'
import { columns, dayOf, linksAt, texts } from '../bundled.ts'

const every = everyLink(columns)
const at = (id: string, date: string, period: [number, number] | null = null) =>
  readMeasure(id, { columns, texts, every, outcomes: outcomesAt(columns, dayOf(date)), period, asOf: dayOf(date) })
const linkOf = (id: string, date = '2026-06-18') => linksAt({}, date).find((link) => link.id === id)!
const vietnam = (id: string, date: string, type: string, period: [number, number] | null = null) =>
  at(id, date, period).of(linkOf(`RUS-VNM/${type}`))

describe('counts', () => {
  it('count the initiatives of a link, and those of them that stand realised', () => {
    // The Philippines' arms: three initiatives, of which one is delivered and two have failed (links.test.ts).
    const link = linkOf('RUS-PHL/arms')
    const outcomes = outcomesAt(columns, dayOf('2026-06-18'))
    expect(readCount('initiatives', every, outcomes).of(link)).toEqual({ value: 3, years: null })
    expect(readCount('realised', every, outcomes).of(link)).toEqual({ value: 1, years: null })
    expect(readCount('initiatives', every, outcomes).mostOf(link)).toBe(3)
  })

  it('count an initiative of several dyads once for an actor', () => {
    const links = linksAt({ partner: ['PHL'] }, '2026-06-18')
    const outcomes = outcomesAt(columns, dayOf('2026-06-18'))
    // Three in arms, and a reactor that is pending.
    expect(readCount('initiatives', every, outcomes).ofActor('PHL', links)).toBe(4)
    expect(readCount('realised', every, outcomes).ofActor('PHL', links)).toBe(1)
    expect(readCount('initiatives', every, outcomes).ofActor('CHN', links)).toBe(0)
    // The six-party talks stand in the dyads of Russia with each of the other five.
    const talks = linksAt({ type: ['diplomacy'] }, '2026-06-18').filter(({ dyad }) => dyad.a === 'RUS')
    const once = new Set(talks.flatMap(({ initiatives }) => initiatives)).size
    expect(talks.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(once + 3)
    expect(readCount('initiatives', every, outcomes).ofActor('RUS', talks)).toBe(once)
  })
})

describe('measures of series', () => {
  it('are offered where a series knows three dyads or more, each unit by itself', () => {
    const ids = measuresOf(columns, texts).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['arms-tiv', 'energy.crude.mt', 'trade.turnover', 'un-agreement']))
    // Crude in barrels a day is known of two rows only.
    expect(ids.filter((id) => id.startsWith('energy.crude'))).toEqual(['energy.crude.mt'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(measuresOf(columns, null).map(({ id }) => id)).toEqual(['initiatives', 'realised'])
  })

  it('add up the years of a period where every year is known', () => {
    // data/series/arms-tiv.csv, Vietnam: 979.4 in 2011, 761.5, 311.4, 1070.2, and 751.0 in 2015.
    expect(vietnam('arms-tiv', '2026-06-18', 'arms', [2011, 2015])).toEqual({
      value: expect.closeTo(3873.5, 5),
      years: [2011, 2015],
    })
    // In the middle of 2014 that year is not known yet; on its last day it is.
    expect(vietnam('arms-tiv', '2014-06-30', 'arms', [2011, 2015])!.value).toBeCloseTo(2052.3, 5)
    expect(vietnam('arms-tiv', '2014-12-31', 'arms', [2011, 2015])!.value).toBeCloseTo(3122.5, 5)
  })

  it('take the latest known year where years may be missing', () => {
    // data/series/trade.csv, Vietnam: 3.63 in 2023, 4.6 in 2024.
    expect(vietnam('trade.turnover', '2024-12-31', 'economy')).toEqual({ value: 4.6, years: [2024, 2024] })
    expect(vietnam('trade.turnover', '2024-12-30', 'economy')).toEqual({ value: 3.63, years: [2023, 2023] })
    expect(vietnam('un-agreement', '2026-06-18', 'diplomacy')).toEqual({ value: 55.8, years: [2023, 2023] })
  })

  it('read a supplier in the latest window of its recipient, with its share', () => {
    // data/series/arms-share.csv, Vietnam: 166.0 of 488.5 in 2020-24; 3282.9 of 3544.3 in 2010-14.
    const now = vietnam('arms-share', '2026-06-18', 'arms')!
    expect(now).toMatchObject({ value: 166, years: [2020, 2024] })
    expect(now.share).toBeCloseTo(0.34, 2)
    expect(badgeInWords(now)).toBe('34 %')
    const then = vietnam('arms-share', '2015-12-31', 'arms')!
    expect(then).toMatchObject({ value: 3282.9, years: [2010, 2014] })
    expect(measuredInWords(at('arms-share', '2015-12-31').measure, then)).toBe(
      'Shares of arms suppliers (volume, with the share) 3,283 TIV m (2010 to 2014), 93 % of all received',
    )
    // Russia has no row for Malaysia in 2020-24: it delivered nothing then, whatever it had before.
    expect(at('arms-share', '2026-06-18').of(linkOf('RUS-MYS/arms'))).toMatchObject({ value: 0, years: [2020, 2024] })
  })

  it('say nothing of links of another type, of conflict, and before the first year', () => {
    expect(vietnam('trade.turnover', '2026-06-18', 'arms')).toBeNull()
    expect(at('un-agreement', '2026-06-18').of(linkOf('RUS-JPN/diplomacy/conflict'))).toBeNull()
    expect(at('trade.turnover', '1991-12-31').of(linkOf('RUS-VNM/economy'))).toBeNull()
    expect(vietnam('arms-tiv', '2026-06-18', 'arms', [1981, 1985])).toBeNull()
  })

  it('bring links together for an actor: sums, but means of per cents', () => {
    const links = ['RUS-VNM/diplomacy', 'RUS-CHN/diplomacy'].map((id) => linkOf(id))
    const reading = at('un-agreement', '2026-06-18')
    const china = reading.of(links[1]!)!.value
    expect(reading.ofActor('RUS', links)).toBeCloseTo((55.8 + china) / 2, 5)
    expect(reading.ofActor('IND', links)).toBeNull()
    const trade = ['RUS-VNM/economy', 'RUS-CHN/economy'].map((id) => linkOf(id))
    const turnover = at('trade.turnover', '2026-06-18')
    expect(turnover.ofActor('RUS', trade)).toBeCloseTo(4.6 + turnover.of(trade[1]!)!.value, 5)
  })

  it('never exceed what they say is the most', () => {
    for (const { id } of measuresOf(columns, texts)) {
      for (const date of ['1995-12-31', '2010-12-31', '2026-06-18']) {
        const reading = at(id, date)
        for (const link of linksAt({}, date)) {
          const value = reading.of(link)?.value ?? 0
          const most = reading.mostOf(every.find((own) => own.id === link.id)!)
          expect(value, `${id} of ${link.id}`).toBeLessThanOrEqual(most + 1e-9)
          expect(most).toBeLessThanOrEqual(reading.most + 1e-9)
        }
      }
    }
  })

  it('fall back on initiatives where the dataset has no such measure', () => {
    expect(at('wheat', '2026-06-18').measure.id).toBe('initiatives')
    expect(
      readMeasure('arms-tiv', { columns, texts: null, every, outcomes: NO_OUTCOMES, period: null, asOf: 0 }).measure.id,
    ).toBe('initiatives')
  })
})
