import { msg, t, type Message } from '../language/messages.ts'
import { parseDate, type Day } from '../model/dates.ts'
import type { Dataset, RelationType } from '../model/schema.ts'
import { readingOfGraph } from './foreignGraph.ts'
import {
  addEdge,
  addNode,
  asOfDay,
  emptyGraph,
  graphOf,
  REST,
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
import { readXml, xmlJson, xmlText } from './xmlReader.ts'

/**
 * GEXF, the format of Gephi (gexf.net). Written as 1.2draft, since NetworkX reads no later version but in its newest releases;
 * Gephi reads in it what 1.3 has added as well.
 */

/** What a GEXF file does not hold once another program has saved it again, or shows otherwise; for the dialog. */
export const GEXF_LOSSES: readonly Message[] = [
  msg(
    'Series, memberships, views, marked dates and the colours of relation types are kept in an instruction that Dyad reads and other programs pass over; they are lost once another program saves the file again.',
  ),
  msg(
    'Milestones, figures and sources are one attribute each, in JSON: other programs show their text but do not read it.',
  ),
  msg('An initiative between several actors is several edges, one for each dyad.'),
  msg(
    'Unless every initiative has a direction all edges are undirected, since NetworkX refuses mixed graphs; the direction is in the attribute "directed".',
  ),
]

const DYAD = 'dyad'

/** Writes a dataset as GEXF; outcome and latest stage are as of a day, `null` for the dataset's own. */
export function writeGexf(dataset: Dataset, asOf: Day | null = null): string {
  const graph = graphOf(dataset, { asOf: asOfDay(dataset, asOf) })
  const nodeTypes = typesOf(graph.nodes)
  const edgeTypes = typesOf(graph.edges)
  const colours = new Map(dataset.relationTypes.map((type) => [type.id, colourOf(type)]))
  const kinds = new Kinds()
  const rest = graph.attributes.get(REST) as string
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
    `<meta lastmodifieddate="${dataset.asOf}"><creator>Dyad</creator><description>${xmlText(dataset.title)}</description></meta>`,
    `<graph defaultedgetype="${graph.directed ? 'directed' : 'undirected'}" mode="dynamic" timeformat="date">`,
    declarations('node', nodeTypes),
    declarations('edge', edgeTypes),
    '<nodes>',
    ...graph.nodes.map(
      ({ id, label, attributes }) =>
        `<node id="${xmlText(id)}" label="${xmlText(label ?? id)}">${values(attributes, nodeTypes)}</node>`,
    ),
    '</nodes>',
    '<edges>',
    ...graph.edges.map((edge) => edgeXml(edge, kinds, edgeTypes, colours)),
    '</edges>',
    '</graph>',
    // Last, so that the beginning of the file still tells what it is.
    `<?${DYAD} ${xmlJson(JSON.parse(rest))}?>`,
    '</gexf>',
    '',
  ].join('\n')
}

function edgeXml(
  edge: GraphEdge,
  kinds: Kinds,
  types: ReadonlyMap<string, ValueType>,
  colours: ReadonlyMap<string, string>,
): string {
  const { id, source, target, label, start, end, attributes } = edge
  const type = String(attributes.get('relation_type'))
  const times = `${start === null ? '' : ` start="${start}"`}${end === null ? '' : ` end="${end}"`}`
  return `<edge id="${xmlText(id!)}" source="${xmlText(source)}" target="${xmlText(target)}" label="${xmlText(label!)}" kind="${xmlText(kinds.of(edge, type))}"${times}>${values(attributes, types)}${colours.get(type) ?? ''}</edge>`
}

/**
 * Kinds of edges. Gephi joins parallel edges of one kind when it opens a file, and keeps those of different kinds apart: the
 * second one of a dyad and type is of a kind of its own.
 */
class Kinds {
  readonly #counts = new Map<string, number>()

