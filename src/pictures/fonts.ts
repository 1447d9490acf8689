/**
 * The letters of pictures. A picture is drawn with the same fonts everywhere: Arimo, whose letters are as wide as those
 * of Arial and Helvetica, and Noto Sans for scripts that Arimo does not have. Each font comes in *slices*, files that hold
 * the letters of some ranges of Unicode, so that a Chinese name costs one or two small files and not seven megabytes.
 */

import { t } from '../language/messages.ts'
import { isOwnSign } from './ownSigns.ts'

export type Weight = 400 | 700

interface FontFamily {
  /** As its package and its files are called. */
  id: string
  /** As it is called in CSS. */
  name: string
  /** The scripts for which it is the first choice; without any, for all that it has. */
  script: RegExp | null
  /** The language whose way of writing Han characters it follows. */
  language?: string
}

const ARIMO: FontFamily = { id: 'arimo', name: 'Arimo', script: null }
const CHINESE: FontFamily = { id: 'noto-sans-sc', name: 'Noto Sans SC', script: /[\p{sc=Han}\p{sc=Bopomofo}]/u }
const JAPANESE: FontFamily = {
  id: 'noto-sans-jp',
  name: 'Noto Sans JP',
  script: /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
  language: 'ja',
}
const KOREAN: FontFamily = { id: 'noto-sans-kr', name: 'Noto Sans KR', script: /\p{sc=Hangul}/u, language: 'ko' }

const OTHERS: readonly FontFamily[] = [
  { id: 'noto-sans-devanagari', name: 'Noto Sans Devanagari', script: /\p{sc=Devanagari}/u },
  { id: 'noto-sans-armenian', name: 'Noto Sans Armenian', script: /\p{sc=Armenian}/u },
  { id: 'noto-sans-arabic', name: 'Noto Sans Arabic', script: /\p{sc=Arabic}/u },
  { id: 'noto-sans-thai', name: 'Noto Sans Thai', script: /\p{sc=Thai}/u },
  { id: 'noto-sans-myanmar', name: 'Noto Sans Myanmar', script: /\p{sc=Myanmar}/u },
  { id: 'noto-sans-lao', name: 'Noto Sans Lao', script: /\p{sc=Lao}/u },
  { id: 'noto-sans-khmer', name: 'Noto Sans Khmer', script: /\p{sc=Khmer}/u },
  { id: 'noto-sans-sinhala', name: 'Noto Sans Sinhala', script: /\p{sc=Sinhala}/u },
]

/** Every family that letters are taken from. */
export const FONT_FAMILIES: readonly FontFamily[] = [ARIMO, CHINESE, JAPANESE, KOREAN, ...OTHERS]

/** Slices of Noto Sans for what Arimo has. */
const DOUBLED = /^(?:latin|latin-ext|cyrillic|vietnamese|math|symbols)$/

/** The slices that are taken from a family, of all that its package has. */
export function ownSlices(familyId: string, slices: readonly string[]): string[] {
  return slices.filter((slice) => familyId === ARIMO.id || !DOUBLED.test(slice))
}

/** One file of letters. */
export interface FontFace {
  family: FontFamily
  slice: string
  weight: Weight
}

/** The name of a face, and of its file without the ending: "arimo-latin-400-normal". */
export function faceName({ family, slice, weight }: FontFace): string {
  return `${family.id}-${slice}-${weight}-normal`
}

/** Where the fonts come from: the site's own files in a browser, `node_modules` in Node. */
export interface FontSource {
  /** For each slice of a family, the ranges of Unicode that it holds: "U+0301,U+0400-045F". */
  ranges(familyId: string): Promise<Readonly<Record<string, string>>>
  /** A file of letters in WOFF, by the id of its family and the {@link faceName} of its face. */
  file(familyId: string, name: string): Promise<Uint8Array>
}

/** Letters side by side that come from one face; `null` where no font has them, and for signs that are drawn. */
export interface LetterRun {
  text: string
  face: FontFace | null
}

/** How a text is set, as far as its fonts depend on it. */
export interface LetterStyle {
  weight: Weight
  /** Its language, as in `lang`: Japanese and Korean write some Han characters in their own way. */
  language?: string
}

/** True where a face has a letter. */
type HasLetter = (face: FontFace, codePoint: number) => Promise<boolean>

/** Chooses faces for texts, and remembers what it has read of the fonts. */
export interface FontChooser {
  /**
   * Splits a text in runs of one face each. Letters that no font has make a run without a face.
   * @param has asked about each letter before its face is chosen; without it the ranges alone decide
   */
  runs(text: string, style: LetterStyle, has?: HasLetter): Promise<LetterRun[]>
  /** The letters of a face, in WOFF. */
  bytes(face: FontFace): Promise<Uint8Array>
}

