import { msg, t, type Message } from '../language/messages.ts'
import type { Day } from '../model/dates.ts'
import type { Dataset } from '../model/schema.ts'
import { readingOfGraph } from './foreignGraph.ts'
import {
  addEdge,
  addNode,
  asOfDay,
  emptyGraph,
  graphOf,
  typesOf,
  valueText,
  type Attributes,
  type Graph,
  type ValueType,
} from './graph.ts'
import { attributesIn, nameIn } from './jsonGraph.ts'
import { isRecord, readJson } from './jsonText.ts'
import { ReadingError, type Reader } from './reading.ts'

/** CX2, the exchange format of Cytoscape and NDEx: a list of aspects (Cytoscape Exchange Format Specification, version 2). */

/** What a CX2 file does not hold, or shows otherwise than Dyad; for the dialog. */
export const CX2_LOSSES: readonly Message[] = [
  msg(
    'Series, memberships, views, marked dates and the colours of relation types are kept in one attribute of the network, in JSON: other programs keep it but do not read it.',
  ),
  msg(
    'Milestones, figures and sources are one attribute each, in JSON: other programs show their text but do not read it.',
  ),
  msg('An initiative between several actors is several edges, one for each dyad.'),
  msg('Edges of CX2 lead from source to target; whether an initiative has a direction is in the attribute "directed".'),
]

const TYPES: Record<ValueType, string> = {
  string: 'string',
  double: 'double',
  integer: 'integer',
  boolean: 'boolean',
  list: 'list_of_string',
}

/** Writes a dataset as CX2; outcome and latest stage are as of a day, `null` for the dataset's own. */
export function writeCx2(dataset: Dataset, asOf: Day | null = null): string {
  const graph = graphOf(dataset, { asOf: asOfDay(dataset, asOf) })
  const network: Attributes = new Map([
    ['name', dataset.title],
    ['description', dataset.description],
    ['version', dataset.version],
    ...graph.attributes,
  ])
  // Ids of CX2 are numbers: that of an actor is what its node represents.
  const nodes = graph.nodes.map(({ id, label, attributes }, i) => ({
    id: i,
    attributes: new Map([['name', label ?? id], ['represents', id], ...attributes]) as Attributes,
  }))
  const numbers = new Map(graph.nodes.map(({ id }, i) => [id, i]))
  const edges = graph.edges.map(({ source, target, label, attributes }, i) => ({
    id: i,
    s: numbers.get(source)!,
    t: numbers.get(target)!,
    attributes: new Map([
      ['name', label ?? ''],
      ['interaction', attributes.get('relation_type')!],
      ...attributes,
    ]) as Attributes,
  }))
  const types = { networkAttributes: typesOf([{ attributes: network }]), nodes: typesOf(nodes), edges: typesOf(edges) }
  const aspects: [name: string, elements: unknown[]][] = [
    ['attributeDeclarations', [Object.fromEntries(Object.entries(types).map(([name, own]) => [name, declared(own)]))]],
    ['networkAttributes', [values(network, types.networkAttributes)]],
    ['nodes', nodes.map(({ id, attributes }) => ({ id, v: values(attributes, types.nodes) }))],
    [
      'edges',
      edges.map(({ id, s, t: target, attributes }) => ({ id, s, t: target, v: values(attributes, types.edges) })),
    ],
  ]
  const document = [
    { CXVersion: '2.0', hasFragments: false },
    { metaData: aspects.map(([name, elements]) => ({ name, elementCount: elements.length })) },
    ...aspects.map(([name, elements]) => ({ [name]: elements })),
    { status: [{ success: true, error: '' }] },
  ]
  return `${JSON.stringify(document, null, 1)}\n`
}

function declared(types: ReadonlyMap<string, ValueType>): object {
  return Object.fromEntries([...types].map(([name, type]) => [name, { d: TYPES[type] }]))
}

function values(attributes: Attributes, types: ReadonlyMap<string, ValueType>): object {
  return Object.fromEntries(
    [...attributes].map(([name, value]) => [name, types.get(name) === 'string' ? valueText(value) : value]),
  )
}

