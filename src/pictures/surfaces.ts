import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import type { Tally } from '../network/links.ts'
import { sumOf } from '../network/tally.ts'
import { OUTCOME_FILLS } from '../scene/fills.ts'
import type { Palette, Scheme } from '../scene/palette.ts'
import { element, rounded } from './xml.ts'

/**
 * Surfaces that differ without colour too: hatched and dotted ones are drawn line by line and dot by dot, since not every
 * program that opens an SVG knows patterns.
 */

/** A rectangle by its top left corner. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** Lines that rise to the right, within a rectangle. */
export function hatching({ x, y, width, height }: Rectangle, step: number): string {
  const lines: string[] = []
  const across = step * Math.SQRT2
  for (let offset = across / 2; offset < width + height; offset += across) {
    // The line on which the distances from the left and from the top add up to the offset.
    const low = Math.min(offset, height)
    const high = Math.min(offset, width)
    lines.push(`M${rounded(x + offset - low)} ${rounded(y + low)}L${rounded(x + high)} ${rounded(y + offset - high)}`)
  }
  return lines.join('')
}

/** Dots in a grid within a rectangle, each a line of no length. */
export function dots({ x, y, width, height }: Rectangle, step: number): string {
  const places: string[] = []
  const [countX, countY] = [Math.floor(width / step), Math.max(1, Math.floor(height / step))]
  for (let i = 0; i < countX; i++) {
    for (let j = 0; j < countY; j++) {
      places.push(`M${rounded(x + (width * (i + 0.5)) / countX)} ${rounded(y + (height * (j + 0.5)) / countY)}h0`)
    }
  }
  return places.join('')
}

export interface Surface {
  palette: Palette
  scheme: Scheme
  lineWeight: number
}

/** A rectangle that stands for an outcome: realised solid, pending hatched, ended pale, failed dotted. */
export function outcomeArt(outcome: Outcome, place: Rectangle, { palette, scheme, lineWeight }: Surface): string[] {
  const fills = OUTCOME_FILLS[scheme]
  const isDrawn = outcome === 'pending' || outcome === 'failed'
  const marks =
    outcome === 'pending'
      ? element('path', {
          d: hatching(place, 3.5),
          stroke: fills.realised,
          'stroke-width': 1.3 * lineWeight,
          fill: 'none',
        })
      : outcome === 'failed' && place.width >= 4
        ? element('path', {
            d: dots(place, 4),
            stroke: fills.realised,
            'stroke-width': 1.6,
            'stroke-linecap': 'round',
            fill: 'none',
          })
        : ''
  return [
    element('rect', { ...place, fill: isDrawn ? palette.surface : fills[outcome] }),
    marks,
    element('rect', { ...place, fill: 'none', stroke: palette.muted, 'stroke-width': lineWeight }),
  ]
}

/** Initiatives by outcome as one stacked bar as wide as the whole of a tally; nothing for an empty one. */
export function outcomeBar(tally: Tally, place: Rectangle, surface: Surface): string[] {
  const total = sumOf(tally)
  let before = 0
  return OUTCOMES.flatMap((outcome) => {
    if (tally[outcome] === 0) return []
    const x = place.x + (before / total) * place.width
    before += tally[outcome]
    return outcomeArt(outcome, { ...place, x, width: (tally[outcome] / total) * place.width }, surface)
  })
}

/** The ticks that mark conflict, with their middle at a point. */
export function conflictTicksArt(x: number, y: number, colour: string, height = 9, gap = 4): string {
  const top = rounded(y - height / 2)
  return element('path', {
    d: [-gap, 0, gap].map((dx) => `M${rounded(x + dx)} ${top}v${rounded(height)}`).join(''),
    stroke: colour,
    'stroke-width': gap * 0.4,
    fill: 'none',
  })
}
