import { describe, expect, it } from 'vitest'
import { select } from '../../src/network/select.ts'
import {
  FILM_RATES,
  FILM_SIZES,
  FILM_STEPS,
  filmDates,
  filmEstimate,
  filmSpan,
  gifDelays,
  LAST_HELD,
  planFilm,
  type FilmChoices,
} from '../../src/studio/filmPlan.ts'
import { columns, dayOf, filtersWith } from '../bundled.ts'

const decade: FilmChoices = { first: '2015-12-31', last: '2025-12-31', step: 'year', rate: 1 }

describe('the days of a film', () => {
  it('are the first, the last and the steps between them', () => {
    expect(filmDates('2015-12-31', '2018-12-31', 'year')).toEqual([
      '2015-12-31',
      '2016-12-31',
      '2017-12-31',
      '2018-12-31',
    ])
    expect(filmDates('2015-01-15', '2015-06-30', 'month').length).toBe(7)
  })

  it('end with the last day wherever the steps lead', () => {
    expect(filmDates('2015-03-31', '2015-10-05', 'quarter')).toEqual([
      '2015-03-31',
      '2015-06-30',
      '2015-09-30',
      '2015-10-05',
    ])
  })

  it('stay at the ends of months', () => {
    expect(filmDates('2015-02-28', '2015-05-31', 'month')).toEqual([
      '2015-02-28',
      '2015-03-31',
      '2015-04-30',
      '2015-05-31',
    ])
  })

  it('keep the day of the month, or take the last one of a month without it', () => {
    expect(filmDates('2015-01-30', '2015-04-30', 'month')).toEqual([
      '2015-01-30',
      '2015-02-28',
      '2015-03-30',
      '2015-04-30',
    ])
  })

  it('find the leap day again every four years', () => {
    expect(filmDates('2012-02-29', '2016-02-29', 'year')).toEqual([
      '2012-02-29',
      '2013-02-28',
      '2014-02-28',
      '2015-02-28',
      '2016-02-29',
    ])
  })

  it('go over the turn of the year', () => {
    expect(filmDates('2015-11-10', '2016-02-10', 'month')).toEqual([
      '2015-11-10',
      '2015-12-10',
      '2016-01-10',
      '2016-02-10',
    ])
  })

  it('are one where first and last are one, or come in the wrong order', () => {
    expect(filmDates('2015-12-31', '2015-12-31', 'month')).toEqual(['2015-12-31'])
    expect(filmDates('2016-12-31', '2015-12-31', 'month')).toEqual(['2015-12-31'])
  })
})

describe('the span of a film', () => {
  const spanOf = (partner: string[], asOf: string) =>
    filmSpan(columns, select(columns, filtersWith({ partner }), dayOf(asOf), null))

  it('runs from the end of the first year to the as-of date', () => {
    // The first of the initiatives with the Philippines is signed on 24 October 2017.
    expect(spanOf(['PHL'], '2021-06-30')).toEqual({ first: '2017-12-31', last: '2021-06-30' })
  })

  it('is one day where that year is not over, or nothing has begun', () => {
    expect(spanOf(['PHL'], '2017-11-30')).toEqual({ first: '2017-11-30', last: '2017-11-30' })
    expect(spanOf(['PHL'], '1990-01-01')).toEqual({ first: '1990-01-01', last: '1990-01-01' })
  })
})

describe('the plan of a film', () => {
  it('shows as many frames a second as are asked for, and holds the last one for two seconds', () => {
    // Eleven year ends; ten of them are seen for a second.
    const { frames, seconds } = planFilm(decade)
    expect(frames.map((frame) => frame.seconds)).toEqual([...Array(10).fill(1), 2])
    expect(seconds).toBe(12)
  })

  it('is two seconds for one frame', () => {
    const plan = planFilm({ ...decade, first: decade.last })
    expect(plan).toEqual({ frames: [{ date: '2025-12-31', seconds: LAST_HELD }], seconds: 2 })
  })

  it('lasts as long as its frames, whatever they are', () => {
    // A month each from the end of 1990 to that of 2025: 35 * 12 + 1 frames; 420 of them at 12 a second are 35 seconds.
    const plan = planFilm({ first: '1990-12-31', last: '2025-12-31', step: 'month', rate: 12 })
    expect(plan.frames).toHaveLength(421)
    expect(plan.seconds).toBeCloseTo(35 + 2, 6)
  })

  it('has a usual rate for each step, which can be chosen too', () => {
    for (const { rate } of Object.values(FILM_STEPS)) expect(FILM_RATES).toContain(rate)
  })
})

describe('the delays of a GIF', () => {
  it('are hundredths of a second that never drift', () => {
    // Thirds of a second: 33, 34, 33 hundredths make one.
    const thirds = Array.from({ length: 3 }, () => ({ date: '2015-12-31', seconds: 1 / 3 }))
    expect(gifDelays(thirds)).toEqual([330, 340, 330])
  })

  it('are two hundredths at least', () => {
    expect(gifDelays([{ date: '2015-12-31', seconds: 0.001 }])).toEqual([20])
    expect(gifDelays([])).toEqual([])
  })
})

describe('sizes and estimates', () => {
  it('have even sides, which encoders ask for', () => {
    for (const { width, height } of FILM_SIZES) expect([width % 2, height % 2]).toEqual([0, 0])
    // What is drawn has the shape of what is filmed.
    for (const { width, height, sheet } of FILM_SIZES) expect(sheet.width / sheet.height).toBe(width / height)
  })

  it('grow with the number of frames and of pixels', () => {
    const plan = planFilm(decade)
    const [small, large] = [FILM_SIZES[0]!, FILM_SIZES[1]!].map((size) => filmEstimate(plan, size, 'webm'))
    // 1920 by 1080 is 2.25 times 1280 by 720.
    expect(large!.bytes / small!.bytes).toBeCloseTo(2.25, 6)
    expect(large!.seconds / small!.seconds).toBeCloseTo(2.25, 6)
  })
})
