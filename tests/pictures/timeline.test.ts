import { describe, expect, it } from 'vitest'
import { compareWith } from '../../src/network/changes.ts'
import type { Filters } from '../../src/network/filters.ts'
import { select } from '../../src/network/select.ts'
import { USUAL_STYLE, type PictureStyle } from '../../src/pictures/subject.ts'
import { timelineSubject } from '../../src/pictures/timelineArt.ts'
import type { TimelineInput } from '../../src/pictures/timelineInput.ts'
import { PALETTES } from '../../src/scene/palette.ts'
import { columns, dayOf, filtersWith, linksAt, outline, texts } from '../bundled.ts'
import { outside, overlaps, textBoxesIn } from './textBoxes.ts'
import { allIn, readXml, textOf } from '../../src/pictures/xmlReader.ts'
import { inFrame } from './viewSamples.ts'

function selectionOf(filters: Partial<Filters>, asOf: string) {
  return select(columns, filtersWith(filters), dayOf(asOf), null)
}

function inputWith(filters: Partial<Filters>, asOf = outline.asOf, own: Partial<TimelineInput> = {}): TimelineInput {
  return {
    columns,
    selection: selectionOf(filters, asOf),
    links: linksAt(filters, asOf),
    comparison: null,
    texts,
    focus: outline.focus,
    grouping: 'partner',
    span: null,
    scheme: 'light',
    palette: PALETTES.light,
    ...own,
  }
}

function picture(input: TimelineInput, width: number, height: number, style: PictureStyle = USUAL_STYLE) {
  return inFrame(timelineSubject(input, style), {
    title: 'What was promised',
    subtitle: 'Some of 380 initiatives',
    asOf: '18 June 2026',
    sourceLine: 'Source: Dyad',
    width,
    height,
    style,
  })
}

const groupIn = (svg: string, id: string) => allIn(readXml(svg)).find(({ attributes }) => attributes.id === id)
const wordsIn = (svg: string, id: string) => textOf(groupIn(svg, id)!).replace(/\s+/g, ' ')
const textsIn = (svg: string) => textBoxesIn(svg, 'timeline').map(({ text }) => text)
const philippines: Partial<Filters> = { partner: ['PHL'] }

