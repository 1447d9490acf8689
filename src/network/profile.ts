import { dateInWords } from '../language/dates.ts'
import { known, msg, t, type Message } from '../language/messages.ts'
import { listInWords, numberInWords } from '../language/numbers.ts'
import { namesOf } from '../model/actorNames.ts'
import { dayNumber, parseDate, yearOf, type Day } from '../model/dates.ts'
import { isFailing, isRealised, lastStep, outcomeAt, type Outcome, type Stage, type Step } from '../model/outcome.ts'
import type { InitiativeOutline, MilestoneOutline, Texts } from '../model/outline.ts'
import type { Magnitude, Membership } from '../model/schema.ts'
import { byBeginning, type Columns, type Dyad } from './columns.ts'
import { outcomeInWords } from './filters.ts'
import { countTogether, tallyInWords, type Link } from './links.ts'
import type { Selection } from './select.ts'
import { UNBEGUN } from './standing.ts'
import { accountOf, accountsByDyad, sumOf, type Account } from './tally.ts'

/** What there is to say about one actor, one dyad or one initiative at the as-of date, in numbers and words. */

/** The life of an initiative up to a day. */
export interface Life {
  /** The milestones that have taken effect, in order. */
  marks: { milestone: number; day: Day; stage: Stage }[]
  /** What it had come to, from the first milestone to the day; neighbours differ and touch. */
  segments: { from: Day; to: Day; outcome: Outcome }[]
  /** How many milestones come after the day. */
  later: number
}

/** The life of an initiative from its first milestone to the end of a day; empty where it begins later. */
export function lifeOf(milestones: readonly Step[], asOf: Day): Life {
  const passed = lastStep(milestones, asOf) + 1
  const marks = milestones.slice(0, passed).map(({ day, stage }, milestone) => ({ milestone, day, stage }))
  const segments: Life['segments'] = []
  marks.forEach(({ day }, i) => {
    const to = marks[i + 1]?.day ?? asOf
    // Of several milestones on one day only the last one opens a segment: it knows the others.
    if (to === day) return
    const outcome = outcomeAt(milestones, day)!
    const before = segments.at(-1)
    if (before?.outcome === outcome) before.to = to
    else segments.push({ from: day, to, outcome })
  })
  return { marks, segments, later: milestones.length - passed }
}

/** The day from which an initiative has had the outcome that it has at the end of the as-of date; `null` before it begins. */
export function outcomeSince(milestones: readonly Step[], asOf: Day): Day | null {
  const { marks, segments } = lifeOf(milestones, asOf)
  // On the day of its last milestone the life has no stretch for it yet.
  const last = marks.at(-1)
  if (!last) return null
  if (last.day === asOf && outcomeAt(milestones, asOf) !== segments.at(-1)?.outcome) return asOf
  return segments.at(-1)?.from ?? last.day
}

/** A life in words: "pending 2008 to 2011, realised 2011 to 2015". */
export function lifeInWords({ marks, segments }: Life): string {
  if (marks.length === 0) return t('not begun')
  if (segments.length === 0) return t('begins in {year}', { year: yearOf(marks[0]!.day) })
  return segments
    .map(({ from, to, outcome }) => {
      const [first, last] = [yearOf(from), yearOf(to)]
      const words = outcomeInWords(outcome)
      return first === last
        ? t('{outcome} {year}', { outcome: words, year: first })
        : t('{outcome} {first} to {last}', { outcome: words, first, last })
    })
    .join(t(', '))
}

/** The starts of years to label on an axis from one day to another: as many as fit, in steps of 1, 2, 5, 10, ... */
export function yearTicks(from: Day, to: Day, most: number): { year: number; day: Day }[] {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      const ticks: { year: number; day: Day }[] = []
      for (let year = Math.floor(yearOf(from) / step) * step; year <= yearOf(to); year += step) {
        const day = dayNumber(year, 1, 1)
        if (day >= from && day <= to) ticks.push({ year, day })
      }
      if (ticks.length <= most) return ticks
    }
  }
}

