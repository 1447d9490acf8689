import { t } from '../../language/messages.ts'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Button } from 'react-aria-components'
import { sheetOf } from '../../network/tableColumns.ts'
import { Emptiness } from '../Emptiness.tsx'
import { useChoice, useSession } from '../useSession.ts'
import { putOnClipboard } from './clipboard.ts'
import { NOTHING_PICKED, pickedIn, type Picking } from './picking.ts'
import { TableBar } from './TableBar.tsx'
import { TableGrid } from './TableGrid.tsx'
import { useTable } from './useTable.ts'
import './table.css'

/** The Table: all selected initiatives, a row each. */
export function Table() {
  const { columns, choices } = useSession()
  const table = useTable()
  const { rows, shown, unfound } = table
  const [picking, setPicking] = useState<Picking>(NOTHING_PICKED)
  const pickedRows = useMemo(() => pickedIn(rows, picking, columns), [rows, picking, columns])
  const taken = pickedRows.length > 0 ? pickedRows : rows
  const place = useRef<HTMLDivElement>(null)
  useCopyKey(place, () => sheetOf(shown, taken, false))
  const find = useChoice((present) => present.find)
  if (unfound === 0) {
    return (
      <div className="table-empty">
        <Emptiness />
      </div>
    )
  }
  return (
    <div className="table-view" ref={place}>
      <TableBar table={table} taken={taken} picked={pickedRows.length} onClear={() => setPicking(NOTHING_PICKED)} />
      {rows.length > 0 ? (
        <TableGrid table={table} picking={picking} onPick={setPicking} />
      ) : (
        <div className="table-unfound">
          <p>
            {t('None of the {count, number} rows has “{words}” in the columns that are shown.', {
              count: unfound,
              words: find.trim(),
            })}
          </p>
          <Button className="button" onPress={() => choices.setState({ find: '' })}>
            {t('Clear')}
          </Button>
        </div>
      )}
    </div>
  )
}

/**
 * Copies the rows where the keys for copying are pressed within the table, unless a text is marked or the keyboard is in a
 * field: then that is what is meant.
 */
function useCopyKey(place: RefObject<HTMLDivElement | null>, sheet: () => ReturnType<typeof sheetOf>): void {
  const latest = useRef(sheet)
  useEffect(() => {
    latest.current = sheet
  })
  useEffect(() => {
    // The event goes to the body where nothing is marked, so it is heard at the document.
    const onCopy = (event: ClipboardEvent) => {
      const active = document.activeElement
      const isMarked = getSelection()?.isCollapsed === false
      if (isMarked || !active?.closest('[role=grid]') || !place.current?.contains(active) || !event.clipboardData)
        return
      putOnClipboard(event.clipboardData, latest.current())
      event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [place])
}
