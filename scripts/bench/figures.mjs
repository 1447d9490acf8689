/** What the bench measures is a list of figures, each with its bar where it has one. */

export const NOISE_RULE =
  'Where a figure of a part is beyond its bar, the part is measured once more; the bar is missed where that figure is beyond it both times. The better of the two is told.'

/**
 * A figure.
 * @param id what it is, for programs: `filter.type`
 * @param label what it is, for people
 * @param unit `ms`, `bytes`, `per second`, `times` or `count`
 * @param more `bar`: the most that it may be, or the least where `isLeast`; `bare`: the same of the bare page; `detail`:
 *   further numbers, by what they are
 */
export function figure(id, label, value, unit, more = {}) {
  return { id, label, value, unit, ...more }
}

/** A figure that could not be measured, and why, in a sentence. */
export function failure(id, label, reason) {
  return { id, label, failed: reason }
}

/** What went wrong, in one line: the first one says it. */
export function sentenceOf(error) {
  const [line] = String(error?.message ?? error).split('\n')
  return /[.!?]$/.test(line) ? line : `${line}.`
}

/** Whether a figure is within its bar; one without a bar is, one that failed is not. */
export function isHeld({ failed, value, bar, isLeast }) {
  if (failed !== undefined) return false
  if (bar === undefined) return true
  return isLeast ? value >= bar : value <= bar
}

/** Measures a part, and once more where a figure is beyond its bar, see `NOISE_RULE`. */
export async function measureFairly(measure) {
  const first = await measure()
  // What failed once fails again, and takes its time to do so.
  if (first.every(isHeld) || first.some(({ failed }) => failed !== undefined)) return first
  const second = await measure()
  return first.map((own) => {
    const again = second.find(({ id }) => id === own.id)
    if (isHeld(own) || again === undefined) return own
    const isBetter = again.failed === undefined && (own.isLeast ? again.value > own.value : again.value < own.value)
    return { ...(isBetter ? again : own), rounds: 2 }
  })
}
