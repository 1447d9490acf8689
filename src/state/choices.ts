import { temporal, type TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_FILTERS, type Filters } from '../network/filters.ts'

/** The views of a dataset. */
export const VIEWS = ['network'] as const
export type View = (typeof VIEWS)[number]

/** How actors are placed. */
export const LAYOUTS = ['focus', 'force'] as const
export type LayoutId = (typeof LAYOUTS)[number]

/** What the Details show; `null` for the focus actor. */
export type Inspected =
  | { kind: 'actor'; id: string }
  | { kind: 'dyad'; id: string; type?: string }
  | { kind: 'initiative'; id: string }
  | null

/** What part of the picture is in sight: the point of the scene in the middle, and pixels for a unit of the scene. */
export interface Camera {
  x: number
  y: number
  zoom: number
}

/** What the person chose; never what follows from it. */
export interface Choices {
  view: View
  filters: Filters
  /** `YYYY-MM-DD`: the whole screen is read as of the end of this day. */
  asOf: string
  focus: string
  layout: LayoutId
  /** Actors that the person put somewhere. */
  pins: Readonly<Record<string, { x: number; y: number }>>
  inspected: Inspected
  /** `null`: everything in sight. */
  camera: Camera | null
}

/** What can be undone. Looking around (the camera) and looking at (Details) changes nothing that would need it. */
export type Undoable = Pick<Choices, 'view' | 'filters' | 'asOf' | 'focus' | 'layout' | 'pins'>

export type ChoicesStore = StoreApi<Choices> & { temporal: StoreApi<TemporalState<Undoable>> }

/** What is chosen when a dataset opens. */
export function defaultChoices(dataset: { focus: string; asOf: string }): Choices {
  return {
    view: 'network',
    filters: NO_FILTERS,
    asOf: dataset.asOf,
    focus: dataset.focus,
    layout: 'focus',
    pins: {},
    inspected: null,
    camera: null,
  }
}

/**
 * What a change was made with. A *drag* (a slider, a word being typed, an actor being moved) comes as many changes of one
 * kind in a row; a *choice* stands alone.
 */
export type ChangeKind = 'none' | 'camera' | 'inspected' | 'asOf' | 'period' | 'text' | 'pins' | 'choice'

const DRAGS: ReadonlySet<ChangeKind> = new Set(['asOf', 'period', 'text', 'pins'])
/** Changes of one drag follow each other faster than this. */
const ONE_DRAG_MS = 600

/** What differs between two states; `choice` for anything discrete, or for several things at once. */
export function changeKind(past: Partial<Choices>, present: Partial<Choices>): ChangeKind {
  const changed = (Object.keys(present) as (keyof Choices)[]).filter((key) => past[key] !== present[key])
  if (changed.length === 0) return 'none'
  if (changed.length > 1) return 'choice'
  const [key] = changed
  if (key === 'camera' || key === 'inspected' || key === 'asOf' || key === 'pins') return key
  if (key !== 'filters' || !past.filters || !present.filters) return 'choice'
  const [before, after] = [past.filters, present.filters]
  const parts = (Object.keys(after) as (keyof typeof after)[]).filter((part) => before[part] !== after[part])
  return parts.length === 1 && (parts[0] === 'period' || parts[0] === 'text') ? parts[0] : 'choice'
}

/** Makes a function that says of each change in turn whether it goes on with the drag before it. */
export function dragDetector(): (kind: ChangeKind) => boolean {
  let last: { kind: ChangeKind; at: number } = { kind: 'none', at: 0 }
  return (kind) => {
    const now = performance.now()
    const goesOn = DRAGS.has(kind) && kind === last.kind && now - last.at < ONE_DRAG_MS
    last = { kind, at: now }
    return goesOn
  }
}

/** A store of choices with undo and redo, one step for a drag; the store itself knows of neither. */
export function createChoices(initial: Choices): ChoicesStore {
  return createStore<Choices>()(
    temporal(() => initial, {
      limit: 200,
      partialize: ({ view, filters, asOf, focus, layout, pins }): Undoable => ({
        view,
        filters,
        asOf,
        focus,
        layout,
        pins,
      }),
      equality: (past, present) => changeKind(past, present) === 'none',
      handleSet: (record) => {
        const goesOn = dragDetector()
        return ((past: Undoable, replace: never, present: Undoable, delta: never) => {
          if (!goesOn(changeKind(past, present)))
            (record as (...args: unknown[]) => void)(past, replace, present, delta)
        }) as typeof record
      },
    }),
  )
}
