import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutDataset } from '../../src/formats/cut.ts'
import { cx2, writeCx2 } from '../../src/formats/cx2.ts'
import { cytoscapeJson, writeCytoscapeJson } from '../../src/formats/cytoscapeJson.ts'
import { gexf, writeGexf } from '../../src/formats/gexf.ts'
import { graphml, writeGraphml } from '../../src/formats/graphml.ts'
import type { Reader } from '../../src/formats/reading.ts'
import { dayNumber } from '../../src/model/dates.ts'
import type { Dataset } from '../../src/model/schema.ts'
import { whole } from '../bundled.ts'
import { anyDataset, bytesOf, contextWith, smallDataset } from './datasets.ts'

const FORMATS: [name: string, reader: Reader, write: (dataset: Dataset, asOf?: number | null) => string][] = [
  ['gexf', gexf, writeGexf],
  ['graphml', graphml, writeGraphml],
  ['cyjs', cytoscapeJson, writeCytoscapeJson],
  ['cx2', cx2, writeCx2],
]

/** Actors around a dataset stand after the others once it has been a graph. */
function inOrder(dataset: Dataset): Dataset {
  const isContext = ({ tier }: Dataset['actors'][number]) => tier === 'context'
  return {
    ...dataset,
    actors: [...dataset.actors.filter((actor) => !isContext(actor)), ...dataset.actors.filter(isContext)],
  }
}

describe.each(FORMATS)('a dataset as %s', (ending, reader, write) => {
  const read = (text: string) => reader.read({ name: `mine.${ending}`, bytes: bytesOf(text) }, contextWith())

  it('comes back as it was', async () => {
    const { dataset, rejected, notes, taken } = await read(write(smallDataset()))
    expect([rejected, notes]).toEqual([[], []])
    expect(dataset).toEqual(smallDataset())
    expect(taken).toBe(16)
  })

  it('comes back as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { dataset: back, rejected, notes } = await read(write(dataset))
        expect([rejected, notes]).toEqual([[], []])
        expect(back).toEqual(dataset)
      }),
      { numRuns: 20 },
    )
  })

  it('is recognised', () => {
    const text = write(smallDataset())
    expect(
      FORMATS.filter(([, own]) => own.recognises({ ending: '', bytes: bytesOf(text), text })).map(([name]) => name),
    ).toEqual([ending])
  })

  it('comes back where nothing is in it but actors', async () => {
    const empty = cutDataset(smallDataset(), { initiatives: new Set(), until: null })
    expect((await read(write(empty))).dataset).toEqual(empty)
  })
})

describe.each(FORMATS)('the dataset that Dyad opens on, as %s', (ending, reader, write) => {
  it('comes back as it was', async () => {
    const text = write(whole)
    expect(reader.recognises({ ending: '', bytes: bytesOf(''), text: text.slice(0, 64 * 1024) })).toBe(true)
    const file = { name: `dyad.${ending}`, bytes: bytesOf(text) }
    const { dataset, rejected, notes } = await reader.read(file, contextWith())
    expect([rejected, notes]).toEqual([[], []])
    expect(dataset).toEqual(inOrder(whole))
  })
})

describe('GEXF', () => {
  const written = writeGexf(smallDataset(), dayNumber(2015, 6, 30))

  it('has an edge for each dyad of an initiative, in time, parallel ones of different kinds', () => {
    const edges = [...written.matchAll(/<edge ([^>]*)>/g)].map(([, attributes]) => attributes)
    expect(edges).toEqual([
      'id="power-of-siberia" source="RUS" target="CHN" label="Power of Siberia, &quot;the pipe&quot;" kind="energy" start="2014-05-21"',
      'id="peace-mission.RUS-SCO" source="RUS" target="SCO" label="-Peace Mission" kind="arms" start="2005-12-31"',
      'id="peace-mission.CHN-SCO" source="CHN" target="SCO" label="-Peace Mission" kind="arms" start="2005-12-31"',
      'id="embargo" source="CHN" target="RUS" label="&lt;script&gt;alert(1)&lt;/script&gt;" kind="arms" start="1989-06-27" end="1992-11-30"',
    ])
    // A graph of mixed directions is refused by NetworkX.
    expect(written).toContain('<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">')
  })

  it('says what had come of each by the day', () => {
    const valuesOf = (name: string) =>
      [...written.matchAll(new RegExp(`for="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value)
    // Deliveries began in December 2019; the embargo had ended in 1992.
    expect(valuesOf('outcome')).toEqual(['pending', 'realised', 'realised', 'ended'])
    expect(valuesOf('latest_stage')).toEqual(['signed', 'completed', 'completed', 'expired'])
    expect(valuesOf('latest_date')).toEqual(['2014-05-21', '2005', '2005', '1992-11'])
  })

  it('gives parallel edges of one type kinds of their own', () => {
    const dataset = smallDataset()
    dataset.initiatives[2]!.type = 'energy'
    dataset.initiatives[2]!.subtype = 'pipeline'
    expect([...writeGexf(dataset).matchAll(/ kind="([^"]*)"/g)].map(([, kind]) => kind)).toEqual([
      'energy',
      'arms',
      'arms',
      'energy 2',
    ])
  })

  it('is directed where everything flows one way', () => {
    const dataset = smallDataset()
    dataset.initiatives.splice(1, 1)
    expect(writeGexf(dataset)).toContain('defaultedgetype="directed"')
  })

  it('comes back from a program that has dropped what it does not know', async () => {
    const dropped = written
      .replace(/<\?dyad .*\?>\n/, '')
      .replace(/ kind="[^"]*"/g, '')
      .replace(/<viz:[^>]*>/g, '')
    const { dataset, rejected, notes } = await gexf.read(
      { name: 'saved again.gexf', bytes: bytesOf(dropped) },
      contextWith(),
    )
    expect(rejected).toEqual([])
    expect(notes[0]).toBe(
      'The file no longer holds its licence, colours, series and memberships: a program that changed it has left them out.',
    )
    expect(dataset.initiatives).toEqual(smallDataset().initiatives)
    expect(dataset.actors).toEqual(smallDataset().actors.filter(({ tier }) => tier !== 'context'))
    // What no edge cites is gone.
    expect(dataset.sources.map(({ id }) => id)).toEqual(['gazprom-2014', 'tass-2019'])
    expect(
      dataset.relationTypes.map(({ id, label, letter, subtypes }) => [
        id,
        label,
        letter,
        subtypes.map((own) => [own.id, own.nature]),
      ]),
    ).toEqual([
      ['energy', 'Energy', 'E', [['pipeline', 'output']]],
      [
        'arms',
        'Arms',
        'A',
        [
          ['exercise', 'process'],
          ['transfer', 'output'],
        ],
      ],
    ])
    expect(dataset).toMatchObject({ title: 'saved again', series: [], memberships: [] })
  })

  it('takes what was changed in another program, and rejects an edge that says nothing', async () => {
    const changed = written
      .replaceAll('value="Power of Siberia, &quot;the pipe&quot;"', 'value="The pipe"')
      .replace('</edges>', '<edge source="RUS" target="CHN" label="new"/></edges>')
    const { dataset, rejected } = await gexf.read({ name: 'x.gexf', bytes: bytesOf(changed) }, contextWith())
    expect(dataset.initiatives[0]!.title).toBe('The pipe')
    expect(rejected).toEqual([
      {
        line: 5,
        cells: ['edges', '5', 'RUS - CHN'],
        reason:
          'edges: it does not say which initiative it is of; give it the attributes "initiative" and "milestones".',
      },
    ])
  })
})
