import { namesOf as namesOfActors } from '../model/actorNames.ts'
import type { Texts } from '../model/outline.ts'
import type { Session } from '../state/session.ts'

/** The texts of a session, or `null` until they are there. */
export function textsOf({ texts }: Session): Texts | null {
  const state = texts.getState()
  return state.status === 'ready' ? state.texts : null
}

/** The names of all actors of a session, those that occur only in series among them. */
export function namesOf(session: Session): (actor: string) => string {
  return namesOfActors([...session.columns.outline.actors, ...(textsOf(session)?.contextActors ?? [])])
}
