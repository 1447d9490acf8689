import type { LanguageId } from '../language/languages.ts'
import { t, type Catalogue } from '../language/messages.ts'

/**
 * The interactive copy: one file of HTML with the page, its scripts and styles, and a part of the dataset. It is made of a
 * template, which the build leaves beside the page (`copyPlugin.ts`), by putting what it shows into it.
 */

/** What a copy shows. */
export interface CopyParts {
  /** The title of the file. */
  title: string
  /** What it holds, in a sentence. */
  holds: string
  /** What its reader may change, see `PERMITS` (`src/state/edition.ts`). */
  permits: readonly string[]
  /** The language that it was made in, and its messages; `null` for those that need none. */
  language: LanguageId
  messages: Catalogue | null
  /** What is chosen to begin with, without the `#`. */
  hash: string
  /** The address that it was made from; `null` where that is no web page. */
  home: string | null
  /** The two halves of the dataset, packed (`compact.ts`). */
  outline: string
  texts: string
  /** SVG texts by the names that actors give. */
  flags: Readonly<Record<string, string>>
  contextFlags: Readonly<Record<string, string>>
}

/** The id of the element that holds what a copy shows. */
export const PARTS_ID = 'dyad-copy'

/** What stands in the template before and after its title, its description, and what a copy shows. */
export const TITLE_PLACE = ['<title>', '</title>'] as const
export const DESCRIPTION_PLACE = ['<meta name="description" content="', '" />'] as const
export const PARTS_PLACE = [`<script type="application/json" id="${PARTS_ID}">`, '</script>'] as const

/**
 * A copy. Nothing that is put into it can end the element in which it stands.
 * @throws Error where the template is none
 */
export function fillTemplate(template: string, parts: CopyParts): string {
  const put = (text: string, [before, after]: readonly [string, string], words: string) => {
    const at = text.indexOf(before + after)
    if (at < 0) throw new Error(t('The template of the copy could not be read: load the page again.'))
    return text.slice(0, at) + before + words + text.slice(at + before.length)
  }
  const titled = put(template, TITLE_PLACE, textOf(parts.title))
  return put(put(titled, DESCRIPTION_PLACE, textOf(parts.holds)), PARTS_PLACE, jsonInHtml(parts))
}

/**
 * Reads what a copy shows from the text of its element.
 * @returns `null` from the template, which shows nothing yet
 */
export function partsIn(json: string): CopyParts | null {
  return json.trim() === '' ? null : (JSON.parse(json) as CopyParts)
}

/** JSON in which no `<` is left to open or end an element, and no line separator that older readers stumble over. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Words for an element, or for an attribute in double quotes. */
function textOf(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
