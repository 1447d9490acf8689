import { describe, expect, it } from 'vitest'
import type { Link, Tally } from '../../src/network/links.ts'
import { linksBetween, tiesInWords } from '../../src/network/neighbours.ts'
import { columns } from '../bundled.ts'
import { linksBetween as made } from './smallNetwork.ts'

const link = (type: string, size: number, tally: Partial<Tally> = {}, own: Partial<Link> = {}): Link => ({
  ...made('AB')[0]!,
  type,
  size,
  tally: { realised: 0, pending: 0, ended: 0, failed: 0, ...tally },
  ...own,
})

describe('what two actors have with each other', () => {
  it('is told by number, results and the type that most are of', () => {
    const words = tiesInWords(
      columns,
      [link('arms', 11, { realised: 7, failed: 4 }), link('energy', 7, { realised: 4, pending: 3 })],
      'Russia',
    )
    expect(words).toBe('18 initiatives with Russia, 11 realised, mostly arms')
  })

  it('names two types where neither has more than half, and none where it would take three', () => {
    const four = [link('arms', 3), link('energy', 2), link('diplomacy', 2)]
    expect(tiesInWords(columns, four, 'Russia')).toBe(
      '7 initiatives with Russia, none realised, mostly arms and energy',
    )
    const even = [link('arms', 1), link('energy', 1), link('diplomacy', 1), link('economy', 1)]
    expect(tiesInWords(columns, even, 'Russia')).toBe('4 initiatives with Russia, none realised')
  })

  it('never counts conflict as a result', () => {
    const conflict = link('diplomacy', 2, { realised: 2 }, { valence: 'conflict' })
    expect(tiesInWords(columns, [link('diplomacy', 1, { realised: 1 }), conflict], 'Russia')).toBe(
      '3 initiatives with Russia, 1 realised, all diplomacy, 2 in conflict',
    )
    expect(tiesInWords(columns, [conflict], 'Russia')).toBe('2 initiatives with Russia, all diplomacy, 2 in conflict')
  })

  it('is found whichever of the two stands first', () => {
    const links = made('AB AC BC')
    expect(linksBetween(links, 'C', 'A').map(({ dyad }) => dyad.id)).toEqual(['A-C'])
    expect(linksBetween(links, 'A', 'A')).toEqual([])
  })
})
