import { describe, expect, it } from 'vitest'
import { linkOutcome } from '../../src/network/links.ts'
import { accountOf } from '../../src/network/tally.ts'
import { select } from '../../src/network/select.ts'
import { columns, dayOf, filtersWith, linksAt, outline } from '../bundled.ts'

const ids = (initiatives: readonly number[]) => initiatives.map((i) => outline.initiatives.at(i)!.id).toSorted()

describe('linksOf', () => {
  it('bundles the initiatives of a dyad and a relation type', () => {
    const links = linksAt({ partner: ['PHL'] }, '2026-06-18')
    expect(links.map(({ id }) => id)).toEqual(['RUS-PHL/arms', 'RUS-PHL/energy'])
    const [arms, energy] = links
    expect(ids(arms!.initiatives)).toEqual(['rus-phl-mi17', 'rus-phl-military-technical-agreement', 'rus-phl-rpg7'])
    // Delivered in October 2017; stalled in July 2018; cancelled in June 2022.
    expect(arms!.tally).toEqual({ realised: 1, pending: 0, ended: 0, failed: 2 })
    expect(arms!.outcome).toBe('realised')
    expect(energy!.tally).toEqual({ realised: 0, pending: 1, ended: 0, failed: 0 })
    expect(energy!.outcome).toBe('pending')
  })

  it('is read from the as-of date', () => {
    const [arms] = linksAt({ partner: ['PHL'], type: ['arms'] }, '2017-10-24')
    expect(arms!.tally).toEqual({ realised: 0, pending: 2, ended: 0, failed: 0 })
    expect(linksAt({ partner: ['PHL'] }, '2017-10-23')).toEqual([])
  })

  it('draws conflict apart from cooperation of the same dyad and type', () => {
    const links = linksAt({ partner: ['JPN'], type: ['diplomacy'] }, '2026-06-18')
    expect(links.map(({ id, valence }) => [id, valence])).toEqual([
      ['RUS-JPN/diplomacy', 'cooperation'],
      ['RUS-JPN/diplomacy/conflict', 'conflict'],
    ])
    expect(ids(links[1]!.initiatives)).toEqual(['rus-jpn-sanctions-2014', 'rus-jpn-sanctions-2022'])
  })

  it('puts an initiative of several dyads into a link of each', () => {
    const links = linksAt({ type: ['diplomacy'] }, '2026-06-18')
    const talks = [...outline.initiatives].findIndex(({ id }) => id === 'rus-prk-six-party-talks')
    expect(
      links
        .filter(({ initiatives }) => initiatives.includes(talks))
        .map(({ dyad }) => dyad.id)
        .toSorted(),
    ).toEqual(['RUS-CHN', 'RUS-JPN', 'RUS-KOR', 'RUS-PRK', 'RUS-USA'])
  })

  it('leaves only the dyads of the chosen partners', () => {
    const dyads = new Set(linksAt({ partner: ['USA'] }, '2026-06-18').map(({ dyad }) => dyad.id))
    expect([...dyads].toSorted()).toEqual(['RUS-USA', 'SCO-USA'])
  })

  it('names a dyad in the order of the dataset, whoever is from and to', () => {
    // sgp-rus-sanctions goes from SGP to RUS.
    const link = linksAt({ partner: ['SGP'], valence: ['conflict'] }, '2026-06-18')[0]!
    expect(link.dyad).toEqual({ id: 'RUS-SGP', a: 'RUS', b: 'SGP' })
  })
})

describe('linkOutcome', () => {
  it('takes what stands before what may come, and that before what is over', () => {
    expect(linkOutcome({ realised: 1, pending: 9, ended: 9, failed: 9 })).toBe('realised')
    expect(linkOutcome({ realised: 0, pending: 1, ended: 9, failed: 9 })).toBe('pending')
    expect(linkOutcome({ realised: 0, pending: 0, ended: 1, failed: 9 })).toBe('ended')
    expect(linkOutcome({ realised: 0, pending: 0, ended: 0, failed: 1 })).toBe('failed')
  })
})

describe('accountOf', () => {
  it('keeps processes and conflict out of the outputs', () => {
    // North Korea and sanctions: rus-prk-un-sanctions is conflict, in force since 2007-05. The six-party talks
    // (dialogue) are a process: delivering, then suspended on 2009-04-14, so ended.
    const selection = select(columns, filtersWith({ partner: ['USA'] }), dayOf('2009-04-14'), null)
    const account = accountOf(columns, selection, selection.initiatives)
    // With the USA: the six-party talks, their working group (both ended on that day) and the SCO's declaration on US
    // bases, a conflict, delivering since 2005.
    expect(account.processes).toEqual({ realised: 0, pending: 0, ended: 2, failed: 0 })
    expect(account.conflict).toEqual({ realised: 1, pending: 0, ended: 0, failed: 0 })
    expect(account.outputs).toEqual({ realised: 0, pending: 0, ended: 0, failed: 0 })
  })
})
