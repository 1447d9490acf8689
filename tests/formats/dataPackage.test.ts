import * as fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { dataPackage, writeDataPackage } from '../../src/formats/dataPackage.ts'
import { ReadingError, type Reading } from '../../src/formats/reading.ts'
import type { Dataset } from '../../src/model/schema.ts'
import { whole } from '../bundled.ts'
import { anyDataset, bytesOf, contextWith, smallDataset } from './datasets.ts'

const readZip = (bytes: Uint8Array): Promise<Reading> => dataPackage.read({ name: 'mine.zip', bytes }, contextWith())
const unpacked = (dataset: Dataset): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(writeDataPackage(dataset))).map(([name, bytes]) => [
      name,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    ]),
  )

/** The small dataset's package with some of its files changed, or left out. */
function edited(change: (files: Record<string, string>) => void): Promise<Reading> {
  const files = unpacked(smallDataset())
  change(files)
  return readZip(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)]))))
}

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(ReadingError)
  return (error as ReadingError).message
}

describe('a dataset written as a data package', () => {
  it('comes back as it was', async () => {
    expect(await readZip(writeDataPackage(smallDataset()))).toEqual({
      dataset: smallDataset(),
      taken: 16,
      rejected: [],
      head: ['list', 'entry', 'as written'],
      notes: [],
      unknown: [],
    })
  })

  it('comes back as it was: the one that Dyad opens on', async () => {
    const { dataset, rejected, notes } = await readZip(writeDataPackage(whole))
    expect([rejected, notes]).toEqual([[], []])
    expect(dataset).toEqual(whole)
  })

  it('comes back as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { dataset: back, rejected, notes } = await readZip(writeDataPackage(dataset))
        expect([rejected, notes]).toEqual([[], []])
        expect(back).toEqual(dataset)
      }),
      { numRuns: 25 },
    )
  })

  it('gives the same bytes each time', () => {
    expect(writeDataPackage(smallDataset())).toEqual(writeDataPackage(smallDataset()))
  })

  it('has tables that open in a spreadsheet: a byte order mark for Cyrillic, no formula', () => {
    const files = unpacked(smallDataset())
    for (const [name, text] of Object.entries(files)) {
      if (!name.endsWith('.csv')) continue
      expect(text.charCodeAt(0)).toBe(0xfeff)
      for (const row of Papa.parse<string[]>(text.slice(1)).data.slice(1)) {
        for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
      }
    }
    expect(files['actors.csv']).toContain('RUS,state,core,Russia,Россия')
    expect(files['milestones.csv']).toContain(
      `power-of-siberia,1,2014-05-21,signed,"'=HYPERLINK(""http://example.org"")",gazprom-2014`,
    )
  })

  it('describes them as Frictionless Data asks', () => {
    const descriptor = JSON.parse(unpacked(smallDataset())['datapackage.json']!)
    expect(descriptor).toMatchObject({
      profile: 'tabular-data-package',
      name: 'a-small-dataset',
      title: 'A small dataset',
    })
    const names = descriptor.resources.map(({ name }: { name: string }) => name)
    expect(names).toEqual([
      'actors',
      'relation_types',
      'subtypes',
      'initiatives',
      'milestones',
      'magnitudes',
      'sources',
      'series',
      'observations',
      'memberships',
      'views',
      'marked_dates',
    ])
    for (const { path, schema } of descriptor.resources) {
      const [head, ...rows] = Papa.parse<string[]>(unpacked(smallDataset())[path]!.slice(1), {
        skipEmptyLines: true,
      }).data
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(head)
      for (const row of rows) expect(row).toHaveLength(head!.length)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(names).toContain(reference.resource)
        expect(head).toEqual(expect.arrayContaining(fields))
      }
    }
  })
})

describe('a package that was edited', () => {
  it('may have been saved by an Excel that parts columns by semicolons and writes decimal commas', async () => {
    const { dataset, rejected } = await edited((files) => {
      for (const name of ['magnitudes.csv', 'observations.csv', 'actors.csv']) {
        const { data } = Papa.parse<string[]>(files[name]!.slice(1), { skipEmptyLines: true })
        files[name] = Papa.unparse(
          data.map((row) => row.map((cell) => (/^-?\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell))),
          { delimiter: ';' },
        )
      }
    })
    expect(rejected).toEqual([])
    expect(dataset).toEqual(smallDataset())
  })

  it('may lie in a folder of the archive, with columns of someone else', async () => {
    const files = unpacked(smallDataset())
    files['actors.csv'] = files['actors.csv']!.replace('id,kind', 'remark,id,kind').replace(
      /\r\n(?=[A-Z]{3},)/g,
      '\r\nx,',
    )
    const packed = zipSync({
      data: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])),
    })
    const { dataset, notes } = await readZip(packed)
    expect(dataset).toEqual(smallDataset())
    expect(notes).toEqual(['"data/actors.csv" has columns that Dyad does not know, which were left out: "remark".'])
  })

  it('has the rows that are right taken, and the others rejected with their reasons', async () => {
    const { dataset, rejected } = await edited((files) => {
      files['milestones.csv'] += 'power-of-sibera,3,2020,completed,,tass-2019\r\n'
      files['magnitudes.csv'] = files['magnitudes.csv']!.replace(',38,', ',about 38,')
      files['memberships.csv'] = files['memberships.csv']!.replace('SCO,RUS', 'SCO,RUZ')
    })
    expect(dataset.initiatives.map(({ id }) => id)).toEqual(['peace-mission', 'embargo'])
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [7, 'milestones: there is no initiative "power-of-sibera"; add it, or correct the column "initiative".'],
      [1, 'initiatives: magnitudes[0].value "about 38" is not a number; write a number.'],
      [1, 'memberships: there is no actor "RUZ", perhaps RUS; add it, or correct it.'],
    ])
  })

  it.each<[string, (files: Record<string, string>) => void, string]>([
    [
      'a table left out',
      (files) => delete files['milestones.csv'],
      'The data package lacks the table "milestones": pack it again with all of its tables.',
    ],
    [
      'a column left out',
      (files) => (files['actors.csv'] = files['actors.csv']!.replace('kind', 'sort')),
      '"actors.csv" has no column "kind": its first row has to name the columns.',
    ],
    [
      'a later format',
      (files) => (files['datapackage.json'] = files['datapackage.json']!.replace('dyad/1', 'dyad/3')),
      'The dataset is of format dyad/3, which this Dyad cannot read: open it in a newer one, or save it there as dyad/1.',
    ],
  ])('%s', async (_, change, message) => {
    expect(await messageOf(edited(change))).toBe(message)
  })
})

