/** What is found by words, in whichever way it is looked for. */

export const FOUND_KINDS = ['actor', 'initiative', 'source'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** One kind of what was found: the ids of the best of it, and how many there are in all. */
export interface FoundGroup {
  kind: FoundKind
  ids: string[]
  total: number
}

export interface Finder {
  /** `all` where all that is written is looked through, and slips of the finger are forgiven; `titles` where less is. */
  scope: 'all' | 'titles'
  /**
   * What matches all words of a query, best first; groups without a match are left out. Where it takes its time it is
   * promised; a later question ends an earlier one, to which the answer is then nothing.
   */
  find: (query: string, mostOfAKind: number) => FoundGroup[] | Promise<FoundGroup[]>
  /** The initiatives that cite a source, as positions, rising. */
  citing: (source: string) => readonly number[]
}

/**
 * Of so many initiatives all texts are indexed. The index of a million would take gigabytes and minutes: of more, the titles
 * are gone through with each question, which takes a moment and no memory.
 */
export const MOST_INDEXED = 50_000
