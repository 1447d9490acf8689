import type { Formatted } from './icu.ts'
import type { Inflections } from './messages.ts'

/** What depends on the words that are put into a message, in languages where that is more than a plural. */
export const INFLECTIONS: Inflections = {
  ko: (parts) => withParticles(parts),
  ru: withCases,
}

/*
 * Korean particles have one form after a consonant and another after a vowel. The catalogue writes both where a name stands before
 * them, "{name}이(가)", and here the one that fits is taken: 중국이, 러시아가.
 */

/** By how both are written: the one after a consonant, and the one after a vowel. */
const PARTICLES: Readonly<Record<string, readonly [consonant: string, vowel: string]>> = {
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라': ['이라', '라'],
}
const BOTH = /[이은을]\([가는를]\)|과\(와\)|와\(과\)|\(으\)로|\(이\)라/g
/** The letter or digit that a text ends with, before quotes and brackets. */
const LAST = /([\p{Letter}\p{Number}])[^\p{Letter}\p{Number}\s]*$/u
const FIRST_SYLLABLE = 0xac00
const ENDINGS = 28
/** Which of the endings is an L, after which "(으)로" goes as after a vowel. */
const L = 8
/** The endings of the digits as they are read: 영, 일, 이, 삼 ... */
const OF_DIGITS = [21, L, 0, 16, 0, 0, 1, L, L, 0]

/** Takes the form that fits of each particle; both stay after words of other scripts, whose sound is not known. */
function withParticles(parts: Formatted, before = { text: '' }): Formatted {
  return parts.map((part) => {
    if (typeof part !== 'string') return { ...part, within: withParticles(part.within, before) }
    const own = part.replace(BOTH, (both, at: number) => {
      const ending = endingOf(before.text + part.slice(0, at))
      if (ending === null) return both
      const [consonant, vowel] = PARTICLES[both]!
      return ending === 0 || (ending === L && both === '(으)로') ? vowel : consonant
    })
    before.text += part
    return own
  })
}

/** The consonants that the last syllable ends with, by their number in Unicode: 0 for none; `null` where that is not known. */
function endingOf(text: string): number | null {
  const last = LAST.exec(text)?.[1]
  if (last === undefined) return null
  if (/[0-9]/.test(last)) return OF_DIGITS[Number(last)]!
  return /[가-힣]/.test(last) ? (last.charCodeAt(0) - FIRST_SYLLABLE) % ENDINGS : null
}

/*
 * Russian dates are put into a message as they stand alone: "март 2015", "2015". After "с" a month stands in another case, and a year
 * has a word of its own.
 */

const SINCE_MONTH =
  /(?<=(?:^|[\s(])с )(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)([ьй]?)(?= \d{4})/g
const SINCE_YEAR = /(?<=(?:^|[\s(])с )\d{4}(?=$|[,;:.)])/g

function withCases(parts: Formatted): Formatted {
  return parts.map((part) =>
    typeof part === 'string'
      ? part
          .replace(SINCE_MONTH, (_, stem: string, ending: string) => stem + (ending === '' ? 'а' : 'я'))
          .replace(SINCE_YEAR, '$& года')
      : { ...part, within: withCases(part.within) },
  )
}
