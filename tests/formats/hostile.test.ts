import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cx2, writeCx2 } from '../../src/formats/cx2.ts'
import { cytoscapeJson, writeCytoscapeJson } from '../../src/formats/cytoscapeJson.ts'
import { dataPackage, writeDataPackage } from '../../src/formats/dataPackage.ts'
import { dyadJson, writeDyadJson } from '../../src/formats/dyadJson.ts'
import { gexf, writeGexf } from '../../src/formats/gexf.ts'
import { graphml, writeGraphml } from '../../src/formats/graphml.ts'
import { ReadingError, type Reader, type Reading } from '../../src/formats/reading.ts'
import { parseDate } from '../../src/model/dates.ts'
import { outlineOf, textsOf } from '../../src/model/outline.ts'
import { datasetSchema, type Dataset } from '../../src/model/schema.ts'
import { bytesOf, contextWith, smallDataset } from './datasets.ts'

const FORMATS: [name: string, reader: Reader, write: (dataset: Dataset) => Uint8Array][] = [
  ['dyad.json', dyadJson, (dataset) => bytesOf(writeDyadJson(dataset))],
  ['dyad.zip', dataPackage, writeDataPackage],
  ['dyad.gexf', gexf, (dataset) => bytesOf(writeGexf(dataset))],
  ['dyad.graphml', graphml, (dataset) => bytesOf(writeGraphml(dataset))],
  ['dyad.cyjs', cytoscapeJson, (dataset) => bytesOf(writeCytoscapeJson(dataset))],
  ['dyad.cx2', cx2, (dataset) => bytesOf(writeCx2(dataset))],
]
const XML: [Reader, string][] = [
  [gexf, 'gexf'],
  [graphml, 'graphml'],
]
const JSONS = FORMATS.filter(([, reader]) => [dyadJson, cytoscapeJson, cx2].includes(reader))

const read = (reader: Reader, text: string): Promise<Reading> =>
  reader.read({ name: 'x', bytes: bytesOf(text) }, contextWith({ today: '2024-05-01' }))

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(ReadingError)
  return (error as ReadingError).message
}

