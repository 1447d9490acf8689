import { t } from '../../language/messages.ts'
import type { LedgerLine } from '../../network/ledger.ts'
import type { LedgerColumn } from '../../network/ledgerColumns.ts'
import { GridHead, startsOfGroups } from '../GridHead.tsx'
import { NumberCell } from '../NumberCell.tsx'
import { useGridPlace, type Stop } from '../useGridPlace.ts'
import { useChoice, useSession } from '../useSession.ts'

interface LedgerTableProps {
  columns: readonly LedgerColumn[]
  lines: readonly LedgerLine[]
  total: LedgerLine
  nameOf: (line: LedgerLine) => string
}

/** The table of the ledger. Every number opens the initiatives behind it. */
export function LedgerTable({ columns, lines, total, nameOf }: LedgerTableProps) {
  const { choices } = useSession()
  const sort = useChoice((present) => present.ledgerSort)
  const { table, stop } = useGridPlace({ row: lines.length + 1, column: columns.length }, { row: 1, column: 0 })
  const starts = startsOfGroups(columns)
  return (
    <div className="ledger-scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrow keys is a grid (ARIA in HTML allows it) */}
      <table {...table} className="grid-table ledger-table figures" role="grid" aria-label={t('Ledger')}>
        <GridHead
          names={t('Partner')}
          columns={columns}
          sort={sort}
          onSort={(next) => choices.setState({ ledgerSort: next })}
          stop={stop}
        />
        <tbody>
          {[...lines, total].map((line, row) => (
            <tr key={nameOf(line)} className={line === total ? 'ledger-total' : undefined}>
              <th scope="row">
                <LineName line={line} name={nameOf(line)} stop={stop(row + 1, 0)} />
              </th>
              {columns.map((column, i) => (
                <td key={column.id} className={starts.has(column.id) ? 'starts-group' : undefined}>
                  <NumberCell
                    cell={column.cell(line)}
                    of={[nameOf(line), column.label].join(t(', '))}
                    stop={stop(row + 1, i + 1)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LineName({ line, name, stop }: { line: LedgerLine; name: string; stop: Stop }) {
  const { choices, columns } = useSession()
  const open = () => {
    const dyad = columns.dyads.find(({ id }) => id === line.slice.dyad)
    choices.setState({ inspected: dyad ? { kind: 'dyad', id: dyad.id } : { kind: 'slice', slice: line.slice } })
  }
  return (
    <button type="button" className="line-name" onClick={open} {...stop}>
      {name}
    </button>
  )
}
