/** Takes the next version of the page; null while there is none. */
type Take = (() => void) | null

let present: Take = null
const listeners = new Set<() => void>()

/** Says that there is a next version. */
export function offerVersion(take: () => void): void {
  present = take
  listeners.forEach((listener) => listener())
}

/** Goes on with this one until the page is opened again. */
export function declineVersion(): void {
  present = null
  listeners.forEach((listener) => listener())
}

export function offeredVersion(): Take {
  return present
}

export function onVersion(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
