import { startIn } from '../model/lines.ts'
import { isRealised, OUTCOMES, STAGES } from '../model/outcome.ts'
import { isConflict, isOutput, type Columns, type Dyad } from './columns.ts'
import { forEachCell } from './counters.ts'
import { emptyTally, type Tally } from './links.ts'
import type { Selection } from './select.ts'
import { OUTCOME_OF, SILENT, STANDINGS } from './standing.ts'

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
  const first = startIn(ends, initiative)
  return first < ends[initiative]! && !isRealised(STAGES[stages[first]!]!)
}

/** Counts initiatives by outcome, outputs apart from processes and conflict apart from both. */
export function accountOf(columns: Columns, selection: Selection, initiatives: readonly number[]): Account {
  const account = emptyAccount()
  for (const i of initiatives) {
    const outcome = selection.outcomes.at(i)
    if (!outcome) continue
    const part = accountPart(columns, i)
    account[part][outcome]++
    if (part === 'outputs' && selection.isSilent(i)) account.silent++
  }
  return account
}

/**
 * The accounts of some dyads, and of all of them together, where an initiative of several counts once: by groups, so that none
 * of a million is looked up.
 * @param isWanted says of a dyad whether it is one of them
 * @returns `accounts` by the id of the dyad
 */
export function accountsByDyad(
  columns: Columns,
  { marks }: Selection,
  isWanted: (dyad: Dyad) => boolean,
): { all: Account; accounts: ReadonlyMap<string, Account> } {
  const { dyads, dyadsBySides, groups } = columns
  const accounts = new Map<string, Account>()
  const ofDyad = dyads.map((dyad) => {
    if (!isWanted(dyad)) return null
    const account = emptyAccount()
    accounts.set(dyad.id, account)
    return account
  })
  const all = emptyAccount()
  const bySides = dyadsBySides.map((own) => own.flatMap((dyad) => ofDyad[dyad] ?? []))
  const partOf = accountPartsByCode(columns)
  for (let group = 0, slot = 0; group < groups.count; group++) {
    const end = groups.ends[group]!
    const own = bySides[groups.codes.sides[group]!]!
    if (own.length > 0 && marks.groups[group] === 0) {
      const part = partOf(groups.codes.kinds[group]!, groups.codes.grades[group]!)
      const counts = new Uint32Array(STANDINGS)
      for (; slot < end; slot++) if (marks.own[slot] === 0) counts[marks.standings[slot]!]!++
      for (const account of [all, ...own]) {
        for (let standing = 0; standing < STANDINGS; standing++) addTo(account, part, standing, counts[standing]!)
      }
    }
    slot = end
  }
  return { all, accounts }
}

/** The account of all that passes, from what is counted already, see {@link accountOf}. */
export function accountOfAll(columns: Columns, { counters }: Selection): Account {
  const account = emptyAccount()
  const partOf = accountPartsByCode(columns)
  forEachCell(columns, counters, (kind, grade, outcome, isSilent, count) => {
    addTo(account, partOf(kind, grade), isSilent ? SILENT : outcome, count)
  })
  return account
}

/** Of nothing. */
export function emptyAccount(): Account {
  return { outputs: emptyTally(), processes: emptyTally(), conflict: emptyTally(), silent: 0 }
}

/** Adds initiatives of one standing that has an outcome. */
function addTo(account: Account, part: AccountPart, standing: number, count: number): void {
  account[part][OUTCOMES[OUTCOME_OF[standing]!]!] += count
  if (part === 'outputs' && standing === SILENT) account.silent += count
}

/** The part of an account that initiatives stand in, by their codes in the columns of kinds and grades. */
export function accountPartsByCode({ rows: { kinds, grades }, options, optionsByCode }: Columns) {
  const outputs = kinds.values.map((_, kind) => {
    const option = optionsByCode.nature[kind]![0]
    return option !== undefined && options.nature[option]!.value === 'output'
  })
  return (kind: number, grade: number): AccountPart => {
    if (grades.values[grade]![0] === 'conflict') return 'conflict'
    return outputs[kind] ? 'outputs' : 'processes'
  }
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
