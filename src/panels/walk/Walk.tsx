import { msg, t, type Message } from '../../language/messages.ts'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { linksBetween, tiesInWords } from '../../network/neighbours.ts'
import {
  linksAlong,
  neighboursOf,
  placeIn,
  standingWalk,
  stepped,
  walkFrom,
  type Step,
  type Stop,
} from '../../scene/walk.ts'
import type { Point } from '../../scene/layouts.ts'
import { readInDetails } from '../details/arrival.ts'
import { useActorName } from '../details/Inspecting.tsx'
import type { GraphView, Walked } from '../graphView.ts'
import { wordsOf } from '../pointedAt.ts'
import { Tooltip } from '../Tooltip.tsx'
import { useChoiceLater, useDerived, useMay, useSession } from '../useSession.ts'
import { ZOOM_STEP } from '../ZoomButtons.tsx'
import './walk.css'

const STEPS: Record<string, Step> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'on',
  ArrowUp: 'back',
  Escape: 'back',
  Home: 'first',
  End: 'last',
  PageDown: 'nextLink',
  PageUp: 'previousLink',
}

/**
 * The graph by keyboard: one stop of Tab, and from there along the links. The canvas draws the ring; here are the stops
 * themselves, each an element of its own, so that what one comes to is told as anything is that takes the focus.
 */
