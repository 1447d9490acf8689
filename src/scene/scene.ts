import type { Actor } from '../model/schema.ts'
import type { Columns } from '../network/columns.ts'
import { initiativesInWords, listInWords } from '../network/words.ts'
import type { Link } from '../network/links.ts'
import { curveAt, fan, type Curve } from './curves.ts'
import { legendOf, type Legend } from './legend.ts'
import { PALETTES, relationColour, type Palette, type Scheme } from './palette.ts'
import type { Point, Positions } from './layouts.ts'
import { BAND_OPACITY, LINE_STYLES, PALE_OPACITY } from './strokes.ts'
import { lineWidth, widthScale, type WidthScale } from './widths.ts'

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
  /** False where no selected initiative ties it to any other actor: drawn small and pale, at the same place. */
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
  /** Links that pass the focus by are drawn behind and fainter. */
  isBackground: boolean
  /** What it is, in words. */
  words: string
}

/** realised: solid; pending: dashed; ended: solid and pale; failed: dotted. */
export type LineStyle = 'solid' | 'dashed' | 'pale' | 'dotted'

export interface SceneInput {
  columns: Columns
  links: readonly Link[]
  /** The sum of the weights of each actor's links. */
  strengths: ReadonlyMap<string, number>
  positions: Positions
  focus: string
  scheme: Scheme
}

/** Draws links and actors at given positions. */
export function sceneOf({ columns, links, strengths, positions, focus, scheme }: SceneInput): Scene {
  const palette = PALETTES[scheme]
  const scale = widthScale(columns)
  const names = new Map(columns.outline.actors.map((actor) => [actor.id, actor]))
  const nodes = columns.outline.actors
    .filter(({ id }) => positions.has(id))
    .map((actor) => nodeOf(actor, positions.get(actor.id)!, strengths.get(actor.id) ?? 0, actor.id === focus))
  const sizes = new Map(nodes.map((node) => [node.id, node]))

  const sceneLinks: SceneLink[] = []
  for (const parallel of byDyad(links)) {
    const { a, b } = parallel[0]!.dyad
    const [source, target] = [sizes.get(a), sizes.get(b)]
    if (!source || !target) continue
    const widths = parallel.map((link) => lineWidth(scale, link.initiatives.length))
    const curves = fan(source, target, widths, Math.min(nodeRadius(source), nodeRadius(target)))
    const badges = badgesOf(parallel, curves, columns, source, target)
    parallel.forEach((link, i) => {
      const style = drawnAs(link, widths[i]!, scale)
      const isBackground = a !== focus && b !== focus
      const type = columns.outline.relationTypes.find(({ id }) => id === link.type)
      sceneLinks.push({
        id: link.id,
        source: a,
        target: b,
        curve: curves[i]!,
        colour: relationColour(type, scheme),
        ...style,
        isConflict: link.valence === 'conflict',
        badge: isBackground ? null : badges[i]!,
        isBackground,
        words: linkInWords(link, names, type?.label ?? link.type),
      })
    })
  }
  // Background first: what is drawn later lies on top.
  sceneLinks.sort((x, y) => Number(y.isBackground) - Number(x.isBackground))
  return {
    scheme,
    palette,
    nodes,
    links: sceneLinks,
    legend: legendOf(columns, links, scale, focus, scheme),
    bounds: boundsOf(nodes),
  }
}

/** Neighbouring links of one dyad; {@link Link}s come in the order of dyads. */
function byDyad(links: readonly Link[]): Link[][] {
  const groups: Link[][] = []
  for (const link of links) {
    const last = groups.at(-1)
    if (last && last[0]!.dyad.id === link.dyad.id) last.push(link)
    else groups.push([link])
  }
  return groups
}

function drawnAs(link: Link, bandWidth: number, scale: WidthScale) {
  const line = LINE_STYLES[link.outcome]
  return {
    bandWidth,
    bandOpacity: BAND_OPACITY,
    lineWidth: line === 'solid' ? lineWidth(scale, link.tally.realised) : Math.min(2.2, bandWidth),
    line,
    lineOpacity: line === 'pale' ? PALE_OPACITY : 1,
  }
}

