import type { Columns } from '../../network/columns.ts'
import type { Matrix } from '../../network/matrix.ts'
import type { Measure } from '../../network/measures.ts'
import type { MatrixSide } from '../../state/choices.ts'
import type { CsvSheet } from '../CsvButton.tsx'
import { namesOfHeads } from '../../network/headNames.ts'

const FIRST_COLUMNS: Record<MatrixSide, readonly string[]> = {
  type: ['Partner', 'Relation type'],
  subtype: ['Partner', 'Relation type', 'Subtype'],
  actor: ['Actor', 'Other actor'],
}

/** The cells that hold anything, a line each, in the order shown; of two actors once. In English, as all files are. */
export function matrixSheet(
  columns: Pick<Columns, 'outline' | 'options'>,
  matrix: Matrix,
  side: MatrixSide,
  measure: Measure,
  nameOf: (actor: string) => string,
): CsvSheet {
  const { label } = namesOfHeads(columns, nameOf)
  const typeOf = (id: string) => columns.outline.relationTypes.find((type) => type.id === id)!.label
  const rows = matrix.rows.flatMap(({ head }, row) =>
    matrix.columns.flatMap(({ head: column }, position) => {
      const cell = matrix.cells[row]![position]
      if (!cell || (side === 'actor' && position < row)) return []
      return [
        [
          label(head),
          ...(column.kind === 'subtype' ? [typeOf(column.type)] : []),
          label(column),
          cell.size,
          cell.outputs,
          cell.realised,
          cell.conflict,
          ...(measure.isCount
            ? []
            : [cell.measured?.value ?? null, cell.measured?.years?.[0] ?? null, cell.measured?.years?.[1] ?? null]),
        ],
      ]
    }),
  )
  const counted = [...FIRST_COLUMNS[side], 'Initiatives', 'Outputs', 'Outputs realised', 'Conflict']
  const measured = measure.isCount ? [] : [`${measure.label} (${measure.unit})`, 'First year', 'Last year']
  return { head: [...counted, ...measured], rows }
}
