import { hasBands, type LineStyle, type Measure, type Scene, type SceneLink } from '../scene/scene.ts'
import {
  BACKGROUND_OPACITY,
  BAND_OPACITY,
  LINE_STYLES,
  TICK_GAP,
  TICK_LENGTH,
  UNTIED_OPACITY,
} from '../scene/strokes.ts'
import { badgeArt, strokesArt, ticksArt } from './graphArt.ts'
import { paragraph, stacked, type Block } from './paragraph.ts'
import { textWidth } from './textFit.ts'
import { element, escaped, rounded } from './xml.ts'

const FONT_SIZE = 11
const SCALE_SAMPLE_WIDTH = 26
const ROW_HEIGHT = 16
const SAMPLE_WIDTH = 38
const SAMPLE_GAP = 8
const ROW_GAP = 3
const GROUP_GAP = 12
const COLUMN_GAP = 18
/** Columns narrower than this would break every line. */
const NARROWEST_COLUMN = 164
/** The line of a sample that stands for no link in particular. */
const SAMPLE_LINE = 2.2

/**
 * The legend of a scene, in as many columns as the width has room for. It tells only what is drawn: no relation type,
 * outcome or mark that the scene does not show.
 *
 * @param scale by how much the picture enlarges the scene: the widths in the legend are those in the picture
 */
export function legendBlock(scene: Scene, width: number, scale: number): Block {
  const groupCount = groupsOf(scene, width, scale).length
  if (groupCount === 0) return { height: 0, draw: () => element('g', { id: 'legend' }) }
  const columnCount = Math.max(
    1,
    Math.min(groupCount, Math.floor((width + COLUMN_GAP) / (NARROWEST_COLUMN + COLUMN_GAP))),
  )
  const columnWidth = (width - COLUMN_GAP * (columnCount - 1)) / columnCount
  const columns = Array.from({ length: columnCount }, () => [] as Block[])
  const heightOf = (column: readonly Block[]) => stacked(column, GROUP_GAP).height
  for (const group of groupsOf(scene, columnWidth, scale)) {
    columns.reduce((shortest, column) => (heightOf(column) < heightOf(shortest) ? column : shortest)).push(group)
  }
  const stacks = columns.map((column) => stacked(column, GROUP_GAP))
  return {
    height: Math.max(...stacks.map(({ height }) => height)),
    draw: (x, y) =>
      element('g', { id: 'legend' }, ...stacks.map((stack, i) => stack.draw(x + i * (columnWidth + COLUMN_GAP), y))),
  }
}

function groupsOf(scene: Scene, width: number, scale: number): Block[] {
  return [
    typesGroup(scene, width),
    outcomesGroup(scene, width),
    widthsGroup(scene, width, scale),
    sizesGroup(scene, width, scale),
    marksGroup(scene, width),
  ]
    .filter((rows) => rows.length > 0)
    .map((rows) => stacked(rows, ROW_GAP))
}

function typesGroup({ legend, palette }: Scene, width: number): Block[] {
  const drawn = legend.types.filter(({ initiatives }) => initiatives > 0)
  if (drawn.length === 0) return []
  return [
    heading('Relation type (initiatives)', palette.ink, width),
    ...drawn.map(({ label, letter, colour, initiatives }) =>
      row(`${label} (${initiatives})`, palette.ink, width, (x, y) => [
        ...sample(x, y, {
          colour,
          bandWidth: 8,
          bandOpacity: BAND_OPACITY,
          line: 'solid',
          lineWidth: SAMPLE_LINE,
          lineOpacity: 1,
        }),
        badgeArt(letter, { x: x + SAMPLE_WIDTH / 2, y }, colour, palette),
      ]),
    ),
  ]
}

