import { describe, expect, it } from 'vitest'
import { roundTicks } from '../../src/pictures/chartArt.ts'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import { OUTCOME_FILLS, STEP_FILLS } from '../../src/scene/fills.ts'
import type { Choices } from '../../src/state/choices.ts'
import { coursesOfSession, seriesOfSession } from '../../src/studio/tableSubjects.ts'
import { readFileSync } from 'node:fs'
import { outside, overlaps, textBoxesIn } from './textBoxes.ts'
import { DARK, drawing, framed, LIGHT, sessionWith, SIZES } from './viewSamples.ts'
import { allIn, readXml, textOf, type XmlElement } from '../../src/pictures/xmlReader.ts'

function withTypes(type: string[] | null, choices: Partial<Choices> = {}) {
  const session = sessionWith(choices)
  const { filters } = session.choices.getState()
  session.choices.setState({ filters: { ...filters, type } })
  return session
}

function series(type: string[] | null, choices: Partial<Choices>, width: number, height: number, style = USUAL_STYLE) {
  return drawing(seriesOfSession(withTypes(type, choices), { ...LIGHT, style }), width, height)
}

const withIndia: Partial<Choices> = { inspected: { kind: 'dyad', id: 'RUS-IND' } }

/** The charts of a picture: each a group with its words as title. */
function chartsIn(svg: string): XmlElement[] {
  return readXml(svg).children.filter((child) => typeof child !== 'string')
}

describe('round ticks', () => {
  it('are few multiples of 1, 2 or 5 times a power of ten', () => {
    expect(roundTicks(3830.2, 5)).toEqual([0, 1000, 2000, 3000])
    expect(roundTicks(100, 3)).toEqual([0, 50, 100])
    expect(roundTicks(0.034, 5)).toEqual([0, 0.01, 0.02, 0.03])
    expect(roundTicks(1, 5)).toEqual([0, 0.5, 1])
    expect(roundTicks(0, 5)).toEqual([0])
  })
})

describe('the places of letters', () => {
  it.each(SIZES)('of series at %i x %i: none outside, none over another', (width, height) => {
    for (const style of [USUAL_STYLE, { ...USUAL_STYLE, fontSize: 15 }]) {
      for (const [types, choices] of [
        [null, {}],
        [null, withIndia],
        [['arms'], withIndia],
      ] as const) {
        const { svg } = series(types && [...types], choices, width, height, style)
        const boxes = textBoxesIn(svg, null)
        expect(boxes.length).toBeGreaterThan(5)
        expect(outside(boxes, width, height)).toEqual([])
        expect(overlaps(boxes)).toEqual([])
      }
    }
  })

  it.each(SIZES)('of the course at %i x %i: none outside, none over another', (width, height) => {
    const subject = coursesOfSession(sessionWith({}), { ...LIGHT, style: USUAL_STYLE })
    const boxes = textBoxesIn(drawing(subject, width, height).svg, null)
    expect(outside(boxes, width, height)).toEqual([])
    expect(overlaps(boxes)).toEqual([])
  })
})

describe('series', () => {
  it('are those of the dyad that is looked at, up to the as-of date', () => {
    const { svg } = series(['arms'], { ...withIndia, asOf: '2015-12-31' }, 900, 500)
    const [deliveries, shares] = chartsIn(svg)
    // SIPRI has 1,796.7 for 2015; of the windows of five years in the records that of 2010 to 2014 is the last that had ended.
    expect(textOf(deliveries!)).toContain('1,797 TIV m in 2015.')
    expect(textOf(shares!)).toContain('in 2010 to 2014')
    expect(svg).not.toContain('2016')
  })

  it('break where a year is missing and where the basis changes', () => {
    const trade = chartsIn(series(['economy'], withIndia, 900, 900).svg)[0]!
    // Turnover with India is on the partner's basis to 2020, on Russia's in 2021, on an unstated one in 2022, and on the
    // partner's again from 2023: two lines, and two values that stand alone.
    const turnover = trade.children.filter((child) => typeof child !== 'string' && child.name === 'g')[0] as XmlElement
    const runs = allIn(turnover).filter(({ attributes }) => attributes.fill === 'none' && attributes['stroke-linejoin'])
    expect(runs).toHaveLength(2)
    expect(runs[1]!.attributes.d!.split('L')).toHaveLength(2)
  })

  it('name who published them', () => {
    expect(textOf(chartsIn(series(['arms'], withIndia, 900, 500).svg)[0]!)).toContain('Source: SIPRI')
  })

  it('have initiatives under them where there are few charts', () => {
    const { svg, notes } = series(['arms'], withIndia, 746, 860)
    // The newest tie of arms with India is the logistics agreement of 2019, signed and in force in 2025.
    expect(svg).toContain('Reciprocal logistics agreement (RELOS)')
    expect(notes).toContainEqual(expect.stringMatching(/^\d+ initiatives have no room under the charts\.$/))
    expect(series(null, withIndia, 746, 860).svg).not.toContain('RELOS')
  })

  it('say so where none was known', () => {
    const { svg, notes } = series(null, { asOf: '1980-12-31' }, 900, 500)
    expect(chartsIn(svg)).toEqual([])
    expect(notes).toEqual([])
  })
})

