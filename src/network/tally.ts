import { isRealised } from '../model/outcome.ts'
import type { Columns } from './columns.ts'
import { emptyTally, type Tally } from './links.ts'
import type { Selection } from './select.ts'

/** Initiatives by outcome: cooperative outputs, with processes and conflict beside them and not among them. */
export interface Account {
  outputs: Tally
  processes: Tally
  conflict: Tally
  /** How many of the pending outputs are silent. */
  silent: number
}

/** The parts of an account that every initiative stands in exactly one of. */
export const ACCOUNT_PARTS = ['outputs', 'processes', 'conflict'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

/** The part of an account that an initiative stands in: conflict whatever its nature, else by its nature. */
export function accountPart(columns: Columns, initiative: number): AccountPart {
  if (columns.outline.initiatives[initiative]!.valence === 'conflict') return 'conflict'
  return columns.isOutput[initiative] ? 'outputs' : 'processes'
}

/** True where the first milestone of an initiative is a promise, and not its delivery. */
export function beginsWithPromise(columns: Columns, initiative: number): boolean {
  const first = columns.outline.initiatives[initiative]!.milestones[0]
  return first !== undefined && !isRealised(first.stage)
}

/** Counts initiatives by outcome, outputs apart from processes and conflict apart from both. */
export function accountOf(columns: Columns, selection: Selection, initiatives: readonly number[]): Account {
  const account: Account = { outputs: emptyTally(), processes: emptyTally(), conflict: emptyTally(), silent: 0 }
  for (const i of initiatives) {
    const outcome = selection.outcomes[i]
    if (!outcome) continue
    const part = accountPart(columns, i)
    account[part][outcome]++
    if (part === 'outputs' && selection.silent[i]) account.silent++
  }
  return account
}

/** The number of initiatives in a tally. */
export function sumOf(tally: Tally): number {
  return tally.realised + tally.pending + tally.ended + tally.failed
}
