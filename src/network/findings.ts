import { dateInWords } from '../language/dates.ts'
import { dayNumber, isoDate } from '../model/dates.ts'
import type { Texts } from '../model/outline.ts'
import { CHANGES, type Change } from './changes.ts'
import { OUTCOMES } from '../model/outcome.ts'
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
  const by = `By ${dateInWords(isoDate(selection.asOf))}`
  if (initiatives.length === 0) return [said(`${by}, no initiative that passes the filters had begun.`)]
  const line = lineOf(input, null, slice, initiatives)
  const promised = sumOf(line.account.outputs)
  return [
    ...(promised === 0 ? [said(`${by}, no output had been promised.`)] : realisedFinding(line, by, promised)),
    ...comparedFinding(input, line),
    ...pendingFinding(line, input.silentYears),
    ...stoppedFinding(input, line),
    ...timeFinding(line),
    ...typeFinding(input, line),
    ...besideFinding(line),
    ...(dyad === undefined || !texts ? [] : seriesFindings(input, texts, dyad)),
  ]
}

function realisedFinding(line: LedgerLine, by: string, promised: number): Finding[] {
  const { outputs } = line.account
  const share = shareOf(line.everRealised, promised)
  const inPercent =
    share && promised >= FEWEST_FOR_SHARE
      ? ` (${percent(share.share)} %, 95 % interval ${percent(share.low)} to ${percent(share.high)} %)`
      : ''
  return [
    said(
      `${by}, `,
      part(line, line.everRealised, { account: 'outputs', ever: 'realised' }),
      ' of ',
      part(line, promised, { account: 'outputs' }),
      ` promised ${outputWord(promised)} had been realised at some time${inPercent}; `,
      part(line, outputs.realised, { account: 'outputs', outcome: 'realised' }),
      ` still ${outputs.realised === 1 ? 'stands' : 'stand'}.`,
    ),
  ]
}

function comparedFinding({ comparison }: FindingsInput, line: LedgerLine): Finding[] {
  const { compared } = line
  if (!comparison || !compared) return []
  const since = dateInWords(isoDate(comparison.since))
  const { changes } = compared
  const changed = CHANGES.filter((change) => change !== 'begun' && change !== 'unchanged' && changes[change] > 0)
  return [
    said(
      'Of the ',
      part(line, compared.begun, { account: 'outputs', before: 'begun' }),
      ` ${outputWord(compared.begun)} begun by ${since}, `,
      part(line, compared.realisedThen, { account: 'outputs', before: 'realised' }),
      ' stood realised on that day and ',
      part(line, compared.realisedNow, { account: 'outputs', before: 'begun', outcome: 'realised' }),
      ` ${compared.realisedNow === 1 ? 'does' : 'do'} now. `,
      ...(changed.length === 0
        ? ['The outcome of none of them has changed']
        : [
            'Of them, ',
            ...joined(
              changed.map((change) => [
                part(line, changes[change], { account: 'outputs', change }),
                ` ${changedInWords(change, changes[change])}`,
              ]),
            ),
            ' since',
          ]),
      '. ',
      ...begunSince(line, compared),
    ),
  ]
}

/** What came of the outputs that were newly begun: those are not among the ones that ended or failed since. */
function begunSince(line: LedgerLine, { changes, begunSince: tally }: ComparedLine): Part[] {
  if (changes.begun === 0) return ['None was newly begun.']
  const outcomes = OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome): Part[] => [
    part(line, tally[outcome], { account: 'outputs', change: 'begun', outcome }),
    ` ${outcome}`,
  ])
  return [
    part(line, changes.begun, { account: 'outputs', change: 'begun' }),
    ` ${changes.begun === 1 ? 'was' : 'were'} newly begun; of these, `,
    ...joined(outcomes),
    ' at the as-of date.',
  ]
}

/** What outputs whose outcome changed did, after their number. */
function changedInWords(change: Change, count: number): string {
  if (change === 'ended' || change === 'failed') return change
  return `${count === 1 ? 'was' : 'were'} ${change}`
}

function pendingFinding(line: LedgerLine, silentYears: number): Finding[] {
  const { account, pendingAge } = line
  const { pending } = account.outputs
  if (pending === 0 || !pendingAge) return []
  const age =
    pending === 1
      ? `It was first promised ${daysInWords(pendingAge.oldest)} earlier.`
      : `They were first promised a median of ${daysInWords(pendingAge.median)} earlier, the oldest ${daysInWords(pendingAge.oldest)}.`
  return [
    said(
      part(line, pending, { account: 'outputs', outcome: 'pending' }),
      ` ${pending === 1 ? 'is' : 'are'} pending. ${age} Of `,
      part(line, account.silent, { account: 'outputs', silent: 'yes' }),
      ` nothing has been heard for ${silentYears === 1 ? 'a year' : `${silentYears} years`}, which is not the same as nothing done.`,
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
        parts: [
          part(line, count, { account: 'outputs', outcome }),
          ` ${STOPPED[outcome]}${isAll ? ':' : ', most lately:'}`,
        ],
        items,
        sources: [],
      },
    ]
  })
}

