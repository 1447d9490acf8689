import type { CSSProperties } from 'react'
import type { Point } from '../../scene/layouts.ts'

/** Puts a symbol or words at a point of the map, in the same size however much the map is being zoomed. */
export function standing({ x, y }: Point): CSSProperties {
  return { transform: `translate(${x}px, ${y}px) scale(var(--map-shrink, 1))` }
}
