import { msg, t, type Message } from '../../language/messages.ts'
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
import { RowHead, type RowWords } from './RowHead.tsx'

const stageOptions = () => STAGES.map((id) => ({ id, label: stageInWords(id) }))

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
      hint={t('In the order of their dates. Never write a date more precise than the source gives it.')}
      fault={fault}
    >
      {(row, { name, set, isNew }) => (
        <>
          <Field
            label={t('Date')}
            name={`${name}.date`}
            value={row.date}
            onChange={(date) => set({ date })}
            hint={t('YYYY, YYYY-MM or YYYY-MM-DD')}
            isFirst={isNew}
          />
          <ChoiceField
            label={t('Stage')}
            name={`${name}.stage`}
            options={stageOptions()}
            value={row.stage}
            onChange={(stage) => set({ stage })}
          />
          <Field
            label={t('What happened')}
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
            label={t('What is measured')}
            name={`${name}.kind`}
            value={row.kind}
            onChange={(kind) => set({ kind })}
            hint={t('Contract value, capacity, planned length')}
            className="wide"
            isFirst={isNew}
          />
          <div className="edit-pair">
            <Field
              label={t('Value')}
              name={`${name}.value`}
              value={row.value}
              onChange={(value) => set({ value })}
              hint={t('Digits, with a point')}
            />
            <Field
              label={t('Unit')}
              name={`${name}.unit`}
              value={row.unit}
              onChange={(unit) => set({ unit })}
              hint={t('USD bn, bcm/yr, km')}
            />
          </div>
          <Field
            label={t('Date')}
            name={`${name}.date`}
            value={row.date}
            onChange={(date) => set({ date })}
            hint={t('Empty where none is given')}
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

const WORDS: Record<'milestone' | 'figure', RowWords & { all: Message; add: Message }> = {
  milestone: {
    all: msg('Milestones'),
    add: msg('Add a milestone'),
    title: msg('Milestone {number, number}'),
    up: msg('Move milestone {number, number} up'),
    down: msg('Move milestone {number, number} down'),
    out: msg('Take out milestone {number, number}'),
  },
  figure: {
    all: msg('Figures'),
    add: msg('Add a figure'),
    title: msg('Figure {number, number}'),
    up: msg('Move figure {number, number} up'),
    down: msg('Move figure {number, number} down'),
    out: msg('Take out figure {number, number}'),
  },
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
  const words = WORDS[noun]
  return (
    <section className="edit-part" aria-label={t(words.all)}>
      <h3>{t(words.all)}</h3>
      {hint && <p className="field-hint">{hint}</p>}
      {rows.length > 0 && (
        <ol className="edit-rows">
          {rows.map((row, i) => (
            <li key={row.key} className="edit-row">
              <RowHead
                words={words}
                number={i + 1}
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
        <Icon name="plus" /> {t(words.add)}
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
