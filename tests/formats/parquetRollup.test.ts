import * as fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../src/formats/decodeText.ts'
import { parquetRollup } from '../../src/formats/parquetRollup.ts'
import { ReadingError, type Reading, type ReadingContext } from '../../src/formats/reading.ts'
import { datasetSchema } from '../../src/model/schema.ts'
import { contextOf, courseOf } from './readers.ts'

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData']

/** Seven rows of two years; what each is worth is worked out in the tests. */
const ROWS: Columns = [
  { name: 'from_actor', data: ['RUS', 'RUS', 'CHN', 'USA', 'RUS', 'ATL', 'RUS'], type: 'STRING' },
  { name: 'to_actor', data: ['CHN', 'CHN', 'RUS', 'RUS', 'CHN', 'RUS', 'RUS'], type: 'STRING' },
  {
    name: 'type',
    data: [
      'Material cooperation',
      'Verbal cooperation',
      'Verbal cooperation',
      'Verbal conflict',
      'Material cooperation',
      'Verbal cooperation',
      'Verbal cooperation',
    ],
    type: 'STRING',
  },
  {
    name: 'subtype',
    data: ['Provide aid', 'Consult', 'Consult', 'Threaten', 'Provide aid', 'Appeal', 'Appeal'],
    type: 'STRING',
  },
  { name: 'nature', data: ['output', 'process', 'process', 'process', 'output', 'process', 'process'], type: 'STRING' },
  {
    name: 'valence',
    data: ['cooperation', 'cooperation', 'cooperation', 'conflict', 'cooperation', 'cooperation', 'cooperation'],
    type: 'STRING',
  },
  {
    name: 'stage',
    data: ['completed', 'announced', 'announced', 'announced', 'completed', 'announced', 'announced'],
    type: 'STRING',
  },
  {
    name: 'month',
    data: ['2014-03-01', '2014-03-01', '2014-04-01', '2014-04-01', '2015-01-01', '2015-01-01', '2015-01-01'].map(
      (day) => new Date(day),
    ),
  },
  { name: 'events', data: [12n, 1n, 3n, 1450n, 0n, 2n, 5n], type: 'INT64' },
  { name: 'mean_goldstein', data: [7.5, 1, 1, -4.4, null, null, 1], type: 'DOUBLE' },
]
const SCHEMA = [
  { name: 'root', num_children: ROWS.length },
  ...ROWS.map(({ name }) => {
    if (name === 'month')
      return { name, type: 'INT32' as const, converted_type: 'DATE' as const, repetition_type: 'OPTIONAL' as const }
    if (name === 'events') return { name, type: 'INT64' as const, repetition_type: 'REQUIRED' as const }
    if (name === 'mean_goldstein') return { name, type: 'DOUBLE' as const, repetition_type: 'OPTIONAL' as const }
    return { name, type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const, repetition_type: 'OPTIONAL' as const }
  }),
]
/** Their types stand in the schema, which alone can say that a column holds days. */
const BARE = ROWS.map(({ name, data }) => ({ name, data }))
/** Groups of three rows, so that there are several. */
const whole = () => new Uint8Array(parquetWriteBuffer({ columnData: BARE, schema: SCHEMA, rowGroupSize: 3 }))

const write = (columnData: Columns) => new Uint8Array(parquetWriteBuffer({ columnData }))
const text = (name: string, data: string[]) => ({ name, data, type: 'STRING' as const })
const read = (bytes: Uint8Array, own: Partial<ReadingContext> = {}): Promise<Reading> =>
  parquetRollup.read({ name: 'rollup.parquet', bytes }, contextOf(own))

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(ReadingError)
  return (error as ReadingError).message
}

