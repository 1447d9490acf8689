import { dateText, effectiveDaysOf, inFewBytes, Initiatives, type Coded } from '../model/initiatives.ts'
import { startIn } from '../model/lines.ts'
import type { InitiativeTexts, Outline, Texts, TextsList } from '../model/outline.ts'
import type { Confidence, Magnitude, Membership, Observation, Series, SourceKind, Valence } from '../model/schema.ts'

/**
 * The form in which the two halves of a dataset travel to the browser: JSON in columns, with what recurs kept once in
 * tables and named by its index. It is made for few bytes after compression and for quick reading, not for people; the
 * form for people and programs is the whole dataset (`dataset/dyad.json`).
 */

const OUTLINE_FORMAT = 'dyad-outline/1'
const TEXTS_FORMAT = 'dyad-texts/1'

/** A column of whole numbers: one character each where all are small, see {@link packNumbers}. */
type Numbers = string | number[]

/** A column of values as indexes into the table of its distinct values. */
interface Column<T> {
  table: T[]
  at: Numbers
}

interface PackedOutline {
  format: typeof OUTLINE_FORMAT
  head: Omit<Outline, 'initiatives'>
  id: string[]
  sides: Column<readonly [from: string[], to: string[], directed: boolean]>
  kind: Column<readonly [type: string, subtype: string]>
  grade: Column<readonly [Valence, Confidence]>
  sourceKinds: Column<SourceKind[]>
  /** How many milestones each initiative has. */
  milestones: Numbers
  stage: Numbers
  date: Dates
}

interface PackedTexts {
  format: typeof TEXTS_FORMAT
  title: string[]
  summary: string[]
  parties: string[][]
  tags: string[][]
  /** How many milestones each initiative has. */
  milestones: Numbers
  note: string[]
  cited: number[][]
  /** How many figures each initiative has. */
  magnitudes: Numbers
  figure: { kind: Column<string>; value: number[]; unit: Column<Magnitude['unit']>; date: Dates; cited: number[][] }
  source: {
    id: string[]
    title: string[]
    publisher: Column<string>
    date: Dates
    url: (string | null)[]
    kind: Column<SourceKind>
    language: Column<string>
  }
  series: { head: Omit<Series, 'observations'>; rows: PackedObservations }[]
  membership: {
    sides: Column<[organisation: string, role: Membership['role']]>
    member: string[]
    from: Dates
    to: Dates
    cited: Column<number[]>
  }
  contextActors: Texts['contextActors']
  views: Texts['views']
}

/** Dates in three columns: the year as a difference from the one before, month and day 0 where not given; where there is no date, month 13. */
interface Dates {
  /** The year from which the differences count. */
  since: number
  year: Numbers
  month: Numbers
  day: Numbers
}

interface PackedObservations {
  pair: Column<[from: string, to: string]>
  /** The year from which the differences count. */
  since: number
  year: Numbers
  /** Years after `year`; -1 where there is none. */
  untilYear: Numbers
  value: number[]
  unit: Column<Observation['unit']>
  facets: Record<string, Column<string | null>>
  cited: Column<number[]>
  note: Column<string | null>
}

/** Packs an outline. */
export function packOutline(outline: Outline): string {
  const { initiatives, ...head } = outline
  const { ids, sides, kinds, grades, sourceKinds, ends, stages, dates } = Initiatives.of(initiatives).columns
  const packed: PackedOutline = {
    format: OUTLINE_FORMAT,
    head,
    id: [...ids],
    sides: packCoded(sides),
    kind: packCoded(kinds),
    grade: packCoded(grades),
    sourceKinds: packCoded(sourceKinds),
    milestones: packNumbers(Array.from(ends, (end, i) => end - startIn(ends, i))),
    stage: packNumbers([...stages]),
    date: packDates(Array.from(dates, dateText)),
  }
  return JSON.stringify(packed)
}

/**
 * Unpacks what {@link packOutline} has packed.
 * @throws Error where the text is something else
 */
export function unpackOutline(text: string): Outline {
  const packed = parse<PackedOutline>(text, OUTLINE_FORMAT, 'outline')
  const ends = endsOf(unpackNumbers(packed.milestones))
  const dates = unpackDateCodes(packed.date)
  const initiatives = new Initiatives({
    ids: packed.id,
    sides: unpackCoded(packed.sides),
    kinds: unpackCoded(packed.kind),
    grades: unpackCoded(packed.grade),
    sourceKinds: unpackCoded(packed.sourceKinds),
    ends,
    stages: Uint8Array.from(unpackNumbers(packed.stage)),
    dates,
    days: effectiveDaysOf(dates, ends),
  })
  return { ...packed.head, initiatives }
}

