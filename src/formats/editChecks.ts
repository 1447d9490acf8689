import type { z } from 'zod'
import { known, msg, t, type Message } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { parseDate } from '../model/dates.ts'
import {
  actorSchema,
  initiativeSchema,
  sourceSchema,
  type Actor,
  type Dataset,
  type Initiative,
  type Source,
} from '../model/schema.ts'
import type { Editable, EditableKind } from './changes.ts'
import { cleanUrl } from './cleanText.ts'
import { MAY_BEGIN, MAY_FOLLOW } from './dataChecks.ts'
import { dateRemedy, perhaps, quote } from './fault.ts'
import { ENTRY_SCHEMAS } from './folderFiles.ts'
import { idInWords } from './idWords.ts'
import { explain, fieldName, isEmpty, type Path } from './shapeFault.ts'

/** What is wrong with one entry that is being edited, told so that it can stand at its field. */

export interface FieldFault {
  /** The field, as `milestones[2].date`. */
  field: string
  /** What is wrong and what would be right. */
  sentence: string
}

export interface EntryChecked {
  /** With any of these the entry is not to be saved. */
  faults: FieldFault[]
  /** What may stay so here; the first word says for whom it matters. */
  advice: FieldFault[]
}

export interface CheckOptions {
  /** The entry as it was; `null` for a new one. */
  before: { id: string } | null
  /** True for Dyad's own dataset and copies of it: then what its `data/` asks for beyond the schema is told as advice. */
  isOwn: boolean
}

const BASE_SCHEMAS = { actor: actorSchema, initiative: initiativeSchema, source: sourceSchema } as const
const OWN_SCHEMAS = {
  actor: ENTRY_SCHEMAS.actors,
  initiative: ENTRY_SCHEMAS.initiatives,
  source: ENTRY_SCHEMAS.sources,
} as const
const LISTS = { actor: 'actors', initiative: 'initiatives', source: 'sources' } as const

/**
 * Checks an entry against the schema and against the dataset that it is, or will be, in.
 * @param entry in any shape: what was typed, after {@link tidied}
 * @param dataset as it is now, with the entry as it was
 */
export function checkEntry<K extends EditableKind>(
  kind: K,
  entry: Editable[K],
  dataset: Dataset,
  options: CheckOptions,
): EntryChecked {
  const faults = shapeFaults(BASE_SCHEMAS[kind], entry).map(({ field, sentence }): FieldFault => ({ field, sentence }))
  const advice: FieldFault[] = []
  const faulty = new Set(faults.map(({ field }) => field))
  const report = (list: FieldFault[], path: Path, sentence: string): void => {
    const field = fieldName(path)
    // The first thing that is wrong with a field is enough to begin with.
    if (list.some((own) => own.field === field)) return
    if (list === advice || !faulty.has(field)) list.push({ field, sentence })
  }
  const checking: Checking = {
    dataset,
    options,
    fault: (path, sentence) => report(faults, path, sentence),
    advise: (path, sentence) => report(advice, path, sentence),
    dateExists: (path, date) => {
      if (date === undefined || faulty.has(fieldName(path)) || typeof date !== 'string') return false
      if (parseDate(date)) return true
      const remedy = dateRemedy(date)
      report(faults, path, t('{date} is no date that exists: {remedy}.', { date: quote(date), remedy }))
      return false
    },
  }
  if (options.before === null && dataset[LISTS[kind]].some(({ id }) => id === entry.id)) {
    checking.fault(['id'], t(IS_TAKEN[kind], { id: quote(entry.id) }))
  }
  if (kind === 'initiative') checkInitiative(entry as Initiative, checking)
  else if (kind === 'actor') checkActor(entry as Actor, checking)
  else checkSource(entry as Source, checking)
  if (options.isOwn) {
    for (const { field, remedy } of shapeFaults(OWN_SCHEMAS[kind], entry)) {
      if (!faults.some((own) => own.field === field)) advice.push({ field, sentence: forOwn(remedy) })
    }
  }
  return { faults, advice }
}

const IS_TAKEN: Record<EditableKind, Message> = {
  actor: msg('There is an actor {id} already: give this one an id of its own.'),
  initiative: msg('There is an initiative {id} already: give this one an id of its own.'),
  source: msg('There is a source {id} already: give this one an id of its own.'),
}

/** Advice that only Dyad's own data must follow. */
function forOwn(remedy: string): string {
  return t('For Dyad’s own data: {remedy}.', { remedy })
}

interface Checking {
  dataset: Dataset
  options: CheckOptions
  fault: (path: Path, sentence: string) => void
  advise: (path: Path, sentence: string) => void
  /** Reports a date that no calendar has. @returns true for one that can be compared with others */
  dateExists: (path: Path, date: string | undefined) => boolean
}

interface ShapeFault extends FieldFault {
  /** What would be right, alone. */
  remedy: string
}

function shapeFaults(schema: z.ZodType, entry: unknown): ShapeFault[] {
  const result = schema.safeParse(entry, { reportInput: true })
  if (result.success) return []
  return result.error.issues.map((issue) => {
    const path: Path = issue.path.filter((step) => typeof step !== 'symbol')
    const [problem, remedy] = explained(issue, path)
    return { field: fieldName(path), sentence: t('{problem}: {remedy}.', { problem, remedy }), remedy }
  })
}

