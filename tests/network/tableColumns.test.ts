import { describe, expect, it } from 'vitest'
import { select } from '../../src/network/select.ts'
import {
  keyFigure,
  sheetOf,
  shownColumns,
  tableColumns,
  USUAL_COLUMNS,
  type TableInput,
} from '../../src/network/tableColumns.ts'
import { columns, dayOf, filtersWith, texts } from '../bundled.ts'

const inputAt = (asOf: string, partner = 'VNM', focus = 'RUS'): TableInput => ({
  columns,
  texts,
  selection: select(columns, filtersWith({ partner: [partner] }), dayOf(asOf), null),
  focus,
})

/** What the row of an initiative says, by column. */
function rowAt(id: string, asOf: string, input = inputAt(asOf)): Record<string, string> {
  const position = columns.positions.get(id)!
  return Object.fromEntries(tableColumns(input).map((column) => [column.id, column.text(position)]))
}

describe('a row of the Table', () => {
  it('says what had come of the submarines for Vietnam by the end of 2010', () => {
    // Signed 2009-12-15, and nothing more yet: 1 milestone. The milestone cites two sources; of the figures, the two prices
    // of 2009 add one each (upi is cited already), and the six boats are known from April 2014 only.
    expect(rowAt('rus-vnm-kilo-submarines', '2010-12-31')).toEqual({
      title: 'Six Project 636 Kilo submarines',
      partners: 'Vietnam',
      from: 'Russia',
      to: 'Vietnam',
      type: 'Arms',
      subtype: 'Arms transfer',
      nature: 'Output',
      valence: 'Cooperation',
      begun: '15 December 2009',
      stage: 'Signed, 15 December 2009',
      outcome: 'Pending',
      since: '15 December 2009',
      milestones: '1',
      figure: '2 USD bn, contract value',
      sources: '4',
      confidence: 'High',
      parties: "Rosoboronexport, Admiralty Shipyards, Vietnam People's Navy",
      tags: 'navy, submarine',
      id: 'rus-vnm-kilo-submarines',
    })
  })

  it('says what had come of them by the end of 2015, and nothing later', () => {
    // Delivering from 2014-04-03; completed in 2017 only. One more source for the delivery, which the figure of six boats
    // cites too.
    expect(rowAt('rus-vnm-kilo-submarines', '2015-12-31')).toMatchObject({
      stage: 'Delivering, 3 April 2014',
      outcome: 'Realised',
      since: '3 April 2014',
      milestones: '2',
      figure: '2 USD bn, contract value',
      sources: '5',
    })
  })

  it('is no more precise than the evidence', () => {
    // First contract in December 2003, delivering since "2004", completed in "2016".
    expect(rowAt('rus-vnm-su-30mk2', '2026-06-18')).toMatchObject({
      begun: 'December 2003',
      stage: 'Completed, 2016',
      since: '2004',
    })
  })

  it('marks silence and conflict in words', () => {
    // The airliners were signed for on 2010-06-07, and that became a mere option in "2012-07".
    const airliners = (asOf: string) => rowAt('rus-mys-mc21-crecom', asOf, inputAt(asOf, 'MYS')).outcome
    expect(airliners('2010-06-07')).toBe('Pending')
    expect(airliners('2012-07-31')).toBe('Failed')
    const now = inputAt('2026-06-18')
    const outcome = tableColumns(now).find(({ id }) => id === 'outcome')!
    // In the dataset 25 initiatives are pending and silent at its own date, 2 of them with Vietnam; 9 are conflict.
    expect(now.selection.initiatives.filter((i) => outcome.text(i).endsWith('silent'))).toHaveLength(2)
    const conflicts = [...columns.outline.initiatives].flatMap(({ valence }, i) => (valence === 'conflict' ? [i] : []))
    expect(conflicts).toHaveLength(9)
    expect(conflicts.every((i) => outcome.text(i).endsWith('conflict'))).toBe(true)
  })

  it('names the partners of the focus, or all actors where it is not one of them', () => {
    expect(rowAt('rus-vnm-kilo-submarines', '', inputAt('2015-12-31', 'VNM', 'VNM')).partners).toBe('Russia')
    expect(rowAt('rus-vnm-kilo-submarines', '', inputAt('2015-12-31', 'VNM', 'CHN')).partners).toBe(
      'Russia and Vietnam',
    )
  })

  it('does without the texts until they are there', () => {
    const input = { ...inputAt('2015-12-31'), texts: null }
    expect(rowAt('rus-vnm-kilo-submarines', '', input)).toMatchObject({
      title: 'Arms transfer, Russia and Vietnam',
      figure: '',
      sources: '',
      parties: '',
      tags: '',
    })
  })
})

