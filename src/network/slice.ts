import { known, msg, t, type Message } from '../language/messages.ts'
import { listInWords, lowerFirst, upperFirst } from '../language/numbers.ts'
import { namesOf } from '../model/actorNames.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import type { Valence } from '../model/schema.ts'
import { changeInWords, CHANGES, type Change, type Comparison } from './changes.ts'
import type { Columns } from './columns.ts'
import { byBeginning, dyadId } from './columns.ts'
import { OUTCOME_LABELS, subtypeValue, VALENCE_LABELS } from './filters.ts'
import type { Selection } from './select.ts'
import { firstRealisedAt } from './standing.ts'
import { ACCOUNT_PARTS, accountPartsByCode, beginsWithPromise, type AccountPart } from './tally.ts'

/**
 * A part of the selection, by conditions that must all hold: what a number on the screen counts, so that each number can
 * open the initiatives behind it.
 */
export interface Slice {
  /** In this dyad. */
  dyad?: string
  /** In any dyad of this actor. */
  actor?: string
  /** In no dyad of this actor. */
  without?: string
  type?: string
  /** As in the filters: `arms/transfer`. */
  subtype?: string
  valence?: Valence
  account?: AccountPart
  outcome?: Outcome
  /** Pending and silent, or pending and not silent. */
  silent?: 'yes' | 'no'
  /** Realised at any time up to the as-of date, whether or not it still is. */
  ever?: 'realised'
  /** Its first milestone is a promise, so that the time to its delivery is known. */
  first?: 'promise'
  /** What became of it since the day that the as-of date is compared with. */
  change?: Change
  /** What it had come to by that day: an outcome, or anything at all. */
  before?: Outcome | 'begun' | 'ever-realised'
}

/** What a slice is cut from. */
export interface SliceInput {
  columns: Columns
  selection: Selection
  /** `null` where no other date is compared: then nothing passes a condition on changes. */
  comparison: Comparison | null
}

/** The initiatives of a slice, by the day they begin. */
export function initiativesOf({ columns, selection, comparison }: SliceInput, slice: Slice): number[] {
  const { rows } = columns
  const isBySides = sidesOf(columns, slice)
  const isByKind = kindsOf(columns, slice)
  const everBy = (i: number, day: number) => firstRealisedAt(rows, i, day) !== null
  const wasBefore = (i: number): boolean => {
    const before = comparison?.before.at(i)
    if (!comparison || !before) return false
    if (slice.before === 'begun') return true
    return slice.before === 'ever-realised' ? everBy(i, comparison.since) : before === slice.before
  }
  const passing = selection.initiatives.filter(
    (i) =>
      isBySides[rows.sides.codes[i]!] &&
      isByKind(rows.kinds.codes[i]!, rows.grades.codes[i]!) &&
      (slice.outcome === undefined || selection.outcomes.at(i) === slice.outcome) &&
      (slice.silent === undefined ||
        (selection.outcomes.at(i) === 'pending' && selection.isSilent(i) === (slice.silent === 'yes'))) &&
      (slice.ever === undefined || everBy(i, selection.asOf)) &&
      (slice.first === undefined || beginsWithPromise(columns, i)) &&
      (slice.change === undefined || comparison?.changes[i] === slice.change) &&
      (slice.before === undefined || wasBefore(i)),
  )
  return byBeginning(columns, passing)
}

/** By code of the sides, whether such initiatives stand in the dyad of a slice, and with and without its actors. */
function sidesOf({ dyads, dyadsBySides }: Columns, slice: Slice): boolean[] {
  const isWith = (position: number, actor: string) => dyads[position]!.a === actor || dyads[position]!.b === actor
  return dyadsBySides.map(
    (own) =>
      (slice.dyad === undefined || own.some((position) => dyads[position]!.id === slice.dyad)) &&
      (slice.actor === undefined || own.some((position) => isWith(position, slice.actor!))) &&
      (slice.without === undefined || !own.some((position) => isWith(position, slice.without!))),
  )
}

/** Whether initiatives of a kind and grade, by their codes, are of the type, subtype, valence and part of a slice. */
function kindsOf(columns: Columns, slice: Slice): (kind: number, grade: number) => boolean {
  const { kinds, grades } = columns.rows
  const partOf = accountPartsByCode(columns)
  const pass = kinds.values.map(([type, subtype], kind) => {
    const isAsked =
      (slice.type === undefined || type === slice.type) &&
      (slice.subtype === undefined || subtypeValue(type, subtype) === slice.subtype)
    return grades.values.map(
      ([valence], grade) =>
        isAsked &&
        (slice.valence === undefined || valence === slice.valence) &&
        (slice.account === undefined || partOf(kind, grade) === slice.account),
    )
  })
  return (kind, grade) => pass[kind]![grade]!
}

