import { parseDate, yearOf, type Day } from '../model/dates.ts'
import { Initiatives, type Codes, type InitiativeColumns } from '../model/initiatives.ts'
import { startIn } from '../model/lines.ts'
import type { Outline } from '../model/outline.ts'
import type { Valence } from '../model/schema.ts'
import { optionsOf, subtypeValue, type Dimension, type Option } from './filters.ts'
import { groupsOf, type Groups, type Row } from './groups.ts'

/** An unordered pair of actors. `a` stands before `b` in the dataset's list of actors. */
export interface Dyad {
  /** `RUS-CHN` */
  id: string
  a: string
  b: string
}

/** The dimensions that do not change with the as-of date. */
export type FixedDimension = Exclude<Dimension, 'outcome'>

/** The column that each dimension rests on. */
export const ROW_OF: Readonly<Record<FixedDimension, Row>> = {
  type: 'kinds',
  subtype: 'kinds',
  nature: 'kinds',
  valence: 'grades',
  partner: 'sides',
  confidence: 'grades',
  sourceKind: 'sourceKinds',
}

/** One link that the dataset can show, see `Link`. */
export interface LinkKey {
  id: string
  dyad: Dyad
  type: string
  valence: Valence
}

/**
 * A dataset turned on its side for selecting: numbers in typed arrays, and small tables of what they stand for. Made once for a
 * dataset; everything else is computed from it.
 */
export interface Columns {
  outline: Outline
  /** How many initiatives there are. */
  count: number
  rows: InitiativeColumns
  groups: Groups
  options: Record<Dimension, Option[]>
  /** For each dimension, by code of the column that it rests on, the options that such initiatives have, as positions. */
  optionsByCode: Record<FixedDimension, readonly (readonly number[])[]>
  dyads: Dyad[]
  /** How many initiatives each dyad has, whatever their dates: an order by it stays the same on every day. */
  dyadSizes: number[]
  /** The dyads of each pair of sides (a code of `rows.sides`), as positions in `dyads`. */
  dyadsBySides: readonly (readonly number[])[]
  /** Every link that the dataset can show, by dyad, relation type and valence. */
  links: readonly LinkKey[]
  /** Of each group the link that it stands in, as a position in `links`; below 0 where it stands in none or several, see {@link linksOfGroup}. */
  linkOf: Int32Array
  /** Lists of links, of groups that stand in none or several: the first for -1 in `linkOf`, the next for -2. */
  linkLists: readonly (readonly number[])[]
  /** The position of each kind's relation type (a code of `rows.kinds`). */
  typesByKind: Uint16Array
  /** The day on which each initiative begins. */
  begins: Int32Array
  /** The year of that day. */
  beginYears: Int16Array
  /** The same by slot, see {@link Groups}. */
  beginYearsBySlot: Int16Array
  /** The days of all milestones, rising: between two neighbours no outcome changes. */
  milestoneDays: Int32Array
  /** The initiative of each of them. */
  milestoneOwners: Uint32Array
  /** Positions of initiatives by id. */
  positions: { get: (id: string) => number | undefined; has: (id: string) => boolean }
  /** The first and last year in which any initiative begins; `[0, 0]` where there is none. */
  years: [number, number]
}

/** The id of the dyad of two actors, in the order of the dataset's actors. */
export function dyadId(a: string, b: string, order: ReadonlyMap<string, number>): string {
  return (order.get(a) ?? 0) <= (order.get(b) ?? 0) ? `${a}-${b}` : `${b}-${a}`
}

/** Turns a dataset on its side, see {@link Columns}. */
export function columnsOf(outline: Outline): Columns {
  const initiatives = Initiatives.of(outline.initiatives)
  const rows = initiatives.columns
  const count = initiatives.length
  const options = optionsOf({ ...outline, initiatives })
  const groups = groupsOf(rows)
  const { dyads, dyadsBySides } = dyadsOf(outline, rows)
  const begins = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const first = startIn(rows.ends, i)
    begins[i] = first < rows.ends[i]! ? rows.days[first]! : 0x7fff_ffff
  }
  const beginYears = new Int16Array(count)
  for (let i = 0; i < count; i++) beginYears[i] = yearOf(begins[i]!)
  let years: [number, number] = [0, 0]
  if (count > 0) {
    let [least, most] = [beginYears[0]!, beginYears[0]!]
    for (const year of beginYears) {
      if (year < least) least = year
      if (year > most) most = year
    }
    years = [least, most]
  }
  return {
    outline: { ...outline, initiatives },
    count,
    rows,
    groups,
    options,
    optionsByCode: optionsByCode(outline, rows, options),
    dyads,
    dyadSizes: sizesOf(dyads.length, dyadsBySides, rows.sides.codes),
    dyadsBySides,
    ...linksIn(outline, rows, groups, dyads, dyadsBySides),
    begins,
    beginYears,
    beginYearsBySlot: Int16Array.from(groups.order, (position) => beginYears[position]!),
    ...milestonesInOrder(rows),
    positions: {
      get: (id) => initiatives.positionOf(id),
      has: (id) => initiatives.positionOf(id) !== undefined,
    },
    years,
  }
}

