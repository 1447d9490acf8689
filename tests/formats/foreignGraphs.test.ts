import { describe, expect, it } from 'vitest'
import { cx2 } from '../../src/formats/cx2.ts'
import { cytoscapeJson } from '../../src/formats/cytoscapeJson.ts'
import { gexf } from '../../src/formats/gexf.ts'
import { graphml } from '../../src/formats/graphml.ts'
import { ReadingError, type Decision, type Reader, type Reading } from '../../src/formats/reading.ts'
import { datasetSchema, type Dataset } from '../../src/model/schema.ts'
import { bytesOf, contextWith } from './datasets.ts'

async function read(
  reader: Reader,
  name: string,
  text: string,
  decisions = new Map<string, Decision>(),
): Promise<Reading> {
  expect(reader.recognises({ ending: /\.\w+$/.exec(name)![0], bytes: bytesOf(text), text })).toBe(true)
  const reading = await reader.read({ name, bytes: bytesOf(text) }, contextWith({ today: '2024-05-01', decisions }))
  expect(datasetSchema.parse(reading.dataset)).toEqual(reading.dataset)
  return reading
}

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(ReadingError)
  return (error as ReadingError).message
}

/** An initiative in a line: its ends, its type, its title, its life. */
const lineOf = ({ from, to, directed, type, title, milestones }: Dataset['initiatives'][number]) =>
  `${from.join()} ${directed ? '->' : '--'} ${to.join()} ${type} "${title}" ${milestones.map(({ date, stage }) => `${date} ${stage}`).join(', ')}`

/** As NetworkX writes it, with attributes under numbers. */
const NETWORKX = `<?xml version='1.0' encoding='utf-8'?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <meta lastmodifieddate="2023-11-28"><creator>NetworkX 3.6.1</creator></meta>
  <graph defaultedgetype="directed" mode="static" name="">
    <attributes mode="static" class="edge">
      <attribute id="1" title="relation" type="string" />
      <attribute id="2" title="year" type="long" />
      <attribute id="3" title="remark" type="string" />
    </attributes>
    <nodes>
      <node id="China" label="China" /><node id="Russia" label="Russia" /><node id="Narnia" label="Narnia" />
    </nodes>
    <edges>
      <edge source="China" target="Russia" id="0" weight="3.5"><attvalues>
        <attvalue for="1" value="arms" /><attvalue for="2" value="2015" /><attvalue for="3" value="first" />
      </attvalues></edge>
      <edge source="Russia" target="China" id="1"><attvalues><attvalue for="1" value="energy" /></attvalues></edge>
      <edge source="Narnia" target="China" id="2"><attvalues><attvalue for="1" value="energy" /><attvalue for="2" value="soon" /></attvalues></edge>
      <edge source="China" target="China" id="3" />
      <edge source="China" target="Atlantis" id="4" />
    </edges>
  </graph>
</gexf>`

