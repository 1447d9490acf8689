import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { Sight } from '../../scene/fit.ts'
import type { Point } from '../../scene/layouts.ts'
import {
  boundsOf,
  chosenOf,
  firstSight,
  seatsOf,
  sightOf,
  wholeSight,
  zoomed,
  type Size,
} from '../../scene/mapSight.ts'
import { LOOK_SETTLES_MS } from '../graphView.ts'
import type { Box } from '../../scene/scene.ts'
import { useChoice, useSession } from '../useSession.ts'
import type { Looking } from './gestures.ts'

/** The painted picture is not magnified, or reduced, by more than this. */
const MOST_GROWTH = 1.6
const MIDDLE: Point = { x: 0, y: 0 }

/** Where the person looks on the map. */
export interface Look extends Looking {
  /** Where the person looked when it was last taken down: what is drawn is drawn for this. */
  settled: Sight
  /** What is seen where all of the map is, in map units. */
  bounds: Box
  fit: () => void
  /** What is drawn, moved as it was painted while one looks around. */
  picture: RefObject<SVGSVGElement | null>
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
  const { actors } = columns.outline
  const whole = useMemo(() => wholeSight(seatsOf(actors), size), [actors, size])
  const first = useMemo(
    () => firstSight(whole, seatsOf(actors.filter(({ tier }) => tier === 'core')), size),
    [whole, actors, size],
  )
  const bounds = useMemo(() => boundsOf(whole, size), [whole, size])
  const settled = useMemo(() => (chosen ? sightOf(chosen, whole) : first), [chosen, whole, first])
  const picture = useRef<SVGSVGElement>(null)
  const live = useRef(settled)
  const frame = useRef(0)
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const move = useCallback(() => {
    const { x, y, zoom } = live.current
    const [dx, dy] = [(settled.x - x) * zoom, (settled.y - y) * zoom]
    picture.current?.style.setProperty('transform', `translate(${dx}px, ${dy}px) scale(${zoom / settled.zoom})`)
  }, [settled])
  const settle = useCallback(() => {
    clearTimeout(settling.current)
    choices.setState({ mapSight: chosenOf(live.current, whole) })
  }, [choices, whole])

  useLayoutEffect(() => {
    // What was still to be moved was so from the picture before.
    cancelAnimationFrame(frame.current)
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
      const growth = sight.zoom / settled.zoom
      // Symbols and letters grow with the picture: before that shows too much it is drawn anew.
      if (growth > MOST_GROWTH || growth < 1 / MOST_GROWTH) settle()
      else settling.current = setTimeout(settle, LOOK_SETTLES_MS)
    },
    [move, settle, settled],
  )
  const fit = useCallback(() => {
    clearTimeout(settling.current)
    live.current = whole
    move()
    choices.setState({ mapSight: first === whole ? null : chosenOf(whole, whole) })
  }, [choices, move, whole, first])
  const zoomBy = useCallback(
    (factor: number, at: Point = MIDDLE) => {
      live.current = zoomed(live.current, factor, at, whole)
      settle()
    },
    [settle, whole],
  )
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
      picture,
      zoomBy,
    }),
    [sight, whole, size, look, settled, bounds, fit, zoomBy],
  )
}
