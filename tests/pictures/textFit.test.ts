import { describe, expect, it } from 'vitest'
import { textWidth, wrapped } from '../../src/pictures/textFit.ts'

const style = { width: 100, fontSize: 10, maxLines: 9 }

describe('textWidth', () => {
  it('grows with the text, its size and weight', () => {
    expect(textWidth('', 10)).toBe(0)
    expect(textWidth('WW', 10)).toBeGreaterThan(textWidth('ii', 10))
    expect(textWidth('Russia', 20)).toBeCloseTo(2 * textWidth('Russia', 10))
    expect(textWidth('Russia', 10, true)).toBeGreaterThan(textWidth('Russia', 10))
  })

  it('counts Chinese, Japanese and Korean characters full width, marks not at all', () => {
    expect(textWidth('中国', 10)).toBe(textWidth('조선', 10))
    expect(textWidth('中', 10)).toBeGreaterThan(1.5 * textWidth('n', 10))
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10))
  })
})

describe('wrapped', () => {
  it('breaks at spaces and loses nothing', () => {
    const text = 'Arms and energy, 2000-2015, realised: 41 of 312 initiatives'
    const lines = wrapped(text, style)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe(text)
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(100)
  })

  it('breaks an address that fits no line inside', () => {
    const address = 'https://example.org/a-very-long-path/without/any/space/in/it'
    const lines = wrapped(address, style)
    expect(lines.join('')).toBe(address)
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(100)
  })

  it('breaks Chinese between any two characters, but not before a full stop', () => {
    const lines = wrapped('中俄东线天然气管道。中俄东线天然气管道。', { ...style, width: 98 })
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).not.toMatch(/^。/)
  })

  it('ends in an ellipsis where there are too many lines', () => {
    const [first, last, ...others] = wrapped('one two three four five six seven eight nine ten', {
      ...style,
      width: 60,
      maxLines: 2,
    })
    expect(first).toBe('one two')
    expect(last).toMatch(/^three.*…$/)
    expect(others).toEqual([])
    expect(textWidth(last!, 10)).toBeLessThanOrEqual(60)
  })

  it('has no line for no text', () => {
    expect(wrapped(' \n ', style)).toEqual([])
  })
})
