import type { Point } from './layouts.ts'

/** A quadratic Bézier curve. */
export interface Curve {
  start: Point
  control: Point
  end: Point
}

/** Space between two parallel links, in CSS pixels at their widest. */
const GAP = 6

/**
 * Parallel links between two points, fanned out side by side around the straight line, in order from left to right as
 * seen from `source` to `target`.
 *
 * @param widths the width of each link; the fan is as wide as they need
 * @param spread how far from the middle of a node a curve may start or end, so that it comes out from behind the node
 * @param bow how far the middle of the fan lies beside the straight line, to the right as seen from `source`
 * @param gap space between two links at their widest
 */
export function fan(
  source: Point,
  target: Point,
  widths: readonly number[],
  spread: number,
  bow = 0,
  gap = GAP,
): Curve[] {
  const dx = target.x - source.x
  const dy = target.y - source.y
  const length = Math.hypot(dx, dy) || 1
  const normal = { x: -dy / length, y: dx / length }
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1)
  const atEnds = total === 0 ? 0 : Math.min(1, (2 * spread * 0.7) / total)
  let edge = -total / 2
  return widths.map((width) => {
    const offset = edge + width / 2
    edge += width + gap
    const end = offset * atEnds
    // A quadratic curve passes its middle halfway between the control point and the chord.
    const control = 2 * (offset + bow) - end
    return {
      start: move(source, normal, end),
      control: move({ x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 }, normal, control),
      end: move(target, normal, end),
    }
  })
}

/** From one end of a curve to the other, in a straight line. */
export function lengthOf({ start, end }: Curve): number {
  return Math.hypot(end.x - start.x, end.y - start.y)
}

/** A curve as the `d` of an SVG path, to two decimals. */
export function curvePath({ start, control, end }: Curve): string {
  const [sx, sy, cx, cy, ex, ey] = [start.x, start.y, control.x, control.y, end.x, end.y].map(
    (value) => Math.round(value * 100) / 100 + 0,
  )
  return `M${sx} ${sy}Q${cx} ${cy} ${ex} ${ey}`
}

/** The point of a curve at `t` from 0 (start) to 1 (end). */
export function curveAt({ start, control, end }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  }
}

/** The direction of a curve at `t`, as an angle in radians, clockwise from the x axis. */
export function curveAngle({ start, control, end }: Curve, t: number): number {
  const u = 1 - t
  return Math.atan2(
    2 * u * (control.y - start.y) + 2 * t * (end.y - control.y),
    2 * u * (control.x - start.x) + 2 * t * (end.x - control.x),
  )
}

function move(point: Point, direction: Point, by: number): Point {
  return { x: point.x + direction.x * by, y: point.y + direction.y * by }
}
