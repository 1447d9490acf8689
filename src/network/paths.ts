import { brandes } from 'graphology-shortest-path/unweighted.js'
import type { DyadGraph } from './dyadGraph.ts'

/** A shortest chain of ties between two actors. */
export interface Chain {
  /** From the one to the other, both included. */
  actors: string[]
  /** The dyads between each and the next. */
  dyads: string[]
  /** How many initiatives its ties hold together; one of several dyads counts in each. */
  weight: number
  /** How many chains are as short, this one included. */
  count: number
}

/**
 * The shortest chain of ties between two actors: the one with the fewest ties, and of several the one whose ties hold
 * most initiatives.
 * @returns `null` where none leads from one to the other, or where they are the same
 */
export function shortestChain(graph: DyadGraph, from: string, to: string): Chain | null {
  if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) return null
  const [reached, before, counts] = brandes(graph, from)
  if (!reached.includes(to)) return null
  // In the order in which they were reached, so that all that leads to an actor is known before the actor itself.
  const best = new Map<string, { weight: number; previous: string | null }>([[from, { weight: 0, previous: null }]])
  for (const actor of reached) {
    for (const previous of before[actor] ?? []) {
      const weight = best.get(previous)!.weight + graph.getEdgeAttribute(previous, actor, 'weight')
      if (weight > (best.get(actor)?.weight ?? -1)) best.set(actor, { weight, previous })
    }
  }
  const actors = [to]
  for (let step = best.get(to)!.previous; step !== null; step = best.get(step)!.previous) actors.unshift(step)
  return {
    actors,
    dyads: actors.slice(1).map((actor, i) => graph.edge(actors[i]!, actor)!),
    weight: best.get(to)!.weight,
    count: counts[to]!,
  }
}
