import type { Day } from './dates.ts'

/** The stages of an initiative's life, in the order in which a plain life passes through them, failing ones last. */
export const STAGES = [
  'proposed',
  'announced',
  'signed',
  'under-way',
  'in-force',
  'delivering',
  'completed',
  'stalled',
  'suspended',
  'cancelled',
  'expired',
] as const

/** A step in an initiative's life. What each means stands in the codebook. */
export type Stage = (typeof STAGES)[number]

/** What an initiative has come to at a date. */
export const OUTCOMES = ['realised', 'pending', 'ended', 'failed'] as const

/** realised: delivers or is in force; pending: promised only; ended: had been realised, then stopped; failed: stopped before. */
export type Outcome = (typeof OUTCOMES)[number]

/** True for a stage at which an initiative has stopped: stalled, suspended, cancelled, expired. */
export function isFailing(stage: Stage): boolean {
  return stage === 'stalled' || stage === 'suspended' || stage === 'cancelled' || stage === 'expired'
}

/** True for a stage that shows something delivered or in operation: in force, delivering, completed. */
export function isRealised(stage: Stage): boolean {
  return stage === 'in-force' || stage === 'delivering' || stage === 'completed'
}

/** A milestone as the outcome needs it: its stage and the day it takes effect. */
export interface Step {
  readonly stage: Stage
  readonly day: Day
}

/**
 * What an initiative has come to at the end of a day, from the milestones up to and including that day.
 *
 * If the last of them is failing: `ended` where any earlier one was realised, else `failed`. Otherwise only the
 * milestones since the last failing one count: `realised` if any of them is realised (a later signature for a new phase
 * does not undo that), else `pending` (a revival is a promise again until it delivers).
 *
 * @param steps the milestones, in order, with the days they take effect
 * @returns `null` before the first milestone: the initiative does not exist yet
 */
export function outcomeAt(steps: readonly Step[], asOf: Day): Outcome | null {
  let everRealised = false
  let realisedSince = false
  let failing = false
  let begun = false
  for (const step of steps) {
    if (step.day > asOf) break
    begun = true
    failing = isFailing(step.stage)
    if (failing) {
      realisedSince = false
    } else if (isRealised(step.stage)) {
      everRealised = true
      realisedSince = true
    }
  }
  if (!begun) return null
  if (failing) return everRealised ? 'ended' : 'failed'
  return realisedSince ? 'realised' : 'pending'
}

/**
 * The last milestone that has taken effect by the end of a day.
 * @returns its index, or -1 before the first
 */
export function lastStep(steps: readonly Step[], asOf: Day): number {
  let last = -1
  while (last + 1 < steps.length && steps[last + 1]!.day <= asOf) last++
  return last
}

/**
 * The day on which something was first delivered or in force.
 * @returns `null` where nothing had been by the end of the as-of date
 */
export function firstRealised(steps: readonly Step[], asOf: Day): Day | null {
  const first = steps.find(({ stage }) => isRealised(stage))
  return first && first.day <= asOf ? first.day : null
}

/** After so many years without a milestone a pending initiative is silent, unless the reader wants it otherwise. */
export const SILENT_YEARS = 5

/**
 * True for an initiative that is pending at the end of the as-of date and of which nothing has been heard since a day:
 * its last milestone took effect on that day or before. That nothing was heard does not say that nothing was done.
 *
 * @param heardAfter the same calendar day as the as-of date, some years before, see `yearsBefore`
 */
export function isSilent(steps: readonly Step[], asOf: Day, heardAfter: Day): boolean {
  const last = steps[lastStep(steps, asOf)]
  return last !== undefined && last.day <= heardAfter && outcomeAt(steps, asOf) === 'pending'
}
