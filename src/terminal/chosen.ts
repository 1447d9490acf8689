import { parseDate } from '../model/dates.ts'
import type { Texts } from '../model/outline.ts'
import type { Columns } from '../network/columns.ts'
import { DIMENSIONS, type Dimension } from '../network/filters.ts'
import { USUAL_SIZE } from '../network/measures.ts'
import { measuresOf } from '../network/seriesMeasures.ts'
import { LEGEND_PARTS, type LegendPartId } from '../pictures/subject.ts'
import type { LegendFrame } from '../pictures/svg.ts'
import {
  GROUPINGS,
  LAYOUTS,
  LEDGER_COLUMNS,
  MATRIX_SIDES,
  MATRIX_SORTS,
  VIEWS,
  type Choices,
} from '../state/choices.ts'
import { readHash } from '../state/hash.ts'
import {
  BACKGROUNDS,
  LABELS,
  LINE_WEIGHTS,
  PICTURE_VIEWS,
  sizedAs,
  usualPicture,
  type PictureChoices,
} from '../studio/pictureChoices.ts'
import {
  CSS_DPI,
  DPI_LIMITS,
  POINT_LIMITS,
  SIZE_PRESETS,
  sizeFault,
  inPixels,
  type PictureSize,
  type SizePreset,
} from '../studio/sizes.ts'
import { FILTER_OPTIONS, OptionFault, SIZE_NAMES, VIEW_OPTIONS, nearest, quoted, type Format } from './options.ts'

/** What a command chooses: of the dataset, as a link would, and of the picture, as the studio would. */
export interface Chosen {
  choices: Choices
  picture: PictureChoices
}

/**
 * What the options of a command come to with a dataset.
 *
 * @param values of the options, by their names
 * @throws OptionFault with one line that says what is allowed
 */
export function choose(
  values: ReadonlyMap<string, string>,
  format: Format,
  { columns, texts }: { columns: Columns; texts: Texts },
): Chosen {
  checkWords(values, columns, texts)
  const { choices, notices } = readHash(hashOf(values), columns)
  if (notices.length > 0) throw new OptionFault(asFault(notices[0]!))
  return { choices, picture: pictureOf(values, format, choices) }
}

/** The options that a link knows, as its hash; those that are given go before what `--hash` says. */
function hashOf(values: ReadonlyMap<string, string>): string {
  const own = [...FILTER_OPTIONS, ...VIEW_OPTIONS].flatMap(({ name, part }) => {
    const value = values.get(name)
    return part === undefined || value === undefined ? [] : [{ part, value }]
  })
  const view = values.get('view')
  if (view !== undefined && (VIEWS as readonly string[]).includes(view)) own.push({ part: 'view', value: view })
  const given = values.get('hash') ?? ''
  const parts = given
    .slice(given.indexOf('#') + 1)
    .split('&')
    .filter((text) => text !== '' && !own.some(({ part }) => text.startsWith(`${part}=`)))
  return [...parts, ...own.map(({ part, value }) => `${part}=${encodeURIComponent(value)}`)].join('&')
}

/** A notice on something that a page would mend or ignore, as a fault: here nothing is done about it. */
function asFault(notice: string): string {
  return notice
    .replace(/ and was ignored\.$/, '')
    .replace(/(?:: the period was ignored|; (?:the date was set|it was cut) to .*)\.$/, '')
    .replace(/ and was ignored; /, '; ')
    .replace(/\.$/, '')
}

const PART_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, dimension])),
  source: 'sourceKind',
}

/** Words of which there are only some: a link leaves others out, a command says which there are. */
function checkWords(values: ReadonlyMap<string, string>, columns: Columns, texts: Texts): void {
  const { outline } = columns
  const actors = outline.actors.map(({ id }) => id)
  const lists: [name: string, allowed: readonly string[]][] = [
    ...FILTER_OPTIONS.filter(({ isList }) => isList).map(({ name }): [string, string[]] => [
      name,
      [...columns.options[PART_DIMENSIONS[name]!].map(({ value }) => value), 'none'],
    ]),
    ['members', outline.actors.filter(({ kind }) => kind === 'organisation').map(({ id }) => id)],
    ['compare', actors],
  ]
  for (const [name, allowed] of lists) {
    for (const word of listed(values.get(name))) oneOf(name, word, allowed)
  }
  const measures = measuresOf(columns, texts).map(({ id }) => id)
  const words: [name: string, allowed: readonly string[]][] = [
    ['focus', actors],
    ['view', Object.keys(PICTURE_VIEWS)],
    ['layout', LAYOUTS],
    ['width-of', measures],
    ['size-of', [USUAL_SIZE, ...measures]],
    ['group', GROUPINGS],
    ['cells', MATRIX_SIDES],
    ['order', MATRIX_SORTS],
    ['columns', LEDGER_COLUMNS],
  ]
  for (const [name, allowed] of words) {
    const word = values.get(name)
    if (word !== undefined) oneOf(name, word, allowed)
  }
  for (const name of ['as-of', 'since']) {
    const date = values.get(name)
    if (date !== undefined && !parseDate(date)) {
      throw new OptionFault(`--${name} ${quoted(date)} is no date; write it as 2015-12-31, 2015-12 or 2015`)
    }
  }
}

/** More words than these make no line that one would read. */
const MOST_LISTED = 24

