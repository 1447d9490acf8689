import { dateInWords } from '../model/dates.ts'
import type { Columns } from './columns.ts'
import type { Dimension, Filters } from './filters.ts'
import type { Selection } from './select.ts'

/** The dimensions in the order in which the sentence names them; types and subtypes open it. */
const NAMED: Dimension[] = ['outcome', 'nature', 'valence', 'partner', 'confidence', 'sourceKind']

const NOTHING_CHOSEN: Record<Dimension, string> = {
  type: 'no relation type',
  subtype: 'no subtype',
  outcome: 'no outcome',
  nature: 'neither output nor process',
  valence: 'neither cooperation nor conflict',
  partner: 'no partner',
  confidence: 'no level of confidence',
  sourceKind: 'no kind of source',
}

/** "arms", "arms and energy", "arms, energy and economy". */
export function listInWords(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}

/** "1 tie", "2 ties". */
export function countInWords(count: number, one: string): string {
  return `${numberInWords(count)} ${count === 1 ? one : `${one}s`}`
}

/** A whole number as people read it: "29,056". */
export function numberInWords(count: number): string {
  return count < 1000 ? String(count) : count.toLocaleString('en-GB')
}

/** "1 initiative", "2 initiatives". */
export function initiativesInWords(count: number): string {
  return countInWords(count, 'initiative')
}

/**
 * The state of the screen in one sentence: "Arms and energy, 2000-2015, realised: 41 of 312 initiatives". The second
 * number is how many have begun by the as-of date; the date is named where it is not the dataset's own.
 */
export function selectionInWords(
  columns: Columns,
  filters: Filters,
  selection: Selection,
  asOf: string,
  since: string | null = null,
): string {
  const compared = since === null ? '' : `, compared with ${dateInWords(since)}`
  return `${filtersInWords(columns, filters, asOf)}${compared}: ${numberInWords(selection.size)} of ${initiativesInWords(selection.begun)}`
}

/** The first half of the sentence: what is chosen, without the numbers. */
export function filtersInWords(columns: Columns, filters: Filters, asOf: string): string {
  const parts = [kindsInWords(columns, filters)]
  if (filters.period) {
    const [first, last] = filters.period
    parts.push(first === last ? `${first}` : `${first}-${last}`)
  }
  for (const dimension of NAMED) {
    const words = chosenLabels(columns, filters, dimension)
    if (words === null) continue
    if (words.length === 0) parts.push(NOTHING_CHOSEN[dimension])
    else if (dimension === 'partner') parts.push(`with ${short(words)}`)
    else parts.push(lowerFirst(listInWords(words.map(lowerFirst), 'or')))
  }
  if (filters.text.trim()) parts.push(`with the words “${filters.text.trim()}”`)
  if (asOf !== columns.outline.asOf) parts.push(`as of ${dateInWords(asOf)}`)
  return parts.join(', ')
}

function kindsInWords(columns: Columns, filters: Filters): string {
  const types = chosenLabels(columns, filters, 'type')
  const subtypes = chosenLabels(columns, filters, 'subtype')
  let words =
    types === null ? 'All relation types' : types.length === 0 ? 'No relation type' : listInWords(asSentence(types))
  if (subtypes) words += subtypes.length === 0 ? ', no subtype' : ` (${short(subtypes)})`
  return words
}

/** The labels of what is chosen in a dimension, in the order of its options; `null` where everything passes. */
function chosenLabels(columns: Columns, filters: Filters, dimension: Dimension): string[] | null {
  const chosen = filters[dimension]
  if (chosen === null) return null
  return columns.options[dimension].filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
}

/** At most four names; of a longer list, three and how many more. */
function short(words: string[]): string {
  return words.length <= 4 ? listInWords(words) : listInWords([...words.slice(0, 3), `${words.length - 3} more`])
}

function asSentence(words: string[]): string[] {
  return words.map((word, i) => (i === 0 ? word : lowerFirst(word)))
}

/** Lower-cases the first letter, unless the word is an acronym. */
export function lowerFirst(word: string): string {
  return /^\p{Lu}\p{Lu}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)
}

/** Upper-cases the first letter. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A year or window in words: "2015", "2015 to 2019". */
export function yearsInWords({ year, until }: { year: number; until: number }): string {
  return year === until ? `${year}` : `${year} to ${until}`
}
