import type { FontChooser } from '../../pictures/fonts.ts'
import { pictureRaster, RASTER_FORMATS, type RasterFormat } from '../../pictures/raster.ts'
import { rasterSize } from '../../studio/sizes.ts'
import type { PictureChoices } from '../../studio/pictureChoices.ts'
import type { StudioPicture } from '../../studio/studio.ts'

/** The formats that a picture can be saved in, by the ending of their files. */
export const PICTURE_FORMATS = {
  png: 'PNG',
  svg: 'SVG',
  pdf: 'PDF',
  webp: 'WebP',
  jpg: 'JPEG',
} as const
export type PictureFormat = keyof typeof PICTURE_FORMATS

/** A picture, with the SVG that has its fonts in it where that is there already. */
export interface LetteredPicture extends StudioPicture {
  inLetters?: string
}

/** True for what is made of pixels, and so has a resolution. */
export function isRaster(format: PictureFormat): format is RasterFormat {
  return Object.hasOwn(RASTER_FORMATS, format)
}

/**
 * A picture as a file.
 * @param asOf the as-of date, which a PDF is dated by
 * @throws Error with a sentence for the person
 */
export async function pictureFile(
  picture: LetteredPicture,
  format: PictureFormat,
  { size, dpi }: Pick<PictureChoices, 'size' | 'dpi'>,
  asOf: string,
): Promise<Blob> {
  const { svg, texts, ground } = picture
  if (format === 'svg') return new Blob([svg], { type: 'image/svg+xml' })
  if (isRaster(format)) {
    const inLetters = picture.inLetters ?? (await lettered(svg)).svg
    return pictureRaster({ svg: inLetters, format, ...rasterSize(size, dpi), dpi, ground, texts })
  }
  const { title, description, source, link } = texts
  const date = new Date(`${asOf}T00:00:00Z`)
  const info = { title, subject: description, author: source, link, date }
  const { blob } = await pdfFile(async (fonts) => (await import('../../pictures/pdf.ts')).picturePdf(svg, fonts, info))
  return blob
}

/** A PDF in the fonts of the page as a file; and what they have no letters for. */
export async function pdfFile(
  write: (fonts: FontChooser) => Promise<{ pdf: Uint8Array<ArrayBuffer>; notes: string[] }>,
): Promise<{ blob: Blob; notes: string[] }> {
  const { pdf, notes } = await write(await loadFonts())
  return { blob: new Blob([pdf], { type: 'application/pdf' }), notes }
}

/** Fetched with the first file that has letters in it. */
async function loadFonts(): Promise<FontChooser> {
  return (await import('../../studio/siteFonts.ts')).siteFonts
}

/** A picture with its fonts in it, so that it looks the same in every browser; and what the fonts have no letters for. */
export async function lettered(svg: string): Promise<{ svg: string; notes: string[] }> {
  const [{ withFonts }, fonts] = await Promise.all([import('../../pictures/fontFaces.ts'), loadFonts()])
  return withFonts(svg, fonts)
}

/** Puts a picture where other programs can take it from. @returns false where the browser does not let it */
export async function copyPicture(file: Promise<Blob>, format: 'png' | 'svg'): Promise<boolean> {
  const type = format === 'png' ? 'image/png' : 'image/svg+xml'
  try {
    const items: Record<string, Promise<Blob>> = {}
    if (format === 'png' || ClipboardItem.supports(type)) items[type] = file
    // Editors of text take an SVG as what it is written in.
    if (format === 'svg') items['text/plain'] = file.then((blob) => new Blob([blob], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem(items)])
    return true
  } catch {
    return false
  }
}
