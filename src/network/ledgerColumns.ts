import { OUTCOMES } from '../model/outcome.ts'
import { CHANGES, CHANGE_LABELS } from './changes.ts'
import type { Columns } from './columns.ts'
import { OUTCOME_LABELS } from './filters.ts'
import { daysInWords, type Ledger, type LedgerLine } from './ledger.ts'
import { FEWEST_FOR_SHARE, percent, shareOf, type Share } from './share.ts'
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
    label: 'Promised',
    group: 'Outputs',
    meaning: 'All outputs that have begun',
    cell: (line) => counted(line, sumOf(line.account.outputs), { account: 'outputs' }),
  }
  const outcomes = OUTCOMES.flatMap((outcome): LedgerColumn[] => {
    if (outcome !== 'pending') {
      return [
        {
          id: outcome,
          label: OUTCOME_LABELS[outcome],
          group: 'Outputs',
          meaning: `Outputs that are ${outcome}`,
          cell: (line) => counted(line, line.account.outputs[outcome], { account: 'outputs', outcome }),
        },
      ]
    }
    return [
      {
        id: 'pending',
        label: 'Pending',
        group: 'Outputs',
        meaning: 'Outputs that are promised, with nothing delivered yet or again',
        cell: (line) => counted(line, line.account.outputs.pending, { account: 'outputs', outcome: 'pending' }),
      },
      {
        id: 'silent',
        label: 'of it silent',
        group: 'Outputs',
        meaning: 'Pending outputs of which nothing has been heard for years, which is not the same as nothing done',
        cell: (line) => counted(line, line.account.silent, { account: 'outputs', silent: 'yes' }),
      },
    ]
  })
  return [
    promised,
    ...outcomes,
    {
      id: 'ever',
      label: 'Ever realised',
      group: 'Share of outputs',
      meaning: 'Outputs that have been in force or delivering at any time, of all promised',
      cell: (line) => shared(line, line.everRealised, { account: 'outputs', ever: 'realised' }),
    },
    {
      id: 'standing',
      label: 'Still stands',
      group: 'Share of outputs',
      meaning: 'Outputs that are realised now, of all promised',
      cell: (line) => shared(line, line.account.outputs.realised, { account: 'outputs', outcome: 'realised' }),
    },
    {
      id: 'delay',
      label: 'To delivery',
      group: 'Time, median',
      meaning: 'From the first promise to the first delivery, of the outputs that have both',
      cell: ({ delay: { median, counted: count }, slice }) =>
        median === null
          ? { text: '–', value: null }
          : {
              text: daysInWords(median),
              note: `of ${count}`,
              value: median,
              slice: { ...slice, account: 'outputs', ever: 'realised', first: 'promise' },
            },
    },
    {
      id: 'age',
      label: 'Pending for',
      group: 'Time, median',
      meaning: 'From the first promise of the pending outputs to the as-of date',
      cell: ({ pendingAge, account, slice }) =>
        pendingAge === null
          ? { text: '–', value: null }
          : {
              text: daysInWords(pendingAge.median),
              note: `of ${account.outputs.pending}`,
              aside: `Median of ${account.outputs.pending}, the oldest ${daysInWords(pendingAge.oldest)}`,
              value: pendingAge.median,
              slice: { ...slice, account: 'outputs', outcome: 'pending' },
            },
    },
    {
      id: 'processes',
      label: 'Processes',
      group: 'Beside them',
      meaning: 'Summits, visits, dialogues, exercises and declarations: input, and no result',
      cell: (line) => counted(line, sumOf(line.account.processes), { account: 'processes' }),
    },
    {
      id: 'conflict',
      label: 'Conflict',
      group: 'Beside them',
      meaning: 'Sanctions, disputes and incidents: never counted as a result',
      cell: (line) => counted(line, sumOf(line.account.conflict), { account: 'conflict' }),
    },
  ]
}

