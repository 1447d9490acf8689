/**
 * From a view to the Details and back, by keyboard: what is opened in a view takes the focus, and Escape gives it back to
 * where it came from.
 */

let back: (() => void) | null = null

/** So many frames the heading of what was opened may take to be there: its code may have to be fetched. */
const MOST_FRAMES = 600
/** A heading that says the same after so many frames is that of what was opened. */
const SAME_AFTER = 20

/**
 * Opens something in the Details and reads on there, as soon as it is shown.
 * @param open chooses what is shown
 * @param from gives the focus back to where it is now
 */
export function readInDetails(open: () => void, from: () => void): void {
  const before = heading()?.textContent
  back = from
  window.addEventListener('pointerdown', onPointer, { capture: true })
  open()
  const start = document.activeElement
  let frames = 0
  const arrive = () => {
    if (back !== from || hasGoneOn(start)) return
    const own = heading()
    // While what it stands in is being fetched it is hidden, and can have no focus.
    if (own?.checkVisibility() && (own.textContent !== before || frames >= SAME_AFTER)) own.focus()
    if (frames++ < MOST_FRAMES) requestAnimationFrame(arrive)
  }
  requestAnimationFrame(arrive)
}

/** Whether the person has gone elsewhere meanwhile, and is to stay there; where all is empty the focus goes to `main` by itself. */
function hasGoneOn(start: Element | null): boolean {
  const now = document.activeElement
  return now !== start && now !== document.body && now?.matches('main') !== true
}

function heading(): HTMLElement | null {
  return document.querySelector('.details-heading')
}

/** True while Escape would lead back to a view. */
export function cameFromView(): boolean {
  return back !== null
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
  window.removeEventListener('pointerdown', onPointer, { capture: true })
  return from
}
