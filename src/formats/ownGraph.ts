import { t } from '../language/messages.ts'
import { readingOf } from './datasetReading.ts'
import { REST, type Attributes, type Graph, type GraphEdge, type GraphNode } from './graph.ts'
import { isRecord, parseJson } from './jsonText.ts'
import type { Reading, RejectedRow } from './reading.ts'
import { typesFound } from './typesFound.ts'

/**
 * Graphs that were written by Dyad, read back into datasets. Nodes and edges come first: another program may have changed
 * them. What it has dropped of the rest is put together from them as far as they say it.
 */

/** True where edges hold initiatives as Dyad writes them. */
export function isOwnGraph({ attributes, edges }: Graph): boolean {
  return (
    attributes.has(REST) || edges.some((edge) => edge.attributes.has('initiative') && edge.attributes.has('milestones'))
  )
}

export function readOwnGraph(graph: Graph, title: string, onProgress: (share: number) => void): Reading {
  const { contextActors, ...rest } = restOf(graph)
  const rejected: RejectedRow[] = []
  const initiatives = initiativesOf(graph.edges, rejected)
  const notes: string[] = []
  if (rest.relationTypes === undefined) {
    Object.assign(rest, {
      title,
      description: 'Read from a network that another program has saved.',
      version: '1',
      licence: 'Not stated',
      citation: 'Not stated',
      relationTypes: relationTypesOf(graph.edges),
    })
    notes.push(
      t(
        'The file no longer holds its licence, colours, series and memberships: a program that changed it has left them out.',
      ),
    )
  }
  return readingOf(
    {
      ...rest,
      actors: [...graph.nodes.map(actorOf), ...(Array.isArray(contextActors) ? contextActors : [])],
      initiatives,
      sources: sourcesOf(graph.edges, rest.sources),
    },
    { title, onProgress, notes, rejected },
  )
}

function restOf({ attributes }: Graph): Record<string, unknown> {
  const rest = parsed(attributes.get(REST))
  return isRecord(rest) ? { ...rest } : {}
}

/** What the JSON of an attribute says; the text itself where it is none, so that the fault can quote it. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return parseJson(value)
  } catch {
    return value
  }
}

function actorOf({ id, label, attributes }: GraphNode): Record<string, unknown> {
  const get = (name: string): unknown => attributes.get(name)
  const number = (name: string): unknown => {
    const value = get(name)
    return typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  }
  const text = (name: string): string | undefined => {
    const value = get(name)
    // A program that takes codes for numbers loses the zeros before them.
    if (name === 'iso_numeric' && value !== undefined) return String(value).padStart(3, '0')
    return value === undefined ? undefined : String(value)
  }
  const native = text('name_native')
  const seat = text('seat')
  return {
    id,
    kind: get('kind') ?? 'state',
    tier: get('tier') ?? 'core',
    names: {
      en: label ?? id,
      ru: text('name_ru'),
      native: native === undefined ? undefined : { language: text('native_language'), text: native },
    },
    fullName: text('full_name'),
    iso2: text('iso2'),
    isoNumeric: text('iso_numeric'),
    seat: seat === undefined ? undefined : { name: seat, latitude: number('latitude'), longitude: number('longitude') },
    flag: text('flag'),
  }
}

/** The edges of one initiative, one for each dyad, as the initiative. */
function initiativesOf(edges: readonly GraphEdge[], rejected: RejectedRow[]): Record<string, unknown>[] {
  const groups = new Map<string, GraphEdge[]>()
  for (const [i, edge] of edges.entries()) {
    const id = edge.attributes.get('initiative')
    if (id === undefined) {
      rejected.push({
        line: i + 1,
        cells: ['edges', edge.id ?? String(i + 1), `${edge.source} - ${edge.target}`],
        reason: t(
          'edges: it does not say which initiative it is of; give it the attributes "initiative" and "milestones".',
        ),
      })
      continue
    }
    const group = groups.get(String(id))
    if (group) group.push(edge)
    else groups.set(String(id), [edge])
  }
  return [...groups].map(([id, own]) => {
    const { attributes } = own[0]!
    const list = (name: string): unknown => parsed(attributes.get(name)) ?? []
    const side = (name: string): unknown => {
      const value = parsed(attributes.get(name))
      return typeof value === 'string' ? value.split(/\s*[;,]\s*/) : value
    }
    const text = (name: string): string | undefined => {
      const value = attributes.get(name)
      return value === undefined ? undefined : valueAsWritten(value)
    }
    return {
      id,
      from: side('from') ?? [...new Set(own.map(({ source }) => source))],
      to: side('to') ?? [...new Set(own.map(({ target }) => target))],
      directed: isTrue(attributes, 'directed'),
      type: text('relation_type'),
      subtype: text('subtype'),
      title: text('title') ?? own[0]!.label ?? id,
      summary: text('summary') ?? '',
      parties: list('parties'),
      milestones: parsed(attributes.get('milestones')),
      magnitudes: parsed(attributes.get('magnitudes')),
      tags: list('tags'),
      // Without saying, a tie is cooperation.
      valence: attributes.get('valence') === 'conflict' ? 'conflict' : undefined,
      confidence: text('confidence') ?? 'unstated',
    }
  })
}

function valueAsWritten(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isTrue(attributes: Attributes, name: string): boolean {
  const value = attributes.get(name)
  return value === true || (typeof value === 'string' && /^true$/i.test(value))
}

/** The sources that the file gives as a whole, and those that only edges give. */
function sourcesOf(edges: readonly GraphEdge[], all: unknown): unknown[] {
  const sources = Array.isArray(all) ? [...(all as unknown[])] : []
  const ids = new Set(sources.map((source) => (isRecord(source) ? source.id : undefined)))
  for (const { attributes } of edges) {
    const cited = attributes.get('sources')
    // Most edges cite what others have cited; what is known to be there need not be read.
    if (typeof cited !== 'string') continue
    const own = parsed(cited)
    for (const source of Array.isArray(own) ? (own as unknown[]) : []) {
      if (!isRecord(source) || ids.has(source.id)) continue
      ids.add(source.id)
      sources.push(source)
    }
  }
  return sources
}

/** Relation types as the edges name them, in colours of their own. */
function relationTypesOf(edges: readonly GraphEdge[]): unknown[] {
  const labels = new Map<string, string>()
  const subtypes = new Map<string, Map<string, { id: string; label: string; nature: unknown }>>()
  for (const { attributes } of edges) {
    const type = attributes.get('relation_type')
    const subtype = attributes.get('subtype')
    if (typeof type !== 'string' || typeof subtype !== 'string') continue
    labels.set(type, String(attributes.get('relation_type_label') ?? type))
    let own = subtypes.get(type)
    if (!own) subtypes.set(type, (own = new Map()))
    own.set(subtype, {
      id: subtype,
      label: String(attributes.get('subtype_label') ?? subtype),
      nature: attributes.get('nature') ?? 'output',
    })
  }
  const { types, of } = typesFound(
    new Map([...labels].map(([id, label]) => [id, { label, rows: subtypes.get(id)!.size }] as const)),
  )
  return [...labels].map(([id, label]) => {
    const { letter, colour } = types.find((type) => type.id === of(id).type)!
    return { id, label, letter, colour, subtypes: [...subtypes.get(id)!.values()] }
  })
}