function outcomesGroup({ legend, palette, links }: Scene, width: number): Block[] {
  const rows = legend.outcomes.flatMap(({ outcome, label, meaning }) => {
    const drawn = links.find(({ line, context }) => !context && line === LINE_STYLES[outcome])
    if (!drawn) return []
    const { line, lineOpacity } = drawn
    return row(`${label}: ${meaning}`, palette.ink, width, (x, y) =>
      sample(x, y, { colour: palette.ink, bandWidth: 0, bandOpacity: 0, line, lineWidth: SAMPLE_LINE, lineOpacity }),
    )
  })
  return rows.length === 0 ? [] : [heading('Line: the best outcome in a tie', palette.ink, width), ...rows]
}

function widthsGroup({ legend, palette, links }: Scene, width: number, scale: number): Block[] {
  const { measure, steps } = legend.width
  if (links.length === 0 || steps.length === 0) return []
  const isBanded = hasBands(measure)
  const bandOf = (bandWidth: number) => ({
    colour: palette.ink,
    bandWidth,
    bandOpacity: isBanded ? BAND_OPACITY : 1,
    line: 'solid' as const,
    lineWidth: 0,
    lineOpacity: 1,
  })
  const widest = Math.max(...steps.map((step) => step.width)) * scale
  const scaleRow: Block = {
    height: Math.max(ROW_HEIGHT, widest + 2),
    draw(x, y) {
      let left = x
      const middle = y + this.height / 2
      return steps
        .map((step) => {
          const count = step.words
          const art = [
            ...sample(left, middle, bandOf(step.width * scale), SCALE_SAMPLE_WIDTH),
            textAt(count, left + SCALE_SAMPLE_WIDTH + 4, middle, palette.ink),
          ].join('\n')
          left += SCALE_SAMPLE_WIDTH + 4 + textWidth(count, FONT_SIZE) + 10
          return art
        })
        .join('\n')
    },
  }
  const anyRealised = links.some(({ line }) => line === LINE_STYLES.realised)
  if (!isBanded) return [heading(`Width: ${inUnits(measure)}`, palette.ink, width), scaleRow]
  return [
    heading('Width, in initiatives', palette.ink, width),
    scaleRow,
    row(
      anyRealised
        ? 'Pale band: all that was promised; line in it: what is realised'
        : 'Pale band: all that was promised',
      palette.ink,
      width,
      (x, y) => sample(x, y, { ...bandOf(9), lineWidth: anyRealised ? 4 : 0 }),
    ),
  ]
}

/** What the size of a flag stands for; nothing where it is no measure that was chosen. */
function sizesGroup({ legend: { size }, palette, nodes }: Scene, width: number, scale: number): Block[] {
  if (!size || nodes.length === 0) return []
  const largest = Math.max(...size.steps.map(({ diameter }) => diameter)) * scale
  const scaleRow: Block = {
    height: largest + 4,
    draw(x, y) {
      let left = x
      const middle = y + this.height / 2
      return size.steps
        .map(({ words, diameter }) => {
          const r = (diameter * scale) / 2
          const circle = element('circle', { cx: left + r, cy: middle, r, fill: 'none', stroke: palette.ink })
          const text = textAt(words, left + 2 * r + 4, middle, palette.ink)
          left += 2 * r + 4 + textWidth(words, FONT_SIZE) + 10
          return `${circle}\n${text}`
        })
        .join('\n')
    },
  }
  return [heading(`Size of a flag: ${inUnits(size.measure)}`, palette.ink, width), scaleRow]
}

/** "Trade: turnover, USD bn"; of a count its name says it all. */
function inUnits({ label, unit, isCount }: Measure): string {
  return isCount ? label.toLowerCase() : `${label}, ${unit}`
}

/** What is drawn in grey, and counts nowhere. */
const CONTEXTS: readonly [kind: SceneLink['context'], text: string, line: LineStyle][] = [
  ['member', 'Grey: member of an organisation', 'solid'],
  ['partner', 'Grey, dashed: observer or partner of one', 'dashed'],
  ['supply', 'Grey, with per cent: other suppliers of arms and their share', 'solid'],
]

