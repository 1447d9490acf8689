import { Button } from 'react-aria-components'
import type { SheetCell } from '../model/sheet.ts'
import { saveText } from './details/saveText.ts'
import { Icon } from './icons.tsx'
import { useSession } from './useSession.ts'

/** What a table shows, as a spreadsheet reads it. */
export interface CsvSheet {
  head: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/**
 * Saves a table as CSV.
 * @param name of the file; the as-of date and the ending follow it
 */
export function CsvButton({ name, sheet }: { name: string; sheet: () => CsvSheet }) {
  const { choices } = useSession()
  const save = async () => {
    const { writeCsv } = await import('../formats/csvTable.ts')
    const { head, rows } = sheet()
    saveText(`${name}-${choices.getState().asOf}.csv`, writeCsv(head, rows), 'text/csv')
  }
  return (
    <Button className="button small-button" onPress={save}>
      <Icon name="download" /> CSV
    </Button>
  )
}
