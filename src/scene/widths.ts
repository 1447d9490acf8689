import type { Link } from '../network/links.ts'
import type { Reading } from '../network/measures.ts'

/** How wide a link is drawn for the value of a measure: proportional, over a thinnest line that can still be seen. */
export interface WidthScale {
  reading: Reading
  /** What one more adds to the width. */
  perOne: number
}

/** The width of nothing, and of what the measure says nothing of. */
export const THINNEST = 1.6
const WIDEST = 15
/** In a small dataset, what one more initiative adds. */
const MOST_FOR_ONE = 1.2

/**
 * The scale of a measure. It rests on the largest value that any link of the dataset can have and not on the selection, so
 * that a link keeps its width while others are filtered away.
 */
export function widthScale(reading: Reading): WidthScale {
  const perOne = (WIDEST - THINNEST) / reading.most
  return { reading, perOne: reading.measure.isCount ? Math.min(MOST_FOR_ONE, perOne) : perOne }
}

/** The width in CSS pixels for a value; 0 for none of it. */
export function lineWidth({ perOne }: WidthScale, value: number): number {
  return value <= 0 ? 0 : Math.round((THINNEST + value * perOne) * 100) / 100
}

/** The widest that a link can be on any day: its place beside others is kept for it. */
export function widestOf(scale: WidthScale, link: Link): number {
  return Math.max(THINNEST, lineWidth(scale, scale.reading.mostOf(link)))
}

/** The diameter of a flag for the value of a measure: areas are proportional, from a least that can still be seen. */
export interface SizeScale {
  reading: Reading
  /** The largest value that any actor but the focus can have on any day. */
  most: number
}

const SMALLEST = 18
const LARGEST = 56

/** The scale of a measure for actors. The focus has its own size: it is part of nearly every tie. */
export function sizeScale(reading: Reading, every: readonly Link[], focus: string): SizeScale {
  const actors = new Map<string, number>()
  const isMean = reading.measure.together === 'mean'
  for (const link of every) {
    for (const actor of [link.dyad.a, link.dyad.b]) {
      if (actor === focus) continue
      const before = actors.get(actor) ?? 0
      actors.set(actor, isMean ? Math.max(before, reading.mostOf(link)) : before + reading.mostOf(link))
    }
  }
  return { reading, most: [...actors.values()].reduce((most, value) => Math.max(most, value), 0) || 1 }
}

/** The diameter in CSS pixels for a value; the smallest for none. */
export function diameterOf({ most }: SizeScale, value: number): number {
  const share = Math.min(1, Math.max(0, value) / most)
  return Math.round(Math.sqrt(SMALLEST ** 2 + share * (LARGEST ** 2 - SMALLEST ** 2)))
}
