import { nameOf, withName } from '../model/actorNames.ts'
import type { Outline, Texts } from '../model/outline.ts'
import type { Actor } from '../model/schema.ts'
import { openSession, type Session } from '../state/session.ts'
import type { Labels } from './pictureChoices.ts'

/**
 * A session of the studio's own, with the choices of another one: its as-of date can be played and its actors renamed
 * while the screen stays as it is.
 */
export function studioSession(session: Session, labels: Labels): Session {
  const { columns, choices, texts } = session
  const own = openSession({ ...columns.outline, actors: columns.outline.actors.map(named(labels)) }, '')
  own.choices.setState(choices.getState(), true)
  const state = texts.getState()
  if (state.status === 'ready') own.setTexts(renamed(state.texts, labels))
  else if (state.status === 'failed') own.texts.setState(state, true)
  return own
}

function renamed(texts: Texts, labels: Labels): Texts {
  return { ...texts, contextActors: texts.contextActors.map(named(labels)) }
}

/** The language that an actor's name is written in, where it is not English. */
export function languageOf(outline: Outline, labels: Labels): ReadonlyMap<string, string> {
  return new Map(
    outline.actors.flatMap(({ id, names }) => {
      const language = labels === 'ru' ? 'ru' : labels === 'native' ? names.native?.language : undefined
      return language === undefined || language === 'en' || (labels === 'ru' && names.ru === undefined)
        ? []
        : [[id, language] as const]
    }),
  )
}

/** An actor under the name that is asked for; one without it keeps the English one. */
function named(labels: Labels): (actor: Actor) => Actor {
  const write = ({ en, ru, native }: Actor['names']): string => {
    if (labels === 'ru') return ru ?? en
    if (labels === 'native') return native?.text ?? en
    if (labels === 'both' && native && native.text !== en) return `${en} (${native.text})`
    return en
  }
  return (actor) => {
    const name = labels === 'screen' ? nameOf(actor) : write(actor.names)
    return name === nameOf(actor) ? actor : withName(actor, name)
  }
}
