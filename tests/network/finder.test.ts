import { describe, expect, it } from 'vitest'
import { createFinder } from '../../src/network/finder.ts'
import type { FoundGroup } from '../../src/network/found.ts'
import { columns, outline, texts } from '../bundled.ts'

const finder = await createFinder(outline, texts)
const find = (query: string, most: number) => finder.find(query, most) as FoundGroup[]
const idsOf = (query: string, kind: string, most = 8) =>
  find(query, most).find((group) => group.kind === kind)?.ids ?? []

describe('createFinder', () => {
  it('finds an actor by any of its names, with or without marks over letters', () => {
    for (const query of ['Vietnam', 'viet', 'Việt', 'Вьетнам', 'VNM']) expect(idsOf(query, 'actor')[0]).toBe('VNM')
  })

  it('finds initiatives by title, company and note, the title first', () => {
    expect(idsOf('loans-for-oil', 'initiative')[0]).toBe('rus-chn-espo-spur-loans-for-oil')
    expect(idsOf('China Development Bank Skovorodino', 'initiative')).toEqual(['rus-chn-espo-spur-loans-for-oil'])
  })

  it('forgives a slip of the finger, but not in short words or numbers', () => {
    expect(idsOf('pipelime daqing', 'initiative')).toContain('rus-chn-espo-spur-loans-for-oil')
    expect(idsOf('su 35', 'initiative')).toContain('rus-chn-su-35-transfer')
    expect(idsOf('su 36', 'initiative')).not.toContain('rus-chn-su-35-transfer')
  })

  it('finds a source and knows which initiatives cite it', () => {
    expect(idsOf('domain-b loan-for-oil', 'source')).toEqual(['domainb-2009-02-18-loan-for-oil'])
    expect(finder.citing('domainb-2009-02-18-loan-for-oil')).toEqual([
      columns.positions.get('rus-chn-espo-spur-loans-for-oil'),
    ])
  })

  it('gives the best few of each kind and says how many there are', () => {
    const [actors, initiatives] = find('china', 3)
    // The other is RIC: Russia-India-China.
    expect(actors).toEqual({ kind: 'actor', ids: ['CHN', 'RIC'], total: 2 })
    expect(initiatives!.ids).toHaveLength(3)
    expect(initiatives!.total).toBeGreaterThan(3)
  })

  it('finds nothing where nothing is asked or nothing matches', () => {
    expect(find('', 8)).toEqual([])
    expect(find('zzzqqq', 8)).toEqual([])
  })

  it('knows actors while the texts are on their way', async () => {
    expect((await createFinder(outline, null)).find('China', 8)).toEqual([
      { kind: 'actor', ids: ['CHN', 'RIC'], total: 2 },
    ])
  })
})
