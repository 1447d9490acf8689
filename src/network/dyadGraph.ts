import { UndirectedGraph } from 'graphology'
import type { Outline } from '../model/outline.ts'
import type { Link } from './links.ts'

/**
 * The ties of cooperation as a simple graph: one edge a dyad, by its id, weighted by its initiatives. Only actors with a
 * tie are in it, in the order of the dataset.
 */
export type DyadGraph = UndirectedGraph<Record<string, never>, { weight: number }>

/**
 * Builds the graph of dyads. Links of conflict are left out: a sanction brings two actors no closer, and a measure that
 * counted it would take opponents for partners.
 * @param without an actor that is left out with all of its ties
 */
export function dyadGraph(outline: Outline, links: readonly Link[], without?: string): DyadGraph {
  const known = new Set(outline.actors.map(({ id }) => id))
  const own = links.filter(
    ({ valence, dyad: { a, b } }) =>
      valence === 'cooperation' && known.has(a) && known.has(b) && a !== without && b !== without,
  )
  const tied = new Set(own.flatMap(({ dyad: { a, b } }) => [a, b]))
  const graph: DyadGraph = new UndirectedGraph()
  for (const { id } of outline.actors) if (tied.has(id)) graph.addNode(id)
  for (const { dyad, size } of own) {
    if (graph.hasEdge(dyad.id)) graph.updateEdgeAttribute(dyad.id, 'weight', (weight) => weight! + size)
    else graph.addEdgeWithKey(dyad.id, dyad.a, dyad.b, { weight: size })
  }
  return graph
}
