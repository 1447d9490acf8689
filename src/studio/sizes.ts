import { msg, t, type Message } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { PX_PER_MM } from '../pictures/svg.ts'

/** Sizes of pictures: what they are for, how large the paper or the screen is, and how large its letters. */

/** The size of a picture, in its unit. */
export interface PictureSize {
  width: number
  height: number
  unit: 'px' | 'mm'
}

export interface SizePreset extends PictureSize {
  id: string
  label: Message
  /** Of the legend and of rows, in points; all other letters are in proportion. */
  points: number
  dpi: number
}

/** CSS pixels in a point. */
const PX_PER_POINT = 96 / 72
/** Dots per inch at which a pixel of a PNG is a CSS pixel. */
export const CSS_DPI = 96

/** Columns are those that most journals ask for: 89 mm and 183 mm, with letters of 7 points. */
export const SIZE_PRESETS: readonly SizePreset[] = [
  { id: 'page', label: msg('Web page, 4:3'), width: 1200, height: 900, unit: 'px', points: 8.25, dpi: 192 },
  { id: 'slide', label: msg('Slide, 16:9'), width: 1280, height: 720, unit: 'px', points: 9.5, dpi: 192 },
  { id: 'square', label: msg('Square'), width: 1080, height: 1080, unit: 'px', points: 10, dpi: 96 },
  { id: 'a4-portrait', label: msg('A4, portrait'), width: 210, height: 297, unit: 'mm', points: 9, dpi: 300 },
  { id: 'a4-landscape', label: msg('A4, landscape'), width: 297, height: 210, unit: 'mm', points: 9, dpi: 300 },
  {
    id: 'letter-portrait',
    label: msg('Letter, portrait'),
    width: 215.9,
    height: 279.4,
    unit: 'mm',
    points: 9,
    dpi: 300,
  },
  {
    id: 'letter-landscape',
    label: msg('Letter, landscape'),
    width: 279.4,
    height: 215.9,
    unit: 'mm',
    points: 9,
    dpi: 300,
  },
  { id: 'column', label: msg('Journal, one column'), width: 89, height: 150, unit: 'mm', points: 6.5, dpi: 600 },
  { id: 'columns', label: msg('Journal, two columns'), width: 183, height: 150, unit: 'mm', points: 7, dpi: 600 },
]

/** What a picture may measure, in CSS pixels; and what a PNG of it may, in its own pixels. */
export const SIZE_LIMITS = { least: 240, most: 4800, mostPixels: 16_000 }
export const DPI_LIMITS = { least: 48, most: 2400 }
export const POINT_LIMITS = { least: 5, most: 30 }

/** The preset that a size is; `undefined` for one of the person's own. */
export function presetOf({ width, height, unit }: PictureSize): SizePreset | undefined {
  return SIZE_PRESETS.find((own) => own.width === width && own.height === height && own.unit === unit)
}

/** The size in CSS pixels, as it is drawn. */
export function inPixels({ width, height, unit }: PictureSize): { width: number; height: number } {
  const by = unit === 'mm' ? PX_PER_MM : 1
  return { width: round(width * by), height: round(height * by) }
}

/** The size of a PNG in its pixels. */
export function rasterSize(size: PictureSize, dpi: number): { width: number; height: number } {
  const { width, height } = inPixels(size)
  return { width: Math.round((width * dpi) / CSS_DPI), height: Math.round((height * dpi) / CSS_DPI) }
}

export function pointsToPixels(points: number): number {
  return round(points * PX_PER_POINT)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** "1,200 x 900 px", "89 x 120 mm". */
export function sizeInWords({ width, height, unit }: PictureSize): string {
  const number = (value: number) => numberInWords(value, { maximumFractionDigits: 1 })
  const values = { width: number(width), height: number(height) }
  return unit === 'mm' ? t('{width} x {height} mm', values) : t('{width} x {height} px', values)
}

/**
 * What is wrong with a size, in a sentence; `null` where nothing is.
 * @param dpi of a PNG; left out for what is made of vectors
 */
export function sizeFault(size: PictureSize, dpi?: number): string | null {
  const { width, height } = inPixels(size)
  const { least, most, mostPixels } = SIZE_LIMITS
  const limit = (pixels: number) =>
    size.unit === 'mm'
      ? t('{size, number} mm', { size: Math.round(pixels / PX_PER_MM) })
      : t('{size, number} px', { size: pixels })
  if (![width, height].every((side) => side >= least && side <= most)) {
    return t('Each side of a picture is between {least} and {most}.', { least: limit(least), most: limit(most) })
  }
  if (dpi === undefined) return null
  if (!(dpi >= DPI_LIMITS.least && dpi <= DPI_LIMITS.most)) {
    return t('The resolution is between {least, number} and {most, number} dpi.', {
      least: DPI_LIMITS.least,
      most: DPI_LIMITS.most,
    })
  }
  const raster = rasterSize(size, dpi)
  const side = Math.max(raster.width, raster.height)
  if (side <= mostPixels) return null
  const largest = Math.floor((dpi * mostPixels) / side)
  return t(
    'At {dpi} dpi a side would have {side, number} pixels; {most, number} are the most, which is {largest} dpi at this size.',
    { dpi, side, most: mostPixels, largest },
  )
}
