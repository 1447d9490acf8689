import { dateInWords } from '../language/dates.ts'
import { known, msg, t } from '../language/messages.ts'
import { isoDate, type Day } from '../model/dates.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import { chartInWords, latestInWords, nameLines, wholesInWords, type NamedChart } from '../network/chartWords.ts'
import type { Columns } from '../network/columns.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import { lifeInWords, lifeOf, type Life } from '../network/profile.ts'
import type { Selection } from '../network/select.ts'
import { basisChanges, isDrawn } from '../network/series.ts'
import type { SeriesSet } from '../network/seriesSets.ts'
import { PARTS, RULES } from '../scene/fills.ts'
import { relationColour, type Palette, type Scheme } from '../scene/palette.ts'
import { chartLine, timeAxis } from '../scene/timeAxis.ts'
import {
  inkOf,
  lifeArt,
  lifeLineArt,
  largestOf,
  lineChartArt,
  namedParts,
  namesWidth,
  shareChartArt,
  milestoneArt,
  ticksWidth,
  type ChartLook,
  type Years,
} from './chartArt.ts'
import type { ColourSet } from './colourCheck.ts'
import { dayRows, heading, row, sample, SAMPLE_WIDTH, type DayRow } from './legendRows.ts'
import { withoutRoom } from './networkArt.ts'
import { paragraph, stacked, type Block } from './paragraph.ts'
import type { LegendPart, PictureStyle, Space, Subject } from './subject.ts'
import { linesIn, letteredLines } from './tableArt.ts'
import type { Rectangle } from './surfaces.ts'
import { element, escaped, rounded } from './xml.ts'

/** What a picture of series is made from. */
export interface SeriesArt {
  columns: Columns
  selection: Selection
  sets: readonly SeriesSet[]
  /** Who published the values of a set. */
  publishersOf: (set: SeriesSet) => readonly string[]
  /** Initiatives to stand under the charts of a series, by its id. */
  initiatives: ReadonlyMap<string, readonly number[]>
  /** The title of an initiative. */
  titleOf: (position: number) => string
  /** The earlier day that the as-of date is compared with. */
  since: Day | null
  /** The name of an actor. */
  nameOf: (actor: string) => string
  palette: Palette
  scheme: Scheme
}

/** Initiatives stand under the charts where there are no more charts than this: they need space. */
const MOST_WITH_LIVES = 3
/** Of one series as many charts are drawn, those with most values. */
const MOST_OF_ONE = 4
/** A chart is best this much wider than high, and needs so much space, in font sizes. */
const BEST_SHAPE = 1.9
const LEAST_CELL = { width: 20, height: 13 }
const MOST_ACROSS = 4
const LEAST_PLOT = 6
/** Sizes of letters over the font size: captions, titles of initiatives. */
const SMALL = 0.9
const TITLE = 1.1
/** The line of a life under the title of its initiative. */
const LIFE_HEIGHT = 12

/** One chart with what is said about it. */
interface Panel {
  set: SeriesSet
  /** `null` where it shows the shares of all suppliers. */
  named: NamedChart | null
  colour: string
  title: string
  caption: string
  latest: string
  source: string
  /** In a sentence, for those who cannot see it. */
  words: string
  /** Initiatives under it, the newest first. */
  initiatives: { title: string; words: string; life: Life; begins: Day }[]
  /** The axis on which its values, and some lives under them, stand. */
  years: (begins: readonly Day[]) => Years
}

