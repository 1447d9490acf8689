import type { Point } from './layouts.ts'
import { lettersIn } from './letters.ts'
import type { Box } from './scene.ts'

/** Names beside symbols, on the map and in pictures: none over another nor over a symbol. Lengths are in pixels. */

/** A name that is to stand beside a symbol. */
export interface Name {
  /** The middle of the symbol. */
  at: Point
  /** Of the symbol. */
  width: number
  height: number
  text: string
  fontSize: number
  /** How long the text is; estimated where it is left out. */
  length?: number
}

/** Where a name stands: the point that its first line is drawn from, and which end of it that is. */
export interface NamePlace extends Point {
  anchor: 'start' | 'middle' | 'end'
  box: Box
}

/** Between a symbol and its name. */
const BESIDE = 4
/** About how wide a letter is, and how high a line, in font sizes. */
const LETTER = 0.56
const LINE = 1.2
/** From the middle of a line to where its letters stand, in font sizes. */
const TO_BASELINE = 0.35
/** Free space that a name keeps around itself. */
const CLEARANCE = 1

/**
 * Where names stand: below, right, left or above their symbols or at its corners, the first of these where they cover
 * nothing.
 * @param names the most important first: of two that want one place the later gives way
 * @param taken boxes that no name may cover
 * @param within the box that they stay in; all of the plane where it is left out
 * @returns for each name its place; `null` where there is none
 */
export function placeNames(names: readonly Name[], taken: readonly Box[], within?: Box): (NamePlace | null)[] {
  const all = [...taken]
  return names.map((name) => {
    const place = candidates(name).find(
      ({ box }) => (!within || isInside(box, within)) && all.every((other) => isApart(box, other, CLEARANCE)),
    )
    if (!place) return null
    all.push(place.box)
    return place
  })
}

function candidates({ at, width, height, text, fontSize, length }: Name): NamePlace[] {
  const long = length ?? lettersIn(text) * fontSize * LETTER
  const high = fontSize * LINE
  const place = (anchor: NamePlace['anchor'], x: number, middle: number): NamePlace => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2
    return {
      anchor,
      x,
      y: middle + fontSize * TO_BASELINE,
      box: { left, right: left + long, top: middle - high / 2, bottom: middle + high / 2 },
    }
  }
  const [right, left] = [at.x + width / 2 + BESIDE, at.x - width / 2 - BESIDE]
  const [below, above] = [at.y + height / 2 + high / 2 + 1, at.y - height / 2 - high / 2 - 1]
  // At a corner of a round symbol there is room nearer to its middle.
  const [east, west] = [at.x + width * 0.3 + BESIDE, at.x - width * 0.3 - BESIDE]
  const [south, north] = [at.y + height * 0.42, at.y - height * 0.42]
  return [
    place('middle', at.x, below),
    place('start', right, at.y),
    place('end', left, at.y),
    place('middle', at.x, above),
    place('start', east + 2, south + 2),
    place('end', west - 2, south + 2),
    place('start', east + 2, north - 2),
    place('end', west - 2, north - 2),
  ]
}

/** Whether two boxes are so far apart, or further. */
export function isApart(one: Box, other: Box, gap: number): boolean {
  return (
    one.right + gap <= other.left ||
    other.right + gap <= one.left ||
    one.bottom + gap <= other.top ||
    other.bottom + gap <= one.top
  )
}

/** Whether a box lies in another. */
export function isInside(box: Box, { left, right, top, bottom }: Box): boolean {
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
}

/** The box around a middle. */
export function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}