/** Packs the texts. @throws RangeError where a date is no date, or a source that is cited is not there */
export function packTexts(texts: Texts): string {
  const sources = Object.values(texts.sources)
  const index = new Map(sources.map(({ id }, i) => [id, i]))
  const indexes = (ids: readonly string[]): number[] =>
    ids.map((id) => {
      const i = index.get(id)
      if (i === undefined) throw new RangeError(`compact: the source "${id}" is cited but not there; add it first`)
      return i
    })
  const all = [...texts.initiatives]
  const milestones = all.map((initiative) => initiative.milestones)
  const figures = all.flatMap(({ magnitudes }) => magnitudes)
  const packed: PackedTexts = {
    format: TEXTS_FORMAT,
    title: all.map(({ title }) => title),
    summary: all.map(({ summary }) => summary),
    parties: all.map(({ parties }) => parties),
    tags: all.map(({ tags }) => tags),
    milestones: packNumbers(milestones.map(({ length }) => length)),
    note: milestones.flatMap((list) => list.map(({ note }) => note)),
    cited: milestones.flatMap((list) => list.map((milestone) => indexes(milestone.sources))),
    magnitudes: packNumbers(all.map(({ magnitudes }) => magnitudes.length)),
    figure: {
      kind: column(figures.map(({ kind }) => kind)),
      value: figures.map(({ value }) => value),
      unit: column(figures.map(({ unit }) => unit)),
      date: packDates(figures.map(({ date }) => date)),
      cited: figures.map((figure) => indexes(figure.sources)),
    },
    source: {
      id: sources.map(({ id }) => id),
      title: sources.map(({ title }) => title),
      publisher: column(sources.map(({ publisher }) => publisher)),
      date: packDates(sources.map(({ date }) => date)),
      url: sources.map(({ url }) => url ?? null),
      kind: column(sources.map(({ kind }) => kind)),
      language: column(sources.map(({ language }) => language)),
    },
    series: texts.series.map(({ observations, ...head }) => ({ head, rows: packObservations(observations, indexes) })),
    membership: {
      sides: column(texts.memberships.map(({ organisation, role }) => [organisation, role])),
      member: texts.memberships.map(({ member }) => member),
      from: packDates(texts.memberships.map(({ from }) => from)),
      to: packDates(texts.memberships.map(({ to }) => to)),
      cited: column(texts.memberships.map((membership) => indexes(membership.sources))),
    },
    contextActors: texts.contextActors,
    views: texts.views,
  }
  return JSON.stringify(packed)
}

/**
 * Unpacks what {@link packTexts} has packed.
 * @throws Error where the text is something else
 */
export function unpackTexts(text: string): Texts {
  const packed = parse<PackedTexts>(text, TEXTS_FORMAT, 'texts')
  const sourceIds = packed.source.id
  const ids = (indexes: readonly number[]): string[] => indexes.map((i) => sourceIds[i]!)
  return {
    initiatives: new PackedTextsList(packed, ids),
    sources: unpackSources(packed.source),
    series: packed.series.map(({ head, rows }) => ({ ...head, observations: unpackObservations(rows, ids) })),
    memberships: unpackMemberships(packed.membership, ids),
    contextActors: packed.contextActors,
    views: packed.views,
  }
}

type Ids = (indexes: readonly number[]) => string[]

/** Up to so many texts are kept once they have been read. */
const MOST_KEPT = 100_000

/** The texts of initiatives, each taken out of its columns when it is read: as objects a million of them take a gigabyte. */
class PackedTextsList implements TextsList {
  readonly length: number
  readonly #packed: PackedTexts
  readonly #ids: Ids
  readonly #milestoneEnds: Uint32Array
  readonly #magnitudeEnds: Uint32Array
  readonly #magnitudes: Magnitude[]
  readonly #made: InitiativeTexts[] | null

  constructor(packed: PackedTexts, ids: Ids) {
    this.length = packed.title.length
    this.#packed = packed
    this.#ids = ids
    this.#milestoneEnds = endsOf(unpackNumbers(packed.milestones))
    this.#magnitudeEnds = endsOf(unpackNumbers(packed.magnitudes))
    this.#magnitudes = unpackMagnitudes(packed.figure, ids)
    this.#made = this.length <= MOST_KEPT ? new Array<InitiativeTexts>(this.length) : null
  }

