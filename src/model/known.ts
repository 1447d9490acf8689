import { dayNumber, parseDate, type Day } from './dates.ts'
import type { Texts } from './outline.ts'
import type { Magnitude, Observation } from './schema.ts'

/** What was known of figures and measurements by the end of a day. */

/** True for a value whose whole year, or last year of its window, has ended by the end of a day. */
export function isKnown({ year, untilYear }: Observation, asOf: Day): boolean {
  return dayNumber(untilYear ?? year, 12, 31) <= asOf
}

/**
 * The figures of an initiative that were known by the end of a day. A figure without a date of its own is as old as the
 * earliest publication that gives it; where that has no date either, it is shown once nothing of the life is still to come.
 */
export function figuresAt(
  magnitudes: readonly Magnitude[],
  sources: Texts['sources'],
  life: { marks: readonly unknown[]; later: number },
  asOf: Day,
): Magnitude[] {
  if (life.marks.length === 0) return []
  return magnitudes.filter((magnitude) => {
    const day = knownDay(magnitude, sources)
    return day === null ? life.later === 0 : day <= asOf
  })
}

/** The days already worked out: the Table asks for those of all figures with every step of the as-of date. */
const knownDays = new WeakMap<Magnitude, Day | null>()

/** The day by which a figure was known: its own, else that of the earliest publication; `null` where none has a date. */
function knownDay(magnitude: Magnitude, sources: Texts['sources']): Day | null {
  const known = knownDays.get(magnitude)
  if (known !== undefined) return known
  const lastDay = (date: string | undefined) => (date === undefined ? null : (parseDate(date)?.last ?? null))
  const published = () => magnitude.sources.map((id) => lastDay(sources[id]?.date)).filter((day) => day !== null)
  const day = lastDay(magnitude.date) ?? published().reduce<Day | null>((x, y) => Math.min(x ?? y, y), null)
  knownDays.set(magnitude, day)
  return day
}