/** The yearly series of a dyad, or of an actor and its partners, as charts side by side. */
export function seriesSubject(input: SeriesArt, style: PictureStyle): Subject {
  const { palette } = input
  const made = panelsOf(input)
  const panels = made.length <= MOST_WITH_LIVES ? made : made.map((panel) => ({ ...panel, initiatives: [] }))
  const single = input.sets.reduce((sum, { charts, wholes }) => {
    return sum + (wholes.length > 0 ? 0 : charts.filter((chart) => !isDrawn(chart)).length)
  }, 0)
  return {
    palette,
    words:
      panels.length === 0
        ? t('No series was known by then')
        : t('{count, plural, one {# chart} other {# charts}}: {charts}', {
            count: panels.length,
            charts: panels.map(({ title, caption }) => t('{title} ({caption})', { title, caption })).join(t('; ')),
          }),
    legend: (width, _scale, space, upTo) =>
      seriesLegend(input, shownOf(panels, gridFor(panels.length, space, style.fontSize).shown), style, { width, upTo }),
    layOut: (space) => {
      const { shown, across, cell } = gridFor(panels.length, space, style.fontSize)
      const drawn = shownOf(panels, shown).map((panel) => panelArt(panel, cell, input, style))
      const missing = panels.length - shown
      const without = drawn.reduce((sum, own) => sum + own.without, 0)
      return {
        ...space,
        scale: 1,
        colours: chartColours(shownOf(panels, shown), input, style),
        notes: [
          ...withoutRoom(missing, 'chart'),
          ...(without > 0
            ? [
                t('{count, plural, one {# initiative has} other {# initiatives have}} no room under the charts.', {
                  count: without,
                }),
              ]
            : []),
          ...(single > 0
            ? [
                t(
                  '{count, plural, one {# series line with one value alone is} other {# series lines with one value alone are}} not drawn.',
                  { count: single },
                ),
              ]
            : []),
        ],
        draw: (x, y) =>
          element(
            'g',
            { id: 'series' },
            ...drawn.map(({ draw }, i) =>
              draw(
                x + (i % across) * (cell.width + gapOf(style.fontSize)),
                y + Math.floor(i / across) * (cell.height + gapOf(style.fontSize)),
              ),
            ),
          ),
      }
    },
  }
}

/** Some charts in their order; where not all have room, first those that are the first of their series. */
function shownOf(panels: readonly Panel[], count: number): Panel[] {
  const placeIn = (panel: Panel, i: number) => panels.slice(0, i).filter(({ set }) => set === panel.set).length
  const places = panels.map(placeIn)
  const chosen = panels
    .map((_, i) => i)
    .sort((x, y) => places[x]! - places[y]! || x - y)
    .slice(0, count)
  return chosen.sort((x, y) => x - y).map((i) => panels[i]!)
}

const LINE_NAMES = [
  msg('the first line'),
  msg('the second line'),
  msg('the third line'),
  msg('the fourth line'),
  msg('the fifth line'),
]

/** What colours tell apart in some charts: which relation type a chart is of, its lines, and the share that is marked. */
function chartColours(
  panels: readonly Panel[],
  { columns, scheme, palette }: SeriesArt,
  style: PictureStyle,
): ColourSet[] {
  const types = columns.outline.relationTypes.filter(({ id }) => panels.some(({ set }) => set.series.type === id))
  const lines = panels.map(({ named, colour }) =>
    (named?.lines ?? []).map(({ rank }) => ({
      label: t(LINE_NAMES[rank % LINE_NAMES.length]!),
      colour: inkOf(chartLine(rank).stroke, colour, palette),
    })),
  )
  const shares = panels.flatMap(({ named, colour }) =>
    named
      ? []
      : [
          { label: t('the share that is marked'), colour },
          { label: t('the others'), colour: PARTS[scheme] },
        ],
  )
  return [
    {
      of: t('relation types'),
      colours: types.map((type) => ({ label: known(type.label), colour: relationColour(type, scheme) })),
      besides: t('the titles of the charts tell them apart as well'),
      remedy: t('show fewer of them'),
    },
    ...lines.map((colours) => ({
      of: t('lines of a chart'),
      colours,
      besides: style.hasLabels
        ? t('their names and the shapes of their points tell them apart as well')
        : t('the shapes of their points tell them apart as well'),
      remedy: t('show fewer of them'),
    })),
    {
      of: t('shares of suppliers'),
      colours: shares.slice(0, 2),
      besides: t('the one that is marked lies at the foot'),
      remedy: t('show fewer of them'),
    },
  ]
}

function gapOf(fontSize: number): number {
  return fontSize * 2
}

