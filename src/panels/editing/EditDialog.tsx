import { msg, t, type Message } from '../../language/messages.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Change, Editable, EditableKind } from '../../formats/changes.ts'
import { changeInWords, differencesOf } from '../../formats/changeWords.ts'
import { datasetOf } from '../../formats/datasetOf.ts'
import type { FieldFault } from '../../formats/editChecks.ts'
import { isSameEntry } from '../../formats/editedEntry.ts'
import { nameOf } from '../../model/actorNames.ts'
import type { Dataset } from '../../model/schema.ts'
import { ChangedElsewhere } from '../../state/library.ts'
import { saySoon } from '../commands/saySoon.ts'
import { useDatasets, type DatasetSwitch } from '../datasetSwitch.ts'
import { PlainDialog, type DialogState } from '../Dialogs.tsx'
import { useSession, useTexts } from '../useSession.ts'
import { ActorFields } from './ActorFields.tsx'
import { draftOf, entryOfDraft, sourceId, unsavedDrafts, type Drafts, type Sides } from './drafts.ts'
import { isOwnData, makeEdit, type Wanted } from './edits.ts'
import type { EditTarget } from './editTarget.ts'
import { FaultsContext, focusFirstFault, NO_FAULTS } from './faults.ts'
import { datasetWith, InitiativeFields } from './InitiativeFields.tsx'
import { Remove } from './Remove.tsx'
import { SourceFields } from './SourceFields.tsx'
import { useChecks } from './useChecks.ts'
import './editing.css'

const ADD_TITLES: Record<EditableKind, Message> = {
  actor: msg('Add an actor'),
  initiative: msg('Add an initiative'),
  source: msg('Add a source'),
}
const EDIT_TITLES: Record<EditableKind, Message> = {
  actor: msg('Edit an actor'),
  initiative: msg('Edit an initiative'),
  source: msg('Edit a source'),
}

/** The form of one entry. */
export function EditDialog({ target, ...state }: DialogState & { target: EditTarget }) {
  const { kind, id } = target
  return (
    <PlainDialog title={t((id === null ? ADD_TITLES : EDIT_TITLES)[kind])} {...state}>
      <Loaded key={`${kind}/${id}`} target={target} onDone={() => state.onOpenChange(false)} />
    </PlainDialog>
  )
}

interface FormProps {
  target: EditTarget
  onDone: () => void
}

function Loaded(props: FormProps) {
  const { outline } = useSession().columns
  const datasets = useDatasets()
  const texts = useTexts()
  const dataset = useMemo(() => texts && datasetOf({ outline, texts }), [outline, texts])
  if (!datasets) return null
  if (!dataset) return <p className="muted editing">{t('Loading the texts…')}</p>
  const { kind, id } = props.target
  const now = entryIn(dataset, datasets, kind, id)
  if (id !== null && !now) return <p className="editing">{t('It is not in this dataset any more.')}</p>
  return <EntryForm {...props} dataset={dataset} datasets={datasets} now={now} />
}

interface EntryFormProps extends FormProps {
  dataset: Dataset
  datasets: DatasetSwitch
  /** The entry as the dataset has it now; `null` for a new one. */
  now: Editable[EditableKind] | null
}

