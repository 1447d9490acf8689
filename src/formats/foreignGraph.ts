import { msg, t, type Message } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { isoDate, today } from '../model/dates.ts'
import { STAGES, type Stage } from '../model/outcome.ts'
import type { Actor, Dataset } from '../model/schema.ts'
import { buildDataset, type DatasetBuilder, type NewInitiative } from './datasetBuilder.ts'
import { dayOrderOf, readDate, type DayOrder } from './dateText.ts'
import { quote } from './fault.ts'
import { valueText, type Attributes, type Graph, type GraphEdge, type GraphNode } from './graph.ts'
import { isOwnGraph, readOwnGraph } from './ownGraph.ts'
import { ReadingError, type FileInput, type Reading, type ReadingContext } from './reading.ts'
import { typeKey, typesFound, type TypesFound } from './typesFound.ts'

/** Graphs of other programs as datasets: nodes are actors, and each edge is an initiative of one dyad. */

/** What attributes are called by the programs that write them, the surest first; in lower case, with spaces for other signs. */
const NAMES = {
  label: ['label', 'name', 'shared name', 'display name', 'title', 'country', 'state', 'actor'],
  code: ['iso3', 'iso a3', 'iso alpha 3', 'iso2', 'iso a2', 'iso', 'code', 'abbreviation'],
  actorKind: ['kind', 'type', 'category', 'actor type', 'node type', 'class'],
  type: [
    'relation type',
    'relation',
    'relationship',
    'edge type',
    'tie type',
    'type',
    'interaction',
    'shared interaction',
    'kind',
    'category',
    'predicate',
    'class',
  ],
  title: ['title', 'label', 'name', 'shared name', 'description'],
  date: [
    'date',
    'start',
    'start date',
    'begin',
    'begun',
    'from date',
    'since',
    'timestamp',
    'time',
    'year',
    'start year',
    'year start',
  ],
  until: ['end', 'end date', 'until', 'to date', 'expired', 'end year', 'year end'],
  stage: ['stage', 'status', 'state', 'phase'],
  value: ['value', 'amount', 'volume', 'trade', 'weight'],
  unit: ['unit', 'units', 'currency'],
  source: ['url', 'source url', 'link', 'href', 'reference', 'references', 'citation', 'sources'],
  note: ['note', 'notes', 'comment', 'comments', 'summary'],
} as const

type Role = keyof typeof NAMES
/** What an edge can say; the rest is of nodes. */
const EDGE_ROLES = ['type', 'title', 'date', 'until', 'stage', 'value', 'unit', 'source', 'note'] as const

/** Attributes that say how something is drawn, or stand for the edge itself. */
const DRAWN =
  /^(?:x|y|z|r|g|b|a|alpha|size|thickness|width|colou?r|shape|style|suid|selected|id|key|e ?id|shared id|shared name|shared interaction|represents|networkx key|d\d+)$/

/** From this many labels on they are titles, not types. */
const MOST_LABELS = 12

/**
 * A graph as it was read from a file, as a dataset: its own one where Dyad has written it.
 * @param format what the file is, for the words about it: "GEXF"
 * @throws ReadingError where it has no edge that can be taken, or more actors than can be shown
 */
