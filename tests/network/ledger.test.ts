import { describe, expect, it } from 'vitest'
import { compareWith } from '../../src/network/changes.ts'
import { findingInWords, findingsOf } from '../../src/network/findings.ts'
import { daysInWords, ledgerOf, median } from '../../src/network/ledger.ts'
import { ledgerColumns, sortedLines, type ColumnSet } from '../../src/network/ledgerColumns.ts'
import { linksOf } from '../../src/network/links.ts'
import { select } from '../../src/network/select.ts'
import { initiativesOf } from '../../src/network/slice.ts'
import { columns, dayOf, filtersWith, outline, texts } from '../bundled.ts'
import type { Filters } from '../../src/network/filters.ts'

/*
 * Worked out by hand from data/initiatives/vietnam.yaml, the 32 initiatives of Russia and Vietnam. By 31 December 2015
 * these outputs had begun:
 *   arms: kilo, su-30, gepard, molniya, bastion, s-300 and cam-ranh-access realised, cam-ranh-base failed
 *   energy: vietsovpetro, rusvietpetro, 05-2, 06-1 realised; quang-tri, dung-quat, ninh-thuan, long-phu and the nuclear
 *     science centre pending; vietross failed
 *   diplomacy: three treaties signed, none in force
 *   economy: debt and bank realised, beeline ended, trade target expired on that very day
 * and one process, the defence dialogue.
 */
const ledgerAt = (own: Partial<Filters>, asOf: string, since: string | null = null, focus = 'RUS') => {
  const filters = filtersWith(own)
  const selection = select(columns, filters, dayOf(asOf), null)
  const comparison = since === null ? null : compareWith(columns, selection, dayOf(since))
  const links = linksOf(columns, filters, selection)
  return { ledger: ledgerOf({ columns, selection, links, comparison, focus }), selection, comparison }
}
const lineOf = (partner: string, asOf: string, since: string | null = null) =>
  ledgerAt({}, asOf, since).ledger.lines.find((line) => line.partner === partner)!

describe('the ledger', () => {
  it('counts outputs by outcome, and processes beside them', () => {
    const { account, everRealised } = lineOf('VNM', '2015-12-31')
    expect(account.outputs).toEqual({ realised: 13, pending: 8, ended: 1, failed: 3 })
    expect(account.processes).toEqual({ realised: 1, pending: 0, ended: 0, failed: 0 })
    expect(account.conflict).toEqual({ realised: 0, pending: 0, ended: 0, failed: 0 })
    // Beeline had been realised once.
    expect(everRealised).toBe(14)
  })

  it('counts them by relation type', () => {
    expect(lineOf('VNM', '2015-12-31').types).toEqual([
      { type: 'arms', promised: 8, realised: 7, everRealised: 7 },
      { type: 'energy', promised: 10, realised: 4, everRealised: 4 },
      { type: 'diplomacy', promised: 3, realised: 0, everRealised: 0 },
      { type: 'economy', promised: 4, realised: 2, everRealised: 3 },
    ])
  })

  it('takes the median of the times from promise to delivery, and says how many have none', () => {
    // In days: 106, 152, 366, 574, 645, 853, 1461, 1551, 1570, 2010; molniya, 06-1, the bank and beeline begin with delivery.
    expect(lineOf('VNM', '2015-12-31').delay).toEqual({ median: 749, counted: 10, withoutPromise: 4 })
  })

  it('tells how old the pending ones are', () => {
    // 365, 761, 1248, 1501, 1887, 5418, 5478 and 7868 days since long-phu, dung-quat, 2012, the science centre, ninh-thuan,
    // 2001, quang-tri and the treaty of 16 June 1994.
    expect(lineOf('VNM', '2015-12-31').pendingAge).toEqual({ median: 1694, oldest: 7868 })
  })

  it('counts the silent ones apart: nothing of quang-tri, the treaty and the partnership of 2001 since 2010', () => {
    expect(lineOf('VNM', '2015-12-31').account.silent).toBe(3)
  })

  it('compares two dates', () => {
    // Since then the partnership of 2012 came into force, dung-quat and long-phu were cancelled; T-90, Yak-130, TH Group,
    // vehicle assembly and the repayment of the arms credit are new.
    expect(lineOf('VNM', '2026-06-18', '2015-12-31').compared).toEqual({
      begun: 25,
      realisedThen: 13,
      realisedNow: 14,
      changes: { begun: 5, realised: 1, ended: 0, failed: 2, revived: 0, unchanged: 22 },
      // Of the five, the assembly of vehicles had stopped again.
      begunSince: { realised: 4, pending: 0, ended: 1, failed: 0 },
    })
  })

  it('has a line for what passes the focus by, and counts every initiative once in the total', () => {
    // Vietnam is part of two initiatives with the EEU beside its 32 with Russia; 34 in all, of which 2 without Russia.
    const { ledger } = ledgerAt({ partner: ['VNM'] }, '2026-06-18')
    expect(ledger.lines.map(({ partner, slice }) => [partner, slice])).toEqual([
      ['VNM', { dyad: 'RUS-VNM' }],
      [null, { without: 'RUS' }],
    ])
    const sum = ({ account: { outputs, processes, conflict } }: (typeof ledger)['total']) =>
      [outputs, processes, conflict].reduce((all, tally) => all + Object.values(tally).reduce((x, y) => x + y), 0)
    expect(sum(ledger.total)).toBe(34)
    expect(sum(ledger.lines[1]!)).toBe(2)
  })

  it('is empty where nothing has begun', () => {
    const { ledger } = ledgerAt({ partner: ['PHL'] }, '2015-12-31')
    expect(ledger.lines).toEqual([])
    expect(ledger.total).toMatchObject({ everRealised: 0, pendingAge: null, delay: { median: null, counted: 0 } })
  })

  it('may have another focus', () => {
    const { ledger } = ledgerAt({ partner: ['VNM'] }, '2026-06-18', null, 'VNM')
    expect(ledger.lines.map(({ partner }) => partner)).toEqual(['RUS', 'EEU'])
  })
})