/** Makes a chooser of faces. */
export function createFontChooser(source: FontSource): FontChooser {
  const slices = new Map<FontFamily, Promise<readonly Slice[]>>()
  const files = new Map<string, Promise<Uint8Array>>()
  /** What the ranges alone decided: asked for each letter of a picture, and to wait for each would take longer than all else. */
  const decided = new Map<string, FontFace | null>()

  const slicesOf = (family: FontFamily) => {
    let known = slices.get(family)
    if (!known) {
      known = source.ranges(family.id).then((ranges) => readSlices(family.id, ranges))
      slices.set(family, known)
    }
    return known
  }

  const faceOf = async (letter: string, style: LetterStyle, isKana: boolean, has: HasLetter | undefined) => {
    const codePoint = letter.codePointAt(0)!
    for (const family of familiesFor(letter, style.language, isKana)) {
      for (const { name, ranges } of await slicesOf(family)) {
        if (!ranges.some(([first, last]) => codePoint >= first && codePoint <= last)) continue
        const face: FontFace = { family, slice: name, weight: style.weight }
        if (!has || (await has(face, codePoint))) return face
      }
    }
    return null
  }

  const decide = async (letter: string, style: LetterStyle, isKana: boolean, key: string) => {
    const face = await faceOf(letter, style, isKana, undefined)
    decided.set(key, face)
    return face
  }

  return {
    async runs(text, style, has) {
      const runs: LetterRun[] = []
      const isKana = JAPANESE.script!.test(text)
      const chooseFace = (letter: string) => {
        if (isOwnSign(letter)) return null
        if (has) return faceOf(letter, style, isKana, has)
        const key = `${style.weight} ${style.language ?? ''} ${isKana} ${letter}`
        const face = decided.get(key)
        return face === undefined ? decide(letter, style, isKana, key) : face
      }
      for (const letter of text.normalize('NFC')) {
        const last = runs.at(-1)
        // A mark belongs on the letter before it, so it comes from the same face where that has it.
        const goesOn =
          last?.face && /[\p{M}\p{Cf}]/u.test(letter) && (!has || (await has(last.face, letter.codePointAt(0)!)))
        const chosen = goesOn ? last.face : chooseFace(letter)
        const face = chosen instanceof Promise ? await chosen : chosen
        const isSame = last && (face ? last.face && faceName(face) === faceName(last.face) : !last.face)
        if (isSame) last.text += letter
        else runs.push({ text: letter, face })
      }
      return runs
    },
    bytes(face) {
      const name = faceName(face)
      let known = files.get(name)
      if (!known) {
        known = source.file(face.family.id, name)
        // What could not be fetched is asked for again.
        known.catch(() => files.delete(name))
        files.set(name, known)
      }
      return known
    },
  }
}

/** What is said of letters that no font has. */
export function missingNote(letters: ReadonlySet<string>): string | null {
  if (letters.size === 0) return null
  const named = [...letters].slice(0, 5).map((letter) => {
    const code = letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return `“${letter}” (U+${code})`
  })
  const values = { count: letters.size, letters: named.join(t(', ')) }
  return letters.size > named.length
    ? t('No font here has the letters {letters} and {more, number} more.', {
        letters: values.letters,
        more: letters.size - named.length,
      })
    : t('No font here has the {count, plural, one {letter} other {letters}} {letters}.', values)
}

/** The families that may have a letter, the best first. */
function familiesFor(letter: string, language: string | undefined, isKana: boolean): FontFamily[] {
  const own = FONT_FAMILIES.filter(({ script }) => script?.test(letter))
  const eastern = [CHINESE, JAPANESE, KOREAN]
  const spoken = eastern.find((family) => family.language && language?.toLowerCase().split('-')[0] === family.language)
  // Han characters beside kana are Japanese.
  const first = spoken ?? (isKana ? JAPANESE : CHINESE)
  const east = [first, ...eastern.filter((family) => family !== first)]
  if (own.some((family) => !eastern.includes(family))) return own
  // Hangul and kana first where they are surely; signs of all the world's texts are in the eastern fonts.
  return own.length > 0 && own[0] !== CHINESE ? [...new Set([...own, ...east])] : [ARIMO, ...east]
}

interface Slice {
  name: string
  ranges: readonly (readonly [first: number, last: number])[]
}

function readSlices(familyId: string, ranges: Readonly<Record<string, string>>): Slice[] {
  return ownSlices(familyId, Object.keys(ranges)).map((slice) => ({
    // A slice that is only numbered stands in brackets in the list, but not in the name of its file.
    name: slice.replace(/[[\]]/g, ''),
    ranges: ranges[slice]!.split(',').map((range) => {
      const [first, last = first] = range.replace(/U\+/i, '').split('-')
      return [parseInt(first!, 16), parseInt(last!, 16)] as const
    }),
  }))
}