describe('a roll-up of events in Parquet', () => {
  it('is recognised by how it begins', () => {
    expect(parquetRollup.recognises(sampleOf({ name: 'x', bytes: whole() }))).toBe(true)
    expect(parquetRollup.recognises(sampleOf({ name: 'x.parquet', bytes: new TextEncoder().encode('PAR') }))).toBe(
      false,
    )
  })

  it('gives an initiative for each row, with the coding that the file has', async () => {
    const { dataset, taken, rejected, unknown, notes, head } = await read(whole())
    expect(datasetSchema.safeParse(dataset).error).toBeUndefined()
    // The fifth row counts no event, and in the seventh both actors are Russia.
    expect(taken).toBe(5)
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'The number of events, "0", is no number above 0.'],
      [7, 'Both actors are the same; a tie needs two.'],
    ])
    expect(head.slice(0, 5)).toEqual(['from_actor', 'to_actor', 'type', 'month', 'events'])
    expect(rejected[0]!.cells.slice(0, 5)).toEqual(['RUS', 'CHN', 'Material cooperation', '2015-01-01', '0'])
    expect(unknown.map(({ name, rows }) => [name, rows])).toEqual([['ATL', 1]])
    expect(notes).toEqual([
      'Each row is a count of events in a month: what the numbers of initiatives count here are such rows.',
    ])
    expect(dataset.initiatives.map((own) => [own.title, own.type, own.subtype, courseOf(own), own.valence])).toEqual([
      [
        'Provide aid: Russia to China, 12 events',
        'material-cooperation',
        'provide-aid',
        ['2014-03 completed'],
        undefined,
      ],
      ['Consult: Russia to China, one event', 'verbal-cooperation', 'consult', ['2014-03 announced'], undefined],
      ['Consult: China to Russia, 3 events', 'verbal-cooperation', 'consult', ['2014-04 announced'], undefined],
      [
        'Threaten: United States to Russia, 1,450 events',
        'verbal-conflict',
        'threaten',
        ['2014-04 announced'],
        'conflict',
      ],
      ['Appeal: ATL to Russia, 2 events', 'verbal-cooperation', 'appeal', ['2015-01 announced'], undefined],
    ])
    expect(dataset.initiatives[3]!.magnitudes!.map(({ kind, value, unit, date }) => [kind, value, unit, date])).toEqual(
      [
        ['events', 1450, 'events', '2014-04'],
        ['mean Goldstein scale', -4.4, 'points', '2014-04'],
      ],
    )
    expect(dataset.initiatives[4]!.magnitudes!.map(({ kind }) => kind)).toEqual(['events'])
    // The commonest type first; Appeal stands in two rows as Consult does, and after it.
    expect(
      dataset.relationTypes.map(({ id, subtypes }) => [id, subtypes.map((own) => `${own.id} ${own.nature}`)]),
    ).toEqual([
      ['verbal-cooperation', ['consult process', 'appeal process']],
      ['material-cooperation', ['provide-aid output']],
      ['verbal-conflict', ['threaten process']],
    ])
    expect(dataset.asOf).toBe('2015-01-31')
  })

  it('says what it took where the file gives no coding, and takes months in other spellings', async () => {
    const { dataset, notes } = await read(
      write([
        text('From Actor', ['China', 'China', 'China']),
        text('TO_ACTOR', ['Japan', 'Japan', 'Japan']),
        text('type', ['Trade', 'trade', 'Trade']),
        { name: 'month', data: [201503, 201504, 201513], type: 'INT32' },
        { name: 'events', data: [1.5, 2, 3], type: 'DOUBLE' },
      ]),
    )
    expect(dataset.initiatives.map((own) => [own.title, ...courseOf(own)])).toEqual([
      ['Trade: China to Japan, 1.5 events', '2015-03 announced'],
      ['Trade: China to Japan, 2 events', '2015-04 announced'],
    ])
    expect(dataset.relationTypes[0]!.subtypes).toEqual([{ id: 'trade', label: 'Trade', nature: 'process' }])
    expect(notes.slice(0, 3)).toEqual([
      'The file has no column stage: every row was taken as announced, so that none counts as realised.',
      'The file has no column valence: every row was taken as cooperation.',
      'The file has no column nature: every type was taken as a process, which is no lasting output.',
    ])
  })

  it('leaves out what the person leaves out', async () => {
    const { taken, rejected } = await read(whole(), { decisions: new Map([['ATL', { as: 'none' }]]) })
    expect(taken).toBe(4)
    expect(rejected.find(({ line }) => line === 6)!.reason).toBe('You chose to leave out the rows of "ATL".')
  })

  it('joins what are more types than can be told apart', async () => {
    const count = 20
    const { dataset, notes } = await read(
      write([
        text('from_actor', new Array<string>(count).fill('CHN')),
        text('to_actor', new Array<string>(count).fill('JPN')),
        text(
          'type',
          Array.from({ length: count }, (_, i) => `Kind ${i}`),
        ),
        text('month', new Array<string>(count).fill('2020-02')),
        { name: 'events', data: new Array<number>(count).fill(1), type: 'INT32' },
      ]),
    )
    expect(dataset.relationTypes.length).toBe(12)
    expect(dataset.relationTypes.at(-1)!.subtypes.length).toBe(9)
    expect(dataset.initiatives.at(-1)!).toMatchObject({ type: 'other', subtype: 'kind-19' })
    expect(notes).toContain('The file has more types than can be told apart: the 9 rarest are joined as “Other”.')
  })
})

