import { t } from '../language/messages.ts'
import { isoDate, parseDate, effectiveDays, type Day } from '../model/dates.ts'
import { isFailing, lastStep, outcomeAt } from '../model/outcome.ts'
import type { Actor, Dataset, Initiative } from '../model/schema.ts'
import { LIMITS, ReadingError } from './reading.ts'

/**
 * A graph as formats of graphs have it: nodes and edges with attributes. Each of these formats is written from one, and
 * read into one; what becomes a dataset of it is decided in one place for all.
 */
export interface Graph {
  attributes: Attributes
  /** Whether edges that don't say are directed. */
  directed: boolean
  nodes: GraphNode[]
  edges: GraphEdge[]
  /** The day on which the file says it was last changed, `YYYY-MM-DD`. */
  changed: string | null
}

export type Attributes = Map<string, GraphValue>
export type GraphValue = string | number | boolean | readonly string[]

export interface GraphNode {
  id: string
  label: string | null
  attributes: Attributes
}

export interface GraphEdge {
  id: string | null
  source: string
  target: string
  /** `null` where the edge doesn't say. */
  directed: boolean | null
  label: string | null
  /** When it begins and ends, as it is written. */
  start: string | null
  end: string | null
  attributes: Attributes
}

/** The attribute of the graph that holds, as JSON, all of a dataset that nodes and edges do not. */
export const REST = 'dyad'

/** Actors as nodes, and for each initiative and each of its dyads an edge with all that is known of it. */
export interface GraphOptions {
  /** The day at which outcome and latest stage are read. */
  asOf: Day
}

/**
 * A dataset as a graph. Actors that only series and memberships name are no nodes: they stand in {@link REST} with these.
 *
 * All edges have one direction, since NetworkX refuses graphs that mix both: directed where every initiative is, else
 * undirected, with the direction in the attribute `directed`.
 */
export function graphOf(dataset: Dataset, { asOf }: GraphOptions): Graph {
  const { actors, initiatives, ...rest } = dataset
  const contextActors = actors.filter(({ tier }) => tier === 'context')
  return {
    attributes: new Map([[REST, JSON.stringify({ ...rest, contextActors })]]),
    directed: initiatives.length > 0 && initiatives.every(({ directed }) => directed),
    nodes: actors.filter(({ tier }) => tier !== 'context').map(nodeOf),
    edges: initiatives.flatMap((initiative) => edgesOf(initiative, dataset, asOf)),
    changed: dataset.asOf,
  }
}

function nodeOf(actor: Actor): GraphNode {
  const { id, kind, tier, names, fullName, iso2, isoNumeric, seat, flag } = actor
  return {
    id,
    label: names.en,
    attributes: given({
      kind,
      tier,
      name_ru: names.ru,
      name_native: names.native?.text,
      native_language: names.native?.language,
      full_name: fullName,
      iso2,
      iso_numeric: isoNumeric,
      seat: seat?.name,
      latitude: seat?.latitude,
      longitude: seat?.longitude,
      flag,
    }),
  }
}

