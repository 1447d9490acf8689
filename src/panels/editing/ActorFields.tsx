import { msg, t, type Message } from '../../language/messages.ts'
import type { Actor } from '../../model/schema.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { labelled } from '../labelled.ts'
import { ChoiceField, Field } from './Field.tsx'
import { useFault } from './faults.ts'
import type { ActorDraft } from './drafts.ts'

const KINDS = [
  { id: 'state', label: msg('State') },
  { id: 'organisation', label: msg('Organisation') },
] as const satisfies readonly { id: Actor['kind']; label: Message }[]

const TIERS = [
  { id: 'core', label: msg('Core: what the dataset is about') },
  { id: 'surrounding', label: msg('Surrounding: others in initiatives') },
  { id: 'context', label: msg('Context: in series and memberships only') },
] as const satisfies readonly { id: Actor['tier']; label: Message }[]

interface ActorFieldsProps {
  draft: ActorDraft
  onChange: (draft: ActorDraft) => void
  isNew: boolean
}

/** Who an actor is: a state or an organisation. */
export function ActorFields({ draft, onChange, isNew }: ActorFieldsProps) {
  const set = (part: Partial<ActorDraft>) => onChange({ ...draft, ...part })
  const kindFault = useFault('kind').fault
  return (
    <div className="edit-fields">
      <div>
        <ChoiceRadios
          label={t('Kind')}
          options={labelled(KINDS)}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
        />
        {kindFault && (
          <p className="field-fault" tabIndex={-1}>
            {kindFault}
          </p>
        )}
      </div>
      <ChoiceField
        label={t('Tier')}
        name="tier"
        options={labelled(TIERS)}
        value={draft.tier}
        onChange={(tier) => set({ tier })}
      />
      {isNew && (
        <Field
          label={t('Id')}
          name="id"
          value={draft.id}
          onChange={(id) => set({ id })}
          className="wide"
          hint={t('A state’s ISO 3166 code of three capitals, an organisation’s acronym; it stays the same for ever')}
          isFirst
        />
      )}
      <Field
        label={t('English name')}
        name="names.en"
        value={draft.en}
        onChange={(en) => set({ en })}
        isFirst={!isNew}
      />
      <Field label={t('Russian name')} name="names.ru" value={draft.ru} onChange={(ru) => set({ ru })} />
      <Field
        label={t('Name in its own language')}
        name="names.native.text"
        value={draft.nativeText}
        onChange={(nativeText) => set({ nativeText })}
      />
      <Field
        label={t('That language')}
        name="names.native.language"
        value={draft.nativeLanguage}
        onChange={(nativeLanguage) => set({ nativeLanguage })}
        hint={t('Its code: zh, vi, ko')}
      />
      <Field
        label={t('Full name')}
        name="fullName"
        value={draft.fullName}
        onChange={(fullName) => set({ fullName })}
        className="wide"
        hint={t('Of an organisation that goes by its acronym')}
      />
      {draft.kind === 'state' || draft.iso2 || draft.isoNumeric ? (
        <>
          <Field
            label={t('ISO code of two letters')}
            name="iso2"
            value={draft.iso2}
            onChange={(iso2) => set({ iso2 })}
            hint={t('States only: RU')}
          />
          <Field
            label={t('ISO number')}
            name="isoNumeric"
            value={draft.isoNumeric}
            onChange={(isoNumeric) => set({ isoNumeric })}
            hint={t('States only: 643')}
          />
        </>
      ) : null}
      <Field
        label={draft.kind === 'state' ? t('Capital') : t('City of its seat')}
        name="seat.name"
        value={draft.seatName}
        onChange={(seatName) => set({ seatName })}
      />
      <div className="edit-pair">
        <Field
          label={t('Degrees north')}
          name="seat.latitude"
          value={draft.latitude}
          onChange={(latitude) => set({ latitude })}
        />
        <Field
          label={t('Degrees east')}
          name="seat.longitude"
          value={draft.longitude}
          onChange={(longitude) => set({ longitude })}
        />
      </div>
      <Field
        label={t('Flag')}
        name="flag"
        value={draft.flag}
        onChange={(flag) => set({ flag })}
        hint={t('Its name in flag-icons, mostly the ISO code in small letters: ru')}
      />
    </div>
  )
}
