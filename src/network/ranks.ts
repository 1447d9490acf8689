import { inOrder } from '../language/numbers.ts'
import type { MeasureValue, NetworkMeasure } from './networkMeasures.ts'

/** A measure with its value for each actor that it says anything of. */
export interface Ranked {
  measure: NetworkMeasure
  values: ReadonlyMap<string, MeasureValue>
}

/** A line of the rank table. */
export interface RankLine {
  actor: string
  /** By the measure that the lines are sorted by, the largest first; `null` where it ranks nobody. */
  rank: number | null
  /** Whether others have the same rank. */
  isShared: boolean
}

/** Two values that differ by less than this differ by how a computer adds. */
const SAME = 1e-9

/**
 * The lines of the rank table in an order.
 * @param actors in the order that stays where a measure says the same of several
 * @param sort the id of a measure, or `name`, with a `-` before it where the largest comes first. Actors of which the
 *   measure says nothing stand last
 * @param nameOf the name of an actor
 */
export function rankLines(
  actors: readonly string[],
  ranked: readonly Ranked[],
  sort: string,
  nameOf: (actor: string) => string,
): RankLine[] {
  const sign = sort.startsWith('-') ? -1 : 1
  const id = sort.replace(/^-/, '')
  const own = ranked.find(({ measure }) => measure.id === id)
  const valueOf = (actor: string) => own?.values.get(actor)?.value ?? null
  const sorted = actors.toSorted((x, y) => {
    if (!own) return id === 'name' ? sign * inOrder(nameOf(x), nameOf(y)) : 0
    const [one, other] = [valueOf(x), valueOf(y)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return Math.abs(one - other) < SAME ? 0 : sign * (one - other)
  })
  const isRanked = own !== undefined && own.measure.isRanked
  const values = isRanked ? actors.map(valueOf).filter((value) => value !== null) : []
  return sorted.map((actor) => {
    const value = valueOf(actor)
    if (!isRanked || value === null) return { actor, rank: null, isShared: false }
    return {
      actor,
      rank: 1 + values.filter((other) => other > value + SAME).length,
      isShared: values.filter((other) => Math.abs(other - value) < SAME).length > 1,
    }
  })
}
