import { alongLines } from './arrowKeys.ts'
import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** A place in a table that is walked by arrow keys: a row, the head and the last one included, and a column. */
export interface Place {
  row: number
  column: number
}

const MOVES: Record<string, (place: Place, last: Place) => Place> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  PageUp: ({ column }) => ({ row: 0, column }),
  PageDown: ({ column }, last) => ({ row: last.row, column }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_, last) => last,
}

/** What an element says of its place in the table, see {@link useGridPlace}. */
export interface Stop {
  'data-place': string
  tabIndex: number
}

/** The place that an element, or what it stands in, says it has. */
export function placeOf(target: EventTarget): Place | null {
  const text = target instanceof Element && target.closest<HTMLElement>('[data-place]')?.dataset['place']
  if (!text) return null
  const [row, column] = text.split('/').map(Number)
  return { row: row!, column: column! }
}

/** What {@link placeOf} reads, and whether Tab stops there. */
export function stopAt(row: number, column: number, isHere: boolean): Stop {
  return { 'data-place': `${row}/${column}`, tabIndex: isHere ? 0 : -1 }
}

interface GridPlace {
  /** Where the keyboard is. */
  at: Place
  /** For the table itself. */
  table: {
    ref: RefObject<HTMLTableElement | null>
    onKeyDown: (event: KeyboardEvent) => void
    onFocus: (event: FocusEvent) => void
  }
  /** For the element of a place. */
  stop: (row: number, column: number) => Stop
}

/**
 * One Tab stop for a whole table: within it the arrow keys, Home and End move, and with Control to the first and the last
 * place of all, in the way of a grid (ARIA Authoring Practices).
 * @param last the last place of the table
 * @param first where the keyboard comes in
 */
export function useGridPlace(last: Place, first: Place): GridPlace {
  const ref = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState(first)
  const at: Place = { row: Math.min(place.row, last.row), column: Math.min(place.column, last.column) }
  const onKeyDown = (event: KeyboardEvent) => {
    const key = alongLines(event.key)
    const next = MOVES[event.ctrlKey || event.metaKey ? `Control+${key}` : key]?.(at, last)
    if (!next) return
    event.preventDefault()
    const to: Place = {
      row: Math.min(last.row, Math.max(0, next.row)),
      column: Math.min(last.column, Math.max(0, next.column)),
    }
    setPlace(to)
    ref.current?.querySelector<HTMLElement>(`[data-place="${to.row}/${to.column}"]`)?.focus()
  }
  const onFocus = (event: FocusEvent) => {
    const next = placeOf(event.target)
    if (next) setPlace(next)
  }
  return {
    at,
    table: { ref, onKeyDown, onFocus },
    stop: (row, column) => stopAt(row, column, row === at.row && column === at.column),
  }
}
