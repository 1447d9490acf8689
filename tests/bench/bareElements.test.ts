import { describe, expect, it } from 'vitest'
import { elementsOf, linkElement } from '../../scripts/bench/bareElements.ts'
import { fan } from '../../src/scene/curves.ts'
import { sceneOn } from '../bundled.ts'
import { sceneLink } from '../scene/sceneLink.ts'

const [, below] = fan({ x: 0, y: 0 }, { x: 100, y: 0 }, [4, 4], 2)
const link = sceneLink({
  curve: below!,
  line: 'dashed',
  badge: { text: 'A 2', at: { x: 40, y: 0 }, along: 40 },
  isBackground: true,
})

describe('linkElement', () => {
  const { data, classes } = linkElement(link, { x: 0, y: 0 }, { x: 100, y: 0 })

  it('lays the band around the line', () => {
    // 6 wide in all, 2 of it line: 2 on each side.
    expect(data).toMatchObject({ width: 2, padding: 2, bandOpacity: 0.3 })
  })

  it('says where the curve leaves its actors and how far it bends from its chord', () => {
    // Two links of 4 with a gap of 6: the second is 5 below the straight line in the middle. At the ends the fan is held
    // to 0.7 of the spread of 2 to each side of 7: 5 * 2.8 / 14 = 1. The control point is 2 * 5 - 1 = 9 below, so 8 from the chord.
    expect(data.from).toBe('0.00px 1.00px')
    expect(data.to).toBe('0.00px 1.00px')
    expect(data.bow).toBeCloseTo(8)
  })

  it('names its line and its place in the back', () => {
    expect(classes).toBe('dashed background')
  })

  it('has ticks only for conflict', () => {
    expect(data.ticks).toBe('')
    expect(linkElement({ ...link, isConflict: true }, { x: 0, y: 0 }, { x: 100, y: 0 }).data.ticks).toBe('|||')
  })
})

describe('elementsOf', () => {
  it('has every actor and link of a scene once', () => {
    const scene = sceneOn({ type: ['arms'] })
    const elements = elementsOf(scene)
    expect(new Set(elements.map(({ data }) => data.id)).size).toBe(scene.nodes.length + scene.links.length)
  })
})
