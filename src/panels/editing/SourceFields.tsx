import { t } from '../../language/messages.ts'
import { SOURCE_KIND_LABELS } from '../details/SourceList.tsx'
import type { SourceKind } from '../../model/schema.ts'
import { labelled } from '../labelled.ts'
import { ChoiceField, Field } from './Field.tsx'
import type { SourceDraft } from './drafts.ts'

const KINDS = (Object.keys(SOURCE_KIND_LABELS) as SourceKind[]).map((id) => ({ id, label: SOURCE_KIND_LABELS[id] }))

interface SourceFieldsProps {
  draft: SourceDraft
  onChange: (draft: SourceDraft) => void
  /** The id that is made where none is given; `null` for a source that has its own. */
  freeId: string | null
}

/** What a source is: a publication. */
export function SourceFields({ draft, onChange, freeId }: SourceFieldsProps) {
  const set = (part: Partial<SourceDraft>) => onChange({ ...draft, ...part })
  return (
    <div className="edit-fields">
      <Field
        label={t('Title')}
        name="title"
        value={draft.title}
        onChange={(title) => set({ title })}
        className="wide"
        isFirst
      />
      <Field
        label={t('Publisher')}
        name="publisher"
        value={draft.publisher}
        onChange={(publisher) => set({ publisher })}
        hint={t('A newspaper, an agency, a ministry')}
      />
      <Field
        label={t('Date')}
        name="date"
        value={draft.date}
        onChange={(date) => set({ date })}
        hint={t('YYYY, YYYY-MM or YYYY-MM-DD; empty where none is given')}
      />
      <Field
        label={t('Address')}
        name="url"
        value={draft.url}
        onChange={(url) => set({ url })}
        className="wide"
        hint="https://…"
      />
      <ChoiceField
        label={t('Kind')}
        name="kind"
        options={labelled(KINDS)}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
      />
      <Field
        label={t('Language')}
        name="language"
        value={draft.language}
        onChange={(language) => set({ language })}
        hint={t('Its ISO 639 code: en, ru, zh; und where it is not known')}
      />
      <Field
        label={t('What was read in it')}
        name="supports"
        value={draft.supports}
        onChange={(supports) => set({ supports })}
        className="wide"
        lines={2}
        hint={t('For those who check; it is not shown')}
      />
      {freeId !== null && (
        <Field
          label={t('Id')}
          name="id"
          value={draft.id || freeId}
          onChange={(id) => set({ id: id === freeId ? '' : id })}
          className="wide"
          hint={t('Made of publisher, date and title; it stays the same for ever')}
        />
      )}
    </div>
  )
}
