import { useEffect, useRef, type RefObject } from 'react'
import { DAYS_A_YEAR, isoDate, parseDate } from '../../model/dates.ts'
import { asOfAt, moveSpan, placeOf, zoomSpan, type Span, type TimeScale } from '../../scene/timeScale.ts'
import { asOfRange } from '../../network/columns.ts'
import { isPermitted } from '../../state/edition.ts'
import type { Session } from '../../state/session.ts'

/** What the pointer works on: the present state of the Timeline. */
export interface Pointing {
  session: Session
  scale: TimeScale
  /** Where the axis begins, in pixels from the left edge of the list. */
  left: number
  inSight: Span
  whole: Span
  /** Moves what is in sight by so many days while a drag lasts; 0 at its end. */
  onMove: (days: number) => void
}

/** So far a pointer moves before a press becomes a drag. */
const SLACK = 4
/** So much turning of the wheel is one step: of zoom, or of a year. */
const WHEEL_STEP = 50
const WHEEL_ZOOM = 1.25

/**
 * Lets the pointer set the as-of date (drag its line, press or drag on the axis), move along in time (drag sideways,
 * Shift and wheel) and zoom (Ctrl or Command and wheel, around the pointer), each where the reader may.
 */
export function usePointing(list: RefObject<HTMLElement | null>, pointing: Pointing): void {
  const present = useRef(pointing)
  useEffect(() => {
    present.current = pointing
  })
  useEffect(() => {
    const element = list.current
    return element ? follow(element, () => present.current) : undefined
  }, [list])
}

function follow(list: HTMLElement, present: () => Pointing): () => void {
  const placeIn = (clientX: number) => clientX - list.getBoundingClientRect().left - present().left
  let drag: { kind: 'as-of' | 'time'; pointer: number; from: number; offset: number; begun: boolean } | null = null
  let frame = 0
  let turned = 0

  const setAsOf = (clientX: number) => {
    // Pointers report more often than the screen is drawn.
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const { session, scale } = present()
      const asOf = isoDate(asOfAt(scale, placeIn(clientX), asOfRange(session.columns)))
      if (asOf !== session.choices.getState().asOf) session.choices.setState({ asOf })
    })
  }

  const daysMoved = (clientX: number) => {
    const { scale } = present()
    return Math.round(((drag!.from - clientX) / scale.width) * (scale.to - scale.from))
  }

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const isGrip = event.target.closest('.timeline-grip') !== null
    const { edition } = present().session
    if (isGrip || event.target.closest('.timeline-axis-plot')) {
      if (!isPermitted(edition, 'asof')) return
      event.preventDefault()
      drag = { kind: 'as-of', pointer: event.pointerId, from: event.clientX, offset: 0, begun: !isGrip }
      list.setPointerCapture(event.pointerId)
      list.dataset.dragging = 'as-of'
      if (isGrip) {
        // The line keeps its distance from the pointer that took hold of it.
        const { scale, session } = present()
        const asOf = parseDate(session.choices.getState().asOf)!.last
        drag.offset = placeOf(scale, asOf) - placeIn(event.clientX)
      } else setAsOf(event.clientX)
      return
    }
    if (!isPermitted(edition, 'views')) return
    const { inSight, whole } = present()
    if (inSight[1] - inSight[0] === whole[1] - whole[0]) return
    drag = { kind: 'time', pointer: event.pointerId, from: event.clientX, offset: 0, begun: false }
  }

  const onPointerMove = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return
    if (!drag.begun) {
      if (Math.abs(event.clientX - drag.from) < SLACK) return
      drag.begun = true
      list.setPointerCapture(event.pointerId)
      list.dataset.dragging = drag.kind
    }
    if (drag.kind === 'as-of') setAsOf(event.clientX + drag.offset)
    else present().onMove(daysMoved(event.clientX))
  }

  const onUp = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return
    if (drag.kind === 'time' && drag.begun) {
      const { session, inSight, whole, onMove } = present()
      const years = Math.round(daysMoved(event.clientX) / DAYS_A_YEAR)
      onMove(0)
      if (event.type === 'pointerup') session.choices.setState({ span: moveSpan(inSight, whole, years) })
    }
    drag = null
    delete list.dataset.dragging
  }

  const onWheel = (event: WheelEvent) => {
    const isZoom = event.ctrlKey || event.metaKey
    if ((!isZoom && !event.shiftKey) || !isPermitted(present().session.edition, 'views')) return
    event.preventDefault()
    turned += event.deltaY || event.deltaX
    if (Math.abs(turned) < WHEEL_STEP) return
    const forth = turned > 0
    turned = 0
    const { session, scale, inSight, whole } = present()
    const around = Math.min(1, Math.max(0, placeIn(event.clientX) / scale.width))
    const span = isZoom
      ? zoomSpan(inSight, whole, forth ? 1 / WHEEL_ZOOM : WHEEL_ZOOM, around)
      : moveSpan(inSight, whole, forth ? 1 : -1)
    const isWhole = span !== null && span[0] === whole[0] && span[1] === whole[1]
    session.choices.setState({ span: isWhole ? null : span })
  }

  list.addEventListener('pointerdown', onDown)
  list.addEventListener('pointermove', onPointerMove)
  list.addEventListener('pointerup', onUp)
  list.addEventListener('pointercancel', onUp)
  list.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    cancelAnimationFrame(frame)
    list.removeEventListener('pointerdown', onDown)
    list.removeEventListener('pointermove', onPointerMove)
    list.removeEventListener('pointerup', onUp)
    list.removeEventListener('pointercancel', onUp)
    list.removeEventListener('wheel', onWheel)
  }
}
