import type { z } from 'zod'
import { t, type Message } from '../language/messages.ts'
import type { Values } from '../language/icu.ts'
import { nameOf } from '../model/actorNames.ts'
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
import { faultOfInitiative, faultOfMembership, faultsOf, inOrder } from './entryChecks.ts'
import { perhaps, quote } from './fault.ts'
import { isRecord } from './jsonText.ts'
import { LIMITS, ReadingError, type Reading, type RejectedRow } from './reading.ts'
import { LISTS, MENDED, nothingToBuildOn, type ListName } from './readingWords.ts'

/** What the columns of rejected entries are called. */
export const REJECTED_HEAD = ['list', 'entry', 'as written'] as const

/** How much of a rejected entry is kept: enough to find it, and all of most. */
const MOST_WRITTEN = 4000

/** What a dataset says of itself. */
type HeadName = 'title' | 'description' | 'version' | 'licence' | 'citation'

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
  /** What was mended, with how often, by what is to be said of it. */
  readonly #mended = new Map<string, { words: Message; values: Values; count: number }>()

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
    for (const { words, values, count } of this.#mended.values()) this.#notes.push(t(words, { ...values, count }))
    if (this.#unlisted > 0) {
      this.#notes.push(
        t(
          '{count, plural, one {# entry was} other {# entries were}} not taken; the first {most, number} are in the file of rejected rows.',
          { count: this.#unlisted + this.#rejected.length, most: LIMITS.rejected },
        ),
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

  /** @param words one of {@link MENDED} */
  #mend(words: Message, values: Values = {}): void {
    const key = JSON.stringify([words, values])
    const known = this.#mended.get(key)
    if (known) known.count++
    else this.#mended.set(key, { words, values, count: 1 })
  }

  /** @param list what it is called in words */
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
      reason: t('{list}: {reason}', { list, reason }),
    })
  }

  #rejectNamesake(list: string, number: number, entry: unknown, id: string): void {
    const reason = t('the id {id} is taken by an earlier one; give this one its own.', { id: quote(id) })
    this.#reject(list, number, entry, reason)
  }

  /** The entries of a list; what is no list is told once. */
  #list(value: unknown, name: string): unknown[] {
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value
    this.#notes.push(t('"{list}" is not a list and was passed over.', { list: name }))
    return []
  }

  /** An entry cleaned and held to its schema, or the faults in words. */
  #shape<T>(schema: z.ZodType<T>, entry: unknown, list: ListName): { value: T } | { faults: string } {
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
          this.#mend(MENDED.field, { field: quote(key), list })
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
          this.#mend(MENDED.address)
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
      this.#mend(MENDED.text, { most })
    }
    return cleaned
  }

  #line(value: unknown, most: number, name: HeadName, otherwise: string): string {
    return this.#headText(typeof value === 'string' ? cleanLine(value, most) : '', name, otherwise)
  }

  #text(value: unknown, name: HeadName, otherwise: string): string {
    return this.#headText(typeof value === 'string' ? cleanText(value, TEXT_LIMITS.note) : '', name, otherwise)
  }

  #headText(value: string, name: HeadName, otherwise: string): string {
    if (value !== '') return value
    this.#notes.push(
      t(
        'The dataset does not state its {name, select, title {title} description {description} version {version} licence {licence} other {citation}}: "{otherwise}" stands for it.',
        { name, otherwise },
      ),
    )
    return otherwise
  }

  #actors(value: unknown): Map<string, Actor> {
    const actors = new Map<string, Actor>()
    const faults: string[] = []
    for (const [i, entry] of this.#list(value, 'actors').entries()) {
      if (actors.size === LIMITS.actors) {
        throw new ReadingError(
          t(
            'The file has more than {most, number} actors, more than can be shown: keep those that matter, or group them.',
            { most: LIMITS.actors },
          ),
        )
      }
      const shaped = this.#shape(actorSchema, entry, 'actors')
      if ('faults' in shaped) {
        faults.push(t('entry {entry}: {faults}', { entry: i + 1, faults: shaped.faults }))
        this.#reject(t(LISTS.actors), i + 1, entry, shaped.faults)
      } else if (actors.has(shaped.value.id)) {
        this.#rejectNamesake(t(LISTS.actors), i + 1, entry, shaped.value.id)
      } else {
        actors.set(shaped.value.id, shaped.value)
        this.#taken++
      }
    }
    if (actors.size === 0) throw new ReadingError(nothingToBuildOn('actors', faults))
    return actors
  }

  #relationTypes(value: unknown): Map<string, RelationType> {
    const types = new Map<string, RelationType>()
    const faults: string[] = []
    for (const [i, entry] of this.#list(value, 'relationTypes').entries()) {
      const shaped = this.#shape(relationTypeSchema, entry, 'types')
      if ('faults' in shaped) {
        faults.push(t('entry {entry}: {faults}', { entry: i + 1, faults: shaped.faults }))
        this.#reject(t(LISTS.types), i + 1, entry, shaped.faults)
      } else if (types.has(shaped.value.id)) {
        this.#rejectNamesake(t(LISTS.types), i + 1, entry, shaped.value.id)
      } else {
        types.set(shaped.value.id, shaped.value)
        this.#taken++
      }
    }
    if (types.size === 0) throw new ReadingError(nothingToBuildOn('types', faults))
    return types
  }

  #sources(value: unknown): Map<string, Source> {
    const sources = new Map<string, Source>()
    for (const [i, entry] of this.#list(value, 'sources').entries()) {
      const shaped = this.#shape(sourceSchema, entry, 'sources')
      if ('faults' in shaped) {
        this.#reject(t(LISTS.sources), i + 1, entry, shaped.faults)
        continue
      }
      const source = shaped.value
      if (sources.has(source.id)) {
        this.#rejectNamesake(t(LISTS.sources), i + 1, entry, source.id)
        continue
      }
      if (source.date !== undefined && !parseDate(source.date)) {
        this.#mend(MENDED.date)
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
      this.#mend(MENDED.cited)
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
        t(
          'The file has more than {most, number} initiatives, more than Dyad can show: keep the years or the actors that matter.',
          { most: LIMITS.initiatives },
        ),
      )
    }
    const initiatives: Initiative[] = []
    const ids = new Set<string>()
    const freeId = freeIds((id) => ids.has(id), '-')
    for (const [i, entry] of list.entries()) {
      const shaped = this.#shape(initiativeSchema, entry, 'initiatives')
      const reason = 'faults' in shaped ? shaped.faults : faultOfInitiative(shaped.value, actors, types)
      if ('faults' in shaped || reason !== null) {
        this.#reject(t(LISTS.initiatives), i + 1, entry, reason!)
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
    if (id !== initiative.id) this.#mend(MENDED.id, { id: quote(initiative.id), own: quote(id) })
    initiative.id = id
    for (const side of ['from', 'to'] as const) {
      const once = [...new Set(initiative[side])]
      if (once.length < initiative[side].length) this.#mend(MENDED.side)
      initiative[side] = once
    }
    if (initiative.magnitudes?.length === 0) delete initiative.magnitudes
    if (!inOrder(initiative.milestones)) {
      initiative.milestones.sort((one, other) => parseDate(one.date)!.last - parseDate(other.date)!.last)
      this.#mend(MENDED.order)
    }
    effectiveDays(initiative.milestones.map(({ date }) => date))
  }

  /** An actor that takes part in something is no longer only context. */
  #bringIn(actors: Map<string, Actor>, id: string): void {
    const actor = actors.get(id)!
    if (actor.tier !== 'context') return
    actors.set(id, { ...actor, tier: 'surrounding' })
    this.#mend(MENDED.context, { actor: nameOf(actor) })
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
        this.#reject(t(LISTS.series), i + 1, head, shaped.faults)
        continue
      }
      const own = shaped.value
      if (ids.has(own.id)) {
        this.#rejectNamesake(t(LISTS.series), i + 1, head, own.id)
        continue
      }
      ids.add(own.id)
      if (own.type !== undefined && !types.has(own.type)) {
        this.#mend(MENDED.series, { series: quote(own.id) })
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
    const list = t('observations of {series}', { series: id })
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
          ? t('{name} is neither an actor of the dataset nor a code of the series{perhaps}; add it, or correct it.', {
              name: quote(stranger),
              perhaps: perhaps(stranger, actors.keys()),
            })
          : row.from === row.to
            ? t('{name} is on both sides; name two different actors.', { name: quote(row.from) })
            : row.year < 1 || (row.untilYear ?? row.year) > 9999
              ? t('the year is out of range; write one from 1 to 9999.')
              : row.untilYear !== undefined && row.untilYear < row.year
                ? t('the window ends in {until}, before it begins; write {year} or later.', {
                    until: row.untilYear,
                    year: row.year,
                  })
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
        this.#reject(t(LISTS.memberships), i + 1, entry, reason!)
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
      this.#mend(MENDED.view, { faults: shaped.faults })
      return []
    })
  }

  #markedDates(value: unknown): Dataset['markedDates'] {
    return this.#list(value, 'markedDates').flatMap((entry) => {
      const { date, label } = (isRecord(entry) ? this.#clean(entry, '', 0) : {}) as Record<string, unknown>
      if (typeof date === 'string' && parseDate(date) && typeof label === 'string' && label !== '')
        return [{ date, label }]
      this.#mend(MENDED.marked)
      return []
    })
  }

  /** The as-of date to the day; where it is missing, the last day of which the dataset knows anything. */
  #asOf(value: unknown, initiatives: readonly Initiative[], series: readonly Series[]): string {
    const span = typeof value === 'string' ? parseDate(value) : null
    if (span?.precision === 'day') return value as string
    if (span) {
      this.#notes.push(
        t('The as-of date {written} is no day: {day} stands for it.', {
          written: quote(value),
          day: isoDate(span.last),
        }),
      )
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
      t('The dataset does not say up to which day it was collected: its last date, {day}, stands for it.', {
        day: last,
      }),
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
      t('The dataset names no actor to stand in the middle: it is {actor}, which has most initiatives.', {
        actor: nameOf(focus!),
      }),
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