function marksGroup({ legend, palette, nodes, links }: Scene, width: number): Block[] {
  const rows: Block[] = []
  const line = { colour: palette.ink, bandWidth: 0, bandOpacity: 0, line: 'solid' as LineStyle, lineOpacity: 1 }
  if (legend.hasConflict) {
    rows.push(
      row('Conflict, never counted as a result', palette.ink, width, (x, y) => [
        ...sample(x, y, { ...line, lineWidth: SAMPLE_LINE }),
        ...ticksArt(
          [-1, 0, 1].map((i) => {
            const middle = x + SAMPLE_WIDTH / 2 + i * TICK_GAP
            return { from: { x: middle, y: y - TICK_LENGTH / 2 }, to: { x: middle, y: y + TICK_LENGTH / 2 } }
          }),
          palette.ink,
          palette,
        ),
      ]),
    )
  }
  for (const [kind, text, style] of CONTEXTS) {
    if (!links.some(({ context }) => context === kind)) continue
    rows.push(
      row(text, palette.ink, width, (x, y) =>
        sample(x, y, { ...line, colour: palette.muted, line: style, lineWidth: 1.2 }),
      ),
    )
  }
  if (!legend.width.measure.isCount) {
    rows.push(row('Thinnest: not measured', palette.ink, width, (x, y) => sample(x, y, { ...line, lineWidth: 1 })))
  }
  for (const { sign, label } of legend.changes) {
    rows.push(row(label, palette.ink, width, (x, y) => [textAt(sign, x + SAMPLE_WIDTH / 2, y, palette.ink)]))
  }
  if (legend.hasBackground || legend.changes.length > 0) {
    const focus = nodes.find(({ isFocus }) => isFocus)?.label ?? 'the focus'
    const passing = legend.hasBackground ? [`ties that pass ${focus} by`] : []
    const unchanged = legend.changes.length > 0 ? ['ties in which nothing changed'] : []
    rows.push(
      row(`Fainter: ${[...unchanged, ...passing].join('; ')}`, palette.ink, width, (x, y) =>
        // As wide as a tie of something realised, so as not to look like an ended one.
        sample(x, y, { ...line, lineWidth: 2 * SAMPLE_LINE, lineOpacity: BACKGROUND_OPACITY }),
      ),
    )
  }
  if (nodes.some(({ isTied }) => !isTied)) {
    rows.push(
      row('Pale: no tie in this selection', palette.ink, width, (x, y) => [
        element('circle', {
          cx: x + SAMPLE_WIDTH / 2,
          cy: y,
          r: 5,
          fill: palette.surface,
          stroke: palette.ink,
          opacity: UNTIED_OPACITY,
        }),
      ]),
    )
  }
  return rows.length === 0 ? [] : [heading('Marks', palette.ink, width), ...rows]
}

function heading(text: string, colour: string, width: number): Block {
  return paragraph(text, { width, fontSize: FONT_SIZE, colour, isBold: true, maxLines: 2 })
}

/** A sample, drawn around the middle of the first line, and beside it what it means. */
function row(text: string, colour: string, width: number, draw: (x: number, middle: number) => string[]): Block {
  const words = paragraph(text, {
    width: width - SAMPLE_WIDTH - SAMPLE_GAP,
    fontSize: FONT_SIZE,
    colour,
    maxLines: 3,
    leading: 1.25,
  })
  const above = Math.max(0, (ROW_HEIGHT - words.height) / 2)
  return {
    height: Math.max(ROW_HEIGHT, words.height),
    draw: (x, y) => [...draw(x, y + ROW_HEIGHT / 2), words.draw(x + SAMPLE_WIDTH + SAMPLE_GAP, y + above)].join('\n'),
  }
}

/** A level piece of a link; what has no width is left out. */
function sample(x: number, y: number, link: Parameters<typeof strokesArt>[1], width = SAMPLE_WIDTH): string[] {
  return strokesArt(`M${rounded(x)} ${rounded(y)}H${rounded(x + width)}`, link)
}

function textAt(text: string, x: number, middle: number, colour: string): string {
  return element('text', { x, y: middle + FONT_SIZE * 0.35, 'font-size': FONT_SIZE, fill: colour }, escaped(text))
}
