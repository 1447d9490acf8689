import { yearsBefore, type Day } from '../model/dates.ts'
import { isSilent, OUTCOMES, outcomeAt, SILENT_YEARS, type Outcome } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import { DIMENSIONS, type Dimension, type Filters } from './filters.ts'

/** The initiatives that pass the filters at an as-of date, and what each other choice would give. */
export interface Selection {
  asOf: Day
  /** The outcome of every initiative at the as-of date; `null` for one that has not begun. */
  outcomes: (Outcome | null)[]
  /** For every initiative that is pending, whether it is silent, see `isSilent`; false for all others. */
  silent: boolean[]
  /** Positions of the initiatives that pass, rising. */
  initiatives: number[]
  /** How many initiatives have begun by the as-of date, whatever the filters. */
  begun: number
  /** For each option of each dimension, how many initiatives it would give under the filters of all other dimensions. */
  counts: Record<Dimension, number[]>
  /**
   * For each relation type, how many initiatives begin in each year under all filters but the period; the first number
   * is for `columns.years[0]`.
   */
  histogram: number[][]
}

const PERIOD_BIT = 1 << DIMENSIONS.length
const TEXT_BIT = 1 << (DIMENSIONS.length + 1)

/** What every initiative of a dataset has come to at the end of a day. */
export function outcomesAt(columns: Columns, asOf: Day): (Outcome | null)[] {
  return columns.outline.initiatives.map(({ milestones }) => outcomeAt(milestones, asOf))
}

/**
 * Selects initiatives.
 *
 * One pass: for each initiative the dimensions that it fails are gathered as bits. None: it is selected. Exactly one:
 * it counts for its options in that dimension alone, since every other filter lets it pass.
 *
 * @param matches positions of the initiatives in which the words of `filters.text` occur, see `matchText`; `null` while
 *   the filters ask for no words or the texts are not there yet
 * @param silentYears after how many years without a milestone a pending initiative is silent
 */
export function select(
  columns: Columns,
  filters: Filters,
  asOf: Day,
  matches: ReadonlySet<number> | null,
  silentYears = SILENT_YEARS,
): Selection {
  const outcomes = outcomesAt(columns, asOf)
  const passing = DIMENSIONS.map((dimension) => {
    const chosen = filters[dimension]
    return chosen === null ? null : columns.options[dimension].map((option) => chosen.includes(option.value))
  })
  const counts = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, columns.options[dimension].map(() => 0)]),
  ) as Record<Dimension, number[]>
  const [firstYear, lastYear] = columns.years
  const histogram = columns.options.type.map(() => new Array<number>(lastYear - firstYear + 1).fill(0))
  const initiatives: number[] = []
  let begun = 0

  for (let i = 0; i < outcomes.length; i++) {
    const outcome = outcomes[i]
    if (!outcome) continue
    begun++
    let failed = 0
    for (let d = 0; d < DIMENSIONS.length; d++) {
      const pass = passing[d]
      if (pass && !optionsAt(columns, DIMENSIONS[d]!, i, outcome).some((option) => pass[option])) failed |= 1 << d
    }
    const year = columns.beginYears[i]!
    if (filters.period && (year < filters.period[0] || year > filters.period[1])) failed |= PERIOD_BIT
    if (matches && !matches.has(i)) failed |= TEXT_BIT

    if (failed === 0) initiatives.push(i)
    for (let d = 0; d < DIMENSIONS.length; d++) {
      if ((failed & ~(1 << d)) !== 0) continue
      const dimension = DIMENSIONS[d]!
      for (const option of optionsAt(columns, dimension, i, outcome)) counts[dimension][option]!++
    }
    if ((failed & ~PERIOD_BIT) === 0) {
      for (const option of columns.optionsOf.type[i]!) histogram[option]![year - firstYear]!++
    }
  }
  const heardAfter = yearsBefore(asOf, silentYears)
  const silent = outcomes.map(
    (outcome, i) => outcome === 'pending' && isSilent(columns.outline.initiatives[i]!.milestones, asOf, heardAfter),
  )
  return { asOf, outcomes, silent, initiatives, begun, counts, histogram }
}

const OUTCOME_OPTIONS = Object.fromEntries(OUTCOMES.map((outcome, position) => [outcome, [position]])) as Record<
  Outcome,
  number[]
>

function optionsAt(columns: Columns, dimension: Dimension, initiative: number, outcome: Outcome): readonly number[] {
  return dimension === 'outcome' ? OUTCOME_OPTIONS[outcome] : columns.optionsOf[dimension][initiative]!
}