describe('the course of outcomes', () => {
  it('ends with what stands on the as-of date', () => {
    // With Mongolia alone at the end of 2015: CICA realised, the corridor pending, the Tumen initiative ended.
    const session = sessionWith({ asOf: '2015-12-31' })
    const { filters } = session.choices.getState()
    session.choices.setState({ filters: { ...filters, partner: ['MNG'], subtype: null, type: null } })
    const subject = coursesOfSession(session, { ...LIGHT, style: USUAL_STYLE })
    expect(subject.words).toMatch(/^initiatives over time, at last \d+ realised, \d+ pending, \d+ ended, \d+ failed$/)
    const texts = textBoxesIn(drawing(subject, 900, 500).svg, null).map(({ text }) => text)
    expect(texts).not.toContain('2016')
  })

  it('is empty where nothing is selected', () => {
    const subject = coursesOfSession(withTypes([]), { ...LIGHT, style: USUAL_STYLE })
    expect(subject.words).toBe('no initiatives over time')
    expect(textBoxesIn(drawing(subject, 900, 500).svg, null)).toEqual([])
  })
})

describe('pictures', () => {
  it('of arms with India stand in one column of a journal', async () => {
    const session = withTypes(['arms'], withIndia)
    const subject = seriesOfSession(session, { ...LIGHT, style: USUAL_STYLE })
    await expect(framed(session, subject, 336, 416).svg).toMatchFileSnapshot('golden/series-column-light.svg')
  })

  it('of trade with India stand on a dark slide', async () => {
    const session = withTypes(['economy'], withIndia)
    const subject = seriesOfSession(session, { ...DARK, style: USUAL_STYLE })
    await expect(framed(session, subject, 1280, 720).svg).toMatchFileSnapshot('golden/series-slide-dark.svg')
  })

  it('of the course stand on a slide', async () => {
    const session = sessionWith({ since: '2015-12-31' })
    const subject = coursesOfSession(session, { ...LIGHT, style: USUAL_STYLE })
    await expect(framed(session, subject, 1280, 720).svg).toMatchFileSnapshot('golden/course-slide-light.svg')
  })
})

describe('fills', () => {
  const css = (file: string) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')
  const values = (text: string, name: string) =>
    [...text.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, colour]) => colour)

  it('are the colours of the page, light and dark', () => {
    const [theme, matrix] = [css('app/theme.css'), css('panels/matrix/matrix.css')]
    for (const outcome of ['realised', 'pending', 'ended', 'failed'] as const) {
      expect(values(theme, outcome)).toEqual([OUTCOME_FILLS.light[outcome], OUTCOME_FILLS.dark[outcome]])
    }
    for (const step of [0, 1, 2, 3, 4]) {
      expect(values(matrix, `step-${step}`)).toEqual([STEP_FILLS.light[step]!.fill, STEP_FILLS.dark[step]!.fill])
      expect(values(matrix, `edge-${step}`)).toEqual([STEP_FILLS.light[step]!.edge, STEP_FILLS.dark[step]!.edge])
    }
  })
})
