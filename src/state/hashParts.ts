import { ENGLISH, languageWith } from '../language/languages.ts'
import { language, msg, t, usualLanguage, type Message } from '../language/messages.ts'
import { dateInWords } from '../language/dates.ts'
import { isoDate, parseDate } from '../model/dates.ts'
import { asOfRange, dyadId, type Columns } from '../network/columns.ts'
import { DIMENSIONS, type Dimension, type Filters } from '../network/filters.ts'
import { MEASURE_ID } from '../network/measures.ts'
import { sliceFromText, sliceToText } from '../network/slice.ts'
import { LINK_COUNTS } from '../network/strongest.ts'
import {
  COMPARED,
  GROUPINGS,
  LAYOUTS,
  LEDGER_COLUMNS,
  MATRIX_SORTS,
  MATRIX_SIDES,
  VIEWS,
  type Choices,
  type Inspected,
} from './choices.ts'

/** The parts of a hash, one object for each: what it is called, how it is written and how it is read. */

/** What a part is read into. */
export interface Reading {
  columns: Columns
  actors: ReadonlySet<string>
  choices: Choices
  filters: { -readonly [K in keyof Filters]: Filters[K] }
  notices: string[]
}

/** One part of a hash. */
export interface HashPart {
  name: string
  /** @returns what stands behind the `=`; `null` where all is as the dataset opens */
  write: (choices: Choices, usual: Choices) => string | null
  /** Takes down what the part says. @returns a sentence on a part that makes no sense and is ignored */
  read: (value: string, reading: Reading) => string | void
}

/** A part that holds one of a few words. */
function oneOf<K extends keyof Choices>(
  name: string,
  key: K,
  options: readonly (Choices[K] & string)[],
  unknown: (value: string) => string,
): HashPart {
  return {
    name,
    write: (choices, usual) => (choices[key] === usual[key] ? null : (choices[key] as string)),
    read: (value, { choices }) => {
      const known = options.find((own) => own === value)
      if (known === undefined) return unknown(shorten(value))
      choices[key] = known
    },
  }
}

/** A part that holds an actor of the dataset, or none. */
function oneActor(name: string, key: 'focus' | 'beside'): HashPart {
  return {
    name,
    write: (choices, usual) => (choices[key] === usual[key] ? null : choices[key]),
    read: (value, { choices, actors }) => {
      if (!actors.has(value))
        return t('The actor “{id}” is not in this dataset and was ignored.', { id: shorten(value) })
      choices[key] = value
    },
  }
}

/** A part that holds the places of some actors. */
function places(name: string, key: 'pins' | 'placed'): HashPart {
  return {
    name,
    write: (choices) => {
      const own = Object.entries(choices[key])
      return own.length ? own.map(([id, { x, y }]) => `${id}:${round(x)}:${round(y)}`).join(',') : null
    },
    read: (value, { choices, actors, notices }) => {
      choices[key] = readPlaces(value, actors, notices)
    },
  }
}

/** A part that names a column or an order; one that is not there changes nothing. */
function columnName(name: string, key: 'ledgerSort' | 'tableSort' | 'rankSort'): HashPart {
  return {
    name,
    write: (choices, usual) => (choices[key] === usual[key] ? null : choices[key]),
    read: (value, { choices }) => {
      if (!/^-?[a-z]+(-[a-z0-9-]+)?$/.test(value)) {
        return t('The order “{value}” could not be read and was ignored.', { value: shorten(value) })
      }
      choices[key] = value.slice(0, 60)
    },
  }
}

/** A part that names a measure; which there are is known only once the series have come. */
function measure(name: string, key: 'width' | 'size'): HashPart {
  return {
    name,
    write: (choices, usual) => (choices[key] === usual[key] ? null : choices[key]),
    read: (value, { choices }) => {
      if (!MEASURE_ID.test(value)) {
        return t('The measure “{value}” could not be read and was ignored.', { value: shorten(value) })
      }
      choices[key] = value
    },
  }
}

const LONGEST_TEXT = 200

