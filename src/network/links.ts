import { dayNumber } from '../model/dates.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Valence } from '../model/schema.ts'
import type { Columns, Dyad } from './columns.ts'
import { NO_FILTERS, type Filters } from './filters.ts'
import { select, type Selection } from './select.ts'

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
  initiatives: number[]
  /** How many of them have each outcome. */
  tally: Tally
  /** How many of the pending ones are silent. */
  silent: number
  /** The one that the link is drawn in, see {@link linkOutcome}. */
  outcome: Outcome
}

/** How many initiatives have each outcome. */
export type Tally = Record<Outcome, number>

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { realised: 0, pending: 0, ended: 0, failed: 0 }
}

/**
 * Groups the selected initiatives in links, in the order of dyads (as they first occur in the dataset) and of its
 * relation types. An initiative of several dyads stands in a link of each; a filter for partners leaves only the dyads
 * that one of them is part of.
 */
export function linksOf(columns: Columns, filters: Filters, selection: Selection): Link[] {
  const links = new Map<string, Link>()
  const partners = filters.partner && new Set(filters.partner)
  for (const i of selection.initiatives) {
    const { type, valence } = columns.outline.initiatives[i]!
    const outcome = selection.outcomes[i]!
    for (const position of columns.dyadsOf[i]!) {
      const dyad = columns.dyads[position]!
      if (partners && !partners.has(dyad.a) && !partners.has(dyad.b)) continue
      const id = valence === 'conflict' ? `${dyad.id}/${type}/conflict` : `${dyad.id}/${type}`
      let link = links.get(id)
      if (!link) {
        link = { id, dyad, type, valence, initiatives: [], tally: emptyTally(), silent: 0, outcome }
        links.set(id, link)
      }
      link.initiatives.push(i)
      link.tally[outcome]++
      if (selection.silent[i]) link.silent++
    }
  }
  const dyadOrder = new Map(columns.dyads.map((dyad, position) => [dyad.id, position]))
  const typeOrder = new Map(columns.outline.relationTypes.map((type, position) => [type.id, position]))
  const ordered = [...links.values()].sort(
    (x, y) =>
      dyadOrder.get(x.dyad.id)! - dyadOrder.get(y.dyad.id)! ||
      typeOrder.get(x.type)! - typeOrder.get(y.type)! ||
      (x.valence < y.valence ? 1 : x.valence > y.valence ? -1 : 0),
  )
  for (const link of ordered) link.outcome = linkOutcome(link.tally)
  return ordered
}

/** After all that a date of four digits can name. */
const END_OF_TIME = dayNumber(9999, 12, 31)

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
