import type { ElementDefinition, StylesheetJson } from 'cytoscape'
import { nodeElement } from '../../src/canvas/actors.ts'
import { FONT } from '../../src/canvas/font.ts'
import { stylesheetOf } from '../../src/canvas/stylesheet.ts'
import type { Point } from '../../src/scene/layouts.ts'
import { GROUP_FONT_SIZE, type Scene, type SceneGroup, type SceneLink } from '../../src/scene/scene.ts'
import {
  BACKGROUND_OPACITY,
  BADGE_FONT_SIZE,
  CAPS,
  DASHES,
  GROUP_OPACITY,
  conflictTicks,
} from '../../src/scene/strokes.ts'

/** A whole scene in Cytoscape's words: what the bare page draws, of which Dyad leaves to Cytoscape the actors only. */

/** The elements of a scene, links in the order of their drawing. */
export function elementsOf(scene: Scene): ElementDefinition[] {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]))
  return [
    ...groupsOf(scene).map(groupElement),
    ...scene.nodes.map((node) => nodeElement(node, {})),
    ...scene.links.map((link) => linkElement(link, nodes.get(link.source)!, nodes.get(link.target)!)),
  ]
}

/** The groups of a scene by ids of their own: a group may be named after an organisation that stands in the network. */
function groupsOf({ groups }: Scene): SceneGroup[] {
  return groups.map((group) => ({ ...group, id: `group:${group.id}` }))
}

/** A box behind its members. Nothing can be done to it: the pointer goes through to the ground. */
function groupElement({ id, label, box }: SceneGroup): ElementDefinition {
  return {
    group: 'nodes',
    data: { id, label, width: box.right - box.left, height: box.bottom - box.top, fontSize: GROUP_FONT_SIZE },
    position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
    classes: 'group',
    grabbable: false,
    selectable: false,
  }
}

export function linkElement(link: SceneLink, source: Point, target: Point): ElementDefinition {
  const { start, control, end } = link.curve
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = Math.hypot(dx, dy) || 1
  const bow = ((control.x - (start.x + end.x) / 2) * -dy + (control.y - (start.y + end.y) / 2) * dx) / length
  const ticks = conflictTicks(link)
  const ticksAt = ticks.length ? ticks[Math.floor(ticks.length / 2)]! : null
  return {
    group: 'edges',
    data: {
      id: link.id,
      source: link.source,
      target: link.target,
      colour: link.colour,
      width: link.lineWidth,
      opacity: link.lineOpacity,
      padding: Math.max(0, (link.bandWidth - link.lineWidth) / 2),
      bandOpacity: link.bandOpacity,
      from: offset(source, start),
      to: offset(target, end),
      bow,
      badge: link.badge?.text ?? '',
      badgeAt: link.badge?.along ?? 0,
      ticks: '|'.repeat(ticks.length),
      ticksAt: ticksAt
        ? length -
          Math.hypot((ticksAt.from.x + ticksAt.to.x) / 2 - start.x, (ticksAt.from.y + ticksAt.to.y) / 2 - start.y)
        : 0,
    },
    classes: [link.line, ...(link.isBackground ? ['background'] : [])].join(' '),
  }
}

/** Where a link leaves or reaches an actor, from the actor's middle, in the form that Cytoscape reads. */
function offset(actor: Point, point: Point): string {
  return `${(point.x - actor.x).toFixed(2)}px ${(point.y - actor.y).toFixed(2)}px`
}

/** How Cytoscape is to draw them. */
export function bareStylesheetOf(scene: Scene): StylesheetJson {
  const { palette } = scene
  return [
    ...(stylesheetOf(palette) as object[]),
    {
      selector: 'node.group',
      style: {
        shape: 'round-rectangle',
        'background-color': palette.faint,
        'background-opacity': GROUP_OPACITY,
        'border-width': 1,
        'border-color': palette.faint,
        color: palette.muted,
        'font-weight': 600,
        'text-valign': 'top',
        'text-margin-y': 19,
        'text-outline-width': 0,
        'z-compound-depth': 'bottom',
        events: 'no',
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'endpoints',
        'control-point-distances': 'data(bow)',
        'control-point-weights': 0.5,
        'source-endpoint': 'data(from)',
        'target-endpoint': 'data(to)',
        width: 'data(width)',
        'line-color': 'data(colour)',
        'line-opacity': 'data(opacity)',
        'underlay-color': 'data(colour)',
        'underlay-opacity': 'data(bandOpacity)',
        'underlay-padding': 'data(padding)',
        'overlay-opacity': 0,
        'font-family': FONT,
        'font-size': BADGE_FONT_SIZE,
        'font-weight': 700,
        color: 'data(colour)',
        'source-label': 'data(badge)',
        'source-text-offset': 'data(badgeAt)',
        'target-label': 'data(ticks)',
        'target-text-offset': 'data(ticksAt)',
        'target-text-rotation': 'autorotate',
        'text-background-color': palette.background,
        'text-background-opacity': 1,
        'text-background-shape': 'round-rectangle',
        'text-background-padding': '2px',
        'z-index': 1,
      },
    },
    ...(['dashed', 'dotted'] as const).map((line) => ({
      selector: `edge.${line}`,
      style: { 'line-style': 'dashed' as const, 'line-dash-pattern': [...DASHES[line]], 'line-cap': CAPS[line] },
    })),
    { selector: 'edge.background', style: { opacity: BACKGROUND_OPACITY, 'z-index': 0 } },
  ] as StylesheetJson
}
