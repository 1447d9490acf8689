import * as fc from 'fast-check'
import { expect } from 'vitest'
import { createActorFinder } from '../../src/formats/actors/createActorFinder.ts'
import { sampleOf } from '../../src/formats/decodeText.ts'
import {
  ReadingError,
  type Mapping,
  type Reader,
  type Reading,
  type ReadingContext,
} from '../../src/formats/reading.ts'
import { ENGLISH, languageWith, PSEUDO } from '../../src/language/languages.ts'
import { speak } from '../../src/language/messages.ts'
import { datasetSchema, type Dataset } from '../../src/model/schema.ts'

/** What tests of readers of tables have in common. */

const actors = createActorFinder([])

export const fileOf = (text: string, name = 'table.csv') => ({ name, bytes: new TextEncoder().encode(text) })

export const contextOf = (own: Partial<ReadingContext> = {}): ReadingContext => ({
  actors,
  decisions: new Map(),
  mapping: null,
  onProgress: () => {},
  ...own,
})

export const recognises = (reader: Reader, text: string) => reader.recognises(sampleOf(fileOf(text)))

/** Reads a text, and holds what comes of it to the schema, and to be the same whatever language the page speaks. */
export async function readText(reader: Reader, text: string, own: Partial<ReadingContext> = {}): Promise<Reading> {
  const reading = await reader.read(fileOf(text), contextOf(own))
  expect(datasetSchema.safeParse(reading.dataset).error).toBeUndefined()
  speak(languageWith(PSEUDO)!, null)
  try {
    const same = await reader.read(fileOf(text), contextOf({ ...own, onProgress: () => {} }))
    expect(same.dataset).toEqual(reading.dataset)
  } finally {
    speak(ENGLISH, null)
  }
  return reading
}

export const mapped = (reader: Reader, text: string, mapping: Mapping) => readText(reader, text, { mapping })

/** The milestones of an initiative as "2015 signed". */
export const courseOf = (initiative: Dataset['initiatives'][number]) =>
  initiative.milestones.map(({ date, stage }) => `${date} ${stage}`)

/** What hostile and careless files have in their cells. */
export const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  '=cmd|"/c calc"!A1',
  '@SUM(1)',
  '\uD800',
  'x\uDFFFy',
  '\u202Egnp.exe',
  '\u0000',
  'e\u0301',
  'NaN',
  'Infinity',
  '-1e999',
  '99999',
  '99999-01-01',
  '0000-00-00',
  '2015-02-30',
  '"',
  '""',
  "'",
  ',',
  ';',
  '\n',
  '\r\n',
  '\t',
  '',
  'Россия',
  'x'.repeat(500),
]

/**
 * Holds a reader to it that no input makes it throw anything but a ReadingError: strings at random, and a valid file with
 * pieces cut out and nasty ones put in. What it does read fits the schema.
 */
export async function throwsNothingElse(
  reader: Reader,
  valid: string,
  { numRuns = 80, mapping = null }: { numRuns?: number; mapping?: Mapping | null } = {},
): Promise<void> {
  const spoiled = fc
    .array(fc.record({ at: fc.nat(valid.length), cut: fc.nat(12), put: fc.constantFrom(...NASTY) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((changes) => {
      let text = valid
      for (const { at, cut, put } of changes) text = text.slice(0, at) + put + text.slice(at + cut)
      return text
    })
  const head = valid.slice(0, valid.indexOf('\n') + 1)
  const cells = fc
    .array(fc.array(fc.constantFrom(...NASTY, 'China', 'RUS', '2015', '12'), { maxLength: 20 }), { maxLength: 4 })
    .map((rows) => head + rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'))
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiled, cells, fc.string({ unit: 'binary', maxLength: 200 })), async (text) => {
      recognises(reader, text)
      let reading: Reading
      try {
        reading = await reader.read(fileOf(text), contextOf({ mapping }))
      } catch (error) {
        expect(error).toBeInstanceOf(ReadingError)
        expect((error as Error).message).not.toBe('')
        return
      }
      expect(datasetSchema.safeParse(reading.dataset).error).toBeUndefined()
    }),
    { numRuns },
  )
}