const STOPPED = { failed: 'stopped before any result', ended: 'had been realised and then stopped' }

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
    items: shown.map(({ initiative, date }) => [
      { text: initiativeTitle(columns, texts, initiative), initiative },
      `, since ${dateInWords(date)}`,
    ]),
    isAll: shown.length === dated.length,
  }
}

function timeFinding(line: LedgerLine): Finding[] {
  const { median, counted } = line.delay
  if (median === null) return []
  return [
    said(
      `From the first promise to the first delivery it took ${counted === 1 ? '' : 'a median of '}${daysInWords(median)}, over the `,
      part(line, counted, { account: 'outputs', ever: 'realised', first: 'promise' }),
      ` ${outputWord(counted)} with both.`,
    ),
  ]
}

function typeFinding({ columns }: FindingsInput, line: LedgerLine): Finding[] {
  const types = line.types.filter(({ promised }) => promised > 0)
  if (types.length < 2) return []
  const labelOf = (type: string) => columns.outline.relationTypes.find(({ id }) => id === type)!.label.toLowerCase()
  return [
    said(
      'Realised of promised outputs: ',
      ...joined(
        types.map(({ type, promised, realised }) => [
          `${labelOf(type)} `,
          part(line, realised, { account: 'outputs', type, outcome: 'realised' }),
          ' of ',
          part(line, promised, { account: 'outputs', type }),
        ]),
      ),
      '.',
    ),
  ]
}

function besideFinding(line: LedgerLine): Finding[] {
  const [processes, conflict] = [sumOf(line.account.processes), sumOf(line.account.conflict)]
  const parts: Part[][] = []
  if (processes > 0) {
    parts.push([
      part(line, processes, { account: 'processes' }),
      ` ${processes === 1 ? 'process' : 'processes'} (summits, visits, dialogues, exercises, declarations)`,
    ])
  }
  if (conflict > 0) parts.push([part(line, conflict, { account: 'conflict' }), ` in conflict`])
  if (parts.length === 0) return []
  return [said('Beside the outputs, and never counted as results: ', ...joined(parts), '.')]
}

/** How many lines of a series are told of. */
const MOST_LINES = 4

/**
 * What the series of a dyad say: the latest value of each line, and where two dates are compared the one known by then. Of
 * several series of one relation type and unit the first counts, the others being the same on another basis.
 */
function seriesFindings({ columns, selection, comparison }: FindingsInput, texts: Texts, dyad: string): Finding[] {
  const [actor, partner] = dyad.split('-') as [string, string]
  const names = new Map(columns.outline.actors.map(({ id, names: { en } }) => [id, en]))
  const nameOf = (id: string) => names.get(id) ?? id
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
      const way = line.direction === 'both' ? '' : `to ${nameOf(line.direction === 'to' ? partner : actor)}`
      const name = [kindInWords(line.kind, columns.outline.actors), way].filter((word) => word !== '').join(' ')
      const open = (point: Point): Part => ({
        text: valueInWords(point.value, line.unit),
        dyad,
        type: series.type,
      })
      return [
        [
          name && `${name} `,
          ...joined(used.map((point) => [open(point), ` in ${yearsInWords(point)}`])),
          comparison && !earlier ? ' (no value of the earlier date)' : '',
          used.length === 2 && !isOneSource(used[0]!, used[1]!) ? ' (from another source)' : '',
        ],
      ]
    })
    if (values.length === 0) return []
    const parts = values.flatMap((value, i) => (i === 0 ? value : ['; ', ...value]))
    return [{ parts: [`${series.title}: `, ...parts, '.'], items: [], sources: [...cited] }]
  })
}

/** True where two values of a line have a basis and a source in common. */
function isOneSource(one: Point, other: Point): boolean {
  const sources = other.observation?.sources ?? []
  // A zero that follows from there being no row has no source of its own.
  if (!one.observation || !other.observation) return true
  return one.basis === other.basis && one.observation.sources.some((id) => sources.includes(id))
}

function said(...parts: Part[]): Finding {
  return { parts, items: [], sources: [] }
}

function part(line: LedgerLine, count: number, slice: Slice): Part {
  return count === 0 ? '0' : { text: String(count), slice: { ...line.slice, ...slice } }
}

function outputWord(count: number): string {
  return count === 1 ? 'output' : 'outputs'
}

/** Pieces with commas between them and "and" before the last. */
function joined(pieces: readonly (readonly Part[])[]): Part[] {
  return pieces.flatMap((piece, i) => {
    if (i === 0) return [...piece]
    return [i === pieces.length - 1 ? ' and ' : ', ', ...piece]
  })
}

/** A finding as plain text, a line for each item of its list. */
export function findingInWords({ parts, items }: Finding): string {
  return [partsInWords(parts), ...items.map((item) => `- ${partsInWords(item)}`)].join('\n')
}

/** The pieces of a sentence as plain text. */
export function partsInWords(parts: readonly Part[]): string {
  return parts.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
}
