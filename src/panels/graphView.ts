import { createCanvas, type Canvas, type CanvasEvents } from '../canvas/canvas.ts'
import type { Emphasis, Target } from '../canvas/emphasis.ts'
import { afterNextFrame } from '../canvas/frames.ts'
import { parseDate } from '../model/dates.ts'
import { isSameMoment } from '../network/columns.ts'
import { COUNTS } from '../network/measures.ts'
import type { Point, Shape } from '../scene/layouts.ts'
import type { Legend } from '../scene/legend.ts'
import type { Scheme } from '../scene/palette.ts'
import type { Scene } from '../scene/scene.ts'
import { isCompared } from '../state/choices.ts'
import { isPermitted } from '../state/edition.ts'
import type { Session } from '../state/session.ts'
import { createNetworkScene } from '../studio/networkScene.ts'
import { flagAddresses } from './flagAddresses.ts'
import { measureToFrame, noteInput } from './inputToFrame.ts'
import { emphasisOf, focusOn, inspectTarget, wordsOf, type Hovered } from './pointedAt.ts'

/**
 * The Network view: draws what follows from the choices on a canvas, and turns what the person does there into choices.
 * It lives outside React, so that the graph is painted before the panels are even loaded.
 */
export interface GraphView {
  element: HTMLElement
  canvas: Canvas
  /** What is drawn now: pictures are made from it. */
  scene: () => Scene
  /** Where an actor stands in it; `null` where it is not drawn. */
  placeOf: (actor: string) => Point | null
  setScheme: (scheme: Scheme) => void
  /** Adds flags, as SVG texts by the names that actors give. */
  addFlags: (flags: Readonly<Record<string, string>>) => void
  flags: () => Readonly<Record<string, string>>
  /** What widths and sizes stand for in what is drawn now; the same object while that is the same. */
  scales: () => Scales
  onScales: (listener: () => void) => () => void
  /** Runs the layout again for the present selection; moved actors stay where they are. */
  layAgain: () => Promise<void>
  onFlags: (listener: () => void) => () => void
  hovered: () => Hovered | null
  onHovered: (listener: () => void) => () => void
  fit: () => void
  /** To be called when the element comes in sight: it takes its size, and shows what was chosen meanwhile. */
  comeInSight: () => void
  /**
   * Rings where the keyboard is, with what is around it in full strength, and pans until it is in sight; `null`: the
   * keyboard is elsewhere.
   * @returns where it is, in pixels from the top left of the canvas; `null` where it is not drawn
   */
  walkTo: (place: Walked | null) => Point | null
  /** Shows a place of the walk in the Details. */
  inspect: (target: Target) => void
  /** Lets go of the canvas, when another dataset takes its place. */
  close: () => void
}

/** With these another picture is drawn, whatever the date. */
const DRAWN_BY = [
  'filters',
  'since',
  'silentYears',
  'focus',
  'layout',
  'placed',
  'pins',
  'width',
  'size',
  'unfolded',
  'hasSuppliers',
  'mostLinks',
] as const

/** With these what is to be looked at changes; never because an actor was moved or filtered. */
const LOOKED_AT = ['camera', 'focus', 'layout', 'placed', 'unfolded', 'hasSuppliers'] as const

/** Where the keyboard is in the graph. */
export interface Walked {
  target: Target
  /** What stays in full strength beside it; `null`: what does when it is pointed at. */
  bright: NonNullable<Emphasis['bright']> | null
}

/** What widths and sizes stand for. */
type Scales = Pick<Legend, 'width' | 'size'>

function scaleKey({ width, size }: Scales): string {
  return [width, size].map((own) => own && [own.measure.id, ...own.steps.map(({ words }) => words)].join(' ')).join('/')
}

/** After so long without zooming or panning, where the person looks is taken down as a choice. */
export const LOOK_SETTLES_MS = 250

