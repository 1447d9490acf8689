import { createRoot } from 'react-dom/client'
import type { Session } from '../state/session.ts'
import { App } from './App.tsx'
import type { Datasets } from './datasets.ts'
import type { Page } from './start.ts'

/** Puts the panels around a graph that is painted already. */
export function mount(element: HTMLElement, datasets: Datasets | null): Page {
  const root = createRoot(element)
  const keys = new Map<Session, number>()
  return {
    show: ({ session, view, readTexts }) => {
      if (!keys.has(session)) keys.set(session, keys.size)
      root.render(
        <App
          // Nothing that was open, or typed, belongs to the next dataset.
          key={keys.get(session)}
          session={session}
          view={view}
          onRetryTexts={() => void readTexts()}
          datasets={datasets?.present() ?? null}
        />,
      )
    },
  }
}
