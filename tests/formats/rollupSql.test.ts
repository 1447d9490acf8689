import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parquetRollup } from '../../src/formats/parquetRollup.ts'
import type { Reading } from '../../src/formats/reading.ts'
import { contextOf, courseOf } from './readers.ts'

/** Runs files of `docs/rollup` unchanged on event files made here, and reads what they write. */

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dyad-rollup-sql-'))
  mkdirSync(join(folder, 'events'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rollUp(...names: string[]): Promise<Reading> {
  execFileSync(process.execPath, [resolve('scripts/rollup/runSql.mjs'), ...names], { cwd: folder })
  const bytes = new Uint8Array(readFileSync(join(folder, 'rollup.parquet')))
  return parquetRollup.read({ name: 'rollup.parquet', bytes }, contextOf())
}

const STATES = ['RUS', 'CHN', 'IND', 'JPN', 'USA', '']

/** The same row for the same number. */
function eventOf(i: number) {
  const draw = (salt: number, most: number) => (Math.imul(i * 97 + salt * 7919 + 13, 2246822519) >>> 8) % most
  const root = 1 + draw(3, 20)
  return {
    from: STATES[draw(1, STATES.length)]!,
    to: STATES[draw(2, STATES.length)]!,
    root: String(root).padStart(2, '0'),
    quad: root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4,
    month: `20${10 + draw(4, 3)}${String(1 + draw(5, 12)).padStart(2, '0')}`,
    day: String(1 + draw(6, 28)).padStart(2, '0'),
    goldstein: draw(7, 200) / 10 - 10,
    mentions: 1 + draw(8, 30),
  }
}

/** A line of GDELT as it is published, without what is not needed. */
function lineOf(i: number, columns: number): string {
  const own = eventOf(i)
  const cells = new Array<string>(columns).fill('')
  const values: [number, string][] = [
    [1, String(i)],
    [2, own.month + own.day],
    [8, own.from],
    [18, own.to],
    [27, own.root + '0'],
    [29, own.root],
    [30, String(own.quad)],
    [31, own.goldstein.toFixed(1)],
    [32, String(own.mentions)],
    [37, 'Moscow, "Moskva", Russia'],
    [columns, 'https://example.org/a'],
  ]
  for (const [column, value] of values) cells[column - 1] = value
  return cells.join('\t')
}

describe('the SQL of the roll-up', () => {
  it('counts GDELT 1.0 and 2.0 as plain JavaScript does', async () => {
    const count = 20_000
    const lines = (first: number, last: number, columns: number) =>
      Array.from({ length: last - first }, (_, i) => lineOf(first + i, columns)).join('\n') + '\n'
    writeFileSync(join(folder, 'events', '20120101.export.CSV'), lines(0, 6000, 57))
    writeFileSync(join(folder, 'events', '20140101.export.CSV'), lines(6000, 14_000, 58))
    writeFileSync(join(folder, 'events', '20160101000000.export.CSV'), lines(14_000, count, 61))
    const { dataset, taken, rejected } = await rollUp('gdelt-files.sql', 'gdelt.sql')

    const expected = new Map<string, { events: number; goldstein: number; mentions: number }>()
    for (let i = 0; i < count; i++) {
      const { from, to, root, quad, month, goldstein, mentions } = eventOf(i)
      if (from === '' || to === '' || from === to) continue
      const key = [`${month.slice(0, 4)}-${month.slice(4)}`, from, to, quad, root].join(' ')
      const own = expected.get(key) ?? { events: 0, goldstein: 0, mentions: 0 }
      own.events++
      own.goldstein += goldstein
      own.mentions += mentions
      expected.set(key, own)
    }
    expect(rejected).toEqual([])
    expect(taken).toBe(expected.size)
    const inOrder = [...expected].sort(([one], [other]) => (one < other ? -1 : 1))
    for (const [i, [key, own]] of inOrder.entries()) {
      const [month, from, to, quad, root] = key.split(' ')
      const found = dataset.initiatives[i]!
      expect([found.from, found.to]).toEqual([[from], [to]])
      expect(courseOf(found)).toEqual([`${month} ${quad === '2' || quad === '4' ? 'completed' : 'announced'}`])
      expect(found.valence).toBe(Number(quad) <= 2 ? undefined : 'conflict')
      const [events, goldstein, mentions] = found.magnitudes!.map(({ value }) => value)
      expect([events, mentions]).toEqual([own.events, own.mentions])
      expect(goldstein).toBeCloseTo(own.goldstein / own.events, 6)
      if (root === '07') expect([found.type, found.subtype]).toEqual(['material-cooperation', 'provide-aid'])
    }
    const natures = new Map(
      dataset.relationTypes.flatMap(({ subtypes }) => subtypes.map((own) => [own.id, own.nature])),
    )
    expect(natures.size).toBe(20)
    expect(
      [...natures]
        .filter(([, nature]) => nature === 'output')
        .map(([id]) => id)
        .sort(),
    ).toEqual(['engage-in-material-cooperation', 'express-intent-to-cooperate', 'provide-aid', 'yield'])
  })

  it('counts ICEWS with the names of countries', async () => {
    const head =
      'Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country\n'
    const rows = [
      '1\t2015-03-02\tA "B"\tRussian Federation\tProvide economic aid\t071\t7.4\tC\tChina',
      '2\t2015-03-09\tA\tRussian Federation\tProvide economic aid\t071\t7.0\tC\tChina',
      '3\t2015-03-09\tA\tRussian Federation\tInvestigate\t090\t-2.0\tC\tChina',
      '4\t2015-03-09\tA\tRussian Federation\tConsult\t040\t1.0\tC\tRussian Federation',
    ]
    writeFileSync(join(folder, 'events', 'events.2015.tab'), head + rows.join('\n') + '\n')
    const { dataset } = await rollUp('icews.sql', 'gdelt.sql')
    expect(dataset.initiatives.map((own) => [own.title, own.type, ...courseOf(own)])).toEqual([
      ['Provide aid: Russia to China, 2 events', 'material-cooperation', '2015-03 completed'],
      ['Investigate: Russia to China, one event', 'verbal-conflict', '2015-03 announced'],
    ])
    expect(dataset.initiatives[0]!.magnitudes!.map(({ value }) => value)).toEqual([2, 7.2])
  })

  it('counts POLECAT once for each pair of countries that an event names', async () => {
    const head =
      'Event ID\tEvent Date\tEvent Type\tEvent Mode\tEvent Intensity\tQuad Code\tContexts\tActor Name\tActor Country\tRecipient Name\tRecipient Country\n'
    const rows = [
      'A1\t2023-03-02\tAID\t\t7.0\tMATERIAL COOPERATION\teconomic\tRussia\tRUS\tChina\tCHN',
      'A2\t2023-03-20\tAID\t\t6.0\tMATERIAL COOPERATION\t\tRussia; "Gazprom"\tRUS;RUS\tChina\tCHN',
      // Russia to India and China, India to China; not China to China.
      'A3\t2023-04-01\tACCUSE\tallege\t-2.0\tVERBAL CONFLICT\t\tRussia\tRUS; IND\tChina\tCHN',
      'A4\t2023-04-01\tACCUSE\tallege\t-2.0\tVERBAL CONFLICT\t\tRussia\tRUS\tRussia\tRUS',
      'A5\t2023-04-01\tCONSULT\t\t1.0\tVERBAL COOPERATION\t\tRussia\tRUS\tNone\tNone',
    ]
    writeFileSync(join(folder, 'events', 'ngecEvents.2023.txt'), head + rows.join('\n') + '\n')
    const { dataset } = await rollUp('polecat.sql')
    expect(dataset.initiatives.map((own) => [own.title, own.type, own.valence, ...courseOf(own)])).toEqual([
      ['Aid: Russia to China, 2 events', 'material-cooperation', undefined, '2023-03 completed'],
      ['Accuse: India to China, one event', 'verbal-conflict', 'conflict', '2023-04 announced'],
      ['Accuse: Russia to China, one event', 'verbal-conflict', 'conflict', '2023-04 announced'],
    ])
    expect(dataset.initiatives[0]!.magnitudes!.map(({ value }) => value)).toEqual([2, 6.5])
  })
})
