import { describe, expect, it } from 'vitest'
import type { Series } from '../../src/model/schema.ts'
import {
  basisChanges,
  chartsOf,
  facetInWords,
  facetsOf,
  isDrawn,
  isOfParts,
  kindInWords,
  largestLines,
  latestPoint,
  linesBetween,
  partnersIn,
  pointPlace,
  spread,
  valueInWords,
  wholesOf,
  yearMarks,
  yearPlace,
} from '../../src/network/series.ts'
import { nameLines } from '../../src/network/chartWords.ts'
import { yearsInWords } from '../../src/network/words.ts'
import { dayOf, outline, texts } from '../bundled.ts'

const seriesOf = (id: string): Series => texts.series.find((series) => series.id === id)!
const lastDay = dayOf('2026-06-18')
const yearsOf = (runs: { year: number }[][]) => runs.map((run) => run.map(({ year }) => year))

describe('facetsOf', () => {
  it('tells kinds from bases, and numbers from both', () => {
    // Crude and LNG to China stand side by side in 2010, in Mt.
    expect(facetsOf(seriesOf('energy'))).toEqual({ kinds: ['commodity'], bases: [] })
    // One basis for each pair, year and flow: it changes along a line.
    expect(facetsOf(seriesOf('trade'))).toEqual({ kinds: ['flow'], bases: ['basis'] })
    // India 2017 stands twice, by Russian statistics and by Indian fiscal years.
    expect(facetsOf(seriesOf('trade-alt'))).toEqual({ kinds: ['flow', 'basis'], bases: [] })
    expect(facetsOf(seriesOf('un-agreement'))).toEqual({ kinds: [], bases: [] })
  })

  it('reads facets as words', () => {
    expect(facetInWords('pipeline-gas')).toBe('pipeline gas')
    expect(facetInWords('lng')).toBe('LNG')
    expect(facetInWords('india-fy')).toBe('india FY')
  })
})

describe('kindInWords', () => {
  it('writes actors with their names', () => {
    const { actors } = outline
    expect(kindInWords('turnover, russia', actors)).toBe('turnover, Russia')
    expect(kindInWords('turnover, india FY', actors)).toBe('turnover, India FY')
    expect(kindInWords('pipeline gas', actors)).toBe('pipeline gas')
  })

  it('has the captions of charts of who counted what', () => {
    const trade = seriesOf('trade-alt')
    const charts = chartsOf(trade, 'RUS', ['CHN', 'IND'], lastDay)
    const captions = charts.map(
      (chart) => nameLines(chart, trade, 'RUS', ['CHN', 'IND'], String, outline.actors).caption,
    )
    expect(captions).toEqual([
      'Turnover, Russia, USD bn',
      'Exports, Russia, USD bn',
      'Imports, Russia, USD bn',
      'Turnover, India FY, USD bn',
    ])
  })
})

