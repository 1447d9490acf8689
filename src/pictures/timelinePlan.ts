import { msg, t, type Message } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { tallyInWords } from '../network/links.ts'
import type { TimelineGroup } from '../network/timeline.ts'
import { scaleOf, type Span, type TimeScale } from '../scene/timeScale.ts'
import type { PictureStyle, Space } from './subject.ts'
import { textWidth, wrapped } from './textFit.ts'

/**
 * How the rows of a Timeline share a space: all strips with their titles where these can be read, else one row a group,
 * and where not all groups have a row the largest ones.
 */

/** What the groups are called. */
export type GroupName = 'partner' | 'type' | 'group'

export interface PlanInput {
  groups: readonly TimelineGroup[]
  /** The title of an initiative, by its position. */
  titleOf: (position: number) => string
  groupName: GroupName
  span: Span
  style: PictureStyle
}

export interface TimelinePlan {
  isFolded: boolean
  /** Titles stand above their strips: there is no room beside them. */
  isStacked: boolean
  /** Of titles and words on strips, in pixels. */
  fontSize: number
  /** The width of the titles; all of it where they stand above their strips. */
  titles: number
  /** From the left edge to where the scale begins. */
  left: number
  scale: TimeScale
  axisHeight: number
  rows: PlannedRow[]
  /** Of the axis and all rows. */
  height: number
  /** The groups that have no row of their own: the row at the foot names how many there are. */
  rest: readonly TimelineGroup[]
  notes: string[]
}

/** A row, from the upper edge of the axis. */
export interface PlannedRow {
  group: TimelineGroup
  /** The position of the initiative; `null` for the head of a group. */
  initiative: number | null
  /** The title in its lines. */
  lines: readonly string[]
  top: number
  height: number
  /** Of the drawing alone: less where the title stands above it. */
  drawing: number
}

/** All lengths here are in font sizes. */
const LEAST_WIDTH_BESIDE = 46
/** The share of the width that titles have: more where they then need fewer lines. */
const TITLES = { least: 12, most: 40, shares: [0.38, 0.5] }
const AXIS = 3.6
const MARGIN = { stacked: 0.6, beside: 1.3, right: 1.4 }
/** Sizes of the letters of strips that are tried, the most comfortable first, over the font size of the picture. */
const LETTERS = [1.1, 1, 0.92, 0.86]
/** In letters of the strip: the least height of rows, what a drawing needs below its title, and a letter with its gap. */
const STRIP = { least: 1.7, padding: 0.4, drawing: 1.5, letter: 1.6, mostLines: 3 }
const HEAD = { beside: 2.5, stacked: 3.2 }
/** The rows of folded groups; a few groups share at most so much height. */
const FOLDED = { beside: { least: 2, most: 7 }, stacked: { least: 3.1, most: 7 }, fewMost: 60 }
/** In font sizes, from line to line. */
export const LEADING = 1.2
/** The letters of group names, and of what groups had come to, which is said in rows of this height, in font sizes. */
export const HEAD_LETTERS = 1.05
export const TALLY_LETTERS = 0.92
export const TALLY_FROM = 2.8
/** The line of a group's name where it stands above the drawing. */
const STACKED_HEAD = 1.45
/** The row that names what has no row of its own. */
const REST = 1.9

export function planTimeline(input: PlanInput, space: Space): TimelinePlan {
  const { fontSize: f } = input.style
  const isStacked = space.width < LEAST_WIDTH_BESIDE * f
  const widths = isStacked ? [space.width] : TITLES.shares.map((share) => titlesOf(space.width * share, f))
  for (const letters of LETTERS) {
    for (const titles of widths) {
      const frame = frameOf(space, { f, isStacked, titles, span: input.span })
      const rows = openRows(input, frame, letters * f)
      const height = heightOf(rows, frame)
      if (height <= space.height) {
        return { ...frame, isFolded: false, fontSize: letters * f, rows, height, rest: [], notes: [] }
      }
    }
  }
  return folded(input, isStacked, space)
}

type Frame = Pick<TimelinePlan, 'isStacked' | 'titles' | 'left' | 'scale' | 'axisHeight'>

function titlesOf(width: number, f: number): number {
  return Math.min(TITLES.most * f, Math.max(TITLES.least * f, width))
}

/** @param how.f the font size of the picture */
function frameOf(
  { width }: Space,
  { f, isStacked, titles, span }: { f: number; isStacked: boolean; titles: number; span: Span },
): Frame {
  const left = isStacked ? MARGIN.stacked * f : titles + MARGIN.beside * f
  return {
    isStacked,
    titles,
    left,
    scale: scaleOf(span, Math.max(4 * f, width - left - MARGIN.right * f)),
    axisHeight: AXIS * f,
  }
}

function heightOf(rows: readonly PlannedRow[], { axisHeight }: Frame): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : axisHeight
}