/** The dyads that an initiative stands in, as positions in `dyads`. */
export function dyadsAt({ dyadsBySides, rows }: Columns, initiative: number): readonly number[] {
  return dyadsBySides[rows.sides.codes[initiative]!]!
}

/** The id of an initiative, without what else is known of it. */
export function idAt({ rows: { ids } }: Columns, initiative: number): string {
  return ids.at(initiative)!
}

/** The relation type of an initiative, without what else is known of it. */
export function typeAt({ rows: { kinds } }: Columns, initiative: number): string {
  return kinds.values[kinds.codes[initiative]!]![0]
}

/** Initiatives by the day they begin: sorted as numbers that hold both, which is several times as quick as comparing two by two. */
export function byBeginning({ begins, count }: Columns, initiatives: Iterable<number>): number[] {
  const keys = Float64Array.from(initiatives, (i) => begins[i]! * count + i).sort()
  return Array.from(keys, (key) => ((key % count) + count) % count)
}

/** The links that the initiatives of a group stand in, as positions in `links`. */
export function linksOfGroup({ linkOf, linkLists }: Columns, group: number): readonly number[] {
  const link = linkOf[group]!
  return link >= 0 ? [link] : linkLists[-1 - link]!
}

/** The options that an initiative has in a dimension, as positions. */
export function optionsAt(
  { optionsByCode: own, rows }: Columns,
  dimension: FixedDimension,
  i: number,
): readonly number[] {
  return own[dimension][rows[ROW_OF[dimension]].codes[i]!]!
}

/** True where an initiative is of an output: something that lasts. */
export function isOutput(columns: Columns, initiative: number): boolean {
  const option = optionsAt(columns, 'nature', initiative)[0]
  return option !== undefined && columns.options.nature[option]!.value === 'output'
}

/** True where an initiative is of conflict. */
export function isConflict({ rows: { grades } }: Columns, initiative: number): boolean {
  return grades.values[grades.codes[initiative]!]![0] === 'conflict'
}

function optionsByCode(
  outline: Outline,
  { sides, kinds, grades, sourceKinds }: InitiativeColumns,
  options: Columns['options'],
): Columns['optionsByCode'] {
  const place = (dimension: Dimension) =>
    new Map(options[dimension].map((option, position) => [option.value, position]))
  const listed = (dimension: Dimension) => {
    const places = place(dimension)
    return (values: readonly (string | undefined)[]) =>
      values.map((value) => (value === undefined ? undefined : places.get(value))).filter((own) => own !== undefined)
  }
  const [type, subtype, nature, valence, partner, confidence, sourceKind] = [
    listed('type'),
    listed('subtype'),
    listed('nature'),
    listed('valence'),
    listed('partner'),
    listed('confidence'),
    listed('sourceKind'),
  ]
  const natures = new Map(
    outline.relationTypes.flatMap(({ id, subtypes }) =>
      subtypes.map((kind) => [subtypeValue(id, kind.id), kind.nature] as const),
    ),
  )
  return {
    type: kinds.values.map(([own]) => type([own])),
    subtype: kinds.values.map(([of, own]) => subtype([subtypeValue(of, own)])),
    nature: kinds.values.map(([of, own]) => nature([natures.get(subtypeValue(of, own))])),
    valence: grades.values.map(([own]) => valence([own])),
    partner: sides.values.map(([from, to]) => partner([...new Set([...from, ...to])])),
    confidence: grades.values.map(([, own]) => confidence([own])),
    sourceKind: sourceKinds.values.map((own) => sourceKind(own)),
  }
}

function dyadsOf(outline: Outline, { sides }: InitiativeColumns): Pick<Columns, 'dyads' | 'dyadsBySides'> {
  const order = new Map(outline.actors.map(({ id }, position) => [id, position]))
  const dyads: Dyad[] = []
  const positions = new Map<string, number>()
  const dyadsBySides = sides.values.map(([from, to]) => {
    const own = new Set<number>()
    for (const giver of from) {
      for (const taker of to) {
        if (giver === taker) continue
        const id = dyadId(giver, taker, order)
        let position = positions.get(id)
        if (position === undefined) {
          position = dyads.length
          positions.set(id, position)
          const [a, b] = id.startsWith(`${giver}-`) ? [giver, taker] : [taker, giver]
          dyads.push({ id, a, b })
        }
        own.add(position)
      }
    }
    return [...own]
  })
  return { dyads, dyadsBySides }
}

