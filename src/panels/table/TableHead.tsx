import { alongLines, onward } from '../arrowKeys.ts'
import { t } from '../../language/messages.ts'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { TableColumn } from '../../network/tableColumns.ts'
import { Icon } from '../icons.tsx'
import { useChoice, useMay, useSession } from '../useSession.ts'
import { clampWidth, LEAST_WIDTH, MOST_WIDTH } from './widths.ts'

interface TableHeadProps {
  shown: readonly TableColumn[]
  /** The column that the keyboard is at, the one of the boxes being 0; `null` while it is in the rows. */
  active: number | null
  /** Whether all rows are picked, or some of them. */
  picked: 'all' | 'some' | 'none'
  /** A width while it is dragged. */
  onDrag: (id: string, width: number) => void
  /** A width to stay. */
  onSize: (id: string, width: number) => void
  /** As wide as its content. */
  onFit: (column: TableColumn) => void
}

/** The head of the table: a press on a name sorts by it, its far edge is dragged to make the column wider or narrower. */
export function TableHead({ shown, active, picked, ...sizing }: TableHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="table-line table-head">
      <div role="columnheader" aria-colindex={1} className="table-cell pick">
        <span
          role="checkbox"
          aria-checked={picked === 'all' ? true : picked === 'some' ? 'mixed' : false}
          aria-label={t('Select all rows')}
          className="pick-box"
          data-place="0/0"
          tabIndex={active === 0 ? 0 : -1}
        >
          <span className="box" />
        </span>
      </div>
      {shown.map((column, i) => (
        <HeadCell key={column.id} column={column} index={i + 1} isActive={active === i + 1} {...sizing} />
      ))}
    </div>
  )
}

interface HeadCellProps extends Pick<TableHeadProps, 'onDrag' | 'onSize' | 'onFit'> {
  column: TableColumn
  index: number
  isActive: boolean
}

function HeadCell({ column, index, isActive, ...sizing }: HeadCellProps) {
  const { choices } = useSession()
  const may = useMay('views')
  const sort = useChoice((present) => present.tableSort)
  const { id, label, help, align } = column
  // Texts and days are read from the first, numbers from the largest.
  const [first, second] = align === 'end' || id === 'figure' ? [`-${id}`, id] : [id, `-${id}`]
  const direction = sort === `-${id}` ? 'descending' : sort === id ? 'ascending' : 'none'
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={direction}
      className={`table-cell ${align}${index === 1 ? ' first' : ''}`}
    >
      <button
        type="button"
        className="table-sort"
        title={help}
        aria-disabled={!may || undefined}
        data-place={`0/${index}`}
        tabIndex={isActive ? 0 : -1}
        onClick={() => choices.setState({ tableSort: sort === first ? second : first })}
      >
        <span className="table-label">{label}</span>
        {direction !== 'none' && (
          <span className={`sort-mark ${direction}`}>
            <Icon name="chevron" />
          </span>
        )}
      </button>
      {may && <Edge column={column} isActive={isActive} {...sizing} />}
    </div>
  )
}

/** Pixels for a press of an arrow key. */
const STEP = 16

/** The far edge of a column: dragged, moved by arrow keys, and a double click or Enter fits it to the content. */
function Edge({ column, isActive, onDrag, onSize, onFit }: Omit<HeadCellProps, 'index'>) {
  const chosen = useChoice((present) => present.tableSizes[column.id])
  const start = useRef<{ x: number; width: number; to: number } | null>(null)
  const drag = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const width = event.currentTarget.parentElement!.offsetWidth
      start.current = { x: event.clientX, width, to: width }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const own = start.current
      if (!own || event.clientX === own.x) return
      own.to = clampWidth(own.width + onward() * (event.clientX - own.x))
      onDrag(column.id, own.to)
    },
    onPointerUp: () => {
      const own = start.current
      start.current = null
      if (own && own.to !== own.width) onSize(column.id, own.to)
    },
    onPointerCancel: () => {
      const own = start.current
      start.current = null
      if (own) onSize(column.id, own.width)
    },
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const width = event.currentTarget.parentElement!.offsetWidth
    const wish: Record<string, number> = {
      ArrowLeft: width - STEP,
      ArrowRight: width + STEP,
      Home: LEAST_WIDTH,
      End: MOST_WIDTH,
    }
    const next = wish[alongLines(event.key)]
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    // The arrows would move through the table.
    event.stopPropagation()
    if (next === undefined) onFit(column)
    else onSize(column.id, clampWidth(next))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that takes the focus is a widget (ARIA 1.2)
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('Width of {column}', { column: column.label })}
      aria-valuenow={chosen ?? column.width}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      className="table-edge"
      title={t('Drag to size, double-click to fit')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={isActive ? 0 : -1}
      onDoubleClick={() => onFit(column)}
      onKeyDown={onKeyDown}
      {...drag}
    />
  )
}
