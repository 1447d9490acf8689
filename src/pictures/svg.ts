import { dataLanguage, t, writtenLanguage } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import type { Day } from '../model/dates.ts'
import type { ColourSet } from './colourCheck.ts'
import { legendBlock } from './legendRows.ts'
import { paragraph, stacked, type Block, type ParagraphStyle } from './paragraph.ts'
import {
  LEGEND_PARTS,
  USUAL_FONT_SIZE,
  type LegendPartId,
  type PictureStyle,
  type Space,
  type Subject,
} from './subject.ts'
import { textWidth } from './textFit.ts'
import { element, escaped, rounded } from './xml.ts'

/** What stands around the view in a picture, and how. */
export interface PictureFrame {
  title: string
  /** What is shown, in words. */
  subtitle: string
  /** The as-of date, as it is to be read: "31 December 2015"; `null` where it is not to be said. */
  asOf: string | null
  /** Where the evidence comes from, and under which licence; '' for no line. */
  sourceLine: string
  /** The address at which the same picture can be seen alive. */
  link?: string
  /** The same address for the file to carry, whether it stands in the picture or not. */
  address?: string
  /** Of the whole picture in CSS pixels; there is room for everything from about 300 by 300. */
  width: number
  height: number
  /** The unit in which the file names its size. */
  unit: 'px' | 'mm'
  /** What is behind everything: the background of the subject's palette, or nothing. */
  background: 'palette' | 'none'
  legend: LegendFrame
  style: PictureStyle
  /** In a film, what room is kept for, so that nothing moves but what changes; left out for a picture alone. */
  steady?: Steady
}

/** What all frames of a film have alike, and the day of one of them. */
export interface Steady {
  /** What its last frame shows: the legend is told of it in all of them. */
  subject: Subject
  /** The height of its title and subtitle, in CSS pixels. */
  header: number
  /** The day of this frame. */
  day: Day
}

/** Which parts of the legend are shown, and where. */
export interface LegendFrame {
  /** `null` for all that there are. */
  parts: readonly LegendPartId[] | null
  /** `auto`: at the right of pictures that are wide, below the view in others. */
  place: 'auto' | 'right' | 'below'
}

/** A picture with what could not be shown in it, in sentences. */
export interface Picture {
  svg: string
  /** The height of its title and subtitle, in CSS pixels. */
  header: number
  /** What is told apart by colour in it. */
  colours: readonly ColourSet[]
  notes: string[]
}

/** Any system has one of these, or one with the same widths; letters that they lack come from the last ones. */
export const FONTS = "Arimo, Arial, Helvetica, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
/** The terms of the Dublin Core, by which programs know a source. */
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/'
/** CSS pixels in a millimetre. */
export const PX_PER_MM = 96 / 25.4
/** Pictures at least this wide, and wider than high, have their legend at the right; others below. */
const WIDE = 720
const SIDE_LEGEND_WIDTH = 240
/** What of the height below the header a legend below the view may take. */
const LEGEND_SHARE = 0.5
/** The least that is left to the view, for letters of the usual size; where the legend leaves less, it is shortened. */
const LEAST_SPACE = { width: 190, height: 120 }
const PART_ORDER = Object.keys(LEGEND_PARTS) as LegendPartId[]

/**
 * Writes a view as SVG: vectors, and text as text. It is drawn in the space that the title and subtitle above it, the
 * legend beside or below it and the source line at the foot leave. The same subject and frame give the same text.
 */
