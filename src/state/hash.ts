import { languageWith, type Language } from '../language/languages.ts'
import { t } from '../language/messages.ts'
import type { Columns } from '../network/columns.ts'
import { NO_FILTERS } from '../network/filters.ts'
import { defaultChoices, type Choices } from './choices.ts'
import { HASH_PARTS, LANGUAGE_PART, shorten, type Reading } from './hashParts.ts'

/**
 * The URL hash: everything that is chosen and differs from what the dataset opens with, so that a link reopens the same
 * screen. It reads like a query: `#type=arms,energy&outcome=realised&period=2000-2015&asof=2015-12-31&focus=IND`.
 */

/** Writes choices as a hash, without the `#`; empty where all is as the dataset opens. */
export function writeHash(choices: Choices, columns: Columns): string {
  const usual = defaultChoices(columns.outline)
  return HASH_PARTS.flatMap(({ name, write }) => {
    const value = write(choices, usual)
    return value === null ? [] : [`${name}=${encodeValue(value)}`]
  }).join('&')
}

/** Percent-encodes what a hash needs encoded, and leaves commas, slashes and colons to be read by people. */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|2F|3A|20)/gi, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  )
}

/** What a hash says, as far as it makes sense, and a sentence for each part that was mended or ignored. */
export interface ReadHash {
  choices: Choices
  notices: string[]
}

/** Reads a hash, with or without its `#`. Never throws: what makes no sense is left out and said. */
export function readHash(hash: string, columns: Columns): ReadHash {
  const reading: Reading = {
    columns,
    actors: new Set(columns.outline.actors.map(({ id }) => id)),
    choices: { ...defaultChoices(columns.outline) },
    filters: { ...NO_FILTERS },
    notices: [],
  }
  const { choices, filters, notices } = reading
  const known = new Set<string>()
  for (const [name, value] of partsOf(hash, notices)) {
    if (known.has(name)) {
      notices.push(t('“{name}” stands in the link twice; the first one counts.', { name }))
      continue
    }
    known.add(name)
    const part = HASH_PARTS.find((own) => own.name === name)
    const fault = part
      ? part.read(value, reading)
      : t('“{name}” in the link is not known and was ignored.', { name: shorten(name) })
    if (fault) notices.push(fault)
  }
  return { choices: { ...choices, filters }, notices }
}

function partsOf(hash: string, notices: string[]): [string, string][] {
  const parts: [string, string][] = []
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part === '') continue
    const [name, ...rest] = part.split('=')
    try {
      parts.push([decodeURIComponent(name!), decodeURIComponent(rest.join('=').replace(/\+/g, ' '))])
    } catch {
      notices.push(t('“{part}” in the link could not be read and was ignored.', { part: shorten(part) }))
    }
  }
  return parts
}

/** The language that a hash asks for; `null` where it asks for none that the interface speaks. */
export function languageIn(hash: string): Language | null {
  const value = new URLSearchParams(hash.replace(/^#/, '')).get(LANGUAGE_PART)
  return languageWith(value)
}
