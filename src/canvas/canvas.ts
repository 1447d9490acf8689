import cytoscape, { type CollectionReturnValue, type Core, type ElementDefinition, type EventObject } from 'cytoscape'
import { fit, ZOOM, type Sight } from '../scene/fit.ts'
import type { Scene, SceneGroup, SceneLink, SceneNode } from '../scene/scene.ts'
import { DIMMED_OPACITY } from '../scene/strokes.ts'
import { groupElement, groupsOf, linkElement, nodeElement, type Flags } from './elements.ts'
import { afterThisFrame } from './frames.ts'
import { promptDrawing } from './promptly.ts'
import { stylesheetOf } from './stylesheet.ts'

/** Something in the picture that the pointer is on. */
export type Target = { kind: 'actor' | 'link'; id: string }

/** What a person does to the picture. */
export interface CanvasEvents {
  /** The pointer came to something, at a place in pixels from the top left of the canvas, or left everything. */
  onHover: (target: Target | null, at: { x: number; y: number }) => void
  /** Something was clicked, or the empty ground. */
  onClick: (target: Target | null) => void
  onDoubleClick: (target: Target) => void
  /** A finger rests on something, at a place in pixels from the top left of the canvas. */
  onHold: (target: Target, at: { x: number; y: number }) => void
  /** An actor is being moved, or was let go. */
  onDrag: (actor: string, to: { x: number; y: number }, isOver: boolean) => void
  /** The person zoomed or panned. */
  onLook: (sight: Sight) => void
}

/** What stands out: everything else is dimmed, and the selected is marked. */
export interface Emphasis {
  /** Actors and links that stay bright; `null`: all. */
  bright: { actors: ReadonlySet<string>; links: ReadonlySet<string> } | null
  selected: { actors: ReadonlySet<string>; links: ReadonlySet<string> }
  /** Where the keyboard is. */
  walked?: Target | null
}

/** What is asked of Cytoscape's renderer here; its typings leave it out. */
interface Renderer {
  /** Has it find anew where in the page it stands, which it keeps in mind to know what the pointer is on. */
  invalidateContainerClientCoordsCache: () => void
}

/** Shows scenes, and reports what the person does. It decides nothing. */
export interface Canvas {
  show: (scene: Scene) => void
  emphasise: (emphasis: Emphasis) => void
  /** Looks at a place; `null`: at the whole scene. */
  look: (sight: Sight | null) => void
  zoomBy: (factor: number) => void
  setFlags: (flags: Flags) => void
  /**
   * Pans until the middle of something is in sight, with some space around it.
   * @returns where that then is, in pixels from the top left of the canvas; `null` where it is not drawn
   */
  reveal: (target: Target) => { x: number; y: number } | null
  /** Calls back once, after Cytoscape's next drawing has been painted. */
  afterDrawing: (callback: () => void) => void
  /** To be called when the element may have another size or place in the page. */
  resize: () => void
  /** Lets go of the element and all that was drawn; nothing may be asked of the canvas after it. */
  close: () => void
}

/** What the keyboard comes to is panned into sight where it is nearer to an edge than this, in pixels, and then so far from it. */
const IN_SIGHT = { least: 12, panned: 56 }

/**
 * Makes a canvas that fills an element.
 * @param isStill nobody can zoom, pan or move an actor; all can be pointed at and clicked
 */
