import { withJpegMetadata } from './jpegMetadata.ts'
import { withPngMetadata } from './pngMetadata.ts'
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
  texts: FileTexts
}

/**
 * Draws a picture as pixels, in a browser.
 *
 * @throws RangeError where the browser cannot draw a picture of this size; other errors where it cannot draw the SVG or
 *   write the format. Their messages are for the person.
 */
export async function pictureRaster({ svg, format, width, height, dpi, texts }: RasterInput): Promise<Blob> {
  const { mediaType, label } = RASTER_FORMATS[format]
  const pixels = { width, height }
  const canvas = document.createElement('canvas')
  try {
    await drawSvg(svg, contextOf(canvas, pixels), pixels, format === 'jpg')
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType, QUALITY))
    if (!blob) throw tooLarge(pixels)
    // A browser that cannot write a format writes PNG.
    if (blob.type !== mediaType) throw new Error(`This browser cannot write ${label}; choose PNG instead.`)
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return new Blob([withTexts(bytes, format, pixels, dpi, texts)], { type: mediaType })
  } finally {
    // Some browsers keep the memory of a canvas until it is made small.
    canvas.width = 0
    canvas.height = 0
  }
}

/**
 * Draws an SVG over all of a canvas.
 * @param isOnWhite puts white under what is transparent: JPEG would make it black
 */
export async function drawSvg(
  svg: string,
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  pixels: Pixels,
  isOnWhite: boolean,
): Promise<void> {
  const image = await imageOf(resized(svg, pixels))
  if (isOnWhite) {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, pixels.width, pixels.height)
  }
  context.drawImage(image, 0, 0, pixels.width, pixels.height)
}

function withTexts(bytes: Uint8Array, format: RasterFormat, pixels: Pixels, dpi: number, texts: FileTexts) {
  if (format === 'jpg') return withJpegMetadata(bytes, dpi, xmpPacket(texts))
  if (format === 'webp') return withWebpMetadata(bytes, pixels, xmpPacket(texts))
  return withPngMetadata(bytes, { dpi, texts: pngTexts(texts) })
}

/** The texts of a PNG, by the keywords that its specification and its readers know. */
export function pngTexts({ title, description, source, link }: FileTexts): Record<string, string> {
  return { Title: title, Description: description, Source: source, URL: link, Software: 'Dyad' }
}

export interface Pixels {
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
  const number = (value: number) => value.toLocaleString('en-GB')
  return new RangeError(
    `A picture of ${number(width)} by ${number(height)} pixels is larger than this browser can draw; choose a lower resolution, SVG or PDF.`,
  )
}
