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

/** True for what is made of pixels, and so has a resolution. */
export function isRaster(format: PictureFormat): format is RasterFormat {
  return Object.hasOwn(RASTER_FORMATS, format)
}

/**
 * A picture as a file.
 * @throws Error with a sentence for the person
 */
export async function pictureFile(
  picture: StudioPicture,
  format: PictureFormat,
  { size, dpi }: Pick<PictureChoices, 'size' | 'dpi'>,
): Promise<Blob> {
  if (isRaster(format)) {
    const svg = picture.svg
    return pictureRaster({ svg, format, ...rasterSize(size, dpi), dpi, texts: picture.texts })
  }
  return new Blob([picture.svg], { type: 'image/svg+xml' })
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
