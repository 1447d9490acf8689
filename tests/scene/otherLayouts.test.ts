import { describe, expect, it } from 'vitest'
import { everyLink } from '../../src/network/links.ts'
import { organisationsOf } from '../../src/network/membership.ts'
import { focusLayout, type Shape } from '../../src/scene/layouts.ts'
import { focusOn, OTHER_LAYOUTS, strengths } from '../../src/scene/otherLayouts.ts'
import { sceneOf } from '../../src/scene/scene.ts'
import { columns, linksAt, outline, texts } from '../bundled.ts'

const every = everyLink(columns)
const inputOf = (shape: Shape, focus = 'RUS') => ({
  outline,
  focus,
  shape,
  links: every,
  organisations: organisationsOf(outline, texts),
})
const layouts = Object.entries(OTHER_LAYOUTS)
const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)

describe.each(layouts)('%s', (_name, layout) => {
  it.each<[Shape, string]>([
    ['wide', 'RUS'],
    ['tall', 'RUS'],
    ['wide', 'IND'],
    ['tall', 'ASEAN'],
  ])('places every actor once, %s, with %s in the focus, and none on another', (shape, focus) => {
    const { positions } = layout(inputOf(shape, focus))
    expect([...positions.keys()].toSorted()).toEqual(outline.actors.map(({ id }) => id).toSorted())
    const places = [...positions.values()]
    const least = Math.min(...places.flatMap((one, i) => places.slice(i + 1).map((other) => distance(one, other))))
    expect(least).toBeGreaterThan(70)
    expect(positions.get(focus)).toEqual({ x: 0, y: 0 })
  })

  it('comes out the same each time', () => {
    expect([...layout(inputOf('wide')).positions]).toEqual([...layout(inputOf('wide')).positions])
  })

  it('stands an empty dataset', () => {
    const { positions, groups } = layout({ ...inputOf('wide'), outline: { ...outline, actors: [] }, links: [] })
    expect([...positions.keys()]).toEqual(['RUS'])
    expect(groups).toEqual([])
  })
})

describe('the concentric layout', () => {
  it('puts the stronger nearer', () => {
    const { positions } = OTHER_LAYOUTS.concentric({ ...inputOf('wide') })
    const strength = strengths(every)
    // China has most initiatives with Russia, RIC has few: China stands on the first ring at the top.
    expect(positions.get('CHN')).toEqual({ x: 0, y: -190 })
    expect(strength.get('CHN')!).toBeGreaterThan(strength.get('RIC')!)
    const away = (id: string) => Math.hypot(positions.get(id)!.x / 1.3, positions.get(id)!.y)
    expect(away('RIC')).toBeGreaterThan(away('CHN') + 100)
  })
})

describe('the layout by organisation', () => {
  const { positions, groups } = OTHER_LAYOUTS.organisation(inputOf('wide'))
  const scene = sceneOf({ columns, links: every, every, positions, groups, focus: 'RUS', scheme: 'light' })
  const boxOf = (id: string) => scene.groups.find((group) => group.id === id)!.box

  it('keeps members inside the box of their organisation, and all others out of it', () => {
    for (const { id, members } of groups) {
      const { left, right, top, bottom } = boxOf(id)
      for (const node of scene.nodes) {
        const isIn = node.x > left && node.x < right && node.y > top && node.y < bottom
        expect(isIn, `${node.id} in ${id}`).toBe(members.includes(node.id))
      }
    }
    expect(groups.find(({ id }) => id === 'ASEAN')!.members).toEqual(
      expect.arrayContaining(['ASEAN', 'VNM', 'IDN', 'MYS', 'THA', 'SGP', 'PHL', 'LAO', 'KHM', 'BRN', 'MMR']),
    )
    expect(groups.find(({ id }) => id === 'none')!.members).toEqual(['PRK', 'MNG'])
  })

  it('lets no two boxes overlap', () => {
    scene.groups.forEach(({ box: one }, i) => {
      for (const { box: other } of scene.groups.slice(i + 1)) {
        const isApart =
          one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top
        expect(isApart).toBe(true)
      }
    })
  })
})

describe('the hierarchy', () => {
  it('has the focus on top, then organisations, then states, the core first', () => {
    const { positions } = OTHER_LAYOUTS.hierarchy(inputOf('wide'))
    const y = (id: string) => positions.get(id)!.y
    expect(y('SCO')).toBeGreaterThan(y('RUS'))
    expect(y('CHN')).toBeGreaterThan(y('APEC'))
    expect(y('KAZ')).toBeGreaterThan(y('CHN'))
  })
})

describe('the focus layout run again', () => {
  it('brings those with ties inwards and leaves nobody out', () => {
    const links = linksAt({ partner: ['PHL', 'MYS'] }, '2026-06-18')
    const { positions } = focusOn({ ...inputOf('wide'), links })
    expect(positions.size).toBe(outline.actors.length)
    const before = focusLayout(outline, 'RUS', 'wide')
    expect(distance(positions.get('PHL')!, { x: 0, y: 0 })).toBeLessThan(distance(before.get('PHL')!, { x: 0, y: 0 }))
    expect(distance(positions.get('CHN')!, { x: 0, y: 0 })).toBeGreaterThan(
      distance(before.get('CHN')!, { x: 0, y: 0 }),
    )
  })
})
