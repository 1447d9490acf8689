import { describe, expect, it } from 'vitest'
import { compareWith } from '../../src/network/changes.ts'
import { asOfRange, columnsOf } from '../../src/network/columns.ts'
import { communitiesOf } from '../../src/network/communities.ts'
import { herfindahl, supplierConcentration } from '../../src/network/concentration.ts'
import { dyadGraph } from '../../src/network/dyadGraph.ts'
import { NO_FILTERS, type Filters } from '../../src/network/filters.ts'
import { linksOf, type Link } from '../../src/network/links.ts'
import { collectionOf, networkBefore, networkMeasures, networkOf } from '../../src/network/networkMeasures.ts'
import { rankLines } from '../../src/network/ranks.ts'
import { select } from '../../src/network/select.ts'
import { initiativesOf } from '../../src/network/slice.ts'
import { columns, dayOf, filtersWith, linksAt, outline, texts } from '../bundled.ts'
import { actorsOf, linksBetween } from './smallNetwork.ts'

const smallNetwork = (letters: string, links: Link[]) => networkOf(columnsOf(actorsOf(letters)), links, NO_FILTERS, 0)
const networkAt = (own: Partial<Filters>, asOf: string) =>
  networkOf(columns, linksAt(own, asOf), filtersWith(own), dayOf(asOf))
const measures = networkMeasures(columns, texts, null)
const measureOf = (id: string) => measures.find((own) => own.id === id)!
/** The values of a measure, by actor. */
const valuesOf = (id: string, network: ReturnType<typeof networkOf>) =>
  Object.fromEntries([...measureOf(id).of(network)].map(([actor, { value }]) => [actor, value]))

describe('a star of three around A, and E without a tie', () => {
  const network = smallNetwork('ABCDE', linksBetween('AB3 AC AD'))

  it('has three partners in the middle, and nothing to say of E', () => {
    expect(valuesOf('degree', network)).toEqual({ A: 3, B: 1, C: 1, D: 1 })
    expect(valuesOf('strength', network)).toEqual({ A: 5, B: 3, C: 1, D: 1 })
  })

  it('leads every pair of the others through the middle', () => {
    expect(valuesOf('betweenness', network)).toEqual({ A: 1, B: 0, C: 0, D: 0 })
  })

  it('has no pair of partners with a tie, and those with one partner have no pair', () => {
    expect(valuesOf('clustering', network)).toEqual({ A: 0 })
  })

  it('is as concentrated as its shares: 3/5, 1/5 and 1/5 squared, and all with one', () => {
    const { A, B } = valuesOf('concentration-ties', network)
    expect(A).toBeCloseTo(0.36 + 0.04 + 0.04, 12)
    expect(B).toBe(1)
  })
})

describe('a triangle of A, B and C with D tied to C', () => {
  const network = smallNetwork('ABCD', linksBetween('AB BC AC CD'))

  it('leads two of the three pairs without C through C: A and D, B and D', () => {
    const { C, ...others } = valuesOf('betweenness', network)
    expect(C).toBeCloseTo(2 / 3, 12)
    expect(others).toEqual({ A: 0, B: 0, D: 0 })
  })

  it('ties one of the three pairs among the partners of C, and the only pair of A and of B', () => {
    expect(valuesOf('clustering', network)).toEqual({ A: 1, B: 1, C: 1 / 3 })
  })
})

describe('a square', () => {
  it('leads each diagonal half through either corner: half of one of three pairs', () => {
    const values = valuesOf('betweenness', smallNetwork('ABCD', linksBetween('AB BC CD AD')))
    for (const actor of 'ABCD') expect(values[actor]).toBeCloseTo(1 / 6, 12)
  })
})

describe('betweenness of all ties', () => {
  it('is what another way of counting gives: the chains of each pair through each actor', () => {
    const network = networkAt({}, outline.asOf)
    const { graph } = network
    const actors = graph.nodes()
    // Steps and numbers of shortest chains from one actor, level by level.
    const from = (start: string) => {
      const steps = new Map([[start, 0]])
      const chains = new Map([[start, 1]])
      for (let level = [start], step = 1; level.length > 0; step++) {
        const found = new Set<string>()
        for (const actor of level) {
          for (const other of graph.neighbors(actor)) {
            if (!steps.has(other)) {
              steps.set(other, step)
              found.add(other)
            }
            if (steps.get(other) === step) chains.set(other, (chains.get(other) ?? 0) + chains.get(actor)!)
          }
        }
        level = [...found]
      }
      return { steps, chains }
    }
    const known = new Map(actors.map((actor) => [actor, from(actor)]))
    const pairs = ((actors.length - 1) * (actors.length - 2)) / 2
    const values = valuesOf('betweenness', network)
    for (const actor of actors) {
      const others = actors.filter((other) => other !== actor)
      let sum = 0
      others.forEach((one, i) => {
        const { steps, chains } = known.get(one)!
        for (const other of others.slice(i + 1)) {
          const rest = known.get(other)!
          const around = steps.get(actor)! + rest.steps.get(actor)!
          if (around === steps.get(other)) {
            sum += (chains.get(actor)! * rest.chains.get(actor)!) / chains.get(other)!
          }
        }
      })
      expect(values[actor], actor).toBeCloseTo(sum / pairs, 10)
    }
  })
})

