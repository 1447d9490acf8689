import type { Day } from '../model/dates.ts'
import type { InitiativeColumns } from '../model/initiatives.ts'
import { startIn } from '../model/lines.ts'
import { isFailing, isRealised, OUTCOMES, STAGES, type Outcome } from '../model/outcome.ts'
import type { Columns } from './columns.ts'

/**
 * What every initiative has come to, as numbers: what `outcomeAt` and `isSilent` say of each, for all of them at once. A
 * standing is an outcome, by its position in `OUTCOMES`, or one of the two below.
 */

/** Pending, and nothing heard of it for long. */
export const SILENT = OUTCOMES.length
/** Not begun yet: there for nobody. */
export const UNBEGUN = OUTCOMES.length + 1
/** How many standings an initiative that has begun can have. */
export const STANDINGS = OUTCOMES.length + 1

const REALISED = OUTCOMES.indexOf('realised')
const PENDING = OUTCOMES.indexOf('pending')
const ENDED = OUTCOMES.indexOf('ended')
const FAILED = OUTCOMES.indexOf('failed')

/** By standing, the position of its outcome in `OUTCOMES`; for one that has not begun, one after the last. */
export const OUTCOME_OF = Uint8Array.of(...OUTCOMES.keys(), PENDING, OUTCOMES.length)

const IS_FAILING = Uint8Array.from(STAGES, (stage) => Number(isFailing(stage)))
const IS_REALISED = Uint8Array.from(STAGES, (stage) => Number(isRealised(stage)))

/** What is known of an initiative up to one of its milestones, in bits: see {@link after} and {@link outcomeAfter}. */
const EVER_REALISED = 1
const REALISED_SINCE = 2
const STOPPED = 4

/** What is known after one more milestone, of a stage. @param known 0 before the first */
export function after(known: number, stage: number): number {
  if (IS_FAILING[stage] === 1) return (known & EVER_REALISED) | STOPPED
  return IS_REALISED[stage] === 1 ? EVER_REALISED | REALISED_SINCE : known & ~STOPPED
}

/** The outcome of an initiative that has begun, by its position in `OUTCOMES`, from what is known. */
export function outcomeAfter(known: number): number {
  if ((known & STOPPED) !== 0) return (known & EVER_REALISED) !== 0 ? ENDED : FAILED
  return (known & REALISED_SINCE) !== 0 ? REALISED : PENDING
}

/**
 * The standing of one initiative at the end of a day.
 * @param heardAfter a pending one of which nothing was heard since that day is silent
 */
export function standingAt(
  { ends, stages, days }: Pick<InitiativeColumns, 'ends' | 'stages' | 'days'>,
  initiative: number,
  asOf: Day,
  heardAfter: Day,
): number {
  const first = startIn(ends, initiative)
  const end = ends[initiative]!
  let known = 0
  let j = first
  for (; j < end && days[j]! <= asOf; j++) known = after(known, stages[j]!)
  if (j === first) return UNBEGUN
  const outcome = outcomeAfter(known)
  return outcome === PENDING && days[j - 1]! <= heardAfter ? SILENT : outcome
}

/**
 * The day on which an initiative was first delivered or in force, as `firstRealised` says it of its milestones.
 * @returns `null` where it had not been by the end of the as-of date
 */
export function firstRealisedAt(
  { ends, stages, days }: Pick<InitiativeColumns, 'ends' | 'stages' | 'days'>,
  initiative: number,
  asOf: Day,
): Day | null {
  for (let j = startIn(ends, initiative); j < ends[initiative]! && days[j]! <= asOf; j++) {
    if (IS_REALISED[stages[j]!] === 1) return days[j]!
  }
  return null
}

/** The standings of all initiatives of a dataset at the end of a day, by slot, see `Groups`. */
export function standingsAt({ rows, groups, count }: Columns, asOf: Day, heardAfter: Day): Uint8Array<ArrayBuffer> {
  const standings = new Uint8Array(count)
  const { slots } = groups
  for (let i = 0; i < count; i++) standings[slots[i]!] = standingAt(rows, i, asOf, heardAfter)
  return standings
}

/** Outcomes by position: `null` for an initiative that has not begun. */
export class Outcomes {
  readonly #standings: Uint8Array
  readonly #slots: Uint32Array

  /**
   * @param standings by slot
   * @param slots of each initiative, by position
   */
  constructor(standings: Uint8Array, slots: Uint32Array) {
    this.#standings = standings
    this.#slots = slots
  }

  at(position: number): Outcome | null {
    return OUTCOMES[OUTCOME_OF[this.#standings[this.#slots[position]!]!]!] ?? null
  }
}

/** Of nothing. */
export const NO_OUTCOMES = new Outcomes(new Uint8Array(0), new Uint32Array(0))

/** What every initiative of a dataset has come to at the end of a day. */
export function outcomesAt(columns: Columns, asOf: Day): Outcomes {
  return new Outcomes(standingsAt(columns, asOf, Number.NEGATIVE_INFINITY), columns.groups.slots)
}
