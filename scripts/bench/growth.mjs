/** How the cost of a change grows with the number of initiatives. */
import { BARS } from './bars.mjs'
import { figure } from './figures.mjs'
import { slope } from './statistics.mjs'

/** Of the datasets that are read from files: Dyad's own is so small that it costs what any picture costs. */
const OF = /^(?:filter\.\w+|asof)$/

/**
 * @param measured for each dataset `{ initiatives, figures }`
 * @returns for each change that was measured with two of them at least, the exponent of its work, see `slope`
 */
export function growthOf(measured) {
  const points = new Map()
  for (const { initiatives, figures } of measured) {
    for (const { id, label, work } of figures) {
      if (!OF.test(id) || !(work > 0)) continue
      // A step by a month and one by a year are not the same change.
      const key = `${id}/${label}`
      const known = points.get(key) ?? { id, label, at: [] }
      known.at.push([initiatives, work])
      points.set(key, known)
    }
  }
  return [...points.values()]
    .filter(({ at }) => new Set(at.map(([initiatives]) => initiatives)).size > 1)
    .map(({ id, label, at }) => figure(`slope.${id}`, label, slope(at), 'times', { bar: BARS.slope }))
}
