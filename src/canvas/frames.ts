/**
 * Calls back once the frame that is being drawn has been painted: a task comes after it, a promise before. The task is an
 * urgent one where the browser has such, so that it does not wait for the frame after.
 */
export function afterThisFrame(callback: () => void): void {
  if ('scheduler' in window) {
    void (window as { scheduler: Scheduler }).scheduler.postTask(callback, { priority: 'user-blocking' })
    return
  }
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    channel.port1.close()
    callback()
  }
  channel.port2.postMessage(null)
}

/** The part of the Prioritized Task Scheduling API that is used here; not every browser has it. */
interface Scheduler {
  postTask: (callback: () => void, options: { priority: 'user-blocking' }) => Promise<unknown>
}

/** Calls back when the next frame has been painted; in a page out of sight, which paints none, without one. */
export function afterNextFrame(callback: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(callback)
  else requestAnimationFrame(() => afterThisFrame(callback))
}
