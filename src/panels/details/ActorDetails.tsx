import { dataLanguage, known, t } from '../../language/messages.ts'
import { listInWords, numberInWords } from '../../language/numbers.ts'
import { memo, useDeferredValue, useMemo } from 'react'
import { Button } from 'react-aria-components'
import { fullNameOf, nameOf } from '../../model/actorNames.ts'
import type { Actor } from '../../model/schema.ts'
import { accountInWords, actorProfile, type ActorProfile } from '../../network/profile.ts'
import { sumOf } from '../../network/tally.ts'
import { EditButton } from '../editing/EditButton.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { RowButton } from '../RowButton.tsx'
import { useFirstOnes } from '../useFirstOnes.ts'
import { useChoiceLater, useDerived, useSession } from '../useSession.ts'
import { AccountSummary } from './AccountSummary.tsx'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'
import { RelationLetter } from './Marks.tsx'
import { Memberships } from './Memberships.tsx'
import { PinButton, type PlaceOf } from './PinButton.tsx'
import { SeriesFold } from './series/SeriesFold.tsx'

/** An actor: who it is, what its ties have come to, its partners and its memberships. */
export function ActorDetails({ actor, onFocus, placeOf }: { actor: Actor; onFocus: () => void; placeOf: PlaceOf }) {
  const { columns } = useSession()
  const { selection, linksAround } = useDerived()
  const focus = useChoiceLater((choices) => choices.focus)
  const profile = useMemo(
    () => actorProfile(columns, selection, linksAround(actor.id), actor.id),
    [columns, selection, linksAround, actor.id],
  )
  return (
    <>
      <DetailsHeading>{nameOf(actor)}</DetailsHeading>
      <OtherNames actor={actor} />
      <p className="muted">
        {whatItIs(actor)}
        {actor.id === focus && ` · ${t('in the focus')}`}
      </p>
      <p className="details-actions">
        {actor.id !== focus && (
          <Button className="link-button make-focus" onPress={onFocus}>
            {t('Make it the focus')}
          </Button>
        )}
        <PinButton actor={actor.id} placeOf={placeOf} />
        <EditButton target={{ kind: 'actor', id: actor.id }} label={t('Edit {actor}', { actor: nameOf(actor) })} />
      </p>
      <section>
        <h3>{t('Promised and delivered')}</h3>
        {profile.begun === 0 && <p className="muted">{t('No initiative with this actor has begun.')}</p>}
        <AccountSummary standing={profile} />
      </section>
      <SeriesFold
        key={`${actor.id}/${focus}`}
        actor={focus}
        partner={actor.id === focus ? null : actor.id}
        // The focus actor is what a first visit shows: its charts come when they are asked for.
        isOpen={actor.id !== focus}
      />
      {profile.partners.length > 0 && <Partners key={actor.id} partners={profile.partners} />}
      <Memberships actor={actor.id} />
    </>
  )
}

function whatItIs({ kind, seat }: Actor): string {
  if (!seat) return kind === 'state' ? t('State') : t('Organisation')
  const place = known(seat.name)
  return kind === 'state' ? t('State, capital {place}', { place }) : t('Organisation, seat in {place}', { place })
}

function OtherNames({ actor }: { actor: Actor }) {
  const { en, ru, native } = actor.names
  const shown = nameOf(actor)
  const full = fullNameOf(actor)
  const others = [
    ...(shown === en ? [] : [{ language: 'en', text: en }]),
    ...(actor.fullName ? [{ language: full === actor.fullName ? 'en' : undefined, text: full }] : []),
    { language: 'ru', text: ru },
    ...(native && native.text !== ru && native.text !== en ? [native] : []),
    // In English the Russian name stands even where it is the same: it says so.
  ].filter(({ text }) => dataLanguage() === undefined || text !== shown)
  return (
    <p className="other-names">
      {others.map(({ language, text }, i) => (
        <span key={`${language}/${text}`}>
          {i > 0 && <span className="muted"> · </span>}
          <span lang={language}>{text}</span>
        </span>
      ))}
    </p>
  )
}

type PartnerAccount = ActorProfile['partners'][number]

function Partners({ partners }: { partners: readonly PartnerAccount[] }) {
  // In a dataset of the world there are 200: they are counted anew in slices, between which the page can be used.
  const counted = useDeferredValue(partners)
  return (
    <section>
      <h3>
        {t('Partners')} <span className="heading-count figures">{numberInWords(partners.length)}</span>
      </h3>
      <p className="column-heads muted" aria-hidden="true">
        <span>{t('outputs')}</span>
        <span>{t('initiatives')}</span>
      </p>
      <PartnerRows partners={counted} />
    </section>
  )
}

const PartnerRows = memo(function PartnerRows({ partners }: { partners: readonly PartnerAccount[] }) {
  const most = Math.max(...partners.map(({ account }) => sumOf(account.outputs)), 1)
  return (
    <ul className="rows">
      {useFirstOnes(partners).map((partner) => (
        <PartnerRow key={partner.dyad.id} partner={partner} most={most} />
      ))}
    </ul>
  )
})

/** @param most outputs of the partner that has most of them: what bars are drawn against */
function PartnerRow({ partner, most }: { partner: PartnerAccount; most: number }) {
  const { dyad, other, size, account, types } = partner
  const inspect = useInspect()
  const nameById = useActorName()
  const { relationTypes } = useSession().columns.outline
  const labelOf = (type: string) => known(relationTypes.find(({ id }) => id === type)?.label ?? type)
  return (
    <li>
      <RowButton className="partner-row" onPress={() => inspect({ kind: 'dyad', id: dyad.id })}>
        <span className="row-title">{nameById(other)}</span>
        <span className="visually-hidden">
          {t(': {size, plural, one {# initiative} other {# initiatives}} in {types}. {account}', {
            size,
            types: listInWords(types.map(labelOf)),
            account: accountInWords(account),
          })}
        </span>
        <span className="letters" aria-hidden="true">
          {types.map((type) => (
            <RelationLetter key={type} type={type} />
          ))}
        </span>
        <span className="partner-bar" aria-hidden="true">
          {sumOf(account.outputs) > 0 && (
            <OutcomeBar
              tally={account.outputs}
              // To scale, but never too short to tell its parts.
              width={`max(14px, ${(sumOf(account.outputs) / most) * 100}%)`}
              label={accountInWords(account)}
            />
          )}
        </span>
        <span className="row-count figures" aria-hidden="true">
          {numberInWords(size)}
        </span>
      </RowButton>
    </li>
  )
}
