import { msg, t } from '../language/messages.ts'
import type { Name } from '../scene/mapLabels.ts'
import { boxAround, isApart, isInside, placeNames } from '../scene/mapLabels.ts'
import { curveAt } from '../scene/curves.ts'
import { boundsOf, type Box, type Scene, type SceneLink, type SceneNode } from '../scene/scene.ts'
import { BADGE_FONT_SIZE, BADGE_HEIGHT, badgeWidth } from '../scene/strokes.ts'
import { badgesArt, groupsArt, linksArt, actorsArt, type PlacedName } from './graphArt.ts'
import type { ColourSet } from './colourCheck.ts'
import { sceneLegend } from './legendArt.ts'
import { USUAL_FONT_SIZE, type PictureStyle, type Space, type Subject } from './subject.ts'
import { textWidth } from './textFit.ts'
import { element, rounded } from './xml.ts'

/** How much a small graph is enlarged at most. */
const LARGEST_SCALE = 1.6
/** How often the scale of a graph is found anew at most. */
const MOST_ROUNDS = 8
/** Free space around the graph, for curves and halos that reach over its bounds. */
const GRAPH_MARGIN = 8
/** The least size of a name and of a badge, over that of the legend's text. */
export const LEAST_NAME = 0.86
const LEAST_BADGE = 0.78
/** Sizes of the letters in labelled shapes over those that they should have, the largest first. */
const SHAPE_SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5]
/** Inside a labelled shape, from its text to its sides. */
const SHAPE_PADDING = 6
/** Places along a link at which a badge is tried, before and after its own, as shares of the whole. */
const BADGE_STEPS = [0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2]
/** Badges that are larger over the lines than this leave one another more room, so that the lines can be seen between. */
const CROWDED = 1.3
const CROWDED_GAP = 7

/**
 * The Network in a picture: drawn as on the screen, enlarged or reduced to the space there is. Letters never become
 * smaller than can be read: names that then have no room beside their flags are left out, and that is said.
 *
 * @param flags for each name of a flag, the text of its square SVG in flag-icons
 */
export function networkSubject(scene: Scene, flags: Readonly<Record<string, string>>, style: PictureStyle): Subject {
  const own = styled(scene, style)
  return {
    palette: own.palette,
    words: t('{ties, plural, one {# tie} other {# ties}} among {actors, plural, one {# actor} other {# actors}}', {
      ties: own.links.length,
      actors: own.nodes.length,
    }),
    legend: (width, scale) => sceneLegend(own, width, scale, style),
    layOut: (space) => {
      const { scale, drawn } = fitted(own, space, style)
      const { bounds } = drawn
      const within: Box = {
        left: (bounds.left + bounds.right) / 2 - space.width / 2 / scale,
        right: (bounds.left + bounds.right) / 2 + space.width / 2 / scale,
        top: (bounds.top + bounds.bottom) / 2 - space.height / 2 / scale,
        bottom: (bounds.top + bounds.bottom) / 2 + space.height / 2 / scale,
      }
      const { names, notes } = style.hasLabels ? namesOf(drawn, within) : { names: new Map(), notes: [] }
      const badged = withBadges(drawn, [...names.values()], scale, style)
      return {
        ...space,
        scale,
        colours: typeColours(badged.scene),
        notes: [...notes, ...badged.notes],
        draw: (x, y) =>
          element(
            'g',
            {
              id: 'graph',
              transform: `translate(${rounded(x - within.left * scale)} ${rounded(y - within.top * scale)}) scale(${Math.round(scale * 1e4) / 1e4})`,
            },
            groupsArt(drawn),
            linksArt(badged.scene),
            badgesArt(badged.scene, badged.enlarged),
            actorsArt(drawn, flags, names),
          ),
      }
    },
  }
}

/** The colours of the relation types that are drawn, and the grey of what counts nowhere. */
export function typeColours({ legend, links, palette }: Scene): ColourSet[] {
  const own = links.filter(({ context }) => !context)
  const badged = own.filter(({ badge }) => badge).length
  const isPartly = badged < own.length
  const besides = isPartly
    ? t('the letters on those badges that have room tell them apart as well; without a badge, only colour does')
    : t('the letters on the badges tell them apart as well')
  return [
    {
      of: t('relation types'),
      colours: [
        ...legend.types.filter(({ initiatives }) => initiatives > 0).map(({ label, colour }) => ({ label, colour })),
        ...(own.length < links.length ? [{ label: t('Grey lines'), colour: palette.muted }] : []),
      ],
      besides: badged === 0 ? null : besides,
      isPartly,
      remedy: t('switch names on, choose a larger size or show fewer of them'),
    },
  ]
}

/** What has no room, in a sentence; none where nothing is missing. */
export function withoutRoom(count: number, one: keyof typeof WITHOUT_ROOM): string[] {
  return count === 0 ? [] : [t(WITHOUT_ROOM[one], { count })]
}

const WITHOUT_ROOM = {
  name: msg('{count, plural, one {# name has} other {# names have}} no room at this size.'),
  badge: msg('{count, plural, one {# badge has} other {# badges have}} no room at this size.'),
  chart: msg('{count, plural, one {# chart has} other {# charts have}} no room at this size.'),
}

/** A scene with the widths of its lines, and those in its legend, as the style has them. */
export function styled(scene: Scene, { lineWeight, hasLabels }: PictureStyle): Scene {
  const { width } = scene.legend
  const weighed = (value: number) => Math.round(value * lineWeight * 100) / 100
  return {
    ...scene,
    links: scene.links.map((link) => ({
      ...link,
      bandWidth: weighed(link.bandWidth),
      lineWidth: weighed(link.lineWidth),
      badge: hasLabels ? link.badge : null,
    })),
    legend: {
      ...scene.legend,
      width: { ...width, steps: width.steps.map((step) => ({ ...step, width: weighed(step.width) })) },
    },
  }
}

