import { dateInWords } from '../language/dates.ts'
import { t } from '../language/messages.ts'
import { isoDate, type Day } from '../model/dates.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import type { Moment } from '../network/history.ts'
import { countOfOutcome } from '../network/links.ts'
import { spread, yearPlace } from '../network/series.ts'
import { sumOf } from '../network/tally.ts'
import { OUTCOME_FILLS, PARTS, RULES } from '../scene/fills.ts'
import type { Palette, Scheme } from '../scene/palette.ts'
import { axesArt, frameOf, namesWidth, ticksWidth, type ChartLook, type Frame, type Years } from './chartArt.ts'
import { dayRows, heading, row, SAMPLE_WIDTH, type DayRow } from './legendRows.ts'
import { stacked, type Block } from './paragraph.ts'
import type { LegendPart, PictureStyle, Subject } from './subject.ts'
import { letters } from './tableArt.ts'
import { element, escaped, rounded } from './xml.ts'

/** What a picture of the course of outcomes is made from. */
export interface CoursesArt {
  /** At the end of each year and on the as-of date, by day. */
  moments: readonly Moment[]
  /** In a film the moments up to its last day: room is kept for these. */
  kept?: readonly Moment[]
  /** The earlier day that the as-of date is compared with. */
  since: Day | null
  /** Days that the dataset marks, with what each is called and its date; later ones than the as-of date are not shown. */
  marked: readonly { day: Day; words: string }[]
  palette: Palette
  scheme: Scheme
}

const SMALL = 0.9

/** What was realised, pending, ended and failed over time, stacked, up to the as-of date. */
export function coursesSubject(input: CoursesArt, style: PictureStyle): Subject {
  const { moments, palette, scheme } = input
  const look: ChartLook = { ...style, palette, rules: RULES[scheme], parts: PARTS[scheme] }
  const last = moments.at(-1)
  const words = last
    ? t('initiatives over time, at last {outcomes}', {
        outcomes: OUTCOMES.map((outcome) => countOfOutcome(last.tally[outcome], outcome)).join(t(', ')),
      })
    : t('no initiatives over time')
  return {
    palette,
    words,
    legend: (width, _scale, _space, upTo) => coursesLegend(input, style, width, upTo),
    layOut: (space) => ({
      ...space,
      scale: 1,
      colours: [
        {
          of: t('outcomes'),
          colours: drawnOutcomes(moments).map((outcome) => ({
            label: t(OUTCOME_LABELS[outcome]),
            colour: OUTCOME_FILLS[scheme][outcome],
          })),
          besides: style.hasLabels
            ? t('their names at the right tell them apart as well')
            : t('they lie over each other as in the legend'),
          remedy: t('switch names on'),
        },
      ],
      notes: [],
      draw: (x, y) =>
        element(
          'g',
          { id: 'course' },
          element('title', {}, escaped(words)),
          ...(last ? courseArt(input, { x, y, ...space }, look) : []),
        ),
    }),
  }
}

function courseArt(
  input: CoursesArt,
  place: { x: number; y: number; width: number; height: number },
  look: ChartLook,
): string[] {
  const { moments, kept = moments, palette, since, marked } = input
  const { fontSize, lineWeight, hasLabels } = look
  const small = fontSize * SMALL
  const last = moments.at(-1)!
  const end = yearPlace(last.day + 1)
  const years: Years = {
    from: yearPlace(kept[0]!.day + 1),
    to: yearPlace(kept.at(-1)!.day + 1),
    asOf: end,
    since: null,
  }
  if (since !== null && since > moments[0]!.day && since < last.day) years.since = yearPlace(since + 1)
  const largest = Math.max(1, ...kept.map(({ tally }) => sumOf(tally)))
  const names = OUTCOMES.map((outcome) => numbered(outcome, last.tally[outcome]))
  // In a film an outcome may have had more than at the end, but never more than all have.
  const widestNames = input.kept ? OUTCOMES.map((outcome) => numbered(outcome, largest)) : names
  const margins = {
    left: ticksWidth(largest, 'initiatives', fontSize),
    right: namesWidth(hasLabels ? widestNames : [], place.width, fontSize),
  }
  // The words over the axis say what it counts.
  const headHeight = small * 1.6
  const inner = { ...place, y: place.y + headHeight, height: place.height - headHeight }
  const frame = frameOf(inner, margins, years, largest * 1.04, fontSize)
  const { plot, x, y } = frame
  const middles = OUTCOMES.map((_, level) => (y(below(last, level)) + y(below(last, level + 1))) / 2)
  const places = spread(middles, small * 1.15, plot.y, plot.y + plot.height)
  const days = marked.filter(({ day }) => day > moments[0]!.day && day <= last.day)
  return [
    letters(t('Initiatives'), place.x, place.y + small * 0.6, { fontSize: small, colour: palette.muted }),
    ...axesArt(frame, years, largest, 'initiatives', look),
    ...OUTCOMES.map((outcome, level) => areaArt(input, frame, outcome, level, lineWeight)),
    ...days.flatMap(({ day }) => {
      const d = `M${rounded(x(yearPlace(day + 1)))} ${rounded(plot.y)}V${rounded(plot.y + plot.height)}`
      // It is seen on dark areas and on light ones.
      return [
        element('path', { d, stroke: palette.background, 'stroke-width': 2.5 * lineWeight }),
        element('path', { d, stroke: palette.accent, 'stroke-width': 1.2 * lineWeight, 'stroke-dasharray': '2 2' }),
      ]
    }),
    ...(hasLabels
      ? OUTCOMES.flatMap((outcome, level) =>
          last.tally[outcome] === 0
            ? []
            : letters(names[level]!, x(end) + 5, places[level]!, {
                fontSize: small,
                colour: palette.ink,
                isBold: outcome === 'realised',
              }),
        )
      : []),
  ]
}

