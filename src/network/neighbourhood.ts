import type { Link } from './links.ts'

/** The links that an actor is part of, with the actors at their other ends and itself. */
export interface Neighbourhood {
  actors: Set<string>
  links: Set<string>
}

/** The neighbourhood of an actor among some links; the actor alone where it has none of them. */
export function neighbourhoodOf(links: readonly Link[], actor: string): Neighbourhood {
  const own = links.filter(({ dyad }) => dyad.a === actor || dyad.b === actor)
  return {
    actors: new Set([actor, ...own.flatMap(({ dyad }) => [dyad.a, dyad.b])]),
    links: new Set(own.map(({ id }) => id)),
  }
}
