import { describe, expect, it } from 'vitest'
import { NO_EMPHASIS, type Emphasis } from '../../src/canvas/emphasis.ts'
import { paintGroups, paintLinks } from '../../src/canvas/paint.ts'
import { PALETTES } from '../../src/scene/palette.ts'
import type { SceneLink } from '../../src/scene/scene.ts'
import { sceneLink } from '../scene/sceneLink.ts'

const palette = PALETTES.light

const LINK = sceneLink()

/** A sheet that takes down what is painted on it, in words. */
function sheet() {
  const painted: string[] = []
  const state = { strokeStyle: '', fillStyle: '', lineWidth: 1, globalAlpha: 1, lineCap: 'butt', dash: [] as number[] }
  let at = ''
  const point = (x: number, y: number) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`
  const alpha = () => Math.round(state.globalAlpha * 1000) / 1000
  const context = Object.assign(state, {
    lineJoin: '',
    font: '',
    textAlign: '',
    beginPath: () => (at = ''),
    moveTo: (x: number, y: number) => (at += `M${point(x, y)}`),
    lineTo: (x: number, y: number) => (at += `L${point(x, y)}`),
    quadraticCurveTo: (cx: number, cy: number, x: number, y: number) => (at += `Q${point(cx, cy)} ${point(x, y)}`),
    roundRect: (x: number, y: number, width: number, height: number) => (at = `box ${point(x, y)} ${width}x${height}`),
    setLineDash: (dash: number[]) => (state.dash = dash.map((length) => Math.round(length * 100) / 100)),
    stroke: () => {
      const dash = state.dash.length > 0 ? ` dashed ${state.dash.join(' ')} ${state.lineCap}` : ''
      painted.push(`${at} ${state.strokeStyle} ${state.lineWidth} at ${alpha()}${dash}`)
    },
    fill: () => painted.push(`${at} filled ${state.fillStyle} at ${alpha()}`),
    fillText: (text: string, x: number, y: number) =>
      painted.push(`"${text}" ${point(x, y)} ${state.fillStyle} at ${alpha()}`),
  })
  return { painted, context: context as unknown as CanvasRenderingContext2D }
}

function linksPainted(links: SceneLink[], emphasis: Emphasis = NO_EMPHASIS): string[] {
  const { painted, context } = sheet()
  paintLinks(context, links, palette, emphasis)
  return painted
}

const CURVE = 'M0,0Q50,10 100,0'
const selecting = (...links: string[]): Emphasis => ({
  ...NO_EMPHASIS,
  selected: { actors: new Set(), links: new Set(links) },
})

describe('paintLinks', () => {
  it('paints what was promised as a pale band and what was realised as a line in it', () => {
    expect(linksPainted([LINK])).toEqual([`${CURVE} #a3195b 6 at 0.3`, `${CURVE} #a3195b 2 at 1`])
  })

  it('leaves out a band that its line covers, and a line without a width', () => {
    expect(linksPainted([{ ...LINK, bandOpacity: 0 }])).toEqual([`${CURVE} #a3195b 2 at 1`])
    expect(linksPainted([{ ...LINK, lineWidth: 0 }])).toEqual([`${CURVE} #a3195b 6 at 0.3`])
    expect(linksPainted([])).toEqual([])
  })

  it('dashes what is pending and dots what failed, with longer gaps in a line three times as thick, and nothing after it', () => {
    const dashed = linksPainted([
      { ...LINK, bandOpacity: 0, line: 'dashed' },
      { ...LINK, bandOpacity: 0, line: 'dotted', lineWidth: 6.6 },
      { ...LINK, bandOpacity: 0 },
    ])
    expect(dashed).toEqual([
      `${CURVE} #a3195b 2 at 1 dashed 7 5 butt`,
      `${CURVE} #a3195b 6.6 at 1 dashed 0.3 15 round`,
      `${CURVE} #a3195b 2 at 1`,
    ])
  })

  it('pales what passes the focus by, and dims all but what is pointed at', () => {
    const faint: SceneLink = { ...LINK, id: 'faint', isBackground: true }
    const bright: Emphasis = { ...NO_EMPHASIS, bright: { actors: new Set(), links: new Set(['faint']) } }
    // 0.3 and 1, times 0.35 in the background, times 0.12 where dimmed.
    expect(linksPainted([faint, LINK], bright)).toEqual([
      `${CURVE} #a3195b 6 at 0.105`,
      `${CURVE} #a3195b 2 at 0.35`,
      `${CURVE} #a3195b 6 at 0.036`,
      `${CURVE} #a3195b 2 at 0.12`,
    ])
  })

  it('lays what is selected over the others, with a halo and in full strength', () => {
    const faint: SceneLink = { ...LINK, id: 'faint', isBackground: true, colour: '#111111' }
    expect(linksPainted([faint, LINK], selecting('faint'))).toEqual([
      `${CURVE} #a3195b 6 at 0.3`,
      `${CURVE} #a3195b 2 at 1`,
      // 2 and 6 to each side.
      `${CURVE} #111111 14 at 0.4`,
      `${CURVE} #111111 6 at 0.3`,
      `${CURVE} #111111 2 at 1`,
    ])
  })

  it('outlines where the keyboard is in ink, and not an actor of the same id', () => {
    const walked: Emphasis = { ...NO_EMPHASIS, walked: { kind: 'link', id: LINK.id } }
    expect(linksPainted([LINK], walked).slice(0, 2)).toEqual([
      `${CURVE} ${palette.ink} 9 at 1`,
      `${CURVE} ${palette.background} 6 at 1`,
    ])
    expect(linksPainted([LINK], { ...NO_EMPHASIS, walked: { kind: 'actor', id: LINK.id } })).toHaveLength(2)
  })

  it('writes badges over all links', () => {
    const badge = { text: 'A 2', at: { x: 40, y: 5 }, along: 40 }
    expect(
      linksPainted([
        { ...LINK, badge },
        { ...LINK, bandOpacity: 0 },
      ]).slice(-2),
    ).toEqual([
      // 25 wide, 14 high, around its middle.
      `box 27.5,-2 25x14 filled ${palette.background} at 1`,
      `"A 2" 40,8.6 #a3195b at 1`,
    ])
  })

  it('marks conflict by three ticks in a break', () => {
    const painted = linksPainted([{ ...LINK, isConflict: true }])
    expect(painted).toHaveLength(4)
    expect(painted[2]).toMatch(new RegExp(` ${palette.background} 11 at 1$`))
    expect(painted[3]).toMatch(/^(M[-\d.,]+L[-\d.,]+){3} #a3195b 1\.8 at 1$/)
  })
})

describe('paintGroups', () => {
  it('paints a box with its name in it', () => {
    const { painted, context } = sheet()
    paintGroups(context, [{ id: 'ASEAN', label: 'ASEAN', box: { left: 10, top: 20, right: 110, bottom: 80 } }], palette)
    expect(painted).toEqual([
      `box 10,20 100x60 filled ${palette.faint} at 0.16`,
      `box 10,20 100x60 ${palette.faint} 1 at 1`,
      expect.stringMatching(/^"ASEAN" 60,/),
    ])
  })
})
