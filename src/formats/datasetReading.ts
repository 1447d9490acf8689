import type { z } from 'zod'
import { effectiveDays, isoDate, parseDate } from '../model/dates.ts'
import {
  actorSchema,
  initiativeSchema,
  membershipSchema,
  observationSchema,
  relationTypeSchema,
  seriesSchema,
  sourceSchema,
  TEXT_LIMITS,
  viewSchema,
  type Actor,
  type Dataset,
  type Initiative,
  type Membership,
  type Observation,
  type RelationType,
  type Series,
  type Source,
} from '../model/schema.ts'
import { VIEW_LIMITS } from '../model/view.ts'
import { cleanLine, cleanText, cleanUrl } from './cleanText.ts'
import { freeIds } from './datasetBuilder.ts'
import { faultOfInitiative, faultOfMembership, faultsOf, inOrder, MOST_FAULTS } from './entryChecks.ts'
import { perhaps, quote } from './fault.ts'
import { isRecord } from './jsonText.ts'
import { LIMITS, ReadingError, type Reading, type RejectedRow } from './reading.ts'

/** What the columns of rejected entries are called. */
export const REJECTED_HEAD = ['list', 'entry', 'as written'] as const

/** How much of a rejected entry is kept: enough to find it, and all of most. */
const MOST_WRITTEN = 4000

/** What a dataset in Dyad's own terms is to be held to, besides what is in it. */
export interface Origin {
  /** The title where it gives none. */
  title: string
  onProgress: (share: number) => void
  /** What the reader of the file has to say before. */
  notes?: readonly string[]
  rejected?: readonly RejectedRow[]
}

/**
 * A dataset as someone else wrote it, entry by entry: what is right is taken, what can be mended without a guess is mended
 * and told, what is wrong is rejected with its reason.
 *
 * @param raw as read from JSON, or put together from tables or the attributes of a graph
 * @throws ReadingError where there is no actor, or no relation type, to build on
 */
export function readingOf(raw: Record<string, unknown>, origin: Origin): Reading {
  return new Taking(origin).read(raw)
}

class Taking {
  readonly #origin: Origin
  readonly #rejected: RejectedRow[]
  readonly #notes: string[]
  #taken = 0
  #unlisted = 0
  /** How often each thing was mended, by what is to be said of it. */
  readonly #mended = new Map<string, number>()

  constructor(origin: Origin) {
    this.#origin = origin
    this.#rejected = [...(origin.rejected ?? [])]
    this.#notes = [...(origin.notes ?? [])]
  }

