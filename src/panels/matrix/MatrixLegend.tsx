import type { Measure } from '../../network/measures.ts'
import { numberInWords } from '../../network/series.ts'
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
    <section className="matrix-legend" aria-label="Legend">
      <div className="matrix-key figures">
        <span className="matrix-key-title">Size: {isOfSeries ? measure.label : measure.label.toLowerCase()}</span>
        {scaleValues(most, !isOfSeries).map((value) => (
          <span key={value} className="matrix-key-item">
            <Square value={value} most={most} largest={LARGEST[side]} counted={null} />
            {numberInWords(value, measure.unit)}
          </span>
        ))}
        {isOfSeries && <span>{measure.unit}</span>}
      </div>
      <div className="matrix-key figures">
        <span className="matrix-key-title">Colour: outputs realised</span>
        {Array.from({ length: SHARE_STEPS }, (_, step) => (
          <span key={step} className="matrix-key-item">
            <Square value={1} most={1} largest={small} counted={{ outputs: OF_STEPS, realised: step * 2 + 1 }} />
            {stepInWords(step)}
          </span>
        ))}
        <span className="matrix-key-item">
          <Square value={1} most={1} largest={small} counted={{ outputs: 0, realised: 0 }} />
          no outputs
        </span>
      </div>
      <div className="matrix-key">
        <span className="matrix-key-item">3/5: 3 of 5 outputs realised</span>
        {side !== 'type' && <span className="matrix-key-item">3: initiatives without outputs</span>}
        {isOfSeries && (
          <span className="matrix-key-item">
            <Square value={null} most={1} largest={small} counted={null} />
            not measured
          </span>
        )}
        {hasConflict && (
          <span className="matrix-key-item">
            <ConflictTicks /> conflict among them
          </span>
        )}
      </div>
    </section>
  )
}
