import './saySoon.css'

/** So long the words stand, in milliseconds. */
const STANDS_MS = 6000

let last: HTMLElement | null = null

/** Says what a command did where nothing on the page shows it, at the foot of the page for a short while. */
export function saySoon(words: string): void {
  last?.remove()
  const box = document.createElement('div')
  box.className = 'said'
  box.setAttribute('role', 'status')
  document.body.append(box)
  last = box
  // What is put into a place that is there already is read out; what comes with its place often is not.
  requestAnimationFrame(() => (box.textContent = words))
  setTimeout(() => box.remove(), STANDS_MS)
}
