import cytoscape, { type CollectionReturnValue, type Core, type EventObject } from 'cytoscape'
import { curveAt } from '../scene/curves.ts'
import { fit, ZOOM, type Sight } from '../scene/fit.ts'
import type { Point } from '../scene/layouts.ts'
import { linkAt } from '../scene/linkAt.ts'
import type { Scene, SceneLink } from '../scene/scene.ts'
import { emphasiseActors, showActors, type Flags, type Shown } from './actors.ts'
import { drawingOf, findPlaceAnew } from './cytoscapeDrawing.ts'
import type { Emphasis, Target } from './emphasis.ts'
import { afterThisFrame } from './frames.ts'
import { createLinkLayer } from './linkLayer.ts'
import { stylesheetOf } from './stylesheet.ts'

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

/** How far beside a link still counts as on it, in pixels: for a mouse, and for a finger. */
const REACH = { mouse: 8, finger: 24 }

/**
 * Makes a canvas that fills an element: links on a sheet of our own, and over it the actors, which are Cytoscape's, like all that is
 * done with a hand: zooming, panning, dragging.
 * @param isStill nobody can zoom, pan or move an actor; all can be pointed at and clicked
 */
export function createCanvas(element: HTMLElement, events: CanvasEvents, isStill = false): Canvas {
  // In an element of its own: Cytoscape takes its end from the removal of its container, and the element may be moved.
  const container = document.createElement('div')
  container.style.cssText = 'position: absolute; inset: 0'
  const layer = createLinkLayer(element, () => ({ zoom: cy.zoom(), pan: cy.pan() }))
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
  const drawSoon = drawingOf(cy)
  const shown: Shown = { elements: new Map(), absent: new Set(), marks: new Map() }

  const look = (to: Sight | null) => {
    sight = to
    if (!scene || cy.width() === 0) return
    const { zoom, x, y } = to ?? fit(scene.bounds, cy.width(), cy.height())
    isLooking = true
    cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } })
    isLooking = false
  }
  /** Where a point of the scene is, in pixels from the top left of the canvas. */
  const onCanvas = ({ x, y }: Point): Point => {
    const [zoom, pan] = [cy.zoom(), cy.pan()]
    return { x: x * zoom + pan.x, y: y * zoom + pan.y }
  }
  const placeOf = ({ kind, id }: Target): Point | null => {
    if (kind === 'link') {
      const link = layer.links().find((own) => own.id === id)
      return link ? onCanvas(curveAt(link.curve, 0.5)) : null
    }
    const actor = cy.getElementById(id) as CollectionReturnValue
    return actor.empty() || shown.absent.has(id) ? null : actor.renderedPosition()
  }

  report(cy, events, {
    linkAt: (point, reach) => linkAt(layer.links(), point, reach / cy.zoom()),
    look: (seen) => {
      layer.look()
      if (isLooking) return
      sight = seen
      events.onHover(null, { x: 0, y: 0 })
      events.onLook(seen)
    },
  })

  // A browser whose graphics card fails takes the pixels of canvases away, and later gives empty ones back. Cytoscape keeps pictures
  // of actors in canvases of its own: it begins anew.
  const isGone = new AbortController()
  // What the canvas stands in may be scrolled; Cytoscape watches only what it stood in when it was made.
  window.addEventListener('scroll', () => findPlaceAnew(cy), { capture: true, passive: true, signal: isGone.signal })
  const drawAgain = () => {
    cy.unmount()
    cy.mount(container)
    layer.resize()
  }
  element.addEventListener('contextrestored', drawAgain, { capture: true, signal: isGone.signal })

  return {
    show: (next) => {
      if (palette !== next.palette) {
        palette = next.palette
        cy.style(stylesheetOf(palette))
      }
      scene = next
      layer.show(next)
      cy.batch(() => showActors(cy, next, shown, flags))
      drawSoon()
    },
    emphasise: (emphasis) => {
      layer.emphasise(emphasis)
      cy.batch(() => emphasiseActors(cy, emphasis, shown))
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
        for (const { id, flag } of shown.elements.values()) {
          const picture = flag && flags[flag]
          if (picture) cy.getElementById(id).data('flag', picture).addClass('flagged')
        }
      })
    },
    reveal: (target) => {
      const at = placeOf(target)
      if (!at) return null
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
        findPlaceAnew(cy)
        return
      }
      size = { width, height }
      layer.resize()
      cy.resize()
      look(sight)
      drawSoon()
    },
    close: () => {
      isGone.abort()
      cy.destroy()
    },
  }
}

