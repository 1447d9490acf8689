import { msg, type Message } from '../language/messages.ts'
import { dayNumber, type Day } from '../model/dates.ts'
import type { Outline, Texts } from '../model/outline.ts'
import type { Membership, Series } from '../model/schema.ts'
import { membershipsAt } from './profile.ts'
import { isOfParts, latestWhole, wholesOf } from './series.ts'

/** Who belongs to which organisation, and who else supplied arms: what stands around the ties that a dataset is about. */

/** What each role is called after the name of a member. */
export const ROLES: Record<Membership['role'], Message> = {
  member: msg('member'),
  observer: msg('observer'),
  'dialogue-partner': msg('dialogue partner'),
  partner: msg('partner'),
}

/** The memberships that some organisations grant at the end of a day, in the order of the dataset. */
export function membersOf(texts: Texts, organisations: readonly string[], asOf: Day): Membership[] {
  return organisations.flatMap((id) => membershipsAt(texts, id, asOf).filter(({ organisation }) => organisation === id))
}

/**
 * The organisation that each state is drawn within: of those that it is a full member of, whenever that was, one of the
 * core before any other, then the smallest, since that says most. A state of none is not in it.
 */
export function organisationsOf({ actors }: Outline, { memberships }: Texts): Map<string, string> {
  const full = memberships.filter(({ role }) => role === 'member')
  const sizes = new Map<string, number>()
  for (const { organisation } of full) sizes.set(organisation, (sizes.get(organisation) ?? 0) + 1)
  const ranked = actors
    .filter(({ id, kind }) => kind === 'organisation' && sizes.has(id))
    .sort((x, y) => Number(y.tier === 'core') - Number(x.tier === 'core') || sizes.get(x.id)! - sizes.get(y.id)!)
  const own = new Map<string, string>()
  for (const { id } of actors) {
    const organisation = ranked.find((one) => full.some((m) => m.organisation === one.id && m.member === id))
    if (organisation) own.set(id, organisation.id)
  }
  return own
}

/** What an actor received from one supplier in a window of years. */
export interface Supply {
  supplier: string
  recipient: string
  value: number
  unit: string
  /** Of all that the recipient received in the window, from 0 to 1. */
  share: number
  years: readonly [first: number, last: number]
}

/** A supplier is shown where it delivered at least this share of what a partner received. */
export const LEAST_SHARE = 0.1

/** The series of suppliers in a dataset; `undefined` where it has none. */
export function suppliersSeries({ series }: Texts): Series | undefined {
  return series.find(isOfParts)
}

/**
 * What the other suppliers delivered to some recipients in the latest window that was known at the end of a day, as far
 * as it was a tenth or more of what the recipient received. The focus is not among them: its ties are drawn as such.
 * @param period the filter's years; `null` for all
 */
export function suppliesAt(
  series: Series,
  recipients: readonly string[],
  focus: string,
  period: readonly [number, number] | null,
  asOf: Day,
): Supply[] {
  const supplied = recipients.flatMap((recipient) => {
    if (recipient === focus) return []
    const whole = latestWhole(wholesOf(series, recipient, asOf), period)
    if (!whole) return []
    return whole.parts
      .filter(({ from, share }) => from !== focus && !(from in (series.codes ?? {})) && share >= LEAST_SHARE)
      .map(({ from, value, share }): Supply => ({
        supplier: from,
        recipient,
        value,
        unit: whole.unit,
        share,
        years: [whole.year, whole.until],
      }))
  })
  return supplied.sort((x, y) => y.value - x.value)
}

/** The suppliers that can come to be shown on any day, with those they supplied: their places rest on all of them. */
export function everySupplier(series: Series, recipients: readonly string[], focus: string): Map<string, string[]> {
  const years = [...new Set(series.observations.map(({ year, untilYear }) => untilYear ?? year))]
  const suppliers = new Map<string, Set<string>>()
  for (const year of years) {
    for (const { supplier, recipient } of suppliesAt(series, recipients, focus, null, dayNumber(year, 12, 31))) {
      suppliers.set(supplier, (suppliers.get(supplier) ?? new Set()).add(recipient))
    }
  }
  return new Map([...suppliers].map(([supplier, own]) => [supplier, [...own]]))
}
