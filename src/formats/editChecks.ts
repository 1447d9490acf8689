import type { z } from 'zod'
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
import { explain, fieldName, type Path } from './shapeFault.ts'

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

/** How advice begins that only Dyad's own data must follow. */
const FOR_OWN = 'For Dyad’s own data: '

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
      report(faults, path, `${quote(date)} is no date that exists: ${dateRemedy(date)}.`)
      return false
    },
  }
  if (options.before === null && dataset[LISTS[kind]].some(({ id }) => id === entry.id)) {
    const noun = kind === 'actor' ? 'an actor' : kind === 'source' ? 'a source' : 'an initiative'
    checking.fault(['id'], `There is ${noun} ${quote(entry.id)} already: give this one an id of its own.`)
  }
  if (kind === 'initiative') checkInitiative(entry as Initiative, checking)
  else if (kind === 'actor') checkActor(entry as Actor, checking)
  else checkSource(entry as Source, checking)
  if (options.isOwn) {
    for (const { field, remedy } of shapeFaults(OWN_SCHEMAS[kind], entry)) {
      if (!faults.some((own) => own.field === field)) advice.push({ field, sentence: `${FOR_OWN}${remedy}.` })
    }
  }
  return { faults, advice }
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
    const subject = /^(?:is|has) /.test(problem) ? 'This ' : ''
    return { field: fieldName(path), sentence: `${subject}${problem}: ${remedy}.`, remedy }
  })
}

/** What is missing from a list, in the words of the form. */
const NOTHING_IN: Record<string, string> = {
  sources: 'No source is named',
  from: 'No actor is named',
  to: 'No actor is named',
  milestones: 'There is no milestone',
}

/** As {@link explain}, in the words of a form. */
function explained(issue: z.core.$ZodIssue, path: Path): [problem: string, remedy: string] {
  const [problem, remedy] = explain(issue, path)
  const isEmpty = issue.input === undefined || issue.input === ''
  if (issue.code === 'too_small' && issue.origin === 'array') {
    const known = NOTHING_IN[String(path.at(-1))]
    return known ? [known, 'add at least one'] : [problem, remedy]
  }
  if (issue.code === 'too_big' && issue.origin === 'string') return [problem, `${remedy} characters`]
  const isChoice = issue.code === 'invalid_value' || path.at(-1) === 'type' || path.at(-1) === 'subtype'
  if (isChoice && isEmpty) return ['Nothing is chosen', 'choose one of the list']
  if (issue.code === 'invalid_format' && isEmpty) return ['is empty', remedy]
  if (isEmpty && (issue.code === 'invalid_type' || (issue.code === 'too_small' && issue.minimum === 1))) {
    return ['is empty', issue.code === 'invalid_type' && issue.expected === 'number' ? remedy : 'fill it in']
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
        fault([side], `There is no actor ${quote(id)}${perhaps(id, actors.keys())}: add it first, or take it out.`)
      } else if (actor.tier === 'context') {
        const remedy = 'edit the actor first and make its tier “surrounding”'
        fault([side], `${actor.names.en} is in this dataset for series and memberships only: ${remedy}.`)
      } else if (entry[side].indexOf(id) !== i) {
        fault([side], `${actor.names.en} is named twice: name each actor once.`)
      } else if (side === 'to' && entry.from.includes(id)) {
        fault([side], `${actor.names.en} is on both sides: name each actor on one side only.`)
      }
    }
  }
  checkType(entry, checking)
  checkMilestones(entry, checking)
  const sources = new Set(dataset.sources.map(({ id }) => id))
  const cites = (path: Path, ids: readonly string[]) => {
    const missing = ids.find((id) => !sources.has(id))
    if (missing !== undefined) {
      fault(path, `There is no source ${quote(missing)}${perhaps(missing, sources)}: add it first, or take it out.`)
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
    const ids = dataset.relationTypes.map(({ id }) => id)
    fault(['type'], `There is no relation type ${quote(type)}: choose one of ${ids.join(', ')}.`)
    return
  }
  if (declared.subtypes.some(({ id }) => id === subtype)) return
  const labels = declared.subtypes.map(({ label }) => label)
  fault(['subtype'], `${quote(subtype)} is no subtype of ${declared.label}: choose one of ${labels.join(', ')}.`)
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
        fault(path, `${date} stands after ${latestDate}: put the milestones in the order of their dates.`)
      }
      if (first > latest) {
        latest = first
        latestDate = date
      }
      if (first > asOf) {
        const where = `It is later than ${dataset.asOf}, the day on which this dataset opens`
        advise(path, `${where}: move the as-of date on to see it.`)
      }
    }
    const before = milestones[i - 1]?.stage
    const allowed = before ? MAY_FOLLOW[before] : MAY_BEGIN
    // What stood so before is not this edit's to answer for.
    if (allowed.includes(stage) || steps.has(`${before} ${stage}`)) continue
    const problem = before ? `“${stage}” cannot follow “${before}”` : `A life cannot begin with “${stage}”`
    const remedy = before
      ? `after “${before}” may come ${allowed.join(', ')}`
      : `add the step before it, or choose one of ${allowed.join(', ')}`
    fault(['milestones', i, 'stage'], `${problem}: ${remedy}.`)
  }
}

