import { isRealised, OUTCOMES, STAGES } from '../model/outcome.ts'
import { isConflict, isOutput, type Columns } from './columns.ts'
import { forEachCell } from './counters.ts'
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
  if (isConflict(columns, initiative)) return 'conflict'
  return isOutput(columns, initiative) ? 'outputs' : 'processes'
}

/** True where the first milestone of an initiative is a promise, and not its delivery. */
export function beginsWithPromise(columns: Columns, initiative: number): boolean {
  const { ends, stages } = columns.rows
  const first = initiative === 0 ? 0 : ends[initiative - 1]!
  return first < ends[initiative]! && !isRealised(STAGES[stages[first]!]!)
}

/** Counts initiatives by outcome, outputs apart from processes and conflict apart from both. */
export function accountOf(columns: Columns, selection: Selection, initiatives: readonly number[]): Account {
  const account: Account = { outputs: emptyTally(), processes: emptyTally(), conflict: emptyTally(), silent: 0 }
  for (const i of initiatives) {
    const outcome = selection.outcomes.at(i)
    if (!outcome) continue
    const part = accountPart(columns, i)
    account[part][outcome]++
    if (part === 'outputs' && selection.isSilent(i)) account.silent++
  }
  return account
}

/** The account of all that passes, from what is counted already, see {@link accountOf}. */
export function accountOfAll(columns: Columns, { counters }: Selection): Account {
  const account: Account = { outputs: emptyTally(), processes: emptyTally(), conflict: emptyTally(), silent: 0 }
  const { kinds, grades } = columns.rows
  const { nature } = columns.options
  const outputs = kinds.values.map((_, kind) => {
    const option = columns.optionsByCode.nature[kind]![0]
    return option !== undefined && nature[option]!.value === 'output'
  })
  forEachCell(columns, counters, (kind, grade, outcome, isSilent, count) => {
    const part = grades.values[grade]![0] === 'conflict' ? 'conflict' : outputs[kind] ? 'outputs' : 'processes'
    account[part][OUTCOMES[outcome]!] += count
    if (part === 'outputs' && isSilent) account.silent += count
  })
  return account
}

/** How many of those that pass are silent. */
export function silentOfAll(columns: Columns, { counters }: Selection): number {
  let silent = 0
  forEachCell(columns, counters, (_kind, _grade, _outcome, isSilent, count) => {
    if (isSilent) silent += count
  })
  return silent
}

/** The number of initiatives in a tally. */
export function sumOf(tally: Tally): number {
  return tally.realised + tally.pending + tally.ended + tally.failed
}
