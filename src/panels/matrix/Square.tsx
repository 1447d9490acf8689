import type { Counted } from '../../network/piles.ts'
import { shareStep, squareSide } from '../../scene/squares.ts'

interface SquareProps {
  /** `null` where the measure says nothing. */
  value: number | null
  most: number
  /** The side of the largest square, in CSS pixels. */
  largest: number
  /** `null` in the legend, where the size alone is shown. */
  counted: Pick<Counted, 'outputs' | 'realised'> | null
}

/** The square of a cell: its area a value, its colour the share of outputs realised; hatched where there are none. */
export function Square({ value, most, largest, counted }: SquareProps) {
  const side = value === null ? 0 : squareSide(value, most, largest)
  return (
    <span className="square-place" style={{ width: largest, height: largest }}>
      {value === null ? (
        <span className="square unmeasured" />
      ) : (
        side > 0 && (
          <span
            className={counted ? `square ${colourClass(counted)}` : 'square'}
            style={{ width: side, height: side }}
          />
        )
      )}
    </span>
  )
}

function colourClass({ outputs, realised }: Pick<Counted, 'outputs' | 'realised'>): string {
  return outputs === 0 ? 'without-outputs' : `step-${shareStep(realised, outputs)}`
}

/** The ticks that mark conflict, as across a line of the Network. */
export function ConflictTicks() {
  return (
    <svg className="conflict-ticks" width="11" height="9" viewBox="0 0 11 9" aria-hidden="true">
      <path d="M1.500 0v9M5.500 0v9M9.500 0v9" stroke="currentColor" strokeWidth="1.600" fill="none" />
    </svg>
  )
}
