import { known, t } from '../../language/messages.ts'
import { listInWords, numberInWords } from '../../language/numbers.ts'
import { useMemo } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { accountInWords, dyadProfile, type DyadProfile } from '../../network/profile.ts'
import { sumOf } from '../../network/tally.ts'
import { Icon } from '../icons.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { useChoiceLater, useDerived, useSession } from '../useSession.ts'
import { AccountSummary } from './AccountSummary.tsx'
import { InitiativeRow } from './InitiativeRow.tsx'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'
import { LongList } from './LongList.tsx'
import { RelationLetter } from './Marks.tsx'
import { SeriesFold } from './series/SeriesFold.tsx'

/** A dyad: what its ties have come to, and its initiatives by relation type, the asked one first. */
export function DyadDetails({ id, pair, type }: { id: string; pair: [string, string]; type?: string }) {
  const { columns } = useSession()
  const { selection, linksAround } = useDerived()
  const focus = useChoiceLater((choices) => choices.focus)
  const inspect = useInspect()
  const nameOf = useActorName()
  const [first] = pair
  const profile = useMemo(
    () => dyadProfile(columns, selection, linksAround(first), id),
    [columns, selection, linksAround, first, id],
  )
  const asked = profile.groups.filter((group) => group.type === type)
  const groups = [...asked, ...profile.groups.filter((group) => group.type !== type)]
  // Read from the side of the focus, wherever it stands in the pair.
  const [side, partner] = pair[1] === focus ? [pair[1], pair[0]] : pair
  return (
    <>
      <p className="trail">
        {pair.map((actor) => (
          <Button key={actor} className="link-button" onPress={() => inspect({ kind: 'actor', id: actor })}>
            {nameOf(actor)}
          </Button>
        ))}
      </p>
      <DetailsHeading>{listInWords(pair.map(nameOf))}</DetailsHeading>
      {profile.begun === 0 && <p className="muted">{t('No initiative between them has begun.')}</p>}
      <AccountSummary standing={profile} />
      {profile.initiatives.length > 0 && (
        <Button className="link-button" onPress={() => inspect({ kind: 'findings', dyad: id })}>
          {t('Findings')}
        </Button>
      )}
      <SeriesFold key={`${id}/${type}`} actor={side} partner={partner} type={type} isOpen />
      {groups.map((group, i) => (
        <Group
          // What is open is forgotten when another type is asked for.
          key={`${id}/${type}/${group.type}`}
          group={group}
          pair={pair}
          above={groups.slice(0, i).reduce((sum, { initiatives }) => sum + initiatives.length, 0)}
          isOpen={asked.length === 0 || group.type === type}
        />
      ))}
    </>
  )
}

interface GroupProps {
  group: DyadProfile['groups'][number]
  pair: [string, string]
  /** How many initiatives the groups above it have. */
  above: number
  isOpen: boolean
}

function Group({ group, pair, above, isOpen }: GroupProps) {
  const { relationTypes } = useSession().columns.outline
  const { type, initiatives, account } = group
  const words = accountInWords(account)
  return (
    <Disclosure className="group" defaultExpanded={isOpen}>
      <h3>
        <Button slot="trigger" className="group-head">
          <RelationLetter type={type} />
          <span>{known(relationTypes.find(({ id }) => id === type)?.label ?? type)}</span>
          <span className="heading-count figures">{numberInWords(initiatives.length)}</span>
          <Icon name="chevron" />
        </Button>
      </h3>
      <DisclosurePanel>
        {sumOf(account.outputs) > 0 && <OutcomeBar tally={account.outputs} label={words} />}
        <p className="muted figures group-words">{t('{words}.', { words })}</p>
        <LongList rows={initiatives} above={isOpen ? above : 0}>
          {(position) => <InitiativeRow position={position} pair={pair} />}
        </LongList>
      </DisclosurePanel>
    </Disclosure>
  )
}
