import louvain from 'graphology-communities-louvain'
import type { DyadGraph } from './dyadGraph.ts'

/** Actors that have more initiatives with each other than chance would give them. */
export interface Community {
  /** The one of its members with most initiatives, after which it is named. */
  first: string
  /** Those with most initiatives first. */
  members: string[]
}

export interface Communities {
  /** The one with most members first. */
  communities: Community[]
  /**
   * How much more of the initiatives lie within the communities than chance would put there: 0 for no more than chance,
   * below 1.
   */
  modularity: number
}

/** Louvain looks at the actors in a random order and may end in a worse division: the best of so many is taken. */
const RUNS = 10

/**
 * Finds communities by the Louvain method (Blondel and others 2008), on dyads weighted by their initiatives. The same
 * graph gives the same communities each time.
 */
export function communitiesOf(graph: DyadGraph): Communities {
  if (graph.size === 0) return { communities: [], modularity: 0 }
  let best: { communities: Record<string, number>; modularity: number } | null = null
  for (let run = 1; run <= RUNS; run++) {
    const found = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: seededRandom(run) })
    if (!best || found.modularity > best.modularity + 1e-9) best = found
  }
  const strength = (actor: string) => graph.reduceEdges(actor, (sum, _edge, { weight }) => sum + weight, 0)
  const members = new Map<number, string[]>()
  for (const actor of graph.nodes()) {
    const community = best!.communities[actor]!
    members.set(community, [...(members.get(community) ?? []), actor])
  }
  const communities = [...members.values()].map((own) => {
    const sorted = own.toSorted((x, y) => strength(y) - strength(x))
    return { first: sorted[0]!, members: sorted }
  })
  communities.sort((x, y) => y.members.length - x.members.length || strength(y.first) - strength(x.first))
  return { communities, modularity: best!.modularity }
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
