import type { Point } from '../../scene/layouts.ts'

/** Puts a symbol or words at a point of the map, as the value of `transform`. */
export function standing({ x, y }: Point): string {
  return `translate(${x} ${y})`
}
