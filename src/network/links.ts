import { msg, t, type Message } from '../language/messages.ts'
import { END_OF_TIME } from '../model/dates.ts'
import { startIn } from '../model/lines.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import type { Valence } from '../model/schema.ts'
import { linksOfGroup, type Columns, type Dyad } from './columns.ts'
import { NO_FILTERS, type Filters } from './filters.ts'
import { select, type Selection } from './select.ts'
import { SILENT, STANDINGS, type Outcomes } from './standing.ts'

/**
 * What the graph draws as an edge: the selected initiatives of one dyad and one relation type. Conflict is drawn apart
 * and never counted as a result, so it makes a link of its own beside the cooperation of the same dyad and type.
 */
export interface Link {
  /** `RUS-CHN/arms`, `RUS-JPN/diplomacy/conflict`: the same for every selection. */
  id: string
  dyad: Dyad
  type: string
  valence: Valence
  /** Positions of its initiatives, rising. */
  readonly initiatives: readonly number[]
  /** Those of them that stand in another link as well; all others can be counted without looking at them. */
  readonly shared: readonly number[]
  /** How many they are. */
  size: number
  /** How many of them have each outcome. */
  readonly tally: Tally
  /** How many of the pending ones are silent. */
  readonly silent: number
  /** The one that the link is drawn in, see {@link linkOutcome}. */
  readonly outcome: Outcome
}

/** How many initiatives have each outcome. */
export type Tally = Record<Outcome, number>

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { realised: 0, pending: 0, ended: 0, failed: 0 }
}

/** Counts some initiatives by their outcomes; those that have not begun are not in it. */
export function tallyOf(outcomes: Outcomes, initiatives: readonly number[]): Tally {
  const tally = emptyTally()
  for (const i of initiatives) {
    const outcome = outcomes.at(i)
    if (outcome) tally[outcome]++
  }
  return tally
}

/** A tally in words, what it has none of left out: "2 realised", "3 pending (1 silent)". */
export function tallyInWords(tally: Tally, silent = 0): string[] {
  return OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) => {
    const count = tally[outcome]
    return outcome === 'pending' && silent > 0
      ? t('{count, number} pending ({silent, number} silent)', { count, silent })
      : countOfOutcome(count, outcome)
  })
}

const COUNTED: Record<Outcome, Message> = {
  realised: msg('{count, number} realised'),
  pending: msg('{count, number} pending'),
  ended: msg('{count, number} ended'),
  failed: msg('{count, number} failed'),
}

/** "2 realised". */
export function countOfOutcome(count: number, outcome: Outcome): string {
  return t(COUNTED[outcome], { count })
}

/**
 * How many initiatives each link of `columns.links` has; 0 for those that are not there. A filter for partners leaves only the
 * dyads that one of them is part of.
 */
export function linkSizes(columns: Columns, filters: Filters, { counters: { links: counts } }: Selection): Uint32Array {
  const partners = filters.partner && new Set(filters.partner)
  const sizes = new Uint32Array(columns.links.length)
  for (let position = 0, at = 0; position < sizes.length; position++) {
    let size = 0
    for (const end = at + STANDINGS; at < end; at++) size += counts[at]!
    if (size === 0) continue
    if (partners) {
      const { a, b } = columns.links[position]!.dyad
      if (!partners.has(a) && !partners.has(b)) continue
    }
    sizes[position] = size
  }
  return sizes
}

/** How many links there are, by their sizes. */
export function linkCount(sizes: Uint32Array): number {
  let count = 0
  for (const size of sizes) if (size > 0) count++
  return count
}

/**
 * Groups the selected initiatives in links, in the order of dyads (as they first occur in the dataset) and of its
 * relation types. An initiative of several dyads stands in a link of each; a filter for partners leaves only the dyads
 * that one of them is part of.
 * @param sizes see {@link linkSizes}, where they are known
 */
export function linksOf(
  columns: Columns,
  filters: Filters,
  selection: Selection,
  sizes = linkSizes(columns, filters, selection),
): Link[] {
  const links: Link[] = []
  sizes.forEach((size, position) => {
    if (size > 0) links.push(linkAt(columns, selection, position, size))
  })
  return links
}

