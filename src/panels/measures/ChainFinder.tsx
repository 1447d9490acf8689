import { inParts, known, t } from '../../language/messages.ts'
import { inOrder, listInWords } from '../../language/numbers.ts'
import { useMemo, useState, type ReactNode } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { dyadGraph } from '../../network/dyadGraph.ts'
import { isUnfiltered, NO_FILTERS } from '../../network/filters.ts'
import type { Network } from '../../network/networkMeasures.ts'
import { shortestChain, type Chain } from '../../network/paths.ts'
import { accountInWords, dyadProfile } from '../../network/profile.ts'
import { sumOf } from '../../network/tally.ts'
import { initiativesInWords } from '../../network/words.ts'
import { useActorName } from '../details/Inspecting.tsx'
import { RelationLetter } from '../details/Marks.tsx'
import { MenuSelect } from '../MenuSelect.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { rich } from '../rich.tsx'
import { useChoice, useDerived, useMay, useSession } from '../useSession.ts'

type Ends = readonly [from: string | null, to: string | null]

const NO_ENDS: Ends = [null, null]

/** The shortest chain of ties between two actors, with or without the focus in it. */
export function ChainFinder({ network }: { network: Network }) {
  const { choices, columns } = useSession()
  const path = useChoice((present) => present.path)
  const focus = useChoice((present) => present.focus)
  // One end alone is no path yet.
  const [half, setHalf] = useState<Ends>(NO_ENDS)
  const isAround = useChoice((present) => present.isPathAround)
  const nameOf = useActorName()
  const ends: Ends = path ?? half
  const may = useMay('views')
  const canAvoid = !ends.includes(focus)
  const avoids = isAround && canAvoid
  const graph = useMemo(
    () => (avoids ? dyadGraph(columns.outline, network.links, focus) : network.graph),
    [avoids, columns, network, focus],
  )
  const set = ([from, to]: Ends) => {
    setHalf([from, to])
    choices.setState({ path: from !== null && to !== null ? [from, to] : null })
  }
  const [from, to] = ends
  // A reader who may not choose a chain sees the one that was chosen.
  if (!may && (from === null || to === null)) return null
  const actors = columns.outline.actors
    .map(({ id }) => ({ id, label: nameOf(id) }))
    .toSorted((x, y) => inOrder(x.label, y.label))
  return (
    <section className="chain-finder" aria-labelledby="chain-heading">
      <div className="chain-controls">
        <h2 id="chain-heading">{t('Shortest chain of ties')}</h2>
        <MenuSelect
          className="chain-end"
          menuClassName="chain-menu"
          label={t('From')}
          placeholder={t('an actor')}
          options={actors.filter(({ id }) => id !== to)}
          value={from}
          onChange={(id) => set([id, to])}
        />
        <MenuSelect
          className="chain-end"
          menuClassName="chain-menu"
          label={t('To')}
          placeholder={t('another')}
          options={actors.filter(({ id }) => id !== from)}
          value={to}
          onChange={(id) => set([from, id])}
        />
        {canAvoid && (
          <Checkbox
            className="checkbox chain-avoid"
            isSelected={isAround}
            onChange={(isPathAround) => choices.setState({ isPathAround })}
          >
            <span className="box" aria-hidden="true" />
            {t('Without {actor}', { actor: nameOf(focus) })}
          </Checkbox>
        )}
        {(from !== null || to !== null) && (
          <Button className="link-button chain-clear" onPress={() => set(NO_ENDS)}>
            {t('Clear')}
          </Button>
        )}
      </div>
      {from !== null && to !== null && (
        <FoundChain
          chain={shortestChain(graph, from, to)}
          ends={[from, to]}
          network={network}
          without={avoids ? focus : null}
        />
      )}
    </section>
  )
}

interface FoundChainProps {
  chain: Chain | null
  ends: readonly [string, string]
  network: Network
  /** The actor that was to be avoided. */
  without: string | null
}

function FoundChain({ chain, ends, network, without }: FoundChainProps) {
  const nameOf = useActorName()
  const words = chain ? chainInWords(chain) : noChainInWords(ends, network, without, nameOf)
  return (
    <>
      <p className={chain ? 'muted figures' : undefined} role="status">
        {words}
      </p>
      {chain ? <ChainSteps chain={chain} network={network} /> : <WaysOn />}
    </>
  )
}