function openRows({ groups, titleOf, style }: PlanInput, frame: Frame, fontSize: number): PlannedRow[] {
  const { isStacked, titles, axisHeight } = frame
  const rows: PlannedRow[] = []
  let top = axisHeight
  const add = (row: Omit<PlannedRow, 'top'>) => {
    rows.push({ ...row, top })
    top += row.height
  }
  const head = (isStacked ? HEAD.stacked : HEAD.beside) * fontSize
  for (const group of groups) {
    add({
      group,
      initiative: null,
      lines: [group.label],
      height: head,
      drawing: isStacked ? STRIP.drawing * fontSize : head,
    })
    for (const initiative of group.initiatives) {
      const lines = style.hasLabels
        ? wrapped(titleOf(initiative), {
            width: titles - STRIP.letter * fontSize,
            fontSize,
            maxLines: STRIP.mostLines,
          })
        : []
      const words = lines.length * LEADING * fontSize
      const height = isStacked
        ? words + STRIP.drawing * fontSize
        : Math.max(STRIP.least * fontSize, words + STRIP.padding * fontSize)
      add({ group, initiative, lines, height, drawing: isStacked ? STRIP.drawing * fontSize : height })
    }
  }
  return rows
}

/** The room that a letter and the space after it take up before a title. */
export function letterRoom(fontSize: number): number {
  return STRIP.letter * fontSize
}

function folded({ groups, groupName, span, style }: PlanInput, isStacked: boolean, space: Space): TimelinePlan {
  const { fontSize: f } = style
  const { least, most } = isStacked ? FOLDED.stacked : FOLDED.beside
  const room = Math.max(0, space.height - AXIS * f)
  const hasAll = groups.length * least * f <= room
  const count = hasAll ? groups.length : Math.max(0, Math.floor((room - REST * f) / (least * f)))
  const largest = new Set(groups.toSorted((a, b) => b.initiatives.length - a.initiatives.length).slice(0, count))
  const shown = groups.filter((group) => largest.has(group))
  const others = groups.filter((group) => !largest.has(group))
  const height = Math.min(
    Math.max(most, FOLDED.fewMost / Math.max(1, shown.length)) * f,
    (room - (hasAll ? 0 : REST * f)) / Math.max(1, shown.length),
  )
  const titles = isStacked
    ? space.width
    : titlesOf(Math.min(space.width * TITLES.shares[0]!, widestHead(shown, height, f)), f)
  const frame = frameOf(space, { f, isStacked, titles, span })
  const titled = new Set(groups.flatMap(({ initiatives }) => initiatives)).size
  return {
    ...frame,
    isFolded: true,
    fontSize: f,
    rows: shown.map((group, i) => ({
      group,
      initiative: null,
      lines: [group.label],
      top: frame.axisHeight + i * height,
      height,
      drawing: isStacked ? height - STACKED_HEAD * f : height,
    })),
    height: frame.axisHeight + shown.length * height + (hasAll ? 0 : REST * f),
    rest: others,
    notes: [
      t(NO_TITLES[groupName], { count: titled }),
      ...(hasAll ? [] : [t(NO_ROW[groupName], { count: others.length })]),
    ],
  }
}

/** How wide the names of groups with their numbers are, and what they had come to where rows are high enough for it. */
function widestHead(groups: readonly TimelineGroup[], height: number, f: number): number {
  const widths = groups.map(({ label, initiatives, tally }) =>
    Math.max(
      textWidth(label, f * HEAD_LETTERS, true) + textWidth(numberInWords(initiatives.length), f * HEAD_LETTERS) + 2 * f,
      height >= TALLY_FROM * f ? textWidth(tallyInWords(tally).join(t(', ')), f * TALLY_LETTERS) + 0.2 * f : 0,
    ),
  )
  return Math.max(0, ...widths)
}

const NO_TITLES: Record<GroupName, Message> = {
  partner: msg(
    '{count, plural, one {The title has} other {The # titles have}} no room at this size: each partner has one row.',
  ),
  type: msg(
    '{count, plural, one {The title has} other {The # titles have}} no room at this size: each relation type has one row.',
  ),
  group: msg(
    '{count, plural, one {The title has} other {The # titles have}} no room at this size: each group has one row.',
  ),
}
const NO_ROW: Record<GroupName, Message> = {
  partner: msg(
    '{count, plural, one {# partner has no row of its} other {# partners have no row of their}} own at this size.',
  ),
  type: msg(
    '{count, plural, one {# relation type has no row of its} other {# relation types have no row of their}} own at this size.',
  ),
  group: msg(
    '{count, plural, one {# group has no row of its} other {# groups have no row of their}} own at this size.',
  ),
}
const REST_IN_WORDS: Record<GroupName, Message> = {
  partner: msg(
    'and {count, plural, one {# more partner} other {# more partners}}: {initiatives, plural, one {# initiative} other {# initiatives}}',
  ),
  type: msg(
    'and {count, plural, one {# more relation type} other {# more relation types}}: {initiatives, plural, one {# initiative} other {# initiatives}}',
  ),
  group: msg(
    'and {count, plural, one {# more group} other {# more groups}}: {initiatives, plural, one {# initiative} other {# initiatives}}',
  ),
}

/** "and 12 more partners: 34 initiatives", or less of it where that is too long. */
export function restInWords(
  others: readonly TimelineGroup[],
  groupName: GroupName,
  width: number,
  fontSize: number,
): string {
  const initiatives = new Set(others.flatMap((group) => group.initiatives))
  const long = t(REST_IN_WORDS[groupName], { count: others.length, initiatives: initiatives.size })
  const short = t('and {count, number} more', { count: others.length })
  return textWidth(long, fontSize) <= width ? long : short
}
