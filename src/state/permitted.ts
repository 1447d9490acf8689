import type { Choices, ChoicesStore } from './choices.ts'
import { isPermitted, type Edition, type Permit } from './edition.ts'

/**
 * What a reader of a copy or an embed must be allowed, to change a choice; `null` for what is only looked at and marked.
 * Zooming, panning, moving actors and sorting are how a view is drawn.
 */
const NEEDED: Record<keyof Choices, Permit | null> = {
  view: 'views',
  filters: 'filters',
  asOf: 'asof',
  since: 'asof',
  silentYears: 'filters',
  focus: 'views',
  layout: 'views',
  placed: 'views',
  pins: 'views',
  unfolded: 'views',
  hasSuppliers: 'views',
  mostLinks: 'views',
  width: 'views',
  size: 'views',
  mapSight: 'views',
  grouping: 'views',
  span: 'views',
  matrixSide: 'views',
  matrixSort: 'views',
  tableColumns: 'views',
  tableSizes: 'views',
  tableSort: 'views',
  find: 'filters',
  ledgerColumns: 'views',
  ledgerSort: 'views',
  compared: 'views',
  rankSort: 'views',
  path: 'views',
  isPathAround: 'views',
  beside: 'details',
  inspected: null,
  camera: 'views',
}

/** A change without the parts of it that the reader may not make. */
export function permittedPart(edition: Edition, change: Partial<Choices>): Partial<Choices> {
  const may = (key: string) => {
    const needed = NEEDED[key as keyof Choices]
    return needed === null || isPermitted(edition, needed)
  }
  return Object.fromEntries(Object.entries(change).filter(([key]) => may(key)))
}

/**
 * Holds a store to what its readers may change, whatever control or key asks for more. Choices that come whole, as from an
 * address, are taken as they are.
 */
export function keepToPermits(choices: ChoicesStore, edition: Edition): void {
  const set = choices.setState
  choices.setState = ((change: Change, isWhole?: boolean) => {
    if (isWhole) return set(change as Choices, true)
    return set(permittedPart(edition, typeof change === 'function' ? change(choices.getState()) : change))
  }) as ChoicesStore['setState']
}

type Change = Partial<Choices> | ((present: Choices) => Partial<Choices>)
