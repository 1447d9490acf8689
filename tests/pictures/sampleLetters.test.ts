import { expect, it } from 'vitest'
import { withFonts } from '../../src/pictures/fontFaces.ts'
import { createFontChooser } from '../../src/pictures/fonts.ts'
import { withSamples } from '../../src/pictures/sampleLetters.ts'
import { DISK_FONTS } from '../../src/terminal/diskFonts.ts'

const chooser = createFontChooser(DISK_FONTS)

/** A picture of 120 by 80 CSS pixels with a text, as it is drawn in a browser. */
async function lettered(text: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="20mm" viewBox="0 0 120 80" role="img"><text x="9" y="9">${text}</text></svg>\n`
  return (await withFonts(svg, chooser)).svg
}

const samplesIn = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)"[^>]* font-family="([^",]*)" font-weight="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, ...found]) => found,
  )

it('writes a letter of each font below the picture, which is of the size that was asked for', async () => {
  const { svg, samples } = withSamples(await lettered(' &lt;3 <tspan font-weight="700">a</tspan>한'), {
    width: 240,
    height: 160,
  })
  expect(samples).toEqual({ count: 3, columns: 15, top: 160 })
  // Twice as many pixels as it says of itself: the sixteen of the row are eight below the picture.
  expect(svg).toContain('width="240" height="176" viewBox="0 0 120 88" preserveAspectRatio="none" role="img"')
  expect(svg).toContain('<svg x="0" y="80" width="120" height="8">')
  // A space cannot be seen, so the next letter stands for its font.
  expect(samplesIn(svg)).toEqual([
    ['1.6', 'Arimo', '400', '&lt;'],
    ['9.6', 'Arimo', '700', 'a'],
    ['17.6', 'Noto Sans KR', '400', '한'],
  ])
})

it('begins a new row where there is no room for all', async () => {
  const { svg, samples } = withSamples(await lettered('a한'), { width: 30, height: 20 })
  expect(samples).toEqual({ count: 2, columns: 1, top: 20 })
  expect(svg).toContain('width="30" height="52" viewBox="0 0 120 208"')
})

it('leaves a picture without letters as it is, but for its size', async () => {
  const { svg, samples } = withSamples(await lettered(''), { width: 240, height: 160 })
  expect(samples.count).toBe(0)
  expect(svg).toContain('width="240" height="160" viewBox="0 0 120 80"')
})
