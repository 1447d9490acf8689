import { startIn } from '../model/lines.ts'
import { OUTCOMES } from '../model/outcome.ts'
import { isConflict, type Columns } from './columns.ts'
import type { Selection } from './select.ts'
import type { Slice } from './slice.ts'
import { OUTCOME_OF } from './standing.ts'
import { accountPart, accountPartsByCode } from './tally.ts'

/** Some initiatives, counted. */
export interface Counted {
  /** What they are a part of the selection by. */
  slice: Slice
  /** How many they are. */
  size: number
  /** Their positions, rising: gathered when they are asked for, since a cell of a large dataset may hold a hundred thousand. */
  initiatives: () => readonly number[]
  /** How many are cooperative outputs, and how many of these stand realised at the as-of date. */
  outputs: number
  realised: number
  /** How many are conflict, which is counted apart. */
  conflict: number
}

/** What is counted of a pile of whole groups, see `Groups`: nothing of it asks for one initiative. */
export interface Pile {
  size: number
  outputs: number
  realised: number
  conflict: number
  /** How many of all stand realised, processes and conflict among them. */
  allRealised: number
  /** Its groups, each once. */
  groups: number[]
}

export function emptyPile(): Pile {
  return { size: 0, outputs: 0, realised: 0, conflict: 0, allRealised: 0, groups: [] }
}

const REALISED = OUTCOMES.indexOf('realised')

/**
 * Puts each group of which anything passes on piles.
 * @param selection says what passes, and what it has come to; `null` for all that there is, whatever the day: then nothing is
 *   counted as realised
 * @param pilesOf the piles that a group belongs on, each once
 */
export function pileUp(
  columns: Columns,
  selection: Selection | null,
  pilesOf: (group: number) => readonly Pile[],
): void {
  const { count, ends, codes } = columns.groups
  const partOf = accountPartsByCode(columns)
  for (let group = 0, slot = 0; group < count; slot = ends[group]!, group++) {
    const { size, realised } = selection ? passingOf(selection, group, slot, ends[group]!) : all(ends[group]! - slot)
    if (size === 0) continue
    const part = partOf(codes.kinds[group]!, codes.grades[group]!)
    for (const pile of pilesOf(group)) {
      pile.size += size
      pile.allRealised += realised
      pile.groups.push(group)
      if (part === 'conflict') pile.conflict += size
      if (part !== 'outputs') continue
      pile.outputs += size
      pile.realised += realised
    }
  }
}

const all = (size: number) => ({ size, realised: 0 })

/** How many of the slots of a group pass, and how many of these stand realised. */
function passingOf({ marks }: Selection, group: number, from: number, end: number) {
  const passing = all(0)
  if (marks.groups[group] !== 0) return passing
  const { own, standings } = marks
  for (let slot = from; slot < end; slot++) {
    if (own[slot] !== 0) continue
    passing.size++
    if (OUTCOME_OF[standings[slot]!] === REALISED) passing.realised++
  }
  return passing
}

/** What stands on a pile, as a part of a selection. */
export function countedPile(columns: Columns, selection: Selection, pile: Pile, slice: Slice): Counted {
  const { size, outputs, realised, conflict, groups } = pile
  return { slice, size, outputs, realised, conflict, initiatives: () => positionsIn(columns, selection, groups) }
}

/** The initiatives of some groups that pass, rising. */
function positionsIn({ groups }: Columns, { marks }: Selection, own: readonly number[]): number[] {
  const positions: number[] = []
  for (const group of own) {
    for (let slot = startIn(groups.ends, group); slot < groups.ends[group]!; slot++) {
      if (marks.own[slot] === 0) positions.push(groups.order[slot]!)
    }
  }
  return positions.sort((one, other) => one - other)
}

/** Counts initiatives one by one, with what came of their outputs. @param initiatives positions, rising */
export function counted(columns: Columns, selection: Selection, initiatives: readonly number[], slice: Slice): Counted {
  const outputs = initiatives.filter((i) => accountPart(columns, i) === 'outputs')
  return {
    slice,
    size: initiatives.length,
    initiatives: () => initiatives,
    outputs: outputs.length,
    realised: outputs.filter((i) => selection.outcomes.at(i) === 'realised').length,
    conflict: initiatives.filter((i) => isConflict(columns, i)).length,
  }
}
