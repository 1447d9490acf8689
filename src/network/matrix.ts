import { t } from '../language/messages.ts'
import { inOrder } from '../language/numbers.ts'
import { dyadsAt, isConflict, type Columns } from './columns.ts'
import { subtypeValue, type Filters } from './filters.ts'
import type { Link } from './links.ts'
import { COUNTS, type Measure, type Measured, type Reading } from './measures.ts'
import type { Selection } from './select.ts'
import { orderBySimilarity } from './seriation.ts'
import { valueInWords } from './series.ts'
import { initiativesOf, type Slice } from './slice.ts'
import { accountPart } from './tally.ts'
import { initiativesInWords, yearsInWords } from './words.ts'

/**
 * The ties of a selection as a matrix: partners of the focus beside relation types or subtypes, or actors on both sides.
 */
export interface Matrix {
  /** In the order of all that the dataset has of each, the largest first; the ties without the focus stand last. */
  rows: MatrixLine[]
  /** Types and subtypes in the order of the dataset; actors in that of the rows. */
  columns: MatrixLine[]
  /** By row, then by column; `null` where nothing is selected. */
  cells: (MatrixCell | null)[][]
  /** All selected initiatives, each once. */
  total: Counted
}

/** What stands in the columns, or actors on both sides. */
export type Side = 'type' | 'subtype' | 'actor'

/** What the lines can be ordered by. */
export type Order = 'total' | 'name' | 'share' | 'similarity'

/** A row or a column. */
export interface MatrixLine {
  head: Head
  /** All of its initiatives, each once, however many cells it stands in. */
  total: Counted
}

/** What a row or a column stands for. */
export type Head =
  | { kind: 'partner'; actor: string; dyad: string }
  /** The ties that the focus has no part in. */
  | { kind: 'without'; actor: string }
  | { kind: 'actor'; actor: string }
  | { kind: 'type'; type: string }
  /** The subtype as in the filters: `arms/transfer`. */
  | { kind: 'subtype'; type: string; subtype: string }

/** Some initiatives, counted. */
export interface Counted {
  /** What they are a part of the selection by. */
  slice: Slice
  /** Positions of the initiatives, rising. */
  initiatives: readonly number[]
  /** How many are cooperative outputs, and how many of these stand realised at the as-of date. */
  outputs: number
  realised: number
  /** How many are conflict, which is counted apart. */
  conflict: number
}

export interface MatrixCell extends Counted {
  /** The value of the measure; `null` where it says nothing of this cell. */
  measured: Measured | null
}

interface MatrixInput {
  columns: Columns
  filters: Filters
  selection: Selection
  links: readonly Link[]
  /** The actor whose partners are the rows, unless actors stand on both sides. */
  focus: string
  side: Side
  /** What the cells stand for; with subtypes only a count, since a series knows none. */
  reading: Reading
}

/** Makes the matrix of a selection, in the order of the dataset. */
export function matrixOf(input: MatrixInput): Matrix {
  const { columns, selection, side, focus } = input
  const buckets = bucketsOf(input)
  const rows = rowsOf(input, buckets)
  const heads: Head[] = side === 'actor' ? rows : kindsOf(input)
  const count = (initiatives: readonly number[], slice: Slice) => counted(columns, selection, initiatives, slice)
  const lineOf = (head: Head): MatrixLine => {
    const slice = sliceOf(head)
    const initiatives = initiativesOf({ columns, selection, comparison: null }, slice)
    return { head, total: count(initiatives.sort(byPosition), slice) }
  }
  return {
    rows: rows.map(lineOf),
    columns: heads.map(lineOf),
    cells: rows.map((row) =>
      heads.map((column) => {
        const bucket = buckets.get(keyOf(row))?.get(keyOf(column))
        if (!bucket) return null
        const slice =
          row.kind === 'actor' ? { dyad: bucket.links[0]!.dyad.id } : { ...sliceOf(row), ...sliceOf(column) }
        const initiatives = [...bucket.initiatives].sort(byPosition)
        return { ...count(initiatives, slice), measured: measuredOf(input, bucket, row) }
      }),
    ),
    total: count(selection.initiatives, {}),
  }

  function sliceOf(head: Head): Slice {
    switch (head.kind) {
      case 'partner':
        return { dyad: head.dyad }
      case 'without':
        return { without: focus }
      case 'actor':
        return { actor: head.actor }
      case 'type':
        return { type: head.type }
      case 'subtype':
        return { subtype: head.subtype }
    }
  }
}

/**
 * The most initiatives that any one cell can have on any day, at least 1: the scale of the squares rests on it, so that
 * they keep their size while others are filtered away.
 * @param every every link of the dataset, see `everyLink`
 */
export function largestCell(columns: Columns, every: readonly Link[], focus: string, side: Side): number {
  const rows = [...bucketsOf({ columns, links: every, focus, side })]
  // Ties without the focus are no cell of a partner: all of them together would dwarf every one.
  const partners = rows.filter(([key]) => side === 'actor' || key !== focus).map(([, row]) => row)
  return partners.reduce(
    (most, row) => [...row.values()].reduce((own, { initiatives }) => Math.max(own, initiatives.size), most),
    1,
  )
}

