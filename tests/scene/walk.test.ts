import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sceneOn } from '../bundled.ts'
import type { Scene, SceneLink, SceneNode } from '../../src/scene/scene.ts'
import { neighboursOf, placeIn, standingWalk, stepped, walkFrom, type Step, type Walk } from '../../src/scene/walk.ts'

/** Actors at places, y downwards; and links between them, each with a number. */
function sceneWith(places: Record<string, [x: number, y: number]>, links: string): Scene {
  const nodes = Object.entries(places).map(([id, [x, y]]) => ({ id, x, y }) as SceneNode)
  return {
    ...sceneOn(),
    nodes,
    links: links
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ id: word, source: word[0], target: word[1], words: word }) as SceneLink),
  }
}

// B stands above A, C to its right, D below it, E to its left; D has F further down. A and C have two links.
const cross = sceneWith(
  { A: [0, 0], B: [0, -10], C: [10, 0], D: [0, 10], E: [-10, 0], F: [0, 20] },
  'AB AC1 AC2 DA AE DF',
)

const after = (steps: Step[], scene = cross, start = 'A') =>
  steps.reduce<Walk>((walk, step) => stepped(scene, walk, step), walkFrom(start))
const at = (...steps: Step[]) => placeIn(after(steps))

describe('a walk through the graph', () => {
  it('goes round the neighbours of an actor clockwise, from straight above, and on from the last to the first', () => {
    expect(neighboursOf(cross, 'A')).toEqual(['B', 'C', 'D', 'E'])
    expect(at()).toEqual({ actor: 'A', from: null, link: null })
    expect(at('next').actor).toBe('B')
    expect(at('next', 'next').actor).toBe('C')
    expect(at('previous').actor).toBe('E')
    expect(at('last', 'next').actor).toBe('B')
    expect(at('next', 'last').actor).toBe('E')
  })

  it('goes on to the neighbours of a neighbour, and back the same way', () => {
    expect(at('first', 'next', 'next', 'on')).toEqual({ actor: 'F', from: 'D', link: null })
    // Round D there is A as well.
    expect(at('first', 'next', 'next', 'on', 'next').actor).toBe('A')
    expect(at('first', 'next', 'next', 'on', 'back').actor).toBe('D')
    expect(at('first', 'next', 'next', 'on', 'back', 'back')).toEqual({ actor: 'A', from: null, link: null })
  })

  it('stays where a step leads nowhere', () => {
    const start = walkFrom('A')
    expect(stepped(cross, start, 'back')).toBe(start)
    const atB = after(['next'])
    // B has no other neighbour than A.
    expect(stepped(cross, atB, 'on')).toBe(atB)
    expect(stepped(cross, start, 'nextLink')).toBe(start)
  })

  it('goes through the links between two, one by one, and on to all of them together', () => {
    expect(at('next', 'next', 'nextLink').link).toBe('AC1')
    expect(at('next', 'next', 'nextLink', 'nextLink').link).toBe('AC2')
    expect(at('next', 'next', 'nextLink', 'nextLink', 'nextLink').link).toBeNull()
    expect(at('next', 'next', 'previousLink').link).toBe('AC2')
    expect(at('next', 'next', 'nextLink', 'back')).toEqual({ actor: 'C', from: 'A', link: null })
  })

  it('is cut off where what it leads through is not drawn any more', () => {
    const walk = after(['next', 'next', 'nextLink'])
    expect(standingWalk(cross, walk, 'A')).toBe(walk)
    const without = { ...cross, links: cross.links.filter(({ id }) => id !== 'AC1') }
    expect(placeIn(standingWalk(without, walk, 'A'))).toEqual({ actor: 'C', from: 'A', link: null })
    const apart = { ...cross, links: [] }
    expect(standingWalk(apart, walk, 'A')).toEqual(walkFrom('A'))
    expect(standingWalk({ ...cross, nodes: [] }, walk, 'Z')).toEqual(walkFrom('Z'))
  })

  it('comes to every actor that has a tie to the one in the middle of the dataset', () => {
    const scene = sceneOn()
    const around = neighboursOf(scene, 'RUS')
    // As the Details of Russia count its partners.
    expect(around).toHaveLength(31)
    let walk: Walk = walkFrom('RUS')
    const seen = new Set<string>()
    for (const _ of around) {
      walk = stepped(scene, walk, 'next')
      seen.add(placeIn(walk).actor)
    }
    expect([...seen].toSorted()).toEqual(around.toSorted())
  })

  it('never leaves what is drawn, whatever steps one makes', () => {
    const steps: Step[] = ['next', 'previous', 'first', 'last', 'on', 'back', 'nextLink', 'previousLink']
    const scene = sceneOn()
    const drawn = new Set(scene.nodes.map(({ id }) => id))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (own) => {
        const walk = after(own, scene, 'RUS')
        expect(walk.every(({ actor }) => drawn.has(actor))).toBe(true)
        expect(standingWalk(scene, walk, 'RUS')).toBe(walk)
        // And all the way back one is where one began.
        const home = after([...own, ...Array.from({ length: 90 }, (): Step => 'back')], scene, 'RUS')
        expect(home).toEqual(walkFrom('RUS'))
      }),
      { numRuns: 60 },
    )
  })
})
