import { t } from '../../../language/messages.ts'
import { lazy, Suspense } from 'react'
import { useTexts } from '../../useSession.ts'
import { Fold } from './Fold.tsx'

const SeriesPanel = lazy(() => import('./SeriesPanel.tsx').then(({ SeriesPanel: own }) => ({ default: own })))

interface SeriesFoldProps {
  /** The actor from whose side the series are read. */
  actor: string
  /** The other one; `null` for the largest partners of the actor. */
  partner: string | null
  /** The relation type whose series are to stand open. */
  type?: string
  isOpen: boolean
}

/** The series of an actor or dyad, fetched when they are first opened; nothing where there are none. */
export function SeriesFold({ isOpen, ...own }: SeriesFoldProps) {
  const texts = useTexts()
  const isOf = (id: string | null, { from, to }: { from: string; to: string }) =>
    id === null || from === id || to === id
  const hasAny = texts?.series.some(({ observations }) =>
    observations.some((row) => isOf(own.actor, row) && isOf(own.partner, row)),
  )
  if (!hasAny) return null
  return (
    <Fold title={t('Series')} level={3} isOpen={isOpen} className="group">
      <Suspense fallback={<p className="muted">{t('Loading…')}</p>}>
        <SeriesPanel {...own} />
      </Suspense>
    </Fold>
  )
}
