import { elementsOf } from '../../src/canvas/elements.ts'
import { stylesheetOf } from '../../src/canvas/stylesheet.ts'
import { readDataFolderFromDisk } from '../../src/formats/dataFolderFromDisk.ts'
import { outlineOf } from '../../src/model/outline.ts'
import { columnsOf } from '../../src/network/columns.ts'
import { everyLink } from '../../src/network/links.ts'
import { focusLayout } from '../../src/scene/layouts.ts'
import { sceneOf } from '../../src/scene/scene.ts'
import { defaultChoices } from '../../src/state/choices.ts'
import { createDerive } from '../../src/state/derived.ts'

/** What Dyad draws when it opens, in Cytoscape's words, made in Node: the bare page draws just this. */
export function openingElements(dataFolder: string) {
  const { dataset } = readDataFolderFromDisk(dataFolder)
  if (!dataset) throw new Error('The data has faults; "npm run check-data" shows them.')
  const columns = columnsOf(outlineOf(dataset))
  const { links } = createDerive(columns)(defaultChoices(columns.outline), null)
  const { focus } = columns.outline
  const positions = focusLayout(columns.outline, focus, 'wide')
  const scene = sceneOf({ columns, links, every: everyLink(columns), positions, focus, scheme: 'light' })
  return { elements: elementsOf(scene, {}), style: stylesheetOf(scene.palette) }
}
