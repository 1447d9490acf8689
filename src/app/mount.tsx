import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import type { Datasets } from './datasets.ts'
import type { Page } from './start.ts'

/** Puts the panels around a graph that is painted already. */
export function mount(element: HTMLElement, datasets: Datasets | null): Page {
  const root = createRoot(element)
  let count = 0
  return {
    show: ({ session, view, readTexts }) => {
      count++
      root.render(
        <App
          // Nothing that was open, or typed, belongs to the next dataset.
          key={count}
          session={session}
          view={view}
          onRetryTexts={() => void readTexts()}
          datasets={datasets?.present() ?? null}
        />,
      )
    },
  }
}
