import { dateInWords } from '../language/dates.ts'
import { textOf, type Formatted } from '../language/icu.ts'
import { inParts, known, msg, t, type Message } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import { namesOf } from '../model/actorNames.ts'
import { dayNumber, isoDate } from '../model/dates.ts'
import type { Texts } from '../model/outline.ts'
import { CHANGES, type Change } from './changes.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import { flowInWords, wayInWords } from './chartWords.ts'
import { daysInWords, lineOf, type ComparedLine, type LedgerLine } from './ledger.ts'
import { initiativeTitle, outcomeSince } from './profile.ts'
import { isOfParts, kindInWords, linesBetween, valueInWords, type Point } from './series.ts'
import { yearsInWords } from './words.ts'
import { FEWEST_FOR_SHARE, percent, shareOf } from './share.ts'
import { initiativesOf, type Slice, type SliceInput } from './slice.ts'
import { sumOf } from './tally.ts'

/**
 * What a selection comes to, in sentences made by rules. They say numbers, dates and titles, and nothing that the records
 * do not say.
 */

/** A piece of a sentence: plain words, a number with the initiatives that it counts, or an initiative by its title. */
export type Part =
  | string
  | { text: string; slice: Slice }
  | { text: string; initiative: number }
  /** Something of which the Details of a dyad show the series. */
  | { text: string; dyad: string; type: string | undefined }

/** A few sentences that belong together, and a list that they lead to. */
export interface Finding {
  parts: readonly Part[]
  items: readonly (readonly Part[])[]
  /** The sources of its figures, as far as these are no counts of initiatives. */
  sources: readonly string[]
}

interface FindingsInput extends SliceInput {
  texts: Texts | null
  /** The dyad that the findings are about; all of the selection where it is left out. */
  dyad?: string
  /** After how many years without a milestone a pending initiative is silent. */
  silentYears: number
}

/** How many initiatives a sentence names at most. */
const MOST_NAMED = 12
/** In a long list, how many of the latest are named. */
const FEW_NAMED = 3

/** The findings of a selection, or of one dyad in it; the first says that there is nothing where that is so. */
export function findingsOf(input: FindingsInput): Finding[] {
  const { selection, dyad, texts } = input
  const slice: Slice = dyad === undefined ? {} : { dyad }
  const initiatives = initiativesOf(input, slice)
  const date = dateInWords(isoDate(selection.asOf))
  if (initiatives.length === 0) {
    return [said([t('By {date}, no initiative that passes the filters had begun.', { date })])]
  }
  const line = lineOf(input, null, slice, initiatives)
  const promised = sumOf(line.account.outputs)
  return [
    ...(promised === 0
      ? [said([t('By {date}, no output had been promised.', { date })])]
      : realisedFinding(line, date, promised)),
    ...comparedFinding(input, line),
    ...pendingFinding(line, input.silentYears),
    ...stoppedFinding(input, line),
    ...timeFinding(line),
    ...typeFinding(input, line),
    ...besideFinding(line),
    ...(dyad === undefined || !texts ? [] : seriesFindings(input, texts, dyad)),
  ]
}

function realisedFinding(line: LedgerLine, date: string, promised: number): Finding[] {
  const { outputs } = line.account
  const share = shareOf(line.everRealised, promised)
  const values = { date, ever: line.everRealised, promised, standing: outputs.realised }
  const sentence =
    share && promised >= FEWEST_FOR_SHARE
      ? inParts(
          'By {date}, <a>{ever, number}</a> of <b>{promised, number}</b> promised {promised, plural, one {output} other {outputs}} had been realised at some time ({share, number} %, 95 % interval {low, number} to {high, number} %); <c>{standing, number}</c> still {standing, plural, one {stands} other {stand}}.',
          { ...values, share: percent(share.share), low: percent(share.low), high: percent(share.high) },
        )
      : inParts(
          'By {date}, <a>{ever, number}</a> of <b>{promised, number}</b> promised {promised, plural, one {output} other {outputs}} had been realised at some time; <c>{standing, number}</c> still {standing, plural, one {stands} other {stand}}.',
          values,
        )
  return [
    said(
      filled(sentence, {
        a: counted(line, values.ever, { account: 'outputs', ever: 'realised' }),
        b: counted(line, promised, { account: 'outputs' }),
        c: counted(line, values.standing, { account: 'outputs', outcome: 'realised' }),
      }),
    ),
  ]
}

