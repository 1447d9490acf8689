/** What changes in a dataset from one end of a month to the next: counted from its file, to hold the program to it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../install.mjs'
import { median } from './statistics.mjs'

/** So many years after its last milestone a promise is silent, which changes it too. */
const SILENT_YEARS = 5

/** The file of Dyad's own dataset, as the build writes it. */
const OWN_FILE = join(root, 'dist', 'dataset', 'dyad.json')

/**
 * How many milestones take effect in each of some months, or make way for silence in it, in a dataset as Dyad writes it.
 * @param dataset with `initiatives`, each with its `milestones`; a date that names no month is the last of its year
 * @param first the month before the first of them, as `2009-12-31` or `2009-12`
 * @param count how many months
 */
export function changesByMonth({ initiatives }, first, count) {
  const monthOf = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 12)
  const byMonth = new Map()
  for (const { milestones } of initiatives) {
    for (const { date } of milestones) {
      const month = monthOf(date)
      for (const own of [month, month + SILENT_YEARS * 12]) byMonth.set(own, (byMonth.get(own) ?? 0) + 1)
    }
  }
  const start = monthOf(first) + 1
  return Array.from({ length: count }, (_, i) => byMonth.get(start + i) ?? 0)
}

/** How many changes a month has at the median, from a day on, in Dyad's own dataset. */
export function ownChanges(first, months) {
  return median(changesByMonth(JSON.parse(readFileSync(OWN_FILE, 'utf8')), first, months))
}
