import { known, type Message, msg, t } from '../language/messages.ts'
import { OUTCOMES, isFailing, isRealised, type Outcome, type Stage } from '../model/outcome.ts'
import { CHANGE_LABELS, CHANGES } from '../network/changes.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import { lifeOf } from '../network/profile.ts'
import { CHANGE_SIGNS } from '../scene/changeSigns.ts'
import { OUTCOME_FILLS } from '../scene/fills.ts'
import { OUTCOME_MEANINGS } from '../scene/legend.ts'
import { relationColour } from '../scene/palette.ts'
import { heading, row, SAMPLE_WIDTH, textAt } from './legendRows.ts'
import { typesHeading } from './legendArt.ts'
import { lettersAt, paragraph, stacked, type Block } from './paragraph.ts'
import { USUAL_FONT_SIZE, type LegendPart, type LegendPartId } from './subject.ts'
import { fillOf, type Drawn } from './timelineInput.ts'
import type { TimelinePlan } from './timelinePlan.ts'
import { stageMark, stretchArt } from './timelineStrips.ts'
import { element } from './xml.ts'

/** What the marks of milestones say, with a stage of each kind. */
const MARKS: readonly { stage: Stage; words: Message; isIt: (stage: Stage) => boolean }[] = [
  { stage: 'signed', words: msg('Promised'), isIt: (stage) => !isFailing(stage) && !isRealised(stage) },
  { stage: 'delivering', words: msg('Delivered'), isIt: isRealised },
  { stage: 'stalled', words: msg('Stopped'), isIt: isFailing },
]
const ROW_GAP = 3

/** The legend of a Timeline: of strips their colours, lines and marks; of groups alone their areas. */
export function timelineLegend({ input, style }: Drawn, plan: TimelinePlan, width: number): LegendPart[] {
  const { columns, selection, scheme, palette, comparison } = input
  const { isFilm = false } = style
  const lives = selection.initiatives.map((i) => lifeOf(columns.outline.initiatives.at(i)!.milestones, selection.asOf))
  const outcomes = new Set<Outcome>(lives.flatMap(({ segments }) => segments.map(({ outcome }) => outcome)))
  const stages = new Set(lives.flatMap(({ marks }) => marks.map(({ stage }) => stage)))
  const parts: [LegendPartId, Block[]][] = [
    ['types', plan.isFolded ? [] : typeRows()],
    ['outcomes', outcomeRows()],
    ['sizes', new Set(plan.rows.map(({ group }) => group.id)).size < 2 ? [] : heightRows()],
    ['marks', plan.isFolded ? [] : markRows()],
  ]
  return parts.filter(([, rows]) => rows.length > 0).map(([id, rows]) => ({ id, block: stacked(rows, ROW_GAP) }))

  function typeRows(): Block[] {
    const rows = columns.outline.relationTypes.flatMap((type) => {
      const count = selection.initiatives.filter((i) => columns.outline.initiatives.at(i)!.type === type.id).length
      if (count === 0) return []
      const colour = relationColour(type, scheme)
      const label = known(type.label)
      return row(isFilm ? label : t('{type} ({count, number})', { type: label, count }), palette.ink, width, (x, y) => [
        lettersAt(type.letter, x + 5, y, USUAL_FONT_SIZE, {
          'font-weight': 700,
          'text-anchor': 'middle',
          fill: colour,
        }),
        stretchArt('realised', x + 14, y, SAMPLE_WIDTH - 14, { colour, k: 1, lineWeight: style.lineWeight }),
      ])
    })
    return rows.length === 0 ? [] : [typesHeading(palette.ink, width, isFilm), ...rows]
  }

  function outcomeRows(): Block[] {
    const fills = OUTCOME_FILLS[scheme]
    const swatch = { width: plan.isFolded ? 26 : 12, height: 10 }
    const rows = OUTCOMES.filter((outcome) => outcomes.has(outcome)).map((outcome) =>
      row(
        t('{name}: {words}', { name: t(OUTCOME_LABELS[outcome]), words: t(OUTCOME_MEANINGS[outcome]) }),
        palette.ink,
        width,
        (x, y) => [
          plan.isFolded
            ? ''
            : stretchArt(outcome, x, y, SAMPLE_WIDTH - 16, { colour: palette.ink, k: 1, lineWeight: style.lineWeight }),
          element('rect', {
            x: x + (plan.isFolded ? 0 : SAMPLE_WIDTH - 12),
            y: y - 5,
            ...swatch,
            ...fillOf(outcome, fills),
          }),
        ],
      ),
    )
    if (rows.length === 0) return []
    return [
      heading(
        plan.isFolded ? t('Area: what it had come to') : t('Line and area: what it had come to'),
        palette.ink,
        width,
      ),
      ...rows,
    ]
  }

  function heightRows(): Block[] {
    const text = t('grows with the square root of the number of initiatives, so that small groups are seen too')
    return [
      heading(t('Height of an area'), palette.ink, width),
      paragraph(text, { width, fontSize: USUAL_FONT_SIZE, colour: palette.ink, maxLines: 4, leading: 1.25 }),
    ]
  }

  function markRows(): Block[] {
    const look = { background: palette.background, colour: palette.ink }
    const rows = MARKS.filter(({ isIt }) => [...stages].some(isIt)).map(({ stage, words }) =>
      row(t(words), palette.ink, width, (x, y) => [stageMark(stage, x + SAMPLE_WIDTH / 2, y, 4, look)]),
    )
    for (const change of CHANGES) {
      if (change === 'unchanged') continue
      if (!comparison || !(isFilm || selection.initiatives.some((i) => comparison.changes[i] === change))) continue
      rows.push(
        row(t(CHANGE_LABELS[change]), palette.ink, width, (x, y) => [
          textAt(CHANGE_SIGNS[change], x + SAMPLE_WIDTH / 2, y, palette.ink),
        ]),
      )
    }
    return rows.length === 0 ? [] : [heading(t('Marks'), palette.ink, width), ...rows]
  }
}
