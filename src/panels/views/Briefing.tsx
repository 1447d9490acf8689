import { dataLanguage, t } from '../../language/messages.ts'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { NamedView } from '../../model/view.ts'
import { beginBriefing } from '../../state/briefing.ts'
import type { Inspected } from '../../state/choices.ts'
import { showView } from '../../state/savedViews.ts'
import { Icon, type IconName } from '../icons.tsx'
import { useSession, useTexts } from '../useSession.ts'
import { slideKey } from './slideKeys.ts'
import { savedViewsOf } from './useSavedViews.ts'
import './briefing.css'

interface BriefingProps {
  /** Walks through the dataset's own views; else through those of the person, where there are any. */
  isFromDataset: boolean
  onEnd: () => void
}

/** Walks through views one at a time over the whole screen, and puts back what was there before. */
export function Briefing({ isFromDataset, onEnd }: BriefingProps) {
  const session = useSession()
  const texts = useTexts()
  // What is saved in another tab meanwhile comes with the next briefing.
  const [own] = useState(() => (isFromDataset ? [] : savedViewsOf(session).state.getState().views))
  const slides = own.length > 0 ? own : (texts?.views ?? [])
  return (
    slides.length > 0 && <Slides slides={slides} language={own.length > 0 ? undefined : dataLanguage()} onEnd={onEnd} />
  )
}

interface SlidesProps {
  slides: readonly NamedView[]
  /** Of their words, where it is known. */
  language: string | undefined
  onEnd: () => void
}

function Slides({ slides, language, onEnd }: SlidesProps) {
  const session = useSession()
  const [at, setAt] = useState(0)
  const last = slides.length - 1
  const slide = slides[at]!
  const goTo = (next: number) => setAt(Math.min(last, Math.max(0, next)))

  useLayoutEffect(() => beginBriefing(session), [session])
  useSlide(slide)
  useWholeScreen(onEnd)
  useSlideKeys({ at, last, goTo, onEnd })
  const heading = useFocus()

  return (
    <section className="briefing" aria-label={t('Briefing')}>
      <div className="briefing-words" lang={language}>
        <h1 ref={heading} tabIndex={-1}>
          {slide.name}
        </h1>
        {slide.sentence && <p>{slide.sentence}</p>}
      </div>
      <div className="briefing-controls">
        <SlideButton name={t('Previous')} icon="monthBack" isOver={at === 0} onPress={() => goTo(at - 1)} />
        <span className="figures" role="status">
          {t('{at, number} of {all, number}', { at: at + 1, all: slides.length })}
          <span className="visually-hidden" lang={language}>
            : {slide.name}. {slide.sentence}
          </span>
        </span>
        <SlideButton name={t('Next')} icon="monthOn" isOver={at === last} onPress={() => goTo(at + 1)} />
        <SlideButton name={t('End the briefing')} icon="close" isOver={false} onPress={onEnd} />
      </div>
    </section>
  )
}

interface SlideButtonProps {
  name: string
  icon: IconName
  /** True where there is no slide on that side: the button keeps the focus all the same. */
  isOver: boolean
  onPress: () => void
}

function SlideButton({ name, icon, isOver, onPress }: SlideButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      aria-disabled={isOver || undefined}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}

/**
 * Shows a slide. The panels are away, but what one asks for is answered: a press on a tie or a number, which inspects
 * something else than the slide does itself, brings the Details.
 */
function useSlide(slide: NamedView): void {
  const session = useSession()
  const own = useRef<Inspected>(null)
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    const mark = () => {
      const { inspected } = session.choices.getState()
      dataset.briefing = inspected !== null && inspected !== own.current ? 'details' : 'plain'
    }
    showView(session, slide)
    own.current = session.choices.getState().inspected
    mark()
    const stop = session.choices.subscribe(mark)
    return () => {
      stop()
      delete dataset.briefing
    }
  }, [session, slide])
}

/** Takes the whole screen where the browser lets it, else the window; leaving either ends the briefing, as going back does. */
function useWholeScreen(onEnd: () => void): void {
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    let isWhole = false
    const onChange = () => {
      if (isWhole && !document.fullscreenElement) end.current()
      isWhole = document.fullscreenElement !== null
    }
    const goBack = () => end.current()
    document.addEventListener('fullscreenchange', onChange)
    window.addEventListener('popstate', goBack)
    // Some browsers have no such call, others refuse it: the page fills the window then.
    document.documentElement.requestFullscreen?.().catch(() => {})
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      window.removeEventListener('popstate', goBack)
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    }
  }, [])
}

interface SlideKeys {
  at: number
  last: number
  goTo: (at: number) => void
  onEnd: () => void
}

function useSlideKeys({ at, last, goTo, onEnd }: SlideKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const does = slideKey(event)
      if (!does) return
      event.preventDefault()
      event.stopPropagation()
      if (does === 'end') onEnd()
      else goTo({ next: at + 1, previous: at - 1, first: 0, last }[does])
    }
    // Before the view hears of them: a focused button would take the space bar, a list the pages.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  })
}

/** Takes the focus to the heading, and back at the end. */
function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      // The dialog that it was begun from is gone: the button that opens it stands for it.
      const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
      const to = isThere ? before : document.querySelector<HTMLElement>('.top-actions [data-opens=views]')
      requestAnimationFrame(() => to?.focus())
    }
  }, [])
  return heading
}
