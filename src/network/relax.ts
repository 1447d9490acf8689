import type { Day } from '../model/dates.ts'
import type { Columns } from './columns.ts'
import { DIMENSIONS, type Dimension, type Filters } from './filters.ts'
import { select, type Matches } from './select.ts'

/** What one would get by giving up one filter alone. */
export interface Relaxation {
  part: Dimension | 'period' | 'text'
  filters: Filters
  initiatives: number
}

/**
 * For each filter in use, how many initiatives would pass without it; the most fruitful first, fruitless ones left out.
 * It answers why a selection is empty.
 */
export function relaxations(columns: Columns, filters: Filters, asOf: Day, matches: Matches | null): Relaxation[] {
  const without = (part: Relaxation['part'], relaxed: Filters): Relaxation => ({
    part,
    filters: relaxed,
    initiatives: select(columns, relaxed, asOf, part === 'text' ? null : matches).size,
  })
  const found: Relaxation[] = DIMENSIONS.filter((dimension) => filters[dimension] !== null).map((dimension) =>
    without(dimension, { ...filters, [dimension]: null }),
  )
  if (filters.period) found.push(without('period', { ...filters, period: null }))
  if (filters.text.trim()) found.push(without('text', { ...filters, text: '' }))
  return found.filter(({ initiatives }) => initiatives > 0).sort((x, y) => y.initiatives - x.initiatives)
}
