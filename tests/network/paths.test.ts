import { describe, expect, it } from 'vitest'
import { dyadGraph } from '../../src/network/dyadGraph.ts'
import { shortestChain } from '../../src/network/paths.ts'
import { linksAt, outline } from '../bundled.ts'
import { actorsOf, linksBetween } from './smallNetwork.ts'

describe('the shortest chain', () => {
  // A reaches D by B with 2 + 3 initiatives, by C with 4 + 2, and by E and F in one more step.
  const links = linksBetween('AB2 BD3 AC4 CD2 AE9 EF9 DF9 GH')
  const graph = dyadGraph(actorsOf('ABCDEFGH'), links)

  it('has the fewest ties, and of those the most initiatives', () => {
    expect(shortestChain(graph, 'A', 'D')).toEqual({
      actors: ['A', 'C', 'D'],
      dyads: ['A-C', 'C-D'],
      weight: 6,
      count: 2,
    })
    expect(shortestChain(graph, 'D', 'A')!.actors).toEqual(['D', 'C', 'A'])
  })

  it('is one tie between partners', () => {
    expect(shortestChain(graph, 'A', 'E')).toEqual({ actors: ['A', 'E'], dyads: ['A-E'], weight: 9, count: 1 })
  })

  it('is none between two parts, to oneself, and where there are no ties', () => {
    expect(shortestChain(graph, 'A', 'G')).toBeNull()
    expect(shortestChain(graph, 'A', 'A')).toBeNull()
    expect(shortestChain(dyadGraph(actorsOf('AB'), []), 'A', 'B')).toBeNull()
  })

  it('goes round an actor that is left out', () => {
    const around = dyadGraph(actorsOf('ABCDEFGH'), links, 'C')
    expect(shortestChain(around, 'A', 'D')!.actors).toEqual(['A', 'B', 'D'])
    expect(shortestChain(around, 'A', 'C')).toBeNull()
  })

  it('leads from China to Vietnam by Russia, and without it by the Eurasian Economic Union', () => {
    // Russia has 81 initiatives with China and 32 with Vietnam; the union has two agreements with each.
    const all = linksAt({}, outline.asOf)
    const { actors, weight, count } = shortestChain(dyadGraph(outline, all), 'CHN', 'VNM')!
    expect([actors, weight, count]).toEqual([['CHN', 'RUS', 'VNM'], 113, 2])
    const around = shortestChain(dyadGraph(outline, all, 'RUS'), 'CHN', 'VNM')!
    expect([around.actors, around.weight, around.count]).toEqual([['CHN', 'EEU', 'VNM'], 4, 1])
  })
})
