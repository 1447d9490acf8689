import type { Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import { countsByActor, type Link } from '../network/links.ts'
import type { Reading } from '../network/measures.ts'
import type { Point } from './layouts.ts'
import { legendOf } from './legend.ts'
import { lettersIn } from './letters.ts'
import { changesByLink, sceneLinksOf, type Place } from './lines.ts'
import { arcPlaces } from './mapArcs.ts'
import { boxAround, placeNames, type NamePlace } from './mapLabels.ts'
import { placesApart } from './mapPlaces.ts'
import { nodesOf } from './nodes.ts'
import { PALETTES, type Scheme } from './palette.ts'
import { onMap } from './projection.ts'
import { boxAroundAll, type Box, type Scene, type SceneNode } from './scene.ts'
import { sizeScale, widestOf, widthScale } from './widths.ts'

/**
 * The network on the map, in numbers. Lengths are in pixels at one zoom, from the origin of the map: symbols, lines and
 * letters keep their sizes at any zoom, so what covers what has to be worked out for each.
 */

/** What of the map neither a filter nor the as-of date changes. */
export interface MapGround {
  /** Pixels for one map unit. */
  zoom: number
  /** The actors with their sizes and places. */
  nodes: SceneNode[]
  /** The names of those that are drawn as flags; one that has no room is missing. */
  names: ReadonlyMap<string, NamePlace>
  /** From the true place of a seat to the symbol that had to give way. */
  leaders: { id: string; from: Point; to: Point }[]
  places: ReadonlyMap<string, Place>
  /** Widths and sizes as a share of those in the Network. */
  share: number
  all: ReadonlyMap<string, number>
  /** What symbols and names take up. */
  taken: Box[]
}

interface GroundInput {
  columns: Columns
  /** Every link of the dataset, see `everyLink`. */
  every: readonly Link[]
  focus: string
  /** Pixels for one map unit. */
  zoom: number
  /** What is seen where all of the map is, in map units: nothing stands outside. */
  bounds: Box
  /** What the width of a link stands for: arcs keep room for the most that it can be on any day. */
  width: Reading
}

/** Places everything at a zoom, from all that the dataset has: so no filter moves anything. */
export function mapGroundOf({ columns, every, focus, zoom, bounds, width: reading }: GroundInput): MapGround {
  const { actors } = columns.outline
  const all = countsByActor(every)
  const share = shareAt(zoom)
  const seats = new Map(
    actors.flatMap(({ id, seat }) => {
      if (!seat) return []
      const { x, y } = onMap(seat)
      return [[id, { x: x * zoom, y: y * zoom }] as const]
    }),
  )
  const within = {
    left: bounds.left * zoom,
    right: bounds.right * zoom,
    top: bounds.top * zoom,
    bottom: bounds.bottom * zoom,
  }
  const core = new Set(actors.filter(({ tier }) => tier === 'core').map(({ id }) => id))
  const seated = nodesOf({ actors, links: [], all, positions: seats, focus }).map((node) => sized(node, share))
  const apart = placesApart(
    seated.map(({ id, x, y, width, height, shape, isFocus }) => ({
      id,
      seat: { x, y },
      width,
      height,
      isRound: shape === 'flag',
      weight: isFocus
        ? Infinity
        : shape === 'label'
          ? WEIGHTS.organisation
          : core.has(id)
            ? WEIGHTS.core
            : WEIGHTS.other,
    })),
    within,
  )
  const nodes = seated.map((node, i) => ({ ...node, ...apart[i]! }))
  const scale = widthScale(reading)

  const boxes = nodes.map((node) => boxAround(node, node.width, node.height))
  const named = nodes
    .filter(({ shape }) => shape === 'flag')
    .toSorted((x, y) => rankOf(y, core, all) - rankOf(x, core, all))
  const found = placeNames(
    named.map((node) => ({ ...node, at: node, text: node.label })),
    boxes,
    within,
  )
  const names = new Map(named.flatMap(({ id }, i) => (found[i] ? [[id, found[i]] as const] : [])))
  const taken = [...boxes, ...[...names.values()].map(({ box }) => box)]
  return {
    zoom,
    nodes,
    names,
    leaders: seated.flatMap((node, i) => {
      const to = apart[i]!
      const isSeatCovered = Math.hypot(to.x - node.x, to.y - node.y) < Math.min(node.width, node.height) / 2
      return isSeatCovered ? [] : [{ id: node.id, from: { x: node.x, y: node.y }, to }]
    }),
    places: arcPlaces(every, nodes, (link) => widestOf(scale, link) * share, focus, taken),
    share,
    all,
    taken,
  }
}

/** How little symbols give way to each other: a secretariat moves aside for the capital that it is in. */
const WEIGHTS = { core: 20, other: 5, organisation: 1 }

/** Names of the focus come first, then those of the core, then by initiatives. */
function rankOf({ id, isFocus }: SceneNode, core: ReadonlySet<string>, all: MapGround['all']): number {
  return (isFocus ? 2e6 : core.has(id) ? 1e6 : 0) + (all.get(id) ?? 0)
}

/** Sizes and widths as shares of those in the Network: small where all of the map is seen, full where one is close. */
const SHARES = { least: 0.5, most: 1, atFifth: 0.55, perDoubling: 0.15 }
/** The smallest flag, and with the gap between symbols a target that can be hit. */
const SMALLEST = 20
const SMALLEST_FONT = 11
/** Of a labelled shape: letters in font sizes, what its frame adds, and its height at least. */
const SHAPE = { letter: 0.68, frame: 12, least: 20 }

/** The share at a zoom, in pixels for a map unit. */
function shareAt(zoom: number): number {
  const share = SHARES.atFifth + SHARES.perDoubling * Math.log2(zoom / 0.2)
  return Math.min(SHARES.most, Math.max(SHARES.least, share))
}

/** An actor as large as it is drawn at a share. */
function sized(node: SceneNode, share: number): SceneNode {
  const fontSize = Math.max(SMALLEST_FONT, Math.round(node.fontSize * (0.5 + share / 2)))
  if (node.shape === 'label') {
    return {
      ...node,
      fontSize,
      width: Math.round(lettersIn(node.label) * fontSize * SHAPE.letter + SHAPE.frame),
      height: Math.max(SHAPE.least, Math.round(node.height * share)),
    }
  }
  const diameter = Math.max(SMALLEST, Math.round(node.width * share))
  return { ...node, fontSize, width: diameter, height: diameter }
}

interface MapSceneInput {
  columns: Columns
  links: readonly Link[]
  /** Every link of the dataset, see `everyLink`. */
  every: readonly Link[]
  focus: string
  scheme: Scheme
  width: Reading
  /** What the size of a flag stands for; `null`: all initiatives that the dataset has of the actor. */
  size: Reading | null
  comparison: Comparison | null
}

/** Draws links and actors on a ground. */
export function mapSceneOf(ground: MapGround, input: MapSceneInput): Scene {
  const { columns, links, every, focus, scheme, width, size: sizeReading, comparison } = input
  const { nodes: placed, places, share, all } = ground
  const scale = widthScale(width)
  const size = sizeReading && sizeScale(sizeReading, every, focus)
  const positions = new Map(placed.map((node) => [node.id, node]))
  const nodes = nodesOf({ actors: columns.outline.actors, links, all, positions, focus, size }).map((node) => {
    const usual = positions.get(node.id)!
    if (size && node.shape === 'flag' && !node.isFocus) return sized(node, share)
    return { ...node, width: usual.width, height: usual.height, fontSize: usual.fontSize }
  })
  const drawn = sceneLinksOf({
    columns,
    links,
    scale,
    focus,
    scheme,
    changes: changesByLink(comparison, links),
    places: { of: ({ id }) => places.get(id) },
  })
  const legend = legendOf({ columns, links, scale, size, focus, scheme, comparison })
  const thinned = (own: number) => Math.round(own * share * 100) / 100
  return {
    scheme,
    palette: PALETTES[scheme],
    nodes,
    links: drawn.map((link) => ({
      ...link,
      bandWidth: thinned(link.bandWidth),
      // A solid line says by its width how much is realised; the others are thin already.
      lineWidth: link.line === 'solid' ? thinned(link.lineWidth) : Math.min(link.lineWidth, OTHER_LINES),
    })),
    groups: [],
    legend: {
      ...legend,
      width: { ...legend.width, steps: legend.width.steps.map((own) => ({ ...own, width: thinned(own.width) })) },
      size: legend.size && {
        ...legend.size,
        steps: legend.size.steps.map((own) => ({ ...own, diameter: Math.max(SMALLEST, thinned(own.diameter)) })),
      },
    },
    bounds: boxAroundAll(ground.taken),
  }
}

/** Lines that are not solid are so wide on the map at most. */
const OTHER_LINES = 1.6
