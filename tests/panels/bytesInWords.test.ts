import { describe, expect, it } from 'vitest'
import { bytesInWords } from '../../src/panels/studio/bytesInWords.ts'

describe('the size of a file in words', () => {
  it.each([
    [0, '1 kB'],
    [640_400, '640 kB'],
    [994_999, '995 kB'],
    [995_000, '1.0 MB'],
    [1_940_000, '1.9 MB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words)
  })
})
