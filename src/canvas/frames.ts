/** Calls back when the frame that is being drawn has been painted: a message comes after it, a promise before. */
export function afterThisFrame(callback: () => void): void {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    channel.port1.close()
    callback()
  }
  channel.port2.postMessage(null)
}

/** Calls back when the next frame has been painted; in a page out of sight, which paints none, without one. */
export function afterNextFrame(callback: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(callback)
  else requestAnimationFrame(() => afterThisFrame(callback))
}
