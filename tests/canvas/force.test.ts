import { describe, expect, it } from 'vitest'
import { forceLayout } from '../../src/canvas/force.ts'
import { everyLink } from '../../src/network/links.ts'
import { focusLayout } from '../../src/scene/layouts.ts'
import { columns, outline } from '../bundled.ts'

const ties = everyLink(columns).map(({ dyad, initiatives }) => ({
  source: dyad.a,
  target: dyad.b,
  weight: initiatives.length,
}))
const layout = () => forceLayout(focusLayout(outline, 'RUS', 'wide'), ties)

describe('forceLayout', () => {
  const positions = layout()

  it('places every actor, none on another', () => {
    expect([...positions.keys()].toSorted()).toEqual(outline.actors.map(({ id }) => id).toSorted())
    const places = [...positions.values()]
    const distances = places.flatMap((one, i) =>
      places.slice(i + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    )
    expect(Math.min(...distances)).toBeGreaterThan(40)
  })

  it('comes out the same each time', () => {
    expect([...layout()]).toEqual([...positions])
  })
})
