import { describe, expect, it } from 'vitest'
import { cosineDistance, orderBySimilarity } from '../../src/network/seriation.ts'

describe('cosineDistance', () => {
  it('heeds proportions and not sizes', () => {
    expect(cosineDistance([1, 0], [2, 0])).toBe(0)
    expect(cosineDistance([1, 0], [0, 5])).toBe(1)
    // 45 degrees: 1 - 1/√2.
    expect(cosineDistance([1, 0], [3, 3])).toBeCloseTo(0.292893, 6)
  })

  it('is 1 from a row that has nothing', () => {
    expect(cosineDistance([0, 0], [1, 1])).toBe(1)
    expect(cosineDistance([0, 0], [0, 0])).toBe(1)
  })
})

describe('orderBySimilarity', () => {
  it('puts like rows beside each other', () => {
    // 0 and 2 are the same; 3 lies half-way between them and 1: 0.293 from each, so that it joins the first two, at the
    // side where it stands; 1 then touches 3 (0.293) and not 0 (1).
    const profiles = [
      [1, 0],
      [0, 1],
      [2, 0],
      [1, 1],
    ]
    expect(orderBySimilarity(profiles)).toEqual([0, 2, 3, 1])
  })

  it('turns a group so that the nearest ends touch', () => {
    // 1 and 2 (cosine 0.8, distance 0.2) merge first; 0 is 1 from 1 and 0.4 from 2 (cosine 0.6), so that 2 is turned to it.
    const profiles = [
      [0, 5],
      [5, 0],
      [4, 3],
    ]
    expect(orderBySimilarity(profiles)).toEqual([0, 2, 1])
  })

  it('keeps rows that are all alike as they are', () => {
    expect(orderBySimilarity([[1], [2], [3], [4]])).toEqual([0, 1, 2, 3])
  })

  it('leaves nothing and one as they are', () => {
    expect(orderBySimilarity([])).toEqual([])
    expect(orderBySimilarity([[1, 2]])).toEqual([0])
  })
})