/** Holds a dataset to what the rest of Dyad takes for granted. */
function expectSound(dataset: Dataset): void {
  expect(datasetSchema.parse(dataset)).toEqual(dataset)
  const { actors, initiatives } = outlineOf(dataset)
  const { sources, series, memberships } = textsOf(dataset)
  const shown = new Set(actors.map(({ id }) => id))
  const known = new Set(dataset.actors.map(({ id }) => id))
  expect(shown.has(dataset.focus)).toBe(true)
  expect(parseDate(dataset.asOf)?.precision).toBe('day')
  for (const ids of [
    known,
    new Set(dataset.initiatives.map(({ id }) => id)),
    new Set(dataset.sources.map(({ id }) => id)),
  ]) {
    expect([dataset.actors.length, dataset.initiatives.length, dataset.sources.length]).toContain(ids.size)
  }
  for (const { from, to, milestones } of initiatives) {
    for (const id of [...from, ...to]) expect(shown.has(id)).toBe(true)
    expect(from.some((id) => to.includes(id))).toBe(false)
    for (const { day } of milestones) expect(Number.isFinite(day)).toBe(true)
  }
  const cited = [
    ...dataset.initiatives.flatMap((own) => [...own.milestones, ...(own.magnitudes ?? [])]),
    ...memberships,
    ...series.flatMap(({ observations }) => observations),
  ].flatMap((own) => own.sources)
  for (const id of cited) expect(Object.hasOwn(sources, id)).toBe(true)
  for (const { url } of dataset.sources) if (url !== undefined) expect(url).toMatch(/^https?:\/\//)
}

describe.each(FORMATS)('%s', (name, reader, write) => {
  it('keeps script in texts as text, and no address but of the web', async () => {
    const script = `"><script>alert('1')</script>]]>&lt;`
    const dataset = smallDataset()
    dataset.title = script
    dataset.description = script
    for (const actor of dataset.actors) actor.names.en = `${script}${actor.id}`
    for (const own of dataset.initiatives) {
      Object.assign(own, { title: script, summary: script, parties: [script], tags: [script] })
      for (const milestone of own.milestones) milestone.note = script
    }
    for (const type of dataset.relationTypes) type.label = script
    for (const [i, source] of dataset.sources.entries()) {
      source.title = script
      source.url = ['javascript:alert(1)', 'data:text/html,<script>1</script>', 'https://user:pass@example.org/'][i]!
    }
    const { dataset: back, notes } = await reader.read({ name, bytes: write(dataset) }, contextWith())
    for (const source of dataset.sources) delete source.url
    expect(back).toEqual(dataset)
    expect(notes).toEqual(['An address that does not begin with http:// or https:// was left out (3 times).'])
  })

  it('takes ids that are names of the language as any other', async () => {
    const dataset = smallDataset()
    dataset.initiatives[0]!.id = 'constructor'
    dataset.sources[1]!.id = 'constructor'
    for (const own of [
      ...dataset.initiatives.flatMap(({ milestones, magnitudes = [] }) => [...milestones, ...magnitudes]),
      ...dataset.memberships,
      ...dataset.series[0]!.observations,
    ]) {
      own.sources = own.sources.map((id) => (id === 'tass-2019' ? 'constructor' : id))
    }
    dataset.series[0]!.codes = { OTHER: 'x', toString: 'y' }
    const { dataset: back } = await reader.read({ name, bytes: write(dataset) }, contextWith())
    expect(back).toEqual(dataset)
    expectSound(back)
  })

  it('frees names of what turns or breaks them', async () => {
    const dataset = smallDataset()
    dataset.actors[1]!.names.en = '\u202Eanihc\u202C'
    dataset.initiatives[0]!.title = 'half \uD83D of a sign\u0000'
    dataset.initiatives[0]!.parties = ['\uFEFFe\u0301\uFFFE']
    const { dataset: back } = await reader.read({ name, bytes: write(dataset) }, contextWith())
    expect(back.actors[1]!.names.en).toBe('anihc')
    expect(back.initiatives[0]!.parties).toEqual(['é'])
    expect(back.initiatives[0]!.title).not.toMatch(/\p{Surrogate}|\p{Cc}/u)
    expectSound(back)
  })

  it('rejects dates that do not exist and edges to oneself, and takes the rest', async () => {
    const dataset = smallDataset()
    dataset.initiatives[0]!.milestones[0]!.date = '99999-01-01'
    dataset.initiatives[1]!.to = ['RUS']
    const { dataset: back, rejected } = await reader.read(
      { name, bytes: write({ ...dataset, initiatives: dataset.initiatives.slice(1) }) },
      contextWith(),
    )
    expect(back.initiatives.map(({ id }) => id)).toEqual(['embargo'])
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'initiatives: RUS is on both sides; name an actor in "from" or in "to".',
    ])
  })

  it('throws nothing but its own error, whatever it is given', async () => {
    const valid = write(smallDataset())
    const mutated = fc
      .array(
        fc.record({
          at: fc.nat(valid.length),
          cut: fc.nat(40),
          put: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(...NASTY.map(bytesOf))),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((changes) =>
        changes.reduce<number[]>(
          (bytes, { at, cut, put }) => [...bytes.slice(0, at), ...put, ...bytes.slice(at + cut)],
          [...valid],
        ),
      )
      .map((bytes) => Uint8Array.from(bytes))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 4, arbitrary: mutated },
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map(bytesOf),
          fc.string({ unit: 'binary' }).map(bytesOf),
        ),
        async (bytes) => {
          reader.recognises({ ending: '', bytes, text: new TextDecoder().decode(bytes) })
          let reading: Reading
          try {
            reading = await reader.read({ name, bytes }, contextWith())
          } catch (error) {
            expect(error).toBeInstanceOf(ReadingError)
            expect((error as Error).message).toMatch(/^[^]+\.$/)
            return
          }
          expectSound(reading.dataset)
        },
      ),
      { numRuns: 50 },
    )
  })
})

const NASTY = [
  '<',
  '>',
  '"',
  '&',
  '&#x110000;',
  '&#0;',
  ']]>',
  '<!--',
  '{',
  '[',
  '}',
  ']',
  ',',
  'null',
  '-1e999',
  'NaN',
  '"__proto__":',
  '99999',
  '\uD800',
  '\u202E',
  "'",
  '\n',
  '0',
  '"id"',
  '<edge source="RUS" target="RUS"/>',
  '<node id="RUS"/>',
]

