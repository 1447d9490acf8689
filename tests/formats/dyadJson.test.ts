import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dyadJson, writeDyadJson } from '../../src/formats/dyadJson.ts'
import { ReadingError, type Reading } from '../../src/formats/reading.ts'
import { datasetSchema, type Dataset } from '../../src/model/schema.ts'
import { whole } from '../bundled.ts'
import { anyDataset, bytesOf, contextWith, smallDataset } from './datasets.ts'

const readText = (text: string, name = 'mine.json'): Promise<Reading> =>
  dyadJson.read({ name, bytes: bytesOf(text) }, contextWith())
const read = (raw: unknown): Promise<Reading> => readText(JSON.stringify(raw))

/** The small dataset with something changed in it. */
function changed(change: (dataset: Dataset & Record<string, unknown>) => void): Promise<Reading> {
  const dataset = smallDataset() as Dataset & Record<string, unknown>
  change(dataset)
  return read(dataset)
}

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(ReadingError)
  return (error as ReadingError).message
}

describe('a dataset that is right', () => {
  it('comes back as it was, with nothing to say', async () => {
    // 4 actors, 2 relation types, 3 initiatives, 3 sources, 2 observations, 2 memberships.
    expect(await readText(writeDyadJson(smallDataset()))).toEqual({
      dataset: smallDataset(),
      taken: 16,
      rejected: [],
      head: ['list', 'entry', 'as written'],
      notes: [],
      unknown: [],
    })
  })

  it('comes back as it was: the one that Dyad opens on', async () => {
    const { dataset, rejected, notes } = await readText(writeDyadJson(whole))
    expect(rejected).toEqual([])
    expect(notes).toEqual([])
    expect(dataset).toEqual(whole)
  })

  it('comes back as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { dataset: back, rejected, notes } = await readText(writeDyadJson(dataset))
        expect(rejected).toEqual([])
        expect(notes).toEqual([])
        expect(back).toEqual(dataset)
      }),
      { numRuns: 30 },
    )
  })

  it('is recognised by its format, wherever it stands', () => {
    const sample = (text: string) => ({ ending: '.json', bytes: bytesOf(text), text })
    expect(dyadJson.recognises(sample(writeDyadJson(smallDataset())))).toBe(true)
    expect(dyadJson.recognises(sample('{"title":"x","format" : "dyad/7"}'))).toBe(true)
    expect(dyadJson.recognises(sample('{\n "actors": [\n'))).toBe(true)
    expect(dyadJson.recognises(sample('{"elements":{"nodes":[]}}'))).toBe(false)
    expect(dyadJson.recognises(sample('format,"dyad/1"'))).toBe(false)
  })
})

