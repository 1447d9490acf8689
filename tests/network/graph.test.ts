import { describe, expect, it } from 'vitest'
import { graphOf, neighbourhoodOf } from '../../src/network/graph.ts'
import { linksAt, outline } from '../bundled.ts'

describe('the graph of links', () => {
  // On 2017-10-24 the Philippines had two arms initiatives with Russia, both signed that day, and nothing else.
  const graph = graphOf(outline, linksAt({ partner: ['PHL', 'SGP'] }, '2017-10-24'))

  it('has every actor, tied or not', () => {
    expect(graph.order).toBe(outline.actors.length)
  })

  it('knows the neighbourhood of an actor', () => {
    const { actors, links } = neighbourhoodOf(graph, 'PHL')
    expect([...actors].toSorted()).toEqual(['PHL', 'RUS'])
    expect([...links]).toEqual(['RUS-PHL/arms'])
    expect(neighbourhoodOf(graph, 'nobody')).toEqual({ actors: new Set(), links: new Set() })
  })

  it('weighs a link by its initiatives', () => {
    expect(graph.getEdgeAttribute('RUS-PHL/arms', 'weight')).toBe(2)
  })
})
