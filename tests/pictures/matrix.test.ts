import { describe, expect, it } from 'vitest'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import { MATRIX_SIDES, type Choices } from '../../src/state/choices.ts'
import { matrixOfSession } from '../../src/studio/tableSubjects.ts'
import { outside, overlaps, textBoxesIn } from './textBoxes.ts'
import { DARK, drawing, framed, LIGHT, sessionWith, SIZES } from './viewSamples.ts'
import { allIn, readXml, textOf } from '../../src/pictures/xmlReader.ts'

const asOf = '2015-12-31'

function drawn(choices: Partial<Choices>, width: number, height: number, style = USUAL_STYLE) {
  return drawing(matrixOfSession(sessionWith({ asOf, ...choices }), { ...LIGHT, style }), width, height)
}

/** What the cells say in words. */
function wordsOf(svg: string): string[] {
  const cells = allIn(readXml(svg)).find(({ attributes }) => attributes.id === 'cells')!
  return allIn(cells)
    .filter(({ name }) => name === 'title')
    .map(textOf)
}

describe('the places of letters', () => {
  it.each(SIZES.flatMap(([width, height]) => MATRIX_SIDES.map((side) => [side, width, height] as const)))(
    '%s at %i x %i: none outside, none over another, none cut',
    (matrixSide, width, height) => {
      for (const style of [USUAL_STYLE, { ...USUAL_STYLE, fontSize: 15 }]) {
        const { svg } = drawn({ matrixSide }, width, height, style)
        const boxes = textBoxesIn(svg, null)
        expect(boxes.length).toBeGreaterThan(10)
        expect(outside(boxes, width, height)).toEqual([])
        expect(overlaps(boxes)).toEqual([])
        expect(svg).not.toContain('…')
      }
    },
  )
})

describe('cells', () => {
  it('say what came of the ties with Mongolia by the end of 2015', () => {
    const words = wordsOf(drawn({}, 968, 560).svg)
    // CICA was delivering. The Tumen initiative of 1995 had stalled in 2009, the corridor of 2014 was only proposed.
    expect(words).toContain('Mongolia, diplomacy: 1 initiative, 1 of 1 output realised')
    expect(words).toContain('Mongolia, economy: 2 initiatives, 0 of 2 outputs realised')
    expect(words.filter((own) => own.startsWith('Mongolia'))).toHaveLength(2)
  })

  it('know nothing of what came later than the as-of date', () => {
    // The first initiative with Mongolia of all was begun in 1991: on the last day of 1990 there is none.
    expect(wordsOf(drawn({ asOf: '1990-12-31' }, 968, 560).svg).join()).not.toContain('Mongolia')
  })

  it('are none where nothing is selected', () => {
    const filters = { ...sessionWith({}).choices.getState().filters, type: [] }
    const { svg, notes } = drawn({ filters }, 968, 560)
    expect(wordsOf(svg)).toEqual([])
    expect(notes).toEqual([])
  })

  it('have no numbers without labels', () => {
    const { svg } = drawn({}, 968, 560, { ...USUAL_STYLE, hasLabels: false })
    const cells = allIn(readXml(svg)).find(({ attributes }) => attributes.id === 'cells')!
    const inSquares = allIn(cells).filter(({ name }) => name === 'text')
    // The ties without Russia have numbers only: they stand in two of the four columns.
    expect(inSquares).toHaveLength(2)
  })
})

describe('what has no room', () => {
  it('is summed in a row and a column, and said', () => {
    const { svg, notes } = drawn({ matrixSide: 'subtype' }, 308, 240)
    expect(notes).toContainEqual(expect.stringMatching(/^\d+ rows have no room at this size, and are summed in one\.$/))
    expect(notes).toContainEqual(
      expect.stringMatching(/^\d+ columns have no room at this size, and are summed in one\.$/),
    )
    const texts = textBoxesIn(svg, null).map(({ text }) => text)
    expect(texts).toContainEqual(expect.stringMatching(/^and \d+ more$/))
    expect(texts).toContain('Without Russia')
  })

  it('still adds up: every total under the columns is that of all rows', () => {
    const totals = (height: number) => {
      const boxes = textBoxesIn(drawn({}, 968, height).svg, 'totals')
      const foot = Math.max(...boxes.map(({ bottom }) => bottom))
      const last = boxes.filter(({ bottom }) => bottom > foot - 4)
      return last.map(({ text }) => text).filter((text) => !text.includes('/'))
    }
    expect(totals(250)).toEqual(totals(900))
  })
})

describe('pictures', () => {
  it('stand in one column of a journal, dark', async () => {
    const session = sessionWith({ asOf, matrixSort: 'share' })
    const subject = matrixOfSession(session, { ...DARK, style: USUAL_STYLE })
    await expect(framed(session, subject, 336, 416).svg).toMatchFileSnapshot('golden/matrix-column-dark.svg')
  })

  it('stand on a slide, by subtypes of energy', async () => {
    const session = sessionWith({ asOf, matrixSide: 'subtype' })
    const { filters } = session.choices.getState()
    session.choices.setState({
      filters: { ...filters, type: ['energy'], partner: ['CHN', 'IND', 'JPN', 'VNM', 'KOR'] },
    })
    const subject = matrixOfSession(session, { ...LIGHT, style: USUAL_STYLE })
    const { svg } = framed(session, subject, 1280, 720)
    await expect(svg).toMatchFileSnapshot('golden/matrix-slide-light.svg')
    // No conflict is among them, so the legend has no word of it; of other types it tells nothing either.
    const legend = allIn(readXml(svg)).find(({ attributes }) => attributes.id === 'legend')!
    expect(textOf(legend)).not.toContain('Conflict')
    expect(textOf(legend)).not.toContain('Diplomacy')
  })
})
