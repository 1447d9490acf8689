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

/** What of a dataset is drawn where places are to stay the same whatever is filtered, as on the map. */
export interface DrawnDataset {
  columns: Columns
  /** Those of every link of the dataset from which the places are made. */
  every: readonly Link[]
}

/**
 * The strongest of every link of a dataset, and the actors that they lead to.
 * @param every every link of the dataset, see `everyLink`
 * @param most how many links are drawn at most
 */
export function drawnDataset(columns: Columns, every: readonly Link[], focus: string, most: number): DrawnDataset {
  const { links, left } = strongestLinks(every, focus, most)
  return left === 0 ? { columns, every } : keptTo(columns, links, focus)
}

/**
 * The strongest of some links of a dataset, and with them what their places are made from: where some of them are not among
 * the strongest of all, these join them, so that what is drawn is never less than could be.
 * @param drawn of the same dataset, focus and number of links
 * @param links what is selected of every link
 */
export function drawnSelection(
  { columns, every }: Pick<DrawnDataset, 'columns' | 'every'>,
  drawn: DrawnDataset,
  links: readonly Link[],
  focus: string,
  most: number,
): DrawnDataset & { links: readonly Link[] } {
  const { links: strongest } = strongestLinks(links, focus, most)
  const known = new Set(drawn.every.map(({ id }) => id))
  const others = new Set(strongest.map(({ id }) => id).filter((id) => !known.has(id)))
  if (others.size === 0) return { ...drawn, links: strongest }
  const joined = every.filter(({ id }) => known.has(id) || others.has(id))
  return { ...keptTo(columns, joined, focus), links: strongest }
}

/** A dataset with some of its links, and those of its actors that are drawn then. */
function keptTo(columns: Columns, links: readonly Link[], focus: string): DrawnDataset {
  const { outline } = columns
  const actors = drawnActors(outline.actors.length, links, [focus])
  if (!actors) return { columns, every: links }
  return {
    columns: { ...columns, outline: { ...outline, actors: outline.actors.filter(({ id }) => actors.has(id)) } },
    every: links,
  }
}
