import { dataLanguage, t } from '../../language/messages.ts'
import { memo, type ReactNode } from 'react'
import { lastStep } from '../../model/outcome.ts'
import type { TableColumn } from '../../network/tableColumns.ts'
import { hitsIn } from '../../network/tableRows.ts'
import { LINE_STYLES } from '../../scene/strokes.ts'
import { RelationLetter, StageMark } from '../details/Marks.tsx'
import { LineSample } from '../LineSample.tsx'
import { useSession } from '../useSession.ts'
import type { Selection } from '../../network/select.ts'

interface TableRowProps {
  /** Of the initiative. */
  position: number
  /** Which row it is, the head being 0. */
  row: number
  /** Pixels from the first row. */
  top: number
  shown: readonly TableColumn[]
  words: readonly string[]
  selection: Selection
  isPicked: boolean
  isInspected: boolean
  /** The column that the keyboard is at; `null` while it is in another row. */
  active: number | null
}

/** A row of the table. What is done with it is heard by the table around it. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { position, row, top, shown, words, selection, isPicked, isInspected, active } = props
  const title = shown.find(({ id }) => id === 'title') ?? shown[0]!
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      aria-selected={isPicked}
      aria-current={isInspected || undefined}
      className={row % 2 === 0 ? 'table-line even' : 'table-line'}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="table-cell pick">
        <span
          role="checkbox"
          aria-checked={isPicked}
          aria-label={t('Select {title}', { title: title.text(position) })}
          className="pick-box"
          data-place={`${row}/0`}
          tabIndex={active === 0 ? 0 : -1}
        >
          <span className="box" />
        </span>
      </div>
      {shown.map((column, i) => {
        const text = column.text(position)
        return (
          <div
            key={column.id}
            role={column === title ? 'rowheader' : 'gridcell'}
            aria-colindex={i + 2}
            className={`table-cell ${column.align}${i === 0 ? ' first' : ''}${column === title ? ' title' : ''}`}
            data-place={`${row}/${i + 1}`}
            tabIndex={active === i + 1 ? 0 : -1}
          >
            {SIGNED.has(column.id) && <Sign column={column.id} position={position} selection={selection} />}
            <span className="table-text" title={text} lang={OF_DATA.has(column.id) ? dataLanguage() : undefined}>
              {marked(text, words)}
            </span>
          </div>
        )
      })}
    </div>
  )
})

/** The columns that say what is written in the data. */
const OF_DATA: ReadonlySet<string> = new Set(['title', 'parties', 'tags', 'id'])

/** The columns that have a sign before their words. */
const SIGNED: ReadonlySet<string> = new Set(['type', 'stage', 'outcome'])

/** The sign that stands before a type, a stage or an outcome. */
function Sign({ column, position, selection }: { column: string; position: number; selection: Selection }) {
  const { columns } = useSession()
  const { type, milestones } = columns.outline.initiatives.at(position)!
  if (column === 'type') return <RelationLetter type={type} />
  if (column === 'outcome') {
    const outcome = selection.outcomes.at(position)
    return outcome && <LineSample line={LINE_STYLES[outcome]} />
  }
  if (column !== 'stage') return null
  const step = milestones[lastStep(milestones, selection.asOf)]
  return (
    step && (
      <svg width="12" height="12" aria-hidden="true" className="table-stage">
        <StageMark stage={step.stage} />
      </svg>
    )
  )
}

/** A text with the words in it that are looked for marked. */
function marked(text: string, words: readonly string[]): ReactNode {
  const hits = hitsIn(text, words)
  if (hits.length === 0) return text
  return [
    ...hits.flatMap(([from, to], i) => [
      text.slice(hits[i - 1]?.[1] ?? 0, from),
      <mark key={from}>{text.slice(from, to)}</mark>,
    ]),
    text.slice(hits.at(-1)![1]),
  ]
}
