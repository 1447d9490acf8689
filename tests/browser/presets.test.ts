import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../src/network/filters.ts'
import type { Choices } from '../../src/state/choices.ts'
import { openSession } from '../../src/state/session.ts'
import {
  PICTURE_VIEWS,
  sizedAs,
  usualPicture,
  type PictureChoices,
  type PictureView,
} from '../../src/studio/pictureChoices.ts'
import { SIZE_PRESETS } from '../../src/studio/sizes.ts'
import { createStudio } from '../../src/studio/studio.ts'
import { flagsOf, readLand } from '../../src/terminal/diskData.ts'
import { outline, texts } from '../bundled.ts'
import { browser } from './harness.ts'
import { pictureFaults } from './pictureFaults.ts'

/** Every view in every size, as a browser draws it: nothing overlaps, nothing is cut, nothing leaves the file. */

const session = openSession(outline, '')
session.setTexts(texts)
const usual = session.choices.getState()
const flags = flagsOf(outline)
const studio = createStudio(session, {
  flags: () => flags,
  land: (detail) => Promise.resolve(readLand(detail)),
  link: () => 'https://example.org/dyad/',
})

/**
 * The letters that pictures are laid out for, under names by which they ask for them: not every machine has them, or their
 * like. Chinese, Japanese and Korean letters are as wide in any font.
 */
function letters(): string {
  const packages = 'arimo arabic armenian devanagari khmer lao myanmar sinhala thai'.split(' ')
  return packages
    .map((name) => (name === 'arimo' ? facesOf(name, 'Arimo') : facesOf(`noto-sans-${name}`, 'Noto Sans')))
    .join('')
}

function facesOf(name: string, family: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`))
  const inline = (_whole: string, file: string) =>
    `src: url(data:font/woff2;base64,${readFileSync(join(folder, file), 'base64')})`
  return ['400.css', '700.css']
    .map((css) => readFileSync(join(folder, css), 'utf8'))
    .join('')
    .replace(/font-family: '[^']*'/g, `font-family: '${family}'`)
    .replace(/src: url\(([^)]*\.woff2)\)[^;]*/g, inline)
}

let page: Page
beforeAll(async () => {
  page = await (await browser()).newPage()
  await page.setContent(`<style>${letters()}</style><body style="margin:0">`)
  // What is not asked for yet would be measured in other letters the first time.
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined))
})
afterAll(() => page.close())

test('faults of a picture are found', async () => {
  const text = (x: number, y: number, words: string) => `<text x="${x}" y="${y}" font-size="10">${words}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" font-family="sans-serif">
    ${text(10, 20, 'one')}${text(12, 22, 'two')}${text(190, 50, 'three')}
    <rect x="20" y="60" width="8" height="14" fill="#eee"/>${text(15, 70, 'four')}
    ${text(100, 80, 'five')}<rect x="100" y="70" width="9" height="20" fill="#eee"/>
    <clipPath id="clip"><rect x="60" y="0" width="20" height="20"/></clipPath>
    <g clip-path="url(#clip)">${text(70, 12, 'sixth')}</g>
    <circle cx="1" cy="50" r="9" fill="red"/>
    <a href="https://example.org/">${text(120, 20, 'seven')}</a>
  </svg>`
  const kinds = (await pictureFaults(page, svg)).map((fault) => fault.replace(/ \(.*/, ''))
  expect(kinds.toSorted()).toEqual([
    'circle outside',
    'overlap: one / two',
    'reference: href="https://example.org/"',
    'text covered: five',
    'text cut: sixth',
    'text outside: three',
    'text wider than its box: four',
  ])
})

interface Case {
  choices?: Partial<Choices>
  look?: Partial<PictureChoices>
  sizes: readonly string[]
}

const dyad = (partner: string): Partial<Choices> => ({
  filters: { ...NO_FILTERS, partner: [partner] },
  inspected: { kind: 'dyad', id: [outline.focus, partner].toSorted().join('-') },
})

/** What may crowd a picture, or leave it empty. */
const CASES: Record<string, Case> = {
  usual: { sizes: SIZE_PRESETS.map(({ id }) => id) },
  'another focus': { choices: { focus: 'IND' }, sizes: ['slide', 'column'] },
  'two dates': { choices: { since: '2014-03-18', ledgerColumns: 'change' }, sizes: ['slide', 'column'] },
  empty: { choices: { filters: { ...NO_FILTERS, partner: [] } }, sizes: ['slide', 'column'] },
  'one dyad': { choices: dyad('CHN'), sizes: ['a4-portrait', 'column'] },
  dark: { look: { background: 'dark', lineWeight: 3 }, sizes: ['square'] },
  transparent: { look: { background: 'clear', labels: 'none' }, sizes: ['columns'] },
  'large letters': { look: { points: 16, labels: 'both' }, sizes: ['page', 'a4-portrait'] },
}

describe.each(Object.entries(CASES))('%s', (_, { choices, look, sizes }) => {
  test.each(Object.keys(PICTURE_VIEWS) as PictureView[])('%s', async (view) => {
    session.choices.setState({ ...usual, ...choices }, true)
    const faults: string[] = []
    for (const size of sizes) {
      const preset = SIZE_PRESETS.find(({ id }) => id === size)!
      const { svg } = await studio.picture({ ...usualPicture('network'), ...sizedAs(preset), ...look, view })
      faults.push(...(await pictureFaults(page, svg)).map((fault) => `${size}: ${fault}`))
      for (const id of view === 'network' || view === 'map' ? ['links', 'actors', 'legend'] : []) {
        if (!svg.includes(`<g id="${id}"`)) faults.push(`${size}: no group ${id}`)
      }
      const families = [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family)
      if (!families.every((family) => family!.endsWith('sans-serif'))) faults.push(`${size}: ${families.join(' / ')}`)
    }
    expect(faults).toEqual([])
  })
})
