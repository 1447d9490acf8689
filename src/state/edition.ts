/**
 * Where Dyad is shown apart from its own page: in a frame of another page (an *embed*), or in a file of its own (a *copy*).
 * Whoever makes one chooses what its readers may change.
 */

/** What readers may be allowed to change or open. */
export const PERMITS = ['filters', 'asof', 'views', 'details'] as const
export type Permit = (typeof PERMITS)[number]

export interface Edition {
  kind: 'embed' | 'copy'
  permits: ReadonlySet<Permit>
  /** The address of Dyad itself, to open the same there; `null` where it is not known. */
  home: string | null
  /** What a copy holds, in a sentence; empty for an embed, which holds everything. */
  holds: string
}

/** The part of a query that makes a page an embed: `?embed=asof,details`, or `?embed=none`. */
const EMBED = 'embed'
const NOTHING = 'none'

/** The query of an embed, with its `?`. */
export function embedQuery(permits: ReadonlySet<Permit>): string {
  return `?${EMBED}=${PERMITS.filter((own) => permits.has(own)).join(',') || NOTHING}`
}

/** What a query lets readers change, or `null` where it asks for no embed. Words that are not known allow nothing. */
export function permitsIn(query: string): ReadonlySet<Permit> | null {
  const value = new URLSearchParams(query).get(EMBED)
  return value === null ? null : permitsOf(value.split(','))
}

/** Those of some words that are permits. */
export function permitsOf(words: readonly string[]): ReadonlySet<Permit> {
  return new Set(PERMITS.filter((own) => words.includes(own)))
}

/** True where a reader may change that: everything on Dyad's own page. */
export function isPermitted(edition: Edition | null, permit: Permit): boolean {
  return edition?.permits.has(permit) ?? true
}
