/**
 * The size budget: what the page asks for before the graph is painted and what it asks for by itself in all, as a host
 * would send it (brotli); and the table of all scripts and styles, `tests/chunks.json`, which no chunk may outgrow unseen.
 *
 *   --write   writes the table anew (`npm run sizes` builds first)
 *
 * Before the graph is painted come `index.html`, every file it names, what those scripts import statically (Vite's
 * manifest), and the flags. The panels follow by themselves; all else is fetched after a click.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'
import { compress } from './serve.mjs'

/** The most that may be transferred until the graph is painted, in bytes. */
export const BUDGET = 300_000
/** The most that the page may ask for by itself. */
export const BUDGET_IN_ALL = 550_000
/** Where each script's and style's size stands. */
export const TABLE = join(root, 'tests', 'chunks.json')

/** A chunk may grow by as much before someone has to look: the larger of both. */
const GROWTH = { share: 0.05, bytes: 500 }

const ASKS_FOR_NOW = /^(?:stylesheet|modulepreload|preload|icon)$/
/** What the scripts ask for by themselves, which stands in no HTML: while the graph is made, and with the panels. */
const WHILE_MADE = /^dataset\/flags-/
const WITH_PANELS = /^(?:dataset\/texts-|assets\/(?:panels|controls)-)/

/** The name of a chunk without the hash of what is in it. */
export function nameOf(file) {
  return file.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '')
}

/** The files, relative to `dist`, that the page needs up front. */
async function upFront(dist, all) {
  const html = await readFile(join(dist, 'index.html'), 'utf8')
  const files = new Set(['index.html', ...all.filter((file) => WHILE_MADE.test(file))])
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const address = attribute(tag, 'src') ?? attribute(tag, 'href')
    if (!address || /^(?:[a-z]+:|\/\/)/i.test(address)) continue
    if (tag.startsWith('<link') && !ASKS_FOR_NOW.test(attribute(tag, 'rel'))) continue
    files.add(address.replace(/^\.?\//, '').replace(/[?#].*$/, ''))
  }
  const manifest = await readManifest(dist)
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]))
  for (const file of files) {
    for (const key of chunks.get(file)?.imports ?? []) files.add(manifest[key].file)
  }
  return files
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

/**
 * Measures what is built.
 * @returns `{ rows, chunks }`: of each file that the page asks for by itself `{ file, raw, packed, isFirst }`, the largest
 *   first; and the table of scripts and styles as it should be
 */
async function measure(dist) {
  const all = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll('\\', '/')).toSorted()
  const first = await upFront(dist, all)
  const rows = []
  const chunks = {}
  for (const file of new Set([...first, ...all])) {
    const isByItself = first.has(file) || WITH_PANELS.test(file)
    const isChunk = /^assets\/.*\.(?:js|css)$/.test(file)
    if (!isByItself && !isChunk) continue
    const bytes = await readFile(join(dist, file))
    const packed = (await compress(bytes)).length
    if (isByItself) rows.push({ file, raw: bytes.length, packed, isFirst: first.has(file) })
    if (!isChunk) continue
    // Small chunks may share a name: they stand in one line.
    const own = (chunks[nameOf(file)] ??= { bytes: 0, when: 'on demand' })
    own.bytes += packed
    if (isByItself) own.when = WITH_PANELS.test(file) ? 'panels' : 'first'
  }
  rows.sort((a, b) => b.packed - a.packed)
  return { rows, chunks }
}

/**
 * Compares the table with what is built.
 * @returns the faults in words, with what is to be done
 */
export function tableFaults(table, built) {
  const faults = []
  for (const [name, { bytes, when }] of Object.entries(built)) {
    const known = table[name]
    if (!known) {
      faults.push(`${name} (${bytes} bytes, ${when}) is new`)
    } else if (bytes - known.bytes > Math.max(known.bytes * GROWTH.share, GROWTH.bytes)) {
      faults.push(`${name} grew from ${known.bytes} to ${bytes} bytes`)
    } else if (when !== known.when) {
      faults.push(`${name} is loaded "${when}" and no longer "${known.when}"`)
    }
  }
  for (const name of Object.keys(table)) if (!built[name]) faults.push(`${name} is no longer built`)
  return faults
}

/** The table as text: the chunks of each time together, by name, one in a line. */
function tableText(chunks) {
  const times = ['first', 'panels', 'on demand']
  const sorted = Object.entries(chunks).toSorted(
    ([a, { when: x }], [b, { when: y }]) => times.indexOf(x) - times.indexOf(y) || (a < b ? -1 : 1),
  )
  const lines = sorted.map(([name, { bytes, when }]) => `  "${name}": { "bytes": ${bytes}, "when": "${when}" }`)
  return `{\n${lines.join(',\n')}\n}\n`
}

/** Prints what the page asks for by itself against both bars; hands back whether they are held. */
function reportTotals(rows) {
  const line = (file, raw, packed) => console.log(`${String(raw).padStart(10)} ${String(packed).padStart(10)}  ${file}`)
  const total = (own) => own.reduce((sum, { packed }) => sum + packed, 0)
  line('file', 'bytes', 'brotli')
  const first = rows.filter(({ isFirst }) => isFirst)
  let isHeld = true
  for (const [words, own, shown, most] of [
    ['until the graph is painted', first, first, BUDGET],
    ['in all', rows, rows.filter(({ isFirst }) => !isFirst), BUDGET_IN_ALL],
  ]) {
    for (const { file, raw, packed } of shown) line(file, raw, packed)
    const isOver = total(own) > most
    line(`${words}, of ${most} at most${isOver ? ': TOO MUCH' : ''}`, '', total(own))
    if (isOver) isHeld = false
  }
  return isHeld
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, chunks } = await measure(join(root, 'dist'))
  if (!reportTotals(rows)) process.exitCode = 1
  if (process.argv.includes('--write')) {
    await writeFile(TABLE, tableText(chunks))
  } else {
    const faults = tableFaults(JSON.parse(await readFile(TABLE, 'utf8')), chunks)
    if (faults.length > 0) {
      console.log(
        `${faults.join('\n')}\nWhat is built is not what tests/chunks.json says. Have what grew loaded later, or make it smaller; where it is meant to be so, run: npm run sizes`,
      )
      process.exitCode = 1
    }
  }
}
