import { describe, expect, it } from 'vitest'
import { dyadHelp, pictureHelp } from '../../src/terminal/help.ts'
import { PICTURE_OPTIONS, nearest, readArguments } from '../../src/terminal/options.ts'
import { faultOf, words } from './faultOf.ts'

const read = (command: string) => readArguments(words(command))
const fault = (command: string) => faultOf(() => read(command))

describe('the arguments of dyad', () => {
  it('name a command, or ask for help', () => {
    expect(read('')).toEqual({ kind: 'help', of: 'dyad' })
    expect(read('--help')).toEqual({ kind: 'help', of: 'dyad' })
    expect(read('help picture')).toEqual({ kind: 'help', of: 'picture' })
    expect(read('picture --help')).toEqual({ kind: 'help', of: 'picture' })
    expect(read('picture --type arms -h')).toEqual({ kind: 'help', of: 'picture' })
    expect(read('--version')).toEqual({ kind: 'version' })
    expect(fault('film')).toBe('there is no command “film”; there is: picture (see npx dyad --help)')
  })

  it('are options with values, lists among them', () => {
    const asked = read('picture --type arms --type energy,diplomacy --as-of=2015-12-31 --suppliers -o arms.svg')
    expect(asked).toEqual({
      kind: 'picture',
      values: new Map([
        ['type', 'arms,energy,diplomacy'],
        ['as-of', '2015-12-31'],
        ['suppliers', 'yes'],
        ['output', 'arms.svg'],
      ]),
      output: 'arms.svg',
      format: 'svg',
    })
  })

  it('say the format by the ending of the file, or by --format', () => {
    const format = (command: string) => {
      const asked = read(`picture ${command}`)
      return asked.kind === 'picture' && asked.format
    }
    expect(format('-o a.PNG')).toBe('png')
    expect(format('-o a.tar.pdf')).toBe('pdf')
    expect(format('-o a --format png')).toBe('png')
    expect(format('-o -')).toBe('svg')
    expect(format('--format pdf -o -')).toBe('pdf')
    expect(fault('picture -o a.gif')).toBe('“a.gif” does not end in .svg, .png or .pdf; or say --format')
    expect(fault('picture -o a.svg --format gif')).toContain('svg, png and pdf can')
  })

  it('may have a text that looks like an option only behind "="', () => {
    const asked = readArguments(['picture', '--title=--type', '-o', 'a.svg'])
    expect(asked.kind === 'picture' && asked.values.get('title')).toBe('--type')
    expect(fault('picture --title --type arms -o a.svg')).toMatch(/^--title needs a value/)
  })

  it('are refused in one line that says what is meant', () => {
    expect(fault('picture')).toMatch(/^say which file to write: -o picture\.svg/)
    expect(fault('picture --tpye arms -o a.svg')).toBe(
      'there is no option --tpye, did you mean --type?; see dyad picture --help',
    )
    expect(fault('picture --qqq -o a.svg')).toBe('there is no option --qqq; see dyad picture --help')
    expect(fault('picture -o')).toMatch(/^-o needs a file/)
    expect(fault('picture --focus IND --focus CHN -o a.svg')).toBe('--focus stands twice; once is enough')
    expect(fault('picture --no-legend=yes -o a.svg')).toBe('--no-legend takes no value')
    expect(fault('picture arms -o a.svg')).toBe('“arms” belongs to no option; a file is named by -o')
  })
})

describe('the word that was meant', () => {
  it('differs by little', () => {
    expect(nearest('arm', ['arms', 'energy'])).toBe('arms')
    // Two letters that changed places are one slip.
    expect(nearest('tpye', ['type', 'text'])).toBe('type')
    expect(nearest('IND', [])).toBeNull()
    expect(nearest('economics', ['arms'])).toBeNull()
  })
})

describe('the help', () => {
  it('tells every option, on lines that fit', () => {
    const help = pictureHelp()
    for (const { name } of PICTURE_OPTIONS) expect(help).toContain(`--${name}`)
    expect(help).toContain('-o, --output FILE')
    expect(help).toContain('npx dyad picture --type arms --as-of 2015-12-31 --focus IND -o arms.svg')
    for (const line of [...help.split('\n'), ...dyadHelp().split('\n')]) expect(line.length, line).toBeLessThan(101)
  })
})