function panelsOf(input: SeriesArt): Panel[] {
  const { columns, selection, sets, nameOf, scheme, since, titleOf, publishersOf } = input
  return sets.flatMap((set) => {
    const { series, actor, partners, charts, wholes } = set
    const type = columns.outline.relationTypes.find(({ id }) => id === series.type)
    const title = known(series.title)
    const own = {
      set,
      colour: relationColour(type, scheme),
      title,
      source: sourceLine(publishersOf(set)),
    }
    const labelOf = (id: string) => codeOf(series, id) ?? nameOf(id)
    if (wholes.length > 0) {
      const words = wholesInWords(wholes, actor, labelOf)
      const recipient = nameOf(partners[0]!)
      return {
        ...own,
        named: null,
        caption: t('{actor}: share of each supplier', { actor: recipient }),
        latest: words,
        words: t('{series} of {actor}. {words}', { series: title, actor: recipient, words }),
        initiatives: [],
        years: () => ({ from: 0, to: 1, since: null }),
      }
    }
    const named = charts.map((chart) => nameLines(chart, series, actor, partners, nameOf, columns.outline.actors))
    const positions = [...(input.initiatives.get(series.id) ?? [])].sort(
      (x, y) => columns.begins[y]! - columns.begins[x]! || x - y,
    )
    const lines = named.flatMap((chart) => chart.lines)
    const years = (begins: readonly Day[]) =>
      timeAxis(
        lines.map(({ line }) => line.points[0]!.year),
        begins,
        [],
        selection.asOf,
        since,
      )
    return named
      .filter(({ chart }) => isDrawn(chart))
      .slice(0, MOST_OF_ONE)
      .map((chart, i): Panel => ({
        ...own,
        named: chart,
        caption: chart.caption,
        latest: latestInWords(chart),
        words: chartInWords(chart, title),
        years,
        initiatives:
          i > 0
            ? []
            : positions.map((position) => {
                const { milestones, valence } = columns.outline.initiatives.at(position)!
                const life = lifeOf(milestones, selection.asOf)
                const marks = [
                  ...(selection.isSilent(position) ? [t('silent')] : []),
                  ...(valence === 'conflict' ? [t('conflict')] : []),
                ]
                const name = [titleOf(position), ...marks].join(t(', '))
                const words = t('{name}: {words}', { name, words: lifeInWords(life) })
                return { title: name, words, life, begins: columns.begins[position]! }
              }),
      }))
  })
}

/** What a code that stands for no actor is called. */
function codeOf({ codes }: SeriesSet['series'], id: string): string | undefined {
  const name = codes?.[id]
  return name === undefined ? undefined : known(name)
}

/** "Source: SIPRI"; of many publishers the first two and how many more, each without what it took its values from. */
function sourceLine(publishers: readonly string[]): string {
  const names = [...new Set(publishers.map((publisher) => publisher.replace(/,.*$/, '')))]
  if (names.length === 0) return ''
  const values = { count: names.length, names: names.slice(0, 2).join(t(', ')) }
  return names.length > 2
    ? t('Sources: {names} and {more, number} more', { names: values.names, more: names.length - 2 })
    : t('{count, plural, one {Source} other {Sources}}: {names}', values)
}

/** How many charts have room, how many of them side by side, and how much space each has. */
function gridFor(
  count: number,
  { width, height }: Space,
  fontSize: number,
): { shown: number; across: number; cell: Space } {
  const gap = gapOf(fontSize)
  const cellFor = (shown: number, across: number): Space => {
    const down = Math.ceil(shown / across)
    return { width: (width - gap * (across - 1)) / across, height: (height - gap * (down - 1)) / down }
  }
  for (let shown = count; shown > 1; shown--) {
    const fitting = Array.from({ length: Math.min(MOST_ACROSS, shown) }, (_, i) => i + 1).filter((across) => {
      const cell = cellFor(shown, across)
      return cell.width >= LEAST_CELL.width * fontSize && cell.height >= LEAST_CELL.height * fontSize
    })
    const distance = (across: number) => {
      const cell = cellFor(shown, across)
      return Math.abs(Math.log(cell.width / cell.height / BEST_SHAPE))
    }
    const best = fitting.sort((x, y) => distance(x) - distance(y))[0]
    if (best !== undefined) return { shown, across: best, cell: cellFor(shown, best) }
  }
  return { shown: Math.min(1, count), across: 1, cell: { width, height } }
}

