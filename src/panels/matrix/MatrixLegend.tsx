import { known, t } from '../../language/messages.ts'
import { lowerFirst } from '../../language/numbers.ts'
import type { Measure } from '../../network/measures.ts'
import { numberOf } from '../../network/series.ts'
import { SHARE_STEPS, scaleValues, stepInWords } from '../../scene/squares.ts'
import type { MatrixSide } from '../../state/choices.ts'
import { useSession } from '../useSession.ts'
import { LARGEST } from './sizes.ts'
import { ConflictTicks, Square } from './Square.tsx'

/** A share in the middle of each step, as a count of so many. */
const OF_STEPS = SHARE_STEPS * 2

/** What the squares of the Matrix mean. */
export function MatrixLegend({ side, measure, most }: { side: MatrixSide; measure: Measure; most: number }) {
  const { every } = useSession()
  const hasConflict = every.some(({ valence }) => valence === 'conflict')
  const isOfSeries = !measure.isCount
  const small = 14
  return (
    <section className="matrix-legend" aria-label={t('Legend')}>
      <div className="matrix-key figures">
        <span className="matrix-key-title">
          {t('Size: {measure}', { measure: isOfSeries ? measure.label : lowerFirst(measure.label) })}
        </span>
        {scaleValues(most, !isOfSeries).map((value) => (
          <span key={value} className="matrix-key-item">
            <Square value={value} most={most} largest={LARGEST[side]} counted={null} />
            {numberOf(value, measure.unit)}
          </span>
        ))}
        {isOfSeries && <span>{known(measure.unit)}</span>}
      </div>
      <div className="matrix-key figures">
        <span className="matrix-key-title">{t('Colour: outputs realised')}</span>
        {Array.from({ length: SHARE_STEPS }, (_, step) => (
          <span key={step} className="matrix-key-item">
            <Square value={1} most={1} largest={small} counted={{ outputs: OF_STEPS, realised: step * 2 + 1 }} />
            {stepInWords(step)}
          </span>
        ))}
        <span className="matrix-key-item">
          <Square value={1} most={1} largest={small} counted={{ outputs: 0, realised: 0 }} />
          {t('no outputs')}
        </span>
      </div>
      <div className="matrix-key">
        <span className="matrix-key-item">{t('3/5: 3 of 5 outputs realised')}</span>
        {side !== 'type' && <span className="matrix-key-item">{t('3: initiatives without outputs')}</span>}
        {isOfSeries && (
          <span className="matrix-key-item">
            <Square value={null} most={1} largest={small} counted={null} />
            {t('not measured')}
          </span>
        )}
        {hasConflict && (
          <span className="matrix-key-item">
            <ConflictTicks /> {t('conflict among them')}
          </span>
        )}
      </div>
    </section>
  )
}
