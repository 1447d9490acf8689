import { describe, expect, it } from 'vitest'
import { relaxations } from '../../src/network/relax.ts'
import { columns, dayOf, filtersWith } from '../bundled.ts'

describe('relaxations', () => {
  it('says what each filter costs, the dearest first', () => {
    // Malaysia has no energy initiative; of its five, two are of arms. Energy has 74 in all.
    const ways = relaxations(columns, filtersWith({ type: ['energy'], partner: ['MYS'] }), dayOf('2026-06-18'), null)
    expect(ways.map(({ part, initiatives }) => [part, initiatives])).toEqual([
      ['partner', 74],
      ['type', 5],
    ])
    expect(ways[1]!.filters).toEqual(filtersWith({ partner: ['MYS'] }))
  })

  it('leaves out filters that alone would change nothing', () => {
    const ways = relaxations(columns, filtersWith({ type: [], outcome: [] }), dayOf('2026-06-18'), null)
    expect(ways).toEqual([])
  })
})
