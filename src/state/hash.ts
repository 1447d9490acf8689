import { isoDate, parseDate, type Day } from '../model/dates.ts'
import type { Columns } from '../network/columns.ts'
import { dyadId } from '../network/columns.ts'
import { DIMENSIONS, NO_FILTERS, type Dimension, type Filters } from '../network/filters.ts'
import { sliceFromText, sliceToText } from '../network/slice.ts'
import {
  COMPARED,
  defaultChoices,
  GROUPINGS,
  LAYOUTS,
  LEDGER_COLUMNS,
  VIEWS,
  type Choices,
  type Inspected,
} from './choices.ts'

/**
 * The URL hash: everything that is chosen and differs from what the dataset opens with, so that a link reopens the same
 * screen. It reads like a query: `#type=arms,energy&outcome=realised&period=2000-2015&asof=2015-12-31&focus=IND`.
 */

const HASH_NAMES: Record<Dimension, string> = {
  type: 'type',
  subtype: 'subtype',
  outcome: 'outcome',
  nature: 'nature',
  valence: 'valence',
  partner: 'partner',
  confidence: 'confidence',
  sourceKind: 'source',
}

const LONGEST_TEXT = 200

/** Stands for a list in which nothing is chosen. */
const NONE = 'none'

/** Writes choices as a hash, without the `#`; empty where all is as the dataset opens. */
export function writeHash(choices: Choices, columns: Columns): string {
  const usual = defaultChoices(columns.outline)
  const parts: [string, string][] = []
  if (choices.view !== usual.view) parts.push(['view', choices.view])
  for (const dimension of DIMENSIONS) {
    const chosen = choices.filters[dimension]
    if (chosen) parts.push([HASH_NAMES[dimension], chosen.length ? chosen.join(',') : NONE])
  }
  const { period, text } = choices.filters
  if (period) parts.push(['period', period.join('-')])
  if (text) parts.push(['text', text])
  if (choices.asOf !== usual.asOf) parts.push(['asof', choices.asOf])
  if (choices.since !== null) parts.push(['since', choices.since])
  if (choices.silentYears !== usual.silentYears) parts.push(['silent', String(choices.silentYears)])
  if (choices.focus !== usual.focus) parts.push(['focus', choices.focus])
  if (choices.layout !== usual.layout) parts.push(['layout', choices.layout])
  const pins = Object.entries(choices.pins)
  if (pins.length) parts.push(['pins', pins.map(([id, { x, y }]) => `${id}:${round(x)}:${round(y)}`).join(',')])
  if (choices.grouping !== usual.grouping) parts.push(['group', choices.grouping])
  if (choices.span) parts.push(['span', choices.span.join('-')])
  if (choices.ledgerColumns !== usual.ledgerColumns) parts.push(['columns', choices.ledgerColumns])
  if (choices.ledgerSort) parts.push(['sort', choices.ledgerSort])
  if (choices.compared.length) parts.push(['compare', choices.compared.join(',')])
  if (choices.beside) parts.push(['beside', choices.beside])
  if (choices.inspected) parts.push(inspectedPart(choices.inspected))
  if (choices.camera) {
    const { x, y, zoom } = choices.camera
    parts.push(['camera', [round(x), round(y), Math.round(zoom * 1000) / 1000].join(',')])
  }
  return parts.map(([name, value]) => `${name}=${encodeValue(value)}`).join('&')
}

function inspectedPart(inspected: NonNullable<Inspected>): [string, string] {
  if (inspected.kind === 'dyad' && inspected.type) return ['dyad', `${inspected.id}/${inspected.type}`]
  if (inspected.kind === 'slice') return ['list', sliceToText(inspected.slice)]
  if (inspected.kind === 'findings') return ['findings', inspected.dyad ?? 'all']
  return [inspected.kind, inspected.id]
}

/** Percent-encodes what a hash needs encoded, and leaves commas, slashes and colons to be read by people. */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|2F|3A|20)/gi, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  )
}

/** What a hash says, as far as it makes sense, and a sentence for each part that was mended or ignored. */
export interface ReadHash {
  choices: Choices
  notices: string[]
}