/** The most that two badges of one dyad stand apart, and the least that leaves them readable. */
const BADGE_SPACING = { most: 26, least: 9 }
/** Free space between a badge and an actor. */
const BADGE_CLEARANCE = 20

/**
 * The badges of the parallel links of a dyad. They stand one after the other along their curves, so that they do not
 * cover each other, in the middle of what the two actors leave free; too short a link has none.
 */
function badgesOf(
  parallel: readonly Link[],
  curves: readonly Curve[],
  columns: Columns,
  source: SceneNode,
  target: SceneNode,
): SceneLink['badge'][] {
  const letters = new Map(columns.outline.relationTypes.map(({ id, letter }) => [id, letter]))
  return parallel.map((link, i) => {
    const { start, end } = curves[i]!
    const length = Math.hypot(end.x - start.x, end.y - start.y)
    const from = Math.max(source.width, source.height) / 2 + BADGE_CLEARANCE
    const to = length - Math.max(target.width, target.height) / 2 - BADGE_CLEARANCE
    const spacing = Math.min(BADGE_SPACING.most, (to - from) / Math.max(1, parallel.length - 1))
    if (to < from || spacing < BADGE_SPACING.least) return null
    const along = (from + to) / 2 + (i - (parallel.length - 1) / 2) * spacing
    const letter = letters.get(link.type) ?? '?'
    const count = link.initiatives.length
    return { text: count > 1 ? `${letter} ${count}` : letter, at: curveAt(curves[i]!, along / length), along }
  })
}

function nodeOf(actor: Actor, { x, y }: Point, strength: number, isFocus: boolean): SceneNode {
  const isTied = isFocus || strength > 0
  const isCore = actor.tier === 'core'
  const common = {
    id: actor.id,
    x,
    y,
    isFocus,
    isTied,
    words: `${actor.fullName ?? actor.names.en}: ${strength === 0 ? 'no ties' : initiativesInWords(strength)}`,
  }
  if (actor.kind === 'organisation' || !actor.flag) {
    const label = actor.kind === 'organisation' ? actor.id : actor.names.en
    const fontSize = isCore ? 13 : 11
    return {
      ...common,
      shape: 'label',
      width: Math.round(label.length * fontSize * 0.68 + 16),
      height: isCore ? 28 : 22,
      label,
      fontSize,
      flag: null,
    }
  }
  const diameter = isFocus ? 64 : Math.min(54, (isCore ? 30 : 20) + 2 * Math.sqrt(strength))
  return {
    ...common,
    shape: 'flag',
    width: diameter,
    height: diameter,
    label: actor.names.en,
    fontSize: isFocus ? 15 : isCore ? 13 : 11,
    flag: actor.flag,
  }
}

/** Half the smaller side: links may leave a node this far from its middle and still start behind it. */
function nodeRadius(node: SceneNode): number {
  return Math.min(node.width, node.height) / 2
}

function linkInWords(link: Link, names: Map<string, Actor>, type: string): string {
  const name = (id: string) => names.get(id)?.names.en ?? id
  const outcomes = (['realised', 'pending', 'ended', 'failed'] as const)
    .filter((outcome) => link.tally[outcome] > 0)
    .map((outcome) => `${link.tally[outcome]} ${outcome}`)
  const kind = link.valence === 'conflict' ? `${type}, conflict` : type
  return `${name(link.dyad.a)} and ${name(link.dyad.b)}, ${kind}: ${initiativesInWords(link.initiatives.length)}, ${listInWords(outcomes)}`
}

function boundsOf(nodes: readonly SceneNode[]): Box {
  const box: Box = { left: 0, top: 0, right: 0, bottom: 0 }
  for (const node of nodes) {
    const half = Math.max(node.width, node.shape === 'flag' ? node.label.length * node.fontSize * 0.56 : 0) / 2
    box.left = Math.min(box.left, node.x - half)
    box.right = Math.max(box.right, node.x + half)
    box.top = Math.min(box.top, node.y - node.height / 2)
    box.bottom = Math.max(box.bottom, node.y + node.height / 2 + (node.shape === 'flag' ? node.fontSize * 1.6 : 0))
  }
  return box
}