export function createCanvas(element: HTMLElement, events: CanvasEvents, isStill = false): Canvas {
  // In an element of its own: Cytoscape takes its end from the removal of its container, and the element may be moved.
  const container = document.createElement('div')
  container.style.cssText = 'position: absolute; inset: 0'
  element.append(container)
  const cy = cytoscape({
    container,
    minZoom: ZOOM.least,
    maxZoom: ZOOM.most,
    boxSelectionEnabled: false,
    selectionType: 'single',
    autounselectify: true,
    autoungrabify: isStill,
    userZoomingEnabled: !isStill,
    userPanningEnabled: !isStill,
  })
  let scene: Scene | null = null
  let flags: Flags = {}
  let palette: Scene['palette'] | null = null
  let sight: Sight | null = null
  let isLooking = false
  let size = { width: container.clientWidth, height: container.clientHeight }
  const drawSoon = promptDrawing(cy)
  const shown: Shown = { elements: new Map(), absent: new Set(), marks: new Map() }

  const look = (to: Sight | null) => {
    sight = to
    if (!scene || cy.width() === 0) return
    const { zoom, x, y } = to ?? fit(scene.bounds, cy.width(), cy.height())
    isLooking = true
    cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } })
    isLooking = false
  }

  report(
    cy,
    events,
    () => isLooking,
    (seen) => (sight = seen),
  )

  return {
    show: (next) => {
      if (palette !== next.palette) {
        palette = next.palette
        cy.style(stylesheetOf(palette))
      }
      scene = next
      cy.batch(() => showDifferences(cy, next, shown, flags))
      drawSoon()
    },
    emphasise: (emphasis) => {
      cy.batch(() => applyEmphasis(cy, emphasis, shown))
      drawSoon()
    },
    look: (to) => {
      look(to)
      drawSoon()
    },
    zoomBy: (factor) => {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 }
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle })
    },
    setFlags: (next) => {
      flags = next
      cy.batch(() => {
        for (const actor of shown.elements.values()) {
          const flag = 'flag' in actor && actor.flag && flags[actor.flag]
          if (flag) cy.getElementById(actor.id).data('flag', flag).addClass('flagged')
        }
      })
    },
    reveal: ({ kind, id }) => {
      const placed = cy.getElementById(id) as CollectionReturnValue
      if (placed.empty() || shown.absent.has(id)) return null
      const at = kind === 'actor' ? placed.renderedPosition() : placed.renderedMidpoint()
      const within = (own: number, extent: number) =>
        own >= IN_SIGHT.least && own <= extent - IN_SIGHT.least
          ? own
          : Math.min(extent - IN_SIGHT.panned, Math.max(IN_SIGHT.panned, own))
      const to = isStill ? at : { x: within(at.x, cy.width()), y: within(at.y, cy.height()) }
      if (to.x !== at.x || to.y !== at.y) cy.panBy({ x: to.x - at.x, y: to.y - at.y })
      return to
    },
    afterDrawing: (callback) => {
      cy.one('render', () => afterThisFrame(callback))
    },
    resize: () => {
      const { clientWidth: width, clientHeight: height } = container
      // Told even of the same size, Cytoscape draws everything again; it may still stand elsewhere now.
      if (size.width === width && size.height === height) {
        ;(cy as Core & { renderer: () => Renderer }).renderer().invalidateContainerClientCoordsCache()
        return
      }
      size = { width, height }
      cy.resize()
      look(sight)
      drawSoon()
    },
    close: () => cy.destroy(),
  }
}

type Drawn = SceneNode | SceneLink | SceneGroup

/** What Cytoscape was last told of each element, and which of them it hides because the scene has them not. */
interface Shown {
  elements: Map<string, Drawn>
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

/** The classes of marks, which an element keeps whatever else is said of it. */
const MARK_CLASSES = ['selected', 'walked']

/**
 * Hiding and dimming are said to the elements themselves and not by a class: for another class Cytoscape reads all that
 * an element takes from its data again, a dozen properties of a link.
 * Not `display: none`: that makes Cytoscape work out the bounds of everything around anew.
 */
const HIDDEN = ['visibility', 'hidden'] as const
const DIMMED = ['opacity', DIMMED_OPACITY] as const

/**
 * Brings Cytoscape from the scene that it shows to the next one, touching only what differs. What leaves the scene is kept
 * hidden, so that it comes back without being styled and placed anew.
 */
function showDifferences(cy: Core, scene: Scene, { elements, absent }: Shown, flags: Flags): void {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]))
  const groups = groupsOf(scene)
  const present = new Set<string>([...nodes.keys(), ...[...groups, ...scene.links].map(({ id }) => id)])
  const [leaving, returning] = [cy.collection(), cy.collection()]
  for (const id of elements.keys()) {
    if (present.has(id) || absent.has(id)) continue
    leaving.merge(cy.getElementById(id))
    absent.add(id)
  }
  const show = <T extends Drawn>(next: T, inCytoscapesWords: (next: T) => ElementDefinition) => {
    if (absent.delete(next.id)) returning.merge(cy.getElementById(next.id))
    if (isDrawnAlike(elements.get(next.id), next)) return
    put(cy, next.id, inCytoscapesWords(next))
    elements.set(next.id, next)
  }
  for (const group of groups) show(group, groupElement)
  for (const node of scene.nodes) show(node, (next) => nodeElement(next, flags))
  for (const link of scene.links) {
    show(link, (next) => linkElement(next, nodes.get(next.source)!, nodes.get(next.target)!))
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
  const { id: _id, source: _source, target: _target, ...data } = element.data
  existing.data(data)
  existing.classes([element.classes, ...MARK_CLASSES.filter((own) => existing.hasClass(own))].join(' '))
  // Told even of the same place, Cytoscape works out all links of an actor again.
  if (element.position && !existing.grabbed() && !isDrawnAlike(existing.position(), element.position)) {
    existing.position(element.position)
  }
}