describe('communities', () => {
  // A to D and E to H are all tied with each other, and D with E: 6 + 6 + 1 ties.
  const links = linksBetween('AB AC AD BC BD CD EF EG EH FG FH GH DE')

  it('are the two groups, named after the member with most', () => {
    const { communities, modularity } = communitiesOf(dyadGraph(actorsOf('ABCDEFGH'), links))
    expect(communities.map(({ first, members }) => [first, members.toSorted().join('')])).toEqual([
      ['D', 'ABCD'],
      ['E', 'EFGH'],
    ])
    // In each group 6 of 13 ties, where half of all ends would give a quarter.
    expect(modularity).toBeCloseTo(2 * (6 / 13 - 1 / 4), 12)
  })

  it('are the same each time', () => {
    const graph = dyadGraph(outline, linksAt({}, outline.asOf))
    expect(communitiesOf(graph)).toEqual(communitiesOf(graph))
  })

  it('are none without a tie, and one with one', () => {
    expect(communitiesOf(dyadGraph(actorsOf('AB'), []))).toEqual({ communities: [], modularity: 0 })
    expect(communitiesOf(dyadGraph(actorsOf('AB'), linksBetween('AB'))).communities).toEqual([
      { first: 'A', members: ['A', 'B'] },
    ])
  })
})

describe('concentration', () => {
  it('is 1 for one, 1/n for n of the same, and nothing of nothing', () => {
    expect(herfindahl([7])).toBe(1)
    expect(herfindahl([2, 2, 2, 2])).toBe(0.25)
    expect(herfindahl([])).toBeNull()
    expect(herfindahl([0])).toBeNull()
  })

  // arms-share.csv: Vietnam in 2020 to 2024 from Russia 166.0, the Netherlands 86.0, Belarus 85.7, the United States 67.8,
  // Czechia 41.4, India 30.0 and others 11.5: 488.4 together.
  const series = texts.series.find(({ id }) => id === 'arms-share')!
  const named = 166 ** 2 + 86 ** 2 + 85.7 ** 2 + 67.8 ** 2 + 41.4 ** 2 + 30 ** 2

  it('of suppliers counts the others as many, or as one', () => {
    const found = supplierConcentration(series, 'VNM', null, dayOf('2024-12-31'))!
    expect(found.low).toBeCloseTo(named / 488.4 ** 2, 10)
    expect(found.high).toBeCloseTo((named + 11.5 ** 2) / 488.4 ** 2, 10)
    expect(found.suppliers).toBe(6)
    expect(found.unnamed).toBeCloseTo(11.5 / 488.4, 10)
  })

  it('of suppliers is of the latest window that was over, within the period', () => {
    const windowAt = (period: [number, number] | null, asOf: string) => {
      const found = supplierConcentration(series, 'VNM', period, dayOf(asOf))
      return found && [found.whole.year, found.whole.until]
    }
    expect(windowAt(null, '2024-12-31')).toEqual([2020, 2024])
    expect(windowAt(null, '2024-12-30')).toEqual([2019, 2023])
    expect(windowAt([2000, 2019], '2024-12-31')).toEqual([2015, 2019])
    expect(windowAt([2016, 2018], '2024-12-31')).toBeNull()
    expect(windowAt(null, '1999-12-30')).toBeNull()
    expect(supplierConcentration(series, 'RUS', null, dayOf('2024-12-31'))).toBeNull()
  })

  it('of imports is not there where its relation type is left out, or before the series have come', () => {
    const ids = (own: ReturnType<typeof networkMeasures>) => own.map(({ id }) => id)
    expect(ids(networkMeasures(columns, texts, null))).toContain('concentration-arms-share')
    expect(ids(networkMeasures(columns, texts, ['energy']))).not.toContain('concentration-arms-share')
    expect(ids(networkMeasures(columns, null, null))).not.toContain('concentration-arms-share')
  })
})