/** A part that holds words as someone typed them. */
function words(
  name: string,
  of: (choices: Choices) => string,
  set: (reading: Reading, value: string) => void,
): HashPart {
  return {
    name,
    write: (choices) => of(choices) || null,
    read: (value, reading) => {
      set(reading, value.slice(0, LONGEST_TEXT))
      if (value.length > LONGEST_TEXT) {
        reading.notices.push(t('The words of the link were cut to {most, number} characters.', { most: LONGEST_TEXT }))
      }
    },
  }
}

const FILTER_NAMES: Record<Dimension, string> = {
  type: 'type',
  subtype: 'subtype',
  outcome: 'outcome',
  nature: 'nature',
  valence: 'valence',
  partner: 'partner',
  confidence: 'confidence',
  sourceKind: 'source',
}

/** Stands after the two ends of a chain that avoids the focus. */
const AROUND = 'around'

/** Stands for a list in which nothing is chosen. */
const NONE = 'none'

function filter(dimension: Dimension): HashPart {
  return {
    name: FILTER_NAMES[dimension],
    write: ({ filters }) => {
      const chosen = filters[dimension]
      return chosen && (chosen.length ? chosen.join(',') : NONE)
    },
    read: (value, { filters, columns, notices }) => {
      filters[dimension] = readOptions(dimension, value, columns, notices)
    },
  }
}

/** The kinds of thing that can be inspected, by the name of their part. */
const INSPECTED: readonly [name: string, kind: NonNullable<Inspected>['kind'], missing: Message][] = [
  ['actor', 'actor', msg('The actor “{id}” is not in this dataset and was ignored.')],
  ['dyad', 'dyad', msg('The dyad “{id}” is not in this dataset and was ignored.')],
  ['initiative', 'initiative', msg('The initiative “{id}” is not in this dataset and was ignored.')],
  ['list', 'slice', msg('The list “{id}” is not in this dataset and was ignored.')],
  ['findings', 'findings', msg('What the findings “{id}” are about is not in this dataset and was ignored.')],
]

function inspectedPart([name, kind, missing]: (typeof INSPECTED)[number]): HashPart {
  return {
    name,
    write: ({ inspected: own }) => (own?.kind === kind ? writeInspected(own) : null),
    read: (value, { choices, columns }) => {
      const own = readInspected(kind, value, columns)
      const id = shorten(value)
      if (choices.inspected) return t('Only one thing can be inspected: “{id}” came second and was ignored.', { id })
      if (!own) return t(missing, { id })
      choices.inspected = own
    },
  }
}

export const LANGUAGE_PART = 'lang'

/** The language is no choice within a dataset: the page follows it (`src/app/language.ts`). */
const languagePart: HashPart = {
  name: LANGUAGE_PART,
  write: () => {
    const [{ id }, usual] = [language(), usualLanguage()]
    // Where a browser asks for another language, English has to be asked for too.
    return id === ENGLISH.id && usual.id === ENGLISH.id ? null : id
  },
  read: (value) =>
    languageWith(value)
      ? undefined
      : t('The language “{value}” is not spoken here and was ignored.', { value: shorten(value) }),
}

