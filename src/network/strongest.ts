import type { Columns } from './columns.ts'
import { linkAt, type Link } from './links.ts'
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
  const count = sizes.reduce((sum, size) => sum + Number(size > 0), 0)
  return { links: drawn.map((i) => linkAt(columns, selection, i, sizes[i]!)), left: count - drawn.length }
}

function isPartOf({ dyad: { a, b } }: Pick<Link, 'dyad'>, actor: string): boolean {
  return a === actor || b === actor
}

/**
 * The positions of the strongest links, rising: ranked by counting how many there are of each size.
 * @param sizes 0 for links that are not there
 */
function strongestOf(sizes: Uint32Array, isOfFocus: (position: number) => boolean, most: number): number[] {
  const largest = sizes.reduce((above, size) => Math.max(above, size), 0)
  // Every link of the focus ranks above all others.
  const ranks = Uint32Array.from(sizes, (size, i) => (size > 0 && isOfFocus(i) ? size + largest : size))
  const counts = new Uint32Array(2 * largest + 1)
  for (const rank of ranks) counts[rank]!++
  let left = most
  let least = 2 * largest
  while (least > 0 && counts[least]! <= left) left -= counts[least--]!
  const drawn: number[] = []
  ranks.forEach((rank, position) => {
    if (rank > least || (rank === least && rank > 0 && left-- > 0)) drawn.push(position)
  })
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
