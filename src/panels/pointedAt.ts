import type { Emphasis, Target } from '../canvas/emphasis.ts'
import type { Link } from '../network/links.ts'
import { neighbourhoodOf } from '../network/neighbourhood.ts'
import type { Scene } from '../scene/scene.ts'
import type { Session } from '../state/session.ts'

/** What pointing at an actor or a link does, the same in the Network and on the map. */

/** Something under the pointer, in words, and where in its view it is, in pixels. */
export interface Hovered {
  words: string
  x: number
  y: number
}

/** Puts an actor in the focus; what rested on the one before goes. */
export function focusOn({ choices, columns }: Session, id: string): void {
  // Actors that only series and memberships name have no ties to stand in the middle of.
  if (columns.outline.actors.some((actor) => actor.id === id))
    choices.setState({ focus: id, inspected: null, placed: {}, pins: {} })
}

/** What a click on the graph shows in the Details. */
export function inspectTarget(session: Session, scene: Scene, target: Target | null): void {
  const { choices, columns } = session
  // Of actors that only series and memberships name there are no Details: those of the other end say what is known.
  const show = (...ids: string[]) => {
    const id = ids.find((own) => columns.outline.actors.some((actor) => actor.id === own))
    if (id) choices.setState({ inspected: { kind: 'actor', id } })
  }
  if (!target) choices.setState({ inspected: null })
  else if (target.kind === 'actor') {
    const ties = scene.links.filter(({ context, source, target: end }) => context && [source, end].includes(target.id))
    show(target.id, ...ties.flatMap(({ source, target: end }) => [source, end]))
  } else {
    const link = session.derive().links.find(({ id }) => id === target.id)
    const drawn = scene.links.find(({ id }) => id === target.id)
    if (link) choices.setState({ inspected: { kind: 'dyad', id: link.dyad.id, type: link.type } })
    // A membership shows its organisation, what a supplier delivered the recipient.
    else if (drawn) show(...(drawn.context === 'supply' ? [drawn.target, drawn.source] : [drawn.source, drawn.target]))
  }
}

/**
 * Under the pointer: an actor with its neighbours, or a link with its two ends. Marked: what the Details show.
 * @param links those that the scene draws
 */
export function emphasisOf(session: Session, scene: Scene, links: readonly Link[], target: Target | null): Emphasis {
  const { inspected } = session.choices.getState()
  const selected = { actors: new Set<string>(), links: new Set<string>() }
  if (inspected?.kind === 'actor') selected.actors.add(inspected.id)
  for (const link of links) {
    const isInspected =
      inspected?.kind === 'dyad'
        ? link.dyad.id === inspected.id && (!inspected.type || link.type === inspected.type)
        : inspected?.kind === 'initiative' &&
          link.initiatives.includes(session.columns.positions.get(inspected.id) ?? -1)
    if (isInspected) {
      selected.links.add(link.id)
      selected.actors.add(link.dyad.a).add(link.dyad.b)
    }
  }
  if (!target) return { bright: null, selected }
  if (target.kind === 'actor') {
    const bright = neighbourhoodOf(links, target.id)
    for (const { id, source, target: end } of scene.links.filter(({ context }) => context)) {
      if (source !== target.id && end !== target.id) continue
      bright.links.add(id)
      bright.actors.add(source).add(end)
    }
    return { bright, selected }
  }
  const link = scene.links.find(({ id }) => id === target.id)
  const ends = link ? [link.source, link.target] : []
  return { bright: { actors: new Set(ends), links: new Set([target.id]) }, selected }
}

/** What something in a scene is, in words. */
export function wordsOf(scene: Scene, { kind, id }: Target): string {
  return (kind === 'actor' ? scene.nodes : scene.links).find((own) => own.id === id)?.words ?? ''
}
