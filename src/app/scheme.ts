import type { SchemeWish } from '../panels/Dialogs.tsx'
import type { Scheme } from '../scene/palette.ts'

const KEY = 'dyad:scheme'
const dark = matchMedia('(prefers-color-scheme: dark)')
/** The system's own colours take the place of the page's: then what is drawn has to go with them, whatever was asked for. */
const forced = matchMedia('(forced-colors: active)')
const listeners = new Set<() => void>()

/** What the reader asked for last time. */
export function schemeChoice(): SchemeWish {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** The scheme that the page is drawn in. */
export function presentScheme(): Scheme {
  return schemeOf(schemeChoice())
}

/** Keeps the reader's wish in this browser, where it allows that, and redraws the page. */
export function chooseScheme(choice: SchemeWish): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
  } catch {
    // A browser that keeps nothing still shows the scheme until the page is left.
  }
  apply(schemeOf(choice))
}

/** Calls back when the scheme of the page changes. */
export function onScheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function schemeOf(choice: SchemeWish): Scheme {
  if (choice !== 'system' && !forced.matches) return choice
  return dark.matches ? 'dark' : 'light'
}

function apply(scheme: Scheme): void {
  document.documentElement.dataset.scheme = scheme
  listeners.forEach((listener) => listener())
}

for (const query of [dark, forced]) query.addEventListener('change', () => apply(schemeOf(schemeChoice())))
