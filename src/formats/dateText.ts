import { dayNumber, isoDate, parseDate } from '../model/dates.ts'

/** In which order a column writes day and month where they are parted by slashes or hyphens. */
export type DayOrder = 'day-first' | 'month-first'

/** What a cell of dates says. */
export interface DateReading {
  /** As evidence gives dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string
  /** The last year of a span: "2010-2014". */
  until?: string
  /** Day and month may be either way round, so that only the year is sure. */
  isUnsure?: true
}

/** Months by how they begin, in English, French, German, Spanish, Portuguese, Italian and Russian, without marks. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|янв)/,
  /^(?:feb|fev|фев)/,
  /^(?:mar|maer|mrz|мар)/,
  /^(?:apr|avr|abr|апр)/,
  /^(?:may|mai|mag|маи|мая)/,
  /^(?:jun|juin|giu|июн)/,
  /^(?:jul|juil|lug|июл)/,
  /^(?:aug|aou|ago|авг)/,
  /^(?:sep|set|сен)/,
  /^(?:oct|okt|out|ott|окт)/,
  /^(?:nov|ноя)/,
  /^(?:dec|dez|dic|дек)/,
]

const FIRST_YEAR = 1000
/** Days that spreadsheets count from: 1 is 1 January 1900, with a 29 February in that year that never was. */
const SERIAL_ZERO = dayNumber(1899, 12, 30)
/** Serial numbers of days between 1927 and 2119: fewer digits are years, more are dates without signs. */
const SERIAL = /^\d{5}$/
const SERIAL_FROM = 10_000
const SERIAL_TO = 80_000

const PARTED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/

/**
 * In which order a column writes day and month, from the first date that tells: in 25/03/2015 the day is first.
 * @returns `null` where no date tells, or where some tell one thing and some the other
 */
export function dayOrderOf(values: Iterable<string>): DayOrder | null {
  let order: DayOrder | null = null
  for (const value of values) {
    const parted = PARTED.exec(withoutTime(value))
    if (!parted) continue
    const [first, second] = [Number(parted[1]), Number(parted[2])]
    const own = first > 12 && second <= 12 ? 'day-first' : second > 12 && first <= 12 ? 'month-first' : null
    if (own === null) continue
    if (order !== null && order !== own) return null
    order = own
  }
  return order
}

/** Whether a column holds the numbers by which spreadsheets count days: most of its values are such. */
export function isSerial(values: readonly string[]): boolean {
  const given = values.filter((value) => value !== '')
  const serials = given.filter(
    (value) => SERIAL.test(value) && Number(value) >= SERIAL_FROM && Number(value) < SERIAL_TO,
  )
  return given.length > 0 && serials.length > given.length / 2
}

/**
 * Reads a date in any of the forms that people and programs write: 2015, 2015-03, 2015-03-09, 2015/3/9, 20150309, 201503,
 * 9 March 2015, March 9, 2015, March 2015, 03/2015, 9.3.2015, with or without a time of day; a span of years; and the
 * numbers by which spreadsheets count days, where the column holds such.
 *
 * @param order of day and month where they are parted by slashes, see {@link dayOrderOf}
 * @returns `null` for what is no date that exists, in a year of four digits
 */
export function readDate(text: string, order: DayOrder | null = null, serial = false): DateReading | null {
  const value = withoutTime(text)
  if (value.length < 4 || value.length > 40) return null
  const span = /^(\d{4})\s*(?:[-–—/]|to|until|по)\s*(\d{4})$/.exec(value)
  if (span) {
    const [from, to] = [span[1]!, span[2]!]
    return from <= to && isYear(from) && isYear(to) ? { date: from, ...(to !== from && { until: to }) } : null
  }
  if (serial && SERIAL.test(value)) {
    const days = Number(value)
    return days >= SERIAL_FROM && days < SERIAL_TO ? { date: isoDate(SERIAL_ZERO + days) } : null
  }
  const ordered =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(value)
  if (ordered) return dated(ordered[1]!, ordered[2], ordered[3])
  const monthAndYear = /^(\d{1,2})[/.-](\d{4})$/.exec(value)
  if (monthAndYear) return dated(monthAndYear[2]!, monthAndYear[1])
  // Points part days, months and years in this order only.
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s?г\.?)?$/.exec(value)
  if (dotted) return dated(dotted[3]!, dotted[2], dotted[1])
  const parted = PARTED.exec(value)
  if (parted) return partedDate(parted[1]!, parted[2]!, parted[3]!, order)
  return dateInWords(value)
}

function partedDate(one: string, other: string, year: string, order: DayOrder | null): DateReading | null {
  if (one === other || Number(one) > 12 || order === 'day-first') return dated(year, other, one)
  if (Number(other) > 12 || order === 'month-first') return dated(year, one, other)
  const sure = dated(year)
  return sure && dated(year, one, other) ? { ...sure, isUnsure: true } : null
}

/** "9 March 2015", "March 9, 2015", "Mar 2015", "9-Mar-2015", "9 марта 2015 г." */
function dateInWords(value: string): DateReading | null {
  const words = value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !/^(?:of|de|del|do|di|the|г|года|st|nd|rd|th)$/.test(word))
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th|er)$/, '$1'))
  if (words.length < 2 || words.length > 3) return null
  const month = words.findIndex((word) => /^\p{L}{3,12}$/u.test(word))
  const year = words.findIndex((word) => /^\d{4}$/.test(word))
  const day = words.findIndex((word) => /^\d{1,2}$/.test(word))
  if (month === -1 || year === -1 || (words.length === 3 && day === -1)) return null
  const number = MONTHS.findIndex((begins) => begins.test(words[month]!)) + 1
  if (number === 0) return null
  return dated(words[year]!, String(number), day === -1 ? undefined : words[day])
}

function dated(year: string, month?: string, day?: string): DateReading | null {
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return isYear(year) && parseDate(date) !== null ? { date } : null
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR
}

/** A date without the time of day that some programs write after it. */
function withoutTime(text: string): string {
  return text
    .trim()
    .replace(/(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)$/, '')
    .replace(/,$/, '')
}
