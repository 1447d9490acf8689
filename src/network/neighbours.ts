import { known, t } from '../language/messages.ts'
import { listInWords, lowerFirst } from '../language/numbers.ts'
import type { Columns } from './columns.ts'
import { countOfOutcome, type Link } from './links.ts'

/** The links between two actors, whichever of them stands first in the dyad. */
export function linksBetween(links: readonly Link[], one: string, other: string): Link[] {
  return links.filter(({ dyad: { a, b } }) => (a === one && b === other) || (a === other && b === one))
}

/**
 * What two actors have with each other, in one line that can be listened to: "18 initiatives with Russia, 11 realised,
 * mostly arms". Conflict is told apart and is no result.
 * @param between their links, see {@link linksBetween}
 * @param other the name of the one that is told of last
 */
export function tiesInWords(columns: Columns, between: readonly Link[], other: string): string {
  const sum = (own: readonly Link[], part: (link: Link) => number) => own.reduce((all, link) => all + part(link), 0)
  const size = sum(between, (link) => link.size)
  const conflict = between.filter(({ valence }) => valence === 'conflict')
  const cooperation = between.filter(({ valence }) => valence !== 'conflict')
  const realised = sum(cooperation, ({ tally }) => tally.realised)
  return [
    t('{count, plural, one {# initiative} other {# initiatives}} with {actor}', { count: size, actor: other }),
    ...(cooperation.length > 0 ? [realised === 0 ? t('none realised') : countOfOutcome(realised, 'realised')] : []),
    ...mostlyInWords(columns, between, size),
    ...(conflict.length > 0 ? [t('{count, number} in conflict', { count: sum(conflict, (link) => link.size) })] : []),
  ].join(t(', '))
}

/** The relation types that most of them have: "all arms", "mostly arms", "mostly arms and energy"; nothing where it takes more than two. */
function mostlyInWords(columns: Columns, between: readonly Link[], size: number): string[] {
  const byType = new Map<string, number>()
  for (const link of between) byType.set(link.type, (byType.get(link.type) ?? 0) + link.size)
  const types = [...byType].sort((one, other) => other[1] - one[1])
  const labels = types.map(([type]) => {
    const label = columns.outline.relationTypes.find(({ id }) => id === type)?.label ?? type
    return lowerFirst(known(label))
  })
  const [main, next] = labels as [string, string]
  if (types.length === 1) return [t('all {type}', { type: main })]
  const [first, second] = types.map(([, count]) => count) as [number, number]
  if (first * 2 > size) return [t('mostly {type}', { type: main })]
  return (first + second) * 2 > size ? [t('mostly {types}', { types: listInWords([main, next]) })] : []
}
