import betweenness from 'graphology-metrics/centrality/betweenness.js'
import { weightedDegree } from 'graphology-metrics/node/weighted-degree.js'
import { known, t } from '../language/messages.ts'
import { fixedInWords, lowerFirst, numberInWords } from '../language/numbers.ts'
import { namesOf } from '../model/actorNames.ts'
import type { Day } from '../model/dates.ts'
import type { Texts } from '../model/outline.ts'
import type { Series } from '../model/schema.ts'
import type { Comparison } from './changes.ts'
import type { Columns } from './columns.ts'
import { communitiesOf, type Communities, type Community } from './communities.ts'
import { herfindahl, supplierConcentration } from './concentration.ts'
import { dyadGraph, type DyadGraph } from './dyadGraph.ts'
import type { Filters } from './filters.ts'
import { countsByActor, linkOutcome, tallyOf, type Link } from './links.ts'
import { isOfParts } from './series.ts'
import type { Slice } from './slice.ts'
import { yearsInWords } from './words.ts'

/** What the network of ties says of its actors. Every measure rests on the ties of cooperation in the selection. */

/** What measures are read from. */
export interface Network {
  graph: DyadGraph
  /** The links of cooperation that the graph was made of. */
  links: readonly Link[]
  communities: Communities
  nameOf: (actor: string) => string
  /** The filter's years; `null` for all. */
  period: Filters['period']
  asOf: Day
}

/** Makes the network of some links; those of conflict are left out of it. */
export function networkOf(
  columns: Columns,
  links: readonly Link[],
  { period }: Pick<Filters, 'period'>,
  asOf: Day,
): Network {
  const graph = dyadGraph(columns.outline, links)
  return {
    graph,
    links: links.filter(({ valence }) => valence === 'cooperation'),
    communities: communitiesOf(graph),
    nameOf: namesOf(columns.outline.actors),
    period,
    asOf,
  }
}

/** The same network on an earlier day: what had begun of its ties by then. */
export function networkBefore(columns: Columns, { links, period }: Network, { since, before }: Comparison): Network {
  const begun = links.flatMap((link) => {
    const initiatives = link.initiatives.filter((i) => before.at(i))
    if (initiatives.length === 0) return []
    const { id, dyad, type, valence, silent } = link
    const tally = tallyOf(before, initiatives)
    return [
      {
        id,
        dyad,
        type,
        valence,
        silent,
        tally,
        initiatives,
        shared: initiatives,
        size: initiatives.length,
        outcome: linkOutcome(tally),
      },
    ]
  })
  return networkOf(columns, begun, { period }, since)
}

/** What a measure says of an actor. */
export interface MeasureValue {
  value: number
  text: string
  /** What the text rests on, in a few letters. */
  note?: string
  /** More of that, in words. */
  aside?: string
  /** The initiatives behind a count. */
  slice?: Slice
}

export interface NetworkMeasure {
  id: string
  label: string
  /** The columns of one group stand beside each other under its name. */
  group: string
  /** What actors are ranked by, after "by": "strength". */
  inWords: string
  /** What it means here, in a sentence. */
  means: string
  /** What it does not, in a sentence. */
  doesNot: string
  /** How it is computed. */
  method: string
  sources: readonly { label: string; url: string }[]
  /** Whether larger is more, so that actors can be ranked by it and a bar can show it. */
  isRanked: boolean
  /** What the longest bar stands for: the largest value there is, or 1 where that is the end of the scale. */
  scale: 'largest' | 'one'
  /** Its value for each actor; those of which it says nothing are missing. */
  of: (network: Network) => Map<string, MeasureValue>
}

const doi = (label: string, name: string) => ({ label, url: `https://doi.org/${name}` })
const freeman = () => doi(t('Freeman 1978'), '10.1016/0378-8733(78)90021-7')
const hirschman = () => ({ label: t('Hirschman 1964'), url: 'https://www.jstor.org/stable/1818582' })

/** A measure from 0 to 1, so that an exact 0 or 1 shows. */
function fraction(value: number): string {
  return value === 0 || value === 1 ? numberInWords(value) : fixedInWords(value, value < 0.0095 ? 3 : 2)
}

const degree = (): NetworkMeasure => ({
  id: 'degree',
  label: t('Partners'),
  inWords: t('number of partners'),
  group: t('Ties'),
  means: t('With how many others the actor has a tie of cooperation.'),
  doesNot: t(
    'It does not say how much a tie carries, and an actor whose other ties were not collected looks lonelier than it is.',
  ),
  method: t('Degree: the number of dyads with at least one initiative in the selection.'),
  sources: [freeman()],
  isRanked: true,
  scale: 'largest',
  of: ({ graph }) => valuesOf(graph, (actor) => plain(graph.degree(actor), numberInWords(graph.degree(actor)))),
})