/**
 * The scale at which the graph fills a space. Where letters have to be larger than the scale would make them, labelled
 * shapes grow with their text and need more room: so the scale is found again with these, until it stays as it is.
 */
function fitted(scene: Scene, space: Space, style: PictureStyle): { scale: number; drawn: Scene } {
  let drawn = scene
  let scale = LARGEST_SCALE
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = scale
    const { left, right, top, bottom } = drawn.bounds
    scale = Math.max(
      0.05,
      Math.min(
        LARGEST_SCALE,
        (space.width - 2 * GRAPH_MARGIN) / Math.max(1, right - left),
        (space.height - 2 * GRAPH_MARGIN) / Math.max(1, bottom - top),
      ),
    )
    drawn = withReadableText(scene, scale, style)
    if (round > 0 && before - scale < before * 0.01) break
  }
  return { scale, drawn }
}

function withReadableText(scene: Scene, scale: number, { fontSize, hasLabels }: PictureStyle): Scene {
  const least = (LEAST_NAME * fontSize) / scale
  const sizeOf = (node: SceneNode) => Math.max(node.fontSize * (fontSize / USUAL_FONT_SIZE), least)
  const shapesOf = (share: number) =>
    scene.nodes.flatMap((node): SceneNode[] => {
      if (node.shape === 'flag') return []
      const size = sizeOf(node) * share
      return [
        {
          ...node,
          fontSize: size,
          width: Math.max(node.width, textWidth(node.label, size, true) + 2 * SHAPE_PADDING * Math.min(1, 1 / scale)),
          height: node.height * Math.max(1, (size / node.fontSize) * 0.9),
        },
      ]
    })
  // Shapes that would cover one another have smaller letters: all of them, so that none looks less than another.
  const share = SHAPE_SHARES.find((own) => areApart(shapesOf(own).map(boxOf))) ?? SHAPE_SHARES.at(-1)!
  const shapes = new Map(shapesOf(share).map((node) => [node.id, node]))
  const nodes = scene.nodes.map((node) => shapes.get(node.id) ?? { ...node, fontSize: sizeOf(node) })
  const bare = hasLabels ? nodes : nodes.map((node) => (node.shape === 'flag' ? { ...node, label: '' } : node))
  return { ...scene, nodes, bounds: boundsOf(bare, scene.groups) }
}

function areApart(boxes: readonly Box[]): boolean {
  return boxes.every((one, i) => boxes.slice(i + 1).every((other) => isApart(one, other, 0)))
}

/** Where the names of flags stand: the focus first, then those with ties, the larger flags before the smaller. */
function namesOf({ nodes }: Scene, within: Box): { names: Map<string, PlacedName>; notes: string[] } {
  const flagged = nodes
    .filter(({ shape }) => shape === 'flag')
    .sort((a, b) => Number(b.isFocus) - Number(a.isFocus) || Number(b.isTied) - Number(a.isTied) || b.width - a.width)
  const wanted = flagged.map(({ x, y, width, height, label, fontSize, isFocus }): Name => ({
    at: { x, y },
    width,
    height,
    text: label,
    fontSize,
    length: textWidth(label, fontSize, isFocus),
  }))
  const places = placeNames(wanted, nodes.map(boxOf), within)
  const names = new Map(flagged.flatMap(({ id }, i) => (places[i] ? [[id, places[i]] as const] : [])))
  const missing = flagged.length - names.size
  return {
    names,
    notes: withoutRoom(missing, 'name'),
  }
}

function boxOf({ x, y, width, height }: SceneNode): Box {
  return boxAround({ x, y }, width, height)
}

/**
 * Badges large enough to be read, each where it covers nothing; one without such a place is left out.
 * @param words what else may not be covered, beside the actors
 */
export function withBadges(
  scene: Scene,
  words: readonly { box: Box }[],
  scale: number,
  { fontSize }: Pick<PictureStyle, 'fontSize'>,
  within?: Box,
): { scene: Scene; enlarged: number; notes: string[] } {
  const enlarged = Math.max(fontSize / USUAL_FONT_SIZE, (LEAST_BADGE * fontSize) / (BADGE_FONT_SIZE * scale))
  const taken = [...scene.nodes.map(boxOf), ...words.map(({ box }) => box)]
  const gap = enlarged > CROWDED ? CROWDED_GAP / scale : 0
  let missing = 0
  const placed = (link: SceneLink): SceneLink => {
    const { badge, curve } = link
    if (!badge) return link
    const length = Math.max(1, Math.hypot(curve.end.x - curve.start.x, curve.end.y - curve.start.y))
    for (const step of BADGE_STEPS) {
      const share = badge.along / length + step
      if (share <= 0 || share >= 1) continue
      const at = step === 0 ? badge.at : curveAt(curve, share)
      const box = boxAround(at, badgeWidth(badge.text) * enlarged, BADGE_HEIGHT * enlarged)
      if (within && !isInside(box, within)) continue
      if (!taken.every((other) => isApart(box, other, gap))) continue
      taken.push(box)
      return { ...link, badge: { ...badge, at, along: share * length } }
    }
    missing++
    return { ...link, badge: null }
  }
  // The strongest ties first: of two badges that want one place theirs stays.
  const byWeight = [...scene.links].sort((a, b) => b.bandWidth - a.bandWidth)
  const done = new Map(byWeight.map((link) => [link, placed(link)]))
  return {
    scene: { ...scene, links: scene.links.map((link) => done.get(link)!) },
    enlarged,
    notes: withoutRoom(missing, 'badge'),
  }
}
