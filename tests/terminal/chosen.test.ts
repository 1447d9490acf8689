import { describe, expect, it } from 'vitest'
import { writeHash } from '../../src/state/hash.ts'
import { choose } from '../../src/terminal/chosen.ts'
import { columns, texts } from '../bundled.ts'
import { askedBy, faultOf } from './faultOf.ts'

function chosen(options: string, output?: string) {
  const { values, format } = askedBy(options, output)
  return choose(values, format, { columns, texts })
}

const hash = (command: string) => writeHash(chosen(command).choices, columns)
const picture = (command: string, output?: string) => chosen(command, output).picture

const fault = (options: string, output?: string) => faultOf(() => chosen(options, output))

describe('what a command chooses of the dataset', () => {
  it('is what a link would', () => {
    expect(hash('')).toBe('')
    expect(hash('--type arms --as-of 2015-12-31 --focus IND')).toBe('type=arms&asof=2015-12-31&focus=IND')
    expect(hash('--width-of arms-tiv --size-of realised --members SCO --suppliers')).toBe(
      'members=SCO&suppliers=yes&width=arms-tiv&size=realised',
    )
    expect(hash('--outcome none')).toBe('outcome=none')
    // A year is read as its last day, as in a link.
    expect(hash('--as-of 2015 --since 2010-06')).toBe('asof=2015-12-31&since=2010-06-30')
    expect(hash('--view timeline --group type --span 2000-2015')).toBe('view=timeline&group=type&span=2000-2015')
  })

  it('may be a whole link, and options beside it come first', () => {
    expect(hash('--hash type=arms&asof=2015-12-31')).toBe('type=arms&asof=2015-12-31')
    expect(hash('--hash https://example.org/dyad/#type=arms&focus=IND --type energy')).toBe('type=energy&focus=IND')
    expect(fault('--hash colour=red')).toBe('“colour” in the link is not known')
  })

  it('is refused where the dataset has no such thing', () => {
    expect(fault('--type arm')).toBe(
      '--type “arm” is none of arms, energy, diplomacy, economy, none; did you mean arms?',
    )
    expect(fault('--type arms,foo')).toContain('“foo” is none of')
    expect(fault('--focus ind')).toMatch(/^--focus “ind” is none of RUS, CHN, IND, .* and 9 more; did you mean IND\?$/)
    expect(fault('--layout round')).toMatch(/focus, force, concentric, kind, organisation, hierarchy/)
    expect(fault('--width-of tonnes')).toContain('arms-tiv')
    expect(fault('--as-of 2015-13-01')).toBe('--as-of “2015-13-01” is no date; write it as 2015-12-31, 2015-12 or 2015')
    // The first milestone is of 1981, and the evidence goes to 18 June 2026.
    expect(fault('--as-of 1900')).toBe('This dataset runs from 30 June 1981 to 18 June 2026')
    expect(fault('--period 1900-1910')).toBe('No initiative begins in 1900-1910')
    expect(fault('--silent 0')).toBe('“silent=0” is no number of years from 1 to 30')
  })
})

describe('what a command chooses of the picture', () => {
  it('is the usual page without any option', () => {
    expect(picture('')).toMatchObject({
      view: 'network',
      size: { width: 1200, height: 900, unit: 'px' },
      dpi: 192,
      background: 'white',
      title: null,
      legend: { parts: null, place: 'auto' },
      labels: 'en',
    })
  })

  it('is a size by name, or one of its own with the letters of the preset that is nearest', () => {
    expect(picture('--size slide')).toMatchObject({ size: { width: 1280, height: 720, unit: 'px' }, dpi: 192 })
    expect(picture('--size 800x600px').size).toEqual({ width: 800, height: 600, unit: 'px' })
    // A column of 89 mm is nearest to 85 mm.
    expect(picture('--size 85x110mm')).toMatchObject({
      size: { width: 85, height: 110, unit: 'mm' },
      points: 6.5,
      dpi: 600,
    })
    expect(picture('--size 85x110mm --points 8 --dpi 300')).toMatchObject({ points: 8, dpi: 300 })
    // At twice the size a picture of 96 dots an inch has 192.
    expect(picture('--scale 2').dpi).toBe(192)
  })

  it('is what it is told', () => {
    expect(picture('--background dark --labels native --no-as-of --line-weight 2')).toMatchObject({
      background: 'dark',
      labels: 'native',
      hasAsOf: false,
      lineWeight: 2,
    })
    expect(picture('--title= --subtitle=Words --source-line=Mine')).toMatchObject({
      title: '',
      subtitle: 'Words',
      source: 'Mine',
    })
    expect(picture('--no-legend').legend).toBeNull()
    expect(picture('--legend types,marks --legend-place below').legend).toEqual({
      parts: ['types', 'marks'],
      place: 'below',
    })
    expect(picture('--view course').view).toBe('course')
    expect(picture('--view ledger').view).toBe('ledger')
  })

  it('is refused where it cannot be drawn', () => {
    expect(fault('--size a5')).toMatch(/^--size “a5” is no size; write 1200x900, 85x110mm or one of page, slide/)
    expect(fault('--size 10x10')).toBe('Each side of a picture is between 240 px and 4,800 px')
    expect(fault('--dpi x')).toBe('--dpi “x” is no number from 48 to 2400')
    expect(fault('--scale 2 --dpi 96')).toBe('--dpi and --scale say the same; use one of them')
    expect(fault('--line-weight 9')).toBe('--line-weight “9” is no number from 0.5 to 3')
    expect(fault('--background red')).toContain('white, paper, dark, clear, clear-dark')
    expect(fault('--no-legend --legend types')).toContain('--no-legend leaves nothing')
    expect(fault('--show-link')).toContain('--show-link needs --site')
    expect(fault('--site dyad')).toContain('is no address')
    // What a PNG cannot have, a PDF can.
    expect(fault('--size a4-portrait --dpi 2400', 'a.png')).toMatch(/^At 2400 dpi a side would have 28,\d{3} pixels/)
    expect(picture('--size a4-portrait --dpi 2400', 'a.pdf').dpi).toBe(2400)
  })
})
