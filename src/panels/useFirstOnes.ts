import { useDeferredValue } from 'react'

/** More rows than stand in the Details of a high screen at once, whatever is above them. */
const FIRST_ONES = 24

/**
 * The rows of a list that is new to the page: at first only those that can be in sight without scrolling, and a moment later
 * all, so that what is asked for does not wait for what nobody sees yet.
 * @param above how many such rows stand above the list
 */
export function useFirstOnes<T>(rows: readonly T[], above = 0): readonly T[] {
  const first = Math.max(0, FIRST_ONES - above)
  const isWhole = useDeferredValue(true, rows.length <= first)
  return isWhole ? rows : rows.slice(0, first)
}
