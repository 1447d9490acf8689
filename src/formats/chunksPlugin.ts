import { posix } from 'node:path'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/** A file of scripts: all that some modules need and no earlier part has. */
export interface Part {
  name: string
  /** Paths from Vite's root. */
  of: readonly string[]
}

/** As much of what the bundler knows of a module as is needed here. */
type Module = Pick<Rolldown.ModuleInfo, 'code' | 'exports' | 'importedIds'>

/**
 * Packages whose one file names everything that they have, each piece from a file of its own; whoever imports from one needs
 * only what it names.
 */
const DIRECTORIES =
  /\/node_modules\/(?:react-aria-components|@internationalized\/number|zustand)\/(?:\w+\/)*index\.mjs$/

/**
 * The Vite plugin that puts scripts that are always needed together in one file each: a file of its own costs a small
 * module more in headers than it has code. The page has the second part fetched while the first one makes the graph.
 *
 * @param options.parts in the order in which the page asks for them
 */
export function chunksPlugin(options: { parts: readonly Part[] }): Plugin {
  let root = ''
  let parts: Map<string, string> | null = null
  return {
    name: 'dyad-chunks',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                {
                  name: (id, bundler) => {
                    parts ??= partsOf(options.parts, root, (own) => bundler.getModuleInfo(own))
                    return parts.get(id)
                  },
                },
              ],
            },
          },
        },
      },
    }),
    configResolved(config) {
      root = config.root
    },
    buildStart() {
      parts = null
    },
    transformIndexHtml(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk')
      const second = chunks.find(({ name, isEntry }) => !isEntry && name === options.parts[1]?.name)
      if (!second) return []
      const asked = new Set(
        chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]),
      )
      const link = (file: string, attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true, href: `./${file}`, fetchpriority: 'low' },
        injectTo: 'head',
      })
      const scripts = [second.fileName, ...second.imports].filter((file) => !asked.has(file))
      return [
        ...scripts.map((file) => link(file, { rel: 'modulepreload' })),
        ...[...(second.viteMetadata?.importedCss ?? [])].map((file) => link(file, { rel: 'preload', as: 'style' })),
      ]
    },
  }
}

/** The part of each module that one of the parts needs, by the module's id. */
export function partsOf(
  parts: readonly Part[],
  root: string,
  moduleOf: (id: string) => Module | null,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, of } of parts) {
    const waiting = of.map((path) => posix.join(root, path))
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const module = moduleOf(id)
      if (!module || found.has(id)) continue
      found.set(id, name)
      const names = namesImportedBy(module)
      for (const imported of module.importedIds) {
        const pieces = DIRECTORIES.test(imported) ? (moduleOf(imported)?.importedIds ?? []) : null
        const named = pieces?.filter((piece) => moduleOf(piece)?.exports.some((own) => names.has(own)))
        waiting.push(...(named ?? [imported]))
      }
    }
  }
  return found
}

/** Whatever a module imports by its name. */
function namesImportedBy({ code }: Module): Set<string> {
  const lists = (code ?? '').matchAll(/\bimport\s*\{([^}]*)\}/g)
  return new Set([...lists].flatMap(([, list = '']) => list.split(',').map((name) => name.trim().split(/\s/, 1)[0]!)))
}
