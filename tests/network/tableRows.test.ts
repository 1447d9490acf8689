import { describe, expect, it } from 'vitest'
import { select } from '../../src/network/select.ts'
import { shownColumns, tableColumns, type TableColumn } from '../../src/network/tableColumns.ts'
import { createRows, hitsIn } from '../../src/network/tableRows.ts'
import { wordsOf } from '../../src/network/text.ts'
import { columns, dayOf, filtersWith, texts } from '../bundled.ts'

interface Asked {
  sort?: string
  find?: string
  asOf?: string
  show?: string[]
  partner?: string
}

/** The ids of the rows, in their order. */
function rowsWith(
  { sort = 'begun', find = '', asOf = '2026-06-18', show, partner = 'MYS' }: Asked,
  rowsOf = createRows(),
) {
  const selection = select(columns, filtersWith({ partner: [partner] }), dayOf(asOf), null)
  const input = { columns, texts, selection, focus: 'RUS' }
  const all = tableColumns(input)
  const rows = rowsOf({ ...input, all, shown: shownColumns(all, show ?? null), sort, words: wordsOf(find) })
  return rows.map((i) => columns.outline.initiatives.at(i)!.id)
}

// Malaysia's five: fighters of June 1994 (380 USD m), fighters of 19 May 2003 (900 USD m), a cosmonaut of 5 August 2003 (no
// figure), airliners of 7 June 2010 (5 USD bn), the forum of September 2016 (75 members, none in dollars).
const [MIG, SU, COSMONAUT, AIRLINERS, FORUM] = [
  'rus-mys-mig29n',
  'rus-mys-su30mkm',
  'rus-mys-angkasawan',
  'rus-mys-mc21-crecom',
  'rus-apec-eastern-economic-forum-leaders',
]

describe('the order of the rows', () => {
  it('is by the day they begin, both ways', () => {
    expect(rowsWith({})).toEqual([MIG, SU, COSMONAUT, AIRLINERS, FORUM])
    expect(rowsWith({ sort: '-begun' })).toEqual([FORUM, AIRLINERS, COSMONAUT, SU, MIG])
    expect(rowsWith({ sort: 'price' })).toEqual([MIG, SU, COSMONAUT, AIRLINERS, FORUM])
  })

  it('has what says nothing last, both ways, and dollars of all sizes together', () => {
    expect(rowsWith({ sort: '-figure' })).toEqual([AIRLINERS, SU, MIG, COSMONAUT, FORUM])
    expect(rowsWith({ sort: 'figure' })).toEqual([MIG, SU, AIRLINERS, COSMONAUT, FORUM])
  })

  it('is by the alphabet for texts, and by the day they begin for ties, both ways', () => {
    // Asian, Eighteen, Fifty, Malaysian, MiG.
    expect(rowsWith({ sort: 'title' })).toEqual([FORUM, SU, AIRLINERS, COSMONAUT, MIG])
    // High; four times medium.
    expect(rowsWith({ sort: 'confidence' })).toEqual([SU, MIG, COSMONAUT, AIRLINERS, FORUM])
    expect(rowsWith({ sort: '-confidence' })).toEqual([MIG, COSMONAUT, AIRLINERS, FORUM, SU])
  })

  it('is by the life for stages: what stopped comes last', () => {
    // Delivering; three times completed; stalled.
    expect(rowsWith({ sort: 'stage' })).toEqual([FORUM, MIG, SU, COSMONAUT, AIRLINERS])
  })

  it('has a date without a day at the last day that it can stand for', () => {
    // Delivered since: "1995", "2007", "2007-10", "2012-07", "2016-09". "2007" counts to its end, after October.
    expect(rowsWith({ sort: 'since' })).toEqual([MIG, COSMONAUT, SU, AIRLINERS, FORUM])
  })

  it('follows the as-of date with the same memory', () => {
    const rowsOf = createRows()
    expect(rowsWith({ sort: '-figure', asOf: '2026-06-18' }, rowsOf)[0]).toBe(AIRLINERS)
    expect(rowsWith({ sort: '-figure', asOf: '2005-12-31' }, rowsOf)).toEqual([SU, MIG, COSMONAUT])
    expect(rowsWith({ sort: 'title', asOf: '2005-12-31' }, rowsOf)).toEqual([SU, COSMONAUT, MIG])
    expect(rowsWith({ sort: 'title', asOf: '2026-06-18' }, rowsOf)).toEqual([FORUM, SU, AIRLINERS, COSMONAUT, MIG])
    expect(rowsWith({ asOf: '1994-06-29' }, rowsOf)).toEqual([])
    expect(rowsWith({ asOf: '1994-06-30' }, rowsOf)).toEqual([MIG])
  })
})

