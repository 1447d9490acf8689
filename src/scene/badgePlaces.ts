import type { Link } from '../network/links.ts'
import { curveAt } from './curves.ts'
import type { Place, Places } from './lines.ts'
import { boxAround, isApart } from './mapLabels.ts'
import { bodiesOf } from './nodes.ts'
import type { Box, SceneNode } from './scene.ts'
import { BADGE_HEIGHT, badgeWidth } from './strokes.ts'

/** Of so many links places are worked out together; of more, whose badges would cover all of the picture, for each dyad alone. */
const MOST_TOGETHER = 600
/** How far from one place that is tried to the next, and how often to each side. */
const STEP = 8
const MOST_STEPS = 16
/** Free space around a badge. */
const GAP = 1

interface BadgesInput {
  /** Every link of the dataset: so no filter moves a badge, and none hops while the date is played. */
  every: readonly Link[]
  nodes: readonly SceneNode[]
  focus: string
  /** What the badge of a link says at most. */
  textOf: (link: Link) => string
}

/**
 * Places with badges that cover neither one another nor an actor: each as near to its own place as there is room, those of the
 * largest links first. One without room stays where it was.
 */
export function badgesApart(places: Places, { every, nodes, focus, textOf }: BadgesInput): Places {
  if (every.length > MOST_TOGETHER) return places
  const taken = nodes.flatMap(bodiesOf)
  const moved = new Map<string, Place>()
  const badged = every.filter(({ dyad }) => dyad.a === focus || dyad.b === focus)
  for (const link of badged.toSorted((x, y) => y.size - x.size)) {
    const place = places.of(link)
    if (!place || place.badgeAt === null) continue
    const width = badgeWidth(textOf(link))
    const boxAt = (along: number) => boxAround(curveAt(place.curve, along / place.length), width, BADGE_HEIGHT)
    const badgeAt = candidates(place).find((along) => isFree(boxAt(along), taken)) ?? place.badgeAt
    taken.push(boxAt(badgeAt))
    moved.set(link.id, { ...place, badgeAt })
  }
  return { of: (link) => moved.get(link.id) ?? places.of(link) }
}

/** Its own place, then ever further to both sides of it, within what the two actors leave free. */
function candidates({ badgeAt, badgeRange }: Place): number[] {
  if (badgeAt === null || !badgeRange) return badgeAt === null ? [] : [badgeAt]
  const steps = [badgeAt]
  for (let i = 1; i <= MOST_STEPS; i++) {
    for (const along of [badgeAt + i * STEP, badgeAt - i * STEP]) {
      if (along >= badgeRange.from && along <= badgeRange.to) steps.push(along)
    }
  }
  return steps
}

function isFree(box: Box, taken: readonly Box[]): boolean {
  return taken.every((other) => isApart(box, other, GAP))
}
