import { describe, expect, it } from 'vitest'
import { comparePartners, dollarsOf, partnersByWeight, type ComparisonInput } from '../../src/network/compare.ts'
import { select } from '../../src/network/select.ts'
import { linksOf } from '../../src/network/links.ts'
import type { Filters } from '../../src/network/filters.ts'
import { columns, dayOf, filtersWith, outline, texts } from '../bundled.ts'

function at(asOf: string, own: Partial<Filters> = {}): ComparisonInput {
  const filters = filtersWith(own)
  const selection = select(columns, filters, dayOf(asOf), null)
  return { columns, selection, links: linksOf(columns, filters, selection), texts }
}

const ids = (positions: readonly number[]) => positions.map((position) => outline.initiatives.at(position)!.id)

// Malaysia has five: MiG-29 (signed 1994, completed), Su-30 (announced 2003, completed), an astronaut (2003, completed),
// MC-21 airliners (2010, stalled), and a summit of several states since 2016. The Philippines have four: an agreement on
// arms (24 October 2017, delivering the day after), RPG-7 (the same day, stalled), Mi-17 (2021, cancelled), and nuclear
// power (signed 2017 and 2019).

describe('comparePartners', () => {
  it('counts what each partner has, outputs apart, by relation type', () => {
    const [malaysia, philippines] = comparePartners(at('2026-06-18'), 'RUS', ['MYS', 'PHL'])
    expect(malaysia!.dyad).toBe('RUS-MYS')
    expect(malaysia!.initiatives).toHaveLength(5)
    expect(malaysia!.account.outputs).toEqual({ realised: 3, pending: 0, ended: 0, failed: 1 })
    expect(malaysia!.account.processes).toEqual({ realised: 1, pending: 0, ended: 0, failed: 0 })
    expect(malaysia!.everRealised).toBe(3)
    expect([...malaysia!.types.keys()].sort()).toEqual(['arms', 'diplomacy', 'economy'])
    expect(malaysia!.types.get('economy')!.outputs).toEqual({ realised: 1, pending: 0, ended: 0, failed: 1 })
    expect(philippines!.account.outputs).toEqual({ realised: 1, pending: 1, ended: 0, failed: 2 })
    expect(philippines!.everRealised).toBe(1)
  })

  it('names the newest, and the largest by stated dollars', () => {
    const [malaysia, philippines] = comparePartners(at('2026-06-18'), 'RUS', ['MYS', 'PHL'])
    // The astronaut's flight was signed after the fighters were announced.
    expect(ids(malaysia!.newest)).toEqual([
      'rus-apec-eastern-economic-forum-leaders',
      'rus-mys-mc21-crecom',
      'rus-mys-angkasawan',
    ])
    // 5 bn for the airliners, 900 m for the Su-30, and of two reports on the MiG-29 the higher one, 600 m.
    expect(malaysia!.largest.map(({ dollars }) => dollars)).toEqual([5, 0.9, 0.6])
    expect(ids(malaysia!.largest.map(({ initiative }) => initiative))).toEqual([
      'rus-mys-mc21-crecom',
      'rus-mys-su30mkm',
      'rus-mys-mig29n',
    ])
    expect(philippines!.largest.map(({ figure }) => figure.value)).toEqual([227, 7.48])
  })

  it('says what only one of them has', () => {
    const [malaysia, philippines] = comparePartners(at('2026-06-18'), 'RUS', ['MYS', 'PHL'])
    // Both have arms transfers, two each.
    const onlyOf = (column: typeof malaysia) => column!.only.map(({ subtype, initiatives }) => [subtype, initiatives])
    expect(onlyOf(malaysia).sort()).toEqual([
      ['diplomacy/summit', 1],
      ['economy/technology', 1],
      ['economy/transport', 1],
    ])
    expect(onlyOf(philippines).sort()).toEqual([
      ['arms/agreement', 1],
      ['energy/nuclear-power', 1],
    ])
    // Alone there is nobody to differ from.
    expect(comparePartners(at('2026-06-18'), 'RUS', ['MYS'])[0]!.only).toEqual([])
    expect(comparePartners(at('2026-06-18'), 'RUS', [])).toEqual([])
  })

  it('knows nothing after the as-of date and follows the filters', () => {
    // By the end of 2005 the Su-30 were promised only; their 900 m stood in the contract of August 2003.
    const [early] = comparePartners(at('2005-12-31'), 'RUS', ['MYS', 'PHL'])
    expect(early!.account.outputs).toEqual({ realised: 1, pending: 2, ended: 0, failed: 0 })
    expect(early!.largest.map(({ dollars }) => dollars)).toEqual([0.9, 0.6])
    const [arms, none] = comparePartners(at('2026-06-18', { type: ['arms'], partner: ['MYS'] }), 'RUS', ['MYS', 'PHL'])
    expect(arms!.initiatives).toHaveLength(2)
    expect(none!.initiatives).toEqual([])
    expect(none!.types.size).toBe(0)
  })
})

describe('partnersByWeight', () => {
  it('puts the partners with most initiatives first', () => {
    // With Russia China has 81 of its 83, India 57 of its 59: the others are their own.
    expect(partnersByWeight(at('2026-06-18'), 'RUS').slice(0, 2)).toEqual(['CHN', 'IND'])
    expect(partnersByWeight(at('1970-01-01'), 'RUS')).toEqual([])
  })
})

describe('dollarsOf', () => {
  it('reads dollars only, and no trade between countries', () => {
    const figure = { sources: ['x'] }
    expect(dollarsOf({ ...figure, kind: 'contract value', value: 900, unit: 'USD m' })).toBe(0.9)
    expect(dollarsOf({ ...figure, kind: 'contract value', value: 400, unit: 'USD bn' })).toBe(400)
    expect(dollarsOf({ ...figure, kind: 'contract value', value: 3, unit: 'EUR bn' })).toBeNull()
    expect(dollarsOf({ ...figure, kind: 'target', value: 200, unit: 'USD bn' })).toBeNull()
    expect(dollarsOf({ ...figure, kind: 'trade reached in 2022', value: 190.27, unit: 'USD bn' })).toBeNull()
  })
})
