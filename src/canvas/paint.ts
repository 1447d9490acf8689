import { GROUP_FONT_SIZE, type SceneGroup, type SceneLink } from '../scene/scene.ts'
import type { Palette } from '../scene/palette.ts'
import {
  BACKGROUND_OPACITY,
  BADGE_FONT_SIZE,
  BADGE_HEIGHT,
  BADGE_RADIUS,
  CAPITAL_HALF,
  CAPS,
  DIMMED_OPACITY,
  FRAME_RADIUS,
  GROUP_NAME_DROP,
  GROUP_OPACITY,
  TICK_WIDTH,
  badgeWidth,
  breakUnder,
  conflictTicks,
  dashesOf,
} from '../scene/strokes.ts'
import type { Emphasis } from './emphasis.ts'
import { FONT } from './font.ts'

/** What stands under the actors: boxes, links and their badges, in the strokes that pictures have them in too. */

/** How far the halo of what is selected reaches beyond its line, and how strong it is. */
const HALO = { reach: 6, opacity: 0.4 }

/** How far the outline of where the keyboard is reaches beyond its line. */
const WALKED_REACH = 1.5

/** Paints the boxes behind actors that a layout puts together. */
export function paintGroups(context: CanvasRenderingContext2D, groups: readonly SceneGroup[], palette: Palette): void {
  context.font = `600 ${GROUP_FONT_SIZE}px ${FONT}`
  context.textAlign = 'center'
  context.lineWidth = 1
  context.strokeStyle = palette.faint
  for (const { label, box } of groups) {
    context.beginPath()
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, FRAME_RADIUS)
    context.fillStyle = palette.faint
    context.globalAlpha = GROUP_OPACITY
    context.fill()
    context.globalAlpha = 1
    context.stroke()
    context.fillStyle = palette.muted
    context.fillText(label, (box.left + box.right) / 2, box.top + GROUP_FONT_SIZE * GROUP_NAME_DROP)
  }
}

/**
 * Paints links, in their order: what is selected over the others, and where the keyboard is over that. Badges come over all of
 * them: a band that crosses must not cover a letter.
 */
export function paintLinks(
  context: CanvasRenderingContext2D,
  links: readonly SceneLink[],
  palette: Palette,
  { bright, selected, walked }: Emphasis,
): void {
  const isWalked = ({ id }: SceneLink) => walked?.kind === 'link' && walked.id === id
  const isOver = (link: SceneLink) => selected.links.has(link.id) || isWalked(link)
  const opacityOf = (link: SceneLink) => {
    if (isOver(link)) return 1
    const isDimmed = bright !== null && !bright.links.has(link.id)
    return (link.isBackground ? BACKGROUND_OPACITY : 1) * (isDimmed ? DIMMED_OPACITY : 1)
  }
  const over = links.filter(isOver).sort((a, b) => Number(isWalked(a)) - Number(isWalked(b)))
  const ordered = over.length > 0 ? [...links.filter((link) => !isOver(link)), ...over] : links
  context.lineJoin = 'round'
  context.textAlign = 'center'
  context.font = `700 ${BADGE_FONT_SIZE}px ${FONT}`
  for (const link of ordered) {
    if (isWalked(link)) paintOutline(context, link, palette)
    if (selected.links.has(link.id)) paintHalo(context, link)
    paintLink(context, link, palette, opacityOf(link))
  }
  for (const link of ordered) if (link.badge) paintBadge(context, link.badge, link.colour, palette, opacityOf(link))
}

function paintLink(context: CanvasRenderingContext2D, link: SceneLink, palette: Palette, opacity: number): void {
  const { curve, colour, bandWidth, bandOpacity, lineWidth, lineOpacity, line } = link
  trace(context, curve)
  context.strokeStyle = colour
  if (bandWidth > 0 && bandOpacity > 0) stroke(context, bandWidth, bandOpacity * opacity)
  if (lineWidth > 0) {
    const dashes = dashesOf(link)
    if (dashes.length > 0) {
      context.setLineDash(dashes)
      context.lineCap = CAPS[line]
    }
    stroke(context, lineWidth, lineOpacity * opacity)
    if (dashes.length > 0) {
      context.setLineDash([])
      context.lineCap = 'butt'
    }
  }
  if (link.isConflict) paintTicks(context, link, palette, opacity)
}

/** An outline around where the keyboard is. */
function paintOutline(context: CanvasRenderingContext2D, link: SceneLink, palette: Palette): void {
  const width = Math.max(link.bandWidth, link.lineWidth)
  trace(context, link.curve)
  context.strokeStyle = palette.ink
  stroke(context, width + 2 * WALKED_REACH, 1)
  context.strokeStyle = palette.background
  stroke(context, width, 1)
}

/** A halo around what is selected, of its own width: where all is realised there is no band to strengthen. */
function paintHalo(context: CanvasRenderingContext2D, { curve, colour, bandWidth, lineWidth }: SceneLink): void {
  trace(context, curve)
  context.strokeStyle = colour
  stroke(context, Math.max(bandWidth, lineWidth + 2 * HALO.reach), HALO.opacity)
}

/** Of less than this, in pixels, nobody sees that a curve is bent; a straight line is drawn in two thirds of the time. */
const STRAIGHT = 0.05

function trace(context: CanvasRenderingContext2D, { start, control, end }: SceneLink['curve']): void {
  context.beginPath()
  context.moveTo(start.x, start.y)
  const [dx, dy] = [control.x - (start.x + end.x) / 2, control.y - (start.y + end.y) / 2]
  if (Math.hypot(dx, dy) < STRAIGHT) context.lineTo(end.x, end.y)
  else context.quadraticCurveTo(control.x, control.y, end.x, end.y)
}

function stroke(context: CanvasRenderingContext2D, width: number, opacity: number): void {
  context.globalAlpha = opacity
  context.lineWidth = width
  context.stroke()
}

/** The ticks that mark a conflict, in a break of the line that is as wide as they are long. */
function paintTicks(context: CanvasRenderingContext2D, link: SceneLink, palette: Palette, opacity: number): void {
  const ticks = conflictTicks(link)
  const { from, to, width } = breakUnder(ticks)
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.strokeStyle = palette.background
  // A pale link must not cut a hole into others under it.
  stroke(context, width, opacity)
  context.beginPath()
  for (const tick of ticks) {
    context.moveTo(tick.from.x, tick.from.y)
    context.lineTo(tick.to.x, tick.to.y)
  }
  context.strokeStyle = link.colour
  stroke(context, TICK_WIDTH, opacity)
}

function paintBadge(
  context: CanvasRenderingContext2D,
  { text, at }: NonNullable<SceneLink['badge']>,
  colour: string,
  palette: Palette,
  opacity: number,
): void {
  const width = badgeWidth(text)
  context.globalAlpha = opacity
  context.fillStyle = palette.background
  context.beginPath()
  context.roundRect(at.x - width / 2, at.y - BADGE_HEIGHT / 2, width, BADGE_HEIGHT, BADGE_RADIUS)
  context.fill()
  context.fillStyle = colour
  context.fillText(text, at.x, at.y + BADGE_FONT_SIZE * CAPITAL_HALF)
}
