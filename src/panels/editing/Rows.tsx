import { useRef, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { STAGES } from '../../model/outcome.ts'
import type { Source } from '../../model/schema.ts'
import { stageInWords } from '../../network/profile.ts'
import { Icon } from '../icons.tsx'
import { CitedSources } from './CitedSources.tsx'
import { newFigure, newMilestone, type FigureDraft, type MilestoneDraft } from './drafts.ts'
import { ChoiceField, Field } from './Field.tsx'
import { useFault } from './faults.ts'
import { RowHead } from './RowHead.tsx'

const STAGE_OPTIONS = STAGES.map((id) => ({ id, label: stageInWords(id) }))

interface RowsProps<T> {
  rows: readonly T[]
  /** @param added a source that a row cites and that is to be added with it */
  onChange: (rows: readonly T[], added?: Source) => void
}

/** The milestones of an initiative, each with its sources. */
export function MilestoneRows(props: RowsProps<MilestoneDraft>) {
  const { fault } = useFault('milestones')
  return (
    <RowList
      {...props}
      noun="milestone"
      make={newMilestone}
      hint="In the order of their dates. Never write a date more precise than the source gives it."
      fault={fault}
    >
      {(row, { name, set, isNew }) => (
        <>
          <Field
            label="Date"
            name={`${name}.date`}
            value={row.date}
            onChange={(date) => set({ date })}
            hint="YYYY, YYYY-MM or YYYY-MM-DD"
            isFirst={isNew}
          />
          <ChoiceField
            label="Stage"
            name={`${name}.stage`}
            options={STAGE_OPTIONS}
            value={row.stage}
            onChange={(stage) => set({ stage })}
          />
          <Field
            label="What happened"
            name={`${name}.note`}
            value={row.note}
            onChange={(note) => set({ note })}
            lines={2}
            className="wide"
          />
          <CitedSources name={`${name}.sources`} ids={row.sources} written={row.written} onChange={set} />
        </>
      )}
    </RowList>
  )
}

/** The figures of an initiative. */
export function FigureRows(props: RowsProps<FigureDraft>) {
  return (
    <RowList {...props} noun="figure" make={newFigure}>
      {(row, { name, set, isNew }) => (
        <>
          <Field
            label="What is measured"
            name={`${name}.kind`}
            value={row.kind}
            onChange={(kind) => set({ kind })}
            hint="Contract value, capacity, planned length"
            className="wide"
            isFirst={isNew}
          />
          <div className="edit-pair">
            <Field
              label="Value"
              name={`${name}.value`}
              value={row.value}
              onChange={(value) => set({ value })}
              hint="Digits, with a point"
            />
            <Field
              label="Unit"
              name={`${name}.unit`}
              value={row.unit}
              onChange={(unit) => set({ unit })}
              hint="USD bn, bcm/yr, km"
            />
          </div>
          <Field
            label="Date"
            name={`${name}.date`}
            value={row.date}
            onChange={(date) => set({ date })}
            hint="Empty where none is given"
          />
          <CitedSources name={`${name}.sources`} ids={row.sources} written={row.written} onChange={set} />
        </>
      )}
    </RowList>
  )
}

/** What the fields of a row need. */
interface RowParts<T> {
  /** The row as the checks name it: `milestones[2]`. */
  name: string
  set: (part: Partial<T>, added?: Source) => void
  /** It was added just now: its first field takes the focus. */
  isNew: boolean
}

interface RowListProps<T> extends RowsProps<T> {
  noun: 'milestone' | 'figure'
  make: () => T
  hint?: string
  fault?: string | undefined
  children: (row: T, parts: RowParts<T>) => ReactNode
}

/** A list whose rows are added, moved and taken out; the focus goes where the person goes on. */
function RowList<T extends { key: number }>(props: RowListProps<T>) {
  const { rows, onChange, noun, make, hint, fault, children } = props
  const addButton = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState<number | null>(null)
  const field = noun === 'milestone' ? 'milestones' : 'magnitudes'
  const add = () => {
    const row = make()
    setAdded(row.key)
    onChange([...rows, row])
  }
  const title = noun === 'milestone' ? 'Milestone' : 'Figure'
  return (
    <section className="edit-part" aria-label={`${title}s`}>
      <h3>{title}s</h3>
      {hint && <p className="field-hint">{hint}</p>}
      {rows.length > 0 && (
        <ol className="edit-rows">
          {rows.map((row, i) => (
            <li key={row.key} className="edit-row">
              <RowHead
                title={`${title} ${i + 1}`}
                isFirst={i === 0}
                isLast={i === rows.length - 1}
                onMove={(by) => onChange(moved(rows, i, by))}
                onRemove={() => {
                  onChange(rows.filter((own) => own !== row))
                  addButton.current?.focus()
                }}
              />
              <div className="edit-fields">
                {children(row, {
                  name: `${field}[${i}]`,
                  set: (part, source) =>
                    onChange(
                      rows.map((own) => (own === row ? { ...own, ...part } : own)),
                      source,
                    ),
                  isNew: row.key === added,
                })}
              </div>
            </li>
          ))}
        </ol>
      )}
      {fault && (
        <p className="field-fault" tabIndex={-1}>
          {fault}
        </p>
      )}
      <Button ref={addButton} className="button small-button" onPress={add}>
        <Icon name="plus" /> Add a {noun}
      </Button>
    </section>
  )
}

/** The list with one row further up or down. */
function moved<T>(rows: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...rows]
  next.splice(at + by, 0, ...next.splice(at, 1))
  return next
}
