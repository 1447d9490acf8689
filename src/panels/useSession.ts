import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Texts } from '../model/outline.ts'
import type { Choices, View } from '../state/choices.ts'
import type { Derived } from '../state/derived.ts'
import { isPermitted, type Permit } from '../state/edition.ts'
import type { Session, TextsState } from '../state/session.ts'
import type { Scheme } from '../scene/palette.ts'
import { afterNextFrame } from '../canvas/frames.ts'

/** The open dataset, for every panel below it. */
export const SessionContext = createContext<Session | null>(null)
/** Light or dark, as the person sees it now. */
export const SchemeContext = createContext<Scheme>('light')

/** The view that a component is a part of; `null` for what stands beside all of them. */
export const ViewContext = createContext<View | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession: there is no open dataset around this component')
  return session
}

/** Whether the reader may change or open that: not everything in a copy or an embed. */
export function useMay(permit: Permit): boolean {
  return isPermitted(useSession().edition, permit)
}

/** A part of the choices; the component is drawn again when that part becomes another object. */
export function useChoice<T>(part: (choices: Choices) => T): T {
  const { choices } = useSession()
  return useSyncExternalStore(useWhileOpen(choices.subscribe), () => part(choices.getState()))
}

/** As `useChoice`, one frame later: for what stands beside the control that was used, so that no click waits for it. */
export function useChoiceLater<T>(part: (choices: Choices) => T): T {
  const session = useSession()
  return useSyncExternalStore(useWhileOpen(afterFrames(session)), () => part(session.choices.getState()))
}

/**
 * What follows from the choices. It comes one frame after the choice: first the graph and the control that was used,
 * then the numbers and texts around them, so that no click waits for all of the page.
 */
export function useDerived(): Derived {
  return useDerivedPart((derived) => derived)
}

/** A part of what follows from the choices; the component is drawn again only when that part becomes another value. */
export function useDerivedPart<T>(part: (derived: Derived) => T): T {
  const session = useSession()
  return useSyncExternalStore(useWhileOpen(afterFrames(session)), () => part(session.derive()))
}

type Subscribe = (listener: () => void) => () => void

const gates = new WeakMap<Subscribe, Map<View, Subscribe>>()

/**
 * Inside a view, a subscription that rests while another view is open: what is out of sight costs nothing. When the view is
 * opened again its listeners are called at once, so that it is up to date with the frame that shows it.
 */
function useWhileOpen(subscribe: Subscribe): Subscribe {
  const { choices } = useSession()
  const view = useContext(ViewContext)
  if (view === null) return subscribe
  let own = gates.get(subscribe)
  if (!own) gates.set(subscribe, (own = new Map()))
  let gate = own.get(view)
  if (!gate) {
    gate = (listener) => {
      const stops = [
        subscribe(() => choices.getState().view === view && listener()),
        choices.subscribe((present, past) => present.view === view && past.view !== view && listener()),
      ]
      return () => stops.forEach((stop) => stop())
    }
    own.set(view, gate)
  }
  return gate
}

const subscriptions = new WeakMap<Session, Subscribe>()

/** While the as-of date is played, the numbers and texts follow at a pace of theirs, so that the graph keeps its own. */
const PLAYING_PACE_MS = { besideGraph: 450, alone: 120 }

/** Subscribes to a session's changes as of the frame that shows them: all listeners are called together after it is painted. */
function afterFrames(session: Session): Subscribe {
  const known = subscriptions.get(session)
  if (known) return known
  const listeners = new Set<() => void>()
  let waiting: ReturnType<typeof setTimeout> | 'frame' | null = null
  const call = () => {
    waiting = null
    listeners.forEach((listener) => listener())
  }
  const wait = () => {
    if (waiting !== null) return
    if (session.playback.state.getState().isPlaying) {
      const isBesideGraph = session.choices.getState().view === 'network'
      waiting = setTimeout(call, isBesideGraph ? PLAYING_PACE_MS.besideGraph : PLAYING_PACE_MS.alone)
    } else {
      waiting = 'frame'
      afterNextFrame(call)
    }
  }
  session.subscribe(wait)
  session.playback.state.subscribe(({ isPlaying }) => {
    if (isPlaying || waiting === 'frame') return
    // Paused: what is still to come comes at once.
    if (waiting !== null) clearTimeout(waiting)
    waiting = null
    wait()
  })
  const subscribe: Subscribe = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  subscriptions.set(session, subscribe)
  return subscribe
}

/** Whether the as-of date is being played. */
export function useIsPlaying(): boolean {
  const { playback } = useSession()
  return useSyncExternalStore(playback.state.subscribe, () => playback.state.getState().isPlaying)
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
