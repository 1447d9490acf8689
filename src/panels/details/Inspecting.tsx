import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'
import { onLanguage } from '../../language/messages.ts'
import { namesOf } from '../../model/actorNames.ts'
import type { Outline, Texts } from '../../model/outline.ts'
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

let known: { outline: Outline; texts: Texts | null; of: (id: string) => string } | null = null
onLanguage(() => (known = null))

/** The names of a dataset, gathered once: each row of a list asks for them, and 200 rows are not to go through 200 actors each. */
function namesIn(outline: Outline, texts: Texts | null): (id: string) => string {
  if (known?.outline !== outline || known.texts !== texts) {
    known = { outline, texts, of: namesOf([...outline.actors, ...(texts?.contextActors ?? [])]) }
  }
  return known.of
}

/** A function that gives the name of an actor, also of one that occurs only in memberships and series. */
export function useActorName(): (id: string) => string {
  const { outline } = useSession().columns
  return namesIn(outline, useTexts())
}
