import { known, t } from '../language/messages.ts'
import { yearOf, type Day } from '../model/dates.ts'
import { isFailing, isRealised, type Outcome, type Stage } from '../model/outcome.ts'
import { lifeInWords, lifeOf, subtypeLabel, type Life } from '../network/profile.ts'
import { partnersInWords, WITHOUT, type TimelineGroup } from '../network/timeline.ts'
import { relationColour } from '../scene/palette.ts'
import { CAPS, DASHES, LIFE_WIDTHS, LINE_STYLES, PALE_OPACITY } from '../scene/strokes.ts'
import { silenceWords } from '../scene/timelineRows.ts'
import { placeOf } from '../scene/timeScale.ts'
import { haloOf, lettersAt } from './paragraph.ts'
import { USUAL_FONT_SIZE } from './subject.ts'
import { textWidth } from './textFit.ts'
import { titleIn, type Drawn } from './timelineInput.ts'
import { LEADING, letterRoom, type PlannedRow, type TimelinePlan } from './timelinePlan.ts'
import { element, escaped, rounded } from './xml.ts'

/** The strips of initiatives in a picture of the Timeline. */

/** The radius of a mark, and from its middle to words beside it, in font sizes. */
const MARK_RADIUS = 0.34
const BESIDE_MARK = 0.85
/** The halo of words that stand on a strip. */
const HALO = 5
/** How thick lines are over those on the screen, where rows are higher. */
const STRIP_SHARE = 0.9

/** One initiative: its title and its life. */
export function stripArt(
  row: PlannedRow,
  position: number,
  group: TimelineGroup,
  plan: TimelinePlan,
  { input, style, called }: Drawn,
): string {
  const { columns, selection, scheme, palette, grouping, focus } = input
  const { fontSize, isStacked, left } = plan
  const initiative = columns.outline.initiatives.at(position)!
  const type = columns.outline.relationTypes.find(({ id }) => id === initiative.type)
  const colour = relationColour(type, scheme)
  const life = lifeOf(initiative.milestones, selection.asOf)
  const y = row.top + row.height - (isStacked ? row.drawing : row.height) / 2
  const top = isStacked ? row.top : row.top + (row.height - row.lines.length * LEADING * fontSize) / 2
  const lineMiddle = (i: number) => top + (i + 0.5) * LEADING * fontSize
  const isSilent = selection.isSilent(position)
  const told = {
    title: titleIn(input, position),
    type: known(type?.label ?? initiative.type),
    subtype: subtypeLabel(columns, initiative),
    life: lifeInWords(life),
  }
  const saysPartner = grouping === 'partner' && group.id !== WITHOUT
  const beside = wordsOnStrip(life, {
    plan,
    asOf: selection.asOf,
    isSilent,
    partners: saysPartner ? null : partnersInWords(initiative, focus, called),
  })
  const [letter] = row.lines.length === 0 ? [] : [type?.letter ?? '?']
  return element(
    'g',
    {},
    element(
      'title',
      {},
      escaped(
        isSilent
          ? t('{title}. {type}, {subtype}: {life}, silent since {year}', {
              ...told,
              year: yearOf(life.marks.at(-1)!.day),
            })
          : t('{title}. {type}, {subtype}: {life}', told),
      ),
    ),
    letter === undefined
      ? ''
      : lettersAt(letter, letterRoom(fontSize) * 0.35, lineMiddle(0), fontSize, {
          'font-weight': 700,
          'text-anchor': 'middle',
          fill: colour,
        }),
    ...row.lines.map((line, i) =>
      lettersAt(line, letterRoom(fontSize), lineMiddle(i), fontSize, { fill: palette.ink }),
    ),
    element(
      'g',
      { transform: `translate(${rounded(left)} 0)`, fill: 'none' },
      ...lifeArt(life, plan, y, style.lineWeight, palette.background, colour),
    ),
    ...(style.hasLabels ? beside : []).map(({ text, place, anchor, isSaid }) =>
      lettersAt(text, left + place, y, fontSize, {
        'text-anchor': anchor === 'end' ? 'end' : undefined,
        fill: isSaid ? palette.ink : palette.muted,
        ...(isSaid ? { ...haloOf(palette), 'stroke-width': HALO } : {}),
      }),
    ),
  )
}

