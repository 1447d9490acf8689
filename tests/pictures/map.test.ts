import { readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { compareWith } from '../../src/network/changes.ts'
import { everyLink } from '../../src/network/links.ts'
import { readCount } from '../../src/network/measures.ts'
import { membersOf } from '../../src/network/membership.ts'
import { select } from '../../src/network/select.ts'
import { MAP_COLOURS, mapSubject, needsFineLand, type MapInput } from '../../src/pictures/mapArt.ts'
import { USUAL_STYLE, type PictureStyle } from '../../src/pictures/subject.ts'
import type { Filters } from '../../src/network/filters.ts'
import { PALETTES } from '../../src/scene/palette.ts'
import { columns, dayOf, filtersWith, linksAt, outline, texts } from '../bundled.ts'
import { outside, overlaps, textBoxesIn } from './textBoxes.ts'
import { allIn, readXml, textOf } from '../../src/pictures/xmlReader.ts'
import { NO_OUTCOMES } from '../../src/network/standing.ts'
import { inFrame } from './viewSamples.ts'

const every = everyLink(columns)
const land = JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8')) as Topology
const flags = { ru: '<svg viewBox="0 0 512 512"><path d="M0 0h512v512z"/></svg>' }

function inputWith(filters: Partial<Filters>, asOf: string, own: Partial<MapInput> = {}): MapInput {
  const unfolded = own.unfolded ?? []
  return {
    columns,
    links: linksAt(filters, asOf),
    every,
    focus: outline.focus,
    scheme: 'light',
    palette: PALETTES.light,
    width: readCount('initiatives', every, NO_OUTCOMES),
    size: null,
    comparison: null,
    unfolded,
    memberships: membersOf(texts, unfolded, dayOf(asOf)),
    others: texts.contextActors,
    sight: null,
    land,
    hasSea: true,
    flags,
    ...own,
  }
}

function picture(input: MapInput, width: number, height: number, style: PictureStyle = USUAL_STYLE) {
  return inFrame(mapSubject(input, style), {
    title: 'Energy on the map',
    subtitle: 'Energy: 74 of 380 initiatives',
    asOf: '18 June 2026',
    sourceLine: 'Source: Dyad',
    width,
    height,
    style,
  })
}

const japan = inputWith({ partner: ['JPN'], type: ['energy'] }, '2015-12-31')
const groupIn = (svg: string, id: string) => allIn(readXml(svg)).find(({ attributes }) => attributes.id === id)
const wordsIn = (svg: string, id: string) => textOf(groupIn(svg, id)!).replace(/\s+/g, ' ')

describe('the map in a picture', () => {
  it('is drawn as it was', async () => {
    const { svg } = picture(japan, 900, 600)
    expect(svg.length).toBeLessThan(150_000)
    await expect(svg).toMatchFileSnapshot('golden/map-japan-energy.svg')
  })

  it('is the same text for the same input', () => {
    expect(picture(japan, 900, 600).svg).toBe(picture({ ...japan }, 900, 600).svg)
  })

  it('has its land, links and actors in groups of their own', () => {
    const { svg } = picture(japan, 900, 600)
    for (const id of ['ground', 'land', 'links', 'actors', 'legend']) expect(groupIn(svg, id), id).toBeDefined()
    // Four energy initiatives of the two were there in 2015, all in one link; Japan stands at Tokyo.
    expect(wordsIn(svg, 'links')).toContain('Russia and Japan, Energy:')
    expect(wordsIn(svg, 'actors')).toContain('Japan')
  })

  it.each([
    [1280, 720],
    [794, 1123],
    [336, 416],
  ])('has no text over another nor out of the picture at %i x %i', (width, height) => {
    const all = inputWith({}, outline.asOf, { unfolded: ['ASEAN', 'SCO'] })
    const { svg, notes } = picture(all, width, height)
    const boxes = textBoxesIn(svg, 'map')
    expect(boxes.length).toBeGreaterThan(10)
    expect(overlaps(boxes)).toEqual([])
    expect(outside(boxes, width, height)).toEqual([])
    expect(notes).toContainEqual(expect.stringMatching(/names? ha(s|ve) no room at this size/))
    // The three summits and groups that the dataset gives no seat, all with ties in it.
    expect(notes).toContain('Not on the map, having no seat: East Asia Summit, BRICS and RIC.')
  })

  it('says in its legend only what is drawn', () => {
    const legend = wordsIn(picture(japan, 900, 900).svg, 'legend')
    expect(legend).toContain('Energy (')
    for (const words of ['Arms', 'Grey: member', 'Conflict']) expect(legend).not.toContain(words)
    const unfolded = inputWith({}, outline.asOf, { unfolded: ['ASEAN'] })
    expect(wordsIn(picture(unfolded, 900, 900).svg, 'legend')).toContain('Grey: member of an organisation')
  })

  it('has no names and badges where none are wanted, and credits the land all the same', () => {
    const { svg } = picture(japan, 900, 600, { ...USUAL_STYLE, hasLabels: false })
    expect(groupIn(svg, 'badges')).toBeUndefined()
    expect(textBoxesIn(svg, 'map').map(({ text }) => text)).not.toContain('Japan')
    expect(wordsIn(svg, 'ground')).toBe(' Land: Natural Earth ')
  })

  it('is cut to the part that was chosen, with its middle in the middle', () => {
    // Tokyo, eight times as near as all of the map: Moscow is far out of sight.
    const sight = { longitude: 139.6917, latitude: 35.6895, zoom: 8 }
    const { svg, notes } = picture({ ...japan, sight }, 800, 800)
    const names = textBoxesIn(svg, 'actors').map(({ text }) => text)
    expect(names).toContain('Japan')
    expect(names).not.toContain('Russia')
    expect(notes).toContainEqual(expect.stringMatching(/actors lie outside this part of the map/))
    const clip = groupIn(svg, 'map-space')!.children.find((child) => typeof child !== 'string')!.attributes
    const actor = allIn(groupIn(svg, 'actors')!).find(
      (element) => element.name === 'g' && textOf(element).trim().startsWith('Japan'),
    )
    const flag = allIn(actor!).find(({ name }) => name === 'circle')
    expect(Number(flag!.attributes.cx)).toBeCloseTo(Number(clip.x) + Number(clip.width) / 2, 0)
    expect(Number(flag!.attributes.cy)).toBeCloseTo(Number(clip.y) + Number(clip.height) / 2, 0)
  })

  it('says where there is no land, and draws the rest', () => {
    const { svg, notes } = picture({ ...japan, land: null, hasSea: false }, 900, 600)
    expect(groupIn(svg, 'land')).toBeUndefined()
    expect(notes).toContain('The land could not be loaded; the places are right without it.')
    expect(svg).not.toContain(MAP_COLOURS.light.sea)
  })

  it('draws all its lines as heavy as is asked for', () => {
    const widths = (lineWeight: number) =>
      allIn(groupIn(picture(japan, 900, 600, { ...USUAL_STYLE, lineWeight }).svg, 'links')!).flatMap(
        ({ name, attributes }) => (name === 'path' ? [Number(attributes['stroke-width'])] : []),
      )
    const [usual, double] = [widths(1), widths(2)]
    expect(usual.length).toBeGreaterThan(0)
    usual.forEach((width, i) => expect(double[i]).toBeCloseTo(2 * width, 1))
  })

  it('shows what changed between two dates', () => {
    const asOf = outline.asOf
    const selection = select(columns, filtersWith({ type: ['energy'] }), dayOf(asOf), null)
    const comparison = compareWith(columns, selection, dayOf('2020-12-31'))
    const { svg } = picture(inputWith({ type: ['energy'] }, asOf, { comparison }), 1280, 900)
    expect(wordsIn(svg, 'badges')).toMatch(/E \+\d/)
    expect(wordsIn(svg, 'legend')).toContain('Newly begun')
  })
})

describe('the land', () => {
  it('is the finer one in large pictures and from near', () => {
    expect(needsFineLand(1600, null)).toBe(false)
    expect(needsFineLand(1601, null)).toBe(true)
    expect(needsFineLand(900, { longitude: 0, latitude: 0, zoom: 2.9 })).toBe(false)
    expect(needsFineLand(900, { longitude: 0, latitude: 0, zoom: 3 })).toBe(true)
  })

  it('has the colours of the screen', () => {
    const css = readFileSync('src/panels/map/map.css', 'utf8')
    const [light, dark] = css.split(":root[data-scheme='dark']")
    for (const [scheme, text] of [
      ['light', light],
      ['dark', dark!.split('}')[0]],
    ] as const) {
      for (const [name, colour] of Object.entries(MAP_COLOURS[scheme]))
        expect(text).toContain(`--map-${name}: ${colour};`)
    }
  })
})
