import type { OpenFont } from './lettering.ts'

/**
 * Two signs that stand on badges and that none of the fonts has, drawn here: ✕ for what failed and ↻ for what was
 * revived. In thousandths of the font size, upwards from the line that letters stand on.
 */

type Outline = readonly (readonly [x: number, y: number])[]

const ADVANCE = 860
const MIDDLE = { x: ADVANCE / 2, y: 350 }

/** A cross of two bars, each as long as a capital is high. */
function cross(): Outline[] {
  const [long, thin] = [370, 50]
  const quarter: Outline = [
    [thin, thin],
    [thin, long],
    [-thin, long],
  ]
  const turned = (by: number) =>
    quarter.map(([x, y]) => [Math.cos(by) * x - Math.sin(by) * y, Math.sin(by) * x + Math.cos(by) * y] as const)
  return [[0, 1, 2, 3].flatMap((i) => turned(((i + 0.5) * Math.PI) / 2)).map(([x, y]) => [MIDDLE.x + x, MIDDLE.y + y])]
}

/** An arrow that goes round to the right, open at its upper right. */
function roundArrow(): Outline[] {
  const at = (degrees: number, radius: number) =>
    [
      MIDDLE.x + radius * Math.cos((degrees * Math.PI) / 180),
      MIDDLE.y + radius * Math.sin((degrees * Math.PI) / 180),
    ] as const
  const [outer, inner, start, end] = [370, 280, -25, 285]
  const steps = Array.from({ length: 39 }, (_, i) => start - ((start + end) * i) / 38)
  const ring = [...steps.map((own) => at(own, outer)), ...steps.toReversed().map((own) => at(own, inner))]
  const head = [at(-end, outer + 130), at(-end - 58, (outer + inner) / 2), at(-end, inner - 130)]
  return [ring, head]
}

const SIGNS: Readonly<Record<string, readonly Outline[]>> = { '✕': cross(), '↻': roundArrow() }

/** True for a sign that is drawn here. */
export function isOwnSign(letter: string): boolean {
  return Object.hasOwn(SIGNS, letter)
}

/** The signs, as a font would have them. */
export const SIGN_FONT: OpenFont = {
  unitsPerEm: 1000,
  hasGlyphForCodePoint: (codePoint) => isOwnSign(String.fromCodePoint(codePoint)),
  layout(text) {
    const letters = [...text]
    return {
      advanceWidth: letters.length * ADVANCE,
      glyphs: letters.map((letter) => ({
        path: pathOf(SIGNS[letter]!),
        advanceWidth: ADVANCE,
        codePoints: [letter.codePointAt(0)!],
      })),
      positions: letters.map(() => ({ xAdvance: ADVANCE, yAdvance: 0, xOffset: 0, yOffset: 0 })),
    }
  },
}

function pathOf(outlines: readonly Outline[]): ReturnType<OpenFont['layout']>['glyphs'][number]['path'] {
  return {
    transform: (a, b, c, d, e, f) =>
      pathOf(outlines.map((outline) => outline.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]))),
    toSVG: () =>
      outlines
        .map(
          (outline) =>
            `M${outline.map((point) => point.map((own) => Math.round(own * 100) / 100).join(' ')).join('L')}Z`,
        )
        .join(''),
  }
}
