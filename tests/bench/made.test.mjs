import { expect, it } from 'vitest'
import { madeRows } from '../../scripts/bench/made.mjs'
import { createActorFinder } from '../../src/formats/actors/createActorFinder.ts'

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

it('ends some ties, none before it begins', () => {
  const ended = rows.filter(({ until }) => until !== '')
  expect(ended.length).toBeGreaterThan(2000)
  expect(ended.length).toBeLessThan(4000)
  expect(ended.filter(({ month, until }) => until <= month)).toEqual([])
})
