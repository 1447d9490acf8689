import { known, msg, t, type Message } from '../language/messages.ts'
import { hasBands, type LineStyle, type Measure, type Scene, type SceneLink } from '../scene/scene.ts'
import {
  BACKGROUND_OPACITY,
  BAND_OPACITY,
  LINE_STYLES,
  PALE_OPACITY,
  TICK_GAP,
  TICK_LENGTH,
  UNTIED_OPACITY,
} from '../scene/strokes.ts'
import type { Palette } from '../scene/palette.ts'
import { badgeArt, ticksArt } from './graphArt.ts'
import { flow, FONT_SIZE, heading, row, sample, SAMPLE_WIDTH, textAt } from './legendRows.ts'
import { stacked, type Block } from './paragraph.ts'
import type { LegendPart, LegendPartId, PictureStyle } from './subject.ts'
import { textWidth } from './textFit.ts'
import { element } from './xml.ts'

const SCALE_SAMPLE_WIDTH = 26
const ROW_GAP = 3
/** The line of a sample that stands for no link in particular. */
const SAMPLE_LINE = 2.2

/**
 * The legend of a scene. It tells only what is drawn: no relation type, outcome or mark that the scene does not show.
 *
 * @param scale by how much the picture enlarges the scene: the widths in the legend are those in the picture
 * @param style.isFilm see {@link PictureStyle}
 * @param marks rows for what the view draws beside its scene
 */
export function sceneLegend(
  scene: Scene,
  width: number,
  scale: number,
  { isFilm = false }: Pick<PictureStyle, 'isFilm'> = {},
  marks: readonly Block[] = [],
): LegendPart[] {
  const parts: [LegendPartId, Block[]][] = [
    ['types', typesGroup(scene, width, isFilm)],
    ['outcomes', outcomesGroup(scene, width, isFilm)],
    ['widths', widthsGroup(scene, width, scale)],
    ['sizes', sizesGroup(scene, width, scale)],
    ['marks', marksGroup(scene, width, isFilm, marks)],
  ]
  return parts.filter(([, rows]) => rows.length > 0).map(([id, rows]) => ({ id, block: stacked(rows, ROW_GAP) }))
}

function typesGroup({ legend, palette }: Scene, width: number, isFilm: boolean): Block[] {
  const drawn = legend.types.filter(({ initiatives }) => initiatives > 0)
  if (drawn.length === 0) return []
  return [
    typesHeading(palette.ink, width, isFilm),
    ...drawn.map(({ label, letter, colour, initiatives }) =>
      row(
        isFilm ? label : t('{type} ({count, number})', { type: label, count: initiatives }),
        palette.ink,
        width,
        (x, y) => [
          ...sample(x, y, {
            colour,
            bandWidth: 8,
            bandOpacity: BAND_OPACITY,
            line: 'solid',
            lineWidth: SAMPLE_LINE,
            lineOpacity: 1,
          }),
          badgeArt(letter, { x: x + SAMPLE_WIDTH / 2, y }, colour, palette),
        ],
      ),
    ),
  ]
}

/** The heading of relation types. */
export function typesHeading(colour: string, width: number, isFilm: boolean): Block {
  return heading(isFilm ? t('Relation type') : t('Relation type (initiatives)'), colour, width)
}

function outcomesGroup({ legend, palette, links }: Scene, width: number, isFilm: boolean): Block[] {
  const rows = legend.outcomes.flatMap(({ outcome, label, meaning }) => {
    const line = LINE_STYLES[outcome]
    if (!isFilm && !links.some((link) => !link.context && link.line === line)) return []
    const lineOpacity = line === 'pale' ? PALE_OPACITY : 1
    return row(t('{name}: {words}', { name: label, words: meaning }), palette.ink, width, (x, y) =>
      sample(x, y, { colour: palette.ink, bandWidth: 0, bandOpacity: 0, line, lineWidth: SAMPLE_LINE, lineOpacity }),
    )
  })
  return rows.length === 0 ? [] : [heading(t('Line: the best outcome in a tie'), palette.ink, width), ...rows]
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
  const scaleRow = flow(
    steps.map((step) => ({
      width: SCALE_SAMPLE_WIDTH + 4 + textWidth(step.words, FONT_SIZE),
      height: step.width * scale + 2,
      draw: (x, middle) =>
        [
          ...sample(x, middle, bandOf(step.width * scale), SCALE_SAMPLE_WIDTH),
          textAt(step.words, x + SCALE_SAMPLE_WIDTH + 4, middle, palette.ink),
        ].join('\n'),
    })),
    width,
  )
  const anyRealised = links.some(({ line }) => line === LINE_STYLES.realised)
  if (!isBanded) return [heading(t('Width: {measure}', { measure: inUnits(measure) }), palette.ink, width), scaleRow]
  return [
    heading(t('Width, in initiatives'), palette.ink, width),
    scaleRow,
    row(
      anyRealised
        ? t('Pale band: all that was promised; line in it: what is realised')
        : t('Pale band: all that was promised'),
      palette.ink,
      width,
      (x, y) => sample(x, y, { ...bandOf(9), lineWidth: anyRealised ? 4 : 0 }),
    ),
  ]
}