function typeColumns(columns: Columns): LedgerColumn[] {
  return columns.outline.relationTypes.flatMap(({ id, label }, position): LedgerColumn[] => [
    {
      id: `promised-${id}`,
      label: 'Promised',
      group: label,
      meaning: `Outputs in ${label.toLowerCase()} that have begun`,
      cell: (line) => counted(line, line.types[position]!.promised, { account: 'outputs', type: id }),
    },
    {
      id: `realised-${id}`,
      label: 'Realised',
      group: label,
      meaning: `Outputs in ${label.toLowerCase()} that are realised now`,
      cell: (line) =>
        counted(line, line.types[position]!.realised, { account: 'outputs', type: id, outcome: 'realised' }),
    },
    {
      id: `ever-${id}`,
      label: 'Ever',
      group: label,
      meaning: `Outputs in ${label.toLowerCase()} that have been in force or delivering at any time`,
      cell: (line) =>
        shared(
          line,
          line.types[position]!.everRealised,
          { account: 'outputs', type: id, ever: 'realised' },
          line.types[position]!.promised,
        ),
    },
  ])
}

function changeColumns(since: string): LedgerColumn[] {
  const begunBy = `Begun by ${since}`
  return [
    {
      id: 'begun-then',
      label: 'Outputs',
      group: begunBy,
      meaning: `Outputs that had begun by ${since}`,
      cell: (line) => counted(line, line.compared?.begun ?? 0, { account: 'outputs', before: 'begun' }),
    },
    {
      id: 'realised-then',
      label: 'Realised then',
      group: begunBy,
      meaning: `Outputs that were realised on ${since}`,
      cell: (line) => counted(line, line.compared?.realisedThen ?? 0, { account: 'outputs', before: 'realised' }),
    },
    {
      id: 'realised-now',
      label: 'Realised now',
      group: begunBy,
      meaning: `Outputs that had begun by ${since} and are realised at the as-of date`,
      cell: (line) =>
        counted(line, line.compared?.realisedNow ?? 0, { account: 'outputs', before: 'begun', outcome: 'realised' }),
    },
    ...CHANGES.map((change): LedgerColumn => ({
      id: `${change}-since`,
      label: CHANGE_LABELS[change],
      group: 'What became of the outputs since',
      meaning: CHANGE_MEANINGS[change],
      cell: (line) => counted(line, line.compared?.changes[change] ?? 0, { account: 'outputs', change }),
    })),
  ]
}

const CHANGE_MEANINGS: Record<(typeof CHANGES)[number], string> = {
  begun: 'First promised between the two dates, whatever they have come to',
  realised: 'Pending on the earlier date, realised on the later one',
  ended: 'No longer standing on the later date, though they had been realised',
  failed: 'Pending on the earlier date, stopped before any result by the later one',
  revived: 'Stopped, and promised or delivered again on the later date',
  unchanged: 'The same outcome on both dates',
}

function counted(line: LedgerLine, count: number, slice: Slice): Cell {
  return { text: String(count), value: count, slice: { ...line.slice, ...slice } }
}

/** A share with the count it rests on; of fewer than five outputs the count alone. */
function shared(line: LedgerLine, count: number, slice: Slice, total = sumOf(line.account.outputs)): Cell {
  const share = shareOf(count, total)
  const own = { ...line.slice, ...slice }
  if (!share) return { text: '–', value: null }
  if (total < FEWEST_FOR_SHARE) return { text: `${count} of ${total}`, value: share.share, slice: own, share }
  return {
    text: `${percent(share.share)} %`,
    note: `of ${total}`,
    aside: `${count} of ${total}, 95 % interval ${percent(share.low)} to ${percent(share.high)} %`,
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
    if (!column) return sign * nameOf(x.partner).localeCompare(nameOf(y.partner))
    const [one, other] = [column.cell(x).value, column.cell(y).value]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (one - other)
  })
}
