import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { namesOf } from '../../model/actorNames.ts'
import type { Inspected } from '../../state/choices.ts'
import { useSession, useTexts } from '../useSession.ts'

/** What the Details lend to what they show. */
interface Inspecting {
  /** Shows something else in the Details. */
  inspect: (next: Inspected) => void
  /** True once after a press in the panel changed what is shown: the next heading is to take the focus. */
  takesFocus: () => boolean
}

export const InspectContext = createContext<Inspecting>({ inspect: () => {}, takesFocus: () => false })

export function useInspect(): (next: Inspected) => void {
  return useContext(InspectContext).inspect
}

/** The heading of what is inspected; it takes the focus when a press in the panel changed what is shown. */
export function DetailsHeading({ children, lang }: { children: ReactNode; lang?: string }) {
  const { takesFocus } = useContext(InspectContext)
  const own = useRef<HTMLHeadingElement>(null)
  // With every drawing: what is shown may come later than the choice, and the same heading may come to say something else.
  useEffect(() => {
    if (takesFocus()) own.current?.focus()
  })
  return (
    <h2 ref={own} className="details-heading" tabIndex={-1} lang={lang}>
      {children}
    </h2>
  )
}

/** A function that gives the name of an actor, also of one that occurs only in memberships and series. */
export function useActorName(): (id: string) => string {
  const { outline } = useSession().columns
  const texts = useTexts()
  return useMemo(() => namesOf([...outline.actors, ...(texts?.contextActors ?? [])]), [outline, texts])
}
