import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameOf, TABLE, tableFaults, type Chunks } from '../../scripts/budget.mjs'

const table: Chunks = {
  'first.js': { bytes: 100_000, when: 'first' },
  'Table.js': { bytes: 1000, when: 'on demand' },
}

const built = (changes: Chunks): string[] => tableFaults(table, { ...table, ...changes })

describe('the table of chunks', () => {
  it('lets a chunk grow by a twentieth, and by 500 bytes in any case', () => {
    expect(
      built({ 'first.js': { bytes: 105_000, when: 'first' }, 'Table.js': { bytes: 1500, when: 'on demand' } }),
    ).toEqual([])
    expect(built({ 'first.js': { bytes: 90_000, when: 'first' } })).toEqual([])
    expect(built({ 'first.js': { bytes: 105_001, when: 'first' } })).toEqual([
      'first.js grew from 100000 to 105001 bytes',
    ])
    expect(built({ 'Table.js': { bytes: 1501, when: 'on demand' } })).toEqual(['Table.js grew from 1000 to 1501 bytes'])
  })

  it('wants every chunk, at its time, and none that is gone', () => {
    expect(built({ 'Map.js': { bytes: 10, when: 'panels' } })).toEqual(['Map.js (10 bytes, panels) is new'])
    expect(built({ 'Table.js': { bytes: 1000, when: 'first' } })).toEqual([
      'Table.js is loaded "first" and no longer "on demand"',
    ])
    expect(tableFaults(table, { 'first.js': table['first.js']! })).toEqual(['Table.js is no longer built'])
  })

  it('names chunks without their hashes', () => {
    expect(nameOf('assets/first-B_tWE-Au.js')).toBe('first.js')
    expect(nameOf('assets/d3-geo-CqdgyhO7.js')).toBe('d3-geo.js')
    expect(Object.keys(JSON.parse(readFileSync(TABLE, 'utf8')))).toContain('first.js')
  })
})
