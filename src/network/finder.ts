import MiniSearch from 'minisearch'
import type { Outline, Texts } from '../model/outline.ts'
import { fold } from './text.ts'

/** Finds actors, initiatives and sources by words. It brings its own index along: load it when someone searches. */

export const FOUND_KINDS = ['actor', 'initiative', 'source'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** One kind of what was found: the ids of the best of it, and how many there are in all. */
export interface FoundGroup {
  kind: FoundKind
  ids: string[]
  total: number
}

export interface Finder {
  /** What matches all words of a query, best first; groups without a match are left out. */
  find: (query: string, mostOfAKind: number) => FoundGroup[]
  /** For each source that initiatives cite, their positions. */
  citing: Map<string, number[]>
}

interface Entry {
  key: string
  name: string
  also: string
  text: string
}

/** Makes the index of a dataset; without the texts it knows the actors only. */
export function createFinder(outline: Outline, texts: Texts | null): Finder {
  const citing = texts ? citingInitiatives(texts) : new Map<string, number[]>()
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['name', 'also', 'text'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: { name: 4, also: 2 },
      combineWith: 'AND',
      prefix: true,
      // A word of three letters, or with a digit in it ("Su-35"), is another word when a sign of it differs.
      fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
    },
  })
  index.addAll([
    ...outline.actors.map(({ id, names, fullName }) => ({
      key: keyOf('actor', id),
      name: names.en,
      also: [id, fullName, names.ru, names.native?.text].filter(Boolean).join(' '),
      text: '',
    })),
    ...Array.from(texts?.initiatives ?? [], ({ title, summary, parties, tags, milestones }, position) => ({
      key: keyOf('initiative', outline.initiatives.at(position)!.id),
      name: title,
      also: [...parties, ...tags].join(' '),
      text: [summary, ...milestones.map(({ note }) => note)].join(' '),
    })),
    ...[...citing.keys()].map((id) => {
      const { title, publisher } = texts!.sources[id]!
      return { key: keyOf('source', id), name: title, also: publisher, text: '' }
    }),
  ])
  return {
    citing,
    find: (query, mostOfAKind) => {
      const keys = index.search(query).map(({ id }) => id as string)
      return FOUND_KINDS.map((kind) => {
        const ids = keys.filter((key) => key.startsWith(keyOf(kind, ''))).map((key) => key.slice(kind.length + 1))
        return { kind, ids: ids.slice(0, mostOfAKind), total: ids.length }
      }).filter(({ total }) => total > 0)
    },
  }
}

function keyOf(kind: FoundKind, id: string): string {
  return `${kind}:${id}`
}

function citingInitiatives(texts: Texts): Map<string, number[]> {
  const citing = new Map<string, number[]>()
  let position = -1
  for (const { milestones, magnitudes } of texts.initiatives) {
    position++
    for (const id of new Set([...milestones, ...magnitudes].flatMap(({ sources }) => sources))) {
      if (!texts.sources[id]) continue
      const own = citing.get(id)
      if (own) own.push(position)
      else citing.set(id, [position])
    }
  }
  return citing
}