describe('the columns of the ledger', () => {
  const cellsOf = (set: ColumnSet, since: string | null = null) => {
    const line = lineOf('VNM', since ? '2026-06-18' : '2015-12-31', since)
    return Object.fromEntries(ledgerColumns(columns, set, since).map((column) => [column.id, column.cell(line)]))
  }

  it('say each number with what it rests on', () => {
    const cells = cellsOf('outcome')
    expect(cells['promised']!.text).toBe('25')
    expect(cells['pending']!.text).toBe('8')
    expect(cells['silent']!.text).toBe('3')
    // Wilson, by hand: 14 of 25 is 56 %; (0.56 + 0.07683 -/+ 1.96 sqrt(0.009856 + 0.0015366)) / 1.15366.
    expect(cells['ever']).toMatchObject({ text: '56 %', note: 'of 25', aside: '14 of 25, 95 % interval 37 to 73 %' })
    expect(cells['delay']).toMatchObject({ text: '2.1 years', note: 'of 10' })
    expect(cells['age']).toMatchObject({
      text: '4.6 years',
      note: 'of 8',
      aside: 'Median of 8, the oldest 21.5 years',
    })
  })

  it('give a share of fewer than five as a count', () => {
    const cells = cellsOf('type')
    expect(cells['ever-economy']!.text).toBe('3 of 4')
    expect(cells['ever-diplomacy']!.text).toBe('0 of 3')
    expect(cells['ever-energy']!.text).toBe('40 %')
  })

  it('count what their slices hold, in every set', () => {
    const { ledger, selection, comparison } = ledgerAt({}, '2026-06-18', '2015-12-31')
    for (const set of ['outcome', 'type', 'change'] as const) {
      for (const column of ledgerColumns(columns, set, '31 December 2015')) {
        for (const line of [...ledger.lines, ledger.total]) {
          const { text, note, aside, slice } = column.cell(line)
          if (!slice) continue
          const count = Number(column.group === 'Time, median' ? note!.slice(3) : /^\d+/.exec(aside ?? text)![0])
          const behind = initiativesOf({ columns, selection, comparison }, slice).length
          expect(`${column.id} ${line.partner} ${behind}`).toBe(`${column.id} ${line.partner} ${count}`)
        }
      }
    }
  })

  it('sort the lines, with what has no number last', () => {
    const { ledger } = ledgerAt({ partner: ['VNM', 'PHL', 'LAO'] }, '2026-06-18')
    const shown = ledgerColumns(columns, 'outcome', null)
    const nameOf = (id: string) => outline.actors.find((actor) => actor.id === id)!.names.en
    const order = (sort: string | null) => sortedLines(ledger, shown, sort, nameOf).map(({ partner }) => partner)
    expect(order('name')).toEqual(['LAO', 'PHL', 'VNM', null])
    expect(order('-name')).toEqual(['VNM', 'PHL', 'LAO', null])
    expect(order('-promised')[0]).toBe('VNM')
    expect(order('promised')[2]).toBe('VNM')
    expect(order('no-such-column')).toEqual(order(null))
  })
})

