import { useEffect, useRef, type RefObject } from 'react'

/** Gives an element the focus when it appears: where what one acted on has gone, the focus must not be lost with it. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}
