import type { Day } from '../model/dates.ts'
import { strokesArt } from './graphArt.ts'
import { paragraph, stacked, type Block } from './paragraph.ts'
import { USUAL_FONT_SIZE, type LegendPart } from './subject.ts'
import { element, escaped, rounded } from './xml.ts'

/** What legends are made of. */

export const FONT_SIZE = USUAL_FONT_SIZE
const ROW_HEIGHT = 16
export const SAMPLE_WIDTH = 38
const SAMPLE_GAP = 8
const PART_GAP = 12
const COLUMN_GAP = 18
/** Columns narrower than this would break every line. */
const NARROWEST_COLUMN = 164

/**
 * The legend of a picture, in as many columns as the width has room for.
 *
 * @param partsOf the parts for the width of a column
 */
export function legendBlock(partsOf: (width: number) => readonly LegendPart[], width: number): Block {
  const count = partsOf(width).length
  if (count === 0) return { height: 0, draw: () => element('g', { id: 'legend' }) }
  const columnCount = Math.max(1, Math.min(count, Math.floor((width + COLUMN_GAP) / (NARROWEST_COLUMN + COLUMN_GAP))))
  const columnWidth = (width - COLUMN_GAP * (columnCount - 1)) / columnCount
  const columns = Array.from({ length: columnCount }, () => [] as Block[])
  const heightOf = (column: readonly Block[]) => stacked(column, PART_GAP).height
  for (const { block } of partsOf(columnWidth)) {
    columns.reduce((shortest, column) => (heightOf(column) < heightOf(shortest) ? column : shortest)).push(block)
  }
  const stacks = columns.map((column) => stacked(column, PART_GAP))
  return {
    height: Math.max(...stacks.map(({ height }) => height)),
    draw: (x, y) =>
      element('g', { id: 'legend' }, ...stacks.map((stack, i) => stack.draw(x + i * (columnWidth + COLUMN_GAP), y))),
  }
}

/** The heading of a part. */
export function heading(text: string, colour: string, width: number): Block {
  return paragraph(text, { width, fontSize: FONT_SIZE, colour, isBold: true, maxLines: 2 })
}

/** A sample, drawn around the middle of the first line, and beside it what it means. */
export function row(text: string, colour: string, width: number, draw: (x: number, middle: number) => string[]): Block {
  const words = paragraph(text, {
    width: width - SAMPLE_WIDTH - SAMPLE_GAP,
    fontSize: FONT_SIZE,
    colour,
    maxLines: 3,
    leading: 1.25,
  })
  const above = Math.max(0, (ROW_HEIGHT - words.height) / 2)
  return {
    height: Math.max(ROW_HEIGHT, words.height),
    draw: (x, y) => [...draw(x, y + ROW_HEIGHT / 2), words.draw(x + SAMPLE_WIDTH + SAMPLE_GAP, y + above)].join('\n'),
  }
}

/** A row of a legend; one about a day has that day. */
export interface DayRow {
  block: Block
  day?: Day
}

/**
 * Rows under their heading; in a film those about days that come only later have their room, and are not named yet.
 * @param upTo the day of the frame
 */
export function dayRows(head: Block, rows: readonly DayRow[], upTo: Day | undefined): Block[] {
  if (rows.length === 0) return []
  const isThere = ({ day }: DayRow) => upTo === undefined || day === undefined || day <= upTo
  const shown = (block: Block, isShown: boolean): Block => (isShown ? block : { ...block, draw: () => '' })
  return [shown(head, rows.some(isThere)), ...rows.map((own) => shown(own.block, isThere(own)))]
}

/** A level piece of a link; what has no width is left out. */
export function sample(x: number, y: number, link: Parameters<typeof strokesArt>[1], width = SAMPLE_WIDTH): string[] {
  return strokesArt(`M${rounded(x)} ${rounded(y)}H${rounded(x + width)}`, link)
}

export function textAt(text: string, x: number, middle: number, colour: string): string {
  return element('text', { x, y: middle + FONT_SIZE * 0.35, 'font-size': FONT_SIZE, fill: colour }, escaped(text))
}

/** Something in a row of several, with its left end at a point and its middle on a line. */
export interface Item {
  width: number
  height: number
  draw: (x: number, middle: number) => string
}

const ITEM_GAP = 10

/** Items one beside the other, in as many lines as they need. */
export function flow(items: readonly Item[], width: number): Block {
  const lines: Item[][] = []
  let left = 0
  for (const item of items) {
    if (lines.length === 0 || left + item.width > width) {
      lines.push([])
      left = 0
    }
    lines.at(-1)!.push(item)
    left += item.width + ITEM_GAP
  }
  return stacked(lines.map(line), 2)
}

function line(items: readonly Item[]): Block {
  const height = Math.max(ROW_HEIGHT, ...items.map((item) => item.height))
  return {
    height,
    draw(x, y) {
      let left = x
      return items
        .map((item) => {
          const art = item.draw(left, y + height / 2)
          left += item.width + ITEM_GAP
          return art
        })
        .join('\n')
    },
  }
}
