import type { Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import { NO_OUTCOMES } from '../network/standing.ts'
import { countsByActor, type Link } from '../network/links.ts'
import { readCount, type Reading } from '../network/measures.ts'
import type { Curve } from './curves.ts'
import type { Group, Point, Positions } from './layouts.ts'
import { lettersIn } from './letters.ts'
import { legendOf, type Legend } from './legend.ts'
import { badgesApart } from './badgePlaces.ts'
import { badgeText, changesByLink, isUnchanged, letterOf, placesOf, sceneLinksOf, type Places } from './lines.ts'
import { bodiesOf, nodesOf } from './nodes.ts'
import { PALETTES, type Palette, type Scheme } from './palette.ts'
import { sizeScale, widthScale } from './widths.ts'

export { hasBands, type Measure } from '../network/measures.ts'

/**
 * What is to be drawn, in numbers: the same scene feeds the screen and the pictures, so what is saved is what is seen.
 * Lengths are in CSS pixels at zoom 1, y grows downwards, the origin is the middle of the layout.
 */
export interface Scene {
  scheme: Scheme
  palette: Palette
  nodes: SceneNode[]
  links: SceneLink[]
  /** Boxes behind the actors that a layout puts together. */
  groups: SceneGroup[]
  legend: Legend
  /** The smallest box around all nodes and groups, labels included. */
  bounds: Box
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A box with its name above it. */
export interface SceneGroup {
  id: string
  label: string
  box: Box
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
  /** The language of the label where it is not English, as in HTML. */
  language?: string
  fontSize: number
  /** Name of its flag in the set of flags. */
  flag: string | null
  isFocus: boolean
  /** False where no selected initiative ties it to any other actor: drawn pale, at the same place. */
  isTied: boolean
  /** True where a person put it somewhere: it stays there when a layout is run again. */
  isPinned?: boolean
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
  /** What it is where it is no tie of the dataset, see `context.ts`: to a member, to an observer or partner, of a supplier. */
  context?: 'member' | 'partner' | 'supply'
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
  /** Actors that a person put somewhere; left out for none. */
  pins?: Readonly<Record<string, Point>>
  /** Actors that stand together in a box; left out for none. */
  groups?: readonly Group[]
  focus: string
  scheme: Scheme
  /** What the width of a link stands for; the number of its initiatives where it is left out. */
  width?: Reading
  /** What the size of an actor stands for; all initiatives that the dataset has of it where it is left out. */
  size?: Reading | null
  /** The as-of date beside an earlier one: the links then say what changed. `null` or left out for none. */
  comparison?: Comparison | null
}

/** Draws links and actors at given positions. */
export function sceneOf(input: SceneInput): Scene {
  const { columns, links, every, positions, focus, scheme, size: sizeReading = null, comparison = null } = input
  const width = input.width ?? readCount('initiatives', every, NO_OUTCOMES)
  const { all, bare, nodes: standing, places: apart } = groundOf(columns, every, positions, focus, width)
  // What changed is said in longer badges, of those links alone in which anything did.
  const changes = changesByLink(comparison, links)
  const textOf = (link: Link) => {
    const changed = changes?.get(link)
    return !changed || isUnchanged(link, changed) ? null : badgeText(link, letterOf(columns, link), changed, width)
  }
  const places = changes ? badgesApart(bare, { every: links, nodes: standing, focus, textOf }) : apart
  const scale = widthScale(width)
  const size = sizeReading && sizeScale(sizeReading, every, focus)
  const pins = input.pins ?? {}
  const nodes = nodesOf({ actors: columns.outline.actors, links, all, positions, focus, size }).map((node) =>
    node.id in pins ? { ...node, isPinned: true } : node,
  )
  const groups = groupsOf(input.groups ?? [], nodes)
  return {
    scheme,
    palette: PALETTES[scheme],
    groups,
    nodes,
    links: sceneLinksOf({ columns, links, places, scale, focus, scheme, changes }),
    legend: legendOf({ columns, links, scale, size, focus, scheme, comparison }),
    bounds: boundsOf(nodes, groups),
  }
}

/** What of a scene no filter and no as-of date changes. */
interface Ground {
  all: ReadonlyMap<string, number>
  nodes: readonly SceneNode[]
  /** The places of links, with each badge where it would stand alone. */
  bare: Places
  /** Those with badges that cover nothing. */
  places: Places
}

const grounds = new WeakMap<Positions, { every: readonly Link[]; focus: string; width: string; ground: Ground }>()

const counts = new WeakMap<readonly Link[], ReadonlyMap<string, number>>()

/** How many initiatives of the dataset each actor takes part in; worked out once for every link of it. */
function allOf(every: readonly Link[]): ReadonlyMap<string, number> {
  const all = counts.get(every) ?? countsByActor(every)
  counts.set(every, all)
  return all
}

/** The ground of a scene; worked out once for positions, since every choice draws on it. */
function groundOf(
  columns: Columns,
  every: readonly Link[],
  positions: Positions,
  focus: string,
  reading: Reading,
): Ground {
  const known = grounds.get(positions)
  // What a link can have at most is the same on every day: of a measure its name is enough.
  const width = reading.measure.id
  if (known?.every === every && known.focus === focus && known.width === width) return known.ground
  const all = allOf(every)
  const nodes = nodesOf({ actors: columns.outline.actors, links: [], all, positions, focus })
  const bare = placesOf(every, nodes, widthScale(reading))
  const textOf = (link: Link) => badgeText(link, letterOf(columns, link), null, reading)
  const ground = { all, nodes, bare, places: badgesApart(bare, { every, nodes, focus, textOf }) }
  grounds.set(positions, { every, focus, width, ground })
  return ground
}

/** From the actors of a group to the edge of its box; above them there is its name. */
const GROUP_PADDING = { side: 16, top: 34, bottom: 12 }
/** The name of a group, in CSS pixels. */
export const GROUP_FONT_SIZE = 12

/** The boxes around groups, where their members stand now; a group without a member that stands anywhere has none. */
function groupsOf(groups: readonly Group[], nodes: readonly SceneNode[]): SceneGroup[] {
  return groups.flatMap(({ id, label, members }) => {
    const own = nodes.filter((node) => members.includes(node.id))
    if (own.length === 0) return []
    const { left, top, right, bottom } = boundsOf(own, [])
    const lack = Math.max(0, lettersIn(label) * GROUP_FONT_SIZE * 0.6 - (right - left)) / 2
    return {
      id,
      label,
      box: {
        left: left - GROUP_PADDING.side - lack,
        top: top - GROUP_PADDING.top,
        right: right + GROUP_PADDING.side + lack,
        bottom: bottom + GROUP_PADDING.bottom,
      },
    }
  })
}

/** The smallest box around nodes, with their labels, and groups. */
export function boundsOf(nodes: readonly SceneNode[], groups: readonly SceneGroup[]): Box {
  return boxAroundAll([...nodes.flatMap(bodiesOf), ...groups.map(({ box }) => box)])
}

/** The smallest box around some boxes; one without an extent at the origin where there are none. */
export function boxAroundAll(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 }
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}