describe('JSON', () => {
  it.each(JSONS)('nested 100,000 deep is refused: %s', async (_, reader) => {
    const message = 'The JSON is nested more than 64 deep, which no dataset or network is: choose another file.'
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      expect(await messageOf(read(reader, open.repeat(100_000) + '1' + close.repeat(100_000)))).toBe(message)
    }
    expect(await messageOf(read(reader, '['.repeat(100_000)))).toBe(message)
  })

  it('nested deep inside an attribute is no list, and stops nothing else', async () => {
    const deep = '['.repeat(100_000)
    const text = writeCytoscapeJson(smallDataset()).replace(
      /"milestones": "(?:[^"\\]|\\.)*"/,
      `"milestones": "${deep}"`,
    )
    const { dataset, rejected } = await read(cytoscapeJson, text)
    expect(dataset.initiatives.map(({ id }) => id)).toEqual(['peace-mission', 'embargo'])
    expect(rejected[0]!.reason).toMatch(/^initiatives: milestones "\[+\.\.\. is not a list; write a list\.$/)
    expect(rejected[0]!.cells[2]!.length).toBe(4000)
  })

  it.each(JSONS)('cannot change what every object has: %s', async (_, reader, write) => {
    const text = new TextDecoder().decode(write(smallDataset()))
    const poisoned = text
      .replaceAll('{', '{"__proto__":{"polluted":1,"id":"x"},"constructor":{"prototype":{"polluted":1}},')
      .replaceAll(',}', '}')
    const reading = await read(reader, poisoned).catch((error: unknown) => {
      expect(error).toBeInstanceOf(ReadingError)
      return null
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    if (reading) expectSound(reading.dataset)
  })

  it('passes over __proto__ in a dataset, and leaves constructor out as a field that it does not know', async () => {
    const text = writeDyadJson(smallDataset()).replace(
      /\{\n {3}"id": "power/,
      '{"__proto__":{"title":"y"},"constructor":1,"id":"power',
    )
    const { dataset, notes } = await read(dyadJson, text)
    expect(dataset).toEqual(smallDataset())
    expect(notes).toEqual(['The field "constructor" of initiatives is not known to Dyad and was left out.'])
  })

  it('has no numbers that are none', async () => {
    expect(await messageOf(read(dyadJson, '{"format":"dyad/1","x":-Infinity}'))).toMatch(/NaN or Infinity in line 1/)
    const { rejected } = await read(dyadJson, writeDyadJson(smallDataset()).replace('61.5', '1e999'))
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'observations of arms-share: value null is not a number; write a number.',
    ])
  })
})

describe('XML', () => {
  it.each(XML)('with entities of its own is refused', async (reader, root) => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join('')
    const message =
      'The file declares entities of its own (in its DOCTYPE), which can be made to do harm: save it again without them.'
    expect(
      await messageOf(
        read(reader, `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">${laughs}]><${root}>&lol9;</${root}>`),
      ),
    ).toBe(message)
    expect(
      await messageOf(read(reader, `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><${root}>&e;</${root}>`)),
    ).toBe(message)
    expect(await messageOf(read(reader, `<${root}><!ENTITY e "x"></${root}>`))).toBe(message)
  })

  it('expands no entity that it does not know, and no character that is none', async () => {
    const { dataset } = await read(
      graphml,
      '<graphml><graph><node id="China"/><node id="A&e;&#0;&#xD800;&#x110000;&amp;amp;B"/><edge source="China" target="A&e;&#0;&#xD800;&#x110000;&amp;amp;B"/></graph></graphml>',
    )
    expect(dataset.actors.map(({ names }) => names.en)).toEqual(['China', 'A&e;&amp;B'])
  })

  it.each(XML)('nested deep is refused', async (reader, root) => {
    expect(await messageOf(read(reader, `<${root}>${'<a>'.repeat(100_000)}`))).toMatch(
      /nested more than 64 deep \(line 1\)/,
    )
  })
})

