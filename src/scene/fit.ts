import type { Box } from './scene.ts'

/** The middle of what is in sight, in the scene's lengths, and pixels for one of them. */
export interface Sight {
  x: number
  y: number
  zoom: number
}

/** How far one can zoom, in pixels for one length of the scene. */
export const ZOOM = { least: 0.15, most: 6 }
/** Space between the scene and the edge of the canvas, in pixels. */
const MARGIN = 14
/** The whole scene is not drawn larger than this. */
const LARGEST_FIT = 1.6

/** Where to look so that a box fills a canvas of a width and a height in pixels. */
export function fit(box: Box, width: number, height: number): Sight {
  const zoom = Math.min(
    (width - 2 * MARGIN) / Math.max(1, box.right - box.left),
    (height - 2 * MARGIN) / Math.max(1, box.bottom - box.top),
    LARGEST_FIT,
  )
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: Math.max(ZOOM.least, zoom) }
}
