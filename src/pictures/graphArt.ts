import { curvePath } from '../scene/curves.ts'
import { GROUP_FONT_SIZE, type Scene, type SceneLink, type SceneNode } from '../scene/scene.ts'
import type { Point } from '../scene/layouts.ts'
import type { NamePlace } from '../scene/mapLabels.ts'
import type { Palette } from '../scene/palette.ts'
import {
  BACKGROUND_OPACITY,
  BADGE_FONT_SIZE,
  BADGE_HEIGHT,
  BADGE_RADIUS,
  CAPITAL_HALF,
  CAPS,
  FOCUS_RING_WIDTH,
  FRAME_RADIUS,
  FRAME_WIDTH,
  GROUP_NAME_DROP,
  GROUP_OPACITY,
  HALO_WIDTH,
  OUTLINE_WIDTH,
  RING_WIDTH,
  TICK_WIDTH,
  UNTIED_OPACITY,
  badgeWidth,
  breakUnder,
  conflictTicks,
  dashesOf,
} from '../scene/strokes.ts'
import { roundFlag } from './flagArt.ts'
import { element, escaped, rounded, type Attributes } from './xml.ts'

/** The boxes behind actors that a layout puts together; nothing where it makes none. */
export function groupsArt({ groups, palette }: Scene): string {
  if (groups.length === 0) return ''
  return element(
    'g',
    { id: 'groups' },
    ...groups.map(({ label, box: { left, top, right, bottom } }) =>
      [
        element('rect', {
          x: left,
          y: top,
          width: right - left,
          height: bottom - top,
          rx: FRAME_RADIUS,
          fill: palette.faint,
          'fill-opacity': GROUP_OPACITY,
          stroke: palette.faint,
        }),
        element(
          'text',
          {
            x: (left + right) / 2,
            y: top + GROUP_FONT_SIZE * GROUP_NAME_DROP,
            'font-size': GROUP_FONT_SIZE,
            'font-weight': 600,
            'text-anchor': 'middle',
            fill: palette.muted,
          },
          escaped(label),
        ),
      ].join('\n'),
    ),
  )
}

/** The links of a scene, in its order: each a group with its words as title. */
export function linksArt({ links, palette }: Scene): string {
  return element('g', { id: 'links', fill: 'none' }, ...links.map((link) => linkArt(link, palette)))
}

/**
 * The badges of all links, over all of them: a band that crosses must not cover a letter.
 * @param enlarged how large they are, over their size on the screen
 */
export function badgesArt({ links, palette }: Scene, enlarged: number): string {
  const badges = links.flatMap(({ badge, colour }) =>
    badge ? [badgeArt(badge.text, badge.at, colour, palette, enlarged)] : [],
  )
  return badges.length === 0 ? '' : element('g', { id: 'badges' }, ...badges)
}

/** Where the name of a flag stands. */
export type PlacedName = NamePlace

/**
 * The actors of a scene, in its order: each a group with its words as title.
 * @param names by actor; a flag without one stands alone
 */
export function actorsArt(
  { nodes, palette }: Scene,
  flags: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, PlacedName>,
): string {
  return element(
    'g',
    { id: 'actors' },
    ...nodes.map((node, i) =>
      element(
        'g',
        { opacity: node.isTied ? undefined : UNTIED_OPACITY },
        element('title', {}, escaped(node.words)),
        node.shape === 'flag'
          ? flagArt(node, palette, flags, `flag-${i}-`, names.get(node.id))
          : labelledShape(node, palette),
      ),
    ),
  )
}

/** A badge with its middle at a point. */
export function badgeArt(text: string, at: Point, colour: string, palette: Palette, enlarged = 1): string {
  const width = badgeWidth(text) * enlarged
  const height = BADGE_HEIGHT * enlarged
  const fontSize = BADGE_FONT_SIZE * enlarged
  return [
    element('rect', {
      x: at.x - width / 2,
      y: at.y - height / 2,
      width,
      height,
      rx: BADGE_RADIUS * enlarged,
      fill: palette.background,
    }),
    element(
      'text',
      {
        x: at.x,
        y: at.y + fontSize * CAPITAL_HALF,
        'font-size': fontSize,
        'font-weight': 700,
        'text-anchor': 'middle',
        fill: colour,
      },
      escaped(text),
    ),
  ].join('\n')
}

/** A band under a line, along a path; what has no width is left out. */
export function strokesArt(
  path: string,
  link: Pick<SceneLink, 'colour' | 'bandWidth' | 'bandOpacity' | 'line' | 'lineWidth' | 'lineOpacity'>,
): string[] {
  const dashes = dashesOf(link).map(rounded)
  const { colour: stroke } = link
  const band = element('path', {
    d: path,
    stroke,
    'stroke-width': link.bandWidth,
    'stroke-opacity': link.bandOpacity,
  })
  const line = element('path', {
    d: path,
    stroke,
    'stroke-width': link.lineWidth,
    'stroke-opacity': link.lineOpacity === 1 ? undefined : link.lineOpacity,
    'stroke-dasharray': dashes.length > 0 ? dashes.join(' ') : undefined,
    'stroke-linecap': CAPS[link.line] === 'butt' ? undefined : CAPS[link.line],
  })
  return [...(link.bandWidth > 0 && link.bandOpacity > 0 ? [band] : []), ...(link.lineWidth > 0 ? [line] : [])]
}

