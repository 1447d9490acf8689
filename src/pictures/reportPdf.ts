import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import { t, writtenLanguage } from '../language/messages.ts'
import type { FontChooser } from './fonts.ts'
import { drawInPdf } from './pdf.ts'
import { documentInfo, openPdfDocument, type DrawOnPages, type PdfInfo, type PdfLetters } from './pdfDocument.ts'
import type { Report, ReportCell, ReportHead, ReportPart, ReportSource, ReportTable } from './reportModel.ts'
import { pixelsOf } from './svg.ts'

const INK = '#1d1d1f'
const MUTED = '#5c5f66'
const ACCENT = '#1f4e8c'
const RULE = '#e4e2de'
/** A page of A4 and its margins, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const MARGIN = { side: 42, top: 44, foot: 50 }
/** The height that a picture may take, so that its heading stands on the same page. */
const PICTURE_HEIGHT = 560

const LAYOUT: CustomTableLayout = {
  hLineWidth: (i, { table }) => (i === 0 ? 0 : i === (table.headerRows ?? 1) || i === table.body.length ? 0.8 : 0.4),
  hLineColor: (i, { table }) => (i === (table.headerRows ?? 1) || i === table.body.length ? MUTED : RULE),
  vLineWidth: () => 0,
  paddingLeft: (i) => (i === 0 ? 0 : 3),
  paddingRight: () => 3,
  paddingTop: () => 2.2,
  paddingBottom: () => 2.2,
}

/**
 * Writes a report as PDF on pages of A4: tables lie across, their heads stand on every page, every number of a source
 * leads to it, and the parts are in the outline. The same report and date give the same bytes.
 *
 * @param date of the moment at which it counts as made
 * @returns the PDF, and notes for the person on letters that no font has
 */
export async function reportPdf(
  report: Report,
  chooser: FontChooser,
  date: Date,
): Promise<{ pdf: Uint8Array<ArrayBuffer>; notes: string[] }> {
  const document = openPdfDocument(chooser)
  const language = writtenLanguage()
  const known = new Map<string, Promise<PdfLetters[]>>()
  // Names and words come again and again; each is looked up once.
  const letters: Letters = async (text, isBold = false) => {
    const key = `${isBold}${text}`
    let made = known.get(key)
    if (!made) known.set(key, (made = document.letters(text, { weight: isBold ? 700 : 400, language })))
    // pdfmake writes into what it is given.
    return (await made).map((piece) => ({ ...piece }))
  }
  const info: PdfInfo = {
    title: report.title,
    subject: t('{sentence} As of {date}.', { sentence: report.sentence, date: report.asOf }),
    author: report.citation,
    link: report.link,
    date,
  }
  const notes: string[] = []
  const pictures: ReturnType<typeof roomFor>[] = []
  const content: Content[] = [
    { text: await letters(report.title, true), fontSize: 20, lineHeight: 1.1 },
    { text: await letters(report.sentence), fontSize: 11, margin: [0, 6, 0, 2] },
    { text: await letters(t('As of {date}', { date: report.asOf })), fontSize: 9, color: MUTED },
  ]
  let isAcross = false
  for (const [i, part] of report.parts.entries()) {
    const turns = (part.kind === 'table') !== isAcross
    isAcross = part.kind === 'table'
    content.push({
      ...(await headingOf(part, letters)),
      ...(turns || (isAcross && i > 0)
        ? { pageBreak: 'before' as const, pageOrientation: isAcross ? ('landscape' as const) : ('portrait' as const) }
        : {}),
    })
    if (part.kind === 'picture') {
      const own = roomFor(part.svg)
      pictures.push(own)
      content.push(own.room)
    } else content.push(...(await contentOf(part, letters)))
  }
  content.push(...(await closing(report, letters, isAcross)))
  const digits = (await letters('0123456789'))[0]!
  const pageNumber = await pageNumberIn(letters, digits)
  const drawPictures: DrawOnPages = async (pages, turnTo) => {
    for (const { svg, width, room } of pictures) {
      const place = room.positions![0]!
      turnTo(place.pageNumber)
      notes.push(...(await drawInPdf(svg, chooser, pages, { x: place.left, y: place.top, width })))
    }
  }
  const pdf = await document.bytes(
    {
      pageSize: 'A4',
      pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.foot],
      info: documentInfo(info),
      version: '1.7',
      language,
      displayTitle: true,
      defaultStyle: { font: digits.font, fontSize: 9, color: INK, lineHeight: 1.15 },
      content,
      footer: (current, count): Content => ({
        text: pageNumber(current, count),
        fontSize: 8,
        color: MUTED,
        alignment: 'right',
        margin: [MARGIN.side, 16, MARGIN.side, 0],
      }),
    },
    pictures.length > 0 ? drawPictures : undefined,
  )
  return { pdf, notes }
}

