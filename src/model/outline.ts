import { effectiveDays, type Day } from './dates.ts'
import { Initiatives, type InitiativeList } from './initiatives.ts'
import type { Stage } from './outcome.ts'
import type {
  Actor,
  Confidence,
  Dataset,
  Initiative,
  Magnitude,
  Membership,
  Series,
  RelationType,
  Source,
  SourceKind,
  Valence,
} from './schema.ts'
import type { NamedView } from './view.ts'

/**
 * A dataset is sent to the browser in two halves: the *outline* is all that the graph and its filters need, the *texts*
 * are what one reads about it. The halves know each other by position: `texts.initiatives.at(i)` belongs to
 * `outline.initiatives.at(i)`.
 */
export interface Outline {
  title: string
  description: string
  version: string
  /** Default as-of date, `YYYY-MM-DD`. */
  asOf: string
  focus: string
  licence: string
  citation: string
  markedDates: { date: string; label: string }[]
  /**
   * In a dataset that was cut from another: by the id of each measure of its series, the largest value in the whole one. What
   * is left is drawn to the same scale.
   */
  scales?: Readonly<Record<string, number>> | undefined
  actors: Actor[]
  relationTypes: RelationType[]
  initiatives: InitiativeList
}

export interface InitiativeOutline {
  id: string
  from: string[]
  to: string[]
  directed: boolean
  type: string
  subtype: string
  valence: Valence
  confidence: Confidence
  /** The kinds of source that its milestones and figures cite. */
  sourceKinds: SourceKind[]
  milestones: MilestoneOutline[]
}

export interface MilestoneOutline {
  date: string
  /** The day on which it takes effect, see {@link effectiveDays}. */
  day: Day
  stage: Stage
}

export interface Texts {
  initiatives: TextsList
  sources: Record<string, Omit<Source, 'supports'>>
  series: Series[]
  memberships: Membership[]
  /** Actors that occur only in series and memberships. */
  contextActors: Actor[]
  /** Views that the dataset brings along, in the order in which they are walked through. */
  views: NamedView[]
}

/** Texts by the position of their initiative, as an array has them; what is large makes each only when it is asked for. */
export interface TextsList extends Iterable<InitiativeTexts> {
  readonly length: number
  at: (position: number) => InitiativeTexts | undefined
}

export interface InitiativeTexts {
  title: string
  summary: string
  parties: string[]
  tags: string[]
  /** One for each milestone of the outline, in the same order. */
  milestones: { note: string; sources: string[] }[]
  magnitudes: Magnitude[]
}

/** The half of a dataset that the graph and its filters need. */
export function outlineOf(dataset: Dataset): Outline {
  const kinds = new Map(dataset.sources.map((source) => [source.id, source.kind]))
  return {
    title: dataset.title,
    description: dataset.description,
    version: dataset.version,
    asOf: dataset.asOf,
    focus: dataset.focus,
    licence: dataset.licence,
    citation: dataset.citation,
    markedDates: dataset.markedDates,
    actors: dataset.actors.filter((actor) => actor.tier !== 'context'),
    relationTypes: dataset.relationTypes,
    initiatives: Initiatives.of(dataset.initiatives.map((initiative) => initiativeOutline(initiative, kinds))),
  }
}

function initiativeOutline(initiative: Initiative, kinds: Map<string, SourceKind>): InitiativeOutline {
  const days = effectiveDays(initiative.milestones.map((milestone) => milestone.date))
  const cited = new Set<SourceKind>()
  for (const { sources } of [...initiative.milestones, ...(initiative.magnitudes ?? [])]) {
    for (const source of sources) {
      const kind = kinds.get(source)
      if (kind) cited.add(kind)
    }
  }
  return {
    id: initiative.id,
    from: initiative.from,
    to: initiative.to,
    directed: initiative.directed,
    type: initiative.type,
    subtype: initiative.subtype,
    valence: initiative.valence ?? 'cooperation',
    confidence: initiative.confidence,
    sourceKinds: [...cited].sort(),
    milestones: initiative.milestones.map(({ date, stage }, i) => ({ date, day: days[i]!, stage })),
  }
}

/** The half of a dataset that one reads: titles, notes, figures, sources, series and memberships. */
export function textsOf(dataset: Dataset): Texts {
  return {
    initiatives: dataset.initiatives.map((initiative) => ({
      title: initiative.title,
      summary: initiative.summary,
      parties: initiative.parties,
      tags: initiative.tags,
      milestones: initiative.milestones.map(({ note, sources }) => ({ note, sources })),
      magnitudes: initiative.magnitudes ?? [],
    })),
    sources: Object.fromEntries(
      dataset.sources.map(({ supports: _forChecking, ...source }) => [source.id, source] as const),
    ),
    series: dataset.series,
    memberships: dataset.memberships,
    contextActors: dataset.actors.filter((actor) => actor.tier === 'context'),
    views: dataset.views ?? [],
  }
}
