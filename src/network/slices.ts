/** For so long work goes on before the page has its turn: within a frame, with room for what else it does. */
const SLICE_MS = 10

/**
 * Divides long work in slices, between which the page answers.
 * @returns a function to call now and then: it gives a promise to wait for where the page is to have its turn, else `null`
 */
export function slices(): () => Promise<void> | null {
  let end = performance.now() + SLICE_MS
  return () => {
    if (performance.now() < end) return null
    return new Promise((resolve) => {
      setTimeout(() => {
        end = performance.now() + SLICE_MS
        resolve()
      })
    })
  }
}
