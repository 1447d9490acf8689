import { describe, expect, it } from 'vitest'
import { effectiveDays } from '../../src/model/dates.ts'
import { figuresAt } from '../../src/model/known.ts'
import type { Stage } from '../../src/model/outcome.ts'
import type { Magnitude, Membership } from '../../src/model/schema.ts'
import { select } from '../../src/network/select.ts'
import {
  accountInWords,
  actorProfile,
  dyadProfile,
  initiativeTitle,
  lifeInWords,
  lifeOf,
  membershipsAt,
  openForSource,
  outcomeReason,
  shownInWords,
  yearTicks,
} from '../../src/network/profile.ts'
import { columns, dayOf, filtersWith, linksAt, outline, texts } from '../bundled.ts'

const milestonesOf = (id: string) => outline.initiatives.at(columns.positions.get(id)!)!.milestones
const lifeAt = (id: string, asOf: string) => lifeOf(milestonesOf(id), dayOf(asOf))
const reasonAt = (id: string, asOf: string) => outcomeReason(milestonesOf(id), dayOf(asOf))
const titlesOf = (positions: number[]) => positions.map((position) => outline.initiatives.at(position)!.id)

/** Milestones that no record has. */
const milestones = (...steps: [date: string, stage: Stage][]) => {
  const days = effectiveDays(steps.map(([date]) => date))
  return steps.map(([date, stage], i) => ({ date, stage, day: days[i]! }))
}

describe('lifeOf', () => {
  it('turns from pending to realised where oil begins to flow', () => {
    // Signed 2008-10-28 and 2009-02-17, delivering from 2011-01-01, completed 2018-01-01.
    const { marks, segments, later } = lifeAt('rus-chn-espo-spur-loans-for-oil', '2015-12-31')
    expect(marks.map(({ stage }) => stage)).toEqual(['signed', 'signed', 'delivering'])
    expect(segments).toEqual([
      { from: dayOf('2008-10-28'), to: dayOf('2011-01-01'), outcome: 'pending' },
      { from: dayOf('2011-01-01'), to: dayOf('2015-12-31'), outcome: 'realised' },
    ])
    expect(later).toBe(1)
  })

  it('follows one that stalls and resumes', () => {
    // 2007 proposed, 2013 signed, 2016-07 stalled, 2022-04-27 under way, 2022-11-16 and 2025-03-20 delivering.
    const life = lifeAt('rus-chn-tongjiang-rail-bridge', '2023-01-01')
    expect(life.segments).toEqual([
      { from: dayOf('2007-12-31'), to: dayOf('2016-07-31'), outcome: 'pending' },
      { from: dayOf('2016-07-31'), to: dayOf('2022-04-27'), outcome: 'failed' },
      { from: dayOf('2022-04-27'), to: dayOf('2022-11-16'), outcome: 'pending' },
      { from: dayOf('2022-11-16'), to: dayOf('2023-01-01'), outcome: 'realised' },
    ])
    expect(lifeInWords(life)).toBe('pending 2007 to 2016, failed 2016 to 2022, pending 2022, realised 2022 to 2023')
  })

  it('is empty before the first milestone and has no length on its day', () => {
    expect(lifeAt('rus-chn-espo-spur-loans-for-oil', '2008-10-27')).toEqual({ marks: [], segments: [], later: 4 })
    const first = lifeAt('rus-chn-espo-spur-loans-for-oil', '2008-10-28')
    expect(first.marks).toHaveLength(1)
    expect(first.segments).toEqual([])
    expect(lifeInWords(first)).toBe('begins in 2008')
  })

  it('reads several milestones of one day together', () => {
    const life = lifeOf(milestones(['2010-05-01', 'signed'], ['2010-05-01', 'delivering']), dayOf('2011-01-01'))
    expect(life.marks).toHaveLength(2)
    expect(life.segments).toEqual([{ from: dayOf('2010-05-01'), to: dayOf('2011-01-01'), outcome: 'realised' }])
  })
})

