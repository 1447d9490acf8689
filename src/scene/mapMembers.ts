import { nameOf } from '../model/actorNames.ts'
import type { Actor, Membership } from '../model/schema.ts'
import type { Point } from './layouts.ts'
import { boxAround, placeNames, type NamePlace } from './mapLabels.ts'
import type { MapGround } from './mapScene.ts'
import { onMap } from './projection.ts'

/** Who belongs to an organisation, on the map: a line from its secretariat to each, in pixels at the zoom of a ground. */
export interface Members {
  lines: { membership: Membership; from: Point; to: Point }[]
  /** Members that are no actors of the network, at their capitals. */
  dots: { id: string; at: Point; text: string; name: NamePlace | null }[]
}

/** Across a dot, and the size of its name, in pixels. */
export const DOT = 6
export const DOT_FONT_SIZE = 10.5

/**
 * Draws memberships. Those of an organisation or a member without a seat are left out.
 * @param memberships in force, of the organisations whose members are shown
 * @param others the actors that occur only in memberships and series
 */
export function membersOn(ground: MapGround, memberships: readonly Membership[], others: readonly Actor[]): Members {
  const places = new Map<string, Point>(ground.nodes.map((node) => [node.id, node]))
  const asked = new Set(memberships.map(({ member }) => member))
  const dotted = others.flatMap((actor) => {
    const { id, seat } = actor
    if (!seat || !asked.has(id)) return []
    const { x, y } = onMap(seat)
    return [{ id, text: nameOf(actor), at: { x: x * ground.zoom, y: y * ground.zoom } }]
  })
  for (const { id, at } of dotted) places.set(id, at)
  const names = placeNames(
    dotted.map(({ at, text }) => ({ at, width: DOT, height: DOT, text, fontSize: DOT_FONT_SIZE })),
    [...ground.taken, ...dotted.map(({ at }) => boxAround(at, DOT, DOT))],
  )
  return {
    lines: memberships.flatMap((membership) => {
      const [from, to] = [places.get(membership.organisation), places.get(membership.member)]
      return from && to ? [{ membership, from, to }] : []
    }),
    dots: dotted.map((dot, i) => ({ ...dot, name: names[i]! })),
  }
}
