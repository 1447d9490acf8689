import { language, onLanguage } from './messages.ts'

/** Numbers, lists and orders as the present language writes them. */

const formats = new Map<string, Intl.NumberFormat>()
const lists = new Map<string, Intl.ListFormat>()
let collator: Intl.Collator | null = null
onLanguage(() => {
  formats.clear()
  lists.clear()
  collator = null
})

/** A number as people read it: "29,056", "0.25". @param options of `Intl.NumberFormat` */
export function numberInWords(value: number, options?: Intl.NumberFormatOptions): string {
  const key = options ? JSON.stringify(options) : ''
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.NumberFormat(language().locale, options)))
  return format.format(value)
}

/** A number with so many digits after the point: "0.30". */
export function fixedInWords(value: number, digits: number): string {
  return numberInWords(Number(value.toFixed(digits)), { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** "arms", "arms and energy", "arms, energy and economy"; with `or` in place of `and`. */
export function listInWords(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  let list = lists.get(conjunction)
  if (!list) {
    list = new Intl.ListFormat(language().locale, { type: conjunction === 'and' ? 'conjunction' : 'disjunction' })
    lists.set(conjunction, list)
  }
  return list.format(words)
}

/** The order of two texts by the alphabet of the present language; numbers in them by their size. */
export function inOrder(one: string, other: string): number {
  collator ??= new Intl.Collator(language().locale, { numeric: true })
  return collator.compare(one, other)
}

/** Lower-cases the first letter, unless the word is an acronym or the language writes nouns as they are. */
export function lowerFirst(word: string): string {
  return /^\p{Lu}\p{Lu}/u.test(word) ? word : word.charAt(0).toLocaleLowerCase(language().locale) + word.slice(1)
}

/** Upper-cases the first letter. */
export function upperFirst(words: string): string {
  return words.charAt(0).toLocaleUpperCase(language().locale) + words.slice(1)
}
