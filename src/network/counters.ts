import { startIn } from '../model/lines.ts'
import { OUTCOMES } from '../model/outcome.ts'
import { ROW_OF, type Columns, type FixedDimension } from './columns.ts'
import { DIMENSIONS, type Dimension } from './filters.ts'
import { OUTCOME_OF, SILENT, STANDINGS } from './standing.ts'

/**
 * Counts that are kept while groups and single initiatives come and go, so that a change costs what it changes. As in a
 * crossfilter, an initiative that fails no filter counts everywhere, one that fails in one dimension counts for the options of
 * that dimension alone, and all others count nowhere.
 */

/** The dimensions in which a whole group passes or fails: all whose options do not change with the as-of date. */
export const FIXED_DIMENSIONS = DIMENSIONS.filter((dimension): dimension is FixedDimension => dimension !== 'outcome')

/** The bit of each of them among what a group fails. */
export const GROUP_BITS = Object.fromEntries(FIXED_DIMENSIONS.map((dimension, d) => [dimension, 1 << d])) as Record<
  FixedDimension,
  number
>

/** What an initiative can fail apart from the others of its group. */
export const OUTCOME_BIT = 1
export const PERIOD_BIT = 2
export const TEXT_BIT = 4
/** It has not begun: it is there for nobody. */
export const UNBEGUN_BIT = 8

/** The numbers that a count keeps. */
export interface Counters {
  /** How many pass. */
  selected: number
  /** Of those that pass: by kind, then grade, then standing. */
  cells: Int32Array
  sides: Int32Array
  sourceKinds: Int32Array
  /** Of each link of `columns.links`: by standing. */
  links: Int32Array
  /** Of those that fail in one dimension alone: by code of the column that it rests on; for `outcome` by outcome. */
  only: Record<Dimension, Int32Array>
  /** Of those that pass, or fail for the period alone: by relation type, then by year from `columns.years[0]`. */
  histogram: Int32Array
}

/** What is known of each initiative and each group, for one question. */
export interface Marks {
  /** The standing of each initiative, by slot. */
  standings: Uint8Array
  /** What each initiative fails apart from its group, as bits, by slot. */
  own: Uint8Array
  /** What each group fails, as bits. */
  groups: Uint8Array
}

/** Counters of nothing. */
export function emptyCounters({ rows, links, outline, years }: Columns): Counters {
  const only = DIMENSIONS.map((dimension) => [
    dimension,
    new Int32Array(dimension === 'outcome' ? OUTCOMES.length : rows[ROW_OF[dimension]].values.length),
  ])
  return {
    selected: 0,
    cells: new Int32Array(rows.kinds.values.length * rows.grades.values.length * STANDINGS),
    sides: new Int32Array(rows.sides.values.length),
    sourceKinds: new Int32Array(rows.sourceKinds.values.length),
    links: new Int32Array(links.length * STANDINGS),
    only: Object.fromEntries(only) as Counters['only'],
    histogram: new Int32Array(outline.relationTypes.length * (years[1] - years[0] + 1)),
  }
}

/** The same counters, to be changed without changing these. */
export function copyCounters(counters: Counters): Counters {
  return {
    selected: counters.selected,
    cells: counters.cells.slice(),
    sides: counters.sides.slice(),
    sourceKinds: counters.sourceKinds.slice(),
    links: counters.links.slice(),
    only: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, counters.only[dimension].slice()]),
    ) as Counters['only'],
    histogram: counters.histogram.slice(),
  }
}

/** Counts initiatives in and out. */
export interface Counting {
  /** Counts all of a group in as they are marked. */
  addGroup: (group: number, marks: Marks) => void
  /**
   * Counts a group out as it was marked and in as it is; the standings are the same in both.
   * @returns how many of its initiatives are marked differently
   */
  moveGroup: (group: number, before: Marks, after: Marks) => number
  /** Counts one in (1) or out (-1) by its slot. */
  addSlot: (slot: number, sign: 1 | -1, marks: Marks) => void
}