function linkArt(link: SceneLink, palette: Palette): string {
  const ticks = conflictTicks(link)
  // Ticks stand in a break that hides what is under it, so they need all of the link paled as one.
  const isPaledAsOne = link.isBackground && ticks.length > 0
  return element(
    'g',
    { opacity: isPaledAsOne ? BACKGROUND_OPACITY : undefined },
    element('title', {}, escaped(link.words)),
    ...strokesArt(curvePath(link.curve), link.isBackground && !isPaledAsOne ? paled(link) : link),
    ...ticksArt(ticks, link.colour, palette),
  )
}

type Opacities = Pick<SceneLink, 'bandWidth' | 'bandOpacity' | 'lineOpacity'>

/**
 * A band and a line whose own opacities look as if both together were paled. Drawing programs give each see-through group a
 * sheet as large as its box: a dozen links of that kind took longer than all the rest of a large PNG.
 */
function paled<Link extends Opacities>(link: Link): Link {
  const band = link.bandWidth > 0 ? link.bandOpacity : 0
  const together = BACKGROUND_OPACITY * (1 - (1 - band) * (1 - link.lineOpacity))
  // As it is written, so that what the line adds makes up for the rounding.
  const bandOpacity = Math.round(BACKGROUND_OPACITY * band * 100) / 100
  return { ...link, bandOpacity, lineOpacity: 1 - (1 - together) / (1 - bandOpacity) }
}

/** The ticks that mark a conflict, in a break of the line that is as wide as they are long. */
export function ticksArt(ticks: readonly { from: Point; to: Point }[], colour: string, palette: Palette): string[] {
  if (ticks.length === 0) return []
  const { from: start, to: end, width } = breakUnder(ticks)
  return [
    element('line', {
      x1: start.x,
      y1: start.y,
      x2: end.x,
      y2: end.y,
      stroke: palette.background,
      'stroke-width': width,
    }),
    ...ticks.map(({ from, to }) =>
      element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colour, 'stroke-width': TICK_WIDTH }),
    ),
  ]
}

function flagArt(
  node: SceneNode,
  palette: Palette,
  flags: Readonly<Record<string, string>>,
  prefix: string,
  name: PlacedName | undefined,
): string {
  const { x, y, fontSize, isFocus } = node
  const radius = node.width / 2
  const ring = isFocus ? FOCUS_RING_WIDTH : RING_WIDTH
  const svg = node.flag !== null && Object.hasOwn(flags, node.flag) ? flags[node.flag] : undefined
  const flag = svg === undefined ? null : roundFlag(svg, x, y, radius, prefix)
  const circle = (r: number, attributes: Attributes) => element('circle', { cx: x, cy: y, r, ...attributes })
  return [
    circle(radius + ring / 2 + OUTLINE_WIDTH, { fill: palette.faint }),
    circle(radius + ring / 2, { fill: palette.surface }),
    // Without its flag, a state shows its id.
    flag ?? centredText(node.id, x, y, Math.min(fontSize, radius * 0.7), palette.ink),
    circle(radius, {
      fill: 'none',
      stroke: isFocus ? palette.accent : palette.surface,
      'stroke-width': ring,
    }),
    ...(name ? [nameArt(node, name, palette)] : []),
  ].join('\n')
}

/** The name of a flag, with a halo that keeps it readable over lines. */
function nameArt({ label, language, fontSize, isFocus }: SceneNode, name: PlacedName, palette: Palette): string {
  return element(
    'text',
    {
      x: name.x,
      y: name.y,
      lang: language,
      'font-size': fontSize,
      'font-weight': isFocus ? 700 : undefined,
      'text-anchor': name.anchor === 'start' ? undefined : name.anchor,
      fill: palette.ink,
      stroke: palette.background,
      'stroke-width': 2 * HALO_WIDTH,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    escaped(label),
  )
}

function labelledShape({ x, y, width, height, label, fontSize, isFocus }: SceneNode, palette: Palette): string {
  return [
    element('rect', {
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: FRAME_RADIUS,
      fill: palette.surface,
      stroke: isFocus ? palette.accent : palette.ink,
      'stroke-width': isFocus ? FOCUS_RING_WIDTH : FRAME_WIDTH,
    }),
    centredText(label, x, y, fontSize, palette.ink),
  ].join('\n')
}

/** Semibold text with its middle at a point. */
function centredText(text: string, x: number, y: number, fontSize: number, colour: string): string {
  return element(
    'text',
    {
      x,
      y: y + fontSize * CAPITAL_HALF,
      'font-size': fontSize,
      'font-weight': 600,
      'text-anchor': 'middle',
      fill: colour,
    },
    escaped(text),
  )
}
