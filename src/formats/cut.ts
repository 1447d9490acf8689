import { isoDate, parseDate, type Day } from '../model/dates.ts'
import { figuresAt, isKnown } from '../model/known.ts'
import { Initiatives } from '../model/initiatives.ts'
import {
  outlineOf,
  textsOf,
  type InitiativeOutline,
  type InitiativeTexts,
  type Outline,
  type Texts,
} from '../model/outline.ts'
import type { Dataset } from '../model/schema.ts'
import { datasetOf } from './datasetOf.ts'

/** What of a dataset is to stay. */
export interface CutOptions {
  /** Positions of the initiatives, rising; `null` for all, with all series and memberships. */
  initiatives: readonly number[] | null
  /** Organisations whose memberships stay though they take part in none of the initiatives. */
  organisations?: readonly string[]
  /** The last day of which anything may stay; `null` where the reader can move the date. */
  until: Day | null
}

/** The two halves of a dataset. */
export interface Halves {
  outline: Outline
  texts: Texts
}

/**
 * A dataset cut down to some initiatives and what they rest on. It is a dataset of its own: whatever is named in it is
 * there, and nothing is there that nothing names.
 *
 * - All actors of the network stay, also those without a tie: they stand in the picture where they stood. Of those around
 *   it only members of the organisations below stay, and the two ends of the series.
 * - An initiative keeps its whole life, also what came after the day on which it was selected, unless `until` ends it.
 * - Memberships stay of organisations that take part; series where a partner of the focus that takes part is at an end.
 * - Views that the dataset brings along go: they show more than there is.
 */
export function cutHalves({ outline, texts }: Halves, { initiatives, organisations = [], until }: CutOptions): Halves {
  const positions = initiatives ?? Array.from(outline.initiatives, (_, i) => i)
  const pairs = positions.map((i) =>
    until === null
      ? { head: outline.initiatives.at(i)!, body: texts.initiatives.at(i)! }
      : endedAt(outline.initiatives.at(i)!, texts.initiatives.at(i)!, texts.sources, until),
  )
  const kept = pairs.filter(({ head }) => head.milestones.length > 0)
  const involved = new Set(kept.flatMap(({ head: { from, to } }) => [...from, ...to]))
  const partners = new Set([...involved].filter((id) => id !== outline.focus))
  const all = initiatives === null

  const memberships = texts.memberships
    .filter(
      ({ organisation, from }) =>
        (all || involved.has(organisation) || organisations.includes(organisation)) && !isLater(from, until),
    )
    .map((membership) => {
      if (!isLater(membership.to, until)) return membership
      const { to: _notYetKnown, ...own } = membership
      return own
    })
  const series = texts.series
    .map((own) => ({
      ...own,
      observations: own.observations.filter(
        (row) => (all || partners.has(row.from) || partners.has(row.to)) && (until === null || isKnown(row, until)),
      ),
    }))
    .filter(({ observations }) => observations.length > 0)

  const named = new Set(namedIn({ memberships, series }))
  const cited = new Set(
    [
      ...kept.flatMap(({ body }) => [...body.milestones, ...body.magnitudes]),
      ...memberships,
      ...series.flatMap(({ observations }) => observations),
    ].flatMap(({ sources }) => sources),
  )
  return {
    outline: {
      ...outline,
      markedDates: outline.markedDates.filter(({ date }) => !isLater(date, until)),
      initiatives: Initiatives.of(kept.map(({ head }) => head)),
    },
    texts: {
      initiatives: kept.map(({ body }) => body),
      sources: Object.fromEntries(Object.entries(texts.sources).filter(([id]) => cited.has(id))),
      series,
      memberships,
      contextActors: texts.contextActors.filter(({ id }) => named.has(id)),
      views: [],
    },
  }
}

/** What of a dataset is to be handed on. */
export interface Extract {
  /** The ids of the initiatives; `null` for all. */
  initiatives: ReadonlySet<string> | null
  /** The day as it was on which everything is to be; `null` for whole lives. */
  until: Day | null
}

/**
 * A dataset cut down as {@link cutHalves} does it, to be handed on: actors without a tie, series or membership in it go too,
 * but for the focus, and its as-of date is the day on which it ends. With nothing to cut it stays as it is.
 */
export function cutDataset(dataset: Dataset, { initiatives, until }: Extract): Dataset {
  if (initiatives === null && until === null) return dataset
  const halves = { outline: outlineOf(dataset), texts: textsOf(dataset) }
  const positions = dataset.initiatives.flatMap(({ id }, i) => (initiatives?.has(id) === false ? [] : [i]))
  const cut = datasetOf(cutHalves(halves, { initiatives: initiatives === null ? null : positions, until }))
  const used = new Set([cut.focus, ...cut.initiatives.flatMap(({ from, to }) => [...from, ...to]), ...namedIn(cut)])
  const cited = new Set(cut.sources.map(({ id }) => id))
  return {
    ...cut,
    asOf: isLater(cut.asOf, until) ? isoDate(until!) : cut.asOf,
    actors: cut.actors.filter(({ id }) => used.has(id)),
    // Of the dataset itself: its halves don't hold what was read in a source.
    sources: dataset.sources.filter(({ id }) => cited.has(id)),
  }
}

/** The actors that series and memberships name. */
function namedIn({ memberships, series }: Pick<Dataset, 'memberships' | 'series'>): string[] {
  return [
    ...memberships.flatMap(({ organisation, member }) => [organisation, member]),
    ...series.flatMap(({ observations }) => observations.flatMap(({ from, to }) => [from, to])),
  ]
}

/** An initiative as it was known at the end of a day. Its days stay as they are: none rests on a later milestone. */
function endedAt(
  head: InitiativeOutline,
  body: InitiativeTexts,
  sources: Texts['sources'],
  until: Day,
): { head: InitiativeOutline; body: InitiativeTexts } {
  const marks = head.milestones.filter(({ day }) => day <= until)
  const later = head.milestones.length - marks.length
  return {
    head: { ...head, milestones: marks },
    body: {
      ...body,
      milestones: body.milestones.slice(0, marks.length),
      magnitudes: figuresAt(body.magnitudes, sources, { marks, later }, until),
    },
  }
}

/** True for a date that takes effect after a day. */
function isLater(date: string | undefined, until: Day | null): boolean {
  return until !== null && date !== undefined && parseDate(date)!.last > until
}