describe('linesBetween', () => {
  it('fills the years that a series covers with zeros where no row means none', () => {
    // Arms to Thailand: rows in 2008, 2011, 2015, 2018, 2021 and 2022; the series runs from 1992 to 2024.
    const [line, ...more] = linesBetween(seriesOf('arms-tiv'), 'RUS', 'THA', lastDay)
    expect(more).toEqual([])
    expect(line!.points).toHaveLength(33)
    expect(line!.runs).toHaveLength(1)
    expect(line!.points.filter(({ value }) => value > 0).map(({ year, value }) => [year, value])).toEqual([
      [2008, 2.9],
      [2011, 21.8],
      [2015, 14.5],
      [2018, 14.5],
      [2021, 21.8],
      [2022, 4],
    ])
    expect(latestPoint(line!)).toMatchObject({ year: 2024, value: 0, observation: null })
  })

  it('leaves a gap where no row means unknown', () => {
    // LNG to China in Mt: 2010 to 2012, 2014 to 2022, 2024 and 2025.
    const lines = linesBetween(seriesOf('energy'), 'RUS', 'CHN', lastDay)
    const gas = lines.find(({ kind, unit }) => kind === 'LNG' && unit === 'Mt')!
    expect(yearsOf(gas.runs)).toEqual([
      [2010, 2011, 2012],
      [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022],
      [2024, 2025],
    ])
  })

  it('breaks where the basis changes', () => {
    // India's turnover: the partner's statistics to 2020, Russian in 2021, unstated in 2022, the partner's again from 2023.
    const line = linesBetween(seriesOf('trade'), 'RUS', 'IND', lastDay).find(({ kind }) => kind === 'turnover')!
    expect(yearsOf(line.runs).map((years) => [years[0], years.at(-1)])).toEqual([
      [2005, 2020],
      [2021, 2021],
      [2022, 2022],
      [2023, 2024],
    ])
    expect(basisChanges(line)).toEqual([
      { year: 2021, before: 'partner', after: 'russia' },
      { year: 2022, before: 'russia', after: 'unstated' },
      { year: 2023, before: 'unstated', after: 'partner' },
    ])
    expect(latestPoint(line)).toMatchObject({ year: 2024, value: 70.6 })
  })

  it('knows a year once it has ended, and no line before its first row', () => {
    const turnoverAt = (date: string) =>
      linesBetween(seriesOf('trade'), 'RUS', 'IND', dayOf(date)).find(({ kind }) => kind === 'turnover')
    expect(latestPoint(turnoverAt('2024-12-30')!).year).toBe(2023)
    expect(latestPoint(turnoverAt('2024-12-31')!).year).toBe(2024)
    expect(turnoverAt('2005-12-30')).toBeUndefined()
    // Thailand's first delivery came in 2008: until then there is no line of zeros that would tell of it.
    expect(linesBetween(seriesOf('arms-tiv'), 'RUS', 'THA', dayOf('2008-12-30'))).toEqual([])
    expect(linesBetween(seriesOf('arms-tiv'), 'RUS', 'THA', dayOf('2009-06-30'))[0]!.points).toHaveLength(17)
  })

  it('keeps the two directions of a flow apart, from whichever side they are seen', () => {
    // North Korea delivered in 2023 and 2024, 125 and 130 TIV m; what it received ends in 2010.
    const lines = linesBetween(seriesOf('arms-tiv'), 'RUS', 'PRK', lastDay)
    expect(lines.map(({ direction }) => direction)).toEqual(['to', 'from'])
    expect(lines[1]!.points.slice(-3).map(({ value }) => value)).toEqual([0, 125, 130])
    expect(linesBetween(seriesOf('arms-tiv'), 'PRK', 'RUS', lastDay).map(({ direction }) => direction)).toEqual([
      'from',
      'to',
    ])
    expect(linesBetween(seriesOf('arms-tiv'), 'RUS', 'JPN', lastDay)).toEqual([])
  })
})

describe('before any series begins', () => {
  it('there are no lines, no charts and no wholes, and none of it fails', () => {
    // The earliest rows of all series are of 1992: nothing is known until that year has ended.
    for (const asOf of ['1981-06-30', '1990-01-01', '1992-12-30'].map(dayOf)) {
      for (const series of texts.series) {
        expect(linesBetween(series, 'RUS', 'IND', asOf)).toEqual([])
        expect(chartsOf(series, 'RUS', ['IND', 'CHN'], asOf)).toEqual([])
        expect(wholesOf(series, 'IND', asOf)).toEqual([])
        expect(partnersIn(series, 'RUS', asOf)).toEqual([])
      }
    }
  })
})

