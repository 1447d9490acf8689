import type { Language } from '../language/languages.ts'

/** Tells the browser, and those who listen to the page, what language it is in. */
export function markPage({ locale, direction }: Language): void {
  document.documentElement.lang = locale
  document.documentElement.dir = direction
}