export function readingOfGraph(graph: Graph, file: FileInput, format: string, context: ReadingContext): Reading {
  const title = file.name.replace(/\.[^.]*$/, '')
  if (isOwnGraph(graph)) return readOwnGraph(graph, title, context.onProgress)
  if (graph.edges.length === 0) {
    throw new ReadingError(
      t('The {format} holds nodes ({count, number}) but no edge: choose a network with ties between its nodes.', {
        format,
        count: graph.nodes.length,
      }),
    )
  }
  for (const { label, attributes } of graph.edges) {
    if (label !== null && !attributes.has('label')) attributes.set('label', label)
  }

  const roles = rolesOf(graph.edges)
  const words = new Map<string, { label: string; rows: number }>()
  for (const { attributes } of graph.edges) {
    const label = attributeText(attributes, roles.type)
    const known = words.get(typeKey(label))
    if (known) known.rows++
    else words.set(typeKey(label), { label, rows: 1 })
  }
  const types = typesFound(words)
  const builder = buildDataset(
    {
      title,
      description: `A network read from ${format}: each of its ties is an initiative.`,
      licence: 'Not stated',
      citation: `${file.name}.`,
      relationTypes: types.types,
      source: { title: file.name, publisher: 'Publisher not stated', kind: 'unstated' },
    },
    context,
  )
  const nodes = new Map(
    graph.nodes.map((node) => [node.id, { name: nodeName(node, context), kind: kindOf(node) }] as const),
  )
  const told: Told = {
    day: graph.changed ?? context.today ?? isoDate(today()),
    undated: 0,
    unread: new Map(),
    unsure: 0,
    staged: 0,
    order: {
      date: dayOrderOf(graph.edges.map((edge) => edge.start ?? attributeText(edge.attributes, roles.date))),
      until: dayOrderOf(graph.edges.map((edge) => edge.end ?? attributeText(edge.attributes, roles.until))),
    },
  }
  for (const [i, edge] of graph.edges.entries()) {
    if (i % 4096 === 0) context.onProgress(i / graph.edges.length)
    addEdge(builder, edge, i + 1, { graph, nodes, roles, types, told })
  }
  // Those without a tie are actors too.
  const tied = new Set(graph.edges.flatMap(({ source, target }) => [source, target]))
  for (const [id, { name, kind }] of nodes) if (!tied.has(id)) builder.actor(name, kind)
  tell(builder, graph, roles, told)
  const reading = builder.finish(['source', 'target', 'label'], { withoutTies: true })
  const { halves: _asBuilt, ...rest } = reading
  return { ...rest, dataset: withUsedTypes(reading.dataset) }
}

/** Without the types of ties that were not taken. */
function withUsedTypes(dataset: Dataset): Dataset {
  const used = new Set(dataset.initiatives.map(({ type, subtype }) => `${type} ${subtype}`))
  const relationTypes = dataset.relationTypes
    .map((type) => ({ ...type, subtypes: type.subtypes.filter(({ id }) => used.has(`${type.id} ${id}`)) }))
    .filter(({ subtypes }) => subtypes.length > 0)
  return { ...dataset, relationTypes }
}

/** What there is to say once all edges have been read. */
interface Told {
  /** The day that stands for one that is not given. */
  day: string
  undated: number
  /** Dates that are none, by how they are written. */
  unread: Map<string, number>
  /** Dates of which only the year is sure. */
  unsure: number
  /** How many edges say their stage. */
  staged: number
  /** In which order day and month are written. */
  order: Record<'date' | 'until', DayOrder | null>
}

interface EdgeSurroundings {
  graph: Graph
  /** By their ids, the names by which actors are found. */
  nodes: ReadonlyMap<string, { name: string; kind: Actor['kind'] }>
  roles: Roles
  types: TypesFound
  told: Told
}

