import type { Link } from '../network/links.ts'
import { curveAt, fan, lengthOf, type Curve } from './curves.ts'
import { placesBy, type Place } from './lines.ts'
import { boxAround, isApart } from './mapLabels.ts'
import type { Point } from './layouts.ts'
import type { Box, SceneNode } from './scene.ts'
import { BADGE_HEIGHT, badgeWidth } from './strokes.ts'

/** Links on the map: arcs that part where straight lines would lie on each other. Lengths are in pixels. */

/** How far the middle of an arc lies beside the straight line at most, as a share of that. */
const BOW = 0.18
/** Between parallel arcs. */
const ARC_GAP = 3
/** How far the ends of parallel arcs may lie from the middle of a symbol, as a share of its half. */
const SPREAD = 0.8
/** Where along its arc a badge may stand, the best first: there arcs from one actor have parted. */
const BADGE_PLACES = [0.56, 0.62, 0.5, 0.68, 0.44, 0.74, 0.38, 0.32, 0.26, 0.8, 0.2]
/** Free space around a badge. */
const BADGE_GAP = 1

/**
 * How far an arc is bowed to the right of the straight line, as seen from its source: what runs east or west is bowed to
 * the north, as the ways of aircraft are drawn, what runs north or south to the west, and what runs diagonally is straight.
 * So the arcs of one actor part like the leaves of a fan.
 */
export function bowOf(source: Point, target: Point): number {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const square = dx * dx + dy * dy
  if (square === 0) return 0
  const isEastward = dx > 0 || (dx === 0 && dy > 0)
  // The difference of the squares is the cosine of twice the angle to the equator, times the square of the length.
  return ((isEastward ? -1 : 1) * BOW * (dx * dx - dy * dy)) / Math.sqrt(square)
}

/**
 * The arcs of some parallel links, side by side around a bowed one.
 * @param widths of the links, in their order
 */
export function arcsBetween(source: SceneNode, target: SceneNode, widths: readonly number[]): Curve[] {
  const spread = (Math.min(source.width, source.height, target.width, target.height) / 2) * SPREAD
  return fan(source, target, widths, spread, bowOf(source, target), ARC_GAP)
}

/**
 * The place of every link of the dataset, with its badge where one covers no symbol, no name and no other badge; the links
 * with the most initiatives come first.
 * @param widthOf how wide a link is drawn at most
 * @param taken boxes that no badge may cover
 */
export function arcPlaces(
  every: readonly Link[],
  nodes: readonly SceneNode[],
  widthOf: (link: Link) => number,
  focus: string,
  taken: readonly Box[],
): Map<string, Place> {
  const places = placesBy(every, nodes, (parallel, source, target) =>
    arcsBetween(source, target, parallel.map(widthOf)).map((curve) => ({
      curve,
      length: lengthOf(curve),
      badgeAt: null,
    })),
  )
  const all = [...taken]
  const badged = every.filter(({ dyad }) => dyad.a === focus || dyad.b === focus)
  for (const { id, size } of badged.toSorted((x, y) => y.size - x.size)) {
    const place = places.get(id)
    if (!place) continue
    const width = badgeWidth(`M ${size}`)
    for (const t of BADGE_PLACES) {
      const box = boxAround(curveAt(place.curve, t), width, BADGE_HEIGHT)
      if (!all.every((other) => isApart(box, other, BADGE_GAP))) continue
      all.push(box)
      place.badgeAt = t * place.length
      break
    }
  }
  return places
}
