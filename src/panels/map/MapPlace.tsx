import { t } from '../../language/messages.ts'
import {
  useCallback,
  useMemo,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react'
import type { Target } from '../../canvas/emphasis.ts'
import type { Point } from '../../scene/layouts.ts'
import { ARROWS, nearestAhead } from '../../scene/mapPlaces.ts'
import { moved } from '../../scene/mapSight.ts'
import { linksBetween, tiesInWords } from '../../network/neighbours.ts'
import { readInDetails } from '../details/arrival.ts'
import { useActorName } from '../details/Inspecting.tsx'
import { emphasisOf, focusOn, inspectTarget, wordsOf } from '../pointedAt.ts'
import { Tooltip } from '../Tooltip.tsx'
import { useChoice, useDerived, useMay, useSession } from '../useSession.ts'
import { ZOOM_STEP } from '../ZoomButtons.tsx'
import { Actors } from './Actors.tsx'
import { useGestures } from './gestures.ts'
import { Ground } from './Ground.tsx'
import { Links } from './Links.tsx'
import { MemberLines, membershipInWords } from './MemberLines.tsx'
import type { Drawing } from './useDrawing.ts'
import { useHold } from './useHold.ts'
import type { Look } from './useLook.ts'

/** So many pixels an arrow key pans by. */
const PAN_STEP = 70
/** How many times larger a double click on empty ground shows it. */
const CLICK_ZOOM = 2
/** What one tabs to is panned into sight, so far from the edges at least. */
const IN_SIGHT = 24

interface MapPlaceProps {
  /** The element that the map fills. */
  place: RefObject<HTMLDivElement | null>
  look: Look
  drawing: Drawing
  land: string
  /** Addresses of flags by name. */
  flags: Readonly<Record<string, string>>
}

/** Something pointed at: an actor or a link, or a membership, which is neither. */
interface Pointed {
  target: Target | null
  membership: number | null
  at: Point
}

/** The map itself. It is panned and zoomed by pointer and by key, and its actors are buttons. */
export function MapPlace({ place, look, drawing: { ground, scene, members }, land, flags }: MapPlaceProps) {
  const session = useSession()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const nameOf = useActorName()
  const inspected = useChoice((choices) => choices.inspected)
  const focus = useChoice((choices) => choices.focus)
  const [isStill, hasDetails] = [!useMay('views'), useMay('details')]
  const { sentence, links } = useDerived()
  const target = pointed?.target ?? null
  const emphasis = useMemo(
    () => emphasisOf(session, scene, links, target),
    // What is inspected is asked of the session.
    // oxlint-disable-next-line react/exhaustive-deps
    [session, scene, target, inspected, links],
  )
  useGestures(place, look, isStill)

  const point = (
    own: Target | null,
    membership: number | null,
    { clientX, clientY }: { clientX: number; clientY: number },
  ) => {
    const { left, top } = place.current!.getBoundingClientRect()
    setPointed({ target: own, membership, at: { x: clientX - left, y: clientY - top } })
  }
  const pointAt = (element: EventTarget, at: { clientX: number; clientY: number }) => {
    const own = targetAt(element)
    const membership = (element as Element).closest('[data-member]')?.getAttribute('data-member')
    if (own || membership) point(own, membership ? Number(membership) : null, at)
    else setPointed(null)
  }
  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || place.current!.dataset.dragging !== undefined) return
    pointAt(event.target, event)
  }
  const hold = useHold(pointAt, () => setPointed(null))
  const onClick = (event: MouseEvent) => inspectTarget(session, scene, targetAt(event.target))
  const onDoubleClick = (event: MouseEvent) => {
    if (isStill) return
    const own = targetAt(event.target)
    if (own?.kind === 'actor') focusOn(session, own.id)
    else if (!own) {
      const { left, top } = place.current!.getBoundingClientRect()
      look.zoomBy(CLICK_ZOOM, {
        x: event.clientX - left - look.size.width / 2,
        y: event.clientY - top - look.size.height / 2,
      })
    }
  }

  const current = useRoving(ground.nodes.map(({ id }) => id))
  const onActorKey = useCallback(
    (event: KeyboardEvent, id: string) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        const symbol = () => place.current?.querySelector<SVGGElement>(`[data-actor="${id}"]`)
        const show = () => inspectTarget(session, scene, { kind: 'actor', id })
        if (hasDetails) readInDetails(show, () => symbol()?.focus())
        else show()
        return
      }
      const arrow = ARROWS[event.key]
      if (!arrow) return
      event.preventDefault()
      event.stopPropagation()
      const next = nearestAhead(
        ground.nodes,
        ground.nodes.findIndex((node) => node.id === id),
        arrow,
      )
      if (next !== null) place.current!.querySelector<SVGGElement>(`[data-actor="${ground.nodes[next]!.id}"]`)?.focus()
    },
    [session, scene, ground, place, hasDetails],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (isStill || event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = ARROWS[event.key]
    if (event.key === '+' || event.key === '=') look.zoomBy(ZOOM_STEP)
    else if (event.key === '-') look.zoomBy(1 / ZOOM_STEP)
    else if (event.key === '0') look.fit()
    else if (arrow) look.look(moved(look.sight(), -arrow.x * PAN_STEP, -arrow.y * PAN_STEP, look.whole))
    else return
    event.preventDefault()
  }
  /** Says of the actor that has the focus what it has with the one in the middle; of all of them it would cost too much. */
  const describe = (element: Element, id: string) => {
    const between = linksBetween(links, id, focus)
    if (between.length === 0) element.removeAttribute('aria-description')
    else element.setAttribute('aria-description', tiesInWords(session.columns, between, nameOf(focus)))
  }
  const onFocus = (event: FocusEvent) => {
    const own = targetAt(event.target)
    if (!own) return
    current.set(own.id)
    // What a click brought here is under the pointer anyway.
    if (!event.target.matches(':focus-visible')) return
    describe(event.target, own.id)
    const node = ground.nodes.find(({ id }) => id === own.id)!
    const at = broughtIntoSight(node, ground.zoom, look, isStill)
    setPointed({ target: own, membership: null, at })
  }

  const words = pointed && (pointed.target ? wordsOf(scene, pointed.target) : memberWords(pointed.membership))
  function memberWords(membership: number | null): string {
    const line = membership === null ? undefined : members.lines[membership]
    return line ? membershipInWords(line.membership, nameOf) : ''
  }
  return (
    <>
      {/* One stop for moving the map itself, one for the actors in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={place}
        className="map-place"
        role="group"
        data-still={isStill || undefined}
        aria-label={[
          t('Map. {sentence}.', { sentence }),
          ...(isStill ? [] : [t('Arrow keys move it, plus and minus zoom.')]),
          ...(hasDetails ? [t('Its ties can be read in the Details.')] : []),
        ].join(' ')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={isStill ? undefined : 0}
        onKeyDown={onKeyDown}
        onPointerOver={onPointerOver}
        onPointerLeave={(event) => {
          // What a finger had rested on is read once it is lifted.
          if (event.pointerType !== 'touch') setPointed(null)
        }}
        {...hold}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={onFocus}
        onBlur={() => setPointed(null)}
      >
        {look.size.width > 0 && (
          <svg ref={look.picture} width={2 * look.size.width} height={2 * look.size.height}>
            <g transform={inTheMiddle(look)}>
              <Ground land={land} zoom={ground.zoom} />
              <MemberLines members={members} />
              <Links scene={scene} emphasis={emphasis} />
              <Actors
                scene={scene}
                ground={ground}
                flags={flags}
                emphasis={emphasis}
                current={current.id}
                onKey={onActorKey}
              />
            </g>
          </svg>
        )}
      </div>
      {pointed && words && <Tooltip hovered={{ words, ...pointed.at }} width={look.size.width} />}
    </>
  )
}

/** Of several things that the arrow keys lead through, the one that Tab comes to: the first, then the last one focused. */
function useRoving(ids: readonly string[]) {
  const [chosen, set] = useState<string | null>(null)
  return { id: chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? ''), set }
}

/** The actor or link at a place of the page; `null` for empty ground. */
function targetAt(element: EventTarget): Target | null {
  if (!(element instanceof Element)) return null
  const own = element.closest('[data-actor], [data-link]')
  const actor = own?.getAttribute('data-actor')
  if (actor) return { kind: 'actor', id: actor }
  const link = own?.getAttribute('data-link')
  return link ? { kind: 'link', id: link } : null
}

/** Half a screen is drawn beyond each edge, so that one can pan before anything has to be drawn anew. */
function inTheMiddle({ settled: { x, y, zoom }, size: { width, height } }: Look): string {
  return `translate(${width - x * zoom} ${height - y * zoom})`
}

/** Pans so that a point of the drawing is in sight, unless the map stands still. @returns where on the screen it then is, in pixels */
function broughtIntoSight({ x, y }: Point, zoom: number, { sight, size, whole, look }: Look, isStill: boolean): Point {
  const now = sight()
  const at = {
    x: size.width / 2 + (x / zoom - now.x) * now.zoom,
    y: size.height / 2 + (y / zoom - now.y) * now.zoom,
  }
  if (isStill) return at
  const kept = {
    x: Math.min(size.width - IN_SIGHT, Math.max(IN_SIGHT, at.x)),
    y: Math.min(size.height - IN_SIGHT, Math.max(IN_SIGHT, at.y)),
  }
  if (kept.x !== at.x || kept.y !== at.y) look(moved(now, kept.x - at.x, kept.y - at.y, whole))
  return kept
}
