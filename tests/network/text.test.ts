import { describe, expect, it } from 'vitest'
import type { Texts } from '../../src/model/outline.ts'
import { TextsInColumns } from '../../src/model/textColumns.ts'
import { fold, foldedTexts, matchText } from '../../src/network/text.ts'
import { createFindText, type FindText } from '../../src/network/textFinder.ts'
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

/** All steps at once. */
function toEnd(find: FindText, query: string) {
  const steps = find(query)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('createFindText', () => {
  const inColumns = (own: Texts): Texts => ({ ...own, initiatives: TextsInColumns.of(own.initiatives) })

  it('finds in columns and in lists what the plain way finds', () => {
    const folded = foldedTexts(texts)
    const finds = [createFindText(texts), createFindText(inColumns(texts))]
    const queries = [
      'malaysia su-30mkm',
      '"Fifty MC-21 airliners"',
      'zzzzqqq',
      'gas',
      'việt',
      'а',
      '["',
      '   ',
      'a e i o u',
    ]
    for (const find of finds) for (const query of queries) expect(toEnd(find, query)).toEqual(matchText(folded, query))
  })

  it('finds nothing across the end of a text, in a note as well as in a title, whatever the letters', () => {
    const one = (title: string, note: string) => ({
      title,
      summary: '',
      parties: ['Rosatom', 'ÇEA "x"'],
      tags: [],
      milestones: [{ note, sources: [] }],
      magnitudes: [],
    })
    const found = (all: string[], query: string) =>
      toEnd(createFindText(inColumns({ ...texts, initiatives: all.map((title) => one(title, `of ${title}`)) })), query)
    expect([...found(['gas', 'pipe', 'gaspipe'], 'gaspipe')!]).toEqual([0, 0, 1])
    expect([...found(['gaz', 'Трубопровод', 'Ж/д'], 'ТРУБО')!]).toEqual([0, 1, 0])
    expect([...found(['one', 'two'], '"of two"')!]).toEqual([0, 1])
    expect([...found(['one', 'two'], 'çea rosatom')!]).toEqual([1, 1])
    expect([...found(['one', 'two'], 'x","')!]).toEqual([0, 0])
    expect([...found([], 'one')!]).toEqual([])
  })
})
