import { msg, t, type Message } from '../language/messages.ts'
import {
  lazy,
  memo,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react'
import { Button } from 'react-aria-components'
import type { Inspected } from '../state/choices.ts'
import { ActorDetails } from './details/ActorDetails.tsx'
import { cameFromView, goBackToView } from './details/arrival.ts'
import { DetailsHeading, InspectContext } from './details/Inspecting.tsx'
import type { PlaceOf } from './details/PinButton.tsx'
import { TextsNotice } from './details/TextsNotice.tsx'
import { Icon } from './icons.tsx'
import { measureToFrame } from './inputToFrame.ts'
import { ViewFault } from './ViewFault.tsx'
import { useChoice, useChoiceLater, useSession } from './useSession.ts'
import './details.css'

// What is only needed after a click is loaded after that click.
const DyadDetails = lazy(() => import('./details/DyadDetails.tsx').then(({ DyadDetails: own }) => ({ default: own })))
const InitiativeDetails = lazy(() =>
  import('./details/InitiativeDetails.tsx').then(({ InitiativeDetails: own }) => ({ default: own })),
)
const FindingsDetails = lazy(() =>
  import('./details/FindingsDetails.tsx').then(({ FindingsDetails: own }) => ({ default: own })),
)
const SliceDetails = lazy(() =>
  import('./details/SliceDetails.tsx').then(({ SliceDetails: own }) => ({ default: own })),
)

/** The right panel: an actor, a dyad or an initiative, down to the cited source; the focus actor unless one was chosen. */
export const Details = memo(function Details({
  placeOf,
  onRetryTexts,
}: {
  placeOf: PlaceOf
  onRetryTexts?: () => void
}) {
  const { choices } = useSession()
  const { inspected, focus } = useShown()
  const [trail, setTrail] = useState<readonly NonNullable<Inspected>[]>([])
  const section = useRef<HTMLElement>(null)
  const pressedHere = useRef(false)
  const wantsFocus = useRef(false)

  const press = useCallback(() => {
    pressedHere.current = true
    wantsFocus.current = true
  }, [])
  const inspect = useCallback(
    (next: Inspected) => {
      const past = choices.getState().inspected
      setTrail((before) => (past && leadsTo(past, next) ? [...before, past] : []))
      press()
      choices.setState({ inspected: next })
    },
    [choices, press],
  )
  const inspecting = useMemo(
    () => ({
      inspect,
      takesFocus: () => {
        const wanted = wantsFocus.current
        wantsFocus.current = false
        return wanted
      },
    }),
    [inspect],
  )
  const goBack = () => {
    setTrail(trail.slice(0, -1))
    press()
    choices.setState({ inspected: trail.at(-1)! })
  }
  const makeFocus = (actor: string) => {
    press()
    choices.setState({ focus: actor })
  }

  const retry = () => {
    // The button goes away with the failure.
    section.current?.querySelector('h2')?.focus()
    onRetryTexts?.()
  }

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // Step by step: from an initiative to the list that it was opened from, and only from there to the view.
    if (trail.length > 0 && cameFromView()) goBack()
    else if (!goBackToView()) return
    event.preventDefault()
  }

  useEffect(() => {
    if (section.current) section.current.scrollTop = 0
    // The control that was pressed may be gone: the heading takes the focus. A choice made elsewhere keeps it where it is.
    if (!pressedHere.current) setTrail([])
    pressedHere.current = false
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is shown follows from these two
  }, [inspected, focus])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key of all that stands in it
    <section ref={section} className="panel details" aria-label={t('Details')} onKeyDown={leave}>
      <InspectContext.Provider value={inspecting}>
        <TextsNotice onRetry={onRetryTexts && retry} />
        <WayBack to={trail.at(-1)} onBack={goBack} />
        <ViewFault part="Details">
          <Suspense fallback={<p className="muted">{t('Loading…')}</p>}>
            <Shown
              inspected={inspected ?? { kind: 'actor', id: focus }}
              cameFrom={dyadIn(trail)}
              onFocus={makeFocus}
              placeOf={placeOf}
            />
          </Suspense>
        </ViewFault>
      </InspectContext.Provider>
    </section>
  )
})

