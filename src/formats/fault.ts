import { t } from '../language/messages.ts'
import { parseDate } from '../model/dates.ts'

/** A fault in a data folder, told so that the person who wrote the line can put it right. */
export interface Fault {
  /** Path inside the data folder, with `/`. */
  file: string
  /** Counts from 1. */
  line: number
  /** Where in the entry: `milestones[2].date`; for a table, the column. Empty where the whole file is at fault. */
  field: string
  /** What is wrong, with the value as written. */
  problem: string
  /** What would be right. */
  remedy: string
}

/**
 * A fault as one line: `data/initiatives/china.yaml:120 milestones[2].date: "2015-02-30" is no date that exists; write ...`
 * @param folder the name of the folder, as the reader knows it
 */
export function formatFault(fault: Fault, folder = 'data'): string {
  const field = fault.field ? ` ${fault.field}:` : ''
  return `${folder}/${fault.file}:${fault.line}${field} ${fault.problem}; ${fault.remedy}`
}

/**
 * All faults as one message, a line each.
 * @param most how many lines at most; the last line then says how many more there are
 */
export function formatFaults(faults: readonly Fault[], folder = 'data', most = 50): string {
  const lines = faults.slice(0, most).map((fault) => formatFault(fault, folder))
  if (faults.length > most) lines.push(`... and ${faults.length - most} more`)
  return lines.join('\n')
}

/** A value as the fault quotes it. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** What to write in place of a date that no calendar has: "write a date of the calendar, or 2015-02 if no more is known". */
export function dateRemedy(date: string): string {
  const shorter = [date.slice(0, 7), date.slice(0, 4)].find((text) => parseDate(text))
  return shorter
    ? t('write a date of the calendar, or {shorter} if no more is known', { shorter })
    : t('write a date of the calendar')
}

/**
 * The known word that a mistaken one most likely stands for.
 * @returns `, perhaps X` where one differs by at most two letters, else nothing
 */
export function perhaps(wrong: string, known: Iterable<string>): string {
  let best = ''
  let least = 3
  for (const word of known) {
    if (Math.abs(word.length - wrong.length) >= least) continue
    const distance = editDistance(wrong.toLowerCase(), word.toLowerCase())
    if (distance < least) {
      least = distance
      best = word
    }
  }
  return best && least < best.length ? t(', perhaps {word}', { word: best }) : ''
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
