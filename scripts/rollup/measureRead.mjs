/**
 * `node --max-old-space-size=4096 scripts/rollup/measureRead.mjs FILE.parquet`: reads a roll-up as the page's worker does, in
 * a heap of a browser's size, and prints rows, seconds and memory.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createServer } from 'vite'

const [path] = process.argv.slice(2)
if (!path) throw new Error('Name the Parquet file to read.')
// Vite turns the sources into what Node runs, as the tests do.
const vite = await createServer({
  configFile: false,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'silent',
  optimizeDeps: { noDiscovery: true },
})
try {
  const { readFile: readData } = await vite.ssrLoadModule('/src/formats/readFile.ts')
  const bytes = new Uint8Array(await readFile(path))
  let most = 0
  const note = () => (most = Math.max(most, process.memoryUsage().heapUsed))
  const begun = performance.now()
  const options = { format: null, decisions: [], mapping: null, known: [] }
  const { read, texts } = await readData({ name: basename(path), bytes }, options, note)
  const readIn = performance.now()
  note()
  texts()
  note()
  const seconds = (from, to) => ((to - from) / 1000).toFixed(1)
  console.log(
    `${read.taken.toLocaleString('en')} rows read and packed in ${seconds(begun, readIn)} s, their texts in ${seconds(readIn, performance.now())} s more; at most ${(most / 1e6).toFixed(0)} MB of heap`,
  )
} finally {
  await vite.close()
}
