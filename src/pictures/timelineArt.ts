import { known, t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { namesOf } from '../model/actorNames.ts'
import { isoDate, yearOf, type Day } from '../model/dates.ts'
import { OUTCOMES } from '../model/outcome.ts'
import { asOfRange } from '../network/columns.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import { historyOf } from '../network/history.ts'
import { tallyInWords } from '../network/links.ts'
import { groupsBy, WITHOUT, type TimelineGroup } from '../network/timeline.ts'
import { coursesOf } from '../scene/courses.ts'
import { OUTCOME_FILLS, RULES } from '../scene/fills.ts'
import { relationColour, type Palette } from '../scene/palette.ts'
import { axisLines, axisTicks, isInSight, labelOf, QUARTERS } from '../scene/timelineAxis.ts'
import { placeLabels, placeOf, spanWithin } from '../scene/timeScale.ts'
import type { ColourSet } from './colourCheck.ts'
import { haloOf, lettersAt, paragraph } from './paragraph.ts'
import type { PictureStyle, Space, Subject } from './subject.ts'
import { textWidth } from './textFit.ts'
import { fillOf, titleIn, type Drawn, type TimelineInput } from './timelineInput.ts'
import { timelineLegend } from './timelineLegend.ts'
import {
  HEAD_LETTERS,
  LEADING,
  planTimeline,
  restInWords,
  TALLY_FROM,
  TALLY_LETTERS,
  type PlannedRow,
  type TimelinePlan,
} from './timelinePlan.ts'
import { stripArt } from './timelineStrips.ts'
import { element, escaped, rounded } from './xml.ts'

/** A year on the axis with room beside it, and how wide a year is whose quarters are named, in font sizes. */
const YEAR_ROOM = 4.2
const NAMED_QUARTERS = 12
/** Around the words of a day on the axis, in font sizes. */
const CHIP_PADDING = 1.2
/** How strongly the time after the as-of date is shaded. */
const AFTER_OPACITY = 0.22
/** The least of a letter, over the font size of the picture. */
const SMALL = 0.86

/**
 * The Timeline in a picture: every selected initiative as a strip from its first milestone to the as-of date where their
 * titles can be read, else what each group had come to. Nothing later than the as-of date is in it.
 */
export function timelineSubject(input: TimelineInput, style: PictureStyle): Subject {
  const { columns, selection, focus, grouping } = input
  const groups = groupsBy(grouping, columns, selection, input.links, focus)
  const kept = input.kept ? groupsBy(grouping, columns, input.kept.selection, input.kept.links, focus) : groups
  const [earliest, latest] = asOfRange(columns)
  const span = spanWithin(input.span, [yearOf(earliest), yearOf(latest)])
  const titleOf = (position: number) => titleIn(input, position)
  const groupName = grouping === 'type' ? 'type' : kept.some(({ id }) => id === WITHOUT) ? 'group' : 'partner'
  const plans = new Map<string, TimelinePlan>()
  const planIn = (space: Space): TimelinePlan => {
    const key = `${space.width} ${space.height}`
    const before = plans.get(key)
    if (before) return before
    const made = planTimeline({ groups: kept, titleOf, groupName, span, style }, space)
    plans.set(key, made)
    return made
  }
  const drawn: Drawn = {
    input,
    style,
    shown: new Map(groups.map((group) => [group.id, group])),
    most: Math.max(1, ...kept.map(({ initiatives }) => initiatives.length)),
    groupName,
    called: namesOf(columns.outline.actors),
  }
  return {
    palette: input.palette,
    words: t(
      'a timeline of {count, plural, one {# initiative} other {# initiatives}} in {groups, plural, one {# group} other {# groups}}',
      { count: selection.size, groups: groups.length },
    ),
    legend: (width, _scale, space) => timelineLegend(drawn, planIn(space), width),
    layOut: (space) => {
      const plan = planIn(space)
      return {
        ...space,
        scale: 1,
        colours: colourSets(drawn, plan),
        notes: plan.notes,
        draw: (x, y) =>
          element(
            'g',
            { id: 'timeline', transform: `translate(${rounded(x)} ${rounded(y)})` },
            backdropArt(plan, drawn),
            // Where titles stand above their strips, lines run behind them.
            plan.isStacked ? daysArt(plan, drawn) : '',
            element('g', { id: 'rows' }, ...plan.rows.map((own) => rowArt(own, plan, drawn))),
            plan.isStacked ? '' : daysArt(plan, drawn),
            restArt(plan, drawn),
            axisArt(plan, drawn),
          ),
      }
    },
  }
}

/** Strips have the colours of their relation types, areas those of their outcomes. */
function colourSets({ input, style }: Drawn, { isFolded }: TimelinePlan): ColourSet[] {
  const { columns, selection, scheme } = input
  const { initiatives, outcomes } = selection
  const has = (type: string) => initiatives.some((i) => columns.outline.initiatives.at(i)!.type === type)
  const types = columns.outline.relationTypes.filter(({ id }) => !isFolded && has(id))
  const drawn = OUTCOMES.filter((outcome) => initiatives.some((i) => outcomes.at(i) === outcome))
  return [
    {
      of: t('relation types'),
      colours: types.map((type) => ({ label: known(type.label), colour: relationColour(type, scheme) })),
      besides: style.hasLabels ? t('the letters before the titles tell them apart as well') : null,
      remedy: t('switch names on'),
    },
    {
      of: t('outcomes'),
      colours: drawn.map((outcome) => ({ label: t(OUTCOME_LABELS[outcome]), colour: OUTCOME_FILLS[scheme][outcome] })),
      besides: t('their areas lie over each other in the order of the legend, from the foot'),
      remedy: t('show fewer of them'),
    },
  ]
}

function linesIn({ scale }: TimelinePlan, { input }: Drawn) {
  const { selection, comparison, columns } = input
  const since = comparison ? isoDate(comparison.since) : null
  return axisLines(scale, isoDate(selection.asOf), since, columns.outline.markedDates)
}

function ticksIn({ scale }: TimelinePlan, { style }: Drawn) {
  return axisTicks(scale, YEAR_ROOM * style.fontSize, NAMED_QUARTERS * style.fontSize)
}

/** The lines of years through all rows, and the time after the as-of date, of which nothing is shown. */
function backdropArt(plan: TimelinePlan, drawn: Drawn): string {
  const { left, scale, axisHeight, height } = plan
  const { palette, scheme } = drawn.input
  const { years, quarters } = ticksIn(plan, drawn)
  const end = Math.min(scale.width, Math.max(0, linesIn(plan, drawn)[0]!.place))
  return element(
    'g',
    { id: 'backdrop', fill: 'none' },
    end < scale.width
      ? element('rect', {
          x: left + end,
          y: axisHeight,
          width: scale.width - end,
          height: height - axisHeight,
          fill: palette.faint,
          'fill-opacity': AFTER_OPACITY,
        })
      : '',
    element('path', {
      d: [...years, ...quarters].map(({ day }) => downFrom(placeOf(scale, day), plan)).join(''),
      stroke: RULES[scheme],
    }),
  )
}

/** The lines of the as-of date and of other days through all rows. */
function daysArt(plan: TimelinePlan, drawn: Drawn): string {
  const { palette } = drawn.input
  return element(
    'g',
    { id: 'days', fill: 'none' },
    ...linesIn(plan, drawn)
      .filter((line) => isInSight(line, plan.scale))
      .toReversed()
      .map(({ kind, place }) =>
        element('path', {
          d: downFrom(place, plan),
          stroke: kind === 'as-of' ? palette.accent : palette.muted,
          'stroke-width': kind === 'as-of' ? 2 : 1,
          'stroke-dasharray': kind === 'marked' ? '1 3' : kind === 'since' ? '4 3' : undefined,
        }),
      ),
  )
}

/** A line from the axis to the foot of the rows. */
function downFrom(place: number, { left, axisHeight, height }: TimelinePlan): string {
  return `M${rounded(left + place)} ${rounded(axisHeight)}V${rounded(height)}`
}

/** Years at the foot of the axis, days over them. */
function axisArt(plan: TimelinePlan, drawn: Drawn): string {
  const { left, scale, axisHeight } = plan
  const { palette, scheme } = drawn.input
  const { fontSize: f, hasLabels } = drawn.style
  const { years, quarters } = ticksIn(plan, drawn)
  const lines = linesIn(plan, drawn).filter(({ kind }) => hasLabels || kind !== 'marked')
  const labels = lines.map((line) => {
    const own = labelOf(line, scale)
    const padding = line.kind === 'marked' ? 0 : CHIP_PADDING * f
    return { ...own, width: textWidth(own.words, f * SMALL, line.kind === 'as-of') + padding }
  })
  const starts = placeLabels(labels, scale.width)
  const tick = (text: string, day: Day) => {
    const place = placeOf(scale, day)
    return [
      element('path', {
        d: `M${rounded(left + place)} ${rounded(axisHeight)}v${rounded(-0.35 * f)}`,
        stroke: palette.faint,
      }),
      lettersAt(text, left + place, axisHeight - 0.95 * f, f * SMALL, {
        'text-anchor': 'middle',
        fill: palette.muted,
      }),
    ]
  }
  const middle = 0.95 * f
  const chips = lines.flatMap(({ kind }, i) => {
    const start = starts[i]
    if (start === null || start === undefined) return []
    const { words: text, width } = labels[i]!
    const box = { x: left + start, y: middle - 0.8 * f, width, height: 1.6 * f, rx: 4 }
    const isFilled = kind === 'as-of'
    return [
      kind === 'marked'
        ? ''
        : element('rect', {
            ...box,
            fill: isFilled ? palette.accent : palette.surface,
            stroke: isFilled ? undefined : palette.muted,
          }),
      lettersAt(text, left + start + width / 2, middle, f * SMALL, {
        'text-anchor': 'middle',
        'font-weight': isFilled ? 700 : undefined,
        fill: isFilled ? palette.surface : palette.muted,
      }),
    ]
  })
  return element(
    'g',
    { id: 'axis' },
    element('path', {
      d: `M0 ${rounded(axisHeight)}H${rounded(left + scale.width)}`,
      stroke: RULES[scheme],
    }),
    ...years.flatMap(({ year, day }) => tick(String(year), day)),
    ...quarters.flatMap(({ month, day }) => tick(t(QUARTERS[month]), day)),
    ...chips,
  )
}

function rowArt(own: PlannedRow, plan: TimelinePlan, drawn: Drawn): string {
  const group = drawn.shown.get(own.group.id)
  if (own.initiative === null) return headArt(own, group, plan, drawn)
  return group?.initiatives.includes(own.initiative) ? stripArt(own, own.initiative, group, plan, drawn) : ''
}

/** The head of a group: its name, how many initiatives it has and what they had come to; in a film from its first day. */
function headArt(own: PlannedRow, group: TimelineGroup | undefined, plan: TimelinePlan, drawn: Drawn): string {
  const { palette, scheme, columns, selection } = drawn.input
  const { top, height, drawing } = own
  const { left, scale } = plan
  const rule = element('path', {
    d: `M0 ${rounded(top + height)}H${rounded(left + scale.width)}`,
    stroke: RULES[scheme],
  })
  if (!group) return rule
  const fills = OUTCOME_FILLS[scheme]
  const floor = top + height - 2
  const moments = historyOf(columns, group.initiatives, selection.asOf)
  const clip = `course-${own.group.id.replace(/[^\w-]/g, '-')}`
  const tally = tallyInWords(group.tally).join(t(', '))
  return element(
    'g',
    {},
    element(
      'title',
      {},
      escaped(
        t('{name}: {count, plural, one {# initiative} other {# initiatives}}, {outcomes}', {
          name: group.label,
          count: group.initiatives.length,
          outcomes: tally,
        }),
      ),
    ),
    rule,
    ...headWords(own, group, tally, plan, palette),
    element('clipPath', { id: clip }, element('rect', { x: 0, y: top, width: scale.width, height })),
    element(
      'g',
      { transform: `translate(${rounded(left)} 0)` },
      element(
        'g',
        { 'clip-path': `url(#${clip})` },
        ...coursesOf(moments, group.initiatives.length, drawn.most, { scale, height: drawing - 5, floor }).map(
          ({ outcome, path }) => element('path', { d: path, ...fillOf(outcome, fills) }),
        ),
      ),
    ),
  )
}

/** The name of a group with its number, and where there is room what its initiatives had come to. */
function headWords(
  { top, height }: PlannedRow,
  { label, initiatives }: TimelineGroup,
  tally: string,
  { isStacked, titles, isFolded, fontSize }: TimelinePlan,
  palette: Palette,
): string[] {
  const size = fontSize * HEAD_LETTERS
  const small = fontSize * TALLY_LETTERS
  const count = numberInWords(initiatives.length)
  const most = titles - textWidth(count, size) - fontSize
  const name = paragraph(label, {
    width: most,
    fontSize: size,
    colour: palette.ink,
    isBold: true,
    maxLines: 1,
    leading: LEADING,
  })
  const told = textWidth(tally, small) <= titles ? tally : ''
  if (isStacked) {
    const middle = top + 0.25 * fontSize + name.height / 2
    const after = Math.min(textWidth(label, size, true), most) + 0.7 * fontSize
    const beside = after + textWidth(count, size) + fontSize
    const hasRoom = isFolded && beside + textWidth(tally, small) <= titles
    return [
      name.draw(0, middle - name.height / 2),
      lettersAt(count, after, middle, size, { fill: palette.ink }),
      // Lines run behind these words.
      hasRoom ? lettersAt(tally, beside, middle, small, { fill: palette.muted, ...haloOf(palette) }) : '',
    ]
  }
  const hasRoom = isFolded && told !== '' && height >= TALLY_FROM * fontSize
  const block = name.height + (hasRoom ? small * LEADING : 0)
  const start = top + (height - block) / 2
  return [
    name.draw(0, start),
    lettersAt(count, titles, start + name.height / 2, size, { 'text-anchor': 'end', fill: palette.ink }),
    hasRoom ? lettersAt(told, 0, start + name.height + (small * LEADING) / 2, small, { fill: palette.muted }) : '',
  ]
}

/** What has no row of its own, at the foot: in a film as far as it has begun. */
function restArt({ rest, left, scale, height, fontSize }: TimelinePlan, { input, shown, groupName }: Drawn): string {
  const begun = rest.flatMap(({ id }) => shown.get(id) ?? [])
  if (begun.length === 0) return ''
  const words = restInWords(begun, groupName, left + scale.width, fontSize)
  return lettersAt(words, 0, height - 0.85 * fontSize, fontSize, {
    fill: input.palette.muted,
    ...haloOf(input.palette),
  })
}
