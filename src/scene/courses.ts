import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import type { Moment } from '../network/history.ts'
import { placeOf, type TimeScale } from './timeScale.ts'

/** Where the courses of a group are drawn. */
export interface CourseFrame {
  scale: TimeScale
  /** Of the room that they have, in pixels. */
  height: number
  /** Where zero is, from the upper edge of the drawing, in pixels. */
  floor: number
}

/**
 * What a group's initiatives had come to, stacked by outcome: an area for each that occurs, as the `d` of a path. The
 * height of all of them grows with the root of their number, so that a group of two is still seen beside one of eighty.
 * @param count how many initiatives the group has
 * @param most how many the largest group has, which takes up the height
 */
export function coursesOf(
  moments: readonly Moment[],
  count: number,
  most: number,
  { scale, height, floor }: CourseFrame,
): { outcome: Outcome; path: string }[] {
  const unit = (height * Math.sqrt(count / most)) / count
  return OUTCOMES.flatMap((outcome, level) => {
    if (moments.every(({ tally }) => tally[outcome] === 0)) return []
    const point = ({ day, tally }: Moment, outcomes: readonly Outcome[]) => {
      const own = outcomes.reduce((sum, one) => sum + tally[one], 0) * unit
      return `${placeOf(scale, day).toFixed(1)} ${(floor - own).toFixed(1)}`
    }
    const upper = moments.map((moment) => point(moment, OUTCOMES.slice(0, level + 1)))
    const lower = moments.map((moment) => point(moment, OUTCOMES.slice(0, level))).toReversed()
    return [{ outcome, path: `M${upper.join('L')}L${lower.join('L')}Z` }]
  })
}
