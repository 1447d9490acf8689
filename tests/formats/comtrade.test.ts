import { describe, expect, it } from 'vitest'
import { comtrade } from '../../src/formats/comtrade.ts'
import type { Reading } from '../../src/formats/reading.ts'
import { courseOf, readText, recognises, throwsNothingElse } from './readers.ts'

/** Written for these tests in the forms of the two interfaces; the figures are made up. */
const NEW =
  'typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,cmdCode,cmdDesc,customsCode,motCode,primaryValue,isAggregate\n'
const newRow = (
  year: string,
  reporter: string,
  flow: string,
  partner: string,
  value: string,
  rest = 'TOTAL,All Commodities,C00,0',
) => `C,A,${year}0101,${year},52,${year},${reporter},${flow},${partner},0,W00,World,H6,${rest},${value},True\n`
const RUSSIA = '643,RUS,Russian Federation'
const CHINA = '156,CHN,China'
const OLD =
  'Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Trade Value (US$),Flag\n'

const valid =
  NEW +
  newRow('2015', RUSSIA, 'X,Export', CHINA, '28335250000') +
  newRow('2015', RUSSIA, 'M,Import', CHINA, '34950700000.5') +
  newRow('2014', CHINA, 'M,Import', RUSSIA, '41558600000') +
  newRow('2015', RUSSIA, 'X,Export', '0,W00,World', '341467000000') +
  newRow('2015', RUSSIA, 'X,Export', '899,_X ,"Areas, nes"', '1000')

const flowsOf = ({ dataset }: Reading) =>
  dataset.series[0]!.observations.map(({ from, to, year, value, unit, facets }) => [
    from,
    to,
    year,
    value,
    unit,
    facets,
  ])

describe('UN Comtrade', () => {
  it('is recognised in its present form and in the one before', () => {
    expect(recognises(comtrade, valid)).toBe(true)
    expect(recognises(comtrade, OLD)).toBe(true)
    expect(recognises(comtrade, 'reporter,partner,date\nRussia,China,2015\n')).toBe(false)
  })

  it('becomes a series of goods from the exporter to the importer, in millions', async () => {
    const reading = await readText(comtrade, valid)
    expect(flowsOf(reading)).toEqual([
      ['RUS', 'CHN', 2015, 28335.25, 'USD m', { flow: 'exports' }],
      ['CHN', 'RUS', 2015, 34950.700001, 'USD m', { flow: 'imports' }],
      // China's imports came from Russia.
      ['RUS', 'CHN', 2014, 41558.6, 'USD m', { flow: 'imports' }],
    ])
    expect([reading.taken, reading.rejected]).toEqual([3, []])
    expect(reading.dataset.asOf).toBe('2015-12-31')
  })

  it('becomes one tie a dyad, from the first year, so that the network shows it', async () => {
    const { dataset } = await readText(comtrade, valid)
    expect(
      dataset.initiatives.map((own) => [own.title, own.type, own.subtype, own.directed, ...courseOf(own)]),
    ).toEqual([['Trade between Russia and China', 'economy', 'trade', false, '2014 in-force']])
  })

  it('leaves out the world and areas that are no one, and says how many rows', async () => {
    const { notes, dataset } = await readText(comtrade, valid)
    expect(notes).toEqual([
      'Rows on trade with the world as a whole, or with areas that are not specified, which were left out: 2.',
    ])
    expect(dataset.actors.map(({ id }) => id)).toEqual(['RUS', 'CHN'])
  })

  it('reads the form before, with its own numbers and spellings', async () => {
    const reading = await readText(
      comtrade,
      `${OLD}HS,2010,2010,2010,0,0,1,Import,842,USA,USA,699,India,IND,27,Mineral fuels,5000000,0\nHS,2010,2010,2010,0,0,2,Export,842,USA,USA,490,"Other Asia, nes",,TOTAL,All Commodities,7000000,0\nHS,2010,2010,2010,0,0,2,Export,842,USA,USA,810,Fmr USSR,SUN,TOTAL,All Commodities,0,0\n`,
    )
    expect(flowsOf(reading)).toEqual([
      ['IND', 'USA', 2010, 5, 'USD m', { flow: 'imports', commodity: '27 Mineral fuels' }],
      ['USA', 'TWN', 2010, 7, 'USD m', { flow: 'exports' }],
      ['USA', 'SUN', 2010, 0, 'USD m', { flow: 'exports' }],
    ])
    expect(reading.notes).toEqual(['"Other Asia, nes" was taken for Taiwan, as the UN itself explains it.'])
    // A flow of zero is a figure, but no tie.
    expect(reading.dataset.initiatives.map(({ to }) => to[0])).toEqual(['USA', 'TWN'])
  })

  it('adds up months, once each', async () => {
    const month = (period: string, value: string) => `${period},Russian Federation,China,X,${value}\n`
    const reading = await readText(
      comtrade,
      `period,reporterDesc,partnerDesc,flowCode,primaryValue\n${month('201501', '1000000')}${month('201502', '2000000')}${month('201502', '9000000')}`,
    )
    expect(flowsOf(reading)).toEqual([['RUS', 'CHN', 2015, 3, 'USD m', { flow: 'exports' }]])
    expect([reading.taken, reading.rejected[0]!.line]).toEqual([2, 4])
    expect(reading.notes).toEqual(['Months were added up to years; a year of which months are missing is too low.'])
  })

  it.each([
    ['year 99999', newRow('99999', RUSSIA, 'X,Export', CHINA, '1'), 'no year of four digits'],
    ['a value that is none', newRow('2013', RUSSIA, 'X,Export', CHINA, 'NaN'), 'is no figure'],
    ['a flow that is none', newRow('2013', RUSSIA, 'Q,Transit', CHINA, '1'), '"Transit" is neither'],
    ['an actor with itself', newRow('2013', RUSSIA, 'X,Export', RUSSIA, '1'), 'the same actor'],
    ['the same twice', newRow('2015', RUSSIA, 'X,Export', CHINA, '5'), 'stands in an earlier row'],
    ['a part of a total', newRow('2013', RUSSIA, 'X,Export', CHINA, '1', 'TOTAL,All,C00,2100'), 'mode of transport'],
  ])('rejects %s, with the reason', async (_, row, reason) => {
    const { taken, rejected } = await readText(comtrade, valid + row)
    expect([taken, rejected.length, rejected[0]!.line]).toEqual([3, 1, 7])
    expect(rejected[0]!.reason).toContain(reason)
  })

  it('throws nothing but its own error', () => throwsNothingElse(comtrade, valid))
})