describe('findings', () => {
  const findings = (own: Partial<Filters>, asOf: string, since: string | null = null, dyad?: string) => {
    const { selection, comparison } = ledgerAt(own, asOf, since)
    return findingsOf({ columns, selection, comparison, texts, dyad, silentYears: 5 }).map(findingInWords)
  }

  it('say what had been promised and delivered, and what became of it', () => {
    const words = findings({}, '2026-06-18', '2015-12-31', 'RUS-VNM')
    expect(words[0]).toBe(
      'By 18 June 2026, 20 of 30 promised outputs had been realised at some time (67 %, 95 % interval 49 to 81 %); 18 still stand.',
    )
    expect(words[1]).toBe(
      'Of the 25 outputs begun by 31 December 2015, 13 stood realised on that day and 14 do now. ' +
        'Of them, 1 was realised and 2 failed since. 5 were newly begun; of these, 4 realised and 1 ended at the as-of date.',
    )
    // Failed: cam-ranh-base, vietross, dung-quat, long-phu and the trade target for 2020.
    expect(words.find((own) => own.startsWith('5 stopped before any result'))?.split('\n')).toEqual([
      '5 stopped before any result:',
      '- Russian base at Cam Ranh Bay, since 2 May 2002',
      expect.stringMatching(/, since 19 November 2002$/),
      expect.stringMatching(/, since 11 January 2016$/),
      // Suspended before it was cancelled: it came to nothing on the earlier day.
      expect.stringMatching(/, since 26 January 2018$/),
      expect.stringMatching(/, since 2020$/),
    ])
    expect(words.find((own) => own.startsWith('Realised of promised'))).toBe(
      'Realised of promised outputs: arms 9 of 10, energy 4 of 10, diplomacy 1 of 3 and economy 4 of 7.',
    )
  })

  it('say what the series do, at both dates', () => {
    const words = findings({}, '2026-06-18', '2015-12-31', 'RUS-VNM')
    // data/series: arms-tiv.csv has 751 for 2015 and no row, hence none, for 2024; un-agreement.csv 64.9 and, for 2023, 55.8.
    expect(words).toContain('Arms deliveries: to Vietnam 751 TIV m in 2015 and 0 TIV m in 2024.')
    expect(words).toContain('Agreement in UN votes: 64.9 % in 2015 and 55.8 % in 2023 (from another source).')
    expect(words.filter((own) => own.startsWith('Trade'))).toHaveLength(1)
    // Nothing later than the as-of date, and no second value where no other date is compared.
    expect(findings({}, '2016-12-30', null, 'RUS-VNM')).toContain('Agreement in UN votes: 64.9 % in 2015.')
  })

  it('say that there is nothing', () => {
    expect(findings({ partner: ['PHL'] }, '2015-12-31')).toEqual([
      'By 31 December 2015, no initiative that passes the filters had begun.',
    ])
  })

  it('give no per cent of fewer than five', () => {
    // Philippines, arms: the agreement of 2017 is realised, two contracts failed.
    expect(findings({ partner: ['PHL'], type: ['arms'] }, '2026-06-18')[0]).toBe(
      'By 18 June 2026, 1 of 3 promised outputs had been realised at some time; 1 still stands.',
    )
  })
})

describe('numbers', () => {
  it('have a median', () => {
    expect(median([])).toBeNull()
    expect(median([3])).toBe(3)
    expect(median([9, 1, 4])).toBe(4)
    expect(median([9, 1, 4, 6])).toBe(5)
  })

  it('of days are said in the unit that fits', () => {
    expect(daysInWords(0)).toBe('0 days')
    expect(daysInWords(1)).toBe('1 day')
    expect(daysInWords(44)).toBe('44 days')
    expect(daysInWords(152)).toBe('5 months')
    expect(daysInWords(749)).toBe('2.1 years')
  })
})
