import type { Day } from '../model/dates.ts'
import type { Series } from '../model/schema.ts'
import { latestWhole, wholesOf, type Whole } from './series.ts'

/** How far something stands with few: the Herfindahl index, the sum of the squared shares. */

/**
 * The Herfindahl index of some amounts.
 * @returns from 1/n, where all n are the same, to 1, where one has all; `null` where there is nothing to share
 */
export function herfindahl(amounts: readonly number[]): number | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total <= 0) return null
  return amounts.reduce((sum, amount) => sum + (amount / total) ** 2, 0)
}

/** The concentration of what a recipient received, by supplier. */
export interface SupplierConcentration {
  /**
   * From 0 to 1. What came from suppliers that the series does not name counts as spread over very many in `low`, and as
   * one supplier for each of its codes in `high`: the truth lies between.
   */
  low: number
  high: number
  /** How many suppliers are named. */
  suppliers: number
  /** The share of those that are not, from 0 to 1. */
  unnamed: number
  whole: Whole
}

/**
 * How concentrated a recipient's suppliers were, in the latest year or window of a period that was known by the end of a
 * day.
 * @param series one whose rows are parts of a whole, see `isOfParts`
 * @returns `null` where nothing is known
 */
export function supplierConcentration(
  series: Series,
  recipient: string,
  period: readonly [number, number] | null,
  asOf: Day,
): SupplierConcentration | null {
  const codes = series.codes ?? {}
  const received = wholesOf(series, recipient, asOf).filter(({ total }) => total > 0)
  const whole = latestWhole(received, period)
  if (!whole) return null
  const named = whole.parts.filter(({ from: supplier }) => !(supplier in codes))
  const squares = (parts: Whole['parts']) => parts.reduce((sum, { share }) => sum + share ** 2, 0)
  return {
    low: squares(named),
    high: squares(whole.parts),
    suppliers: named.length,
    unnamed: 1 - named.reduce((sum, { share }) => sum + share, 0),
    whole,
  }
}