/** All parts, in the order in which they are written. */
export const HASH_PARTS: readonly HashPart[] = [
  languagePart,
  oneOf('view', 'view', VIEWS, (value) => t('The view “{value}” is not known and was ignored.', { value })),
  ...DIMENSIONS.map(filter),
  {
    name: 'period',
    write: ({ filters: { period } }) => period && period.join('-'),
    read: (value, { filters, columns, notices }) => {
      filters.period = readPeriod(value, columns, notices)
    },
  },
  words(
    'text',
    ({ filters: { text } }) => text,
    ({ filters }, value) => (filters.text = value),
  ),
  {
    name: 'asof',
    write: ({ asOf }, usual) => (asOf === usual.asOf ? null : asOf),
    read: (value, { choices, columns, notices }) => {
      choices.asOf = readAsOf(value, columns, notices)
    },
  },
  {
    name: 'since',
    write: ({ since }) => since,
    read: (value, { choices, columns, notices }) => {
      if (parseDate(value)) choices.since = readAsOf(value, columns, notices)
      else notices.push(noSuchDate(value))
    },
  },
  {
    name: 'silent',
    write: ({ silentYears }, usual) => (silentYears === usual.silentYears ? null : String(silentYears)),
    read: (value, { choices }) => {
      const years = Number(value)
      if (!Number.isInteger(years) || years < SILENT_RANGE.least || years > SILENT_RANGE.most) {
        return t('“silent={value}” is no number of years from {least, number} to {most, number} and was ignored.', {
          value: shorten(value),
          ...SILENT_RANGE,
        })
      }
      choices.silentYears = years
    },
  },
  oneActor('focus', 'focus'),
  oneOf('layout', 'layout', LAYOUTS, (value) => t('The layout “{value}” is not known and was ignored.', { value })),
  places('placed', 'placed'),
  places('pins', 'pins'),
  {
    name: 'members',
    write: ({ unfolded }) => (unfolded.length ? unfolded.join(',') : null),
    read: (value, { choices, columns, notices }) => {
      const organisations = columns.outline.actors.filter(({ kind }) => kind === 'organisation').map(({ id }) => id)
      const asked = [...new Set(value.split(','))]
      for (const id of asked.filter((own) => !organisations.includes(own)))
        notices.push(t('The organisation “{id}” is not in this dataset and was ignored.', { id: shorten(id) }))
      choices.unfolded = organisations.filter((id) => asked.includes(id))
    },
  },
  {
    name: 'suppliers',
    write: ({ hasSuppliers }) => (hasSuppliers ? 'yes' : null),
    read: (value, { choices }) => {
      if (value !== 'yes') {
        return t('“suppliers={value}” could not be read and was ignored.', { value: shorten(value) })
      }
      choices.hasSuppliers = true
    },
  },
  {
    name: 'links',
    write: ({ mostLinks }, usual) => (mostLinks === usual.mostLinks ? null : String(mostLinks)),
    read: (value, { choices }) => {
      const most = Number(value)
      if (!Number.isInteger(most) || most < 1 || most > LINK_COUNTS.at(-1)!) {
        return t('“links={value}” is no number from 1 to {most} and was ignored.', {
          value: shorten(value),
          most: LINK_COUNTS.at(-1)!,
        })
      }
      choices.mostLinks = most
    },
  },
  measure('width', 'width'),
  measure('size', 'size'),
  {
    name: 'map',
    write: ({ mapSight: sight }) =>
      sight &&
      [sight.longitude, sight.latitude]
        .map(round)
        .concat(Math.round(sight.zoom * 1000) / 1000)
        .join(','),
    read: (value, { choices }) => {
      const [longitude, latitude, zoom, ...more] = value.split(',').map(Number)
      const isOnEarth = Math.abs(longitude ?? NaN) <= 180 && Math.abs(latitude ?? NaN) <= 90
      if (more.length > 0 || !isOnEarth || !(zoom! > 0)) {
        return t('The place to look at on the map could not be read and was ignored.')
      }
      choices.mapSight = { longitude: longitude!, latitude: latitude!, zoom: clamp(zoom!, 0.5, 64) }
    },
  },
  oneOf('group', 'grouping', GROUPINGS, (value) =>
    t('The grouping “{value}” is not known and was ignored.', { value }),
  ),
  {
    name: 'span',
    write: ({ span }) => span && span.join('-'),
    read: (value, { choices }) => {
      const years = readYears(value)
      if (!years || years[0] >= years[1]) {
        return t('The span “{value}” could not be read and was ignored.', { value: shorten(value) })
      }
      choices.span = years
    },
  },
  oneOf('cells', 'matrixSide', MATRIX_SIDES, (value) =>
    t('The matrix “{value}” is not known and was ignored.', { value }),
  ),
  oneOf('order', 'matrixSort', MATRIX_SORTS, (value) =>
    t('The order “{value}” is not known and was ignored.', { value }),
  ),
  {
    name: 'show',
    write: ({ tableColumns }) => tableColumns && tableColumns.join(','),
    read: (value, { choices }) => {
      // A column that is not there is not shown.
      if (!/^[a-z-]+(,[a-z-]+)*$/.test(value)) {
        return t('The columns “{value}” could not be read and were ignored.', { value: shorten(value) })
      }
      choices.tableColumns = [...new Set(value.slice(0, 400).split(','))]
    },
  },
  {
    name: 'sizes',
    write: ({ tableSizes }) => {
      const sizes = Object.entries(tableSizes)
      return sizes.length ? sizes.map(([id, width]) => `${id}:${Math.round(width)}`).join(',') : null
    },
    read: (value, { choices }) => {
      const sizes = value.split(',').map((own) => /^([a-z-]+):(\d{2,4})$/.exec(own))
      if (sizes.includes(null)) {
        return t('The widths “{value}” could not be read and were ignored.', { value: shorten(value) })
      }
      choices.tableSizes = Object.fromEntries(sizes.map((own) => [own![1], clamp(Number(own![2]), 40, 1200)]))
    },
  },
  columnName('by', 'tableSort'),
  words(
    'find',
    ({ find }) => find,
    ({ choices }, value) => (choices.find = value),
  ),
  oneOf('columns', 'ledgerColumns', LEDGER_COLUMNS, (value) =>
    t('The columns “{value}” are not known and were ignored.', { value }),
  ),
  columnName('sort', 'ledgerSort'),
  {
    name: 'compare',
    write: ({ compared }) => (compared.length ? compared.join(',') : null),
    read: (value, { choices, actors, notices }) => {
      choices.compared = readCompared(value, actors, notices)
    },
  },
  columnName('rank', 'rankSort'),
  {
    name: 'path',
    write: ({ path, isPathAround }) => path && [...path, ...(isPathAround ? [AROUND] : [])].join('-'),
    read: (value, { choices, actors }) => {
      const [one, other, around, ...more] = value.split('-')
      const isPath = one !== other && actors.has(one!) && actors.has(other!)
      if (!isPath || more.length > 0 || (around !== undefined && around !== AROUND)) {
        return t('The path “{value}” does not lead from one actor of this dataset to another and was ignored.', {
          value: shorten(value),
        })
      }
      choices.path = [one!, other!]
      choices.isPathAround = around === AROUND
    },
  },
  oneActor('beside', 'beside'),
  ...INSPECTED.map(inspectedPart),
  {
    name: 'camera',
    write: ({ camera }) =>
      camera && [round(camera.x), round(camera.y), Math.round(camera.zoom * 1000) / 1000].join(','),
    read: (value, { choices }) => {
      const [x, y, zoom, ...more] = value.split(',').map(Number)
      if (more.length > 0 || !isPlace(x) || !isPlace(y) || !isPlace(zoom) || zoom <= 0) {
        return t('The place to look at in the link lies outside the network and was ignored.')
      }
      choices.camera = { x, y, zoom: clamp(zoom, 0.1, 8) }
    },
  },
]

