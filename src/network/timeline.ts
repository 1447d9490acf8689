import { known, t } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import { namesOf } from '../model/actorNames.ts'
import type { InitiativeOutline } from '../model/outline.ts'
import { byBeginning, typeAt, type Columns } from './columns.ts'
import type { Selection } from './select.ts'
import { partnersOf, tallyOf, timesIn, type Link, type Tally } from './links.ts'

/** Initiatives that stand together in the Timeline. */
export interface TimelineGroup {
  /** A dyad's id, `without`, or a relation type's id: the same for every selection. */
  id: string
  label: string
  /** Positions, by the day they begin. */
  initiatives: number[]
  /** How many of them stand in another group as well. */
  shared: number
  /** How many of them have each outcome. */
  tally: Tally
}

/** The selected initiatives, grouped by the partners of the focus or by relation type. */
export function groupsBy(
  grouping: 'partner' | 'type',
  columns: Columns,
  selection: Selection,
  links: readonly Link[],
  focus: string,
): TimelineGroup[] {
  return grouping === 'partner' ? groupsByPartner(columns, selection, links, focus) : groupsByType(columns, selection)
}

/** The id of the group of what the focus has no part in. */
export const WITHOUT = 'without'

/**
 * The selected initiatives by the partners of the focus, the partner with most initiatives in the
 * dataset first. An initiative of the
 * focus with several partners stands with each of them; one in which the focus has no part stands in a last group.
 * @param links the links of the selection: a filter for partners has left only its dyads in them
 */
export function groupsByPartner(
  columns: Columns,
  selection: Selection,
  links: readonly Link[],
  focus: string,
): TimelineGroup[] {
  const called = namesOf(columns.outline.actors)
  const bundles = partnersOf(columns, links, focus)
  const placed = timesIn(columns, bundles)
  const groups = bundles.map(({ dyad, partner, initiatives }) =>
    groupOf(columns, selection, dyad, called(partner), initiatives, placed),
  )
  const others = links.filter(({ dyad: { a, b } }) => a !== focus && b !== focus)
  const rest = [...new Set(others.flatMap(({ initiatives }) => initiatives.filter((i) => placed[i] === 0)))]
  if (rest.length > 0) {
    const label = t('Ties without {actor}', { actor: called(focus) })
    groups.push(groupOf(columns, selection, WITHOUT, label, rest, placed))
  }
  return groups
}

/** The selected initiatives by relation type, in the order of the dataset; types without any are left out. */
export function groupsByType(columns: Columns, selection: Selection): TimelineGroup[] {
  const byType = new Map<string, number[]>(columns.outline.relationTypes.map(({ id }) => [id, []]))
  for (const i of selection.initiatives) byType.get(typeAt(columns, i))?.push(i)
  return columns.outline.relationTypes
    .filter(({ id }) => byType.get(id)!.length > 0)
    .map(({ id, label }) => groupOf(columns, selection, id, known(label), byType.get(id)!, null))
}

function groupOf(
  columns: Columns,
  selection: Selection,
  id: string,
  label: string,
  initiatives: readonly number[],
  /** In how many groups each stands; `null` where each stands in one. */
  placed: Uint16Array | null,
): TimelineGroup {
  const own = byBeginning(columns, initiatives)
  const shared = placed ? own.filter((i) => placed[i]! > 1).length : 0
  return { id, label, initiatives: own, shared, tally: tallyOf(selection.outcomes, own) }
}

/** The other sides of an initiative; of more than two, one and how many more. */
export function partnersInWords(
  { from, to }: InitiativeOutline,
  focus: string,
  called: (actor: string) => string,
): string {
  const others = [...new Set([...from, ...to])].filter((id) => id !== focus).map(called)
  return listInWords(
    others.length <= 2 ? others : [others[0]!, t('{count, number} more', { count: others.length - 1 })],
  )
}