  read(raw: Record<string, unknown>): Reading {
    const actors = this.#actors(raw.actors)
    const relationTypes = this.#relationTypes(raw.relationTypes)
    this.#origin.onProgress(0.1)
    const sources = this.#sources(raw.sources)
    this.#origin.onProgress(0.2)
    const cites = (ids: readonly string[]): void => this.#cite(sources, ids)
    const initiatives = this.#initiatives(raw.initiatives, actors, relationTypes, cites)
    this.#origin.onProgress(0.6)
    const series = this.#series(raw.series, actors, relationTypes, cites)
    const memberships = this.#memberships(raw.memberships, actors, cites)
    this.#origin.onProgress(0.9)

    const views = raw.views === undefined ? undefined : this.#views(raw.views)
    const dataset: Dataset = {
      format: 'dyad/1',
      title: this.#line(raw.title, TEXT_LIMITS.title, 'title', this.#origin.title || 'Without a title'),
      description: this.#text(raw.description, 'description', 'Read from a file.'),
      version: this.#line(raw.version, TEXT_LIMITS.name, 'version', '1'),
      asOf: this.#asOf(raw.asOf, initiatives, series),
      focus: this.#focus(raw.focus, actors, initiatives),
      licence: this.#text(raw.licence, 'licence', 'Not stated'),
      citation: this.#text(raw.citation, 'citation', 'Not stated'),
      markedDates: this.#markedDates(raw.markedDates),
      ...(views && { views }),
      actors: [...actors.values()],
      relationTypes: [...relationTypes.values()],
      initiatives,
      sources: [...sources.values()],
      series,
      memberships,
    }
    for (const [sentence, times] of this.#mended) {
      this.#notes.push(times === 1 ? sentence : `${sentence.replace(/\.$/, '')} (${times.toLocaleString('en')} times).`)
    }
    if (this.#unlisted > 0) {
      this.#notes.push(
        `${(this.#unlisted + this.#rejected.length).toLocaleString('en')} entries were not taken; the first ${LIMITS.rejected.toLocaleString('en')} are in the file of rejected rows.`,
      )
    }
    return {
      dataset,
      taken: this.#taken,
      rejected: this.#rejected,
      head: REJECTED_HEAD,
      notes: this.#notes,
      unknown: [],
    }
  }

  #mend(sentence: string): void {
    this.#mended.set(sentence, (this.#mended.get(sentence) ?? 0) + 1)
  }

  #reject(list: string, number: number, entry: unknown, reason: string): void {
    if (this.#rejected.length === LIMITS.rejected) {
      this.#unlisted++
      return
    }
    const written = JSON.stringify(entry) ?? ''
    const id = isRecord(entry) && typeof entry.id === 'string' ? entry.id : String(number)
    this.#rejected.push({
      line: number,
      cells: [list, id, written.slice(0, MOST_WRITTEN)],
      reason: `${list}: ${reason}`,
    })
  }

  /** The entries of a list; what is no list is told once. */
  #list(value: unknown, name: string): unknown[] {
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value
    this.#notes.push(`"${name}" is not a list and was passed over.`)
    return []
  }

  /** An entry cleaned and held to its schema, or the faults in words. */
  #shape<T>(schema: z.ZodType<T>, entry: unknown, list: string): { value: T } | { faults: string } {
    const cleaned = this.#clean(entry, '', 0)
    let result = schema.safeParse(cleaned, { reportInput: true })
    if (!result.success && result.error.issues.some(({ code }) => code === 'unrecognized_keys')) {
      for (const issue of result.error.issues) {
        if (issue.code !== 'unrecognized_keys') continue
        const holder = issue.path.reduce<unknown>(
          (part, step) => (part as Record<PropertyKey, unknown>)?.[step],
          cleaned,
        )
        for (const key of issue.keys) {
          delete (holder as Record<string, unknown>)[key]
          this.#mend(`The field ${quote(key)} of ${list} is not known to Dyad and was left out.`)
        }
      }
      result = schema.safeParse(cleaned, { reportInput: true })
    }
    return result.success ? { value: result.data } : { faults: faultsOf(result.error.issues) }
  }

  /** A copy without what is not seen, without addresses of other schemes, without fields that say nothing. */
  #clean(value: unknown, key: string, depth: number): unknown {
    if (typeof value === 'string') return this.#cleanString(value, key)
    if (typeof value !== 'object' || value === null || depth > LIMITS.depth) return value
    if (Array.isArray(value)) return value.map((part) => this.#clean(part, key, depth + 1))
    const copy: Record<string, unknown> = {}
    for (const [name, part] of Object.entries(value)) {
      // As a key it would be the prototype of the copy.
      if (name === '__proto__' || part === null || part === undefined) continue
      const cleaned = this.#clean(part, name, depth + 1)
      if (cleaned === '' && MAY_BE_ABSENT.has(name)) continue
      if (name === 'url' && typeof cleaned === 'string') {
        const address = cleanUrl(cleaned)
        if (address === null) {
          this.#mend('An address that does not begin with http:// or https:// was left out.')
          continue
        }
        copy[name] = address
        continue
      }
      copy[name] = cleaned
    }
    return copy
  }

  #cleanString(value: string, key: string): string {
    const { most, lines } = ROOM[key] ?? { most: TEXT_LIMITS.name, lines: false }
    const cleaned = lines ? cleanText(value, most) : cleanLine(value, most)
    if (cleaned.length === most && value.length > most && cleaned.endsWith('…')) {
      this.#mend(`A text longer than ${most.toLocaleString('en')} characters was cut.`)
    }
    return cleaned
  }

  #line(value: unknown, most: number, name: string, otherwise: string): string {
    return this.#headText(typeof value === 'string' ? cleanLine(value, most) : '', name, otherwise)
  }

  #text(value: unknown, name: string, otherwise: string): string {
    return this.#headText(typeof value === 'string' ? cleanText(value, TEXT_LIMITS.note) : '', name, otherwise)
  }

  #headText(value: string, name: string, otherwise: string): string {
    if (value !== '') return value
    this.#notes.push(`The dataset does not state its ${name}: "${otherwise}" stands for it.`)
    return otherwise
  }

  #actors(value: unknown): Map<string, Actor> {
    const actors = new Map<string, Actor>()
    const faults: string[] = []
    for (const [i, entry] of this.#list(value, 'actors').entries()) {
      if (actors.size === LIMITS.actors) {
        throw new ReadingError(
          `The file has more than ${LIMITS.actors.toLocaleString('en')} actors, more than can be shown: keep those that matter, or group them.`,
        )
      }
      const shaped = this.#shape(actorSchema, entry, 'actors')
      if ('faults' in shaped) {
        faults.push(`entry ${i + 1}: ${shaped.faults}`)
        this.#reject('actors', i + 1, entry, shaped.faults)
      } else if (actors.has(shaped.value.id)) {
        this.#reject(
          'actors',
          i + 1,
          entry,
          `the id ${quote(shaped.value.id)} is taken by an earlier one; give this one its own.`,
        )
      } else {
        actors.set(shaped.value.id, shaped.value)
        this.#taken++
      }
    }
    if (actors.size === 0) throw new ReadingError(nothingToBuildOn('actor', 'actors', faults))
    return actors
  }

  #relationTypes(value: unknown): Map<string, RelationType> {
    const types = new Map<string, RelationType>()
    const faults: string[] = []
    for (const [i, entry] of this.#list(value, 'relationTypes').entries()) {
      const shaped = this.#shape(relationTypeSchema, entry, 'relation types')
      if ('faults' in shaped) {
        faults.push(`entry ${i + 1}: ${shaped.faults}`)
        this.#reject('relation types', i + 1, entry, shaped.faults)
      } else if (types.has(shaped.value.id)) {
        this.#reject(
          'relation types',
          i + 1,
          entry,
          `the id ${quote(shaped.value.id)} is taken by an earlier one; give this one its own.`,
        )
      } else {
        types.set(shaped.value.id, shaped.value)
        this.#taken++
      }
    }
    if (types.size === 0) throw new ReadingError(nothingToBuildOn('relation type', 'relationTypes', faults))
    return types
  }

  #sources(value: unknown): Map<string, Source> {
    const sources = new Map<string, Source>()
    for (const [i, entry] of this.#list(value, 'sources').entries()) {
      const shaped = this.#shape(sourceSchema, entry, 'sources')
      if ('faults' in shaped) {
        this.#reject('sources', i + 1, entry, shaped.faults)
        continue
      }
      const source = shaped.value
      if (sources.has(source.id)) {
        this.#reject(
          'sources',
          i + 1,
          entry,
          `the id ${quote(source.id)} is taken by an earlier one; give this one its own.`,
        )
        continue
      }
      if (source.date !== undefined && !parseDate(source.date)) {
        this.#mend('A source has a date that does not exist, which was left out.')
        delete source.date
      }
      sources.set(source.id, source)
      this.#taken++
    }
    return sources
  }

  /** What is cited but not given is kept by its id, so that it can still be looked for. */
  #cite(sources: Map<string, Source>, ids: readonly string[]): void {
    for (const id of ids) {
      if (sources.has(id)) continue
      sources.set(id, {
        id,
        title: `Source "${id}", which the file does not give`,
        publisher: 'Not stated',
        kind: 'unstated',
        language: 'und',
      })
      this.#mend('A source is cited that the file does not give: it stands there by its id alone.')
    }
  }

  #initiatives(
    value: unknown,
    actors: Map<string, Actor>,
    types: ReadonlyMap<string, RelationType>,
    cites: (ids: readonly string[]) => void,
  ): Initiative[] {
    const list = this.#list(value, 'initiatives')
    if (list.length > LIMITS.initiatives) {
      throw new ReadingError(
        `The file has more than ${LIMITS.initiatives.toLocaleString('en')} initiatives, more than Dyad can show: keep the years or the actors that matter.`,
      )
    }
    const initiatives: Initiative[] = []
    const ids = new Set<string>()
    const freeId = freeIds((id) => ids.has(id), '-')
    for (const [i, entry] of list.entries()) {
      const shaped = this.#shape(initiativeSchema, entry, 'initiatives')
      const reason = 'faults' in shaped ? shaped.faults : faultOfInitiative(shaped.value, actors, types)
      if ('faults' in shaped || reason !== null) {
        this.#reject('initiatives', i + 1, entry, reason!)
        continue
      }
      const initiative = shaped.value
      this.#mendInitiative(initiative, freeId)
      ids.add(initiative.id)
      for (const id of [...initiative.from, ...initiative.to]) this.#bringIn(actors, id)
      for (const { sources } of [...initiative.milestones, ...(initiative.magnitudes ?? [])]) cites(sources)
      initiatives.push(initiative)
      this.#taken++
    }
    return initiatives
  }

  #mendInitiative(initiative: Initiative, freeId: (wish: string) => string): void {
    const id = freeId(initiative.id)
    if (id !== initiative.id)
      this.#mend(`The id ${quote(initiative.id)} is given twice: the later initiative is now ${quote(id)}.`)
    initiative.id = id
    for (const side of ['from', 'to'] as const) {
      const once = [...new Set(initiative[side])]
      if (once.length < initiative[side].length)
        this.#mend('An actor named twice on one side of an initiative is named once.')
      initiative[side] = once
    }
    if (initiative.magnitudes?.length === 0) delete initiative.magnitudes
    if (!inOrder(initiative.milestones)) {
      initiative.milestones.sort((one, other) => parseDate(one.date)!.last - parseDate(other.date)!.last)
      this.#mend('The milestones of an initiative were not in order of date and have been put in order.')
    }
    effectiveDays(initiative.milestones.map(({ date }) => date))
  }

  /** An actor that takes part in something is no longer only context. */
  #bringIn(actors: Map<string, Actor>, id: string): void {
    const actor = actors.get(id)!
    if (actor.tier !== 'context') return
    actors.set(id, { ...actor, tier: 'surrounding' })
    this.#mend(`${actor.names.en} takes part in an initiative and is shown, though the file has it as context only.`)
  }

  #series(
    value: unknown,
    actors: ReadonlyMap<string, Actor>,
    types: ReadonlyMap<string, RelationType>,
    cites: (ids: readonly string[]) => void,
  ): Series[] {
    const all: Series[] = []
    const ids = new Set<string>()
    for (const [i, entry] of this.#list(value, 'series').entries()) {
      const { observations, ...head } = isRecord(entry) ? entry : { observations: [] }
      const shaped = this.#shape(seriesSchema.omit({ observations: true }), isRecord(entry) ? head : entry, 'series')
      if ('faults' in shaped) {
        this.#reject('series', i + 1, head, shaped.faults)
        continue
      }
      const own = shaped.value
      if (ids.has(own.id)) {
        this.#reject(
          'series',
          i + 1,
          head,
          `the id ${quote(own.id)} is taken by an earlier one; give this one its own.`,
        )
        continue
      }
      ids.add(own.id)
      if (own.type !== undefined && !types.has(own.type)) {
        this.#mend(`The series ${quote(own.id)} names a relation type that is not declared, which was left out.`)
        delete own.type
      }
      all.push({ ...own, observations: this.#observations(observations, own, actors, cites) })
    }
    return all
  }

  #observations(
    value: unknown,
    { id, codes }: Omit<Series, 'observations'>,
    actors: ReadonlyMap<string, Actor>,
    cites: (ids: readonly string[]) => void,
  ): Observation[] {
    const list = `observations of ${id}`
    const isKnown = (name: string): boolean => actors.has(name) || (codes !== undefined && Object.hasOwn(codes, name))
    const rows: Observation[] = []
    for (const [i, entry] of this.#list(value, list).entries()) {
      const shaped = this.#shape(observationSchema, entry, 'observations')
      if ('faults' in shaped) {
        this.#reject(list, i + 1, entry, shaped.faults)
        continue
      }
      const row = shaped.value
      const stranger = [row.from, row.to].find((name) => !isKnown(name))
      const reason =
        stranger !== undefined
          ? `${quote(stranger)} is neither an actor of the dataset nor a code of the series${perhaps(stranger, actors.keys())}; add it, or correct it.`
          : row.from === row.to
            ? `${quote(row.from)} is on both sides; name two different actors.`
            : row.year < 1 || (row.untilYear ?? row.year) > 9999
              ? 'the year is out of range; write one from 1 to 9999.'
              : row.untilYear !== undefined && row.untilYear < row.year
                ? `the window ends in ${row.untilYear}, before it begins; write ${row.year} or later.`
                : null
      if (reason !== null) {
        this.#reject(list, i + 1, entry, reason)
        continue
      }
      if (row.note === '') delete row.note
      cites(row.sources)
      rows.push(row)
      this.#taken++
    }
    return rows
  }

  #memberships(
    value: unknown,
    actors: ReadonlyMap<string, Actor>,
    cites: (ids: readonly string[]) => void,
  ): Membership[] {
    const all: Membership[] = []
    for (const [i, entry] of this.#list(value, 'memberships').entries()) {
      const shaped = this.#shape(membershipSchema, entry, 'memberships')
      const reason = 'faults' in shaped ? shaped.faults : faultOfMembership(shaped.value, actors)
      if ('faults' in shaped || reason !== null) {
        this.#reject('memberships', i + 1, entry, reason!)
        continue
      }
      cites(shaped.value.sources)
      all.push(shaped.value)
      this.#taken++
    }
    return all
  }

  #views(value: unknown): Dataset['views'] {
    return this.#list(value, 'views').flatMap((entry) => {
      const shaped = this.#shape(viewSchema, entry, 'views')
      if (!('faults' in shaped)) return [shaped.value]
      this.#mend(`A view was left out: ${shaped.faults}`)
      return []
    })
  }

  #markedDates(value: unknown): Dataset['markedDates'] {
    return this.#list(value, 'markedDates').flatMap((entry) => {
      const { date, label } = (isRecord(entry) ? this.#clean(entry, '', 0) : {}) as Record<string, unknown>
      if (typeof date === 'string' && parseDate(date) && typeof label === 'string' && label !== '')
        return [{ date, label }]
      this.#mend('A marked date without a date that exists and a label was left out.')
      return []
    })
  }

  /** The as-of date to the day; where it is missing, the last day of which the dataset knows anything. */
  #asOf(value: unknown, initiatives: readonly Initiative[], series: readonly Series[]): string {
    const span = typeof value === 'string' ? parseDate(value) : null
    if (span?.precision === 'day') return value as string
    if (span) {
      this.#notes.push(`The as-of date ${quote(value)} is no day: ${isoDate(span.last)} stands for it.`)
      return isoDate(span.last)
    }
    let last = ''
    const see = (date: string): void => {
      const day = isoDate(parseDate(date)!.last)
      if (day > last) last = day
    }
    for (const { milestones } of initiatives) for (const { date } of milestones) see(date)
    for (const { observations } of series) {
      for (const { year, untilYear } of observations) see(String(untilYear ?? year).padStart(4, '0'))
    }
    if (last === '') last = '2000-01-01'
    this.#notes.push(
      `The dataset does not say up to which day it was collected: its last date, ${last}, stands for it.`,
    )
    return last
  }

  #focus(value: unknown, actors: Map<string, Actor>, initiatives: readonly Initiative[]): string {
    if (typeof value === 'string' && actors.has(value)) {
      this.#bringIn(actors, value)
      return value
    }
    const ties = new Map<string, number>()
    for (const { from, to } of initiatives) for (const id of [...from, ...to]) ties.set(id, (ties.get(id) ?? 0) + 1)
    const [focus] = [...actors.values()].sort((one, other) => (ties.get(other.id) ?? 0) - (ties.get(one.id) ?? 0))
    this.#bringIn(actors, focus!.id)
    this.#notes.push(
      `The dataset names no actor to stand in the middle: it is ${focus!.names.en}, which has most initiatives.`,
    )
    return focus!.id
  }
}

