import { parseArgs } from 'node:util'
import { LEGEND_PARTS } from '../pictures/subject.ts'
import { BACKGROUNDS, LABELS, PICTURE_VIEWS } from '../studio/pictureChoices.ts'
import { DPI_LIMITS, POINT_LIMITS, SIZE_PRESETS } from '../studio/sizes.ts'
import { GROUPINGS, LAYOUTS, LEDGER_COLUMNS, MATRIX_SIDES, MATRIX_SORTS } from '../state/choices.ts'

/** The command line of `dyad picture`: which options there are, and what stands in them. */

/** What is wrong with a command, in one line that says what is allowed. */
export class OptionFault extends Error {}

interface Option {
  name: string
  /** What stands behind it, as the help calls it; none for an option that is on or not. */
  value?: string
  short?: string
  help: string
  /** The part of a link that says the same. */
  part?: string
  /** True where it may be given several times, each adding to the list. */
  isList?: boolean
}

export const FILTER_OPTIONS: readonly Option[] = [
  { name: 'type', value: 'LIST', part: 'type', isList: true, help: 'relation types: arms, energy, diplomacy, economy' },
  {
    name: 'subtype',
    value: 'LIST',
    part: 'subtype',
    isList: true,
    help: 'subtypes, each with its type: arms/transfer',
  },
  { name: 'outcome', value: 'LIST', part: 'outcome', isList: true, help: 'realised, pending, ended, failed' },
  { name: 'nature', value: 'LIST', part: 'nature', isList: true, help: 'output, process' },
  { name: 'valence', value: 'LIST', part: 'valence', isList: true, help: 'cooperation, conflict' },
  { name: 'partner', value: 'LIST', part: 'partner', isList: true, help: 'actors by their ids: IND,CHN' },
  { name: 'confidence', value: 'LIST', part: 'confidence', isList: true, help: 'how sure the coding is' },
  { name: 'source', value: 'LIST', part: 'source', isList: true, help: 'kinds of sources that tell of it' },
  { name: 'period', value: 'YEARS', part: 'period', help: 'when an initiative began: 2000-2015, or 2015' },
  { name: 'text', value: 'WORDS', part: 'text', help: 'words that must all occur in an initiative' },
]

export const VIEW_OPTIONS: readonly Option[] = [
  { name: 'as-of', value: 'DATE', part: 'asof', help: 'the day from which all is read: 2015-12-31' },
  { name: 'since', value: 'DATE', part: 'since', help: 'an earlier day to compare with' },
  { name: 'silent', value: 'YEARS', part: 'silent', help: 'after how many years without news a promise is silent' },
  { name: 'focus', value: 'ACTOR', part: 'focus', help: 'the actor in the middle, by its id' },
  { name: 'view', value: 'NAME', help: Object.keys(PICTURE_VIEWS).join(', ') },
  { name: 'layout', value: 'NAME', part: 'layout', help: LAYOUTS.join(', ') },
  { name: 'width-of', value: 'MEASURE', part: 'width', help: 'what the width of a tie stands for: initiatives, ...' },
  { name: 'size-of', value: 'MEASURE', part: 'size', help: 'what the size of a flag stands for' },
  { name: 'members', value: 'LIST', part: 'members', isList: true, help: 'organisations to show with their members' },
  { name: 'suppliers', part: 'suppliers', help: 'shows the other suppliers of arms' },
  { name: 'group', value: 'NAME', part: 'group', help: `of the Timeline: ${GROUPINGS.join(', ')}` },
  { name: 'span', value: 'YEARS', part: 'span', help: 'of the Timeline: 2000-2015' },
  { name: 'cells', value: 'NAME', part: 'cells', help: `of the Matrix: ${MATRIX_SIDES.join(', ')}` },
  { name: 'order', value: 'NAME', part: 'order', help: `of the Matrix: ${MATRIX_SORTS.join(', ')}` },
  { name: 'columns', value: 'NAME', part: 'columns', help: `of the Ledger: ${LEDGER_COLUMNS.join(', ')}` },
  { name: 'compare', value: 'LIST', part: 'compare', isList: true, help: 'partners whose series stand side by side' },
  { name: 'hash', value: 'LINK', help: 'all of the above as in a link; options beside it come first' },
]

export const LOOK_OPTIONS: readonly Option[] = [
  { name: 'size', value: 'SIZE', help: `1200x900 (pixels), 85x110mm, or one of the sizes below` },
  { name: 'dpi', value: 'NUMBER', help: `resolution of a PNG, ${DPI_LIMITS.least} to ${DPI_LIMITS.most}` },
  { name: 'scale', value: 'NUMBER', help: 'the same as --dpi, in pixels of the PNG for one of the picture' },
  { name: 'background', value: 'NAME', help: Object.keys(BACKGROUNDS).join(', ') },
  { name: 'title', value: 'TEXT', help: "instead of the suggested title; '' for none" },
  { name: 'subtitle', value: 'TEXT', help: "instead of the sentence on what is shown; '' for none" },
  { name: 'source-line', value: 'TEXT', help: "instead of the citation of the data; '' for none" },
  { name: 'labels', value: 'NAME', help: `names of actors: ${Object.keys(LABELS).join(', ')}` },
  { name: 'legend', value: 'LIST', isList: true, help: `its parts: ${Object.keys(LEGEND_PARTS).join(', ')}` },
  { name: 'legend-place', value: 'NAME', help: 'auto, right, below' },
  { name: 'no-legend', help: 'leaves the legend out' },
  { name: 'no-as-of', help: 'leaves the line with the as-of date out' },
  {
    name: 'points',
    value: 'NUMBER',
    help: `size of the letters, ${POINT_LIMITS.least} to ${POINT_LIMITS.most} points`,
  },
  { name: 'line-weight', value: 'NUMBER', help: 'of all lines, 0.5 to 3 times as wide' },
  { name: 'site', value: 'ADDRESS', help: 'where Dyad is on the web: the file says which link reopens it there' },
  { name: 'show-link', help: 'writes that link in the picture too' },
]

