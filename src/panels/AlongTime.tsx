import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ENGLISH } from '../language/languages.ts'
import { language } from '../language/messages.ts'

/**
 * Around a slider along time, which runs from left to right whatever the language, as in all that is drawn of it. Its library
 * takes the direction from the locale, and the style sheet lays it out (`.track`).
 */
export function AlongTime({ children }: { children: ReactNode }) {
  const { direction, locale } = language()
  return <I18nProvider locale={direction === 'rtl' ? ENGLISH.locale : locale}>{children}</I18nProvider>
}