interface Around {
  /** The link at a place of the scene, so far beside it at most, in pixels of the screen. */
  linkAt: (point: Point, reach: number) => SceneLink | null
  /** Another part of the scene is looked at, or larger. */
  look: (sight: Sight) => void
}

/** As slow as systems let a double click be; Cytoscape wants it in half of that, and lets the first be on something else. */
const DOUBLE_CLICK_MS = 500

/** Tells what is done with a hand. Cytoscape knows the actors; where none is, a link may be. */
function report(cy: Core, events: CanvasEvents, around: Around): void {
  const targetOf = (event: EventObject): Target | null => {
    if (event.target !== cy) return { kind: 'actor', id: event.target.id() as string }
    const link = around.linkAt(event.position, isByFinger(event) ? REACH.finger : REACH.mouse)
    return link && { kind: 'link', id: link.id }
  }
  const at = (event: EventObject) => event.renderedPosition ?? { x: 0, y: 0 }

  // Not known where what lay under the pointer has moved: then whatever is found there is told, and that nothing is.
  let pointedAt: string | null | undefined = null
  const point = (target: Target | null, place: Point) => {
    const key = target && `${target.kind} ${target.id}`
    if (key === pointedAt) return
    pointedAt = key
    events.onHover(target, place)
  }
  cy.on('mousemove', (event) => {
    // A button that is held down drags: what it passes is not pointed at.
    if ((event.originalEvent as MouseEvent).buttons === 0) point(targetOf(event), at(event))
  })
  // A pointer that leaves the canvas, or drags it, is told by Cytoscape to have left nothing.
  // A finger that is lifted leaves too; what it had rested on is to be read then.
  cy.container()?.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') point(null, { x: 0, y: 0 })
  })
  // A finger that the browser takes for its own scrolls the page.
  cy.container()?.addEventListener('touchcancel', () => events.onHover(null, { x: 0, y: 0 }))
  // A mouse that is held down does nothing of its own: it points already.
  let isHeld = false
  cy.on('tapstart', () => (isHeld = false))
  cy.on('taphold', (event) => {
    if (!isByFinger(event)) return
    const target = targetOf(event)
    if (!target) return
    isHeld = true
    events.onHold(target, at(event))
  })
  let past: { id: string; at: number } | null = null
  cy.on('tap', (event) => {
    // The finger that rested is lifted.
    if (isHeld) return
    const target = targetOf(event)
    // When it was done, which is before the page came to it.
    const { timeStamp } = event.originalEvent as Event
    events.onClick(target)
    const isSecond = past !== null && past.id === target?.id && timeStamp - past.at <= DOUBLE_CLICK_MS
    past = target?.kind === 'actor' && !isSecond ? { id: target.id, at: timeStamp } : null
    // Once the event is over: until then Cytoscape holds the actor that was pressed, and it would not be moved with the others.
    if (!target || !isSecond) return
    queueMicrotask(() => {
      pointedAt = undefined
      events.onDoubleClick(target)
    })
  })
  cy.on('drag', 'node', (event) => {
    point(null, { x: 0, y: 0 })
    events.onDrag(event.target.id(), { ...event.target.position() }, false)
  })
  cy.on('dragfree', 'node', (event) => events.onDrag(event.target.id(), { ...event.target.position() }, true))
  cy.on('viewport', () => {
    pointedAt = undefined
    const [zoom, pan] = [cy.zoom(), cy.pan()]
    around.look({ x: (cy.width() / 2 - pan.x) / zoom, y: (cy.height() / 2 - pan.y) / zoom, zoom })
  })
}

function isByFinger({ originalEvent }: EventObject): boolean {
  return 'TouchEvent' in window && (originalEvent as Event | undefined) instanceof TouchEvent
}
