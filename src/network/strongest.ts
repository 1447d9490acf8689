import type { Columns } from './columns.ts'
import type { Link } from './links.ts'

/**
 * How many links are drawn unless the person asks for more: a screen shows no more than some hundred that one can tell apart,
 * and the canvas needs about 50 ms for a thousand.
 */
export const USUAL_LINKS = 250
/** What can be asked for. */
export const LINK_COUNTS = [100, USUAL_LINKS, 500, 1000, 2500, 5000] as const
/** From so many actors on, those without a drawn link are not drawn either: they would only stand around. */
const MANY_ACTORS = 80

/** The links that are drawn, in their order, and how many there are besides. */
export interface Drawn {
  links: readonly Link[]
  left: number
}

/**
 * The links that are drawn where there are more than a picture can show: first those of the focus, then those with the most
 * initiatives.
 * @param most how many are drawn at most
 */
export function strongestLinks(links: readonly Link[], focus: string, most: number): Drawn {
  if (links.length <= most) return { links, left: 0 }
  const isOfFocus = ({ dyad: { a, b } }: Link) => Number(a === focus || b === focus)
  const sorted = links
    .map((link, position) => ({ link, position }))
    .sort(
      (one, other) =>
        isOfFocus(other.link) - isOfFocus(one.link) || other.link.size - one.link.size || one.position - other.position,
    )
    .slice(0, most)
    .sort((one, other) => one.position - other.position)
  return { links: sorted.map(({ link }) => link), left: links.length - most }
}

/**
 * The actors that are drawn.
 * @returns `null` for all: where they are few, each keeps its place whether it has a tie or not
 */
export function drawnActors(
  actors: number,
  links: readonly Link[],
  always: readonly string[],
): ReadonlySet<string> | null {
  if (actors < MANY_ACTORS) return null
  return new Set([...always, ...links.flatMap(({ dyad: { a, b } }) => [a, b])])
}

/** What of a dataset is drawn where places must stay the same whatever is filtered, as on the map. */
export interface DrawnDataset {
  columns: Columns
  /** Those of every link of the dataset that are drawn. */
  every: readonly Link[]
  /** Those of some links that are drawn. */
  only: (links: readonly Link[]) => readonly Link[]
}

/** @param every every link of the dataset, see `everyLink` */
export function drawnDataset(columns: Columns, every: readonly Link[], focus: string, most: number): DrawnDataset {
  const { links, left } = strongestLinks(every, focus, most)
  if (left === 0) return { columns, every, only: (own) => own }
  const ids = new Set(links.map(({ id }) => id))
  const { outline } = columns
  const actors = drawnActors(outline.actors.length, links, [focus])
  return {
    columns: actors
      ? { ...columns, outline: { ...outline, actors: outline.actors.filter(({ id }) => actors.has(id)) } }
      : columns,
    every: links,
    only: (own) => own.filter(({ id }) => ids.has(id)),
  }
}