function EntryForm({ target, onDone, dataset, datasets, now }: EntryFormProps) {
  const session = useSession()
  const { kind, id } = target
  const key = `${datasets.present?.id ?? ''}/${kind}/${id ?? ''}`
  const [unsaved] = useState(() => unsavedDrafts.get(key))
  // As it was when the form was opened: what another tab changes meanwhile is not written over unseen.
  const [before, setBefore] = useState(unsaved ? unsaved.before : now)
  const begun = useSides()
  const [draft, setDraft] = useState<Drafts[EditableKind]>(() => unsaved?.draft ?? draftOf(kind, before, begun))
  const [isRestored, setRestored] = useState(unsaved !== undefined)
  /** The fields that something was wrong with when it was to be saved. */
  const [told, setTold] = useState<ReadonlySet<string>>(new Set())
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isSaving, setSaving] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const isOwn = isOwnData(datasets)
  const checks = useChecks()
  const check = (own: Drafts[EditableKind]) => {
    if (!checks) return NO_FAULTS
    const entry = entryOfDraft(kind, own, dataset)
    const { faults, advice } = checks.checkEntry(kind, entry, datasetWith(dataset, addedIn(own)), { before, isOwn })
    return { faults: [...writtenIn(own), ...faults], advice }
  }
  // oxlint-disable-next-line react/exhaustive-deps -- it follows from these
  const checked = useMemo(() => check(draft), [draft, dataset, checks, before])
  const shown = { ...checked, faults: checked.faults.filter(({ field }) => told.has(field)) }
  useEffect(() => {
    if (told.size > 0) focusFirstFault(box.current)
  }, [told])

  const change = (next: Drafts[EditableKind]) => {
    setDraft(next)
    unsavedDrafts.keep(key, { draft: next, before })
  }
  const begin = (entry: EntryFormProps['now']) => {
    unsavedDrafts.forget(key)
    setBefore(entry)
    setDraft(draftOf(kind, entry, begun))
    setRestored(false)
    setTold(new Set())
    setTrouble(null)
  }
  const make = async (wanted: readonly Wanted[]) => {
    setSaving(true)
    setTrouble(null)
    let isSaved = false
    const onSaved = () => {
      isSaved = true
      unsavedDrafts.forget(key)
      onDone()
      saySoon(
        [
          ...wanted.map((own) => t('{words}.', { words: changeInWords({ ...own, madeAt: '' } as Change) })),
          datasets.present ? t('It is saved in this browser.') : t('It is in a copy of your own.'),
        ].join(' '),
      )
    }
    const inspected = id === null && kind !== 'source' ? { kind, id: wanted.at(-1)!.id } : null
    try {
      await makeEdit(datasets, session, wanted, { onSaved, inspected })
      // The button that the form was opened with may be gone with what it edited.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('.details-heading')?.focus()
      })
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      if (isSaved) saySoon(words)
      else {
        setSaving(false)
        setTrouble({ words, isElsewhere: error instanceof ChangedElsewhere })
      }
    }
  }
  const save = () => {
    const { faults: wrong } = check(draft)
    if (wrong.length > 0) {
      setTold(new Set(wrong.map(({ field }) => field)))
      return
    }
    const after = entryOfDraft(kind, draft, dataset)
    if (before && now && !isSameEntry(kind, before, now)) {
      const theirs = { kind, id: after.id, before, after: now, madeAt: '' } as Change
      const fields = differencesOf(theirs).map(({ field }) => field)
      const words = t(
        'Meanwhile it was changed elsewhere ({fields}): saving once more puts what stands here in its place.',
        { fields: fields.join(t(', ')) },
      )
      setTrouble({ words, isElsewhere: false })
      setBefore(now)
      return
    }
    if (before && isSameEntry(kind, before, after) && JSON.stringify(before) === JSON.stringify(after)) {
      unsavedDrafts.forget(key)
      onDone()
      return
    }
    const own = { kind, id: after.id, before: now, after } as Wanted
    // Only what is still cited is added with it.
    const sources = addedIn(draft).filter((source) => JSON.stringify(after).includes(`"${source.id}"`))
    const added = sources.map((source): Wanted => ({ kind: 'source', id: source.id, before: null, after: source }))
    void make([...added, own])
  }
  const faults = shown.faults.length
  return (
    <div ref={box} className="editing">
      {!datasets.present && (
        <p className="editing-note">
          {t('This makes a copy of your own, “{title}”, which is kept in this browser.', {
            title: t('{title} (my edits)', { title: dataset.title }),
          })}{' '}
          {datasets.isOwn ? t('Dyad’s own dataset stays as it is.') : t('The dataset that was opened stays as it is.')}
        </p>
      )}
      {isRestored && (
        <p className="editing-note">
          {t('What you wrote here before is here again; it is not saved yet.')}{' '}
          <Button className="link-button" onPress={() => begin(now)}>
            {t('Discard it')}
          </Button>
        </p>
      )}
      <FaultsContext value={shown}>
        {kind === 'initiative' && (
          <InitiativeFields
            draft={draft as Drafts['initiative']}
            onChange={change}
            dataset={dataset}
            isNew={id === null}
            isOwn={isOwn}
          />
        )}
        {kind === 'actor' && <ActorFields draft={draft as Drafts['actor']} onChange={change} isNew={id === null} />}
        {kind === 'source' && (
          <SourceFields
            draft={draft as Drafts['source']}
            onChange={change}
            freeId={id === null ? sourceId(draft as Drafts['source'], dataset.sources) : null}
          />
        )}
      </FaultsContext>
      <footer className="editing-foot">
        {trouble && (
          <p className="datasets-trouble" role="alert">
            {trouble.words}{' '}
            {trouble.isElsewhere && datasets.present && (
              <Button className="link-button" onPress={() => void show(datasets, setTrouble)}>
                {t('Show it as it is now')}
              </Button>
            )}
          </p>
        )}
        <p className="editing-faults" role="status">
          {faults > 0 &&
            t('{count, plural, =1 {One thing is to be put right first.} other {# things are to be put right first.}}', {
              count: faults,
            })}
        </p>
        <div className="edit-buttons">
          {now && (
            <Remove
              kind={kind}
              title={'names' in now ? nameOf(now) : now.title}
              fault={() => checks?.removalFault(kind, now.id, dataset) ?? null}
              isDisabled={!checks || isSaving}
              onRemove={() => {
                const gone = { kind, id: now.id, before: now, after: null } as Wanted
                void make([gone])
              }}
            />
          )}
          <span className="edit-space" />
          <Button className="button" onPress={onDone}>
            {t('Close')}
          </Button>
          <Button className="button primary" isDisabled={!checks || isSaving} onPress={save}>
            {isSaving ? t('Saving…') : t('Save')}
          </Button>
        </div>
      </footer>
    </div>
  )
}

