import { geoEqualEarth, geoGraticule, geoIdentity, geoPath, geoStream, type GeoPermissibleObjects } from 'd3-geo'
import type { Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import type { Point } from './layouts.ts'
import type { Box } from './scene.ts'

/**
 * The map of the world, with the Pacific in it whole. It is drawn in the Equal Earth projection, in which no country is
 * larger beside another than it is on the globe. Lengths are in *map units*: a thousand to the radius of the globe. The
 * origin is where the central meridian crosses the equator; y grows downwards.
 */

/** The meridian in the middle, in degrees east: the map is cut on the other side, at 30° West, in the Atlantic. */
export const CENTRAL_MERIDIAN = 150
const UNITS = 1000
/** How far an outline may stray from the curve that it stands for, in map units: a pixel where one has zoomed in far. */
const PRECISION = 0.15
/** Places after the point in outlines. */
const DIGITS = 1
/** Every so many degrees a meridian and a parallel are drawn. */
const GRATICULE_STEP: [number, number] = [30, 30]

const projection = geoEqualEarth().rotate([-CENTRAL_MERIDIAN, 0]).scale(UNITS).translate([0, 0]).precision(PRECISION)

/** A place on earth, in degrees east and north. */
export interface EarthPlace {
  longitude: number
  latitude: number
}

/** Where a place on earth lies on the map. */
export function onMap({ longitude, latitude }: EarthPlace): Point {
  const [x, y] = projection([longitude, latitude])!
  return { x, y }
}

/** Half of the map's height, in map units. */
export const HALF_HEIGHT = -projection([CENTRAL_MERIDIAN, 90])![1]

/** Half of the map's width at a height, in map units: the map is narrower towards the poles. */
export function halfWidthAt(y: number): number {
  const latitude = projection.invert!([0, clamp(y, HALF_HEIGHT)])![1]
  return projection([CENTRAL_MERIDIAN + 180 - 1e-9, clamp(latitude, 90)])![0]
}

/** The point of the map that is nearest to a point beside it, on the same height where there is map at all. */
export function keptOnMap({ x, y }: Point): Point {
  const height = clamp(y, HALF_HEIGHT)
  return { x: clamp(x, halfWidthAt(height)), y: height }
}

/** Which place on earth a point of the map is; for a point beside the map the place on its edge. */
export function onEarth(point: Point): EarthPlace {
  const { x, y } = keptOnMap(point)
  const [longitude, latitude] = projection.invert!([x, y])!
  return { longitude, latitude: clamp(latitude, 90) }
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value))
}

/** Shapes on the map as rings of points in map units. */
export type MapShape = Position[][][]

/**
 * All land, projected. Land only: the package has countries too, but where one of them ends is disputed in several of the
 * relations that this program is about, and it takes no side in that.
 */
export function landOf(topology: Topology): MapShape {
  const land = topology.objects['land']
  const shape: MapShape = []
  let polygon: Position[][] = []
  let ring: Position[] = []
  if (land) {
    geoStream(
      feature(topology, land as GeometryObject),
      projection.stream({
        polygonStart: () => (polygon = []),
        lineStart: () => (ring = []),
        point: (x, y) => ring.push([x, y]),
        lineEnd: () => {
          const first = ring[0]
          if (first && ring.length > 2) polygon.push([...ring, first])
        },
        polygonEnd: () => polygon.length > 0 && shape.push(polygon),
      }),
    )
  }
  return shape
}

/**
 * A shape as the `d` of an SVG path, in map units.
 * @param within what lies outside is cut off: of a fine outline one sees a small part at a time; `null` for all of it
 */
export function shapePath(shape: MapShape, within: Box | null): string {
  return geoPath(cutTo(within)).digits(DIGITS)({ type: 'MultiPolygon', coordinates: shape }) ?? ''
}

/** @param within what lies outside is cut off; `null` for all of it */
function pathOf(shape: GeoPermissibleObjects, within: Box | null): string {
  const cut = cutTo(within)
  return geoPath({ stream: (sink) => projection.stream(cut.stream(sink)) }).digits(DIGITS)(shape) ?? ''
}

/** Draws what lies in a box as it is, and leaves out the rest. */
function cutTo(within: Box | null) {
  const cut = geoIdentity()
  if (within) {
    cut.clipExtent([
      [within.left, within.top],
      [within.right, within.bottom],
    ])
  }
  return cut
}

/** The edge of the map, in map units; of what is cut off also the edges of the box. */
export function mapOutline(within: Box | null = null): string {
  return pathOf({ type: 'Sphere' }, within)
}

/** Meridians and parallels, in map units. */
export function graticuleOutline(within: Box | null = null): string {
  return pathOf(geoGraticule().step(GRATICULE_STEP).precision(2)(), within)
}
