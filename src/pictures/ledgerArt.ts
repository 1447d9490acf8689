import { t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { OUTCOMES } from '../model/outcome.ts'
import type { Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import { lineOf, type LedgerLine } from '../network/ledger.ts'
import type { Cell, LedgerColumn } from '../network/ledgerColumns.ts'
import type { Selection } from '../network/select.ts'
import { percentInWords, type Share } from '../network/share.ts'
import { initiativesOf } from '../network/slice.ts'
import { sumOf } from '../network/tally.ts'
import { OUTCOME_FILLS, RULES } from '../scene/fills.ts'
import type { Palette, Scheme } from '../scene/palette.ts'
import type { ColourSet } from './colourCheck.ts'
import { heading, row, SAMPLE_WIDTH } from './legendRows.ts'
import {
  LEADING,
  letteredLines,
  letters,
  linesIn,
  longestWord,
  rowHeights,
  rowsWithRoom,
  rule,
  widest,
} from './tableArt.ts'
import { stacked } from './paragraph.ts'
import type { LegendPart, PictureStyle, Space, Subject } from './subject.ts'
import { outcomeArt, outcomeBar } from './surfaces.ts'
import { textWidth } from './textFit.ts'
import { element, escaped } from './xml.ts'

/** What a picture of the Ledger is made from. */
export interface LedgerArt {
  columns: Columns
  selection: Selection
  comparison: Comparison | null
  /** In the order that is shown; the ties without the focus, whose partner is `null`, come last. */
  lines: readonly LedgerLine[]
  total: LedgerLine
  /** In a film the lines of its last day, in the order that is shown: rows and widths are kept for these. */
  kept?: { lines: readonly LedgerLine[]; total: LedgerLine }
  /** The columns of numbers. */
  shown: readonly LedgerColumn[]
  /** The focus, whose partners the lines are. */
  focus: string
  /** The name of an actor. */
  nameOf: (actor: string) => string
  palette: Palette
  scheme: Scheme
}

/** Sizes of letters over the font size: notes, heads of columns. */
const SMALL = 0.9
const PADDING = 5
/** The bars of promised and delivered outputs, in font sizes: the narrowest that tells anything, and the widest. */
const BAR = { least: 6.5, most: 22 }
/** Rows do not become higher than this, in font sizes. */
const MOST_ROW = 3.2
/** An interval under a share: its least height, and how wide it is in font sizes. */
const INTERVAL_HEIGHT = 4
const INTERVAL_WIDTH = 5.5
/** Of the space, what names at the left may take. */
const NAMES_SHARE = 0.3

/** Which columns go last where there is little room; columns are known by the first word of their id. */
const IMPORTANCE = [
  'promised',
  'begun-then',
  'realised',
  'realised-then',
  'realised-now',
  'standing',
  'ever',
  'pending',
  'failed',
  'ended',
  'silent',
  'conflict',
  'processes',
]

/** The Ledger in a picture: promised against delivered, a row a partner, with what has no room summed and said. */
export function ledgerSubject(input: LedgerArt, style: PictureStyle): Subject {
  const { lines, total, palette, selection } = input
  const outputs = sumOf(total.account.outputs)
  const partners = lines.filter(({ partner }) => partner !== null).length
  return {
    palette,
    words: t(
      'Promised against delivered with {partners, plural, one {# partner} other {# partners}}: {realised, number} of {outputs, plural, one {# output} other {# outputs}} realised',
      { partners, realised: total.account.outputs.realised, outputs },
    ),
    legend: (width) => (selection.size === 0 ? [] : ledgerLegend(input, style, width)),
    layOut: (space) => {
      const plan = planOf(input, space, style)
      return {
        ...space,
        scale: 1,
        colours: barColours(input, plan),
        notes: plan.notes,
        draw: (x, y) => element('g', { id: 'ledger' }, ...ledgerDrawing(input, plan, style, x, y)),
      }
    },
  }
}

/** The fills of the bars; those with a pattern need no colour. */
function barColours({ lines, scheme }: LedgerArt, { barWidth }: Plan): ColourSet[] {
  const drawn = OUTCOMES.filter((outcome) => barWidth > 0 && lines.some(({ account }) => account.outputs[outcome] > 0))
  return [
    {
      of: t('outcomes'),
      colours: drawn
        .filter((outcome) => outcome === 'realised' || outcome === 'ended')
        .map((outcome) => ({ label: t(OUTCOME_LABELS[outcome]), colour: OUTCOME_FILLS[scheme][outcome] })),
      besides: t('hatching, dots and their order tell them apart as well'),
      remedy: t('show fewer of them'),
    },
  ]
}

interface Row {
  line: LedgerLine
  name: string[]
  /** In words, for those who point at it. */
  words: string
  kind: 'partner' | 'more' | 'without' | 'total'
  cells: Cell[]
}

interface Plan {
  shown: readonly LedgerColumn[]
  /** In a film `null` for what is not there yet. */
  rows: (Row | null)[]
  heights: number[]
  /** Of all partners, the most outputs, which the longest bar stands for. */
  largest: number
  nameWidth: number
  /** 0 where there are no bars. */
  barWidth: number
  /** The width of each column of numbers, and what is free at its left. */
  widths: number[]
  /** The widest note of each column, so that what stands before the notes ends at one place. */
  noteWidths: number[]
  heads: string[][]
  groupHeight: number
  headHeight: number
  hasIntervals: boolean
  notes: string[]
}

function planOf(input: LedgerArt, space: Space, style: PictureStyle): Plan {
  const { focus, nameOf, shown } = input
  const { lines, total } = input.kept ?? input
  const { fontSize } = style
  const labelOf = (line: LedgerLine) =>
    line.partner === null ? t('Without {actor}', { actor: nameOf(focus) }) : nameOf(line.partner)
  const labels = [...lines.map(labelOf), t('All, each once')]
  const nameWidth =
    PADDING +
    Math.min(widest(labels, fontSize, true), Math.max(space.width * NAMES_SHARE, longestWord(labels, fontSize, true)))

  // The columns that have room, the most important first, with a bar as soon as two stand.
  const all = [...lines, total]
  const natural = shown.map((column) => columnWidth(column, all, fontSize, input.kept && total))
  const hasBar =
    shown.some(({ id }) => id.startsWith('promised')) && all.some(({ account }) => sumOf(account.outputs) > 0)
  const least = hasBar ? BAR.least * fontSize : 0
  const kept = new Set<number>()
  let used = nameWidth
  let reserved = least
  for (const i of byImportance(shown)) {
    if (used + natural[i]! + reserved > space.width) {
      if (kept.size >= 2) break
      // Two numbers say more than a bar and one.
      if (used + natural[i]! > space.width) break
      reserved = 0
    }
    kept.add(i)
    used += natural[i]!
  }
  const own = shown.filter((_, i) => kept.has(i))
  const free = space.width - used
  const barWidth = reserved === 0 ? 0 : Math.min(BAR.most * fontSize, Math.max(least, free * 0.6))
  const each = Math.min(2.5 * fontSize, (free - barWidth) / Math.max(1, own.length))
  const widths = natural.filter((_, i) => kept.has(i)).map((width) => width + Math.max(0, each))
  const heads = own.map(({ label }, i) => linesIn(label, widths[i]! - PADDING, fontSize * SMALL, true))
  const headLines = heads.reduce((most, { length }) => Math.max(most, length), 1)
  const headHeight = headLines * fontSize * SMALL * LEADING + 2 * PADDING
  const groupHeight = fontSize * 1.5

  const rowOf = (line: LedgerLine, kind: Row['kind'], label: string, long = label): Row => ({
    line,
    kind,
    name: linesIn(label, nameWidth - PADDING, fontSize, kind === 'partner' || kind === 'total'),
    words: t('{name}: {words}', {
      name: long,
      words: own
        .map((column) => t('{column} {value}', { column: column.label.toLowerCase(), value: column.cell(line).text }))
        .join(t(', ')),
    }),
    cells: own.map((column) => column.cell(line)),
  })
  const rowOfLine = (line: LedgerLine) => rowOf(line, line.partner === null ? 'without' : 'partner', labelOf(line))
  const hasIntervals = own.some((column) => all.some((line) => column.cell(line).share))
  const leastRow = Math.max(1.3 * fontSize, hasIntervals ? LEADING * fontSize + INTERVAL_HEIGHT : 0)
  const needOf = (one: Row) => Math.max(leastRow, one.name.length * LEADING * fontSize + 2)
  const down = space.height - groupHeight - headHeight
  const rowOfTotal = (line: LedgerLine) => rowOf(line, 'total', t('All, each once'))
  const tail = [...lines.filter(({ partner }) => partner === null).map(rowOfLine), rowOfTotal(total)]
  const isPartner = ({ partner }: LedgerLine) => partner !== null
  const partners = lines.filter(isPartner)
  const partnerRows = partners.map(rowOfLine)
  const tailNeed = tail.reduce((sum, one) => sum + needOf(one), 0)
  const moreNeed = Math.max(
    leastRow,
    linesIn(t('and {count, number} more', { count: 10 }), nameWidth - PADDING, fontSize).length * LEADING * fontSize +
      2,
  )
  const count = rowsWithRoom(partnerRows.map(needOf), moreNeed, down - tailNeed)
  const missing = partners.slice(count)
  const moreOf = (some: readonly LedgerLine[]) =>
    rowOf(
      sumOfLines(input, some),
      'more',
      t('and {count, number} more', { count: some.length }),
      t('and {count, plural, one {# more partner} other {# more partners}}', { count: some.length }),
    )
  const rows = [...partnerRows.slice(0, count), ...(missing.length > 0 ? [moreOf(missing)] : []), ...tail]
  /** What stands in a row that is kept for a line: nothing until there is something of it. */
  const present = (planned: Row): Row | null => {
    if (planned.kind === 'total') return rowOfTotal(input.total)
    if (planned.kind === 'more') {
      const begun = input.lines.filter(({ partner }) => missing.some((line) => line.partner === partner))
      return begun.length === 0 ? null : moreOf(begun)
    }
    const line = input.lines.find(({ partner }) => partner === planned.line.partner)
    return line ? rowOfLine(line) : null
  }
  const dropped = shown.length - own.length
  return {
    shown: own,
    rows: input.kept ? rows.map(present) : rows,
    largest: partnerRows.slice(0, count).reduce((most, { line }) => Math.max(most, sumOf(line.account.outputs)), 1),
    noteWidths: own.map((column) =>
      widest(
        all.map((line) => noteText(column.cell(line))),
        fontSize * SMALL,
      ),
    ),
    heights: rowHeights(rows.map(needOf), down, MOST_ROW * fontSize),
    nameWidth,
    barWidth,
    widths,
    heads,
    groupHeight,
    headHeight,
    hasIntervals,
    notes: [
      ...(missing.length > 0
        ? [
            t(
              '{count, plural, one {# partner has} other {# partners have}} no room at this size, and are summed in one row.',
              { count: missing.length },
            ),
          ]
        : []),
      ...(dropped > 0
        ? [
            t('{count, plural, one {# column has} other {# columns have}} no room at this size: {columns}.', {
              count: dropped,
              columns: shown
                .filter((column) => !own.includes(column))
                .map(({ group, label }) => t('{group}, {column}', { group, column: label }).toLowerCase())
                .join(t('; ')),
            }),
          ]
        : []),
    ],
  }
}

/** The initiatives of several lines as one, each once. */
function sumOfLines({ columns, selection, comparison }: LedgerArt, lines: readonly LedgerLine[]): LedgerLine {
  const own = new Set(lines.flatMap(({ slice }) => initiativesOf({ columns, selection, comparison }, slice)))
  return lineOf(
    { columns, selection, comparison },
    null,
    {},
    [...own].sort((x, y) => x - y),
  )
}

/** Positions of the columns, the most important first. */
function byImportance(shown: readonly LedgerColumn[]): number[] {
  const rankOf = ({ id }: LedgerColumn) => {
    const whole = IMPORTANCE.indexOf(id)
    const rank = whole >= 0 ? whole : IMPORTANCE.indexOf(id.replace(/-.*$/, ''))
    return rank < 0 ? IMPORTANCE.length : rank
  }
  return shown.map((_, i) => i).sort((x, y) => rankOf(shown[x]!) - rankOf(shown[y]!) || x - y)
}

/** What a number rests on, with the space before it. */
function noteText({ note }: Pick<Cell, 'note'>): string {
  return note ? ` ${note}` : ''
}

/**
 * The width that a column needs for its head and numbers.
 * @param total of a film: on earlier days there may be wider numbers, but none of more digits than all together
 */
function columnWidth(column: LedgerColumn, lines: readonly LedgerLine[], fontSize: number, total?: LedgerLine): number {
  const small = fontSize * SMALL
  const cells = lines.map((line) => column.cell(line))
  const texts = cells.map(({ text }) => text)
  const notes = cells.map(noteText)
  if (total) {
    const most = sumOf(total.account.outputs) + sumOf(total.account.processes)
    const hasNote = notes.some((note) => note !== '')
    const time = t('{count, plural, one {# month} other {# months}}', { count: 23 })
    texts.push(cells.some(({ share }) => share) ? percentInWords(1) : hasNote ? time : numberInWords(most))
    if (hasNote) notes.push(noteText({ note: t('of {count, number}', { count: most }) }))
  }
  const noteWidth = widest(notes, small)
  const numbers = texts.map((text, i) => textWidth(text, fontSize, true) + (notes[i] === '' ? 0 : noteWidth))
  return (
    2 * PADDING +
    Math.max(
      longestWord([column.label], small, true),
      numbers.reduce((most, width) => Math.max(most, width), 0),
      cells.some(({ share }) => share) ? INTERVAL_WIDTH * fontSize : 0,
    )
  )
}

function ledgerDrawing(input: LedgerArt, plan: Plan, style: PictureStyle, left: number, top: number): string[] {
  const { palette, scheme } = input
  const { fontSize, lineWeight } = style
  const small = fontSize * SMALL
  const { rows, heights, widths, shown, barWidth, nameWidth, hasIntervals, largest } = plan
  const barLeft = left + nameWidth
  const ends: number[] = []
  const right = widths.reduce((at, width) => {
    ends.push(at + width)
    return at + width
  }, barLeft + barWidth)
  const headTop = top + plan.groupHeight
  const headFoot = headTop + plan.headHeight
  const tops: number[] = []
  heights.reduce((at, height) => {
    tops.push(at)
    return at + height
  }, headFoot)
  const startOf = (i: number) => ends[i]! - widths[i]!
  const starts = shown.flatMap(({ group }, i) => (i === 0 || shown[i - 1]!.group !== group ? [i] : []))
  const groups = starts.map((i) => {
    const next = starts.find((start) => start > i) ?? shown.length
    const width = ends[next - 1]! - startOf(i) - PADDING
    const label = shown[i]!.group
    return textWidth(label, small, true) <= width
      ? letters(label, startOf(i) + PADDING, top + plan.groupHeight / 2, {
          fontSize: small,
          colour: palette.muted,
          isBold: true,
        })
      : ''
  })
  const foot = tops.at(-1)! + heights.at(-1)!
  // Numbers of a row stand on one line, whether or not there is an interval under them.
  const roomIn = (r: number) => (hasIntervals ? Math.min(8, heights[r]! - LEADING * fontSize) : 0)
  return [
    element(
      'g',
      { id: 'rules' },
      ...tops.slice(1, -1).map((y) => rule(left, y, right - left, RULES[scheme])),
      rule(left, headFoot, right - left, palette.muted, lineWeight),
      rule(left, tops.at(-1)!, right - left, palette.ink, lineWeight),
      rule(left, foot, right - left, palette.muted, lineWeight),
      ...starts
        .filter((i) => i > 0)
        .map((i) =>
          element('path', {
            d: `M${Math.round(startOf(i))} ${Math.round(top)}V${Math.round(foot)}`,
            stroke: RULES[scheme],
          }),
        ),
    ),
    element(
      'g',
      { id: 'heads' },
      ...groups,
      ...plan.heads.map((lines, i) =>
        letteredLines(lines, ends[i]! - PADDING, headFoot - PADDING - (lines.length * small * LEADING) / 2, {
          fontSize: small,
          colour: palette.ink,
          isBold: true,
          anchor: 'end',
        }),
      ),
    ),
    element(
      'g',
      { id: 'partners' },
      ...rows.map((shownRow, r) => {
        if (!shownRow) return ''
        const { line, name, words, kind, cells } = shownRow
        const middle = tops[r]! + (heights[r]! - roomIn(r)) / 2
        const isBold = kind === 'partner' || kind === 'total'
        const thick = Math.min(12, heights[r]! - 5, fontSize)
        const bar =
          barWidth > 0 && kind === 'partner'
            ? outcomeBar(
                line.account.outputs,
                {
                  x: barLeft,
                  y: middle - thick / 2,
                  width: ((barWidth - 2 * PADDING) * sumOf(line.account.outputs)) / largest,
                  height: thick,
                },
                { palette, scheme, lineWeight: 0.75 * lineWeight },
              )
            : []
        return element(
          'g',
          {},
          element('title', {}, escaped(words)),
          letteredLines(name, left, middle, { fontSize, colour: isBold ? palette.ink : palette.muted, isBold }),
          ...bar,
          ...cells.map((cell, i) =>
            cellArt(
              cell,
              {
                end: ends[i]! - PADDING,
                top: tops[r]!,
                height: heights[r]!,
                room: roomIn(r),
                noteWidth: plan.noteWidths[i]!,
              },
              kind === 'total',
              input,
              style,
            ),
          ),
        )
      }),
    ),
  ]
}

/** A number with what it rests on, and the interval of a share under it. */
function cellArt(
  { text, note, share, value }: Cell,
  { end, top, height, room, noteWidth }: { end: number; top: number; height: number; room: number; noteWidth: number },
  isBold: boolean,
  { palette, scheme }: LedgerArt,
  { fontSize, lineWeight }: PictureStyle,
): string {
  const small = fontSize * SMALL
  const middle = top + (height - room) / 2
  return [
    letters(text, note ? end - noteWidth : end, middle, {
      fontSize,
      colour: value === null || (value === 0 && !share) ? palette.muted : palette.ink,
      isBold,
      anchor: 'end',
    }),
    note ? letters(note, end, middle, { fontSize: small, colour: palette.muted, anchor: 'end' }) : '',
    share
      ? intervalArt(share, end, middle + (fontSize * LEADING) / 2 + room / 2 - 1, room, fontSize * INTERVAL_WIDTH, {
          palette,
          scheme,
          lineWeight,
        }).join('\n')
      : '',
  ].join('\n')
}

/** A share as a tick on a line from none to all, with the interval in which it may lie. */
function intervalArt(
  { share, low, high }: Share,
  end: number,
  y: number,
  room: number,
  width: number,
  { palette, scheme, lineWeight }: Pick<LedgerArt, 'palette' | 'scheme'> & { lineWeight: number },
): string[] {
  const left = end - width
  const tall = Math.min(7, Math.max(INTERVAL_HEIGHT - 1, room - 1))
  return [
    rule(left, y, width, RULES[scheme], lineWeight),
    rule(
      left + low * width,
      y,
      (high - low) * width,
      OUTCOME_FILLS[scheme].pending,
      Math.min(3, tall - 1) * lineWeight,
    ),
    element('path', {
      d: `M${Math.round((left + share * width) * 100) / 100} ${Math.round((y - tall / 2) * 100) / 100}v${tall}`,
      stroke: palette.ink,
      'stroke-width': 1.8 * lineWeight,
    }),
  ]
}

function ledgerLegend(input: LedgerArt, style: PictureStyle, width: number): LegendPart[] {
  const { palette, scheme, shown, lines, total } = input
  const { lineWeight, isFilm } = style
  const hasBars = shown.some(({ id }) => id.startsWith('promised'))
  const outcomes = OUTCOMES.filter(
    (outcome) => hasBars && (isFilm || lines.some(({ account }) => account.outputs[outcome] > 0)),
  )
  const hasShares = shown.some((column) => [...lines, total].some((line) => column.cell(line).share))
  const parts: LegendPart[] = [
    {
      id: 'outcomes',
      block: stacked(
        outcomes.length === 0
          ? []
          : [
              heading(t('Bar: outputs promised, by outcome'), palette.ink, width),
              ...outcomes.map((outcome) =>
                row(t(OUTCOME_LABELS[outcome]), palette.ink, width, (x, y) =>
                  outcomeArt(
                    outcome,
                    { x, y: y - 5, width: SAMPLE_WIDTH, height: 10 },
                    { palette, scheme, lineWeight: 0.75 * lineWeight },
                  ),
                ),
              ),
            ],
        3,
      ),
    },
    {
      id: 'marks',
      block: stacked(
        hasShares
          ? [
              heading(t('Marks'), palette.ink, width),
              row(t('A share, and its 95 per cent interval'), palette.ink, width, (x, y) =>
                intervalArt({ share: 0.5, low: 0.3, high: 0.7 }, x + SAMPLE_WIDTH, y, 8, SAMPLE_WIDTH, {
                  palette,
                  scheme,
                  lineWeight,
                }),
              ),
            ]
          : [],
        3,
      ),
    },
  ]
  return parts.filter(({ block }) => block.height > 0)
}
