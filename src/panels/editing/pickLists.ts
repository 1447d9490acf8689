import { t } from '../../language/messages.ts'
import { numberInWords } from '../../language/numbers.ts'
import { nameOf } from '../../model/actorNames.ts'
import type { Dataset, Source } from '../../model/schema.ts'
import { fold, wordsOf } from '../../network/text.ts'
import type { Pick } from './Picker.tsx'

/** How many are offered at a time. */
const MOST_OFFERED = 30

type Find = (query: string) => readonly Pick[]

/** Finds actors by their names and ids. */
export function actorPicks({ actors }: Dataset): { find: Find; pick: (id: string) => Pick } {
  const all = actors.map((actor) => {
    const { id, names, fullName, tier } = actor
    const label = nameOf(actor)
    return {
      tier,
      pick: { id, label, line: [id, fullName].filter(Boolean).join(' · ') },
      text: fold([id, label, names.en, names.ru, names.native?.text, fullName].join('\n')),
    }
  })
  const byId = new Map(all.map(({ pick }) => [pick.id, pick]))
  return {
    find: (query) => {
      const words = wordsOf(query)
      const having = all.filter(({ text, tier }) => tier !== 'context' && words.every((word) => text.includes(word)))
      // Those whose name begins so, before those that only have it somewhere.
      const first = words[0] ?? ''
      const begins = having.filter(({ text }) => text.split('\n').some((own) => own.startsWith(first)))
      return [...new Set([...begins, ...having])].slice(0, MOST_OFFERED).map(({ pick }) => pick)
    },
    pick: (id) => byId.get(id) ?? { id, label: id },
  }
}

/**
 * Finds sources by their number in the entry, their title, publisher, date and id.
 * @param numbered the ids of those that the entry cites, in the order of their numbers
 */
export function sourcePicks(
  sources: readonly Source[],
  numbered: readonly string[],
): { find: Find; pick: (id: string) => Pick } {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const pick = (id: string): Pick => {
    const source = byId.get(id)
    const number = numbered.indexOf(id) + 1
    const label = `${number > 0 ? `${numberInWords(number)} · ` : ''}${source?.title ?? id}`
    return source ? { id, label, line: [source.publisher, source.date ?? t('undated'), id].join(' · ') } : { id, label }
  }
  const texts = foldedSources(sources)
  return {
    find: (query) => {
      const words = wordsOf(query)
      if (words.length === 0) return numbered.map(pick)
      const byNumber = /^\d{1,3}$/.test(query.trim()) ? numbered[Number(query) - 1] : undefined
      const found = sources.filter((_, i) => words.every((word) => texts[i]!.includes(word))).map(({ id }) => id)
      return [...new Set([...(byNumber ? [byNumber] : []), ...found])].slice(0, MOST_OFFERED).map(pick)
    },
    pick,
  }
}

const folded = new WeakMap<readonly Source[], string[]>()

function foldedSources(sources: readonly Source[]): string[] {
  const known = folded.get(sources)
  if (known) return known
  const made = sources.map(({ id, title, publisher, date }) => fold([id, title, publisher, date].join('\n')))
  folded.set(sources, made)
  return made
}
