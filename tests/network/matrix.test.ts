import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/network/columns.ts'
import type { Filters } from '../../src/network/filters.ts'
import { everyLink, linksOf } from '../../src/network/links.ts'
import {
  cellInWords,
  largestCell,
  matrixOf,
  sortedMatrix,
  type Head,
  type Matrix,
  type Order,
  type Side,
} from '../../src/network/matrix.ts'
import { select } from '../../src/network/select.ts'
import { readMeasure } from '../../src/network/seriesMeasures.ts'
import { initiativesOf } from '../../src/network/slice.ts'
import { columns, dayOf, filtersWith, outline, texts } from '../bundled.ts'

/*
 * Worked out by hand from data/initiatives/: Vietnam's 32 with Russia (see ledger.test.ts for what had begun by the end of
 * 2015), Malaysia's five, and four each of the Philippines and of Laos. Without Russia there are two of Vietnam with the
 * EEU (a free-trade agreement delivering, a trade target expired) and one of Laos with the SCO (a membership in force since
 * September 2025).
 */
const every = everyLink(columns)
const matrixAt = (own: Partial<Filters>, asOf: string, side: Side, focus = 'RUS', measure = 'initiatives') => {
  const filters = filtersWith(own)
  const selection = select(columns, filters, dayOf(asOf), null)
  const { outcomes } = selection
  const links = linksOf(columns, filters, selection)
  const reading = readMeasure(measure, {
    columns,
    texts,
    every,
    outcomes,
    period: filters.period,
    asOf: selection.asOf,
  })
  return { matrix: matrixOf({ columns, filters, selection, links, focus, side, reading }), selection, reading }
}
const named = (head: Head) =>
  head.kind === 'without'
    ? `without ${head.actor}`
    : 'actor' in head
      ? head.actor
      : head.kind === 'type'
        ? head.type
        : head.subtype
/** "8: 7/8" for 8 initiatives, 7 of 8 outputs realised; conflict after a plus. */
const counts = (cell: Matrix['total'] | null) =>
  cell && `${cell.size}: ${cell.realised}/${cell.outputs}${cell.conflict ? ` + ${cell.conflict}` : ''}`
const rowOf = ({ rows, columns: heads, cells }: Matrix, name: string) => {
  const row = rows.findIndex(({ head }) => named(head) === name)
  return Object.fromEntries(
    heads.flatMap(({ head }, i) => (cells[row]![i] ? [[named(head), counts(cells[row]![i]!)]] : [])),
  )
}
const FOUR = { partner: ['VNM', 'MYS', 'PHL', 'LAO'] }

describe('partners by relation type', () => {
  it('counts the initiatives of each, and what came of its outputs', () => {
    const { matrix } = matrixAt({}, '2015-12-31', 'type')
    // The fourth of diplomacy is a process, the defence dialogue.
    expect(rowOf(matrix, 'VNM')).toEqual({ arms: '8: 7/8', energy: '10: 4/10', diplomacy: '4: 0/3', economy: '4: 2/4' })
    const line = matrix.rows.find(({ head }) => named(head) === 'VNM')!
    expect(counts(line.total)).toBe('26: 13/25')
  })

  it('has a last row for what passes the focus by, and totals that count each once', () => {
    const { matrix } = matrixAt(FOUR, '2026-06-18', 'type')
    expect(matrix.rows.map(({ head }) => named(head))).toEqual(['VNM', 'MYS', 'PHL', 'LAO', 'without RUS'])
    expect(rowOf(matrix, 'PHL')).toEqual({ arms: '3: 1/3', energy: '1: 0/1' })
    expect(rowOf(matrix, 'without RUS')).toEqual({ diplomacy: '1: 1/1', economy: '2: 1/2' })
    // The forum of Vladivostok is a process with Malaysia and Laos: 32 + 5 + 4 + 4 - 1 + 3.
    expect(counts(matrix.total)).toBe('47: 25/44')
    const diplomacy = matrix.columns.find(({ head }) => named(head) === 'diplomacy')!
    // Vietnam's five, three of them outputs with one in force; the forum once; the membership.
    expect(counts(diplomacy.total)).toBe('7: 2/4')
  })

  it('counts conflict apart', () => {
    // Japan and Russia: three incidents, an exercise, and an agreement that is realised.
    const { matrix } = matrixAt({ partner: ['JPN'], type: ['arms'] }, '2026-06-18', 'type')
    expect(matrix.columns.map(({ head }) => named(head))).toEqual(['arms'])
    expect(rowOf(matrix, 'JPN')).toEqual({ arms: '5: 1/1 + 3' })
  })

  it('is empty where nothing has begun', () => {
    const { matrix } = matrixAt({ partner: ['PHL'] }, '2015-12-31', 'type')
    expect(matrix.rows).toEqual([])
    expect(matrix.cells).toEqual([])
    expect(counts(matrix.total)).toBe('0: 0/0')
  })
})