/** Reads a hash, with or without its `#`. Never throws: what makes no sense is left out and said. */
export function readHash(hash: string, columns: Columns): ReadHash {
  const notices: string[] = []
  const choices: Choices = { ...defaultChoices(columns.outline) }
  const filters: { -readonly [K in keyof Filters]: Filters[K] } = { ...NO_FILTERS }
  const known = new Set<string>()
  for (const [name, value] of partsOf(hash, notices)) {
    if (known.has(name)) {
      notices.push(`“${name}” stands in the link twice; the first one counts.`)
      continue
    }
    known.add(name)
    readPart(name, value, { columns, choices, filters, notices })
  }
  return { choices: { ...choices, filters }, notices }
}

function partsOf(hash: string, notices: string[]): [string, string][] {
  const parts: [string, string][] = []
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part === '') continue
    const [name, ...rest] = part.split('=')
    try {
      parts.push([decodeURIComponent(name!), decodeURIComponent(rest.join('=').replace(/\+/g, ' '))])
    } catch {
      notices.push(`“${shorten(part)}” in the link could not be read and was ignored.`)
    }
  }
  return parts
}

interface Reading {
  columns: Columns
  choices: Choices
  filters: { -readonly [K in keyof Filters]: Filters[K] }
  notices: string[]
}

function readPart(name: string, value: string, reading: Reading): void {
  const { columns, choices, filters, notices } = reading
  const ignore = (what: string) => notices.push(`${what} and was ignored.`)
  const actors = new Set(columns.outline.actors.map(({ id }) => id))
  const dimension = DIMENSIONS.find((own) => HASH_NAMES[own] === name)
  if (dimension) {
    filters[dimension] = readOptions(dimension, value, columns, notices)
    return
  }
  switch (name) {
    case 'view': {
      const view = VIEWS.find((own) => own === value)
      if (view) choices.view = view
      else ignore(`The view “${shorten(value)}” is not known`)
      return
    }
    case 'layout': {
      const layout = LAYOUTS.find((own) => own === value)
      if (layout) choices.layout = layout
      else ignore(`The layout “${shorten(value)}” is not known`)
      return
    }
    case 'period':
      filters.period = readPeriod(value, columns, notices)
      return
    case 'text':
      filters.text = value.slice(0, LONGEST_TEXT)
      if (value.length > LONGEST_TEXT) notices.push(`The words of the link were cut to ${LONGEST_TEXT} characters.`)
      return
    case 'asof':
      choices.asOf = readAsOf(value, columns, notices)
      return
    case 'since':
      choices.since = readSince(value, columns, notices)
      return
    case 'silent': {
      const years = Number(value)
      if (Number.isInteger(years) && years >= SILENT_RANGE.least && years <= SILENT_RANGE.most) {
        choices.silentYears = years
      } else ignore(`“silent=${shorten(value)}” is no number of years from 1 to 30`)
      return
    }
    case 'group': {
      const grouping = GROUPINGS.find((own) => own === value)
      if (grouping) choices.grouping = grouping
      else ignore(`The grouping “${shorten(value)}” is not known`)
      return
    }
    case 'span': {
      const years = readYears(value)
      if (years && years[0] < years[1]) choices.span = years
      else ignore(`The span “${shorten(value)}” could not be read`)
      return
    }
    case 'columns': {
      const columnsOf = LEDGER_COLUMNS.find((own) => own === value)
      if (columnsOf) choices.ledgerColumns = columnsOf
      else ignore(`The columns “${shorten(value)}” are not known`)
      return
    }
    case 'sort':
      // A column that is not there sorts nothing.
      if (/^-?[a-z]+(-[a-z0-9-]+)?$/.test(value)) choices.ledgerSort = value.slice(0, 60)
      else ignore(`The order “${shorten(value)}” could not be read`)
      return
    case 'compare':
      choices.compared = readCompared(value, actors, notices)
      return
    case 'beside':
      if (actors.has(value)) choices.beside = value
      else ignore(`The actor “${shorten(value)}” is not in this dataset`)
      return
    case 'focus':
      if (actors.has(value)) choices.focus = value
      else ignore(`The actor “${shorten(value)}” is not in this dataset`)
      return
    case 'pins':
      choices.pins = readPins(value, actors, notices)
      return
    case 'camera': {
      const [x, y, zoom, ...more] = value.split(',').map(Number)
      if (more.length === 0 && isPlace(x) && isPlace(y) && isPlace(zoom) && zoom > 0) {
        choices.camera = { x, y, zoom: Math.min(8, Math.max(0.1, zoom)) }
      } else ignore('The place to look at in the link lies outside the network')
      return
    }
    case 'actor':
    case 'dyad':
    case 'initiative':
    case 'list':
    case 'findings': {
      const inspected = readInspected(name, value, columns)
      if (choices.inspected) ignore(`Only one thing can be inspected: “${shorten(value)}” came second`)
      else if (inspected) choices.inspected = inspected
      else ignore(`The ${name} “${shorten(value)}” is not in this dataset`)
      return
    }
    default:
      ignore(`“${shorten(name)}” in the link is not known`)
  }
}

