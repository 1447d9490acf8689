import { beforeAll, describe, expect, it } from 'vitest'
import { packOutline, packTexts, unpackOutline, unpackTexts } from '../../src/formats/compact.ts'
import { readDataFolderFromDisk } from '../../src/formats/dataFolderFromDisk.ts'
import { dayNumber } from '../../src/model/dates.ts'
import { outlineOf, textsOf, type Outline, type Texts } from '../../src/model/outline.ts'
import type { Observation, Series } from '../../src/model/schema.ts'

const EMPTY_OUTLINE: Outline = {
  title: 'Empty',
  description: 'Nothing in it.',
  version: '1',
  asOf: '2020-12-31',
  focus: 'RUS',
  licence: 'MIT',
  citation: 'none',
  markedDates: [],
  actors: [],
  relationTypes: [],
  initiatives: [],
}

const EMPTY_TEXTS: Texts = { initiatives: [], sources: {}, series: [], memberships: [], contextActors: [], views: [] }

/** A half with its initiatives one by one. */
const spread = <T extends Outline | Texts>(half: T) => ({ ...half, initiatives: [...half.initiatives] })

describe('the compact form', { timeout: 60_000 }, () => {
  let outline: Outline
  let texts: Texts

  beforeAll(() => {
    const dataset = readDataFolderFromDisk('data').dataset!
    outline = outlineOf(dataset)
    texts = textsOf(dataset)
  }, 60_000)

  it('gives the outline back as it was', () => {
    expect(spread(unpackOutline(packOutline(outline)))).toStrictEqual(spread(outline))
  })

  it('gives the texts back as they were', () => {
    expect(spread(unpackTexts(packTexts(texts)))).toStrictEqual(spread(texts))
  })

  it('is much smaller than plain JSON', () => {
    expect(packOutline(outline).length).toBeLessThan(JSON.stringify(spread(outline)).length / 4)
    expect(packTexts(texts).length).toBeLessThan(JSON.stringify(texts).length * 0.55)
  })

  it('gives nothing back for nothing', () => {
    expect(spread(unpackOutline(packOutline(EMPTY_OUTLINE)))).toStrictEqual(EMPTY_OUTLINE)
    expect(spread(unpackTexts(packTexts(EMPTY_TEXTS)))).toStrictEqual(EMPTY_TEXTS)
  })

  it('keeps dates of every precision, and far apart', () => {
    const [initiative] = outline.initiatives
    const milestones = [
      { date: '1900', day: dayNumber(1900, 12, 31), stage: 'signed' as const },
      { date: '1964-02', day: dayNumber(1964, 2, 29), stage: 'delivering' as const },
      { date: '2064-02-29', day: dayNumber(2064, 2, 29), stage: 'completed' as const },
    ]
    const single = { ...EMPTY_OUTLINE, initiatives: [{ ...initiative!, milestones }] }
    expect(spread(unpackOutline(packOutline(single)))).toStrictEqual(single)
  })

  it('keeps what a row may lack', () => {
    const row: Omit<Observation, 'year'> = { from: 'RUS', to: 'CHN', value: 1.25, unit: '%', sources: ['one'] }
    const series: Series = {
      id: 's',
      title: 'S',
      measure: 'M',
      directed: true,
      absence: 'zero',
      method: 'N',
      codes: { OTHER: 'Others' },
      observations: [
        { ...row, year: 1900 },
        { ...row, year: 2025, untilYear: 2025, facets: { flow: 'exports' } },
        { ...row, year: 1992, untilYear: 2025, note: '' },
        { ...row, year: 1993, facets: { basis: 'russia' }, note: 'a note', sources: ['one', 'two'] },
      ],
    }
    const source = { title: 'T', publisher: 'P', url: 'https://example.org', kind: 'news' as const, language: 'en' }
    const some: Texts = {
      ...EMPTY_TEXTS,
      series: [series],
      sources: { one: { ...source, id: 'one' }, two: { ...source, id: 'two', date: '2001' } },
      memberships: [
        { organisation: 'SCO', member: 'RUS', role: 'member', sources: ['two'] },
        { organisation: 'SCO', member: 'CHN', role: 'member', to: '2001-06', sources: ['two', 'one'] },
      ],
    }
    expect(spread(unpackTexts(packTexts(some)))).toStrictEqual(some)
  })

  it('says who speaks when the text is something else', () => {
    expect(() => unpackOutline('<!doctype html>')).toThrow(new Error('compact: this is no Dyad outline (not JSON)'))
    expect(() => unpackOutline('null')).toThrow(/^compact: this is no Dyad outline \(format undefined/)
    expect(() => unpackOutline(packTexts(EMPTY_TEXTS))).toThrow(
      new Error('compact: this is no Dyad outline (format "dyad-texts/1", wanted "dyad-outline/1")'),
    )
    expect(() => unpackTexts('{}')).toThrow(/^compact: this is no Dyad texts/)
  })

  it('says who speaks when it cannot pack', () => {
    const figure = { kind: 'k', value: 1, unit: 'km' as const, sources: ['absent'] }
    const initiative = { title: 'T', summary: 'S', parties: [], tags: [], milestones: [], magnitudes: [figure] }
    expect(() => packTexts({ ...EMPTY_TEXTS, initiatives: [initiative] })).toThrow(
      new RangeError('compact: the source "absent" is cited but not there; add it first'),
    )
    const membership = { organisation: 'SCO', member: 'RUS', role: 'member' as const, from: 'June 2001', sources: [] }
    expect(() => packTexts({ ...EMPTY_TEXTS, memberships: [membership] })).toThrow(
      new RangeError('compact: "June 2001" is no date; write YYYY, YYYY-MM or YYYY-MM-DD'),
    )
  })
})
