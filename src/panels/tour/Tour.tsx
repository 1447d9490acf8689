import { msg, t, type Message } from '../../language/messages.ts'
import { useLayoutEffect, useMemo, useState } from 'react'
import { Button, Dialog, Heading, Popover } from 'react-aria-components'
import { FirstButton } from '../FirstButton.tsx'
import './tour.css'

interface Place {
  /** Where it is, on the page. */
  at: string
  /** On which side of it there is room. */
  placement: 'bottom' | 'end top' | 'start top' | 'top'
}

interface Step extends Place {
  /** On a phone a panel is away until it is asked for: what asks for it. */
  away?: Place
  title: Message
  words: Message
}

const STEPS: readonly Step[] = [
  {
    at: '.headline',
    placement: 'bottom',
    title: msg('What is shown'),
    words: msg(
      'This sentence says what is selected, and how much of all that is. The bar below it is the question: of what was promised, how much is realised, still pending, ended or failed?',
    ),
  },
  {
    at: '.stage > .controls',
    placement: 'bottom',
    title: msg('The graph'),
    words: msg(
      'Each line is a tie: the initiatives of two actors and one relation type, named by its letter. Solid is realised, dashed pending, pale ended, dotted failed. Press a line or a flag to read what is behind it.',
    ),
  },
  {
    at: '.shell > .filters',
    placement: 'end top',
    away: { at: '[data-sheet-tab=filters]', placement: 'top' },
    title: msg('Filters'),
    words: msg(
      'Each option says how many initiatives it would give under all others. “Clear all” leads back, and so does Undo.',
    ),
  },
  {
    at: '.asof',
    placement: 'top',
    title: msg('As of a day'),
    words: msg(
      'The whole screen is read from this day, and shows nothing later. Step it, play it, or set an earlier date beside it to see what has changed.',
    ),
  },
  {
    at: '.shell > .details',
    placement: 'start top',
    away: { at: '[data-sheet-tab=details]', placement: 'top' },
    title: msg('Details'),
    words: msg('What you pressed, down to the milestones, each with its date and its sources.'),
  },
  {
    at: '.views',
    placement: 'bottom',
    title: msg('Other views'),
    words: msg(
      'The same selection on a map, along time, as a matrix, a table, and a ledger of what was promised against what was delivered.',
    ),
  },
  {
    at: '.top-actions',
    placement: 'bottom',
    title: msg('To take away'),
    words: msg(
      'Open your own data, save views, share a link to this very screen, and export pictures, reports and files. This tour, and what the words mean, can be found again in the Settings.',
    ),
  },
]

/** The element at a place, as what a bubble points to; `null` where it is not seen. */
function shownAt({ at, placement }: Place) {
  const element = document.querySelector<HTMLElement>(at)
  return element && element.getClientRects().length > 0 ? { placement, place: { current: element } } : null
}

/** A walk past the parts of the page, which can be left at any step. */
export function Tour({ onEnd }: { onEnd: () => void }) {
  // What is not there is not told of.
  const steps = useMemo(
    () =>
      STEPS.flatMap((step) => {
        const shown = shownAt(step) ?? (step.away && shownAt(step.away))
        return shown ? [{ ...step, ...shown }] : []
      }),
    [],
  )
  const [at, setAt] = useState(0)
  const step = steps[at]
  // On a phone what is told of may lie below the edge of the screen.
  useLayoutEffect(() => {
    void step?.place.current.scrollIntoView({ block: 'nearest' })
  }, [step])
  if (!step) return null
  const isLast = at === steps.length - 1
  return (
    <Popover
      key={step.at}
      className="tour"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onEnd()}
      triggerRef={step.place}
      shouldCloseOnInteractOutside={() => false}
      placement={step.placement}
      offset={10}
    >
      <Dialog className="tour-step">
        <Heading slot="title">{t(step.title)}</Heading>
        <p>{t(step.words)}</p>
        <div className="tour-ways">
          <span className="muted small figures">
            {t('{at, number} of {all, number}', { at: at + 1, all: steps.length })}
          </span>
          {!isLast && (
            <Button className="button" onPress={onEnd}>
              {t('Skip the tour')}
            </Button>
          )}
          {at > 0 && (
            <Button className="button" onPress={() => setAt(at - 1)}>
              {t('Back')}
            </Button>
          )}
          <FirstButton className="button primary" onPress={() => (isLast ? onEnd() : setAt(at + 1))}>
            {isLast ? t('Done') : t('Next')}
          </FirstButton>
        </div>
      </Dialog>
    </Popover>
  )
}