/**
 * What is shown: at once where something else is inspected. Where the focus changes, with the frame after: then the graph is what
 * was asked for.
 */
function useShown(): { inspected: Inspected; focus: string } {
  const focus = useChoiceLater((present) => present.focus)
  const shown = useRef<Inspected>(null)
  const inspected = useChoice((present) => (present.focus === focus ? present.inspected : shown.current))
  useLayoutEffect(() => {
    shown.current = inspected
  })
  return { inspected, focus }
}

/** True where one goes deeper, from a list to what stands in it, so that there is a way back. */
function leadsTo(past: NonNullable<Inspected>, next: Inspected): boolean {
  if (next?.kind === 'initiative') return past.kind === 'dyad' || past.kind === 'slice' || past.kind === 'findings'
  return next?.kind === 'slice' && past.kind === 'findings'
}

/** The dyad from whose list an initiative was opened. */
function dyadIn(trail: readonly NonNullable<Inspected>[]): string | null {
  const last = trail.at(-1)
  return last?.kind === 'dyad' ? last.id : null
}

/** The way back to a list or to the findings; a dyad has its own in the trail of the initiative. */
function WayBack({ to, onBack }: { to: NonNullable<Inspected> | undefined; onBack: () => void }) {
  if (to?.kind !== 'slice' && to?.kind !== 'findings') return null
  return (
    <p className="trail">
      <Button className="link-button back" onPress={onBack}>
        <Icon name="chevron" /> {to.kind === 'slice' ? t('Back to the list') : t('Back to the findings')}
      </Button>
    </p>
  )
}

interface ShownProps {
  inspected: NonNullable<Inspected>
  cameFrom: string | null
  onFocus: (actor: string) => void
  placeOf: PlaceOf
}

function Shown({ inspected, cameFrom, onFocus, placeOf }: ShownProps) {
  const { columns } = useSession()
  // With every drawing: what is shown may have had to be fetched first.
  useLayoutEffect(() => measureToFrame('details'))
  if (inspected.kind === 'slice') return <SliceDetails slice={inspected.slice} />
  if (inspected.kind === 'findings') return <FindingsDetails dyad={inspected.dyad} />
  const actorOf = (id: string) => columns.outline.actors.find((actor) => actor.id === id)
  switch (inspected.kind) {
    case 'actor': {
      const actor = actorOf(inspected.id)
      if (actor) return <ActorDetails actor={actor} onFocus={() => onFocus(actor.id)} placeOf={placeOf} />
      break
    }
    case 'dyad': {
      const dyad = columns.dyads.find(({ id }) => id === inspected.id)
      const [a = '', b = ''] = dyad ? [dyad.a, dyad.b] : inspected.id.split('-')
      if (actorOf(a) && actorOf(b)) return <DyadDetails id={inspected.id} pair={[a, b]} type={inspected.type} />
      break
    }
    case 'initiative': {
      const position = columns.positions.get(inspected.id)
      if (position !== undefined) return <InitiativeDetails position={position} cameFrom={cameFrom} />
      break
    }
  }
  return <Missing kind={inspected.kind} id={inspected.id} />
}

const MISSING: Record<'actor' | 'dyad' | 'initiative', Message> = {
  actor: msg('It has no actor “{id}”.'),
  dyad: msg('It has no dyad “{id}”.'),
  initiative: msg('It has no initiative “{id}”.'),
}

function Missing({ kind, id }: { kind: keyof typeof MISSING; id: string }) {
  return (
    <>
      <DetailsHeading>{t('Not in this dataset')}</DetailsHeading>
      <p className="muted">{t(MISSING[kind], { id })}</p>
    </>
  )
}
