import { alongLines } from '../arrowKeys.ts'
import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { idAt } from '../../network/columns.ts'
import type { TableColumn } from '../../network/tableColumns.ts'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { NOTHING_PICKED, pickAll, pickedIn, pickRange, toggleRow, type Picking } from './picking.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { fittingWidth, gridWidths } from './widths.ts'
import type { ShownTable } from './useTable.ts'

interface TableGridProps {
  table: ShownTable
  picking: Picking
  onPick: (next: Picking) => void
}

/** Where the keyboard is: row 0 is the head, column 0 has the boxes. */
interface Place {
  row: number
  column: number
}

/** Heights of rows in pixels: for a mouse, and for a finger. */
const ROW_HEIGHT = { wide: 32, phone: 44 }
const PHONE = '(max-width: 800px)'
/** How many rows are drawn beyond what is in sight, so that none is missing while one scrolls. */
const BEYOND = 8

/**
 * The table itself: only the rows in sight are drawn. One Tab stop, and within it the arrow keys move, in the way of a grid
 * (ARIA Authoring Practices): Enter opens the Details, Space picks the row, Shift with an arrow picks a range.
 */
export function TableGrid({ table, picking, onPick }: TableGridProps) {
  const { columns, choices } = useSession()
  const { rows, shown, words } = table
  const { selection } = useDerived()
  const inspected = useChoice((present) => present.inspected)
  const asOf = useChoice((present) => present.asOf)
  const scroller = useRef<HTMLDivElement>(null)
  const idOf = (position: number) => idAt(columns, position)
  const isPhone = useIsPhone()
  const rowHeight = isPhone ? ROW_HEIGHT.phone : ROW_HEIGHT.wide

  const last: Place = { row: rows.length, column: shown.length }
  const { at, goTo, setPlace, wantsFocus } = usePlace(last)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: BEYOND,
    // The row that the keyboard is at stays, wherever one scrolls.
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range)
        const own = at.row - 1
        return own < 0 || drawn.includes(own) ? drawn : [...drawn, own].sort((x, y) => x - y)
      },
      [at.row],
    ),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${at.row}/${at.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at.row, at.column, wantsFocus])

  const { style, ...sizing } = useSizing(table, scroller, isPhone)
  const pickTo = (row: number) => onPick(pickRange(picking, rows.map(idOf), Math.max(0, at.row - 1), row - 1))
  const pickedShown = useMemo(() => pickedIn(rows, picking, columns).length, [rows, picking, columns])
  const toggleAll = () => onPick(pickedShown === rows.length ? NOTHING_PICKED : pickAll(picking, rows.map(idOf)))
  const open = (row: number) => choices.setState({ inspected: { kind: 'initiative', id: idOf(rows[row - 1]!) } })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isCommand = event.ctrlKey || event.metaKey
    if (event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = moved(alongLines(event.key), isCommand, at, last, page)
    if (next) {
      if (event.shiftKey && next.row !== at.row && next.row > 0 && at.row > 0) pickTo(next.row)
      goTo(next)
    } else if (isCommand && event.key.toLowerCase() === 'a') onPick(pickAll(picking, rows.map(idOf)))
    else if (event.key === 'Escape' && picking.picked.size > 0) onPick(NOTHING_PICKED)
    else if (event.key === ' ' && at.row > 0) onPick(toggleRow(picking, idOf(rows[at.row - 1]!)))
    else if (event.key === ' ' && at.column === 0) toggleAll()
    else if (event.key === 'Enter' && at.row > 0) open(at.row)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const own = placeOf(event.target)
    if (own?.row === 0 && own.column === 0) toggleAll()
    if (!own || own.row === 0) return
    // Whoever marks a text with the mouse does not want the Details.
    if (getSelection()?.isCollapsed === false && !event.shiftKey) return
    if (event.shiftKey) pickTo(own.row)
    else if (own.column === 0 || event.ctrlKey || event.metaKey) onPick(toggleRow(picking, idOf(rows[own.row - 1]!)))
    else open(own.row)
    setPlace(own)
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('Initiatives up to {date}', { date: dateInWords(asOf) })}
      aria-rowcount={rows.length + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable="true"
      className="table-grid"
      tabIndex={-1}
      style={{ ...style, '--row-height': `${rowHeight}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onClick={onClick}
      // Shift and a click pick a range of rows, not of text.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onFocus={(event) => {
        const own = placeOf(event.target)
        if (own) setPlace(own)
      }}
    >
      <div role="rowgroup" className="table-top">
        <TableHead
          shown={shown}
          active={at.row === 0 ? at.column : null}
          picked={pickedShown === 0 ? 'none' : pickedShown === rows.length ? 'all' : 'some'}
          {...sizing}
        />
      </div>
      <div role="rowgroup" className="table-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const position = rows[index]
          if (position === undefined) return null
          const id = idOf(position)
          return (
            <TableRow
              key={index}
              position={position}
              row={index + 1}
              top={start}
              shown={shown}
              words={words}
              selection={selection}
              isPicked={picking.picked.has(id)}
              isInspected={inspected?.kind === 'initiative' && inspected.id === id}
              active={at.row === index + 1 ? at.column : null}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Where the keyboard is in a table that may become smaller under it. */
function usePlace(last: Place) {
  const [place, setPlace] = useState<Place>({ row: 1, column: 1 })
  const wantsFocus = useRef(false)
  const at: Place = { row: Math.min(place.row, last.row), column: Math.min(place.column, last.column) }
  const goTo = (next: Place) => {
    wantsFocus.current = true
    setPlace(next)
  }
  return { at, goTo, setPlace, wantsFocus }
}

/** Where a key leads to; `null` for a key that does not move. */
function moved(key: string, isCommand: boolean, at: Place, last: Place, page: number): Place | null {
  const { row, column } = at
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: isCommand ? 1 : row, column: 0 },
    End: { row: isCommand ? last.row : row, column: last.column },
    // From a row, a page up stays among the rows.
    PageUp: { row: row === 0 ? 0 : Math.max(1, row - page), column },
    PageDown: { row: row + page, column },
  }
  const next = moves[key]
  if (!next) return null
  return {
    row: Math.min(last.row, Math.max(0, next.row)),
    column: Math.min(last.column, Math.max(0, next.column)),
  }
}

function placeOf(target: EventTarget): Place | null {
  const own = target instanceof Element && target.closest<HTMLElement>('[data-place]')
  if (!own) return null
  const [row, column] = own.dataset.place!.split('/').map(Number)
  return { row: row!, column: column! }
}

/** The widths of the columns: what is dragged is seen at once, and becomes a choice when it is let go. */
function useSizing({ shown, rows }: ShownTable, scroller: RefObject<HTMLDivElement | null>, isPhone: boolean) {
  const { choices } = useSession()
  const sizes = useChoice((present) => present.tableSizes)
  const [dragged, setDragged] = useState<{ id: string; width: number } | null>(null)
  const { template, least } = gridWidths(shown, dragged ? { ...sizes, [dragged.id]: dragged.width } : sizes, isPhone)
  const onSize = (id: string, width: number) => {
    setDragged(null)
    choices.setState({ tableSizes: { ...choices.getState().tableSizes, [id]: width } })
  }
  return {
    style: { '--table-columns': template, '--table-least': `${least}px` },
    onDrag: (id: string, width: number) => setDragged({ id, width }),
    onSize,
    onFit: (column: TableColumn) => {
      if (scroller.current) onSize(column.id, fittingWidth(column, rows, scroller.current))
    },
  }
}

function useIsPhone(): boolean {
  return useSyncExternalStore(onPhone, () => matchMedia(PHONE).matches)
}

function onPhone(listener: () => void): () => void {
  const media = matchMedia(PHONE)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