describe('a Parquet file that is no roll-up', () => {
  it('is told which columns are wanted', async () => {
    expect(await messageOf(read(write([text('source', ['a']), text('target', ['b'])])))).toBe(
      '“rollup.parquet” is no roll-up of events: it has no column from_actor, to_actor, type, month, events. It has source, target. Wanted are from_actor, to_actor, type, month, events, as docs/scale.md has them; a table of ties is read from CSV.',
    )
  })

  it('is told how it would have to be packed', async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: BARE,
        schema: SCHEMA,
        codec: 'ZSTD',
        compressors: { ZSTD: (own: Uint8Array) => own },
      }),
    )
    expect(await messageOf(read(bytes))).toBe(
      '“rollup.parquet” is packed with ZSTD, which cannot be read here: write it with Snappy, or unpacked (in DuckDB: COMPRESSION snappy).',
    )
  })

  it('is told that it is cut off', async () => {
    const bytes = whole()
    for (const length of [4, 11, 12, bytes.length - 1, bytes.length >> 1]) {
      expect(await messageOf(read(bytes.slice(0, length)))).toBe(
        '“rollup.parquet” is no whole Parquet file: its end is missing. Copy or download it again, to the end.',
      )
    }
  })

  const DAMAGED = /^“rollup\.parquet” is a Parquet file, but damaged/

  it('is refused at once where its account of itself cannot be', async () => {
    const mark = new TextEncoder().encode('PAR1')
    const ending = (account: Uint8Array, length = account.length) => {
      const end = new Uint8Array(4)
      new DataView(end.buffer).setUint32(0, length, true)
      return Uint8Array.from([...mark, ...account, ...end, ...mark])
    }
    const begun = performance.now()
    for (const bytes of [
      ending(new Uint8Array(0)),
      ending(new Uint8Array(20), 0xffffffff),
      ending(new Uint8Array(20), 21),
      ending(new Uint8Array(100_000).fill(0xff)),
      ending(new Uint8Array(100_000).fill(0x1c)),
      ending(new Uint8Array(100_000).fill(0x19)),
      // A list of two thousand million structs.
      ending(Uint8Array.from([0x29, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07, 0, 0, 0])),
    ]) {
      expect(await messageOf(read(bytes))).toMatch(DAMAGED)
    }
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('is refused at once where a run is longer than its page', async () => {
    const count = 1000
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          text('from_actor', new Array<string>(count).fill('CHN')),
          text('to_actor', new Array<string>(count).fill('JPN')),
          text('type', new Array<string>(count).fill('Trade')),
          text('month', new Array<string>(count).fill('2020-02')),
          { name: 'events', data: new Array<number>(count).fill(1), type: 'INT32' },
        ],
        codec: 'UNCOMPRESSED',
      }),
    )
    expect((await read(bytes)).taken).toBe(count)
    // Levels of 1000 values that are there: a run (2000 as a varint) of ones. It becomes one of a thousand million.
    const run = [0xd0, 0x0f, 0x01]
    const at = bytes.findIndex((_, i) => run.every((byte, j) => bytes[i + j] === byte))
    expect(at).toBeGreaterThan(0)
    const spoiled = bytes.slice()
    spoiled.set([0xfe, 0xff, 0xff, 0xff, 0x0f], at)
    const begun = performance.now()
    expect(await messageOf(read(spoiled))).toMatch(DAMAGED)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('gets one clear sentence or a sound dataset, whatever its bytes', async () => {
    const valid = whole()
    const mutated = fc
      .array(fc.record({ at: fc.nat(valid.length - 1), put: fc.uint8Array({ minLength: 1, maxLength: 5 }) }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((changes) => {
        const bytes = valid.slice()
        for (const { at, put } of changes) bytes.set(put.subarray(0, bytes.length - at), at)
        // The mark at the end stays, or nearly nothing would be read.
        bytes.set(valid.subarray(-4), bytes.length - 4)
        return bytes
      })
    const garbage = fc
      .uint8Array({ maxLength: 400 })
      .map((own) => Uint8Array.from([...valid.subarray(0, 4), ...own, own.length, 0, 0, 0, ...valid.subarray(-4)]))
    const cut = fc.nat(valid.length).map((length) => valid.slice(0, length))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 5, arbitrary: mutated }, garbage, cut, fc.uint8Array({ maxLength: 300 })),
        async (bytes) => {
          let reading: Reading
          try {
            reading = await read(bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(ReadingError)
            expect((error as Error).message).toMatch(/^[^]+\.$/)
            return
          }
          expect(datasetSchema.safeParse(reading.dataset).error).toBeUndefined()
        },
      ),
      { numRuns: 300 },
    )
  })
})
