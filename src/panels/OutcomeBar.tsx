import { useId } from 'react'
import { OUTCOMES } from '../model/outcome.ts'
import type { Tally } from '../network/links.ts'
import { sumOf } from '../network/tally.ts'

/**
 * Initiatives by outcome as one stacked bar: realised solid, pending hatched, ended pale, failed dotted, so that they
 * differ without colour too.
 * @param width of the whole bar, as CSS gives it; all of the space where it is left out
 * @param label what the bar shows, in words
 */
export function OutcomeBar({ tally, width = '100%', label }: { tally: Tally; width?: number | string; label: string }) {
  const id = useId()
  const total = sumOf(tally)
  let before = 0
  return (
    <svg className="outcome-bar" role="img" aria-label={label} style={{ width }} height="12">
      <defs>
        <pattern id={`${id}-pending`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--surface)" />
          <rect width="2" height="5" fill="var(--realised)" />
        </pattern>
        <pattern id={`${id}-failed`} width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--surface)" />
          <circle cx="2" cy="2" r="0.9" fill="var(--realised)" />
        </pattern>
      </defs>
      {total === 0 && <rect className="segment none" x="0" y="0" width="100%" height="12" />}
      {OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) => {
        const start = before
        before += tally[outcome]
        return (
          <rect
            key={outcome}
            className={`segment ${outcome}`}
            x={`${(start / total) * 100}%`}
            y="0"
            width={`${(tally[outcome] / total) * 100}%`}
            height="12"
            fill={outcome === 'pending' || outcome === 'failed' ? `url(#${id}-${outcome})` : `var(--${outcome})`}
          />
        )
      })}
    </svg>
  )
}
