import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Topology } from 'topojson-specification'
import { everyLink } from '../../src/network/links.ts'
import { readCount } from '../../src/network/measures.ts'
import { membersOf } from '../../src/network/membership.ts'
import { arcsBetween, bowOf } from '../../src/scene/mapArcs.ts'
import { isApart } from '../../src/scene/mapLabels.ts'
import { membersOn } from '../../src/scene/mapMembers.ts'
import { nearestAhead, placesApart, SYMBOL_GAP, type MapSymbol } from '../../src/scene/mapPlaces.ts'
import { mapGroundOf, mapSceneOf } from '../../src/scene/mapScene.ts'
import { graticuleOutline, keptOnMap, landOutline, mapOutline, onEarth, onMap } from '../../src/scene/projection.ts'
import type { SceneNode } from '../../src/scene/scene.ts'
import { columns, dayOf, linksAt, outline, texts } from '../bundled.ts'

const every = everyLink(columns)
const width = readCount('initiatives', every, [])
const groundAt = (zoom: number, focus = 'RUS') => mapGroundOf({ columns, every, focus, zoom, width })
/** Pixels for a map unit where all of the map is seen in a window of usual size. */
const WHOLE = 0.2
const boxOf = ({ x, y, width: w, height: h }: { x: number; y: number; width: number; height: number }) => ({
  left: x - w / 2,
  right: x + w / 2,
  top: y - h / 2,
  bottom: y + h / 2,
})

describe('the projection', () => {
  it('has the place where 150° East crosses the equator in its middle', () => {
    const { x, y } = onMap({ longitude: 150, latitude: 0 })
    expect(x).toBeCloseTo(0, 6)
    expect(y).toBeCloseTo(0, 6)
  })

  it('lays a radian along the equator as long as Equal Earth has it', () => {
    // x = λ / (√3/2 · 1.340264) on the equator (Šavrič, Patterson and Jenny 2018): 0.86154 of the radius for one radian.
    expect(onMap({ longitude: 150 + 180 / Math.PI, latitude: 0 }).x).toBeCloseTo(861.54, 1)
  })

  it.each([
    ['Moscow', 37.6156, 55.7522],
    ['Beijing', 116.3972, 39.9075],
    ['Washington', -77.0366, 38.8951],
    ['Anadyr', 177.4967, 64.7336],
    ['Canberra', 149.1281, -35.2835],
  ])('puts %s where the published formula does', (_city, longitude, latitude) => {
    const [A1, A2, A3, A4, M] = [1.340264, -0.081106, 0.000893, 0.003796, Math.sqrt(3) / 2]
    const east = ((((longitude - 150 + 540) % 360) - 180) * Math.PI) / 180
    const t = Math.asin(M * Math.sin((latitude * Math.PI) / 180))
    const x = (east * Math.cos(t)) / (M * (A1 + 3 * A2 * t ** 2 + t ** 6 * (7 * A3 + 9 * A4 * t ** 2)))
    const y = t * (A1 + A2 * t ** 2 + t ** 6 * (A3 + A4 * t ** 2))
    const place = onMap({ longitude, latitude })
    expect(place.x).toBeCloseTo(1000 * x, 3)
    expect(place.y).toBeCloseTo(-1000 * y, 3)
    const back = onEarth(place)
    expect(back.longitude).toBeCloseTo(longitude, 4)
    expect(back.latitude).toBeCloseTo(latitude, 4)
  })

  it('mirrors what lies as far on either side of the middle', () => {
    const [west, east] = [onMap({ longitude: 120, latitude: 40 }), onMap({ longitude: 180, latitude: 40 })]
    expect(west.x).toBeCloseTo(-east.x, 6)
    expect(west.y).toBeCloseTo(east.y, 6)
  })

  it('has both ends of Russia side by side: 179° East beside 179° West', () => {
    const [one, other] = [onMap({ longitude: 179, latitude: 66 }), onMap({ longitude: -179, latitude: 66 })]
    expect(other.x - one.x).toBeGreaterThan(0)
    expect(other.x - one.x).toBeLessThan(30)
  })

  it('keeps to the map whatever one points at', () => {
    expect(keptOnMap({ x: 1e6, y: 0 }).x).toBeCloseTo(2706.6, 0)
    expect(onEarth({ x: 0, y: -1e6 }).latitude).toBeCloseTo(90, 3)
    expect(onEarth({ x: 0, y: 1e6 }).latitude).toBeCloseTo(-90, 3)
  })
})

