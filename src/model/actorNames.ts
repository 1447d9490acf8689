import { dataLanguage, known, language, onLanguage } from '../language/messages.ts'
import type { Actor } from './schema.ts'

/** What an actor is called on the screen. The data keep its English name, which is written to files. */

const own = new WeakMap<Named, string>()
let names = new WeakMap<Named, string>()
let regions: Intl.DisplayNames | null = null
onLanguage(() => {
  names = new WeakMap()
  regions = null
})

/** As much of an actor as its name takes. */
export type Named = Pick<Actor, 'names' | 'iso2'>

/**
 * The name of an actor in the present language: as the data give it, else as Unicode's CLDR names the state, else as the catalogue
 * names the organisation, else in English.
 */
export function nameOf(actor: Named): string {
  const given = own.get(actor)
  if (given !== undefined) return given
  const { names: written } = actor
  if (dataLanguage() === undefined) return written.en
  let name = names.get(actor)
  if (name === undefined) names.set(actor, (name = nameIn(actor)))
  return name
}

/** The full name of an actor: of an organisation that is known by its acronym what that stands for, else as {@link nameOf}. */
export function fullNameOf(actor: Named & Pick<Actor, 'fullName'>): string {
  return actor.fullName === undefined ? nameOf(actor) : known(actor.fullName)
}

/** An actor that is called as someone chose, whatever the language. */
export function withName<Own extends Named>(actor: Own, name: string): Own {
  const renamed = { ...actor }
  own.set(renamed, name)
  return renamed
}

/** A function that gives the name of an actor by its id; an id of none as it is. */
export function namesOf(actors: readonly (Named & Pick<Actor, 'id'>)[]): (id: string) => string {
  const all = new Map(actors.map((actor) => [actor.id, nameOf(actor)]))
  return (id) => all.get(id) ?? id
}

function nameIn({ names: { en, ru, native }, iso2 }: Named): string {
  const { id, locale } = language()
  if (id === 'ru' && ru !== undefined) return ru
  // In Korean, the North is called as the South calls it.
  if (native?.language === id && iso2 === new Intl.Locale(locale).maximize().region) return native.text
  const label = known(en)
  if (label !== en || iso2 === undefined) return label
  regions ??= new Intl.DisplayNames(locale, { type: 'region', style: 'short', fallback: 'none' })
  return regions.of(iso2) ?? en
}
