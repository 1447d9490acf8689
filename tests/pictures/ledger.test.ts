import { describe, expect, it } from 'vitest'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import { LEDGER_COLUMNS, type Choices } from '../../src/state/choices.ts'
import { ledgerOfSession } from '../../src/studio/tableSubjects.ts'
import { outside, overlaps, textBoxesIn } from './textBoxes.ts'
import { DARK, drawing, framed, LIGHT, sessionWith, SIZES } from './viewSamples.ts'
import { allIn, readXml, textOf } from '../../src/pictures/xmlReader.ts'

const since = '2015-12-31'

function drawn(choices: Partial<Choices>, width: number, height: number, style = USUAL_STYLE) {
  return drawing(ledgerOfSession(sessionWith(choices), { ...LIGHT, style }), width, height)
}

/** The texts of the row that begins with a name. */
function rowOf(svg: string, name: string): string[] {
  const rows = allIn(readXml(svg)).find(({ attributes }) => attributes.id === 'partners')!
  const row = rows.children.find((child) => typeof child !== 'string' && textOf(child).includes(`${name}: `))!
  return allIn(row as typeof rows)
    .filter((own) => own.name === 'text')
    .map((own) => textOf(own).trim().replace(/\s+/g, ' '))
}

describe('the places of letters', () => {
  it.each(SIZES.flatMap(([width, height]) => LEDGER_COLUMNS.map((set) => [set, width, height] as const)))(
    '%s at %i x %i: none outside, none over another, none cut',
    (ledgerColumns, width, height) => {
      for (const style of [USUAL_STYLE, { ...USUAL_STYLE, fontSize: 15 }]) {
        const { svg } = drawn({ ledgerColumns, since }, width, height, style)
        const boxes = textBoxesIn(svg, null)
        expect(boxes.length).toBeGreaterThan(10)
        expect(outside(boxes, width, height)).toEqual([])
        expect(overlaps(boxes)).toEqual([])
        expect(svg).not.toContain('…')
      }
    },
  )
})

describe('numbers', () => {
  // With Mongolia there are three outputs: CICA (1992, delivering since 2006-06-17), the economic corridor (2014, in force
  // since 2022-09-15) and the Tumen initiative (1991, in force in 2005, stalled in 2009, announced anew in 2018 and not
  // heard of since). The forum of Vladivostok is a process.
  it('are those of the records', () => {
    expect(rowOf(drawn({ asOf: '2025-12-31' }, 1232, 900).svg, 'Mongolia')).toEqual([
      'Mongolia',
      // Promised, realised, pending, of it silent, ended, failed.
      '3',
      '2',
      '1',
      '1',
      '0',
      '0',
      // Ever realised; still stands.
      '3 of 3',
      '2 of 3',
      // From the end of 1992 to June 2006, in the middle of 14 years and of 7.7.
      '13.5 years',
      'of 3',
      // From the end of 1991 to the end of 2025.
      '34.0 years',
      'of 1',
      // The forum; no conflict.
      '1',
      '0',
    ])
  })

  it('are sorted as chosen', () => {
    const names = (ledgerSort: string | null) =>
      textBoxesIn(drawn({ ledgerSort }, 1232, 1200).svg, 'partners')
        .filter(({ left, text }) => left === 0 && /^\p{Lu}/u.test(text))
        .map(({ text }) => text)
    expect(names(null)[0]).toBe('China')
    expect(names('name')[0]).toBe('APEC')
    expect(names('-conflict')[0]).toBe('Japan')
    expect(names('name').at(-1)).toBe('All, each once')
    expect(names('name').at(-2)).toBe('Without Russia')
  })

  it('sum up what has no room, each initiative once', () => {
    const { svg, notes } = drawn({}, 1232, 300)
    const row = rowOf(svg, 'more partners')
    expect(row[0]).toMatch(/^and/)
    const said = /^(\d+) partners have no room at this size, and are summed in one row\.$/.exec(notes[0]!)!
    expect(row[0]).toContain(said[1])
    expect(rowOf(svg, 'All, each once')[1]).toBe(rowOf(drawn({}, 1232, 1200).svg, 'All, each once')[1])
  })

  it('say which columns have no room, and keep promised and realised', () => {
    const { svg, notes } = drawn({}, 308, 300)
    const heads = textBoxesIn(svg, 'heads').map(({ text }) => text)
    expect(heads).toContain('Promised')
    expect(heads).toContain('Realised')
    expect(notes.at(-1)).toContain('columns have no room at this size')
    expect(notes.at(-1)).toContain('time, median, to delivery')
  })

  it('are none where nothing is selected', () => {
    const filters = { ...sessionWith({}).choices.getState().filters, type: [] }
    const { svg, notes } = drawn({ filters }, 968, 560)
    expect(rowOf(svg, 'All, each once').slice(0, 2)).toEqual(['All, each once', '0'])
    expect(notes).toEqual([])
  })
})

describe('pictures', () => {
  it('stand in one column of a journal, light', async () => {
    const session = sessionWith({ asOf: '2015-12-31' })
    const subject = ledgerOfSession(session, { ...LIGHT, style: USUAL_STYLE })
    await expect(framed(session, subject, 336, 416).svg).toMatchFileSnapshot('golden/ledger-column-light.svg')
  })

  it('stand on a slide, dark, with what changed between two dates', async () => {
    const session = sessionWith({ ledgerColumns: 'change', since })
    const { filters } = session.choices.getState()
    session.choices.setState({ filters: { ...filters, partner: ['CHN', 'IND', 'JPN', 'MNG'] } })
    const subject = ledgerOfSession(session, { ...DARK, style: USUAL_STYLE })
    await expect(framed(session, subject, 1280, 720).svg).toMatchFileSnapshot('golden/ledger-slide-dark.svg')
  })
})
