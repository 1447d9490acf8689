import type { ReactNode } from 'react'
import type { LedgerLine } from '../../network/ledger.ts'
import type { Cell, LedgerColumn } from '../../network/ledgerColumns.ts'
import type { Share } from '../../network/share.ts'
import { Icon } from '../icons.tsx'
import { useGridPlace, type Stop } from '../useGridPlace.ts'
import { useChoice, useSession } from '../useSession.ts'

const NOTHING = '\u00a0'

interface LedgerTableProps {
  columns: readonly LedgerColumn[]
  lines: readonly LedgerLine[]
  total: LedgerLine
  nameOf: (line: LedgerLine) => string
}

/** The table of the ledger. Every number opens the initiatives behind it. */
export function LedgerTable({ columns, lines, total, nameOf }: LedgerTableProps) {
  const { table, stop } = useGridPlace({ row: lines.length + 1, column: columns.length }, { row: 1, column: 0 })
  const groups = columns.reduce<{ group: string; span: number }[]>((all, { group }) => {
    const before = all.at(-1)
    if (before?.group === group) before.span++
    else all.push({ group, span: 1 })
    return all
  }, [])
  const starts = new Set(columns.filter(({ group }, i) => group !== columns[i - 1]?.group).map(({ id }) => id))
  return (
    <div className="ledger-scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrow keys is a grid (ARIA in HTML allows it) */}
      <table {...table} className="ledger-table figures" role="grid" aria-label="Ledger">
        <thead>
          <tr aria-hidden="true">
            <td>{NOTHING}</td>
            {groups.map(({ group, span }) => (
              <td key={group} colSpan={span} className="ledger-group">
                {group}
              </td>
            ))}
          </tr>
          <tr>
            <SortHead id="name" label="Partner" stop={stop(0, 0)} />
            {columns.map(({ id, label, group, meaning }, column) => (
              <SortHead
                key={id}
                id={id}
                label={label}
                group={group}
                meaning={meaning}
                startsGroup={starts.has(id)}
                stop={stop(0, column + 1)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {[...lines, total].map((line, row) => (
            <tr key={nameOf(line)} className={line === total ? 'ledger-total' : undefined}>
              <th scope="row">
                <LineName line={line} name={nameOf(line)} stop={stop(row + 1, 0)} />
              </th>
              {columns.map((column, i) => (
                <td key={column.id} className={starts.has(column.id) ? 'starts-group' : undefined}>
                  <Number
                    cell={column.cell(line)}
                    of={`${nameOf(line)}, ${column.label}`}
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

interface SortHeadProps {
  id: string
  label: string
  group?: string
  meaning?: string
  startsGroup?: boolean
  stop: Stop
}

/** The head of a column: a press sorts by it, a second turns the order round, a third takes it back. */
function SortHead({ id, label, group, meaning, startsGroup, stop }: SortHeadProps) {
  const { choices } = useSession()
  const sort = useChoice((present) => present.ledgerSort)
  // Names are read from A, numbers from the largest.
  const [first, second] = id === 'name' ? [id, `-${id}`] : [`-${id}`, id]
  const direction = sort === `-${id}` ? 'descending' : sort === id ? 'ascending' : 'none'
  const press = () => choices.setState({ ledgerSort: sort === first ? second : sort === second ? null : first })
  return (
    <th scope="col" aria-sort={direction} className={startsGroup ? 'starts-group' : undefined}>
      <button
        type="button"
        className="sort-head"
        title={meaning}
        aria-label={group ? `${group}: ${label}` : label}
        onClick={press}
        {...stop}
      >
        {label}
        {direction !== 'none' && (
          <span className={`sort-mark ${direction}`}>
            <Icon name="chevron" />
          </span>
        )}
      </button>
    </th>
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

/** A number of the ledger; where there is anything behind it, a press opens that. */
function Number({ cell, of, stop }: { cell: Cell; of: string; stop: Stop }): ReactNode {
  const { choices } = useSession()
  const { text, note, aside, slice, share, value } = cell
  const content = (
    <>
      <span>
        <span className="number">{text}</span>
        {note && <span className="note"> {note}</span>}
      </span>
      {share && <Interval share={share} />}
    </>
  )
  if (!slice || value === null || (value === 0 && !share)) {
    return (
      <span className={value === 0 ? 'cell none' : 'cell'} {...stop}>
        {content}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="cell"
      title={aside}
      aria-label={`${of}: ${aside ? `${text}, ${aside}` : text}`}
      onClick={() => choices.setState({ inspected: { kind: 'slice', slice } })}
      {...stop}
    >
      {content}
    </button>
  )
}

/** A share as a dot on a line from none to all, with the interval in which it may lie. */
function Interval({ share: { share, low, high } }: { share: Share }) {
  return (
    <svg className="interval" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line className="interval-all" x1="0" x2="100" y1="4" y2="4" />
      <line className="interval-range" x1={low * 100} x2={high * 100} y1="4" y2="4" />
      <line className="interval-share" x1={share * 100} x2={share * 100} y1="0" y2="8" />
    </svg>
  )
}
