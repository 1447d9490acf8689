import { readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { openSession } from '../../src/state/session.ts'
import { usualPicture } from '../../src/studio/pictureChoices.ts'
import { createStudio } from '../../src/studio/studio.ts'
import { outline, texts } from '../bundled.ts'
import { textBoxesIn } from '../pictures/textBoxes.ts'

const land = JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8')) as Topology

/** A studio with a session of its own that looks at a view. */
function studioAt(view: 'network' | 'map' | 'timeline' | 'matrix' | 'ledger') {
  const session = openSession(outline, '')
  session.setTexts(texts)
  session.choices.setState({ view })
  const studio = createStudio(session, { flags: () => ({}), land: async () => land, link: () => '' })
  return { studio, choices: usualPicture(view) }
}

/** Where texts of a group stand, by what they say. */
function placesIn(svg: string, id: string): Map<string, string> {
  return new Map(
    textBoxesIn(svg, id).map(({ text, left, top }) => [text, `${left.toFixed(1)} ${top.toFixed(1)}`] as const),
  )
}

const LAST = '2015-12-31'

describe.each(['network', 'map', 'timeline'] as const)('the frames of a film of the %s', (view) => {
  it('have their names, legend and axis in the same places', async () => {
    const { studio, choices } = studioAt(view)
    const frames = await Promise.all(
      ['1999-12-31', '2008-12-31', LAST].map((day) => studio.picture(choices, day, LAST)),
    )
    const drawn = view === 'network' ? 'actors' : view === 'map' ? 'actors' : 'axis'
    const [early, middle, late] = frames.map(({ svg }) => placesIn(svg, drawn))
    for (const places of [early!, middle!]) {
      // The chip with the as-of date goes along the axis; all else stays.
      const kept = [...places].filter(([text]) => !/\d+ December|^Weitz/.test(text))
      expect(kept.length).toBeGreaterThan(5)
      for (const [text, place] of kept) expect(late!.get(text), text).toBe(place)
    }
    const legends = frames.map(({ svg }) => JSON.stringify([...placesIn(svg, 'legend')]))
    expect(new Set(legends).size).toBe(1)
    // The legend holds on every day, so that it gives no numbers of initiatives.
    expect(legends[0]).not.toMatch(/Arms \(\d/)
  })

  it('have a legend of all outcomes, since earlier frames may show what the last one does not', async () => {
    const { studio, choices } = studioAt(view)
    const { svg } = await studio.picture(choices, '1999-12-31', LAST)
    for (const outcome of ['Realised:', 'Pending:', 'Ended:', 'Failed:'])
      expect([...placesIn(svg, 'legend').keys()].some((text) => text.startsWith(outcome))).toBe(true)
  })

  it('show what stood on their day', async () => {
    const { studio, choices } = studioAt(view)
    const { svg } = await studio.picture(choices, '1999-12-31', LAST)
    expect(svg).toContain('As of 31 December 1999')
    expect(svg).not.toContain('As of 31 December 2015')
  })
})

describe.each([
  ['matrix', 'names'],
  ['ledger', 'partners'],
] as const)('the frames of a film of the %s', (view, group) => {
  const days = ['1999-12-31', '2008-12-31', LAST]

  it('have their rows and heads in the same places, which are empty before there is anything', async () => {
    const { studio, choices } = studioAt(view)
    const [early, middle, late] = await Promise.all(days.map((day) => studio.picture(choices, day, LAST)))
    const heads = [early, middle, late].map((frame) => JSON.stringify([...placesIn(frame!.svg, 'heads')]))
    expect(new Set(heads).size).toBe(1)
    const names = [early, middle, late].map((frame) =>
      [...placesIn(frame!.svg, group)].filter(([text]) => outline.actors.some((actor) => actor.names.en === text)),
    )
    const last = new Map(names[2])
    for (const own of names.slice(0, 2)) for (const [text, place] of own) expect(last.get(text), text).toBe(place)
    // The first initiative with BRICS begins in June 2012, the first one with China in 1991.
    expect(names.map((own) => own.some(([text]) => text === 'BRICS'))).toEqual([false, false, true])
    expect(names.map((own) => own.some(([text]) => text === 'China'))).toEqual([true, true, true])
  })

  it('count what had begun by their day', async () => {
    const { studio, choices } = studioAt(view)
    const { svg } = await studio.picture(choices, '1999-12-31', LAST)
    // 40 initiatives had begun by the end of 1999.
    if (view === 'matrix') expect([...placesIn(svg, 'totals').keys()]).toContain('40')
    expect(svg).not.toMatch(/\b(NaN|undefined)\b/)
  })
})

describe('the frames of a film of the course of outcomes', () => {
  it('have one axis', async () => {
    const { studio, choices } = studioAt('network')
    const frames = await Promise.all(
      ['1999-12-31', LAST].map((day) => studio.picture({ ...choices, view: 'course' }, day, LAST)),
    )
    const [early, late] = frames.map(({ svg }) => [...placesIn(svg, 'course')].filter(([text]) => /^\d+$/.test(text)))
    expect(early!.length).toBeGreaterThan(5)
    expect(early).toEqual(late)
  })

  it('name a day that is marked only once it has come, and keep its place before', async () => {
    const { studio, choices } = studioAt('network')
    const frames = await Promise.all(
      ['1999-12-31', '2015-12-30', LAST].map((day) => studio.picture({ ...choices, view: 'course' }, day, LAST)),
    )
    const legends = frames.map(({ svg }) => placesIn(svg, 'legend'))
    // data/dataset.yaml marks one date: December 2015, which has come with its last day.
    const marks = [...legends[2]!.keys()].slice(-3)
    expect(marks.join(' ')).toBe("Marks Weitz's essay in The Diplomat, December 2015")
    for (const early of legends.slice(0, 2)) {
      expect([...early.keys()].filter((text) => marks.includes(text))).toEqual([])
      expect([...early]).toEqual([...legends[2]!].filter(([text]) => !marks.includes(text)))
    }
  })
})
