import { known, msg, t, type Message } from '../language/messages.ts'
import { lowerFirst } from '../language/numbers.ts'
import { nameOf } from '../model/actorNames.ts'
import type { Actor, Confidence, Nature, SourceKind, Valence } from '../model/schema.ts'
import { Initiatives } from '../model/initiatives.ts'
import type { Outline } from '../model/outline.ts'
import type { Outcome } from '../model/outcome.ts'

/**
 * The dimensions that offer a list of options, in the order of the panel. For each, `null` in the filters lets
 * everything pass and a list lets pass what it names: an empty list lets nothing pass.
 */
export const DIMENSIONS = [
  'type',
  'subtype',
  'outcome',
  'nature',
  'valence',
  'partner',
  'confidence',
  'sourceKind',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What a person chose to see. */
export type Filters = { readonly [D in Dimension]: readonly string[] | null } & {
  /** The first and last year in which an initiative may have begun, both included; `null` for any. */
  readonly period: readonly [number, number] | null
  /** Words that must all occur in the texts of an initiative; empty for none. */
  readonly text: string
}

/** Filters that let every initiative pass. */
export const NO_FILTERS: Filters = {
  type: null,
  subtype: null,
  outcome: null,
  nature: null,
  valence: null,
  partner: null,
  confidence: null,
  sourceKind: null,
  period: null,
  text: '',
}

/** One option of a dimension: its value in the filters, its words on the screen, and the option it belongs under. */
export interface Option {
  value: string
  label: string
  /** For a subtype, its relation type. */
  parent?: string
}

/** The words for an outcome at the start of a line. */
export const OUTCOME_LABELS: Record<Outcome, Message> = {
  realised: msg('Realised'),
  pending: msg('Pending'),
  ended: msg('Ended'),
  failed: msg('Failed'),
}
export const NATURE_LABELS: Record<Nature, Message> = { output: msg('Output'), process: msg('Process') }
export const VALENCE_LABELS: Record<Valence, Message> = { cooperation: msg('Cooperation'), conflict: msg('Conflict') }
/** How sure a record is, in one word at the start of a line. */
export const CONFIDENCE_GRADES: Record<Confidence, Message> = {
  high: msg('High'),
  medium: msg('Medium'),
  low: msg('Low'),
  unstated: msg('Unstated'),
}
const CONFIDENCE_LABELS: Record<Confidence, Message> = {
  high: msg('High confidence'),
  medium: msg('Medium confidence'),
  low: msg('Low confidence'),
  unstated: msg('Confidence not stated'),
}
const SOURCE_KIND_LABELS: Record<SourceKind, Message> = {
  official: msg('Official source'),
  database: msg('Database'),
  academic: msg('Academic source'),
  'think-tank': msg('Think tank'),
  company: msg('Company'),
  news: msg('News'),
  reference: msg('Reference work'),
  unstated: msg('Kind not stated'),
}

/** An outcome within a sentence: "realised". */
export function outcomeInWords(outcome: Outcome): string {
  return lowerFirst(t(OUTCOME_LABELS[outcome]))
}

/** The value of a subtype in the filters: subtypes of two relation types may share an id. */
export function subtypeValue(type: string, subtype: string): string {
  return `${type}/${subtype}`
}

/** The options that a dataset offers in each dimension, in the dataset's own order. */
export function optionsOf(outline: Outline): Record<Dimension, Option[]> {
  const options = <T extends string>(labels: Record<T, Message>) =>
    Object.entries<Message>(labels).map(([value, label]) => ({ value, label: t(label) }))
  const { grades: graded, sourceKinds, sides } = Initiatives.of(outline.initiatives).columns
  const grades = new Set<string>(graded.values.map(([, confidence]) => confidence))
  const kinds = new Set<string>(sourceKinds.values.flat())
  const involved = new Set(sides.values.flatMap(([from, to]) => [...from, ...to]))
  // Where a dataset states all of it, there is nothing to choose.
  const stated = (all: Option[], used: ReadonlySet<string>) =>
    all.filter(({ value }) => value !== 'unstated' || used.has(value))
  return {
    type: outline.relationTypes.map(({ id, label }) => ({ value: id, label: known(label) })),
    subtype: outline.relationTypes.flatMap((type) =>
      type.subtypes.map(({ id, label }) => ({
        value: subtypeValue(type.id, id),
        label: known(label),
        parent: type.id,
      })),
    ),
    outcome: options(OUTCOME_LABELS),
    nature: options(NATURE_LABELS),
    valence: options(VALENCE_LABELS),
    partner: partnersOf(outline, involved).map((actor) => ({ value: actor.id, label: nameOf(actor) })),
    confidence: stated(options(CONFIDENCE_LABELS), grades),
    sourceKind: stated(options(SOURCE_KIND_LABELS), kinds),
  }
}

/** The actors one can filter by: all that take part in an initiative but the dataset's focus, in whose dyads all stand. */
function partnersOf(outline: Outline, involved: ReadonlySet<string>): Actor[] {
  return outline.actors.filter(({ id }) => involved.has(id) && id !== outline.focus)
}

/** The filters with one option of a dimension switched; once all options are on, the dimension lets everything pass. */
export function toggleOption(
  filters: Filters,
  dimension: Dimension,
  value: string,
  options: readonly Option[],
): Filters {
  const on = new Set(filters[dimension] ?? options.map((option) => option.value))
  if (!on.delete(value)) on.add(value)
  const chosen = options.filter((option) => on.has(option.value)).map((option) => option.value)
  return { ...filters, [dimension]: chosen.length === options.length ? null : chosen }
}

/** The filters with one option of a dimension alone; if it is alone already, with all of them: a second click undoes the first. */
export function isolateOption(filters: Filters, dimension: Dimension, value: string): Filters {
  const current = filters[dimension]
  const alone = current?.length === 1 && current[0] === value
  return { ...filters, [dimension]: alone ? null : [value] }
}

/** True where the filters let everything pass. */
export function isUnfiltered(filters: Filters): boolean {
  return (
    DIMENSIONS.every((dimension) => filters[dimension] === null) &&
    filters.period === null &&
    filters.text.trim() === ''
  )
}
