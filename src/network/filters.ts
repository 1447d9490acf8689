import type { Actor, Confidence, Nature, SourceKind, Valence } from '../model/schema.ts'
import { Initiatives } from '../model/initiatives.ts'
import type { Outline } from '../model/outline.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'

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
export const OUTCOME_LABELS: Record<Outcome, string> = {
  realised: 'Realised',
  pending: 'Pending',
  ended: 'Ended',
  failed: 'Failed',
}
const NATURE_LABELS: Record<Nature, string> = { output: 'Output', process: 'Process' }
const VALENCE_LABELS: Record<Valence, string> = { cooperation: 'Cooperation', conflict: 'Conflict' }
const CONFIDENCE_LABELS: Record<Confidence, string> = {
  high: 'High confidence',
  medium: 'Medium confidence',
  low: 'Low confidence',
  unstated: 'Confidence not stated',
}
const SOURCE_KIND_LABELS: Record<SourceKind, string> = {
  official: 'Official source',
  database: 'Database',
  academic: 'Academic source',
  'think-tank': 'Think tank',
  company: 'Company',
  news: 'News',
  reference: 'Reference work',
  unstated: 'Kind not stated',
}

/** The value of a subtype in the filters: subtypes of two relation types may share an id. */
export function subtypeValue(type: string, subtype: string): string {
  return `${type}/${subtype}`
}

/** The options that a dataset offers in each dimension, in the dataset's own order. */
export function optionsOf(outline: Outline): Record<Dimension, Option[]> {
  const options = <T extends string>(labels: Record<T, string>) =>
    Object.entries<string>(labels).map(([value, label]) => ({ value, label }))
  const { grades: graded, sourceKinds, sides } = Initiatives.of(outline.initiatives).columns
  const grades = new Set<string>(graded.values.map(([, confidence]) => confidence))
  const kinds = new Set<string>(sourceKinds.values.flat())
  const involved = new Set(sides.values.flatMap(([from, to]) => [...from, ...to]))
  // Where a dataset states all of it, there is nothing to choose.
  const stated = (all: Option[], used: ReadonlySet<string>) =>
    all.filter(({ value }) => value !== 'unstated' || used.has(value))
  return {
    type: outline.relationTypes.map(({ id, label }) => ({ value: id, label })),
    subtype: outline.relationTypes.flatMap((type) =>
      type.subtypes.map(({ id, label }) => ({ value: subtypeValue(type.id, id), label, parent: type.id })),
    ),
    outcome: OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })),
    nature: options(NATURE_LABELS),
    valence: options(VALENCE_LABELS),
    partner: partnersOf(outline, involved).map(({ id, names }) => ({ value: id, label: names.en })),
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