describe('the timeline in a picture', () => {
  it('is drawn as it was, with its strips', async () => {
    const { svg, notes } = picture(inputWith({ partner: ['PHL', 'IDN'] }), 1000, 700)
    expect(notes).toEqual([])
    expect(svg.length).toBeLessThan(150_000)
    await expect(svg).toMatchFileSnapshot('golden/timeline-strips.svg')
  })

  it('is drawn as it was, with groups alone', async () => {
    const { svg } = picture(
      inputWith({ type: ['arms'] }, '2015-12-31', { scheme: 'dark', palette: PALETTES.dark }),
      700,
      500,
    )
    await expect(svg).toMatchFileSnapshot('golden/timeline-groups-dark.svg')
  })

  it.each([
    [1280, 720],
    [794, 1123],
    [336, 416],
  ])('has no text over another nor out of the picture at %i x %i', (width, height) => {
    for (const filters of [{}, philippines, { partner: ['VNM'] }, { type: ['energy'] }] as Partial<Filters>[]) {
      for (const grouping of ['partner', 'type'] as const) {
        const input = inputWith(filters, outline.asOf, { grouping })
        const boxes = textBoxesIn(picture(input, width, height).svg, 'timeline')
        expect(boxes.length).toBeGreaterThan(4)
        expect(overlaps(boxes)).toEqual([])
        expect(outside(boxes, width, height)).toEqual([])
      }
    }
  })

  it('keeps its letters readable', () => {
    for (const [width, height] of [
      [1280, 720],
      [336, 416],
    ] as const) {
      const { svg } = picture(inputWith({ partner: ['VNM'] }), width, height)
      const sizes = allIn(groupIn(svg, 'timeline')!).flatMap(({ attributes }) => attributes['font-size'] ?? [])
      expect(Math.min(...sizes.map(Number))).toBeGreaterThanOrEqual(0.85 * USUAL_STYLE.fontSize)
    }
  })

  it('puts a milestone where its day lies', () => {
    // The space is so wide that 2017 and 2018, 730 days, have 730 pixels: titles take up 40 letters of 11 pixels, and
    // the margins beside them 1.3 and 1.4 letters.
    const input = inputWith(philippines, outline.asOf, { span: [2017, 2018] })
    const space = { width: 730 + 11 * (40 + 1.3 + 1.4), height: 500 }
    const svg = timelineSubject(input, USUAL_STYLE).layOut(space).draw(0, 0)
    const strip = allIn(readXml(svg)).find(
      (element) => element.name === 'g' && textOf(element).trim().startsWith('RPG-7B grenade launchers'),
    )!
    const plot = allIn(strip).find(({ attributes }) => attributes.transform)!
    expect(plot.attributes.transform).toBe('translate(454.3 0)')
    const [circle] = allIn(plot).filter(({ name }) => name === 'circle')
    // Signed on 24 October 2017: 296 days after New Year, 31+28+31+30+31+30+31+31+30+23.
    expect(Number(circle!.attributes.cx)).toBe(296)
    // Stalled on 19 July 2018, 365 + 31+28+31+30+31+30+18 = 564 days after it: the cross reaches around that place, and
    // the stretch of what had been promised ends there.
    const [promised] = allIn(plot).filter(({ name }) => name === 'path')
    expect(promised!.attributes.d).toMatch(/^M296 \S+h268$/)
  })

  it('shows the years in sight alone', () => {
    const { svg } = picture(inputWith({ partner: ['VNM'] }, outline.asOf, { span: [2010, 2019] }), 1280, 900)
    expect(textsIn(svg)).toContain('2010')
    expect(textsIn(svg)).not.toContain('2020')
    // The as-of date lies after them: an arrow shows the way.
    expect(textsIn(svg)).toContain('18 June 2026 ›')
  })

  it('shows nothing later than the as-of date', () => {
    // Of the four with the Philippines three begin in 2017; the helicopters are signed in November 2021.
    const { svg } = picture(inputWith(philippines, '2019-12-31'), 1000, 700)
    expect(wordsIn(svg, 'rows')).toContain('Rosatom nuclear cooperation')
    expect(wordsIn(svg, 'rows')).not.toContain('Mi-17')
    expect(textsIn(svg)).toContain('3')
  })

  it('keeps the places of what begins later, without naming it', () => {
    const kept = { selection: selectionOf(philippines, outline.asOf), links: linksAt(philippines, outline.asOf) }
    const places = (svg: string) =>
      new Map(textBoxesIn(svg, 'rows').map(({ text, top }) => [text, Math.round(top * 100) / 100]))
    const space = { width: 900, height: 500 }
    const at = (asOf: string) => {
      const { draw } = timelineSubject(inputWith(philippines, asOf, { kept }), USUAL_STYLE).layOut(space)
      return places(draw(0, 0))
    }
    const [early, late] = [at('2017-12-31'), at(outline.asOf)]
    const title = 'Rosatom nuclear cooperation with the Philippines'
    expect(early.get(title)).toBe(late.get(title))
    expect([...early.keys()].some((text) => text.includes('Mi-17'))).toBe(false)
    expect([...late.keys()].some((text) => text.includes('Mi-17'))).toBe(true)
  })

  it('counts at its foot only what has begun', () => {
    const kept = { selection: selectionOf({}, outline.asOf), links: linksAt({}, outline.asOf) }
    const { draw } = timelineSubject(inputWith({}, '1982-12-31', { kept }), USUAL_STYLE).layOut({
      width: 800,
      height: 300,
    })
    // All that had begun by 1982 is an oil venture with Vietnam, which has a row of its own.
    expect(textBoxesIn(draw(0, 0), 'timeline').some(({ text }) => text.startsWith('and '))).toBe(false)
  })

  it('has groups alone where titles have no room, and the largest of them where not all have', () => {
    const { svg, notes } = picture(inputWith({}), 336, 500)
    expect(notes[0]).toBe('The 380 titles have no room at this size: each group has one row.')
    expect(notes[1]).toMatch(/^\d+ groups have no row of their own at this size\.$/)
    expect(textsIn(svg)).toContain('China')
    expect(textsIn(svg).some((text) => /^and \d+ more groups: \d+ initiatives$/.test(text))).toBe(true)
  })

  it('says in its legend only what is drawn', () => {
    const strips = wordsIn(picture(inputWith(philippines), 1000, 700).svg, 'legend')
    // An economy initiative with the Philippines is not in the dataset, and none of the four ended.
    for (const words of ['Arms (3)', 'Energy (1)', 'Pending:', 'Failed:', 'Promised', 'Delivered', 'Stopped'])
      expect(strips).toContain(words)
    for (const words of ['Economy', 'Ended:', 'Newly', 'Height of an area']) expect(strips).not.toContain(words)
    const groups = wordsIn(picture(inputWith({}), 1280, 720).svg, 'legend')
    expect(groups).toContain('Area: what it had come to')
    expect(groups).toContain('Height of an area')
    for (const words of ['Arms (', 'Promised']) expect(groups).not.toContain(words)
  })

  it('says what changed between two dates', () => {
    const selection = selectionOf(philippines, outline.asOf)
    const comparison = compareWith(columns, selection, dayOf('2020-12-31'))
    const { svg } = picture(inputWith(philippines, outline.asOf, { comparison }), 1000, 700)
    expect(textsIn(svg)).toContain('since 31 December 2020')
    // The helicopters were signed in 2021 and cancelled in 2022: all of it is new.
    expect(textsIn(svg).find((text) => text.includes('Mi-17'))).toMatch(/^[+✕] /)
  })

  it('names nothing but groups where no labels are wanted', () => {
    const { svg } = picture(inputWith(philippines), 1000, 700, { ...USUAL_STYLE, hasLabels: false })
    expect(textsIn(svg)).toContain('Philippines')
    expect(textsIn(svg).some((text) => text.includes('Rosatom'))).toBe(false)
  })

  it('has an axis and no rows where nothing passes the filters', () => {
    const { svg } = picture(inputWith({ type: [] }), 1000, 700)
    expect(textBoxesIn(svg, 'rows')).toEqual([])
    expect(textsIn(svg)).toContain('18 June 2026')
  })

  it('begins with the first day of the dataset', () => {
    const first = [...outline.initiatives]
      .flatMap(({ milestones }) => milestones.map(({ date }) => date))
      .toSorted()[0]!
    const { svg } = picture(inputWith({}, `${first.slice(0, 4)}-12-31`), 1000, 700)
    expect(overlaps(textBoxesIn(svg, 'timeline'))).toEqual([])
  })
})
