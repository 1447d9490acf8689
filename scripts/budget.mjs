/**
 * The size budget: what the page asks for before the graph is painted, as a host would send it (brotli).
 *
 * That is: index.html, every file it names, what those scripts import statically (Vite's manifest), and nothing that is
 * fetched after a click. What index.html asks for with a low priority (the texts of the dataset) follows the graph and is
 * left out.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'
import { compress } from './serve.mjs'

/** The most that may be transferred, in bytes. */
export const BUDGET = 330_000

const ASKS_FOR_NOW = /^(?:stylesheet|modulepreload|preload|icon)$/

/** The files, relative to `dist`, that the page needs up front. */
export async function upFront(dist) {
  const html = await readFile(join(dist, 'index.html'), 'utf8')
  const files = new Set(['index.html'])
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const address = attribute(tag, 'src') ?? attribute(tag, 'href')
    if (!address || /^(?:[a-z]+:|\/\/)/i.test(address)) continue
    if (tag.startsWith('<link') && !ASKS_FOR_NOW.test(attribute(tag, 'rel'))) continue
    if (attribute(tag, 'fetchpriority') !== 'low') files.add(address.replace(/^\.?\//, '').replace(/[?#].*$/, ''))
  }
  const manifest = await readManifest(dist)
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]))
  for (const file of files) {
    const chunk = chunks.get(file)
    for (const key of chunk?.imports ?? []) files.add(manifest[key].file)
    for (const style of chunk?.css ?? []) files.add(style)
  }
  return [...files]
}

function attribute(tag, name) {
  return new RegExp(`\\s${name}=["']?([^"'\\s>]+)`).exec(tag)?.[1]
}

async function readManifest(dist) {
  try {
    return JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8'))
  } catch (error) {
    throw new Error('dist/.vite/manifest.json is missing: vite.config.ts must set build.manifest.', { cause: error })
  }
}

/** Measures the files: `{ rows: [{ file, raw, packed }], total }`, the largest first. */
export async function measure(dist) {
  const rows = await Promise.all(
    (await upFront(dist)).map(async (file) => {
      const bytes = await readFile(join(dist, file))
      return { file, raw: bytes.length, packed: (await compress(bytes)).length }
    }),
  )
  rows.sort((a, b) => b.packed - a.packed)
  return { rows, total: rows.reduce((sum, row) => sum + row.packed, 0) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, total } = await measure(join(root, 'dist'))
  const line = (file, raw, packed) => console.log(`${String(raw).padStart(10)} ${String(packed).padStart(10)}  ${file}`)
  line('file', 'bytes', 'brotli')
  for (const { file, raw, packed } of rows) line(file, raw, packed)
  const over = total > BUDGET
  line(`in all, of ${BUDGET} at most${over ? ': TOO MUCH' : ''}`, '', total)
  if (over) process.exitCode = 1
}
