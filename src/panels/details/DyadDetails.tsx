import { useMemo } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { lastStep } from '../../model/outcome.ts'
import { OUTCOME_LABELS } from '../../network/filters.ts'
import { accountInWords, dyadProfile, initiativeTitle, stageInWords, type DyadProfile } from '../../network/profile.ts'
import { sumOf } from '../../network/tally.ts'
import { listInWords } from '../../network/words.ts'
import { LINE_STYLES } from '../../scene/strokes.ts'
import { Icon } from '../icons.tsx'
import { LineSample } from '../LineSample.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { useDerived, useSession, useTexts } from '../useSession.ts'
import { AccountSummary } from './AccountSummary.tsx'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'
import { RelationLetter } from './Marks.tsx'

/** A dyad: what its ties have come to, and its initiatives by relation type, the asked one first. */
export function DyadDetails({ id, pair, type }: { id: string; pair: [string, string]; type?: string }) {
  const { columns } = useSession()
  const { selection, links } = useDerived()
  const inspect = useInspect()
  const nameOf = useActorName()
  const profile = useMemo(() => dyadProfile(columns, selection, links, id), [columns, selection, links, id])
  const asked = profile.groups.filter((group) => group.type === type)
  const groups = [...asked, ...profile.groups.filter((group) => group.type !== type)]
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
      {profile.begun === 0 && <p className="muted">No initiative between them has begun.</p>}
      <AccountSummary standing={profile} />
      {groups.map((group) => (
        <Group
          // What is open is forgotten when another type is asked for.
          key={`${id}/${type}/${group.type}`}
          group={group}
          pair={pair}
          isOpen={asked.length === 0 || group.type === type}
        />
      ))}
    </>
  )
}

interface GroupProps {
  group: DyadProfile['groups'][number]
  pair: [string, string]
  isOpen: boolean
}

function Group({ group, pair, isOpen }: GroupProps) {
  const { relationTypes } = useSession().columns.outline
  const { type, initiatives, account } = group
  const words = accountInWords(account)
  return (
    <Disclosure className="group" defaultExpanded={isOpen}>
      <h3>
        <Button slot="trigger" className="group-head">
          <RelationLetter type={type} />
          <span>{relationTypes.find(({ id }) => id === type)?.label ?? type}</span>
          <span className="heading-count figures">{initiatives.length}</span>
          <Icon name="chevron" />
        </Button>
      </h3>
      <DisclosurePanel>
        {sumOf(account.outputs) > 0 && <OutcomeBar tally={account.outputs} label={words} />}
        <p className="muted figures group-words">{words}.</p>
        <ul className="rows">
          {initiatives.map((position) => (
            <li key={position}>
              <InitiativeRow position={position} pair={pair} />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  )
}

function InitiativeRow({ position, pair }: { position: number; pair: [string, string] }) {
  const { columns } = useSession()
  const { selection, asOf } = useDerived()
  const texts = useTexts()
  const inspect = useInspect()
  const nameOf = useActorName()
  const { id, from, to, milestones, valence } = columns.outline.initiatives[position]!
  const outcome = selection.outcomes[position]
  const stage = milestones[lastStep(milestones, asOf)]?.stage
  const others = [...new Set([...from, ...to])].filter((actor) => !pair.includes(actor)).map(nameOf)
  return (
    <Button className="row initiative-row" onPress={() => inspect({ kind: 'initiative', id })}>
      <span className="row-title">{initiativeTitle(columns, texts, position)}</span>
      <span className="row-line muted">
        <span className="figures">{columns.beginYears[position]}</span>
        {outcome && (
          <span className="row-outcome">
            <LineSample line={LINE_STYLES[outcome]} /> {OUTCOME_LABELS[outcome].toLowerCase()}
          </span>
        )}
        {stage && <span>{stageInWords(stage)}</span>}
        {others.length > 0 && <span>with {shorten(others)}</span>}
        {valence === 'conflict' && <span className="flagged">conflict</span>}
      </span>
    </Button>
  )
}

/** Names up to three; of more, two and how many more. */
function shorten(names: string[]): string {
  return listInWords(names.length <= 3 ? names : [...names.slice(0, 2), `${names.length - 2} more`])
}
