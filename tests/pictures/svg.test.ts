import { describe, expect, it } from 'vitest'
import { allIn, readXml, textOf, type XmlElement } from '../../src/pictures/xmlReader.ts'
import { sceneOn } from '../bundled.ts'
import { flags, outline, sampleFrame, sampleScene, sampleSvg } from './sampleScene.ts'

const wide = sampleScene('light', 'wide')
const tall = sampleScene('dark', 'tall')
const nothing = sampleScene('light', 'wide', { type: [] })

function drawn(svg: string): XmlElement[] {
  return allIn(readXml(svg))
}

function byId(elements: XmlElement[], id: string): XmlElement {
  const found = elements.filter(({ attributes }) => attributes.id === id)
  expect(found, id).toHaveLength(1)
  return found[0]!
}

function groupsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string').filter(({ name }) => name === 'g')
}

const link = 'https://example.org/dyad/#v=1&focus=RUS'

describe('the picture as a whole', () => {
  it('is drawn wide and light, with the legend at the right', async () => {
    const svg = sampleSvg(wide.scene, { ...sampleFrame(wide.sentence, 1200, 900), link })
    await expect(svg).toMatchFileSnapshot('golden/wide-light.svg')
  })

  it('is drawn small and dark, with the legend below', async () => {
    const svg = sampleSvg(tall.scene, sampleFrame(tall.sentence, 400, 700))
    await expect(svg).toMatchFileSnapshot('golden/small-dark.svg')
  })

  it('tells in words that nothing passes the filters', async () => {
    const svg = sampleSvg(nothing.scene, sampleFrame(nothing.sentence, 800, 600))
    await expect(svg).toMatchFileSnapshot('golden/empty-light.svg')
    expect(textOf(byId(drawn(svg), 'header'))).toContain('No relation type: 0 of 9 initiatives')
  })

  it('is the same text for the same scene and frame', () => {
    const again = sampleScene('light', 'wide')
    expect(sampleSvg(again.scene, sampleFrame(again.sentence, 1200, 900))).toBe(
      sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900)),
    )
  })

  it('is vectors, with text as text', () => {
    const names = new Set(drawn(sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900))).map(({ name }) => name))
    expect(names).toContain('text')
    for (const forbidden of ['image', 'foreignObject', 'script', 'style']) expect(names).not.toContain(forbidden)
  })

  it('has a group for each link and actor, with its words', () => {
    const elements = drawn(sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900)))
    const words = (id: string) => groupsIn(byId(elements, id)).map((group) => textOf(group.children[1] as XmlElement))
    expect(words('links')).toEqual(wide.scene.links.map((one) => one.words))
    expect(words('actors')).toEqual(wide.scene.nodes.map((one) => one.words))
    expect(words('actors')).toContain('Japan: 3 initiatives')
  })

  it('pales what does not concern the focus line by line, and as much as it would in a group', () => {
    const svg = sampleSvg(sceneOn(), sampleFrame(wide.sentence, 1200, 900))
    // A band of 0.3 under a line, both paled to 0.35: the band is 0.105, written 0.11, and 1 - 0.65 / 0.89 is 0.27. Where the
    // line is on the band, 1 - 0.89 x 0.73 is 0.35 again.
    const [, group] = /<g>\n<title>EEU and Singapore, Economy: 1 initiative, 1 failed<\/title>([^]*?)<\/g>/.exec(svg)!
    expect([...group!.matchAll(/stroke-opacity="([^"]+)"/g)].map(([, opacity]) => opacity)).toEqual(['0.11', '0.27'])
  })

  it('is named and described', () => {
    const elements = drawn(sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900)))
    expect(textOf(byId(elements, 'title'))).toBe('Russia and its Asia-Pacific partners')
    expect(textOf(byId(elements, 'description'))).toContain(
      'All relation types: 9 of 9 initiatives. As of 31 December 2025: 8 ties among 4 actors.',
    )
  })

  it('has a background unless it is to be transparent', () => {
    const frame = sampleFrame(wide.sentence, 1200, 900)
    const ids = (svg: string) => drawn(svg).map(({ attributes }) => attributes.id)
    expect(ids(sampleSvg(wide.scene, frame))).toContain('background')
    expect(ids(sampleSvg(wide.scene, { ...frame, background: 'none' }))).not.toContain('background')
  })
})

describe('ids', () => {
  it('never occur twice, though two actors have the same flag', () => {
    const twins = {
      ...outline,
      actors: outline.actors.map((actor) => (actor.kind === 'state' ? { ...actor, flag: 'jp' } : actor)),
    }
    const { scene, sentence } = sampleScene('light', 'wide', {}, twins)
    const elements = drawn(sampleSvg(scene, sampleFrame(sentence, 1200, 900)))
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(ids.filter((id) => id.endsWith('jp-a'))).toHaveLength(3)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are there for every reference', () => {
    const elements = drawn(sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900)))
    const ids = new Set(elements.map(({ attributes }) => attributes.id))
    const references = elements.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([key, value]) =>
        key.endsWith('href') ? [value.replace(/^#/, '')] : [...value.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id!),
      ),
    )
    expect(references.length).toBeGreaterThan(3)
    for (const reference of references) expect(ids).toContain(reference)
  })

  it('leave a state without its flag to be told by its own id', () => {
    const { jp: _withoutJapan, ...others } = flags
    const svg = sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900), others)
    expect(textOf(byId(drawn(svg), 'actors'))).toContain('JPN')
  })
})

