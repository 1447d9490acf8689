import { dateInWords } from '../../language/dates.ts'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { collectionOf, networkBefore, networkMeasures, networkOf, type Network } from '../../network/networkMeasures.ts'
import { rankLines } from '../../network/ranks.ts'
import { initiativesOf } from '../../network/slice.ts'
import { initiativesInWords } from '../../network/words.ts'
import { NumberButton } from '../compare/Cells.tsx'
import { CsvButton } from '../CsvButton.tsx'
import { useActorName } from '../details/Inspecting.tsx'
import { Emptiness } from '../Emptiness.tsx'
import { useChoice, useDerived, useMay, useSession, useTexts } from '../useSession.ts'
import { ChainFinder } from './ChainFinder.tsx'
import { MeasureNote } from './MeasureNote.tsx'
import { RankTable, rankSheet } from './RankTable.tsx'
import './measures.css'

/** The Measures view: what the network of ties says of its actors, and the shortest chain between two of them. */
export function Measures() {
  const { columns } = useSession()
  const { selection, links, asOf } = useDerived()
  const filters = useChoice((present) => present.filters)
  const network = useMemo(() => networkOf(columns, links, filters, asOf), [columns, links, filters, asOf])
  if (selection.size === 0) {
    return (
      <div className="measures-empty">
        <Emptiness />
      </div>
    )
  }
  if (network.graph.size === 0) return <OnlyConflict />
  return (
    <div className="measures">
      <CollectionNote network={network} />
      <ChainFinder network={network} />
      <Ranks network={network} />
    </div>
  )
}

/** What all measures rest on, and what follows from how the records were collected. */
function CollectionNote({ network }: { network: Network }) {
  const { columns } = useSession()
  const { selection, comparison } = useDerived()
  const nameOf = useActorName()
  const collection = collectionOf(columns, network.links)
  const conflict = initiativesOf({ columns, selection, comparison }, { account: 'conflict' }).length
  return (
    <p className="measures-lead">
      {collection && (
        <>
          <strong>These records were collected around {nameOf(collection.focus)}:</strong>{' '}
          {collection.others === 0 ? (
            `${collection.own === 1 ? 'the only initiative is' : `all ${collection.own} initiatives are`} its own`
          ) : (
            <>
              {`${collection.own} of ${initiativesInWords(collection.own + collection.others)} are its own, and only `}
              <NumberButton slice={{ without: collection.focus, valence: 'cooperation' }}>
                {collection.others}
              </NumberButton>
              {' are between others'}
            </>
          )}
          {'. That it stands in the middle follows from the collection and is no finding. '}
        </>
      )}
      {conflict > 0 && (
        <>
          Only cooperation is measured;{' '}
          <NumberButton slice={{ account: 'conflict' }}>
            {`${conflict} ${conflict === 1 ? 'initiative' : 'initiatives'} of conflict`}
          </NumberButton>{' '}
          {conflict === 1 ? 'is' : 'are'} left out.
        </>
      )}
    </p>
  )
}

/** Said where nothing is selected but conflict. */
function OnlyConflict() {
  const { choices } = useSession()
  const { selection } = useDerived()
  const isFiltered = useChoice(({ filters }) => filters.valence !== null)
  const may = useMay('filters')
  return (
    <div className="measures-empty">
      <div className="emptiness">
        <h2>No tie of cooperation</h2>
        <p>
          Measures rest on ties of cooperation. {initiativesInWords(selection.size)} pass these filters, and none of
          them makes one.
        </p>
        {isFiltered && may && (
          <Button
            className="button primary"
            onPress={() => choices.setState(({ filters }) => ({ filters: { ...filters, valence: null } }))}
          >
            Show cooperation and conflict
          </Button>
        )}
      </div>
    </div>
  )
}

/** What the table is sorted by while the chosen column is not there, as that of a series before the texts are. */
const USUAL_SORT = '-strength'

function Ranks({ network }: { network: Network }) {
  const { choices, columns } = useSession()
  const { comparison } = useDerived()
  const texts = useTexts()
  const types = useChoice(({ filters }) => filters.type)
  const chosen = useChoice((present) => present.rankSort)
  const nameOf = useActorName()
  const measures = useMemo(() => networkMeasures(columns, texts, types), [columns, texts, types])
  const ranked = useMemo(
    () => measures.map((measure) => ({ measure, values: measure.of(network) })),
    [measures, network],
  )
  const before = useMemo(
    () => comparison && networkBefore(columns, network, comparison),
    [columns, network, comparison],
  )
  const id = chosen.replace(/^-/, '')
  const sort = id === 'name' || measures.some((measure) => measure.id === id) ? chosen : USUAL_SORT
  const sorted = measures.find((measure) => measure.id === sort.replace(/^-/, '')) ?? null
  const lines = rankLines(network.graph.nodes(), ranked, sort, nameOf)
  const untied = columns.outline.actors.length - lines.length
  const since = comparison && dateInWords(choices.getState().since!)
  return (
    <section className="ranks" aria-labelledby="ranks-heading">
      <div className="ranks-head">
        <h2 id="ranks-heading">Actors by {sorted?.inWords ?? 'name'}</h2>
        <CsvButton name="dyad-measures" sheet={() => rankSheet(ranked, lines, nameOf)} />
      </div>
      <MeasureNote measure={sorted} network={network} />
      <RankTable
        ranked={ranked}
        lines={lines}
        sort={sort}
        onSort={(next) => choices.setState({ rankSort: next ?? `-${id}` })}
        before={sorted && before && { values: sorted.of(before), since: since! }}
      />
      {untied > 0 && (
        <p className="muted ranks-foot">
          {untied === 1 ? 'One more actor has' : `${untied} more actors have`} no tie of cooperation in this selection.
        </p>
      )}
    </section>
  )
}
