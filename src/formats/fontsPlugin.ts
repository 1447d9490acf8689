import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const MODULE = 'virtual:dyad-fonts'
const RESOLVED = `\0${MODULE}`
const DEV_FOLDER = '/fonts/'

/** A family of letters, as the plugin needs to know it. */
export interface EmittedFamily {
  id: string
  /** Which of its slices are wanted. */
  slices: (all: readonly string[]) => readonly string[]
}

/**
 * The Vite plugin that puts the files of letters beside a build, in one folder: for each family `arimo.json` with the
 * ranges of Unicode that its slices hold, and `arimo-latin-400-normal.woff` for each slice in two weights. The folder is
 * named after the versions of the fonts, so its files may be kept for ever. `virtual:dyad-fonts` says where each is.
 *
 * @param options.isPart only some of the slices are there: then each is named by itself, and for all others there is no address
 */
export function fontsPlugin(options: { families: readonly EmittedFamily[]; isPart?: boolean }): Plugin {
  const require = createRequire(import.meta.url)
  const folderOf = (id: string) => dirname(require.resolve(`@fontsource/${id}/package.json`))
  const rangesOf = (id: string) => readFileSync(join(folderOf(id), 'unicode.json'), 'utf8')
  let isBuild = false
  const references = new Map<string, string>()
  return {
    name: 'dyad-fonts',
    configResolved(config) {
      isBuild = config.command === 'build' && !config.build.ssr
    },
    buildStart() {
      if (!isBuild) return
      const versions = options.families.map(({ id }) => readFileSync(join(folderOf(id), 'package.json')))
      const hash = createHash('sha256')
      for (const version of versions) hash.update(version)
      const folder = `fonts/${hash.digest('base64url').slice(0, 8)}`
      for (const { id, slices } of options.families) {
        const ranges = rangesOf(id)
        const emit = (name: string, source: string | Uint8Array) =>
          references.set(name, this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source }))
        emit(`${id}.json`, ranges)
        for (const slice of slices(Object.keys(JSON.parse(ranges)))) {
          for (const weight of [400, 700]) {
            const name = `${id}-${slice.replace(/[[\]]/g, '')}-${weight}-normal.woff`
            emit(name, readFileSync(join(folderOf(id), 'files', name)))
          }
        }
      }
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined
    },
    load(id) {
      if (id !== RESOLVED) return undefined
      const base = isBuild
        ? `import.meta.ROLLUP_FILE_URL_${[...references.values()][0]}`
        : `new URL('${DEV_FOLDER}', location.href)`
      if (!options.isPart) return `export const fontAddress = (file) => new URL(file, ${base}).href\n`
      const table = [...references].map(([name, own]) => `${JSON.stringify(name)}: import.meta.ROLLUP_FILE_URL_${own}`)
      return `const files = { ${table.join(', ')} }\nexport const fontAddress = (file) => files[file] ?? null\n`
    },
    configureServer(server) {
      server.middlewares.use(DEV_FOLDER, (request, response, next) => {
        const file = request.url?.slice(1).split('?')[0] ?? ''
        const family = options.families
          .filter(({ id }) => file === `${id}.json` || file.startsWith(`${id}-`))
          .find(({ id }) => /^(?:\.json|-[a-z0-9-]+\.woff)$/.test(file.slice(id.length)))
        if (!family) return next()
        const isList = file.endsWith('.json')
        response.setHeader('Content-Type', isList ? 'application/json' : 'font/woff')
        response.end(isList ? rangesOf(family.id) : readFileSync(join(folderOf(family.id), 'files', file)))
      })
    },
  }
}
