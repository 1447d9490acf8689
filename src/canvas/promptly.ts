import type { Core } from 'cytoscape'

/** What Cytoscape's canvas renderer is told by its own loop when a frame comes round; its typings leave it out. */
interface Renderer {
  /** Whether anything is to be drawn. */
  requestedFrame?: boolean
  /** What is to be done before a drawing: style and places of what has changed are worked out, and kept pictures let go. */
  beforeRenderCallbacks: { fn: (willDraw: boolean, now: number) => void }[]
  render: () => void
}

/** The canvas that the network itself is drawn on; over it there are those of what is dragged and of boxes. */
const NETWORK_CANVAS = 'canvas[data-id="layer2-node"]'

/**
 * Makes a function that has Cytoscape draw at the end of the present task. Its own loop draws only when the next frame
 * comes round: half a frame on average goes by with nothing done, and then the frame is late by the whole of the drawing.
 * However much a task changes, it is drawn once; and what changes again before the next frame waits for Cytoscape's loop,
 * so that no frame is drawn more than twice.
 */
export function promptDrawing(cy: Core): () => void {
  let isHeld = true
  // The first drawing is Cytoscape's own: when it has been painted is told from it, see `afterDrawing`.
  cy.one('render', () => (isHeld = false))
  const draw = () => {
    if (cy.destroyed()) return
    const renderer = (cy as Core & { renderer: () => Renderer }).renderer()
    if (!renderer.requestedFrame) return
    const now = performance.now()
    for (const { fn } of renderer.beforeRenderCallbacks) fn(true, now)
    renderer.render()
    renderer.requestedFrame = false
    rasterise(cy.container()!.querySelector<HTMLCanvasElement>(NETWORK_CANVAS))
  }
  return () => {
    if (isHeld) return
    isHeld = true
    queueMicrotask(draw)
    requestAnimationFrame(() => (isHeld = false))
  }
}

/**
 * Has a browser that draws without a graphics card make pixels of what a canvas was told, which it else puts off to the
 * frame; to one with such a card it is next to nothing.
 */
function rasterise(canvas: HTMLCanvasElement | null): void {
  if (!canvas || canvas.width === 0 || canvas.height === 0) return
  void createImageBitmap(canvas, 0, 0, 1, 1).then(
    (corner) => corner.close(),
    () => undefined,
  )
}
