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

let page: Page
beforeAll(async () => {
  page = await (await browser()).newPage()
  await page.setContent('<body style="margin:0">')
})
afterAll(() => page.close())

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
    }
    expect(faults).toEqual([])
  })
})
