import { createRoot } from 'react-dom/client'
import type { GraphView } from '../panels/graphView.ts'
import type { Session } from '../state/session.ts'
import { App } from './App.tsx'

/** Puts the panels around a graph that is painted already. */
export function mount(element: HTMLElement, session: Session, view: GraphView, onRetryTexts: () => void): void {
  createRoot(element).render(<App session={session} view={view} onRetryTexts={onRetryTexts} />)
}