export function pictureSvg(subject: Subject, frame: PictureFrame): Picture {
  const { width, height, style } = frame
  const { palette } = subject
  const k = style.fontSize / USUAL_FONT_SIZE
  const margin = (width < 500 * k ? 14 : 24) * Math.min(1.5, k)
  const inner = width - 2 * margin
  const header = headerBlock(frame, subject, inner)
  const footer = footerBlock(frame, subject, inner)
  const headerHeight = Math.max(header.height, frame.steady?.header ?? 0)
  const top = margin + headerHeight + (headerHeight > 0 ? margin / 2 : 0)
  const bottom = height - margin - footer.height - (footer.height > 0 ? margin / 2 : 0)
  const { legend, space, isBeside, notes } = withLegend(frame.steady?.subject ?? subject, frame, {
    inner,
    down: bottom - top,
    margin,
  })
  const laid = subject.layOut(space)
  const corner = isBeside
    ? { x: width - margin - SIDE_LEGEND_WIDTH * k, y: Math.max(top, bottom - legend.height) }
    : { x: margin, y: bottom - legend.height }
  const size = (pixels: number) => (frame.unit === 'mm' ? `${rounded(pixels / PX_PER_MM)}mm` : rounded(pixels))

  const svg = `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      width: size(width),
      height: size(height),
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family': FONTS,
      // Which says how some Han characters are written.
      'xml:lang': dataLanguage() === undefined ? undefined : writtenLanguage(),
    },
    element('title', { id: 'title' }, escaped(frame.title)),
    element('desc', { id: 'description' }, escaped(descriptionOf(subject, frame))),
    frame.address
      ? element('metadata', { 'xmlns:dc': DUBLIN_CORE }, element('dc:source', {}, escaped(frame.address)))
      : '',
    frame.background === 'none' ? '' : element('rect', { id: 'background', width, height, fill: palette.background }),
    element('g', { id: 'header' }, header.draw(margin, margin)),
    laid.draw(margin + (space.width - laid.width) / 2, top + (space.height - laid.height) / 2),
    legend.draw(corner.x, corner.y),
    element('g', { id: 'footer' }, footer.draw(margin, height - margin - footer.height)),
  )}\n`
  return { svg, header: header.height, colours: laid.colours, notes: [...notes, ...laid.notes] }
}

/** The size of a picture in CSS pixels, whatever the unit in which it names it. */
export function pixelsOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg\b[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (!width || !height) throw new TypeError('This is no picture of ours: it does not say how large it is')
  return { width: Number(width), height: Number(height) }
}

/** What a picture shows, for those who cannot see it, and for the texts that a file carries. */
export function descriptionOf(
  { words }: Pick<Subject, 'words'>,
  { subtitle, asOf, sourceLine, link }: PictureFrame,
): string {
  const sentences = [
    subtitle,
    asOf ? t('As of {date}: {what}', { date: asOf, what: words }) : words,
    sourceLine,
    link ?? '',
  ]
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?。！？।]$|^https?:/.test(sentence) ? sentence : t('{sentence}.', { sentence })))
    .join(' ')
}

interface Room {
  inner: number
  down: number
  margin: number
}

/** The legend that the frame asks for, and the space that it leaves to the view. */
function withLegend(subject: Subject, frame: PictureFrame, room: Room) {
  const { place, parts } = frame.legend
  const k = frame.style.fontSize / USUAL_FONT_SIZE
  const isWide = frame.width >= WIDE * k && frame.width > frame.height
  const first = place === 'right' || (place === 'auto' && isWide)
  // Where nobody asked for a place, the other one may do.
  const places = place === 'auto' ? [first, !first] : [first]
  const whole = clamped({ width: room.inner, height: room.down })
  const there = new Set(subject.legend(SIDE_LEGEND_WIDTH, 1, whole).map(({ id }) => id))
  const wanted = PART_ORDER.filter((id) => there.has(id) && (parts === null || parts.includes(id)))
  for (let count = wanted.length; count > 0; count--) {
    for (const isBeside of places) {
      const found = tryLegend(subject, frame, wanted.slice(0, count), room, isBeside)
      if (found) return { ...found, notes: withoutParts(wanted.slice(count)) }
    }
  }
  return {
    legend: { height: 0, draw: () => element('g', { id: 'legend' }) },
    space: whole,
    isBeside: first,
    notes:
      wanted.length === 0 ? [] : [t('The legend has no room at this size: choose a larger one, or smaller letters.')],
  }
}

function withoutParts(left: readonly LegendPartId[]): string[] {
  if (left.length === 0) return []
  return [
    t('Of the legend, {parts} {count, plural, one {has} other {have}} no room at this size.', {
      parts: listInWords(left.map((id) => t(LEGEND_PARTS[id]).toLowerCase())),
      count: left.length,
    }),
  ]
}

