import { msg, sayInEnglish, t, type Message } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useMemo } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { namesOf } from '../../model/actorNames.ts'
import { ledgerOf, type LedgerLine } from '../../network/ledger.ts'
import { ledgerColumns, sortedLines, type LedgerColumn } from '../../network/ledgerColumns.ts'
import { LEDGER_COLUMNS, type LedgerColumns } from '../../state/choices.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { CsvButton, type CsvSheet } from '../CsvButton.tsx'
import { useActorName } from '../details/Inspecting.tsx'
import { SilentYears } from '../Dialogs.tsx'
import { Emptiness } from '../Emptiness.tsx'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { LedgerTable } from './LedgerTable.tsx'
import './ledger.css'

/** The Ledger: promised against delivered, a row a partner. */
export function Ledger() {
  const { columns } = useSession()
  const { selection, links, comparison } = useDerived()
  const focus = useChoice((choices) => choices.focus)
  const set = useChoice((choices) => choices.ledgerColumns)
  const since = useChoice((choices) => choices.since)
  const sort = useChoice((choices) => choices.ledgerSort)
  const nameOf = useActorName()
  const ledger = useMemo(
    () => ledgerOf({ columns, selection, links, comparison, focus }),
    [columns, selection, links, comparison, focus],
  )
  const shown = ledgerColumns(columns, set, since && dateInWords(since))
  const lines = sortedLines(ledger, shown, sort, nameOf)
  const nameOfLine = (line: LedgerLine, called = nameOf) =>
    line === ledger.total
      ? t('All, each once')
      : line.partner === null
        ? t('Without {actor}', { actor: called(focus) })
        : called(line.partner)
  if (selection.size === 0) {
    return (
      <div className="ledger-empty">
        <Emptiness />
      </div>
    )
  }
  return (
    <div className="ledger">
      <div className="ledger-head">
        <ColumnChoice since={since} />
        <CsvButton
          name={`dyad-ledger-${set}`}
          sheet={() =>
            sayInEnglish(() => {
              const called = namesOf(columns.outline.actors)
              return ledgerSheet(
                ledgerColumns(columns, set, since && dateInWords(since)),
                [...lines, ledger.total].map((line) => ({ name: nameOfLine(line, called), line })),
              )
            })
          }
        />
      </div>
      <LedgerTable columns={shown} lines={lines} total={ledger.total} nameOf={(line) => nameOfLine(line)} />
      <Notes />
    </div>
  )
}

const SET_LABELS: Record<LedgerColumns, Message> = {
  outcome: msg('By outcome'),
  type: msg('By relation type'),
  change: msg('Two dates'),
}

function ColumnChoice({ since }: { since: string | null }) {
  const { choices } = useSession()
  const set = useChoice((present) => present.ledgerColumns)
  return (
    <>
      <ChoiceRadios
        label={t('Columns')}
        isLabelHidden
        options={LEDGER_COLUMNS.map((id) => ({ id, label: t(SET_LABELS[id]) }))}
        value={set}
        onChange={(id) => choices.setState({ ledgerColumns: id, ledgerSort: null })}
      />
      {set === 'change' && since === null && (
        <p className="muted small">{t('Choose another date with “Compare dates” below.')}</p>
      )}
    </>
  )
}

/** What the table shows, each share as a number and with what it rests on; in English, as all files are. */
function ledgerSheet(head: readonly LedgerColumn[], rows: readonly { name: string; line: LedgerLine }[]): CsvSheet {
  return {
    head: ['Partner', ...head.flatMap(({ group, label }) => [`${group}: ${label}`, `${group}: ${label} (rests on)`])],
    rows: rows.map(({ name: partner, line }) => [
      partner,
      ...head.flatMap((column) => {
        const { value, note, aside } = column.cell(line)
        return [value, aside ?? note ?? null]
      }),
    ]),
  }
}

/** What the words of the table mean, and what they don't. */
function Notes() {
  const { columns } = useSession()
  const focus = useChoice((present) => present.focus)
  const nameOf = useActorName()
  return (
    <div className="ledger-notes muted">
      <SilentYears />
      <Disclosure>
        <Button slot="trigger" className="link-button">
          {t('How to read this table')}
        </Button>
        <DisclosurePanel>
          <p>
            {t(
              'Silent is a promise without a milestone in these records for as many years as are chosen here. Nothing heard is not the same as nothing done. The table counts cooperative outputs, things that last. Processes and conflict stand beside them. The line under a share is where it may lie: its 95 % interval (Wilson). A share of fewer than five outputs is given as a count. An initiative with several partners stands in the row of each, and once in the last row. Delays are counted back from deliveries: what is still pending is not in them.',
            )}
            {columns.outline.focus !== focus &&
              ` ${t('The partners are those of {actor}, which is in the focus.', { actor: nameOf(focus) })}`}
          </p>
        </DisclosurePanel>
      </Disclosure>
    </div>
  )
}
