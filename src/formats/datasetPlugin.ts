import { createHash } from 'node:crypto'
import { posix, relative, resolve, sep } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { outlineOf, textsOf } from '../model/outline.ts'
import type { Dataset } from '../model/schema.ts'
import { packOutline, packTexts } from './compact.ts'
import { readDataFolderFromDisk } from './dataFolderFromDisk.ts'
import { formatFaults } from './fault.ts'
import { datasetJsonSchema } from './folderFiles.ts'

const MODULE = 'virtual:dyad-dataset'
const RESOLVED = `\0${MODULE}`

const DEV_OUTLINE = 'dataset/outline.json'
const DEV_TEXTS = 'dataset/texts.json'
const WHOLE = 'dataset/dyad.json'
const SCHEMA = 'schema/dyad-1.schema.json'

/**
 * The Vite plugin that compiles and checks the data folder.
 *
 * A build gets `dataset/outline-[hash].json` and `dataset/texts-[hash].json` (compact.ts), which
 * `virtual:dyad-dataset` names, and the first of which the page preloads; `dataset/dyad.json`, the whole dataset in format dyad/1; and
 * `schema/dyad-1.schema.json`. Faults in the data stop the build. While serving, the same files come from memory, a
 * change in the folder reloads the page, and faults are printed and answered with status 500.
 *
 * @param options.dir path of the data folder, relative to Vite's root
 */
export function datasetPlugin(options: { dir: string }): Plugin {
  let config: ResolvedConfig
  let dir = ''
  let folderName = ''
  /** Reference ids and file names of the two halves, in a build. */
  let halves: { outline: Emitted; texts: Emitted } | null = null
  let served: Map<string, string> | Error | null = null

  const compile = (): Dataset => {
    const { dataset, faults } = readDataFolderFromDisk(dir)
    if (dataset) return dataset
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
    throw new Error(`${count} in the data:\n${formatFaults(faults, folderName)}`)
  }

  const serve = (): Map<string, string> | Error => {
    if (served) return served
    try {
      const dataset = compile()
      served = new Map([
        [DEV_OUTLINE, packOutline(outlineOf(dataset))],
        [DEV_TEXTS, packTexts(textsOf(dataset))],
        [WHOLE, JSON.stringify(dataset)],
        [SCHEMA, JSON.stringify(datasetJsonSchema(), null, 2)],
      ])
    } catch (error) {
      served = error as Error
      config.logger.error(served.message)
    }
    return served
  }

  return {
    name: 'dyad-dataset',

    configResolved(resolved) {
      config = resolved
      dir = resolve(config.root, options.dir)
      folderName = relative(config.root, dir).split(sep).join('/')
    },

    buildStart() {
      if (config.command !== 'build') return
      const dataset = compile()
      const emit = (fileName: string, source: string): Emitted => ({
        reference: this.emitFile({ type: 'asset', fileName, source }),
        fileName,
      })
      const hashed = (name: string, source: string): Emitted => emit(`dataset/${name}-${hashOf(source)}.json`, source)
      halves = {
        outline: hashed('outline', packOutline(outlineOf(dataset))),
        texts: hashed('texts', packTexts(textsOf(dataset))),
      }
      emit(WHOLE, JSON.stringify(dataset))
      emit(SCHEMA, JSON.stringify(datasetJsonSchema(), null, 2))
    },

    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined
    },

    load(id) {
      if (id !== RESOLVED) return undefined
      // The bundler replaces these by an address relative to the script, so that the page works from any sub-path.
      const [outline, texts] = halves
        ? [
            `import.meta.ROLLUP_FILE_URL_${halves.outline.reference}`,
            `import.meta.ROLLUP_FILE_URL_${halves.texts.reference}`,
          ]
        : [JSON.stringify(config.base + DEV_OUTLINE), JSON.stringify(config.base + DEV_TEXTS)]
      return `export const outlineUrl = ${outline}\nexport const textsUrl = ${texts}\n`
    },

    transformIndexHtml(_html, page) {
      if (!halves) return undefined
      const href = (fileName: string): string => {
        const relativeBase = config.base === '' || config.base.startsWith('.')
        return relativeBase ? `./${posix.relative(posix.dirname(page.path), `/${fileName}`)}` : config.base + fileName
      }
      // The texts are asked for once the graph is painted.
      return [
        {
          tag: 'link',
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: href(halves.outline.fileName) },
          injectTo: 'head-prepend',
        },
      ]
    },

    configureServer(server) {
      server.watcher.add(dir)
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(dir + sep) || !served) return
        served = null
        serve()
        server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use((request, response, next) => {
        const url = request.url?.split('?')[0] ?? ''
        const path = url.startsWith(config.base) ? url.slice(config.base.length) : ''
        if (path !== DEV_OUTLINE && path !== DEV_TEXTS && path !== WHOLE && path !== SCHEMA) return next()
        const files = serve()
        response.setHeader('Cache-Control', 'no-store')
        if (files instanceof Error) {
          response.statusCode = 500
          response.setHeader('Content-Type', 'text/plain; charset=utf-8')
          response.end(files.message)
        } else {
          response.setHeader('Content-Type', 'application/json')
          response.end(files.get(path))
        }
      })
    },
  }
}

interface Emitted {
  reference: string
  /** Path in the output folder. */
  fileName: string
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}
