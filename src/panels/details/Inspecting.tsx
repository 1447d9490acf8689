import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Inspected } from '../../state/choices.ts'
import { useSession, useTexts } from '../useSession.ts'

/** Shows something else in the Details and moves the focus to its heading. */
export const InspectContext = createContext<(next: Inspected) => void>(() => {})

export function useInspect(): (next: Inspected) => void {
  return useContext(InspectContext)
}

/** The heading of what is inspected; it takes the focus when a press in the panel changed what is shown. */
export function DetailsHeading({ children }: { children: ReactNode }) {
  return (
    <h2 className="details-heading" tabIndex={-1}>
      {children}
    </h2>
  )
}

/** A function that gives the English name of an actor, also of one that occurs only in memberships and series. */
export function useActorName(): (id: string) => string {
  const { outline } = useSession().columns
  const texts = useTexts()
  const names = useMemo(
    () => new Map([...outline.actors, ...(texts?.contextActors ?? [])].map((actor) => [actor.id, actor.names.en])),
    [outline, texts],
  )
  return (id) => names.get(id) ?? id
}