describe('partners by subtype', () => {
  it('tells them apart', () => {
    const { matrix } = matrixAt({ type: ['arms'] }, '2015-12-31', 'subtype')
    // Kilo, Su-30, Gepard, Bastion and S-300; Molniya; the base given up and the access granted.
    expect(rowOf(matrix, 'VNM')).toEqual({
      'arms/transfer': '5: 5/5',
      'arms/licence': '1: 1/1',
      'arms/access': '2: 1/2',
    })
  })

  it('has those that the dataset has and the filters ask for', () => {
    const kinds = (own: Partial<Filters>) =>
      matrixAt(own, '2026-06-18', 'subtype').matrix.columns.map(({ head }) => named(head))
    // Of eight subtypes of arms no initiative is one of maintenance.
    expect(kinds({ type: ['arms'] })).toEqual([
      'arms/transfer',
      'arms/licence',
      'arms/co-development',
      'arms/exercise',
      'arms/incident',
      'arms/agreement',
      'arms/access',
    ])
    expect(kinds({ subtype: ['energy/lng', 'energy/coal'] })).toEqual(['energy/lng', 'energy/coal'])
  })
})

describe('actor by actor', () => {
  it('has every pair on both sides of an empty diagonal', () => {
    const { matrix } = matrixAt({ partner: ['VNM'] }, '2026-06-18', 'actor')
    expect(matrix.rows.map(({ head }) => named(head))).toEqual(['RUS', 'VNM', 'EEU'])
    expect(matrix.cells.map((row) => row.map(counts))).toEqual([
      [null, '32: 18/30', null],
      ['32: 18/30', null, '2: 1/2'],
      [null, '2: 1/2', null],
    ])
    expect(matrix.rows.map(({ total }) => counts(total))).toEqual(['32: 18/30', '34: 19/32', '2: 1/2'])
  })
})

describe('what a cell counts', () => {
  it.each<[Side, string]>([
    ['type', 'RUS'],
    ['subtype', 'RUS'],
    ['actor', 'RUS'],
    ['type', 'EEU'],
    ['subtype', 'CHN'],
  ])('is what its slice holds: %s, %s in the focus', (side, focus) => {
    for (const own of [{}, { partner: ['VNM', 'IND'] }, { type: ['arms'], period: [2000, 2012] as const }]) {
      const { matrix, selection } = matrixAt(own as Partial<Filters>, '2020-05-01', side, focus)
      const all = [
        ...matrix.cells.flat(),
        ...[...matrix.rows, ...matrix.columns].map(({ total }) => total),
        matrix.total,
      ]
      for (const cell of all) {
        if (!cell) continue
        const behind = initiativesOf({ columns, selection, comparison: null }, cell.slice)
        expect(behind.toSorted((x, y) => x - y)).toEqual(cell.initiatives())
      }
    }
  })

  it('never goes over the largest cell of the dataset', () => {
    // 24 of diplomacy with China; 81 of all with China.
    expect(largestCell(columns, 'RUS', 'type')).toBe(24)
    expect(largestCell(columns, 'RUS', 'actor')).toBe(81)
    // The ten arms transfers to India; the twelve memberships without Russia are no cell of a partner.
    expect(largestCell(columns, 'RUS', 'subtype')).toBe(10)
    // Seen from India the largest is that with Russia, not the 109 of the economy without India.
    expect(largestCell(columns, 'IND', 'type')).toBe(20)
    expect(largestCell(columnsOf({ ...outline, initiatives: [] }), 'RUS', 'type')).toBe(1)
  })
})

