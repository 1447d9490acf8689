/**
 * A small file server for `dist`: for `npm start`, the browser tests and the bench, so that all three see the bytes
 * that a well-kept host would send (brotli, hashed files cached for good).
 */
import { createServer } from 'node:http'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const HOST = '127.0.0.1'
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.parquet': 'application/vnd.apache.parquet',
}
const PACKED_ALREADY = new Set(['.png', '.jpg', '.webp', '.woff', '.woff2', '.pdf', '.parquet'])
/** A file that never changes under its address, from the top of the folder: a hash of it is in its name or its folder's. */
const HASHED = /^(?:(?:assets|dataset)\/[^/]+-[\w-]{8}\.\w+|fonts\/[\w-]{8}\/[^/]+)$/

const brotli = promisify(brotliCompress)

/** Brotli as a host would make it once, ahead of time: the smallest it can be. */
export function compress(bytes) {
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}

/**
 * Serves a folder on 127.0.0.1.
 * @param folder what to serve
 * @param port the port to try first; 0 for any free one
 * @param tries how many ports to try, counting up
 * @param packs whether what is sent is compressed, which takes its time for everything in the folder
 * @returns `{ url, ready, close }`; `ready` resolves once everything has been compressed
 */
export async function serve(folder, { port = 0, tries = 1, packs = true } = {}) {
  const top = await realpath(resolve(folder))
  const cache = new Map()
  const headers = await headersFor(top)
  const server = createServer((request, response) => {
    answer(top, cache, headers, packs, request, response).catch((error) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, port, tries)
  const ready = packs ? warm(top, cache) : Promise.resolve()
  return {
    url: `http://${HOST}:${server.address().port}/`,
    ready,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(top, cache, headers, packs, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const path = await fileFor(top, request.url)
  const folder = path ? null : await folderFor(top, request.url)
  if (folder) {
    response.writeHead(301, { Location: folder }).end()
    return
  }
  if (!path) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n')
    return
  }
  const file = await load(path, cache, packs)
  const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? await file.packed : null
  const whole = packed ?? file.bytes
  // Of what is sent compressed, a range would be one of the compressed bytes, which nobody asks for.
  const range = packed ? null : rangeIn(request.headers.range, whole.length)
  if (range === 'none') {
    response.writeHead(416, { 'Content-Range': `bytes */${whole.length}` }).end()
    return
  }
  const body = range ? whole.subarray(range.start, range.end) : whole
  response.writeHead(range ? 206 : 200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    'Cache-Control': HASHED.test(relative(top, path).replaceAll(sep, '/'))
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    ...headers(request.url),
    Vary: 'Accept-Encoding',
    ...(packed && { 'Content-Encoding': 'br' }),
    ...(!packed && { 'Accept-Ranges': 'bytes' }),
    ...(range && { 'Content-Range': `bytes ${range.start}-${range.end - 1}/${whole.length}` }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/**
 * The bytes that a `Range` header asks for, the end not included; `null` where it asks for none that is understood, so that
 * the whole file is sent; 'none' where the file has no such bytes. Only one range is served, as most hosts do.
 */
function rangeIn(header, length) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || first + last === '') return null
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const end = first === '' || last === '' ? length : Math.min(length, Number(last) + 1)
  if (start >= length || (first === '' && Number(last) === 0)) return 'none'
  return end > start ? { start, end } : null
}

/** What the folder's own `_headers` (as Netlify and Cloudflare Pages read it) wants sent: headers by address. */
async function headersFor(top) {
  const text = await readFile(join(top, '_headers'), 'utf8').catch(() => '')
  const rules = []
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+): (.+)$/.exec(line)
    if (header) rules.at(-1).headers[header[1]] = header[2]
    else if (line.trim()) rules.push({ path: line.trim(), headers: {} })
  }
  return (address) => {
    const path = address.split(/[?#]/, 1)[0]
    const isMeant = (own) => (own.endsWith('*') ? path.startsWith(own.slice(0, -1)) : path === own)
    return Object.assign({}, ...rules.filter((rule) => isMeant(rule.path)).map((rule) => rule.headers))
  }
}

/** The file that an address stands for, or null where it stands for none inside the folder. */
async function fileFor(top, address) {
  let path
  try {
    path = decodeURIComponent(address.split(/[?#]/, 1)[0])
  } catch {
    return null
  }
  if (path.includes('\0')) return null
  if (path.endsWith('/')) path += 'index.html'
  const wanted = resolve(join(top, path))
  if (!wanted.startsWith(top + sep)) return null
  try {
    const real = await realpath(wanted)
    return real.startsWith(top + sep) && (await stat(real)).isFile() ? real : null
  } catch {
    return null
  }
}

/** Where a folder's page lies, for an address that names the folder without the slash at its end: hosts send its visitors there. */
async function folderFor(top, address) {
  const [, path, rest] = /^([^?#]*)(.*)$/.exec(address)
  const isFolder = !path.endsWith('/') && (await fileFor(top, `${path}/index.html`))
  // From the name on, so that it leads to no other host.
  return isFolder ? `./${path.slice(path.lastIndexOf('/') + 1)}/${rest}` : null
}

/** Reads and compresses a file once for as long as it does not change on disk. */
async function load(path, cache, packs) {
  const { mtimeMs, size } = await stat(path)
  const known = cache.get(path)
  if (known?.mtimeMs === mtimeMs && known.size === size) return known
  const bytes = await readFile(path)
  const packed = !packs || PACKED_ALREADY.has(extname(path)) ? Promise.resolve(null) : compress(bytes)
  const file = { mtimeMs, size, bytes, packed }
  cache.set(path, file)
  return file
}

/** Compresses everything now, so that no visitor waits for it. */
async function warm(top, cache) {
  const entries = await readdir(top, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  const order = paths.toSorted((a, b) => relative(top, a).length - relative(top, b).length)
  await Promise.all(order.map(async (path) => (await load(path, cache, true)).packed))
}

/** Listens on the first free port from `port` on. */
async function listen(server, port, tries) {
  for (let i = 0; ; i++) {
    try {
      await new Promise((done, fail) => {
        server.once('error', fail)
        server.listen(port === 0 ? 0 : port + i, HOST, () => {
          server.off('error', fail)
          done()
        })
      })
      return
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      if (i + 1 >= tries) throw new Error(`Port ${port} is taken; choose another with --port.`, { cause: error })
    }
  }
}