describe('GEXF of other programs', () => {
  it('of NetworkX: names find actors, attributes say type, date and value', async () => {
    const { dataset, taken, rejected, notes, unknown } = await read(gexf, 'ties.gexf', NETWORKX)
    expect(dataset.initiatives.map(lineOf)).toEqual([
      'CHN -> RUS arms "China - Russia" 2015 in-force',
      'RUS -> CHN energy "Russia - China" 2023-11-28 in-force',
      'NARNIA -> CHN energy "Narnia - China" 2023-11-28 in-force',
    ])
    expect(dataset.initiatives[0]!.magnitudes).toEqual([
      { kind: 'weight', value: 3.5, unit: 'units', date: '2015', sources: ['the-file'] },
    ])
    expect(dataset.initiatives.map(({ summary }) => summary)).toEqual(['remark: first', '', 'year: soon'])
    expect(dataset.relationTypes.map(({ id, label, letter }) => [id, label, letter])).toEqual([
      ['energy', 'energy', 'E'],
      ['arms', 'arms', 'A'],
    ])
    expect(taken).toBe(3)
    expect(rejected.map(({ line, cells, reason }) => [line, ...cells.slice(0, 2), reason])).toEqual([
      [4, 'China', 'China', 'It leads from China to itself; a tie needs two different actors.'],
      [5, 'China', 'Atlantis', 'The file has no node "Atlantis"; add it, or correct the edge.'],
    ])
    expect(unknown).toEqual([{ name: 'Narnia', rows: 1, suggestions: [] }])
    expect(notes).toEqual([
      '2 ties without a date: they are taken to be in force on 2023-11-28, the day on which the file was last changed.',
      '"soon" could not be read as a date (1 tie): write YYYY, YYYY-MM or YYYY-MM-DD.',
      'Ties that do not say their stage are taken to be in force from their date on, and expired from the date of their end.',
      'Read of each tie: type from "relation", date from "year", value from "weight".',
    ])
  })

  it('follows what was decided about a name', async () => {
    const { dataset, rejected } = await read(
      gexf,
      'ties.gexf',
      NETWORKX,
      new Map<string, Decision>([['Narnia', { as: 'actor', id: 'IND' }]]),
    )
    expect(dataset.initiatives[2]!.from).toEqual(['IND'])
    expect(rejected).toHaveLength(2)
    const without = await read(gexf, 'ties.gexf', NETWORKX, new Map<string, Decision>([['Narnia', { as: 'none' }]]))
    expect(without.rejected.map(({ reason }) => reason)[0]).toBe('One of its actors was left out by your choice.')
  })

  it('of Gephi: lives of edges as start and end, or as spells; labels and kinds; nodes in nodes', async () => {
    const { dataset } = await read(
      gexf,
      'g.gexf',
      `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
<attributes class="node"><attribute id="iso3" title="ISO3" type="string"><default>???</default></attribute></attributes>
<nodes>
<node id="1" label="The Middle Kingdom"><attvalues><attvalue for="iso3" value="CHN"/></attvalues><viz:size value="3"/></node>
<node id="2" label="Russia"><nodes><node id="3" label="India"/></nodes></node>
</nodes>
<edges>
<edge id="a" source="1" target="2" label="Treaty of friendship" kind="treaty" start="2001-07-16" end="2021-07-16T00:00:00"/>
<edge id="b" source="2" target="3" type="directed" kind="sale"><spells><spell start="1999" end="2000"/><spell start="2004" end="2006.0"/></spells></edge>
</edges></graph></gexf>`,
    )
    expect(dataset.initiatives.map(lineOf)).toEqual([
      'CHN -- RUS treaty "Treaty of friendship" 2001-07-16 in-force, 2021-07-16 expired',
      'RUS -> IND sale "Russia - India" 1999 in-force, 2006 expired',
    ])
  })
})

