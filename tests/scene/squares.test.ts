import { describe, expect, it } from 'vitest'
import { scaleValues, shareStep, squareSide, stepInWords } from '../../src/scene/squares.ts'

describe('a square', () => {
  it('has an area in proportion to its value', () => {
    expect(squareSide(24, 24, 26)).toBe(26)
    // A quarter of the value, half the side.
    expect(squareSide(6, 24, 26)).toBe(13)
  })

  it('can be seen however small, and is not there for nothing', () => {
    expect(squareSide(1, 10_000, 26)).toBe(5)
    expect(squareSide(0, 24, 26)).toBe(0)
  })

  it('is never larger than its place', () => {
    expect(squareSide(30, 24, 26)).toBe(26)
  })
})

describe('the steps of its colour', () => {
  it('are fifths, the last with all', () => {
    expect([0, 1, 2, 3, 4, 5].map((realised) => shareStep(realised, 5))).toEqual([0, 1, 2, 3, 4, 4])
    expect(shareStep(19, 100)).toBe(0)
    expect(shareStep(1, 1)).toBe(4)
  })

  it('are named in per cent', () => {
    expect([0, 4].map(stepInWords)).toEqual(['0–19 %', '80–100 %'])
  })
})

describe('the values that a scale is shown by', () => {
  it('are round', () => {
    expect(scaleValues(24, true)).toEqual([1, 4, 20])
    expect(scaleValues(81, true)).toEqual([3, 10, 50])
    expect(scaleValues(244.8, false)).toEqual([10, 40, 200])
  })

  it('are whole where what is counted is whole, each once', () => {
    expect(scaleValues(1, true)).toEqual([1])
    expect(scaleValues(3, true)).toEqual([1, 2])
    expect(scaleValues(0.7, false)).toEqual([0.025, 0.1, 0.5])
  })
})