describe('measures of the bundled dataset', () => {
  it('say of one tie what there is to say', () => {
    // On 2017-10-24 the Philippines had two arms initiatives with Russia, both signed that day, and nothing else.
    const network = networkAt({ partner: ['PHL'] }, '2017-10-24')
    expect(valuesOf('degree', network)).toEqual({ RUS: 1, PHL: 1 })
    expect(valuesOf('strength', network)).toEqual({ RUS: 2, PHL: 2 })
    expect(valuesOf('betweenness', network)).toEqual({})
    expect(valuesOf('clustering', network)).toEqual({})
    expect(valuesOf('concentration-ties', network)).toEqual({ RUS: 1, PHL: 1 })
  })

  it('leave conflict out', () => {
    const network = networkAt({ valence: ['conflict'] }, outline.asOf)
    expect(network.graph.order).toBe(0)
    for (const measure of measures) expect(measure.of(network).size, measure.id).toBe(0)
  })

  it('count on the first day its only initiative: the oil of Vietnam', () => {
    const [first] = asOfRange(columns)
    const links = linksOf(columns, NO_FILTERS, select(columns, NO_FILTERS, first, null))
    expect(valuesOf('strength', networkOf(columns, links, NO_FILTERS, first))).toEqual({ RUS: 1, VNM: 1 })
    const before = linksOf(columns, NO_FILTERS, select(columns, NO_FILTERS, first - 1, null))
    expect(networkOf(columns, before, NO_FILTERS, first - 1).graph.order).toBe(0)
  })

  it('count in strength the initiatives that its number opens', () => {
    for (const own of [{}, { type: ['arms'] }, { outcome: ['realised'] }] satisfies Partial<Filters>[]) {
      const selection = select(columns, filtersWith(own), dayOf(outline.asOf), null)
      for (const [actor, { text, note, slice }] of measureOf('strength').of(networkAt(own, outline.asOf))) {
        const behind = initiativesOf({ columns, selection, comparison: null }, slice!).length
        expect(Number(note?.slice('from '.length) ?? text), actor).toBe(behind)
      }
    }
  })

  it('read on an earlier day are what they were then', () => {
    const day = dayOf('2015-12-31')
    const selection = select(columns, NO_FILTERS, dayOf(outline.asOf), null)
    const then = networkBefore(columns, networkAt({}, outline.asOf), compareWith(columns, selection, day))
    expect(valuesOf('strength', then)).toEqual(valuesOf('strength', networkAt({}, '2015-12-31')))
    expect(valuesOf('concentration-arms-share', then)['CHN']).toBe(
      supplierConcentration(
        texts.series.find(({ id }) => id === 'arms-share')!,
        'CHN',
        null,
        day,
      )!.low,
    )
  })

  it('know around whom the records were collected, unless others have the most of them', () => {
    const all = linksAt({ valence: ['cooperation'] }, outline.asOf)
    const { focus, own, others } = collectionOf(columns, all)!
    const count = (has: boolean) =>
      [...outline.initiatives].filter(
        ({ valence, from, to }) => valence === 'cooperation' && (from.includes('RUS') || to.includes('RUS')) === has,
      ).length
    expect([focus, own, others]).toEqual(['RUS', count(true), count(false)])
    expect(
      collectionOf(
        columns,
        all.filter(({ dyad }) => dyad.a !== 'RUS'),
      ),
    ).toBeNull()
    expect(collectionOf(columns, [])).toBeNull()
  })
})

describe('ranks', () => {
  const network = smallNetwork('ABCDE', linksBetween('AB3 AC AD BC'))
  const ranked = ['degree', 'clustering', 'community'].map((id) => ({
    measure: measureOf(id),
    values: measureOf(id).of(network),
  }))
  // Partners: A 3, B 2, C 2, D 1.
  const ranksBy = (sort: string) =>
    rankLines(network.graph.nodes(), ranked, sort, (id) => id).map(
      ({ actor, rank, isShared }) => `${actor}${rank ?? '-'}${isShared ? '=' : ''}`,
    )

  it('are shared by those with the same value, and the next one is left out', () => {
    expect(ranksBy('-degree')).toEqual(['A1', 'B2=', 'C2=', 'D4'])
    expect(ranksBy('degree')).toEqual(['D4', 'B2=', 'C2=', 'A1'])
  })

  it('are none where a measure says nothing, or does not rank', () => {
    // A has one tied pair of three, B and C one of one, D no pair.
    expect(ranksBy('-clustering')).toEqual(['B1=', 'C1=', 'A3', 'D-'])
    expect(ranksBy('clustering')).toEqual(['A3', 'B1=', 'C1=', 'D-'])
    expect(ranksBy('-name')).toEqual(['D-', 'C-', 'B-', 'A-'])
    expect(ranksBy('-community').map((words) => words.slice(1))).toEqual(['-', '-', '-', '-'])
    expect(rankLines([], ranked, '-degree', String)).toEqual([])
  })
})
