/** When something is drawn. */
export interface Drawing {
  /**
   * At the end of the present task, so that with the next frame it is there: a loop that draws when the frame comes round does
   * nothing for half a frame on average, and then makes the frame late by the whole of the drawing.
   */
  soon: () => void
  /** With the next frame, however much changes until then. */
  withFrame: () => void
}

/**
 * Has something drawn once in a task, and what changes again before the next frame drawn with that: so no frame is drawn more
 * than twice.
 */
export function promptly(draw: () => void): Drawing {
  let isDue = false
  let isFrameAsked = false
  const drawIfDue = () => {
    if (!isDue) return
    isDue = false
    draw()
  }
  const askForFrame = () => {
    if (isFrameAsked) return
    isFrameAsked = true
    requestAnimationFrame(() => {
      isFrameAsked = false
      drawIfDue()
    })
  }
  return {
    soon: () => {
      isDue = true
      if (isFrameAsked) return
      askForFrame()
      queueMicrotask(drawIfDue)
    },
    withFrame: () => {
      isDue = true
      askForFrame()
    },
  }
}

/**
 * Has a browser that draws without a graphics card make pixels of what a canvas was told, which it else puts off to the
 * frame; to one with such a card it is next to nothing.
 */
export function rasterise(canvas: HTMLCanvasElement | null): void {
  if (!canvas || canvas.width === 0 || canvas.height === 0) return
  void createImageBitmap(canvas, 0, 0, 1, 1).then(
    (corner) => corner.close(),
    () => undefined,
  )
}
