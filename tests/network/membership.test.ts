import { describe, expect, it } from 'vitest'
import { everySupplier, membersOf, organisationsOf, suppliersSeries, suppliesAt } from '../../src/network/membership.ts'
import { dayOf, outline, texts } from '../bundled.ts'

const roles = (member: string, date: string) =>
  membersOf(texts, ['SCO'], dayOf(date)).flatMap((own) => (own.member === member ? [own.role] : []))

describe('membersOf', () => {
  it('gives the role that was in force on the day', () => {
    // data/memberships.csv: dialogue partner 2010 to 2015, observer to 4 July 2024, member since.
    expect(roles('BLR', '2009-12-31')).toEqual([])
    expect(roles('BLR', '2012-01-01')).toEqual(['dialogue-partner'])
    expect(roles('BLR', '2024-07-03')).toEqual(['observer'])
    expect(roles('BLR', '2024-07-04')).toEqual(['member'])
  })

  it('holds nobody before an organisation is founded, and nobody of none', () => {
    expect(membersOf(texts, ['SCO'], dayOf('2001-06-14'))).toEqual([])
    expect(membersOf(texts, [], dayOf('2026-06-18'))).toEqual([])
  })
})

describe('organisationsOf', () => {
  const own = organisationsOf(outline, texts)

  it('puts a state in the smallest core organisation that it was a full member of', () => {
    // Kazakhstan belongs to the EEU (fewer members) and to the SCO; Vietnam to ASEAN and APEC; India to the SCO and EAS.
    expect([own.get('KAZ'), own.get('VNM'), own.get('IND')]).toEqual(['EEU', 'ASEAN', 'SCO'])
  })

  it('leaves out who belongs to none', () => {
    expect(own.has('PRK')).toBe(false)
    expect(own.has('ASEAN')).toBe(false)
  })
})

describe('suppliesAt', () => {
  const series = suppliersSeries(texts)!
  const to = (recipients: string[], date: string, period: [number, number] | null = null) =>
    suppliesAt(series, recipients, 'RUS', period, dayOf(date)).map(
      ({ supplier, recipient, share, years }) => `${supplier}>${recipient} ${Math.round(share * 100)} ${years[0]}`,
    )

  it('gives the other suppliers of a tenth or more in the latest window', () => {
    // data/series/arms-share.csv, Vietnam 2020-24: the Netherlands 17.6, Belarus 17.5, the USA 13.9, the Czechs 8.5 %.
    expect(to(['VNM'], '2026-06-18')).toEqual(['NLD>VNM 18 2020', 'BLR>VNM 18 2020', 'USA>VNM 14 2020'])
    // 2010-14: none but Russia delivered a tenth.
    expect(to(['VNM'], '2015-12-31')).toEqual([])
  })

  it('keeps to the period and the day', () => {
    expect(to(['VNM'], '2024-12-30')).not.toContain('BLR>VNM 18 2020')
    expect(to(['VNM'], '1998-12-31')).toEqual([])
    expect(to(['VNM'], '2026-06-18', [2010, 2014])).toEqual([])
    expect(to(['RUS'], '2026-06-18')).toEqual([])
  })

  it('knows everyone who may come to be shown', () => {
    const all = everySupplier(series, ['VNM'], 'RUS')
    expect(all.get('NLD')).toEqual(['VNM'])
    expect(all.has('RUS')).toBe(false)
    expect(all.has('OTHER')).toBe(false)
    expect(all.has('CZE')).toBe(false)
  })
})
