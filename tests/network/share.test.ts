import { describe, expect, it } from 'vitest'
import { shareInWords, shareOf } from '../../src/network/share.ts'

describe('shareOf', () => {
  it('gives the Wilson interval', () => {
    // By hand for 2 of 3, z = 1.96: (2/3 + 3.8415/6 -/+ 1.96 sqrt((2/9)/3 + 3.8415/36)) / (1 + 3.8415/3)
    // = (1.3069 -/+ 0.8330) / 2.2805 = 0.2077 and 0.9385.
    const { share, low, high } = shareOf(2, 3)!
    expect(share).toBeCloseTo(2 / 3, 10)
    expect(low).toBeCloseTo(0.2077, 3)
    expect(high).toBeCloseTo(0.9385, 3)
  })

  it('stays within none and all', () => {
    // 0 of 10: 0 and 3.8415 / 13.8415 = 0.2775.
    expect(shareOf(0, 10)!.low).toBe(0)
    expect(shareOf(0, 10)!.high).toBeCloseTo(0.2775, 3)
    expect(shareOf(10, 10)!.high).toBe(1)
    expect(shareOf(10, 10)!.low).toBeCloseTo(0.7225, 3)
    expect(shareOf(0, 0)).toBeNull()
  })
})

describe('shareInWords', () => {
  it('is a count below five', () => {
    expect(shareInWords(2, 3)).toBe('2 of 3')
    expect(shareInWords(0, 0)).toBe('0 of 0')
    expect(shareInWords(4, 4)).toBe('4 of 4')
  })

  it('names what it rests on and how far it can be off', () => {
    // 3 of 5, by hand: (0.6 + 0.38415 -/+ 1.96 sqrt(0.048 + 0.038415)) / 1.7683 = (0.98415 -/+ 0.57616) / 1.7683.
    expect(shareInWords(3, 5)).toBe('60 % of 5 (23 to 88 %)')
    // Neither none nor all, however rounded.
    expect(shareInWords(1, 1000)).toContain('1 % of 1000')
    expect(shareInWords(999, 1000)).toContain('99 % of 1000')
  })
})
