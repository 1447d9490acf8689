import { outlineOf, textsOf } from '../model/outline.ts'
import { withChanges, type Change } from './changes.ts'
import type { Halves } from './cut.ts'
import { datasetOf } from './datasetOf.ts'

/** The halves of a dataset with changes made in it, see {@link withChanges}. */
export function changedHalves(halves: Halves, changes: readonly Change[]): Halves {
  const dataset = withChanges(datasetOf(halves), changes)
  return { outline: outlineOf(dataset), texts: textsOf(dataset) }
}