function oneOf<Word extends string>(name: string, word: string, allowed: readonly Word[]): Word {
  const known = allowed.find((own) => own === word)
  if (known !== undefined) return known
  const near = nearest(word, allowed)
  const more = allowed.length > MOST_LISTED ? ` and ${allowed.length - MOST_LISTED} more` : ''
  const words = `${allowed.slice(0, MOST_LISTED).join(', ')}${more}`
  throw new OptionFault(
    `--${name} ${quoted(word)} is none of ${words}${near === null ? '' : `; did you mean ${near}?`}`,
  )
}

function listed(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(',').map((word) => word.trim())
}

function pictureOf(values: ReadonlyMap<string, string>, format: Format, { view }: Choices): PictureChoices {
  const usual = usualPicture(view)
  const asked = values.get('view')
  const sized = sizeOf(values.get('size'))
  const picture: PictureChoices = {
    ...usual,
    ...sized,
    view: asked === undefined ? usual.view : (asked as PictureChoices['view']),
    dpi: dpiOf(values) ?? sized.dpi,
    background: namedIn(values, 'background', BACKGROUNDS) ?? usual.background,
    labels: namedIn(values, 'labels', LABELS) ?? usual.labels,
    title: values.get('title') ?? null,
    subtitle: values.get('subtitle') ?? null,
    source: values.get('source-line') ?? null,
    hasAsOf: !values.has('no-as-of'),
    hasLink: values.has('show-link'),
    legend: legendOf(values),
    points: number(values, 'points', POINT_LIMITS) ?? sized.points,
    lineWeight: number(values, 'line-weight', LINE_WEIGHTS) ?? usual.lineWeight,
  }
  if (picture.hasLink && !values.has('site')) {
    throw new OptionFault('--show-link needs --site: where Dyad is on the web, as https://example.org/dyad/')
  }
  const site = values.get('site')
  if (site !== undefined && !/^https?:\/\/[^\s#]+$/.test(site)) {
    throw new OptionFault(`--site ${quoted(site)} is no address; write it as https://example.org/dyad/`)
  }
  const fault = sizeFault(picture.size, format === 'png' ? picture.dpi : undefined)
  if (fault) throw new OptionFault(fault.replace(/\.$/, ''))
  return picture
}

function namedIn<Word extends string>(
  values: ReadonlyMap<string, string>,
  name: string,
  allowed: Readonly<Record<Word, unknown>>,
): Word | undefined {
  const asked = values.get(name)
  return asked === undefined ? undefined : oneOf(name, asked, Object.keys(allowed) as Word[])
}

function number(
  values: ReadonlyMap<string, string>,
  name: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const asked = values.get(name)
  if (asked === undefined) return undefined
  const value = Number(asked)
  if (asked.trim() === '' || !(value >= least && value <= most)) {
    throw new OptionFault(`--${name} ${quoted(asked)} is no number from ${least} to ${most}`)
  }
  return value
}

function dpiOf(values: ReadonlyMap<string, string>): number | undefined {
  if (values.has('dpi') && values.has('scale')) throw new OptionFault('--dpi and --scale say the same; use one of them')
  const scale = number(values, 'scale', {
    least: DPI_LIMITS.least / CSS_DPI,
    most: DPI_LIMITS.most / CSS_DPI,
  })
  return scale === undefined ? number(values, 'dpi', DPI_LIMITS) : scale * CSS_DPI
}

/** A preset, or a size of one's own, with the letters and resolution of the preset that is nearest to it. */
function sizeOf(asked: string | undefined): Pick<PictureChoices, 'size' | 'points' | 'dpi'> {
  if (asked === undefined) return sizedAs(SIZE_PRESETS[0]!)
  const preset = SIZE_PRESETS.find(({ id }) => id === asked)
  if (preset) return sizedAs(preset)
  const [, width, height, unit] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(px|mm)?$/i.exec(asked) ?? []
  if (width === undefined || height === undefined) {
    throw new OptionFault(
      `--size ${quoted(asked)} is no size; write 1200x900, 85x110mm or one of ${SIZE_NAMES.join(', ')}`,
    )
  }
  const size: PictureSize = {
    width: Number(width),
    height: Number(height),
    unit: unit?.toLowerCase() === 'mm' ? 'mm' : 'px',
  }
  const { points, dpi } = sizedAs(nearestPreset(size))
  return { size, points, dpi }
}

function nearestPreset(size: PictureSize): SizePreset {
  const { width } = inPixels(size)
  const away = (preset: SizePreset) => Math.abs(inPixels(preset).width - width)
  return SIZE_PRESETS.filter(({ unit }) => unit === size.unit).reduce((best, preset) =>
    away(preset) < away(best) ? preset : best,
  )
}

const PLACES = ['auto', 'right', 'below'] as const satisfies readonly LegendFrame['place'][]

function legendOf(values: ReadonlyMap<string, string>): LegendFrame | null {
  const parts = values.get('legend')
  const place = values.get('legend-place')
  if (values.has('no-legend')) {
    if (parts !== undefined || place !== undefined) {
      throw new OptionFault('--no-legend leaves nothing for --legend or --legend-place to say')
    }
    return null
  }
  const all = Object.keys(LEGEND_PARTS) as LegendPartId[]
  return {
    parts: parts === undefined ? null : listed(parts).map((part) => oneOf('legend', part, all)),
    place: place === undefined ? 'auto' : oneOf('legend-place', place, PLACES),
  }
}
