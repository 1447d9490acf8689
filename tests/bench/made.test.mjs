import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { madeRows, writeRollup } from '../../scripts/bench/made.mjs'
import { createActorFinder } from '../../src/formats/actors/createActorFinder.ts'
import { readFile } from '../../src/formats/readFile.ts'

const finder = createActorFinder([])
const rows = [...madeRows(20_000)]

it('makes as many rows as asked for, each another pair, type and month, in the order of the months', () => {
  expect(rows).toHaveLength(20_000)
  expect(new Set(rows.map(({ from, to, type, month }) => [from, to, type, month].join())).size).toBe(20_000)
  const months = rows.map(({ month }) => month)
  expect(months).toEqual(months.toSorted())
  expect([months[0].slice(0, 4), months.at(-1).slice(0, 4)]).toEqual(['1950', '2024'])
})

it('makes the same rows each time', () => {
  expect([...madeRows(500)]).toEqual([...madeRows(500)])
})

it('has 200 states, few of them with most ties, and six types', () => {
  const ends = rows.flatMap(({ from, to }) => [from, to])
  const counts = new Map()
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
  expect(counts.size).toBe(200)
  expect([...counts.keys()].filter((id) => finder.byName(id) === null)).toEqual([])
  const largest = [...counts.values()].sort((a, b) => b - a).slice(0, 20)
  expect(largest.reduce((sum, count) => sum + count)).toBeGreaterThan(ends.length / 2)
  expect(new Set(rows.map(({ type }) => type)).size).toBe(6)
})

it('codes words as announced and deeds as completed, a tenth of all as outputs', () => {
  const stages = new Map(rows.map(({ type, stage }) => [type, stage]))
  expect(
    [...stages]
      .filter(([, stage]) => stage === 'completed')
      .map(([type]) => type)
      .sort(),
  ).toEqual(['Coercion', 'Fighting', 'Material aid'])
  const outputs = rows.filter(({ nature }) => nature === 'output').length
  expect(outputs).toBeGreaterThan(1800)
  expect(outputs).toBeLessThan(2200)
})

it('writes them as a roll-up that is read whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dyad-made-'))
  try {
    const path = join(folder, 'made.parquet')
    await writeRollup(rows, path)
    const options = { format: null, decisions: [], mapping: null, known: [] }
    const { read } = await readFile({ name: 'made.parquet', bytes: new Uint8Array(readFileSync(path)) }, options)
    expect(read.format.id).toBe('parquet-rollup')
    expect([read.taken, read.counts.initiatives, read.counts.actors, read.rejected.length]).toEqual([
      20_000, 20_000, 200, 0,
    ])
    expect(read.notes).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
