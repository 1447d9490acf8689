import { msg, t, type Message } from '../language/messages.ts'
import { ReadingError, type FileInput, type Sample } from './reading.ts'

/** How the characters of a text file are written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1251'

/** The text of a file, and how it was written down. */
export interface DecodedText {
  text: string
  encoding: Encoding
}

/** How much of a file tells what it is. */
const SAMPLE_BYTES = 64 * 1024

/** Files that are no text, by how they begin: what they are, and what would work. */
const KINDS: readonly (readonly [begins: readonly number[], words: Message])[] = [
  [[0x25, 0x50, 0x44, 0x46], msg('The file is a PDF: copy its table to a spreadsheet and save that as CSV or XLSX.')],
  [[0xd0, 0xcf, 0x11, 0xe0], msg('The file is a workbook of the old kind (.xls): save it as XLSX or CSV.')],
  [[0x1f, 0x8b], msg('The file is compressed with gzip: unpack it first.')],
  [[0x50, 0x4b, 0x03, 0x04], msg('The file is a zip archive: unpack it, or choose the file in it.')],
  [[0x89, 0x50, 0x4e, 0x47], msg('The file is a picture (PNG), not a table.')],
  [[0xff, 0xd8, 0xff], msg('The file is a picture (JPEG), not a table.')],
  [[0x47, 0x49, 0x46, 0x38], msg('The file is a picture (GIF), not a table.')],
  [[0x37, 0x7a, 0xbc, 0xaf], msg('The file is a 7-Zip archive: unpack it first.')],
  [[0x50, 0x41, 0x52, 0x31], msg('The file is a Parquet file: it is read as a roll-up of events.')],
  [[0x52, 0x61, 0x72, 0x21], msg('The file is a RAR archive: unpack it first.')],
]

/** What Windows-1252 has from 0x80 to 0x9F; a space where it has nothing. */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

function beginsWith(bytes: Uint8Array, begins: readonly number[]): boolean {
  return begins.every((byte, i) => bytes[i] === byte)
}

/**
 * Reads the text of a file: by its byte order mark; as UTF-16 where every other byte is zero; as UTF-8 where it is; else as
 * Windows-1252, or as Windows-1251 where its letters make Cyrillic words.
 * @throws ReadingError where the file is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const kind = KINDS.find(([begins]) => beginsWith(bytes, begins))
  if (kind) throw new ReadingError(t(kind[1]))
  const wide = wideEncoding(bytes)
  if (wide) return { text: decode(bytes, wide), encoding: wide }
  if (zerosIn(bytes) > 0.01) {
    throw new ReadingError(
      t('The file is no text: choose a CSV, TSV or XLSX file, or one that a program for networks wrote.'),
    )
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const encoding = looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252'
    return { text: decode(bytes, encoding), encoding }
  }
}

/** What to say of how a text was read; `null` where there is nothing to say. */
export function encodingNote(encoding: Encoding): string | null {
  if (encoding === 'windows-1252') {
    return t(
      'The file is not in UTF-8; it was read as Windows-1252, as spreadsheets in Western Europe and America write it.',
    )
  }
  if (encoding === 'windows-1251') {
    return t('The file is not in UTF-8; it was read as Windows-1251, as spreadsheets in Russia write it.')
  }
  return null
}

/** The beginning of a file, by which readers recognise it. Never throws. */
export function sampleOf({ name, bytes }: FileInput): Sample {
  const own = bytes.subarray(0, SAMPLE_BYTES)
  const ending = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''
  let text = ''
  try {
    // The cut may go through a character: of a longer file the last incomplete one is left out.
    text = decodeText(own.length < bytes.length ? wholeCharacters(own) : own).text
  } catch {
    // No text: what it is stands in its bytes.
  }
  return { ending, bytes: own, text }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes)
  // Some versions of Node take Windows-1252 for Latin-1, which has controls where it has these.
  return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80]!) : text
}

/** UTF-16, by its mark or by its zeros: a table has many plain letters, whose other half is zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  if (bytes.length < 4) return null
  const pairs = Math.min(bytes.length, 4096) >> 1
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++
    if (bytes[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.3 && even === 0) return 'utf-16le'
  if (even > pairs * 0.3 && odd === 0) return 'utf-16be'
  return null
}

/** The share of zeros in the beginning of a file: texts have none, but for one that slipped in. */
function zerosIn(bytes: Uint8Array): number {
  const beginning = bytes.subarray(0, SAMPLE_BYTES)
  let zeros = 0
  for (const byte of beginning) if (byte === 0) zeros++
  return zeros / Math.max(1, beginning.length)
}

/** Whether letters beyond ASCII stand beside each other, as in Cyrillic, rather than alone between plain ones. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let letters = 0
  let beside = 0
  const end = Math.min(bytes.length, 1 << 20)
  for (let i = 0; i < end; i++) {
    if (bytes[i]! < 0xc0) continue
    letters++
    if (bytes[i + 1]! >= 0xc0 || (i > 0 && bytes[i - 1]! >= 0xc0)) beside++
  }
  return letters > 3 && beside > letters * 0.8
}

/** Without the character of UTF-8 that is cut off at the end, if any. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let start = bytes.length - 1
  while (start > 0 && bytes.length - start < 4 && (bytes[start]! & 0xc0) === 0x80) start--
  const lead = bytes[start]!
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
  return start + length > bytes.length ? bytes.subarray(0, start) : bytes
}