describe('keyFigure', () => {
  const valueAt = (id: string, asOf: string) => keyFigure(inputAt(asOf), columns.positions.get(id)!)

  it('is the first figure in dollars, wherever it stands, of those that are known', () => {
    // In the record: 50 aircraft, of 2010 as a whole; then USD 5 bn, of 2010-06-07.
    expect(valueAt('rus-mys-mc21-crecom', '2010-06-06')).toBeNull()
    expect(valueAt('rus-mys-mc21-crecom', '2010-12-31')).toMatchObject({ value: 5, unit: 'USD bn' })
  })

  it('is the first in the record where none is in dollars', () => {
    // Heads of government came from 75 countries; the record has nothing in dollars by then.
    expect(valueAt('rus-apec-eastern-economic-forum-leaders', '2026-06-18')).toMatchObject({ unit: 'members' })
  })

  it('is nothing where no figure is known yet', () => {
    // 36 aircraft are known in 2016, the price of twelve in 2013.
    expect(valueAt('rus-vnm-su-30mk2', '2012-12-31')).toBeNull()
    expect(valueAt('rus-vnm-su-30mk2', '2013-12-31')).toMatchObject({ value: 600, unit: 'USD m' })
  })
})

describe('shownColumns', () => {
  const all = tableColumns(inputAt('2015-12-31'))
  const ids = (chosen: string[] | null) => shownColumns(all, chosen).map(({ id }) => id)

  it('are the usual ones, or the chosen ones in their order; unknown ones are left out', () => {
    expect(ids(null)).toEqual(USUAL_COLUMNS)
    expect(ids(['outcome', 'price', 'title'])).toEqual(['outcome', 'title'])
    expect(ids(['price'])).toEqual(USUAL_COLUMNS)
  })
})

describe('sheetOf', () => {
  it('keeps numbers and days as such, and says in a file what the sources are', () => {
    const input = inputAt('2010-12-31')
    const shown = shownColumns(tableColumns(input), ['title', 'begun', 'stage', 'figure', 'sources', 'tags'])
    const rows = ['rus-vnm-kilo-submarines', 'rus-vnm-su-30mk2'].map((id) => columns.positions.get(id)!)
    // The fighters: signed in "2003-12", delivering "2004", more announced on 2010-07-20; no figure known yet.
    expect(sheetOf(shown, rows, false)).toEqual({
      head: [
        'Title',
        'Begun',
        'Stage',
        'Stage: date',
        'Key figure',
        'Key figure: unit',
        'Key figure: of what',
        'Sources',
        'Tags',
      ],
      rows: [
        [
          'Six Project 636 Kilo submarines',
          new Date('2009-12-15'),
          'Signed',
          new Date('2009-12-15'),
          2,
          'USD bn',
          'contract value',
          4,
          'navy, submarine',
        ],
        ['Su-30MK2 fighters', '2003-12', 'Announced', new Date('2010-07-20'), null, null, null, 2, 'aircraft, fighter'],
      ],
    })
    const file = sheetOf(shown, rows, true)
    expect(file.head.slice(-4)).toEqual(['Sources', 'Sources: ids', 'Sources: addresses', 'Tags'])
    expect(file.rows[1]![8]).toBe('baohaiduong-2024-su30mk2 defensestudies-2010-07-21-su30mk2')
    expect(file.rows[1]![9]).toMatch(/^https?:\S+ https?:\S+$/)
  })

  it('is a head alone where there is no row', () => {
    const shown = shownColumns(tableColumns(inputAt('2010-12-31')), ['id'])
    expect(sheetOf(shown, [], true)).toEqual({ head: ['Id'], rows: [] })
  })
})
