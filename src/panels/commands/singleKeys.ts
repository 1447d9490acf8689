const KEY = 'dyad:single-keys'

/** Where the browser keeps nothing, the wish holds until the page is left. */
let wish: boolean | null = null

/** Whether shortcuts of a single sign work: speech input and unsteady hands may set them off unmeant (WCAG 2.1.4). */
export function hasSingleKeys(): boolean {
  if (wish !== null) return wish
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Turns them on or off, in this browser. */
export function setSingleKeys(isOn: boolean): void {
  wish = isOn
  try {
    if (isOn) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // The wish holds all the same.
  }
}
