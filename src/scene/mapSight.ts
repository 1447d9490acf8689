import type { Actor } from '../model/schema.ts'
import type { Sight } from './fit.ts'
import type { Point } from './layouts.ts'
import { halfWidthAt, keptOnMap, onEarth, onMap, type EarthPlace } from './projection.ts'
import type { Box } from './scene.ts'

/**
 * What of the map is in sight. A {@link Sight} of the map has its middle in map units, and its zoom is in pixels for one
 * of them. What a person chose is kept in degrees and in times of all of it, so that it means the same on any screen.
 */

/** Of the map on the screen, in CSS pixels. */
export interface Size {
  width: number
  height: number
}

/** How many times larger than all of it the map can be shown. */
export const MAP_ZOOM = { least: 0.8, most: 40 }
/** From the outermost seats to the edges of the screen: room for their symbols and names, in pixels. */
const MARGIN = { x: 62, y: 40 }
/** So much of the width is margin at most: a phone has not much. */
const MARGIN_SHARE = 0.1

/** Where actors have their seats, in map units; those without one are left out. */
export function seatsOf(actors: readonly Pick<Actor, 'seat'>[]): Point[] {
  return actors.flatMap(({ seat }) => (seat ? [onMap(seat)] : []))
}

/** The sight in which all seats fit. */
export function wholeSight(seats: readonly Point[], { width, height }: Size): Sight {
  if (seats.length === 0) return { x: 0, y: 0, zoom: width / (2 * halfWidthAt(0)) }
  const [xs, ys] = [seats.map(({ x }) => x), seats.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const [dx, dy] = [Math.min(MARGIN.x, width * MARGIN_SHARE), Math.min(MARGIN.y, height * MARGIN_SHARE)]
  const zoom = Math.min((width - 2 * dx) / Math.max(1, right - left), (height - 2 * dy) / Math.max(1, bottom - top), 1)
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(zoom, 0.01) }
}

/** On a map that is narrower, seats that lie close together would cover each other if one far off had to be in it too. */
const NARROW = 560

/** Of what such a map is wide and high, the share that its core takes: it is not alone there. */
const CORE_SHARE = 0.85

/**
 * The sight that the map opens with: all of it, and where that is too narrow, its core.
 * @param core the seats of the core; all of the map where there are none
 */
export function firstSight(whole: Sight, core: readonly Point[], size: Size): Sight {
  if (size.width >= NARROW || core.length === 0) return whole
  const sight = wholeSight(core, size)
  return { ...sight, zoom: sight.zoom * CORE_SHARE }
}

/** What is seen in a sight, in map units. */
export function boundsOf({ x, y, zoom }: Sight, { width, height }: Size): Box {
  const [dx, dy] = [width / 2 / zoom, height / 2 / zoom]
  return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy }
}

/** A place on earth in the middle, and how many times larger than all of it the map is shown. */
export type EarthSight = EarthPlace & { zoom: number }

/** The sight of what a person chose to look at; `null`: all of it. */
export function sightOf(chosen: EarthSight | null, whole: Sight): Sight {
  if (!chosen) return whole
  return within({ ...onMap(chosen), zoom: chosen.zoom * whole.zoom }, whole)
}

/** A sight in degrees, as it is kept. */
export function chosenOf({ x, y, zoom }: Sight, whole: Sight): EarthSight {
  return { ...onEarth({ x, y }), zoom: zoom / whole.zoom }
}

/** The sight moved by so many pixels: the map goes right and down where they are positive. */
export function moved({ x, y, zoom }: Sight, dx: number, dy: number, whole: Sight): Sight {
  return within({ x: x - dx / zoom, y: y - dy / zoom, zoom }, whole)
}

/**
 * The sight zoomed in by a factor above 1, or out by one below, such that what lies under a point stays there.
 * @param at in pixels from the middle of the screen
 */
export function zoomed(sight: Sight, factor: number, at: Point, whole: Sight): Sight {
  const zoom = clamp(sight.zoom * factor, MAP_ZOOM.least * whole.zoom, MAP_ZOOM.most * whole.zoom)
  const kept = 1 / sight.zoom - 1 / zoom
  return within({ x: sight.x + at.x * kept, y: sight.y + at.y * kept, zoom }, whole)
}

/** The middle never leaves the map. */
function within({ x, y, zoom }: Sight, whole: Sight): Sight {
  return { ...keptOnMap({ x, y }), zoom: clamp(zoom, MAP_ZOOM.least * whole.zoom, MAP_ZOOM.most * whole.zoom) }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
