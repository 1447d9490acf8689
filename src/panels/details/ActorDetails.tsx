import { listInWords } from '../../language/numbers.ts'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Actor } from '../../model/schema.ts'
import { accountInWords, actorProfile, type ActorProfile } from '../../network/profile.ts'
import { sumOf } from '../../network/tally.ts'
import { initiativesInWords } from '../../network/words.ts'
import { EditButton } from '../editing/EditButton.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { RowButton } from '../RowButton.tsx'
import { useFirstOnes } from '../useFirstOnes.ts'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { AccountSummary } from './AccountSummary.tsx'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'
import { RelationLetter } from './Marks.tsx'
import { Memberships } from './Memberships.tsx'
import { SeriesFold } from './series/SeriesFold.tsx'

/** An actor: who it is, what its ties have come to, its partners and its memberships. */
export function ActorDetails({ actor, onFocus }: { actor: Actor; onFocus: () => void }) {
  const { columns } = useSession()
  const { selection, linksAround } = useDerived()
  const focus = useChoice((choices) => choices.focus)
  const profile = useMemo(
    () => actorProfile(columns, selection, linksAround(actor.id), actor.id),
    [columns, selection, linksAround, actor.id],
  )
  return (
    <>
      <DetailsHeading>{actor.names.en}</DetailsHeading>
      <OtherNames actor={actor} />
      <p className="muted">
        {actor.kind === 'state' ? 'State' : 'Organisation'}
        {actor.seat && `, ${actor.kind === 'state' ? 'capital' : 'seat in'} ${actor.seat.name}`}
        {actor.id === focus && ' · in the focus'}
      </p>
      <p className="details-actions">
        {actor.id !== focus && (
          <Button className="link-button make-focus" onPress={onFocus}>
            Make it the focus
          </Button>
        )}
        <EditButton target={{ kind: 'actor', id: actor.id }} label={`Edit ${actor.names.en}`} />
      </p>
      <section>
        <h3>Promised and delivered</h3>
        {profile.begun === 0 && <p className="muted">No initiative with this actor has begun.</p>}
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

function OtherNames({ actor }: { actor: Actor }) {
  const { en, ru, native } = actor.names
  const others = [
    ...(actor.fullName ? [{ language: 'en', text: actor.fullName }] : []),
    { language: 'ru', text: ru },
    ...(native && native.text !== ru && native.text !== en ? [native] : []),
  ]
  return (
    <p className="other-names">
      {others.map(({ language, text }, i) => (
        <span key={language + text}>
          {i > 0 && <span className="muted"> · </span>}
          <span lang={language}>{text}</span>
        </span>
      ))}
    </p>
  )
}

function Partners({ partners }: { partners: ActorProfile['partners'] }) {
  const inspect = useInspect()
  const nameOf = useActorName()
  const { relationTypes } = useSession().columns.outline
  const labelOf = (type: string) => relationTypes.find(({ id }) => id === type)?.label ?? type
  const most = Math.max(...partners.map(({ account }) => sumOf(account.outputs)), 1)
  return (
    <section>
      <h3>
        Partners <span className="heading-count figures">{partners.length}</span>
      </h3>
      <p className="column-heads muted" aria-hidden="true">
        <span>outputs</span>
        <span>initiatives</span>
      </p>
      <ul className="rows">
        {useFirstOnes(partners).map(({ dyad, other, size, account, types }) => (
          <li key={dyad.id}>
            <RowButton className="partner-row" onPress={() => inspect({ kind: 'dyad', id: dyad.id })}>
              <span className="row-title">{nameOf(other)}</span>
              <span className="visually-hidden">
                {`: ${initiativesInWords(size)} in ${listInWords(types.map(labelOf))}. ${accountInWords(account)}`}
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
                {size}
              </span>
            </RowButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