describe('outcomeReason', () => {
  it('names the delivery that makes it realised, and later stages beside it', () => {
    expect(reasonAt('rus-chn-espo-spur-loans-for-oil', '2015-12-31')).toBe('delivering since 1 January 2011')
    expect(reasonAt('rus-chn-espo-spur-loans-for-oil', '2018-01-01')).toBe(
      'delivering since 1 January 2011, completed on 1 January 2018',
    )
  })

  it('counts from the last stop only', () => {
    // Delivering from 2005-10-01, suspended 2022-04, delivering again 2022-11 and 2025-12.
    expect(reasonAt('ind-rus-sakhalin-1', '2026-01-01')).toBe('delivering since November 2022')
    expect(reasonAt('ind-rus-sakhalin-1', '2022-05-01')).toBe(
      'suspended in April 2022; had been delivering since 1 October 2005',
    )
    // In force 2002-05-21, stalled 2022-09, signed 2023-05, delivering 2024-07-09.
    expect(reasonAt('rus-ind-instc', '2023-12-31')).toBe(
      'signed in May 2023; nothing delivered since it stalled in September 2022',
    )
  })

  it('says since when it has stopped, where it stopped in several steps', () => {
    // Suspended on 2018-01-26, cancelled on 2019-02-22.
    expect(reasonAt('rus-vnm-long-phu-1', '2026-01-01')).toBe(
      'cancelled on 22 February 2019 (suspended since 26 January 2018), before anything was delivered',
    )
    expect(reasonAt('rus-vnm-long-phu-1', '2018-12-31')).toBe(
      'suspended on 26 January 2018, before anything was delivered',
    )
  })

  it('says what a promise rests on', () => {
    expect(reasonAt('rus-chn-espo-spur-loans-for-oil', '2010-01-01')).toBe(
      'signed on 17 February 2009; nothing delivered yet',
    )
    expect(reasonAt('rus-mys-mc21-crecom', '2015-12-31')).toBe('stalled in July 2012, before anything was delivered')
    expect(reasonAt('rus-mys-mc21-crecom', '2000-01-01')).toBe('')
  })

  it('keeps a result that a later signature does not undo, and says what came last', () => {
    const steps = milestones(['2010', 'delivering'], ['2014-03', 'signed'])
    expect(outcomeReason(steps, dayOf('2015-01-01'))).toBe('delivering since 2010; last step: signed in March 2014')
  })
})

describe('yearTicks', () => {
  const years = (from: string, to: string, most: number) =>
    yearTicks(dayOf(from), dayOf(to), most).map(({ year }) => year)

  it('labels as many round years as fit', () => {
    expect(years('2008-10-28', '2015-12-31', 5)).toEqual([2010, 2012, 2014])
    expect(years('2012-01-01', '2015-06-30', 5)).toEqual([2012, 2013, 2014, 2015])
    expect(years('1991-06-01', '2026-06-18', 5)).toEqual([2000, 2010, 2020])
  })

  it('may have none', () => {
    expect(years('2015-02-01', '2015-11-30', 5)).toEqual([])
  })
})

describe('profiles of actors and dyads', () => {
  // Malaysia by 2015: MiG-29N completed 1995, Su-30MKM 2009 and the astronaut 2007; MC-21 parts stalled in 2012. The
  // forum in Vladivostok (a process) begins in 2016.
  const at = (asOf: string, own = {}) => {
    const selection = select(columns, filtersWith(own), dayOf(asOf), null)
    return [columns, selection, linksAt(own, asOf)] as const
  }

  it('tells what an actor’s ties come to', () => {
    const malaysia = actorProfile(...at('2015-12-31'), 'MYS')
    expect(accountInWords(malaysia.account)).toBe('4 outputs: 3 realised, 1 failed')
    expect(malaysia.partners.map(({ other, types }) => [other, types])).toEqual([['RUS', ['arms', 'economy']]])
    expect(malaysia.begun).toBe(4)
    expect(accountInWords(actorProfile(...at('2026-06-18'), 'MYS').account)).toBe(
      '4 outputs: 3 realised, 1 failed; 1 process',
    )
  })

  it('groups the initiatives of a dyad by relation type, in the order they begin', () => {
    const { groups } = dyadProfile(...at('2015-12-31'), 'RUS-MYS')
    expect(groups.map(({ type, initiatives }) => [type, titlesOf(initiatives)])).toEqual([
      ['arms', ['rus-mys-mig29n', 'rus-mys-su30mkm']],
      ['economy', ['rus-mys-angkasawan', 'rus-mys-mc21-crecom']],
    ])
  })

  it('says how many are filtered out', () => {
    const { initiatives, begun } = dyadProfile(...at('2015-12-31', { outcome: ['failed'] }), 'RUS-MYS')
    expect(titlesOf(initiatives)).toEqual(['rus-mys-mc21-crecom'])
    expect(shownInWords(initiatives.length, begun)).toBe('1 of 4 initiatives shown; 3 are filtered out')
    expect(shownInWords(4, 4)).toBeNull()
    expect(shownInWords(57, 58)).toBe('57 of 58 initiatives shown; 1 is filtered out')
  })

  it('puts the partner with most initiatives first', () => {
    const counts = actorProfile(...at('2015-12-31'), 'RUS').partners.map(({ size }) => size)
    expect(counts).toEqual(counts.toSorted((x, y) => y - x))
  })

  it('has nothing to say of what is not there', () => {
    expect(actorProfile(...at('2015-12-31'), 'nobody')).toMatchObject({ size: 0, begun: 0, partners: [] })
    expect(dyadProfile(...at('2015-12-31'), 'RUS-nobody')).toMatchObject({ initiatives: [], begun: 0, groups: [] })
    expect(accountInWords(dyadProfile(...at('2015-12-31'), '').account)).toBe('No outputs')
  })
})

