import { inParts, msg, t, type Message } from '../../language/messages.ts'
import { memo, useMemo, useState, type FocusEvent, type PointerEvent } from 'react'
import {
  cellInWords,
  countedInWords,
  type Head,
  type Matrix,
  type MatrixCell,
  type MatrixLine,
} from '../../network/matrix.ts'
import type { Counted } from '../../network/piles.ts'
import type { Measure } from '../../network/measures.ts'
import { numberOf } from '../../network/series.ts'
import type { Inspected, MatrixSide } from '../../state/choices.ts'
import { OptionMark } from '../OptionMark.tsx'
import { rich } from '../rich.tsx'
import { placeOf, stopAt, useGridPlace, type Place, type Stop } from '../useGridPlace.ts'
import { useSession } from '../useSession.ts'
import type { HeadNames } from '../../network/headNames.ts'
import { LARGEST } from './sizes.ts'
import { ConflictTicks, Square } from './Square.tsx'

const NOTHING = '\u00a0'
const FIRST_HEADS: Record<MatrixSide, Message> = {
  type: msg('Partner'),
  subtype: msg('Partner'),
  actor: msg('Actor'),
}

interface MatrixGridProps {
  matrix: Matrix
  side: MatrixSide
  measure: Measure
  /** The value of the largest square. */
  most: number
  heads: HeadNames
}

