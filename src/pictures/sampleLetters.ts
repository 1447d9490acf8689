import { pixelsOf } from './svg.ts'
import { element, escaped, rounded } from './xml.ts'

/**
 * Browsers say that an SVG image can be drawn before the fonts in it are read; until then its letters cannot be seen. So
 * one letter of each font is written below the picture, where it can be looked for.
 */

export interface Pixels {
  width: number
  height: number
}

/** Where the letters that are looked for stand in an image, in its pixels. */
export interface Samples {
  count: number
  /** How many stand side by side. */
  columns: number
  /** The top of the first row: the height of the picture itself. */
  top: number
}

/** Of the square that each letter has for itself, in pixels. */
const SIDE = 16
/** As `withFonts` writes them. */
const FACES = /@font-face\{font-family:"([^"]+)";font-weight:(\d+);unicode-range:([^;]+);/g

/**
 * A picture of a size with a letter of each of its fonts below it.
 * @param svg one that `withFonts` wrote
 * @param pixels of the picture: some browsers draw an SVG at the size it names and enlarge the pixels
 */
export function withSamples(svg: string, pixels: Pixels): { svg: string; samples: Samples } {
  const own = pixelsOf(svg)
  const letters = [...svg.matchAll(FACES)].flatMap(([, family, weight, range]) => {
    const letter = range!
      .split(',')
      .map((codePoint) => String.fromCodePoint(parseInt(codePoint.slice(2), 16)))
      .find((character) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(character))
    return letter === undefined ? [] : { family: family!, weight: weight!, letter }
  })
  const columns = Math.max(1, Math.floor(pixels.width / SIDE))
  const rows = Math.ceil(letters.length / columns)
  const across = own.width / pixels.width
  const down = own.height / pixels.height
  const samples = letters.map(({ family, weight, letter }, i) =>
    element(
      'text',
      {
        x: rounded(((i % columns) + 0.2) * SIDE * across),
        y: rounded((Math.floor(i / columns) + 0.8) * SIDE * down),
        'font-family': family,
        'font-weight': weight,
        'font-size': rounded(SIDE * 0.7 * across),
      },
      escaped(letter),
    ),
  )
  // An inner `svg` keeps letters that are taller than their square out of the picture.
  const strip = element(
    'svg',
    { x: 0, y: own.height, width: own.width, height: rows * SIDE * down },
    element('g', { fill: '#000' }, ...samples),
  )
  const head = `width="${pixels.width}" height="${pixels.height + rows * SIDE}" viewBox="0 0 ${own.width} ${own.height + rows * SIDE * down}" preserveAspectRatio="none"`
  return {
    svg: svg
      .replace(/^(<svg\b[^>]*?) width="[^"]*" height="[^"]*" viewBox="[^"]*"/, `$1 ${head}`)
      .replace(/<\/svg>\s*$/, () => `${strip}</svg>`),
    samples: { count: letters.length, columns, top: pixels.height },
  }
}

/** After so long letters that are not there are done without. */
const PATIENCE_MS = 10_000

/** Waits until every letter that is looked for can be seen. */
export async function lettersDrawn(image: HTMLImageElement, { count, columns, top }: Samples): Promise<void> {
  if (count === 0) return
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(count, columns) * SIDE
  canvas.height = Math.ceil(count / columns) * SIDE
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const { width, height } = canvas
  const isSeen = (i: number) => {
    const { data } = context.getImageData((i % columns) * SIDE, Math.floor(i / columns) * SIDE, SIDE, SIDE)
    return data.some((value, at) => at % 4 === 3 && value > 64)
  }
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    context.clearRect(0, 0, width, height)
    context.drawImage(image, 0, top, width, height, 0, 0, width, height)
    if (Array.from({ length: count }, (_, i) => i).every(isSeen) || performance.now() > end) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
