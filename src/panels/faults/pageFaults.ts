import type { Fault } from './faultReport.ts'

/**
 * What went wrong outside of any panel: an error that nothing caught, a promise that was rejected and not awaited, a dialog
 * that could not be shown. It is kept here until the person has read it.
 */

let faults: readonly Fault[] = []
const listeners = new Set<() => void>()
/** More of them say nothing new. */
const MOST_KEPT = 5

export function pageFaults(): readonly Fault[] {
  return faults
}

export function onPageFaults(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes down that something went wrong. */
export function addPageFault(fault: Fault): void {
  if (faults.length >= MOST_KEPT) return
  faults = [...faults, fault]
  listeners.forEach((listener) => listener())
}

export function dismissPageFaults(): void {
  faults = []
  listeners.forEach((listener) => listener())
}

/** What browsers report as errors and is none: a size that settles a frame later, a request that was given up. */
const HARMLESS = /^ResizeObserver loop|^Script error\.?$/

/** Notes whatever nothing else on this page catches. */
export function watchPage(): void {
  const note = (error: unknown) => addPageFault({ part: 'in the background', error, components: '' })
  window.addEventListener('error', ({ error, message, filename }) => {
    // Extensions of the browser run on the page too, and their faults are theirs.
    if (HARMLESS.test(message) || /^\w+-extension:/.test(filename)) return
    note(error ?? new Error(message))
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') return
    note(reason)
  })
}