/** What the size of a flag stands for; nothing where it is no measure that was chosen. */
function sizesGroup({ legend: { size }, palette, nodes }: Scene, width: number, scale: number): Block[] {
  if (!size || nodes.length === 0) return []
  const scaleRow = flow(
    size.steps.map(({ words, diameter }) => {
      const r = (diameter * scale) / 2
      return {
        width: 2 * r + 4 + textWidth(words, FONT_SIZE),
        height: 2 * r + 4,
        draw: (x, middle) =>
          [
            element('circle', { cx: x + r, cy: middle, r, fill: 'none', stroke: palette.ink }),
            textAt(words, x + 2 * r + 4, middle, palette.ink),
          ].join('\n'),
      }
    }),
    width,
  )
  return [heading(t('Size of a flag: {measure}', { measure: inUnits(size.measure) }), palette.ink, width), scaleRow]
}

/** "Trade: turnover, USD bn"; of a count its name says it all. */
export function inUnits({ label, unit, isCount }: Measure): string {
  return isCount ? label.toLowerCase() : t('{measure}, {unit}', { measure: label, unit: known(unit) })
}

type Context = NonNullable<SceneLink['context']>

/** What is drawn in grey, and counts nowhere. */
const CONTEXTS: Record<Context, [text: Message, line: LineStyle]> = {
  member: [msg('Grey: member of an organisation'), 'solid'],
  partner: [msg('Grey, dashed: observer or partner of one'), 'dashed'],
  supply: [msg('Grey, with per cent: other suppliers of arms and their share'), 'solid'],
}

/** The row of what is drawn in grey. */
export function contextRow(kind: Context, { ink, muted }: Palette, width: number): Block {
  const [text, line] = CONTEXTS[kind]
  return row(t(text), ink, width, (x, y) => sample(x, y, { ...plainLine(muted), line, lineWidth: 1.2 }))
}

function plainLine(colour: string) {
  return { colour, bandWidth: 0, bandOpacity: 0, line: 'solid' as LineStyle, lineOpacity: 1 }
}

function marksGroup(
  { legend, palette, nodes, links }: Scene,
  width: number,
  isFilm: boolean,
  more: readonly Block[],
): Block[] {
  const rows: Block[] = []
  const line = plainLine(palette.ink)
  if (legend.hasConflict) {
    rows.push(
      row(t('Conflict, never counted as a result'), palette.ink, width, (x, y) => [
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
  for (const kind of Object.keys(CONTEXTS) as Context[]) {
    if (links.some(({ context }) => context === kind)) rows.push(contextRow(kind, palette, width))
  }
  if (!legend.width.measure.isCount) {
    rows.push(row(t('Thinnest: not measured'), palette.ink, width, (x, y) => sample(x, y, { ...line, lineWidth: 1 })))
  }
  for (const { sign, label } of legend.changes) {
    rows.push(row(label, palette.ink, width, (x, y) => [textAt(sign, x + SAMPLE_WIDTH / 2, y, palette.ink)]))
  }
  if (legend.hasBackground || legend.changes.length > 0) {
    const focus = nodes.find(({ isFocus }) => isFocus)?.label ?? t('the focus')
    const passing = legend.hasBackground ? [t('ties that pass {actor} by', { actor: focus })] : []
    const unchanged = legend.changes.length > 0 ? [t('ties in which nothing changed')] : []
    rows.push(
      row(t('Fainter: {what}', { what: [...unchanged, ...passing].join(t('; ')) }), palette.ink, width, (x, y) =>
        // As wide as a tie of something realised, so as not to look like an ended one.
        sample(x, y, { ...line, lineWidth: 2 * SAMPLE_LINE, lineOpacity: BACKGROUND_OPACITY }),
      ),
    )
  }
  if (isFilm || nodes.some(({ isTied }) => !isTied)) {
    rows.push(
      row(t('Pale: no tie in this selection'), palette.ink, width, (x, y) => [
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
  rows.push(...more)
  return rows.length === 0 ? [] : [heading(t('Marks'), palette.ink, width), ...rows]
}