function addEdge(
  builder: DatasetBuilder,
  edge: GraphEdge,
  number: number,
  { graph, nodes, roles, types, told }: EdgeSurroundings,
): void {
  const cells = [edge.source, edge.target, edge.label ?? '']
  const ends = [edge.source, edge.target].map((id) => nodes.get(id))
  const lost = ends.indexOf(undefined)
  if (lost >= 0) {
    const reason = t('The file has no node {node}; add it, or correct the edge.', { node: quote(cells[lost]) })
    builder.reject(number, cells, reason)
    return
  }
  const [from, to] = ends.map((node) => builder.actor(node!.name, node!.kind))
  if (!from || !to) {
    builder.reject(number, cells, t('One of its actors was left out by your choice.'))
    return
  }
  if (from.id === to.id) {
    const reason = t('It leads from {actor} to itself; a tie needs two different actors.', { actor: nameOf(from) })
    builder.reject(number, cells, reason)
    return
  }
  const text = (role: keyof Roles): string => attributeText(edge.attributes, roles[role])
  const written = { date: edge.start ?? text('date'), until: edge.end ?? text('until') }
  const { date, until: spanEnd } = dateOf(written.date, told.order.date, told)
  const until = dateOf(written.until, told.order.until, told).date ?? spanEnd
  if (date === null && until === null) told.undated++
  const begins = date ?? (until === null ? told.day : null)
  const stage = stageOf(text('stage'))
  if (stage !== null) told.staged++
  const milestones: NewInitiative['milestones'] = []
  if (begins !== null) milestones.push({ date: begins, stage: stage ?? 'in-force' })
  if (until !== null) milestones.push({ date: until, stage: 'expired' })
  const amount = text('value') === '' ? Number.NaN : Number(text('value').replace(/\s/g, ''))
  const hasAmount = Number.isFinite(amount)
  // What has no place of its own stays readable.
  const unplaced = [...edge.attributes].filter(([name, value]) => {
    const role = EDGE_ROLES.find((own) => roles[own] === name)
    if (valueText(value).trim() === '') return false
    if (role === undefined) return !DRAWN.test(plain(name))
    return (
      (role === 'stage' && stage === null) ||
      (role === 'type' && types.joined > 0) ||
      (role === 'value' && !hasAmount) ||
      (role === 'date' && date === null) ||
      (role === 'until' && until === null)
    )
  })
  const { type, subtype } = types.of(typeKey(text('type')))
  builder.add({
    id: edge.id ?? `${from.id}-${to.id}`,
    from,
    to,
    directed: edge.directed ?? graph.directed,
    type,
    subtype,
    title: text('title') || `${from.names.en} - ${to.names.en}`,
    summary: [text('note'), ...unplaced.map(([name, value]) => `${name}: ${valueText(value)}`)]
      .filter((line) => line !== '')
      .join('\n'),
    milestones,
    ...(hasAmount && {
      magnitudes: [
        { kind: roles.value!, value: amount, unit: text('unit') || 'units', ...(date !== null && { date }) },
      ],
    }),
    ...(text('source') !== '' && { source: text('source') }),
  })
}

function tell(
  builder: DatasetBuilder,
  graph: Graph,
  roles: Roles,
  { day, undated, unread, unsure, staged }: Told,
): void {
  if (undated > 0) {
    builder.note(
      t(
        '{count, plural, one {# tie without a date: it is} other {# ties without a date: they are}} taken to be in force on {day}, {by, select, file {the day on which the file was last changed} other {today}}.',
        { count: undated, day, by: graph.changed === day ? 'file' : 'today' },
      ),
    )
  }
  for (const [written, count] of [...unread].slice(0, 5)) {
    builder.note(
      t(
        '{written} could not be read as a date ({count, plural, one {# tie} other {# ties}}): write YYYY, YYYY-MM or YYYY-MM-DD.',
        { written: quote(written), count },
      ),
    )
  }
  if (unsure > 0) {
    builder.note(
      t(
        'Day and month may stand either way round in {count, plural, one {# date} other {# dates}}: only the year was taken.',
        { count: unsure },
      ),
    )
  }
  const dated = graph.edges.length - undated
  if (staged < graph.edges.length && dated > 0) {
    builder.note(
      t(
        'Ties that do not say their stage are taken to be in force from their date on, and expired from the date of their end.',
      ),
    )
  }
  const used = EDGE_ROLES.flatMap((role) => {
    const attribute = roles[role]
    return attribute === undefined ? [] : [t(READ_FROM[role], { attribute })]
  })
  if (used.length > 0) builder.note(t('Read of each tie: {parts}.', { parts: used.join(t(', ')) }))
}