/** An outcome with how many have it: "Realised 12". */
function numbered(outcome: Outcome, count: number): string {
  return t('{outcome} {count, number}', { outcome: t(OUTCOME_LABELS[outcome]), count })
}

/** How many initiatives lie under a level on one day. */
function below({ tally }: Moment, level: number): number {
  return OUTCOMES.slice(0, level).reduce((sum, outcome) => sum + tally[outcome], 0)
}

/** The area of one outcome, stacked on those before it. */
function areaArt(
  { moments, palette, scheme }: CoursesArt,
  { x, y }: Frame,
  outcome: Outcome,
  level: number,
  lineWeight: number,
): string {
  const edge = (levels: number) =>
    moments.map((moment) => `${rounded(x(yearPlace(moment.day + 1)))} ${rounded(y(below(moment, levels)))}`)
  return element('path', {
    d: `M${edge(level + 1).join('L')}L${edge(level).toReversed().join('L')}Z`,
    fill: OUTCOME_FILLS[scheme][outcome],
    stroke: outcome === 'failed' ? palette.muted : palette.background,
    'stroke-width': 0.6 * lineWeight,
  })
}

function drawnOutcomes(moments: readonly Moment[]): Outcome[] {
  return OUTCOMES.filter((outcome) => moments.some(({ tally }) => tally[outcome] > 0))
}

function coursesLegend(
  { moments, palette, scheme, since, marked }: CoursesArt,
  { lineWeight }: PictureStyle,
  width: number,
  upTo: Day | undefined,
): LegendPart[] {
  const last = moments.at(-1)
  if (!last) return []
  const drawn = drawnOutcomes(moments)
  const upright = (stroke: string, dashes: string) => (x: number, y: number) => [
    element('path', {
      d: `M${rounded(x + SAMPLE_WIDTH / 2)} ${rounded(y - 7)}v14`,
      stroke,
      'stroke-width': lineWeight,
      'stroke-dasharray': dashes,
    }),
  ]
  const marks: DayRow[] = [
    ...(since !== null && since > moments[0]!.day && since < last.day
      ? [{ day: since, block: row(dateInWords(isoDate(since)), palette.ink, width, upright(palette.muted, '5 3')) }]
      : []),
    ...marked
      .filter(({ day }) => day > moments[0]!.day && day <= last.day)
      .map(({ day, words }) => ({
        day,
        block: row(words, palette.ink, width, upright(palette.accent, '2 2')),
      })),
  ]
  const parts: [LegendPart['id'], Block[]][] = [
    [
      'outcomes',
      [
        heading(t('Area: initiatives by outcome'), palette.ink, width),
        // As they lie over each other.
        ...drawn.toReversed().map((outcome) =>
          row(t(OUTCOME_LABELS[outcome]), palette.ink, width, (x, y) => [
            element('rect', {
              x,
              y: y - 5,
              width: SAMPLE_WIDTH,
              height: 10,
              fill: OUTCOME_FILLS[scheme][outcome],
              stroke: palette.muted,
              'stroke-width': 0.6 * lineWeight,
            }),
          ]),
        ),
      ],
    ],
    ['marks', dayRows(heading(t('Marks'), palette.ink, width), marks, upTo)],
  ]
  return parts.filter(([, blocks]) => blocks.length > 0).map(([id, blocks]) => ({ id, block: stacked(blocks, 3) }))
}
