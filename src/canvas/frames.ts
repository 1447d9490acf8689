/** What is to be done after a frame; it is told when that frame had been painted, as `performance.now()` counts. */
export type AfterFrame = (paintedAt: number) => void

/**
 * Calls back once the frame that is being drawn has been painted: a task comes after it, a promise before. The task is an
 * urgent one where the browser has such, so that it does not wait for the frame after.
 */
export function afterThisFrame(callback: AfterFrame): void {
  const tellNow = () => callback(performance.now())
  if ('scheduler' in window) {
    void (window as { scheduler: Scheduler }).scheduler.postTask(tellNow, { priority: 'user-blocking' })
    return
  }
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    channel.port1.close()
    tellNow()
  }
  channel.port2.postMessage(null)
}

/** The part of the Prioritized Task Scheduling API that is used here; not every browser has it. */
interface Scheduler {
  postTask: (callback: () => void, options: { priority: 'user-blocking' }) => Promise<unknown>
}

let waiting: AfterFrame[] = []

/**
 * Calls back when the next frame has been painted; in a page out of sight, which paints none, without one. All that wait
 * for one frame are told the same time, so that none takes the work of those before it for a part of the frame.
 */
export function afterNextFrame(callback: AfterFrame): void {
  if (waiting.push(callback) > 1) return
  if (document.visibilityState === 'hidden') setTimeout(() => tell(takeWaiting(), performance.now()))
  else {
    requestAnimationFrame(() => {
      const told = takeWaiting()
      afterThisFrame((paintedAt) => tell(told, paintedAt))
    })
  }
}

function takeWaiting(): AfterFrame[] {
  const taken = waiting
  waiting = []
  return taken
}

/** Tells all of them, whatever befalls one. */
function tell(told: readonly AfterFrame[], paintedAt: number): void {
  for (const callback of told) {
    try {
      callback(paintedAt)
    } catch (fault) {
      reportError(fault)
    }
  }
}
