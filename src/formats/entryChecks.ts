import type { z } from 'zod'
import { t } from '../language/messages.ts'
import { parseDate } from '../model/dates.ts'
import type { Actor, Initiative, Membership, RelationType } from '../model/schema.ts'
import { perhaps, quote } from './fault.ts'
import { explain, type Path } from './shapeFault.ts'

/** What makes an entry of other people's data one that cannot be taken. */

/** How many faults a sentence names at most. */
export const MOST_FAULTS = 50

/** What a schema holds against an entry, as one text. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): string {
  const faults = issues.map((issue) => {
    const path: Path = issue.path.filter((step) => typeof step !== 'symbol')
    const [problem, remedy] = explain(issue, path, 'sentence')
    return [problem, remedy].join(t('; '))
  })
  const more = faults.length - MOST_FAULTS
  const shown = faults.slice(0, MOST_FAULTS).join(t('. '))
  return more > 0 ? t('{faults}. And {more, number} more.', { faults: shown, more }) : t('{faults}.', { faults: shown })
}

/** What is wrong with an initiative of right shape, and what would be right; `null` where nothing is. */
export function faultOfInitiative(
  { from, to, type, subtype, milestones, magnitudes }: Initiative,
  actors: ReadonlyMap<string, Actor>,
  types: ReadonlyMap<string, RelationType>,
): string | null {
  const stranger = [...from, ...to].find((id) => !actors.has(id))
  if (stranger !== undefined) return noActor(stranger, actors)
  const both = from.find((id) => to.includes(id))
  if (both !== undefined) return t('{id} is on both sides; name an actor in "from" or in "to".', { id: both })
  const declared = types.get(type)
  if (!declared) {
    return t('there is no relation type {id}{perhaps}; declare it, or correct it.', {
      id: quote(type),
      perhaps: perhaps(type, types.keys()),
    })
  }
  const subtypes = declared.subtypes.map(({ id }) => id)
  if (!subtypes.includes(subtype)) {
    return t('{id} is no subtype of {type}{perhaps}; declare it, or correct it.', {
      id: quote(subtype),
      type,
      perhaps: perhaps(subtype, subtypes),
    })
  }
  for (const { date } of [...milestones, ...(magnitudes ?? [])]) {
    if (date !== undefined && !parseDate(date)) return noDate(date)
  }
  return null
}

function noActor(id: string, actors: ReadonlyMap<string, Actor>): string {
  return t('there is no actor {id}{perhaps}; add it, or correct it.', {
    id: quote(id),
    perhaps: perhaps(id, actors.keys()),
  })
}

function noDate(date: string): string {
  return t('{date} is no date that exists; write a date of the calendar.', { date: quote(date) })
}

/** As {@link faultOfInitiative}, of a membership. */
export function faultOfMembership(
  { organisation, member, from, to }: Membership,
  actors: ReadonlyMap<string, Actor>,
): string | null {
  const stranger = [organisation, member].find((id) => !actors.has(id))
  if (stranger !== undefined) return noActor(stranger, actors)
  if (actors.get(organisation)!.kind !== 'organisation') {
    return t('{id} is no organisation; write the id of one.', { id: quote(organisation) })
  }
  if (organisation === member) {
    return t('{id} is a member of itself; write the id of another actor.', { id: quote(member) })
  }
  for (const date of [from, to]) {
    if (date !== undefined && !parseDate(date)) return noDate(date)
  }
  if (from !== undefined && to !== undefined && parseDate(to)!.last < parseDate(from)!.first) {
    return t('it ends on {to}, before it begins on {from}; correct one of the two.', { from, to })
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