function readOptions(dimension: Dimension, value: string, columns: Columns, notices: string[]): string[] | null {
  if (value === NONE) return []
  const asked = value.split(',').filter((own) => own !== '')
  const options = columns.options[dimension]
  const unknown = asked.filter((own) => !options.some((option) => option.value === own))
  for (const own of unknown)
    notices.push(
      t('“{part}={value}” is not in this dataset and was ignored.', {
        part: FILTER_NAMES[dimension],
        value: shorten(own),
      }),
    )
  const chosen = options.map((option) => option.value).filter((own) => asked.includes(own))
  return chosen.length === 0 || chosen.length === options.length ? null : chosen
}

function readPeriod(value: string, columns: Columns, notices: string[]): [number, number] | null {
  const years = readYears(value)
  if (!years) {
    notices.push(
      t('The period “{period}” could not be read and was ignored; write it as 2000-2015.', { period: shorten(value) }),
    )
    return null
  }
  const [first, last] = years
  const [earliest, latest] = columns.years
  if (last < earliest || first > latest) {
    notices.push(t('No initiative begins in {first}-{last}: the period was ignored.', { first, last }))
    return null
  }
  const mended: [number, number] = [clamp(first, earliest, latest), clamp(last, earliest, latest)]
  if (first !== mended[0] || last !== mended[1]) {
    notices.push(
      t('The period {period} reaches beyond this dataset; it was cut to {mended}.', {
        period: `${first}-${last}`,
        mended: mended.join('-'),
      }),
    )
  }
  return mended[0] === earliest && mended[1] === latest ? null : mended
}

