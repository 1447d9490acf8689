import { temporal, type TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { SILENT_YEARS } from '../model/outcome.ts'
import { NO_FILTERS, type Filters } from '../network/filters.ts'
import type { Slice } from '../network/slice.ts'

/** The views of a dataset. */
export const VIEWS = ['network', 'timeline', 'ledger', 'compare'] as const
export type View = (typeof VIEWS)[number]

/** How actors are placed. */
export const LAYOUTS = ['focus', 'force'] as const
export type LayoutId = (typeof LAYOUTS)[number]

/** How the Timeline bundles its strips. */
export const GROUPINGS = ['partner', 'type'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What stands in the columns of the Ledger. */
export const LEDGER_COLUMNS = ['outcome', 'type', 'change'] as const
export type LedgerColumns = (typeof LEDGER_COLUMNS)[number]

/** How many partners can be compared side by side. */
export const COMPARED = { least: 2, most: 4 }

/** What the Details show; `null` for the focus actor. */
export type Inspected =
  | { kind: 'actor'; id: string }
  | { kind: 'dyad'; id: string; type?: string }
  | { kind: 'initiative'; id: string }
  | { kind: 'slice'; slice: Slice }
  /** What the selection comes to, in sentences; of one dyad alone where it is given. */
  | { kind: 'findings'; dyad?: string }
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
  /** `YYYY-MM-DD`: the earlier day that the as-of date is compared with; `null` for none. */
  since: string | null
  /** After how many years without a milestone a pending initiative is called silent: 1 to 30. */
  silentYears: number
  focus: string
  layout: LayoutId
  /** Actors that the person put somewhere. */
  pins: Readonly<Record<string, { x: number; y: number }>>
  /** How the Timeline bundles its strips. */
  grouping: Grouping
  /** The first and last year in sight in the Timeline; `null` for all. */
  span: readonly [number, number] | null
  ledgerColumns: LedgerColumns
  /** The column that the Ledger is sorted by, with a `-` before it where the largest comes first; `null` as it comes. */
  ledgerSort: string | null
  /** The partners of the focus that stand side by side in Compare: none, or as many as `COMPARED` allows. */
  compared: readonly string[]
  /** Another partner whose series stand beside those of the Details; `null` for none. */
  beside: string | null
  inspected: Inspected
  /** `null`: everything in sight. */
  camera: Camera | null
}

/** True where two dates are compared: the other one is chosen, and it is before the as-of date. */
export function isCompared({ since, asOf }: Pick<Choices, 'since' | 'asOf'>): boolean {
  return since !== null && since < asOf
}

/** What can be undone. Looking around (camera, span) and looking at (Details) changes nothing that would need it. */
export type Undoable = Omit<Choices, 'inspected' | 'camera' | 'span' | 'beside'>

export type ChoicesStore = StoreApi<Choices> & { temporal: StoreApi<TemporalState<Undoable>> }

/** What is chosen when a dataset opens. */
export function defaultChoices(dataset: { focus: string; asOf: string }): Choices {
  return {
    view: 'network',
    filters: NO_FILTERS,
    asOf: dataset.asOf,
    since: null,
    silentYears: SILENT_YEARS,
    focus: dataset.focus,
    layout: 'focus',
    pins: {},
    grouping: 'partner',
    span: null,
    ledgerColumns: 'outcome',
    ledgerSort: null,
    compared: [],
    beside: null,
    inspected: null,
    camera: null,
  }
}

/**
 * What a change was made with. A *drag* (a slider, a word being typed, an actor being moved) comes as many changes of one
 * kind in a row; a *choice* stands alone.
 */
export type ChangeKind = 'none' | 'camera' | 'inspected' | 'asOf' | 'span' | 'period' | 'text' | 'pins' | 'choice'

const DRAGS: ReadonlySet<ChangeKind> = new Set(['asOf', 'span', 'period', 'text', 'pins'])
/** Changes of one drag follow each other faster than this. */
const ONE_DRAG_MS = 600

/** What differs between two states; `choice` for anything discrete, or for several things at once. */
export function changeKind(past: Partial<Choices>, present: Partial<Choices>): ChangeKind {
  const changed = (Object.keys(present) as (keyof Choices)[]).filter((key) => past[key] !== present[key])
  if (changed.length === 0) return 'none'
  if (changed.length > 1) return 'choice'
  const [key] = changed
  if (key === 'camera' || key === 'inspected' || key === 'asOf' || key === 'span' || key === 'pins') return key
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
      partialize: ({ inspected: _inspected, camera: _camera, span: _span, beside: _beside, ...own }): Undoable => own,
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
