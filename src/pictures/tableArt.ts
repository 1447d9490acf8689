import { lettersAt } from './paragraph.ts'
import { textWidth, wrapped } from './textFit.ts'
import { element, escaped, rounded, type Attributes } from './xml.ts'

/** Letters, rules and rows of the views that are tables and charts. */

export interface Letters {
  fontSize: number
  colour: string
  isBold?: boolean
  anchor?: 'start' | 'middle' | 'end'
}

/** From line to line, in font sizes. */
export const LEADING = 1.2

/** A line of text whose letters stand in the middle of a height; nothing where there is none. */
export function letters(text: string, x: number, middle: number, look: Letters): string {
  return text === '' ? '' : lettersAt(text, x, middle, look.fontSize, attributesOf(look))
}

function attributesOf({ colour, isBold, anchor }: Letters): Attributes {
  return {
    'font-weight': isBold ? 700 : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    fill: colour,
  }
}

/** Lines of one text, one below the other, with their middle at a height. */
export function letteredLines(lines: readonly string[], x: number, middle: number, look: Letters): string {
  if (lines.length < 2) return letters(lines[0] ?? '', x, middle, look)
  const { fontSize } = look
  const step = fontSize * LEADING
  const first = middle - (step * (lines.length - 1)) / 2 + fontSize * 0.35
  return element(
    'text',
    { 'font-size': fontSize, ...attributesOf(look) },
    // A space between them would count as a letter of the line before.
    lines.map((line, i) => element('tspan', { x, y: first + i * step }, escaped(line))).join(''),
  )
}

/** Lines of one text that are read from below, side by side with their middle at `x` and their beginning at `foot`. */
export function turnedLines(lines: readonly string[], x: number, foot: number, look: Letters): string {
  const art = letteredLines(lines, 0, 0, look)
  return art === '' ? '' : element('g', { transform: `translate(${rounded(x)} ${rounded(foot)}) rotate(-90)` }, art)
}

/** A line from one side to another. */
export function rule(x: number, y: number, width: number, colour: string, weight = 1): string {
  return element('path', {
    d: `M${rounded(x)} ${rounded(y)}h${rounded(width)}`,
    stroke: colour,
    'stroke-width': weight,
  })
}

/** The width of the widest of some texts. */
export function widest(texts: Iterable<string>, fontSize: number, isBold = false): number {
  let most = 0
  for (const text of texts) most = Math.max(most, textWidth(text, fontSize, isBold))
  return most
}

/** The width of the longest word of some texts: narrower than this they would break within it. */
export function longestWord(texts: readonly string[], fontSize: number, isBold = false): number {
  return widest(
    texts.flatMap((text) => text.split(/\s+/u)),
    fontSize,
    isBold,
  )
}

/** The lines that a text takes in a width, however many they are. */
export function linesIn(text: string, width: number, fontSize: number, isBold = false): string[] {
  return wrapped(text, { width, fontSize, isBold, maxLines: Number.POSITIVE_INFINITY })
}

/**
 * The heights of rows that share a height: the same for all, but more for those that need it.
 * @param needs the least that each row needs
 * @param most what no row is higher than, unless it needs to be
 */
export function rowHeights(needs: readonly number[], height: number, most: number): number[] {
  let even = height / Math.max(1, needs.length)
  for (let round = 0; round < needs.length; round++) {
    const high = needs.filter((need) => need > even)
    const left = height - high.reduce((sum, need) => sum + need, 0)
    const next = left / Math.max(1, needs.length - high.length)
    if (Math.abs(next - even) < 0.01) break
    even = next
  }
  return needs.map((need) => Math.max(need, Math.min(even, most)))
}

/**
 * How many of the first rows have room, where those that have none are summed in one more.
 * @param needs the least that each row needs
 * @param extra what the row of their sum needs
 */
export function rowsWithRoom(needs: readonly number[], extra: number, height: number): number {
  const total = needs.reduce((sum, need) => sum + need, 0)
  if (total <= height + 0.01) return needs.length
  let used = extra
  let count = 0
  while (count < needs.length && used + needs[count]! <= height) used += needs[count++]!
  return Math.min(count, needs.length - 1)
}
