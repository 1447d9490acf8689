import { describe, expect, it } from 'vitest'
import { badgesApart } from '../../src/scene/badgePlaces.ts'
import type { Places } from '../../src/scene/lines.ts'
import { boxAround, isApart } from '../../src/scene/mapLabels.ts'
import { bodiesOf } from '../../src/scene/nodes.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { BADGE_HEIGHT, badgeWidth } from '../../src/scene/strokes.ts'
import type { Link } from '../../src/network/links.ts'
import { openSession } from '../../src/state/session.ts'
import { createNetworkScene } from '../../src/studio/networkScene.ts'
import { outline, sceneOn } from '../bundled.ts'

/** Badges that lie over another one. */
const coveredAmong = (badges: ReturnType<typeof badgesOf>) =>
  badges.flatMap(({ id, box }, i) =>
    badges.slice(i + 1).flatMap((other) => (isApart(box, other.box, 0) ? [] : [`${id} / ${other.id}`])),
  )

const badgesOf = ({ links }: Scene) =>
  links.flatMap(({ id, badge }) =>
    badge ? [{ id, box: boxAround(badge.at, badgeWidth(badge.text), BADGE_HEIGHT) }] : [],
  )

describe('the badges of the first visit', () => {
  const scene = sceneOn()
  const badges = badgesOf(scene)

  it('are there for all ties of the focus that are long enough, and none covers another', () => {
    expect(badges.length).toBeGreaterThan(80)
    expect(coveredAmong(badges)).toEqual([])
  })

  it('cover none between two dates either, where they are longer', () => {
    const session = openSession(outline, 'since=2015-12-31')
    const compared = badgesOf(createNetworkScene(session, () => undefined).at({ shape: 'wide', scheme: 'light' }))
    expect(compared.length).toBeGreaterThan(50)
    expect(coveredAmong(compared)).toEqual([])
  })

  it('cover no actor and no name', () => {
    const bodies = scene.nodes.flatMap((node) => bodiesOf(node).map((box) => ({ id: node.id, box })))
    const covered = badges.flatMap(({ id, box }) =>
      bodies.flatMap((body) => (isApart(box, body.box, 0) ? [] : [`${id} / ${body.id}`])),
    )
    expect(covered).toEqual([])
  })

  it('stay where they are whatever is filtered', () => {
    const places = new Map(scene.links.map(({ id, badge }) => [id, badge?.at]))
    for (const { id, badge } of sceneOn({ type: ['energy'] }, '2010-12-31').links) {
      if (badge) expect(badge.at, id).toEqual(places.get(id))
    }
  })
})

describe('badgesApart', () => {
  const link = (id: string, size: number) => ({ id, size, dyad: { id, a: 'RUS', b: id } }) as unknown as Link
  /** Both on the same straight line, 200 long, with their badge in its middle. */
  const places: Places = {
    of: () => ({
      curve: { start: { x: 0, y: 0 }, control: { x: 100, y: 0 }, end: { x: 200, y: 0 } },
      length: 200,
      badgeAt: 100,
      badgeRange: { from: 40, to: 160 },
    }),
  }
  const apart = (every: readonly Link[], focus = 'RUS') =>
    badgesApart(places, { every, nodes: [], focus, textOf: () => 'A 2' })

  it('lets the larger link have its place, and moves the other as far as it must', () => {
    const { of } = apart([link('small', 1), link('large', 9)])
    expect(of(link('large', 9))!.badgeAt).toBe(100)
    // A badge of three letters is 25 wide, and one more is kept free: 26, in steps of 8.
    expect(of(link('small', 1))!.badgeAt).toBe(132)
  })

  it('has one without room cover as little as it can', () => {
    // Three of 25 and their free space have room. At 156 and 44, the last steps of 8 within reach, the next two lie two pixels over
    // their neighbours.
    const every = Array.from({ length: 5 }, (_, i) => link(`link${i}`, 5 - i))
    const { of } = apart(every)
    expect(every.map((own) => of(own)!.badgeAt)).toEqual([100, 132, 68, 156, 44])
  })

  it('moves none that has no badge', () => {
    const { of } = badgesApart(places, {
      every: [link('one', 2), link('other', 1)],
      nodes: [],
      focus: 'RUS',
      textOf: () => null,
    })
    expect(of(link('other', 1))!.badgeAt).toBe(100)
  })

  it('moves none of those that have no badge, nor of too many', () => {
    expect(apart([link('one', 1), link('other', 2)], 'IND').of(link('one', 1))!.badgeAt).toBe(100)
    expect(apart(Array.from({ length: 601 }, () => link('one', 1)))).toBe(places)
  })
})
