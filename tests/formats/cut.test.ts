import { describe, expect, it } from 'vitest'
import { packOutline, packTexts, unpackOutline, unpackTexts } from '../../src/formats/compact.ts'
import { cutDataset, cutHalves, type CutOptions, type Halves } from '../../src/formats/cut.ts'
import { select } from '../../src/network/select.ts'

import { datasetOf } from '../../src/formats/datasetOf.ts'
import { outlineOf, textsOf } from '../../src/model/outline.ts'
import { datasetSchema, type Dataset } from '../../src/model/schema.ts'
import { columns, dayOf, filtersWith, outline, texts, whole } from '../bundled.ts'

const positionsOf = (...ids: string[]) => ids.map((id) => columns.positions.get(id)!)
const philippines = positionsOf(
  'rus-phl-military-technical-agreement',
  'rus-phl-rpg7',
  'rus-phl-mi17',
  'rus-phl-nuclear',
)

function cut(options: Partial<CutOptions>): Halves {
  return cutHalves({ outline, texts }, { initiatives: philippines, until: null, ...options })
}

/** What is named and not there, and what is there and not named. */
function loose({ outline: head, texts: body }: Halves): string[] {
  const cited = new Set(
    [
      ...[...body.initiatives].flatMap((own) => [...own.milestones, ...own.magnitudes]),
      ...body.memberships,
      ...body.series.flatMap(({ observations }) => observations),
    ].flatMap(({ sources }) => sources),
  )
  const actors = new Set([...head.actors, ...body.contextActors].map(({ id }) => id))
  const codes = body.series.flatMap((own) => Object.keys(own.codes ?? {}))
  const named = new Set([
    head.focus,
    ...[...head.initiatives].flatMap(({ from, to }) => [...from, ...to]),
    ...body.memberships.flatMap(({ organisation, member }) => [organisation, member]),
    ...body.series.flatMap(({ observations }) => observations.flatMap(({ from, to }) => [from, to])),
  ])
  return [
    ...[...cited].filter((id) => !(id in body.sources)),
    ...Object.keys(body.sources).filter((id) => !cited.has(id)),
    ...[...named].filter((id) => !actors.has(id) && !codes.includes(id)),
    ...body.contextActors.map(({ id }) => id).filter((id) => !named.has(id)),
  ]
}

describe('a dataset cut to some initiatives', () => {
  it('keeps their whole lives, with their figures and all that they cite', () => {
    const { outline: head, texts: body } = cut({})
    expect([...head.initiatives]).toEqual(philippines.map((i) => outline.initiatives.at(i)))
    expect(body.initiatives).toEqual(philippines.map((i) => texts.initiatives.at(i)))
    // Eleven publications that the four initiatives cite, and the two of SIPRI behind the shares of arms suppliers.
    expect(Object.keys(body.sources)).toHaveLength(13)
    expect(body.sources['philstar-2018-07-20-rpg']).toEqual(texts.sources['philstar-2018-07-20-rpg'])
    expect(loose({ outline: head, texts: body })).toEqual([])
  })

  it('ends on a day where it is to: nothing of later is left', () => {
    // By the end of 2020 the helicopters (November 2021) had not been signed for. The rockets had stalled in July 2018.
    const { outline: head, texts: body } = cut({ until: dayOf('2020-12-31') })
    expect([...head.initiatives].map(({ id, milestones }) => [id, milestones.length])).toEqual([
      ['rus-phl-military-technical-agreement', 2],
      ['rus-phl-rpg7', 2],
      ['rus-phl-nuclear', 2],
    ])
    expect(Object.keys(body.sources).filter((id) => id.endsWith('mi17'))).toEqual([])
    // The window 2019-2023 of the shares was not over.
    expect(
      body.series
        .flatMap((own) => own.observations.map((row) => row.untilYear ?? row.year))
        .sort()
        .at(-1),
    ).toBe(2019)
    expect(loose({ outline: head, texts: body })).toEqual([])
  })

  it('ends an initiative between two of its milestones, and leaves the days of those before as they were', () => {
    const { outline: head, texts: body } = cut({ initiatives: positionsOf('rus-phl-rpg7'), until: dayOf('2018-07-18') })
    // Signed on 24 October 2017, stalled on 19 July 2018. Of its figures 750 launchers are of October 2017, 7.48 million of the 19th.
    expect(head.initiatives.at(0)!.milestones).toEqual([
      { date: '2017-10-24', day: dayOf('2017-10-24'), stage: 'signed' },
    ])
    expect(body.initiatives.at(0)!.milestones).toHaveLength(1)
    expect(body.initiatives.at(0)!.magnitudes.map(({ value }) => value)).toEqual([750])
    const day = cut({ initiatives: positionsOf('rus-phl-rpg7'), until: dayOf('2018-07-19') })
    expect(day.outline.initiatives.at(0)!.milestones).toHaveLength(2)
  })

  it('keeps the actors of the network where they stood, and of those around only the ends of what is left', () => {
    const { outline: head, texts: body } = cut({})
    expect(head.actors).toEqual(outline.actors)
    // Jordan supplied the Philippines in 1995-1999; Norway, which is around the network too, did not.
    expect(body.contextActors.map(({ id }) => id)).toContain('JOR')
    expect(body.contextActors.map(({ id }) => id)).not.toContain('NOR')
    // 48 rows of arms-share.csv are of what the Philippines received.
    expect(body.series.map(({ id, observations }) => [id, observations.length])).toEqual([['arms-share', 48]])
    expect(body.memberships).toEqual([])
    expect(body.views).toEqual([])
  })

  it('keeps the memberships of organisations that take part, or that are asked for', () => {
    const members = ({ texts: body }: Halves) => [...new Set(body.memberships.map(({ organisation }) => organisation))]
    expect(members(cut({ organisations: ['EEU'] }))).toEqual(['EEU'])
    const sco = [...outline.initiatives].flatMap(({ from, to }, i) => ([...from, ...to].includes('SCO') ? [i] : []))
    const halves = cut({ initiatives: sco })
    expect(members(halves)).toContain('SCO')
    expect(halves.texts.memberships.filter(({ organisation }) => organisation === 'SCO')).toEqual(
      texts.memberships.filter(({ organisation }) => organisation === 'SCO'),
    )
    expect(loose(halves)).toEqual([])
  })

  it('is a dataset that can be packed, unpacked and selected from', () => {
    for (const initiatives of [[], philippines.slice(0, 1), [...outline.initiatives].map((_, i) => i)]) {
      const halves = cut({ initiatives })
      expect(loose(halves)).toEqual([])
      expect(unpackOutline(packOutline(halves.outline))).toEqual(halves.outline)
      const back = unpackTexts(packTexts(halves.texts))
      expect({ ...back, initiatives: [...back.initiatives] }).toEqual(halves.texts)
    }
  })

  it('leaves every selection of every year whole', () => {
    for (const year of [1990, 2005, 2015]) {
      const day = dayOf(`${year}-12-31`)
      const { initiatives } = select(columns, filtersWith({ type: ['energy'] }), day, null)
      expect(loose(cut({ initiatives, until: day })), `${year}`).toEqual([])
    }
  })
})

