import { dateInWords } from '../language/dates.ts'
import { msg, t, type Message } from '../language/messages.ts'
import { listInWords, lowerFirst } from '../language/numbers.ts'
import type { Columns } from './columns.ts'
import type { Dimension, Filters } from './filters.ts'
import type { Selection } from './select.ts'

/** The dimensions in the order in which the sentence names them; types and subtypes open it. */
const NAMED: Dimension[] = ['outcome', 'nature', 'valence', 'partner', 'confidence', 'sourceKind']

const NOTHING_CHOSEN: Record<Dimension, Message> = {
  type: msg('no relation type'),
  subtype: msg('no subtype'),
  outcome: msg('no outcome'),
  nature: msg('neither output nor process'),
  valence: msg('neither cooperation nor conflict'),
  partner: msg('no partner'),
  confidence: msg('no level of confidence'),
  sourceKind: msg('no kind of source'),
}

/** What is counted by itself: in a list, after a colon or in brackets. Within a sentence the whole sentence is one message. */
const COUNTED = {
  actor: msg('{count, plural, one {# actor} other {# actors}}'),
  initiative: msg('{count, plural, one {# initiative} other {# initiatives}}'),
  milestone: msg('{count, plural, one {# milestone} other {# milestones}}'),
  partner: msg('{count, plural, one {# partner} other {# partners}}'),
  row: msg('{count, plural, one {# row} other {# rows}}'),
  source: msg('{count, plural, one {# source} other {# sources}}'),
  year: msg('{count, plural, one {# year} other {# years}}'),
}

/** "1 tie", "2 ties". */
export function countInWords(count: number, one: keyof typeof COUNTED): string {
  return t(COUNTED[one], { count })
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
  const chosen = filtersInWords(columns, filters, asOf)
  const { size: count, begun } = selection
  if (since === null)
    return t('{chosen}: {count, number} of {begun, plural, one {# initiative} other {# initiatives}}', {
      chosen,
      count,
      begun,
    })
  return t(
    '{chosen}, compared with {date}: {count, number} of {begun, plural, one {# initiative} other {# initiatives}}',
    { chosen, date: dateInWords(since), count, begun },
  )
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
    if (words.length === 0) parts.push(t(NOTHING_CHOSEN[dimension]))
    else if (dimension === 'partner') parts.push(t('with {partners}', { partners: short(words) }))
    else parts.push(lowerFirst(listInWords(words.map(lowerFirst), 'or')))
  }
  const text = filters.text.trim()
  if (text) parts.push(t('with the words “{text}”', { text }))
  if (asOf !== columns.outline.asOf) parts.push(t('as of {date}', { date: dateInWords(asOf) }))
  return parts.join(t(', '))
}

function kindsInWords(columns: Columns, filters: Filters): string {
  const types = chosenLabels(columns, filters, 'type')
  const subtypes = chosenLabels(columns, filters, 'subtype')
  const words =
    types === null
      ? t('All relation types')
      : types.length === 0
        ? t('No relation type')
        : listInWords(asSentence(types))
  if (!subtypes) return words
  if (subtypes.length === 0) return [words, t(NOTHING_CHOSEN.subtype)].join(t(', '))
  return t('{types} ({subtypes})', { types: words, subtypes: short(subtypes) })
}

/** The labels of what is chosen in a dimension, in the order of its options; `null` where everything passes. */
function chosenLabels(columns: Columns, filters: Filters, dimension: Dimension): string[] | null {
  const chosen = filters[dimension]
  if (chosen === null) return null
  return columns.options[dimension].filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
}

/** At most four names; of a longer list, three and how many more. */
function short(words: string[]): string {
  return words.length <= 4
    ? listInWords(words)
    : listInWords([...words.slice(0, 3), t('{count, number} more', { count: words.length - 3 })])
}

function asSentence(words: string[]): string[] {
  return words.map((word, i) => (i === 0 ? word : lowerFirst(word)))
}

/** A year or window in words: "2015", "2015 to 2019". */
export function yearsInWords({ year, until }: { year: number; until: number }): string {
  return year === until ? `${year}` : t('{year} to {until}', { year, until })
}
