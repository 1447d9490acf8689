import { Button } from 'react-aria-components'
import { isCount, type Matrix } from '../../network/matrix.ts'
import type { Measure } from '../../network/measures.ts'
import { useActorName } from '../details/Inspecting.tsx'
import { saveText } from '../details/saveText.ts'
import { Icon } from '../icons.tsx'
import { useSession } from '../useSession.ts'
import { namesOfHeads } from './headNames.ts'
import type { MatrixSide } from '../../state/choices.ts'

const FIRST_COLUMNS: Record<MatrixSide, readonly string[]> = {
  type: ['Partner', 'Relation type'],
  subtype: ['Partner', 'Relation type', 'Subtype'],
  actor: ['Actor', 'Other actor'],
}

interface SaveMatrixProps {
  matrix: Matrix
  side: MatrixSide
  measure: Measure
}

/** Saves the cells that hold anything, a line each, in the order shown; of two actors once. */
export function SaveMatrix({ matrix, side, measure }: SaveMatrixProps) {
  const { choices, columns } = useSession()
  const nameOf = useActorName()
  const save = async () => {
    const { writeCsv } = await import('../../formats/csvTable.ts')
    const { label } = namesOfHeads(columns, nameOf)
    const typeOf = (id: string) => columns.outline.relationTypes.find((type) => type.id === id)!.label
    const isMeasured = !isCount(measure)
    const rows = matrix.rows.flatMap(({ head }, row) =>
      matrix.columns.flatMap(({ head: column }, position) => {
        const cell = matrix.cells[row]![position]
        if (!cell || (side === 'actor' && position < row)) return []
        return [
          [
            label(head),
            ...(column.kind === 'subtype' ? [typeOf(column.type)] : []),
            label(column),
            cell.initiatives.length,
            cell.outputs,
            cell.realised,
            cell.conflict,
            ...(isMeasured
              ? [cell.measured?.value ?? null, cell.measured?.years?.[0] ?? null, cell.measured?.years?.[1] ?? null]
              : []),
          ],
        ]
      }),
    )
    const head = [...FIRST_COLUMNS[side], 'Initiatives', 'Outputs', 'Outputs realised', 'Conflict']
    const measured = isMeasured ? [`${measure.label} (${measure.unit})`, 'First year', 'Last year'] : []
    saveText(`dyad-matrix-${side}-${choices.getState().asOf}.csv`, writeCsv([...head, ...measured], rows), 'text/csv')
  }
  return (
    <Button className="button small-button" onPress={save}>
      <Icon name="download" /> CSV
    </Button>
  )
}
