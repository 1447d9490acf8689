import { expect, it } from 'vitest'
import { withSamples } from '../../src/pictures/sampleLetters.ts'

const face = (family: string, range: string) =>
  `@font-face{font-family:"${family}";font-weight:400;unicode-range:${range};src:url(data:font/woff;base64,AAAA)}`

/** Three fonts: the first letter of the first one is a space, and the last one has nothing but a mark. */
const STYLE = `<style>${face('Arimo', 'U+20,U+3c')}${face('Noto Sans KR', 'U+d55c')}${face('Noto Sans Thai', 'U+e31')}</style>`
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="20mm" viewBox="0 0 120 80" role="img">${STYLE}</svg>\n`

it('writes a letter of each font that has one to be seen below the picture, which is of the size that was asked for', () => {
  const { svg, samples } = withSamples(SVG, { width: 240, height: 160 })
  expect(samples).toEqual({ count: 2, columns: 15, top: 160 })
  // Twice as many pixels as it says of itself: the sixteen of the row are eight below the picture.
  expect(svg).toContain('width="240" height="176" viewBox="0 0 120 88" preserveAspectRatio="none" role="img"')
  expect(svg).toContain('<svg x="0" y="80" width="120" height="8">')
  const texts = [...svg.matchAll(/<text x="([\d.]+)"[^>]* font-family="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, ...found]) => found,
  )
  expect(texts).toEqual([
    ['1.6', 'Arimo', '&lt;'],
    ['9.6', 'Noto Sans KR', '한'],
  ])
})

it('begins a new row where there is no room for all', () => {
  const { svg, samples } = withSamples(SVG, { width: 30, height: 20 })
  expect(samples).toEqual({ count: 2, columns: 1, top: 20 })
  expect(svg).toContain('width="30" height="52" viewBox="0 0 120 208"')
})

it('leaves a picture without letters as it is, but for its size', () => {
  const { svg, samples } = withSamples(SVG.replace(STYLE, '<g/>'), { width: 240, height: 160 })
  expect(samples.count).toBe(0)
  expect(svg).toContain('width="240" height="160" viewBox="0 0 120 80"')
})
