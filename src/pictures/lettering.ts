import { faceName, missingNote, type FontChooser, type FontFace, type LetterRun, type Weight } from './fonts.ts'
import { SIGN_FONT, isOwnSign } from './ownSigns.ts'
import { rounded } from './xml.ts'
import { readXml, type XmlElement } from './xmlReader.ts'

/**
 * The texts of a picture, letter by letter: which font each comes from and where it stands. From it come the PDF and the
 * PNG that Node writes, which have the same letters in the same places as the picture on the screen.
 */

/** A font as fontkit opens it; only what is asked of it here. */
export interface OpenFont {
  unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(text: string): {
    advanceWidth: number
    glyphs: { path: GlyphPath; advanceWidth: number; codePoints: number[] }[]
    positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
  }
}

interface GlyphPath {
  transform(a: number, b: number, c: number, d: number, e: number, f: number): GlyphPath
  toSVG(): string
}

/** What the letters of a picture are written with. */
export interface Lettering {
  chooser: FontChooser
  /** Opens the letters of a face; asked once for each. */
  open(face: FontFace, bytes: Uint8Array): OpenFont
}

/** Letters of one face in one place. */
export interface PlacedRun {
  text: string
  face: FontFace | null
  x: number
  y: number
  size: number
  /** What stands between its letters beyond the usual, in pixels. */
  spacing: number
  /** The outlines of its letters as the `d` of a path. */
  outline: string
  /** True where each letter stands right behind the one before it, so that a plain text is drawn in the same way. */
  isPlain: boolean
  /** The attributes of the elements around it within the text: colour, and the like. */
  attributes: Readonly<Record<string, string>>
  /** The address that a click on it leads to. */
  link: string | null
}

/** Attributes that are about setting a text, and are done with once its letters are placed. */
const SETTING = [
  'x',
  'y',
  'dx',
  'dy',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'lang',
  'xml:lang',
  'xml:space',
  'paint-order',
]

/** What stands for a run of letters: `under` lies under all letters of its text, as their halos do. */
export interface WrittenRun {
  under: XmlElement[]
  over: XmlElement[]
}

/**
 * Puts something else in the place of every text of a picture.
 *
 * @param svg one that `pictureSvg` wrote
 * @param write makes the elements that stand for a run of letters
 * @returns the picture, and a note for the person where letters have no font
 */
export async function withLetters(
  svg: string,
  { chooser, open }: Lettering,
  write: (run: PlacedRun, inherited: Inherited) => WrittenRun,
): Promise<{ picture: XmlElement; notes: string[] }> {
  const fonts = new Map<string, OpenFont>()
  const fontOf = async (face: FontFace): Promise<OpenFont> => {
    const name = faceName(face)
    let font = fonts.get(name)
    if (!font) {
      const bytes = await chooser.bytes(face)
      // Another text may have opened it while its bytes came.
      font = fonts.get(name) ?? open(face, bytes)
      fonts.set(name, font)
    }
    return font
  }
  const missing = new Set<string>()
  const place = async (element: XmlElement, around: Inherited): Promise<XmlElement> => {
    const inherited = inheritedBy(element, around)
    if (element.name !== 'text') {
      const children: XmlElement['children'] = []
      for (const child of element.children) {
        children.push(typeof child === 'string' ? child : await place(child, inherited))
      }
      return { ...element, children }
    }
    const runs: PlacedRun[] = []
    for (const chunk of chunksOf(element, inherited)) runs.push(...(await placed(chunk, chooser, fontOf, missing)))
    const attributes = without(element.attributes, SETTING)
    const written = runs.map((run) => ({ run, ...write(run, inherited) }))
    const under = written.flatMap((own) => own.under)
    return { name: 'g', attributes, children: [...under, ...written.flatMap(({ run, over }) => inLink(run, over))] }
  }
  const picture = await place(readXml(svg), NOTHING_INHERITED)
  const note = missingNote(missing)
  return { picture, notes: note === null ? [] : [note] }
}

/** The picture with its letters as outlines: drawn in the same way by any program, with no font at all. */
export function outlined(svg: string, lettering: Lettering): Promise<{ picture: XmlElement; notes: string[] }> {
  return withLetters(svg, lettering, (run, inherited) => {
    const under = haloOf(run, inherited)
    return { under, over: [outlineOf(run, under.length > 0 ? { stroke: 'none' } : {})] }
  })
}