describe('more actors than can be shown, a million of them', () => {
  const message =
    'The network has more than 20,000 nodes, more than can be shown: keep those that matter, or group them.'
  const lines = (line: (i: number) => string, count = 25_000): string => {
    const all = new Array<string>(count)
    for (let i = 0; i < count; i++) all[i] = line(i)
    return all.join('')
  }

  it.each<[string, Reader, () => string]>([
    ['gexf', gexf, () => `<gexf><graph><nodes>${lines((i) => `<node id="${i}"/>`, 1_000_000)}</nodes></graph></gexf>`],
    ['graphml', graphml, () => `<graphml><graph>${lines((i) => `<node id="${i}"/>`)}</graph></graphml>`],
    ['cyjs', cytoscapeJson, () => `{"elements":[${lines((i) => `{"data":{"id":${i}}},`)}{}]}`],
    ['cx2', cx2, () => `[{"CXVersion":"2.0"},{"nodes":[${lines((i) => `{"id":${i}},`)}{}]}]`],
  ])('end soon in a clear sentence: %s', async (_, reader, make) => {
    const text = make()
    const begun = performance.now()
    expect(await messageOf(read(reader, text))).toBe(message)
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})

describe('a graph of others', () => {
  it('makes a sound dataset or a clear sentence, whatever its attributes are called and say', async () => {
    const name = fc.constantFrom(
      'label',
      'name',
      'type',
      'kind',
      'date',
      'year',
      'end',
      'stage',
      'value',
      'weight',
      'unit',
      'url',
      'note',
      'iso3',
      '__proto__',
      'constructor',
      '\u202Ex',
      '',
    )
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        'China',
        'signed',
        '2015-02-30',
        '99999',
        '1e999',
        1e308,
        -0,
        2015.5,
        true,
        null,
        ['a'],
        { b: 1 },
        'javascript:alert(1)',
        '\uD800',
        '\u202E',
        ' ',
        'x'.repeat(400),
      ),
      fc.jsonValue(),
    )
    const id = fc.constantFrom('China', 'Russia', '', '__proto__', 'constructor', 'Cafe\u0301', 'Caf\u00E9', 7)
    const attributes = fc.array(fc.tuple(name, value), { maxLength: 6 }).map(Object.fromEntries<unknown>)
    const node = fc.tuple(id, attributes).map(([own, more]) => ({ data: { ...more, id: own } }))
    const edge = fc.tuple(id, id, attributes).map(([source, target, more]) => ({ data: { ...more, source, target } }))
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 6 }), fc.array(edge, { maxLength: 12 }), async (nodes, edges) => {
        const reading = await read(cytoscapeJson, JSON.stringify({ elements: { nodes, edges } })).catch(
          (error: unknown) => {
            expect(error).toBeInstanceOf(ReadingError)
            return null
          },
        )
        if (!reading) return
        expectSound(reading.dataset)
        expect(reading.taken + reading.rejected.length).toBe(edges.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('ids that are given twice', () => {
  it('are one actor in a graph of others', async () => {
    const { dataset } = await read(
      graphml,
      '<graphml><graph><node id="China"/><node id="China"/><node id="India"/><edge id="e" source="China" target="India"/><edge id="e" source="India" target="China"/></graph></graphml>',
    )
    expect(dataset.actors.map(({ id }) => id)).toEqual(['CHN', 'IND'])
    expect(dataset.initiatives.map(({ id }) => id)).toEqual(['e', 'e-2'])
  })

  it('are told in a graph of Dyad', async () => {
    const text = writeGexf(smallDataset()).replace(
      '<nodes>',
      '<nodes><node id="RUS" label="Another"><attvalues><attvalue for="kind" value="state"/></attvalues></node>',
    )
    const { dataset, rejected } = await read(gexf, text)
    expect(dataset.actors[0]!.names.en).toBe('Another')
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'actors: the id "RUS" is taken by an earlier one; give this one its own.',
    ])
  })

  it('are one name where they differ only by Unicode form or by what is not seen', async () => {
    const { dataset } = await read(
      graphml,
      '<graphml><graph><node id="Cafe\u0301"/><node id="Caf\u00E9\u200B"/><node id="China"/><edge source="Cafe\u0301" target="China"/><edge source="Caf\u00E9\u200B" target="China"/></graph></graphml>',
    )
    expect(dataset.actors.map(({ names }) => names.en)).toEqual(['Café', 'China'])
  })
})
