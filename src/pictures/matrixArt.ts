import { known, msg, t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { countedInWords, type Matrix } from '../network/matrix.ts'
import type { Counted } from '../network/piles.ts'
import { RULES, STEP_FILLS } from '../scene/fills.ts'
import { relationColour, type Palette } from '../scene/palette.ts'
import { shareStep, squareSide, stepInWords } from '../scene/squares.ts'
import type { ColourSet } from './colourCheck.ts'
import { gridOf, hasBegun, type Grid, type GridCell, type GridLine } from './matrixGrid.ts'
import { LARGEST, matrixLegend, squareArt, type MatrixArt } from './matrixLegend.ts'
import type { PictureStyle, Space, Subject } from './subject.ts'
import { conflictTicksArt } from './surfaces.ts'
import {
  LEADING,
  letteredLines,
  letters,
  linesIn,
  longestWord,
  rowHeights,
  rowsWithRoom,
  rule,
  turnedLines,
  widest,
} from './tableArt.ts'
import { textWidth } from './textFit.ts'
import { element, escaped, rounded } from './xml.ts'

/** What no square is larger than, in proportion to the font size. */
const MOST_SQUARE = 3.4
/** Rows and columns do not become larger than this, in font sizes. */
const MOST_ROW = { type: 3.6, subtype: 4.2, actor: 4.2 }
const MOST_COLUMN = { type: 17, subtype: 6, actor: 6 }
/** Sizes of letters over the font size: heads that are turned, and numbers in cells. */
const SMALL = 0.9
/** The least row: one line of letters. */
const LEAST_ROW = 1.3
/** Of the space, what names at the left and turned heads may take. */
const NAMES_SHARE = 0.3
const HEADS_SHARE = 0.42
const PADDING = 5
const TICKS_WIDTH = 12

/** How numbers stand in the cells: beside the square, under it, or not at all. */
type CellMode = 'beside' | 'under' | 'none'

/** The Matrix in a picture: as on the screen, in as large squares as there is room for. */
export function matrixSubject(input: MatrixArt, style: PictureStyle): Subject {
  const { matrix, palette, side } = input
  const cells = matrix.cells.flat().filter((cell) => cell !== null)
  const begun = (lines: Matrix['rows']) => lines.filter(({ total }) => hasBegun(total))
  const columns = side === 'actor' ? begun(matrix.columns) : matrix.columns
  const words = t(
    '{rows, plural, one {# row} other {# rows}} by {columns, plural, one {# column} other {# columns}}, {side, select, actor {actors on both sides} type {partners by relation types} other {partners by subtypes}}: {count, plural, one {# initiative} other {# initiatives}} in {cells, plural, one {# cell} other {# cells}}',
    {
      rows: begun(matrix.rows).length,
      columns: columns.length,
      side,
      count: matrix.total.size,
      cells: cells.length,
    },
  )
  return {
    palette,
    words,
    legend: (width, scale) => (cells.length === 0 ? [] : matrixLegend(input, style, width, scale)),
    layOut: (space) => {
      const plan = planOf(input, space, style)
      return {
        ...space,
        scale: plan.largest / LARGEST,
        colours: stepColours(input, plan),
        notes: plan.notes,
        draw: (x, y) => element('g', { id: 'matrix' }, ...matrixDrawing(input, plan, style, x, y)),
      }
    },
  }
}

/** The colours of the squares; hatched and dotted ones need none. */
function stepColours({ scheme }: MatrixArt, { grid, mode }: Plan): ColourSet[] {
  const steps = cellsOf(grid)
    .filter(({ hasSquare, value, counted }) => hasSquare && value !== null && counted.outputs > 0)
    .map(({ counted }) => shareStep(counted.realised, counted.outputs))
  const drawn = [...new Set(steps)].sort((x, y) => x - y)
  return [
    {
      of: t('shares of outputs realised'),
      colours: drawn.map((step) => ({ label: stepInWords(step), colour: STEP_FILLS[scheme][step]!.fill })),
      besides: mode === 'none' ? null : t('the numbers in the cells tell them apart as well'),
      remedy: t('switch names on, or choose a larger size or smaller letters'),
    },
  ]
}

/** Where everything stands, in CSS pixels from the top left corner. */
interface Plan {
  /** What is shown; in a film in the places that are kept for its last day. */
  grid: Grid
  /** The widest number of a cell, and the widest share of a row. */
  numberWidth: number
  shareWidth: number
  nameWidth: number
  names: string[][]
  columnWidth: number
  totalWidth: number
  hasShares: boolean
  heads: string[][]
  isTurned: boolean
  /** Small letters without those of the relation types, where there is little room. */
  isSmall: boolean
  headHeight: number
  groupHeight: number
  rowHeights: number[]
  footHeight: number
  mode: CellMode
  largest: number
  notes: string[]
}

function planOf(present: MatrixArt, space: Space, style: PictureStyle): Plan {
  const input = present.kept ? { ...present, matrix: present.kept } : present
  const { matrix, side } = input
  const { fontSize, hasLabels } = style
  const small = fontSize * SMALL
  const whole = gridOf(input, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
  const labels = [...whole.rows.map(({ label }) => label), t(ALL_ONCE)]
  const nameWidth =
    Math.min(widest(labels, fontSize, true), Math.max(space.width * NAMES_SHARE, longestWord(labels, fontSize, true))) +
    PADDING
  const totals = [...whole.rows, ...whole.columns].map((line) => line.counted).concat(matrix.total)
  const numberWidth = widest(
    totals.map(({ size }) => numberInWords(size)),
    fontSize,
    true,
  )
  const hasShares = space.width > 42 * fontSize
  const totalWidth = 2 * PADDING + numberWidth + (hasShares ? PADDING + widest(totals.map(shareText), small) : 0)

  const across = space.width - nameWidth - totalWidth
  const headed = headsOf(input, whole, across, space.height, fontSize)
  const { grid, heads, isTurned, isSmall, headHeight, columnWidth } = headed
  const groupHeight = side === 'subtype' ? fontSize * 1.5 : 0
  const footHeight = fontSize * 1.7
  const down = space.height - headHeight - groupHeight - footHeight

  // What stands in a cell decides how high a row has to be, and only then how many rows there are.
  const names = (lines: readonly GridLine[]) =>
    lines.map(({ label, isApart }) => linesIn(label, nameWidth - PADDING, fontSize, !isApart))
  const needsOf = (lines: readonly GridLine[], least: number) =>
    names(lines).map((own) => Math.max(least, own.length * fontSize * LEADING + 2))
  const modes = hasLabels ? modesOf(input, grid, columnWidth, fontSize) : ['none' as const]
  const even = down / Math.max(1, grid.rows.length)
  const leastOf = (mode: CellMode) => (mode === 'under' ? small * LEADING + fontSize : LEAST_ROW * fontSize)
  // Numbers beside the squares need no more height than none at all.
  const mode = modes.find((own) => even >= leastOf(own)) ?? modes.find((own) => own !== 'under')!
  const least = Math.min(leastOf(mode), Math.max(even, LEAST_ROW * fontSize))
  const needs = needsOf(grid.rows, least)
  const tail = grid.rows.filter(({ isApart }) => isApart).length
  const movable = needs.length - tail
  const tailNeed = needs.slice(movable).reduce((sum, need) => sum + need, 0)
  const count = rowsWithRoom(needs.slice(0, movable), least, down - tailNeed)
  const shown = count === movable ? grid : gridOf(input, count + 1, grid.columns.length)
  const heights = rowHeights(needsOf(shown.rows, least), down, MOST_ROW[side] * fontSize)
  const lowest = heights.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  const numbers = mode === 'beside' ? besideWidth(shown, fontSize, side) : 0
  const largest = Math.max(
    4,
    Math.min(
      MOST_SQUARE * fontSize,
      columnWidth - 4 - (mode === 'beside' ? numbers + TICKS_WIDTH : 0),
      (Number.isFinite(lowest) ? lowest : fontSize * 2) - 4 - (mode === 'under' ? small * LEADING : 0),
    ),
  )
  const notes = [
    ...(shown.summedRows > 0
      ? [
          t('{count, plural, one {# row} other {# rows}} have no room at this size, and are summed in one.', {
            count: shown.summedRows,
          }),
        ]
      : []),
    ...(shown.summedColumns > 0
      ? [
          t('{count, plural, one {# column} other {# columns}} have no room at this size, and are summed in one.', {
            count: shown.summedColumns,
          }),
        ]
      : []),
    ...(hasLabels && mode === 'none' ? [t('The numbers in the cells have no room at this size.')] : []),
  ]
  const own = present.kept ? gridOf(present, shown.rows.length - tailOf(matrix), shown.columns.length) : shown
  return {
    grid: own,
    numberWidth: widest(
      cellsOf(shown).map(({ number }) => number),
      fontSize,
    ),
    shareWidth: widest([...shown.rows.map(({ counted }) => shareText(counted)), shareText(matrix.total)], small),
    nameWidth,
    names: names(own.rows).map((lines, i) => (hasBegun(own.rows[i]!.counted) ? lines : [])),
    columnWidth,
    totalWidth,
    hasShares,
    heads,
    isTurned,
    isSmall,
    headHeight,
    groupHeight,
    rowHeights: heights,
    footHeight,
    mode,
    largest,
    notes,
  }
}

/** How many rows are never summed with others. */
function tailOf({ rows }: Matrix): number {
  return rows.filter(({ head }) => head.kind === 'without').length
}

const ALL = msg('All')
const ALL_ONCE = msg('All, each once')

/** The heads of the columns: upright where all have room in a few lines, else read from below, in as few as fit. */
function headsOf(input: MatrixArt, whole: Grid, across: number, height: number, fontSize: number) {
  const { side } = input
  const small = fontSize * SMALL
  const most = MOST_COLUMN[side] * fontSize
  const widthFor = (count: number) => Math.min(most, across / Math.max(1, count))
  const room = widthFor(whole.columns.length)
  const labels = whole.columns.map(({ label }) => label)
  for (const isSmall of [false, true]) {
    const size = isSmall ? small : fontSize
    const inner = room - (isSmall ? PADDING : 2 * PADDING + (side === 'type' ? fontSize * 1.2 : 0))
    const heads = labels.map((label) => linesIn(label, inner, size, true))
    if (inner < longestWord(labels, size, true) || heads.some((lines) => lines.length > 2)) continue
    const lines = heads.reduce((count, own) => Math.max(count, own.length), 1)
    const headHeight = lines * size * LEADING + 2 * PADDING
    return { grid: whole, heads, isTurned: false, isSmall, headHeight, columnWidth: room }
  }
  // Of turned heads in one, two or three lines the first that are not too long; then columns are as wide as these need.
  for (const lines of [1, 2, 3]) {
    const least = lines * small * LEADING + 4
    const count = Math.max(2, Math.floor(across / least))
    const grid = count >= whole.columns.length ? whole : gridOf(input, Number.POSITIVE_INFINITY, count)
    const length = lengthFor(
      grid.columns.map(({ label }) => label),
      lines,
      small,
    )
    if (length > height * HEADS_SHARE && lines < 3) continue
    return {
      grid,
      heads: grid.columns.map(({ label }) => linesIn(label, length, small)),
      isTurned: true,
      isSmall: true,
      headHeight: length + 2 * PADDING,
      columnWidth: widthFor(grid.columns.length),
    }
  }
  throw new Error('unreachable')
}

/** The least length in which all labels fit in so many lines. */
function lengthFor(labels: readonly string[], lines: number, fontSize: number): number {
  let length = longestWord(labels, fontSize)
  const most = widest(labels, fontSize)
  while (length < most && labels.some((label) => linesIn(label, length, fontSize).length > lines)) length += 2
  return Math.ceil(Math.min(length, most))
}

/** The ways in which numbers have room in the columns, the fullest first; always one of them is none at all. */
function modesOf({ side }: MatrixArt, grid: Grid, columnWidth: number, fontSize: number): CellMode[] {
  const modes: CellMode[] = []
  if (side === 'type' && besideWidth(grid, fontSize, side) + TICKS_WIDTH + 1.6 * fontSize <= columnWidth) {
    modes.push('beside')
  }
  const notes = cellsOf(grid).map(noteOf)
  if (widest(notes, fontSize * SMALL) + 2 <= columnWidth) modes.push('under')
  return [...modes, 'none']
}

function cellsOf({ cells }: Grid): GridCell[] {
  return cells.flat().filter((cell) => cell !== null && cell !== 'self')
}

/** What the numbers of a cell take beside its square, with the gaps before and after them. */
function besideWidth(grid: Grid, fontSize: number, side: MatrixArt['side']): number {
  if (side !== 'type') return 0
  const cells = cellsOf(grid)
  const counts = [...cells, ...grid.columns].map((own) => own.counted)
  return (
    3 * PADDING +
    widest(
      cells.map(({ number }) => number),
      fontSize,
    ) +
    widest(counts.map(shareText), fontSize * SMALL)
  )
}

/** "8/12": how many of the outputs are realised; nothing where there are none. */
function shareText({ realised, outputs }: Counted): string {
  return outputs > 0 ? `${realised}/${outputs}` : ''
}

/** What stands under a square: the share, and of processes and conflict alone how many there are. */
function noteOf({ counted }: GridCell): string {
  return shareText(counted) || numberInWords(counted.size)
}

function matrixDrawing(input: MatrixArt, plan: Plan, style: PictureStyle, left: number, top: number): string[] {
  const { palette, matrix, scheme } = input
  const { grid, nameWidth, columnWidth, totalWidth } = plan
  const { fontSize, lineWeight } = style
  const cellsLeft = left + nameWidth
  const totalsLeft = cellsLeft + columnWidth * grid.columns.length
  const right = totalsLeft + totalWidth
  const headFoot = top + plan.groupHeight + plan.headHeight
  const tops: number[] = []
  const foot = plan.rowHeights.reduce((at, height) => {
    tops.push(at)
    return at + height
  }, headFoot)
  const totalOf = (own: Counted, middle: number) => {
    const share = shareText(own)
    const end = right - PADDING
    return [
      letters(numberInWords(own.size), plan.hasShares ? end - plan.shareWidth - PADDING : end, middle, bold('end')),
      plan.hasShares
        ? letters(share, end, middle, { fontSize: fontSize * SMALL, colour: palette.muted, anchor: 'end' })
        : '',
    ].join('')
  }
  const bold = (anchor: 'start' | 'middle' | 'end') => ({ fontSize, colour: palette.ink, isBold: true, anchor })
  const verticals = grid.columns.flatMap((line, i) =>
    i > 0 && line.type !== null && input.side === 'subtype' && line.type !== grid.columns[i - 1]!.type
      ? [`M${rounded(cellsLeft + i * columnWidth)} ${rounded(top)}V${rounded(foot)}`]
      : [],
  )
  return [
    element(
      'g',
      { id: 'rules' },
      ...tops.slice(1).map((y) => rule(left, y, right - left, RULES[scheme])),
      rule(left, headFoot, right - left, palette.muted, lineWeight),
      rule(left, foot, right - left, palette.muted, lineWeight),
      verticals.length > 0 ? element('path', { d: verticals.join(''), stroke: RULES[scheme] }) : '',
    ),
    element('g', { id: 'heads' }, ...headsArt(input, plan, style, { top, cellsLeft, totalsLeft: right, headFoot })),
    element(
      'g',
      { id: 'names' },
      ...grid.rows.map((line, i) =>
        letteredLines(plan.names[i]!, left, tops[i]! + plan.rowHeights[i]! / 2, {
          fontSize,
          colour: line.isApart ? palette.muted : palette.ink,
          isBold: !line.isApart,
        }),
      ),
      letteredLines(
        linesIn(t(ALL_ONCE), nameWidth - PADDING, fontSize, true).slice(0, 1),
        left,
        foot + plan.footHeight / 2,
        bold('start'),
      ),
    ),
    element(
      'g',
      { id: 'cells' },
      ...grid.cells.flatMap((cells, i) =>
        cells.flatMap((cell, j) => {
          const place = {
            x: cellsLeft + j * columnWidth,
            y: tops[i]!,
            width: columnWidth,
            height: plan.rowHeights[i]!,
          }
          if (cell === null) return []
          if (cell === 'self') {
            if (!hasBegun(grid.rows[i]!.counted)) return []
            return element('path', {
              d: `M${rounded(place.x)} ${rounded(place.y + place.height)}l${rounded(place.width)} ${rounded(-place.height)}`,
              stroke: RULES[scheme],
            })
          }
          return element(
            'g',
            {},
            element('title', {}, escaped(cell.words)),
            ...cellArt(input, plan, style, cell, place),
          )
        }),
      ),
    ),
    element(
      'g',
      { id: 'totals' },
      ...grid.rows.map((line, i) =>
        !hasBegun(line.counted)
          ? ''
          : element(
              'g',
              {},
              element(
                'title',
                {},
                escaped(t('{name}: {words}', { name: line.label, words: countedInWords(line.counted) })),
              ),
              totalOf(line.counted, tops[i]! + plan.rowHeights[i]! / 2),
            ),
      ),
      ...footArt(input, plan, style, { cellsLeft, middle: foot + plan.footHeight / 2 }),
      totalOf(matrix.total, foot + plan.footHeight / 2),
    ),
  ]
}

/** The totals under the columns, as the cells over them stand; none at all where one of them has no room. */
function footArt(
  { palette, side }: MatrixArt,
  plan: Plan,
  { fontSize }: PictureStyle,
  { cellsLeft, middle }: { cellsLeft: number; middle: number },
): string[] {
  const { grid, columnWidth, mode } = plan
  const bold = { fontSize, colour: palette.ink, isBold: true }
  const totals = grid.columns.map((line) => line.counted)
  const texts = totals.map((own) => (side === 'actor' && !hasBegun(own) ? '' : numberInWords(own.size)))
  if (mode !== 'beside') {
    if (widest(texts, fontSize, true) + 2 > columnWidth) return []
    return texts.map((text, j) =>
      letters(text, cellsLeft + (j + 0.5) * columnWidth, middle, { ...bold, anchor: 'middle' }),
    )
  }
  return texts.flatMap((text, j) => {
    const end = numberEnd(plan, cellsLeft + j * columnWidth)
    return [
      letters(text, end, middle, { ...bold, anchor: 'end' }),
      letters(shareText(totals[j]!), end + PADDING, middle, { fontSize: fontSize * SMALL, colour: palette.muted }),
    ]
  })
}

/** Where the numbers beside the squares of a column end, which begins at `x`. */
function numberEnd({ largest, numberWidth }: Pick<Plan, 'largest' | 'numberWidth'>, x: number): number {
  return x + 2 * PADDING + largest + numberWidth
}

interface Edges {
  top: number
  cellsLeft: number
  totalsLeft: number
  headFoot: number
}

function headsArt(
  { palette, scheme, side, columns: { outline } }: MatrixArt,
  { grid, heads, isTurned, isSmall, mode, headHeight, columnWidth, groupHeight }: Plan,
  { fontSize }: PictureStyle,
  { top, cellsLeft, totalsLeft, headFoot }: Edges,
): string[] {
  const middle = headFoot - headHeight / 2
  const typeOf = (id: string | null) => outline.relationTypes.find((type) => type.id === id)
  const bold = { fontSize, colour: palette.ink, isBold: true }
  const art = heads.map((lines, j) => {
    const x = cellsLeft + (j + 0.5) * columnWidth
    if (side === 'actor' && !hasBegun(grid.columns[j]!.counted)) return ''
    if (isTurned) {
      return turnedLines(lines, x, headFoot - PADDING, { fontSize: fontSize * SMALL, colour: palette.ink })
    }
    const size = isSmall ? fontSize * SMALL : fontSize
    const type = side === 'type' && !isSmall ? typeOf(grid.columns[j]!.type) : undefined
    if (!type) return letteredLines(lines, x, middle, { ...bold, fontSize: size, anchor: 'middle' })
    // Over what stands in the cells: numbers begin at the left of their column, squares stand in its middle.
    const width = fontSize * 1.2 + widest(lines, fontSize, true)
    const start = mode === 'beside' ? cellsLeft + j * columnWidth + PADDING : x - width / 2
    return [
      letters(type.letter, start, middle, { ...bold, colour: relationColour(type, scheme) }),
      letteredLines(lines, start + fontSize * 1.2, middle, bold),
    ].join('')
  })
  return [
    ...(groupHeight > 0
      ? groupsOf(grid).map(({ type, from, count }) => {
          const own = typeOf(type)
          const label = own && known(own.label)
          const x = cellsLeft + from * columnWidth + 2
          const text =
            label !== undefined && textWidth(label, fontSize, true) + 4 <= count * columnWidth
              ? label
              : (own?.letter ?? '')
          return letters(text, x, top + groupHeight / 2, { ...bold, colour: relationColour(own, scheme) })
        })
      : []),
    ...art,
    letters(t(ALL), totalsLeft - PADDING, headFoot - PADDING - fontSize * 0.6, {
      ...bold,
      colour: palette.muted,
      anchor: 'end',
    }),
  ]
}

/** The relation types over their subtypes. */
function groupsOf({ columns }: Grid): { type: string; from: number; count: number }[] {
  const groups: { type: string; from: number; count: number }[] = []
  columns.forEach(({ type }, from) => {
    if (type === null) return
    const last = groups.at(-1)
    if (last?.type === type) last.count++
    else groups.push({ type, from, count: 1 })
  })
  return groups
}

interface Place {
  x: number
  y: number
  width: number
  height: number
}

function cellArt(
  input: MatrixArt,
  plan: Plan,
  { fontSize, lineWeight }: PictureStyle,
  cell: GridCell,
  { x, y, width, height }: Place,
): string[] {
  const { palette, most } = input
  const { mode, largest } = plan
  const small = fontSize * SMALL
  const muted = { fontSize: small, colour: palette.muted }
  const { counted, value, hasSquare, number } = cell
  const sideOf = value === null ? largest / 3 : squareSide(value, most, largest)
  const square = (middleX: number, middleY: number) =>
    hasSquare ? squareArt(input, counted, value, sideOf, middleX, middleY, lineWeight) : []
  const hasTicks = counted.conflict > 0
  const middle = y + height / 2
  if (mode === 'beside') {
    const end = numberEnd(plan, x)
    const share = shareText(counted)
    const shareLeft = end + PADDING
    return [
      ...square(x + PADDING + largest / 2, middle),
      letters(number, end, middle, { fontSize, colour: palette.ink, anchor: 'end' }),
      letters(share, shareLeft, middle, muted),
      hasTicks ? conflictTicksArt(shareLeft + (share ? textWidth(share, small) + 2 : 0) + 4, middle, palette.ink) : '',
    ]
  }
  const noteHeight = mode === 'under' ? small * LEADING : 0
  const squareMiddle = middle - noteHeight / 2
  const ticks = hasTicks
    ? ticksBeside(hasSquare ? sideOf : 0, { x: x + width / 2, y: squareMiddle }, { x, y, width, height }, palette)
    : ''
  // What has no square has its number always: the place must not look empty.
  const note = mode === 'under' || !hasSquare ? noteOf(cell) : ''
  const isShort = textWidth(note, small) <= width
  return [
    ...square(x + width / 2, squareMiddle),
    letters(
      isShort ? note : numberInWords(counted.size),
      x + width / 2,
      hasSquare ? y + height - small * 0.6 - 1 : middle,
      { ...muted, anchor: 'middle' },
    ),
    hasSquare ? ticks : '',
  ]
}

/** The ticks of conflict beside a square or above it, where they have room; else on its corner, with a gap around them. */
function ticksBeside(side: number, middle: { x: number; y: number }, place: Place, palette: Palette): string {
  const [halfWidth, height] = [3.4, 6]
  const beside = middle.x + side / 2 + 2 + halfWidth
  if (beside + halfWidth <= place.x + place.width) {
    return conflictTicksArt(beside, middle.y, palette.ink, height, 2.6)
  }
  const above = middle.y - side / 2 - 1 - height / 2
  if (above - height / 2 >= place.y) return conflictTicksArt(middle.x, above, palette.ink, height, 2.6)
  const corner = { x: place.x + place.width - halfWidth - 1, y: place.y + height / 2 + 1 }
  return [
    element('rect', {
      x: corner.x - halfWidth - 1,
      y: corner.y - height / 2 - 1,
      width: 2 * halfWidth + 2,
      height: height + 2,
      fill: palette.background,
    }),
    conflictTicksArt(corner.x, corner.y, palette.ink, height, 2.6),
  ].join('\n')
}
