import type { Values } from '../language/icu.ts'
import { msg, t, type Message } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import { nameOf } from '../model/actorNames.ts'
import type { Actor, Initiative, Magnitude, Milestone, Source } from '../model/schema.ts'
import type { Change, EditableKind } from './changes.ts'
import { idInWords } from './idWords.ts'

/** What was changed, in words. */

/** A part of an entry that was changed: what it was and what it is; empty where there was or is nothing. */
export interface Difference {
  field: string
  before: string
  after: string
}

/** A change in one sentence without a full stop: "Corrected the title of “...”". */
export function changeInWords(change: Change): string {
  const { kind, id, before, after } = change
  const title = titleOf(change)
  if (before === null && after === null) return t(NOTHING[kind], { id })
  if (before === null) return t(ADDED[kind], { title })
  if (after === null) return t(REMOVED[kind], { title })
  const clauses = clausesOf(change)
  if (clauses.length === 0) return t('Saved {title} as it was', { title })
  return clauses
    .map(({ words, values }, i) => t(words, { ...values, title, place: i === 0 ? 'first' : '' }))
    .join(t('; '))
}

const NOTHING: Record<EditableKind, Message> = {
  actor: msg('Changed nothing in the actor {id}'),
  initiative: msg('Changed nothing in the initiative {id}'),
  source: msg('Changed nothing in the source {id}'),
}
const ADDED: Record<EditableKind, Message> = {
  actor: msg('Added the actor {title}'),
  initiative: msg('Added the initiative {title}'),
  source: msg('Added the source {title}'),
}
const REMOVED: Record<EditableKind, Message> = {
  actor: msg('Removed the actor {title}'),
  initiative: msg('Removed the initiative {title}'),
  source: msg('Removed the source {title}'),
}

/** What an entry that was changed, added or removed is called. */
export function titleOf(change: Change): string {
  const entry = change.after ?? change.before
  if (!entry) return change.id
  return t('“{title}”', { title: 'names' in entry ? nameOf(entry) : entry.title })
}

