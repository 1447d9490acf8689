import type { Columns } from './columns.ts'
import { emptyTally, type Tally } from './links.ts'
import type { Selection } from './select.ts'

/** Initiatives by outcome: cooperative outputs, with processes and conflict beside them and not among them. */
export interface Account {
  outputs: Tally
  processes: Tally
  conflict: Tally
}

/** Counts initiatives by outcome, outputs apart from processes and conflict apart from both. */
export function accountOf(columns: Columns, selection: Selection, initiatives: readonly number[]): Account {
  const account: Account = { outputs: emptyTally(), processes: emptyTally(), conflict: emptyTally() }
  const output = columns.options.nature.findIndex((option) => option.value === 'output')
  for (const i of initiatives) {
    const outcome = selection.outcomes[i]
    if (!outcome) continue
    if (columns.outline.initiatives[i]!.valence === 'conflict') account.conflict[outcome]++
    else if (columns.optionsOf.nature[i]!.includes(output)) account.outputs[outcome]++
    else account.processes[outcome]++
  }
  return account
}

/** The number of initiatives in a tally. */
export function sumOf(tally: Tally): number {
  return tally.realised + tally.pending + tally.ended + tally.failed
}