describe('GraphML of other programs', () => {
  it('of igraph: names in an attribute', async () => {
    const { dataset, notes } = await read(
      graphml,
      'i.graphml',
      `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<!-- Created by igraph -->
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="e_type" for="edge" attr.name="type" attr.type="string"/>
  <key id="e_date" for="edge" attr.name="date" attr.type="string"><default>1999-05</default></key>
  <key id="e_end" for="edge" attr.name="end_year" attr.type="double"/>
  <key id="e_url" for="edge" attr.name="url" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <node id="n0"><data key="v_name">China</data></node>
    <node id="n1"><data key="v_name">Россия</data></node>
    <edge source="n0" target="n1"><data key="e_type">alliance</data><data key="e_date">1950-02-14</data><data key="e_end">1979</data><data key="e_url">https://example.org/treaty</data><data key="e_weight">1</data></edge>
    <edge source="n1" target="n0"><data key="e_type">alliance</data><data key="e_url">javascript:alert(1)</data></edge>
  </graph>
</graphml>`,
    )
    expect(dataset.initiatives.map(lineOf)).toEqual([
      'CHN -- RUS alliance "China - Russia" 1950-02-14 in-force, 1979 expired',
      'RUS -- CHN alliance "Russia - China" 1999-05 in-force',
    ])
    // Weights of 1 measure nothing.
    expect(dataset.initiatives[0]!.magnitudes).toBeUndefined()
    expect(dataset.sources.map(({ title, url }) => [title, url])).toEqual([
      ['i.graphml', undefined],
      ['https://example.org/treaty', 'https://example.org/treaty'],
      ['javascript:alert(1)', undefined],
    ])
    expect(notes).toContain(
      'Read of each tie: type from "type", date from "date", until from "end_year", source from "url".',
    )
  })

  it('of yEd: names and kinds of ties are labels, groups hold nodes, a label that recurs is a type', async () => {
    const { dataset, notes } = await read(
      graphml,
      'y.graphml',
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d5" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="group"><data key="d5"><y:GroupNode><y:NodeLabel>States</y:NodeLabel></y:GroupNode></data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0"><data key="d5"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>China<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
        <node id="n0::n1"><data key="d5"><y:ShapeNode><y:NodeLabel>India</y:NodeLabel></y:ShapeNode></data></node>
      </graph></node>
    <node id="n1"><data key="d5"><y:ShapeNode><y:NodeLabel>Russia</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n1" target="n0::n0"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>arms</y:EdgeLabel></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n1" target="n0::n1"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>arms</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
</graphml>`,
    )
    expect(dataset.initiatives.map(lineOf)).toEqual([
      'RUS -> CHN arms "Russia - China" 2024-05-01 in-force',
      'RUS -> IND arms "Russia - India" 2024-05-01 in-force',
    ])
    expect(dataset.actors.map(({ names }) => names.en)).toEqual(['Russia', 'China', 'India', 'States'])
    expect(notes[0]).toBe('2 ties without a date: they are taken to be in force on 2024-05-01, today.')
  })

  it('in the encoding that it declares, with a document type that is not fetched', async () => {
    const text =
      '<?xml version="1.0" encoding="windows-1251"?>\n<!DOCTYPE graphml SYSTEM "http://example.org/graphml.dtd">\n<graphml><graph edgedefault="directed"><node id="\xD0\xEE\xF1\xF1\xE8\xFF"/><node id="China"/><edge source="\xD0\xEE\xF1\xF1\xE8\xFF" target="China"/></graph></graphml>'
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
    const { dataset } = await graphml.read({ name: 'r.graphml', bytes }, contextWith({ today: '2024-05-01' }))
    expect(dataset.initiatives.map(lineOf)).toEqual(['RUS -> CHN tie "Russia - China" 2024-05-01 in-force'])
  })
})

describe('networks of Cytoscape', () => {
  it('of Cytoscape: ids are numbers, edges are named after their ends', async () => {
    const { dataset } = await read(
      cytoscapeJson,
      'net.cyjs',
      JSON.stringify({
        format_version: '1.0',
        generated_by: 'cytoscape-3.10.1',
        data: { shared_name: 'net', SUID: 52 },
        elements: {
          nodes: [
            {
              data: { id: '70', shared_name: 'China', name: 'China', SUID: 70, selected: false },
              position: { x: 1, y: 2 },
            },
            { data: { id: '72', name: 'Russia', SUID: 72 } },
          ],
          edges: [
            {
              data: {
                id: '74',
                source: '70',
                target: '72',
                shared_name: 'China (trade) Russia',
                name: 'China (trade) Russia',
                interaction: 'trade',
                SUID: 74,
                stage: 'Under way',
                Start_Date: '2004/3/1',
                partners: ['A', 'B'],
              },
            },
          ],
        },
      }),
    )
    expect(dataset.initiatives.map(lineOf)).toEqual(['CHN -> RUS trade "China (trade) Russia" 2004-03-01 under-way'])
    expect(dataset.initiatives[0]!.summary).toBe('partners: ["A","B"]')
  })

  it('of Cytoscape.js: elements in one list', async () => {
    const { dataset } = await read(
      cytoscapeJson,
      'net.json',
      '{"elements":[{"group":"nodes","data":{"id":"China"}},{"data":{"id":"Russia"}},{"data":{"source":"China","target":"Russia"}}]}',
    )
    expect(dataset.initiatives.map(lineOf)).toEqual(['CHN -> RUS tie "China - Russia" 2024-05-01 in-force'])
  })

  it('of NDEx: CX2 with short names, defaults and fragments', async () => {
    const { dataset } = await read(
      cx2,
      'net.cx2',
      JSON.stringify([
        { CXVersion: '2.0', hasFragments: true },
        { metaData: [{ name: 'nodes', elementCount: 2 }] },
        {
          attributeDeclarations: [
            {
              nodes: { name: { a: 'n' }, type: { v: 'state' } },
              edges: { interaction: { a: 'i' }, since: { d: 'integer', v: 1996 } },
            },
          ],
        },
        { networkAttributes: [{ name: 'net' }] },
        { nodes: [{ id: 1, x: 0, y: 0, v: { n: 'China' } }] },
        { edges: [{ id: 0, s: 1, t: 2, v: { i: 'treaty' } }] },
        { nodes: [{ id: 2, v: { n: 'Russia', type: 'state' } }] },
        { status: [{ success: true }] },
      ]),
    )
    expect(dataset.initiatives.map(lineOf)).toEqual(['CHN -> RUS treaty "China - Russia" 1996 in-force'])
  })
})

describe('many kinds of ties', () => {
  it('become eleven types and one of the rest, with the words as its subtypes', async () => {
    const edge = (word: string) => `{"data":{"source":"China","target":"Russia","type":"${word}"}}`
    const words = 'abcdefghijklmn'.split('')
    const edges = words.flatMap((word, i) => Array.from({ length: 14 - i }, () => edge(word)))
    const { dataset } = await read(
      cytoscapeJson,
      'x.cyjs',
      `{"elements":[{"data":{"id":"China"}},{"data":{"id":"Russia"}},${edges.join()}]}`,
    )
    expect(dataset.relationTypes.map(({ label }) => label)).toEqual([...'abcdefghijk', 'Other'])
    expect(dataset.relationTypes.at(-1)!.subtypes.map(({ label }) => label)).toEqual(['l', 'm', 'n'])
    expect(new Set(dataset.relationTypes.map(({ letter }) => letter)).size).toBe(12)
    expect(dataset.initiatives.at(-1)).toMatchObject({ type: 'other', subtype: 'n', summary: 'type: n' })
  })
})

describe('a file of another kind says so', () => {
  it.each<[string, Reader, string, string]>([
    [
      'GraphML as GEXF',
      gexf,
      '<graphml/>',
      'The XML is no GEXF: choose a file that begins with <gexf>, or another format.',
    ],
    [
      'a page as GraphML',
      graphml,
      '<html><body/></html>',
      'The XML is no GraphML: choose a file that begins with <graphml>, or another format.',
    ],
    [
      'no XML',
      gexf,
      'from,to',
      'The file is no well-formed XML: missing start tag in line 1; save it again from where it was made.',
    ],
    [
      'cut off',
      gexf,
      '<gexf>\n<graph>\n<nodes>',
      'The XML ends too early, as if it had been cut off: download or save it again.',
    ],
    [
      'without edges',
      graphml,
      '<graphml><graph><node id="China"/></graph></graphml>',
      'The GraphML holds nodes (1) but no edge: choose a network with ties between its nodes.',
    ],
    [
      'hyperedges',
      graphml,
      '<graphml><graph><hyperedge/></graph></graphml>',
      'The GraphML has hyperedges, which tie more than two nodes at once: write an edge for each pair instead.',
    ],
    [
      'JSON of something else',
      cytoscapeJson,
      '{}',
      'The JSON is no network of Cytoscape, which has "elements": choose another file or format.',
    ],
    [
      'CX of the first version',
      cx2,
      '[{"numberVerification":[]}]',
      'The network is in the first version of CX: save it as CX2.',
    ],
    ['CX3', cx2, '[{"CXVersion":"3.0"}]', 'The network is in version 3.0 of CX: save it as CX2.'],
    [
      'CX2 that failed',
      cx2,
      '[{"CXVersion":"2.0"},{"status":[{"success":false}]}]',
      'The CX2 says itself that it was not written to its end: download or save it again.',
    ],
  ])('%s', async (_, reader, text, message) => {
    expect(await messageOf(reader.read({ name: 'x', bytes: bytesOf(text) }, contextWith()))).toBe(message)
  })
})
