import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces'
import { writtenLanguage } from '../language/messages.ts'
import { faceName, type FontChooser, type FontFace, type LetterStyle } from './fonts.ts'
import type { OpenFont } from './lettering.ts'

/** What a PDF says about itself. */
export interface PdfInfo {
  title: string
  /** What is shown, in words. */
  subject?: string
  /** Where the evidence comes from. */
  author?: string
  /** The address at which the same can be seen alive. */
  link?: string
  /** Of the moment at which it counts as made: never the clock's, so that the same document is the same bytes. */
  date: Date
}

/** A PDF of one page that is drawn on, as far as pictures need it of PDFKit. */
export interface PdfPage {
  /** PDFKit's document, for what draws on it. */
  document: unknown
  /** Makes the letters of a face known, under its {@link faceName}, and opens them. */
  open(face: FontFace, bytes: Uint8Array): OpenFont
  /** Draws something that is told in words to those who listen to the page. */
  figure(words: string, draw: () => void): void
  /** Ends the document. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>
}

/** A font of PDFKit, as far as it is used here. */
interface KitFont {
  font: OpenFont
  encode(text: string, features?: unknown): [codes: string[], positions: { advanceWidth: number; xAdvance: number }[]]
}

/** PDFKit's document: what it has opened last stands in a field of its own. */
interface KitDocument {
  font(name: string): KitDocument
  registerFont(name: string, bytes: Uint8Array): KitDocument
  switchToPage(page: number): void
  struct(type: 'Figure', options: { alt: string }, draw: () => void): object
  addStructure(element: object): void
  _font: KitFont
}

/** An advance that is there and cannot be seen, in thousandths of a font size. */
const HARDLY = 0.02

/**
 * Opens a PDF of one empty page. pdfmake is fetched when this is first called.
 *
 * @param width of the page in points, of which an inch has 72
 */
export async function openPdfPage(width: number, height: number, info: PdfInfo): Promise<PdfPage> {
  const pdfmake = await loadPdfmake()
  const output = pdfmake.createPdf({
    pageSize: { width, height },
    pageMargins: 0,
    content: [],
    info: documentInfo(info),
    version: '1.7',
    language: writtenLanguage(),
    tagged: true,
    displayTitle: true,
  })
  const document = (await output.getStream()) as unknown as KitDocument
  return {
    document,
    open: openerFor(document),
    figure: (words, draw) => document.addStructure(document.struct('Figure', { alt: words }, draw)),
    async bytes() {
      return new Uint8Array(await output.getBuffer())
    },
  }
}

function openerFor(document: KitDocument): PdfPage['open'] {
  return (face, bytes) => {
    const name = faceName(face)
    document.registerFont(name, bytes)
    // oxlint-disable-next-line no-underscore-dangle -- PDFKit hands its fonts out nowhere else
    const font = document.font(name)._font
    keepsMarks(font)
    return font.font
  }
}

/** A piece of a text as pdfmake takes it: letters of one font. */
export interface PdfLetters {
  text: string
  font: string
  bold: boolean
}

/**
 * A document of pages, as pdfmake lays it out, in the same fonts as pictures. Every text of it has to come from
 * {@link PdfDocument.letters}, since pdfmake knows no font for a text of its own accord.
 */
export interface PdfDocument {
  /** A text for `text: [...]` of pdfmake, each piece with the font that has its letters. */
  letters: (text: string, style?: LetterStyle) => Promise<PdfLetters[]>
  /**
   * Lays the document out. Its information, its margins and all else are as the definition says.
   * @param draw is called when all pages are laid out, to draw on one of them
   */
  bytes: (definition: TDocumentDefinitions, draw?: DrawOnPages) => Promise<Uint8Array<ArrayBuffer>>
}

/** Draws on the pages of a document. @param turnTo turns to a page, from 1 */
export type DrawOnPages = (pages: Pick<PdfPage, 'document' | 'open'>, turnTo: (page: number) => void) => Promise<void>

/** Opens a document. pdfmake is fetched when it is laid out. */
export function openPdfDocument(chooser: FontChooser): PdfDocument {
  const used = new Map<string, FontFace>()
  const note = (face: FontFace) => {
    used.set(faceName(face), face)
    return { font: `${face.family.id}-${face.slice}`, bold: face.weight === 700 }
  }
  const usual = async (weight: LetterStyle['weight']) => (await chooser.runs(' ', { weight }))[0]!.face!
  return {
    async letters(text, style = { weight: 400 }) {
      const runs = await chooser.runs(text, style)
      const plain = await usual(style.weight)
      return runs.map(({ text: own, face }) => ({ text: own, ...note(face ?? plain) }))
    },
    async bytes(definition, draw) {
      // Where there is no text at all, pdfmake still measures with the usual font.
      const { font } = note(await usual(400))
      const pdfmake = await loadPdfmake()
      const fonts: TFontDictionary = {}
      for (const [name, face] of used) {
        pdfmake.virtualfs.writeFileSync(name, await chooser.bytes(face))
        const own = (fonts[note(face).font] ??= {})
        own[face.weight === 700 ? 'bold' : 'normal'] = name
      }
      pdfmake.setFonts(fonts)
      const output = pdfmake.createPdf({ defaultStyle: { font }, ...definition }, { bufferPages: draw !== undefined })
      if (draw) {
        const document = (await output.getStream()) as unknown as KitDocument
        await draw({ document, open: openerFor(document) }, (page) => document.switchToPage(page - 1))
      }
      return new Uint8Array(await output.getBuffer())
    },
  }
}

/** The information dictionary, as pdfmake takes it. */
export function documentInfo({ title, subject, author, link, date }: PdfInfo) {
  return { title, subject, author, keywords: link, creator: 'Dyad', producer: 'Dyad', creationDate: date }
}

/**
 * pdfmake, alone allowed to read nothing but what it is given: no files and no addresses.
 */
export async function loadPdfmake() {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setUrlAccessPolicy(() => false)
  // The one for browsers has no files to read.
  if ('setLocalAccessPolicy' in pdfmake) pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake as typeof pdfmake & { virtualfs: { writeFileSync: (name: string, bytes: Uint8Array) => void } }
}

/** Gives marks without a width of their own a hardly visible one: what draws SVG leaves letters without width out. */
function keepsMarks(font: KitFont): void {
  const encode = font.encode.bind(font)
  font.encode = (text, features) => {
    const [codes, positions] = encode(text, features)
    return [
      codes,
      positions.map((own) =>
        own.advanceWidth === 0 ? { ...own, advanceWidth: HARDLY, xAdvance: own.xAdvance + HARDLY } : own,
      ),
    ]
  }
}
