import { readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { everyLink } from '../../src/network/links.ts'
import { readCount } from '../../src/network/measures.ts'
import { membersOf } from '../../src/network/membership.ts'
import { curveAt } from '../../src/scene/curves.ts'
import { arcsBetween, bowOf } from '../../src/scene/mapArcs.ts'
import { boxAround, isApart, placeNames } from '../../src/scene/mapLabels.ts'
import { membersOn } from '../../src/scene/mapMembers.ts'
import { ARROWS, nearestAhead, placesApart, type MapSymbol } from '../../src/scene/mapPlaces.ts'
import { mapGroundOf, mapSceneOf } from '../../src/scene/mapScene.ts'
import {
  boundsOf,
  chosenOf,
  firstSight,
  MAP_ZOOM,
  moved,
  sightOf,
  wholeSight,
  zoomed,
} from '../../src/scene/mapSight.ts'
import { halfWidthAt, landOf, onEarth, onMap, shapePath } from '../../src/scene/projection.ts'
import type { Box, SceneNode } from '../../src/scene/scene.ts'
import { NO_OUTCOMES } from '../../src/network/standing.ts'
import { columns, dayOf, linksAt, outline, texts } from '../bundled.ts'

const seatOf = (id: string) => outline.actors.find((actor) => actor.id === id)!.seat!
const seats = outline.actors.flatMap(({ seat }) => (seat ? [onMap(seat)] : []))
const every = everyLink(columns)
const initiatives = readCount('initiatives', every, NO_OUTCOMES)
const EVERYWHERE: Box = { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 }

/** A ground as it is drawn on a screen of some size, so many times larger than all of the map. */
function groundAt(width: number, height: number, times: number, focus = 'RUS') {
  const whole = wholeSight(seats, { width, height })
  const bounds = boundsOf(whole, { width, height })
  return mapGroundOf({ columns, every, focus, zoom: whole.zoom * times, bounds, width: initiatives })
}

describe('the projection', () => {
  it('has its origin at 150° East on the equator, and mirrors east and west of there', () => {
    expect(onMap({ longitude: 150, latitude: 0 })).toEqual({ x: 0, y: 0 })
    const [west, east] = [onMap({ longitude: 120, latitude: 40 }), onMap({ longitude: 180, latitude: 40 })]
    expect(west.x).toBeCloseTo(-east.x, 6)
    expect(west.y).toBeCloseTo(east.y, 6)
  })

  it('places points as the formulas of Equal Earth do', () => {
    // On the equator x is the longitude in radians over (√3/2 · 1.340264): for 90° that is 1.353315, in thousands.
    const quarter = ((Math.PI / 2) * 1000) / ((Math.sqrt(3) / 2) * 1.340264)
    expect(onMap({ longitude: 60, latitude: 0 }).x).toBeCloseTo(-quarter, 6)
    expect(halfWidthAt(0)).toBeCloseTo(2 * quarter, 3)
    // At the pole the parameter is 60°, so y is t·(A1 + A2·t² + t⁶·(A3 + A4·t²)) for t = π/3 = 1.047198: 1.317363.
    expect(onMap({ longitude: 0, latitude: 90 }).y).toBeCloseTo(-1317.363, 3)
  })

  it('has Moscow in the far west and Washington in the far east, with Beijing and Anadyr between them', () => {
    const anadyr = onMap({ longitude: 177.5, latitude: 64.7 })
    const [moscow, beijing, washington] = ['RUS', 'CHN', 'USA'].map((id) => onMap(seatOf(id))) as [
      { x: number; y: number },
      { x: number; y: number },
      { x: number; y: number },
    ]
    expect([moscow.x, beijing.x, anadyr.x, washington.x]).toEqual(
      [moscow.x, beijing.x, anadyr.x, washington.x].toSorted((x, y) => x - y),
    )
    // North is up: Anadyr at 65°, Moscow at 56°, Beijing at 40°, Washington at 39°.
    expect([anadyr.y, moscow.y, beijing.y, washington.y]).toEqual(
      [anadyr.y, moscow.y, beijing.y, washington.y].toSorted((x, y) => x - y),
    )
  })

  it('does not cut Russia at the 180th meridian', () => {
    const [west, east] = [onMap({ longitude: 179, latitude: 66 }), onMap({ longitude: -179, latitude: 66 })]
    expect(east.x - west.x).toBeGreaterThan(0)
    expect(east.x - west.x).toBeLessThan(25)
    const land = landOf(JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8')) as Topology)
    expect(land.length).toBeGreaterThan(100)
    // No outline jumps from one side of the map to the other.
    for (const ring of land.flat()) {
      for (const [i, [x, y]] of ring.entries()) {
        const [lastX, lastY] = ring[i - 1] ?? [x!, y!]
        expect(Math.hypot(x! - lastX!, y! - lastY!)).toBeLessThan(halfWidthAt(0))
      }
    }
    // The mainland reaches from Iberia (10° West) to Cape Dezhnev (170° West), beyond the meridian, in one ring.
    const [dezhnev, iberia] = [onMap({ longitude: -170.5, latitude: 66 }), onMap({ longitude: -8, latitude: 40 })]
    const mainland = land.find(([ring]) => {
      const xs = ring!.map(([x]) => x!)
      return Math.min(...xs) < iberia.x && Math.max(...xs) > dezhnev.x - 15 && Math.max(...xs) < dezhnev.x + 30
    })
    expect(mainland).toBeDefined()
    // Cut to the middle of Australia it is a rectangle of land, cut to the middle of the Pacific nothing.
    const within = (longitude: number, latitude: number) => {
      const { x, y } = onMap({ longitude, latitude })
      return shapePath(land, boxAround({ x, y }, 10, 10))
    }
    expect(within(134, -25)).toMatch(/^M[^M]*Z$/)
    expect(within(-160, 0)).toBe('')
  })

  it('finds the place on earth of a point, and keeps points beside the map on its edge', () => {
    const { longitude, latitude } = onEarth(onMap({ longitude: 105.84, latitude: 21.02 }))
    expect(longitude).toBeCloseTo(105.84, 4)
    expect(latitude).toBeCloseTo(21.02, 4)
    expect(Math.abs(onEarth({ x: 9000, y: 0 }).longitude)).toBeCloseTo(30, 3)
    expect(onEarth({ x: 0, y: -9000 }).latitude).toBeCloseTo(90, 3)
  })
})

describe('what is in sight', () => {
  const size = { width: 1000, height: 600 }
  const whole = wholeSight(seats, size)

  it('is all seats at first, with room around them', () => {
    const { left, right, top, bottom } = boundsOf(whole, size)
    for (const { x, y } of seats) {
      expect(x - left).toBeGreaterThan(40 / whole.zoom)
      expect(right - x).toBeGreaterThan(40 / whole.zoom)
      expect(y - top).toBeGreaterThan(0)
      expect(bottom - y).toBeGreaterThan(0)
    }
    expect(wholeSight([], size).zoom).toBeGreaterThan(0)
  })

  it('is at first the core alone where the map is narrow', () => {
    const near = [
      { x: 100, y: 100 },
      { x: 300, y: 200 },
    ]
    expect(firstSight(whole, near, size)).toBe(whole)
    const phone = { width: 400, height: 300 }
    // A tenth of 400 pixels is left free on either side: 320 pixels for 200 units are more than the one that is the most, of
    // which the core takes 85 of a hundred.
    expect(firstSight(wholeSight(seats, phone), near, phone)).toEqual({ x: 200, y: 150, zoom: 0.85 })
    expect(firstSight(whole, [], phone)).toBe(whole)
  })

  it('keeps what lies under the pointer where it is while one zooms', () => {
    // 200 pixels right of the middle, at zoom z, lies x + 200 / z.
    const before = whole.x + 200 / whole.zoom
    const closer = zoomed(whole, 3, { x: 200, y: -50 }, whole)
    expect(closer.zoom).toBeCloseTo(3 * whole.zoom)
    expect(closer.x + 200 / closer.zoom).toBeCloseTo(before)
    expect(zoomed(whole, 1e6, { x: 0, y: 0 }, whole).zoom).toBeCloseTo(MAP_ZOOM.most * whole.zoom)
    expect(zoomed(whole, 1e-6, { x: 0, y: 0 }, whole).zoom).toBeCloseTo(MAP_ZOOM.least * whole.zoom)
  })

  it('is moved by pixels, never beyond the map, and comes back from degrees', () => {
    const east = moved(whole, -100, 0, whole)
    expect(east.x).toBeCloseTo(whole.x + 100 / whole.zoom)
    expect(moved(whole, 0, 1e7, whole).y).toBeCloseTo(-1317.363, 2)
    const again = sightOf(chosenOf(east, whole), whole)
    expect(again.x).toBeCloseTo(east.x, 3)
    expect(again.y).toBeCloseTo(east.y, 3)
    expect(sightOf(null, whole)).toBe(whole)
  })
})

describe('arcs', () => {
  const node = (x: number, y: number) => ({ x, y, width: 20, height: 20 }) as SceneNode

  it('bow to the north where they run east, to the west where they run south, and not between', () => {
    // 0.18 of the length; to the left of what goes east is north.
    expect(bowOf({ x: 0, y: 0 }, { x: 100, y: 0 })).toBeCloseTo(-18)
    expect(bowOf({ x: 100, y: 0 }, { x: 0, y: 0 })).toBeCloseTo(18)
    // To the right of what goes south is west.
    expect(bowOf({ x: 0, y: 0 }, { x: 0, y: 100 })).toBeCloseTo(18)
    expect(bowOf({ x: 0, y: 0 }, { x: 70, y: 70 })).toBeCloseTo(0)
    expect(bowOf({ x: 5, y: 5 }, { x: 5, y: 5 })).toBe(0)
  })

  it('has its control point twice as far out as it bows', () => {
    const [arc] = arcsBetween(node(0, 0), node(100, 0), [4])
    expect(arc!.start).toEqual({ x: 0, y: 0 })
    expect(arc!.end).toEqual({ x: 100, y: 0 })
    expect(arc!.control.x).toBeCloseTo(50)
    expect(arc!.control.y).toBeCloseTo(-36)
  })

  it('keeps parallel links apart in the middle by their widths and a gap of 3', () => {
    const arcs = arcsBetween(node(0, 0), node(300, 0), [4, 6, 2])
    const middles = arcs.map((arc) => curveAt(arc, 0.5).y)
    // Half of 4 and half of 6 and 3; half of 6 and half of 2 and 3.
    expect(middles[1]! - middles[0]!).toBeCloseTo(8)
    expect(middles[2]! - middles[1]!).toBeCloseTo(7)
  })
})

describe('places', () => {
  const symbol = (id: string, x: number, y: number, own: Partial<MapSymbol> = {}): MapSymbol => ({
    id,
    seat: { x, y },
    width: 20,
    height: 20,
    isRound: true,
    weight: 1,
    ...own,
  })

  it('leaves alone what has room', () => {
    expect(placesApart([symbol('a', 0, 0), symbol('b', 26, 0)], EVERYWHERE)).toEqual([
      { x: 0, y: 0 },
      { x: 26, y: 0 },
    ])
    expect(placesApart([], EVERYWHERE)).toEqual([])
  })

  it('moves the lighter of two that share a seat below the other', () => {
    const [heavy, light] = placesApart([symbol('a', 0, 0, { weight: Infinity }), symbol('b', 0, 0)], EVERYWHERE)
    expect(heavy).toEqual({ x: 0, y: 0 })
    // Two radii of 10 and the gap of 5.
    expect(light!.x).toBeCloseTo(0)
    expect(light!.y).toBeCloseTo(25, 0)
  })

  it.each([
    ['a wide screen', 816, 508],
    ['a tablet', 488, 284],
    ['a phone', 390, 310],
  ])('has no actor on another where all of the map is seen on %s', (_, width, height) => {
    const { nodes, names, taken } = groundAt(width, height, 1)
    expect(nodes).toHaveLength(outline.actors.filter(({ seat }) => seat).length)
    for (const [i, one] of nodes.entries()) {
      for (const other of nodes.slice(i + 1)) {
        const apart =
          one.shape === 'flag' && other.shape === 'flag'
            ? Math.hypot(one.x - other.x, one.y - other.y) >= (one.width + other.width) / 2
            : isApart(boxAround(one, one.width, one.height), boxAround(other, other.width, other.height), 0)
        expect(apart, `${one.id} and ${other.id}`).toBe(true)
      }
    }
    // Names cover neither symbols nor each other.
    const boxes = taken.slice(nodes.length)
    expect(boxes).toHaveLength(names.size)
    for (const [i, box] of boxes.entries()) {
      for (const other of [...taken.slice(0, nodes.length), ...boxes.slice(i + 1)]) {
        expect(isApart(box, other, 0)).toBe(true)
      }
    }
  })

  it('has capitals that lie apart in their true places from eight times on, and secretariats beside them', () => {
    const { nodes, zoom, leaders } = groundAt(816, 508, 8)
    for (const id of ['RUS', 'CHN', 'JPN', 'IND', 'VNM', 'PHL', 'USA', 'KAZ']) {
      const seat = onMap(seatOf(id))
      const node = nodes.find((own) => own.id === id)!
      expect(Math.hypot(node.x - seat.x * zoom, node.y - seat.y * zoom), id).toBeLessThan(6)
    }
    // ASEAN sits in Jakarta, the SCO in Beijing, the EEU in Moscow, APEC in Singapore: they give way, with a line.
    expect(leaders.map(({ id }) => id).filter((id) => ['ASEAN', 'SCO', 'EEU', 'APEC'].includes(id))).toHaveLength(4)
  })

  it('shows more names the closer one is', () => {
    const [far, near] = [groundAt(816, 508, 1), groundAt(816, 508, 8)]
    expect(near.names.size).toBeGreaterThan(far.names.size)
    expect(near.names.size).toBe(near.nodes.filter(({ shape }) => shape === 'flag').length)
  })

  it('finds the actor that an arrow key leads to', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 50, y: 5 },
      { x: 30, y: 80 },
      { x: -10, y: 0 },
    ]
    expect(nearestAhead(points, 0, ARROWS['ArrowRight']!)).toBe(1)
    expect(nearestAhead(points, 0, ARROWS['ArrowDown']!)).toBe(2)
    expect(nearestAhead(points, 0, ARROWS['ArrowLeft']!)).toBe(3)
    expect(nearestAhead(points, 0, ARROWS['ArrowUp']!)).toBeNull()
    expect(nearestAhead([], 0, ARROWS['ArrowUp']!)).toBeNull()
  })
})

