import { t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import type { Columns } from '../network/columns.ts'
import { namesOfHeads } from '../network/headNames.ts'
import { cellInWords, countedInWords, type Head, type Matrix, type Side } from '../network/matrix.ts'
import type { Measure } from '../network/measures.ts'
import { counted, type Counted } from '../network/piles.ts'
import type { Selection } from '../network/select.ts'
import { numberOf } from '../network/series.ts'

/** What a picture of the Matrix is made from. */
export interface MatrixInput {
  columns: Columns
  selection: Selection
  /** In the order that is shown. */
  matrix: Matrix
  /** In a film the matrix of its last day, whose rows and columns `matrix` has too: room is kept for what it shows. */
  kept?: Matrix
  side: Side
  measure: Measure
  /** The value of the largest square. */
  most: number
  /** The name of an actor. */
  nameOf: (actor: string) => string
}

/** A row or column as a picture shows it. */
export interface GridLine {
  label: string
  /** The relation type that it stands for or belongs to; `null` for actors and for what is summed. */
  type: string | null
  counted: Counted
  /** True for a row that is no partner's: it has numbers and no squares, which are to the scale of partners. */
  isApart: boolean
}

export interface GridCell {
  counted: Counted
  /** The value of the measure: `null` where it says nothing, and where the cell has no square. */
  value: number | null
  hasSquare: boolean
  /** What the square stands for, as a number: "31", "1,236", "–". */
  number: string
  /** What there is in words: "China, arms: 31 initiatives, 12 of 20 outputs realised". */
  words: string
}

/** A matrix with as many rows and columns as there is room for; what has none is summed. */
export interface Grid {
  rows: GridLine[]
  columns: GridLine[]
  /** `self` where an actor meets itself. */
  cells: (GridCell | 'self' | null)[][]
  /** How many rows and columns are summed in one. */
  summedRows: number
  summedColumns: number
}

/**
 * The first rows and the largest columns of a matrix, with the others summed in one more row and one more column. Actors
 * on both sides stay in their order; ties without the focus keep a row of their own.
 */
export function gridOf(input: MatrixInput, mostRows: number, mostColumns: number): Grid {
  const { matrix, side, columns, selection, measure, nameOf } = input
  const whole = input.kept ?? matrix
  const { label, inSentence } = namesOfHeads(columns, nameOf)
  const movable = matrix.rows.flatMap(({ head }, i) => (head.kind === 'without' ? [] : [i]))
  const rest = matrix.rows.flatMap(({ head }, i) => (head.kind === 'without' ? [i] : []))
  const rowParts = [...parted(movable, movable, mostRows), ...rest.map((i) => [i])]
  const all = matrix.columns.map((_, i) => i)
  const bySize = all.toSorted((x, y) => whole.columns[y]!.total.size - whole.columns[x]!.total.size)
  const columnParts = parted(all, side === 'actor' ? all : bySize, mostColumns)
  const lineOf = (lines: Matrix['rows'], part: readonly number[]): GridLine => {
    const own = lines[part[0]!]!
    if (part.length > 1) {
      const begun = part.filter((i) => hasBegun(lines[i]!.total))
      const union = unionOf(begun.map((i) => lines[i]!.total))
      return {
        label: t('and {count, number} more', { count: begun.length }),
        type: null,
        counted: counted(columns, selection, union, {}),
        isApart: true,
      }
    }
    return {
      label: label(own.head),
      type: 'type' in own.head ? own.head.type : null,
      counted: own.total,
      isApart: own.head.kind === 'without',
    }
  }
  const nameIn = (part: readonly number[]) =>
    part.length > 1 ? t('{count, number} more', { count: part.length }) : inSentence(matrix.columns[part[0]!]!.head)
  const rowLines = rowParts.map((part) => lineOf(matrix.rows, part))
  const columnLines = columnParts.map((part) => lineOf(matrix.columns, part))
  return {
    rows: rowLines,
    columns: columnLines,
    summedRows: rowParts.find((part) => part.length > 1)?.length ?? 0,
    summedColumns: columnParts.find((part) => part.length > 1)?.length ?? 0,
    cells: rowParts.map((rowPart, i) =>
      columnParts.map((columnPart): Grid['cells'][number][number] => {
        const isOne = rowPart.length === 1 && columnPart.length === 1
        if (isOne && isSame(matrix.rows[rowPart[0]!]!.head, matrix.columns[columnPart[0]!]!.head)) return 'self'
        const own = rowPart.flatMap((row) => columnPart.flatMap((column) => matrix.cells[row]![column] ?? []))
        if (own.length === 0) return null
        const of = t('{row}, {column}', { row: rowLines[i]!.label, column: nameIn(columnPart) })
        if (isOne) {
          const cell = own[0]!
          return {
            counted: cell,
            value: cell.measured?.value ?? null,
            hasSquare: !rowLines[i]!.isApart,
            number: cell.measured ? numberOf(cell.measured.value, measure.unit) : '–',
            words: t('{name}: {words}', { name: of, words: cellInWords(cell, measure) }),
          }
        }
        const sum = counted(columns, selection, unionOf(own), {})
        return {
          counted: sum,
          value: null,
          hasSquare: false,
          number: measure.id === 'initiatives' ? numberInWords(sum.size) : '–',
          words: t('{name}: {words}', { name: of, words: countedInWords(sum) }),
        }
      }),
    ),
  }
}

/** Lines one by one in their order, and last those that are too many, in one part. */
function parted(order: readonly number[], byWeight: readonly number[], most: number): number[][] {
  if (order.length <= most) return order.map((i) => [i])
  const kept = new Set(byWeight.slice(0, Math.max(1, most - 1)))
  return [...order.filter((i) => kept.has(i)).map((i) => [i]), order.filter((i) => !kept.has(i))]
}

/** False for a line of a film of which there is nothing yet. */
export function hasBegun({ size }: Counted): boolean {
  return size > 0
}

function unionOf(parts: readonly Counted[]): number[] {
  return [...new Set(parts.flatMap(({ initiatives }) => [...initiatives()]))].sort((x, y) => x - y)
}

function isSame(row: Head, column: Head): boolean {
  return row.kind === 'actor' && column.kind === 'actor' && row.actor === column.actor
}
