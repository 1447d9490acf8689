import { known, msg, t, type Message } from '../language/messages.ts'
import { inOrder, numberInWords } from '../language/numbers.ts'
import { OUTCOMES } from '../model/outcome.ts'
import { CHANGES, CHANGE_LABELS } from './changes.ts'
import type { Columns } from './columns.ts'
import { OUTCOME_LABELS } from './filters.ts'
import { daysInWords, type Ledger, type LedgerLine } from './ledger.ts'
import { FEWEST_FOR_SHARE, percent, percentInWords, shareOf, type Share } from './share.ts'
import type { Slice } from './slice.ts'
import { sumOf } from './tally.ts'

/** What one line of the ledger says in one column. */
export interface Cell {
  text: string
  /** What the text rests on. */
  note?: string
  /** More of that, where there is room or somebody asks. */
  aside?: string
  /** Lines are sorted by it; `null` where there is nothing to say. */
  value: number | null
  /** The initiatives behind it. */
  slice?: Slice
  /** A share with its interval, to be drawn. */
  share?: Share
}

export interface LedgerColumn {
  id: string
  label: string
  /** The columns of one group stand beside each other under its name. */
  group: string
  /** What it counts, in a sentence. */
  meaning: string
  cell: (line: LedgerLine) => Cell
}

/** What stands in the columns. */
export type ColumnSet = 'outcome' | 'type' | 'change'

/**
 * The columns of the ledger.
 * @param since the other date, in words; there are columns for changes only where there is one
 */
export function ledgerColumns(columns: Columns, set: ColumnSet, since: string | null): LedgerColumn[] {
  if (set === 'type') return typeColumns(columns)
  return set === 'change' && since !== null ? changeColumns(since) : outcomeColumns()
}

function outcomeColumns(): LedgerColumn[] {
  const promised: LedgerColumn = {
    id: 'promised',
    label: t('Promised'),
    group: t('Outputs'),
    meaning: t('All outputs that have begun'),
    cell: (line) => counted(line, sumOf(line.account.outputs), { account: 'outputs' }),
  }
  const outcomes = OUTCOMES.flatMap((outcome): LedgerColumn[] => {
    if (outcome !== 'pending') {
      return [
        {
          id: outcome,
          label: t(OUTCOME_LABELS[outcome]),
          group: t('Outputs'),
          meaning: t('Outputs that are {outcome, select, realised {realised} ended {ended} other {failed}}', {
            outcome,
          }),
          cell: (line) => counted(line, line.account.outputs[outcome], { account: 'outputs', outcome }),
        },
      ]
    }
    return [
      {
        id: 'pending',
        label: t('Pending'),
        group: t('Outputs'),
        meaning: t('Outputs that are promised, with nothing delivered yet or again'),
        cell: (line) => counted(line, line.account.outputs.pending, { account: 'outputs', outcome: 'pending' }),
      },
      {
        id: 'silent',
        label: t('of it silent'),
        group: t('Outputs'),
        meaning: t('Pending outputs of which nothing has been heard for years, which is not the same as nothing done'),
        cell: (line) => counted(line, line.account.silent, { account: 'outputs', silent: 'yes' }),
      },
    ]
  })
  return [
    promised,
    ...outcomes,
    {
      id: 'ever',
      label: t('Ever realised'),
      group: t('Share of outputs'),
      meaning: t('Outputs that have been in force or delivering at any time, of all promised'),
      cell: (line) => shared(line, line.everRealised, { account: 'outputs', ever: 'realised' }),
    },
    {
      id: 'standing',
      label: t('Still stands'),
      group: t('Share of outputs'),
      meaning: t('Outputs that are realised now, of all promised'),
      cell: (line) => shared(line, line.account.outputs.realised, { account: 'outputs', outcome: 'realised' }),
    },
    {
      id: 'delay',
      label: t('To delivery'),
      group: t('Time, median'),
      meaning: t('From the first promise to the first delivery, of the outputs that have both'),
      cell: ({ delay: { median, counted: count }, slice }) =>
        median === null
          ? { text: '–', value: null }
          : {
              text: daysInWords(median),
              note: t('of {count, number}', { count }),
              value: median,
              slice: { ...slice, account: 'outputs', ever: 'realised', first: 'promise' },
            },
    },
    {
      id: 'age',
      label: t('Pending for'),
      group: t('Time, median'),
      meaning: t('From the first promise of the pending outputs to the as-of date'),
      cell: ({ pendingAge, account, slice }) =>
        pendingAge === null
          ? { text: '–', value: null }
          : {
              text: daysInWords(pendingAge.median),
              note: t('of {count, number}', { count: account.outputs.pending }),
              aside: t('Median of {count, number}, the oldest {age}', {
                count: account.outputs.pending,
                age: daysInWords(pendingAge.oldest),
              }),
              value: pendingAge.median,
              slice: { ...slice, account: 'outputs', outcome: 'pending' },
            },
    },
    {
      id: 'processes',
      label: t('Processes'),
      group: t('Beside them'),
      meaning: t('Summits, visits, dialogues, exercises and declarations: input, and no result'),
      cell: (line) => counted(line, sumOf(line.account.processes), { account: 'processes' }),
    },
    {
      id: 'conflict',
      label: t('Conflict'),
      group: t('Beside them'),
      meaning: t('Sanctions, disputes and incidents: never counted as a result'),
      cell: (line) => counted(line, sumOf(line.account.conflict), { account: 'conflict' }),
    },
  ]
}

