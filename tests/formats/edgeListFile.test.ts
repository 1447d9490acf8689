import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { createActorFinder } from '../../src/formats/actors/createActorFinder.ts'
import { cleanLine } from '../../src/formats/cleanText.ts'
import { edgeList } from '../../src/formats/edgeList.ts'
import { edgeListCsv, edgeListSheet, edgeListTsv, edgeListXlsx } from '../../src/formats/edgeListFile.ts'
import { ARMS, ECONOMY } from '../../src/formats/relationTypes.ts'
import { STAGES } from '../../src/model/outcome.ts'
import type { Actor, Dataset, Initiative } from '../../src/model/schema.ts'
import { contextOf, fileOf } from './readers.ts'

const finder = createActorFinder([])
const actors: Actor[] = [
  ...['RUS', 'CHN', 'VNM', 'KOR', 'COG'].map((id) => finder.byId(id)!),
  { id: 'ATLANTIS', kind: 'state', tier: 'core', names: { en: 'Atlantis' } },
]

const initiativeOf = (own: Partial<Initiative>): Initiative => ({
  id: 'one',
  from: ['RUS'],
  to: ['CHN'],
  directed: true,
  type: 'arms',
  subtype: 'transfer',
  title: 'Submarines',
  summary: '',
  parties: [],
  milestones: [{ date: '2009', stage: 'signed', note: '', sources: ['s'] }],
  tags: [],
  confidence: 'unstated',
  ...own,
})

const datasetOf = (initiatives: Initiative[]): Dataset => ({
  format: 'dyad/1',
  title: 'Test',
  description: 'Test',
  version: '1',
  asOf: '2020-01-01',
  focus: 'RUS',
  licence: 'none',
  citation: 'none',
  markedDates: [],
  actors,
  relationTypes: [ARMS, ECONOMY],
  initiatives,
  sources: [
    { id: 's', title: 'A book', publisher: 'A press', kind: 'academic', language: 'en' },
    { id: 't', title: 'A page', publisher: 'A site', kind: 'news', language: 'en', url: 'https://example.org/t' },
  ],
  series: [],
  memberships: [],
})

const rich = datasetOf([
  initiativeOf({
    to: ['CHN', 'VNM'],
    summary: 'Six of them',
    parties: ['Yard A', 'Yard B'],
    tags: ['New'],
    milestones: [
      { date: '2009-12-15', stage: 'signed', note: '', sources: ['s'] },
      { date: '2014', stage: 'delivering', note: '', sources: ['t', 's'] },
      { date: '2017-01', stage: 'suspended', note: '', sources: ['t'] },
    ],
    magnitudes: [
      { kind: 'number ordered', value: 6, unit: 'units', date: '2009', sources: ['s'] },
      { kind: 'price', value: 1.8, unit: 'USD bn', sources: ['s'] },
    ],
  }),
])

describe('an edge list of a dataset', () => {
  it('has a row an initiative and dyad, with its course, figures and sources', () => {
    const { head, rows } = edgeListSheet(rich)
    expect(rows.map(([from, to]) => [from, to])).toEqual([
      ['Russia', 'China'],
      ['Russia', 'Vietnam'],
    ])
    expect(Object.fromEntries(head.map((label, i) => [label, rows[0]![i]]))).toEqual({
      From: 'Russia',
      To: 'China',
      Direction: 'directed',
      Type: 'Arms',
      Subtype: 'Arms transfer',
      Title: 'Submarines',
      Begun: new Date('2009-12-15T00:00:00Z'),
      'First stage': 'signed',
      'First realised': '2014',
      Ended: '2017-01',
      'Latest date': '2017-01',
      'Latest stage': 'suspended',
      Value: 6,
      Unit: 'units',
      'Value of': 'number ordered',
      'Other figures': 'price: 1.8 USD bn',
      Parties: 'Yard A; Yard B',
      Tags: 'New',
      Sources: 'A book; https://example.org/t',
      Note: 'Six of them',
    })
  })

  it('gives a spreadsheet no formula to run', () => {
    const dataset = datasetOf([initiativeOf({ title: '=cmd|"/c calc"!A1', summary: '@SUM(1)' })])
    expect(edgeListCsv(dataset)).toContain(`"'=cmd|""/c calc""!A1"`)
    expect(edgeListTsv(dataset)).toContain("\t'@SUM(1)")
  })

  it('opens in Excel with its Cyrillic, and reads back the same from CSV, TSV and XLSX', async () => {
    const dataset = datasetOf([
      initiativeOf({ title: 'Сила Сибири' }),
      initiativeOf({ title: '=1+1', to: ['ATLANTIS'] }),
    ])
    const blob = await edgeListXlsx(dataset, [['Title', 'Test']])
    const book = XLSX.read(await blob.arrayBuffer())
    expect(XLSX.utils.sheet_to_json<Record<string, string>>(book.Sheets['Table']!)[0]!.Title).toBe('Сила Сибири')
    const files = [
      fileOf(edgeListCsv(dataset), 'a.csv'),
      fileOf(edgeListTsv(dataset), 'a.tsv'),
      { name: 'a.xlsx', bytes: new Uint8Array(await blob.arrayBuffer()) },
    ]
    for (const file of files) {
      const reading = await edgeList.read(file, contextOf())
      expect(tiesOf(reading.dataset)).toEqual(tiesOf(dataset))
    }
  })

  it('reads back the same ties, whatever they are called', async () => {
    const title = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => cleanLine(text, 200))
      // An apostrophe before the sign of a formula is what keeps a spreadsheet from running it, and is taken away.
      .filter((text) => text !== '' && !/^'[=+\-@]/.test(text))
    const date = fc.oneof(
      fc.integer({ min: 1950, max: 2019 }).map(String),
      fc
        .date({ min: new Date('1950-01-01'), max: new Date('2019-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      fc.constantFrom('2015-03', '1999-12'),
    )
    const initiative = fc
      .record({
        ends: fc.tuple(fc.nat(actors.length - 1), fc.nat(actors.length - 1)).filter(([one, other]) => one !== other),
        isArms: fc.boolean(),
        title,
        date,
        stage: fc.constantFrom(...STAGES),
      })
      .map(({ ends, isArms, title: words, date: begun, stage }) =>
        initiativeOf({
          from: [actors[ends[0]]!.id],
          to: [actors[ends[1]]!.id],
          type: isArms ? 'arms' : 'economy',
          subtype: isArms ? 'transfer' : 'trade',
          title: words,
          milestones: [{ date: begun, stage, note: '', sources: ['s'] }],
        }),
      )
    await fc.assert(
      fc.asyncProperty(fc.array(initiative, { minLength: 1, maxLength: 6 }), async (initiatives) => {
        const dataset = datasetOf(initiatives)
        const { dataset: back } = await edgeList.read(fileOf(edgeListCsv(dataset)), contextOf())
        expect(tiesOf(back)).toEqual(tiesOf(dataset))
      }),
      { numRuns: 60 },
    )
  })
})

/** Who is tied to whom, by what, since when and with which first stage. */
function tiesOf({ actors: own, initiatives, relationTypes }: Dataset): string[][] {
  const name = (id: string) => own.find((actor) => actor.id === id)!.names.en
  return initiatives.map(({ from, to, type, title, milestones }) => [
    name(from[0]!),
    name(to[0]!),
    relationTypes.find(({ id }) => id === type)!.label,
    title,
    milestones[0]!.date,
    milestones[0]!.stage,
  ])
}
