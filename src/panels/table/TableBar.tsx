import { t } from '../../language/messages.ts'
import { useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { sheetOf } from '../../network/tableColumns.ts'
import { countInWords } from '../../network/words.ts'
import { Icon } from '../icons.tsx'
import { useChoice, useMay, useSession } from '../useSession.ts'
import { copySheet } from './clipboard.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import { saveTable, type FileKind } from './saveTable.ts'
import type { ShownTable } from './useTable.ts'

interface TableBarProps {
  table: ShownTable
  /** The rows that are copied and saved. */
  taken: readonly number[]
  /** How many rows are picked; with none, all are taken. */
  picked: number
  onClear: () => void
}

/** Looks for words in the table, chooses its columns, and takes it away. */
export function TableBar({ table, taken, picked, onClear }: TableBarProps) {
  const { all, shown, rows, unfound, words } = table
  const [mayFind, mayChoose] = [useMay('filters'), useMay('views')]
  return (
    <div className="table-bar">
      {mayFind && <Find />}
      <p className="table-found muted figures" role="status">
        {words.length > 0 && t('{count, number} of {all, number}', { count: rows.length, all: unfound })}
      </p>
      {mayChoose && <ColumnMenu all={all} shown={shown} />}
      {picked > 0 && (
        <p className="table-picked figures">
          {t('{count, number} selected', { count: picked })}
          <Button className="link-button" onPress={onClear}>
            {t('Clear')}
          </Button>
        </p>
      )}
      <Taking table={table} taken={taken} isPart={picked > 0} />
    </div>
  )
}

function Find() {
  const { choices } = useSession()
  const find = useChoice((present) => present.find)
  return (
    <SearchField
      className="text-filter table-find"
      aria-label={t('Find in the table')}
      value={find}
      onChange={(value) => choices.setState({ find: value })}
    >
      <Icon name="search" />
      <Input placeholder={t('Find in the table')} />
      <Button className="icon-button" aria-label={t('Clear what is looked for')}>
        <Icon name="close" />
      </Button>
    </SearchField>
  )
}

/** Copies or saves what is shown; of picked rows, those alone. */
function Taking({ table, taken, isPart }: { table: ShownTable; taken: readonly number[]; isPart: boolean }) {
  const session = useSession()
  const [state, setState] = useState('')
  const note = isPart ? ` (${countInWords(taken.length, 'row')})` : ''
  const copy = async () => {
    const isCopied = await copySheet(sheetOf(table.shown, taken, false))
    setState(
      isCopied
        ? t('{count, plural, one {# row copied} other {# rows copied}}', { count: taken.length })
        : t('This browser does not let the page copy'),
    )
  }
  const save = async (kind: FileKind) => {
    try {
      const file = await saveTable(kind, { session, table, taken, isPart })
      setState(t('{file} saved', { file }))
    } catch (error) {
      setState(t('Not saved: {reason}', { reason: (error as Error).message }))
    }
  }
  return (
    <div className="table-taking">
      <span className="table-state muted" role="status">
        {state}
      </span>
      <Button className="button small-button" isDisabled={taken.length === 0} onPress={copy}>
        {t('Copy')}
        {note}
      </Button>
      {(['csv', 'xlsx'] as const).map((kind) => (
        <Button
          key={kind}
          className="button small-button"
          isDisabled={taken.length === 0}
          onPress={() => void save(kind)}
        >
          <Icon name="download" /> {kind.toUpperCase()}
          {note}
        </Button>
      ))}
    </div>
  )
}
