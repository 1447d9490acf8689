import { inParts, sayInEnglish, t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useMemo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { namesOf } from '../../model/actorNames.ts'
import { collectionOf, networkBefore, networkMeasures, networkOf, type Network } from '../../network/networkMeasures.ts'
import { rankLines } from '../../network/ranks.ts'
import type { Slice } from '../../network/slice.ts'
import { accountOfAll, sumOf } from '../../network/tally.ts'
import { NumberButton } from '../compare/Cells.tsx'
import { CsvButton } from '../CsvButton.tsx'
import { useActorName } from '../details/Inspecting.tsx'
import { Emptiness } from '../Emptiness.tsx'
import { rich } from '../rich.tsx'
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

/** What becomes of the tags of a sentence whose button opens a slice. */
const opening = (slice: Slice) => ({
  b: (within: ReactNode) => <strong>{within}</strong>,
  button: (within: ReactNode) => <NumberButton slice={slice}>{within}</NumberButton>,
})

/** What all measures rest on, and what follows from how the records were collected. */
function CollectionNote({ network }: { network: Network }) {
  const { columns } = useSession()
  const { selection } = useDerived()
  const nameOf = useActorName()
  const collection = collectionOf(columns, network.links)
  const conflict = sumOf(accountOfAll(columns, selection).conflict)
  const around = collection && {
    actor: nameOf(collection.focus),
    own: collection.own,
    others: collection.others,
    all: collection.own + collection.others,
  }
  const collected =
    around &&
    rich(
      around.others === 0
        ? inParts(
            '<b>These records were collected around {actor}:</b> {own, plural, =1 {the only initiative is its own} other {all # initiatives are its own}}. That it stands in the middle follows from the collection and is no finding.',
            around,
          )
        : inParts(
            '<b>These records were collected around {actor}:</b> {own, number} of {all, plural, one {# initiative} other {# initiatives}} are its own, and only <button>{others, number}</button> are between others. That it stands in the middle follows from the collection and is no finding.',
            around,
          ),
      opening({ without: collection.focus, valence: 'cooperation' }),
    )
  const leftOut = rich(
    inParts(
      '{conflict, plural, one {Only cooperation is measured; <button># initiative of conflict</button> is left out.} other {Only cooperation is measured; <button># initiatives of conflict</button> are left out.}}',
      { conflict },
    ),
    opening({ account: 'conflict' }),
  )
  return (
    <p className="measures-lead">
      {collected} {conflict > 0 && leftOut}
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
        <h2>{t('No tie of cooperation')}</h2>
        <p>
          {t(
            'Measures rest on ties of cooperation. {count, plural, one {# initiative passes these filters, and makes none} other {# initiatives pass these filters, and none of them makes one}}.',
            { count: selection.size },
          )}
        </p>
        {isFiltered && may && (
          <Button
            className="button primary"
            onPress={() => choices.setState(({ filters }) => ({ filters: { ...filters, valence: null } }))}
          >
            {t('Show cooperation and conflict')}
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
        <h2 id="ranks-heading">{t('Actors by {measure}', { measure: sorted?.inWords ?? t('name') })}</h2>
        <CsvButton
          name="dyad-measures"
          sheet={() =>
            sayInEnglish(() => {
              const called = namesOf(columns.outline.actors)
              const said = networkMeasures(columns, texts, types)
              return rankSheet(
                said.map((measure) => ({ measure, values: measure.of({ ...network, nameOf: called }) })),
                lines,
                called,
              )
            })
          }
        />
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
          {t(
            '{untied, plural, =1 {One more actor has no tie of cooperation in this selection.} other {# more actors have no tie of cooperation in this selection.}}',
            { untied },
          )}
        </p>
      )}
    </section>
  )
}