/** Reads CX2 of Dyad and of others. */
export const cx2: Reader = {
  id: 'cx2',
  label: msg('CX2 (Cytoscape, NDEx)'),
  recognises: ({ text, ending }) => /^\s*\[/.test(text) && (ending === '.cx2' || /"CXVersion"\s*:/.test(text)),
  read: async (file, context) => readingOfGraph(readNetwork(file.bytes), file, 'CX2', context),
}

/** How attributes are written: what short names stand for, and what stands for those that are left out. */
interface Declarations {
  names: Map<string, string>
  otherwise: [name: string, value: unknown][]
}

function readNetwork(bytes: Uint8Array): Graph {
  const raw = readJson(bytes)
  const parts = Array.isArray(raw) ? (raw as unknown[]).filter(isRecord) : []
  const version = parts.find((part) => 'CXVersion' in part)?.CXVersion
  if (version === undefined) {
    throw new ReadingError(
      parts.some((part) => 'numberVerification' in part)
        ? t('The network is in the first version of CX: save it as CX2.')
        : t('The JSON is no CX2, which begins with its CXVersion: choose another file or format.'),
    )
  }
  if (!/^2(?:\.|$)/.test(String(version))) {
    throw new ReadingError(
      t('The network is in version {version} of CX: save it as CX2.', { version: String(version).slice(0, 20) }),
    )
  }
  // An aspect may come in several fragments.
  const aspect = (name: string): Record<string, unknown>[] =>
    parts.flatMap((part) => (Array.isArray(part[name]) ? (part[name] as unknown[]).filter(isRecord) : []))
  const failed = aspect('status').find(({ success }) => success === false)
  if (failed) {
    throw new ReadingError(t('The CX2 says itself that it was not written to its end: download or save it again.'))
  }

  const declarations = aspect('attributeDeclarations')
  const graph = emptyGraph()
  graph.directed = true
  for (const own of aspect('networkAttributes')) {
    for (const [name, value] of attributesIn(own, ['name', 'description', 'version'])) graph.attributes.set(name, value)
  }
  const ofNodes = declarationsOf(declarations, 'nodes')
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const node of aspect('nodes')) {
    const attributes = attributesOf(node.v, ofNodes)
    const number = nameIn(node.id) ?? ''
    const represents = attributes.get('represents')
    const id = typeof represents === 'string' && !taken.has(represents) ? represents : number
    taken.add(id)
    ids.set(number, id)
    const label = nameIn(attributes.get('name')) ?? nameIn(attributes.get('label'))
    for (const name of ['name', 'represents']) attributes.delete(name)
    addNode(graph, { id, label, attributes })
  }
  const ofEdges = declarationsOf(declarations, 'edges')
  for (const edge of aspect('edges')) {
    const attributes = attributesOf(edge.v, ofEdges)
    const end = (value: unknown): string => ids.get(nameIn(value) ?? '') ?? nameIn(value) ?? ''
    const label = nameIn(attributes.get('label')) ?? nameIn(attributes.get('name'))
    for (const name of ['name', 'label']) attributes.delete(name)
    addEdge(graph, {
      id: nameIn(edge.id),
      source: end(edge.s),
      target: end(edge.t),
      directed: null,
      label,
      start: null,
      end: null,
      attributes,
    })
  }
  return graph
}

function declarationsOf(all: readonly Record<string, unknown>[], of: 'nodes' | 'edges'): Declarations {
  const own: Declarations = { names: new Map(), otherwise: [] }
  for (const declarations of all) {
    for (const [name, declaration] of Object.entries(isRecord(declarations[of]) ? declarations[of] : {})) {
      if (!isRecord(declaration)) continue
      if (typeof declaration.a === 'string') own.names.set(declaration.a, name)
      if (declaration.v !== undefined) own.otherwise.push([name, declaration.v])
    }
  }
  return own
}

function attributesOf(written: unknown, { names, otherwise }: Declarations): Attributes {
  const attributes: Attributes = new Map()
  for (const [name, value] of attributesIn(isRecord(written) ? written : {}, [])) {
    attributes.set(names.get(name) ?? name, value)
  }
  for (const [name, value] of attributesIn(Object.fromEntries(otherwise), [])) {
    if (!attributes.has(name)) attributes.set(name, value)
  }
  return attributes
}
