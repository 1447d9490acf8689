import { describe, expect, it } from 'vitest'
import { isolateOption, isUnfiltered, NO_FILTERS, toggleOption, type Dimension } from '../../src/network/filters.ts'
import { select } from '../../src/network/select.ts'
import { columns, dayOf, filtersWith, selected } from '../bundled.ts'

// Malaysia in the records: rus-mys-mig29n (1994-06 signed, 1995 completed), rus-mys-su30mkm (2003-05-19 announced,
// 2003-08-05 signed, 2007 delivering, 2009 completed), rus-mys-angkasawan (2003-08-05 signed, 2007-10 completed),
// rus-mys-mc21-crecom (2010-06-07 signed, 2012-07 stalled), and one of several states:
// rus-apec-eastern-economic-forum-leaders (2016-09 delivering, and yearly).
const malaysia = { partner: ['MYS'] }

const countOf = (counts: ReturnType<typeof select>['counts'], dimension: Dimension, value: string) =>
  counts[dimension][columns.options[dimension].findIndex((option) => option.value === value)]

describe('select', () => {
  it('lets everything pass without filters, and knows how many have begun', () => {
    const selection = select(columns, NO_FILTERS, dayOf('2026-06-18'), null)
    expect(selection.initiatives).toHaveLength(380)
    expect(selection.begun).toBe(380)
  })

  it('selects what has begun by the as-of date, the day itself included', () => {
    expect(selected(malaysia, '1994-06-29')).toEqual([])
    // 1994-06 is known to have happened by the last day of June.
    expect(selected(malaysia, '1994-06-30')).toEqual(['rus-mys-mig29n'])
    expect(selected(malaysia, '2003-05-18')).toEqual(['rus-mys-mig29n'])
    expect(selected(malaysia, '2003-05-19').toSorted()).toEqual(['rus-mys-mig29n', 'rus-mys-su30mkm'])
    expect(selected(malaysia, '2015-12-31')).toHaveLength(4)
    expect(selected(malaysia, '2016-09-30')).toHaveLength(5)
  })

  it('selects by outcome at the as-of date', () => {
    expect(selected({ ...malaysia, outcome: ['pending'] }, '2006-12-31').toSorted()).toEqual([
      'rus-mys-angkasawan',
      'rus-mys-su30mkm',
    ])
    // 2007 counts on its last day; 2007-10 on 31 October.
    expect(selected({ ...malaysia, outcome: ['pending'] }, '2007-10-31')).toEqual(['rus-mys-su30mkm'])
    expect(selected({ ...malaysia, outcome: ['pending'] }, '2007-12-31')).toEqual([])
    expect(selected({ ...malaysia, outcome: ['failed'] }, '2012-07-30')).toEqual([])
    expect(selected({ ...malaysia, outcome: ['failed'] }, '2012-07-31')).toEqual(['rus-mys-mc21-crecom'])
  })

  it('selects by the year of beginning, both ends included', () => {
    expect(selected({ ...malaysia, period: [1994, 1994] }, '2026-06-18')).toEqual(['rus-mys-mig29n'])
    expect(selected({ ...malaysia, period: [1995, 2002] }, '2026-06-18')).toEqual([])
    expect(selected({ ...malaysia, period: [2003, 2010] }, '2026-06-18')).toHaveLength(3)
  })

  it('counts for each option what it would give under the other filters', () => {
    const { counts, initiatives } = select(
      columns,
      filtersWith({ ...malaysia, type: ['arms'], outcome: ['realised'] }),
      dayOf('2015-12-31'),
      null,
    )
    expect(initiatives).toHaveLength(2)
    // Of Malaysia's realised ones: two of arms, the cosmonaut's flight of economy.
    expect(countOf(counts, 'type', 'arms')).toBe(2)
    expect(countOf(counts, 'type', 'economy')).toBe(1)
    expect(countOf(counts, 'type', 'diplomacy')).toBe(0)
    // Of Malaysia's arms: both realised, none failed.
    expect(countOf(counts, 'outcome', 'realised')).toBe(2)
    expect(countOf(counts, 'outcome', 'failed')).toBe(0)
    // Realised arms with the Philippines had not begun: rus-phl-military-technical-agreement is of 2017.
    expect(countOf(counts, 'partner', 'PHL')).toBe(0)
  })

  it('counts every begun initiative once in each dimension of one value', () => {
    const { counts } = select(columns, NO_FILTERS, dayOf('2026-06-18'), null)
    for (const dimension of ['type', 'subtype', 'outcome', 'nature', 'valence', 'confidence'] as const) {
      expect(counts[dimension].reduce((sum, count) => sum + count, 0)).toBe(380)
    }
    // Counted in the evidence: 371 without a valence, 9 of conflict; 243, 130 and 7 by confidence.
    expect(counts.valence).toEqual([371, 9])
    expect(counts.confidence).toEqual([243, 130, 7])
    expect(counts.type).toEqual([81, 74, 101, 124])
  })

  it('counts the histogram under all filters but the period', () => {
    const { histogram } = select(columns, filtersWith({ ...malaysia, period: [1994, 1994] }), dayOf('2026-06-18'), null)
    const arms = histogram[0]!
    const year = (own: number) => own - columns.years[0]
    expect(arms[year(1994)]).toBe(1)
    expect(arms[year(2003)]).toBe(1)
    expect(arms.reduce((sum, count) => sum + count, 0)).toBe(2)
  })

  it('lets nothing pass where nothing is chosen, and still counts that dimension', () => {
    const selection = select(columns, filtersWith({ type: [] }), dayOf('2026-06-18'), null)
    expect(selection.initiatives).toEqual([])
    expect(selection.counts.type).toEqual([81, 74, 101, 124])
    expect(selection.counts.valence).toEqual([0, 0])
  })

  it('selects three-party initiatives by each of their partners', () => {
    for (const partner of ['PRK', 'CHN', 'USA', 'JPN', 'KOR']) {
      expect(selected({ partner: [partner] }, '2026-06-18')).toContain('rus-prk-six-party-talks')
    }
    expect(selected({ partner: ['IND'] }, '2026-06-18')).not.toContain('rus-prk-six-party-talks')
  })

  it('takes only matched initiatives, on top of all filters', () => {
    const none = new Uint8Array(columns.count)
    const first = none.with(columns.positions.get('rus-mys-mig29n')!, 1)
    expect(selected(malaysia, '2026-06-18', first)).toEqual(['rus-mys-mig29n'])
    expect(selected(malaysia, '2026-06-18', none)).toEqual([])
  })
})

describe('filters', () => {
  const options = columns.options.type

  it('switches one option off and on again', () => {
    const without = toggleOption(NO_FILTERS, 'type', 'arms', options)
    expect(without.type).toEqual(['energy', 'diplomacy', 'economy'])
    expect(toggleOption(without, 'type', 'arms', options).type).toBeNull()
  })

  it('can be switched down to nothing', () => {
    const none = options.reduce((filters, { value }) => toggleOption(filters, 'type', value, options), NO_FILTERS)
    expect(none.type).toEqual([])
    expect(isUnfiltered(none)).toBe(false)
  })

  it('isolates an option with one step and goes back with another', () => {
    const alone = isolateOption(filtersWith({ type: ['energy', 'arms'] }), 'type', 'arms')
    expect(alone.type).toEqual(['arms'])
    expect(isolateOption(alone, 'type', 'arms').type).toBeNull()
  })
})