describe('names', () => {
  const name = (x: number, y: number) => ({ at: { x, y }, width: 20, height: 20, text: 'Laos', fontSize: 10 })

  it('stand below their symbols, else to the right; the later one gives way', () => {
    expect(placeNames([name(0, 0)], [])[0]).toMatchObject({ anchor: 'middle', x: 0 })
    // A symbol stands right below.
    const [beside] = placeNames([name(0, 0)], [boxAround({ x: 0, y: 20 }, 20, 20)])
    expect(beside).toMatchObject({ anchor: 'start', x: 14 })
    const [first, second] = placeNames([name(0, 0), name(0, 0)], [])
    expect(isApart(first!.box, second!.box, 0)).toBe(true)
    // All around is taken.
    expect(placeNames([name(0, 0)], [boxAround({ x: 0, y: 0 }, 300, 300)])).toEqual([null])
    expect(placeNames([], [])).toEqual([])
  })

  it('do not stand beside the screen', () => {
    // Below is outside: 10 for the symbol and a line of 12 do not fit in 15.
    const [place] = placeNames([name(0, 0)], [], { left: -100, right: 100, top: -100, bottom: 15 })
    expect(place).toMatchObject({ anchor: 'start' })
  })
})

describe('the scene', () => {
  const ground = groundAt(816, 508, 1)
  const sceneWith = (own: Parameters<typeof linksAt>[0], asOf = outline.asOf) =>
    mapSceneOf(ground, {
      columns,
      links: linksAt(own, asOf),
      every,
      focus: 'RUS',
      scheme: 'light',
      width: initiatives,
      size: null,
      comparison: null,
    })

  it('draws the Philippines: three arms initiatives, one realised and two failed, and a pending reactor', () => {
    const { links, nodes } = sceneWith({ partner: ['PHL'] })
    expect(links.map(({ id, line }) => [id, line])).toEqual([
      ['RUS-PHL/arms', 'solid'],
      ['RUS-PHL/energy', 'dashed'],
    ])
    expect(links[0]!.words).toBe('Russia and Philippines, Arms: 3 initiatives, 1 realised and 2 failed')
    expect(nodes.find(({ id }) => id === 'PHL')!.isTied).toBe(true)
    expect(nodes.find(({ id }) => id === 'CHN')!.isTied).toBe(false)
  })

  it('keeps every actor and every arc where it is, whatever is filtered and whenever it is read', () => {
    const place = ({ nodes }: ReturnType<typeof sceneWith>) => nodes.map(({ id, x, y, width }) => [id, x, y, width])
    const curve = ({ links }: ReturnType<typeof sceneWith>) => links.find(({ id }) => id === 'RUS-CHN/arms')!.curve
    const all = sceneWith({})
    for (const other of [sceneWith({ type: ['arms'] }), sceneWith({}, '2000-12-31')]) {
      expect(place(other)).toEqual(place(all))
      expect(curve(other)).toEqual(curve(all))
    }
    expect(sceneWith({ type: [] }).links).toEqual([])
  })

  it('has no actor without a seat', () => {
    expect(ground.nodes.map(({ id }) => id)).not.toContain('BRICS')
    expect(ground.nodes.map(({ id }) => id)).not.toContain('EAS')
  })

  it('leads lines from ASEAN to its members: seven at the end of 1995, with the observers of later not yet', () => {
    const at = (asOf: string) => membersOn(ground, membersOf(texts, ['ASEAN'], dayOf(asOf)), texts.contextActors)
    // Five in 1967, Brunei in 1984 and Vietnam in July 1995.
    expect(at('1995-12-31').lines.map(({ membership }) => membership.member)).toEqual([
      'IDN',
      'MYS',
      'PHL',
      'SGP',
      'THA',
      'BRN',
      'VNM',
    ])
    expect(at('1995-12-31').dots).toEqual([])
    expect(at('1960-01-01')).toEqual({ lines: [], dots: [] })
    // East Timor joined in October 2025 and is no actor of the network: a dot at Dili.
    const now = at('2026-06-18')
    expect(now.lines).toHaveLength(11)
    expect(now.dots.map(({ id }) => id)).toEqual(['TLS'])
  })
})
