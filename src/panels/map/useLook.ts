import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { Sight } from '../../scene/fit.ts'
import type { Point } from '../../scene/layouts.ts'
import { boundsOf, chosenOf, sightOf, wholeSight, zoomed, type Size } from '../../scene/mapSight.ts'
import { onMap } from '../../scene/projection.ts'
import { LOOK_SETTLES_MS } from '../graphView.ts'
import type { Box } from '../../scene/scene.ts'
import { useChoice, useSession } from '../useSession.ts'
import type { Looking } from './gestures.ts'

const MIDDLE: Point = { x: 0, y: 0 }

/** Where the person looks on the map. */
export interface Look extends Looking {
  /** Where the person looked when it was last taken down: what is drawn is drawn for this. */
  settled: Sight
  /** What is seen where all of the map is, in map units. */
  bounds: Box
  fit: () => void
  /** What is moved as one picture. */
  moving: RefObject<SVGGElement | null>
  /** Zooms around a point in pixels from the middle of the map, or around the middle. */
  zoomBy: (factor: number, at?: Point) => void
}

/**
 * Where the person looks. While they pan and zoom, all that is drawn is moved as one picture, once a frame, so that land
 * and network cannot come apart; when they rest it is drawn anew for where they look, and that is taken down as a choice.
 */
export function useLook(size: Size): Look {
  const { choices, columns } = useSession()
  const chosen = useChoice(({ mapSight }) => mapSight)
  const whole = useMemo(
    () =>
      wholeSight(
        columns.outline.actors.flatMap(({ seat }) => (seat ? [onMap(seat)] : [])),
        size,
      ),
    [columns, size],
  )
  const bounds = useMemo(() => boundsOf(whole, size), [whole, size])
  const settled = useMemo(() => sightOf(chosen, whole), [chosen, whole])
  const moving = useRef<SVGGElement>(null)
  const live = useRef(settled)
  const frame = useRef(0)
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const move = useCallback(() => {
    const { x, y, zoom } = live.current
    const growth = zoom / settled.zoom
    const [dx, dy] = [size.width / 2 - x * zoom, size.height / 2 - y * zoom]
    moving.current?.setAttribute('transform', `translate(${dx} ${dy}) scale(${growth})`)
    // Symbols and letters keep their size.
    moving.current?.style.setProperty('--map-shrink', String(1 / growth))
  }, [settled, size])

  useLayoutEffect(() => {
    live.current = settled
    move()
  }, [settled, move])
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      clearTimeout(settling.current)
    },
    [],
  )

  const look = useCallback(
    (sight: Sight) => {
      live.current = sight
      // Pointers and wheels report more often than the screen is drawn.
      cancelAnimationFrame(frame.current)
      frame.current = requestAnimationFrame(move)
      clearTimeout(settling.current)
      settling.current = setTimeout(
        () => choices.setState({ mapSight: chosenOf(live.current, whole) }),
        LOOK_SETTLES_MS,
      )
    },
    [choices, move, whole],
  )
  const fit = useCallback(() => {
    clearTimeout(settling.current)
    live.current = whole
    move()
    choices.setState({ mapSight: null })
  }, [choices, move, whole])
  const sight = useCallback(() => live.current, [])
  return useMemo(
    () => ({
      sight,
      whole,
      size,
      look,
      settled,
      bounds,
      fit,
      moving,
      zoomBy: (factor, at = MIDDLE) => look(zoomed(live.current, factor, at, whole)),
    }),
    [sight, whole, size, look, settled, bounds, fit],
  )
}
