import { msg, t } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import type { Topology } from 'topojson-specification'
import { nameOf } from '../model/actorNames.ts'
import type { Actor, Membership } from '../model/schema.ts'
import type { Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import type { Link } from '../network/links.ts'
import type { Reading } from '../network/measures.ts'
import { curveAt } from '../scene/curves.ts'
import type { Point } from '../scene/layouts.ts'
import { boxAround, isApart, isInside, placeNames } from '../scene/mapLabels.ts'
import { DOT, DOT_FONT_SIZE, membersOn, type Members } from '../scene/mapMembers.ts'
import { mapGroundOf, mapSceneOf, type MapGround } from '../scene/mapScene.ts'
import { boundsOf, seatsOf, sightOf, wholeSight, type EarthSight } from '../scene/mapSight.ts'
import type { Palette, Scheme } from '../scene/palette.ts'
import {
  graticuleOutline,
  HALF_HEIGHT,
  halfWidthAt,
  landOf,
  mapOutline,
  shapePath,
  type MapShape,
} from '../scene/projection.ts'
import type { Box, Scene } from '../scene/scene.ts'
import { actorsArt, badgesArt, linksArt, type PlacedName } from './graphArt.ts'
import { contextRow, sceneLegend } from './legendArt.ts'
import { row, SAMPLE_WIDTH } from './legendRows.ts'
import { LEAST_NAME, styled, typeColours, withBadges, withoutRoom } from './networkArt.ts'
import { haloOf, type Block } from './paragraph.ts'
import { USUAL_FONT_SIZE, type LaidOut, type PictureStyle, type Space, type Subject } from './subject.ts'
import { textWidth } from './textFit.ts'
import { element, escaped, rounded } from './xml.ts'

/** What a map is drawn from. */
export interface MapInput {
  columns: Columns
  links: readonly Link[]
  /** Every link of the dataset, see `everyLink`: places rest on these, so that no filter moves anything. */
  every: readonly Link[]
  focus: string
  scheme: Scheme
  palette: Palette
  /** What the width of a link stands for. */
  width: Reading
  /** What the size of a flag stands for; `null`: all initiatives that the dataset has of the actor. */
  size: Reading | null
  comparison: Comparison | null
  /** The organisations whose members are shown, and their memberships at the as-of date. */
  unfolded: readonly string[]
  memberships: readonly Membership[]
  /** The actors that occur only in memberships and series. */
  others: readonly Actor[]
  /** What a person chose to look at; `null` for all of the map. */
  sight: EarthSight | null
  /** The outline of the land, see {@link needsFineLand}; `null` where it could not be loaded. */
  land: Topology | null
  /** Whether the sea is coloured; transparent pictures have none. */
  hasSea: boolean
  /** For each name of a flag, the text of its square SVG in flag-icons. */
  flags: Readonly<Record<string, string>>
  /** In which language the name of an actor is written, where that is not English. */
  languages?: ReadonlyMap<string, string>
}

/** What is under the network; map.css has the same for the screen. */
export const MAP_COLOURS: Record<Scheme, { sea: string; land: string; coast: string; grid: string }> = {
  light: { sea: '#f5f6f7', land: '#e9e6df', coast: '#d5d1c8', grid: '#e8e9eb' },
  dark: { sea: '#14171c', land: '#262a31', coast: '#363b44', grid: '#1d2127' },
}

/** Pictures wider than this, in CSS pixels, and sights so many times closer than all of the map have the finer land. */
const FINE_LAND = { width: 1600, zoom: 3 }

/** Whether a picture is so large, or shows the map from so near, that the finer outline of the land makes a difference. */
export function needsFineLand(width: number, sight: EarthSight | null): boolean {
  return width > FINE_LAND.width || (sight !== null && sight.zoom >= FINE_LAND.zoom)
}

/** Points of an outline nearer to each other than this, and islands smaller, are left out, in pixels. */
const FINEST = 0.35
/** Spaces narrower than this have smaller symbols and letters, so that more of them find their places. */
const NARROW = 480
/** Who drew the land, at a corner of the map. */
const CREDIT = msg('Land: Natural Earth')
const CREDIT_FONT_SIZE = 9.5
const CREDIT_MARGIN = 4
/** Around the map, where that does not fill its space, and its outermost arcs. */
const ARC_MARGIN = 10
/** The point where a symbol that had to give way has its seat. */
const SEAT_RADIUS = 2
const LEADER_WIDTH = 0.8

/**
 * The Map in a picture: all of it fitted to the space, or the part that a person chose, with the same middle. Symbols,
 * lines and letters are as large as on the screen, and grow with the font size.
 */
export function mapSubject(input: MapInput, style: PictureStyle): Subject {
  const usual = style.fontSize / USUAL_FONT_SIZE
  const scaleIn = ({ width }: Space) => usual * (width < NARROW * usual ? LEAST_NAME : 1)
  const drawings = new Map<string, Drawing>()
  const drawingIn = (space: Space): Drawing => {
    const k = scaleIn(space)
    const key = `${space.width} ${space.height}`
    const known = drawings.get(key)
    if (known) return known
    const made = drawingOf(input, { width: space.width / k, height: space.height / k }, style)
    drawings.set(key, made)
    return made
  }
  const placed = input.columns.outline.actors.filter(({ seat }) => seat).map(({ id }) => id)
  const drawn = input.links.filter(({ dyad }) => placed.includes(dyad.a) && placed.includes(dyad.b))
  return {
    palette: input.palette,
    words: t(
      'a map with {ties, plural, one {# tie} other {# ties}} among {actors, plural, one {# actor} other {# actors}}',
      {
        ties: drawn.length,
        actors: placed.length,
      },
    ),
    legend: (width, scale, space) => {
      const { scene, marks } = drawingIn(space)
      return sceneLegend(scene, width, scale, style, marks(width))
    },
    layOut: (space): LaidOut => {
      const drawing = drawingIn(space)
      const { view } = drawing
      const k = scaleIn(space)
      return {
        width: (view.right - view.left) * k,
        height: (view.bottom - view.top) * k,
        scale: k,
        colours: typeColours(drawing.scene),
        notes: drawing.notes,
        draw: (x, y) => mapArt(drawing, input, { x: x - view.left * k, y: y - view.top * k, k }),
      }
    },
  }
}

/** A map laid out in a space, in pixels at its zoom from the origin of the map. */
interface Drawing {
  scene: Scene
  ground: MapGround
  members: Members
  /** What is seen. */
  view: Box
  names: ReadonlyMap<string, PlacedName>
  /** Where the land is credited; `null` where there is no land, or no free corner. */
  credit: Box | null
  /** Of what is drawn beside the network. */
  marks: (width: number) => Block[]
  notes: string[]
}

function drawingOf(input: MapInput, space: Space, style: PictureStyle): Drawing {
  const { columns, every, focus, palette, width, languages } = input
  const whole = wholeSight(seatsOf(columns.outline.actors), space)
  const sight = sightOf(input.sight, whole)
  const { zoom } = sight
  const ground = mapGroundOf({ columns, every, focus, zoom, bounds: boundsOf(whole, space), width })
  const view = withoutEmptiness(boundsOf(sight, space), ground)
  const links = input.links.filter(({ id }) => ground.places.has(id))
  const wholeScene = styled(mapSceneOf(ground, { ...input, links }), style)
  const nodes = wholeScene.nodes
    .filter((node) => isInSight(node, view))
    .map((node) => ({ ...node, language: languages?.get(node.id) }))
  const scene: Scene = {
    ...wholeScene,
    palette,
    nodes,
    links: wholeScene.links.map((link) =>
      link.badge && isInside(boxAround(link.badge.at, 0, 0), view) ? link : { ...link, badge: null },
    ),
  }
  const symbols = nodes.map((node) => boxAround(node, node.width, node.height))
  const credit = input.land ? creditIn(view, symbols) : null
  const { names, missing } = style.hasLabels
    ? namesOf(scene, ground, [...symbols, ...(credit ? [credit] : [])], view)
    : { names: new Map<string, PlacedName>(), missing: 0 }
  const taken = [...names.values(), ...(credit ? [{ box: credit }] : [])]
  const members = membersIn(input, ground, view, [...symbols, ...taken.map(({ box }) => box)], style)
  const dotted = members.dots.flatMap(({ name }) => (name ? [name] : []))
  const badged = withBadges(scene, [...taken, ...dotted], 1, { fontSize: USUAL_FONT_SIZE }, view)
  const unnamed = missing + (style.hasLabels ? members.dots.length - dotted.length : 0)
  return {
    scene: badged.scene,
    ground,
    members,
    view,
    names,
    credit,
    marks: (own) => marksOf({ ground, members, palette, nodes }, own),
    notes: [
      ...withoutRoom(unnamed, 'name'),
      ...badged.notes,
      ...outOfSight(wholeScene.nodes.length - nodes.length),
      ...seatless(input),
      ...(input.land && !credit ? [t('{sentence}.', { sentence: t(CREDIT) })] : []),
      ...(input.land ? [] : [t('The land could not be loaded; the places are right without it.')]),
    ],
  }
}

/** What is seen, in pixels, without the parts in which there is neither map nor an arc. */
function withoutEmptiness({ left, right, top, bottom }: Box, { zoom, places }: MapGround): Box {
  const [halfWidth, halfHeight] = [halfWidthAt(0) * zoom, HALF_HEIGHT * zoom]
  const arcs = [...places.values()].map(({ curve }) => curveAt(curve, 0.5))
  const [xs, ys] = [arcs.map(({ x }) => x), arcs.map(({ y }) => y)]
  return {
    left: Math.max(left * zoom, Math.min(-halfWidth, ...xs) - ARC_MARGIN),
    right: Math.min(right * zoom, Math.max(halfWidth, ...xs) + ARC_MARGIN),
    top: Math.max(top * zoom, Math.min(-halfHeight, ...ys) - ARC_MARGIN),
    bottom: Math.min(bottom * zoom, Math.max(halfHeight, ...ys) + ARC_MARGIN),
  }
}

/** A flag may be cut by the edge of the picture, a name in its box may not. */
function isInSight({ x, y, width, height, shape }: Scene['nodes'][number], view: Box): boolean {
  return shape === 'flag'
    ? isInside(boxAround({ x, y }, 0, 0), view)
    : isInside(boxAround({ x, y }, width, height), view)
}

/** The names of flags, in the order in which the screen gives them their places. */
function namesOf({ nodes }: Scene, ground: MapGround, taken: readonly Box[], view: Box) {
  const order = new Map([...ground.names.keys()].map((id, i) => [id, i]))
  const flagged = nodes
    .filter(({ shape }) => shape === 'flag')
    .toSorted((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity))
  const places = placeNames(
    flagged.map((node) => ({
      ...node,
      at: node,
      text: node.label,
      length: textWidth(node.label, node.fontSize, node.isFocus),
    })),
    taken,
    view,
  )
  const names = new Map(flagged.flatMap(({ id }, i) => (places[i] ? [[id, places[i]] as const] : [])))
  return { names, missing: flagged.length - names.size }
}

/** Lines to members, and the members that are no actors of the network as far as they are in sight. */
function membersIn(
  { memberships, others }: MapInput,
  ground: MapGround,
  view: Box,
  taken: readonly Box[],
  { hasLabels }: PictureStyle,
): Members {
  const { lines, dots } = membersOn(ground, memberships, others)
  const seen = dots.filter(({ at }) => isInside(boxAround(at, DOT, DOT), view))
  const places = placeNames(
    seen.map(({ at, text }) => ({
      at,
      width: DOT,
      height: DOT,
      text,
      fontSize: DOT_FONT_SIZE,
      length: textWidth(text, DOT_FONT_SIZE),
    })),
    [...taken, ...seen.map(({ at }) => boxAround(at, DOT, DOT))],
    view,
  )
  return { lines, dots: seen.map((dot, i) => ({ ...dot, name: hasLabels ? places[i]! : null })) }
}

/** The first corner of the map that no symbol stands in, for the credit of the land. */
function creditIn({ left, right, top, bottom }: Box, symbols: readonly Box[]): Box | null {
  const [width, height] = [textWidth(t(CREDIT), CREDIT_FONT_SIZE), CREDIT_FONT_SIZE * 1.2]
  const [west, east] = [left + CREDIT_MARGIN, right - CREDIT_MARGIN - width]
  const [north, south] = [top + CREDIT_MARGIN, bottom - CREDIT_MARGIN - height]
  const corners: [x: number, y: number][] = [
    [west, south],
    [east, south],
    [west, north],
    [east, north],
  ]
  const boxes = corners.map(([x, y]): Box => ({ left: x, right: x + width, top: y, bottom: y + height }))
  const hasRoom = width + 2 * CREDIT_MARGIN <= right - left
  return (hasRoom && boxes.find((box) => symbols.every((symbol) => isApart(box, symbol, 2)))) || null
}

function outOfSight(count: number): string[] {
  if (count === 0) return []
  return [t('{count, plural, one {# actor lies} other {# actors lie}} outside this part of the map.', { count })]
}

/** What cannot be on any map. */
function seatless({ columns, links, unfolded }: MapInput): string[] {
  const without = columns.outline.actors.filter(({ seat }) => !seat)
  const tied = without.filter(({ id }) => links.some(({ dyad }) => dyad.a === id || dyad.b === id))
  const opened = without.filter(({ id }) => unfolded.includes(id))
  const named = (actors: readonly Actor[]) => listInWords(actors.map(nameOf))
  return [
    ...(tied.length > 0 ? [t('Not on the map, having no seat: {actors}.', { actors: named(tied) })] : []),
    ...(opened.length > 0
      ? [
          t('No lines lead to the members of {actors}: there is no seat to draw them from.', {
            actors: named(opened),
          }),
        ]
      : []),
  ]
}

interface Marked {
  ground: MapGround
  members: Members
  palette: Palette
  nodes: Scene['nodes']
}

function marksOf({ ground, members, palette, nodes }: Marked, width: number): Block[] {
  const rows: Block[] = []
  if (members.lines.some(({ membership }) => membership.role === 'member'))
    rows.push(contextRow('member', palette, width))
  if (members.lines.some(({ membership }) => membership.role !== 'member')) {
    rows.push(contextRow('partner', palette, width))
  }
  if (members.dots.length > 0) {
    rows.push(
      row(t('Circle: a member without ties of its own'), palette.ink, width, (x, y) => [
        dotArt(x + SAMPLE_WIDTH / 2, y, palette),
      ]),
    )
  }
  if (ground.leaders.some(({ id }) => nodes.some((node) => node.id === id))) {
    rows.push(
      row(t('Moved aside; the point is its seat'), palette.ink, width, (x, y) => [
        leaderArt({ x: x + 6, y }, { x: x + SAMPLE_WIDTH - 8, y }, palette),
        element('circle', { cx: x + SAMPLE_WIDTH - 6, cy: y, r: 5, fill: palette.surface, stroke: palette.ink }),
      ]),
    )
  }
  return rows
}

/** @param at where the origin of the map lies in the picture, and by how much everything is enlarged */
function mapArt(drawing: Drawing, input: MapInput, at: { x: number; y: number; k: number }): string {
  const { scene, ground, members, names, view } = drawing
  const box = { x: view.left, y: view.top, width: view.right - view.left, height: view.bottom - view.top }
  const shown = new Set(scene.nodes.map(({ id }) => id))
  return element(
    'g',
    {
      id: 'map',
      transform: `translate(${rounded(at.x)} ${rounded(at.y)}) scale(${Math.round(at.k * 1e4) / 1e4})`,
    },
    element('clipPath', { id: 'map-space' }, element('rect', box)),
    element(
      'g',
      { 'clip-path': 'url(#map-space)' },
      groundArt(drawing, input, box),
      membersArt(members, input.palette),
      linksArt(scene),
      badgesArt(scene, 1),
      leadersArt(
        ground.leaders.filter(({ id }) => shown.has(id)),
        input.palette,
      ),
      actorsArt(scene, input.flags, names),
    ),
    element('rect', { ...box, fill: 'none', stroke: input.palette.faint }),
  )
}

const outlines = new WeakMap<Topology, MapShape>()

/** Projecting the land takes longer than drawing it: it is done once. */
function outlineOf(land: Topology): MapShape {
  const known = outlines.get(land)
  if (known) return known
  const shape = landOf(land)
  outlines.set(land, shape)
  return shape
}

function groundArt(
  { view, ground: { zoom }, credit }: Drawing,
  { land, scheme, palette, hasSea }: MapInput,
  box: { x: number; y: number; width: number; height: number },
): string {
  const { sea, land: fill, coast, grid } = MAP_COLOURS[scheme]
  const edge = 1 / zoom
  const seen: Box = {
    left: view.left / zoom - edge,
    right: view.right / zoom + edge,
    top: view.top / zoom - edge,
    bottom: view.bottom / zoom + edge,
  }
  const lines = { fill: 'none', stroke: grid, 'stroke-width': edge, transform: `scale(${fine(zoom)})` }
  const landPath = land
    ? shapePath(atZoom(outlineOf(land), zoom), {
        left: view.left - 1,
        right: view.right + 1,
        top: view.top - 1,
        bottom: view.bottom + 1,
      })
    : ''
  return element(
    'g',
    { id: 'ground' },
    hasSea ? element('rect', { ...box, fill: sea }) : '',
    element('path', { d: graticuleOutline(seen), ...lines }),
    landPath === '' ? '' : element('path', { id: 'land', d: landPath, fill, stroke: coast, 'stroke-width': 0.7 }),
    element('path', { d: mapOutline(seen), ...lines }),
    credit
      ? element(
          'text',
          {
            x: credit.left,
            y: (credit.top + credit.bottom) / 2 + CREDIT_FONT_SIZE * 0.35,
            'font-size': CREDIT_FONT_SIZE,
            fill: palette.muted,
            ...haloOf(palette),
          },
          escaped(t(CREDIT)),
        )
      : '',
  )
}

/** An outline in pixels, no finer than can be seen. */
function atZoom(shape: MapShape, zoom: number): MapShape {
  return shape.flatMap((polygon) => {
    const rings = polygon.map((ring) => {
      const kept: typeof ring = []
      for (const [x, y] of ring as [number, number][]) {
        const last = kept.at(-1)
        const next = [x * zoom, y * zoom]
        if (!last || Math.hypot(next[0]! - last[0]!, next[1]! - last[1]!) >= FINEST) kept.push(next)
      }
      return kept.length < 3 ? [] : [...kept, kept[0]!]
    })
    return rings[0]!.length === 0 ? [] : [rings.filter((ring) => ring.length > 0)]
  })
}

function membersArt({ lines, dots }: Members, palette: Palette): string {
  if (lines.length === 0 && dots.length === 0) return ''
  return element(
    'g',
    { id: 'members' },
    ...lines.map(({ membership, from, to }) =>
      element('path', {
        d: pathBetween(from, to),
        fill: 'none',
        stroke: palette.muted,
        'stroke-dasharray': membership.role === 'member' ? undefined : '3 3',
      }),
    ),
    ...dots.flatMap(({ at, text, name }) => [
      dotArt(at.x, at.y, palette),
      ...(name
        ? [
            element(
              'text',
              {
                x: name.x,
                y: name.y,
                'font-size': DOT_FONT_SIZE,
                'text-anchor': name.anchor === 'start' ? undefined : name.anchor,
                fill: palette.muted,
                ...haloOf(palette),
              },
              escaped(text),
            ),
          ]
        : []),
    ]),
  )
}

function dotArt(x: number, y: number, palette: Palette): string {
  return element('circle', {
    cx: x,
    cy: y,
    r: DOT / 2,
    fill: palette.background,
    stroke: palette.muted,
    'stroke-width': 1.5,
  })
}

/** From true seats to the symbols that had to give way. */
function leadersArt(leaders: MapGround['leaders'], palette: Palette): string {
  if (leaders.length === 0) return ''
  return element('g', { id: 'leaders' }, ...leaders.map(({ from, to }) => leaderArt(from, to, palette)))
}

function leaderArt(from: Point, to: Point, { muted }: Palette): string {
  return [
    element('path', { d: pathBetween(from, to), fill: 'none', stroke: muted, 'stroke-width': LEADER_WIDTH }),
    element('circle', { cx: from.x, cy: from.y, r: SEAT_RADIUS, fill: muted }),
  ].join('\n')
}

function pathBetween(from: Point, to: Point): string {
  return `M${rounded(from.x)} ${rounded(from.y)}L${rounded(to.x)} ${rounded(to.y)}`
}

function fine(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
