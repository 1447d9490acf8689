import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Session } from '../state/session.ts'
import { ViewFault } from '../panels/ViewFault.tsx'
import { App } from './App.tsx'
import type { Datasets } from './datasets.ts'
import type { Page } from './start.ts'

/** Puts the panels around a graph that is painted already. */
export function mount(element: HTMLElement, datasets: Datasets | null): Page {
  const root = createRoot(element)
  const keys = new WeakMap<Session, number>()
  let count = 0
  return {
    show: ({ session, view, readTexts }, isSameView = false) => {
      if (!keys.has(session)) keys.set(session, isSameView ? count : ++count)
      const app = (
        <ViewFault part="page">
          <App
            // Nothing that was open, or typed, belongs to the next dataset.
            key={keys.get(session)}
            session={session}
            view={view}
            onRetryTexts={() => void readTexts()}
            datasets={datasets?.present() ?? null}
          />
        </ViewFault>
      )
      // The graph that was there goes at once: the next one is to be in its place by then.
      if (isSameView) flushSync(() => root.render(app))
      else root.render(app)
    },
  }
}