/** Letters that may lead somewhere. */
type PdfWords = PdfLetters & { color?: string; link?: string; linkToDestination?: string }

type Letters = (text: string, isBold?: boolean) => Promise<PdfLetters[]>

async function headingOf({ id, heading }: Heading, letters: Letters): Promise<ContentText> {
  return anchored(id, {
    text: await letters(heading, true),
    fontSize: 13,
    margin: [0, 16, 0, 5],
    headlineLevel: 1,
    outline: true,
    outlineText: heading,
  })
}

interface Heading {
  id: string
  heading: string
}

/** Room for a picture, which is drawn when all pages are laid out. */
function roomFor(svg: string) {
  const { width, height } = pixelsOf(svg)
  const scale = Math.min((PAGE.width - 2 * MARGIN.side) / width, PICTURE_HEIGHT / height)
  const [w, h] = [width * scale, height * scale]
  const room: Content & Placed = { canvas: [{ type: 'rect', x: 0, y: 0, w, h, lineWidth: 0, lineColor: '#ffffff' }] }
  return { svg, width: w, room }
}

/** What pdfmake writes into what it has laid out. */
interface Placed {
  positions?: { pageNumber: number; left: number; top: number }[]
}

async function contentOf(part: Exclude<ReportPart, { kind: 'picture' }>, letters: Letters): Promise<Content[]> {
  switch (part.kind) {
    case 'sentences': {
      const made: Content[] = []
      for (const { text, items, cites } of part.sentences) {
        made.push({ text: [...(await letters(text)), ...(await citesOf(cites, letters))], margin: [0, 0, 0, 4] })
        if (items.length > 0) {
          made.push({ ul: await inTurn(items, async (item) => ({ text: await letters(item) })), margin: [6, 0, 0, 6] })
        }
      }
      return made
    }
    case 'table': {
      const note = part.note === '' ? [] : [{ text: await letters(part.note), color: MUTED, margin: NOTE_MARGIN }]
      return [await tableOf(part.table, letters), ...note]
    }
    case 'sources':
      return inTurn(part.sources, (source) => sourceOf(source, letters))
  }
}

const NOTE_MARGIN: [number, number, number, number] = [0, 6, 0, 0]

async function tableOf({ groups, head, rows }: ReportTable, letters: Letters): Promise<Content> {
  const headCell = async ({ label, isNumber }: ReportHead): Promise<TableCell> => ({
    text: await letters(label, true),
    alignment: isNumber ? 'right' : 'left',
  })
  const groupRow: TableCell[] = []
  if (groups.length > 0) {
    groupRow.push('')
    for (const { label, span } of groups) {
      groupRow.push({ text: await letters(label, true), colSpan: span, color: MUTED })
      for (let i = 1; i < span; i++) groupRow.push('')
    }
  }
  const all = head.reduce((sum, { share }) => sum + share, 0)
  const padding = head.length * 6
  const across = PAGE.height - 2 * MARGIN.side - padding
  return {
    layout: LAYOUT,
    fontSize: 7.5,
    table: {
      headerRows: groups.length > 0 ? 2 : 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: head.map(({ share }) => (across * share) / all),
      body: [
        ...(groups.length > 0 ? [groupRow] : []),
        await inTurn(head, headCell),
        ...(await inTurn(rows, ({ cells, isTotal }) =>
          inTurn(cells, (cell, i) => cellOf(cell, i === 0 || isTotal, head[i]!.isNumber, letters)),
        )),
      ],
    },
  }
}

