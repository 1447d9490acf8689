import { t } from '../../language/messages.ts'
import { numberInWords } from '../../language/numbers.ts'
import { dateInWords } from '../../language/dates.ts'
import { Button } from 'react-aria-components'
import { numberSources } from '../../formats/citations.ts'
import type { Membership } from '../../model/schema.ts'
import { ROLES } from '../../network/membership.ts'
import { membershipsAt } from '../../network/profile.ts'
import { useDerived, useSession, useTexts } from '../useSession.ts'
import { useActorName, useInspect } from './Inspecting.tsx'
import { SourceList, SourceNumbers } from './SourceList.tsx'

/** The organisations that an actor belongs to and, for an organisation, who belongs to it; with their sources. */
export function Memberships({ actor }: { actor: string }) {
  const { asOf } = useDerived()
  const texts = useTexts()
  if (!texts) return null
  const inForce = membershipsAt(texts, actor, asOf)
  const [held, granted] = [
    inForce.filter(({ member }) => member === actor),
    inForce.filter(({ organisation }) => organisation === actor),
  ]
  const numbered = numberSources([...held, ...granted].map(({ sources }) => sources))
  return (
    <>
      <MembershipList title={t('Memberships')} memberships={held} other="organisation" numbered={numbered} />
      <MembershipList title={t('Members and partners')} memberships={granted} other="member" numbered={numbered} />
      <SourceList numbered={numbered} sources={texts.sources} />
    </>
  )
}

interface MembershipListProps {
  title: string
  memberships: Membership[]
  /** The side of each membership to name. */
  other: 'organisation' | 'member'
  numbered: string[]
}

function MembershipList({ title, memberships, other, numbered }: MembershipListProps) {
  const inspect = useInspect()
  const nameOf = useActorName()
  const { outline } = useSession().columns
  const texts = useTexts()
  if (memberships.length === 0 || !texts) return null
  return (
    <section>
      <h3>
        {title} <span className="heading-count figures">{numberInWords(memberships.length)}</span>
      </h3>
      <ul className="memberships">
        {memberships.map((membership) => {
          const { role, from, sources } = membership
          const id = membership[other]
          return (
            <li key={`${id}/${role}`}>
              {outline.actors.some((actor) => actor.id === id) ? (
                <Button className="link-button" onPress={() => inspect({ kind: 'actor', id })}>
                  {nameOf(id)}
                </Button>
              ) : (
                nameOf(id)
              )}
              <span className="muted">
                {from ? t('{role} since {date}', { role: t(ROLES[role]), date: dateInWords(from) }) : t(ROLES[role])}
              </span>
              <SourceNumbers cited={sources} numbered={numbered} sources={texts.sources} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
