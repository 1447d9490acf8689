import type { z } from 'zod'
import { parseDate } from '../model/dates.ts'
import type { Actor, Initiative, Membership, RelationType } from '../model/schema.ts'
import { perhaps, quote } from './fault.ts'
import { explain, fieldName, type Path } from './shapeFault.ts'

/** What makes an entry of other people's data one that cannot be taken. */

/** How many faults a sentence names at most. */
export const MOST_FAULTS = 50

/** What a schema holds against an entry, as one text. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): string {
  const faults = issues.map((issue) => {
    const path: Path = issue.path.filter((step) => typeof step !== 'symbol')
    const [problem, remedy] = explain(issue, path)
    const field = fieldName(path)
    return `${field === '' ? '' : `${field} `}${problem}; ${remedy}`
  })
  const more = faults.length - MOST_FAULTS
  return `${faults.slice(0, MOST_FAULTS).join('. ')}${more > 0 ? `. And ${more} more` : ''}.`
}

/** What is wrong with an initiative of right shape, and what would be right; `null` where nothing is. */
export function faultOfInitiative(
  { from, to, type, subtype, milestones, magnitudes }: Initiative,
  actors: ReadonlyMap<string, Actor>,
  types: ReadonlyMap<string, RelationType>,
): string | null {
  const stranger = [...from, ...to].find((id) => !actors.has(id))
  if (stranger !== undefined) {
    return `there is no actor ${quote(stranger)}${perhaps(stranger, actors.keys())}; add it, or correct it.`
  }
  const both = from.find((id) => to.includes(id))
  if (both !== undefined) return `${both} is on both sides; name an actor in "from" or in "to".`
  const declared = types.get(type)
  if (!declared)
    return `there is no relation type ${quote(type)}${perhaps(type, types.keys())}; declare it, or correct it.`
  const subtypes = declared.subtypes.map(({ id }) => id)
  if (!subtypes.includes(subtype)) {
    return `${quote(subtype)} is no subtype of ${type}${perhaps(subtype, subtypes)}; declare it, or correct it.`
  }
  for (const { date } of [...milestones, ...(magnitudes ?? [])]) {
    if (date !== undefined && !parseDate(date))
      return `${quote(date)} is no date that exists; write a date of the calendar.`
  }
  return null
}

/** As {@link faultOfInitiative}, of a membership. */
export function faultOfMembership(
  { organisation, member, from, to }: Membership,
  actors: ReadonlyMap<string, Actor>,
): string | null {
  const stranger = [organisation, member].find((id) => !actors.has(id))
  if (stranger !== undefined) {
    return `there is no actor ${quote(stranger)}${perhaps(stranger, actors.keys())}; add it, or correct it.`
  }
  if (actors.get(organisation)!.kind !== 'organisation') {
    return `${quote(organisation)} is no organisation; write the id of one.`
  }
  if (organisation === member) return `${quote(member)} is a member of itself; write the id of another actor.`
  for (const date of [from, to]) {
    if (date !== undefined && !parseDate(date))
      return `${quote(date)} is no date that exists; write a date of the calendar.`
  }
  if (from !== undefined && to !== undefined && parseDate(to)!.last < parseDate(from)!.first) {
    return `it ends on ${to}, before it begins on ${from}; correct one of the two.`
  }
  return null
}

/** True where no milestone comes wholly before one that stands earlier in the list. */
export function inOrder(milestones: Initiative['milestones']): boolean {
  let latest = Number.NEGATIVE_INFINITY
  for (const { date } of milestones) {
    const { first, last } = parseDate(date)!
    if (last < latest) return false
    latest = Math.max(latest, first)
  }
  return true
}
