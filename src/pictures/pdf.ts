import { faceName, type FontChooser } from './fonts.ts'
import {
  haloOf,
  outlineOf,
  placeOf,
  withLetters,
  type Inherited,
  type PlacedRun,
  type WrittenRun,
} from './lettering.ts'
import { openPdfPage, type PdfInfo, type PdfPage } from './pdfDocument.ts'
import { pixelsOf } from './svg.ts'
import type { XmlElement } from './xmlReader.ts'
import { writeXml } from './xmlReader.ts'

/** Points of print in a pixel of CSS: an inch has 72 of the one and 96 of the other. */
const POINTS_PER_PIXEL = 72 / 96

/**
 * Writes a picture as PDF of one page that is as large as the picture: vectors, texts that can be searched and copied,
 * and the letters that are used, embedded. The same picture and info give the same bytes every time; a browser packs what is
 * in them a little differently than Node.
 *
 * @param svg one that `pictureSvg` wrote
 * @returns the PDF, and notes for the person on letters that no font has
 */
export async function picturePdf(
  svg: string,
  chooser: FontChooser,
  info: PdfInfo,
): Promise<{ pdf: Uint8Array<ArrayBuffer>; notes: string[] }> {
  const { width, height } = pixelsOf(svg)
  const page = await openPdfPage(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL, info)
  const words = [info.title, info.subject].filter((text) => text).join('. ')
  const notes = await drawInPdf(svg, chooser, page, { x: 0, y: 0 }, (draw) => page.figure(words, draw))
  return { pdf: await page.bytes(), notes }
}

/**
 * Draws a picture on a page, with its top left corner at a point.
 * @param at in points; `width` where it is not as wide as it says itself
 * @param around is given what draws it, to mark it in the document
 * @returns notes for the person on letters that no font has
 */
export async function drawInPdf(
  svg: string,
  chooser: FontChooser,
  page: Pick<PdfPage, 'document' | 'open'>,
  at: { x: number; y: number; width?: number },
  around: (draw: () => void) => void = (draw) => draw(),
): Promise<string[]> {
  const { width, height } = pixelsOf(svg)
  const { picture, notes } = await withLetters(svg, { chooser, open: page.open }, asPdfText)
  const scale = at.width === undefined ? 1 : at.width / (width * POINTS_PER_PIXEL)
  Object.assign(picture.attributes, { width: String(width * scale), height: String(height * scale) })
  const { default: drawSvg } = await import('pdfmake/js/3rd-party/svg-to-pdfkit/source.js')
  const written = writeXml(picture)
  const options = { fontCallback: (family: string) => family, warningCallback: () => {} }
  around(() => drawSvg(page.document, written, at.x, at.y, options))
  return notes
}

/** Readers leave out what is not there at all. */
const UNSEEN = { 'fill-opacity': '0.001' }

/**
 * A run of letters, as what draws SVG in a PDF has them right. It knows no halo, so that is drawn first, as outlines. It
 * knows no letters on or under others, so where there are any all are outlines, and the text on them cannot be seen.
 */
function asPdfText(run: PlacedRun, inherited: Inherited): WrittenRun {
  const under = haloOf(run, inherited)
  const over: XmlElement[] = []
  if (!run.isPlain) over.push(outlineOf(run, under.length > 0 ? { stroke: 'none' } : {}))
  // No edge but its halo belongs to a text here, and that is drawn.
  if (run.face) over.push(textOf(run, run.isPlain ? { stroke: 'none' } : { stroke: 'none', ...UNSEEN }))
  return { under, over }
}

function textOf(run: PlacedRun, more: Readonly<Record<string, string>>): XmlElement {
  return {
    name: 'text',
    attributes: {
      ...run.attributes,
      ...more,
      ...placeOf(run),
      'font-family': faceName(run.face!),
      'font-size': String(run.size),
      'font-weight': 'normal',
      ...(run.spacing === 0 ? {} : { 'letter-spacing': String(run.spacing) }),
      'text-anchor': 'start',
      'xml:space': 'preserve',
    },
    children: [run.text],
  }
}
