import { describe, expect, it } from 'vitest'
import { changesByMonth } from '../../scripts/bench/changing.mjs'

describe('changesByMonth', () => {
  it('counts the milestones of each month, and those of five years before, after which a promise is silent', () => {
    const dataset = {
      initiatives: [
        { milestones: [{ date: '2010-01-15' }, { date: '2010-03' }] },
        { milestones: [{ date: '2005-03-31' }, { date: '2009-12-31' }] },
        // Of a year alone the last month is meant.
        { milestones: [{ date: '2005' }, { date: '2010' }] },
      ],
    }
    expect(changesByMonth(dataset, '2009-12-31', 12)).toEqual([1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  })
})
