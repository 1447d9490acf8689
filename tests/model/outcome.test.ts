import { describe, expect, it } from 'vitest'
import { effectiveDays, parseDate } from '../../src/model/dates.ts'
import { isFailing, isRealised, lastStep, outcomeAt, STAGES, type Stage, type Step } from '../../src/model/outcome.ts'

/** Steps from lines such as "2014-09 signed", as they stand in the record of the dataset that is named beside them. */
function life(...lines: string[]): Step[] {
  const parts = lines.map((line) => line.split(' ') as [string, Stage])
  const days = effectiveDays(parts.map(([date]) => date))
  return parts.map(([, stage], i) => ({ stage, day: days[i]! }))
}

const at = (steps: Step[], date: string) => outcomeAt(steps, parseDate(date)!.last)

describe('outcomeAt', () => {
  it('begins on the day of the first milestone and changes on the day of each', () => {
    // rus-chn-espo-spur-loans-for-oil
    const steps = life('2008-10-28 signed', '2009-02-17 signed', '2011-01-01 delivering', '2018-01-01 completed')
    expect(at(steps, '2008-10-27')).toBeNull()
    expect(at(steps, '2008-10-28')).toBe('pending')
    expect(at(steps, '2010-12-31')).toBe('pending')
    expect(at(steps, '2011-01-01')).toBe('realised')
    expect(at(steps, '2026-06-18')).toBe('realised')
  })

  it('lets a year take effect on its last day, and ends what was realised', () => {
    // rus-chn-su-27-licence-j-11: every date is a year.
    const steps = life('1996 signed', '1998 delivering', '2004 cancelled')
    expect(at(steps, '1996-06-30')).toBeNull()
    expect(at(steps, '1996-12-30')).toBeNull()
    expect(at(steps, '1996-12-31')).toBe('pending')
    expect(at(steps, '1998-12-31')).toBe('realised')
    expect(at(steps, '2004-12-30')).toBe('realised')
    expect(at(steps, '2004-12-31')).toBe('ended')
  })

  it('calls failed what stops before it was realised', () => {
    // rus-chn-angarsk-daqing-pipeline: months, so the last days of May and November.
    const steps = life('2003-05 signed', '2003-11 stalled', '2004-12-31 cancelled')
    expect(at(steps, '2003-05-30')).toBeNull()
    expect(at(steps, '2003-05-31')).toBe('pending')
    expect(at(steps, '2003-11-29')).toBe('pending')
    expect(at(steps, '2003-11-30')).toBe('failed')
    expect(at(steps, '2004-12-31')).toBe('failed')
  })

  it('goes on after a stall', () => {
    // rus-chn-s-400-transfer
    const steps = life('2014-09 signed', '2018-01 stalled', '2018-04 delivering', '2019 delivering')
    expect(at(steps, '2018-01-30')).toBe('pending')
    expect(at(steps, '2018-01-31')).toBe('failed')
    expect(at(steps, '2018-04-29')).toBe('failed')
    expect(at(steps, '2018-04-30')).toBe('realised')
  })

  it('counts a revival as a promise until it delivers', () => {
    // rus-jpn-sakhalin-1: in force since June 1996, suspended, announced anew, in force again.
    const revived = life(
      '1995-06-30 signed',
      '1996-06 in-force',
      '2005-10-01 delivering',
      '2022-05 suspended',
      '2022-10-07 announced',
      '2022-11-14 in-force',
    )
    expect(at(revived, '2022-05-30')).toBe('realised')
    expect(at(revived, '2022-05-31')).toBe('ended')
    expect(at(revived, '2022-10-06')).toBe('ended')
    expect(at(revived, '2022-10-07')).toBe('pending')
    expect(at(revived, '2022-11-13')).toBe('pending')
    expect(at(revived, '2022-11-14')).toBe('realised')

    // rus-vnm-ninh-thuan-1: cancelled before anything was built, signed again.
    const promised = life(
      '2010-10-31 signed',
      '2011-11-21 signed',
      '2016-11-22 cancelled',
      '2025-01-14 signed',
      '2026-01-26 announced',
    )
    expect(at(promised, '2016-11-21')).toBe('pending')
    expect(at(promised, '2016-11-22')).toBe('failed')
    expect(at(promised, '2025-01-14')).toBe('pending')
    expect(at(promised, '2026-06-18')).toBe('pending')
  })

  it('does not let a later signature undo what is realised', () => {
    // rus-vnm-su-30mk2: a new batch is announced in 2010 and signed in 2013, while the first is being flown.
    const steps = life('2003-12 signed', '2004 delivering', '2010-07-20 announced', '2013 signed', '2016 completed')
    expect(at(steps, '2004-12-31')).toBe('realised')
    expect(at(steps, '2010-07-20')).toBe('realised')
    expect(at(steps, '2013-12-31')).toBe('realised')
  })

  it('follows the order of the list within one month', () => {
    // rus-chn-slavneft-bid: "2002-12" takes effect no later than the 17th, and the later milestone decides that day.
    const steps = life('2002-12 proposed', '2002-12-17 cancelled')
    expect(at(steps, '2002-12-16')).toBeNull()
    expect(at(steps, '2002-12-17')).toBe('failed')
  })

  it('knows an expiry twice over', () => {
    // rus-vnm-trade-target-2020: missed in 2015, set anew in 2018, missed again.
    const steps = life('2013-11-12 announced', '2015 expired', '2018-11-19 announced', '2020 expired')
    expect(['2014', '2015', '2018-11-18', '2018-11-19', '2019', '2020'].map((date) => at(steps, date))).toEqual([
      'pending',
      'failed',
      'failed',
      'pending',
      'pending',
      'failed',
    ])
  })

  it('is nothing for an initiative without milestones', () => expect(outcomeAt([], 0)).toBeNull())
})

describe('stages', () => {
  it('are failing, realised or neither', () => {
    expect(STAGES.filter(isFailing)).toEqual(['stalled', 'suspended', 'cancelled', 'expired'])
    expect(STAGES.filter(isRealised)).toEqual(['in-force', 'delivering', 'completed'])
  })
})

describe('lastStep', () => {
  it('is the last that has taken effect', () => {
    const steps = life('2014-09 signed', '2018-01 stalled', '2018-04 delivering')
    expect(
      ['2014-09-29', '2014-09-30', '2018-01-31', '2020'].map((date) => lastStep(steps, parseDate(date)!.last)),
    ).toEqual([-1, 0, 1, 2])
  })
})
