import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packOutline, packTexts } from '../../src/formats/compact.ts'
import { datasetOf } from '../../src/formats/datasetOf.ts'
import {
  buffersOf,
  bytesOf,
  DamagedError,
  keptOutline,
  keptTexts,
  openOutline,
  openTexts,
  type KeptOutline,
} from '../../src/formats/keptHalves.ts'
import { outlineOf, textsOf } from '../../src/model/outline.ts'
import { anyDataset, smallDataset } from './datasets.ts'

const kept = () => ({
  outline: structuredClone(keptOutline(outlineOf(smallDataset()))),
  texts: structuredClone(keptTexts(textsOf(smallDataset()))),
})
const OUTLINE_DAMAGED =
  'What this browser keeps of the dataset is damaged: the outline cannot be read. Nothing was changed or removed; to have it whole, add the file again.'

describe('the halves of a dataset as they are kept', () => {
  it('give it back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const [outline, texts] = [outlineOf(dataset), textsOf(dataset)]
        const own = {
          outline: openOutline(structuredClone(keptOutline(outline))),
          texts: openTexts(structuredClone(keptTexts(texts))),
        }
        expect(datasetOf(own)).toEqual(datasetOf({ outline, texts }))
        expect([...own.outline.initiatives]).toEqual([...outline.initiatives])
      }),
      { numRuns: 30 },
    )
  })

  it('find an initiative by its id', () => {
    const { initiatives } = openOutline(kept().outline)
    const ids = smallDataset().initiatives.map(({ id }) => id)
    expect([...initiatives].map(({ id }) => id)).toEqual(ids)
  })

  it('open from the texts of JSON in which they were kept before', () => {
    const [outline, texts] = [outlineOf(smallDataset()), textsOf(smallDataset())]
    const own = { outline: openOutline(packOutline(outline)), texts: openTexts(packTexts(texts)) }
    expect(datasetOf(own)).toEqual(datasetOf({ outline, texts }))
  })

  it('hand on every buffer once, and share none', () => {
    const { outline, texts } = kept()
    const [ofOutline, ofTexts] = [buffersOf(outline), buffersOf(texts)]
    // Two of ids, four codes, ends, stages and dates; two of texts and one of codes for each of nine, and four of numbers.
    expect([ofOutline.length, ofTexts.length]).toEqual([9, 31])
    expect(ofOutline.filter((buffer) => ofTexts.includes(buffer))).toEqual([])
    const moved = structuredClone(outline, { transfer: ofOutline })
    expect(openOutline(moved).initiatives).toHaveLength(3)
    expect(ofOutline.every(({ byteLength }) => byteLength === 0)).toBe(true)
  })

  it('say how large they are', () => {
    expect(bytesOf({ a: new Uint32Array(2), b: ['four', 1], c: null })).toBe(8 + 4 + 8 + 8)
  })
})

describe('what is kept and damaged', () => {
  it.each([
    ['nothing at all', () => undefined],
    ['something else', () => ({ form: 'dyad-outline-columns/9' })],
    ['half a text', () => packOutline(outlineOf(smallDataset())).slice(0, 400)],
    ['dates that end early', (own) => ({ ...own, dates: own.dates.subarray(0, 2) })],
    ['ids that end early', (own) => ({ ...own, ids: { ...own.ids, bytes: own.ids.bytes.subarray(0, 9) } })],
    ['an id too few', (own) => ({ ...own, ids: { ...own.ids, ends: own.ids.ends.subarray(0, 2) } })],
    ['a buffer of nothing', (own) => ({ ...own, ends: new Uint32Array(0) })],
    ['text in place of a buffer', (own) => ({ ...own, ends: 'ends' })],
    ['sides that are not there', (own) => withSides(own, { values: '[]' })],
    ['half the sides', (own) => withSides(own, { values: own.coded.sides.values.slice(0, 20) })],
    ['a side too few', (own) => withSides(own, { codes: own.coded.sides.codes.subarray(0, 2) })],
    ['a column too few', ({ coded: { kinds: _without, ...coded }, ...own }) => ({ ...own, coded })],
    ['a stage that there is not', (own) => ({ ...own, stages: own.stages.map(() => 200) })],
    ['ends that fall', (own) => ({ ...own, ends: Uint32Array.of(9, 1, own.dates.length) })],
  ] as [string, (own: ReturnType<typeof keptOutline>) => unknown][])('is told in a sentence: %s', (_name, damage) => {
    expect(() => openOutline(damage(kept().outline))).toThrow(new DamagedError(OUTLINE_DAMAGED))
  })

  it.each([
    ['nothing at all', () => undefined],
    ['the outline', () => kept().outline],
    ['half a text', () => packTexts(textsOf(smallDataset())).slice(0, 400)],
    ['titles that end early', (own) => ({ ...own, lines: { ...own.lines, titles: cutOff(own.lines.titles) } })],
    ['no notes', ({ lines: { notes: _without, ...lines }, ...own }) => ({ ...own, lines })],
    [
      'figures that end early',
      ({ numbers, ...own }) => ({ ...own, numbers: { ...numbers, figureValues: new Float64Array(0) } }),
    ],
    [
      'dates that end early',
      ({ numbers, ...own }) => ({ ...own, numbers: { ...numbers, figureDates: new Uint32Array(0) } }),
    ],
  ] as [string, (own: ReturnType<typeof keptTexts>) => unknown][])(
    'is told in a sentence, of the texts: %s',
    (_name, damage) => {
      expect(() => openTexts(damage(kept().texts))).toThrow(/damaged: the texts cannot be read\. Nothing was changed/)
    },
  )
})

function withSides(own: KeptOutline, sides: Partial<KeptOutline['coded']['sides']>) {
  return { ...own, coded: { ...own.coded, sides: { ...own.coded.sides, ...sides } } }
}

function cutOff<T extends { values: { bytes: Uint8Array } }>({ values, ...own }: T) {
  return { ...own, values: { ...values, bytes: values.bytes.subarray(0, values.bytes.length - 1) } }
}