describe('what comes from data', () => {
  const hostile = `</text><script>alert("1")</script>&amp;' \u0000\u0008\ud800\uffff]]>`

  it('stays text wherever it stands', () => {
    const { scene } = sampleScene(
      'light',
      'wide',
      {},
      {
        ...outline,
        actors: outline.actors.map((actor) => ({ ...actor, names: { en: hostile, ru: hostile }, fullName: hostile })),
        relationTypes: outline.relationTypes.map((type) => ({ ...type, label: hostile, letter: '<' })),
      },
    )
    const svg = sampleSvg(scene, {
      ...sampleFrame(hostile, 1200, 900),
      title: hostile,
      sourceLine: hostile,
      asOf: hostile,
      link: `javascript:${hostile}`,
    })
    const elements = drawn(svg)
    expect(elements.some(({ name }) => name === 'script' || name === 'a')).toBe(false)
    expect(textOf(byId(elements, 'title'))).toBe(`</text><script>alert("1")</script>&amp;' \ufffd\ufffd\ufffd\ufffd]]>`)
  })

  it('makes a link only of an address of the web', () => {
    const frame = sampleFrame(wide.sentence, 1200, 900)
    const hrefs = (address: string) =>
      drawn(sampleSvg(wide.scene, { ...frame, link: address }))
        .filter(({ name }) => name === 'a')
        .map(({ attributes }) => attributes.href)
    expect(hrefs(link)).toEqual([link])
    expect(hrefs('data:text/html,x')).toEqual([])
  })
})

describe('the legend', () => {
  const legendOf = ({ scene, sentence }: typeof wide) =>
    textOf(byId(drawn(sampleSvg(scene, sampleFrame(sentence, 1200, 900))), 'legend')).replace(/\s+/g, ' ')

  it('tells all that is drawn', () => {
    const text = legendOf(wide)
    for (const words of ['Arms (1)', 'Energy (3)', 'Diplomacy (4)', 'Economy (1)']) expect(text).toContain(words)
    for (const words of ['Realised:', 'Pending:', 'Ended:', 'Failed:', 'Conflict', 'Fainter: ties that pass Russia by'])
      expect(text).toContain(words)
    expect(text).not.toContain('Pale: no tie')
  })

  it('tells only what is drawn', () => {
    const text = legendOf(sampleScene('light', 'wide', { type: ['arms'] }))
    expect(text).toContain('Arms (1)')
    expect(text).toContain('Failed: stopped before any result')
    expect(text).toContain('Pale: no tie')
    for (const words of ['Energy', 'Realised', 'Pending', 'Ended', 'Conflict', 'Fainter', 'what is realised'])
      expect(text).not.toContain(words)
  })

  it('says nothing of links where there is none', () => {
    const text = legendOf(nothing)
    for (const words of ['Relation type', 'Outcome', 'Width']) expect(text).not.toContain(words)
  })

  it('shows widths as the picture shows them', () => {
    const elements = drawn(sampleSvg(wide.scene, sampleFrame(wide.sentence, 1200, 900)))
    const scale = Number(/scale\(([\d.]+)\)/.exec(byId(elements, 'graph').attributes.transform!)![1])
    const widths = allIn(byId(elements, 'legend')).map(({ attributes }) => Number(attributes['stroke-width']))
    for (const { width } of wide.scene.legend.width.steps) {
      expect(widths.some((shown) => Math.abs(shown - width * scale) < 0.01)).toBe(true)
    }
  })
})

describe('places', () => {
  it.each([
    [1200, 900],
    [800, 1000],
    [400, 700],
  ])('at %i x %i the graph lies between header, legend and footer', (width, height) => {
    const long =
      'Arms, energy, diplomacy and economy, 2000-2015, realised or pending, with India, Japan and 7 more: 41 of 312'
    const shape = width > height ? 'wide' : 'tall'
    const { scene } = sampleScene('light', shape)
    const elements = drawn(sampleSvg(scene, { ...sampleFrame(long, width, height), link }))
    const [, x, y, scale] = /translate\((\S+) (\S+)\) scale\((\S+)\)/
      .exec(byId(elements, 'graph').attributes.transform!)!
      .map(Number) as [number, number, number, number]
    const graph = {
      left: x + scale * scene.bounds.left,
      right: x + scale * scene.bounds.right,
      top: y + scale * scene.bounds.top,
      bottom: y + scale * scene.bounds.bottom,
    }
    const numbers = (id: string, key: string) =>
      allIn(byId(elements, id)).flatMap(({ name, attributes }) =>
        (name === 'text' || name === 'tspan') && attributes[key] !== undefined ? [Number(attributes[key])] : [],
      )
    expect(graph.top).toBeGreaterThan(Math.max(...numbers('header', 'y')))
    expect(graph.bottom).toBeLessThan(Math.min(...numbers('footer', 'y')))
    expect(graph.left).toBeGreaterThan(0)
    if (width > height) expect(graph.right).toBeLessThan(Math.min(...numbers('legend', 'x')))
    else {
      expect(graph.right).toBeLessThan(width)
      expect(graph.bottom).toBeLessThan(Math.min(...numbers('legend', 'y')))
    }
    expect(Math.max(...numbers('legend', 'y'))).toBeLessThan(Math.min(...numbers('footer', 'y')))
    expect(Math.max(...numbers('footer', 'y'))).toBeLessThan(height)
  })
})