/** The outlines of a run; nothing to see where they are spaces. */
export function outlineOf({ outline, attributes }: PlacedRun, more: Readonly<Record<string, string>>): XmlElement {
  return { name: 'path', attributes: { ...attributes, ...more, d: outline }, children: [] }
}

/** What keeps the letters of a run apart from what is behind them; nothing where they have no halo. */
export function haloOf(run: PlacedRun, { isHalo, stroke }: Inherited): XmlElement[] {
  return isHalo && stroke !== null ? [outlineOf(run, { fill: stroke })] : []
}

function inLink({ link }: PlacedRun, elements: XmlElement[]): XmlElement[] {
  return link === null || elements.length === 0
    ? elements
    : [{ name: 'a', attributes: { href: link }, children: elements }]
}

/** What a text has from the elements around it. */
export interface Inherited {
  size: number
  weight: Weight
  anchor: string
  language: string | undefined
  spacing: number
  /** `null` where its letters have no edge. */
  stroke: string | null
  /** True where the edge lies under the letter, as a halo. */
  isHalo: boolean
}

/** What the outermost element starts from. */
export const NOTHING_INHERITED: Inherited = {
  size: 16,
  weight: 400,
  anchor: 'start',
  language: undefined,
  spacing: 0,
  stroke: null,
  isHalo: false,
}

/** What is inside an element, from what is around it. */
export function inheritedBy({ attributes }: XmlElement, around: Inherited): Inherited {
  const weight = attributes['font-weight']
  const stroke = attributes.stroke
  return {
    size: numberIn(attributes['font-size']) ?? around.size,
    weight: weight === undefined ? around.weight : weight === 'bold' || Number(weight) >= 600 ? 700 : 400,
    anchor: attributes['text-anchor'] ?? around.anchor,
    language: attributes['xml:lang'] ?? attributes.lang ?? around.language,
    spacing: numberIn(attributes['letter-spacing']) ?? around.spacing,
    stroke: stroke === undefined ? around.stroke : stroke === 'none' ? null : stroke,
    isHalo: attributes['paint-order']?.startsWith('stroke') ?? around.isHalo,
  }
}

/** A piece of text with the same look throughout. */
interface Piece {
  text: string
  inherited: Inherited
  attributes: Record<string, string>
  link: string | null
  dx: number
  dy: number
}

/** Pieces that follow each other from a point of their own. */
interface Chunk {
  x: number
  y: number
  pieces: Piece[]
}

function chunksOf(text: XmlElement, inherited: Inherited): Chunk[] {
  const chunks: Chunk[] = [{ x: 0, y: 0, pieces: [] }]
  const walk = (
    element: XmlElement,
    own: Inherited,
    attributes: Record<string, string>,
    link: string | null,
    shift: { dx: number; dy: number },
  ) => {
    const x = numberIn(element.attributes.x)
    const y = numberIn(element.attributes.y)
    if (x !== undefined || y !== undefined) {
      const before = chunks.at(-1)!
      chunks.push({ x: x ?? before.x, y: y ?? before.y, pieces: [] })
    }
    shift.dx += numberIn(element.attributes.dx) ?? 0
    shift.dy += numberIn(element.attributes.dy) ?? 0
    for (const child of element.children) {
      if (typeof child === 'string') {
        chunks.at(-1)!.pieces.push({ text: child, inherited: own, attributes, link, ...shift })
        shift.dx = shift.dy = 0
      } else if (child.name === 'tspan' || child.name === 'a') {
        const href = child.attributes.href ?? child.attributes['xlink:href']
        const inner = { ...attributes, ...without(child.attributes, [...SETTING, 'href', 'xlink:href']) }
        walk(child, inheritedBy(child, own), inner, child.name === 'a' && href ? href : link, shift)
      }
    }
  }
  walk(text, inherited, {}, null, { dx: 0, dy: 0 })
  const isKept = text.attributes['xml:space'] === 'preserve'
  return chunks.map((chunk) => ({ ...chunk, pieces: isKept ? chunk.pieces : trimmed(chunk.pieces) }))
}

/** White space as a browser shows it: one space for many, none at either end. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  let endsInSpace = true
  const single = pieces.map((piece) => {
    let text = piece.text.replace(/[ \n\r\t]+/g, ' ')
    if (endsInSpace) text = text.replace(/^ /, '')
    if (text !== '') endsInSpace = text.endsWith(' ')
    return { ...piece, text }
  })
  for (const last of single.toReversed()) {
    last.text = last.text.replace(/ $/, '')
    if (last.text !== '') break
  }
  return single.filter(({ text }) => text !== '')
}

interface Word extends LetterRun {
  piece: Piece
  shape: ReturnType<OpenFont['layout']>
  /** A unit of the font, in pixels. */
  unit: number
}

