import { afterNextFrame } from '../canvas/frames.ts'

/** Measures of the page, from an input to the painted frame that shows what it asked for: `dyad:selection-painted` and so on. */

/** What a person can ask for: filters and dates, another focus, layout or view, words to search for, Details. */
export type Wish = 'selection' | 'focus' | 'layout' | 'view' | 'search' | 'details'

/** When the input came, for each wish that is not answered yet. */
const inputs = new Map<Wish, number>()

/** Takes down that something is asked for; to be called while the input is handled. */
export function noteInput(wish: Wish): void {
  inputs.set(wish, window.event?.timeStamp ?? performance.now())
}

/**
 * Measures up to the next painted frame; to be called once the page has in it what was asked for. Where nothing was, there is
 * nothing to measure. `detail.waited` is how much of that the page did nothing, since the display's next frame had not come
 * round yet: half a frame on average, whatever there is to do.
 * @param counts what else the detail is to say, asked for when the frame is painted
 */
export function measureToFrame(wish: Wish, counts: () => object = () => ({})): void {
  const start = inputs.get(wish)
  if (start === undefined) return
  inputs.delete(wish)
  let handled = start
  let waited = 0
  queueMicrotask(() => {
    handled = performance.now()
  })
  requestAnimationFrame((frame) => {
    waited = Math.max(0, frame - handled)
  })
  const name = `dyad:${wish}-painted`
  // Cytoscape has asked for its part of the frame already, so it has drawn by then.
  afterNextFrame((paintedAt) => {
    performance.mark(name, { startTime: paintedAt })
    performance.measure(name, { start, end: paintedAt, detail: { waited, ...counts() } })
  })
}
