import type { Scene, SceneLink } from './scene.ts'

/**
 * A walk through a drawn network from actor to actor, along its links, by six steps and no pointer. It says where one is
 * and where each step leads; it knows neither keys nor words.
 */

/** Where one is. */
export interface Stop {
  actor: string
  /** The actor that one came from along a link; `null` where the walk begins, and of one whose neighbours are gone round. */
  from: string | null
  /** One link alone of those between the two; `null` for all of them together. */
  link: string | null
}

/** The way up to now; the last stop is where one is. Never empty. */
export type Walk = readonly [Stop, ...Stop[]]

/**
 * `next` and `previous` go round the neighbours of the actor that one came from, clockwise and against the clock; `on` to
 * the neighbours of the one that one stands at; `back` undoes that. `nextLink` and `previousLink` go through the links
 * between the two, one by one, and on to all of them together.
 */
export type Step = 'next' | 'previous' | 'first' | 'last' | 'on' | 'back' | 'nextLink' | 'previousLink'

/** A walk that begins at an actor. */
export function walkFrom(actor: string): Walk {
  return [{ actor, from: null, link: null }]
}

/** Where one is on a walk. */
export function placeIn(walk: Walk): Stop {
  return walk.at(-1)!
}

/** The neighbours of an actor, clockwise as they are drawn, from straight above it. */
export function neighboursOf({ nodes, links }: Scene, actor: string): string[] {
  const centre = nodes.find(({ id }) => id === actor)
  if (!centre) return []
  const ids = new Set<string>()
  for (const { source, target } of links) {
    if (source === actor) ids.add(target)
    else if (target === actor) ids.add(source)
  }
  ids.delete(actor)
  const turn = ({ x, y }: { x: number; y: number }) => {
    const angle = Math.atan2(x - centre.x, centre.y - y)
    return angle < 0 ? angle + 2 * Math.PI : angle
  }
  return nodes
    .filter(({ id }) => ids.has(id))
    .map((node) => ({ id: node.id, at: turn(node) }))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id)
}

/** The drawn links between the two ends of a stop, in the order of their drawing. */
export function linksAlong({ links }: Scene, { actor, from }: Stop): SceneLink[] {
  return links.filter(
    ({ source, target }) => (source === actor && target === from) || (source === from && target === actor),
  )
}

/** The walk after a step; the same walk where the step leads nowhere. */
export function stepped(scene: Scene, walk: Walk, step: Step): Walk {
  const here = placeIn(walk)
  switch (step) {
    case 'back':
      return backFrom(walk)
    case 'nextLink':
    case 'previousLink':
      return alongLinks(scene, walk, step === 'nextLink' ? 1 : -1)
    case 'on': {
      const around = neighboursOf(scene, here.actor).filter((id) => id !== here.from)
      const [first] = around
      return first === undefined ? walk : withNext(walk, { actor: first, from: here.actor, link: null })
    }
    default: {
      // Nothing is gone round yet: every way leads to a neighbour of the one that one stands at.
      const centre = here.from ?? here.actor
      const around = neighboursOf(scene, centre)
      if (around.length === 0) return walk
      const last = around.length - 1
      const at = here.from === null ? -1 : around.indexOf(here.actor)
      const to = {
        next: at === last ? 0 : at + 1,
        previous: at <= 0 ? last : at - 1,
        first: 0,
        last,
      }[step]
      const stop: Stop = { actor: around[to]!, from: centre, link: null }
      return here.from === null ? withNext(walk, stop) : replaced(walk, stop)
    }
  }
}

function backFrom(walk: Walk): Walk {
  const here = placeIn(walk)
  if (here.link !== null) return replaced(walk, { ...here, link: null })
  const [first, ...rest] = walk
  return rest.length === 0 ? walk : [first, ...rest.slice(0, -1)]
}

function alongLinks(scene: Scene, walk: Walk, by: 1 | -1): Walk {
  const here = placeIn(walk)
  const ids: (string | null)[] = [null, ...linksAlong(scene, here).map(({ id }) => id)]
  if (ids.length === 1) return walk
  const at = Math.max(0, ids.indexOf(here.link))
  return replaced(walk, { ...here, link: ids[(at + by + ids.length) % ids.length]! })
}

function withNext(walk: Walk, stop: Stop): Walk {
  return [...walk, stop]
}

function replaced(walk: Walk, stop: Stop): Walk {
  const [first, ...rest] = walk
  return rest.length === 0 ? [stop] : [first, ...rest.slice(0, -1), stop]
}

/** The walk as far as it still stands: cut off before the first stop that is not drawn any more. */
export function standingWalk(scene: Scene, walk: Walk, start: string): Walk {
  const drawn = new Set(scene.nodes.map(({ id }) => id))
  const kept: Stop[] = []
  for (const stop of walk) {
    const isThere = drawn.has(stop.actor) && (stop.from === null || linksAlong(scene, stop).length > 0)
    if (!isThere) break
    const isLinkThere = stop.link === null || linksAlong(scene, stop).some(({ id }) => id === stop.link)
    kept.push(isLinkThere ? stop : { ...stop, link: null })
  }
  const [first, ...rest] = kept
  if (!first) return walkFrom(start)
  return kept.length === walk.length && kept.every((stop, i) => stop === walk[i]) ? walk : [first, ...rest]
}
