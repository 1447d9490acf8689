/** The few statistics that the bench tells. */

/** What is in the middle of a list of numbers. */
export function median(values) {
  return quantile(values, 0.5)
}

/** The value below which a share of the others lies, taken straight between neighbours. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * How a cost grows with a size: the exponent of the power that fits best, by least squares on the logarithms of both. 1 is
 * as fast as the size, 2 as its square.
 * @param points pairs of a size and a cost, both above 0, of two sizes at least
 */
export function slope(points) {
  const logs = points.map((pair) => pair.map(Math.log))
  const mean = (axis) => logs.reduce((sum, pair) => sum + pair[axis], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = logs.reduce((sum, pair) => sum + (pair[0] - x) * (pair[1] - y), 0)
  return covariance / logs.reduce((sum, pair) => sum + (pair[0] - x) ** 2, 0)
}
