import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react'

/** So long a finger rests before it points, in milliseconds, as on the canvas of the Network. */
const HOLD_MS = 500
/** A finger that moves by more than so many pixels does not rest. */
const SLOP = 8

/** A finger that rests on something points at it, as a mouse does that is above it; the tap that ends it is none. */
export interface Hold {
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: () => void
  onPointerCancel: () => void
  onClickCapture: (event: MouseEvent) => void
}

/**
 * @param onHold told of what a finger rests on, and where on the page
 * @param onTouch told that a finger has come down
 */
export function useHold(
  onHold: (target: EventTarget, at: { clientX: number; clientY: number }) => void,
  onTouch: () => void,
): Hold {
  const resting = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const isHeld = useRef(false)
  const lift = () => {
    if (resting.current) clearTimeout(resting.current.timer)
    resting.current = null
  }
  useEffect(() => () => clearTimeout(resting.current?.timer), [])
  return {
    onPointerDown: ({ pointerType, isPrimary, target, clientX, clientY }) => {
      lift()
      isHeld.current = false
      if (pointerType !== 'touch') return
      onTouch()
      // A second finger pinches.
      if (!isPrimary) return
      const timer = setTimeout(() => {
        isHeld.current = true
        onHold(target, { clientX, clientY })
      }, HOLD_MS)
      resting.current = { timer, x: clientX, y: clientY }
    },
    onPointerMove: ({ clientX, clientY }) => {
      const from = resting.current
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > SLOP) lift()
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onClickCapture: (event) => {
      if (isHeld.current) event.stopPropagation()
      isHeld.current = false
    },
  }
}
