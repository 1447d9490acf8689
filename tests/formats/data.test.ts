import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDataFolderFromDisk } from '../../src/formats/dataFolderFromDisk.ts'
import { formatFault } from '../../src/formats/fault.ts'
import type { Dataset } from '../../src/model/schema.ts'

/** The counts are those of the evidence from which the folder was filled; a new record changes them here too. */
describe('data/', { timeout: 60_000 }, () => {
  let dataset: Dataset

  beforeAll(() => {
    const result = readDataFolderFromDisk('data')
    expect(result.faults.map((fault) => formatFault(fault))).toEqual([])
    dataset = result.dataset!
  }, 60_000)

  it('holds every initiative with its milestones and figures', () => {
    const { initiatives } = dataset
    expect(initiatives).toHaveLength(380)
    expect(initiatives.flatMap(({ milestones }) => milestones)).toHaveLength(1262)
    expect(initiatives.flatMap(({ magnitudes }) => magnitudes ?? [])).toHaveLength(532)
    expect(count(initiatives.map(({ type }) => type))).toEqual({ arms: 81, energy: 74, diplomacy: 101, economy: 124 })
    expect(count(initiatives.map(({ confidence }) => confidence))).toEqual({ high: 243, medium: 130, low: 7 })
    expect(initiatives.filter(({ valence }) => valence === 'conflict')).toHaveLength(9)
  })

  it('holds every source once', () => {
    // 1422 lines for partners and 69 for series; four sources stand in the lines of two partners.
    expect(dataset.sources).toHaveLength(1422 + 69 - 4)
  })

  it('holds every row of every series', () => {
    expect(Object.fromEntries(dataset.series.map(({ id, observations }) => [id, observations.length]))).toEqual({
      'arms-tiv': 340,
      'arms-share': 745,
      energy: 135,
      trade: 373,
      'trade-alt': 483,
      'un-agreement': 224,
    })
  })

  it('holds every membership', () => {
    expect(dataset.memberships).toHaveLength(108)
    expect(count(dataset.memberships.map(({ organisation }) => organisation))).toEqual({
      ASEAN: 12,
      SCO: 48,
      EEU: 9,
      APEC: 21,
      EAS: 18,
    })
  })

  it('reads a row as it is written', () => {
    const [share] = dataset.series.find(({ id }) => id === 'arms-share')!.observations
    expect(share).toEqual({
      from: 'USA',
      to: 'ASEAN',
      year: 1995,
      untilYear: 1999,
      value: 3142.9,
      unit: 'TIV m',
      facets: { total: '10256.5', share_pct: '30.6', rank: '1' },
      sources: ['sipri-register'],
    })
    const [trade] = dataset.series.find(({ id }) => id === 'trade')!.observations
    expect(trade).toEqual({
      from: 'RUS',
      to: 'CHN',
      year: 2005,
      value: 29.097,
      unit: 'USD bn',
      facets: { flow: 'turnover', basis: 'partner' },
      sources: ['imf-dots'],
      note: 'partner-reported: its imports CIF and exports FOB',
    })
  })

  it('gives each state codes, names and a flag that exists, and all but one its capital', () => {
    const states = dataset.actors.filter(({ kind }) => kind === 'state')
    expect(dataset.actors).toHaveLength(states.length + 7)
    for (const { id, iso2, isoNumeric, flag } of states) {
      expect([id, iso2, isoNumeric]).not.toContain(undefined)
      for (const shape of ['1x1', '4x3']) {
        expect(existsSync(`node_modules/flag-icons/flags/${shape}/${flag}.svg`), `${id} ${flag}`).toBe(true)
      }
    }
    expect(states.filter(({ seat }) => !seat).map(({ id }) => id)).toEqual(['ISR'])
    expect(states.filter(({ names }) => !names.native).map(({ id }) => id)).toEqual(['MDV'])
    const korea = (id: string) => dataset.actors.find((actor) => actor.id === id)!.names
    expect(korea('PRK')).toEqual({ en: 'North Korea', ru: 'Северная Корея', native: { language: 'ko', text: '조선' } })
    expect(korea('KOR').en).toBe('South Korea')
  })

  it('draws the core and what surrounds it, and leaves the rest to series and memberships', () => {
    const used = new Set(dataset.initiatives.flatMap(({ from, to }) => [...from, ...to]))
    const context = dataset.actors.filter(({ tier }) => tier === 'context').map(({ id }) => id)
    expect(context.filter((id) => used.has(id))).toEqual([])
    expect(dataset.actors.filter(({ tier }) => tier === 'core').map(({ id }) => id)).toEqual(
      'RUS CHN IND VNM PRK JPN KOR ASEAN SCO EEU'.split(' '),
    )
    expect([...used].filter((id) => context.includes(id) || !dataset.actors.some((actor) => actor.id === id))).toEqual(
      [],
    )
  })
})

function count(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
