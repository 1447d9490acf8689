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
  valueIn,
  valueText,
  type Attributes,
  type Graph,
  type GraphEdge,
  type GraphNode,
  type ValueType,
} from './graph.ts'
import { ReadingError, type Reader } from './reading.ts'
import { readXml, xmlText } from './xmlReader.ts'

/** GraphML (graphml.graphdrawing.org), the format that most programs for graphs share. */

/** What a GraphML file does not hold, or shows otherwise than Dyad; for the dialog. */
export const GRAPHML_LOSSES: readonly Message[] = [
  msg(
    'Series, memberships, views, marked dates and the colours of relation types are kept in one attribute of the graph, in JSON: Dyad and NetworkX keep it, Gephi and yEd lose it when they save the file again.',
  ),
  msg(
    'Milestones, figures and sources are one attribute each, in JSON: other programs show their text but do not read it.',
  ),
  msg(
    'An initiative between several actors is several edges, one for each dyad; Gephi joins all edges of a dyad to one, for which GEXF is better.',
  ),
  msg(
    'Unless every initiative has a direction all edges are undirected, since NetworkX refuses mixed graphs; the direction is in the attribute "directed".',
  ),
]

const TYPES: Record<ValueType, string> = {
  string: 'string',
  double: 'double',
  integer: 'int',
  boolean: 'boolean',
  list: 'string',
}

/** Writes a dataset as GraphML; outcome and latest stage are as of a day, `null` for the dataset's own. */
export function writeGraphml(dataset: Dataset, asOf: Day | null = null): string {
  const graph = graphOf(dataset, { asOf: asOfDay(dataset, asOf) })
  const named = <T extends GraphNode | GraphEdge>(element: T): T => ({
    ...element,
    attributes: new Map([['label', element.label ?? ''], ...element.attributes]),
  })
  const nodes = graph.nodes.map(named)
  const edges = graph.edges.map(named)
  const keys = [
    ...keysOf('graph', typesOf([graph])),
    ...keysOf('node', typesOf(nodes)),
    ...keysOf('edge', typesOf(edges)),
  ]
  const data = (of: Key['of'], attributes: Attributes): string => {
    const own = keys.filter((key) => key.of === of && attributes.has(key.name))
    return own
      .map(({ id, name, type }) => {
        const value = attributes.get(name)!
        return `<data key="${id}">${xmlText(type === 'list' ? JSON.stringify(value) : valueText(value))}</data>`
      })
      .join('')
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys.map(
      ({ id, of, name, type }) =>
        `<key id="${id}" for="${of}" attr.name="${xmlText(name)}" attr.type="${TYPES[type]}"/>`,
    ),
    `<graph edgedefault="${graph.directed ? 'directed' : 'undirected'}">`,
    data('graph', graph.attributes),
    ...nodes.map(({ id, attributes }) => `<node id="${xmlText(id)}">${data('node', attributes)}</node>`),
    ...edges.map(
      ({ id, source, target, attributes }) =>
        `<edge id="${xmlText(id!)}" source="${xmlText(source)}" target="${xmlText(target)}">${data('edge', attributes)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

interface Key {
  id: string
  of: 'graph' | 'node' | 'edge'
  name: string
  type: ValueType
}

function keysOf(of: Key['of'], types: ReadonlyMap<string, ValueType>): Key[] {
  return [...types].map(([name, type], i) => ({ id: `${of[0]}${i}`, of, name, type }))
}

/** Reads GraphML of Dyad and of others: NetworkX, igraph, Gephi, yEd. */
export const graphml: Reader = {
  id: 'graphml',
  label: msg('GraphML'),
  recognises: ({ text }) => /<(?:\w+:)?graphml[\s>]/i.test(text),
  read: async (file, context) => readingOfGraph(readGraphml(file.bytes), file, 'GraphML', context),
}

interface DeclaredKey {
  of: string
  name: string
  type: string
  otherwise: string | null
}

function readGraphml(bytes: Uint8Array): Graph {
  const graph = emptyGraph()
  const keys = new Map<string, DeclaredKey>()
  /** What is being read: a key, or an element that data belongs to. Nodes may hold graphs of their own. */
  let key: DeclaredKey | null = null
  const elements: { of: 'graph' | 'node' | 'edge'; attributes: Attributes; element: GraphNode | GraphEdge | null }[] =
    []
  let dataKey: string | null = null
  let isGraphml = false

  readXml(bytes, {
    open: (name, attributes) => {
      const get = (own: string): string | null => attributes.get(own) ?? null
      switch (name) {
        case 'graphml':
          isGraphml = true
          break
        case 'key':
          key = {
            of: get('for') ?? 'all',
            name: get('attr.name') ?? get('yfiles.type') ?? get('id') ?? '',
            type: get('attr.type') ?? 'string',
            otherwise: null,
          }
          keys.set(get('id') ?? '', key)
          break
        case 'graph':
          // Graphs in nodes are groups of the outermost one.
          if (elements.length === 0) graph.directed = get('edgedefault') !== 'undirected'
          elements.push({
            of: 'graph',
            attributes: elements.length === 0 ? graph.attributes : new Map(),
            element: null,
          })
          break
        case 'node': {
          const node: GraphNode = { id: get('id') ?? '', label: null, attributes: new Map() }
          addNode(graph, node)
          elements.push({ of: 'node', attributes: node.attributes, element: node })
          break
        }
        case 'edge': {
          const directed = get('directed')
          const edge: GraphEdge = {
            id: get('id'),
            source: get('source') ?? '',
            target: get('target') ?? '',
            directed: directed === null ? null : directed === 'true',
            label: null,
            start: null,
            end: null,
            attributes: new Map(),
          }
          addEdge(graph, edge)
          elements.push({ of: 'edge', attributes: edge.attributes, element: edge })
          break
        }
        case 'hyperedge':
          throw new ReadingError(
            t(
              'The GraphML has hyperedges, which tie more than two nodes at once: write an edge for each pair instead.',
            ),
          )
        case 'data':
          dataKey = get('key')
          break
      }
    },
    close: (name, text) => {
      const current = elements.at(-1)
      switch (name) {
        case 'default':
          if (key) key.otherwise = text
          break
        case 'key':
          key = null
          break
        case 'data':
          if (current && dataKey !== null && text.trim() !== '') {
            const declared = keys.get(dataKey)
            current.attributes.set(declared?.name ?? dataKey, valueIn(text, declared?.type ?? 'string'))
          }
          dataKey = null
          break
        // yEd keeps labels among what is drawn.
        case 'NodeLabel':
        case 'EdgeLabel':
          if (current?.element && text.trim() !== '') current.element.label ??= text.trim()
          break
        case 'graph':
        case 'node':
        case 'edge':
          elements.pop()
          if (current?.element) settle(current.element, current.of, keys)
          break
      }
    },
  })
  if (!isGraphml)
    throw new ReadingError(
      t('The XML is no GraphML: choose a file that begins with {tag}, or another format.', { tag: '<graphml>' }),
    )
  return graph
}

/** Gives an element what stands for attributes that it doesn't have, and its label. */
function settle(element: GraphNode | GraphEdge, of: string, keys: ReadonlyMap<string, DeclaredKey>): void {
  for (const { of: own, name, type, otherwise } of keys.values()) {
    if (otherwise !== null && (own === of || own === 'all') && !element.attributes.has(name)) {
      element.attributes.set(name, valueIn(otherwise.trim(), type))
    }
  }
  const label = element.attributes.get('label')
  if (label === undefined) return
  element.label = valueText(label)
  element.attributes.delete('label')
}