/** The initiatives of one cell, and the links that they stand in. */
interface Bucket {
  links: Link[]
  initiatives: Set<number>
}

/** The cells that hold anything, by the keys of their rows and of their columns. */
function bucketsOf({
  columns,
  links,
  focus,
  side,
}: Pick<MatrixInput, 'columns' | 'links' | 'focus' | 'side'>): Map<string, Map<string, Bucket>> {
  const buckets = new Map<string, Map<string, Bucket>>()
  const put = (row: string, column: string, link: Link, initiative: number) => {
    const own = buckets.get(row) ?? new Map<string, Bucket>()
    const bucket = own.get(column) ?? { links: [], initiatives: new Set() }
    if (bucket.links.at(-1) !== link) bucket.links.push(link)
    bucket.initiatives.add(initiative)
    buckets.set(row, own.set(column, bucket))
  }
  for (const link of links) {
    const { a, b } = link.dyad
    for (const i of link.initiatives) {
      if (side === 'actor') {
        put(a, b, link, i)
        put(b, a, link, i)
        continue
      }
      const { type, subtype } = columns.outline.initiatives.at(i)!
      const column = side === 'type' ? type : subtypeValue(type, subtype)
      if (a === focus || b === focus) put(a === focus ? b : a, column, link, i)
      // One that the focus has a part in beside others stands in the rows of its partners.
      else if (isWithout(columns, i, focus)) put(focus, column, link, i)
    }
  }
  return buckets
}

/** The key of a line; no partner is the focus itself, so that its key is free for the ties without it. */
function keyOf(head: Head): string {
  switch (head.kind) {
    case 'type':
      return head.type
    case 'subtype':
      return head.subtype
    default:
      return head.actor
  }
}

function byPosition(one: number, other: number): number {
  return one - other
}

function isWithout(columns: Columns, initiative: number, actor: string): boolean {
  return dyadsAt(columns, initiative).every((own) => {
    const { a, b } = columns.dyads[own]!
    return a !== actor && b !== actor
  })
}

/** The rows, with most in the dataset first. */
function rowsOf({ columns, links, focus, side }: MatrixInput, buckets: ReadonlyMap<string, unknown>): Head[] {
  const sizes = new Map<string, number>()
  const perSides = new Uint32Array(columns.dyadsBySides.length)
  for (const code of columns.rows.sides.codes) perSides[code]!++
  columns.dyadsBySides.forEach((own, code) => {
    const actors = new Set(own.flatMap((dyad) => [columns.dyads[dyad]!.a, columns.dyads[dyad]!.b]))
    const isCounted = side === 'actor' || actors.has(focus)
    if (isCounted) for (const actor of actors) sizes.set(actor, (sizes.get(actor) ?? 0) + perSides[code]!)
  })
  const dyadOf = new Map(
    links.flatMap(({ dyad }): [string, string][] =>
      dyad.a === focus ? [[dyad.b, dyad.id]] : dyad.b === focus ? [[dyad.a, dyad.id]] : [],
    ),
  )
  const actors = columns.outline.actors
    .map(({ id }) => id)
    .filter((id) => buckets.has(id) && (side === 'actor' || id !== focus))
    .sort((x, y) => sizes.get(y)! - sizes.get(x)!)
  if (side === 'actor') return actors.map((actor) => ({ kind: 'actor', actor }))
  return [
    ...actors.map((actor): Head => ({ kind: 'partner', actor, dyad: dyadOf.get(actor)! })),
    ...(buckets.has(focus) ? [{ kind: 'without', actor: focus } as const] : []),
  ]
}

/** The types or subtypes that the dataset has an initiative of and the filters ask for, whatever the dates. */
function kindsOf({ columns, filters, side }: MatrixInput): Head[] {
  const { outline } = columns
  const used = new Set(columns.rows.kinds.values.map(([type, subtype]) => subtypeValue(type, subtype)))
  const types = outline.relationTypes.filter(({ id }) => filters.type?.includes(id) ?? true)
  return types.flatMap(({ id: type, subtypes }): Head[] => {
    const own = subtypes
      .map(({ id }) => subtypeValue(type, id))
      .filter((subtype) => used.has(subtype) && (filters.subtype?.includes(subtype) ?? true))
    if (side === 'subtype') return own.map((subtype) => ({ kind: 'subtype', type, subtype }))
    return own.length > 0 ? [{ kind: 'type', type }] : []
  })
}

/** Counts initiatives, with what came of their outputs. */
export function counted(columns: Columns, selection: Selection, initiatives: readonly number[], slice: Slice): Counted {
  const outputs = initiatives.filter((i) => accountPart(columns, i) === 'outputs')
  return {
    slice,
    initiatives,
    outputs: outputs.length,
    realised: outputs.filter((i) => selection.outcomes.at(i) === 'realised').length,
    conflict: initiatives.filter((i) => isConflict(columns, i)).length,
  }
}