/** A stage within a sentence. */
export const STAGE_LABELS: Record<Stage, Message> = {
  proposed: msg('proposed'),
  announced: msg('announced'),
  signed: msg('signed'),
  'under-way': msg('under way'),
  'in-force': msg('in force'),
  delivering: msg('delivering'),
  completed: msg('completed'),
  stalled: msg('stalled'),
  suspended: msg('suspended'),
  cancelled: msg('cancelled'),
  expired: msg('expired'),
}

/** A stage as one reads it: "under way", "in force", "signed". */
export function stageInWords(stage: Stage): string {
  return t(STAGE_LABELS[stage])
}

/** "in 2015", "in March 2015", "on 9 March 2015". */
export function whenInWords(date: string): string {
  return isDay(date) ? t('on {date}', { date: dateInWords(date) }) : t('in {date}', { date: dateInWords(date) })
}

function isDay(date: string): boolean {
  return date.length > 7
}

type Dated = Pick<MilestoneOutline, 'stage' | 'date'>

/** What happened when: "signed on 9 March 2015", "signed in 2015". */
function stageWhen({ stage, date }: Dated): string {
  const values = { stage: stageInWords(stage), date: dateInWords(date) }
  return isDay(date) ? t('{stage} on {date}', values) : t('{stage} in {date}', values)
}

/** What lasts since: "delivering since 2015". */
function stageSince({ stage, date }: Dated): string {
  return t('{stage} since {date}', { stage: stageInWords(stage), date: dateInWords(date) })
}

/**
 * Why an initiative has its outcome at the end of a day, without the outcome itself: "delivering since 1 January 2011".
 * It follows the rule of `outcomeAt`, step by step.
 * @returns an empty text before the first milestone
 */
export function outcomeReason(milestones: readonly MilestoneOutline[], asOf: Day): string {
  const steps = milestones.slice(0, lastStep(milestones, asOf) + 1)
  const last = steps.at(-1)
  if (!last) return ''
  const lastFailing = steps.findLastIndex(({ stage }) => isFailing(stage))
  const lastRealised = steps.findLastIndex(({ stage }) => isRealised(stage))
  if (isFailing(last.stage)) {
    // Suspended and then cancelled: it has come to nothing since the first of these.
    const first = steps[steps.findLastIndex(({ stage }) => !isFailing(stage)) + 1]!
    const stopped =
      first === last
        ? stageWhen(last)
        : t('{stopped} ({before})', { stopped: stageWhen(last), before: stageSince(first) })
    if (lastRealised < 0) return t('{stopped}, before anything was delivered', { stopped })
    return t('{stopped}; had been {realised}', { stopped, realised: realisedInWords(steps, lastRealised) })
  }
  if (lastRealised > lastFailing) {
    const realised = realisedInWords(steps, lastRealised)
    return isRealised(last.stage) ? realised : t('{realised}; last step: {step}', { realised, step: stageWhen(last) })
  }
  const promised = last.stage === 'under-way' ? stageSince(last) : stageWhen(last)
  const stop = steps[lastFailing]
  return stop
    ? t(
        '{promised}; nothing delivered since it {stage, select, suspended {was suspended} cancelled {was cancelled} expired {expired} other {stalled}} {precision, select, day {on} other {in}} {date}',
        { promised, stage: stop.stage, precision: isDay(stop.date) ? 'day' : 'longer', date: dateInWords(stop.date) },
      )
    : t('{promised}; nothing delivered yet', { promised })
}

/** The realised stages of the period that ends with `last`, each with its first date: back to the failing step before. */
function realisedInWords(steps: readonly MilestoneOutline[], last: number): string {
  const begin = steps.slice(0, last).findLastIndex(({ stage }) => isFailing(stage)) + 1
  const first = new Map<Stage, string>()
  for (const { stage, date } of steps.slice(begin, last + 1)) {
    if (isRealised(stage) && !first.has(stage)) first.set(stage, date)
  }
  const words = [...first].map(([stage, date]) =>
    stage === 'completed' ? stageWhen({ stage, date }) : stageSince({ stage, date }),
  )
  return words.join(t(', '))
}