function readOptions(dimension: Dimension, value: string, columns: Columns, notices: string[]): string[] | null {
  if (value === NONE) return []
  const asked = value.split(',').filter((own) => own !== '')
  const options = columns.options[dimension]
  const unknown = asked.filter((own) => !options.some((option) => option.value === own))
  for (const own of unknown)
    notices.push(`“${HASH_NAMES[dimension]}=${shorten(own)}” is not in this dataset and was ignored.`)
  const chosen = options.map((option) => option.value).filter((own) => asked.includes(own))
  return chosen.length === 0 || chosen.length === options.length ? null : chosen
}

function readPeriod(value: string, columns: Columns, notices: string[]): [number, number] | null {
  const years = readYears(value)
  if (!years) {
    notices.push(`The period “${shorten(value)}” could not be read and was ignored; write it as 2000-2015.`)
    return null
  }
  const [first, last] = years
  const [earliest, latest] = columns.years
  if (last < earliest || first > latest) {
    notices.push(`No initiative begins in ${first}-${last}: the period was ignored.`)
    return null
  }
  const mended: [number, number] = [clamp(first, earliest, latest), clamp(last, earliest, latest)]
  if (first !== mended[0] || last !== mended[1]) {
    notices.push(`The period ${first}-${last} reaches beyond this dataset; it was cut to ${mended.join('-')}.`)
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

function readSince(value: string, columns: Columns, notices: string[]): string | null {
  if (parseDate(value)) return readAsOf(value, columns, notices)
  notices.push(`The date “${shorten(value)}” does not exist and was ignored; write it as 2015-12-31.`)
  return null
}

function readCompared(value: string, actors: ReadonlySet<string>, notices: string[]): string[] {
  const asked = [...new Set(value.split(','))]
  const known = asked.filter((id) => actors.has(id))
  for (const id of asked.filter((own) => !actors.has(own)))
    notices.push(`The actor “${shorten(id)}” is not in this dataset and was ignored.`)
  if (known.length > COMPARED.most) notices.push(`Only ${COMPARED.most} partners can be compared at once.`)
  return known.slice(0, COMPARED.most)
}

function readAsOf(value: string, columns: Columns, notices: string[]): string {
  const span = parseDate(value)
  if (!span) {
    notices.push(`The date “${shorten(value)}” does not exist and was ignored; write it as 2015-12-31.`)
    return columns.outline.asOf
  }
  const [earliest, latest] = asOfRange(columns)
  if (span.last < earliest || span.last > latest) {
    const mended = isoDate(clamp(span.last, earliest, latest))
    notices.push(`This dataset runs from ${isoDate(earliest)} to ${isoDate(latest)}; the date was set to ${mended}.`)
    return mended
  }
  return isoDate(span.last)
}

/** The first and the last day that a dataset can be read as of: when its first initiative begins, and its own date. */
export function asOfRange(columns: Columns): [Day, Day] {
  const latest = parseDate(columns.outline.asOf)!.last
  return [columns.begins.reduce((first, day) => Math.min(first, day), latest), latest]
}

function readPins(value: string, actors: ReadonlySet<string>, notices: string[]): Choices['pins'] {
  const pins: Record<string, { x: number; y: number }> = {}
  for (const part of value.split(',')) {
    const [id, x, y] = part.split(':')
    const point = { x: Number(x), y: Number(y) }
    if (id && actors.has(id) && x && y && isPlace(point.x) && isPlace(point.y)) pins[id] = point
    else notices.push(`The place “${shorten(part)}” in the link could not be read and was ignored.`)
  }
  return pins
}

function readInspected(
  kind: 'actor' | 'dyad' | 'initiative' | 'list' | 'findings',
  value: string,
  columns: Columns,
): Inspected {
  const { outline } = columns
  if (kind === 'list') {
    const slice = sliceFromText(columns, value)
    return slice && { kind: 'slice', slice }
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

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