  of({ source, target }: GraphEdge, type: string): string {
    const key = `${type} ${[source, target].sort().join(' ')}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count === 1 ? type : `${type} ${count}`
  }
}

function colourOf({ colour }: RelationType): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.light.slice(at, at + 2), 16))
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`
}

function declarations(of: 'node' | 'edge', types: ReadonlyMap<string, ValueType>): string {
  const own = [...types].map(
    ([name, type]) =>
      `<attribute id="${xmlText(name)}" title="${xmlText(name)}" type="${type === 'list' ? 'string' : type}"/>`,
  )
  return `<attributes class="${of}" mode="static">\n${own.join('\n')}\n</attributes>`
}

function values(attributes: Attributes, types: ReadonlyMap<string, ValueType>): string {
  const own = [...attributes].map(([name, value]) => {
    // Where an attribute is a list somewhere it is JSON everywhere, and comes back as a list.
    return `<attvalue for="${xmlText(name)}" value="${xmlText(types.get(name) === 'list' ? JSON.stringify(value) : valueText(value))}"/>`
  })
  return own.length > 0 ? `<attvalues>${own.join('')}</attvalues>` : ''
}

/** Reads GEXF 1.1 to 1.3, of Dyad and of others. */
export const gexf: Reader = {
  id: 'gexf',
  label: msg('GEXF (Gephi)'),
  recognises: ({ text }) => /<(?:\w+:)?gexf[\s>]/i.test(text),
  read: async (file, context) => readingOfGraph(readGexf(file.bytes), file, 'GEXF', context),
}

interface Column {
  title: string
  type: string
  /** What stands for an attribute that an element doesn't have. */
  otherwise: string | null
}

function readGexf(bytes: Uint8Array): Graph {
  const graph = emptyGraph()
  const columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() }
  let declared: Map<string, Column> | null = null
  let column: Column | null = null
  /** Nodes may lie in nodes; the last one is being read. */
  const nodes: { node: GraphNode; given: Map<string, string> }[] = []
  let edge: { edge: GraphEdge; given: Map<string, string> } | null = null
  let isGexf = false

  readXml(bytes, {
    instruction: (target, content) => {
      if (target === DYAD) graph.attributes.set(REST, content)
    },
    open: (name, attributes) => {
      const get = (key: string): string | null => attributes.get(key) ?? null
      switch (name) {
        case 'gexf':
          isGexf = true
          break
        case 'meta':
          graph.changed = dayOf(get('lastmodifieddate'))
          break
        case 'graph':
          graph.directed = get('defaultedgetype') === 'directed'
          break
        case 'attributes':
          declared = columns[get('class') === 'edge' ? 'edge' : 'node']
          break
        case 'attribute':
          column = { title: get('title') ?? get('id') ?? '', type: get('type') ?? 'string', otherwise: null }
          declared?.set(get('id') ?? '', column)
          break
        case 'node': {
          const node: GraphNode = { id: get('id') ?? '', label: get('label'), attributes: new Map() }
          nodes.push({ node, given: new Map() })
          addNode(graph, node)
          break
        }
        case 'edge': {
          const type = get('type')
          const own: GraphEdge = {
            id: get('id'),
            source: get('source') ?? '',
            target: get('target') ?? '',
            directed: type === null ? null : type === 'directed',
            label: get('label'),
            start: get('start') ?? get('startopen') ?? get('timestamp'),
            end: get('end') ?? get('endopen'),
            attributes: new Map(),
          }
          for (const key of ['kind', 'weight']) if (attributes.has(key)) own.attributes.set(key, attributes.get(key)!)
          edge = { edge: own, given: new Map() }
          addEdge(graph, own)
          break
        }
        case 'attvalue': {
          // Of a value that changes over time the last one stays.
          const own = edge ?? nodes.at(-1)
          own?.given.set(get('for') ?? get('id') ?? '', get('value') ?? '')
          break
        }
        case 'spell':
        case 'slice':
          if (edge) {
            edge.edge.start ??= get('start') ?? get('startopen') ?? get('timestamp')
            edge.edge.end = get('end') ?? get('endopen')
          }
          break
      }
    },
    close: (name, text) => {
      switch (name) {
        case 'default':
          if (column) column.otherwise = text
          break
        case 'attributes':
          declared = null
          break
        case 'node': {
          const own = nodes.pop()
          if (own) settle(own.node.attributes, own.given, columns.node)
          break
        }
        case 'edge':
          if (edge) settle(edge.edge.attributes, edge.given, columns.edge)
          edge = null
          break
      }
    },
  })
  if (!isGexf)
    throw new ReadingError(
      t('The XML is no GEXF: choose a file that begins with {tag}, or another format.', { tag: '<gexf>' }),
    )
  return graph
}

/** Gives an element the values of its attributes under their titles. */
function settle(
  attributes: Attributes,
  given: ReadonlyMap<string, string>,
  columns: ReadonlyMap<string, Column>,
): void {
  for (const [id, { title, otherwise }] of columns) {
    if (otherwise !== null && !given.has(id)) attributes.set(title, otherwise)
  }
  for (const [id, written] of given) {
    const column = columns.get(id)
    attributes.set(column?.title ?? id, valueIn(written, column?.type ?? 'string'))
  }
}

/** The day of a date that may go on with a time; `null` where it does not exist. */
function dayOf(written: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written ?? '')?.[0] ?? null
  return day !== null && parseDate(day) ? day : null
}
