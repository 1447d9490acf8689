import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinesWriter } from '../../src/model/lines.ts'

describe('lines in bytes', () => {
  it('keep each text once, in the order in which they came', () => {
    const writer = new LinesWriter()
    const texts = ['Treaty', '', 'Договор', 'Treaty', '条约', '', 'Treaty of 1950']
    expect(texts.map((text) => writer.put(text))).toEqual([0, 1, 2, 0, 3, 1, 4])
    const lines = writer.done()
    expect([...lines]).toEqual(['Treaty', '', 'Договор', '条约', 'Treaty of 1950'])
    // 6 letters; seven of two bytes; two signs of three bytes; 14 letters.
    expect([...lines.packed.ends]).toEqual([6, 6, 20, 26, 40])
    expect(lines.packed.bytes).toHaveLength(40)
    expect([lines.at(2), lines.at(5), lines.at(-1)]).toEqual(['Договор', undefined, undefined])
    expect([lines.indexOf('Treaty'), lines.indexOf('条约'), lines.indexOf('Treat')]).toEqual([0, 3, -1])
  })

  it('keep a text again where it is appended, as an id of its own', () => {
    const writer = new LinesWriter()
    for (const text of ['a', 'a', 'b']) writer.append(text)
    expect([...writer.done()]).toEqual(['a', 'a', 'b'])
  })

  it('find any text among thousands', () => {
    const writer = new LinesWriter()
    const texts = Array.from({ length: 5000 }, (_, i) => `initiative-${i * 7}`)
    for (const text of texts) writer.put(text)
    expect(texts.map((text) => writer.put(text))).toEqual(texts.map((_, i) => i))
    expect([...writer.done()]).toEqual(texts)
  })

  it('give back whatever is put in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const writer = new LinesWriter()
        const codes = texts.map((text) => writer.put(text))
        const lines = writer.done()
        expect(codes.map((code) => lines.at(code))).toEqual(texts)
        expect(lines.length).toBe(new Set(texts).size)
      }),
    )
  })
})
