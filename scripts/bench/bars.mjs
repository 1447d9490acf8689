/** The bars: the most, or the least, that a figure may be. */
import { BUDGET, BUDGET_IN_ALL } from '../budget.mjs'

/** What is said here of every dataset; `BY_SIZE` says more of some. */
export const BARS = {
  /** Up to the painted graph, over the wire. */
  bytes: BUDGET,
  /** All that the page asks for by itself. */
  bytesInAll: BUDGET_IN_ALL,
  /** Of the time until the graph is painted, to that of the bare page. */
  loadRatio: 1.6,
  framesPerSecond: 55,
  svgMs: 150,
  pngMs: 700,
  /** Of the time that a filter or a step of the date takes, to that of showing and hiding the same links in the bare page. */
  changeRatio: 1.3,
  /** The exponent by which costs may grow with the number of initiatives: with it, and a little for what the machine does. */
  slope: 1.1,
  /**
   * Of all initiatives, how many a step of the date by a month may touch where the dataset is made: its milestones are spread
   * evenly over 900 months, so that one has one in 900 or so. Of Dyad's own dataset they are counted, see `changing.mjs`.
   */
  touchedShare: 0.01,
}

const FRAME_MS = 16

/**
 * By dataset, in milliseconds and bytes. `change`: a filter or a step of the as-of date; `other`: all else that a person
 * does; `block`: the longest time for which a change keeps the page from answering.
 */
export const BY_SIZE = {
  300: { change: FRAME_MS, other: FRAME_MS },
  '29k': { change: 50, import: 1000 },
  '100k': {},
  '1m': { change: 100, block: 50, reopen: 3000, memory: 600e6 },
}
