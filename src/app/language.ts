import { fetchCatalogue } from '../language/catalogues.ts'
import { ENGLISH, languageFor, languageWith, type Language, type LanguageId } from '../language/languages.ts'
import { language, speak, usualLanguage } from '../language/messages.ts'
import { languageIn } from '../state/hash.ts'
import { markPage } from './markPage.ts'

/** Which language the page speaks: what the hash says, else what the person chose before, else what the browser asks for. */

const KEY = 'dyad:language'

/** Has the page speak from the start what it is to speak. It speaks English where the messages of another language cannot be had. */
export async function speakFirst(): Promise<void> {
  const usual = languageWith(stored()) ?? languageFor(navigator.languages) ?? ENGLISH
  await speakOn(languageIn(location.hash) ?? usual, usual).catch(() => undefined)
}

/**
 * Has a page that others have put somewhere speak: what its link says, else English, which is what its makers saw.
 */
export async function speakAsLinked(): Promise<void> {
  await speakOn(languageIn(location.hash) ?? ENGLISH, ENGLISH).catch(() => undefined)
}

/**
 * Has everything said from now on in the language that the person chose, and keeps the choice in this browser.
 * @throws Error where its messages cannot be fetched
 */
export async function chooseLanguage(id: LanguageId): Promise<void> {
  await speakOn(languageWith(id) ?? ENGLISH, usualLanguage())
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // The link says it too.
  }
}

/**
 * Speaks as a hash asks, after going back or on. It is no choice to be kept.
 * @returns whether that is another language than before
 * @throws Error where its messages cannot be fetched
 */
export async function followLanguage(hash: string): Promise<boolean> {
  const asked = languageIn(hash) ?? usualLanguage()
  if (asked.id === language().id) return false
  await speakOn(asked, usualLanguage())
  return true
}

async function speakOn(next: Language, usual: Language): Promise<void> {
  const messages = await fetchCatalogue(next.id)
  speak(next, messages, usual)
  markPage(next)
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
