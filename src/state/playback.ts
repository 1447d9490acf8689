import { createStore, type StoreApi } from 'zustand/vanilla'
import { DAYS_A_YEAR, dayNumber, daysInMonth, isoDate, parseDate, yearOf, type Day } from '../model/dates.ts'
import type { ChoicesStore } from './choices.ts'

/** How fast the as-of date can be played, in years a second. */
export const SPEEDS = [0.25, 0.5, 1, 2, 5] as const
export type Speed = (typeof SPEEDS)[number]

export interface PlaybackState {
  isPlaying: boolean
  speed: Speed
}

/** Plays the as-of date, and steps it. It knows no page: it is told of frames, and of the wish for less motion. */
export interface Playback {
  state: StoreApi<PlaybackState>
  /** Plays on from the as-of date; from the beginning where that is the last day. */
  play: () => void
  pause: () => void
  setSpeed: (speed: Speed) => void
  /** Stops, and goes to the next end of a month or a year, or to the one before, within the dataset. */
  step: (unit: 'month' | 'year', direction: 1 | -1) => void
  /** Stops, and goes to the first day of the dataset or to its last one. */
  goTo: (end: 'first' | 'last') => void
}

/** What a page knows and a playback does not. */
export interface Clock {
  /** Calls back before the next frame with the time in milliseconds. */
  onFrame: (callback: (time: number) => void) => void
  /** True where the person wants less motion: then it steps from year to year. */
  isCalm: () => boolean
}

/** Where there is no page: sixty frames a second, and nobody to ask for less motion. */
export const PLAIN_CLOCK: Clock = {
  onFrame: (callback) => void setTimeout(() => callback(performance.now()), 1000 / 60),
  isCalm: () => false,
}

interface PlaybackInput extends Clock {
  choices: ChoicesStore
  /** The first and the last day that can be read. */
  range: readonly [Day, Day]
}

/** Where less motion is wanted, a year stands for so long at a year a second. */
const CALM_STEP_MS = 1500

/** A page out of sight has no frames: when it is back, the date goes on from where it was seen last. */
const LONGEST_FRAME_MS = 250

/** Makes the playback of a store of choices. */
export function createPlayback({ choices, range: [first, last], onFrame, isCalm }: PlaybackInput): Playback {
  const state = createStore<PlaybackState>(() => ({ isPlaying: false, speed: 1 }))
  const today = () => parseDate(choices.getState().asOf)!.last
  const set = (day: Day) => {
    if (day !== today()) choices.setState({ asOf: isoDate(Math.min(last, Math.max(first, day))) })
  }

  // Where in time it is and when it was there: the speed may change on the way, and so may the date.
  let at: { day: Day; shown: Day; time: number } | null = null
  const frame = (time: number) => {
    const { isPlaying, speed } = state.getState()
    if (!isPlaying) return
    const shown = today()
    // The person moved the date: it goes on from there.
    if (!at || at.shown !== shown) at = { day: shown, shown, time }
    const elapsed = Math.max(0, time - at.time)
    if (!isCalm()) at.day += (Math.min(elapsed, LONGEST_FRAME_MS) / 1000) * speed * DAYS_A_YEAR
    else if (elapsed * speed >= CALM_STEP_MS) at.day = yearEnd(shown, 1)
    else return onFrame(frame)
    const reached = Math.floor(at.day)
    // From one end of a month to the next: more often, it could neither be read nor drawn in time.
    const next = reached >= last ? last : Math.max(shown, monthEnd(reached + 1, -1))
    at = { day: at.day, shown: next, time }
    set(next)
    if (next >= last) pause()
    else onFrame(frame)
  }
  const pause = () => {
    at = null
    if (state.getState().isPlaying) state.setState({ isPlaying: false })
  }

  return {
    state,
    play: () => {
      if (state.getState().isPlaying || first >= last) return
      at = null
      state.setState({ isPlaying: true })
      if (today() >= last) set(first)
      onFrame(frame)
    },
    pause,
    setSpeed: (speed) => state.setState({ speed }),
    step: (unit, direction) => {
      pause()
      set((unit === 'month' ? monthEnd : yearEnd)(today(), direction))
    },
    goTo: (end) => {
      pause()
      set(end === 'first' ? first : last)
    },
  }
}

/** The first end of a month after a day, or the last one before it. */
export function monthEnd(day: Day, direction: 1 | -1): Day {
  const [year, month] = isoDate(day).split('-').map(Number) as [number, number]
  const own = dayNumber(year, month, daysInMonth(year, month))
  if (direction === 1 && own > day) return own
  // Day 0 of a month is the last one of the month before it.
  return direction === 1 ? dayNumber(year, month + 2, 0) : dayNumber(year, month, 0)
}

/** The first end of a year after a day, or the last one before it. */
export function yearEnd(day: Day, direction: 1 | -1): Day {
  const own = dayNumber(yearOf(day), 12, 31)
  if (direction === 1 && own > day) return own
  return dayNumber(yearOf(day) + direction, 12, 31)
}