function comparedFinding({ comparison }: FindingsInput, line: LedgerLine): Finding[] {
  const { compared } = line
  if (!comparison || !compared) return []
  const { changes, begun, realisedThen, realisedNow } = compared
  const both = filled(
    inParts(
      'Of the <a>{begun, number}</a> {begun, plural, one {output} other {outputs}} begun by {date}, <b>{realised, number}</b> stood realised on that day and <c>{now, number}</c> {now, plural, one {does} other {do}} now.',
      { begun, date: dateInWords(isoDate(comparison.since)), realised: realisedThen, now: realisedNow },
    ),
    {
      a: counted(line, begun, { account: 'outputs', before: 'begun' }),
      b: counted(line, realisedThen, { account: 'outputs', before: 'realised' }),
      c: counted(line, realisedNow, { account: 'outputs', before: 'begun', outcome: 'realised' }),
    },
  )
  return [
    said(
      filled(inParts('<both></both> <changed></changed> <begun></begun>'), {
        both: () => both,
        changed: () => changedSince(line, changes),
        begun: () => begunSince(line, compared),
      }),
    ),
  ]
}

function changedSince(line: LedgerLine, changes: ComparedLine['changes']): Part[] {
  const changed = CHANGES.filter((change) => change !== 'begun' && change !== 'unchanged').filter(
    (change) => changes[change] > 0,
  )
  if (changed.length === 0) return [t('The outcome of none of them has changed.')]
  const pieces = changed.map((change) => {
    const count = changes[change]
    return filled(inParts(CHANGED[change], { count }), { n: counted(line, count, { account: 'outputs', change }) })
  })
  return filled(inParts('Of them, <list></list> since.'), { list: () => joined(pieces) })
}

const CHANGED: Record<Exclude<Change, 'begun' | 'unchanged'>, Message> = {
  realised: msg('<n>{count, number}</n> {count, plural, one {was} other {were}} realised'),
  ended: msg('<n>{count, number}</n> ended'),
  failed: msg('<n>{count, number}</n> failed'),
  revived: msg('<n>{count, number}</n> {count, plural, one {was} other {were}} revived'),
}

/** What came of the outputs that were newly begun: those are not among the ones that ended or failed since. */
function begunSince(line: LedgerLine, { changes, begunSince: tally }: ComparedLine): Part[] {
  const count = changes.begun
  if (count === 0) return [t('None was newly begun.')]
  const outcomes = OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) =>
    filled(inParts(STANDING[outcome], { count: tally[outcome] }), {
      n: counted(line, tally[outcome], { account: 'outputs', change: 'begun', outcome }),
    }),
  )
  return filled(
    inParts(
      '<n>{count, number}</n> {count, plural, one {was} other {were}} newly begun; of these, <list></list> at the as-of date.',
      { count },
    ),
    { n: counted(line, count, { account: 'outputs', change: 'begun' }), list: () => joined(outcomes) },
  )
}

const STANDING: Record<Outcome, Message> = {
  realised: msg('<n>{count, number}</n> realised'),
  pending: msg('<n>{count, number}</n> pending'),
  ended: msg('<n>{count, number}</n> ended'),
  failed: msg('<n>{count, number}</n> failed'),
}

function pendingFinding(line: LedgerLine, silentYears: number): Finding[] {
  const { account, pendingAge } = line
  const { pending } = account.outputs
  if (pending === 0 || !pendingAge) return []
  const values = { silent: account.silent, oldest: daysInWords(pendingAge.oldest), years: silentYears }
  const sentences =
    pending === 1
      ? inParts(
          '<a>1</a> is pending. It was first promised {oldest} earlier. Of <b>{silent, number}</b> nothing has been heard for {years, plural, =1 {a year} one {# year} other {# years}}, which is not the same as nothing done.',
          values,
        )
      : inParts(
          '<a>{pending, number}</a> are pending. They were first promised a median of {median} earlier, the oldest {oldest}. Of <b>{silent, number}</b> nothing has been heard for {years, plural, =1 {a year} one {# year} other {# years}}, which is not the same as nothing done.',
          { ...values, pending, median: daysInWords(pendingAge.median) },
        )
  return [
    said(
      filled(sentences, {
        a: counted(line, pending, { account: 'outputs', outcome: 'pending' }),
        b: counted(line, account.silent, { account: 'outputs', silent: 'yes' }),
      }),
    ),
  ]
}