/** Fields that may as well not be there when they are empty. */
const MAY_BE_ABSENT = new Set([
  'date',
  'url',
  'supports',
  'fullName',
  'iso2',
  'isoNumeric',
  'flag',
  'ru',
  'valence',
  'type',
  'from',
  'to',
])

const LINE = { most: TEXT_LIMITS.title, lines: false }
const LINES = { most: TEXT_LIMITS.note, lines: true }

/** How long the text of a field may be, and whether it may have several lines. */
const ROOM: Readonly<Record<string, { most: number; lines: boolean } | undefined>> = Object.assign(
  Object.create(null),
  {
    title: LINE,
    publisher: LINE,
    fullName: LINE,
    measure: { most: TEXT_LIMITS.note, lines: false },
    url: { most: 2001, lines: false },
    hash: { most: VIEW_LIMITS.hash, lines: false },
    sentence: { most: VIEW_LIMITS.sentence, lines: true },
    summary: LINES,
    note: LINES,
    method: LINES,
    supports: LINES,
  },
) as Record<string, { most: number; lines: boolean } | undefined>

function nothingToBuildOn(what: string, list: string, faults: readonly string[]): string {
  if (faults.length === 0) return `The dataset has no ${what}: give at least one in "${list}".`
  const more = faults.length - MOST_FAULTS
  const told = faults.slice(0, MOST_FAULTS).join(' ')
  return `The dataset has no ${what} that can be read. ${told}${more > 0 ? ` And ${more} more.` : ''}`
}
