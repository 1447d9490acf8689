import type { Core, ElementDefinition } from 'cytoscape'
import type { Scene, SceneNode } from '../scene/scene.ts'
import { DIMMED_OPACITY } from '../scene/strokes.ts'
import type { Emphasis } from './emphasis.ts'

/** Names of flags to addresses of their pictures. */
export type Flags = Readonly<Record<string, string>>

/** An actor in Cytoscape's words. */
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

/** What Cytoscape was last told of each actor, and which of them it hides because the scene has them not. */
export interface Shown {
  elements: Map<string, SceneNode>
  absent: Set<string>
  /** Of what is dimmed or selected; what is neither has none. */
  marks: Map<string, Mark>
}

interface Mark {
  isDimmed: boolean
  isSelected: boolean
  isWalked: boolean
}

const UNMARKED: Mark = { isDimmed: false, isSelected: false, isWalked: false }

/** The classes of marks, which an actor keeps whatever else is said of it. */
const MARK_CLASSES = ['selected', 'walked']

/**
 * Hiding and dimming are said to the actors themselves and not by a class: for another class Cytoscape reads all that
 * an actor takes from its data again.
 * Not `display: none`: that makes Cytoscape work out the bounds of everything around anew.
 */
const HIDDEN = ['visibility', 'hidden'] as const
const DIMMED = ['opacity', DIMMED_OPACITY] as const

/**
 * Brings Cytoscape from the actors that it shows to those of the next scene, touching only what differs. Who leaves the scene is
 * kept hidden, and so comes back without being styled and placed anew.
 */
export function showActors(cy: Core, scene: Scene, { elements, absent }: Shown, flags: Flags): void {
  const present = new Set(scene.nodes.map(({ id }) => id))
  const [leaving, returning] = [cy.collection(), cy.collection()]
  for (const id of elements.keys()) {
    if (present.has(id) || absent.has(id)) continue
    leaving.merge(cy.getElementById(id))
    absent.add(id)
  }
  for (const node of scene.nodes) {
    if (absent.delete(node.id)) returning.merge(cy.getElementById(node.id))
    if (isDrawnAlike(elements.get(node.id), node)) continue
    put(cy, node.id, nodeElement(node, flags))
    elements.set(node.id, node)
  }
  if (leaving.nonempty()) leaving.style(...HIDDEN)
  if (returning.nonempty()) returning.removeStyle(HIDDEN[0])
}

function put(cy: Core, id: string, element: ElementDefinition): void {
  const existing = cy.getElementById(id)
  if (existing.empty()) {
    cy.add(element)
    return
  }
  const { id: _id, ...data } = element.data
  existing.data(data)
  existing.classes([element.classes, ...MARK_CLASSES.filter((own) => existing.hasClass(own))].join(' '))
  if (element.position && !existing.grabbed()) existing.position(element.position)
}

/** True where two states of an actor are drawn alike. Words are not drawn. */
function isDrawnAlike(past: SceneNode | undefined, next: SceneNode): boolean {
  if (past === undefined) return false
  return (Object.keys(next) as (keyof SceneNode)[]).every((key) => key === 'words' || past[key] === next[key])
}

/** Brings the actors from what stands out now to what is to, touching only what differs. */
export function emphasiseActors(cy: Core, { bright, selected, walked }: Emphasis, { elements, marks }: Shown): void {
  const [dimmed, lit] = [cy.collection(), cy.collection()]
  for (const id of elements.keys()) {
    const { isDimmed, isSelected, isWalked } = marks.get(id) ?? UNMARKED
    const next = {
      isDimmed: bright !== null && !bright.actors.has(id),
      isSelected: selected.actors.has(id),
      isWalked: walked?.kind === 'actor' && walked.id === id,
    }
    if (next.isDimmed === isDimmed && next.isSelected === isSelected && next.isWalked === isWalked) continue
    const element = cy.getElementById(id)
    if (next.isDimmed !== isDimmed) (next.isDimmed ? dimmed : lit).merge(element)
    if (next.isSelected !== isSelected) element.toggleClass('selected', next.isSelected)
    if (next.isWalked !== isWalked) element.toggleClass('walked', next.isWalked)
    if (next.isDimmed || next.isSelected || next.isWalked) marks.set(id, next)
    else marks.delete(id)
  }
  if (dimmed.nonempty()) dimmed.style(...DIMMED)
  if (lit.nonempty()) lit.removeStyle(DIMMED[0])
}
