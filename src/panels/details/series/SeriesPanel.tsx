import { known, t } from '../../../language/messages.ts'
import { useMemo } from 'react'
import { othersInSeries, seriesSets } from '../../../network/seriesSets.ts'
import { MenuSelect } from '../../MenuSelect.tsx'
import { useChoice, useDerived, useSession, useTexts } from '../../useSession.ts'
import { useActorName } from '../Inspecting.tsx'
import { Fold } from './Fold.tsx'
import { SeriesMeasure } from './SeriesMeasure.tsx'
import './series.css'

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
  const { asOf, linksAround } = useDerived()
  const of = useMemo(
    () => ({ actor, partner, partners: filters.partner, types: filters.type, asOf }),
    [actor, partner, filters.partner, filters.type, asOf],
  )
  const others = useMemo(() => othersInSeries(texts?.series ?? [], columns.outline.actors, of), [texts, columns, of])
  const beside = chosen !== null && others.includes(chosen) ? chosen : null
  const measures = useMemo(() => seriesSets(texts?.series ?? [], others, beside, of), [texts, others, beside, of])
  if (!texts) return null
  const firstOpen = measures.find(({ series }) => series.type === type) ?? measures[0]
  return (
    <>
      {others.length > 0 && <Beside others={others} beside={beside} isAmongMany={partner === null} />}
      {measures.length === 0 && <p className="muted">{t('No values were known by then.')}</p>}
      {measures.map((own, i) => {
        const dyads = linksAround(actor).filter(
          ({ dyad, type: linked }) =>
            linked === own.series.type && [dyad.a, dyad.b].includes(actor) && [dyad.a, dyad.b].includes(partner ?? ''),
        )
        // They stand once for each relation type, under its first series.
        const isFirst = measures.findIndex(({ series }) => series.type === own.series.type) === i
        return (
          <Fold
            key={`${actor}/${partner}/${own.series.id}`}
            title={known(own.series.title)}
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
      label={isAmongMany ? t('Add to the largest') : t('Compare with')}
      options={[NOBODY, ...others].map((id) => ({ id, label: id === NOBODY ? t('Nobody') : nameOf(id) }))}
      value={beside ?? NOBODY}
      onChange={(id) => choices.setState({ beside: id === NOBODY ? null : id })}
    />
  )
}