describe('a dataset put together again from its halves', () => {
  it('has the same halves', () => {
    const dataset = datasetOf({ outline, texts })
    expect(outlineOf(dataset)).toEqual(outline)
    expect(textsOf(dataset)).toEqual(texts)
    expect(datasetSchema.parse(dataset)).toEqual(dataset)
  })

  it('is the dataset itself but for what was read in the sources', () => {
    const sources = whole.sources.map(({ supports: _forChecking, ...source }) => source)
    expect(datasetOf({ outline, texts })).toEqual({ ...whole, sources })
  })
})

describe('a dataset cut to be handed on', () => {
  const ids = new Set(philippines.map((i) => outline.initiatives.at(i)!.id))
  const extract = (until: string | null, initiatives: ReadonlySet<string> | null = ids): Dataset =>
    cutDataset(whole, { initiatives, until: until === null ? null : dayOf(until) })

  it('is the same where nothing is cut', () => {
    expect(extract(null, null)).toBe(whole)
  })

  it('keeps of the actors those that something names, and the focus', () => {
    const part = extract(null)
    const named = part.series.flatMap(({ observations }) => observations.flatMap(({ from, to }) => [from, to]))
    expect(part.actors.map(({ id }) => id).sort()).toEqual(
      [...new Set(['RUS', 'PHL', ...named].filter((id) => whole.actors.some((actor) => actor.id === id)))].sort(),
    )
    expect(part.sources).toHaveLength(13)
    expect(part.sources.find(({ id }) => id === 'philstar-2018-07-20-rpg')).toEqual(
      whole.sources.find(({ id }) => id === 'philstar-2018-07-20-rpg'),
    )
    expect(datasetSchema.parse(part)).toEqual(part)
  })

  it('keeps the focus where nothing else is left', () => {
    const part = extract(null, new Set())
    expect(part.initiatives).toEqual([])
    expect(part.actors.map(({ id }) => id)).toEqual(['RUS'])
  })

  it('ends on the day: milestones, years, marked dates, ends of memberships, its own as-of date', () => {
    const part = extract('2015-06-30', null)
    expect(part.asOf).toBe('2015-06-30')
    const dates = [
      ...part.initiatives.flatMap(({ milestones }) => milestones.map(({ date }) => date)),
      ...part.markedDates.map(({ date }) => date),
      ...part.memberships.flatMap(({ from, to }) => [from ?? '', to ?? '']),
    ]
    expect(dates.filter((date) => date > '2015-06-30')).toEqual([])
    expect(Math.max(...part.series.flatMap(({ observations }) => observations.map(({ year }) => year)))).toBe(2014)
    // Of the Philippines only the rockets and the agreements of 2016 and later: none had begun.
    expect(part.initiatives.filter(({ id }) => id.startsWith('rus-phl'))).toEqual([])
    expect(datasetSchema.parse(part)).toEqual(part)
  })
})
