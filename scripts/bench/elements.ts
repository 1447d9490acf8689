import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ElementDefinition } from 'cytoscape'
import { openOutline } from '../../src/formats/keptHalves.ts'
import { readDataFolderFromDisk } from '../../src/formats/dataFolderFromDisk.ts'
import { readFile } from '../../src/formats/readFile.ts'
import { isoDate, parseDate } from '../../src/model/dates.ts'
import { outlineOf } from '../../src/model/outline.ts'
import { asOfRange } from '../../src/network/columns.ts'
import { DIMENSIONS, NO_FILTERS, toggleOption, type Dimension } from '../../src/network/filters.ts'
import { monthEnds } from '../../src/network/history.ts'
import { openSession } from '../../src/state/session.ts'
import { createNetworkScene } from '../../src/studio/networkScene.ts'
import { bareStylesheetOf, elementsOf } from './bareElements.ts'

/** What Dyad draws, in Cytoscape's words, made in Node: the bare page draws and changes just this. */

function openBundled(dataFolder: string) {
  const { dataset } = readDataFolderFromDisk(dataFolder)
  if (!dataset) throw new Error('The data has faults; "npm run check-data" shows them.')
  return openSession(outlineOf(dataset), '')
}

function drawerOf(session: ReturnType<typeof openSession>) {
  const network = createNetworkScene(session, () => undefined)
  return () => network.at({ shape: 'wide', scheme: 'light' })
}

/** What is drawn when Dyad opens. */
export function openingElements(dataFolder: string) {
  const session = openBundled(dataFolder)
  const scene = drawerOf(session)()
  const initiatives = session.columns.outline.initiatives.length
  return { elements: elementsOf(scene), style: bareStylesheetOf(scene), initiatives }
}

/** What a change of filters or of the date hides and shows, by ids. */
interface Change {
  hide: string[]
  show: string[]
}

/**
 * What is drawn of a file of other people's data, and what changes in it.
 * @param from the day from which the date is stepped, as `YYYY-MM-DD`
 * @param unit by what it is stepped
 * @param count how many steps
 * @returns every element that is ever drawn; the ids of those that stand there from the beginning; for each filter, by its
 *   dimension, what ticking its first box changes; `steps`, of which the first comes from the beginning to the first day
 */
export async function changingElements(
  path: string,
  dataFolder: string,
  from: string,
  unit: 'month' | 'year',
  count: number,
) {
  const known = openBundled(dataFolder).columns.outline.actors
  const { read } = await readFile(
    { name: basename(path), bytes: readFileSync(path) },
    { format: null, decisions: [], mapping: null, known },
  )
  const session = openSession(openOutline(read.outline), '')
  const { choices, columns } = session
  const draw = drawerOf(session)
  const all = new Map<string, ElementDefinition>()
  const drawn = (): Set<string> => {
    const elements = elementsOf(draw())
    for (const element of elements) if (!all.has(element.data.id!)) all.set(element.data.id!, element)
    return new Set(elements.map(({ data }) => data.id!))
  }
  const between = (past: ReadonlySet<string>, next: ReadonlySet<string>): Change => ({
    hide: [...past].filter((id) => !next.has(id)),
    show: [...next].filter((id) => !past.has(id)),
  })

  const opening = drawn()
  const filters: Partial<Record<Dimension, Change>> = {}
  for (const dimension of DIMENSIONS) {
    const options = columns.options[dimension]
    const first = firstInList(dimension, session)
    if (first === undefined) continue
    choices.setState({ filters: toggleOption(NO_FILTERS, dimension, first, options) })
    filters[dimension] = between(opening, drawn())
  }
  choices.setState({ filters: NO_FILTERS })
  const steps: Change[] = []
  let past = opening
  const [, latest] = asOfRange(columns)
  const ends = monthEnds(parseDate(from)!.last, latest).filter((_, i) => unit === 'month' || i % 12 === 0)
  for (const day of ends.slice(0, count + 1)) {
    choices.setState({ asOf: isoDate(day) })
    const next = drawn()
    steps.push(between(past, next))
    past = next
  }
  // Ends before links, whatever came first.
  const elements = [...all.values()].sort((a, b) => Number('source' in a.data) - Number('source' in b.data))
  const style = bareStylesheetOf(draw())
  return { elements, style, opening: [...opening], filters, steps, initiatives: read.counts.initiatives }
}

/** The option of a filter whose box is the first in the page. */
function firstInList(dimension: Dimension, { columns }: ReturnType<typeof openSession>): string | undefined {
  const options = columns.options[dimension]
  const { actors, relationTypes } = columns.outline
  if (dimension === 'subtype') return options.find(({ parent }) => parent === relationTypes[0]?.id)?.value
  const isFirst = ({ value }: { value: string }) =>
    dimension !== 'partner' || actors.some(({ id, tier }) => id === value && tier === 'core')
  return (options.find(isFirst) ?? options[0])?.value
}