/** True where two states of an element, or of a part of one, are drawn alike. Words are not drawn. */
function isDrawnAlike(past: unknown, next: unknown): boolean {
  if (past === next) return true
  if (!isRecord(past) || !isRecord(next)) return false
  for (const key in next) if (key !== 'words' && !isDrawnAlike(past[key], next[key])) return false
  return true
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Brings Cytoscape from what stands out now to what is to, touching only what differs. */
function applyEmphasis(cy: Core, { bright, selected, walked }: Emphasis, { elements, marks }: Shown): void {
  const [dimmed, lit] = [cy.collection(), cy.collection()]
  for (const [id, drawn] of elements) {
    if ('box' in drawn) continue
    const kind = 'source' in drawn ? 'links' : 'actors'
    const { isDimmed, isSelected, isWalked } = marks.get(id) ?? UNMARKED
    const next = {
      isDimmed: bright !== null && !bright[kind].has(id),
      isSelected: selected[kind].has(id),
      isWalked: walked?.id === id,
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

function report(cy: Core, events: CanvasEvents, isLooking: () => boolean, setSight: (sight: Sight) => void): void {
  const targetOf = (event: EventObject): Target | null =>
    event.target === cy ? null : { kind: event.target.isNode() ? 'actor' : 'link', id: event.target.id() as string }
  const at = (event: EventObject) => event.renderedPosition ?? { x: 0, y: 0 }

  cy.on('mouseover', 'node, edge', (event) => events.onHover(targetOf(event), at(event)))
  cy.on('mouseout', 'node, edge', (event) => events.onHover(null, at(event)))
  // A pointer that leaves the canvas, or drags it, is told by Cytoscape to have left nothing.
  // A finger that is lifted leaves too; what it had rested on is to be read then.
  cy.container()?.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') events.onHover(null, { x: 0, y: 0 })
  })
  // A mouse that is held down does nothing of its own: it points already.
  let isHeld = false
  cy.on('tapstart', () => (isHeld = false))
  cy.on('taphold', 'node, edge', (event) => {
    if (!isByFinger(event)) return
    isHeld = true
    events.onHold(targetOf(event)!, at(event))
  })
  cy.on('tap', (event) => {
    // The finger that rested is lifted.
    if (!isHeld) events.onClick(targetOf(event))
  })
  cy.on('dbltap', 'node, edge', (event) => events.onDoubleClick(targetOf(event)!))
  cy.on('drag', 'node', (event) => events.onDrag(event.target.id(), { ...event.target.position() }, false))
  cy.on('dragfree', 'node', (event) => events.onDrag(event.target.id(), { ...event.target.position() }, true))
  cy.on('viewport', () => {
    if (isLooking()) return
    events.onHover(null, { x: 0, y: 0 })
    const [zoom, pan] = [cy.zoom(), cy.pan()]
    const seen = { x: (cy.width() / 2 - pan.x) / zoom, y: (cy.height() / 2 - pan.y) / zoom, zoom }
    setSight(seen)
    events.onLook(seen)
  })
}

function isByFinger({ originalEvent }: EventObject): boolean {
  return 'TouchEvent' in window && (originalEvent as Event | undefined) instanceof TouchEvent
}
