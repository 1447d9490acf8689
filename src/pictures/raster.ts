import { t } from '../language/messages.ts'
import { withJpegMetadata } from './jpegMetadata.ts'
import { pngBlobWith } from './pngMetadata.ts'
import { lettersDrawn, withSamples, type Pixels } from './sampleLetters.ts'
import { withWebpMetadata } from './webpMetadata.ts'
import { xmpPacket, type FileTexts } from './xmp.ts'

/** The formats of pixels, by the ending of their files. */
export const RASTER_FORMATS = {
  png: { label: 'PNG', mediaType: 'image/png' },
  webp: { label: 'WebP', mediaType: 'image/webp' },
  jpg: { label: 'JPEG', mediaType: 'image/jpeg' },
} as const
export type RasterFormat = keyof typeof RASTER_FORMATS

/** Of WebP and JPEG: high enough for the edges of letters. */
const QUALITY = 0.92

export interface RasterInput {
  /** One that `pictureSvg` wrote, with its fonts in it. */
  svg: string
  format: RasterFormat
  /** Of the file, in its own pixels. */
  width: number
  height: number
  /** Dots per inch, at which it is to be printed. */
  dpi: number
  /** The colour behind all of the picture; `null` where it is transparent. */
  ground: string | null
  texts: FileTexts
}

/**
 * Draws a picture as pixels, in a browser.
 *
 * @throws RangeError where the browser cannot draw a picture of this size; other errors where it cannot draw the SVG or
 *   write the format. Their messages are for the person.
 */
export async function pictureRaster({ svg, format, width, height, dpi, ground, texts }: RasterInput): Promise<Blob> {
  const { mediaType, label } = RASTER_FORMATS[format]
  const pixels = { width, height }
  const canvas = document.createElement('canvas')
  try {
    // JPEG would make black of what is transparent.
    const under = ground ?? (format === 'jpg' ? '#ffffff' : null)
    const context = contextOf(canvas, pixels, under === null)
    if (!context) throw tooLarge(pixels, mostDrawn(canvas, pixels), dpi)
    await drawSvg(svg, context, pixels, under)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType, QUALITY))
    if (!blob) throw tooLarge(pixels, null, dpi)
    // A browser that cannot write a format writes PNG.
    if (blob.type !== mediaType)
      throw new Error(t('This browser cannot write {format}; choose PNG instead.', { format: label }))
    if (format === 'png') return pngBlobWith(blob, { dpi, texts: pngTexts(texts) })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const xmp = xmpPacket(texts)
    const written = format === 'jpg' ? withJpegMetadata(bytes, dpi, xmp) : withWebpMetadata(bytes, pixels, xmp)
    return new Blob([written], { type: mediaType })
  } finally {
    // Some browsers keep the memory of a canvas until it is made small.
    canvas.width = 0
    canvas.height = 0
  }
}

/**
 * Draws an SVG over all of a canvas.
 * @param ground a colour that is put under it; `null` for none
 */
export async function drawSvg(
  svg: string,
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  pixels: Pixels,
  ground: string | null,
): Promise<void> {
  const { width, height } = pixels
  const { svg: sampled, samples } = withSamples(svg, pixels)
  const image = await imageOf(sampled)
  await lettersDrawn(image, samples)
  if (ground !== null) {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
  }
  context.drawImage(image, 0, 0, width, height, 0, 0, width, height)
}

/** The texts of a PNG, by the keywords that its specification and its readers know. */
export function pngTexts({ title, description, source, link }: FileTexts): Record<string, string> {
  return { Title: title, Description: description, Source: source, URL: link, Software: 'Dyad' }
}

/**
 * What draws on a canvas of a size; `null` where the browser has none so large. Browsers do not say so: nothing that is
 * drawn on it stays there.
 * @param hasAlpha false where nothing is transparent: such a canvas is written a fifth faster
 */
function contextOf(canvas: HTMLCanvasElement, pixels: Pixels, hasAlpha: boolean): CanvasRenderingContext2D | null {
  canvas.width = pixels.width
  canvas.height = pixels.height
  const context = canvas.getContext('2d', { alpha: hasAlpha })
  if (!context) return null
  const [x, y] = [pixels.width - 1, pixels.height - 1]
  context.fillStyle = '#ffffff'
  context.fillRect(x, y, 1, 1)
  try {
    // What is not drawn is black, and transparent where it may be.
    if (context.getImageData(x, y, 1, 1).data[0] !== 255) return null
  } catch {
    return null
  }
  context.clearRect(x, y, 1, 1)
  return context
}

/** How finely the largest picture that a browser can draw is looked for, and where that is given up. */
const STEP = 0.95
const LEAST_SIDE = 500

/** The largest of the same shape that the browser can draw, or nearly so; `null` where it draws none. */
function mostDrawn(canvas: HTMLCanvasElement, { width, height }: Pixels): Pixels | null {
  for (let scale = STEP; scale * Math.max(width, height) >= LEAST_SIDE; scale *= STEP) {
    const pixels = { width: Math.floor(width * scale), height: Math.floor(height * scale) }
    if (contextOf(canvas, pixels, true)) return pixels
  }
  return null
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } catch (cause) {
    throw new Error(t('This browser could not draw the picture; save it as SVG instead.'), { cause })
  } finally {
    URL.revokeObjectURL(url)
  }
}

function tooLarge(pixels: Pixels, most: Pixels | null, dpi: number): RangeError {
  const { width, height } = pixels
  const words = most
    ? t(
        'A picture of {width, number} by {height, number} pixels is larger than this browser can draw, which ends at about {mostwidth, number} by {mostheight, number} pixels ({dpi} dpi); choose a lower resolution, SVG or PDF.',
        {
          width,
          height,
          mostwidth: most.width,
          mostheight: most.height,
          dpi: Math.floor((dpi * most.width) / width),
        },
      )
    : t(
        'A picture of {width, number} by {height, number} pixels is larger than this browser can draw; choose a lower resolution, SVG or PDF.',
        { width, height },
      )
  return new RangeError(words)
}
