import { known, t } from '../language/messages.ts'
import type { Counted } from '../network/piles.ts'
import { numberOf } from '../network/series.ts'
import { RULES, STEP_FILLS } from '../scene/fills.ts'
import { relationColour, type Palette, type Scheme } from '../scene/palette.ts'
import { SHARE_STEPS, scaleValues, shareStep, squareSide, stepInWords } from '../scene/squares.ts'
import { inUnits } from './legendArt.ts'
import { flow, FONT_SIZE, heading, row, SAMPLE_WIDTH, textAt } from './legendRows.ts'
import type { MatrixInput } from './matrixGrid.ts'
import { stacked } from './paragraph.ts'
import type { LegendPart, PictureStyle } from './subject.ts'
import { conflictTicksArt, hatching } from './surfaces.ts'
import { textWidth } from './textFit.ts'
import { element } from './xml.ts'

export interface MatrixArt extends MatrixInput {
  palette: Palette
  scheme: Scheme
}

/** The side of the largest square in the legend, which the scale of a drawing is measured by. */
export const LARGEST = 26

/** A square with its middle at a point: its colour the share of outputs realised, hatched where there are none. */
export function squareArt(
  { palette, scheme }: Pick<MatrixArt, 'palette' | 'scheme'>,
  counted: Pick<Counted, 'outputs' | 'realised'> | null,
  value: number | null,
  side: number,
  x: number,
  y: number,
  lineWeight: number,
): string[] {
  if (side <= 0) return []
  const place = { x: x - side / 2, y: y - side / 2, width: side, height: side }
  if (value === null) {
    return [
      element('rect', {
        ...place,
        fill: 'none',
        stroke: palette.muted,
        'stroke-width': lineWeight,
        'stroke-dasharray': '1 2',
      }),
    ]
  }
  if (!counted) {
    return [element('rect', { ...place, fill: RULES[scheme], stroke: palette.muted, 'stroke-width': lineWeight })]
  }
  if (counted.outputs === 0) {
    return [
      element('rect', { ...place, fill: palette.surface, stroke: palette.muted, 'stroke-width': lineWeight }),
      element('path', { d: hatching(place, 3), stroke: palette.muted, 'stroke-width': lineWeight, fill: 'none' }),
    ]
  }
  const { fill, edge } = STEP_FILLS[scheme][shareStep(counted.realised, counted.outputs)]!
  return [element('rect', { ...place, fill, stroke: edge, 'stroke-width': lineWeight })]
}

/** What the squares and signs of a Matrix mean; only of what it has. */
export function matrixLegend(input: MatrixArt, style: PictureStyle, width: number, scale: number): LegendPart[] {
  const { palette, measure, most, side, matrix, columns } = input
  const cells = matrix.cells.flat().filter((cell) => cell !== null)
  const { lineWeight, hasLabels } = style
  const sample = 12
  const inSample =
    (counted: Pick<Counted, 'outputs' | 'realised'> | null, value: number | null) => (x: number, middle: number) =>
      squareArt(input, counted, value, sample, x + sample / 2, middle, lineWeight).join('')
  const item = (text: string, draw: (x: number, middle: number) => string) => ({
    width: sample + 5 + textWidth(text, FONT_SIZE),
    height: sample + 4,
    draw: (x: number, middle: number) =>
      [draw(x, middle), textAt(text, x + sample + 5, middle, palette.ink)].join('\n'),
  })
  const sideOf = (value: number) => squareSide(value, most, LARGEST * scale)
  const values = scaleValues(most, measure.isCount)
  // Squares that would be too small to see are all as large as one that can be seen.
  const shown = values.filter((value, i) => sideOf(value) !== sideOf(values[i + 1] ?? 0))
  const sizes = shown.map((value) => {
    const square = sideOf(value)
    const number = numberOf(value, measure.unit)
    const text = values.some((other) => other < value && sideOf(other) === square)
      ? t('up to {number}', { number })
      : number
    return {
      width: square + 5 + textWidth(text, FONT_SIZE),
      height: square + 4,
      draw: (x: number, middle: number) =>
        [
          ...squareArt(input, null, value, square, x + square / 2, middle, lineWeight),
          textAt(text, x + square + 5, middle, palette.ink),
        ].join('\n'),
    }
  })
  const steps = Array.from({ length: SHARE_STEPS }, (_, step) =>
    item(stepInWords(step), inSample({ outputs: 2 * SHARE_STEPS, realised: 2 * step + 1 }, 1)),
  )
  const without = cells.some(({ outputs }) => outputs === 0)
    ? [item(t('no outputs'), inSample({ outputs: 0, realised: 0 }, 1))]
    : []
  const text = (sign: string, words: string) =>
    row(words, palette.ink, width, (x, y) => [
      textAt(sign, x + SAMPLE_WIDTH - textWidth(sign, FONT_SIZE), y, palette.muted),
    ])
  const types = columns.outline.relationTypes.filter(({ id }) =>
    matrix.columns.some(({ head }) => head.kind === 'subtype' && head.type === id),
  )
  const marks = [
    ...(hasLabels && cells.some(({ outputs }) => outputs > 0) ? [text('3/5', t('3 of 5 outputs realised'))] : []),
    ...(hasLabels && side !== 'type' && without.length > 0 ? [text('3', t('3 initiatives, none an output'))] : []),
    ...(cells.some(({ measured }) => measured === null)
      ? [row(t('Not measured'), palette.ink, width, (x, y) => [inSample(null, null)(x + SAMPLE_WIDTH - sample, y)])]
      : []),
    ...(cells.some(({ conflict }) => conflict > 0)
      ? [
          row(t('Conflict among them'), palette.ink, width, (x, y) => [
            conflictTicksArt(x + SAMPLE_WIDTH - 6, y, palette.ink),
          ]),
        ]
      : []),
  ]
  const parts: LegendPart[] = [
    {
      id: 'sizes',
      block: stacked(
        [heading(t('Size: {measure}', { measure: inUnits(measure) }), palette.ink, width), flow(sizes, width)],
        3,
      ),
    },
    {
      id: 'outcomes',
      block: stacked(
        [heading(t('Colour: outputs realised'), palette.ink, width), flow([...steps, ...without], width)],
        3,
      ),
    },
    { id: 'marks', block: stacked(marks.length > 0 ? [heading(t('Marks'), palette.ink, width), ...marks] : [], 3) },
    {
      id: 'types',
      block: stacked(
        types.length > 1
          ? [
              heading(t('Relation types'), palette.ink, width),
              ...types.map((type) =>
                row(known(type.label), palette.ink, width, (x, y) => [
                  textAt(type.letter, x + SAMPLE_WIDTH - 12, y, relationColour(type, input.scheme)),
                ]),
              ),
            ]
          : [],
        3,
      ),
    },
  ]
  return parts.filter(({ block }) => block.height > 0)
}