/** The value of a cell. A count counts each initiative once; a series measures one pair, so it says nothing of several. */
function measuredOf(
  { reading, selection }: Pick<MatrixInput, 'reading' | 'selection'>,
  { links, initiatives }: Bucket,
  row: Head,
): Measured | null {
  if (reading.measure.isCount) {
    const own = [...initiatives]
    const isRealised = reading.measure.id === 'realised'
    const value = isRealised ? own.filter((i) => selection.outcomes.at(i) === 'realised').length : own.length
    return { value, years: null }
  }
  if (row.kind === 'without') return null
  for (const link of links) {
    const measured = reading.of(link)
    if (measured) return measured
  }
  return null
}

/**
 * The matrix with its rows, and its columns where they are actors, in an order. Lines of the same weight keep the order of
 * the dataset, and the ties without the focus stay last.
 * - *total*: by all that the dataset has of each, so that nothing moves while the as-of date is played
 * - *name*: from A
 * - *share*: by the share of outputs that stand realised, the largest first; lines without outputs after all others
 * - *similarity*: lines with like profiles beside each other, see {@link orderBySimilarity}
 * @param nameOf the name of an actor
 */
export function sortedMatrix(matrix: Matrix, order: Order, nameOf: (actor: string) => string): Matrix {
  if (order === 'total') return matrix
  const movable = matrix.rows.map((_, i) => i).filter((i) => matrix.rows[i]!.head.kind !== 'without')
  const rest = matrix.rows.map((_, i) => i).filter((i) => !movable.includes(i))
  const places = [...orderOf(matrix, movable, order, nameOf), ...rest]
  const isSquare = matrix.rows[0]?.head.kind === 'actor'
  return {
    ...matrix,
    rows: places.map((i) => matrix.rows[i]!),
    columns: isSquare ? places.map((i) => matrix.columns[i]!) : matrix.columns,
    cells: places.map((i) => (isSquare ? places.map((j) => matrix.cells[i]![j]!) : matrix.cells[i]!)),
  }
}

function orderOf(
  { rows, cells }: Matrix,
  movable: readonly number[],
  order: Exclude<Order, 'total'>,
  nameOf: (actor: string) => string,
): number[] {
  if (order === 'similarity') {
    const profiles = movable.map((i) => cells[i]!.map((cell) => cell?.initiatives.length ?? 0))
    return orderBySimilarity(profiles).map((place) => movable[place]!)
  }
  const shares = rows.map(({ total: { outputs, realised } }) => (outputs === 0 ? -1 : realised / outputs))
  const names = rows.map(({ head }) => ('actor' in head ? nameOf(head.actor) : ''))
  return movable.toSorted((x, y) => (order === 'name' ? inOrder(names[x]!, names[y]!) : shares[y]! - shares[x]!))
}

/**
 * A matrix in the rows and columns of another one, in which all of its own are: what it has not is empty. So the frames of
 * a film keep their places.
 */
export function matrixWithin(matrix: Matrix, whole: Matrix): Matrix {
  const placesOf = (lines: readonly MatrixLine[]) => new Map(lines.map(({ head }, i) => [keyOf(head), i]))
  const [rows, columns] = [placesOf(matrix.rows), placesOf(matrix.columns)]
  const within = (own: readonly MatrixLine[], places: ReadonlyMap<string, number>) => (line: MatrixLine) =>
    own[places.get(keyOf(line.head)) ?? -1] ?? {
      ...line,
      total: { ...line.total, initiatives: [], outputs: 0, realised: 0, conflict: 0 },
    }
  return {
    ...matrix,
    rows: whole.rows.map(within(matrix.rows, rows)),
    columns: whole.columns.map(within(matrix.columns, columns)),
    cells: whole.rows.map((row) =>
      whole.columns.map((column) => {
        const [i, j] = [rows.get(keyOf(row.head)), columns.get(keyOf(column.head))]
        return i === undefined || j === undefined ? null : matrix.cells[i]![j]!
      }),
    ),
  }
}

/** What is counted in a cell or a total: "31 initiatives, 12 of 20 outputs realised, 2 in conflict". */
export function countedInWords({ initiatives, outputs, realised, conflict }: Counted): string {
  return [
    initiativesInWords(initiatives.length),
    outputs === 0
      ? t('no outputs')
      : t('{realised, number} of {outputs, plural, one {# output} other {# outputs}} realised', { realised, outputs }),
    ...(conflict > 0 ? [t('{count, number} in conflict', { count: conflict })] : []),
  ].join(t(', '))
}

/** As {@link countedInWords}, with the value of the measure where that is another: "…, 1,236 TIV m (1992 to 2025)". */
export function cellInWords(cell: MatrixCell, measure: Measure): string {
  const words = countedInWords(cell)
  if (measure === COUNTS[0]) return words
  if (!cell.measured) return t('{counted}, not measured', { counted: words })
  const { years } = cell.measured
  const value = valueInWords(cell.measured.value, measure.unit)
  return years
    ? t('{counted}, {value} ({years})', {
        counted: words,
        value,
        years: yearsInWords({ year: years[0], until: years[1] }),
      })
    : t('{counted}, {value}', { counted: words, value })
}