/** What is missing from a list, in the words of the form. */
const NOTHING_IN: Record<string, Message> = {
  sources: msg('No source is named'),
  from: msg('No actor is named'),
  to: msg('No actor is named'),
  milestones: msg('There is no milestone'),
}

/** As {@link explain}, in the words of a form. */
function explained(issue: z.core.$ZodIssue, path: Path): [problem: string, remedy: string] {
  const [problem, remedy] = explain(issue, path, 'field')
  const isBlank = issue.input === undefined || issue.input === ''
  if (issue.code === 'too_small' && issue.origin === 'array') {
    const nothing = NOTHING_IN[String(path.at(-1))]
    return nothing ? [t(nothing), t('add at least one')] : [problem, remedy]
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return [
      problem,
      t('{most, plural, one {write at most # character} other {write at most # characters}}', {
        most: Number(issue.maximum),
      }),
    ]
  }
  const isChoice = issue.code === 'invalid_value' || path.at(-1) === 'type' || path.at(-1) === 'subtype'
  if (isChoice && isBlank) return [t('Nothing is chosen'), t('choose one of the list')]
  const empty = isEmpty('field', '')
  if (issue.code === 'invalid_format' && isBlank) return [empty, remedy]
  if (isBlank && (issue.code === 'invalid_type' || (issue.code === 'too_small' && issue.minimum === 1))) {
    return [empty, issue.code === 'invalid_type' && issue.expected === 'number' ? remedy : t('fill it in')]
  }
  return [problem, remedy]
}

function checkInitiative(entry: Initiative, checking: Checking): void {
  const { dataset, fault } = checking
  const actors = new Map(dataset.actors.map((actor) => [actor.id, actor]))
  for (const side of ['from', 'to'] as const) {
    for (const [i, id] of entry[side].entries()) {
      const actor = actors.get(id)
      if (!actor) {
        const guess = perhaps(id, actors.keys())
        fault(
          [side],
          t('There is no actor {id}{perhaps}: add it first, or take it out.', { id: quote(id), perhaps: guess }),
        )
        continue
      }
      const name = nameOf(actor)
      if (actor.tier === 'context') {
        fault(
          [side],
          t(
            '{name} is in this dataset for series and memberships only: edit the actor first and make its tier “{tier}”.',
            { name, tier: idInWords('surrounding') },
          ),
        )
      } else if (entry[side].indexOf(id) !== i) {
        fault([side], t('{name} is named twice: name each actor once.', { name }))
      } else if (side === 'to' && entry.from.includes(id)) {
        fault([side], t('{name} is on both sides: name each actor on one side only.', { name }))
      }
    }
  }
  checkType(entry, checking)
  checkMilestones(entry, checking)
  const sources = new Set(dataset.sources.map(({ id }) => id))
  const cites = (path: Path, ids: readonly string[]) => {
    const missing = ids.find((id) => !sources.has(id))
    if (missing !== undefined) {
      fault(
        path,
        t('There is no source {id}{perhaps}: add it first, or take it out.', {
          id: quote(missing),
          perhaps: perhaps(missing, sources),
        }),
      )
    }
  }
  for (const [i, { sources: ids }] of entry.milestones.entries()) cites(['milestones', i, 'sources'], ids)
  for (const [i, { date, sources: ids }] of (entry.magnitudes ?? []).entries()) {
    checking.dateExists(['magnitudes', i, 'date'], date)
    cites(['magnitudes', i, 'sources'], ids)
  }
}

function checkType({ type, subtype }: Initiative, { dataset, fault }: Checking): void {
  const declared = dataset.relationTypes.find(({ id }) => id === type)
  if (!declared) {
    const types = dataset.relationTypes.map(({ id }) => id).join(t(', '))
    fault(['type'], t('There is no relation type {id}: choose one of {types}.', { id: quote(type), types }))
    return
  }
  if (declared.subtypes.some(({ id }) => id === subtype)) return
  const subtypes = declared.subtypes.map(({ label }) => known(label)).join(t(', '))
  fault(
    ['subtype'],
    t('{id} is no subtype of {type}: choose one of {subtypes}.', {
      id: quote(subtype),
      type: known(declared.label),
      subtypes,
    }),
  )
}

