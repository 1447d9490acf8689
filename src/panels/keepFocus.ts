import { afterNextFrame } from '../canvas/frames.ts'

/**
 * Where what has the focus goes away, or can do nothing any more, browsers put the focus nowhere: who goes by keyboard would
 * begin at the top of the page, and who listens would be told nothing. Here it goes to what stood beside it.
 */

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'
/** So many of those before and after are remembered. */
const BESIDE = 4

/** What has the focus, or had it last, and what stands beside it, the next best first. */
let last: { element: HTMLElement; beside: HTMLElement[] } | null = null

/** Watches over the focus for as long as the page is open. @returns what ends that */
export function keepFocus(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    last = { element: target, beside: [] }
    const own = last
    // Not while what was pressed is being answered.
    afterNextFrame(() => {
      if (own.element.isConnected) own.beside = besideOf(own.element)
    })
  }
  const checkSoon = () => afterNextFrame(() => afterNextFrame(check))
  document.addEventListener('focusin', onFocus)
  window.addEventListener('keydown', checkNow, { capture: true })
  window.addEventListener('keyup', checkSoon)
  window.addEventListener('click', checkSoon)
  return () => {
    document.removeEventListener('focusin', onFocus)
    window.removeEventListener('keydown', checkNow, { capture: true })
    window.removeEventListener('keyup', checkSoon)
    window.removeEventListener('click', checkSoon)
  }
}

/** What went away after a while is noticed with the next key, before that does anything. */
function checkNow({ key }: KeyboardEvent): void {
  if (key === 'Tab') check()
}

function check(): void {
  if (!last || (document.activeElement !== document.body && document.activeElement !== null)) return
  const { element, beside } = last
  // Let go of by a click on empty ground it is still there: that is meant.
  if (element.isConnected && !isUnable(element)) return
  last = null
  const next = beside.find((own) => own.isConnected && !isUnable(own) && own.checkVisibility())
  const way = next ?? document.querySelector<HTMLElement>('main')
  way?.focus({ preventScroll: next === undefined })
}

function isUnable(element: HTMLElement): boolean {
  return element.matches(':disabled, [aria-disabled=true], [inert], [inert] *') || !element.checkVisibility()
}

/** What can have the focus beside an element, in the same part of the page; nearer ones first, what follows before what precedes. */
function besideOf(element: HTMLElement): HTMLElement[] {
  const part = element.closest('[role=dialog], section, nav, header, main, fieldset') ?? document.body
  const all = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const at = all.indexOf(element)
  if (at < 0) return []
  const near: HTMLElement[] = []
  for (let i = 1; i <= BESIDE; i++) {
    const [following, preceding] = [all[at + i], all[at - i]]
    if (following) near.push(following)
    if (preceding) near.push(preceding)
  }
  return near
}
