/** The languages of the interface. */

/** The id of a language, as the hash says it (`lang=ru`). */
export type LanguageId = 'en' | 'ru' | 'zh' | 'ja' | 'ko' | 'vi' | 'hi' | typeof PSEUDO

export interface Language {
  id: LanguageId
  /** What its speakers call it. */
  name: string
  /** For `Intl` and the page's `lang` (BCP 47). */
  locale: string
  direction: 'ltr' | 'rtl'
}

/**
 * Made up from the English, written from right to left: for tests, and for whoever looks for text that is not translated. No
 * menu offers it.
 */
export const PSEUDO = 'xb'

/** In the order of the menu. */
export const LANGUAGES: readonly Language[] = [
  { id: 'en', name: 'English', locale: 'en-GB', direction: 'ltr' },
  { id: 'ru', name: 'Русский', locale: 'ru', direction: 'ltr' },
  { id: 'zh', name: '简体中文', locale: 'zh-CN', direction: 'ltr' },
  { id: 'ja', name: '日本語', locale: 'ja', direction: 'ltr' },
  { id: 'ko', name: '한국어', locale: 'ko', direction: 'ltr' },
  { id: 'vi', name: 'Tiếng Việt', locale: 'vi', direction: 'ltr' },
  { id: 'hi', name: 'हिन्दी', locale: 'hi', direction: 'ltr' },
]

/** What dates and numbers of the pseudo-locale are written in: right to left, with the digits that the tests know. */
const PSEUDO_LANGUAGE: Language = { id: PSEUDO, name: 'Pseudo', locale: 'ar-u-nu-latn', direction: 'rtl' }

/** The language of the code and of the data. */
export const ENGLISH = LANGUAGES[0]!

/** The language with that id; `null` for none. */
export function languageWith(id: string | null): Language | null {
  if (id === PSEUDO) return PSEUDO_LANGUAGE
  return LANGUAGES.find((own) => own.id === id) ?? null
}

/** The first of some locales (as `navigator.languages` lists them) that the interface speaks; `null` for none. */
export function languageFor(locales: readonly string[]): Language | null {
  for (const locale of locales) {
    const found = LANGUAGES.find(({ id }) => id === locale.split('-')[0]!.toLowerCase())
    if (found) return found
  }
  return null
}