export function Walk({ view }: { view: GraphView }) {
  const session = useSession()
  const focus = useChoiceLater((choices) => choices.focus)
  const hasDetails = useMay('details')
  // What is drawn follows from these; what it is, is asked of the view.
  useDerived()
  const [walked, setWalked] = useState(() => walkFrom(focus))
  const [isHere, setHere] = useState(false)
  const [place, setPlace] = useState<Point | null>(null)
  const [said, setSaid] = useState('')
  const [round, setRound] = useState(0)
  const stops = useRef<HTMLDivElement>(null)
  const scene = view.scene()
  const start = scene.nodes.some(({ id }) => id === focus) ? focus : (scene.nodes[0]?.id ?? focus)
  const walk = standingWalk(scene, walked, start)
  const here = placeIn(walk)
  const words = useStopWords(view, here)

  // Where it was left one comes in again, unless another actor was put in the middle since.
  const middle = useRef(focus)
  useEffect(() => {
    if (middle.current === focus) return
    middle.current = focus
    setWalked(walkFrom(focus))
  }, [focus])

  useLayoutEffect(() => {
    if (isHere) view.walkTo(walkedOf(view, here))
  }, [view, isHere, here])
  useEffect(() => () => void view.walkTo(null), [view])
  useLayoutEffect(() => {
    // A new stop has the focus at once: the old one is not there any more.
    if (round > 0) focusStop(stops.current)
  }, [round])

  const stand = () => {
    const at = view.walkTo(walkedOf(view, here))
    if (at) stops.current?.style.setProperty('translate', `${at.x}px ${at.y}px`)
    setPlace(at)
    setHere(true)
  }
  const go = (step: Step) => {
    const next = stepped(scene, walk, step)
    if (next === walk) {
      // The same words again would not be told again.
      const nothing = t(NOTHING[step])
      setSaid((last) => (last === nothing ? `${nothing} ` : nothing))
      return
    }
    setSaid('')
    setWalked(next)
    setRound(round + 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const step = STEPS[key]
    if (step) {
      // From where it began, Escape leads on to what it does anywhere on the page.
      if (key === 'Escape' && walk.length === 1) return
      go(step)
    } else if (key === 'Enter' || key === ' ') {
      const own = stops.current
      if (hasDetails)
        readInDetails(
          () => inspectStop(session, view, here),
          () => focusStop(own),
        )
    } else if (key === '+' || key === '=') view.canvas.zoomBy(ZOOM_STEP)
    else if (key === '-') view.canvas.zoomBy(1 / ZOOM_STEP)
    else if (key === '0') view.fit()
    else return
    event.preventDefault()
    if (!step && key !== 'Enter' && key !== ' ') stand()
  }

  return (
    <div className="walk" role="application" aria-label={t('Walk along the ties')} aria-describedby="walk-keys">
      <span id="walk-keys" className="visually-hidden">
        {t(
          'Right and left arrow: round the neighbours. Down: on to the neighbours of this one. Up or Escape: back. Page down and up: the ties to it one by one.',
        )}{' '}
        {hasDetails && t('Enter: read it in the Details.')}
      </span>
      <div ref={stops} className="walk-place">
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- it has a tabIndex */}
        <div
          key={round}
          className="walk-stop"
          role="button"
          tabIndex={0}
          aria-label={words}
          onKeyDown={onKeyDown}
          onFocus={stand}
          onBlur={() => {
            setHere(false)
            view.walkTo(null)
          }}
        />
      </div>
      {isHere && place && <Tooltip hovered={{ words, ...place }} width={view.element.clientWidth} />}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}

/** What is told where a step leads nowhere. */
const NOTHING: Record<Step, Message> = {
  next: msg('It has no ties here.'),
  previous: msg('It has no ties here.'),
  first: msg('It has no ties here.'),
  last: msg('It has no ties here.'),
  on: msg('It has no other neighbours here.'),
  back: msg('Here the walk began.'),
  nextLink: msg('Choose a neighbour first.'),
  previousLink: msg('Choose a neighbour first.'),
}

function focusStop(stops: HTMLElement | null): void {
  stops?.querySelector<HTMLElement>('.walk-stop')?.focus({ preventScroll: true })
}

function walkedOf(view: GraphView, stop: Stop): Walked {
  if (stop.from === null) return { target: { kind: 'actor', id: stop.actor }, bright: null }
  const along = linksAlong(view.scene(), stop).filter(({ id }) => stop.link === null || id === stop.link)
  return {
    target: stop.link === null ? { kind: 'actor', id: stop.actor } : { kind: 'link', id: stop.link },
    bright: { actors: new Set([stop.actor, stop.from]), links: new Set(along.map(({ id }) => id)) },
  }
}

/** What a stop is, in words: an actor with what it has with the one that one came from, or one link. */
function useStopWords(view: GraphView, stop: Stop): string {
  const { columns } = useSession()
  const { linksAround } = useDerived()
  const nameOf = useActorName()
  const scene = view.scene()
  const { actor, from, link } = stop
  if (from === null) {
    const around = neighboursOf(scene, actor).length
    return t('{actor}; {count, plural, one {# neighbour} other {# neighbours}}', {
      actor: wordsOf(scene, { kind: 'actor', id: actor }),
      count: around,
    })
  }
  const along = linksAlong(scene, stop)
  if (link !== null) {
    const at = along.findIndex(({ id }) => id === link)
    return t('{tie}. {at, number} of {all, number}', { tie: along[at]!.words, at: at + 1, all: along.length })
  }
  const around = neighboursOf(scene, from)
  const between = linksBetween(linksAround(actor), actor, from)
  const ties = between.length > 0 ? [tiesInWords(columns, between, nameOf(from))] : along.map(({ words }) => words)
  return t('{actor}: {ties}. {at, number} of {all, number}', {
    actor: nameOf(actor),
    ties: ties.join(t('; ')),
    at: around.indexOf(actor) + 1,
    all: around.length,
  })
}

/** Shows in the Details what one stands at: an actor, all ties of two, or those of one relation type. */
function inspectStop(session: ReturnType<typeof useSession>, view: GraphView, stop: Stop): void {
  const { actor, from, link } = stop
  if (link !== null) return view.inspect({ kind: 'link', id: link })
  const [first] = from === null ? [] : linksBetween(session.derive().linksAround(actor), actor, from)
  if (first) session.choices.setState({ inspected: { kind: 'dyad', id: first.dyad.id } })
  else view.inspect({ kind: 'actor', id: actor })
}