describe('one bad entry does not stop the rest', () => {
  it('rejects an initiative with the reason, and takes the others', async () => {
    const { dataset, taken, rejected } = await changed((own) => {
      own.initiatives[1]!.milestones[0]!.date = '2005-02-30'
    })
    expect(dataset.initiatives.map(({ id }) => id)).toEqual(['power-of-siberia', 'embargo'])
    expect(taken).toBe(15)
    expect(rejected).toEqual([
      {
        line: 2,
        cells: ['initiatives', 'peace-mission', expect.stringContaining('"-Peace Mission"')],
        reason: 'initiatives: "2005-02-30" is no date that exists; write a date of the calendar.',
      },
    ])
  })

  it.each<[string, (own: Dataset) => void, string]>([
    [
      'an actor that is not there',
      (own) => (own.initiatives[0]!.to = ['CHM']),
      'initiatives: there is no actor "CHM", perhaps CHN; add it, or correct it.',
    ],
    [
      'an edge to itself',
      (own) => (own.initiatives[0]!.to = ['RUS']),
      'initiatives: RUS is on both sides; name an actor in "from" or in "to".',
    ],
    [
      'a type that is not declared',
      (own) => (own.initiatives[0]!.type = 'energie'),
      'initiatives: there is no relation type "energie", perhaps energy; declare it, or correct it.',
    ],
    [
      'a subtype of another type',
      (own) => (own.initiatives[0]!.subtype = 'transfer'),
      'initiatives: "transfer" is no subtype of energy; declare it, or correct it.',
    ],
    [
      'no milestone',
      (own) => (own.initiatives[0]!.milestones = []),
      'initiatives: milestones the list is empty; give at least 1.',
    ],
    [
      'a stage that is none',
      (own) => (own.initiatives[0]!.milestones[0]!.stage = 'sined' as 'signed'),
      'initiatives: milestones[0].stage "sined" is not known here; write one of proposed, announced, signed, under-way, in-force, delivering, completed, stalled, suspended, cancelled, expired, perhaps signed.',
    ],
    [
      'a value that is no number',
      (own) => (own.series[0]!.observations[0]!.value = 'n/a' as unknown as number),
      'observations of arms-share: value "n/a" is not a number; write a number.',
    ],
    [
      'a row of nobody',
      (own) => (own.series[0]!.observations[1]!.from = 'OTHERS'),
      'observations of arms-share: "OTHERS" is neither an actor of the dataset nor a code of the series; add it, or correct it.',
    ],
    [
      'a row far in the future',
      (own) => (own.series[0]!.observations[0]!.untilYear = 99_999),
      'observations of arms-share: the year is out of range; write one from 1 to 9999.',
    ],
    [
      'a member of a state',
      (own) => (own.memberships[0]!.organisation = 'CHN'),
      'memberships: "CHN" is no organisation; write the id of one.',
    ],
    [
      'a membership that ends before it begins',
      (own) => (own.memberships[0]!.to = '1999'),
      'memberships: it ends on 1999, before it begins on 2001-06-15; correct one of the two.',
    ],
    [
      'a source without a publisher',
      (own) => delete (own.sources[2] as { publisher?: string }).publisher,
      'sources: publisher is missing; write text.',
    ],
    [
      'an id taken',
      (own) => (own.actors[1]!.id = 'RUS'),
      'actors: the id "RUS" is taken by an earlier one; give this one its own.',
    ],
  ])('%s', async (_, change, reason) => {
    const { rejected } = await changed(change)
    expect(rejected[0]!.reason).toBe(reason)
  })

  it('names every fault of an entry', async () => {
    const { rejected } = await changed((own) => {
      own.sources[2] = { id: 'Not An Id', title: '', publisher: 'x', kind: 'blog', language: 'english' } as never
    })
    expect(rejected[0]!.reason.split('. ').map((fault) => fault.split(' ').slice(0, 2).join(' '))).toEqual([
      'sources: id',
      'title is',
      'kind "blog"',
      'language "english"',
    ])
  })
})

describe('what can be mended is mended and told', () => {
  it('puts milestones in order', async () => {
    const { dataset, notes } = await changed((own) =>
      own.initiatives[2]!.milestones.unshift(own.initiatives[2]!.milestones.pop()!),
    )
    expect(dataset).toEqual(smallDataset())
    expect(notes).toEqual(['The milestones of an initiative were not in order of date and have been put in order.'])
  })

  it('keeps a source that is cited and not given, by its id', async () => {
    const { dataset, notes } = await changed((own) => void own.sources.splice(0, 1))
    expect(dataset.sources.at(-1)).toEqual({
      id: 'gazprom-2014',
      title: 'Source "gazprom-2014", which the file does not give',
      publisher: 'Not stated',
      kind: 'unstated',
      language: 'und',
    })
    expect(notes).toEqual(['A source is cited that the file does not give: it stands there by its id alone.'])
  })

  it('gives the later of two initiatives of one id another', async () => {
    const { dataset, notes } = await changed((own) => (own.initiatives[1]!.id = 'power-of-siberia'))
    expect(dataset.initiatives.map(({ id }) => id)).toEqual(['power-of-siberia', 'power-of-siberia-2', 'embargo'])
    expect(notes).toEqual([
      'The id "power-of-siberia" is given twice: the later initiative is now "power-of-siberia-2".',
    ])
  })

  it('leaves out fields that it does not know, and addresses of other schemes', async () => {
    const { dataset, notes } = await changed((own) => {
      Object.assign(own.initiatives[0]!, { colour: 'red' })
      Object.assign(own.initiatives[0]!.milestones[0]!, { weight: 3 })
      own.sources[0]!.url = 'javascript:alert(1)'
    })
    const expected = smallDataset()
    delete expected.sources[0]!.url
    expect(dataset).toEqual(expected)
    expect(notes).toEqual([
      'An address that does not begin with http:// or https:// was left out.',
      'The field "weight" of initiatives is not known to Dyad and was left out.',
      'The field "colour" of initiatives is not known to Dyad and was left out.',
    ])
  })

  it('brings an actor in that takes part, though it was context', async () => {
    const { dataset, notes } = await changed((own) => (own.initiatives[0]!.to = ['NOR']))
    expect(dataset.actors.find(({ id }) => id === 'NOR')!.tier).toBe('surrounding')
    expect(notes).toEqual(['Norway takes part in an initiative and is shown, though the file has it as context only.'])
  })

  it('puts something plain for what the head does not state', async () => {
    const { dataset, notes } = await changed((own) => {
      for (const field of ['title', 'licence', 'focus', 'asOf']) delete own[field]
    })
    // Two of the three initiatives are between Russia and China alone; Russia stands first.
    expect(dataset).toMatchObject({ title: 'mine', licence: 'Not stated', focus: 'RUS', asOf: '2019-12-31' })
    expect(notes).toHaveLength(4)
    expect(notes).toContain(
      'The dataset does not say up to which day it was collected: its last date, 2019-12-31, stands for it.',
    )
  })

  it('frees texts of what is not seen, and brings them in one Unicode form', async () => {
    const { dataset } = await changed((own) => {
      own.actors[1]!.names.en = 'Chi\u202Ena'
      own.initiatives[0]!.title = 'Cafe\u0301 \uD800'
      own.initiatives[0]!.from = ['\u200BRUS']
    })
    expect(dataset.actors[1]!.names.en).toBe('China')
    expect(dataset.initiatives[0]!.title).toBe('Café')
    expect(dataset.initiatives[0]!.from).toEqual(['RUS'])
  })
})

