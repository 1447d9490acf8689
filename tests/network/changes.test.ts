import { describe, expect, it } from 'vitest'
import { isSilent, type Stage } from '../../src/model/outcome.ts'
import { yearsBefore } from '../../src/model/dates.ts'
import { changeOf, changesOf, compareWith } from '../../src/network/changes.ts'
import { isSameMoment } from '../../src/network/columns.ts'
import { outcomeSince } from '../../src/network/profile.ts'
import { select } from '../../src/network/select.ts'
import { initiativesOf, sliceFromText, sliceInWords, sliceToText, type Slice } from '../../src/network/slice.ts'
import { columns, dayOf, filtersWith, outline } from '../bundled.ts'

const milestonesOf = (id: string) => outline.initiatives.at(columns.positions.get(id)!)!.milestones

describe('what became of an initiative between two dates', () => {
  it('follows from its outcomes', () => {
    expect(changeOf(null, null)).toBeNull()
    expect(changeOf(null, 'pending')).toBe('begun')
    expect(changeOf(null, 'realised')).toBe('begun')
    expect(changeOf('pending', 'realised')).toBe('realised')
    expect(changeOf('pending', 'failed')).toBe('failed')
    expect(changeOf('pending', 'ended')).toBe('ended')
    expect(changeOf('realised', 'ended')).toBe('ended')
    expect(changeOf('failed', 'pending')).toBe('revived')
    expect(changeOf('ended', 'realised')).toBe('revived')
    expect(changeOf('realised', 'pending')).toBe('revived')
    expect(changeOf('failed', 'failed')).toBe('unchanged')
  })

  it('is read from the records: a bridge that stalled, and was finished', () => {
    // rus-chn-tongjiang-rail-bridge: signed in 2013, stalled in July 2016, under way on 2022-04-27, delivering 2022-11-16.
    const change = (since: string, asOf: string) => {
      const selection = select(columns, filtersWith({}), dayOf(asOf), null)
      return compareWith(columns, selection, dayOf(since)).changes[
        columns.positions.get('rus-chn-tongjiang-rail-bridge')!
      ]
    }
    expect(change('2015-12-31', '2016-07-31')).toBe('failed')
    expect(change('2016-07-31', '2022-04-26')).toBe('unchanged')
    expect(change('2016-07-31', '2022-04-27')).toBe('revived')
    expect(change('2022-04-27', '2022-11-16')).toBe('realised')
    expect(change('2015-12-31', '2022-11-16')).toBe('realised')
    // On the same or a later day nothing can have changed.
    expect(change('2016-07-31', '2016-07-31')).toBe('unchanged')
    expect(change('2022-11-16', '2016-07-31')).toBe('unchanged')
  })

  it('adds up to the selection', () => {
    const selection = select(columns, filtersWith({}), dayOf('2026-06-18'), null)
    const tally = changesOf(compareWith(columns, selection, dayOf('2015-12-31')), selection.initiatives)
    // 263 of the 380 had begun by the end of 2015.
    expect(tally.begun).toBe(117)
    expect(Object.values(tally).reduce((x, y) => x + y)).toBe(380)
  })
})

describe('silence', () => {
  it('begins on the same calendar day, so many years after the last milestone', () => {
    // rus-vnm-nuclear-science-centre: signed on 2011-11-21, then again on 2017-06-29.
    const milestones = milestonesOf('rus-vnm-nuclear-science-centre')
    const silentOn = (day: string, years = 5) => isSilent(milestones, dayOf(day), yearsBefore(dayOf(day), years))
    expect(silentOn('2016-11-20')).toBe(false)
    expect(silentOn('2016-11-21')).toBe(true)
    expect(silentOn('2017-06-28')).toBe(true)
    expect(silentOn('2017-06-29')).toBe(false)
    expect(silentOn('2016-11-21', 6)).toBe(false)
    expect(silentOn('2011-11-20')).toBe(false)
  })

  it('is for promises alone: what was delivered or has stopped needs no news', () => {
    const steps = (...stages: [Stage, string][]) => stages.map(([stage, date]) => ({ stage, day: dayOf(date) }))
    const day = dayOf('2020-01-01')
    const heard = yearsBefore(day, 5)
    expect(isSilent(steps(['signed', '2001-01-01']), day, heard)).toBe(true)
    expect(isSilent(steps(['signed', '2001-01-01'], ['delivering', '2002-01-01']), day, heard)).toBe(false)
    expect(isSilent(steps(['signed', '2001-01-01'], ['cancelled', '2002-01-01']), day, heard)).toBe(false)
    expect(isSilent([], day, heard)).toBe(false)
  })

  it('counts back from a leap day', () => {
    expect(yearsBefore(dayOf('2024-02-29'), 4)).toBe(dayOf('2020-02-29'))
    expect(yearsBefore(dayOf('2024-02-29'), 5)).toBe(dayOf('2019-02-28'))
  })
})

