import { describe, expect, it } from 'vitest'
import { openOutline, openTexts } from '../../src/formats/keptHalves.ts'
import { datasetOf } from '../../src/formats/datasetOf.ts'
import { readFile, type ReadOptions } from '../../src/formats/readFile.ts'
import { READERS } from '../../src/formats/readers.ts'
import { ReadingError } from '../../src/formats/reading.ts'
import { WRITERS } from '../../src/formats/writers.ts'
import { READER_LABELS } from '../../src/panels/datasets/readerLabels.ts'
import { parseDate } from '../../src/model/dates.ts'
import { bytesOf, smallDataset } from './datasets.ts'

const OPTIONS: ReadOptions = { format: null, decisions: [], mapping: null, known: [], today: '2026-11-28' }
const read = (name: string, text: string, options: Partial<ReadOptions> = {}) =>
  readFile({ name, bytes: bytesOf(text) }, { ...OPTIONS, ...options })

describe('READERS', () => {
  it('are offered under their names', () => {
    expect(READER_LABELS).toEqual(READERS.map(({ id, label }) => ({ id, label })))
  })
})

describe('readFile', () => {
  it.each(WRITERS.map((writer) => [writer.label, writer] as const))(
    'recognises what is written as %s',
    async (_label, writer) => {
      const dataset = smallDataset()
      const content = await writer.write(dataset, parseDate(dataset.asOf)!.last)
      const bytes = typeof content === 'string' ? bytesOf(content) : content
      const { read: own } = await readFile({ name: `a.${writer.ending}`, bytes }, OPTIONS)
      expect(own.format.id).toBe(writer.id.replace('-xlsx', ''))
      // In an edge list an initiative of two dyads is two rows.
      expect(own.counts.initiatives).toBe(writer.id.startsWith('edge-list') ? 4 : 3)
      expect(own.rejected).toEqual([])
    },
  )

  it('gives both halves of what was read', async () => {
    const dataset = smallDataset()
    const { read: own, texts } = await read('a.json', JSON.stringify(dataset))
    const halves = { outline: openOutline(own.outline), texts: openTexts(texts()) }
    expect(datasetOf(halves).initiatives).toEqual(dataset.initiatives)
    expect(own).toMatchObject({ title: 'A small dataset', years: ['1989', '2019'], table: null })
  })

  it('shows the columns of an edge list as they were guessed, and reads it as the person says', async () => {
    const csv = 'who;whom;when;title\nRussia;India;2015-12-24;Treaty of friendship\nRussia;Atlantis;2016;Pact\n'
    const first = await read('ties.csv', csv)
    expect(first.read.table).toMatchObject({
      columns: ['who', 'whom', 'when', 'title'],
      mapping: { from: 0, to: 1, date: 2, title: 3, hasHead: true },
      preview: [{ row: 2, from: 'Russia', to: 'India', title: 'Treaty of friendship', problem: null }, { row: 3 }],
    })
    expect(first.read.unknown).toMatchObject([{ name: 'Atlantis', rows: 1 }])
    const mapping = { ...first.read.table!.mapping, from: 1, to: 0, stageOfRow: 'completed' as const }
    const again = await read('ties.csv', csv, { mapping, decisions: [['Atlantis', { as: 'none' }]] })
    const { initiatives } = openOutline(again.read.outline)
    expect([...initiatives].map(({ from, to, milestones }) => [from, to, milestones[0]!.stage])).toEqual([
      [['IND'], ['RUS'], 'completed'],
    ])
  })

  it.each([
    ['empty.csv', '', /“empty.csv” is empty/],
    ['paper.pdf', '%PDF-1.7', /seems to be a PDF document: save the table in it as CSV.*What can be read/],
    ['page.html', '<!doctype html><p>x', /seems to be a web page/],
    ['x.xml', '<?xml version="1.0"?><kml/>', /XML, but neither GEXF nor GraphML/],
    ['x.json', '{"type":"FeatureCollection"}', /JSON, but none that Dyad, Cytoscape or CX2 write/],
    ['letter.txt', 'Dear reader', /no table of ties/],
    ['net.gephi', 'PK\u0003\u0004', /archive|Gephi/],
  ])('says what %s seems to be', async (name, text, words) => {
    const error = await read(name, text).catch((own: unknown) => own)
    expect(error).toBeInstanceOf(ReadingError)
    expect((error as Error).message).toMatch(words)
  })
})
