import { formatted, piecesOf, textOf, type Formatted, type Pieces, type Rules, type Values } from './icu.ts'
import { keyOf } from './key.ts'
import { ENGLISH, PSEUDO, type Language, type LanguageId } from './languages.ts'
import { inPseudo } from './pseudo.ts'

/**
 * The words of the interface. The English stands in the code, where it is read; another language's stand in its catalogue, by
 * the English. What is said in no catalogue is said in English.
 */

declare const marked: unique symbol
/**
 * English words that are marked for the catalogues by {@link msg}, and said by {@link t} once the language is known. It is a text,
 * which the type hides: nobody is to show it as it is.
 */
export interface Message {
  readonly [marked]: true
}

/** A text that is known when the code is written; any other is refused. */
type Literal<Text extends string> = string extends Text ? never : Text

/** By language, what is made of the parts of each message. */
export type Inflections = Partial<Record<LanguageId, (parts: Formatted) => Formatted>>

/** The messages of a language as they are sent: by key, see {@link keyOf}. */
export type Catalogue = Readonly<Record<string, string>>

let present = ENGLISH
let usual = ENGLISH
let spoken: Catalogue | null = null
let inflections: Inflections = {}
let rules = rulesOf(ENGLISH)
const read = new Map<string, Pieces>()
const listeners: (() => void)[] = []

/** The language that is spoken now. */
export function language(): Language {
  return present
}

/** The messages of that language; `null` of English and of the pseudo-locale, which need none. */
export function catalogue(): Catalogue | null {
  return spoken
}

/** The language that this page speaks where a link asks for none. */
export function usualLanguage(): Language {
  return usual
}

/**
 * Has everything said in another language from now on. What was said before stays as it is: whoever keeps words asks again
 * (`onLanguage`).
 * @param messages as {@link catalogue} gives them
 * @param usually what the page speaks where a link asks for nothing
 */
export function speak(next: Language, messages: Catalogue | null, usually = usual): void {
  present = next
  usual = usually
  spoken = messages
  rules = rulesOf(next)
  read.clear()
  listeners.forEach((forget) => forget())
}

/** Has something said in English, whatever the page speaks: for files that go to others. */
export function sayInEnglish<T>(all: () => T): T {
  // What is kept in English is not to be forgotten for it.
  if (present === ENGLISH) return all()
  const [before, messages] = [present, spoken]
  speak(ENGLISH, null)
  try {
    return all()
  } finally {
    speak(before, messages)
  }
}

/** Has what depends on the words in a message follow them (`inflections.ts`), in the languages that need it. */
export function inflectBy(all: Inflections): void {
  inflections = all
}

/** Calls back when another language is spoken; for what is kept as long as the page. */
export function onLanguage(forget: () => void): void {
  listeners.push(forget)
}

/** Marks words that are kept in a constant: they are said by {@link t} where they are shown, not where they stand. */
export function msg<const Text extends string>(text: Literal<Text>): Message {
  return text as unknown as Message
}

/**
 * Says something in the present language.
 * @param message in English, as ICU MessageFormat (`icu.ts`): `'{count, plural, one {# tie} other {# ties}}'`. A text that is
 *   known when the code is written, or one that {@link msg} marked: the tests find what is to be translated by these calls.
 * @param values what stands for the names in it; a whole number for a plural
 */
export function t<const Text extends string>(message: Literal<Text> | Message, values: Values = {}): string {
  return textOf(said(message, values))
}

/** Like {@link t}, in parts: for messages with tags (`<b>so many</b>`). */
export function inParts<const Text extends string>(message: Literal<Text> | Message, values: Values = {}): Formatted {
  return said(message, values)
}

function said(message: string | Message, values: Values): Formatted {
  const parts = formatted(piecesIn(message), values, rules)
  return inflections[present.id]?.(parts) ?? parts
}

/** The English of words without names in them: for files, which are written in it whatever the page speaks. */
export function inEnglish(words: Message): string {
  return words as unknown as string
}

/**
 * A name or label of the data, in the present language where it is a common one: those of Dyad's own dataset are in the
 * catalogues. Anything else as it is.
 */
export function known(label: string): string {
  return say(label) ?? label
}

/** The language of what is written to a file, for `lang`. */
export function writtenLanguage(): string {
  return dataLanguage() === undefined ? 'en' : present.locale
}

/** The language of what {@link known} says of a label, for `lang`; `undefined` where it is that of the page. */
export function languageOfKnown(label: string): string | undefined {
  return say(label) === undefined ? dataLanguage() : undefined
}

function say(message: string): string | undefined {
  return present.id === PSEUDO ? inPseudo(message) : spoken?.[keyOf(message)]
}

/** The language of texts of the data, for `lang`; `undefined` where the page is in it. */
export function dataLanguage(): string | undefined {
  return present.id === 'en' ? undefined : 'en'
}

function piecesIn(own: string | Message): Pieces {
  const message = own as string
  let pieces = read.get(message)
  if (!pieces) {
    pieces = piecesOf(say(message) ?? message)
    read.set(message, pieces)
  }
  return pieces
}

function rulesOf({ locale }: Language): Rules {
  const format = new Intl.NumberFormat(locale)
  let plural: Intl.PluralRules | null = null
  let ordinal: Intl.PluralRules | null = null
  return {
    number: (value) => format.format(value),
    plural: (count) => (plural ??= new Intl.PluralRules(locale)).select(count),
    ordinal: (count) => (ordinal ??= new Intl.PluralRules(locale, { type: 'ordinal' })).select(count),
  }
}
