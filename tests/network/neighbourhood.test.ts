import { expect, it } from 'vitest'
import { neighbourhoodOf } from '../../src/network/neighbourhood.ts'
import { linksAt } from '../bundled.ts'

it('the neighbourhood of an actor is its links and those at their ends', () => {
  // On 2017-10-24 the Philippines had two arms initiatives with Russia, both signed that day, and nothing else.
  const links = linksAt({ partner: ['PHL', 'SGP'] }, '2017-10-24')
  const { actors, links: own } = neighbourhoodOf(links, 'PHL')
  expect([...actors].toSorted()).toEqual(['PHL', 'RUS'])
  expect([...own]).toEqual(['RUS-PHL/arms'])
  expect(neighbourhoodOf(links, 'nobody')).toEqual({ actors: new Set(['nobody']), links: new Set() })
})
