import { t } from '../language/messages.ts'
import { inOrder } from '../language/numbers.ts'
import type { Columns, Dyad } from './columns.ts'
import { subtypeValue, type Filters } from './filters.ts'
import type { Link } from './links.ts'
import { COUNTS, type Measure, type Measured, type Reading } from './measures.ts'
import { countedPile, emptyPile, pileUp, type Counted, type Pile } from './piles.ts'
import type { Selection } from './select.ts'
import { orderBySimilarity } from './seriation.ts'
import { valueInWords } from './series.ts'
import type { Slice } from './slice.ts'
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
  const { columns, selection, links, side, focus } = input
  // A filter for partners has left only their dyads in the links.
  const drawn = new Set(links.map(({ dyad }) => dyad.id))
  const piles = pilesOf(input, selection, ({ id }) => drawn.has(id))
  const rows = rowsOf(input, piles.cells)
  const kinds = side === 'actor' ? null : kindsOf(input)
  const linksIn = side === 'actor' || !input.reading.measure.isCount ? linksByCell(input) : null
  const count = (pile: Pile, slice: Slice) => countedPile(columns, selection, pile, slice)
  const lineOf = (own: ReadonlyMap<string, Pile>) => (head: Head) => ({
    head,
    total: count(own.get(keyOf(head)) ?? emptyPile(), sliceOf(head)),
  })
  const lines = rows.map(lineOf(piles.rows))
  return {
    rows: lines,
    columns: kinds?.map(lineOf(piles.columns)) ?? lines,
    cells: rows.map((row) =>
      (kinds ?? rows).map((column) => {
        const pile = piles.cells.get(keyOf(row))?.get(keyOf(column))
        if (!pile) return null
        const own = linksIn?.get(cellKey(keyOf(row), keyOf(column))) ?? []
        const slice = row.kind === 'actor' ? { dyad: own[0]!.dyad.id } : { ...sliceOf(row), ...sliceOf(column) }
        return { ...count(pile, slice), measured: measuredOf(input, pile, own, row) }
      }),
    ),
    total: count(piles.all, {}),
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
 */
export function largestCell(columns: Columns, focus: string, side: Side): number {
  const { cells } = pilesOf({ columns, focus, side }, null, () => true)
  // Ties without the focus are no cell of a partner: all of them together would dwarf every one.
  const partners = [...cells].filter(([key]) => side === 'actor' || key !== focus).map(([, row]) => row)
  return partners.reduce((most, row) => [...row.values()].reduce((own, { size }) => Math.max(own, size), most), 1)
}

/** What is counted by the keys of rows and columns: whatever passes, and in the cells only what a dyad that is drawn holds. */
interface Piles {
  all: Pile
  rows: Map<string, Pile>
  columns: Map<string, Pile>
  cells: Map<string, Map<string, Pile>>
}

/**
 * Counts the cells, rows and columns: by groups, so that it takes some 60 milliseconds where a million initiatives stand in
 * ten thousand dyads.
 * @param isDrawn says of a dyad whether its initiatives have a cell
 */
function pilesOf(
  { columns, focus, side }: Pick<MatrixInput, 'columns' | 'focus' | 'side'>,
  selection: Selection | null,
  isDrawn: (dyad: Dyad) => boolean,
): Piles {
  const piles: Piles = { all: emptyPile(), rows: new Map(), columns: new Map(), cells: new Map() }
  const drawn = columns.dyads.map(isDrawn)
  const { groups, rows } = columns
  const lines = columns.dyadsBySides.map((own) => {
    const dyads = own.map((position) => columns.dyads[position]!)
    const shown = own.filter((position) => drawn[position]).map((position) => columns.dyads[position]!)
    return side === 'actor' ? actorLines(dyads, shown) : partnerLines(dyads, shown, focus)
  })
  const kinds = rows.kinds.values.map(([type, subtype]) => (side === 'type' ? type : subtypeValue(type, subtype)))
  pileUp(columns, selection, (group) => {
    const { totals, cells } = lines[groups.codes.sides[group]!]!
    const kind = kinds[groups.codes.kinds[group]!]!
    return [
      piles.all,
      pileAt(piles.columns, kind),
      ...totals.map((row) => pileAt(piles.rows, row)),
      ...cells.map(([row, column]) => pileAt(rowAt(piles.cells, row), column ?? kind)),
    ]
  })
  return piles
}

/**
 * Where initiatives of certain dyads are counted: in which rows, and in which cells, by row and column; the column is left out
 * where it follows from their kind.
 */
interface Lines {
  totals: readonly string[]
  cells: readonly (readonly [row: string, column?: string])[]
}

function actorLines(dyads: readonly Dyad[], drawn: readonly Dyad[]): Lines {
  return {
    totals: [...new Set(dyads.flatMap(({ a, b }) => [a, b]))],
    cells: drawn.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]),
  }
}

