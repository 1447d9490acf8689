import { MultiUndirectedGraph } from 'graphology'
import type { Outline } from '../model/outline.ts'
import type { Link } from './links.ts'

/** The network as a graph: actors as nodes, links as parallel edges weighted by their initiatives. */
export type NetworkGraph = MultiUndirectedGraph<Record<string, never>, { weight: number }>

/** Builds the graph of some links; every actor of the dataset is a node of it, tied or not. */
export function graphOf(outline: Outline, links: readonly Link[]): NetworkGraph {
  const graph: NetworkGraph = new MultiUndirectedGraph()
  for (const { id } of outline.actors) graph.addNode(id)
  for (const { id, dyad, initiatives } of links) {
    if (graph.hasNode(dyad.a) && graph.hasNode(dyad.b)) {
      graph.addEdgeWithKey(id, dyad.a, dyad.b, { weight: initiatives.length })
    }
  }
  return graph
}

/** The links that an actor is part of, with the actors at their other ends and itself. */
export interface Neighbourhood {
  actors: Set<string>
  links: Set<string>
}

/** The neighbourhood of an actor; empty for one that the graph does not have. */
export function neighbourhoodOf(graph: NetworkGraph, actor: string): Neighbourhood {
  if (!graph.hasNode(actor)) return { actors: new Set(), links: new Set() }
  return { actors: new Set([actor, ...graph.neighbors(actor)]), links: new Set(graph.edges(actor)) }
}
