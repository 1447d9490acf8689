import { dateInWords } from '../language/dates.ts'
import { listInWords } from '../language/numbers.ts'
import { dayNumber, parseDate, yearOf, type Day } from '../model/dates.ts'
import { isFailing, isRealised, lastStep, outcomeAt, type Outcome, type Stage, type Step } from '../model/outcome.ts'
import type { InitiativeOutline, MilestoneOutline, Texts } from '../model/outline.ts'
import type { Magnitude, Membership } from '../model/schema.ts'
import type { Columns, Dyad } from './columns.ts'
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
  if (marks.length === 0) return 'not begun'
  if (segments.length === 0) return `begins in ${yearOf(marks[0]!.day)}`
  return segments
    .map(({ from, to, outcome }) => {
      const [first, last] = [yearOf(from), yearOf(to)]
      return first === last ? `${outcome} ${first}` : `${outcome} ${first} to ${last}`
    })
    .join(', ')
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

/** A stage as one reads it: "under way", "in force", "signed". */
export function stageInWords(stage: Stage): string {
  return stage.replace('-', ' ')
}

/** "in 2015", "in March 2015", "on 9 March 2015". */
export function whenInWords(date: string): string {
  return `${date.length > 7 ? 'on' : 'in'} ${dateInWords(date)}`
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
    const since = first === last ? '' : ` (${stageInWords(first.stage)} since ${dateInWords(first.date)})`
    const stopped = `${stageInWords(last.stage)} ${whenInWords(last.date)}${since}`
    if (lastRealised < 0) return `${stopped}, before anything was delivered`
    return `${stopped}; had been ${realisedInWords(steps, lastRealised)}`
  }
  if (lastRealised > lastFailing) {
    const words = realisedInWords(steps, lastRealised)
    return isRealised(last.stage) ? words : `${words}; last step: ${stageInWords(last.stage)} ${whenInWords(last.date)}`
  }
  const promised =
    last.stage === 'under-way'
      ? `under way since ${dateInWords(last.date)}`
      : `${stageInWords(last.stage)} ${whenInWords(last.date)}`
  const stop = steps[lastFailing]
  return stop
    ? `${promised}; nothing delivered since it ${STOPPED[stop.stage] ?? 'stopped'} ${whenInWords(stop.date)}`
    : `${promised}; nothing delivered yet`
}

const STOPPED: Partial<Record<Stage, string>> = {
  stalled: 'stalled',
  suspended: 'was suspended',
  cancelled: 'was cancelled',
  expired: 'expired',
}

/** The realised stages of the period that ends with `last`, each with its first date: back to the failing step before. */
function realisedInWords(steps: readonly MilestoneOutline[], last: number): string {
  const begin = steps.slice(0, last).findLastIndex(({ stage }) => isFailing(stage)) + 1
  const first = new Map<Stage, string>()
  for (const { stage, date } of steps.slice(begin, last + 1)) {
    if (isRealised(stage) && !first.has(stage)) first.set(stage, date)
  }
  const words = [...first].map(([stage, date]) =>
    stage === 'completed' ? `completed ${whenInWords(date)}` : `${stageInWords(stage)} since ${dateInWords(date)}`,
  )
  return words.join(', ')
}

/** An account in words: "47 outputs: 28 realised, 9 pending (2 silent), 10 failed; 21 processes; 1 conflict". */
export function accountInWords({ outputs, processes, conflict, silent }: Account): string {
  const parts: string[] = []
  const total = sumOf(outputs)
  parts.push(
    total === 0
      ? 'No outputs'
      : `${total} ${total === 1 ? 'output' : 'outputs'}: ${tallyInWords(outputs, silent).join(', ')}`,
  )
  const beside = [
    [sumOf(processes), 'process', 'processes'],
    [sumOf(conflict), 'conflict', 'conflicts'],
  ] as const
  for (const [count, one, many] of beside) if (count > 0) parts.push(`${count} ${count === 1 ? one : many}`)
  return parts.join('; ')
}

/** "12 of 58 initiatives shown; 46 are filtered out", or `null` where all are shown. */
export function shownInWords(shown: number, begun: number): string | null {
  const hidden = begun - shown
  if (hidden <= 0) return null
  return `${shown} of ${begun} ${begun === 1 ? 'initiative' : 'initiatives'} shown; ${hidden} ${hidden === 1 ? 'is' : 'are'} filtered out`
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
  const initiatives = [...new Set(links.flatMap((link) => link.initiatives))]
  initiatives.sort((x, y) => columns.begins[x]! - columns.begins[y]! || x - y)
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

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 10 })

/** The amount of a figure: "2.5 USD bn", with a space between that does not break. */
export function amountInWords({ value, unit }: Pick<Magnitude, 'value' | 'unit'>): string {
  return `${NUMBER.format(value)}\u00a0${unit}`
}

/** The label of an initiative's subtype; its id where the dataset does not declare it. */
export function subtypeLabel(columns: Columns, { type, subtype }: InitiativeOutline): string {
  const declared = columns.outline.relationTypes.find(({ id }) => id === type)
  return declared?.subtypes.find(({ id }) => id === subtype)?.label ?? subtype
}

/** The title of an initiative; until the texts are there, its subtype and actors: "Oil pipeline, Russia and China". */
export function initiativeTitle(columns: Columns, texts: Texts | null, position: number): string {
  const title = texts?.initiatives.at(position)?.title
  if (title) return title
  const initiative = columns.outline.initiatives.at(position)!
  const names = new Map(columns.outline.actors.map((actor) => [actor.id, actor.names.en]))
  const actors = [...new Set([...initiative.from, ...initiative.to])].map((id) => names.get(id) ?? id)
  return `${subtypeLabel(columns, initiative)}, ${listInWords(actors)}`
}

/** Of the initiatives that cite a source, the one to open: one in the selection, else one that has begun, else the first. */
export function openForSource(citing: readonly number[], selection: Selection): number | undefined {
  return (
    citing.find((position) => selection.passes(position)) ??
    citing.find((position) => selection.outcomes.at(position)) ??
    citing[0]
  )
}