export const FILE_OPTIONS: readonly Option[] = [
  { name: 'output', value: 'FILE', short: 'o', help: 'the file to write; - for the standard output' },
  { name: 'format', value: 'NAME', help: 'svg, png, pdf; else by the ending of the file' },
  { name: 'data', value: 'FOLDER', help: 'another data folder than the one that comes along' },
  { name: 'help', short: 'h', help: 'shows this' },
]

export const PICTURE_OPTIONS = [...FILTER_OPTIONS, ...VIEW_OPTIONS, ...LOOK_OPTIONS, ...FILE_OPTIONS]

/** What the names of `--size` stand for, each with its size: for the help. */
export const SIZE_NAMES = SIZE_PRESETS.map(({ id }) => id)

export const FORMATS = ['svg', 'png', 'pdf'] as const
export type Format = (typeof FORMATS)[number]

/** What was asked for on the command line, as words. */
export type Asked =
  | { kind: 'help'; of: 'dyad' | 'picture' }
  | { kind: 'version' }
  | { kind: 'picture'; values: ReadonlyMap<string, string>; output: string; format: Format }

/**
 * Reads the arguments of `dyad`.
 * @throws OptionFault where they make no sense
 */
export function readArguments(args: readonly string[]): Asked {
  const [command, ...rest] = args
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    return { kind: 'help', of: rest[0] === 'picture' ? 'picture' : 'dyad' }
  }
  if (command === '--version' || command === '-v') return { kind: 'version' }
  if (command !== 'picture') {
    throw new OptionFault(`there is no command ${quoted(command)}; there is: picture (see npx dyad --help)`)
  }
  const values = readOptions(rest)
  if (values.has('help')) return { kind: 'help', of: 'picture' }
  const output = values.get('output')
  if (output === undefined) {
    throw new OptionFault('say which file to write: -o picture.svg (or .png, .pdf; - for the standard output)')
  }
  return { kind: 'picture', values, output, format: formatOf(output, values.get('format')) }
}

function readOptions(args: readonly string[]): Map<string, string> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      PICTURE_OPTIONS.map(({ name, value, short }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short ? { short } : {}) },
      ]),
    ),
    strict: false,
    tokens: true,
  })
  const values = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new OptionFault(`${quoted(token.value)} belongs to no option; a file is named by -o`)
    }
    if (token.kind !== 'option') continue
    const option = PICTURE_OPTIONS.find(({ name }) => name === token.name)
    const { rawName, value, inlineValue } = token
    if (!option) throw new OptionFault(`there is no option ${rawName}${suggestion(rawName)}; see dyad picture --help`)
    if (option.value === undefined) {
      if (value !== undefined) throw new OptionFault(`${rawName} takes no value`)
      values.set(option.name, 'yes')
      continue
    }
    // What looks like the next option is one, unless it is written with "=".
    if (value === undefined || (!inlineValue && /^--?[a-z]/i.test(value))) {
      throw new OptionFault(`${rawName} needs ${option.value === 'FILE' ? 'a file' : 'a value'}: ${option.help}`)
    }
    const before = values.get(option.name)
    if (before !== undefined && !option.isList) throw new OptionFault(`${rawName} stands twice; once is enough`)
    values.set(option.name, before === undefined ? value : `${before},${value}`)
  }
  return values
}

function formatOf(output: string, asked: string | undefined): Format {
  const ending = /\.([a-z0-9]+)$/i.exec(output)?.[1]?.toLowerCase()
  const known = FORMATS.find((format) => format === (asked ?? (output === '-' ? 'svg' : ending)))
  if (known) return known
  if (asked !== undefined) throw new OptionFault(`--format ${quoted(asked)} cannot be written; svg, png and pdf can`)
  throw new OptionFault(`${quoted(output)} does not end in .svg, .png or .pdf; or say --format`)
}

/** ", did you mean --type?" where an option is only mistyped. */
function suggestion(asked: string): string {
  const near = nearest(
    asked,
    PICTURE_OPTIONS.map(({ name }) => `--${name}`),
  )
  return near === null ? '' : `, did you mean ${near}?`
}

/** The word that differs least from what was asked for; `null` where none is near. */
export function nearest(asked: string, words: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(asked.length / 3)) + 1
  for (const word of words) {
    const distance = editsBetween(asked.toLowerCase(), word.toLowerCase())
    if (distance < least) [best, least] = [word, distance]
  }
  return best
}

/** How many letters have to be put in, left out or changed; two that only changed places count as one. */
function editsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1)
      }
    }
    rows.push(row)
  }
  return rows[one.length]![other.length]!
}

/** What someone typed, on one line and not too long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`
}