function stoppedFinding(input: FindingsInput, line: LedgerLine): Finding[] {
  return (['failed', 'ended'] as const).flatMap((outcome): Finding[] => {
    const count = line.account.outputs[outcome]
    if (count === 0) return []
    const { items, isAll } = named(input, { ...line.slice, account: 'outputs', outcome })
    return [
      {
        parts: filled(inParts(STOPPED[outcome], { count, named: isAll ? 'all' : 'some' }), {
          n: counted(line, count, { account: 'outputs', outcome }),
        }),
        items,
        sources: [],
      },
    ]
  })
}

const STOPPED = {
  failed: msg('<n>{count, number}</n> stopped before any result{named, select, all {} other {, most lately}}:'),
  ended: msg('<n>{count, number}</n> had been realised and then stopped{named, select, all {} other {, most lately}}:'),
}

/** The initiatives of a slice by title, each with the date on which it came to what it is; of many, the latest few. */
function named(input: FindingsInput, slice: Slice): { items: Part[][]; isAll: boolean } {
  const { columns, selection, texts } = input
  const dated = initiativesOf(input, slice).map((i) => {
    const { milestones } = columns.outline.initiatives.at(i)!
    const day = outcomeSince(milestones, selection.asOf)!
    return { initiative: i, day, date: milestones.find((milestone) => milestone.day === day)!.date }
  })
  dated.sort((x, y) => x.day - y.day || x.initiative - y.initiative)
  const shown = dated.length > MOST_NAMED ? dated.slice(-FEW_NAMED) : dated
  return {
    items: shown.map(({ initiative, date }) =>
      filled(
        inParts('<a>{title}</a>, since {date}', {
          title: initiativeTitle(columns, texts, initiative),
          date: dateInWords(date),
        }),
        { a: (text) => [{ text, initiative }] },
      ),
    ),
    isAll: shown.length === dated.length,
  }
}

function timeFinding(line: LedgerLine): Finding[] {
  const { median, counted: count } = line.delay
  if (median === null) return []
  const values = { count, time: daysInWords(median) }
  const sentence =
    count === 1
      ? inParts(
          'From the first promise to the first delivery it took {time}, over the <n>{count, number}</n> output with both.',
          values,
        )
      : inParts(
          'From the first promise to the first delivery it took a median of {time}, over the <n>{count, number}</n> {count, plural, one {output} other {outputs}} with both.',
          values,
        )
  return [
    said(filled(sentence, { n: counted(line, count, { account: 'outputs', ever: 'realised', first: 'promise' }) })),
  ]
}

function typeFinding({ columns }: FindingsInput, line: LedgerLine): Finding[] {
  const types = line.types.filter(({ promised }) => promised > 0)
  if (types.length < 2) return []
  const labelOf = (type: string) =>
    known(columns.outline.relationTypes.find(({ id }) => id === type)!.label).toLowerCase()
  const pieces = types.map(({ type, promised, realised }) =>
    filled(
      inParts('{type} <a>{realised, number}</a> of <b>{promised, number}</b>', {
        type: labelOf(type),
        realised,
        promised,
      }),
      {
        a: counted(line, realised, { account: 'outputs', type, outcome: 'realised' }),
        b: counted(line, promised, { account: 'outputs', type }),
      },
    ),
  )
  return [said(filled(inParts('Realised of promised outputs: <list></list>.'), { list: () => joined(pieces) }))]
}

function besideFinding(line: LedgerLine): Finding[] {
  const [processes, conflict] = [sumOf(line.account.processes), sumOf(line.account.conflict)]
  const pieces: Part[][] = []
  if (processes > 0) {
    pieces.push(
      filled(
        inParts(
          '<n>{count, number}</n> {count, plural, one {process} other {processes}} (summits, visits, dialogues, exercises, declarations)',
          { count: processes },
        ),
        { n: counted(line, processes, { account: 'processes' }) },
      ),
    )
  }
  if (conflict > 0) {
    pieces.push(
      filled(inParts('<n>{count, number}</n> in conflict', { count: conflict }), {
        n: counted(line, conflict, { account: 'conflict' }),
      }),
    )
  }
  if (pieces.length === 0) return []
  return [
    said(
      filled(inParts('Beside the outputs, and never counted as results: <list></list>.'), {
        list: () => joined(pieces),
      }),
    ),
  ]
}

/** How many lines of a series are told of. */
const MOST_LINES = 4

/**
 * What the series of a dyad say: the latest value of each line, and where two dates are compared the one known by then. Of
 * several series of one relation type and unit the first counts, the others being the same on another basis.
 */
