import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everyLink } from '../../src/network/links.ts'
import { curveAngle, curveAt, fan } from '../../src/scene/curves.ts'
import { focusLayout, withPins } from '../../src/scene/layouts.ts'
import { PALETTES, type Scheme } from '../../src/scene/palette.ts'
import { readCount } from '../../src/network/measures.ts'
import { lineWidth, widthScale } from '../../src/scene/widths.ts'
import { NO_OUTCOMES } from '../../src/network/standing.ts'
import { columns, outline, sceneOn } from '../bundled.ts'

describe('fan', () => {
  it('draws one link straight', () => {
    expect(fan({ x: 0, y: 0 }, { x: 100, y: 0 }, [4], 20)).toEqual([
      { start: { x: 0, y: 0 }, control: { x: 50, y: 0 }, end: { x: 100, y: 0 } },
    ])
  })

  it('keeps parallel links apart in the middle by their widths and the gap', () => {
    // Two links of 4 with a gap of 6: their middles are 10 apart, 5 to each side.
    const [left, right] = fan({ x: 0, y: 0 }, { x: 100, y: 0 }, [4, 4], 20)
    expect(curveAt(left!, 0.5)).toEqual({ x: 50, y: -5 })
    expect(curveAt(right!, 0.5)).toEqual({ x: 50, y: 5 })
    expect(curveAngle(left!, 0.5)).toBeCloseTo(0)
  })

  it('brings wide fans together at the actors, within the spread', () => {
    const curves = fan({ x: 0, y: 0 }, { x: 100, y: 0 }, [20, 20, 20], 10)
    for (const { start, end } of curves) {
      expect(Math.abs(start.y)).toBeLessThanOrEqual(10)
      expect(Math.abs(end.y)).toBeLessThanOrEqual(10)
    }
  })

  it('survives two actors in one place', () => {
    const [curve] = fan({ x: 5, y: 5 }, { x: 5, y: 5 }, [3], 10)
    expect(Number.isFinite(curve!.control.x)).toBe(true)
  })
})

describe('focusLayout', () => {
  const positions = focusLayout(outline, 'RUS', 'wide')

  it('places every actor, none on another', () => {
    expect([...positions.keys()].toSorted()).toEqual(outline.actors.map(({ id }) => id).toSorted())
    expect(new Set([...positions.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(outline.actors.length)
  })

  it('puts the focus in the middle and organisations on the left', () => {
    expect(positions.get('RUS')).toEqual({ x: 0, y: 0 })
    for (const id of ['ASEAN', 'SCO', 'EEU', 'APEC', 'EAS', 'BRICS', 'RIC'])
      expect(positions.get(id)!.x).toBeLessThan(0)
  })

  it('lets a new focus change places with the dataset’s own, and no one else move', () => {
    const other = focusLayout(outline, 'IND', 'wide')
    expect(other.get('IND')).toEqual({ x: 0, y: 0 })
    expect(other.get('RUS')).toEqual(positions.get('IND'))
    for (const [id, point] of other) if (id !== 'IND' && id !== 'RUS') expect(point).toEqual(positions.get(id))
  })

  it('lets pins move only actors that there are', () => {
    const moved = withPins(positions, { CHN: { x: 1, y: 2 }, nobody: { x: 3, y: 4 } })
    expect(moved.get('CHN')).toEqual({ x: 1, y: 2 })
    expect(moved.has('nobody')).toBe(false)
    expect(moved.get('IND')).toEqual(positions.get('IND'))
  })
})

describe('widths', () => {
  it('grow in proportion, from the thinnest to the widest link of the dataset', () => {
    const scale = widthScale(readCount('initiatives', everyLink(columns), NO_OUTCOMES))
    expect(lineWidth(scale, 0)).toBe(0)
    expect(lineWidth(scale, scale.reading.most)).toBe(15)
    const step = lineWidth(scale, 11) - lineWidth(scale, 10)
    expect(lineWidth(scale, 21) - lineWidth(scale, 20)).toBeCloseTo(step, 1)
  })
})

describe('sceneOf', () => {
  it('draws the Philippines as of 2026: three arms initiatives of which one is realised, one pending reactor', () => {
    const { links, nodes, legend } = sceneOn({ partner: ['PHL'] })
    const scale = widthScale(readCount('initiatives', everyLink(columns), NO_OUTCOMES))
    const [arms, energy] = links
    expect(arms).toMatchObject({
      id: 'RUS-PHL/arms',
      line: 'solid',
      bandWidth: lineWidth(scale, 3),
      lineWidth: lineWidth(scale, 1),
      isConflict: false,
      words: 'Russia and Philippines, Arms: 3 initiatives, 1 realised and 2 failed',
    })
    expect(arms!.badge!.text).toBe('A 3')
    expect(energy).toMatchObject({
      line: 'dashed',
      words: 'Russia and Philippines, Energy: 1 initiative, 1 pending (1 silent)',
    })
    expect(energy!.badge!.text).toBe('E')
    expect(nodes.find(({ id }) => id === 'PHL')).toMatchObject({ isTied: true, words: 'Philippines: 4 initiatives' })
    expect(nodes.find(({ id }) => id === 'CHN')).toMatchObject({ isTied: false, words: 'China: no ties' })
    expect(legend.types.map(({ id, initiatives }) => [id, initiatives])).toEqual([
      ['arms', 3],
      ['energy', 1],
      ['diplomacy', 0],
      ['economy', 0],
    ])
    expect(legend.hasConflict).toBe(false)
    expect(legend.hasBackground).toBe(false)
  })

  it('marks conflict, and draws what passes the focus by in the background', () => {
    const { links, legend } = sceneOn({ partner: ['USA'] })
    expect(links.find(({ id }) => id === 'SCO-USA/diplomacy/conflict')).toMatchObject({
      isConflict: true,
      isBackground: true,
      badge: null,
    })
    expect(legend).toMatchObject({ hasConflict: true, hasBackground: true })
  })

  it('keeps every actor where it is, whatever is filtered', () => {
    const place = ({ nodes }: ReturnType<typeof sceneOn>) => nodes.map(({ id, x, y }) => [id, x, y])
    expect(place(sceneOn({ type: ['arms'] }))).toEqual(place(sceneOn({})))
    expect(place(sceneOn({ type: [] }))).toEqual(place(sceneOn({})))
  })

  it('draws failed dotted and ended pale', () => {
    // rus-phl-rpg7 stalled in July 2018; nothing else of arms is left if what was realised is filtered out.
    expect(sceneOn({ partner: ['PHL'], type: ['arms'], outcome: ['failed'] }).links[0]).toMatchObject({
      line: 'dotted',
    })
    // rus-prk-six-party-talks: delivering, then suspended.
    const ended = sceneOn({ partner: ['USA'], outcome: ['ended'] }).links.find(({ id }) => id === 'RUS-USA/diplomacy')
    expect(ended).toMatchObject({ line: 'pale', lineOpacity: 0.45 })
  })
})

describe('the palette', () => {
  it('has the colours that the page has', () => {
    const css = readFileSync('src/app/theme.css', 'utf8')
    const block = (scheme: Scheme) => css.split(/:root(?:\[data-scheme='dark'\])? \{/)[scheme === 'light' ? 1 : 2]!
    for (const scheme of ['light', 'dark'] as const) {
      for (const [name, colour] of Object.entries(PALETTES[scheme]))
        expect(block(scheme)).toContain(`--${name}: ${colour};`)
    }
  })
})