function typeColumns(columns: Columns): LedgerColumn[] {
  return columns.outline.relationTypes.flatMap((type, position): LedgerColumn[] => {
    const { id } = type
    const label = known(type.label)
    const words = label.toLowerCase()
    return [
      {
        id: `promised-${id}`,
        label: t('Promised'),
        group: label,
        meaning: t('Outputs in {type} that have begun', { type: words }),
        cell: (line) => counted(line, line.types[position]!.promised, { account: 'outputs', type: id }),
      },
      {
        id: `realised-${id}`,
        label: t('Realised'),
        group: label,
        meaning: t('Outputs in {type} that are realised now', { type: words }),
        cell: (line) =>
          counted(line, line.types[position]!.realised, { account: 'outputs', type: id, outcome: 'realised' }),
      },
      {
        id: `ever-${id}`,
        label: t('Ever'),
        group: label,
        meaning: t('Outputs in {type} that have been in force or delivering at any time', { type: words }),
        cell: (line) =>
          shared(
            line,
            line.types[position]!.everRealised,
            { account: 'outputs', type: id, ever: 'realised' },
            line.types[position]!.promised,
          ),
      },
    ]
  })
}

function changeColumns(since: string): LedgerColumn[] {
  const begunBy = t('Begun by {date}', { date: since })
  return [
    {
      id: 'begun-then',
      label: t('Outputs'),
      group: begunBy,
      meaning: t('Outputs that had begun by {date}', { date: since }),
      cell: (line) => counted(line, line.compared?.begun ?? 0, { account: 'outputs', before: 'begun' }),
    },
    {
      id: 'realised-then',
      label: t('Realised then'),
      group: begunBy,
      meaning: t('Outputs that were realised on {date}', { date: since }),
      cell: (line) => counted(line, line.compared?.realisedThen ?? 0, { account: 'outputs', before: 'realised' }),
    },
    {
      id: 'realised-now',
      label: t('Realised now'),
      group: begunBy,
      meaning: t('Outputs that had begun by {date} and are realised at the as-of date', { date: since }),
      cell: (line) =>
        counted(line, line.compared?.realisedNow ?? 0, { account: 'outputs', before: 'begun', outcome: 'realised' }),
    },
    ...CHANGES.map((change): LedgerColumn => ({
      id: `${change}-since`,
      label: t(CHANGE_LABELS[change]),
      group: t('What became of the outputs since'),
      meaning: t(CHANGE_MEANINGS[change]),
      cell: (line) => counted(line, line.compared?.changes[change] ?? 0, { account: 'outputs', change }),
    })),
  ]
}

const CHANGE_MEANINGS: Record<(typeof CHANGES)[number], Message> = {
  begun: msg('First promised between the two dates, whatever they have come to'),
  realised: msg('Pending on the earlier date, realised on the later one'),
  ended: msg('No longer standing on the later date, though they had been realised'),
  failed: msg('Pending on the earlier date, stopped before any result by the later one'),
  revived: msg('Stopped, and promised or delivered again on the later date'),
  unchanged: msg('The same outcome on both dates'),
}

function counted(line: LedgerLine, count: number, slice: Slice): Cell {
  return { text: numberInWords(count), value: count, slice: { ...line.slice, ...slice } }
}

/** A share with the count it rests on; of fewer than five outputs the count alone. */
function shared(line: LedgerLine, count: number, slice: Slice, total = sumOf(line.account.outputs)): Cell {
  const share = shareOf(count, total)
  const own = { ...line.slice, ...slice }
  if (!share) return { text: '–', value: null }
  if (total < FEWEST_FOR_SHARE)
    return { text: t('{count, number} of {total, number}', { count, total }), value: share.share, slice: own, share }
  return {
    text: percentInWords(share.share),
    note: t('of {count, number}', { count: total }),
    aside: t('{count, number} of {total, number}, 95 % interval {low, number} to {high, number} %', {
      count,
      total,
      low: percent(share.low),
      high: percent(share.high),
    }),
    value: share.share,
    slice: own,
    share,
  }
}

/**
 * The lines in an order.
 * @param sort the id of a column, or `name`, with a `-` before it where the largest comes first; `null` leaves the lines as
 *   they are. A line with nothing to say in that column stands last, and so do the ties without the focus
 * @param nameOf the name of an actor
 */
export function sortedLines(
  { lines }: Ledger,
  columns: readonly LedgerColumn[],
  sort: string | null,
  nameOf: (actor: string) => string,
): LedgerLine[] {
  if (sort === null) return [...lines]
  const id = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  const column = columns.find((own) => own.id === id)
  if (!column && id !== 'name') return [...lines]
  return lines.toSorted((x, y) => {
    if (x.partner === null || y.partner === null) return Number(x.partner === null) - Number(y.partner === null)
    if (!column) return sign * inOrder(nameOf(x.partner), nameOf(y.partner))
    const [one, other] = [column.cell(x).value, column.cell(y).value]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (one - other)
  })
}