function checkMilestones({ milestones }: Initiative, { dataset, options, fault, advise, dateExists }: Checking): void {
  const asOf = parseDate(dataset.asOf)?.last ?? Number.POSITIVE_INFINITY
  const steps = stepsOf((options.before as Initiative | null)?.milestones ?? [])
  let latest = Number.NEGATIVE_INFINITY
  let latestDate = ''
  for (const [i, { date, stage }] of milestones.entries()) {
    const path = ['milestones', i, 'date']
    if (dateExists(path, date)) {
      const { first, last } = parseDate(date)!
      if (last < latest) {
        fault(
          path,
          t('{date} stands after {later}: put the milestones in the order of their dates.', {
            date,
            later: latestDate,
          }),
        )
      }
      if (first > latest) {
        latest = first
        latestDate = date
      }
      if (first > asOf) {
        advise(
          path,
          t('It is later than {date}, the day on which this dataset opens: move the as-of date on to see it.', {
            date: dataset.asOf,
          }),
        )
      }
    }
    const before = milestones[i - 1]?.stage
    const allowed = before ? MAY_FOLLOW[before] : MAY_BEGIN
    // What stood so before is not this edit's to answer for.
    if (allowed.includes(stage) || steps.has(`${before} ${stage}`)) continue
    const own = { stage: idInWords(stage), allowed: allowed.map(idInWords).join(t(', ')) }
    fault(
      ['milestones', i, 'stage'],
      before
        ? t('“{stage}” cannot follow “{before}”: after “{before}” may come {allowed}.', {
            before: idInWords(before),
            ...own,
          })
        : t('A life cannot begin with “{stage}”: add the step before it, or choose one of {allowed}.', own),
    )
  }
}

/** Which stage follows which. */
function stepsOf(milestones: Initiative['milestones']): Set<string> {
  return new Set(milestones.map(({ stage }, i) => `${milestones[i - 1]?.stage} ${stage}`))
}

function checkActor(entry: Actor, { dataset, options, fault, advise }: Checking): void {
  const isUsed = dataset.initiatives.some(({ from, to }) => from.includes(entry.id) || to.includes(entry.id))
  if (entry.tier === 'context' && (isUsed || dataset.focus === entry.id)) {
    const tiers = { core: idInWords('core'), surrounding: idInWords('surrounding') }
    fault(
      ['tier'],
      isUsed
        ? t('Initiatives name this actor: choose “{core}” or “{surrounding}”.', tiers)
        : t('The dataset opens with this actor in the middle: choose “{core}” or “{surrounding}”.', tiers),
    )
  }
  for (const field of ['iso2', 'isoNumeric'] as const) {
    const code = entry[field]
    const other = code !== undefined && dataset.actors.find((actor) => actor.id !== entry.id && actor[field] === code)
    if (other) {
      fault([field], t('{name} has the code {code} already: correct one of the two.', { name: nameOf(other), code }))
    }
    if (entry.kind === 'organisation' && code !== undefined) {
      fault(
        [field],
        t('An organisation has no ISO code: leave this empty, or choose “{state}”.', { state: idInWords('state') }),
      )
    }
    if (options.isOwn && entry.kind === 'state' && code === undefined) {
      advise([field], forOwn(t('give a state its ISO 3166 codes')))
    }
  }
  const isMemberOf = dataset.memberships.some(({ organisation }) => organisation === entry.id)
  if (entry.kind !== 'organisation' && isMemberOf) {
    fault(['kind'], t('It has members: leave it an organisation.'))
  }
}

function checkSource({ date, url }: Source, { fault, dateExists }: Checking): void {
  dateExists(['date'], date)
  if (url !== undefined && cleanUrl(url) === null) {
    fault(
      ['url'],
      t('This is no address of the web: write one with http:// or https://, without spaces or a password.'),
    )
  }
}

/**
 * Why an entry cannot be removed: what still uses it.
 * @returns `null` where nothing does
 */
export function removalFault(kind: EditableKind, id: string, dataset: Dataset): string | null {
  if (kind === 'initiative') return null
  if (kind === 'actor' && dataset.focus === id) {
    return t('It cannot be removed: the dataset opens with this actor in the middle.')
  }
  const uses = kind === 'actor' ? namesActor(id) : citesSource(id)
  const initiatives = dataset.initiatives.filter(uses.initiative)
  const others = [
    ...dataset.series.filter(({ observations }) => observations.some(uses.observation)).map(({ title }) => title),
    ...(dataset.memberships.some(uses.membership) ? [t('the memberships')] : []),
  ]
  if (initiatives.length + others.length === 0) return null
  const named = initiatives.slice(0, 3).map(({ title }) => `“${title}”`)
  const more = initiatives.length - named.length
  const rest =
    more > 0 ? [t('{count, plural, one {# more initiative} other {# more initiatives}}', { count: more })] : []
  const users = [...named, ...rest, ...others].join(t(', '))
  return kind === 'actor'
    ? t('It cannot be removed, because it is still named by {users}: take it out there first.', { users })
    : t('It cannot be removed, because it is still cited by {users}: take it out there first.', { users })
}

interface Uses {
  initiative: (entry: Initiative) => boolean
  observation: (row: Dataset['series'][number]['observations'][number]) => boolean
  membership: (row: Dataset['memberships'][number]) => boolean
}

function namesActor(id: string): Uses {
  return {
    initiative: ({ from, to }) => from.includes(id) || to.includes(id),
    observation: ({ from, to }) => from === id || to === id,
    membership: ({ organisation, member }) => organisation === id || member === id,
  }
}

function citesSource(id: string): Uses {
  const cites = ({ sources }: { sources: readonly string[] }) => sources.includes(id)
  return {
    initiative: ({ milestones, magnitudes }) => milestones.some(cites) || (magnitudes ?? []).some(cites),
    observation: cites,
    membership: cites,
  }
}