const READ_FROM: Record<(typeof EDGE_ROLES)[number], Message> = {
  type: msg('type from "{attribute}"'),
  title: msg('title from "{attribute}"'),
  date: msg('date from "{attribute}"'),
  until: msg('until from "{attribute}"'),
  stage: msg('stage from "{attribute}"'),
  value: msg('value from "{attribute}"'),
  unit: msg('unit from "{attribute}"'),
  source: msg('source from "{attribute}"'),
  note: msg('note from "{attribute}"'),
}

/** Which attribute of edges says what. */
type Roles = { [role in (typeof EDGE_ROLES)[number]]?: string }

function rolesOf(edges: readonly GraphEdge[]): Roles {
  const names = new Map<string, string>()
  for (const { attributes } of edges)
    for (const name of attributes.keys()) if (!names.has(plain(name))) names.set(plain(name), name)
  const roles: Roles = {}
  const taken = new Set<string>()
  for (const role of EDGE_ROLES) {
    const found = NAMES[role].map((name) => names.get(name)).find((name) => name !== undefined && !taken.has(name))
    if (found === undefined) continue
    // Many programs give every edge the weight 1, which measures nothing.
    if (
      role === 'value' &&
      plain(found) === 'weight' &&
      edges.every(({ attributes }) => Number(attributes.get(found) ?? 1) === 1)
    )
      continue
    roles[role] = found
    taken.add(found)
  }
  // Labels that recur name the kind of tie; where each has its own they are titles.
  if (roles.type === undefined) {
    const labels = new Set(edges.map((edge) => attributeText(edge.attributes, roles.title)))
    if (
      labels.size <= MOST_LABELS &&
      labels.size < edges.length &&
      roles.title !== undefined &&
      plain(roles.title) === 'label'
    ) {
      roles.type = roles.title
      delete roles.title
    }
  }
  return roles
}

function attributeText(attributes: Attributes, name: string | undefined): string {
  const value = name === undefined ? undefined : attributes.get(name)
  return value === undefined ? '' : valueText(value).trim()
}

/** A name of an attribute in lower case, with single spaces between its words. */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function attributeOf({ attributes }: GraphNode, role: Role): string {
  for (const wanted of NAMES[role]) {
    for (const [name, value] of attributes) {
      if (plain(name) === wanted && valueText(value).trim() !== '') return valueText(value).trim()
    }
  }
  return ''
}

/** The name of a node by which an actor is found: its label, or what else of it names an actor that is known. */
function nodeName(node: GraphNode, { actors, decisions }: ReadingContext): string {
  const label = node.label?.trim() || attributeOf(node, 'label') || node.id
  if (decisions.has(label) || actors.byName(label)) return label
  return [attributeOf(node, 'code'), node.id].find((other) => other !== '' && actors.byName(other)) ?? label
}

function kindOf(node: GraphNode): Actor['kind'] {
  return /organi[sz]ation|\bigo\b|\bngo\b|union|alliance|bloc\b|company|firm/i.test(attributeOf(node, 'actorKind'))
    ? 'organisation'
    : 'state'
}

/** A date as programs for graphs write it, and the end of a span of years; what cannot be read is told. */
function dateOf(written: string, order: DayOrder | null, told: Told): { date: string | null; until: string | null } {
  // Time as a number has decimals; endless is no date.
  const text = written.trim().replace(/^(\d+)\.0+$/, '$1')
  if (text === '' || /^-?inf(?:inity)?$/i.test(text)) return { date: null, until: null }
  const read = readDate(text, order)
  if (!read) told.unread.set(text, (told.unread.get(text) ?? 0) + 1)
  if (read?.isUnsure) told.unsure++
  return { date: read?.date ?? null, until: read?.until ?? null }
}

function stageOf(written: string): Stage | null {
  const word = plain(written).replaceAll(' ', '-')
  return STAGES.find((stage) => stage === word) ?? null
}