describe('an archive that is none of Dyad says what it seems to be', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])))
  it.each([
    [
      { 'xl/workbook.xml': '' },
      'The archive holds no datapackage.json: it seems to be an Excel workbook; give it the ending .xlsx.',
    ],
    [
      { 'ties.csv': '', 'notes.txt': '' },
      'The archive holds no datapackage.json: it holds "ties.csv", "notes.txt"; unpack it and open one of its files.',
    ],
    [{}, 'The archive holds no datapackage.json: it is empty; choose another one.'],
    [
      { 'datapackage.json': '{"name":"gdp","title":"World GDP","resources":[{"name":"gdp","path":"data/gdp.csv"}]}' },
      `The data package ("World GDP") is none of Dyad's; it holds "data/gdp.csv": unpack it and open the table that has a column for each side of a tie.`,
    ],
  ])('%o', async (files, message) => {
    expect(await messageOf(readZip(zip(files as unknown as Record<string, string>)))).toBe(message)
  })
})

describe('an archive made to do harm', () => {
  const packed = () => writeDataPackage(smallDataset())
  /** Finds a number of four bytes in the archive's records and changes it. */
  const patched = (signature: number, offset: number, value: number, width: 2 | 4 = 4): Uint8Array => {
    const bytes = packed()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) !== signature) continue
      if (width === 4) view.setUint32(at + offset, value, true)
      else view.setUint16(at + offset, value, true)
      break
    }
    return bytes
  }
  const CENTRAL = 0x02014b50

  it('is not unpacked where it would fill memory', async () => {
    // 17 MB of nothing, packed to 17 kB.
    const bomb = zipSync({ 'datapackage.json': new Uint8Array(17 * 2 ** 20) }, { level: 1 })
    expect(bomb.length).toBeLessThan(85_000)
    expect(await messageOf(readZip(bomb))).toBe(
      'The archive would grow to 17 MB when it is unpacked, more than any dataset: choose another one.',
    )
    // Declared: 4 GB.
    expect(await messageOf(readZip(patched(CENTRAL, 24, 0xfffffff0)))).toMatch(/would grow to 4,096 MB/)
  })

  it('is not believed: a file larger than declared, or other than it was', async () => {
    expect(await messageOf(readZip(patched(CENTRAL, 24, 10)))).toMatch(/"datapackage.json" is damaged/)
    expect(await messageOf(readZip(patched(CENTRAL, 16, 1)))).toMatch(/"datapackage.json" is damaged/)
  })

  it.each(['../actors.csv', '/etc/passwd', 'a\\..\\b.csv', 'C:/x.csv', 'a/../../b'])(
    'may not climb: %s',
    async (path) => {
      expect(await messageOf(readZip(zipSync({ [path]: bytesOf('x') })))).toMatch(/leads out of its folder/)
    },
  )

  it('may not have two files of one name, whatever their case or Unicode form', async () => {
    expect(await messageOf(readZip(zipSync({ 'A.csv': bytesOf(''), 'a.csv': bytesOf('') })))).toMatch(
      /differ by case only/,
    )
    expect(await messageOf(readZip(zipSync({ '\u00E9.csv': bytesOf(''), 'e\u0301.csv': bytesOf('') })))).toMatch(
      /two files of the name/,
    )
  })

  it('may not be locked, cut off or of a kind that is not known', async () => {
    expect(await messageOf(readZip(patched(CENTRAL, 8, 1, 2)))).toMatch(/locked with a password/)
    expect(await messageOf(readZip(patched(CENTRAL, 10, 14, 2)))).toMatch(/packed in a way that is not known/)
    expect(await messageOf(readZip(packed().subarray(0, 3000)))).toMatch(/damaged or cut off/)
  })

  it('throws nothing but its own error, wherever a byte is changed', async () => {
    const bytes = packed()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const own = bytes.slice()
          for (const [at, value] of changes) own[at] = value
          await readZip(own).catch((error: unknown) => expect(error).toBeInstanceOf(ReadingError))
        },
      ),
      { numRuns: 100 },
    )
  })
})
