import { describe, expect, it } from 'vitest'
import { everyLink } from '../../src/network/links.ts'
import { everySupplier, membersOf, suppliersSeries, suppliesAt } from '../../src/network/membership.ts'
import { outcomesAt } from '../../src/network/standing.ts'
import { readMeasure } from '../../src/network/seriesMeasures.ts'
import { outerPlaces, withContext } from '../../src/scene/context.ts'
import { focusLayout } from '../../src/scene/layouts.ts'
import { lineWidth, widthScale } from '../../src/scene/widths.ts'
import { columns, dayOf, outline, sceneOn, texts } from '../bundled.ts'

const positions = focusLayout(outline, 'RUS', 'wide')
const date = '2026-06-18'

describe('outerPlaces', () => {
  it('stands outside all others, on the side of those that an actor belongs to', () => {
    const places = outerPlaces(positions, new Map([['CAN', ['APEC']]]))
    const { x, y } = places.get('CAN')!
    const leftmost = Math.min(...[...positions.values()].map((point) => point.x))
    expect(x).toBeLessThan(leftmost)
    expect(y).toBeGreaterThan(0)
  })

  it('moves neighbours apart and gives nothing for nothing', () => {
    const many = new Map(Array.from({ length: 24 }, (_, i) => [`A${i}`, ['SCO']]))
    const points = [...outerPlaces(positions, many).values()]
    const least = Math.min(
      ...points.flatMap((one, i) => points.slice(i + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y))),
    )
    expect(least).toBeGreaterThan(40)
    expect(outerPlaces(positions, new Map()).size).toBe(0)
    expect(outerPlaces(new Map(), many).size).toBe(0)
  })
})

describe('withContext', () => {
  const scene = sceneOn()
  const memberships = membersOf(texts, ['APEC'], dayOf(date))
  const ties = new Map(memberships.map(({ member, organisation }) => [member, [organisation]]))
  const unfolded = withContext(scene, {
    columns,
    texts,
    context: { memberships, supplies: [], ties },
    positions,
    scale: null,
  })

  it('adds a line for each membership, and the members that the network has not', () => {
    expect(unfolded.links.filter(({ context }) => context)).toHaveLength(memberships.length)
    const added = unfolded.nodes.slice(scene.nodes.length).map(({ id }) => id)
    expect(added).toEqual(expect.arrayContaining(['CAN', 'CHL', 'MEX', 'PER']))
    expect(added).not.toContain('VNM')
    expect(unfolded.nodes.find(({ id }) => id === 'CAN')!.words).toBe('Canada: member of APEC')
  })

  it('leaves the network as it was, and a scene without context untouched', () => {
    expect(unfolded.nodes.slice(0, scene.nodes.length)).toEqual(scene.nodes)
    expect(unfolded.links.filter(({ context }) => !context)).toEqual(scene.links)
    const none = { memberships: [], supplies: [], ties: new Map() }
    expect(withContext(scene, { columns, texts, context: none, positions, scale: null })).toBe(scene)
  })

  it('draws the other suppliers in the scale of what the focus delivered', () => {
    const series = suppliersSeries(texts)!
    const reading = readMeasure('arms-share', {
      columns,
      texts,
      every: everyLink(columns),
      outcomes: outcomesAt(columns, dayOf(date)),
      period: null,
      asOf: dayOf(date),
    })
    const scale = widthScale(reading)
    const drawn = withContext(scene, {
      columns,
      texts,
      context: {
        memberships: [],
        supplies: suppliesAt(series, ['VNM'], 'RUS', null, dayOf(date)),
        ties: everySupplier(series, ['VNM'], 'RUS'),
      },
      positions,
      scale,
    })
    // data/series/arms-share.csv: 86.0 of 488.5 from the Netherlands in 2020-24, 17.6 per cent.
    const link = drawn.links.find(({ id }) => id === 'context:NLD>VNM/supply')!
    expect(link.lineWidth).toBe(lineWidth(scale, 86))
    expect(link.badge!.text).toBe('18 %')
    expect(link.words).toBe(
      'Netherlands to Vietnam: arms, 86 TIV m from 2020 to 2024, 18 % of all that Vietnam received',
    )
    expect(drawn.nodes.find(({ id }) => id === 'NLD')!.words).toBe('Netherlands: supplier of arms to Vietnam')
  })
})