/** An account in words: "47 outputs: 28 realised, 9 pending (2 silent), 10 failed; 21 processes; 1 conflict". */
export function accountInWords({ outputs, processes, conflict, silent }: Account): string {
  const parts: string[] = []
  const total = sumOf(outputs)
  parts.push(
    total === 0
      ? t('No outputs')
      : t('{count, plural, one {# output} other {# outputs}}: {outcomes}', {
          count: total,
          outcomes: tallyInWords(outputs, silent).join(t(', ')),
        }),
  )
  const beside = [
    [sumOf(processes), msg('{count, plural, one {# process} other {# processes}}')],
    [sumOf(conflict), msg('{count, plural, one {# conflict} other {# conflicts}}')],
  ] as const
  for (const [count, words] of beside) if (count > 0) parts.push(t(words, { count }))
  return parts.join(t('; '))
}

/** "12 of 58 initiatives shown; 46 are filtered out", or `null` where all are shown. */
export function shownInWords(shown: number, begun: number): string | null {
  const hidden = begun - shown
  if (hidden <= 0) return null
  return t(
    '{shown, number} of {begun, plural, one {# initiative} other {# initiatives}} shown; {hidden, plural, one {# is} other {# are}} filtered out',
    { shown, begun, hidden },
  )
}

/** What some selected initiatives have come to. */
export interface Standing {
  account: Account
  /** How many they are. */
  size: number
}

/** The same beside all that there is whatever the filters. */
export interface StandingOfAll extends Standing {
  /** How many have begun. */
  begun: number
}

export interface ActorProfile extends StandingOfAll {
  /** The dyads it is part of, the one with most initiatives first. */
  partners: (Standing & { dyad: Dyad; other: string; types: string[] })[]
}

/**
 * What an actor's ties come to in a selection.
 * @param links the selected ones, or those of the actor among them
 */
export function actorProfile(
  columns: Columns,
  selection: Selection,
  links: readonly Link[],
  actor: string,
): ActorProfile {
  const isOf = ({ a, b }: Dyad) => a === actor || b === actor
  const own = links.filter(({ dyad }) => isOf(dyad))
  const byDyad = new Map<string, Link[]>()
  for (const link of own) {
    const parallel = byDyad.get(link.dyad.id)
    if (parallel) parallel.push(link)
    else byDyad.set(link.dyad.id, [link])
  }
  const { all, accounts } = accountsByDyad(columns, selection, ({ id }) => byDyad.has(id))
  const partners = [...byDyad].map(([id, parallel]) => {
    const { dyad } = parallel[0]!
    return {
      account: accounts.get(id)!,
      // In one dyad no initiative stands in two links.
      size: parallel.reduce((sum, { size }) => sum + size, 0),
      dyad,
      other: dyad.a === actor ? dyad.b : dyad.a,
      types: [...new Set(parallel.map(({ type }) => type))],
    }
  })
  return {
    account: all,
    size: countTogether(own),
    begun: countBegun(columns, selection, isOf),
    partners: partners.sort((x, y) => y.size - x.size),
  }
}

/** Selected initiatives with what they have come to. */
interface Gathered extends Standing {
  /** Positions, by the day they begin. */
  initiatives: number[]
}

export interface DyadProfile extends Gathered, StandingOfAll {
  /** By relation type, in the order of the dataset. */
  groups: (Gathered & { type: string })[]
}

/**
 * What a dyad's ties come to in a selection.
 * @param links the selected ones, or those of the dyad among them
 */
