import { describe, expect, it } from 'vitest'
import { createWordSearch } from '../../src/state/wordSearch.ts'
import { outline, texts } from '../bundled.ts'

const count = outline.initiatives.length

describe('the words of a small dataset', () => {
  it('are looked for at once', () => {
    const words = createWordSearch(count)
    const { words: asked, found } = words.answer('su-30mkm malaysia', texts)
    expect([asked, found!.reduce((sum, own) => sum + own, 0)]).toEqual(['su-30mkm malaysia', 2])
    expect(words.answer('su-30mkm malaysia', texts).found).toBe(found)
    expect(words.isSearching()).toBe(false)
  })

  it('ask for nothing where there are none, or no texts', () => {
    const words = createWordSearch(count)
    for (const asked of ['', '  ', '""']) expect(words.answer(asked, texts)).toEqual({ words: '', found: null })
    expect(words.answer('gas', null)).toEqual({ words: '', found: null })
  })
})

describe('the words of a large dataset', () => {
  const later = (words: ReturnType<typeof createWordSearch>) =>
    new Promise<void>((resolve) => {
      const stop = words.subscribe(() => {
        stop()
        resolve()
      })
    })

  it('are answered later; until then the answer is that to the words before', async () => {
    const words = createWordSearch(1_000_000)
    expect(words.answer('malaysia', texts)).toEqual({ words: '', found: null })
    expect(words.isSearching()).toBe(true)
    await later(words)
    expect(words.isSearching()).toBe(false)
    const malaysia = words.answer('malaysia', texts)
    expect(malaysia.words).toBe('malaysia')
    expect(words.answer('malaysia su-30mkm', texts)).toBe(malaysia)
    await later(words)
    expect(words.answer('malaysia su-30mkm', texts).found!.reduce((sum, own) => sum + own, 0)).toBe(2)
  })

  it('are given up where others are asked for, or none', async () => {
    const words = createWordSearch(1_000_000)
    words.answer('malaysia', texts)
    words.answer('su-30mkm', texts)
    await later(words)
    expect(words.answer('su-30mkm', texts).words).toBe('su-30mkm')
    words.answer('malaysia', texts)
    expect(words.answer('', texts)).toEqual({ words: '', found: null })
    expect(words.isSearching()).toBe(false)
  })

  it('that hold nothing to look for are answered, and not asked again', async () => {
    const words = createWordSearch(1_000_000)
    words.answer('""', texts)
    await later(words)
    expect(words.answer('""', texts)).toEqual({ words: '', found: null })
    expect(words.isSearching()).toBe(false)
  })
})
