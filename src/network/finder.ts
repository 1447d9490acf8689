import MiniSearch from 'minisearch'
import { known } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import type { Outline, Texts } from '../model/outline.ts'
import { FOUND_KINDS, type Finder, type FoundKind } from './found.ts'
import { slices } from './slices.ts'
import { fold } from './text.ts'

interface Entry {
  key: string
  name: string
  also: string
  text: string
}

/** So many are put in the index before it is asked whether the page is to have its turn. */
const STEP = 64

/**
 * Makes the index of a dataset, in which everything written is found; without the texts it knows the actors only. It brings
 * MiniSearch along: load it when someone searches. It is made in slices, so that the page answers meanwhile.
 */
export async function createFinder(outline: Outline, texts: Texts | null): Promise<Finder> {
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
  const citing = new Map<string, number[]>()
  const pause = slices()
  let added = 0
  for (const entry of entriesOf(outline, texts, citing)) {
    index.add(entry)
    if (++added % STEP === 0) await pause()
  }
  return {
    scope: 'all',
    citing: (source) => citing.get(source) ?? [],
    find: (query, mostOfAKind) => {
      const keys = index.search(query).map(({ id }) => id as string)
      return FOUND_KINDS.map((kind) => {
        const ids = keys.filter((key) => key.startsWith(keyOf(kind, ''))).map((key) => key.slice(kind.length + 1))
        return { kind, ids: ids.slice(0, mostOfAKind), total: ids.length }
      }).filter(({ total }) => total > 0)
    },
  }
}

/** All that goes in the index. @param citing gathers, for each source that is cited, the initiatives that cite it */
function* entriesOf(outline: Outline, texts: Texts | null, citing: Map<string, number[]>): Generator<Entry> {
  for (const actor of outline.actors) {
    const { id, names, fullName } = actor
    const [name, english] = bothNames(names.en, nameOf(actor))
    const also = [english, id, fullName, names.ru, names.native?.text].filter(Boolean).join(' ')
    yield { key: keyOf('actor', id), name: name!, also, text: '' }
  }
  if (!texts) return
  let position = -1
  for (const { title, summary, parties, tags, milestones, magnitudes } of texts.initiatives) {
    position++
    for (const id of new Set([...milestones, ...magnitudes].flatMap(({ sources }) => sources))) {
      if (!texts.sources[id]) continue
      const own = citing.get(id)
      if (own) own.push(position)
      else citing.set(id, [position])
    }
    yield {
      key: keyOf('initiative', outline.initiatives.at(position)!.id),
      name: title,
      // Whom it is between and of which type: so is it asked for, and seldom does a title say both.
      also: [...parties, ...tags, ...namesIn(outline, position)].join(' '),
      text: [summary, ...milestones.map(({ note }) => note)].join(' '),
    }
  }
  for (const id of citing.keys()) {
    const { title, publisher } = texts.sources[id]!
    yield { key: keyOf('source', id), name: title, also: publisher, text: '' }
  }
}

/** The names of an initiative's actors, of its relation type and its subtype: in English, and as the page shows them. */
function namesIn({ initiatives, actors, relationTypes }: Outline, position: number): string[] {
  const { from, to, type, subtype } = initiatives.at(position)!
  const declared = relationTypes.find(({ id }) => id === type)
  const labels = [declared?.label ?? type, declared?.subtypes.find(({ id }) => id === subtype)?.label ?? subtype]
  return [
    ...actors
      .filter(({ id }) => from.includes(id) || to.includes(id))
      .flatMap((actor) => bothNames(actor.names.en, nameOf(actor))),
    ...labels.flatMap((label) => bothNames(label, known(label))),
  ]
}

/** A name as the page shows it, and in English where that is another. */
function bothNames(english: string, shown: string): string[] {
  return english === shown ? [shown] : [shown, english]
}

function keyOf(kind: FoundKind, id: string): string {
  return `${kind}:${id}`
}
