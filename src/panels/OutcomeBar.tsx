import { OUTCOMES } from '../model/outcome.ts'
import type { Tally } from '../network/links.ts'
import { sumOf } from '../network/tally.ts'
import './outcomebar.css'

/** The pattern that fills what is of an outcome, where it is no plain colour. */
const PATTERNS = { pending: 'outcome-pending', failed: 'outcome-failed' } as const

/** The patterns of all bars, once for the whole page: a list has dozens of bars. */
export function OutcomePatterns() {
  return (
    <svg className="outcome-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={PATTERNS.pending} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--surface)" />
          <rect width="2" height="5" fill="var(--realised)" />
        </pattern>
        <pattern id={PATTERNS.failed} width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--surface)" />
          <circle cx="2" cy="2" r="0.9" fill="var(--realised)" />
        </pattern>
      </defs>
    </svg>
  )
}

/**
 * Initiatives by outcome as one stacked bar: realised solid, pending hatched, ended pale, failed dotted, so that they
 * differ without colour too. Its patterns are those of {@link OutcomePatterns}.
 * @param width of the whole bar, as CSS gives it; all of the space where it is left out
 * @param label what the bar shows, in words
 */
export function OutcomeBar({ tally, width = '100%', label }: { tally: Tally; width?: number | string; label: string }) {
  const total = sumOf(tally)
  const share = (count: number) => `${(count / total) * 100}%`
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag of its own that says so
    <svg className="outcome-bar" role="img" aria-label={label} style={{ width }} height="12">
      {total === 0 && <rect className="part none" x="0" y="0" width="100%" height="12" />}
      {OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) => (
        <rect
          key={outcome}
          className="part"
          x={share(OUTCOMES.slice(0, OUTCOMES.indexOf(outcome)).reduce((sum, before) => sum + tally[before], 0))}
          y="0"
          width={share(tally[outcome])}
          height="12"
          fill={outcome === 'pending' || outcome === 'failed' ? `url(#${PATTERNS[outcome]})` : `var(--${outcome})`}
        />
      ))}
    </svg>
  )
}
