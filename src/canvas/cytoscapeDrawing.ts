import type { Core } from 'cytoscape'
import { promptly, rasterise } from './promptly.ts'

/** What Cytoscape's canvas renderer is told by its own loop when a frame comes round; its typings leave it out. */
interface Renderer {
  /** Whether anything is to be drawn. */
  requestedFrame?: boolean
  /** What is to be done before a drawing: style and places of what has changed are worked out, and kept pictures let go. */
  beforeRenderCallbacks: { fn: (willDraw: boolean, now: number) => void }[]
  render: () => void
  /** Has it find anew where in the page it stands, which it keeps in mind to know what the pointer is on. */
  invalidateContainerClientCoordsCache: () => void
}

const rendererOf = (cy: Core) => (cy as Core & { renderer: () => Renderer }).renderer()

/** The canvas that the actors are drawn on; over it there are those of what is dragged and of boxes. */
const ACTORS_CANVAS = 'canvas[data-id="layer2-node"]'

/** Makes a function that has Cytoscape draw at the end of the present task, where anything is to be drawn. */
export function drawingOf(cy: Core): () => void {
  let isReady = false
  // The first drawing is Cytoscape's own: when it has been painted is told from it, see `afterDrawing`.
  cy.one('render', () => (isReady = true))
  const drawing = promptly(() => {
    if (cy.destroyed()) return
    const renderer = rendererOf(cy)
    if (!renderer.requestedFrame) return
    const now = performance.now()
    for (const { fn } of renderer.beforeRenderCallbacks) fn(true, now)
    renderer.render()
    renderer.requestedFrame = false
    rasterise(cy.container()!.querySelector<HTMLCanvasElement>(ACTORS_CANVAS))
  })
  return () => {
    if (isReady) drawing.soon()
  }
}

/** To be called when the page may have moved what Cytoscape draws in. */
export function findPlaceAnew(cy: Core): void {
  rendererOf(cy).invalidateContainerClientCoordsCache()
}
