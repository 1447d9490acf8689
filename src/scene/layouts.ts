import type { Actor } from '../model/schema.ts'
import type { Outline } from '../model/outline.ts'

export interface Point {
  x: number
  y: number
}

/** Where each actor stands. */
export type Positions = ReadonlyMap<string, Point>

/** Actors that a layout puts together, in a box with a name. */
export interface Group {
  id: string
  label: string
  members: string[]
}

/** What a layout gives: where each actor stands, and which stand together. */
export interface Laid {
  positions: Positions
  groups: Group[]
}

/** The shape of the space that a layout is to fill. */
export type Shape = 'wide' | 'tall'

/** A ring of the focus layout, as half axes of an ellipse, and how many actors an arc of a full turn may hold. */
interface Ring {
  rx: number
  ry: number
  capacity: number
}

/** An arc of the rings, in degrees clockwise from the right. */
interface Arc {
  from: number
  to: number
}

/** States stand on the right and above and below, organisations on an arc of their own on the left. */
const ARCS: Record<Shape, { states: Arc; organisations: Arc }> = {
  wide: { states: { from: -116, to: 116 }, organisations: { from: 146, to: 214 } },
  tall: { states: { from: -206, to: 26 }, organisations: { from: 56, to: 124 } },
}

/**
 * The focus layout: one actor in the middle, the core of the dataset around it, the others on rings further out, always
 * in the dataset's order. It rests on the dataset and the focus alone, so that no filter moves an actor. A new focus
 * changes places with the dataset's own.
 */
export function focusLayout(outline: Outline, focus: string, shape: Shape): Positions {
  const positions = new Map<string, Point>([[focus, { x: 0, y: 0 }]])
  const others = outline.actors
    .map(({ id }, position) => ({ id, actor: outline.actors[position]! }))
    .filter(({ id }) => id !== outline.focus)
  const occupant = (id: string) => (id === focus ? outline.focus : id)
  for (const kind of ['state', 'organisation'] as const) {
    const arc = kind === 'state' ? ARCS[shape].states : ARCS[shape].organisations
    const ofKind = others.filter(({ actor }) => actor.kind === kind).map(({ actor }) => actor)
    for (const [ring, actors] of ringsOf(ofKind, (arc.to - arc.from) / 360).entries()) {
      placeOnArc(
        actors.map(({ id }) => occupant(id)),
        ringAt(ring, shape),
        arc,
        positions,
      )
    }
  }
  return positions
}

/** The core on the first ring, the others from the second on; what a ring cannot hold moves outwards. */
function ringsOf(actors: readonly Actor[], share: number): Actor[][] {
  const rings: Actor[][] = []
  let ring = 0
  for (const tier of ['core', 'surrounding', 'context'] as const) {
    const own = actors.filter((actor) => actor.tier === tier)
    if (own.length === 0) continue
    if (tier !== 'core') ring = Math.max(ring, 1)
    for (let i = 0; i < own.length;) {
      const room = Math.max(1, Math.floor(ringAt(ring, 'wide').capacity * share)) - (rings[ring]?.length ?? 0)
      if (room > 0) {
        rings[ring] = [...(rings[ring] ?? []), ...own.slice(i, i + room)]
        i += room
      }
      if (i < own.length) ring++
    }
  }
  return Array.from(rings, (own) => own ?? [])
}

function ringAt(ring: number, shape: Shape): Ring {
  const long = 270 + 150 * ring
  const short = 200 + 112 * ring
  const capacity = 16 + 14 * ring
  return shape === 'wide' ? { rx: long, ry: short, capacity } : { rx: short, ry: long, capacity }
}

/** Places actors evenly on an arc; one alone stands in its middle. */
function placeOnArc(ids: readonly string[], ring: Ring, arc: Arc, positions: Map<string, Point>): void {
  ids.forEach((id, i) => {
    const share = ids.length === 1 ? 0.5 : i / (ids.length - 1)
    const angle = ((arc.from + share * (arc.to - arc.from)) * Math.PI) / 180
    positions.set(id, { x: round(ring.rx * Math.cos(angle)), y: round(ring.ry * Math.sin(angle)) })
  })
}

/** Positions with some actors moved to where a person put them. */
export function withPins(positions: Positions, pins: Readonly<Record<string, Point>>): Positions {
  if (Object.keys(pins).length === 0) return positions
  const moved = new Map(positions)
  for (const [id, point] of Object.entries(pins)) if (moved.has(id)) moved.set(id, point)
  return moved
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