describe('chartsOf', () => {
  it('puts flows of one unit together, and each fuel and unit apart', () => {
    const trade = chartsOf(seriesOf('trade'), 'RUS', ['IND'], lastDay)
    expect(trade.map(({ unit, lines }) => [unit, lines.map(({ kind }) => kind)])).toEqual([
      ['USD bn', ['turnover', 'exports', 'imports']],
    ])
    // China's rows: crude 21, coal in Mt 18, LNG in Mt 14, pipeline gas 7, coal in EJ 6, LNG in bcm 4, coal with lignite 3.
    const energy = chartsOf(seriesOf('energy'), 'RUS', ['CHN'], lastDay)
    expect(energy.map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([
      'crude Mt',
      'coal Mt',
      'LNG Mt',
      'pipeline gas bcm',
      'coal EJ',
      'LNG bcm',
      'coal all Mt',
    ])
  })

  it('sets partners beside each other in the same unit only', () => {
    // Korea has one value of crude in Mt and one in barrels a day; Japan's barrels are of 2012.
    const energy = chartsOf(seriesOf('energy'), 'RUS', ['JPN', 'KOR'], lastDay)
    const crude = energy.filter(({ kind }) => kind === 'crude')
    expect(crude.map(({ unit, lines }) => [unit, lines.map(({ partner }) => partner)])).toEqual([
      ['Mt', ['JPN', 'KOR']],
      ['bbl/d', ['JPN', 'KOR']],
    ])
    expect(crude.map(isDrawn)).toEqual([true, false])
  })

  it('leaves the largest lines and those asked for', () => {
    const partners = partnersIn(seriesOf('un-agreement'), 'RUS', lastDay)
    expect(partners).toEqual(['CHN', 'IND', 'VNM', 'PRK', 'JPN', 'KOR', 'USA'])
    const [chart] = chartsOf(seriesOf('un-agreement'), 'RUS', partners, lastDay)
    const kept = largestLines(chart!, 1, ['USA']).lines.map(({ partner }) => partner)
    expect(kept).toHaveLength(2)
    expect(kept.at(-1)).toBe('USA')
    expect(largestLines(chart!, 0).lines).toEqual([])
  })
})

describe('wholesOf', () => {
  it('adds up what a recipient received in each window', () => {
    const series = seriesOf('arms-share')
    expect(isOfParts(series)).toBe(true)
    const wholes = wholesOf(series, 'IND', lastDay)
    expect(wholes.map(yearsInWords)).toEqual([
      '1995 to 1999',
      '2000 to 2004',
      '2005 to 2009',
      '2010 to 2014',
      '2015 to 2019',
      '2019 to 2023',
      '2020 to 2024',
    ])
    // 4270.8 from Russia of 5969.5: the published share is 71.5 per cent.
    expect(wholes[0]!.total).toBeCloseTo(5969.6, 1)
    expect(wholes[0]!.parts[0]!.share).toBeCloseTo(0.715, 3)
    expect(wholes[0]!.parts.map(({ from }) => from)).toEqual(['RUS', 'NLD', 'GBR', 'FRA', 'SVK', 'ISR', 'OTHER'])
    expect(wholesOf(series, 'IND', dayOf('2024-12-30')).at(-1)!.until).toBe(2023)
    expect(wholesOf(series, 'IND', dayOf('1999-12-30'))).toEqual([])
  })

  it('makes a line of the share of one supplier', () => {
    const [chart] = chartsOf(seriesOf('arms-share'), 'RUS', ['IND', 'CHN'], lastDay)
    expect(chart!.lines.map(({ partner }) => partner)).toEqual(['IND', 'CHN'])
    const shares = chart!.lines[0]!.points.map(({ value }) => Math.round(value * 10) / 10)
    expect(shares).toEqual([71.5, 76.1, 71.5, 71.8, 55.1, 36.5, 38.3])
    // The windows 2019-23 and 2020-24 overlap: neither is a gap.
    expect(chart!.lines[0]!.runs).toHaveLength(1)
  })
})

describe('the axis of years', () => {
  it('places days and values', () => {
    expect(yearPlace(dayOf('2015-01-01'))).toBe(2015)
    expect(yearPlace(dayOf('2015-12-31'))).toBeCloseTo(2016, 2)
    expect(pointPlace({ year: 2015, until: 2015, value: 0, basis: '', observation: null })).toBe(2015.5)
    expect(pointPlace({ year: 2020, until: 2024, value: 0, basis: '', observation: null })).toBe(2022.5)
  })

  it('labels few enough years', () => {
    expect(yearMarks(1992, 2026.5, 4)).toEqual([2000, 2010, 2020])
    expect(yearMarks(2019, 2022, 4)).toEqual([2019, 2020, 2021, 2022])
    expect(yearMarks(2015.5, 2015.9, 4)).toEqual([])
  })

  it('moves labels apart within bounds', () => {
    expect(spread([50, 52, 10], 12, 0, 100)).toEqual([50, 62, 10])
    expect(spread([99, 100], 12, 0, 100)).toEqual([88, 100])
    expect(spread([], 12, 0, 100)).toEqual([])
  })

  it('writes values with their unit', () => {
    expect(valueInWords(1236, 'TIV m')).toBe('1,236 TIV m')
    expect(valueInWords(0.0342, 'USD bn')).toBe('0.0342 USD bn')
    expect(valueInWords(71.542, '%')).toBe('71.5 %')
  })
})
