import type { Day } from '../model/dates.ts'
import { isFailing, isRealised, OUTCOMES, STAGES, type Outcome } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import { NO_OUTCOME, PENDING } from './counters.ts'

/** What every initiative has come to, as numbers: what `outcomeAt` and `isSilent` say of each, for all of them at once. */

const FAILING = Uint8Array.from(STAGES, (stage) => Number(isFailing(stage)))
const REALISED = Uint8Array.from(STAGES, (stage) => Number(isRealised(stage)))
const [REALISED_NOW, ENDED, FAILED] = (['realised', 'ended', 'failed'] as const).map((own) =>
  OUTCOMES.indexOf(own),
) as [number, number, number]

/** Outcomes by position: `null` for an initiative that has not begun. */
export class Outcomes {
  readonly codes: Uint8Array

  /** @param codes positions in `OUTCOMES`, or `NO_OUTCOME` */
  constructor(codes: Uint8Array) {
    this.codes = codes
  }

  get length(): number {
    return this.codes.length
  }

  at(position: number): Outcome | null {
    return OUTCOMES[this.codes[position] ?? NO_OUTCOME] ?? null
  }
}

/** Of nothing. */
export const NO_OUTCOMES = new Outcomes(new Uint8Array(0))

/**
 * Works out one initiative at the end of a day.
 * @param heardAfter a pending one of which nothing was heard since that day is silent
 */
export function standAt(
  { rows: { ends, stages, days } }: Columns,
  initiative: number,
  asOf: Day,
  heardAfter: Day,
  outcomes: Uint8Array,
  silent: Uint8Array,
): void {
  let j = initiative === 0 ? 0 : ends[initiative - 1]!
  const first = j
  let everRealised = 0
  let realisedSince = 0
  let failing = 0
  for (const end = ends[initiative]!; j < end && days[j]! <= asOf; j++) {
    const stage = stages[j]!
    failing = FAILING[stage]!
    if (failing === 1) realisedSince = 0
    else if (REALISED[stage] === 1) everRealised = realisedSince = 1
  }
  const outcome =
    j === first
      ? NO_OUTCOME
      : failing === 1
        ? everRealised === 1
          ? ENDED
          : FAILED
        : realisedSince === 1
          ? REALISED_NOW
          : PENDING
  outcomes[initiative] = outcome
  silent[initiative] = outcome === PENDING && days[j - 1]! <= heardAfter ? 1 : 0
}

/** What every initiative of a dataset has come to at the end of a day. */
export function outcomesAt(columns: Columns, asOf: Day): Outcomes {
  const codes = new Uint8Array(columns.count)
  const silent = new Uint8Array(columns.count)
  for (let i = 0; i < columns.count; i++) standAt(columns, i, asOf, asOf, codes, silent)
  return new Outcomes(codes)
}
