import { describe, expect, it } from 'vitest'
import {
  asOfAt,
  dayAt,
  moveSpan,
  placeLabels,
  placeOf,
  quarterTicks,
  scaleOf,
  spanWithin,
  zoomSpan,
} from '../../src/scene/timeScale.ts'
import { isoDate } from '../../src/model/dates.ts'
import { dayOf } from '../bundled.ts'

describe('a time scale', () => {
  // 2015 has 365 days and 2016 has 366: 731 pixels are one for a day.
  const scale = scaleOf([2015, 2016], 731)

  it('begins with its first year and ends with its last', () => {
    expect(placeOf(scale, dayOf('2015-01-01'))).toBe(0)
    expect(placeOf(scale, dayOf('2016-01-01'))).toBe(365)
    expect(placeOf(scale, dayOf('2016-12-31'))).toBe(730)
    expect(placeOf(scale, dayOf('2014-12-31'))).toBe(-1)
  })

  it('finds the day of a place again', () => {
    expect(isoDate(dayAt(scale, 365))).toBe('2016-01-01')
    expect(isoDate(dayAt(scale, 0.4))).toBe('2015-01-01')
  })

  it('can be moved by days', () => {
    expect(placeOf(scaleOf([2015, 2016], 731, 10), dayOf('2015-01-11'))).toBe(0)
  })
})

describe('the span in sight', () => {
  const whole = [1981, 2026] as const

  it('is all that the dataset has, or what was chosen of it', () => {
    expect(spanWithin(null, whole)).toEqual([1981, 2026])
    expect(spanWithin([2005, 2015], whole)).toEqual([2005, 2015])
    expect(spanWithin([1900, 1990], whole)).toEqual([1981, 1990])
    expect(spanWithin([1900, 1950], whole)).toEqual([1981, 2026])
  })

  it('has fewer years after zooming in, around the place that stays', () => {
    // 46 years become 23: at the start, from the first on; at the end, up to the last.
    expect(zoomSpan(whole, whole, 2, 0)).toEqual([1981, 2003])
    expect(zoomSpan(whole, whole, 2, 1)).toEqual([2004, 2026])
    // Always by one year at least, and never below two.
    expect(zoomSpan([2013, 2015], whole, 1.01, 0)).toEqual([2013, 2014])
    expect(zoomSpan([2013, 2014], whole, 2)).toEqual([2013, 2014])
  })

  it('has more years after zooming out, until it has all', () => {
    // 10 years become 20, five of the ten new ones before; at the edge of the dataset all of them.
    expect(zoomSpan([2005, 2014], whole, 0.5)).toEqual([2000, 2019])
    expect(zoomSpan([2017, 2026], whole, 0.5)).toEqual([2007, 2026])
    expect(zoomSpan([1990, 2020], whole, 0.5)).toBeNull()
  })

  it('moves no further than the dataset reaches', () => {
    expect(moveSpan([2005, 2014], whole, 3)).toEqual([2008, 2017])
    expect(moveSpan([2005, 2014], whole, 100)).toEqual([2017, 2026])
    expect(moveSpan([2005, 2014], whole, -100)).toEqual([1981, 1990])
    expect(moveSpan([2005, 2014], whole, 0)).toEqual([2005, 2014])
  })
})

describe('the as-of date at a place', () => {
  const reach = [dayOf('2015-03-10'), dayOf('2016-06-18')] as const

  it('is the day where a day can be aimed at', () => {
    const scale = scaleOf([2015, 2016], 731)
    expect(isoDate(asOfAt(scale, 200, reach))).toBe('2015-07-20')
  })

  it('is the nearest end of a month where it can not', () => {
    // 73.1 pixels: ten days each. The 20th is the 200th day of 2015, 19 days after 1 July and 11 before its end.
    const scale = scaleOf([2015, 2016], 73.1)
    expect(isoDate(asOfAt(scale, 20, reach))).toBe('2015-07-31')
    expect(isoDate(asOfAt(scale, 19, reach))).toBe('2015-06-30')
  })

  it('stays within the reach of the dataset', () => {
    const scale = scaleOf([2015, 2016], 73.1)
    expect(isoDate(asOfAt(scale, -50, reach))).toBe('2015-03-10')
    expect(isoDate(asOfAt(scale, 500, reach))).toBe('2016-06-18')
  })
})

describe('quarterTicks', () => {
  it('names the quarters in sight but for the first, which the year names', () => {
    const ticks = quarterTicks(dayOf('2015-05-01'), dayOf('2016-04-01'))
    expect(ticks.map(({ month, day }) => [month, isoDate(day)])).toEqual([
      [7, '2015-07-01'],
      [10, '2015-10-01'],
      [4, '2016-04-01'],
    ])
    expect(quarterTicks(dayOf('2015-01-01'), dayOf('2015-03-31'))).toEqual([])
  })
})

describe('placeLabels', () => {
  it('puts a label over its place, within the axis', () => {
    expect(placeLabels([{ place: 100, width: 40 }], 200)).toEqual([80])
    expect(placeLabels([{ place: 0, width: 40 }], 200)).toEqual([0])
    expect(placeLabels([{ place: 200, width: 40 }], 200)).toEqual([160])
    // In binary fractions 0.9 - 0.3 + 0.3 is more than 0.9.
    expect(placeLabels([{ place: 0.9, width: 0.3 }], 0.9)[0]).toBeCloseTo(0.6)
  })

  it('moves the less important one aside, eight pixels from the other, on the nearer side', () => {
    // The first takes 80 to 120. Over 110 the second would begin at 90: 128 is 38 pixels off, 32 on the other side 58.
    expect(
      placeLabels(
        [
          { place: 100, width: 40 },
          { place: 110, width: 40 },
        ],
        200,
      ),
    ).toEqual([80, 128])
    expect(
      placeLabels(
        [
          { place: 100, width: 40 },
          { place: 75, width: 40 },
        ],
        200,
      ),
    ).toEqual([80, 32])
    // On an axis of 160 pixels there is no room on the right.
    expect(
      placeLabels(
        [
          { place: 100, width: 40 },
          { place: 110, width: 40 },
        ],
        160,
      ),
    ).toEqual([80, 32])
  })

  it('leaves out what is out of sight, has no room, or would stand too far from its place', () => {
    expect(
      placeLabels(
        [
          { place: 300, width: 40 },
          { place: -1, width: 40 },
        ],
        200,
      ),
    ).toEqual([null, null])
    expect(
      placeLabels(
        [
          { place: 50, width: 90 },
          { place: 50, width: 40 },
        ],
        100,
      ),
    ).toEqual([5, null])
    // The first takes 300 to 500, so that the second would end 108 pixels before its place.
    expect(
      placeLabels(
        [
          { place: 400, width: 200 },
          { place: 400, width: 40 },
        ],
        1000,
      ),
    ).toEqual([300, null])
  })

  it('places none on an axis too narrow', () => {
    expect(placeLabels([{ place: 10, width: 40 }], 30)).toEqual([null])
    expect(placeLabels([], 30)).toEqual([])
  })
})
