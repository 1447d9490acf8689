import type { Link } from '../network/links.ts'

/** How wide a link of so many initiatives is drawn: proportional, over a thinnest line that can still be seen. */
export interface WidthScale {
  thinnest: number
  perInitiative: number
  /** The most initiatives that any link of the dataset can have; its width is the widest. */
  most: number
}

const THINNEST = 1.6
const WIDEST = 15
/** In a small dataset, what one more initiative adds. */
const MOST_FOR_ONE = 1.2

/**
 * The scale of a dataset. It rests on every link of the dataset and not on the selection, so that a link keeps its width
 * while others are filtered away.
 */
export function widthScale(every: readonly Link[]): WidthScale {
  const most = every.reduce((sum, { initiatives }) => Math.max(sum, initiatives.length), 1)
  return { thinnest: THINNEST, perInitiative: Math.min(MOST_FOR_ONE, (WIDEST - THINNEST) / most), most }
}

/** The width in CSS pixels of a link of `count` initiatives; 0 for none. */
export function lineWidth(scale: WidthScale, count: number): number {
  return count === 0 ? 0 : Math.round((scale.thinnest + count * scale.perInitiative) * 100) / 100
}
