import { OUTCOMES } from '../model/outcome.ts'
import { ROW_OF, type Columns } from './columns.ts'
import { DIMENSIONS, type Dimension } from './filters.ts'

/**
 * Counts that are kept while single initiatives come and go, so that a change costs what it changes. As in a crossfilter, an
 * initiative that fails no filter counts everywhere, one that fails in one dimension counts for the options of that dimension
 * alone, and all others count nowhere.
 */

/** The bit of each dimension among what an initiative fails, in the order of `DIMENSIONS`. */
export const BITS = Object.fromEntries(DIMENSIONS.map((dimension, d) => [dimension, 1 << d])) as Record<
  Dimension,
  number
>
export const PERIOD_BIT = 1 << DIMENSIONS.length
export const TEXT_BIT = 1 << (DIMENSIONS.length + 1)
/** It has not begun: it is there for nobody. */
export const UNBEGUN_BIT = 1 << (DIMENSIONS.length + 2)

/** An outcome as a number is its position in `OUTCOMES`; this stands for none. */
export const NO_OUTCOME = OUTCOMES.length
/** The number of `pending`. */
export const PENDING = OUTCOMES.indexOf('pending')
/** What one can stand in: an outcome, or pending and silent. */
export const STANDINGS = OUTCOMES.length + 1
const SILENT = OUTCOMES.length

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

/**
 * Makes the function that counts an initiative in (1) or out (-1).
 * @param outcomes, silent, failed what is known of each initiative; read when it is called
 */
export function counterOf(
  { rows, linkOf, linkLists, typesByKind, beginYears, years }: Columns,
  counters: Counters,
  outcomes: Uint8Array,
  silent: Uint8Array,
  failed: Uint16Array,
): (initiative: number, sign: 1 | -1) => void {
  const { cells, sides, sourceKinds, links, only, histogram } = counters
  const [side, kind, grade, cited] = [rows.sides.codes, rows.kinds.codes, rows.grades.codes, rows.sourceKinds.codes]
  const gradeCount = rows.grades.values.length
  const yearCount = years[1] - years[0] + 1
  const firstYear = years[0]
  return (i, sign) => {
    const bits = failed[i]!
    // More than one: the lowest is not the only one.
    if ((bits & (bits - 1)) !== 0) return
    if (bits === 0) {
      const standing = silent[i] === 1 ? SILENT : outcomes[i]!
      counters.selected += sign
      cells[(kind[i]! * gradeCount + grade[i]!) * STANDINGS + standing]! += sign
      sides[side[i]!]! += sign
      sourceKinds[cited[i]!]! += sign
      const link = linkOf[i]!
      if (link >= 0) links[link * STANDINGS + standing]! += sign
      else for (const own of linkLists[-1 - link]!) links[own * STANDINGS + standing]! += sign
    }
    if (bits === 0 || bits === PERIOD_BIT) {
      histogram[typesByKind[kind[i]!]! * yearCount + beginYears[i]! - firstYear]! += sign
      return
    }
    switch (bits) {
      case BITS.type:
        only.type[kind[i]!]! += sign
        break
      case BITS.subtype:
        only.subtype[kind[i]!]! += sign
        break
      case BITS.outcome:
        only.outcome[outcomes[i]!]! += sign
        break
      case BITS.nature:
        only.nature[kind[i]!]! += sign
        break
      case BITS.valence:
        only.valence[grade[i]!]! += sign
        break
      case BITS.partner:
        only.partner[side[i]!]! += sign
        break
      case BITS.confidence:
        only.confidence[grade[i]!]! += sign
        break
      case BITS.sourceKind:
        only.sourceKind[cited[i]!]! += sign
        break
    }
  }
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
    const isSilent = standing === SILENT
    callback((pair - grade) / gradeCount, grade, isSilent ? PENDING : standing, isSilent, count)
  }
}
