import { keptOutline, keptTexts } from '../../src/formats/keptHalves.ts'
import { outlineOf, textsOf } from '../../src/model/outline.ts'
import type { Dataset } from '../../src/model/schema.ts'
import type { KeptHalves } from '../../src/state/library.ts'

/** The halves of a dataset in the form in which they are kept. */
export function halvesOf(dataset: Dataset): KeptHalves {
  return { outline: keptOutline(outlineOf(dataset)), texts: keptTexts(textsOf(dataset)) }
}