/** A chart with its title over it, and its latest values and sources under it. */
function panelArt(panel: Panel, { width, height }: Space, input: SeriesArt, style: PictureStyle) {
  const { palette, scheme, nameOf } = input
  const { fontSize } = style
  const look: ChartLook = { ...style, palette, rules: RULES[scheme], parts: PARTS[scheme] }
  const small = fontSize * SMALL
  const words = { width, colour: palette.muted, fontSize: small }
  const head = stacked(
    [
      paragraph(panel.title, { width, colour: palette.ink, fontSize: fontSize * TITLE, isBold: true, maxLines: 2 }),
      paragraph(panel.caption, { ...words, maxLines: 2 }),
    ],
    0,
  )
  const latest = paragraph(panel.latest, { ...words, colour: palette.ink, maxLines: 8 })
  const source = paragraph(panel.source, { ...words, maxLines: 4 })
  const room = height - head.height - 2 * fontSize * 0.4
  // What is said under a chart gives way to the chart.
  const feet: readonly Block[][] = [[latest, source], [source], []]
  const foot = stacked([...(feet.find((blocks) => room - stacked(blocks, 2).height >= LEAST_PLOT * fontSize) ?? [])], 2)
  const inner = room - foot.height
  const lives = livesIn(panel, width, Math.min(inner * 0.6, inner - LEAST_PLOT * 1.4 * fontSize), small)
  const plotHeight = inner - lives.height
  const labelOf = (id: string) => codeOf(panel.set.series, id) ?? nameOf(id)
  return {
    without: panel.initiatives.length - lives.rows.length,
    draw: (x: number, y: number): string => {
      const place: Rectangle = { x, y: y + head.height + fontSize * 0.4, width, height: plotHeight }
      const { margins, chart } = chartIn(panel, lives.years, place, look, labelOf)
      return element(
        'g',
        {},
        element('title', {}, escaped(panel.words)),
        head.draw(x, y),
        ...chart,
        ...lives.draw({ ...place, y: place.y + plotHeight, height: lives.height }, margins, panel, look),
        foot.draw(x, y + height - foot.height),
      )
    },
  }
}

function chartIn(
  { named, set, colour }: Panel,
  years: Years,
  place: Rectangle,
  look: ChartLook,
  labelOf: (id: string) => string,
) {
  const { fontSize, hasLabels } = look
  if (named) {
    const margins = {
      left: ticksWidth(largestOf(named), named.chart.unit, fontSize),
      right: namesWidth(hasLabels ? named.lines.map(({ name }) => name) : [], place.width, fontSize),
    }
    return { margins, chart: lineChartArt(named, place, margins, years, colour, look) }
  }
  const names = hasLabels ? namedParts(set.wholes, set.actor, labelOf).map(({ text }) => text) : []
  const margins = { left: ticksWidth(100, '%', fontSize), right: namesWidth(names, place.width, fontSize) }
  return { margins, chart: shareChartArt(set.wholes, set.actor, labelOf, place, margins, colour, look) }
}

