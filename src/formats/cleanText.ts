/** What texts of other people's files are freed of before anyone sees them. */

/** Lone halves of a surrogate pair. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Controls, marks that turn the direction of what follows, what is invisible and no joiner, and what is no character. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu

/** Words of ASCII with a space between each two. Most texts are that already, and there are a great many of them. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/
/** The same in several lines, none of them empty. */
const CLEAN_LINES = /^[!-~]+(?:[ \n][!-~]+)*$/

/**
 * A text in Unicode form C, on one line, without controls, marks of direction and broken characters.
 * @param most how many characters at most; a longer text ends in …
 */
export function cleanLine(value: string, most: number): string {
  if (value.length <= most && CLEAN.test(value)) return value
  return cut(clean(value).replace(/\s+/g, ' ').trim(), most)
}

/** As {@link cleanLine}, but with its line breaks. */
export function cleanText(value: string, most: number): string {
  if (value === '' || (value.length <= most && CLEAN_LINES.test(value))) return value
  const lines = clean(value)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    most,
  )
}

/** An address of the web as it is to be kept, or `null` for all that is none: other schemes, no host, no address at all. */
export function cleanUrl(value: string): string | null {
  const text = clean(value).trim()
  if (!/^https?:\/\/[^\s/]/i.test(text) || /\s/.test(text) || text.length > 2000) return null
  try {
    const { protocol, username, password } = new URL(text)
    if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null
  } catch {
    return null
  }
  return text.replace(/^http(s?):/i, (scheme) => scheme.toLowerCase())
}

function clean(value: string): string {
  // Most texts are plain ASCII, and there are a great many of them.
  if (/^[\u0020-\u007E]*$/.test(value)) return value
  return value.replace(LONE, '').replace(UNSEEN, '').normalize('NFC')
}

function cut(text: string, most: number): string {
  return text.length > most
    ? `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
    : text
}
