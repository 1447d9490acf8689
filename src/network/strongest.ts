import type { Columns } from './columns.ts'
import type { Link } from './links.ts'

/**
 * How many links are drawn unless the person asks for more: a screen shows no more than some hundred that one can tell apart,
 * and the canvas needs about 50 ms for a thousand.
 */
export const USUAL_LINKS = 250
/** What can be asked for. */
export const LINK_COUNTS = [100, USUAL_LINKS, 500, 1000, 2500, 5000] as const
/** More than any link has initiatives. */
const OF_FOCUS = 2 ** 40
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
  // Ranked as numbers: of a hundred thousand links only some hundred are asked for.
  const ranks = Float64Array.from(
    links,
    ({ dyad: { a, b }, size }) => size + (a === focus || b === focus ? OF_FOCUS : 0),
  )
  const least = ranks.toSorted()[links.length - most]!
  let ties = most - ranks.reduce((above, rank) => above + Number(rank > least), 0)
  const drawn = links.filter((_, i) => ranks[i]! > least || (ranks[i] === least && ties-- > 0))
  return { links: drawn, left: links.length - most }
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
