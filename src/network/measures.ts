import { known, t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { countsByActor, type Link } from './links.ts'
import type { Outcomes } from './standing.ts'
import { percent, percentInWords } from './share.ts'
import { yearsInWords } from './words.ts'

/**
 * What the width of a link, the size of an actor and the cell of a matrix can stand for: a count of initiatives, or what
 * a series measured between the two actors. A series belongs to one relation type, so it measures the links of that
 * type and says nothing of the others.
 */
export interface Measure {
  /** `initiatives`, `realised`; for a series `arms-tiv`, or `energy.crude.mt` where it has several kinds or units. */
  id: string
  label: string
  /** What one of it is called after a number: "initiatives", "TIV m", "%". */
  unit: string
  /** True where it counts initiatives, false where a series measured it. */
  isCount: boolean
  /** The relation type whose links it measures; `null` for all of them. */
  type: string | null
  /**
   * How values of several links are brought together for an actor: a *sum*, or where a sum would mean nothing (per cents)
   * their *mean*.
   */
  together: 'sum' | 'mean'
  /** What it counts and from when to when, in a sentence. */
  meaning: string
}

/** What a hash or a file may name as a measure. */
export const MEASURE_ID = /^[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40}){0,2}$/

/** What is counted, and needs no series. */
export const COUNTS: readonly Measure[] = [
  {
    id: 'initiatives',
    get label() {
      return t('Initiatives')
    },
    get unit() {
      return t('initiatives')
    },
    isCount: true,
    type: null,
    together: 'sum',
    get meaning() {
      return t('Selected initiatives, whatever came of them.')
    },
  },
  {
    id: 'realised',
    get label() {
      return t('Realised initiatives')
    },
    get unit() {
      return t('realised')
    },
    isCount: true,
    type: null,
    together: 'sum',
    get meaning() {
      return t('Selected initiatives that stand realised at the as-of date.')
    },
  },
]

/** True for the id of a measure that counts, and needs no series. */
export function isCount(id: string): boolean {
  return COUNTS.some((count) => count.id === id)
}

/** The size of actors that rests on the dataset alone, so that no filter and no date changes it; it is no measure. */
export const USUAL_SIZE = 'dataset'

/** True for the measure in which a link shows all that was promised as a band, and in it what is realised as a line. */
export function hasBands({ id }: Measure): boolean {
  return id === 'initiatives'
}

/** A value of a measure, and the years that it rests on; these are `null` for a count. */
export interface Measured {
  value: number
  years: readonly [first: number, last: number] | null
  /** For a supplier, its share of all that the other received in these years, from 0 to 1. */
  share?: number
}

/** A measure at an as-of date, ready to be read. */
export interface Reading {
  measure: Measure
  /** The value of a link; `null` where the measure says nothing of it. */
  of: (link: Link) => Measured | null
  /** The value of an actor, from those of its links among the given ones; `null` where none of them has any. */
  ofActor: (actor: string, links: readonly Link[]) => number | null
  /** The largest value that a link can have on any day; 0 where the measure says nothing of it. */
  mostOf: (link: Link) => number
  /** The largest value that any link of the dataset can have on any day: scales rest on it, so that they stay. */
  most: number
}

/**
 * Reads a count.
 * @param id one of {@link COUNTS}; any other is read as the number of initiatives
 * @param every every link of the dataset, see `everyLink`
 * @param outcomes of all initiatives at the as-of date
 */
export function readCount(id: string, every: readonly Link[], outcomes: Outcomes): Reading {
  const measure = COUNTS.find((count) => count.id === id) ?? COUNTS[0]!
  const isRealised = measure.id === 'realised'
  return {
    measure,
    of: ({ size, tally }) => ({ value: isRealised ? tally.realised : size, years: null }),
    ofActor: (actor, links) => {
      const own = links.filter(({ dyad: { a, b } }) => a === actor || b === actor)
      return countsByActor(own, isRealised ? { is: 'realised', outcomes } : undefined).get(actor) ?? 0
    },
    mostOf: ({ size }) => size,
    most: mostIn(every),
  }
}

const largest = new WeakMap<readonly Link[], number>()

/** The largest size of any link, and 1 at least; worked out once for every link of a dataset. */
function mostIn(every: readonly Link[]): number {
  const most = largest.get(every) ?? every.reduce((above, { size }) => Math.max(above, size), 1)
  largest.set(every, most)
  return most
}

const SMALL = { maximumSignificantDigits: 3 }
const WHOLE = { maximumFractionDigits: 0 }

/** A value as a badge and a scale give it: three digits, or all of a larger number's: "0.79", "12.8", "13,905". */
export function briefNumber(value: number): string {
  return numberInWords(value, Math.abs(value) >= 100 ? WHOLE : SMALL)
}

/** A value of a measure in words: "Trade: turnover 228 USD bn (2025)"; a supplier's with its share. */
export function measuredInWords({ label, unit }: Measure, { value, years, share }: Measured): string {
  const number = t('{measure} {value} {unit}', { measure: label, value: briefNumber(value), unit: known(unit) })
  const dated = years
    ? t('{number} ({years})', { number, years: yearsInWords({ year: years[0], until: years[1] }) })
    : number
  return share === undefined
    ? dated
    : t('{number}, {share, number} % of all received', { number: dated, share: percent(share) })
}

/** A value as the badge of a link gives it: a share where it is one. */
export function badgeInWords({ value, share }: Measured): string {
  return share === undefined ? briefNumber(value) : percentInWords(share)
}
