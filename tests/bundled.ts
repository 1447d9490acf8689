import { readDataFolderFromDisk } from '../src/formats/dataFolderFromDisk.ts'
import { parseDate } from '../src/model/dates.ts'
import { outlineOf, textsOf } from '../src/model/outline.ts'
import { columnsOf } from '../src/network/columns.ts'
import { NO_FILTERS, type Filters } from '../src/network/filters.ts'
import { everyLink, linksOf } from '../src/network/links.ts'
import { select, type Matches } from '../src/network/select.ts'
import { focusLayout } from '../src/scene/layouts.ts'
import { sceneOf, type Scene } from '../src/scene/scene.ts'

/** The dataset in `data/`, read once for all tests of a file. */
const { dataset, faults } = readDataFolderFromDisk('data')
if (!dataset) throw new Error(`The data folder has ${faults.length} faults: run npm run check-data`)

/** All of it, in one. */
export const whole = dataset

export const outline = outlineOf(dataset)
export const texts = textsOf(dataset)
export const columns = columnsOf(outline)

export const dayOf = (date: string) => parseDate(date)!.last

/** Filters that differ from none in a few dimensions. */
export const filtersWith = (own: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...own })

/** Ids of the initiatives that pass, in the order of the dataset. */
export function selected(own: Partial<Filters>, asOf: string, matches: Matches | null = null): string[] {
  return select(columns, filtersWith(own), dayOf(asOf), matches).initiatives.map((i) => outline.initiatives.at(i)!.id)
}

export function linksAt(own: Partial<Filters>, asOf: string) {
  const filters = filtersWith(own)
  return linksOf(columns, filters, select(columns, filters, dayOf(asOf), null))
}

/** The scene that the page draws for some filters, made here: where things are on the screen follows from it. */
export function sceneOn(own: Partial<Filters> = {}, asOf = outline.asOf, focus = outline.focus): Scene {
  const links = linksAt(own, asOf)
  return sceneOf({
    columns,
    links,
    every: everyLink(columns),
    positions: focusLayout(outline, focus, 'wide'),
    focus,
    scheme: 'light',
  })
}
