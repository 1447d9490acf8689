import { outlineOf, textsOf } from '../model/outline.ts'
import { withChanges, type Change } from './changes.ts'
import { unpackOutline, unpackTexts } from './compact.ts'
import type { Halves } from './cut.ts'
import { datasetOf } from './datasetOf.ts'

/** The halves of a dataset with changes made in it, see {@link withChanges}. @throws Error where they are no dataset */
export function changedHalves(packed: { outline: string; texts: string }, changes: readonly Change[]): Halves {
  const halves = { outline: unpackOutline(packed.outline), texts: unpackTexts(packed.texts) }
  const dataset = withChanges(datasetOf(halves), changes)
  return { outline: outlineOf(dataset), texts: textsOf(dataset) }
}
