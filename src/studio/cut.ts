import { parseDate, type Day } from '../model/dates.ts'
import type { InitiativeOutline, InitiativeTexts, Outline, Texts } from '../model/outline.ts'
import { figuresAt } from '../network/profile.ts'
import { isKnown } from '../network/series.ts'

/** What of a dataset is to stay. */
export interface CutOptions {
  /** Positions of the initiatives, rising. */
  initiatives: readonly number[]
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
export function cutDataset({ outline, texts }: Halves, { initiatives, organisations = [], until }: CutOptions): Halves {
  const pairs = initiatives.map((i) =>
    until === null
      ? { head: outline.initiatives[i]!, body: texts.initiatives[i]! }
      : endedAt(outline.initiatives[i]!, texts.initiatives[i]!, texts.sources, until),
  )
  const kept = pairs.filter(({ head }) => head.milestones.length > 0)
  const involved = new Set(kept.flatMap(({ head: { from, to } }) => [...from, ...to]))
  const partners = new Set([...involved].filter((id) => id !== outline.focus))

  const memberships = texts.memberships.filter(
    ({ organisation, from }) =>
      (involved.has(organisation) || organisations.includes(organisation)) && !isLater(from, until),
  )
  const series = texts.series
    .map((own) => ({
      ...own,
      observations: own.observations.filter(
        (row) => (partners.has(row.from) || partners.has(row.to)) && (until === null || isKnown(row, until)),
      ),
    }))
    .filter(({ observations }) => observations.length > 0)

  const named = new Set([
    ...memberships.flatMap(({ organisation, member }) => [organisation, member]),
    ...series.flatMap(({ observations }) => observations.flatMap(({ from, to }) => [from, to])),
  ])
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
      initiatives: kept.map(({ head }) => head),
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