  at(position: number): InitiativeTexts | undefined {
    if (!(position >= 0 && position < this.length)) return undefined
    const known = this.#made?.[position]
    if (known) return known
    const { title, summary, parties, tags, note, cited } = this.#packed
    const milestones: InitiativeTexts['milestones'] = []
    for (let j = startIn(this.#milestoneEnds, position); j < this.#milestoneEnds[position]!; j++) {
      milestones.push({ note: note[j]!, sources: this.#ids(cited[j]!) })
    }
    const made: InitiativeTexts = {
      title: title[position]!,
      summary: summary[position]!,
      parties: parties[position]!,
      tags: tags[position]!,
      milestones,
      magnitudes: this.#magnitudes.slice(startIn(this.#magnitudeEnds, position), this.#magnitudeEnds[position]),
    }
    if (this.#made) this.#made[position] = made
    return made
  }

  *[Symbol.iterator](): Iterator<InitiativeTexts> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!
  }
}

/** Where each of some runs ends, from how long they are. */
function endsOf(lengths: readonly number[]): Uint32Array {
  let end = 0
  return Uint32Array.from(lengths, (length) => (end += length))
}

function unpackMagnitudes(packed: PackedTexts['figure'], ids: Ids): Magnitude[] {
  const kinds = unpackColumn(packed.kind)
  const units = unpackColumn(packed.unit)
  const dates = unpackDates(packed.date)
  return packed.value.map((value, i) => {
    const date = dates[i]
    return { kind: kinds[i]!, value, unit: units[i]!, ...(date && { date }), sources: ids(packed.cited[i]!) }
  })
}

function unpackSources(packed: PackedTexts['source']): Texts['sources'] {
  const publishers = unpackColumn(packed.publisher)
  const kinds = unpackColumn(packed.kind)
  const languages = unpackColumn(packed.language)
  const dates = unpackDates(packed.date)
  const sources: Texts['sources'] = {}
  for (const [i, id] of packed.id.entries()) {
    const date = dates[i]
    const url = packed.url[i]
    sources[id] = {
      id,
      title: packed.title[i]!,
      publisher: publishers[i]!,
      ...(date && { date }),
      ...(url && { url }),
      kind: kinds[i]!,
      language: languages[i]!,
    }
  }
  return sources
}

function unpackMemberships(packed: PackedTexts['membership'], ids: Ids): Membership[] {
  const sides = unpackColumn(packed.sides)
  const cited = unpackColumn(packed.cited)
  const begins = unpackDates(packed.from)
  const ends = unpackDates(packed.to)
  return packed.member.map((member, i) => {
    const [organisation, role] = sides[i]!
    const from = begins[i]
    const to = ends[i]
    return { organisation, member, role, ...(from && { from }), ...(to && { to }), sources: ids(cited[i]!) }
  })
}

function packObservations(
  observations: readonly Observation[],
  indexes: (ids: readonly string[]) => number[],
): PackedObservations {
  const names = [...new Set(observations.flatMap(({ facets }) => Object.keys(facets ?? {})))]
  const facets = names.map((name) => [name, column(observations.map((row) => row.facets?.[name] ?? null))] as const)
  return {
    pair: column(observations.map(({ from, to }) => [from, to])),
    since: observations[0]?.year ?? 0,
    year: packNumbers(differences(observations.map(({ year }) => year))),
    untilYear: packNumbers(
      observations.map(({ year, untilYear }) => (untilYear === undefined ? -1 : untilYear - year)),
    ),
    value: observations.map(({ value }) => value),
    unit: column(observations.map(({ unit }) => unit)),
    facets: Object.fromEntries(facets),
    cited: column(observations.map((row) => indexes(row.sources))),
    note: column(observations.map(({ note }) => note ?? null)),
  }
}

function unpackObservations(packed: PackedObservations, ids: Ids): Observation[] {
  const pairs = unpackColumn(packed.pair)
  const years = unpackNumbers(packed.year)
  const lengths = unpackNumbers(packed.untilYear)
  const units = unpackColumn(packed.unit)
  const cited = unpackColumn(packed.cited)
  const notes = unpackColumn(packed.note)
  const facets = Object.entries(packed.facets).map(([name, values]) => [name, unpackColumn(values)] as const)
  let year = packed.since
  return packed.value.map((value, i) => {
    const [from, to] = pairs[i]!
    year += years[i]!
    const length = lengths[i]!
    const note = notes[i]!
    const observation: Observation = { from, to, year, value, unit: units[i]!, sources: ids(cited[i]!) }
    if (length >= 0) observation.untilYear = year + length
    for (const [name, values] of facets) {
      const facet = values[i]!
      if (facet !== null) (observation.facets ??= {})[name] = facet
    }
    if (note !== null) observation.note = note
    return observation
  })
}

function parse<T extends { format: string }>(text: string, format: T['format'], what: string): T {
  let packed: Partial<T> | null
  try {
    packed = JSON.parse(text) as Partial<T> | null
  } catch {
    throw new Error(`compact: this is no Dyad ${what} (not JSON)`)
  }
  if (packed?.format !== format) {
    throw new Error(`compact: this is no Dyad ${what} (format ${JSON.stringify(packed?.format)}, wanted "${format}")`)
  }
  return packed as T
}

function column<T>(values: readonly T[]): Column<T> {
  const table: T[] = []
  const known = new Map<string, number>()
  const at = values.map((value) => {
    const key = JSON.stringify(value)
    let i = known.get(key)
    if (i === undefined) {
      i = table.push(value) - 1
      known.set(key, i)
    }
    return i
  })
  return { table, at: packNumbers(at) }
}

function packCoded<T>({ values, codes }: Coded<T>): Column<T> {
  return { table: [...values], at: packNumbers([...codes]) }
}

function unpackCoded<T>({ table, at }: Column<T>): Coded<T> {
  return { values: table, codes: inFewBytes(unpackNumbers(at), table.length) }
}

function unpackColumn<T>({ table, at }: Column<T>): T[] {
  return unpackNumbers(at).map((i) => table[i]!)
}

/** How much each value is above the one before; the first above itself, so that small steps stay small numbers. */
function differences(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? value))
}

/** The 91 characters from # to ~ that JSON writes as they are (not the backslash). */
const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((digit) => digit !== '\\')
const VALUES = new Map(DIGITS.map((digit, i) => [digit, i]))

/**
 * Whole numbers that lie within 91 of each other as the least of them, a colon, and one character for each: how much
 * it is above the least. Others as they are.
 */
function packNumbers(values: readonly number[]): Numbers {
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (const value of values) {
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
  }
  if (greatest - least >= DIGITS.length) return [...values]
  return `${values.length === 0 ? 0 : least}:${values.map((value) => DIGITS[value - least]).join('')}`
}

function unpackNumbers(packed: Numbers): number[] {
  if (typeof packed !== 'string') return packed
  const colon = packed.indexOf(':')
  const least = Number(packed.slice(0, colon))
  const values = new Array<number>(packed.length - colon - 1)
  for (let i = 0; i < values.length; i++) values[i] = least + VALUES.get(packed[colon + 1 + i]!)!
  return values
}

/** The month that stands for no date at all. */
const NO_DATE = 13

function packDates(dates: readonly (string | undefined)[]): Dates {
  const years: number[] = []
  const months: number[] = []
  const days: number[] = []
  const firstYear = Number(dates.find((date) => date !== undefined)?.slice(0, 4) ?? 0)
  for (const date of dates) {
    if (date === undefined) {
      years.push(years.at(-1) ?? firstYear)
      months.push(NO_DATE)
      days.push(0)
      continue
    }
    const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
    if (!match) throw new RangeError(`compact: "${date}" is no date; write YYYY, YYYY-MM or YYYY-MM-DD`)
    years.push(Number(match[1]))
    months.push(Number(match[2] ?? 0))
    days.push(Number(match[3] ?? 0))
  }
  return {
    since: years[0] ?? 0,
    year: packNumbers(differences(years)),
    month: packNumbers(months),
    day: packNumbers(days),
  }
}

/** Dates of which none is left out, as numbers (`InitiativeColumns.dates`). */
function unpackDateCodes(packed: Dates): Uint32Array {
  const years = unpackNumbers(packed.year)
  const months = unpackNumbers(packed.month)
  const days = unpackNumbers(packed.day)
  let year = packed.since
  return Uint32Array.from(years, (difference, i) => (year += difference) * 10_000 + months[i]! * 100 + days[i]!)
}

function unpackDates(packed: Dates): (string | undefined)[] {
  const years = unpackNumbers(packed.year)
  const months = unpackNumbers(packed.month)
  const days = unpackNumbers(packed.day)
  let year = packed.since
  return years.map((difference, i) => {
    year += difference
    if (months[i] === NO_DATE) return undefined
    const text = String(year).padStart(4, '0')
    if (months[i] === 0) return text
    const month = `${text}-${String(months[i]).padStart(2, '0')}`
    return days[i] === 0 ? month : `${month}-${String(days[i]).padStart(2, '0')}`
  })
}
