import { known, msg, t, type Message } from '../../language/messages.ts'
import { useMemo } from 'react'
import { numberSources } from '../../formats/citations.ts'
import { withChanges } from '../../formats/changes.ts'
import type { Confidence, Dataset, Source, Valence } from '../../model/schema.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { labelled } from '../labelled.ts'
import { CitingContext } from './CitedSources.tsx'
import { initiativeId, type InitiativeDraft } from './drafts.ts'
import { ChoiceField, Field } from './Field.tsx'
import { Picker } from './Picker.tsx'
import { actorPicks } from './pickLists.ts'
import { FigureRows, MilestoneRows } from './Rows.tsx'

const DIRECTIONS = [
  { id: 'directed', label: msg('From one to the other') },
  { id: 'mutual', label: msg('Mutual') },
] as const

const VALENCES = [
  { id: 'cooperation', label: msg('Cooperation') },
  { id: 'conflict', label: msg('Conflict') },
] as const satisfies readonly { id: Valence; label: Message }[]

const CONFIDENCES = [
  { id: 'high', label: msg('High: official, or two independent sources agree') },
  { id: 'medium', label: msg('Medium: one good source') },
  { id: 'low', label: msg('Low: sources disagree, or are vague') },
  { id: 'unstated', label: msg('Not stated') },
] as const satisfies readonly { id: Confidence; label: Message }[]

interface InitiativeFieldsProps {
  draft: InitiativeDraft
  onChange: (draft: InitiativeDraft) => void
  dataset: Dataset
  isNew: boolean
  isOwn: boolean
}

/** What an initiative is, and its life. */
export function InitiativeFields({ draft, onChange, dataset, isNew, isOwn }: InitiativeFieldsProps) {
  const set = (part: Partial<InitiativeDraft>) => onChange({ ...draft, ...part })
  const actors = useMemo(() => actorPicks(dataset), [dataset])
  const type = dataset.relationTypes.find(({ id }) => id === draft.type)
  const { added, milestones, figures } = draft
  const withAdded = useMemo(() => datasetWith(dataset, added), [dataset, added])
  const numbered = useMemo(
    () => numberSources([...milestones, ...figures].map(({ sources }) => [...sources])),
    [milestones, figures],
  )
  const citing = useMemo(() => ({ dataset: withAdded, numbered, isOwn }), [withAdded, numbered, isOwn])
  const setRows = (part: Partial<InitiativeDraft>, source?: Source) =>
    set(source ? { ...part, added: [...added, source] } : part)
  return (
    <CitingContext value={citing}>
      <div className="edit-fields">
        <Field
          label={t('Title')}
          name="title"
          value={draft.title}
          onChange={(title) => set({ title })}
          className="wide"
          isFirst
        />
        <Picker
          label={t('From')}
          name="from"
          picked={draft.from.map(actors.pick)}
          find={actors.find}
          onChange={(from) => set({ from })}
          placeholder={t('Find an actor')}
        />
        <Picker
          label={t('To')}
          name="to"
          picked={draft.to.map(actors.pick)}
          find={actors.find}
          onChange={(to) => set({ to })}
          placeholder={t('Find an actor')}
        />
        <ChoiceRadios
          label={t('What flows')}
          options={labelled(DIRECTIONS)}
          value={draft.directed ? 'directed' : 'mutual'}
          onChange={(id) => set({ directed: id === 'directed' })}
        />
        <ChoiceRadios
          label={t('Valence')}
          options={labelled(VALENCES)}
          value={draft.valence}
          onChange={(valence) => set({ valence })}
        />
        <ChoiceField
          label={t('Relation type')}
          name="type"
          options={knownOnes(dataset.relationTypes)}
          value={draft.type}
          // No two types have the same subtypes.
          onChange={(own) => set(own === draft.type ? {} : { type: own, subtype: null })}
        />
        <ChoiceField
          key={draft.type}
          label={t('Subtype')}
          name="subtype"
          options={knownOnes(type?.subtypes ?? [])}
          value={draft.subtype}
          onChange={(subtype) => set({ subtype })}
          hint={type ? undefined : t('Choose the relation type first')}
        />
        <ChoiceField
          label={t('Confidence')}
          name="confidence"
          options={labelled(CONFIDENCES)}
          value={draft.confidence}
          onChange={(confidence) => set({ confidence })}
          className="wide"
        />
        <Field
          label={t('Summary')}
          name="summary"
          value={draft.summary}
          onChange={(summary) => set({ summary })}
          className="wide"
          lines={4}
        />
      </div>
      <MilestoneRows rows={milestones} onChange={(rows, source) => setRows({ milestones: rows }, source)} />
      <FigureRows rows={figures} onChange={(rows, source) => setRows({ figures: rows }, source)} />
      <div className="edit-fields edit-part">
        <Field
          label={t('Parties')}
          name="parties"
          value={draft.parties}
          onChange={(parties) => set({ parties })}
          lines={3}
          hint={t('The companies or bodies concerned, one a line')}
        />
        <Field
          label={t('Tags')}
          name="tags"
          value={draft.tags}
          onChange={(tags) => set({ tags })}
          lines={3}
          hint={t('One a line')}
        />
        {isNew && (
          <Field
            label={t('Id')}
            name="id"
            value={draft.id || initiativeId(draft, dataset)}
            onChange={(id) => set({ id: id === initiativeId(draft, dataset) ? '' : id })}
            className="wide"
            hint={t('Made of actors and title; it stays the same for ever')}
          />
        )}
      </div>
    </CitingContext>
  )
}

function knownOnes(declared: readonly { id: string; label: string }[]): { id: string; label: string }[] {
  return declared.map(({ id, label }) => ({ id, label: known(label) }))
}

/** The dataset with sources that are added together with an initiative. */
export function datasetWith(dataset: Dataset, added: readonly Source[]): Dataset {
  return withChanges(
    dataset,
    added.map((source) => ({ kind: 'source', id: source.id, before: null, after: source, madeAt: '' })),
  )
}
