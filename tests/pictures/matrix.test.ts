import { describe, expect, it } from 'vitest'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import { MATRIX_SIDES, MATRIX_SORTS } from '../../src/state/choices.ts'
import { matrixOfSession } from '../../src/studio/viewSubjects.ts'
import { outside, overlaps, textBoxes } from './textBoxes.ts'
import { DARK, drawing, framed, LIGHT, sessionWith, SIZES } from './viewSamples.ts'

const asOf = '2015-12-31'

describe('the places of letters', () => {
  it.each(SIZES.flatMap(([width, height]) => MATRIX_SIDES.map((side) => [side, width, height] as const)))(
    '%s at %i x %i: none outside, none over another',
    (matrixSide, width, height) => {
      for (const style of [USUAL_STYLE, { ...USUAL_STYLE, fontSize: 15 }]) {
        const { svg } = drawing(matrixOfSession(sessionWith({ matrixSide, asOf }), LIGHT, style), width, height)
        const boxes = textBoxes(svg)
        expect(boxes.length).toBeGreaterThan(10)
        expect(outside(boxes, { width, height })).toEqual([])
        expect(overlaps(boxes)).toEqual([])
        expect(svg).not.toContain('…')
      }
    },
  )
})
