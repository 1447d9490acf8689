import { temporal, type TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { SILENT_YEARS } from '../model/outcome.ts'
import { NO_FILTERS, type Filters } from '../network/filters.ts'
import { COUNTS, USUAL_SIZE } from '../network/measures.ts'
import type { Slice } from '../network/slice.ts'
import { USUAL_LINKS } from '../network/strongest.ts'

/** The views of a dataset. */
export const VIEWS = ['network', 'map', 'timeline', 'matrix', 'table', 'ledger', 'compare', 'measures'] as const
export type View = (typeof VIEWS)[number]

/** How actors are placed. */
export const LAYOUTS = ['focus', 'force', 'concentric', 'kind', 'organisation', 'hierarchy'] as const
export type LayoutId = (typeof LAYOUTS)[number]

/** How the Timeline bundles its strips. */
export const GROUPINGS = ['partner', 'type'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What stands in the columns of the Ledger. */
export const LEDGER_COLUMNS = ['outcome', 'type', 'change'] as const
export type LedgerColumns = (typeof LEDGER_COLUMNS)[number]

/** What stands beside the partners in the Matrix, or that it holds actors on both sides. */
export const MATRIX_SIDES = ['type', 'subtype', 'actor'] as const
export type MatrixSide = (typeof MATRIX_SIDES)[number]

/** What the rows of the Matrix, and its columns where they are actors, are ordered by. */
export const MATRIX_SORTS = ['total', 'name', 'share', 'similarity'] as const
export type MatrixSort = (typeof MATRIX_SORTS)[number]

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

/** What part of the map is in sight: the place in its middle in degrees, and how many times larger than all of it. */
export interface MapSight {
  longitude: number
  latitude: number
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
  /** Where a layout that was run again put the actors; empty while they stand where the dataset puts them. */
  placed: Places
  /** Actors that the person put somewhere: they stay there when the layout is run again. */
  pins: Places
  /** The organisations whose members are shown. */
  unfolded: readonly string[]
  /** Whether the other suppliers of arms are shown. */
  hasSuppliers: boolean
  /** How many links are drawn at most, the strongest: 1 to 5000. */
  mostLinks: number
  /** What the width of a link and the size of an actor stand for, see `src/network/measures.ts`. */
  width: string
  size: string
  /** `null`: all of the map. */
  mapSight: MapSight | null
  /** How the Timeline bundles its strips. */
  grouping: Grouping
  /** The first and last year in sight in the Timeline; `null` for all. */
  span: readonly [number, number] | null
  matrixSide: MatrixSide
  matrixSort: MatrixSort
  /** The columns of the Table in their order; `null` for the usual ones. */
  tableColumns: readonly string[] | null
  /** Columns of the Table that were made wider or narrower, in pixels. */
  tableSizes: Readonly<Record<string, number>>
  /** The column that the Table is sorted by, with a `-` before it where the largest comes first. */
  tableSort: string
  /** Words that are looked for within the Table. */
  find: string
  ledgerColumns: LedgerColumns
  /** The column that the Ledger is sorted by, with a `-` before it where the largest comes first; `null` as it comes. */
  ledgerSort: string | null
  /** The partners of the focus that stand side by side in Compare: none, or as many as `COMPARED` allows. */
  compared: readonly string[]
  /** The network measure that actors are ranked by, with a `-` before it where the largest comes first. */
  rankSort: string
  /** Two actors between which the shortest chain of ties is shown; `null` for none. */
  path: readonly [string, string] | null
  /** True where that chain is to avoid the focus. */
  isPathAround: boolean
  /** Another partner whose series stand beside those of the Details; `null` for none. */
  beside: string | null
  inspected: Inspected
  /** `null`: everything in sight. */
  camera: Camera | null
}

/** Where some actors stand, in the scene's lengths. */
export type Places = Readonly<Record<string, { x: number; y: number }>>

/** True where two dates are compared: the other one is chosen, and it is before the as-of date. */
export function isCompared({ since, asOf }: Pick<Choices, 'since' | 'asOf'>): boolean {
  return since !== null && since < asOf
}

/** Looking around and looking at: nothing is changed by it that would need to be undone. */
const LOOKS = [
  'inspected',
  'camera',
  'mapSight',
  'span',
  'beside',
  'find',
  'tableSizes',
  'path',
  'isPathAround',
] as const

/** What can be undone. */
export type Undoable = Omit<Choices, (typeof LOOKS)[number]>

export type ChoicesStore = StoreApi<Choices> & { temporal: StoreApi<TemporalState<Undoable>> }

/** What is chosen when a dataset opens. */
export function defaultChoices(dataset: { focus: string; asOf: string }): Choices {
  return {
    view: 'network',
    filters: NO_FILTERS,
    asOf: dataset.asOf,
    since: null,
    silentYears: SILENT_YEARS,
    mostLinks: USUAL_LINKS,
    focus: dataset.focus,
    layout: 'focus',
    placed: {},
    pins: {},
    unfolded: [],
    hasSuppliers: false,
    width: COUNTS[0]!.id,
    size: USUAL_SIZE,
    mapSight: null,
    grouping: 'partner',
    span: null,
    matrixSide: 'type',
    matrixSort: 'total',
    tableColumns: null,
    tableSizes: {},
    tableSort: 'begun',
    find: '',
    ledgerColumns: 'outcome',
    ledgerSort: null,
    compared: [],
    rankSort: '-strength',
    path: null,
    isPathAround: false,
    beside: null,
    inspected: null,
    camera: null,
  }
}

/**
 * What a change was made with. A *drag* (a slider, a word being typed, an actor being moved) comes as many changes of one
 * kind in a row; a *choice* stands alone.
 */
export type ChangeKind = 'none' | Look | Drag | 'inspected' | 'choice'

/** Looking around: it goes on in place of the present entry of the browser's history. */
type Look = 'camera' | 'mapSight'
/** What comes as many changes in a row. */
type Drag = 'asOf' | 'span' | 'pins' | 'find' | 'tableSizes' | 'period' | 'text'

const LOOKS_AROUND: ReadonlySet<string> = new Set<Look>(['camera', 'mapSight'])
const DRAGS: ReadonlySet<string> = new Set<Drag>(['asOf', 'span', 'pins', 'find', 'tableSizes', 'period', 'text'])

/** True for looking around, which makes no new entry of the browser's history. */
export function isLookingAround(kind: ChangeKind): boolean {
  return LOOKS_AROUND.has(kind)
}

/** Changes of one drag follow each other faster than this. */
const ONE_DRAG_MS = 600

/** What differs between two states; `choice` for anything discrete, or for several things at once. */
export function changeKind(past: Partial<Choices>, present: Partial<Choices>): ChangeKind {
  const changed = (Object.keys(present) as (keyof Choices)[]).filter((key) => past[key] !== present[key])
  if (changed.length === 0) return 'none'
  if (changed.length > 1) return 'choice'
  const [key] = changed
  if (key === 'inspected' || LOOKS_AROUND.has(key!) || DRAGS.has(key!)) return key as ChangeKind
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

function undoable(choices: Choices): Undoable {
  const own: Partial<Choices> = { ...choices }
  for (const look of LOOKS) delete own[look]
  return own as Undoable
}

/** A store of choices with undo and redo, one step for a drag; the store itself knows of neither. */
export function createChoices(initial: Choices): ChoicesStore {
  return createStore<Choices>()(
    temporal(() => initial, {
      limit: 200,
      partialize: undoable,
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