interface StripFrame {
  plan: TimelinePlan
  asOf: Day
  isSilent: boolean
  /** Who it is with, where the group does not say so. */
  partners: string | null
}

/** What stands beside or on a strip: how long it has been silent, and who it is with. */
function wordsOnStrip({ marks }: Life, { plan, asOf, isSilent, partners }: StripFrame) {
  const { scale, fontSize } = plan
  // Words are placed for letters of the usual size.
  const k = fontSize / USUAL_FONT_SIZE
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) return []
  const x = (day: Day) => placeOf(scale, day) / k
  const width = scale.width / k
  const places = () => marks.map(({ day }) => x(day))
  const silence = isSilent ? silenceWords(places(), x(asOf), yearOf(last.day), width) : null
  const before = placeOf(scale, first.day) - BESIDE_MARK * fontSize
  const hasRoom =
    partners !== null &&
    placeOf(scale, first.day) <= scale.width &&
    silence?.anchor !== 'end' &&
    before >= textWidth(partners, fontSize)
  return [
    ...(silence ? [{ text: silence.words, place: silence.place * k, anchor: silence.anchor, isSaid: true }] : []),
    ...(hasRoom ? [{ text: partners, place: before, anchor: 'end' as const, isSaid: false }] : []),
  ]
}

/** The stretches of a life that are in sight, and the marks of its milestones on them. */
function lifeArt(
  { segments, marks }: Life,
  { scale, fontSize }: TimelinePlan,
  y: number,
  lineWeight: number,
  background: string,
  colour: string,
): string[] {
  const k = fontSize / USUAL_FONT_SIZE
  const at = (day: Day) => Math.min(scale.width, Math.max(0, placeOf(scale, day)))
  const stretches = segments
    .filter(({ from, to }) => at(to) > at(from))
    .map(({ from, to, outcome }) => stretchArt(outcome, at(from), y, at(to) - at(from), { colour, k, lineWeight }))
  const seen = marks.filter(({ day }) => placeOf(scale, day) >= 0 && placeOf(scale, day) <= scale.width)
  return [
    ...stretches,
    ...seen.map(({ stage, day }) =>
      stageMark(stage, placeOf(scale, day), y, MARK_RADIUS * fontSize, { background, colour }),
    ),
  ]
}

/**
 * A stretch of a life, from a point to the right.
 * @param look.k the size of letters over the usual one
 */
export function stretchArt(
  outcome: Outcome,
  x: number,
  y: number,
  width: number,
  { colour, k, lineWeight }: { colour: string; k: number; lineWeight: number },
): string {
  const line = LINE_STYLES[outcome]
  return element('path', {
    d: `M${rounded(x)} ${rounded(y)}h${rounded(width)}`,
    stroke: colour,
    'stroke-width': LIFE_WIDTHS[outcome] * STRIP_SHARE * k * lineWeight,
    'stroke-opacity': outcome === 'ended' ? PALE_OPACITY : undefined,
    'stroke-dasharray':
      DASHES[line].map((length) => rounded(length * k * Math.max(1, lineWeight))).join(' ') || undefined,
    'stroke-linecap': CAPS[line] === 'butt' ? undefined : CAPS[line],
  })
}

/** What a stage says, in one sign: promised an open circle, delivered a full one, stopped a cross. */
export function stageMark(
  stage: Stage,
  x: number,
  y: number,
  r: number,
  { background, colour }: { background: string; colour: string },
): string {
  if (isFailing(stage)) {
    const [d, line] = [rounded(2 * r), `${rounded(x - r)} ${rounded(y - r)}`]
    return element('path', {
      d: `M${line}l${d} ${d}M${rounded(x - r)} ${rounded(y + r)}l${d} -${d}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': r * 0.55,
    })
  }
  return element('circle', {
    cx: x,
    cy: y,
    r,
    fill: isRealised(stage) ? colour : background,
    stroke: colour,
    'stroke-width': r * 0.45,
  })
}
