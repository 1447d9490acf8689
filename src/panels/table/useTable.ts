import { useDeferredValue, useMemo, useState } from 'react'
import { shownColumns, tableColumns, type TableColumn, type TableInput } from '../../network/tableColumns.ts'
import { createRows } from '../../network/tableRows.ts'
import { wordsOf } from '../../network/text.ts'
import { useChoice, useDerived, useSession, useTexts } from '../useSession.ts'

/** What the Table shows. */
export interface ShownTable {
  /** What it is made of. */
  input: TableInput
  all: TableColumn[]
  shown: TableColumn[]
  /** Positions of initiatives, in order. */
  rows: number[]
  /** How many rows there would be if no words were looked for. */
  unfound: number
  /** The words that are looked for, folded. */
  words: string[]
}

/** The columns and rows of the Table under the present choices. Words that are typed take effect when there is time. */
export function useTable(): ShownTable {
  const { columns } = useSession()
  const { selection } = useDerived()
  const texts = useTexts()
  const focus = useChoice((choices) => choices.focus)
  const chosen = useChoice((choices) => choices.tableColumns)
  const sort = useChoice((choices) => choices.tableSort)
  const query = useDeferredValue(useChoice((choices) => choices.find))
  const [rowsOf] = useState(createRows)
  return useMemo(() => {
    const input = { columns, texts, selection, focus }
    const all = tableColumns(input)
    const shown = shownColumns(all, chosen)
    const words = wordsOf(query)
    const rows = rowsOf({ ...input, all, shown, sort, words })
    return { input, all, shown, rows, unfound: selection.size, words }
  }, [columns, texts, selection, focus, chosen, sort, query, rowsOf])
}
