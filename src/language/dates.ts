import { language, onLanguage } from './messages.ts'

/** Dates as the present language writes them. */

type Parts = 'year' | 'month' | 'day'
const OPTIONS: Record<Parts, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
}
const formats = new Map<Parts, Intl.DateTimeFormat>()
onLanguage(() => formats.clear())

/** A date of evidence in words, no more precise than it is: "2015", "March 2015", "9 March 2015". A text that is no date as it is. */
export function dateInWords(text: string): string {
  const [year, month, date] = text.split('-')
  const own: Parts = date ? 'day' : month ? 'month' : 'year'
  const time = new Date(0).setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(date ?? 1))
  // Russian ends it with an abbreviated "year" and a stop, which the end of a sentence would double.
  return Number.isNaN(time)
    ? text
    : formatOf(own)
        .format(time)
        .replace(/\sг\.$/, '')
}

function formatOf(own: Parts): Intl.DateTimeFormat {
  let format = formats.get(own)
  if (!format) {
    format = new Intl.DateTimeFormat(language().locale, { ...OPTIONS[own], timeZone: 'UTC', calendar: 'gregory' })
    formats.set(own, format)
  }
  return format
}

/** The time of day of a moment (ISO 8601, or milliseconds) by the clock of this machine: "14:05". */
export function timeHere(moment: string | number): string {
  return new Intl.DateTimeFormat(language().locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(moment),
  )
}
