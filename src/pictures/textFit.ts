/**
 * How wide text is, and where its lines break, without a browser: a picture is the same wherever it is made. The widths
 * are those of Helvetica and Arial in thousandths of the font size, with room for the wider fonts of some systems.
 */

const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [222, "'ijl|‘’"],
  [278, ' !,./:;[]\\ft·'],
  [333, '()-`r“”"'],
  [389, '*'],
  [500, 'Jckszvxy^–'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [730, '+<=>~'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '@—…'],
]
const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
)
const OTHER = 556
const CAPITAL = 700
const FULL_WIDTH = 1000
const BOLD = 1.07
const ROOM = 1.1

/** Signs over and under letters; those beside them, as Hindi has them, take room like letters. */
const COMBINING = /^[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Format}]$/u
const UPPER = /^\p{Uppercase_Letter}$/u
/** Chinese, Japanese and Korean characters, their punctuation, and pictographs: one font size wide each. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Extended_Pictographic}]$/u

/** The width of a line of text in CSS pixels: an estimate that is rather too large than too small. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return (sum / 1000) * fontSize * ROOM * (isBold ? BOLD : 1)
}

function widthOf(character: string): number {
  const known = WIDTH_OF.get(character)
  if (known !== undefined) return known
  if (COMBINING.test(character)) return 0
  if (WIDE.test(character)) return FULL_WIDTH
  return UPPER.test(character) ? CAPITAL : OTHER
}

export interface Wrapping {
  width: number
  fontSize: number
  isBold?: boolean
  /** The text ends in "…" where it needs more lines. */
  maxLines: number
}

/** Breaks text in lines: at spaces, around Chinese, Japanese and Korean characters, and inside words that fit no line. */
export function wrapped(text: string, { width, fontSize, isBold = false, maxLines }: Wrapping): string[] {
  const fits = (line: string) => textWidth(line, fontSize, isBold) <= width
  const lines: string[] = []
  let line = ''
  for (const piece of breakable(text)) {
    if (fits((line + piece).trimEnd())) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
    for (const character of piece.trimStart()) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= maxLines) return lines
  let last = lines[maxLines - 1]!
  while (last !== '' && !fits(`${last}…`)) last = Array.from(last).slice(0, -1).join('')
  return [...lines.slice(0, maxLines - 1), `${last.trimEnd()}…`]
}

/** The pieces between which a line may break, each with the space after it. */
function breakable(text: string): string[] {
  const plain = text.replace(/\s+/gu, ' ').trim()
  const pieces: string[] = []
  for (const word of plain.match(/\S+ ?/gu) ?? []) {
    let piece = ''
    for (const character of word) {
      // Closing punctuation stays with what it closes.
      if (WIDE.test(character) && !/[\u3001\u3002\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f]/u.test(character)) {
        if (piece !== '') pieces.push(piece)
        piece = ''
      }
      piece += character
    }
    pieces.push(piece)
  }
  return pieces
}