describe('the land', () => {
  const topology = JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8')) as Topology
  const rings = landOutline(topology)
    .split('M')
    .slice(1)
    .map((ring) =>
      ring
        .replace(/Z$/, '')
        .split('L')
        .map((point) => point.split(',').map(Number) as [number, number]),
    )
  const anadyr = onMap({ longitude: 177.4967, latitude: 64.7336 })

  it('is cut nowhere through Chukotka: one outline goes on across the 180th meridian', () => {
    const isNear = ([x, y]: [number, number]) => Math.hypot(x - anadyr.x, y - anadyr.y) < 200
    const near = rings.filter((ring) => ring.some(isNear))
    const meridian = onMap({ longitude: 180, latitude: 66 }).x
    const eurasia = near.find((ring) => ring.length > 400)!
    // The mainland of Asia reaches to Cape Dezhnev, at 169.7° West.
    expect(Math.max(...eurasia.map(([x]) => x))).toBeGreaterThan(onMap({ longitude: -172, latitude: 66 }).x)
    // No step of the outline follows the meridian, as a cut would.
    const onMeridian = eurasia.filter(([x, y]) => Math.abs(x - meridian) < 1 && Math.abs(y - anadyr.y) < 250)
    expect(onMeridian.length).toBeLessThan(4)
  })

  it('has no step that is longer than land goes straight', () => {
    for (const ring of rings) {
      ring.forEach(([x, y], i) => {
        const [nextX, nextY] = ring[(i + 1) % ring.length]!
        // The longest is along the cut of the Antarctic.
        expect(Math.hypot(nextX - x, nextY - y)).toBeLessThan(2800)
      })
    }
  })

  it('comes empty where a file holds no land', () => {
    expect(landOutline({ type: 'Topology', objects: {}, arcs: [] })).toBe('')
    expect(mapOutline()).toMatch(/^M/)
    expect(graticuleOutline()).toMatch(/^M/)
  })
})

describe('arcs', () => {
  const node = (x: number, y: number) => ({ x, y, width: 40, height: 40 }) as SceneNode

  it('are bowed to the north where they run east or west, and straight where they run diagonally', () => {
    // 0.18 of the length of 100, to the left of one who goes east: that is north.
    expect(bowOf({ x: 0, y: 0 }, { x: 100, y: 0 })).toBeCloseTo(-18, 10)
    expect(bowOf({ x: 100, y: 0 }, { x: 0, y: 0 })).toBeCloseTo(18, 10)
    expect(bowOf({ x: 0, y: 0 }, { x: 70, y: 70 })).toBeCloseTo(0, 10)
    expect(bowOf({ x: 5, y: 5 }, { x: 5, y: 5 })).toBe(0)
    const [arc] = arcsBetween(node(0, 0), node(200, 0), [4])
    // A quadratic curve passes its middle halfway to its control point: twice 36 above.
    expect(arc!.control.x).toBeCloseTo(100, 6)
    expect(arc!.control.y).toBeCloseTo(-72, 6)
  })

  it('of one dyad stay apart by more than their widths', () => {
    const widths = [6, 2, 10]
    const arcs = arcsBetween(node(0, 0), node(300, 40), widths)
    arcs.slice(1).forEach((arc, i) => {
      const middle = (curve: typeof arc) => ({
        x: (curve.start.x + 2 * curve.control.x + curve.end.x) / 4,
        y: (curve.start.y + 2 * curve.control.y + curve.end.y) / 4,
      })
      const [one, other] = [middle(arcs[i]!), middle(arc)]
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual((widths[i]! + widths[i + 1]!) / 2)
    })
  })
})