interface Trouble {
  words: string
  /** True where another tab changed the dataset. */
  isElsewhere: boolean
}

/** Shows the open dataset as it is kept now, with what stands in the form as it is. */
async function show(datasets: DatasetSwitch, tell: (trouble: Trouble | null) => void): Promise<void> {
  try {
    await datasets.openEdited(datasets.present!.id)
    tell(null)
  } catch (error) {
    tell({ words: error instanceof Error ? error.message : String(error), isElsewhere: false })
  }
}

/** Sources that are being written are not lost by saving what is to cite them. */
function writtenIn(draft: Drafts[EditableKind]): FieldFault[] {
  if (!('milestones' in draft)) return []
  const rows = [
    ...draft.milestones.map(({ written }, i) => ({ written, field: `milestones[${i}].sources` })),
    ...draft.figures.map(({ written }, i) => ({ written, field: `magnitudes[${i}].sources` })),
  ]
  const sentence = t('A new source is not added yet: add it, or leave it.')
  return rows.flatMap(({ written, field }) => (written ? [{ field, sentence }] : []))
}

function addedIn(draft: Drafts[EditableKind]) {
  return 'added' in draft ? draft.added : []
}

/** An entry as it is now; of a source also what was read in it, which the halves of a dataset don't have. */
function entryIn(
  dataset: Dataset,
  { changes: { changes, at } }: DatasetSwitch,
  kind: EditableKind,
  id: string | null,
): Editable[EditableKind] | null {
  const lists = { actor: dataset.actors, initiative: dataset.initiatives, source: dataset.sources }
  const own = lists[kind].find((entry) => entry.id === id)
  if (!own) return null
  const last = changes.slice(0, at).findLast((change) => change.kind === kind && change.id === id)
  return last?.after ?? own
}

/** The actors that a new initiative begins with: those that are inspected. */
function useSides(): Sides {
  const { choices, columns } = useSession()
  const [sides] = useState((): Sides => {
    const { inspected, focus } = choices.getState()
    if (inspected?.kind === 'dyad') {
      const dyad = columns.dyads.find((own) => own.id === inspected.id)
      if (dyad) return dyad.b === focus ? { from: [dyad.b], to: [dyad.a] } : { from: [dyad.a], to: [dyad.b] }
    }
    if (inspected?.kind === 'actor' && inspected.id !== focus) return { from: [focus], to: [inspected.id] }
    return { from: [focus], to: [] }
  })
  return sides
}
