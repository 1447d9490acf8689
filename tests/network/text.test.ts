import { describe, expect, it } from 'vitest'
import { fold, foldedTexts, matchText } from '../../src/network/text.ts'
import { outline, texts } from '../bundled.ts'

describe('fold', () => {
  it('leaves out case and marks over letters', () => {
    expect(fold('Việt Nam, Đà Nẵng')).toBe('viet nam, da nang')
    expect(fold('Ёлка')).toBe('елка')
  })
})

describe('matchText', () => {
  const folded = foldedTexts(texts)
  const found = (query: string) =>
    [...outline.initiatives].filter((_, i) => matchText(folded, query)?.[i] === 1).map(({ id }) => id)

  it('finds what all words occur in, in any order', () => {
    expect(found('malaysia fighters su-30mkm')).toEqual(['rus-mys-su30mkm'])
    // The cosmonaut's flight was an offset of the fighters, and its summary says so.
    expect(found('SU-30MKM Malaysia').toSorted()).toEqual(['rus-mys-angkasawan', 'rus-mys-su30mkm'])
  })

  it('takes a quoted phrase as it stands, closed or not', () => {
    expect(found('"Fifty MC-21 airliners"')).toEqual(['rus-mys-mc21-crecom'])
    expect(found('"airliners MC-21')).toEqual([])
  })

  it('asks for nothing without words', () => {
    expect(matchText(folded, '   ')).toBeNull()
    expect(matchText(folded, '""')).toBeNull()
  })

  it('finds nothing for nonsense, and survives signs', () => {
    expect(found('zzzzqqq')).toEqual([])
    expect(found('.*(')).toEqual([])
  })
})
