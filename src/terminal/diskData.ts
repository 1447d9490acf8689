import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Topology } from 'topojson-specification'
import { readDataFolderFromDisk } from '../formats/dataFolderFromDisk.ts'
import { formatFaults } from '../formats/fault.ts'
import { flagSvg } from '../formats/flagsPlugin.ts'
import type { Dataset } from '../model/schema.ts'

/**
 * The dataset of a data folder. To read and check it takes a second or two, so what came of it is kept, under a name made
 * from all that the folder says.
 *
 * @param cache folder to keep it in
 * @throws Error with a sentence for the person where the folder cannot be read or has faults
 */
export function readDataset(folder: string, cache: string): Dataset {
  let kept: string
  try {
    kept = join(cache, `dataset-${fingerprint(folder)}.json`)
  } catch {
    throw new Error(`the data folder ${folder} cannot be read`)
  }
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Dataset
  const { dataset, faults } = readDataFolderFromDisk(folder)
  if (!dataset) {
    const [first] = formatFaults(faults, folder).split('\n')
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more; npm run check-data tells all)` : ''
    throw new Error(`the data have a fault: ${first}${more}`)
  }
  mkdirSync(cache, { recursive: true })
  // Another command may be reading: it sees all of the file or none.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(dataset))
  renameSync(`${kept}.${process.pid}`, kept)
  return dataset
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|csv)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  for (const file of files) hash.update(file.slice(folder.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('base64url').slice(0, 16)
}

/** The flags that the actors of a dataset name, as the page has them. */
export function flagsOf({ actors }: Pick<Dataset, 'actors'>): Record<string, string> {
  return Object.fromEntries(actors.flatMap(({ flag }) => (flag ? [[flag, flagSvg(flag)]] : [])))
}

/** The outlines of the land, as the page fetches them. */
export function readLand(detail: 'coarse' | 'fine'): Topology {
  const file = detail === 'coarse' ? 'land-110m' : 'land-50m'
  return JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}.json`), 'utf8'),
  ) as Topology
}
