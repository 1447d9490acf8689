import type { Outcome } from '../model/outcome.ts'
import { curveAngle, curveAt } from './curves.ts'
import type { LineStyle, SceneLink } from './scene.ts'
import type { Point } from './layouts.ts'

/** The strokes that the screen and the pictures draw a scene with. Lengths are in CSS pixels at zoom 1. */

/** Lengths of dashes and gaps; the dots of a dotted line are dashes of no length with round caps. */
export const DASHES: Record<LineStyle, readonly number[]> = {
  solid: [],
  dashed: [7, 5],
  pale: [],
  dotted: [0.1, 5],
}

/** As thick as a line that is not solid is drawn unless the person makes lines heavier. */
export const THIN_LINE = 2.2

/** The dashes and gaps of a line: in a thicker one gaps as long as in a thin one would close, and what failed would look as if it stood. */
export function dashesOf({ line, lineWidth }: Pick<SceneLink, 'line' | 'lineWidth'>): number[] {
  const longer = Math.max(1, lineWidth / THIN_LINE)
  return DASHES[line].map((length) => length * longer)
}

/** The line style of each outcome. */
export const LINE_STYLES: Record<Outcome, LineStyle> = {
  realised: 'solid',
  pending: 'dashed',
  ended: 'pale',
  failed: 'dotted',
}

/** How thick each outcome is drawn along the life of an initiative where there is room. */
export const LIFE_WIDTHS: Record<Outcome, number> = { realised: 5, pending: 2.2, ended: 5, failed: 2.6 }

/** How the ends of a line, and of each of its dashes, are drawn. */
export const CAPS: Record<LineStyle, 'butt' | 'round'> = {
  solid: 'butt',
  dashed: 'butt',
  pale: 'butt',
  dotted: 'round',
}

/** Opacity of the pale band that stands for everything promised. */
export const BAND_OPACITY = 0.3
/** Opacity of the pale line of what has ended. */
export const PALE_OPACITY = 0.45
/** Opacity of links that pass the focus by, over their own opacities. */
export const BACKGROUND_OPACITY = 0.35
/** Opacity of what lies outside the neighbourhood that the pointer is on. */
export const DIMMED_OPACITY = 0.12
/** Opacity of actors without a tie. */
export const UNTIED_OPACITY = 0.4

/** Opacity of the boxes behind actors that a layout puts together. */
export const GROUP_OPACITY = 0.16

/** From the middle of a line of text down to what its letters stand on, in font sizes: half the height of a capital. */
export const CAPITAL_HALF = 0.36
/** From the top of the box behind actors to what its name stands on, in font sizes. */
export const GROUP_NAME_DROP = 1.35

/** The badge of a link: bold text in a rounded rectangle. */
export const BADGE_FONT_SIZE = 10
export const BADGE_HEIGHT = 14
export const BADGE_RADIUS = 4

/** The width of a badge with `text` in it, near enough for digits and capitals of any sans-serif. */
export function badgeWidth(text: string): number {
  return text.length * BADGE_FONT_SIZE * 0.6 + 7
}

/** The ring along the edge of a flag, half inside and half outside, and the finer outline around that. */
export const RING_WIDTH = 2
export const FOCUS_RING_WIDTH = 3
export const OUTLINE_WIDTH = 1
/** The frame of an actor drawn as a labelled shape. */
export const FRAME_WIDTH = 1.2
export const FRAME_RADIUS = 5
/** From the foot of a flag to the line that its label stands on, in font sizes. */
export const LABEL_DROP = 1.15
/** The halo that keeps a label readable over lines: how far it reaches around the letters. */
export const HALO_WIDTH = 3

/** The ticks that mark conflict, across a break in the line: how many, how long at least, how thick, how far apart. */
const TICKS = 3
export const TICK_LENGTH = 11
export const TICK_WIDTH = 1.8
export const TICK_GAP = 4.5
/** How far the break reaches beyond the ticks. */
const TICK_MARGIN = 3
/** Where along a link they stand: in the middle, or before the badge as seen from the focus. */
const TICK_PLACE = 0.5
const TICK_PLACE_BEFORE_BADGE = 0.34

/** The ticks that mark a conflict across its link, from one end of each to the other; none for cooperation. */
export function conflictTicks({ isConflict, curve, badge, bandWidth }: SceneLink): { from: Point; to: Point }[] {
  if (!isConflict) return []
  const length = Math.max(1, Math.hypot(curve.end.x - curve.start.x, curve.end.y - curve.start.y))
  const startsAtBadge = badge !== null && badge.along < length / 2
  const place = badge === null ? TICK_PLACE : startsAtBadge ? 1 - TICK_PLACE_BEFORE_BADGE : TICK_PLACE_BEFORE_BADGE
  const reach = Math.max(TICK_LENGTH, bandWidth + 4) / 2
  return Array.from({ length: TICKS }, (_, i) => {
    const t = place + ((i - (TICKS - 1) / 2) * TICK_GAP) / length
    const middle = curveAt(curve, t)
    const across = curveAngle(curve, t) + Math.PI / 2
    const [dx, dy] = [Math.cos(across) * reach, Math.sin(across) * reach]
    return { from: { x: middle.x - dx, y: middle.y - dy }, to: { x: middle.x + dx, y: middle.y + dy } }
  })
}

/**
 * The break in a line under the ticks of a conflict: it reaches a little beyond them, and is as wide as they are long.
 * @param ticks one at least, as {@link conflictTicks} gives them
 */
export function breakUnder(ticks: readonly { from: Point; to: Point }[]): { from: Point; to: Point; width: number } {
  const [first, last] = [ticks[0]!, ticks.at(-1)!]
  const middle = ({ from, to }: typeof first) => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  const [start, end] = [middle(first), middle(last)]
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const [dx, dy] = [((end.x - start.x) / length) * TICK_MARGIN, ((end.y - start.y) / length) * TICK_MARGIN]
  return {
    from: { x: start.x - dx, y: start.y - dy },
    to: { x: end.x + dx, y: end.y + dy },
    width: Math.hypot(first.to.x - first.from.x, first.to.y - first.from.y),
  }
}
