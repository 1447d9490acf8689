import { t } from '../language/messages.ts'

/** Shares of counted initiatives, with how sure one can be of so small numbers. */

/** A share with the interval that its count leaves open; all from 0 to 1. */
export interface Share {
  share: number
  low: number
  high: number
}

/** A share of fewer initiatives than these is given as a count and not as a per cent. */
export const FEWEST_FOR_SHARE = 5

/** The normal deviate that leaves 2.5 per cent on either side. */
const Z = 1.959964

/**
 * The share of `count` in `total` with its Wilson score interval of 95 per cent (Wilson 1927, doi
 * 10.1080/01621459.1927.10502953): unlike the usual one it stays within 0 and 1 and holds for small numbers too.
 * @returns `null` where `total` is 0
 */
export function shareOf(count: number, total: number): Share | null {
  if (total === 0) return null
  const share = count / total
  const spread = Z * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total))
  const middle = share + (Z * Z) / (2 * total)
  const scale = 1 + (Z * Z) / total
  return { share, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}

/**
 * A share in words with the count that it rests on: "67 % of 12 (39 to 86 %)". Of fewer than five it is a count, "2 of 3":
 * a per cent would say more than is known.
 */
export function shareInWords(count: number, total: number): string {
  const own = shareOf(count, total)
  if (!own || total < FEWEST_FOR_SHARE) return t('{count, number} of {total, number}', { count, total })
  return t('{share, number} % of {total} ({low, number} to {high, number} %)', {
    share: percent(own.share),
    total,
    low: percent(own.low),
    high: percent(own.high),
  })
}

/** A share from 0 to 1 in words: "67 %". */
export function percentInWords(share: number): string {
  return t('{share, number} %', { share: percent(share) })
}

/** A share from 0 to 1 as whole per cent; only none is 0 and only all is 100. */
export function percent(share: number): number {
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return 1
  if (rounded === 100 && share < 1) return 99
  return rounded
}