/** The links of a selection that an actor is one end of, see {@link linksOf}. */
export function linksAround(columns: Columns, selection: Selection, sizes: Uint32Array, actor: string): Link[] {
  const links: Link[] = []
  columns.links.forEach(({ dyad: { a, b } }, position) => {
    if ((a === actor || b === actor) && sizes[position]! > 0) {
      links.push(linkAt(columns, selection, position, sizes[position]!))
    }
  })
  return links
}

/**
 * One link of a selection.
 * @param position in `columns.links`
 * @param size see {@link linkSizes}
 */
export function linkAt(columns: Columns, selection: Selection, position: number, size: number): Link {
  return new SelectedLink(columns, selection, position, size)
}

const NONE: readonly number[] = []

/** A link with its size; its other numbers and its initiatives are gathered when they are first asked for. */
class SelectedLink implements Link {
  readonly id: string
  readonly dyad: Dyad
  readonly type: string
  readonly valence: Valence
  readonly size: number
  readonly #columns: Columns
  readonly #selection: Selection
  readonly #position: number
  #tally: Tally | null = null
  #initiatives: readonly number[] | null = null
  #shared: readonly number[] | null = null

  constructor(columns: Columns, selection: Selection, position: number, size: number) {
    const key = columns.links[position]!
    this.id = key.id
    this.dyad = key.dyad
    this.type = key.type
    this.valence = key.valence
    this.size = size
    this.#columns = columns
    this.#selection = selection
    this.#position = position
  }

  get tally(): Tally {
    if (!this.#tally) {
      const tally = emptyTally()
      OUTCOMES.forEach((outcome, standing) => {
        tally[outcome] = this.#counted(standing)
      })
      tally.pending += this.silent
      this.#tally = tally
    }
    return this.#tally
  }

  get silent(): number {
    return this.#counted(SILENT)
  }

  get outcome(): Outcome {
    return linkOutcome(this.tally)
  }

  get initiatives(): readonly number[] {
    this.#initiatives ??= this.#passing(groupsByLink(this.#columns).of(this.#position))
    return this.#initiatives
  }

  get shared(): readonly number[] {
    if (!this.#shared) {
      const { linkOf } = this.#columns
      const { isShared, of } = groupsByLink(this.#columns)
      const groups = isShared[this.#position] === 0 ? [] : of(this.#position).filter((group) => linkOf[group]! < 0)
      this.#shared = groups.length === 0 ? NONE : this.#passing(groups)
    }
    return this.#shared
  }

  #counted(standing: number): number {
    return this.#selection.counters.links[this.#position * STANDINGS + standing]!
  }

  #passing(groups: Uint32Array | readonly number[]): readonly number[] {
    const { ends, order } = this.#columns.groups
    const { own: failed, groups: failedGroups } = this.#selection.marks
    const own: number[] = []
    let sorted = true
    for (const group of groups) {
      if (failedGroups[group] !== 0) continue
      for (let slot = startIn(ends, group); slot < ends[group]!; slot++) {
        if (failed[slot] !== 0) continue
        const position = order[slot]!
        sorted &&= own.length === 0 || position > own.at(-1)!
        own.push(position)
      }
    }
    return sorted ? own : own.sort((one, other) => one - other)
  }
}

/** The groups of every link. */
interface GroupsByLink {
  of: (link: number) => Uint32Array
  /** By link, 1 where one of its groups stands in another link as well. */
  isShared: Uint8Array
}

const known = new WeakMap<Columns['links'], GroupsByLink>()

