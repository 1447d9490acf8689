/**
 * From a view to the Details and back, by keyboard: what is opened in a view takes the focus, and Escape gives it back to
 * where it came from.
 */

let back: (() => void) | null = null
let isAwaited = false

/**
 * Opens something in the Details and reads on there.
 * @param open chooses what is shown
 * @param from gives the focus back to where it is now
 */
export function readInDetails(open: () => void, from: () => void): void {
  const heading = () => document.querySelector<HTMLElement>('.details-heading')
  const before = heading()?.textContent
  back = from
  isAwaited = true
  window.addEventListener('pointerdown', onPointer, { capture: true })
  open()
  // What is shown already is not drawn again, and no heading takes the focus by itself.
  requestAnimationFrame(() => {
    if (isAwaited && heading()?.textContent === before) heading()?.focus()
    if (document.activeElement === heading()) isAwaited = false
  })
}

/** True once after {@link readInDetails}: the next heading is to take the focus. */
export function takesArrival(): boolean {
  const wanted = isAwaited
  isAwaited = false
  return wanted
}

/** Gives the focus back to where it came from. @returns whether it went there */
export function goBackToView(): boolean {
  const from = forget()
  from?.()
  return from !== null && !document.activeElement?.closest('.details')
}

/** Who takes the pointer to another part of the page is led back no more. */
function onPointer({ target }: Event): void {
  if (!(target instanceof Element && target.closest('.details'))) forget()
}

function forget(): (() => void) | null {
  const from = back
  back = null
  isAwaited = false
  window.removeEventListener('pointerdown', onPointer, { capture: true })
  return from
}