function seriesFindings({ columns, selection, comparison }: FindingsInput, texts: Texts, dyad: string): Finding[] {
  const [actor, partner] = dyad.split('-') as [string, string]
  const nameOf = namesOf(columns.outline.actors)
  const told = new Set<string>()
  return texts.series.flatMap((series): Finding[] => {
    if (isOfParts(series)) return []
    const lines = linesBetween(series, actor, partner, selection.asOf).filter(({ points }) => points.length > 1)
    const subject = `${series.type}/${[...new Set(lines.map(({ unit }) => unit))].join(' ')}`
    if (lines.length === 0 || told.has(subject)) return []
    told.add(subject)
    const cited = new Set<string>()
    const values = lines.slice(0, MOST_LINES).flatMap((line): Part[][] => {
      const latest = line.points.at(-1)!
      const earlier = comparison && line.points.findLast(({ until }) => dayNumber(until, 12, 31) <= comparison.since)
      if (latest.value === 0 && !earlier?.value) return []
      const used = earlier && earlier !== latest ? [earlier, latest] : [latest]
      for (const { observation } of used) for (const id of observation?.sources ?? []) cited.add(id)
      const receiver = line.direction === 'to' ? partner : actor
      const name = flowInWords([
        ...(line.kind === '' ? [] : [kindInWords(line.kind, columns.outline.actors)]),
        ...(line.direction === 'both' ? [] : [wayInWords('to', nameOf(receiver))]),
      ])
      const pieces = joined(
        used.map((point) =>
          filled(
            inParts('<a>{value}</a> in {years}', {
              value: valueInWords(point.value, line.unit),
              years: yearsInWords(point),
            }),
            { a: (text) => [{ text, dyad, type: series.type }] },
          ),
        ),
      )
      const called =
        name === '' ? pieces : filled(inParts('{name} <values></values>', { name }), { values: () => pieces })
      if (comparison && !earlier) {
        return [filled(inParts('<values></values> (no value of the earlier date)'), { values: () => called })]
      }
      if (used.length === 2 && !isOneSource(used[0]!, used[1]!)) {
        return [filled(inParts('<values></values> (from another source)'), { values: () => called })]
      }
      return [called]
    })
    if (values.length === 0) return []
    const parts = values.flatMap((value, i) => (i === 0 ? value : [t('; '), ...value]))
    const sentence = inParts('{series}: <values></values>.', { series: known(series.title) })
    return [{ parts: filled(sentence, { values: () => parts }), items: [], sources: [...cited] }]
  })
}

/** True where two values of a line have a basis and a source in common. */
function isOneSource(one: Point, other: Point): boolean {
  const sources = other.observation?.sources ?? []
  // A zero that follows from there being no row has no source of its own.
  if (!one.observation || !other.observation) return true
  return one.basis === other.basis && one.observation.sources.some((id) => sources.includes(id))
}

function said(parts: readonly Part[]): Finding {
  return { parts, items: [], sources: [] }
}

/** What becomes of a number in a sentence: it opens what it counts. */
function counted(line: LedgerLine, count: number, slice: Slice): (text: string) => Part[] {
  return (text) => [count === 0 ? text : { text, slice: { ...line.slice, ...slice } }]
}

/** A sentence in pieces. @param tags what becomes of the text in each of its tags */
function filled(sentence: Formatted, tags: Readonly<Record<string, (text: string) => readonly Part[]>>): Part[] {
  return sentence.flatMap((own) => (typeof own === 'string' ? [own] : tags[own.tag]!(textOf(own.within))))
}

/** Pieces as a list: with commas between them and "and" before the last. */
function joined(pieces: readonly (readonly Part[])[]): Part[] {
  // The pieces are no texts: a sign of no script stands for each.
  const list = listInWords(pieces.map((_, i) => String.fromCharCode(FIRST_SIGN + i)))
  return list
    .split(/([\ue000-\uf8ff])/)
    .filter((own) => own !== '')
    .flatMap((own) => pieces[own.charCodeAt(0) - FIRST_SIGN] ?? [own])
}

const FIRST_SIGN = 0xe000

/** A finding as plain text, a line for each item of its list. */
export function findingInWords({ parts, items }: Finding): string {
  return [partsInWords(parts), ...items.map((item) => `- ${partsInWords(item)}`)].join('\n')
}

/** The pieces of a sentence as plain text. */
export function partsInWords(parts: readonly Part[]): string {
  return parts.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
}