describe('a measure', () => {
  const measured = (measure: string, asOf: string, side: Side = 'type') => {
    const { matrix, reading } = matrixAt({ partner: ['THA'] }, asOf, side, 'RUS', measure)
    const row = matrix.rows.findIndex(({ head }) => named(head) === 'THA')
    return { cells: matrix.cells[row]!, heads: matrix.columns.map(({ head }) => named(head)), reading }
  }

  it('of a series fills the cells of its relation type alone', () => {
    // SIPRI has 2.9 in 2008 and 21.8 in 2011 for Thailand, up to the end of 2013, and no more than zeros beside them.
    const { cells, heads, reading } = measured('arms-tiv', '2013-12-31')
    const arms = cells[heads.indexOf('arms')]!
    expect(arms.measured!.value).toBeCloseTo(24.7)
    expect(arms.measured!.years).toEqual([1992, 2013])
    expect(cellInWords(arms, reading.measure)).toMatch(/, 24.7 TIV m \(1992 to 2013\)$/)
    const others = cells.filter((cell, i) => cell && heads[i] !== 'arms')
    expect(others.length).toBeGreaterThan(0)
    expect(others.map((cell) => cell!.measured)).toEqual(others.map(() => null))
    expect(cellInWords(others[0]!, reading.measure)).toMatch(/, not measured$/)
  })

  it('of a series is that of the pair, actor by actor', () => {
    const { cells, heads } = measured('arms-tiv', '2013-12-31', 'actor')
    expect(cells[heads.indexOf('RUS')]!.measured!.value).toBeCloseTo(24.7)
    expect(cells[heads.indexOf('EEU')]?.measured ?? null).toBeNull()
  })

  it('may count what is realised', () => {
    const { matrix } = matrixAt({ partner: ['VNM'] }, '2015-12-31', 'type', 'RUS', 'realised')
    // The defence dialogue is held: a process that is realised.
    expect(matrix.cells[0]!.map((cell) => cell!.measured!.value)).toEqual([7, 4, 1, 2])
  })
})

describe('the order', () => {
  const nameOf = (id: string) => outline.actors.find((actor) => actor.id === id)!.names.en
  const sorted = (order: Order, asOf = '2026-06-18', side: Side = 'type') =>
    sortedMatrix(matrixAt(FOUR, asOf, side).matrix, order, nameOf)
  const rows = (matrix: Matrix) => matrix.rows.map(({ head }) => named(head))

  it('by initiatives rests on all dates: what has not begun leaves no gap and changes nothing', () => {
    expect(rows(sorted('total', '2003-06-01'))).toEqual(['VNM', 'MYS'])
    expect(rows(sorted('total'))).toEqual(['VNM', 'MYS', 'PHL', 'LAO', 'without RUS'])
  })

  it('by name', () => {
    expect(rows(sorted('name'))).toEqual(['LAO', 'MYS', 'PHL', 'VNM', 'without RUS'])
  })

  it('by share realised: 3 of 4, 18 of 30, 1 of 3, 1 of 4', () => {
    expect(rows(sorted('share'))).toEqual(['MYS', 'VNM', 'LAO', 'PHL', 'without RUS'])
  })

  it('by similarity of profiles', () => {
    /*
     * Arms, energy, diplomacy, economy: Vietnam 10 10 5 7, Malaysia 2 0 1 2, the Philippines 3 1 0 0, Laos 1 1 1 1.
     * Cosine distances: V-M 0.215, V-P 0.236, V-L 0.033, M-P 0.368, M-L 0.167, P-L 0.368. First V and L; then M, 0.191 on
     * average, on the side of L; then P on the side of V, which gives M L V P; turned so that V stands in the upper half.
     */
    expect(rows(sorted('similarity'))).toEqual(['PHL', 'VNM', 'LAO', 'MYS', 'without RUS'])
  })

  it('moves rows and columns together where both are actors', () => {
    const matrix = sorted('name', '2026-06-18', 'actor')
    expect(rows(matrix)).toEqual(['EEU', 'LAO', 'MYS', 'PHL', 'RUS', 'SCO', 'VNM'])
    expect(matrix.columns).toEqual(matrix.rows)
    matrix.cells.forEach((row, i) => row.forEach((cell, j) => expect(cell?.slice).toEqual(matrix.cells[j]![i]?.slice)))
    expect(rowOf(matrix, 'EEU')).toEqual({ VNM: '2: 1/2' })
  })
})