/** What a change changed, field by field. */
export function differencesOf(change: Change): Difference[] {
  const [before, after] = [fieldsOf(change, change.before), fieldsOf(change, change.after)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names
    .map((name) => {
      const [past, present] = [before.get(name), after.get(name)]
      return { field: (present ?? past)!.label, before: past?.value ?? '', after: present?.value ?? '' }
    })
    .filter((own) => own.before !== own.after)
}

/** A clause of the sentence on a change; the first one names the entry by its title, the others go on from there. */
interface Clause {
  words: Message
  values: Values
}

/** What can be done to a list of an entry. */
interface PartWords {
  order: Message
  added: Message
  corrected: Message
  removed: Message
}

const MILESTONES: PartWords = {
  order: msg(
    '{place, select, first {Put the milestones in another order of {title}} other {put the milestones in another order}}',
  ),
  added: msg('{place, select, first {Added a milestone {part} to {title}} other {added a milestone {part}}}'),
  corrected: msg(
    '{place, select, first {Corrected the milestone {part} of {title}} other {corrected the milestone {part}}}',
  ),
  removed: msg(
    '{place, select, first {Removed the milestone {part} from {title}} other {removed the milestone {part}}}',
  ),
}
const FIGURES: PartWords = {
  order: msg(
    '{place, select, first {Put the figures in another order of {title}} other {put the figures in another order}}',
  ),
  added: msg('{place, select, first {Added a figure {part} to {title}} other {added a figure {part}}}'),
  corrected: msg('{place, select, first {Corrected the figure {part} of {title}} other {corrected the figure {part}}}'),
  removed: msg('{place, select, first {Removed the figure {part} from {title}} other {removed the figure {part}}}'),
}

function clausesOf(change: Change): Clause[] {
  const [past, present] = [fieldsOf(change, change.before), fieldsOf(change, change.after)]
  const isPart = (field: string) => /^(?:milestones|figures)\.\d+$/.test(field)
  const fields = [...new Set([...past.keys(), ...present.keys()])]
    .filter((field) => !isPart(field) && past.get(field)?.value !== present.get(field)?.value)
    .map((field) => t('the {field}', { field: (present.get(field) ?? past.get(field))!.label }))
  const clauses: Clause[] = []
  if (fields.length > 0)
    clauses.push({ words: msg('Corrected {fields} of {title}'), values: { fields: listInWords(fields) } })
  if (change.kind !== 'initiative' || !change.before || !change.after) return clauses
  const { before, after } = change
  return [
    ...clauses,
    ...partClauses(MILESTONES, before.milestones, after.milestones, ({ date, stage }) =>
      t('{date} {stage}', { date, stage: idInWords(stage) }),
    ),
    ...partClauses(FIGURES, before.magnitudes ?? [], after.magnitudes ?? [], ({ kind }) =>
      t('“{title}”', { title: kind }),
    ),
  ]
}

/** What was added to a list, taken out of it and corrected in it. */
function partClauses<T>(
  words: PartWords,
  before: readonly T[],
  after: readonly T[],
  nameOfPart: (part: T) => string,
): Clause[] {
  const text = (part: T) => JSON.stringify(part)
  const [pastTexts, presentTexts] = [new Set(before.map(text)), new Set(after.map(text))]
  const gone = before.filter((part) => !presentTexts.has(text(part)))
  const come = after.filter((part) => !pastTexts.has(text(part)))
  if (gone.length + come.length === 0) {
    return before.map(text).join() === after.map(text).join() ? [] : [{ words: words.order, values: {} }]
  }
  // One that took the place of another is the same, corrected.
  const stands = new Map(gone.map((part) => [before.indexOf(part), part]))
  const clauses: Clause[] = []
  const add = (own: Message, part: T) => clauses.push({ words: own, values: { part: nameOfPart(part) } })
  for (const part of come) {
    const at = after.indexOf(part)
    const same =
      gone.find((own) => stands.has(before.indexOf(own)) && nameOfPart(own) === nameOfPart(part)) ??
      (before.length === after.length ? stands.get(at) : undefined)
    if (same === undefined) add(words.added, part)
    else {
      stands.delete(before.indexOf(same))
      add(words.corrected, part)
    }
  }
  for (const part of stands.values()) add(words.removed, part)
  return clauses
}

/** A field of an entry: what it is called and what stands in it. */
interface Field {
  label: string
  value: string
}

/** The fields of an entry in which something stands, by names that are the same in every language. */
function fieldsOf(change: Change, entry: Change['before']): Map<string, Field> {
  const fields = new Map<string, Field>()
  if (!entry) return fields
  const set: SetField = (field, value) => {
    if (value) fields.set(field, { label: t(LABELS[field]), value })
  }
  if (change.kind === 'actor') actorFields(entry as Actor, set)
  else if (change.kind === 'source') sourceFields(entry as Source, set)
  else {
    const { milestones, magnitudes = [] } = entry as Initiative
    initiativeFields(entry as Initiative, set)
    milestones.forEach((own, i) =>
      fields.set(`milestones.${i}`, {
        label: t('milestone {number}', { number: i + 1 }),
        value: milestoneInWords(own),
      }),
    )
    magnitudes.forEach((own, i) =>
      fields.set(`figures.${i}`, { label: t('figure {number}', { number: i + 1 }), value: figureInWords(own) }),
    )
  }
  return fields
}

type SetField = (field: keyof typeof LABELS, value: string | undefined) => void

const LABELS = {
  english: msg('English name'),
  russian: msg('Russian name'),
  native: msg('own name'),
  fullName: msg('full name'),
  kind: msg('kind'),
  tier: msg('tier'),
  iso2: msg('ISO code'),
  isoNumeric: msg('numeric ISO code'),
  seat: msg('seat'),
  flag: msg('flag'),
  title: msg('title'),
  publisher: msg('publisher'),
  date: msg('date'),
  url: msg('address'),
  language: msg('language'),
  supports: msg('note of what was read'),
  actors: msg('actors'),
  type: msg('relation type'),
  subtype: msg('subtype'),
  valence: msg('valence'),
  confidence: msg('confidence'),
  summary: msg('summary'),
  parties: msg('parties'),
  tags: msg('tags'),
}

function actorFields({ kind, tier, names, fullName, iso2, isoNumeric, seat, flag }: Actor, set: SetField): void {
  set('english', names.en)
  set('russian', names.ru)
  set('native', names.native && `${names.native.text} (${names.native.language})`)
  set('fullName', fullName)
  set('kind', idInWords(kind))
  set('tier', idInWords(tier))
  set('iso2', iso2)
  set('isoNumeric', isoNumeric)
  set('seat', seat && `${seat.name} (${seat.latitude}, ${seat.longitude})`)
  set('flag', flag)
}

function sourceFields({ title, publisher, date, url, kind, language, supports }: Source, set: SetField): void {
  set('title', title)
  set('publisher', publisher)
  set('date', date)
  set('url', url)
  set('kind', idInWords(kind))
  set('language', language)
  set('supports', supports)
}

function initiativeFields(entry: Initiative, set: SetField): void {
  set('title', entry.title)
  set('actors', `${entry.from.join(', ')} ${entry.directed ? '→' : '–'} ${entry.to.join(', ')}`)
  set('type', entry.type)
  set('subtype', entry.subtype)
  set('valence', idInWords(entry.valence ?? 'cooperation'))
  set('confidence', idInWords(entry.confidence))
  set('summary', entry.summary)
  set('parties', entry.parties.join(', '))
  set('tags', entry.tags.join(', '))
}

function milestoneInWords({ date, stage, note, sources }: Milestone): string {
  return `${date} ${idInWords(stage)}${note && `: ${note}`} [${sources.join(', ')}]`
}

function figureInWords({ kind, value, unit, date, sources }: Magnitude): string {
  return `${kind}: ${value} ${unit}${date ? `, ${date}` : ''} [${sources.join(', ')}]`
}
