import type { ElementDefinition } from 'cytoscape'
import { GROUP_FONT_SIZE, type Scene, type SceneGroup, type SceneLink, type SceneNode } from '../scene/scene.ts'
import type { Point } from '../scene/layouts.ts'
import { conflictTicks } from '../scene/strokes.ts'

/** A scene in Cytoscape's words. Pure: the same elements are drawn by the program, its tests and its benchmark. */

/** Names of flags to addresses of their pictures. */
export type Flags = Readonly<Record<string, string>>

/** The elements of a scene, links in the order of their drawing. */
export function elementsOf(scene: Scene, flags: Flags): ElementDefinition[] {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]))
  return [
    ...groupsOf(scene).map(groupElement),
    ...scene.nodes.map((node) => nodeElement(node, flags)),
    ...scene.links.map((link) => linkElement(link, nodes.get(link.source)!, nodes.get(link.target)!)),
  ]
}

/** The groups of a scene by ids of their own: a group may be named after an organisation that stands in the network. */
export function groupsOf({ groups }: Scene): SceneGroup[] {
  return groups.map((group) => ({ ...group, id: `group:${group.id}` }))
}

/** A box behind its members. Nothing can be done to it: the pointer goes through to the ground. */
export function groupElement({ id, label, box }: SceneGroup): ElementDefinition {
  return {
    group: 'nodes',
    data: { id, label, width: box.right - box.left, height: box.bottom - box.top, fontSize: GROUP_FONT_SIZE },
    position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
    classes: 'group',
    grabbable: false,
    selectable: false,
  }
}

export function nodeElement(node: SceneNode, flags: Flags): ElementDefinition {
  const flag = node.flag ? flags[node.flag] : undefined
  const classes = [
    node.shape,
    ...(node.isTied ? [] : ['untied']),
    ...(node.isFocus ? ['focus'] : []),
    ...(node.isPinned ? ['pinned'] : []),
    ...(flag ? ['flagged'] : []),
  ]
  return {
    group: 'nodes',
    data: {
      id: node.id,
      label: node.label,
      width: node.width,
      height: node.height,
      fontSize: node.fontSize,
      ...(flag ? { flag } : {}),
    },
    position: { x: node.x, y: node.y },
    classes: classes.join(' '),
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
