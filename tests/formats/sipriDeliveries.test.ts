import { describe, expect, it } from 'vitest'
import { sipriDeliveries } from '../../src/formats/sipriDeliveries.ts'
import { sipriRegister } from '../../src/formats/sipriRegister.ts'
import { courseOf, readText, recognises, throwsNothingElse } from './readers.ts'

const HEAD =
  'SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production\n'
/** Written for this test in the form of the download; the deals are made up. */
const ROWS = [
  '501,Russia,India,T-90S,tank,Armoured vehicles,2006,No,60,No,2009,No,New,2.5,2.5,150.1,Yes',
  '501,Russia,India,T-90S,tank,Armoured vehicles,2006,No,40,Yes,2007,No,New,2.5,2.5,100.2,Yes',
  '502,Russia,India,R-77,BVRAAM,Missiles,1996,Yes,10,No,2009,No,New,0.2,0.2,2.05,No',
  '503,France,India,Rafale,FGA aircraft,Aircraft,2016,No,4,No,2019,No,New,50,50,200,No',
]
const valid = `Source: SIPRI Arms Transfers Database (c) SIPRI.\nData generated: 3 Jan 2025 9:16:02 PM\n${HEAD}${ROWS.join('\n')}\n`

describe('SIPRI deliveries', () => {
  it('are recognised, and not taken for the register', () => {
    expect(recognises(sipriDeliveries, valid)).toBe(true)
    expect(recognises(sipriRegister, valid)).toBe(false)
  })

  it('become one initiative an order, from the order to the last delivery', async () => {
    const { dataset, taken, rejected } = await readText(sipriDeliveries, valid)
    expect([taken, rejected]).toEqual([4, []])
    const [tanks, missiles, aircraft] = dataset.initiatives
    expect(dataset.initiatives.map(({ title, subtype }) => [title, subtype])).toEqual([
      ['100 T-90S tank', 'licence'],
      ['10 R-77 BVRAAM', 'transfer'],
      ['4 Rafale FGA aircraft', 'transfer'],
    ])
    expect(courseOf(tanks!)).toEqual(['2006 signed', '2007 delivering', '2009 delivering'])
    expect(courseOf(aircraft!)).toEqual(['2016 signed', '2019 delivering'])
    expect(tanks!.summary).toBe('Delivered: 40 in 2007, 60 in 2009. Some of these figures are SIPRI’s estimates.')
    expect(tanks!.magnitudes!.map(({ kind, value, date }) => [kind, value, date])).toEqual([
      ['number delivered', 100, '2009'],
      // 150.1 and 100.2
      ['TIV delivered', 250.3, '2009'],
    ])
    expect(missiles!.milestones[0]!.note).toContain('estimate')
    expect(missiles!.tags).toEqual(['Missiles', 'New'])
  })

  it('become a series of what each supplier delivered to each recipient in a year', async () => {
    const { dataset } = await readText(sipriDeliveries, valid)
    expect(
      dataset.series[0]!.observations.map(({ from, to, year, value, unit }) => [from, to, year, value, unit]),
    ).toEqual([
      ['RUS', 'IND', 2007, 100.2, 'TIV m'],
      // 150.1 for tanks and 2.05 for missiles
      ['RUS', 'IND', 2009, 152.15, 'TIV m'],
      ['FRA', 'IND', 2019, 200, 'TIV m'],
    ])
  })

  it.each([
    ['year 99999', '9,Russia,India,A,B,C,2006,No,1,No,99999,No,New,1,1,1,No', '"99999", is no year'],
    [
      'a year of order in words',
      '9,Russia,India,A,B,C,long ago,No,1,No,2009,No,New,1,1,1,No',
      '"long ago", is no year',
    ],
    ['an actor with itself', '9,Russia,Russia,A,B,C,2006,No,1,No,2009,No,New,1,1,1,No', 'the same actor'],
    ['a row cut short', '9,Russia,India', '3 cells where the head has 17'],
  ])('reject %s, with the reason', async (_, row, reason) => {
    const { taken, rejected } = await readText(sipriDeliveries, `${valid}${row}\n`)
    expect([taken, rejected.length, rejected[0]!.line]).toEqual([4, 1, 8])
    expect(rejected[0]!.reason).toContain(reason)
  })

  it('take figures that are none for unknown', async () => {
    const { dataset } = await readText(
      sipriDeliveries,
      `${HEAD}9,Russia,India,A,B,C,2006,No,some,No,2009,No,New,1,1,NaN,No\n`,
    )
    expect(dataset.initiatives[0]!.magnitudes).toBeUndefined()
    expect(dataset.series).toEqual([])
  })

  it('throw nothing but their own error', () => throwsNothingElse(sipriDeliveries, valid))
})