async function placed(
  { x: startX, y: startY, pieces }: Chunk,
  { runs: runsOf }: FontChooser,
  fontOf: (face: FontFace) => Promise<OpenFont>,
  missing: Set<string>,
): Promise<PlacedRun[]> {
  const words: Word[] = []
  for (const piece of pieces) {
    const { weight, language, size } = piece.inherited
    const has = async (face: FontFace, codePoint: number) => hasLetter(await fontOf(face), codePoint)
    for (const { text, face } of await runsOf(piece.text, { weight, language }, has)) {
      const add = (own: string, font: OpenFont) =>
        words.push({ text: own, face, piece, shape: font.layout(own), unit: size / font.unitsPerEm })
      if (face) {
        const font = await fontOf(face)
        for (const word of isRightToLeft(text) ? text.split(/(?<= )|(?= )/) : [text]) add(word, font)
        continue
      }
      for (const letter of text) {
        if (isOwnSign(letter)) {
          add(letter, SIGN_FONT)
          continue
        }
        missing.add(letter)
        // A letter without a font is shown as the box that fonts have for it.
        add(letter, await fontOf((await runsOf(' ', { weight }))[0]!.face!))
      }
    }
  }
  const widthOf = ({ shape, unit, piece: { inherited } }: Word) =>
    shape.advanceWidth * unit + inherited.spacing * shape.glyphs.length
  const whole = words.reduce((sum, word) => sum + widthOf(word), 0)
  const anchor = pieces[0]?.inherited.anchor
  let x = startX - (anchor === 'middle' ? whole / 2 : anchor === 'end' ? whole : 0)
  let y = startY
  const shifted = new Set<Piece>()
  return inVisualOrder(words).map((word) => {
    const { piece, shape, text, face } = word
    if (!shifted.has(piece)) {
      x += piece.dx
      y += piece.dy
      shifted.add(piece)
    }
    const at = { x, y }
    x += widthOf(word)
    const isPlain =
      face !== null &&
      shape.positions.every(
        ({ xOffset, yOffset, xAdvance }) => xOffset === 0 && yOffset === 0 && (xAdvance !== 0 || text === ''),
      )
    return {
      text,
      face,
      ...at,
      size: piece.inherited.size,
      spacing: piece.inherited.spacing,
      outline: outlineAt(word, at),
      isPlain,
      attributes: piece.attributes,
      link: piece.link,
    }
  })
}

/** A few files of letters have no list of them, and so for us no letters. */
function hasLetter(font: OpenFont, codePoint: number): boolean {
  try {
    return font.hasGlyphForCodePoint(codePoint)
  } catch {
    return false
  }
}

function outlineAt({ shape, unit, piece: { inherited } }: Word, { x, y }: { x: number; y: number }): string {
  let [penX, penY] = [x, y]
  return shape.glyphs
    .map(({ path }, i) => {
      const { xAdvance, yAdvance, xOffset, yOffset } = shape.positions[i]!
      // Fonts count upwards, pictures downwards.
      const outline = path.transform(unit, 0, 0, -unit, penX + xOffset * unit, penY - yOffset * unit).toSVG()
      penX += xAdvance * unit + inherited.spacing
      penY -= yAdvance * unit
      return outline
    })
    .join('')
}

function isRightToLeft(text: string): boolean {
  return /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text)
}

/** Words of a script that runs from right to left, in the order in which they stand from left to right. */
function inVisualOrder(words: readonly Word[]): Word[] {
  const ordered: Word[] = []
  for (let i = 0; i < words.length;) {
    let end = i
    while (end < words.length && (isRightToLeft(words[end]!.text) || (end > i && words[end]!.text === ' '))) end++
    // A space behind the last of them belongs to what follows.
    if (end > i && words[end - 1]!.text === ' ') end--
    if (end <= i) end = i + 1
    ordered.push(...words.slice(i, end).toReversed())
    i = end
  }
  return ordered
}

function without(attributes: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}

function numberIn(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = parseFloat(value)
  return Number.isFinite(number) ? number : undefined
}

/** Where a run begins, as the attributes of a text. */
export function placeOf({ x, y }: PlacedRun): { x: string; y: string } {
  return { x: rounded(x), y: rounded(y) }
}