async function cellOf({ text, note, cites }: ReportCell, isBold: boolean, isNumber: boolean, letters: Letters) {
  const noted = note === undefined ? [] : (await letters(` ${note}`)).map((piece) => ({ ...piece, color: MUTED }))
  return {
    text: [...(await letters(text, isBold)), ...noted, ...(await citesOf(cites ?? [], letters))],
    alignment: isNumber ? ('right' as const) : ('left' as const),
    noWrap: isNumber,
  }
}

/** The numbers of some sources, each a link to the source in the list. */
async function citesOf(cites: readonly number[], letters: Letters): Promise<PdfWords[]> {
  if (cites.length === 0) return []
  const made: PdfWords[] = [...(await letters(' ['))]
  for (const [i, number] of cites.entries()) {
    if (i > 0) made.push(...(await letters(', ')))
    const pieces = await letters(String(number))
    made.push(...pieces.map((piece) => ({ ...piece, color: ACCENT, linkToDestination: `source-${number}` })))
  }
  return [...made, ...(await letters(']'))]
}

async function sourceOf({ number, title, details, url }: ReportSource, letters: Letters): Promise<Content> {
  // The number is the link, and the address stands there to be read: a link of many words would be many links.
  const name = await letters(String(number), true)
  return anchored(`source-${number}`, {
    text: [
      ...(url === '' ? name : name.map((piece) => ({ ...piece, color: ACCENT, link: url }))),
      ...(await letters(`  ${title}. ${details}`)),
      ...(await letters(` ${url}`)).map((piece) => ({ ...piece, color: MUTED })),
    ],
    fontSize: 8,
    margin: [0, 0, 0, 2.5],
  })
}

/** A text that links can lead to. */
function anchored(id: string, text: ContentText): ContentText {
  return Object.assign(text, { id })
}

async function closing({ citation, licence, link }: Report, letters: Letters, isAcross: boolean): Promise<Content[]> {
  const content: Content[] = [
    {
      ...(await headingOf({ id: 'cite', heading: t('How to cite') }, letters)),
      ...(isAcross ? { pageBreak: 'before', pageOrientation: 'portrait' } : {}),
    },
    { text: await letters(citation) },
  ]
  if (licence !== '')
    content.push({ text: await letters(t('Licence: {licence}', { licence })), color: MUTED, margin: NOTE_MARGIN })
  if (link !== '') {
    const words = await letters(t('Open the same view in Dyad'))
    content.push({ text: words.map((piece) => ({ ...piece, color: ACCENT, link })), margin: NOTE_MARGIN })
  }
  return content
}

/** What stands at the foot of a page: its letters are looked up before it is known how many pages there are. */
async function pageNumberIn(
  letters: Letters,
  digits: PdfLetters,
): Promise<(page: number, count: number) => PdfLetters[]> {
  const [current, all] = ['\ue000', '\ue001']
  const pieces = t('Page {page} of {count}', { page: current, count: all }).split(/([\ue000\ue001])/)
  const written = await inTurn(
    pieces.filter((piece) => piece !== ''),
    async (piece) => (piece === current || piece === all ? piece : await letters(piece)),
  )
  return (page, count) =>
    written.flatMap((piece) =>
      typeof piece === 'string' ? [{ ...digits, text: String(piece === current ? page : count) }] : piece,
    )
}

/** Makes one thing after the other, in their order. */
async function inTurn<One, Made>(
  list: readonly One[],
  make: (one: One, place: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = []
  for (const [i, one] of list.entries()) made.push(await make(one, i))
  return made
}
