import { withPngMetadata } from './pngMetadata.ts'

export type PngScale = 1 | 2 | 3 | 4

/** What a PNG tells of itself to those who find it without its page. */
export interface PngTexts {
  title?: string
  description?: string
  source?: string
}

const CSS_DPI = 96

/**
 * Draws an SVG as PNG, in a browser. Printed, a picture is as large at every scale, only finer.
 *
 * @param svg one that {@link pictureSvg} wrote
 * @param width of the SVG, in CSS pixels
 * @throws RangeError where the browser cannot draw a picture of this size; other errors where it cannot draw the SVG.
 *   Their messages are for the person.
 */
export async function picturePng(
  svg: string,
  width: number,
  height: number,
  scale: PngScale,
  texts: PngTexts = {},
): Promise<Blob> {
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const canvas = document.createElement('canvas')
  try {
    const context = contextOf(canvas, pixels)
    context.drawImage(await imageOf(resized(svg, pixels)), 0, 0, pixels.width, pixels.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw tooLarge(pixels)
    const png = withPngMetadata(new Uint8Array(await blob.arrayBuffer()), {
      dpi: CSS_DPI * scale,
      texts: { Title: texts.title ?? '', Description: texts.description ?? '', Source: texts.source ?? '' },
    })
    return new Blob([png], { type: 'image/png' })
  } finally {
    // Some browsers keep the memory of a canvas until it is made small.
    canvas.width = 0
    canvas.height = 0
  }
}

interface Pixels {
  width: number
  height: number
}

/** Browsers do not say that a canvas is too large: nothing that is drawn on it stays there. */
function contextOf(canvas: HTMLCanvasElement, pixels: Pixels): CanvasRenderingContext2D {
  canvas.width = pixels.width
  canvas.height = pixels.height
  const context = canvas.getContext('2d')
  if (!context) throw tooLarge(pixels)
  const [x, y] = [pixels.width - 1, pixels.height - 1]
  context.fillRect(x, y, 1, 1)
  let isDrawn: boolean
  try {
    isDrawn = context.getImageData(x, y, 1, 1).data[3] === 255
  } catch {
    isDrawn = false
  }
  if (!isDrawn) throw tooLarge(pixels)
  context.clearRect(x, y, 1, 1)
  return context
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } catch (cause) {
    throw new Error('This browser could not draw the picture; save it as SVG instead.', { cause })
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Some browsers draw an SVG at the size it names and enlarge the pixels, so it has to name the final size. */
function resized(svg: string, { width, height }: Pixels): string {
  return svg.replace(/^(<svg\b[^>]*?) width="[^"]*" height="[^"]*"/, `$1 width="${width}" height="${height}"`)
}

function tooLarge({ width, height }: Pixels): RangeError {
  return new RangeError(
    `The picture of ${width} x ${height} pixels is larger than this browser can draw; choose a smaller size or SVG.`,
  )
}
