import { msg } from '../language/messages.ts'
import { dayNumber, daysInMonth, isoDate, parseDate, yearOf, type Day } from '../model/dates.ts'
import type { Columns } from '../network/columns.ts'
import type { Selection } from '../network/select.ts'
import type { Sheet } from './pictureChoices.ts'

/** A film: the as-of date played from one day to another. Which frames it has, and how long each is seen. */

/** What lies between two frames, in months, and the frames a second at which that is usually played. */
export const FILM_STEPS = {
  month: { label: msg('Month'), months: 1, rate: 12 },
  quarter: { label: msg('Quarter'), months: 3, rate: 6 },
  year: { label: msg('Year'), months: 12, rate: 3 },
} as const
export type FilmStep = keyof typeof FILM_STEPS

/**
 * Sizes that screens and platforms ask for, in pixels; sides are even, since most encoders take no others. A larger one is
 * the same picture with more pixels: `sheet` is what is drawn.
 */
export const FILM_SIZES: readonly FilmSize[] = [
  { id: 'hd', label: '1280 × 720', width: 1280, height: 720, sheet: { width: 1280, height: 720, points: 9.5 } },
  { id: 'full-hd', label: '1920 × 1080', width: 1920, height: 1080, sheet: { width: 1280, height: 720, points: 9.5 } },
  { id: 'square', label: '1080 × 1080', width: 1080, height: 1080, sheet: { width: 1080, height: 1080, points: 10 } },
]

export interface FilmSize {
  id: string
  label: string
  width: number
  height: number
  sheet: Sheet
}

export const FILM_FORMATS = {
  webm: { label: 'WebM', mediaType: 'video/webm', meaning: msg('A small video, for web pages and browsers.') },
  mp4: {
    label: 'MP4',
    mediaType: 'video/mp4',
    meaning: msg('A video (H.264) that slides and nearly all programs play.'),
  },
  gif: {
    label: 'GIF',
    mediaType: 'image/gif',
    meaning: msg('Plays by itself, again and again, wherever pictures are shown; of 255 colours.'),
  },
} as const
export type FilmFormat = keyof typeof FILM_FORMATS

/** Frames a second. */
export const FILM_RATES = [1, 3, 6, 12, 24] as const
export type FilmRate = (typeof FILM_RATES)[number]

/** How long the last frame is held, in seconds. */
export const LAST_HELD = 2

export interface FilmChoices {
  /** `YYYY-MM-DD`; a first day that is after the last one is read as the last one. */
  first: string
  last: string
  step: FilmStep
  rate: FilmRate
}

export interface FilmFrame {
  /** The as-of date, `YYYY-MM-DD`. */
  date: string
  seconds: number
}

export interface FilmPlan {
  frames: FilmFrame[]
  /** In all. */
  seconds: number
}

/** The frames of a film. The last day is always one of them, and is held. */
export function planFilm({ first, last, step, rate }: FilmChoices): FilmPlan {
  const dates = filmDates(first, last, step)
  const moving = dates.length - 1
  return {
    frames: dates.map((date, i) => ({ date, seconds: i === moving ? LAST_HELD : 1 / rate })),
    seconds: moving / rate + LAST_HELD,
  }
}

/**
 * The days from a first to a last one in steps of months, both ends included. Steps from the end of a month lead to ends of
 * months; others to the same day of the month, or to the end of a month that has no such day.
 */
export function filmDates(first: string, last: string, step: FilmStep): string[] {
  const [from, to] = [parseDate(first)!.last, parseDate(last)!.last]
  const days: Day[] = []
  for (let i = 0; ; i++) {
    const day = monthsAfter(from, i * FILM_STEPS[step].months)
    if (day >= to) break
    days.push(day)
  }
  return [...days, to].map(isoDate)
}

function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = isoDate(day).split('-').map(Number) as [number, number, number]
  const [years, rest] = [Math.floor((month - 1 + months) / 12), (month - 1 + months) % 12]
  const length = daysInMonth(year + years, rest + 1)
  const isEnd = date === daysInMonth(year, month)
  return dayNumber(year + years, rest + 1, isEnd ? length : Math.min(date, length))
}

/**
 * How long the frames of a GIF are seen, in milliseconds: a GIF counts in hundredths of a second, and viewers slow down
 * what is shorter than two of them. Rounding never adds up.
 */
export function gifDelays(frames: readonly FilmFrame[]): number[] {
  let [exact, told] = [0, 0]
  return frames.map(({ seconds }) => {
    exact += seconds * 100
    const delay = Math.max(2, Math.round(exact) - told)
    told += delay
    return delay * 10
  })
}

/** Of a film, by its format: bytes for a frame of a million pixels, and seconds that it takes to make, near enough. */
const COSTS: Record<FilmFormat, { bytes: number; seconds: number }> = {
  webm: { bytes: 32_000, seconds: 0.15 },
  mp4: { bytes: 32_000, seconds: 0.15 },
  gif: { bytes: 13_000, seconds: 0.19 },
}

/** About how large a film will be, in bytes, and how long it takes to make, in seconds. */
export function filmEstimate(
  { frames }: FilmPlan,
  { width, height }: { width: number; height: number },
  format: FilmFormat,
): { bytes: number; seconds: number } {
  const megapixels = (frames.length * width * height) / 1e6
  const { bytes, seconds } = COSTS[format]
  return { bytes: megapixels * bytes, seconds: megapixels * seconds }
}

/** The days that a film plays between unless others are chosen: from the end of the selection's first year to its as-of date. */
export function filmSpan(columns: Columns, { initiatives, asOf }: Selection): { first: string; last: string } {
  const begun = initiatives.reduce((day, i) => Math.min(day, columns.begins[i]!), asOf)
  return { first: isoDate(Math.min(asOf, dayNumber(yearOf(begun), 12, 31))), last: isoDate(asOf) }
}
