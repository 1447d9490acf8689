import { parseDate, yearOf, type Day } from '../model/dates.ts'
import type { Outline } from '../model/outline.ts'
import type { SourceKind } from '../model/schema.ts'
import { optionsOf, subtypeValue, type Dimension, type Option } from './filters.ts'

/** An unordered pair of actors. `a` stands before `b` in the dataset's list of actors. */
export interface Dyad {
  /** `RUS-CHN` */
  id: string
  a: string
  b: string
}

/**
 * A dataset turned on its side for selecting: for each dimension and each initiative, the options that it has, as
 * positions in the list of options. Made once for a dataset; everything else is computed from it.
 */
export interface Columns {
  outline: Outline
  options: Record<Dimension, Option[]>
  dyads: Dyad[]
  /** How many initiatives each dyad has, whatever their dates: an order by it stays the same on every day. */
  dyadSizes: number[]
  /** The dyads of each initiative, as positions in `dyads`. */
  dyadsOf: number[][]
  /** The day on which each initiative begins. */
  begins: Int32Array
  /** The year of that day. */
  beginYears: Int16Array
  /** The days of all milestones, rising: between two neighbours no outcome changes. */
  milestoneDays: Int32Array
  /** Whether each initiative's subtype is an output, something that lasts. */
  isOutput: boolean[]
  /** The options of each initiative in each dimension but the outcome, which depends on the as-of date. */
  optionsOf: Record<Exclude<Dimension, 'outcome'>, number[][]>
  /** Positions of initiatives by id. */
  positions: Map<string, number>
  /** The first and last year in which any initiative begins; `[0, 0]` where there is none. */
  years: [number, number]
}

/** The id of the dyad of two actors, in the order of the dataset's actors. */
export function dyadId(a: string, b: string, order: ReadonlyMap<string, number>): string {
  return (order.get(a) ?? 0) <= (order.get(b) ?? 0) ? `${a}-${b}` : `${b}-${a}`
}

/** Turns a dataset on its side, see {@link Columns}. */
export function columnsOf(outline: Outline): Columns {
  const { initiatives } = outline
  const options = optionsOf(outline)
  const place = <D extends Dimension>(dimension: D) =>
    new Map(options[dimension].map((option, position) => [option.value, position]))
  const [type, subtype, nature, valence, partner, confidence, sourceKind] = [
    place('type'),
    place('subtype'),
    place('nature'),
    place('valence'),
    place('partner'),
    place('confidence'),
    place('sourceKind'),
  ]
  const natures = new Map(
    outline.relationTypes.flatMap(({ id, subtypes }) =>
      subtypes.map((kind) => [subtypeValue(id, kind.id), kind.nature] as const),
    ),
  )
  const present = (positions: (number | undefined)[]) => positions.filter((position) => position !== undefined)
  // Of a great many initiatives most have the same few options: they share their lists.
  const lists: number[][] = []
  const NOTHING: number[] = []
  const one = (position: number | undefined): number[] => {
    if (position === undefined) return NOTHING
    return (lists[position] ??= [position])
  }

  const order = new Map(outline.actors.map(({ id }, position) => [id, position]))
  const dyads: Dyad[] = []
  const dyadPositions = new Map<string, number>()
  const dyadsBetween = (from: readonly string[], to: readonly string[]): number[] => {
    const own = new Set<number>()
    for (const giver of from) {
      for (const taker of to) {
        if (giver === taker) continue
        const id = dyadId(giver, taker, order)
        let position = dyadPositions.get(id)
        if (position === undefined) {
          position = dyads.length
          dyadPositions.set(id, position)
          const [a, b] = id.startsWith(`${giver}-`) ? [giver, taker] : [taker, giver]
          dyads.push({ id, a, b })
        }
        own.add(position)
      }
    }
    return [...own]
  }
  const sides = new Map<string, { dyads: number[]; partners: number[] }>()
  const sidesOf = ({ from, to }: Outline['initiatives'][number]) => {
    const key = `${from.join()}>${to.join()}`
    let own = sides.get(key)
    if (!own) {
      const partners = present([...new Set([...from, ...to])].map((id) => partner.get(id)))
      own = { dyads: dyadsBetween(from, to), partners }
      sides.set(key, own)
    }
    return own
  }
  const dyadsOf = initiatives.map((own) => sidesOf(own).dyads)
  const kinds = new Map<string, number[]>()
  const kindsOf = (cited: readonly SourceKind[]): number[] => {
    const key = cited.join()
    const known = kinds.get(key)
    if (known) return known
    const own = present(cited.map((kind) => sourceKind.get(kind)))
    kinds.set(key, own)
    return own
  }

  const begins = Int32Array.from(initiatives, ({ milestones }) => milestones[0]?.day ?? Number.MAX_SAFE_INTEGER)
  const beginYears = Int16Array.from(begins, yearOf)
  return {
    outline,
    options,
    dyads,
    dyadSizes: sizesOf(dyads.length, dyadsOf),
    dyadsOf,
    begins,
    beginYears,
    milestoneDays: Int32Array.from(initiatives.flatMap(({ milestones }) => milestones.map(({ day }) => day))).sort(),
    isOutput: initiatives.map((own) => natures.get(subtypeValue(own.type, own.subtype)) === 'output'),
    optionsOf: {
      type: initiatives.map((initiative) => one(type.get(initiative.type))),
      subtype: initiatives.map((initiative) => one(subtype.get(subtypeValue(initiative.type, initiative.subtype)))),
      nature: initiatives.map((initiative) => {
        const own = natures.get(subtypeValue(initiative.type, initiative.subtype))
        return one(own && nature.get(own))
      }),
      valence: initiatives.map((initiative) => one(valence.get(initiative.valence))),
      partner: initiatives.map((own) => sidesOf(own).partners),
      confidence: initiatives.map((initiative) => one(confidence.get(initiative.confidence))),
      sourceKind: initiatives.map((initiative) => kindsOf(initiative.sourceKinds)),
    },
    positions: new Map(initiatives.map(({ id }, position) => [id, position])),
    years: beginYears.length
      ? [beginYears.reduce((x, y) => Math.min(x, y)), beginYears.reduce((x, y) => Math.max(x, y))]
      : [0, 0],
  }
}

function sizesOf(count: number, dyadsOf: readonly (readonly number[])[]): number[] {
  const sizes = new Array<number>(count).fill(0)
  for (const own of dyadsOf) for (const dyad of own) sizes[dyad]!++
  return sizes
}

/** True where no milestone takes effect between two days: then all outcomes are the same at the end of both. */
export function isSameMoment({ milestoneDays }: Columns, one: Day, other: Day): boolean {
  const [from, to] = one < other ? [one, other] : [other, one]
  let [low, high] = [0, milestoneDays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (milestoneDays[middle]! <= from) low = middle + 1
    else high = middle
  }
  return low === milestoneDays.length || milestoneDays[low]! > to
}

/** The first and the last day that a dataset can be read as of: when its first initiative begins, and its own date. */
export function asOfRange(columns: Columns): [Day, Day] {
  const latest = parseDate(columns.outline.asOf)!.last
  return [columns.begins.reduce((first, day) => Math.min(first, day), latest), latest]
}
