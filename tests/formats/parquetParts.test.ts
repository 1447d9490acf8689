import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchYears, rollupEnd, type FetchRange } from '../../src/formats/parquetParts.ts'
import { parquetRollup } from '../../src/formats/parquetRollup.ts'
import { contextOf } from './readers.ts'

/** 24,000 rows of the years 2010 to 2015, a sixth each, in groups of 2000 in the order of their months. */
const COUNT = 24_000
const YEARS = Array.from({ length: COUNT }, (_, i) => 2010 + Math.floor((i * 6) / COUNT))
const text = (name: string, of: (i: number) => string) => ({
  name,
  data: Array.from({ length: COUNT }, (_, i) => of(i)),
  type: 'STRING' as const,
})
const BYTES = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      text('from_actor', () => 'CHN'),
      text('to_actor', () => 'JPN'),
      text('type', () => 'Trade'),
      text('month', (i) => `${YEARS[i]}-${String(1 + (Math.floor((i * 72) / COUNT) % 12)).padStart(2, '0')}`),
      { name: 'events', data: Array.from({ length: COUNT }, (_, i) => 1 + (i % 97)), type: 'INT32' },
      // Larger than all others together, and of no use here.
      text('remarks', (i) => `A remark on row ${i} that nobody reads, number ${(i * 7919) % 60013}.`),
    ],
    rowGroupSize: 2000,
  }),
)

interface Server {
  url: string
  close: () => Promise<void>
}

let folder: string
let server: Server
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dyad-parts-'))
  writeFileSync(join(folder, 'rollup.parquet'), BYTES)
  writeFileSync(join(folder, 'page.txt'), 'a page '.repeat(100))
  // A script without types.
  const script = (await import('../../scripts/serve.mjs' as string)) as { serve: (folder: string) => Promise<Server> }
  server = await script.serve(folder)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (name: string, range: string, more: Record<string, string> = {}) =>
  fetch(server.url + name, { headers: { Range: range, Connection: 'close', ...more } })

describe('the file server', () => {
  it('answers a range with its bytes, and one beyond the end with 416', async () => {
    const middle = await get('rollup.parquet', 'bytes=10-19')
    expect([middle.status, middle.headers.get('content-range')]).toEqual([206, `bytes 10-19/${BYTES.length}`])
    expect(new Uint8Array(await middle.arrayBuffer())).toEqual(BYTES.slice(10, 20))
    const end = await get('rollup.parquet', 'bytes=-4')
    expect(await end.text()).toBe('PAR1')
    expect((await get('rollup.parquet', `bytes=${BYTES.length}-`)).status).toBe(416)
  })

  it('sends the whole where it sends it compressed, or does not understand the range', async () => {
    const packed = await get('page.txt', 'bytes=0-3', { 'accept-encoding': 'br' })
    expect([packed.status, (await packed.text()).length]).toEqual([200, 700])
    expect((await get('rollup.parquet', 'lines=1-2')).status).toBe(200)
    expect((await get('rollup.parquet', 'bytes=9-3')).status).toBe(200)
  })
})

describe('a roll-up at an address', () => {
  /** Ranges over HTTP, with what they fetched. */
  const counting = () => {
    const fetched = { bytes: 0, times: 0 }
    const range: FetchRange = async (start, end) => {
      const response = await get('rollup.parquet', `bytes=${start}-${end - 1}`)
      if (response.status !== 206) return null
      const bytes = new Uint8Array(await response.arrayBuffer())
      fetched.bytes += bytes.length
      fetched.times++
      return bytes
    }
    return { fetched, range }
  }

  it('is fetched by its end and the columns of the years that are wanted', async () => {
    const { fetched, range } = counting()
    const end = (await rollupEnd('rollup.parquet', BYTES.length, range))!
    expect(end.years).toEqual([2010, 2015])
    expect([end.rowsIn(null), end.rowsIn([2011, 2012]), end.rowsIn([2016, 2020])]).toEqual([COUNT, 8000, 0])
    const file = (await fetchYears(end, [2011, 2012], range, () => undefined))!
    expect(fetched.bytes).toBeLessThan(BYTES.length / 2)
    const { dataset, taken, rejected, notes } = await parquetRollup.read(file, contextOf())
    expect([taken, rejected]).toEqual([8000, []])
    expect(notes).toContain('Only the years 2011 to 2012 were taken.')
    // Rows 4000 to 11,999, in their order.
    expect(dataset.initiatives[0]!.milestones[0]!.date).toBe('2011-01')
    expect(dataset.initiatives[0]!.magnitudes![0]!.value).toBe(1 + (4000 % 97))
    expect(dataset.initiatives.at(-1)!.milestones[0]!.date).toBe('2012-12')
    expect(dataset.initiatives.at(-1)!.magnitudes![0]!.value).toBe(1 + (11_999 % 97))
  })

  it('is the same whole by parts as in one piece', async () => {
    const { range } = counting()
    const end = (await rollupEnd('rollup.parquet', BYTES.length, range))!
    const parts = (await fetchYears(end, null, range, () => undefined))!
    const one = await parquetRollup.read(parts, contextOf())
    const other = await parquetRollup.read({ name: 'rollup.parquet', bytes: BYTES }, contextOf())
    expect(one.dataset).toEqual(other.dataset)
  })

  it('is left to be fetched whole where the host gives no ranges, or bytes of something else', async () => {
    expect(await rollupEnd('rollup.parquet', BYTES.length, () => Promise.resolve(null))).toBeNull()
    const wrong: FetchRange = (start, end) => Promise.resolve(new Uint8Array(end - start))
    expect(await rollupEnd('rollup.parquet', BYTES.length, wrong)).toBeNull()
    const { range } = counting()
    const end = (await rollupEnd('rollup.parquet', BYTES.length, range))!
    expect(
      await fetchYears(
        end,
        null,
        () => Promise.resolve(null),
        () => undefined,
      ),
    ).toBeNull()
  })
})
