/**
 * Checks the data folder as the build would, without building: `npm run check-data`, or with another folder's path.
 * The checks are TypeScript of ours, which Node 20 cannot run by itself; Vite can.
 */
import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './install.mjs'

const folder = resolve(process.argv[2] ?? join(root, 'data'))
const options = { root, configFile: false, logLevel: 'error' }
const { module: reader } = await runnerImport(join(root, 'src/formats/dataFolderFromDisk.ts'), options)
const { module: words } = await runnerImport(join(root, 'src/formats/fault.ts'), options)

const { dataset, faults } = reader.readDataFolderFromDisk(folder)
if (faults.length > 0) {
  console.error(words.formatFaults(faults, process.argv[2] ?? 'data'))
  process.exitCode = 1
} else {
  const { actors, initiatives, sources, series } = dataset
  const counts = { actors, initiatives, sources, series }
  const inWords = Object.entries(counts).map(([name, list]) => `${list.length} ${name}`)
  console.log(`No fault in ${inWords.join(', ')}.`)
}