const ACCOUNT_LABELS: Record<AccountPart, Message> = {
  outputs: msg('outputs'),
  processes: msg('processes'),
  conflict: msg('conflict'),
}

/**
 * What a slice holds, in words: "India and Russia: arms, outputs, realised".
 * @param since the day that the as-of date is compared with, in words
 */
export function sliceInWords(columns: Columns, slice: Slice, since: string): string {
  const called = namesOf(columns.outline.actors)
  const type = columns.outline.relationTypes.find(({ id }) => id === slice.type)
  const subtype = columns.options.subtype.find(({ value }) => value === slice.subtype)
  const parts = [
    ...(type ? [known(type.label)] : []),
    ...(subtype ? [subtype.label] : []),
    ...(slice.valence ? [t(VALENCE_LABELS[slice.valence])] : []),
    ...(slice.account ? [t(ACCOUNT_LABELS[slice.account])] : []),
    ...(slice.outcome ? [t(OUTCOME_LABELS[slice.outcome])] : []),
    ...(slice.silent ? [slice.silent === 'yes' ? t('pending and silent') : t('pending and heard of')] : []),
    ...(slice.ever ? [t('realised at some time')] : []),
    ...(slice.first ? [t('begun with a promise')] : []),
    ...(slice.change ? [t('{change} since {date}', { change: changeInWords(slice.change), date: since })] : []),
    ...(slice.before ? [t('{outcome} by {date}', { outcome: t(BEFORE_LABELS[slice.before]), date: since })] : []),
  ].map(lowerFirst)
  const what = parts.length ? parts.join(t(', ')) : t('all initiatives')
  if (slice.dyad) {
    const dyad = columns.dyads.find(({ id }) => id === slice.dyad)
    const actors = dyad ? [dyad.a, dyad.b].map(called) : [slice.dyad]
    return t('{actors}: {what}', { actors: listInWords(actors), what })
  }
  if (slice.actor) return t('{actors}: {what}', { actors: called(slice.actor), what })
  return slice.without ? t('Without {actor}: {what}', { actor: called(slice.without), what }) : upperFirst(what)
}

const BEFORE_LABELS: Record<NonNullable<Slice['before']>, Message> = {
  begun: msg('begun'),
  'ever-realised': msg('realised at some time'),
  realised: msg('realised'),
  pending: msg('pending'),
  ended: msg('ended'),
  failed: msg('failed'),
}

/** The conditions of a slice in the order in which a link names them. */
const NAMES = [
  'dyad',
  'actor',
  'without',
  'type',
  'subtype',
  'valence',
  'account',
  'outcome',
  'silent',
  'ever',
  'first',
  'change',
  'before',
] as const satisfies readonly (keyof Slice)[]

/** A slice as a link carries it: `dyad:RUS-IND,account:outputs,outcome:realised`; `all` where it has no condition. */
export function sliceToText(slice: Slice): string {
  const parts = NAMES.flatMap((name) => (slice[name] === undefined ? [] : [`${name}:${slice[name]}`]))
  return parts.length ? parts.join(',') : 'all'
}

/** Reads what {@link sliceToText} wrote. @returns `null` where a condition makes no sense in this dataset */
export function sliceFromText(columns: Columns, text: string): Slice | null {
  if (text === 'all') return {}
  const slice: Slice = {}
  for (const part of text.split(',')) {
    const at = part.indexOf(':')
    const [name, value] = [part.slice(0, at), part.slice(at + 1)]
    const condition = NAMES.find((own) => own === name)
    if (!condition || at < 0 || slice[condition] !== undefined || !isValueOf(columns, condition, value)) return null
    Object.assign(slice, { [condition]: value })
  }
  return slice
}

function isValueOf(columns: Columns, name: keyof Slice, value: string): boolean {
  const { outline, options } = columns
  const isOneOf = (values: readonly string[]) => values.includes(value)
  switch (name) {
    case 'dyad': {
      const [a, b] = value.split('-')
      const order = new Map(outline.actors.map(({ id }, position) => [id, position]))
      return a !== b && order.has(a!) && order.has(b!) && dyadId(a!, b!, order) === value
    }
    case 'actor':
    case 'without':
      return outline.actors.some(({ id }) => id === value)
    case 'type':
      return outline.relationTypes.some(({ id }) => id === value)
    case 'subtype':
      return options.subtype.some((option) => option.value === value)
    case 'valence':
      return options.valence.some((option) => option.value === value)
    case 'account':
      return isOneOf(ACCOUNT_PARTS)
    case 'outcome':
      return isOneOf(OUTCOMES)
    case 'silent':
      return isOneOf(['yes', 'no'])
    case 'ever':
      return value === 'realised'
    case 'first':
      return value === 'promise'
    case 'change':
      return isOneOf(CHANGES)
    case 'before':
      return isOneOf(Object.keys(BEFORE_LABELS))
  }
}
