import type { Actor, Initiative, Magnitude, Milestone, Source } from '../model/schema.ts'
import type { Change } from './changes.ts'

/** What was changed, in words. */

/** A part of an entry that was changed: what it was and what it is; empty where there was or is nothing. */
export interface Difference {
  field: string
  before: string
  after: string
}

/** A change in one sentence without a full stop: "Corrected the title of “...”". */
export function changeInWords(change: Change): string {
  const noun = change.kind
  if (change.before === null && change.after === null) return `Changed nothing in the ${noun} ${change.id}`
  if (change.before === null) return `Added the ${noun} ${titleOf(change)}`
  if (change.after === null) return `Removed the ${noun} ${titleOf(change)}`
  const clauses = clausesOf(change)
  if (clauses.length === 0) return `Saved ${titleOf(change)} as it was`
  const [first, ...others] = clauses
  return [`${first!.words} ${first!.before} ${titleOf(change)}`, ...others.map(({ words }) => lowerFirst(words))].join(
    '; ',
  )
}

/** What an entry that was changed, added or removed is called. */
export function titleOf(change: Change): string {
  const entry = change.after ?? change.before
  if (!entry) return change.id
  return `“${'names' in entry ? entry.names.en : entry.title}”`
}

/** What a change changed, field by field. */
export function differencesOf(change: Change): Difference[] {
  const [before, after] = [fieldsOf(change, change.before), fieldsOf(change, change.after)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names
    .map((field) => ({ field, before: before.get(field) ?? '', after: after.get(field) ?? '' }))
    .filter((own) => own.before !== own.after)
}

interface Clause {
  words: string
  /** What stands between it and the name of the entry. */
  before: 'of' | 'to' | 'from'
}

function clausesOf(change: Change): Clause[] {
  const [past, present] = [fieldsOf(change, change.before), fieldsOf(change, change.after)]
  const isPart = (field: string) => /^(?:milestone|figure) \d+$/.test(field)
  const names = [...new Set([...past.keys(), ...present.keys()])]
    .filter((field) => !isPart(field) && past.get(field) !== present.get(field))
    .map((field) => `the ${field}`)
  const clauses: Clause[] = []
  if (names.length > 0) clauses.push({ words: `Corrected ${inWords(names)}`, before: 'of' })
  if (change.kind !== 'initiative' || !change.before || !change.after) return clauses
  const { before, after } = change
  return [
    ...clauses,
    ...partClauses('milestone', before.milestones, after.milestones, ({ date, stage }) => `${date} ${stage}`),
    ...partClauses('figure', before.magnitudes ?? [], after.magnitudes ?? [], ({ kind }) => `“${kind}”`),
  ]
}

/** What was added to a list, taken out of it and corrected in it. */
function partClauses<T>(
  noun: string,
  before: readonly T[],
  after: readonly T[],
  nameOf: (part: T) => string,
): Clause[] {
  const text = (part: T) => JSON.stringify(part)
  const [pastTexts, presentTexts] = [new Set(before.map(text)), new Set(after.map(text))]
  const gone = before.filter((part) => !presentTexts.has(text(part)))
  const come = after.filter((part) => !pastTexts.has(text(part)))
  if (gone.length + come.length === 0) {
    return before.map(text).join() === after.map(text).join()
      ? []
      : [{ words: `Put the ${noun}s in another order`, before: 'of' }]
  }
  // One that took the place of another is the same, corrected.
  const stands = new Map(gone.map((part) => [before.indexOf(part), part]))
  const clauses: Clause[] = []
  for (const part of come) {
    const at = after.indexOf(part)
    const same =
      gone.find((own) => stands.has(before.indexOf(own)) && nameOf(own) === nameOf(part)) ??
      (before.length === after.length ? stands.get(at) : undefined)
    if (same === undefined) clauses.push({ words: `Added a ${noun} ${nameOf(part)}`, before: 'to' })
    else {
      stands.delete(before.indexOf(same))
      clauses.push({ words: `Corrected the ${noun} ${nameOf(part)}`, before: 'of' })
    }
  }
  for (const part of stands.values()) clauses.push({ words: `Removed the ${noun} ${nameOf(part)}`, before: 'from' })
  return clauses
}

/** The fields of an entry by their names, in words. */
function fieldsOf(change: Change, entry: Change['before']): Map<string, string> {
  const fields = new Map<string, string>()
  if (!entry) return fields
  const set = (field: string, value: string | undefined) => value && fields.set(field, value)
  if (change.kind === 'actor') actorFields(entry as Actor, set)
  else if (change.kind === 'source') sourceFields(entry as Source, set)
  else initiativeFields(entry as Initiative, set)
  return fields
}

type SetField = (field: string, value: string | undefined) => void

function actorFields({ kind, tier, names, fullName, iso2, isoNumeric, seat, flag }: Actor, set: SetField): void {
  set('English name', names.en)
  set('Russian name', names.ru)
  set('own name', names.native && `${names.native.text} (${names.native.language})`)
  set('full name', fullName)
  set('kind', kind)
  set('tier', tier)
  set('ISO code', iso2)
  set('numeric ISO code', isoNumeric)
  set('seat', seat && `${seat.name} (${seat.latitude}, ${seat.longitude})`)
  set('flag', flag)
}

function sourceFields({ title, publisher, date, url, kind, language, supports }: Source, set: SetField): void {
  set('title', title)
  set('publisher', publisher)
  set('date', date)
  set('address', url)
  set('kind', kind)
  set('language', language)
  set('note of what was read', supports)
}

function initiativeFields(entry: Initiative, set: SetField): void {
  set('title', entry.title)
  set('actors', `${entry.from.join(', ')} ${entry.directed ? '→' : '–'} ${entry.to.join(', ')}`)
  set('relation type', entry.type)
  set('subtype', entry.subtype)
  set('valence', entry.valence ?? 'cooperation')
  set('confidence', entry.confidence)
  set('summary', entry.summary)
  set('parties', entry.parties.join(', '))
  set('tags', entry.tags.join(', '))
  entry.milestones.forEach((milestone, i) => set(`milestone ${i + 1}`, milestoneInWords(milestone)))
  entry.magnitudes?.forEach((figure, i) => set(`figure ${i + 1}`, figureInWords(figure)))
}

function milestoneInWords({ date, stage, note, sources }: Milestone): string {
  return `${date} ${stage}${note && `: ${note}`} [${sources.join(', ')}]`
}

function figureInWords({ kind, value, unit, date, sources }: Magnitude): string {
  return `${kind}: ${value} ${unit}${date ? `, ${date}` : ''} [${sources.join(', ')}]`
}

function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