describe('membershipsAt', () => {
  const india = (asOf: string) =>
    membershipsAt(texts, 'IND', dayOf(asOf))
      .filter(({ organisation }) => organisation === 'SCO')
      .map(({ role }) => role)

  it('follows India in the SCO from observer (2005) to member (2017-06-09)', () => {
    expect(india('2005-07-05')).toEqual([])
    expect(india('2005-12-31')).toEqual(['observer'])
    expect(india('2017-06-08')).toEqual(['observer'])
    expect(india('2017-06-09')).toEqual(['member'])
  })

  it('takes one that does not say when it began from the earliest publication that names it', () => {
    // data/memberships.csv: Saudi Arabia, a dialogue partner of the SCO with no beginning; its source is of 2023.
    const saudi = (asOf: string) => membershipsAt(texts, 'SAU', dayOf(asOf)).map(({ role }) => role)
    expect(saudi('2015-12-31')).toEqual([])
    expect(saudi('2024-12-31')).toEqual(['dialogue-partner'])
    expect(saudi('2025-09-01')).toEqual(['partner'])
  })

  it('takes one without dates as in force, and reads both sides', () => {
    const own: Membership[] = [{ organisation: 'ORG', member: 'ONE', role: 'member', sources: [] }]
    expect(membershipsAt({ memberships: own, sources: {} }, 'ORG', 0)).toHaveLength(1)
    expect(membershipsAt({ memberships: own, sources: {} }, 'ONE', 0)).toHaveLength(1)
    expect(membershipsAt({ memberships: own, sources: {} }, 'TWO', 0)).toHaveLength(0)
  })
})

describe('figuresAt', () => {
  const figure = (kind: string, sources: string[], date?: string): Magnitude => ({
    kind,
    value: 1,
    unit: 'Mt',
    sources,
    ...(date ? { date } : {}),
  })
  const sources = {
    early: {
      id: 'early',
      title: 'Early',
      publisher: 'P',
      date: '2011-01-12',
      url: 'https://a.b',
      kind: 'news',
      language: 'en',
    },
    late: { id: 'late', title: 'Late', publisher: 'P', date: '2018', url: 'https://a.b', kind: 'news', language: 'en' },
    undated: { id: 'undated', title: 'Undated', publisher: 'P', url: 'https://a.b', kind: 'news', language: 'en' },
  } as const
  const all = [
    figure('dated', ['late'], '2009-02-17'),
    figure('dated later', ['early'], '2018-01-01'),
    figure('published', ['late', 'early']),
    figure('published later', ['late', 'undated']),
    figure('never dated', ['undated']),
  ]
  const kindsAt = (asOf: string) =>
    figuresAt(all, sources, lifeAt('rus-chn-espo-spur-loans-for-oil', asOf), dayOf(asOf)).map(({ kind }) => kind)

  it('shows no figure before it could be known', () => {
    expect(kindsAt('2008-10-27')).toEqual([])
    expect(kindsAt('2010-01-01')).toEqual(['dated'])
    expect(kindsAt('2015-12-31')).toEqual(['dated', 'published'])
    expect(kindsAt('2018-12-31')).toEqual(all.map(({ kind }) => kind))
  })
})

describe('initiativeTitle', () => {
  it('makes do with kind and actors until the texts are there', () => {
    const position = columns.positions.get('rus-chn-espo-spur-loans-for-oil')!
    expect(initiativeTitle(columns, null, position)).toBe('Oil pipeline, Russia and China')
    expect(initiativeTitle(columns, texts, position)).toBe('ESPO spur to Daqing and the 2009 loans-for-oil deal')
  })
})

describe('openForSource', () => {
  const [su30, mc21] = [columns.positions.get('rus-mys-su30mkm')!, columns.positions.get('rus-mys-mc21-crecom')!]

  it('prefers what is in the graph, then what has begun', () => {
    const arms = select(columns, filtersWith({ type: ['arms'] }), dayOf('2015-12-31'), null)
    expect(openForSource([mc21, su30], arms)).toBe(su30)
    const early = select(columns, filtersWith({ type: ['energy'] }), dayOf('2005-12-31'), null)
    expect(openForSource([mc21, su30], early)).toBe(su30)
    const before = select(columns, filtersWith({}), dayOf('1985-12-31'), null)
    expect(openForSource([mc21, su30], before)).toBe(mc21)
    expect(openForSource([], before)).toBeUndefined()
  })
})