describe('the day from which an outcome holds', () => {
  it('is that of the milestone which brought it', () => {
    const since = (id: string, asOf: string) => outcomeSince(milestonesOf(id), dayOf(asOf))
    // Suspended on 2018-01-26, cancelled on 2019-02-22: failed from the first of these on.
    expect(since('rus-vnm-long-phu-1', '2026-06-18')).toBe(dayOf('2018-01-26'))
    expect(since('rus-vnm-long-phu-1', '2018-01-26')).toBe(dayOf('2018-01-26'))
    expect(since('rus-vnm-long-phu-1', '2018-01-25')).toBe(dayOf('2014-12-31'))
    expect(since('rus-vnm-long-phu-1', '2014-12-30')).toBeNull()
  })
})

describe('isSameMoment', () => {
  it('is true where no milestone lies between', () => {
    // No record has a milestone on the first two days of 1990; the treaty with Vietnam is of 16 June 1994.
    expect(isSameMoment(columns, dayOf('1990-01-01'), dayOf('1990-01-02'))).toBe(true)
    expect(isSameMoment(columns, dayOf('1994-06-15'), dayOf('1994-06-16'))).toBe(false)
    expect(isSameMoment(columns, dayOf('1994-06-16'), dayOf('1994-06-15'))).toBe(false)
    expect(isSameMoment(columns, dayOf('1994-06-16'), dayOf('1994-06-16'))).toBe(true)
    expect(isSameMoment(columns, dayOf('2026-06-18'), dayOf('2030-01-01'))).toBe(
      [...outline.initiatives].every(({ milestones }) => milestones.every(({ day }) => day <= dayOf('2026-06-18'))),
    )
  })
})

describe('a slice', () => {
  const at = (asOf: string, since: string | null = null) => {
    const selection = select(columns, filtersWith({}), dayOf(asOf), null)
    return { columns, selection, comparison: since === null ? null : compareWith(columns, selection, dayOf(since)) }
  }
  const ids = (slice: Slice, asOf: string, since: string | null = null) =>
    initiativesOf(at(asOf, since), slice).map((i) => outline.initiatives.at(i)!.id)

  it('holds what all of its conditions let through, by the day it begins', () => {
    expect(ids({ dyad: 'RUS-VNM', account: 'outputs', silent: 'yes' }, '2015-12-31')).toEqual([
      'rus-vnm-treaty-1994',
      'rus-vnm-gazprom-quang-tri',
      'rus-vnm-strategic-partnership-2001',
    ])
    expect(ids({ dyad: 'RUS-VNM', change: 'failed' }, '2026-06-18', '2015-12-31')).toEqual([
      'rus-vnm-dung-quat-stake',
      'rus-vnm-long-phu-1',
    ])
    expect(ids({ dyad: 'RUS-VNM', type: 'economy', before: 'ever-realised' }, '2026-06-18', '2015-12-31')).toEqual([
      'rus-vnm-soviet-debt',
      'rus-vnm-joint-venture-bank',
      'rus-vnm-beeline-vietnam',
    ])
    expect(ids({ dyad: 'RUS-VNM', subtype: 'energy/coal' }, '2026-06-18')).toEqual(['rus-vnm-long-phu-1'])
  })

  it('holds nothing that changed where no other date is compared', () => {
    expect(ids({ change: 'begun' }, '2026-06-18')).toEqual([])
    expect(ids({ before: 'begun' }, '2026-06-18')).toEqual([])
  })

  it.each<Slice>([
    {},
    { dyad: 'RUS-VNM', type: 'arms', account: 'outputs', outcome: 'ended' },
    { without: 'RUS', silent: 'no' },
    { actor: 'EEU', type: 'economy' },
    { subtype: 'arms/transfer', ever: 'realised' },
    { actor: 'EEU', valence: 'cooperation' },
    { change: 'revived', before: 'failed' },
  ])('comes back from a link: %j', (slice) => {
    expect(sliceFromText(columns, sliceToText(slice))).toEqual(slice)
  })

  it.each([
    '',
    'dyad:RUS-XXX',
    'dyad:VNM-RUS',
    'actor:XXX',
    'outcome:good',
    'type',
    'type:arms,type:arms',
    'colour:red',
    'ever:pending',
    'valence:neutral',
  ])('is not read from %j', (text) => {
    expect(sliceFromText(columns, text)).toBeNull()
  })

  it('is said in words', () => {
    expect(sliceInWords(columns, { dyad: 'RUS-VNM', account: 'outputs', silent: 'yes' }, '')).toBe(
      'Russia and Vietnam: outputs, pending and silent',
    )
    expect(sliceInWords(columns, { change: 'failed' }, '31 December 2015')).toBe('Newly failed since 31 December 2015')
    expect(sliceInWords(columns, { actor: 'VNM', type: 'arms' }, '')).toBe('Vietnam: arms')
    expect(sliceInWords(columns, {}, '')).toBe('All initiatives')
  })
})
