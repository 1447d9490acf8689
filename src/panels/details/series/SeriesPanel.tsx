import { useMemo } from 'react'
import type { Day } from '../../../model/dates.ts'
import type { Series } from '../../../model/schema.ts'
import { chartsOf, isOfParts, largestLines, partnersIn, wholesOf } from '../../../network/series.ts'
import { MenuSelect } from '../../MenuSelect.tsx'
import { useChoice, useDerived, useSession, useTexts } from '../../useSession.ts'
import { useActorName } from '../Inspecting.tsx'
import { Fold } from './Fold.tsx'
import { SeriesMeasure } from './SeriesMeasure.tsx'
import './series.css'

/** Of all partners of an actor, so many of the largest stand in a chart. */
const LARGEST = 3

interface SeriesPanelProps {
  /** The actor from whose side the series are read. */
  actor: string
  /** The other one; `null` for the largest partners of the actor. */
  partner: string | null
  /** The relation type whose series stand open. */
  type?: string
}

/** The series of an actor or dyad, those of a second partner beside them, and the initiatives under them. */
export function SeriesPanel({ actor, partner, type }: SeriesPanelProps) {
  const { columns } = useSession()
  const texts = useTexts()
  const filters = useChoice((choices) => choices.filters)
  const chosen = useChoice((choices) => choices.beside)
  const { asOf, links } = useDerived()
  const inSight = useMemo(
    () => (texts?.series ?? []).filter((own) => own.type === undefined || (filters.type?.includes(own.type) ?? true)),
    [texts, filters.type],
  )
  const others = useMemo(
    () =>
      columns.outline.actors
        .map(({ id }) => id)
        .filter((id) => id !== partner && inSight.some((own) => partnersIn(own, actor, asOf).includes(id))),
    [columns, inSight, actor, partner, asOf],
  )
  const beside = chosen !== null && others.includes(chosen) ? chosen : null
  const measures = useMemo(
    () =>
      inSight.flatMap((series) => {
        const known = partner === null ? others.filter((id) => filters.partner?.includes(id) ?? true) : [partner]
        const own = measureOf(series, actor, known, beside, asOf)
        return own ? [own] : []
      }),
    [inSight, actor, partner, others, filters.partner, beside, asOf],
  )
  if (!texts) return null
  const firstOpen = measures.find(({ series }) => series.type === type) ?? measures[0]
  return (
    <>
      {others.length > 0 && <Beside others={others} beside={beside} isAmongMany={partner === null} />}
      {measures.length === 0 && <p className="muted">No values were known by then.</p>}
      {measures.map((own, i) => {
        const dyads = links.filter(
          ({ dyad, type: linked }) =>
            linked === own.series.type && [dyad.a, dyad.b].includes(actor) && [dyad.a, dyad.b].includes(partner ?? ''),
        )
        // They stand once for each relation type, under its first series.
        const isFirst = measures.findIndex(({ series }) => series.type === own.series.type) === i
        return (
          <Fold
            key={`${actor}/${partner}/${own.series.id}`}
            title={own.series.title}
            level={4}
            isOpen={own === firstOpen}
          >
            <SeriesMeasure
              {...own}
              texts={texts}
              initiatives={isFirst ? dyads.flatMap((link) => link.initiatives) : []}
            />
          </Fold>
        )
      })}
    </>
  )
}

/** The charts of a series for one partner, for one and another beside it, or for the largest of many; `null` for none. */
function measureOf(series: Series, actor: string, known: readonly string[], beside: string | null, asOf: Day) {
  const keep = beside === null ? [] : [beside]
  const asked = [...new Set([...known, ...keep])]
  // What one partner received from all of its suppliers says more than the share of one.
  const wholes = isOfParts(series) && asked.length === 1 ? wholesOf(series, asked[0]!, asOf) : []
  const all = chartsOf(series, actor, asked, asOf)
  const charts = known.length > 1 ? all.map((chart) => largestLines(chart, LARGEST, keep)) : all
  if (charts.length === 0 && wholes.length === 0) return null
  const partners =
    known.length > 1 ? [...new Set(charts.flatMap(({ lines }) => lines.map((line) => line.partner)))] : asked
  return { series, actor, partners, charts, wholes }
}

const NOBODY = 'nobody'

interface BesideProps {
  others: readonly string[]
  beside: string | null
  isAmongMany: boolean
}

function Beside({ others, beside, isAmongMany }: BesideProps) {
  const { choices } = useSession()
  const nameOf = useActorName()
  return (
    <MenuSelect
      className="beside"
      menuClassName="beside-menu"
      label={isAmongMany ? 'Add to the largest' : 'Compare with'}
      options={[NOBODY, ...others].map((id) => ({ id, label: id === NOBODY ? 'Nobody' : nameOf(id) }))}
      value={beside ?? NOBODY}
      onChange={(id) => choices.setState({ beside: id === NOBODY ? null : id })}
    />
  )
}