/** "2 ties, 113 initiatives: of 3 chains as short, the one with most initiatives." */
function chainInWords({ dyads, weight, count }: Chain): string {
  const size = { ties: dyads.length, initiatives: initiativesInWords(weight) }
  return count === 1
    ? t(
        '{ties, plural, =1 {One tie, {initiatives}: they are partners.} other {# ties, {initiatives}: no other chain is as short.}}',
        size,
      )
    : t(
        '{ties, plural, =1 {One tie} other {# ties}}, {initiatives}: of {count, number} chains as short, the one with most initiatives.',
        { ...size, count },
      )
}

function noChainInWords(
  ends: readonly string[],
  { graph }: Network,
  without: string | null,
  nameOf: (actor: string) => string,
): string {
  const untied = ends.filter((actor) => !graph.hasNode(actor))
  if (untied.length > 0) {
    return t(
      '{count, plural, one {{actors} has no tie of cooperation in this selection.} other {{actors} have no tie of cooperation in this selection.}}',
      { actors: listInWords(untied.map(nameOf)), count: untied.length },
    )
  }
  const [from, to] = [nameOf(ends[0]!), nameOf(ends[1]!)]
  return without === null
    ? t('No chain of ties leads from {from} to {to} in this selection.', { from, to })
    : t('No chain of ties leads from {from} to {to} without {actor} in this selection.', {
        from,
        to,
        actor: nameOf(without),
      })
}

/** What could be done where there is no chain. */
function WaysOn() {
  const { choices } = useSession()
  const may = useMay('filters')
  const isFiltered = useChoice(({ filters }) => !isUnfiltered(filters))
  if (!isFiltered || !may) return null
  return (
    <Button className="button small-button" onPress={() => choices.setState({ filters: NO_FILTERS })}>
      {t('Clear all filters')}
    </Button>
  )
}

function ChainSteps({ chain: { actors, dyads }, network }: { chain: Chain; network: Network }) {
  const { choices } = useSession()
  const nameOf = useActorName()
  return (
    <ol className={dyads.length > 3 ? 'chain is-long' : 'chain'}>
      {actors.map((actor, i) => (
        <li key={actor} className="chain-step">
          {i > 0 && <ChainTie dyad={dyads[i - 1]!} ends={[actors[i - 1]!, actor]} network={network} />}
          <Button
            className="button chain-actor"
            onPress={() => choices.setState({ inspected: { kind: 'actor', id: actor } })}
          >
            {nameOf(actor)}
          </Button>
        </li>
      ))}
    </ol>
  )
}

interface ChainTieProps {
  dyad: string
  ends: readonly [string, string]
  network: Network
}

const HIDDEN = { hidden: (within: ReactNode) => <span className="visually-hidden">{within}</span> }

/** A tie of the chain: what it holds by relation type, and what came of it. */
function ChainTie({ dyad, ends, network }: ChainTieProps) {
  const { choices, columns } = useSession()
  const { selection } = useDerived()
  const nameOf = useActorName()
  const { relationTypes } = columns.outline
  const { initiatives, account, groups } = dyadProfile(columns, selection, network.links, dyad)
  const labelOf = (type: string) => known(relationTypes.find(({ id }) => id === type)?.label ?? type)
  const words = rich(
    inParts('{initiatives}<hidden> between {actors}: {types}</hidden>', {
      initiatives: initiativesInWords(initiatives.length),
      actors: listInWords(ends.map(nameOf)),
      types: groups
        .map((own) => t('{type} {count, number}', { type: labelOf(own.type), count: own.initiatives.length }))
        .join(t(', ')),
    }),
    HIDDEN,
  )
  return (
    <span className="chain-tie">
      <Button className="link-button" onPress={() => choices.setState({ inspected: { kind: 'dyad', id: dyad } })}>
        {words}
      </Button>
      <span className="chain-line">
        {sumOf(account.outputs) > 0 && <OutcomeBar tally={account.outputs} label={accountInWords(account)} />}
      </span>
      <span className="chain-types figures" aria-hidden="true">
        {groups.map((own) => (
          <span key={own.type} title={labelOf(own.type)}>
            <RelationLetter type={own.type} /> {own.initiatives.length}
          </span>
        ))}
      </span>
    </span>
  )
}
