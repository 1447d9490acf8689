import { useEffect, useRef, type RefObject } from 'react'
import type { Sight } from '../../scene/fit.ts'
import type { Point } from '../../scene/layouts.ts'
import { moved, zoomed, type Size } from '../../scene/mapSight.ts'

/** What the gestures on the map work on: its present state. */
export interface Looking {
  sight: () => Sight
  whole: Sight
  size: Size
  look: (sight: Sight) => void
}

/** So far a pointer moves before a press becomes a drag, in pixels. */
const SLACK = 4
/** So many pixels of turning the wheel double the zoom; a line or a page of it is so many pixels. */
const WHEEL_DOUBLING = 260
const WHEEL_LINE = 16
const WHEEL_PAGE = 400

/** Lets the pointer pan (drag), zoom (wheel) and do both (two fingers), unless all is to stand still. */
export function useGestures(place: RefObject<HTMLElement | null>, looking: Looking, isStill: boolean): void {
  const present = useRef(looking)
  useEffect(() => {
    present.current = looking
  })
  useEffect(() => {
    const element = place.current
    return element && !isStill ? follow(element, () => present.current) : undefined
  }, [place, isStill])
}

function follow(element: HTMLElement, present: () => Looking): () => void {
  /** Where each finger, or the mouse, was last. */
  const pointers = new Map<number, Point>()
  let isDragging = false
  let pressed: Point = { x: 0, y: 0 }

  const fromMiddle = ({ x, y }: Point): Point => {
    const { left, top } = element.getBoundingClientRect()
    const { size } = present()
    return { x: x - left - size.width / 2, y: y - top - size.height / 2 }
  }

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || pointers.size === 2) return
    if (pointers.size === 0) {
      isDragging = false
      pressed = { x: event.clientX, y: event.clientY }
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }

  const onMove = (event: PointerEvent) => {
    const last = pointers.get(event.pointerId)
    if (!last) return
    const next = { x: event.clientX, y: event.clientY }
    if (!isDragging) {
      if (pointers.size === 1 && Math.hypot(next.x - pressed.x, next.y - pressed.y) < SLACK) return
      isDragging = true
      element.dataset.dragging = ''
      for (const id of pointers.keys()) element.setPointerCapture(id)
    }
    pointers.set(event.pointerId, next)
    const { sight, whole, look } = present()
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    if (!other) look(moved(sight(), next.x - last.x, next.y - last.y, whole))
    else {
      const middle = (one: Point) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
      const span = (one: Point) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y))
      const [from, to] = [middle(last), middle(next)]
      look(zoomed(moved(sight(), to.x - from.x, to.y - from.y, whole), span(next) / span(last), fromMiddle(to), whole))
    }
  }

  const onUp = (event: PointerEvent) => {
    pointers.delete(event.pointerId)
    if (pointers.size === 0) delete element.dataset.dragging
  }

  // The click that ends a drag is none.
  const onClick = (event: MouseEvent) => {
    if (!isDragging) return
    isDragging = false
    event.stopPropagation()
    event.preventDefault()
  }

  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const { sight, whole, look } = present()
    const unit = [1, WHEEL_LINE, WHEEL_PAGE][event.deltaMode] ?? 1
    // Two fingers on a touchpad that spread are told as a wheel with Ctrl, in smaller steps.
    const turned = event.deltaY * unit * (event.ctrlKey ? 4 : 1)
    const at = fromMiddle({ x: event.clientX, y: event.clientY })
    look(zoomed(sight(), 2 ** (-turned / WHEEL_DOUBLING), at, whole))
  }

  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  element.addEventListener('pointerup', onUp)
  element.addEventListener('pointercancel', onUp)
  element.addEventListener('click', onClick, { capture: true })
  element.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('pointerup', onUp)
    element.removeEventListener('pointercancel', onUp)
    element.removeEventListener('click', onClick, { capture: true })
    element.removeEventListener('wheel', onWheel)
  }
}