/** The table of the Matrix: each cell a square that opens its initiatives, with totals at its edges. */
export function MatrixGrid({ matrix, side, measure, most, heads }: MatrixGridProps) {
  const { columns: lines, rows, cells, total } = matrix
  const last: Place = { row: rows.length + 1, column: lines.length + 1 }
  const { at, table, stop } = useGridPlace(last, { row: 1, column: 1 })
  const [pointed, setPointed] = useState<Place | null>(null)
  const onPoint = (event: PointerEvent | FocusEvent) => setPointed(placeOf(event.target))
  const onLeave = () => setPointed(null)
  const onFocus = (event: FocusEvent) => {
    table.onFocus(event)
    onPoint(event)
  }
  const grid = { ...table, onFocus, onBlur: onLeave, onPointerOver: onPoint, onPointerLeave: onLeave }
  // While the date is played the columns stay the same, and so do the rows in which nothing happens.
  const columnsKey = lines.map(({ head }) => heads.label(head)).join('|')
  const names = useMemo(
    () => lines.map(({ head }) => heads.inSentence(head)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- their names are all that is used of them
    [columnsKey],
  )
  const litColumn = (column: number) => (pointed?.column === column ? 'lit' : undefined)
  return (
    <>
      <div className="matrix-scroll" style={{ '--columns': lines.length } as React.CSSProperties}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrow keys is a grid (ARIA in HTML allows it) */}
        <table {...grid} className="matrix-table figures" role="grid" aria-label={t('Matrix')}>
          <colgroup>
            <col className="matrix-names" />
            {lines.map(({ head }, i) => (
              <col key={heads.label(head) + i} className={litColumn(i + 1)} />
            ))}
            <col className="matrix-totals" />
          </colgroup>
          <thead>
            {side === 'subtype' && <TypeHeads lines={lines} />}
            <tr>
              <th scope="col">
                <span className="matrix-corner" {...stop(0, 0)}>
                  {t(FIRST_HEADS[side])}
                </span>
              </th>
              {lines.map(({ head, total: own }, i) => (
                <th
                  key={heads.label(head) + i}
                  scope="col"
                  className={[litColumn(i + 1), startsGroup(lines, i) && 'starts-group'].filter(Boolean).join(' ')}
                >
                  <HeadButton head={head} counted={own} label={heads.label(head)} stop={stop(0, i + 1)} />
                </th>
              ))}
              <th scope="col">
                <span className="matrix-corner" {...stop(0, last.column)}>
                  {t('All')}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line, i) => (
              <Row
                key={heads.label(line.head)}
                index={i + 1}
                line={line}
                name={heads.label(line.head)}
                cells={cells[i]!}
                names={names}
                lines={lines}
                side={side}
                measure={measure}
                most={most}
                stopColumn={at.row === i + 1 ? at.column : null}
              />
            ))}
          </tbody>
          <tfoot>
            <tr className="matrix-total">
              <th scope="row">
                <span className="matrix-corner" {...stop(last.row, 0)}>
                  {t('All, each once')}
                </span>
              </th>
              {[...lines.map((line) => line.total), total].map((own, i) => (
                <td key={i} className={startsGroup(lines, i) ? 'starts-group' : undefined}>
                  <Total
                    counted={own}
                    of={i < lines.length ? t('All, {column}', { column: names[i]! }) : t('All')}
                    stop={stop(last.row, i + 1)}
                  />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="matrix-readout" aria-hidden="true">
        {pointed ? (
          <Readout matrix={matrix} measure={measure} heads={heads} at={pointed} />
        ) : (
          <span className="muted">{t('A press opens the initiatives of a cell; arrow keys walk.')}</span>
        )}
      </p>
    </>
  )
}

/** What stands at a place, in words, for those who see the table; the cells themselves carry the same words as names. */
function Readout({
  matrix,
  measure,
  heads,
  at,
}: Pick<MatrixGridProps, 'matrix' | 'measure' | 'heads'> & { at: Place }) {
  const row = matrix.rows[at.row - 1]
  const column = matrix.columns[at.column - 1]
  const cell = row && column && matrix.cells[at.row - 1]![at.column - 1]
  const counted = row && column ? cell : (row ?? column)?.total
  const names = [
    row && heads.label(row.head),
    column && (row ? heads.inSentence(column.head) : heads.label(column.head)),
  ]
  const words = cell ? cellInWords(cell, measure) : counted ? countedInWords(counted) : t('none')
  if (!row && !column) return t('All: {counted}', { counted: countedInWords(matrix.total) })
  return rich(inParts('<b>{names}</b>: {words}', { names: names.filter(Boolean).join(t(', ')), words }), {
    b: (within) => <strong>{within}</strong>,
  })
}

/** True for the first column of each relation type, where there are several of one. */
function startsGroup(lines: readonly MatrixLine[], position: number): boolean {
  const [own, before] = [lines[position]?.head, lines[position - 1]?.head]
  return own?.kind === 'subtype' && (before?.kind !== 'subtype' || before.type !== own.type)
}

/** The relation types over their subtypes. */
function TypeHeads({ lines }: { lines: readonly MatrixLine[] }) {
  const { options } = useSession().columns
  const spans = new Map<string, number>()
  for (const { head } of lines) if (head.kind === 'subtype') spans.set(head.type, (spans.get(head.type) ?? 0) + 1)
  return (
    <tr aria-hidden="true">
      <td>{NOTHING}</td>
      {[...spans].map(([id, span]) => (
        <td key={id} colSpan={span} className="matrix-type starts-group">
          <span>
            <OptionMark dimension="type" value={id} /> {options.type.find(({ value }) => value === id)!.label}
          </span>
        </td>
      ))}
      <td>{NOTHING}</td>
    </tr>
  )
}

interface HeadButtonProps {
  head: Head
  counted: Counted
  label: string
  stop: Stop
}

/** The name of a row or a column; a press opens what it stands for. */
function HeadButton({ head, counted, label, stop }: HeadButtonProps) {
  const { choices } = useSession()
  const inspected: Inspected =
    head.kind === 'partner'
      ? { kind: 'dyad', id: head.dyad }
      : head.kind === 'actor'
        ? { kind: 'actor', id: head.actor }
        : { kind: 'slice', slice: counted.slice }
  return (
    <button type="button" className="matrix-head" onClick={() => choices.setState({ inspected })} {...stop}>
      {head.kind === 'type' && <OptionMark dimension="type" value={head.type} />}
      <span>{label}</span>
    </button>
  )
}

interface RowProps {
  /** From 1. */
  index: number
  line: MatrixLine
  name: string
  cells: readonly (MatrixCell | null)[]
  /** The names of the columns, as they stand in a sentence. */
  names: readonly string[]
  lines: readonly MatrixLine[]
  side: MatrixSide
  measure: Measure
  most: number
  /** The column that Tab stops at; `null` where it stops in another row. */
  stopColumn: number | null
}

const Row = memo(function Row(props: RowProps) {
  const { index, line, name, cells, names, lines, side, measure, most, stopColumn } = props
  const stop = (column: number) => stopAt(index, column, column === stopColumn)
  return (
    <tr>
      <th scope="row">
        <HeadButton head={line.head} counted={line.total} label={name} stop={stop(0)} />
      </th>
      {cells.map((cell, i) => {
        const isSelf = 'actor' in line.head && names[i] === name
        return (
          <td
            key={i}
            className={
              [startsGroup(lines, i) && 'starts-group', isSelf && 'is-self'].filter(Boolean).join(' ') || undefined
            }
          >
            {cell ? (
              <CellButton
                cell={cell}
                of={[name, names[i]].join(t(', '))}
                hasSquare={line.head.kind !== 'without'}
                {...{ side, measure, most }}
                stop={stop(i + 1)}
              />
            ) : (
              <span className="matrix-cell none" {...stop(i + 1)}>
                <span className="visually-hidden">{isSelf ? t('the same') : t('none')}</span>
              </span>
            )}
          </td>
        )
      })}
      <td>
        <Total counted={line.total} of={t('{row}, all', { row: name })} stop={stop(cells.length + 1)} />
      </td>
    </tr>
  )
}, isSameRow)

/** True where two drawings of a row would be the same. */
function isSameRow(past: RowProps, next: RowProps): boolean {
  return (
    past.index === next.index &&
    past.name === next.name &&
    past.names === next.names &&
    past.side === next.side &&
    past.measure === next.measure &&
    past.most === next.most &&
    past.stopColumn === next.stopColumn &&
    isSameCount(past.line.total, next.line.total) &&
    past.cells.every((cell, i) => isSameCell(cell, next.cells[i] ?? null))
  )
}

function isSameCount(past: Counted, next: Counted): boolean {
  return (
    past.size === next.size &&
    past.outputs === next.outputs &&
    past.realised === next.realised &&
    past.conflict === next.conflict
  )
}

function isSameCell(past: MatrixCell | null, next: MatrixCell | null): boolean {
  if (!past || !next) return past === next
  return (
    isSameCount(past, next) &&
    past.measured?.value === next.measured?.value &&
    past.measured?.years?.[0] === next.measured?.years?.[0] &&
    past.measured?.years?.[1] === next.measured?.years?.[1]
  )
}

/** "8/12": how many of the outputs are realised. */
function shareText(realised: number, outputs: number): string {
  return `${realised}/${outputs}`
}

interface CellButtonProps {
  cell: MatrixCell
  /** "China, arms" */
  of: string
  /** False for the ties without the focus: they are no cell of a partner, and not to the scale of these. */
  hasSquare: boolean
  side: MatrixSide
  measure: Measure
  most: number
  stop: Stop
}

function CellButton({ cell, of, hasSquare, side, measure, most, stop }: CellButtonProps) {
  const { choices } = useSession()
  const { slice, size, outputs, realised, conflict, measured } = cell
  return (
    <button
      type="button"
      className="matrix-cell"
      aria-label={t('{name}: {words}', { name: of, words: cellInWords(cell, measure) })}
      onClick={() => choices.setState({ inspected: { kind: 'slice', slice } })}
      {...stop}
    >
      {hasSquare && <Square value={measured?.value ?? null} most={most} largest={LARGEST[side]} counted={cell} />}
      {side === 'type' ? (
        <>
          <span className="number">{measured ? numberOf(measured.value, measure.unit) : '–'}</span>
          {outputs > 0 && <span className="note">{shareText(realised, outputs)}</span>}
        </>
      ) : (
        <span className="note">{outputs > 0 ? shareText(realised, outputs) : size}</span>
      )}
      {conflict > 0 && <ConflictTicks />}
    </button>
  )
}

/** How many initiatives a row or a column has, and what came of its outputs. */
function Total({ counted, of, stop }: { counted: Counted; of: string; stop: Stop }) {
  const { choices } = useSession()
  const { slice, size, outputs, realised } = counted
  if (size === 0) {
    return (
      <span className="matrix-cell none" {...stop}>
        0
      </span>
    )
  }
  return (
    <button
      type="button"
      className="matrix-cell total"
      aria-label={t('{name}: {words}', { name: of, words: countedInWords(counted) })}
      onClick={() => choices.setState({ inspected: { kind: 'slice', slice } })}
      {...stop}
    >
      <span className="number">{size}</span>
      {outputs > 0 && <span className="note">{shareText(realised, outputs)}</span>}
    </button>
  )
}