/** Makes the view in an element, with a first scene drawn. */
export function createGraphView(session: Session, element: HTMLElement, firstScheme: Scheme): GraphView {
  const { columns, choices } = session
  let scheme = firstScheme
  let flags: Readonly<Record<string, string>> = {}
  let scene: Scene | null = null
  let hovered: { target: Target; view: Hovered } | null = null
  let walked: Walked | null = null
  let dragged: { actor: string; to: Point } | null = null
  let looked: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  const hoverListeners = new Set<() => void>()
  const flagListeners = new Set<() => void>()
  const scaleListeners = new Set<() => void>()
  let scales: Scales = { width: { measure: COUNTS[0]!, steps: [] }, size: null }
  const drawAnew = () => {
    draw()
    canvas.look(choices.getState().camera)
  }
  const network = createNetworkScene(session, drawAnew)

  const isStill = !isPermitted(session.edition, 'views')
  // True while what is pointed at is so since a finger rested on it.
  let isHeld = false
  const point = (target: Target | null, at: Point) => {
    if (!target && !hovered) return
    hovered = target && { target, view: { words: wordsOf(scene!, target), ...at } }
    emphasise()
    hoverListeners.forEach((listener) => listener())
  }
  const events: CanvasEvents = {
    onHover: point,
    // A finger cannot point without touching: held down, it says what is under it, until it touches something else.
    onHold: (target, at) => {
      isHeld = true
      point(target, at)
    },
    onClick: (target) => {
      if (isHeld) point(null, { x: 0, y: 0 })
      isHeld = false
      inspectTarget(session, scene!, target)
    },
    onDoubleClick: ({ kind, id }) => {
      if (kind !== 'actor' || isStill) return
      // It goes to the middle, away from under the pointer.
      point(null, { x: 0, y: 0 })
      focusOn(session, id)
    },
    onDrag: (actor, to, isOver) => {
      dragged = isOver ? null : { actor, to }
      // What stands on the outer ring only follows from what is chosen: it goes back to its place.
      const isKept = isOver && columns.outline.actors.some(({ id }) => id === actor)
      if (isKept) {
        const at = { x: Math.round(to.x * 10) / 10, y: Math.round(to.y * 10) / 10 }
        choices.setState(({ pins }) => ({ pins: { ...pins, [actor]: at } }))
      } else draw()
    },
    onLook: (camera) => {
      clearTimeout(looked)
      looked = setTimeout(() => choices.setState({ camera }), LOOK_SETTLES_MS)
    },
  }
  const canvas = createCanvas(element, events, isStill)

  /** What is pointed at may say something else now, or not be there any more. */
  const renewHovered = (now: Scene) => {
    if (!hovered) return
    const words = wordsOf(now, hovered.target)
    if (words === hovered.view.words) return
    hovered = words === '' ? null : { ...hovered, view: { ...hovered.view, words } }
    hoverListeners.forEach((listener) => listener())
  }

  // Not by its size, for which the browser would have to lay out a view that it skips.
  const isInSight = () => element.isConnected && choices.getState().view === 'network'
  // True where a choice came that the graph does not show yet.
  let isStale = false
  const draw = () => {
    isStale = false
    const moving = dragged ? { [dragged.actor]: dragged.to } : undefined
    scene = network.at({ shape: shapeOf(element), scheme, moving })
    canvas.show(scene)
    renewHovered(scene)
    if (scaleKey(scales) !== scaleKey(scene.legend)) {
      scales = scene.legend
      scaleListeners.forEach((listener) => listener())
    }
    emphasise()
  }

  // Nothing stands out mostly: then nothing need be said to the canvas, nor was before.
  let isEmphasised = false
  const emphasise = () => {
    const isWanted = hovered !== null || walked !== null || choices.getState().inspected !== null
    if (isWanted || isEmphasised) {
      const { focus, mostLinks } = choices.getState()
      const { links } = session.derive().strongest(focus, mostLinks)
      const own = emphasisOf(session, scene!, links, hovered?.target ?? walked?.target ?? null)
      const bright = (hovered ? null : walked?.bright) ?? own.bright
      canvas.emphasise({ ...own, bright, walked: walked?.target ?? null })
    }
    isEmphasised = isWanted
  }

  /**
   * What is inspected is marked in the graph with the frame after the one that shows it in the Details: they are what was
   * asked for.
   */
  const emphasiseSoon = () => afterNextFrame(() => isClosed || emphasise())

  /** A layout may have to be fetched, and is worked out beside: the frame that counts is the one that shows it. */
  const measureLaid = async () => {
    await network.settled()
    measureToFrame('focus')
    measureToFrame('layout')
  }

  let past = choices.getState()
  const stop = session.subscribe(() => {
    const present = choices.getState()
    const isSelection = present.filters !== past.filters || present.asOf !== past.asOf || present.since !== past.since
    const isDrawn =
      DRAWN_BY.some((own) => present[own] !== past[own]) ||
      isCompared(present) !== isCompared(past) ||
      !isSameMoment(columns, parseDate(past.asOf)!.last, parseDate(present.asOf)!.last) ||
      (present.asOf !== past.asOf && network.isDaily())
    const isLook = LOOKED_AT.some((own) => present[own] !== past[own])
    const isTexts = present === past
    const before = past
    past = present
    if (isSelection) noteInput('selection')
    for (const wish of ['focus', 'layout', 'view'] as const) if (present[wish] !== before[wish]) noteInput(wish)
    if (present.inspected !== before.inspected) noteInput('details')
    if (isDrawn || (isTexts && (present.filters.text !== '' || network.isDaily()))) {
      // While another view is open the graph is out of sight; it is drawn when it comes back.
      if (isInSight()) draw()
      else isStale = true
    } else if (isStale && isInSight()) draw()
    else if (present.inspected !== before.inspected) {
      if (isInSight()) emphasiseSoon()
      else isStale = true
    }
    // What is still looked for is not on the screen with this frame: then the one that shows it counts.
    if (isSelection || isTexts) {
      const { selection } = session.derive()
      if (!session.isSearching()) measureToFrame('selection', () => ({ touched: selection.touched }))
    }
    if (isLook) canvas.look(present.camera)
    if (present.focus !== before.focus || present.layout !== before.layout) void measureLaid()
  })

  let shape = shapeOf(element)
  const comeInSight = () => {
    if (!isInSight()) return
    canvas.resize()
    if (isStale) draw()
    if (shape === shapeOf(element)) return
    shape = shapeOf(element)
    drawAnew()
  }
  const sizes = new ResizeObserver(comeInSight)
  sizes.observe(element)

  const presentScene = () => {
    if (isStale) draw()
    return scene!
  }

  draw()
  canvas.look(past.camera)
  return {
    element,
    canvas,
    scene: presentScene,
    placeOf: (actor) => presentScene().nodes.find(({ id }) => id === actor) ?? null,
    setScheme: (next) => {
      if (next === scheme) return
      scheme = next
      draw()
    },
    addFlags: (next) => {
      flags = { ...flags, ...next }
      canvas.setFlags(flagAddresses(flags))
      flagListeners.forEach((listener) => listener())
    },
    flags: () => flags,
    onFlags: (listener) => listen(flagListeners, listener),
    scales: () => scales,
    onScales: (listener) => listen(scaleListeners, listener),
    layAgain: () => network.layAgain(shapeOf(element)),
    hovered: () => hovered?.view ?? null,
    onHovered: (listener) => listen(hoverListeners, listener),
    fit: () => {
      choices.setState({ camera: null })
      canvas.look(null)
    },
    comeInSight,
    walkTo: (place) => {
      walked = place
      emphasise()
      return place && canvas.reveal(place.target)
    },
    inspect: (target) => inspectTarget(session, scene!, target),
    close: () => {
      isClosed = true
      stop()
      clearTimeout(looked)
      sizes.disconnect()
      canvas.close()
    },
  }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tall where the space is clearly higher than wide: a phone held upright. */
function shapeOf(element: HTMLElement): Shape {
  return element.clientHeight > element.clientWidth * 1.05 ? 'tall' : 'wide'
}
