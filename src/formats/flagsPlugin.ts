import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import type { Plugin } from 'vite'
import { readDataFolderFromDisk } from './dataFolderFromDisk.ts'

const MODULE = 'virtual:dyad-flags'
const RESOLVED = `\0${MODULE}`
const DEV_FLAGS = '/dataset/'

/**
 * The files: the flags of the network's own actors, those of actors that only stand around it when asked for, and those of
 * all states, for datasets of other people.
 */
const FILES = ['flags', 'contextFlags', 'worldFlags'] as const
type File = (typeof FILES)[number]

/**
 * The Vite plugin that gathers the flags which the data folder's actors name, as two files of SVG texts by name. The flags
 * are flag-icons' square ones: they are shown in circles.
 *
 * @param options.dir path of the data folder, relative to Vite's root
 */
export function flagsPlugin(options: { dir: string }): Plugin {
  let isBuild = false
  const references = new Map<File, string>()
  const gathered = (): Record<File, string> => {
    // Faults are the dataset plugin's to report; a folder with faults has no flags.
    const actors = (readDataFolderFromDisk(options.dir).dataset?.actors ?? []).filter(({ flag }) => flag)
    const inOne = (names: readonly string[]) =>
      JSON.stringify(Object.fromEntries(names.map((name) => [name, flagSvg(name)])))
    const inTier = (isContext: boolean) =>
      actors.filter(({ tier }) => (tier === 'context') === isContext).map(({ flag }) => flag!)
    return { flags: inOne(inTier(false)), contextFlags: inOne(inTier(true)), worldFlags: inOne(stateFlags()) }
  }
  return {
    name: 'dyad-flags',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    buildStart() {
      if (!isBuild) return
      for (const [file, source] of Object.entries(gathered()) as [File, string][]) {
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
        references.set(file, this.emitFile({ type: 'asset', fileName: `dataset/${file}-${hash}.json`, source }))
      }
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined
    },
    load(id) {
      if (id !== RESOLVED) return undefined
      const urlOf = (file: File) => {
        const reference = references.get(file)
        return reference ? `import.meta.ROLLUP_FILE_URL_${reference}` : JSON.stringify(`${DEV_FLAGS}${file}.json`)
      }
      return FILES.map((file) => `export const ${file}Url = ${urlOf(file)}\n`).join('')
    },
    configureServer(server) {
      for (const file of FILES) {
        server.middlewares.use(`${DEV_FLAGS}${file}.json`, (_request, response) => {
          response.setHeader('Content-Type', 'application/json')
          response.end(gathered()[file])
        })
      }
    },
  }
}

/** The names of the flags of states and territories: two letters, as ISO 3166 has them. */
function stateFlags(): string[] {
  return readdirSync(dirname(flagPath('un')))
    .map((file) => basename(file, '.svg'))
    .filter((name) => name.length === 2)
    .sort()
}

function flagPath(name: string): string {
  return createRequire(import.meta.url).resolve(`flag-icons/flags/1x1/${name}.svg`)
}

/** The square flag of a name, as flag-icons has it, on one line. */
export function flagSvg(name: string): string {
  // Without a size of its own an SVG is drawn into whatever its reader thinks usual: 300 by 150, mostly.
  return readFileSync(flagPath(name), 'utf8')
    .replace(/\s*\n\s*/g, ' ')
    .replace('<svg ', '<svg width="128" height="128" ')
    .trim()
}