function partnerLines(dyads: readonly Dyad[], drawn: readonly Dyad[], focus: string): Lines {
  const partnersIn = (own: readonly Dyad[]) => own.flatMap(({ a, b }) => (a === focus ? [b] : b === focus ? [a] : []))
  // One that the focus has a part in beside others stands in the rows of its partners.
  if (partnersIn(dyads).length === 0) return { totals: [focus], cells: drawn.length > 0 ? [[focus]] : [] }
  return { totals: partnersIn(dyads), cells: partnersIn(drawn).map((partner) => [partner] as const) }
}

function pileAt(piles: Map<string, Pile>, key: string): Pile {
  let pile = piles.get(key)
  if (!pile) piles.set(key, (pile = emptyPile()))
  return pile
}

function rowAt(cells: Piles['cells'], key: string): Map<string, Pile> {
  let row = cells.get(key)
  if (!row) cells.set(key, (row = new Map()))
  return row
}

/** The links that stand in each cell, see {@link cellKey}. */
function linksByCell({ links, side, focus }: MatrixInput): Map<string, Link[]> {
  const cells = new Map<string, Link[]>()
  const put = (row: string, column: string, link: Link) => {
    const key = cellKey(row, column)
    const own = cells.get(key)
    if (own) own.push(link)
    else cells.set(key, [link])
  }
  for (const link of links) {
    const { a, b } = link.dyad
    if (side === 'actor') {
      put(a, b, link)
      put(b, a, link)
    } else if (a === focus || b === focus) put(a === focus ? b : a, link.type, link)
  }
  return cells
}

/** No id has such a sign. */
function cellKey(row: string, column: string): string {
  return `${row}\t${column}`
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

/** The rows, with most in the dataset first. */
function rowsOf({ columns, links, focus, side }: MatrixInput, cells: ReadonlyMap<string, unknown>): Head[] {
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
    .filter((id) => cells.has(id) && (side === 'actor' || id !== focus))
    .sort((x, y) => sizes.get(y)! - sizes.get(x)!)
  if (side === 'actor') return actors.map((actor) => ({ kind: 'actor', actor }))
  return [
    ...actors.map((actor): Head => ({ kind: 'partner', actor, dyad: dyadOf.get(actor)! })),
    ...(cells.has(focus) ? [{ kind: 'without', actor: focus } as const] : []),
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

/** The value of a cell. A count counts each initiative once; a series measures one pair, so it says nothing of several. */
function measuredOf(
  { reading }: Pick<MatrixInput, 'reading'>,
  { size, allRealised }: Pile,
  links: readonly Link[],
  row: Head,
): Measured | null {
  if (reading.measure.isCount) return { value: reading.measure.id === 'realised' ? allRealised : size, years: null }
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
    const profiles = movable.map((i) => cells[i]!.map((cell) => cell?.size ?? 0))
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
      total: { ...line.total, size: 0, initiatives: () => [], outputs: 0, realised: 0, conflict: 0 },
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
export function countedInWords({ size, outputs, realised, conflict }: Counted): string {
  return [
    initiativesInWords(size),
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
