import { dateInWords } from '../../src/language/dates.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WRITERS } from '../../src/formats/writers.ts'
import {
  dayHere,
  dayNumber,
  daysInMonth,
  effectiveDays,
  isoDate,
  parseDate,
  today,
  yearOf,
} from '../../src/model/dates.ts'
import { dateCell, dayText } from '../../src/model/sheet.ts'
import { readHash, writeHash } from '../../src/state/hash.ts'
import { monthEnd, yearEnd } from '../../src/state/playback.ts'
import { columns, selected } from '../bundled.ts'
import { smallDataset } from '../formats/datasets.ts'

/** From the westernmost clock to the easternmost, with half and quarter hours, and where a day was left out (Apia, 2011-12-30). */
const ZONES = [
  'Etc/GMT+12',
  'Pacific/Honolulu',
  'America/St_Johns',
  'UTC',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]

const own = process.env['TZ']
afterEach(() => {
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
})

describe.each(ZONES)('where the clock stands as in %s', (zone) => {
  it('a date of evidence is the same day, in numbers, in words and in tables', () => {
    process.env['TZ'] = zone
    for (const date of ['1981-06-30', '2011-12-30', '2015-03-29', '2016-02-29', '2026-06-18']) {
      const day = parseDate(date)!.last
      expect(isoDate(day)).toBe(date)
      expect(yearOf(day)).toBe(Number(date.slice(0, 4)))
      expect(dayText(dateCell(date) as Date)).toBe(date)
    }
    expect(dateInWords('2011-12-30')).toBe('30 December 2011')
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(daysInMonth(2024, 2)).toBe(29)
    expect(effectiveDays(['2015', '2016-02'])).toEqual([parseDate('2015-12-31')!.last, parseDate('2016-02-29')!.last])
    expect(isoDate(monthEnd(parseDate('2011-12-30')!.last, 1))).toBe('2011-12-31')
    expect(isoDate(yearEnd(parseDate('2016-01-01')!.last, -1))).toBe('2015-12-31')
  })

  it('a link opens on the same day, with the same initiatives', () => {
    process.env['TZ'] = zone
    const { choices } = readHash('asof=2015-12-31&since=2011-12-30', columns)
    expect([choices.asOf, choices.since]).toEqual(['2015-12-31', '2011-12-30'])
    expect(writeHash(choices, columns)).toBe('asof=2015-12-31&since=2011-12-30')
    // Two arms initiatives of the Philippines were signed on 24 October 2017, and none before.
    expect(selected({ partner: ['PHL'] }, '2017-10-23')).toHaveLength(0)
    expect(selected({ partner: ['PHL'] }, '2017-10-24')).toHaveLength(2)
  })

  it('a moment of one’s own is the day that the clock on the wall says', () => {
    process.env['TZ'] = zone
    const at = new Date('2026-11-29T11:30:00Z')
    const wall = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
    expect(dayHere('2026-11-29T11:30:00Z')).toBe(wall)
  })
})

it('a moment is a day earlier far in the west, and a day later far in the east', () => {
  process.env['TZ'] = 'Etc/GMT+12'
  expect(dayHere('2026-11-29T11:30:00Z')).toBe('2026-11-28')
  process.env['TZ'] = 'Pacific/Kiritimati'
  expect(dayHere('2026-11-29T11:30:00Z')).toBe('2026-11-30')
})

it('today is asked of the clock each time: who sleeps through a night wakes to the next day', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T23:50:00Z') })
  try {
    expect(isoDate(today())).toBe('2026-11-29')
    vi.setSystemTime(new Date('2026-12-01T00:10:00Z'))
    expect(isoDate(today())).toBe('2026-12-01')
  } finally {
    vi.useRealTimers()
  }
})

it('files that are handed on say the same wherever they are written', async () => {
  const written = async (zone: string) => {
    process.env['TZ'] = zone
    const files = await Promise.all(WRITERS.map(async (writer) => [writer.id, await textsOf(writer)] as const))
    return Object.fromEntries(files)
  }
  const west = await written('Etc/GMT+12')
  const east = await written('Pacific/Kiritimati')
  expect(Object.keys(west).length).toBeGreaterThan(5)
  for (const id of Object.keys(west)) expect(east[id], id).toEqual(west[id])
})

/** The texts of a file; of one that is packed those of its parts, but for when it was made. */
async function textsOf(writer: (typeof WRITERS)[number]): Promise<string[]> {
  const made = await writer.write(smallDataset(), parseDate('2026-06-18')!.last)
  if (typeof made === 'string') return [made]
  if (made[0] !== 0x50 || made[1] !== 0x4b) return [strFromU8(made)]
  return Object.entries(unzipSync(made)).flatMap(([name, bytes]) =>
    name === 'docProps/core.xml' ? [] : [name, strFromU8(bytes)],
  )
}