/** Makes the functions that count in some counters. */
export function countingIn(columns: Columns, counters: Counters): Counting {
  const { rows, groups, linkOf, linkLists, typesByKind, beginYearsBySlot, years } = columns
  const { cells, sides, sourceKinds, links, only, histogram } = counters
  const { ends, codes, groupAt } = groups
  const gradeCount = rows.grades.values.length
  const yearCount = years[1] - years[0] + 1
  const onlyBy = FIXED_DIMENSIONS.map((dimension) => only[dimension])
  const codesBy = FIXED_DIMENSIONS.map((dimension) => codes[ROW_OF[dimension]])
  // Reused: of the group that is counted just now, by standing.
  const tally = new Int32Array(STANDINGS)

  const addPassing = (group: number, standing: number, count: number) => {
    counters.selected += count
    cells[(codes.kinds[group]! * gradeCount + codes.grades[group]!) * STANDINGS + standing]! += count
    sides[codes.sides[group]!]! += count
    sourceKinds[codes.sourceKinds[group]!]! += count
    const link = linkOf[group]!
    if (link >= 0) links[link * STANDINGS + standing]! += count
    else for (const own of linkLists[-1 - link]!) links[own * STANDINGS + standing]! += count
  }
  /** Adds to the one dimension in which a group fails. */
  const addFailing = (group: number, bits: number, count: number) => {
    const dimension = 31 - Math.clz32(bits)
    onlyBy[dimension]![codesBy[dimension]![group]!]! += count
  }
  /** The place in the histogram of a group's year 0. */
  const yearZeroOf = (group: number) => typesByKind[codes.kinds[group]!]! * yearCount - years[0]
  /** Adds to what counts an initiative of a group that fails nothing, whether it passes itself, or fails for one thing alone. */
  const addBeside = (yearZero: number, slot: number, failing: number, standing: number, count: number) => {
    if (failing === 0 || failing === PERIOD_BIT) histogram[yearZero + beginYearsBySlot[slot]!]! += count
    else if (failing === OUTCOME_BIT) only.outcome[OUTCOME_OF[standing]!]! += count
  }
  /** Adds those that pass but for what their whole group fails. */
  const addTally = (group: number, bits: number, sign: 1 | -1) => {
    if (bits === 0) {
      for (let standing = 0; standing < STANDINGS; standing++) {
        if (tally[standing] !== 0) addPassing(group, standing, sign * tally[standing]!)
      }
    } else if (isCounted(bits)) {
      let passing = 0
      for (let standing = 0; standing < STANDINGS; standing++) passing += tally[standing]!
      addFailing(group, bits, sign * passing)
    }
  }

  /** With other bits, and the same own marks: all of the group is gone through once. */
  const moveBits = (group: number, before: number, after: number, { own, standings }: Marks) => {
    if (!isCounted(before) && !isCounted(after)) return
    tally.fill(0)
    const yearZero = yearZeroOf(group)
    const others = Number(after === 0) - Number(before === 0)
    for (let slot = startIn(ends, group), end = ends[group]!; slot < end; slot++) {
      const failing = own[slot]!
      if (failing === 0) tally[standings[slot]!]!++
      if (others !== 0) addBeside(yearZero, slot, failing, standings[slot]!, others)
    }
    addTally(group, before, -1)
    addTally(group, after, 1)
  }
  /** With the same bits, and other own marks: only those that differ count. */
  const moveOwn = (group: number, bits: number, { own: before, standings }: Marks, { own: after }: Marks) => {
    const end = ends[group]!
    let slot = startIn(ends, group)
    while (slot < end && before[slot] === after[slot]) slot++
    if (slot === end) return 0
    tally.fill(0)
    const yearZero = yearZeroOf(group)
    let different = 0
    for (; slot < end; slot++) {
      const [was, is] = [before[slot]!, after[slot]!]
      if (was === is) continue
      different++
      const standing = standings[slot]!
      if (was === 0) tally[standing]!--
      if (is === 0) tally[standing]!++
      if (bits !== 0) continue
      addBeside(yearZero, slot, was, standing, -1)
      addBeside(yearZero, slot, is, standing, 1)
    }
    addTally(group, bits, 1)
    return different
  }

  return {
    addGroup: (group, marks) => moveBits(group, NOT_COUNTED, marks.groups[group]!, marks),
    moveGroup: (group, before, after) => {
      const [were, are] = [before.groups[group]!, after.groups[group]!]
      if (were === are) return before.own === after.own ? 0 : moveOwn(group, are, before, after)
      if (before.own === after.own) moveBits(group, were, are, after)
      else {
        moveBits(group, were, NOT_COUNTED, before)
        moveBits(group, NOT_COUNTED, are, after)
      }
      return ends[group]! - startIn(ends, group)
    },
    addSlot: (slot, sign, { own, standings, groups: failed }) => {
      const group = groupAt[slot]!
      const bits = failed[group]!
      const failing = own[slot]!
      const standing = standings[slot]!
      if (bits === 0) {
        if (failing === 0) addPassing(group, standing, sign)
        addBeside(yearZeroOf(group), slot, failing, standing, sign)
      } else if (failing === 0 && isCounted(bits)) addFailing(group, bits, sign)
    },
  }
}

/** Bits that no group has so, and that count nowhere. */
const NOT_COUNTED = 0xff

/** True where a group with such bits counts anywhere: with no bit or a single one. Of more, the lowest is not the only one. */
function isCounted(bits: number): boolean {
  return (bits & (bits - 1)) === 0
}

/** For each option of each dimension, how many initiatives it would give under the filters of all other dimensions. */
export function optionCounts(
  { options, optionsByCode, rows }: Columns,
  counters: Counters,
): Record<Dimension, number[]> {
  const kinds = new Int32Array(rows.kinds.values.length)
  const grades = new Int32Array(rows.grades.values.length)
  const outcomes = new Int32Array(OUTCOMES.length)
  forEachCell({ rows }, counters, (kind, grade, outcome, _isSilent, count) => {
    kinds[kind]! += count
    grades[grade]! += count
    outcomes[outcome]! += count
  })
  const byRow = { kinds, grades, sides: counters.sides, sourceKinds: counters.sourceKinds }
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const own = counters.only[dimension]
      if (dimension === 'outcome') return [dimension, Array.from(outcomes, (count, option) => count + own[option]!)]
      const counts = options[dimension].map(() => 0)
      const row = byRow[ROW_OF[dimension]]
      optionsByCode[dimension].forEach((those, code) => {
        const count = row[code]! + own[code]!
        if (count !== 0) for (const option of those) counts[option]! += count
      })
      return [dimension, counts]
    }),
  ) as Record<Dimension, number[]>
}

/** Calls back for each kind, grade and standing that any initiative that passes has. */
export function forEachCell(
  { rows }: Pick<Columns, 'rows'>,
  { cells }: Counters,
  callback: (kind: number, grade: number, outcome: number, isSilent: boolean, count: number) => void,
): void {
  const gradeCount = rows.grades.values.length
  for (let cell = 0; cell < cells.length; cell++) {
    const count = cells[cell]!
    if (count === 0) continue
    const standing = cell % STANDINGS
    const pair = (cell - standing) / STANDINGS
    const grade = pair % gradeCount
    callback((pair - grade) / gradeCount, grade, OUTCOME_OF[standing]!, standing === SILENT, count)
  }
}