/** "2000-2015" or "2015" as two years, the earlier first; `null` where it is neither. */
function readYears(value: string): [number, number] | null {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(value)
  if (!match) return null
  return [Number(match[1]), Number(match[2] ?? match[1])].sort((x, y) => x - y) as [number, number]
}

/** How many years of silence can be asked for. */
export const SILENT_RANGE = { least: 1, most: 30 }

function readCompared(value: string, actors: ReadonlySet<string>, notices: string[]): string[] {
  const asked = [...new Set(value.split(','))]
  const known = asked.filter((id) => actors.has(id))
  for (const id of asked.filter((own) => !actors.has(own)))
    notices.push(t('The actor “{id}” is not in this dataset and was ignored.', { id: shorten(id) }))
  if (known.length > COMPARED.most)
    notices.push(t('Only {most, number} partners can be compared at once.', { most: COMPARED.most }))
  return known.slice(0, COMPARED.most)
}

function readAsOf(value: string, columns: Columns, notices: string[]): string {
  const span = parseDate(value)
  if (!span) {
    notices.push(noSuchDate(value))
    return columns.outline.asOf
  }
  const [earliest, latest] = asOfRange(columns)
  if (span.last < earliest || span.last > latest) {
    const mended = isoDate(clamp(span.last, earliest, latest))
    notices.push(
      t('This dataset runs from {first} to {last}; the date was set to {date}.', {
        first: dateInWords(isoDate(earliest)),
        last: dateInWords(isoDate(latest)),
        date: dateInWords(mended),
      }),
    )
    return mended
  }
  return isoDate(span.last)
}

function noSuchDate(value: string): string {
  return t('The date “{date}” does not exist and was ignored; write it as 2015-12-31.', { date: shorten(value) })
}

function readPlaces(value: string, actors: ReadonlySet<string>, notices: string[]): Choices['pins'] {
  const pins: Record<string, { x: number; y: number }> = {}
  for (const part of value.split(',')) {
    const [id, x, y] = part.split(':')
    const point = { x: Number(x), y: Number(y) }
    if (id && actors.has(id) && x && y && isPlace(point.x) && isPlace(point.y)) pins[id] = point
    else notices.push(t('The place “{place}” in the link could not be read and was ignored.', { place: shorten(part) }))
  }
  return pins
}

function writeInspected(inspected: NonNullable<Inspected>): string {
  if (inspected.kind === 'dyad' && inspected.type) return `${inspected.id}/${inspected.type}`
  if (inspected.kind === 'slice') return sliceToText(inspected.slice)
  if (inspected.kind === 'findings') return inspected.dyad ?? 'all'
  return inspected.id
}

function readInspected(kind: NonNullable<Inspected>['kind'], value: string, columns: Columns): Inspected {
  const { outline } = columns
  if (kind === 'slice') {
    const slice = sliceFromText(columns, value)
    return slice && { kind, slice }
  }
  if (kind === 'findings' && value === 'all') return { kind }
  if (kind === 'initiative') return columns.positions.has(value) ? { kind, id: value } : null
  if (kind === 'actor') return outline.actors.some(({ id }) => id === value) ? { kind, id: value } : null
  const [pair, type] = value.split('/')
  const [one, other] = pair!.split('-')
  const order = new Map(outline.actors.map(({ id }, position) => [id, position]))
  if (!one || !other || !order.has(one) || !order.has(other) || one === other) return null
  const id = dyadId(one, other, order)
  if (kind === 'findings') return { kind, dyad: id }
  return outline.relationTypes.some((own) => own.id === type) ? { kind, id, type } : { kind, id }
}

/** Further from the middle than this there is nothing of a network to see. */
const FURTHEST = 2500

function isPlace(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= FURTHEST
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Words from a link as a notice quotes them. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
