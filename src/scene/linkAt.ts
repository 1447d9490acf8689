import { curveAt, type Curve } from './curves.ts'
import type { Point } from './layouts.ts'
import type { Box, SceneLink } from './scene.ts'
import { BADGE_HEIGHT, badgeWidth } from './strokes.ts'

/** Into so many straight pieces a curve is cut to measure how far off it is; of the bends there are none is off by half a pixel. */
const PIECES = 16

/**
 * The link that is pointed at: one whose badge or stroke lies under the point, else the nearest within reach. Links that are
 * drawn in the background give way to all others in reach.
 * @param links in the order of their drawing
 * @param reach how far beside a stroke still counts, in pixels at zoom 1
 * @returns `null` where none is in reach
 */
export function linkAt(links: readonly SceneLink[], point: Point, reach: number): SceneLink | null {
  let found: { link: SceneLink; beside: number } | null = null
  for (const link of links) {
    const beside = besideOf(link, point, reach)
    if (beside > reach) continue
    const isBetter =
      !found || (found.link.isBackground === link.isBackground ? beside <= found.beside : found.link.isBackground)
    if (isBetter) found = { link, beside }
  }
  return found?.link ?? null
}

/** How far a point lies beside what is drawn of a link: 0 on its stroke, less on its badge; more than `most` is not looked into. */
function besideOf({ curve, bandWidth, lineWidth, badge }: SceneLink, point: Point, most: number): number {
  if (badge && isOnBadge(badge, point)) return -1
  const half = Math.max(bandWidth, lineWidth) / 2
  if (!isWithin(boundsOf(curve), point, most + half)) return Infinity
  return Math.max(0, distanceTo(curve, point) - half)
}

function isOnBadge({ at, text }: NonNullable<SceneLink['badge']>, { x, y }: Point): boolean {
  return Math.abs(x - at.x) <= badgeWidth(text) / 2 && Math.abs(y - at.y) <= BADGE_HEIGHT / 2
}

/** A box that the curve does not leave: a quadratic curve stays within its three points. */
function boundsOf({ start, control, end }: Curve): Box {
  return {
    left: Math.min(start.x, control.x, end.x),
    top: Math.min(start.y, control.y, end.y),
    right: Math.max(start.x, control.x, end.x),
    bottom: Math.max(start.y, control.y, end.y),
  }
}

function isWithin({ left, top, right, bottom }: Box, { x, y }: Point, margin: number): boolean {
  return x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin
}

function distanceTo(curve: Curve, point: Point): number {
  let nearest = Infinity
  let from = curve.start
  for (let i = 1; i <= PIECES; i++) {
    const to = curveAt(curve, i / PIECES)
    nearest = Math.min(nearest, distanceToPiece(from, to, point))
    from = to
  }
  return nearest
}

function distanceToPiece(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const squared = dx * dx + dy * dy
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / squared))
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy)
}