function edgesOf(initiative: Initiative, dataset: Dataset, asOf: Day): GraphEdge[] {
  const { id, from, to, type, subtype, milestones, magnitudes } = initiative
  const days = effectiveDays(milestones.map(({ date }) => date))
  const steps = milestones.map(({ stage }, i) => ({ stage, day: days[i]! }))
  const latest = milestones[lastStep(steps, asOf)]
  const end = steps.at(-1)!
  const declared = dataset.relationTypes.find((own) => own.id === type)
  const sub = declared?.subtypes.find((own) => own.id === subtype)
  const cited = new Set([...milestones, ...(magnitudes ?? [])].flatMap(({ sources }) => sources))
  const attributes = given({
    initiative: id,
    from,
    to,
    directed: initiative.directed,
    relation_type: type,
    relation_type_label: declared?.label,
    subtype,
    subtype_label: sub?.label,
    nature: sub?.nature,
    title: initiative.title,
    summary: initiative.summary,
    valence: initiative.valence ?? 'cooperation',
    confidence: initiative.confidence,
    parties: initiative.parties,
    tags: initiative.tags,
    begun: milestones[0]!.date,
    latest_date: latest?.date,
    latest_stage: latest?.stage,
    outcome: outcomeAt(steps, asOf) ?? undefined,
    milestones: JSON.stringify(milestones),
    magnitudes: magnitudes && JSON.stringify(magnitudes),
    sources: JSON.stringify(dataset.sources.filter((source) => cited.has(source.id))),
  })
  const dyads = from.flatMap((source) => to.map((target) => [source, target] as const))
  return dyads.map(([source, target]) => ({
    id: dyads.length === 1 ? id : `${id}.${source}-${target}`,
    source,
    target,
    directed: null,
    label: initiative.title,
    start: isoDate(days[0]!),
    end: isFailing(end.stage) ? isoDate(end.day) : null,
    attributes,
  }))
}

function given(values: Record<string, GraphValue | undefined>): Attributes {
  return new Map(
    Object.entries(values).filter((entry): entry is [string, GraphValue] => entry[1] !== undefined && entry[1] !== ''),
  )
}

/** The day of an as-of date; where there is none, that of the dataset. */
export function asOfDay(dataset: Dataset, asOf: Day | null): Day {
  return asOf ?? parseDate(dataset.asOf)!.last
}

/** What kind of value an attribute has throughout: what graph formats must declare. */
export type ValueType = 'string' | 'double' | 'integer' | 'boolean' | 'list'

/** The attributes of nodes or of edges, with the type that fits all of their values. */
export function typesOf(elements: readonly { attributes: Attributes }[]): Map<string, ValueType> {
  const types = new Map<string, ValueType>()
  for (const { attributes } of elements) {
    for (const [name, value] of attributes) {
      const own = typeOf(value)
      const known = types.get(name)
      if (known === undefined || known === own) types.set(name, own)
      else types.set(name, isNumeric(known) && isNumeric(own) ? 'double' : 'string')
    }
  }
  return types
}

function typeOf(value: GraphValue): ValueType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31 ? 'integer' : 'double'
  return 'list'
}

function isNumeric(type: ValueType): boolean {
  return type === 'integer' || type === 'double'
}

/** A value as a text; a list as JSON. */
export function valueText(value: GraphValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A value as XML has it, by the type that its attribute is declared to be of; the text itself where it is none of it. */
export function valueIn(written: string, type: string): GraphValue {
  switch (type) {
    case 'int':
    case 'integer':
    case 'long':
    case 'float':
    case 'double': {
      const value = Number(written)
      return written.trim() !== '' && Number.isFinite(value) ? value : written
    }
    case 'boolean':
      return /^true$/i.test(written) ? true : /^false$/i.test(written) ? false : written
    default:
      return written
  }
}

/** A graph to be filled by the reader of a format. */
export function emptyGraph(): Graph {
  return { attributes: new Map(), directed: false, nodes: [], edges: [], changed: null }
}

/**
 * Adds a node that was read.
 * @throws ReadingError where there are more than can be shown, so that a huge file ends early
 */
export function addNode(graph: Graph, node: GraphNode): void {
  if (graph.nodes.length === LIMITS.actors) {
    throw new ReadingError(
      t(
        'The network has more than {most, number} nodes, more than can be shown: keep those that matter, or group them.',
        { most: LIMITS.actors },
      ),
    )
  }
  graph.nodes.push(node)
}

/** Adds an edge that was read. @throws ReadingError where there are more than Dyad can hold */
export function addEdge(graph: Graph, edge: GraphEdge): void {
  if (graph.edges.length === LIMITS.initiatives) {
    throw new ReadingError(
      t(
        'The network has more than {most, number} edges, more than Dyad can show: keep the years or the actors that matter.',
        { most: LIMITS.initiatives },
      ),
    )
  }
  graph.edges.push(edge)
}
