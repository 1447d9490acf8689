import { describe, expect, it } from 'vitest'
import { defaultChoices, type Choices } from '../../src/state/choices.ts'
import { asOfRange } from '../../src/network/columns.ts'
import { readHash, writeHash } from '../../src/state/hash.ts'
import { isoDate } from '../../src/model/dates.ts'
import { columns, filtersWith, outline } from '../bundled.ts'

const usual = defaultChoices(outline)
const chosen = (own: Partial<Choices>): Choices => ({ ...usual, ...own })

describe('the hash', () => {
  it('is empty where all is as the dataset opens', () => {
    expect(writeHash(usual, columns)).toBe('')
    expect(readHash('', columns)).toEqual({ choices: usual, notices: [] })
    expect(readHash('#', columns)).toEqual({ choices: usual, notices: [] })
  })

  it('can be read by a person', () => {
    const choices = chosen({
      filters: filtersWith({
        type: ['arms', 'energy'],
        outcome: ['realised'],
        period: [2000, 2015],
        text: 'oil & gas',
      }),
      asOf: '2015-12-31',
      focus: 'IND',
    })
    expect(writeHash(choices, columns)).toBe(
      'type=arms,energy&outcome=realised&period=2000-2015&text=oil+%26+gas&asof=2015-12-31&focus=IND',
    )
  })

  it.each<[string, Partial<Choices>]>([
    [
      'lists',
      {
        filters: filtersWith({ subtype: ['arms/transfer', 'energy/lng'], partner: ['CHN'], sourceKind: ['official'] }),
      },
    ],
    ['an empty list', { filters: filtersWith({ nature: [] }) }],
    ['a single year', { filters: filtersWith({ period: [2010, 2010] }) }],
    ['words with signs', { filters: filtersWith({ text: 'a+b=c & "d, e" #f %41 Việt' }) }],
    ['layout and pins', { layout: 'force', pins: { CHN: { x: -12.5, y: 300 }, SCO: { x: 0, y: 0 } } }],
    ['an actor', { inspected: { kind: 'actor', id: 'CHN' } }],
    ['a dyad', { inspected: { kind: 'dyad', id: 'RUS-CHN' } }],
    ['a dyad and its type', { inspected: { kind: 'dyad', id: 'RUS-CHN', type: 'arms' } }],
    ['an initiative', { inspected: { kind: 'initiative', id: 'rus-mys-mig29n' } }],
    ['two dates and years of silence', { asOf: '2020-12-31', since: '2015-12-31', silentYears: 3 }],
    ['a timeline', { view: 'timeline', grouping: 'type', span: [2000, 2015] }],
    ['a ledger', { view: 'ledger', ledgerColumns: 'change', ledgerSort: '-realised-now' }],
    ['partners side by side', { view: 'compare', compared: ['CHN', 'IND', 'VNM'], beside: 'CHN' }],
    ['places from a layout run again', { layout: 'organisation', placed: { CHN: { x: 1.5, y: -2 } } }],
    ['members and other suppliers', { unfolded: ['ASEAN', 'SCO'], hasSuppliers: true }],
    ['what width and size stand for', { width: 'arms-tiv', size: 'trade.turnover' }],
    ['a map', { view: 'map', mapSight: { longitude: 105.8, latitude: -21, zoom: 2.5 } }],
    ['a matrix', { view: 'matrix', matrixSide: 'actor', matrixSort: 'similarity' }],
    [
      'a table',
      {
        view: 'table',
        tableColumns: ['title', 'key-figure'],
        tableSizes: { title: 320 },
        tableSort: '-outcome',
        find: 'gas & oil',
      },
    ],
    ['a rank and a path', { view: 'measures', rankSort: 'betweenness', path: ['IND', 'PRK'] }],
    ['a path around the focus', { view: 'measures', path: ['IND', 'PRK'], isPathAround: true }],
    ['a list', { inspected: { kind: 'slice', slice: { dyad: 'RUS-IND', account: 'outputs', silent: 'yes' } } }],
    ['findings', { inspected: { kind: 'findings' } }],
    ['findings of a dyad', { inspected: { kind: 'findings', dyad: 'RUS-IND' } }],
    ['a camera', { camera: { x: 10.5, y: -20, zoom: 1.25 } }],
  ])('gives back %s', (_what, own) => {
    const choices = chosen(own)
    expect(readHash(`#${writeHash(choices, columns)}`, columns)).toEqual({ choices, notices: [] })
  })

  it('mends what it can and says what it ignored', () => {
    const { choices, notices } = readHash('#type=arms,gas&focus=XXX&period=2015-2000&layout=circle&foo=1', columns)
    expect(choices.filters.type).toEqual(['arms'])
    expect(choices.filters.period).toEqual([2000, 2015])
    expect(choices.focus).toBe('RUS')
    expect(notices).toEqual([
      '“type=gas” is not in this dataset and was ignored.',
      'The actor “XXX” is not in this dataset and was ignored.',
      'The layout “circle” is not known and was ignored.',
      '“foo” in the link is not known and was ignored.',
    ])
  })

  it('mends dates, years and partners too', () => {
    const { choices, notices } = readHash(
      '#since=1066-10-14&silent=0&span=2015&group=size&columns=none&compare=CHN,XXX,IND,VNM,JPN,KOR&list=colour:red',
      columns,
    )
    expect(choices).toMatchObject({
      since: '1981-06-30',
      silentYears: 5,
      span: null,
      grouping: 'partner',
      inspected: null,
    })
    expect(choices.ledgerColumns).toBe('outcome')
    expect(choices.compared).toEqual(['CHN', 'IND', 'VNM', 'JPN'])
    expect(notices).toHaveLength(8)
    expect(readHash('#since=May+2015', columns)).toMatchObject({ choices: { since: null } })
  })

  it('leaves out places, widths and paths that make no sense, and says so', () => {
    const { choices, notices } = readHash(
      '#map=200,0,1&cells=planet&order=age&show=<b>&sizes=title:x&by=DROP&width=Arms+TIV&members=XXX,SCO&suppliers=no&path=RUS-RUS&placed=RUS:1',
      columns,
    )
    expect(choices).toEqual(chosen({ unfolded: ['SCO'] }))
    expect(notices).toHaveLength(11)
    expect(notices[0]).toBe('The place to look at on the map could not be read and was ignored.')
    expect(notices).toContain('The organisation “XXX” is not in this dataset and was ignored.')
  })

  it('reads a list of unknown options as no filter, not as an empty one', () => {
    const { choices, notices } = readHash('#type=gas', columns)
    expect(choices.filters.type).toBeNull()
    expect(notices).toHaveLength(1)
  })

  it('reads dates of any precision as their last day, and keeps them within the dataset', () => {
    expect(readHash('#asof=2015', columns).choices.asOf).toBe('2015-12-31')
    expect(readHash('#asof=2015-02', columns).choices.asOf).toBe('2015-02-28')
    expect(readHash('#asof=2015-02-30', columns).choices.asOf).toBe('2026-06-18')
    expect(readHash('#asof=2015-02-30', columns).notices[0]).toContain('does not exist')
    expect(readHash('#asof=2999-01-01', columns)).toMatchObject({ choices: { asOf: '2026-06-18' } })
    // The first initiative of the records begins in June 1981.
    expect(readHash('#asof=1066-10-14', columns)).toMatchObject({ choices: { asOf: '1981-06-30' } })
    expect(readHash('#asof=1066-10-14', columns).notices).toHaveLength(1)
  })

  it('cuts a period to the years of the dataset', () => {
    expect(readHash('#period=1900-2000', columns).choices.filters.period).toEqual([1981, 2000])
    expect(readHash('#period=1900-2100', columns).choices.filters.period).toBeNull()
    expect(readHash('#period=long+ago', columns).notices[0]).toContain('2000-2015')
  })

  it('survives whatever is put behind the #', () => {
    for (const hash of [
      '%',
      '=',
      '&&&',
      'type',
      'type=',
      'camera=1,2',
      'camera=a,b,c',
      'camera=1,2,0',
      'pins=CHN',
      'pins=CHN:a:b',
      'dyad=RUS',
      'dyad=RUS-RUS',
      'actor=',
      '__proto__=1',
      'type=%E0%A4%A',
      `text=${'x'.repeat(5000)}`,
    ]) {
      const { choices } = readHash(hash, columns)
      expect(choices.focus).toBe('RUS')
      expect(() => writeHash(choices, columns)).not.toThrow()
    }
  })

  it('counts the first of two', () => {
    const { choices, notices } = readHash('#focus=IND&focus=CHN', columns)
    expect(choices.focus).toBe('IND')
    expect(notices).toEqual(['“focus” stands in the link twice; the first one counts.'])
  })

  it('writes a dyad in the order of the dataset', () => {
    expect(readHash('#dyad=CHN-RUS', columns).choices.inspected).toEqual({ kind: 'dyad', id: 'RUS-CHN' })
  })
})

describe('asOfRange', () => {
  it('runs from the first beginning to the dataset’s own date', () => {
    expect(asOfRange(columns).map(isoDate)).toEqual(['1981-06-30', '2026-06-18'])
  })
})
