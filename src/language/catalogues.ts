import { inflectBy, type Catalogue } from './messages.ts'
import type { LanguageId } from './languages.ts'

/** The catalogues, each in a file of its own that is fetched when its language is spoken. */
const FILES: Partial<Record<LanguageId, () => Promise<{ default: Catalogue }>>> = {
  ru: () => import('./catalogues/ru.json'),
  zh: () => import('./catalogues/zh.json'),
  ja: () => import('./catalogues/ja.json'),
  ko: () => import('./catalogues/ko.json'),
  vi: () => import('./catalogues/vi.json'),
  hi: () => import('./catalogues/hi.json'),
}

/**
 * Fetches the messages of a language.
 * @returns `null` for English and the pseudo-locale, which need none
 * @throws Error where they cannot be fetched
 */
export async function fetchCatalogue(id: LanguageId): Promise<Catalogue | null> {
  const [file] = await Promise.all([FILES[id]?.(), INFLECTED.includes(id) && loadInflections()])
  return file?.default ?? null
}

const INFLECTED: readonly LanguageId[] = ['ru', 'ko']

async function loadInflections(): Promise<void> {
  inflectBy((await import('./inflections.ts')).INFLECTIONS)
}
