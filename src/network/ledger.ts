import { t } from '../language/messages.ts'
import { fixedInWords } from '../language/numbers.ts'
import { DAYS_A_YEAR, type Day } from '../model/dates.ts'
import { CHANGES, type Change, type Comparison } from './changes.ts'
import { typeAt, type Columns } from './columns.ts'
import { partnersOf, tallyOf, timesIn, type Link, type Tally } from './links.ts'
import type { Selection } from './select.ts'
import { firstRealisedAt, type Outcomes } from './standing.ts'
import type { Slice } from './slice.ts'
import { accountPartsByCode, beginsWithPromise, emptyAccount, type Account } from './tally.ts'

/**
 * Promised against delivered, a line a partner. It counts cooperative outputs; processes and conflict stand beside them.
 */
export interface Ledger {
  /** A line for each partner of the focus, the one with most initiatives in the dataset first; then, where there are any, the ties without it. */
  lines: LedgerLine[]
  /** All selected initiatives, each once: one with several partners stands in the line of each. */
  total: LedgerLine
}

export interface LedgerLine {
  /** The partner; `null` for the ties without the focus and for the total. */
  partner: string | null
  /** What all numbers of the line are a part of. */
  slice: Slice
  account: Account
  /** How many outputs have been realised at any time up to the as-of date, whether or not they still are. */
  everRealised: number
  /** The outputs of each relation type, in the order of the dataset. */
  types: { type: string; promised: number; realised: number; everRealised: number }[]
  delay: Delay
  pendingAge: PendingAge | null
  /** The outputs at two dates; `null` where no other date is compared. */
  compared: ComparedLine | null
}

/** How long the outputs that were ever realised took from their first promise to their first delivery. */
export interface Delay {
  /** In days; `null` where none has both. */
  median: number | null
  /** How many outputs have both. */
  counted: number
  /** How many more were delivered without an earlier promise on record: their delay is not known. */
  withoutPromise: number
}

/** How long ago the pending outputs were first promised, in days. */
export interface PendingAge {
  median: number
  oldest: number
}

/** The outputs that had begun by an earlier day, then and now, and what became of all of them since. */
export interface ComparedLine {
  begun: number
  /** Of these, how many were realised then, and how many are now. */
  realisedThen: number
  realisedNow: number
  changes: Record<Change, number>
  /** The outcomes of those that were newly begun. */
  begunSince: Tally
}

interface LedgerInput {
  columns: Columns
  selection: Selection
  links: readonly Link[]
  comparison: Comparison | null
  /** The actor whose partners have a line each. */
  focus: string
}

/** Makes the ledger of a selection. */
export function ledgerOf(input: LedgerInput): Ledger {
  const { columns, selection, links, focus } = input
  const bundles = partnersOf(columns, links, focus)
  const times = timesIn(columns, bundles)
  const lines = bundles.map(({ dyad, partner, initiatives }) => lineOf(input, partner, { dyad }, initiatives))
  const others = selection.initiatives.filter((i) => times[i] === 0)
  if (others.length > 0 && lines.length > 0) lines.push(lineOf(input, null, { without: focus }, others))
  return { lines, total: lineOf(input, null, {}, selection.initiatives) }
}

/**
 * One line of a ledger.
 * @param initiatives what the slice holds; their processes and conflicts are counted, but nothing else is made of them
 */
export function lineOf(
  { columns, selection, comparison }: Pick<LedgerInput, 'columns' | 'selection' | 'comparison'>,
  partner: string | null,
  slice: Slice,
  initiatives: readonly number[],
): LedgerLine {
  const { rows, outline } = columns
  const partOf = accountPartsByCode(columns)
  const counts = new Map(outline.relationTypes.map(({ id }) => [id, { promised: 0, realised: 0, everRealised: 0 }]))
  const account = emptyAccount()
  const outputs: number[] = []
  const ever: number[] = []
  const pending: number[] = []
  for (const i of initiatives) {
    const part = partOf(rows.kinds.codes[i]!, rows.grades.codes[i]!)
    const outcome = selection.outcomes.at(i)
    if (outcome) account[part][outcome]++
    if (part !== 'outputs') continue
    outputs.push(i)
    const own = counts.get(typeAt(columns, i))!
    own.promised++
    if (outcome === 'realised') own.realised++
    if (outcome === 'pending') {
      pending.push(i)
      if (selection.isSilent(i)) account.silent++
    }
    if (firstRealisedAt(rows, i, selection.asOf) === null) continue
    ever.push(i)
    own.everRealised++
  }
  return {
    partner,
    slice,
    account,
    everRealised: ever.length,
    types: outline.relationTypes.map(({ id }) => ({ type: id, ...counts.get(id)! })),
    delay: delayOf(columns, ever, selection.asOf),
    pendingAge: pendingAgeOf(columns, selection.asOf, pending),
    compared: comparison && comparedLine(selection.outcomes, comparison, outputs),
  }
}

/**
 * How long some initiatives took from their first promise to their first delivery. It looks back from deliveries, so what is
 * still pending is not in it.
 */
export function delayOf(columns: Columns, realised: readonly number[], asOf: Day): Delay {
  const promised = realised.filter((i) => beginsWithPromise(columns, i))
  const delays = promised.map((i) => firstRealisedAt(columns.rows, i, asOf)! - columns.begins[i]!)
  return { median: median(delays), counted: delays.length, withoutPromise: realised.length - delays.length }
}

function pendingAgeOf(columns: Columns, asOf: Day, pending: readonly number[]): PendingAge | null {
  const ages = pending.map((i) => asOf - columns.begins[i]!)
  const middle = median(ages)
  return middle === null ? null : { median: middle, oldest: ages.reduce((oldest, age) => Math.max(oldest, age)) }
}

function comparedLine(outcomes: Outcomes, { before, changes }: Comparison, outputs: readonly number[]): ComparedLine {
  const begun = outputs.filter((i) => before.at(i))
  const count = (change: Change) => outputs.filter((i) => changes[i] === change).length
  return {
    begun: begun.length,
    realisedThen: begun.filter((i) => before.at(i) === 'realised').length,
    realisedNow: begun.filter((i) => outcomes.at(i) === 'realised').length,
    begunSince: tallyOf(
      outcomes,
      outputs.filter((i) => changes[i] === 'begun'),
    ),
    changes: Object.fromEntries(CHANGES.map((change) => [change, count(change)])) as Record<Change, number>,
  }
}

/** The middle of some numbers, of an even count half-way between the two in the middle; `null` of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** A number of days as one says it: "12 days", "7 months", "2.4 years". */
export function daysInWords(days: number): string {
  if (days < 45) return t('{count, plural, one {# day} other {# days}}', { count: Math.round(days) })
  if (days < 2 * DAYS_A_YEAR) {
    return t('{count, plural, one {# month} other {# months}}', { count: Math.round((days / DAYS_A_YEAR) * 12) })
  }
  return t('{years} years', { years: fixedInWords(days / DAYS_A_YEAR, 1) })
}