export function dyadProfile(
  columns: Columns,
  selection: Selection,
  links: readonly Link[],
  dyadId: string,
): DyadProfile {
  const own = links.filter(({ dyad }) => dyad.id === dyadId)
  const types = [...new Set(own.map(({ type }) => type))]
  return {
    ...gather(columns, selection, own),
    begun: countBegun(columns, selection, ({ id }) => id === dyadId),
    groups: types.map((type) => ({
      ...gather(
        columns,
        selection,
        own.filter((link) => link.type === type),
      ),
      type,
    })),
  }
}

/** The initiatives of some links, each once. */
function gather(columns: Columns, selection: Selection, links: readonly Link[]): Gathered {
  const initiatives = byBeginning(columns, new Set(links.flatMap((link) => link.initiatives)))
  return { initiatives, size: initiatives.length, account: accountOf(columns, selection, initiatives) }
}

function countBegun(
  { dyads, dyadsBySides, groups: { codes, ends } }: Columns,
  { marks: { standings } }: Selection,
  concerns: (dyad: Dyad) => boolean,
): number {
  const isConcerned = dyads.map(concerns)
  const isOwn = dyadsBySides.map((own) => own.some((dyad) => isConcerned[dyad]))
  let begun = 0
  for (let group = 0, slot = 0; group < ends.length; group++) {
    const end = ends[group]!
    if (isOwn[codes.sides[group]!]) for (; slot < end; slot++) begun += Number(standings[slot] !== UNBEGUN)
    slot = end
  }
  return begun
}

/**
 * The memberships in force at the end of a day that an actor holds or, as an organisation, grants. Like a milestone, a
 * date that is not given to the day takes effect on the last day it can stand for. One that does not say when it began
 * counts from the earliest publication that it rests on: before that nobody is on record to have known of it.
 */
export function membershipsAt(
  { memberships, sources: published }: Pick<Texts, 'memberships' | 'sources'>,
  actor: string,
  asOf: Day,
): Membership[] {
  const passed = (date: string) => (parseDate(date)?.last ?? Number.POSITIVE_INFINITY) <= asOf
  const isKnown = (sources: readonly string[]) => {
    const dates = sources.flatMap((id) => published[id]?.date ?? [])
    return dates.length === 0 || dates.some(passed)
  }
  return memberships.filter(
    ({ organisation, member, from, to, sources }) =>
      (organisation === actor || member === actor) &&
      (from === undefined ? isKnown(sources) : passed(from)) &&
      (to === undefined || !passed(to)),
  )
}

/** The amount of a figure: "2.5 USD bn", with a space between that does not break. */
export function amountInWords({ value, unit }: Pick<Magnitude, 'value' | 'unit'>): string {
  return `${numberInWords(value, { maximumFractionDigits: 10 })}\u00a0${known(unit)}`
}

/** The label of an initiative's subtype; its id where the dataset does not declare it. */
export function subtypeLabel(columns: Columns, initiative: InitiativeOutline): string {
  return known(subtypeInEnglish(columns, initiative))
}

/** The same as the dataset has it, for files. */
export function subtypeInEnglish(columns: Columns, { type, subtype }: InitiativeOutline): string {
  const declared = columns.outline.relationTypes.find(({ id }) => id === type)
  return declared?.subtypes.find(({ id }) => id === subtype)?.label ?? subtype
}

/** The title of an initiative; until the texts are there, its subtype and actors: "Oil pipeline, Russia and China". */
export function initiativeTitle(columns: Columns, texts: Texts | null, position: number): string {
  const title = texts?.initiatives.at(position)?.title
  if (title) return title
  const initiative = columns.outline.initiatives.at(position)!
  const actors = [...new Set([...initiative.from, ...initiative.to])].map(namesOf(columns.outline.actors))
  return t('{subtype}, {actors}', { subtype: subtypeLabel(columns, initiative), actors: listInWords(actors) })
}

/** Of the initiatives that cite a source, the one to open: one in the selection, else one that has begun, else the first. */
export function openForSource(citing: readonly number[], selection: Selection): number | undefined {
  return (
    citing.find((position) => selection.passes(position)) ??
    citing.find((position) => selection.outcomes.at(position)) ??
    citing[0]
  )
}