function sizesOf(count: number, dyadsBySides: Columns['dyadsBySides'], codes: Codes): number[] {
  const perCode = new Uint32Array(dyadsBySides.length)
  for (const code of codes) perCode[code]!++
  const sizes = new Array<number>(count).fill(0)
  dyadsBySides.forEach((own, code) => {
    for (const dyad of own) sizes[dyad]! += perCode[code]!
  })
  return sizes
}

/** Every link, and which of them each group stands in. */
function linksIn(
  { relationTypes }: Outline,
  { kinds, grades }: InitiativeColumns,
  { count, codes }: Groups,
  dyads: readonly Dyad[],
  dyadsBySides: Columns['dyadsBySides'],
): Pick<Columns, 'links' | 'linkOf' | 'linkLists' | 'typesByKind'> {
  const typeOrder = new Map(relationTypes.map(({ id }, position) => [id, position]))
  const typesByKind = Uint16Array.from(kinds.values, ([type]) => typeOrder.get(type)!)
  const conflicts = grades.values.map(([valence]) => Number(valence === 'conflict'))
  // A link as a number: its dyad, relation type and valence.
  const width = relationTypes.length * 2
  const restOf = (group: number) => typesByKind[codes.kinds[group]!]! * 2 + conflicts[codes.grades[group]!]!
  const keys = new Set<number>()
  for (let group = 0; group < count; group++) {
    const rest = restOf(group)
    for (const dyad of dyadsBySides[codes.sides[group]!]!) keys.add(dyad * width + rest)
  }
  const ordered = Float64Array.from(keys).sort()
  const places = new Map<number, number>()
  const links = Array.from(ordered, (key, position): LinkKey => {
    places.set(key, position)
    const rest = key % width
    const dyad = dyads[(key - rest) / width]!
    const type = relationTypes[rest >> 1]!.id
    return rest % 2 === 1
      ? { id: `${dyad.id}/${type}/conflict`, dyad, type, valence: 'conflict' }
      : { id: `${dyad.id}/${type}`, dyad, type, valence: 'cooperation' }
  })
  const linkLists: number[][] = []
  const linkOf = new Int32Array(count)
  for (let group = 0; group < count; group++) {
    const rest = restOf(group)
    const own = dyadsBySides[codes.sides[group]!]!
    linkOf[group] =
      own.length === 1
        ? places.get(own[0]! * width + rest)!
        : -linkLists.push(own.map((dyad) => places.get(dyad * width + rest)!))
  }
  return { links, linkOf, linkLists, typesByKind }
}

/** All milestones by their day: counted by day first, which is ten times as quick as comparing them. */
function milestonesInOrder({ days, ends }: InitiativeColumns): Pick<Columns, 'milestoneDays' | 'milestoneOwners'> {
  const milestoneDays = new Int32Array(days.length)
  const milestoneOwners = new Uint32Array(days.length)
  if (days.length === 0) return { milestoneDays, milestoneOwners }
  let [first, last] = [days[0]!, days[0]!]
  for (const day of days) {
    if (day < first) first = day
    if (day > last) last = day
  }
  const places = new Uint32Array(last - first + 2)
  for (const day of days) places[day - first + 1]!++
  for (let i = 1; i < places.length; i++) places[i]! += places[i - 1]!
  for (let i = 0, j = 0; i < ends.length; i++) {
    for (; j < ends[i]!; j++) {
      const place = places[days[j]! - first]!++
      milestoneDays[place] = days[j]!
      milestoneOwners[place] = i
    }
  }
  return { milestoneDays, milestoneOwners }
}

/** How many milestones take effect by the end of a day. */
export function milestonesBy({ milestoneDays }: Pick<Columns, 'milestoneDays'>, day: Day): number {
  let [low, high] = [0, milestoneDays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (milestoneDays[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** True where no milestone takes effect between two days: then all outcomes are the same at the end of both. */
export function isSameMoment(columns: Columns, one: Day, other: Day): boolean {
  return milestonesBy(columns, one) === milestonesBy(columns, other)
}

/** The first and the last day that a dataset can be read as of: when its first initiative begins, and its own date. */
export function asOfRange(columns: Columns): [Day, Day] {
  const latest = parseDate(columns.outline.asOf)!.last
  const first = columns.milestoneDays[0]
  return [first === undefined ? latest : Math.min(first, latest), latest]
}
