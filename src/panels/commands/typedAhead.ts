/**
 * What is typed between asking for the search and its field being there: the first time it has to be fetched. Nothing of it
 * is lost; it stands in the field once that has the focus.
 */

let typed: string | null = null

/** The search was asked for: what is typed from now on is meant for it. */
export function expectTyping(): void {
  typed ??= ''
}

/** Takes what a key writes, where the field is still awaited. @returns whether the key was taken */
export function takeKey(event: KeyboardEvent): boolean {
  if (typed === null) return false
  const { key, ctrlKey, metaKey, altKey } = event
  if (key === 'Escape' || key === 'Tab') {
    typed = null
    return false
  }
  if (ctrlKey || metaKey || (altKey && !event.getModifierState('AltGraph'))) return false
  if (key === 'Backspace') typed = typed.slice(0, -1)
  else if ([...key].length === 1) typed += key
  else return false
  event.preventDefault()
  return true
}

/** What was typed meanwhile; from now on the field has the keys. */
export function takeTyped(): string {
  const words = typed ?? ''
  typed = null
  return words
}