/** The lives that have room under a chart, the newest first. */
function livesIn({ initiatives, years }: Panel, width: number, height: number, fontSize: number) {
  const rows: { lines: string[]; words: string; life: Life; height: number; begins: Day }[] = []
  let used = fontSize
  for (const { title, words, life, begins } of initiatives) {
    const lines = linesIn(title, width, fontSize)
    const own = lines.length * fontSize * 1.2 + LIFE_HEIGHT
    if (used + own > height) break
    used += own
    rows.push({ lines, words, life, height: own, begins })
  }
  const axis = years(rows.map(({ begins }) => begins))
  return {
    rows,
    years: axis,
    height: rows.length === 0 ? 0 : used,
    draw: (
      place: Rectangle,
      margins: { left: number; right: number },
      { colour }: Panel,
      look: ChartLook,
    ): string[] => {
      const left = place.x + margins.left
      const across = place.width - margins.left - margins.right
      const x = (at: number) => left + ((at - axis.from) / (axis.to - axis.from)) * across
      let top = place.y + fontSize
      return rows.map(({ lines, words, life, height: own }) => {
        const textMiddle = top + (lines.length * fontSize * 1.2) / 2
        const lineY = top + own - LIFE_HEIGHT / 2
        top += own
        return element(
          'g',
          {},
          element('title', {}, escaped(words)),
          letteredLines(lines, place.x, textMiddle, { fontSize, colour: look.palette.ink }),
          element('path', { d: `M${rounded(left)} ${rounded(lineY)}h${rounded(across)}`, stroke: look.rules }),
          ...lifeArt(life, x, lineY, colour, look),
        )
      })
    },
  }
}

function seriesLegend(
  input: SeriesArt,
  panels: readonly Panel[],
  style: PictureStyle,
  { width, upTo }: { width: number; upTo: Day | undefined },
): LegendPart[] {
  const { palette, columns, scheme, since } = input
  const look: ChartLook = { ...style, palette, rules: RULES[scheme], parts: PARTS[scheme] }
  const ink = palette.ink
  const types = columns.outline.relationTypes.filter(({ id }) => panels.some(({ set }) => set.series.type === id))
  const lives = panels.flatMap(({ initiatives }) => initiatives.map(({ life }) => life))
  const outcomes = OUTCOMES.filter((outcome) =>
    lives.some(({ segments }) => segments.some((own) => own.outcome === outcome)),
  )
  const hasBasis = panels.some(({ named }) => named?.lines.some(({ line }) => basisChanges(line).length > 0))
  const upright = (dashes: string) => (x: number, y: number) => [
    element('path', {
      d: `M${rounded(x + SAMPLE_WIDTH / 2)} ${rounded(y - 7)}v14`,
      stroke: palette.muted,
      'stroke-width': style.lineWeight,
      'stroke-dasharray': dashes,
    }),
  ]
  const marks: DayRow[] = [
    ...(since !== null && panels.some(({ years }) => years([]).since !== null)
      ? [{ day: since, block: row(dateInWords(isoDate(since)), ink, width, upright('5 3')) }]
      : []),
    ...(hasBasis
      ? [{ block: row(t('The basis of the values changes, and the line breaks'), ink, width, upright('1 3')) }]
      : []),
    ...(lives.length > 0
      ? (
          [
            ['signed', t('Promised')],
            ['delivering', t('Delivered')],
            ['cancelled', t('Stopped')],
          ] as const
        ).map(([stage, label]) => ({
          block: row(label, ink, width, (x, y) => [milestoneArt(stage, x + SAMPLE_WIDTH / 2, y, ink, look)]),
        }))
      : []),
  ]
  const parts: [LegendPart['id'], Block[]][] = [
    [
      'types',
      types.length > 1
        ? [
            heading(t('Relation type'), ink, width),
            ...types.map((type) =>
              row(known(type.label), ink, width, (x, y) =>
                sample(x, y, {
                  colour: relationColour(type, scheme),
                  bandWidth: 0,
                  bandOpacity: 0,
                  line: 'solid',
                  lineWidth: 2.2 * style.lineWeight,
                  lineOpacity: 1,
                }),
              ),
            ),
          ]
        : [],
    ],
    [
      'outcomes',
      outcomes.length > 0
        ? [
            heading(t('Initiatives: what they had come to'), ink, width),
            ...outcomes.map((outcome: Outcome) =>
              row(t(OUTCOME_LABELS[outcome]), ink, width, (x, y) => [
                lifeLineArt(outcome, x, x + SAMPLE_WIDTH, y, ink, look),
              ]),
            ),
          ]
        : [],
    ],
    ['marks', dayRows(heading(t('Marks'), ink, width), marks, upTo)],
  ]
  return parts.filter(([, blocks]) => blocks.length > 0).map(([id, blocks]) => ({ id, block: stacked(blocks, 3) }))
}
