import type { TableColumn } from '../../network/tableColumns.ts'

/** How wide columns are, in pixels. */

export const LEAST_WIDTH = 56
export const MOST_WIDTH = 1200
/** The column with the boxes by which rows are picked. */
export const PICK_WIDTH = 36
/** The usual width of a title where it has two lines. */
const PHONE_TITLE = 190
/** What fits its content is not made wider than this: a longer text is read in the Details. */
const MOST_FIT = 640
/** Around the text of a cell, with a sign before it. */
const SIGN_AND_PADDING = 52
/** The longest texts by their letters are near enough the widest ones. */
const MEASURED = 60

export type Widths = Readonly<Record<string, number>>

/**
 * The widths of the columns as a CSS grid has them, and how wide the table is at least. A title that was given no width
 * takes what is left.
 */
export function gridWidths(
  shown: readonly TableColumn[],
  sizes: Widths,
  isPhone: boolean,
): { template: string; least: number } {
  const widths = shown.map(({ id, width }) => sizes[id] ?? (isPhone && id === 'title' ? PHONE_TITLE : width))
  const tracks = widths.map((width, i) => {
    const { id } = shown[i]!
    return id === 'title' && sizes[id] === undefined ? `minmax(${width}px, 1fr)` : `${width}px`
  })
  return {
    template: [`${PICK_WIDTH}px`, ...tracks].join(' '),
    least: widths.reduce((sum, width) => sum + width, PICK_WIDTH),
  }
}

/** The width in which all rows of a column can be read, in the font of an element of the table. */
export function fittingWidth(column: TableColumn, rows: readonly number[], element: Element): number {
  const canvas = document.createElement('canvas').getContext('2d')
  if (!canvas) return column.width
  canvas.font = getComputedStyle(element).font
  const texts = [...new Set(rows.map(column.text))].sort((x, y) => y.length - x.length).slice(0, MEASURED)
  const widest = [column.label, ...texts].reduce((most, text) => Math.max(most, canvas.measureText(text).width), 0)
  return clampWidth(Math.min(MOST_FIT, Math.ceil(widest) + SIGN_AND_PADDING))
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)))
}
