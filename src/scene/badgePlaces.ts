import type { Link } from '../network/links.ts'
import { curveAt } from './curves.ts'
import type { Place, Places } from './lines.ts'
import { boxAround, isApart } from './mapLabels.ts'
import { bodiesOf } from './nodes.ts'
import type { Box, SceneNode } from './scene.ts'
import { BADGE_HEIGHT, badgeWidth } from './strokes.ts'

/** Of so many links places are worked out together; of more, whose badges would cover all of the picture, for each dyad alone. */
const MOST_TOGETHER = 600
/** How far from one place that is tried to the next. */
const STEP = 8
/** Free space around a badge. */
const GAP = 1

interface BadgesInput {
  /** Those that have badges: every link of the dataset, so that no filter moves one and none hops while the date is played. */
  every: readonly Link[]
  nodes: readonly SceneNode[]
  focus: string
  /** What the badge of a link says at most; `null` where it has none. */
  textOf: (link: Link) => string | null
}

/**
 * Places with badges that cover neither one another nor an actor: each as near to its own place as there is room, those of the
 * largest links first. One without room covers as little as it can.
 */
export function badgesApart(places: Places, { every, nodes, focus, textOf }: BadgesInput): Places {
  if (every.length > MOST_TOGETHER) return places
  const taken = nodes.flatMap(bodiesOf)
  const moved = new Map<string, Place>()
  const badged = every.filter(({ dyad }) => dyad.a === focus || dyad.b === focus)
  for (const link of badged.toSorted((x, y) => y.size - x.size)) {
    const place = places.of(link)
    const text = textOf(link)
    if (!place || place.badgeAt === null || text === null) continue
    const width = badgeWidth(text)
    const boxAt = (along: number) => boxAround(curveAt(place.curve, along / place.length), width, BADGE_HEIGHT)
    let least = Infinity
    let badgeAt = place.badgeAt
    for (const along of candidates(place)) {
      const covered = coveredBy(boxAt(along), taken)
      if (covered < least) [least, badgeAt] = [covered, along]
      if (covered === 0) break
    }
    taken.push(boxAt(badgeAt))
    moved.set(link.id, { ...place, badgeAt })
  }
  return { of: (link) => moved.get(link.id) ?? places.of(link) }
}

/** Its own place, then ever further to both sides of it, within what the two actors leave free. */
function candidates({ badgeAt, badgeRange }: Place): number[] {
  if (badgeAt === null || !badgeRange) return badgeAt === null ? [] : [badgeAt]
  const { from, to } = badgeRange
  const steps = [badgeAt]
  for (let by = STEP; badgeAt + by <= to || badgeAt - by >= from; by += STEP) {
    for (const along of [badgeAt + by, badgeAt - by]) if (along >= from && along <= to) steps.push(along)
  }
  return steps
}

/** How much of others a box covers, in square pixels; what touches its free space counts too. */
function coveredBy(box: Box, taken: readonly Box[]): number {
  let area = 0
  for (const other of taken) {
    if (isApart(box, other, GAP)) continue
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left) + GAP
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) + GAP
    area += width * height
  }
  return area
}
