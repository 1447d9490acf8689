import type { Columns } from './columns.ts'
import { linkAt, linkCount, type Link } from './links.ts'
import type { Selection } from './select.ts'

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
  const sizes = Uint32Array.from(links, ({ size }) => size)
  const isOfFocus = (i: number) => isPartOf(links[i]!, focus)
  return { links: strongestOf(sizes, isOfFocus, most).map((i) => links[i]!), left: links.length - most }
}

/**
 * The same from the links of a selection by their sizes: of a hundred thousand only those that are drawn are made.
 * @param sizes see `linkSizes`
 */
export function strongestSelected(
  columns: Columns,
  selection: Selection,
  sizes: Uint32Array,
  focus: string,
  most: number,
): Drawn {
  const isOfFocus = (i: number) => isPartOf(columns.links[i]!, focus)
  const drawn = strongestOf(sizes, isOfFocus, most)
  return { links: drawn.map((i) => linkAt(columns, selection, i, sizes[i]!)), left: linkCount(sizes) - drawn.length }
}

function isPartOf({ dyad: { a, b } }: Pick<Link, 'dyad'>, actor: string): boolean {
  return a === actor || b === actor
}

/**
 * The positions of the strongest links, rising: ranked by counting how many there are of each size.
 * @param sizes 0 for links that are not there
 */
function strongestOf(sizes: Uint32Array, isOfFocus: (position: number) => boolean, most: number): number[] {
  let largest = 0
  for (const size of sizes) if (size > largest) largest = size
  // Every link of the focus ranks above all others.
  const ranks = new Uint32Array(sizes.length)
  for (let i = 0; i < ranks.length; i++) {
    const size = sizes[i]!
    if (size > 0) ranks[i] = isOfFocus(i) ? size + largest : size
  }
  const counts = new Uint32Array(2 * largest + 1)
  for (const rank of ranks) counts[rank]!++
  let left = most
  let least = 2 * largest
  while (least > 0 && counts[least]! <= left) left -= counts[least--]!
  const drawn: number[] = []
  for (let position = 0; position < ranks.length; position++) {
    const rank = ranks[position]!
    if (rank > least || (rank === least && rank > 0 && left-- > 0)) drawn.push(position)
  }
  return drawn
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
