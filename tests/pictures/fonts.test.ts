import { describe, expect, it } from 'vitest'
import { createFontChooser, faceName, missingNote, type FontSource } from '../../src/pictures/fonts.ts'
import { withFonts } from '../../src/pictures/fontFaces.ts'
import { DISK_FONTS } from '../../src/terminal/diskFonts.ts'

const chooser = createFontChooser(DISK_FONTS)

/** The runs of a text, each with its face: "Vi=arimo-latin". */
async function runs(text: string, language?: string): Promise<string[]> {
  const own = await chooser.runs(text, { weight: 400, language })
  return own.map(({ text: letters, face }) => `${letters}=${face ? faceName(face).replace('-400-normal', '') : 'none'}`)
}

const families = async (text: string, language?: string) => [
  ...new Set((await chooser.runs(text, { weight: 400, language })).map(({ face }) => face?.family.id)),
]

describe('the fonts of a text', () => {
  it('are Arimo for Latin, Cyrillic and Vietnamese, each from its slice', async () => {
    expect(await runs('Russia')).toEqual(['Russia=arimo-latin'])
    expect(await runs('Россия')).toEqual(['Россия=arimo-cyrillic'])
    expect(await runs('Việt Nam')).toEqual(['Vi=arimo-latin', 'ệ=arimo-vietnamese', 't Nam=arimo-latin'])
  })

  it('are Noto Sans for other scripts', async () => {
    expect(await families('中国')).toEqual(['noto-sans-sc'])
    expect(await families('한국')).toEqual(['noto-sans-kr'])
    expect(await runs('भारत')).toEqual(['भारत=noto-sans-devanagari-devanagari'])
    expect(await families('Հայաստան')).toEqual(['noto-sans-armenian'])
    expect(await families('ایران')).toEqual(['noto-sans-arabic'])
    for (const [text, id] of [
      ['ไทย', 'thai'],
      ['မြန်မာ', 'myanmar'],
      ['ລາວ', 'lao'],
      ['កម្ពុជា', 'khmer'],
      ['ශ්‍රී', 'sinhala'],
    ]) {
      expect(await families(text!)).toEqual([`noto-sans-${id}`])
    }
  })

  it('write Han characters as Chinese does, unless the language or the letters beside them are others', async () => {
    expect(await families('日本')).toEqual(['noto-sans-sc'])
    expect(await families('日本', 'ja')).toEqual(['noto-sans-jp'])
    expect(await families('日本', 'ja-JP')).toEqual(['noto-sans-jp'])
    expect(await families('日本の')).toEqual(['noto-sans-jp'])
    expect(await families('大韓', 'ko')).toEqual(['noto-sans-kr'])
  })

  it('keep a mark with its letter, and put a letter and its mark together where there is one for both', async () => {
    // The circumflex and the dot below are one letter with the e, which the Vietnamese slice has.
    expect(await runs('Vie\u0323\u0302t')).toEqual(['Vi=arimo-latin', 'ệ=arimo-vietnamese', 't=arimo-latin'])
    expect(await runs('कि')).toHaveLength(1)
  })

  it('are those of the weight that is asked for', async () => {
    const [run] = await chooser.runs('中', { weight: 700 })
    expect(faceName(run!.face!)).toMatch(/^noto-sans-sc-\d+-700-normal$/)
  })

  it('are none where no font has the letter, which is said', async () => {
    expect(await runs('a𓀀')).toEqual(['a=arimo-latin', '𓀀=none'])
    expect(missingNote(new Set())).toBeNull()
    expect(missingNote(new Set(['𓀀']))).toBe('No font here has the letter “𓀀” (U+13000).')
    expect(missingNote(new Set('𓀀𓀁𓀂𓀃𓀄𓀅'))).toMatch(/ and 1 more\.$/)
  })

  it('are none for no text', async () => {
    expect(await runs('')).toEqual([])
  })

  it('are asked once for each file, and again for one that did not come', async () => {
    const asked: string[] = []
    let isThere = false
    const source: FontSource = {
      ranges: async () => ({ latin: 'U+0000-00FF' }),
      file: async (_family, name) => {
        asked.push(name)
        if (!isThere) throw new Error('not there')
        return new Uint8Array()
      },
    }
    const own = createFontChooser(source)
    const [run] = await own.runs('a', { weight: 400 })
    await expect(own.bytes(run!.face!)).rejects.toThrow('not there')
    isThere = true
    await own.bytes(run!.face!)
    await own.bytes(run!.face!)
    expect(asked).toEqual(['arimo-latin-400-normal', 'arimo-latin-400-normal'])
  })
})

describe('a picture with its fonts', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" font-family="serif">' +
    '<text x="1" y="20" font-weight="700">Việt</text><text x="1" y="40">中国 a✕</text></svg>'

  it('brings along the letters that it shows and no others', async () => {
    const { svg: own, notes } = await withFonts(svg, chooser)
    const faces = [...own.matchAll(/font-family:&quot;([^&]*)&quot;;font-weight:(\d+);unicode-range:([^;]*);/g)]
    expect(faces.map(([, name, weight, range]) => [name, weight, range!.toUpperCase()])).toEqual([
      // V, i, t; ệ; then 中 and 国, which are in the last two slices of Chinese; a space and an a.
      ['Arimo', '700', 'U+56,U+69,U+74'],
      ['Arimo', '700', 'U+1EC7'],
      ['Noto Sans SC', '400', 'U+4E2D'],
      ['Noto Sans SC', '400', 'U+56FD'],
      ['Arimo', '400', 'U+20,U+61'],
    ])
    expect(own).toContain('<text x="1" y="40" font-family="Arimo, Noto Sans SC, sans-serif">')
    expect(own).toContain('font-family="Arimo, sans-serif"><style>')
    expect(notes).toEqual([])
  })
})
