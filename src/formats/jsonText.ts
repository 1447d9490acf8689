import { t } from '../language/messages.ts'
import { LIMITS, ReadingError } from './reading.ts'

/**
 * Bytes as text: UTF-8, or UTF-16 with a byte order mark, without the mark.
 * @returns `null` where they are neither
 */
export function unicodeText(bytes: Uint8Array): string | null {
  const mark = bytes.length > 1 ? `${bytes[0]} ${bytes[1]}` : ''
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Reads the JSON of a file.
 * @throws ReadingError where it is none, or nested deeper than any dataset is
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = unicodeText(bytes)
  if (text === null) {
    throw new ReadingError(t('The file is no text in UTF-8, as JSON has to be: save it again with that encoding.'))
  }
  if (text.trim() === '') throw new ReadingError(t('The file is empty: choose one that holds JSON.'))
  return parseJson(text)
}

/** As {@link readJson}, of a text. */
export function parseJson(text: string): unknown {
  // Before it is parsed: the engine's own parser may run out of stack.
  const { deepest, open, noNumber } = survey(text)
  if (deepest > LIMITS.depth) {
    throw new ReadingError(
      t('The JSON is nested more than {most, number} deep, which no dataset or network is: choose another file.', {
        most: LIMITS.depth,
      }),
    )
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (open) {
      throw new ReadingError(t('The JSON ends too early, as if it had been cut off: download or save it again.'))
    }
    if (noNumber !== null) {
      throw new ReadingError(
        t(
          'The JSON has NaN or Infinity in line {line, number}, which are no numbers there: leave such values out, or write null.',
          { line: lineAt(text, noNumber) },
        ),
      )
    }
    // Some engines say where, in their own words.
    const position = /position (\d+)/.exec((error as Error).message)
    const line = position ? lineAt(text, Number(position[1])) : /line (\d+)/.exec((error as Error).message)?.[1]
    throw new ReadingError(
      line === undefined
        ? t('The file is no valid JSON: correct it, or save it again from where it was made.')
        : t('The file is no valid JSON (line {line, number}): correct it, or save it again from where it was made.', {
            line,
          }),
    )
  }
}

/** What can be seen of JSON without parsing it. */
interface Survey {
  /** How deep arrays and objects lie in each other; not looked for beyond one below the limit. */
  deepest: number
  /** Whether one of them, or a string, is still open at the end. */
  open: boolean
  /** Where NaN or Infinity stands, as some programs write it. */
  noNumber: number | null
}

function survey(text: string): Survey {
  const seen: Survey = { deepest: 0, open: false, noNumber: null }
  let depth = 0
  let i = 0
  for (; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 34: // A string: what is in it does not count.
        for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) if (text.charCodeAt(i) === 92) i++
        break
      case 91:
      case 123:
        depth++
        if (depth > seen.deepest) seen.deepest = depth
        if (depth > LIMITS.depth) return seen
        break
      case 93:
      case 125:
        depth--
        break
      case 73:
      case 78:
        seen.noNumber ??= i
        break
    }
  }
  // In a string the index has run past the end.
  seen.open = depth > 0 || i > text.length
  return seen
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** True for what JSON calls an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