/** Which groups stand in each link, whatever the filters and their dates. */
function groupsByLink(columns: Columns): GroupsByLink {
  const before = known.get(columns.links)
  if (before) return before
  const { links, groups } = columns
  const places = new Uint32Array(links.length + 1)
  const isShared = new Uint8Array(links.length)
  for (let group = 0; group < groups.count; group++) {
    const own = linksOfGroup(columns, group)
    for (const link of own) {
      places[link + 1]!++
      if (own.length > 1) isShared[link] = 1
    }
  }
  for (let i = 1; i < places.length; i++) places[i]! += places[i - 1]!
  const ends = places.slice(1)
  const all = new Uint32Array(places[links.length]!)
  for (let group = 0; group < groups.count; group++) {
    for (const link of linksOfGroup(columns, group)) all[places[link]!++] = group
  }
  const own: GroupsByLink = {
    of: (link) => all.subarray(startIn(ends, link), ends[link]!),
    isShared,
  }
  known.set(columns.links, own)
  return own
}

/**
 * Every link that the dataset can show, with all of its initiatives, whatever their dates. What is drawn rests on these
 * for its place and its scale, so that no filter and no as-of date moves what stays.
 */
export function everyLink(columns: Columns): Link[] {
  return linksOf(columns, NO_FILTERS, select(columns, NO_FILTERS, END_OF_TIME, null))
}

/**
 * The outcome that stands for a bundle of initiatives: realised where anything has been delivered and stands, else
 * pending where anything may still come, else ended where something once stood, else failed.
 */
export function linkOutcome(tally: Tally): Outcome {
  if (tally.realised > 0) return 'realised'
  if (tally.pending > 0) return 'pending'
  return tally.ended > 0 ? 'ended' : 'failed'
}

/** What some links have with one partner of an actor. */
export interface Bundle {
  dyad: string
  partner: string
  /** Positions, each once: an initiative has one relation type and one valence, so that a dyad holds it in one link. */
  initiatives: number[]
}

/**
 * The initiatives of some links by the partners of an actor. They stand in the order of all that the dataset has of each
 * dyad, the largest first, so that none changes its place while the as-of date is played.
 */
export function partnersOf(columns: Columns, links: readonly Link[], actor: string): Bundle[] {
  const byDyad = new Map<string, Bundle>()
  for (const { dyad, initiatives } of links) {
    if (dyad.a !== actor && dyad.b !== actor) continue
    const partner = dyad.a === actor ? dyad.b : dyad.a
    const own = byDyad.get(dyad.id) ?? { dyad: dyad.id, partner, initiatives: [] }
    for (const i of initiatives) own.initiatives.push(i)
    byDyad.set(dyad.id, own)
  }
  const sizes = new Map(columns.dyads.map(({ id }, position) => [id, columns.dyadSizes[position]!]))
  return [...byDyad.values()].sort((x, y) => sizes.get(y.dyad)! - sizes.get(x.dyad)!)
}

/** In how many of some bundles each initiative stands, by position. */
export function timesIn({ count }: Columns, bundles: readonly Bundle[]): Uint16Array {
  const times = new Uint16Array(count)
  for (const { initiatives } of bundles) for (const i of initiatives) times[i]!++
  return times
}

/** How many initiatives some links have together; one that stands in several counts once. */
export function countTogether(links: readonly Link[]): number {
  const seen = new Set<number>()
  let alone = 0
  for (const { size, shared } of links) {
    alone += size - shared.length
    for (const i of shared) seen.add(i)
  }
  return alone + seen.size
}

/**
 * How many initiatives of some links each actor takes part in; one of several dyads counts once.
 * @param outcome counts those that have it alone; left out for all
 */
export function countsByActor(
  links: readonly Link[],
  outcome?: { is: Outcome; outcomes: Pick<Outcomes, 'at'> },
): Map<string, number> {
  const counts = new Map<string, number>()
  const seen = new Map<string, Set<number>>()
  for (const { dyad, size, tally, shared } of links) {
    const passing = outcome ? shared.filter((i) => outcome.outcomes.at(i) === outcome.is) : shared
    const alone = (outcome ? tally[outcome.is] : size) - passing.length
    for (const actor of [dyad.a, dyad.b]) {
      let more = alone
      if (passing.length > 0) {
        const own = seen.get(actor) ?? new Set()
        const before = own.size
        for (const i of passing) own.add(i)
        seen.set(actor, own)
        more += own.size - before
      }
      counts.set(actor, (counts.get(actor) ?? 0) + more)
    }
  }
  return counts
}