const strength = (): NetworkMeasure => ({
  id: 'strength',
  label: t('Strength'),
  inWords: t('strength'),
  group: t('Ties'),
  means: t('How many initiatives the ties of the actor hold, one with several partners counted in the tie with each.'),
  doesNot: t(
    'It counts and does not weigh: a visit counts as much as a pipeline, and a promise as much as a delivery, unless filters leave them out.',
  ),
  method: t(
    'Strength, or weighted degree: the sum of the initiatives of all ties. An initiative with several partners counts in the tie with each; where that makes a difference, the number of initiatives stands beside it.',
  ),
  sources: [doi(t('Barrat and others 2004'), '10.1073/pnas.0400087101')],
  isRanked: true,
  scale: 'largest',
  of: ({ graph, links }) => {
    const own = countsByActor(links)
    return valuesOf(graph, (actor) => {
      const value = weightedDegree(graph, actor, 'weight')
      const count = own.get(actor)!
      const slice: Slice = { actor, valence: 'cooperation' }
      if (count === value) return { value, text: numberInWords(value), slice }
      return {
        value,
        text: numberInWords(value),
        note: t('from {count, number}', { count }),
        aside: t('counted with each partner, from {count, plural, one {# initiative} other {# initiatives}}', {
          count,
        }),
        slice,
      }
    })
  },
})

const between = (): NetworkMeasure => ({
  id: 'betweenness',
  label: t('Betweenness'),
  inWords: t('betweenness'),
  group: t('Position'),
  means: t(
    'Of all pairs of other actors, the share whose shortest chain of ties runs through this one; where several chains are as short, the part of them that does.',
  ),
  doesNot: t(
    'It does not show influence, or that anything passes along a chain; and it tells above all whose ties were collected.',
  ),
  method: t(
    'Betweenness centrality, divided by the number of pairs of other actors: 0 to 1. Every tie is one step, whatever it holds.',
  ),
  sources: [freeman(), doi(t('Brandes 2001'), '10.1080/0022250X.2001.9990249')],
  isRanked: true,
  scale: 'one',
  of: ({ graph }) => {
    if (graph.order < 3) return new Map()
    const values = betweenness(graph, { getEdgeWeight: null })
    return valuesOf(graph, (actor) => plain(values[actor]!, fraction(values[actor]!)))
  },
})

const clustering = (): NetworkMeasure => ({
  id: 'clustering',
  label: t('Clustering'),
  inWords: t('clustering'),
  group: t('Position'),
  means: t('Of all pairs of the actor’s partners, the share that have a tie with each other too.'),
  doesNot: t(
    'A low value does not make its partners strangers: ties between them are seldom on record here. With two or three partners a single tie moves it far.',
  ),
  method: t('Local clustering coefficient: 0 to 1, and none for an actor with fewer than two partners.'),
  sources: [doi(t('Watts and Strogatz 1998'), '10.1038/30918')],
  isRanked: true,
  scale: 'one',
  of: ({ graph }) =>
    valuesOf(graph, (actor) => {
      const partners = graph.neighbors(actor)
      const pairs = (partners.length * (partners.length - 1)) / 2
      if (pairs === 0) return null
      const tied = partners.reduce(
        (sum, one, i) => sum + partners.slice(i + 1).filter((other) => graph.hasEdge(one, other)).length,
        0,
      )
      const words = t('{count, number} of {pairs, plural, one {# pair} other {# pairs}}', { count: tied, pairs })
      return { value: tied / pairs, text: fraction(tied / pairs), note: `${tied}/${pairs}`, aside: words }
    }),
})

const communityMeasure = (): NetworkMeasure => ({
  id: 'community',
  label: t('Community'),
  inWords: t('community'),
  group: t('Position'),
  means: t(
    'Which group the actor falls into when actors are divided so that as many initiatives as possible lie within groups; each is named after its member with most initiatives.',
  ),
  doesNot: t('A community is no alliance and no bloc, and another division can be nearly as good.'),
  method: t(
    'Louvain method on the number of initiatives: the best of ten runs, the same each time. Modularity says how far the division is from chance: 0 is no better, and groups are usually believed from about 0.3.',
  ),
  sources: [
    doi(t('Blondel and others 2008'), '10.1088/1742-5468/2008/10/P10008'),
    doi(t('Newman and Girvan 2004'), '10.1103/PhysRevE.69.026113'),
  ],
  isRanked: false,
  scale: 'largest',
  of: ({ graph, communities: { communities }, nameOf: called }) =>
    valuesOf(graph, (actor) => {
      const position = communities.findIndex(({ members }) => members.includes(actor))
      const community = communities[position]!
      // The largest comes first where the largest value does.
      return {
        value: communities.length - position,
        text: communityName(community, called),
        aside: t('community of {count, number}', { count: community.members.length }),
      }
    }),
})

