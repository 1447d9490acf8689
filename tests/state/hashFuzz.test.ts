import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeIn } from '../../src/app/place.ts'
import { parseDate } from '../../src/model/dates.ts'
import { openSession } from '../../src/state/session.ts'
import { readHash, writeHash } from '../../src/state/hash.ts'
import { columns, outline } from '../bundled.ts'

const NAMES = (
  'type subtype outcome nature valence partner confidence period text asof since focus layout pins placed camera map view ' +
  'actor dyad initiative list findings members suppliers width size silent show sort compare beside span data'
).split(' ')
/** Texts that a part may be given; no text at all is the first of them. */
const VALUES = (
  ' , arms gas arms,arms 2015 2015-02-30 9999-12-31 0000 -1 1e309 NaN Infinity RUS RUS-CHN RUS-CHN/arms CHN-RUS ' +
  '__proto__ constructor toString % %E0%A4%A %00 CHN:1,2 CHN:NaN,2 CHN:1e400,1 0,0,0 0,0,-1 180,90,1e9 <img/src=x> 🦜'
).split(' ')

/** Anything that may stand behind the `#`: near to what Dyad writes, and far from it. */
const anyHash = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc
        .tuple(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 30 })))
        .map(([name, value]) => `${name}=${value}`),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('&')),
)

describe('any hash at all', () => {
  it('is read without a fault into choices that stay the same when they are written and read again', () => {
    fc.assert(
      fc.property(anyHash, (hash) => {
        const { choices, notices } = readHash(hash, columns)
        expect(parseDate(choices.asOf)).not.toBeNull()
        expect(outline.actors.some(({ id }) => id === choices.focus)).toBe(true)
        expect(notices.every((line) => line.length > 0)).toBe(true)
        const written = writeHash(choices, columns)
        const again = readHash(written, columns)
        expect(again.notices).toEqual([])
        expect(writeHash(again.choices, columns)).toBe(written)
      }),
      { numRuns: 600 },
    )
  })

  it('opens a session from which all that is shown follows', () => {
    fc.assert(
      fc.property(anyHash, (hash) => {
        const { sentence, selection, links } = openSession(outline, hash).derive()
        expect(sentence).toMatch(/of \d+ initiatives?$/)
        expect(selection.size).toBeLessThanOrEqual(selection.begun)
        expect(Array.isArray(links)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('asks for one dataset or another', () => {
    fc.assert(
      fc.property(anyHash, (hash) => {
        expect(['own', 'kept', 'address']).toContain(placeIn(hash).place.kind)
      }),
    )
  })
})