describe('places', () => {
  const symbol = (id: string, x: number, y: number, weight = 1): MapSymbol => ({
    id,
    seat: { x, y },
    width: 20,
    height: 20,
    isRound: true,
    weight,
  })

  it('are the seats where there is room', () => {
    expect(placesApart([symbol('A', 0, 0), symbol('B', 100, 0)])).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ])
    expect(placesApart([])).toEqual([])
  })

  it('give way evenly where two would overlap, and the heavy stays', () => {
    const [one, other] = placesApart([symbol('A', 0, 0), symbol('B', 10, 0)])
    // They need 20 and the gap between their middles, and have 10: both move half of what lacks.
    expect(other!.x - one!.x).toBeCloseTo(20 + SYMBOL_GAP, 1)
    expect(one!.x + other!.x).toBeCloseTo(10, 1)
    const [fixed, moved] = placesApart([symbol('A', 0, 0, Infinity), symbol('B', 0, 0)])
    expect(fixed).toEqual({ x: 0, y: 0 })
    expect(moved!.y).toBeCloseTo(20 + SYMBOL_GAP, 1)
  })

  it('lead from one to the next by arrow keys', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 50, y: 10 },
      { x: 20, y: -100 },
      { x: -10, y: 40 },
    ]
    expect(nearestAhead(points, 0, { x: 1, y: 0 })).toBe(1)
    expect(nearestAhead(points, 0, { x: 0, y: 1 })).toBe(3)
    expect(nearestAhead(points, 2, { x: 0, y: -1 })).toBeNull()
    expect(nearestAhead([], 0, { x: 1, y: 0 })).toBeNull()
  })
})

describe('the network on the map', () => {
  it.each([WHOLE, 0.5, 1.5, 6])('lets neither symbols nor names cover each other at %f pixels for a unit', (zoom) => {
    const { nodes, names } = groundAt(zoom)
    const symbols = nodes.map(boxOf)
    const labels = [...names.values()].map(({ box }) => box)
    nodes.forEach((one, i) => {
      for (const other of nodes.slice(i + 1)) {
        const distance = Math.hypot(one.x - other.x, one.y - other.y)
        const areRound = one.shape === 'flag' && other.shape === 'flag'
        const isFree = areRound ? distance >= (one.width + other.width) / 2 : isApart(boxOf(one), boxOf(other), 0)
        expect(isFree, `${one.id} and ${other.id}`).toBe(true)
      }
    })
    labels.forEach((label, i) => {
      for (const other of [...labels.slice(i + 1), ...symbols]) expect(isApart(label, other, 0)).toBe(true)
    })
  })

  it('has every actor with a seat at it once one is near, and says who has none', () => {
    const { nodes, leaders } = groundAt(40)
    const seated = outline.actors.filter(({ seat }) => seat)
    expect(nodes.map(({ id }) => id)).toEqual(seated.map(({ id }) => id))
    for (const id of ['VNM', 'LAO', 'KHM', 'THA', 'MMR', 'IND', 'PRK', 'KOR']) {
      const { x, y } = onMap(seated.find((actor) => actor.id === id)!.seat!)
      const node = nodes.find((own) => own.id === id)!
      expect(Math.hypot(node.x - x * 40, node.y - y * 40), id).toBeLessThan(1)
    }
    // ASEAN and Indonesia both sit in Jakarta, however near one is.
    expect(leaders.map(({ id }) => id)).toEqual(expect.arrayContaining(['ASEAN']))
  })

  it('is the same each time, and the same whatever is selected', () => {
    const ground = groundAt(WHOLE)
    expect(groundAt(WHOLE)).toEqual(ground)
    const common = { columns, every, focus: 'RUS', scheme: 'light' as const, width, size: null, comparison: null }
    const all = mapSceneOf(ground, { ...common, links: linksAt({}, '2026-06-18') })
    const few = mapSceneOf(ground, { ...common, links: linksAt({ partner: ['PHL'] }, '2026-06-18') })
    expect(few.links.map(({ id }) => id)).toEqual(['RUS-PHL/arms', 'RUS-PHL/energy'])
    for (const link of few.links) {
      expect(link.curve).toEqual(all.links.find(({ id }) => id === link.id)!.curve)
    }
    expect(few.nodes.map(({ x, y }) => [x, y])).toEqual(all.nodes.map(({ x, y }) => [x, y]))
    expect(few.nodes.find(({ id }) => id === 'PHL')!.words).toBe('Philippines: 4 initiatives')
    expect(mapSceneOf(ground, { ...common, links: [] }).links).toEqual([])
  })

  it('draws the members of an organisation, with those that the network has not at their capitals', () => {
    const ground = groundAt(WHOLE)
    const apec = membersOf(texts, ['APEC'], dayOf('2026-06-18'))
    const { lines } = membersOn(ground, apec, texts.contextActors)
    expect(lines).toHaveLength(apec.length)
    expect(membersOn(ground, [], texts.contextActors).lines).toEqual([])
  })
})
