import type { Palette } from '../scene/palette.ts'
import { HALO_WIDTH } from '../scene/strokes.ts'
import { element, escaped, type Attributes } from './xml.ts'
import { wrapped } from './textFit.ts'

/** Something with a known height that can be drawn with its top left corner at a point. */
export interface Block {
  height: number
  draw(x: number, y: number): string
}

export interface ParagraphStyle {
  width: number
  fontSize: number
  colour: string
  isBold?: boolean
  maxLines: number
  /** From line to line, in font sizes. */
  leading?: number
  /** Where a click on the text leads. */
  link?: string
}

/** Text broken in lines; no height at all where there is none. */
export function paragraph(text: string, style: ParagraphStyle): Block {
  const { fontSize, colour, isBold, link } = style
  const lines = wrapped(text, style)
  const lineHeight = fontSize * (style.leading ?? 1.35)
  return {
    height: lines.length * lineHeight,
    draw(x, y) {
      if (lines.length === 0) return ''
      // The letters of a line stand in the middle of its height.
      const baseline = (i: number) => y + i * lineHeight + lineHeight / 2 + fontSize * 0.35
      const attributes = { 'font-size': fontSize, 'font-weight': isBold ? 700 : undefined, fill: colour }
      const art =
        lines.length === 1
          ? element('text', { x, y: baseline(0), ...attributes }, escaped(lines[0]!))
          : element(
              'text',
              attributes,
              ...lines.map((line, i) => element('tspan', { x, y: baseline(i) }, escaped(line))),
            )
      return link === undefined ? art : element('a', { href: link }, art)
    },
  }
}

/** Blocks one below the other. */
export function stacked(blocks: readonly Block[], gap: number): Block {
  const own = blocks.filter(({ height }) => height > 0)
  return {
    height: own.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, own.length - 1),
    draw(x, y) {
      let top = y
      return own
        .map((block) => {
          const art = block.draw(x, top)
          top += block.height + gap
          return art
        })
        .join('\n')
    },
  }
}

/** A line of text whose letters stand in the middle of a height. */
export function lettersAt(text: string, x: number, middle: number, fontSize: number, more: Attributes): string {
  return element('text', { x, y: middle + fontSize * 0.35, 'font-size': fontSize, ...more }, escaped(text))
}

/** Keeps letters readable over lines. */
export function haloOf({ background }: Palette): Attributes {
  return { stroke: background, 'stroke-width': HALO_WIDTH, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
}
