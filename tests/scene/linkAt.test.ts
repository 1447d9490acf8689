import { describe, expect, it } from 'vitest'
import { linkAt } from '../../src/scene/linkAt.ts'
import type { SceneLink } from '../../src/scene/scene.ts'
import { sceneLink } from './sceneLink.ts'

/** From (0, 0) to (100, 0), in the middle so far below the straight line. */
function bent(id: string, below: number, more: Partial<SceneLink> = {}): SceneLink {
  const curve = { start: { x: 0, y: 0 }, control: { x: 50, y: 2 * below }, end: { x: 100, y: 0 } }
  return sceneLink({ id, curve, ...more })
}

const idAt = (links: SceneLink[], x: number, y: number, reach = 8) => linkAt(links, { x, y }, reach)?.id ?? null

describe('linkAt', () => {
  it('finds nothing where there is nothing', () => {
    expect(idAt([], 0, 0)).toBe(null)
  })

  it('reaches beyond the edge of the band, and no further', () => {
    // The band reaches 3 to each side of the middle at y = 20; 8 beyond that is y = 31.
    const links = [bent('one', 20)]
    expect(idAt(links, 50, 20)).toBe('one')
    expect(idAt(links, 50, 30.9)).toBe('one')
    expect(idAt(links, 50, 31.2)).toBe(null)
    expect(idAt(links, 50, 23.5, 0)).toBe(null)
    // And before its beginning: 11 from (0, 0).
    expect(idAt(links, -10.9, 0)).toBe('one')
    expect(idAt(links, -11.1, 0)).toBe(null)
  })

  it('finds the nearer of two, and of two that cover each other the one on top', () => {
    const links = [bent('upper', -8), bent('lower', 8)]
    expect(idAt(links, 50, -2)).toBe('upper')
    expect(idAt(links, 50, 2)).toBe('lower')
    expect(idAt([bent('under', 0), bent('over', 0)], 50, 1)).toBe('over')
  })

  it('has what is in the background give way', () => {
    const links = [bent('faint', 0, { isBackground: true }), bent('plain', 10)]
    // The faint one is right under the point, the plain one ends 1 beside it.
    expect(idAt(links, 50, 6)).toBe('plain')
    expect(idAt(links, 50, 0)).toBe('plain')
    // More than 8 beside the plain one, which begins at y = 7.
    expect(idAt(links, 50, -2)).toBe('faint')
  })

  it('takes a badge for its own link, whatever lies under it', () => {
    const badge = { text: 'A 2', at: { x: 50, y: 0 }, along: 50 }
    const links = [bent('named', 12, { badge }), bent('other', 0)]
    // Three letters are 25 wide, 14 high.
    expect(idAt(links, 50, 0)).toBe('named')
    expect(idAt(links, 62, 6)).toBe('named')
    expect(idAt(links, 64, 0)).toBe('other')
  })

  it('finds a link of no length', () => {
    const still = bent('still', 0, { curve: { start: { x: 5, y: 5 }, control: { x: 5, y: 5 }, end: { x: 5, y: 5 } } })
    expect(idAt([still], 6, 5)).toBe('still')
  })
})