/** Some parts of the legend beside or below the view; `null` where they leave too little room. */
function tryLegend(
  subject: Subject,
  frame: PictureFrame,
  parts: readonly LegendPartId[],
  { inner, down, margin }: Room,
  isBeside: boolean,
) {
  const k = frame.style.fontSize / USUAL_FONT_SIZE
  const width = isBeside ? SIDE_LEGEND_WIDTH * k : inner
  const legendFor = (space: Space) => {
    const scale = subject.layOut(space).scale / k
    return enlarged(
      legendBlock(
        (own) => subject.legend(own, scale, space, frame.steady?.day).filter(({ id }) => parts.includes(id)),
        width / k,
      ),
      k,
    )
  }
  const spaceBeside = (height: number) => ({
    width: inner - (isBeside && height > 0 ? width + margin : 0),
    height: down - (isBeside || height === 0 ? 0 : height + margin / 2),
  })
  // What is drawn depends on the space, the legend on what is drawn, and the space on the legend's height. So as much
  // height is kept as any legend asks for; where the last one can do with its own height, it is given no more.
  let kept = 0
  let legend = legendFor(clamped(spaceBeside(kept)))
  while (legend.height > kept) {
    kept = legend.height
    legend = legendFor(clamped(spaceBeside(kept)))
  }
  const closer = legendFor(clamped(spaceBeside(legend.height)))
  if (closer.height <= legend.height) {
    kept = legend.height
    legend = closer
  }
  const space = spaceBeside(kept)
  const hasRoom =
    space.width >= LEAST_SPACE.width * k &&
    space.height >= LEAST_SPACE.height * k &&
    legend.height <= (isBeside ? down : down * LEGEND_SHARE)
  return hasRoom || legend.height === 0 ? { legend, space: clamped(space), isBeside } : null
}

function clamped({ width, height }: { width: number; height: number }) {
  return { width: Math.max(40, width), height: Math.max(40, height) }
}

/** A block drawn larger or smaller. */
function enlarged(block: Block, k: number): Block {
  if (k === 1 || block.height === 0) return block
  return {
    height: block.height * k,
    draw: (x, y) =>
      element(
        'g',
        { transform: `translate(${rounded(x)} ${rounded(y)}) scale(${Math.round(k * 1e4) / 1e4})` },
        block.draw(0, 0),
      ),
  }
}

function headerBlock(
  { title, subtitle, asOf, width, style }: PictureFrame,
  { palette }: Subject,
  inner: number,
): Block {
  const k = style.fontSize / USUAL_FONT_SIZE
  const isSmall = width < 500 * k
  return stacked(
    [
      titleBlock(title, { width: inner, fontSize: (isSmall ? 18 : 24) * k, colour: palette.ink }),
      paragraph(subtitle, { width: inner, fontSize: (isSmall ? 13 : 15) * k, colour: palette.ink, maxLines: 4 }),
      paragraph(asOf === null ? '' : t('As of {date}', { date: asOf }), {
        width: inner,
        fontSize: 12 * k,
        colour: palette.muted,
        maxLines: 1,
      }),
    ],
    4 * k,
  )
}

/** A title; one that needs two lines breaks after its colon, where it has one and both parts have room. */
function titleBlock(title: string, style: Pick<ParagraphStyle, 'width' | 'fontSize' | 'colour'>): Block {
  const fits = (text: string) => textWidth(text, style.fontSize, true) <= style.width
  const parts = title.split(/(?<=:)\s+|(?<=：)\s*/u)
  const lines = !fits(title) && parts.length === 2 && parts.every(fits) ? parts : [title]
  return stacked(
    lines.map((line) => paragraph(line, { ...style, isBold: true, maxLines: 3, leading: 1.25 })),
    0,
  )
}

/** A rule, the source line and the link. */
function footerBlock({ sourceLine, link, style }: PictureFrame, { palette }: Subject, inner: number): Block {
  if (sourceLine === '' && !link) return { height: 0, draw: () => '' }
  const words = { width: inner, fontSize: style.fontSize, colour: palette.muted }
  const rule: Block = {
    height: 6,
    draw: (x, y) => element('path', { d: `M${rounded(x)} ${rounded(y)}h${rounded(inner)}`, stroke: palette.faint }),
  }
  return stacked(
    [
      rule,
      paragraph(sourceLine, { ...words, maxLines: 4 }),
      // Only an address of the web may be followed from a picture.
      paragraph(link ?? '', { ...words, maxLines: 2, link: link && /^https?:\/\//i.test(link) ? link : undefined }),
    ],
    2,
  )
}
