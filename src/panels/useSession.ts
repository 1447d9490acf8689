import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Texts } from '../model/outline.ts'
import type { Choices } from '../state/choices.ts'
import type { Derived } from '../state/derived.ts'
import type { Session, TextsState } from '../state/session.ts'
import type { Scheme } from '../scene/palette.ts'

/** The open dataset, for every panel below it. */
export const SessionContext = createContext<Session | null>(null)
/** Light or dark, as the person sees it now. */
export const SchemeContext = createContext<Scheme>('light')

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession: there is no open dataset around this component')
  return session
}

/** A part of the choices; the component is drawn again when that part becomes another object. */
export function useChoice<T>(part: (choices: Choices) => T): T {
  const { choices } = useSession()
  return useSyncExternalStore(choices.subscribe, () => part(choices.getState()))
}

/** What follows from the choices. */
export function useDerived(): Derived {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, session.derive)
}

export function useTextsState(): TextsState {
  const { texts } = useSession()
  return useSyncExternalStore(texts.subscribe, texts.getState)
}

/** The texts of the dataset, or `null` until they are there. */
export function useTexts(): Texts | null {
  const state = useTextsState()
  return state.status === 'ready' ? state.texts : null
}

export function useScheme(): Scheme {
  return useContext(SchemeContext)
}
