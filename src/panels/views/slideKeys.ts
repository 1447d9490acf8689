import { alongLines } from '../arrowKeys.ts'

export type SlideStep = 'next' | 'previous' | 'first' | 'last' | 'end'

const FIELDS = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range])'
/** What walks through its own parts by the arrow keys. */
const TAKES_ARROWS =
  'input, [role=grid], [role=treegrid], [role=tree], [role=listbox], [role=menu], [role=slider], [role=radiogroup], [role=tablist], [role=toolbar]'
const TAKES_SPACE = 'button, a[href], summary, label, input, [role=button], [role=option], [role=treeitem], [role=row]'
/** What Escape closes first. */
const OPENED = '[role=dialog], [role=listbox], [role=menu]'

const PAGES: Record<string, SlideStep> = { PageDown: 'next', PageUp: 'previous' }
const ARROWS: Record<string, SlideStep> = { ArrowRight: 'next', ArrowLeft: 'previous', Home: 'first', End: 'last' }

/**
 * What a key does in a briefing; `null` where it is not for it. The pages, which pointing devices of speakers send, turn
 * the slides from anywhere; arrows and the space bar only where nothing else is walked through or pressed by them.
 */
export function slideKey(event: KeyboardEvent): SlideStep | null {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const isIn = (places: string) => target instanceof Element && target.closest(places) !== null
  if (isIn(FIELDS) && key !== 'Escape') return null
  if (key in PAGES) return isIn(OPENED) ? null : PAGES[key]!
  if (key in ARROWS) return isIn(TAKES_ARROWS) ? null : ARROWS[alongLines(key)]!
  if (key === ' ' && !isIn(TAKES_SPACE)) return event.shiftKey ? 'previous' : 'next'
  return key === 'Escape' && !isIn(OPENED) ? 'end' : null
}
