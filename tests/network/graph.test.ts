import { describe, expect, it } from 'vitest'
import { graphOf, neighbourhoodOf, strengths } from '../../src/network/graph.ts'
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

  it('sums the initiatives of an actor’s links', () => {
    expect(strengths(graph).get('PHL')).toBe(2)
    expect(strengths(graph).get('CHN')).toBe(0)
  })

  it('counts an initiative of two dyads in both', () => {
    // The SCO's declaration of 2005-07-05 and the six-party talks of 2003-08-27 are all that the USA is in by 2006.
    const early = graphOf(outline, linksAt({ partner: ['USA'] }, '2006-01-01'))
    expect(strengths(early).get('USA')).toBe(2)
    expect(strengths(early).get('RUS')).toBe(1)
  })
})
