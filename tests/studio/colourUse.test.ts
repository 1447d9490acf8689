import { readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { checkSets, colourUseInWords, type ColourSet } from '../../src/pictures/colourCheck.ts'
import type { Choices } from '../../src/state/choices.ts'
import { openSession } from '../../src/state/session.ts'
import { usualPicture, type PictureChoices, type PictureView } from '../../src/studio/pictureChoices.ts'
import { createStudio } from '../../src/studio/studio.ts'
import { filtersWith, outline, texts } from '../bundled.ts'

const land = JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8')) as Topology

/** What is told apart by colour in the picture of a view, as kinds with the labels of what is drawn. */
async function coloursOf(view: PictureView, choices: Partial<Choices> = {}, look: Partial<PictureChoices> = {}) {
  const session = openSession(outline, '')
  session.setTexts(texts)
  session.choices.setState(choices)
  const studio = createStudio(session, { flags: () => ({}), land: async () => land, link: () => '' })
  const { colours } = await studio.picture({ ...usualPicture('network'), ...look, view })
  return { colours, labels: colours.map(({ of, colours: own }) => [of, own.map(({ label }) => label)] as const) }
}

const setOf = (own: Partial<ColourSet>): ColourSet => ({
  of: 'relation types',
  colours: [],
  besides: null,
  remedy: 'switch names on',
  ...own,
})

describe('colours', () => {
  it('look alike in grey where they are as bright: pure red has 21 per cent of the brightness of white, as #363636', () => {
    const colours = [
      { label: 'red', colour: '#ff0000' },
      { label: 'dark', colour: '#363636' },
    ]
    const alike = checkSets([setOf({ colours })]).filter((verdict) => verdict.alike.length > 0)
    expect(alike.map(({ sight }) => sight)).toEqual(['grey'])
    expect(alike[0]!.alike[0]!.labels).toEqual(['red', 'dark'])
  })

  it('are compared with those of their own kind alone', () => {
    const black = setOf({ colours: [{ label: 'black', colour: '#000000' }] })
    expect(checkSets([black, black]).every(({ alike }) => alike.length === 0)).toBe(true)
    expect(checkSets([])).toHaveLength(4)
  })
})

describe('what rests on colour', () => {
  const two = [
    { label: 'black', colour: '#000000' },
    { label: 'white', colour: '#ffffff' },
  ]
  const greys = [
    { label: 'one', colour: '#777777' },
    { label: 'other', colour: '#7a7a7a' },
  ]

  it('is nothing where there is one colour, or none', () => {
    const nothing = ['No two things in this picture are told apart by colour.']
    expect(colourUseInWords([])).toEqual(nothing)
    expect(colourUseInWords([setOf({ colours: two.slice(1) })])).toEqual(nothing)
  })

  it('is nothing alone where something else tells them apart too', () => {
    const lettered = setOf({ colours: greys, besides: 'the letters tell them apart as well' })
    expect(colourUseInWords([lettered, lettered])).toEqual([
      'Nothing is told apart by colour alone.',
      'Relation types: the letters tell them apart as well.',
    ])
  })

  it('is said where it rests on colour alone, with a remedy where some eyes see no difference', () => {
    expect(colourUseInWords([setOf({ colours: two })])).toEqual(['Relation types: only colour tells them apart.'])
    expect(colourUseInWords([setOf({ colours: greys })])).toEqual([
      'Relation types: only colour tells them apart; switch names on.',
    ])
  })
})

const ALL_TYPES = ['Arms', 'Energy', 'Diplomacy', 'Economy']
const ALL_OUTCOMES = ['Realised', 'Pending', 'Ended', 'Failed']
const china = { filters: filtersWith({ partner: ['CHN'] }) }

describe('the colours of a picture', () => {
  it('are those of the relation types that are drawn in the Network and on the Map', async () => {
    for (const view of ['network', 'map'] as const) {
      const { labels } = await coloursOf(view)
      expect(labels).toEqual([['relation types', ALL_TYPES]])
      const arms = await coloursOf(view, { filters: filtersWith({ type: ['arms'] }) })
      expect(arms.labels).toEqual([['relation types', ['Arms']]])
      const bare = await coloursOf(view, {}, { labels: 'none' })
      expect(bare.colours[0]!.besides).toBe(null)
    }
  })

  it('are those of strips and areas on the Timeline, and of areas alone where strips have no room', async () => {
    const folded = await coloursOf('timeline')
    expect(folded.labels).toEqual([
      ['relation types', []],
      ['outcomes', ALL_OUTCOMES],
    ])
    // Mongolia's six have room: three of diplomacy, three of economy. The observer status in the SCO expired and the Tumen
    // initiative was announced anew; of the other four three are in force or held, one is signed.
    const mongolia = await coloursOf('timeline', { filters: filtersWith({ partner: ['MNG'] }) })
    expect(mongolia.labels[0]).toEqual(['relation types', ['Diplomacy', 'Economy']])
    expect(mongolia.labels[1]).toEqual(['outcomes', ['Realised', 'Pending', 'Ended']])
  })

  it('are those of the shares that squares of the Matrix have', async () => {
    // With China: arms 8 of 12 realised, energy 8 of 18, diplomacy 6 of 6, economy 11 of 23.
    const { colours, labels } = await coloursOf('matrix', china)
    expect(labels).toEqual([['shares of outputs realised', ['40–59 %', '60–79 %', '80–100 %']]])
    expect(colours[0]!.besides).toMatch(/numbers/)
    expect((await coloursOf('matrix', china, { labels: 'none' })).colours[0]!.besides).toBe(null)
  })

  it('are those of what bars of the Ledger have no pattern for', async () => {
    expect((await coloursOf('ledger', china)).labels).toEqual([['outcomes', ['Realised', 'Ended']]])
    const none = await coloursOf('ledger', { filters: filtersWith({ partner: [] }) })
    expect(none.labels).toEqual([['outcomes', []]])
  })

  it('are those of all outcomes up to the date in their course', async () => {
    expect((await coloursOf('course')).labels).toEqual([['outcomes', ALL_OUTCOMES]])
    const none = await coloursOf('course', { filters: filtersWith({ partner: [] }) })
    expect(none.labels).toEqual([['outcomes', []]])
  })

  it('are those of the charts of series that have room, and of their lines', async () => {
    const one = { width: 89, height: 150, unit: 'mm' } as const
    const { labels, colours } = await coloursOf('series', {}, { size: one, points: 6.5 })
    // Two charts of arms have room, each with the three largest partners.
    const lines = ['the first line', 'the second line', 'the third line']
    expect(labels).toEqual([
      ['relation types', ['Arms']],
      ['lines of a chart', lines],
      ['lines of a chart', lines],
      ['shares of suppliers', []],
    ])
    expect(colourUseInWords(colours)).toEqual([
      'Nothing is told apart by colour alone.',
      'Lines of a chart: their names and the shapes of their points tell them apart as well.',
    ])
  })
})
