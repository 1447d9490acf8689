import type { Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import type { Link } from '../network/links.ts'
import type { Curve } from './curves.ts'
import type { Point, Positions } from './layouts.ts'
import { legendOf, type Legend } from './legend.ts'
import { placesOf, sceneLinksOf, type Place } from './lines.ts'
import { initiativesByActor, nodesOf } from './nodes.ts'
import { PALETTES, type Palette, type Scheme } from './palette.ts'
import { widthScale, type WidthScale } from './widths.ts'

/**
 * What is to be drawn, in numbers: the same scene feeds the screen and the pictures, so what is saved is what is seen.
 * Lengths are in CSS pixels at zoom 1, y grows downwards, the origin is the middle of the layout.
 */
export interface Scene {
  scheme: Scheme
  palette: Palette
  nodes: SceneNode[]
  links: SceneLink[]
  legend: Legend
  /** The smallest box around all nodes, labels included. */
  bounds: Box
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface SceneNode {
  id: string
  x: number
  y: number
  shape: 'flag' | 'label'
  width: number
  height: number
  /** Written below a flag, inside a labelled shape. */
  label: string
  fontSize: number
  /** Name of its flag in the set of flags. */
  flag: string | null
  isFocus: boolean
  /** False where no selected initiative ties it to any other actor: drawn pale, at the same place. */
  isTied: boolean
  /** What it is, in words. */
  words: string
}

export interface SceneLink {
  id: string
  source: string
  target: string
  curve: Curve
  colour: string
  /** The pale band: its width stands for all initiatives of the link. */
  bandWidth: number
  bandOpacity: number
  /** The line in it: where anything is realised, its width stands for the realised initiatives. */
  lineWidth: number
  line: LineStyle
  lineOpacity: number
  /** Conflict is marked across the line. */
  isConflict: boolean
  /** Tells the relation type without colour. `null` where the link is too short to carry one. */
  badge: { text: string; at: Point; along: number } | null
  /** Links that pass the focus by, and those in which nothing changed between two dates, are drawn behind and fainter. */
  isBackground: boolean
  /** What it is, in words. */
  words: string
}

/** realised: solid; pending: dashed; ended: solid and pale; failed: dotted. */
export type LineStyle = 'solid' | 'dashed' | 'pale' | 'dotted'

export interface SceneInput {
  columns: Columns
  /** The links to draw. */
  links: readonly Link[]
  /** Every link of the dataset, see `everyLink`: places and sizes rest on these, so that no filter moves anything. */
  every: readonly Link[]
  positions: Positions
  focus: string
  scheme: Scheme
  /** The as-of date beside an earlier one: the links then say what changed. `null` or left out for none. */
  comparison?: Comparison | null
}

/** Draws links and actors at given positions. */
export function sceneOf({ columns, links, every, positions, focus, scheme, comparison = null }: SceneInput): Scene {
  const { scale, all, places } = groundOf(columns, every, positions, focus)
  const nodes = nodesOf({ actors: columns.outline.actors, links, all, positions, focus })
  return {
    scheme,
    palette: PALETTES[scheme],
    nodes,
    links: sceneLinksOf({ columns, links, places, scale, focus, scheme, comparison }),
    legend: legendOf({ columns, links, scale, focus, scheme, comparison }),
    bounds: boundsOf(nodes),
  }
}

/** What of a scene no filter and no as-of date changes. */
interface Ground {
  scale: WidthScale
  all: ReadonlyMap<string, number>
  places: ReadonlyMap<string, Place>
}

const grounds = new WeakMap<Positions, { every: readonly Link[]; focus: string; ground: Ground }>()

/** The ground of a scene; worked out once for positions, since every choice draws on it. */
function groundOf(columns: Columns, every: readonly Link[], positions: Positions, focus: string): Ground {
  const known = grounds.get(positions)
  if (known?.every === every && known.focus === focus) return known.ground
  const scale = widthScale(every)
  const all = initiativesByActor(every)
  const nodes = nodesOf({ actors: columns.outline.actors, links: [], all, positions, focus })
  const ground = { scale, all, places: placesOf(every, nodes, scale) }
  grounds.set(positions, { every, focus, ground })
  return ground
}

function boundsOf(nodes: readonly SceneNode[]): Box {
  const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const node of nodes) {
    const half = Math.max(node.width, node.shape === 'flag' ? node.label.length * node.fontSize * 0.56 : 0) / 2
    box.left = Math.min(box.left, node.x - half)
    box.right = Math.max(box.right, node.x + half)
    box.top = Math.min(box.top, node.y - node.height / 2)
    box.bottom = Math.max(box.bottom, node.y + node.height / 2 + (node.shape === 'flag' ? node.fontSize * 1.6 : 0))
  }
  return nodes.length ? box : { left: 0, top: 0, right: 0, bottom: 0 }
}