describe('a file that is no dataset says so', () => {
  it.each([
    ['', 'The file is empty: choose one that holds JSON.'],
    [
      '{"format": "dyad/1",\n "title": "x"',
      'The JSON ends too early, as if it had been cut off: download or save it again.',
    ],
    [
      '{"format": "dyad/1",\n "title": NaN}',
      'The JSON has NaN or Infinity in line 2, which are no numbers there: leave such values out, or write null.',
    ],
    [
      '{"format": "dyad/2"}',
      'The dataset is of format dyad/2, later than this Dyad can read: open it in a newer one, or save it there as dyad/1.',
    ],
    ['{"format": "dyad/1"}', 'The dataset has no actor: give at least one in "actors".'],
    [
      '{"format": "dyad/1", "actors": [{"id": "rus"}]}',
      'The dataset has no actor that can be read. entry 1: id "rus" has not the form that is asked for; write lower-case words and digits joined by hyphens (an actor: its code in capitals). kind is missing; write one of state, organisation. tier is missing; write one of core, surrounding, context. names is missing; write fields with values.',
    ],
    [
      '[1, 2]',
      'This is no dataset of Dyad: it is a list of entries; save them as a CSV table, with a column for each side of a tie.',
    ],
    [
      '{"elements": []}',
      'This is no dataset of Dyad: it seems to be a network of Cytoscape; give it the ending .cyjs.',
    ],
    ['[{"CXVersion": "2.0"}]', 'This is no dataset of Dyad: it seems to be a network in CX; give it the ending .cx2.'],
    [
      '{"type": "FeatureCollection", "features": []}',
      'This is no dataset of Dyad: it seems to be GeoJSON, which holds places but no ties; choose another file.',
    ],
    [
      '{"format": "dyad-texts/1"}',
      'This is no dataset of Dyad: it is one half of a packed dataset; choose the whole one, dyad.json.',
    ],
  ])('%s', async (text, message) => {
    expect(await messageOf(readText(text))).toBe(message)
  })

  it('names fifty faults and how many more there are', async () => {
    const actors = Array.from({ length: 60 }, () => ({}))
    expect(await messageOf(read({ format: 'dyad/1', actors }))).toMatch(/entry 50: .* And 10 more\.$/)
  })

  it('reads UTF-16 as Windows saves it, and a byte order mark', async () => {
    const text = `\uFEFF${writeDyadJson(smallDataset())}`
    const bytes = new Uint8Array(
      new Uint16Array(
        [...text].flatMap((sign) =>
          [...sign].flatMap((own) => (own.length === 2 ? [own.charCodeAt(0), own.charCodeAt(1)] : [own.charCodeAt(0)])),
        ),
      ).buffer,
    )
    expect((await dyadJson.read({ name: 'x', bytes }, contextWith())).dataset).toEqual(smallDataset())
    expect((await readText(text)).dataset).toEqual(smallDataset())
  })
})

it('writes what the schema asks for', () => {
  expect(datasetSchema.parse(JSON.parse(writeDyadJson(smallDataset())))).toEqual(smallDataset())
})