describe('finding rows', () => {
  it('looks for all words in what the row shows, whatever their case and marks', () => {
    expect(rowsWith({ find: 'FIGHTERS malaysia' })).toEqual([MIG, SU])
    expect(rowsWith({ find: '"MiG-29N fighters"' })).toEqual([MIG])
    expect(rowsWith({ find: 'stalled 2012' })).toEqual([AIRLINERS])
    expect(rowsWith({ find: 'submarine' })).toEqual([])
    expect(rowsWith({ find: '  ' })).toHaveLength(5)
  })

  it('does not look in columns that are hidden', () => {
    // Fighters are in the titles and tags of two, "barter" in the tags of the first alone.
    expect(rowsWith({ find: 'fighters barter' })).toEqual([])
    expect(rowsWith({ find: 'fighters barter', show: ['tags'] })).toEqual([MIG])
    expect(rowsWith({ find: 'fighters', show: ['outcome'] })).toEqual([])
  })

  it('does not find what is later than the as-of date', () => {
    const rowsOf = createRows()
    expect(rowsWith({ find: 'stalled', asOf: '2012-07-31' }, rowsOf)).toEqual([AIRLINERS])
    expect(rowsWith({ find: 'stalled', asOf: '2012-07-30' }, rowsOf)).toEqual([])
  })
})

describe('hitsIn', () => {
  const hits = (text: string, query: string) => hitsIn(text, wordsOf(query)).map(([from, to]) => text.slice(from, to))

  it('finds words with other marks and case, in the letters of the text', () => {
    expect(hits('Việt Nam and Đà Nẵng', 'viet nang')).toEqual(['Việt', 'Nẵng'])
    // The same letters with their marks as signs of their own.
    expect(hits('Việt Nam'.normalize('NFD'), 'viet')).toEqual(['Việt'.normalize('NFD')])
  })

  it('joins what overlaps or touches, and finds nothing for no words', () => {
    expect(hits('submarines', 'marine sub')).toEqual(['submarine'])
    expect(hits('Su-30 and Su-35', 'su-3')).toEqual(['Su-3', 'Su-3'])
    expect(hits('Su-30', '')).toEqual([])
    expect(hits('', 'su')).toEqual([])
  })
})

describe('thirty thousand rows', () => {
  it('are sorted and searched by columns of texts with gaps and ties', () => {
    const count = 30_000
    const many = {
      ...columns,
      outline: {
        ...columns.outline,
        initiatives: Array.from({ length: count }, () => columns.outline.initiatives.at(0)!),
      },
      count,
      begins: Int32Array.from({ length: count }, (_, i) => count - i),
    }
    const key = (i: number) => (i % 3 === 0 ? null : `word ${i % 1000}`)
    const column: TableColumn = {
      ...tableColumns({ columns, texts, selection: select(columns, filtersWith({}), 0, null), focus: 'RUS' })[0]!,
      id: 'word',
      text: (i) => key(i) ?? '',
      sortKey: key,
    }
    const selection = { ...select(columns, filtersWith({}), 0, null), initiatives: [...Array(count).keys()] }
    const input = { columns: many, texts, selection, focus: 'RUS', all: [column], shown: [column] }
    const rowsOf = createRows()
    const rows = rowsOf({ ...input, sort: 'word', words: [] })
    // "word 0" before "word 1" before "word 10"; 27,000 is a multiple of 3, so it says nothing.
    expect(rows.slice(0, 2)).toEqual([29_000, 28_000])
    expect(rows.slice(-10_000).every((i) => i % 3 === 0)).toBe(true)
    expect(rowsOf({ ...input, sort: 'word', words: ['word 999'] })).toHaveLength(20)
  })
})
