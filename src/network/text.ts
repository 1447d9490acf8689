import type { Texts } from '../model/outline.ts'
import type { Matches } from './select.ts'

/** ASCII but for the two signs of it that count as marks, `^` and `` ` ``. */
const PLAIN = /^[\n\r\t -\]_a-~]*$/

/** True where {@link fold} changes nothing but the case, letter by letter. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** Text for comparing: lower case, marks over letters left out, so that "Việt" finds "viet". */
export function fold(text: string): string {
  // Most texts have nothing to leave out, and then a tenth of the work is enough.
  if (isPlain(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
}

/** For each initiative, everything that is written about it, folded: made once for a dataset, when words are first looked for. */
export function foldedTexts(texts: Texts): string[] {
  return Array.from(texts.initiatives, ({ title, summary, parties, tags, milestones }) =>
    fold([title, summary, ...parties, ...tags, ...milestones.map(({ note }) => note)].join('\n')),
  )
}

/** The words of a query, folded; a phrase in double quotes is one of them. */
export function wordsOf(query: string): string[] {
  const words = [...fold(query).matchAll(/"([^"]+)"?|[^\s"]+/g)].map((match) => (match[1] ?? match[0]).trim())
  return words.filter((word) => word !== '')
}

/**
 * The initiatives in whose texts every word of a query occurs, anywhere and in any order; a phrase in double quotes
 * occurs as it stands.
 * @returns `null` for a query without words: it asks for nothing
 */
export function matchText(folded: readonly string[], query: string): Matches | null {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return null
  return Uint8Array.from(folded, (text) => Number(wanted.every((word) => text.includes(word))))
}
