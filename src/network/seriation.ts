/** Digits that a distance is rounded to, so that like profiles are alike whatever the last bits say. */
const DIGITS = 1e9

/**
 * The order in which rows with like profiles stand beside each other: hierarchical clustering by average linkage (Sokal and
 * Michener 1958) over the cosine distances of the profiles. At each merge the two groups are turned so that the ends that
 * touch are the nearest (Gruvaeus and Wainer 1972, doi 10.1111/j.2044-8317.1972.tb00491.x). At a tie what comes first in
 * the rows goes first, and the whole is turned so that the first row stands in the upper half: the same rows always give
 * the same order.
 * @param profiles what each row has in each column, none below 0; rows that have nothing are unlike all others
 * @returns positions of the rows
 */
export function orderBySimilarity(profiles: readonly (readonly number[])[]): number[] {
  const distance = profiles.map((one) => profiles.map((other) => cosineDistance(one, other)))
  let groups = profiles.map((_, i) => [i])
  while (groups.length > 1) {
    let nearest: { x: number; y: number; mean: number } | null = null
    for (let x = 0; x < groups.length; x++) {
      for (let y = x + 1; y < groups.length; y++) {
        const mean = meanBetween(distance, groups[x]!, groups[y]!)
        if (!nearest || mean < nearest.mean) nearest = { x, y, mean }
      }
    }
    const { x, y } = nearest!
    const merged = joined(distance, groups[x]!, groups[y]!)
    groups = groups.filter((_, i) => i !== y).map((own, i) => (i === x ? merged : own))
  }
  const order = groups[0] ?? []
  return order.indexOf(0) > (order.length - 1) / 2 ? order.toReversed() : order
}

/** How unlike two profiles are in their proportions, whatever their sizes: 0 for the same, 1 for nothing in common. */
export function cosineDistance(one: readonly number[], other: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0)
  const lengths = Math.sqrt(dot(one, one) * dot(other, other))
  return lengths === 0 ? 1 : round(1 - dot(one, other) / lengths)
}

function meanBetween(distance: readonly (readonly number[])[], some: readonly number[], others: readonly number[]) {
  const sum = some.reduce((all, i) => others.reduce((own, j) => own + distance[i]![j]!, all), 0)
  return round(sum / (some.length * others.length))
}

/** Two groups one after the other, each as it stands or turned round: the first way in which the nearest ends touch. */
function joined(distance: readonly (readonly number[])[], first: number[], second: number[]): number[] {
  const ways = [first, first.toReversed()].flatMap((one) =>
    [second, second.toReversed()].map((other) => ({
      order: [...one, ...other],
      gap: distance[one.at(-1)!]![other[0]!]!,
    })),
  )
  return ways.reduce((best, way) => (way.gap < best.gap ? way : best)).order
}

function round(value: number): number {
  return Math.round(value * DIGITS) / DIGITS
}
