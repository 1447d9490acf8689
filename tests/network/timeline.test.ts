import { describe, expect, it } from 'vitest'
import type { Filters } from '../../src/network/filters.ts'
import { select } from '../../src/network/select.ts'
import { groupsByPartner, groupsByType } from '../../src/network/timeline.ts'
import { columns, dayOf, filtersWith, linksAt, outline } from '../bundled.ts'

const selectionAt = (own: Partial<Filters>, asOf: string) => select(columns, filtersWith(own), dayOf(asOf), null)
const byPartner = (own: Partial<Filters>, asOf: string, focus = 'RUS') =>
  groupsByPartner(columns, selectionAt(own, asOf), linksAt(own, asOf), focus)
const byType = (own: Partial<Filters>, asOf: string) => groupsByType(columns, selectionAt(own, asOf))
const idsOf = (positions: readonly number[]) => positions.map((position) => outline.initiatives.at(position)!.id)

describe('groupsByPartner', () => {
  it('puts a partner with its initiatives by the day they begin', () => {
    // 1994-06, 2003-05-19, 2003-08-05, 2010-06-07, 2016-09; only the offer of 2010, of MC-21 airliners, came to nothing.
    const [malaysia, ...rest] = byPartner({ partner: ['MYS'] }, '2026-06-18')
    expect(rest).toEqual([])
    expect(malaysia).toMatchObject({ id: 'RUS-MYS', label: 'Malaysia', shared: 0 })
    expect(idsOf(malaysia!.initiatives)).toEqual([
      'rus-mys-mig29n',
      'rus-mys-su30mkm',
      'rus-mys-angkasawan',
      'rus-mys-mc21-crecom',
      'rus-apec-eastern-economic-forum-leaders',
    ])
    expect(malaysia!.tally).toEqual({ realised: 4, pending: 0, ended: 0, failed: 1 })
  })

  it('leaves out what begins after the day', () => {
    const [malaysia] = byPartner({ partner: ['MYS'] }, '2003-05-19')
    expect(idsOf(malaysia!.initiatives)).toEqual(['rus-mys-mig29n', 'rus-mys-su30mkm'])
  })

  it('puts the partner with most initiatives first, and last the ties in which the focus has no part', () => {
    const groups = byPartner({}, '2026-06-18')
    expect(groups.slice(0, 3).map(({ label }) => label)).toEqual(['China', 'India', 'South Korea'])
    expect(groups.at(-1)).toMatchObject({ id: 'without', label: 'Ties without Russia' })
    // Every initiative of the dataset stands somewhere.
    expect(new Set(groups.flatMap(({ initiatives }) => initiatives)).size).toBe(380)
  })

  it('puts an initiative with each of its partners and says how many are shared', () => {
    // Telephony and nuclear power were agreed with Cambodia and Laos together; Cambodia alone has its old debt.
    const cambodia = byPartner({}, '2026-06-18').find(({ id }) => id === 'RUS-KHM')!
    expect(idsOf(cambodia.initiatives)).toEqual(['rus-khm-lao-vimpelcom', 'rus-khm-soviet-debt', 'rus-khm-lao-nuclear'])
    expect(cambodia.shared).toBe(2)
    // Where a filter leaves one of the two partners, nothing shown is shared.
    expect(byPartner({ partner: ['KHM'] }, '2026-06-18')[0]).toMatchObject({ id: 'RUS-KHM', shared: 0 })
  })

  it('follows the focus', () => {
    const groups = byPartner({ partner: ['MYS'] }, '2026-06-18', 'MYS')
    expect(groups.map(({ label }) => label)).toEqual(['Russia'])
  })

  it('has one group on the first day and none before it', () => {
    // The Vietsovpetro agreement of June 1981, the first record.
    expect(byPartner({}, '1981-06-30').map(({ label, initiatives }) => [label, idsOf(initiatives)])).toEqual([
      ['Vietnam', ['rus-vnm-vietsovpetro']],
    ])
    expect(byPartner({}, '1981-06-29')).toEqual([])
  })
})

describe('groupsByType', () => {
  it('has a group for each relation type with anything in it, in the order of the dataset', () => {
    const groups = byType({ partner: ['MYS'] }, '2026-06-18')
    // Two arms contracts of 1994 and 2003, the summit since 2016, the spaceman of 2003 and the airliners of 2010.
    expect(groups.map(({ label, initiatives }) => [label, initiatives.length])).toEqual([
      ['Arms', 2],
      ['Diplomacy', 1],
      ['Economy', 2],
    ])
    expect(groups[2]).toMatchObject({
      id: 'economy',
      shared: 0,
      tally: { realised: 1, pending: 0, ended: 0, failed: 1 },
    })
  })

  it('is empty where nothing is selected', () => {
    expect(byType({ type: [] }, '2026-06-18')).toEqual([])
  })
})
