import { msg, t, type Message } from '../language/messages.ts'
import type { Day } from '../model/dates.ts'
import type { Dataset } from '../model/schema.ts'
import { readingOfGraph } from './foreignGraph.ts'
import { addEdge, addNode, asOfDay, emptyGraph, graphOf, type Graph, type GraphEdge } from './graph.ts'
import { attributesIn, nameIn } from './jsonGraph.ts'
import { isRecord, readJson } from './jsonText.ts'
import { ReadingError, type Reader } from './reading.ts'

/** Cytoscape JSON (`.cyjs`): what Cytoscape and Cytoscape.js write and read. */

/** What a file of Cytoscape JSON does not hold, or shows otherwise than Dyad; for the dialog. */
export const CYTOSCAPE_LOSSES: readonly Message[] = [
  msg(
    'Series, memberships, views, marked dates and the colours of relation types are kept in one attribute of the network, in JSON: other programs keep it but do not read it.',
  ),
  msg(
    'Milestones, figures and sources are one attribute each, in JSON: other programs show their text but do not read it.',
  ),
  msg('An initiative between several actors is several edges, one for each dyad.'),
  msg(
    'Cytoscape draws every edge from source to target; whether an initiative has a direction is in the attribute "directed".',
  ),
]

/** Writes a dataset as Cytoscape JSON; outcome and latest stage are as of a day, `null` for the dataset's own. */
export function writeCytoscapeJson(dataset: Dataset, asOf: Day | null = null): string {
  const graph = graphOf(dataset, { asOf: asOfDay(dataset, asOf) })
  const network = {
    format_version: '1.0',
    generated_by: 'dyad',
    target_cytoscapejs_version: '~3',
    elements: {
      nodes: graph.nodes.map(({ id, label, attributes }) => ({
        data: { id, name: label, ...Object.fromEntries(attributes) },
      })),
      edges: graph.edges.map(({ id, source, target, label, attributes }) => ({
        data: {
          id,
          source,
          target,
          name: label,
          interaction: attributes.get('relation_type'),
          ...Object.fromEntries(attributes),
        },
      })),
    },
    // Last, so that the beginning of the file still tells what it is.
    data: { name: dataset.title, ...Object.fromEntries(graph.attributes) },
  }
  return `${JSON.stringify(network, null, 1)}\n`
}

/** Reads Cytoscape JSON of Dyad and of others, with elements in two lists or in one. */
export const cytoscapeJson: Reader = {
  id: 'cytoscape-json',
  label: msg('Cytoscape JSON'),
  recognises: ({ text, ending }) => /^\s*\{/.test(text) && (ending === '.cyjs' || /"elements"\s*:\s*[[{]/.test(text)),
  read: async (file, context) => readingOfGraph(readNetwork(file.bytes), file, 'Cytoscape JSON', context),
}

function readNetwork(bytes: Uint8Array): Graph {
  const raw = readJson(bytes)
  const elements = isRecord(raw) ? raw.elements : undefined
  if (!isRecord(raw) || (!isRecord(elements) && !Array.isArray(elements))) {
    throw new ReadingError(
      t('The JSON is no network of Cytoscape, which has "elements": choose another file or format.'),
    )
  }
  const graph = emptyGraph()
  graph.directed = true
  if (isRecord(raw.data)) graph.attributes = attributesIn(raw.data, ['name'])
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
  const all = Array.isArray(elements) ? list(elements) : [...list(elements.nodes), ...list(elements.edges)]
  for (const element of all) {
    const data = isRecord(element) && isRecord(element.data) ? element.data : {}
    if ('source' in data || 'target' in data) addEdge(graph, edgeOf(data))
    else {
      addNode(graph, {
        id: nameIn(data.id) ?? '',
        label: nameIn(data.name) ?? nameIn(data.label),
        attributes: attributesIn(data, ['id', 'name', 'label']),
      })
    }
  }
  return graph
}

function edgeOf(data: Record<string, unknown>): GraphEdge {
  return {
    id: nameIn(data.id),
    source: nameIn(data.source) ?? '',
    target: nameIn(data.target) ?? '',
    directed: null,
    label: nameIn(data.label) ?? nameIn(data.name),
    start: null,
    end: null,
    attributes: attributesIn(data, ['id', 'source', 'target', 'name', 'label']),
  }
}