/** Which stage follows which. */
function stepsOf(milestones: Initiative['milestones']): Set<string> {
  return new Set(milestones.map(({ stage }, i) => `${milestones[i - 1]?.stage} ${stage}`))
}

function checkActor(entry: Actor, { dataset, options, fault, advise }: Checking): void {
  const isUsed = dataset.initiatives.some(({ from, to }) => from.includes(entry.id) || to.includes(entry.id))
  if (entry.tier === 'context' && (isUsed || dataset.focus === entry.id)) {
    const why = isUsed ? 'Initiatives name this actor' : 'The dataset opens with this actor in the middle'
    fault(['tier'], `${why}: choose “core” or “surrounding”.`)
  }
  for (const field of ['iso2', 'isoNumeric'] as const) {
    const code = entry[field]
    const other = code !== undefined && dataset.actors.find((actor) => actor.id !== entry.id && actor[field] === code)
    if (other) fault([field], `${other.names.en} has the code ${code} already: correct one of the two.`)
    if (entry.kind === 'organisation' && code !== undefined) {
      fault([field], 'An organisation has no ISO code: leave this empty, or choose “state”.')
    }
    if (options.isOwn && entry.kind === 'state' && code === undefined) {
      advise([field], `${FOR_OWN}give a state its ISO 3166 codes.`)
    }
  }
  const isMemberOf = dataset.memberships.some(({ organisation }) => organisation === entry.id)
  if (entry.kind !== 'organisation' && isMemberOf) fault(['kind'], 'It has members: leave it an organisation.')
}

function checkSource({ date, url }: Source, { fault, dateExists }: Checking): void {
  dateExists(['date'], date)
  if (url !== undefined && cleanUrl(url) === null) {
    fault(['url'], 'This is no address of the web: write one with http:// or https://, without spaces or a password.')
  }
}

/**
 * Why an entry cannot be removed: what still uses it.
 * @returns `null` where nothing does
 */
export function removalFault(kind: EditableKind, id: string, dataset: Dataset): string | null {
  if (kind === 'initiative') return null
  if (kind === 'actor' && dataset.focus === id) {
    return 'It cannot be removed: the dataset opens with this actor in the middle.'
  }
  const uses = kind === 'actor' ? namesActor(id) : citesSource(id)
  const initiatives = dataset.initiatives.filter(uses.initiative)
  const others = [
    ...dataset.series.filter(({ observations }) => observations.some(uses.observation)).map(({ title }) => title),
    ...(dataset.memberships.some(uses.membership) ? ['the memberships'] : []),
  ]
  if (initiatives.length + others.length === 0) return null
  const named = initiatives.slice(0, 3).map(({ title }) => `“${title}”`)
  const more = initiatives.length - named.length
  const users = [...named, ...(more > 0 ? [`${more} more initiative${more === 1 ? '' : 's'}`] : []), ...others]
  const verb = kind === 'actor' ? 'named' : 'cited'
  return `It cannot be removed, because it is still ${verb} by ${users.join(', ')}: take it out there first.`
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
