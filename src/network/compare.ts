import { figuresAt } from '../model/known.ts'
import type { Texts } from '../model/outline.ts'
import type { Magnitude } from '../model/schema.ts'
import { byBeginning, dyadId, typeAt, type Columns } from './columns.ts'
import { subtypeValue } from './filters.ts'
import type { Link } from './links.ts'
import { actorProfile, lifeOf } from './profile.ts'
import type { Selection } from './select.ts'
import { firstRealisedAt } from './standing.ts'
import { accountOf, accountPart, type Account } from './tally.ts'

/** Partners of one actor side by side: what each has in a selection, and what only one of them has. */

/** One partner among those that are compared. */
export interface Column {
  partner: string
  /** The dyad with the actor that all of them are partners of. */
  dyad: string
  /** Positions, by the day they begin. */
  initiatives: number[]
  account: Account
  /** Accounts by relation type; a type without initiatives is left out. */
  types: Map<string, Account>
  /** How many outputs were realised at some time up to the as-of date, whether or not they still are. */
  everRealised: number
  /** Positions of the last ones to begin, the newest first. */
  newest: number[]
  /** The initiatives with the largest stated values, the largest first. */
  largest: Valued[]
  /** Subtypes of which no other of the compared partners has any, those with most initiatives first. */
  only: { type: string; subtype: string; initiatives: number }[]
}

/** An initiative with the largest value in dollars that was stated for it. */
export interface Valued {
  initiative: number
  figure: Magnitude
  /** In billions of US dollars, as they were when it was stated. */
  dollars: number
}

/** How many of the newest and of the largest are named. */
const NAMED = 3

/** What is compared. */
export interface ComparisonInput {
  columns: Columns
  selection: Selection
  links: readonly Link[]
  /** `null` while they are not there: then nothing is known of values. */
  texts: Texts | null
}

/** The partners that have any initiative with an actor in a selection, the one with most of them first. */
export function partnersByWeight({ columns, selection, links }: ComparisonInput, actor: string): string[] {
  return actorProfile(columns, selection, links, actor).partners.map(({ other }) => other)
}

/** Sets some partners of an actor side by side, in the order in which they are given. */
export function comparePartners(input: ComparisonInput, actor: string, partners: readonly string[]): Column[] {
  const { columns, selection, links, texts } = input
  const { actors } = columns.outline
  const order = new Map(actors.map(({ id }, position) => [id, position]))
  const made = partners.map((partner) => {
    const dyad = dyadId(actor, partner, order)
    const own = links.filter((link) => link.dyad.id === dyad)
    const initiatives = byBeginning(columns, new Set(own.flatMap((link) => link.initiatives)))
    const types = new Map(
      [...new Set(own.map(({ type }) => type))].map((type) => [
        type,
        accountOf(
          columns,
          selection,
          initiatives.filter((i) => typeAt(columns, i) === type),
        ),
      ]),
    )
    const outputs = initiatives.filter((i) => accountPart(columns, i) === 'outputs')
    return {
      partner,
      dyad,
      initiatives,
      account: accountOf(columns, selection, initiatives),
      types,
      everRealised: outputs.filter((i) => firstRealisedAt(columns.rows, i, selection.asOf) !== null).length,
      newest: initiatives.toReversed().slice(0, NAMED),
      largest: texts ? largestOf(columns, selection, texts, initiatives) : [],
    }
  })
  const subtypesOf = made.map(({ initiatives }) => countSubtypes(columns, initiatives))
  return made.map((column, at) => ({
    ...column,
    only:
      made.length < 2
        ? []
        : [...subtypesOf[at]!]
            .filter(([value]) => subtypesOf.every((other, i) => i === at || !other.has(value)))
            .map(([, own]) => own)
            .sort((x, y) => y.initiatives - x.initiatives),
  }))
}

/** The subtypes of some initiatives, each with its number of them. */
function countSubtypes(columns: Columns, initiatives: readonly number[]) {
  const { kinds } = columns.rows
  const counts = new Map<string, Column['only'][number]>()
  for (const i of initiatives) {
    const [type, subtype] = kinds.values[kinds.codes[i]!]!
    const value = subtypeValue(type, subtype)
    const count = counts.get(value)
    if (count) count.initiatives++
    else counts.set(value, { type, subtype: value, initiatives: 1 })
  }
  return counts
}

/** What a figure counts that is no value of an undertaking: the trade of two countries, and what it is to come to. */
const NO_VALUE = /\b(trade|turnover|exports?|imports?|targets?|levels?)\b/i

/**
 * A figure in billions of US dollars.
 * @returns `null` for one in another unit, which is never converted, and for one of trade between countries
 */
export function dollarsOf({ kind, value, unit }: Magnitude): number | null {
  if (NO_VALUE.test(kind)) return null
  if (unit === 'USD bn') return value
  return unit === 'USD m' ? value / 1000 : null
}

/** The initiatives with the largest values stated in dollars and known by the as-of date, each with its largest. */
function largestOf(columns: Columns, selection: Selection, texts: Texts, initiatives: readonly number[]): Valued[] {
  const valued = initiatives.flatMap((initiative): Valued[] => {
    const life = lifeOf(columns.outline.initiatives.at(initiative)!.milestones, selection.asOf)
    const known = figuresAt(texts.initiatives.at(initiative)!.magnitudes, texts.sources, life, selection.asOf)
    const stated = known.flatMap((figure) => {
      const dollars = dollarsOf(figure)
      return dollars === null ? [] : [{ initiative, figure, dollars }]
    })
    return stated.sort((x, y) => y.dollars - x.dollars).slice(0, 1)
  })
  return valued.sort((x, y) => y.dollars - x.dollars).slice(0, NAMED)
}
