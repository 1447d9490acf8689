import { describe, expect, it } from 'vitest'
import { unpackOutline, unpackTexts } from '../../src/formats/compact.ts'
import { NO_OUTCOMES } from '../../src/network/standing.ts'
import type { Texts } from '../../src/model/outline.ts'
import { columnsOf } from '../../src/network/columns.ts'
import type { Reading } from '../../src/network/measures.ts'
import { measuresOf, readMeasure } from '../../src/network/seriesMeasures.ts'
import { openSession, type Session } from '../../src/state/session.ts'
import { PERMITS, type Permit } from '../../src/state/edition.ts'
import { copyOf } from '../../src/studio/copyOf.ts'
import { columns, dayOf, outline, texts } from '../bundled.ts'

const flags = { ru: '<svg>ru</svg>', ph: '<svg>ph</svg>', jo: '<svg>jo</svg>', zz: '<svg>zz</svg>' }

function copyAt(hash: string, permits: readonly Permit[] = PERMITS, address = `https://dyad.example/#${hash}`) {
  const session = openSession(outline, hash)
  session.setTexts(texts)
  const choices = session.choices.getState()
  return copyOf({
    columns,
    texts,
    choices,
    derived: session.derive(),
    permits: new Set(permits),
    title: 'T',
    address,
    flags,
  })
}

function readingIn({ columns: own, every }: Session, body: Texts, id: string): Reading {
  const asOf = dayOf('2026-06-18')
  return readMeasure(id, { columns: own, texts: body, every, outcomes: NO_OUTCOMES, period: null, asOf })
}

describe('the copy of what is selected', () => {
  it('holds the selection, opens on its choices without a fault, and says what it holds', () => {
    const hash = 'view=timeline&type=arms&partner=PHL,CHN&outcome=failed'
    const copy = copyAt(hash)
    const own = unpackOutline(copy.outline)
    // Of the arms initiatives with the Philippines and China those that failed: the rockets and the helicopters, and China's.
    expect([...own.initiatives].map(({ id }) => id)).toEqual(expect.arrayContaining(['rus-phl-rpg7', 'rus-phl-mi17']))
    const opened = openSession(own, copy.hash)
    opened.setTexts(unpackTexts(copy.texts))
    expect(opened.notices.getState()).toEqual([])
    expect(opened.choices.getState().view).toBe('timeline')
    expect(opened.derive().selection.initiatives).toHaveLength(own.initiatives.length)
    expect(copy.holds).toMatch(
      /^A copy of a selection: Arms, failed, with China and (the )?Philippines: \d+ of 380 initiatives as of 18 June 2026\. No other initiatives are in it, whatever the date\.$/,
    )
    expect(copy.home).toBe(`https://dyad.example/#${hash}`)
  })

  it('takes nothing along that came after the date where the reader may not move it', () => {
    const copy = copyAt('partner=PHL&asof=2020-12-31', ['details'])
    expect([...unpackOutline(copy.outline).initiatives].map(({ id }) => id)).toEqual([
      'rus-phl-military-technical-agreement',
      'rus-phl-rpg7',
      'rus-phl-nuclear',
    ])
    expect(copy.texts).not.toContain('mi17')
    expect(copy.holds).toMatch(
      /as of 31 December 2020: 3 of \d+ initiatives\. No other initiatives are in it, and nothing after that day\.$/,
    )
  })

  it('draws what a series measured to the scale of the whole dataset, however few actors are left', () => {
    for (const [width, partner, type] of [
      ['trade.turnover', 'VNM', 'economy'],
      // A series of several kinds and units keeps the names of its measures.
      ['energy.crude.mt', 'CHN', 'energy'],
    ] as const) {
      const whole = openSession(outline, '')
      const before = readingIn(whole, texts, width)
      const copy = copyAt(`partner=${partner}&width=${width}`)
      const cut = openSession(unpackOutline(copy.outline), copy.hash)
      const after = readingIn(cut, unpackTexts(copy.texts), width)
      expect(cut.choices.getState().width).toBe(width)
      expect([after.measure.id, after.measure.label]).toEqual([width, before.measure.label])
      expect(after.most).toBe(before.most)
      const linkId = `RUS-${partner}/${type}`
      const [own, then] = [cut, whole].map(({ every }) => every.find(({ id }) => id === linkId)!)
      expect(after.of(own!)).toEqual(before.of(then!))
    }
    // data/series/trade.csv: the largest turnover of any partner is China's 244.819 in 2024; Vietnam's was 4.6.
    expect(readingIn(openSession(outline, ''), texts, 'trade.turnover').most).toBeCloseTo(244.8, 1)
  })

  it('offers no measure that the whole dataset does not offer', () => {
    const copy = copyAt('partner=VNM,IND,CHN,JPN')
    const offered = measuresOf(columnsOf(unpackOutline(copy.outline)), unpackTexts(copy.texts)).map(({ id }) => id)
    expect(offered).toContain('trade.turnover')
    const all = measuresOf(columns, texts).map(({ id }) => id)
    expect(offered.filter((id) => !all.includes(id))).toEqual([])
  })

  it('takes the flags of those who are in it, and opens no Details where there are none', () => {
    const copy = copyAt('partner=PHL&initiative=rus-phl-rpg7', ['asof'])
    expect(Object.keys(copy.flags).sort()).toEqual(['ph', 'ru'])
    // Jordan supplied arms to the Philippines.
    expect(Object.keys(copy.contextFlags)).toEqual(['jo'])
    expect(copy.hash).not.toContain('initiative=')
    expect(copyAt('partner=PHL&initiative=rus-phl-rpg7').hash).toContain('initiative=rus-phl-rpg7')
  })

  it('leads back only to a page of the web', () => {
    expect(copyAt('', PERMITS, 'file:///tmp/index.html').home).toBeNull()
  })
})