const tieConcentration = (): NetworkMeasure => ({
  id: 'concentration-ties',
  label: t('Ties'),
  inWords: t('concentration of ties'),
  group: t('Concentration'),
  means: t('How far the initiatives of the actor stand with few partners: 1 with one alone.'),
  doesNot: t(
    'It does not say that the actor depends on its first partner: only initiatives in these records are counted, and nothing is weighed.',
  ),
  method: t(
    'Herfindahl index: the sum of the squared shares of its partners in its strength. It is 1 divided by the number of partners where all have the same share.',
  ),
  sources: [hirschman()],
  isRanked: true,
  scale: 'one',
  of: ({ graph }) =>
    valuesOf(graph, (actor) => {
      const weights = graph.mapEdges(actor, (_edge, { weight }) => weight)
      const value = herfindahl(weights)!
      const partners = weights.length
      const words =
        partners === 1
          ? t('one partner')
          : t('{count, plural, one {# partner} other {# partners}}; {value} if all had the same share', {
              count: partners,
              value: fraction(1 / partners),
            })
      return { value, text: fraction(value), note: t('of {count, number}', { count: partners }), aside: words }
    }),
})

/** How concentrated the suppliers of each actor are, for a series whose rows are parts of a whole. */
function supplierMeasure(columns: Columns, series: Series): NetworkMeasure {
  const type = columns.outline.relationTypes.find(({ id }) => id === series.type)
  const label = type ? t('{type} imports', { type: known(type.label) }) : known(series.title)
  return {
    id: `concentration-${series.id}`,
    label,
    inWords: t('concentration of {what}', { what: lowerFirst(label) }),
    group: t('Concentration'),
    means: t('How far what the actor received came from few suppliers: 1 from one alone ({series}).', {
      series: known(series.title),
    }),
    doesNot: t(
      'It does not tell who they are or how much came, and says nothing of what is made at home: a small order from one supplier gives 1.',
    ),
    method: t(
      'Herfindahl index of the shares of suppliers in the latest window of the period that was over by the as-of date. Suppliers that the series does not name count as spread over very many; where it matters, the second number takes them for one. A window that is older than those of others is named.',
    ),
    sources: [hirschman()],
    isRanked: true,
    scale: 'one',
    of: ({ graph, period, asOf }) => {
      const found = new Map(graph.nodes().map((id) => [id, supplierConcentration(series, id, period, asOf)]))
      const latest = [...found.values()].reduce((year, own) => Math.max(year, own?.whole.until ?? year), -Infinity)
      return valuesOf(graph, (actor) => {
        const own = found.get(actor)
        if (!own) return null
        const { low, high, suppliers, unnamed, whole } = own
        const [least, most] = [fraction(low), fraction(high)]
        const years = yearsInWords(whole)
        const rest = fixedInWords(unnamed * 100, 1)
        return {
          value: low,
          text: least === most ? least : `${least}–${most}`,
          ...(whole.until < latest && { note: t('in {years}', { years }) }),
          aside:
            unnamed > 0.0005
              ? t('{years}; {count, plural, one {# supplier} other {# suppliers}} named, and {rest} % from others', {
                  years,
                  count: suppliers,
                  rest,
                })
              : t('{years}; {count, plural, one {# supplier} other {# suppliers}} named', { years, count: suppliers }),
        }
      })
    },
  }
}

/**
 * The measures of a dataset, in the order of their columns; those that rest on its series as soon as the texts are there,
 * and unless the filters leave out the relation type of the series.
 */
export function networkMeasures(columns: Columns, texts: Texts | null, types: Filters['type']): NetworkMeasure[] {
  const series = (texts?.series ?? []).filter(
    (own) => isOfParts(own) && (own.type === undefined || (types?.includes(own.type) ?? true)),
  )
  const counted = [degree(), strength(), between(), clustering(), communityMeasure(), tieConcentration()]
  return [...counted, ...series.map((own) => supplierMeasure(columns, own))]
}

/** How far a selection is made of one actor's initiatives: what measures of position tell then is how it was collected. */
export interface Collection {
  /** The actor around which the dataset was collected. */
  focus: string
  /** How many of the selected initiatives are in a dyad of it, and how many are not. */
  own: number
  others: number
}

/**
 * How much of some links of cooperation is of the dataset's own focus.
 * @returns `null` where less than half is, so that nothing follows from it
 */
export function collectionOf(columns: Columns, links: readonly Link[]): Collection | null {
  const { focus } = columns.outline
  const all = new Set<number>()
  const own = new Set<number>()
  for (const { initiatives, dyad } of links) {
    for (const i of initiatives) {
      all.add(i)
      if (dyad.a === focus || dyad.b === focus) own.add(i)
    }
  }
  return own.size * 2 > all.size ? { focus, own: own.size, others: all.size - own.size } : null
}

/** The name of a community by its first member: "China’s", "Philippines’". */
export function communityName({ first }: Community, called: (actor: string) => string): string {
  const name = called(first)
  return t('{ending, select, s {{actor}’} other {{actor}’s}}', { actor: name, ending: name.slice(-1) })
}

function plain(value: number, text: string): MeasureValue {
  return { value, text }
}

function valuesOf(graph: DyadGraph, of: (actor: string) => MeasureValue | null): Map<string, MeasureValue> {
  return new Map(
    graph.nodes().flatMap((actor) => {
      const value = of(actor)
      return value ? [[actor, value] as const] : []
    }),
  )
}
