/** Builds the bare page: Cytoscape and the elements that Dyad draws, and nothing else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, runnerImport } from 'vite'
import { root } from '../install.mjs'

const DATA = join(root, 'data')

/**
 * @returns `{ folder, count, initiatives, addFile, remove }`: where the page lies; how many elements it draws, of how many
 *   initiatives; what puts the elements of a
 *   file of other people's data beside them, for `?elements=NAME`, and hands back what changes in them (`changingElements`)
 */
export async function buildBarePage() {
  const options = { root, configFile: false, logLevel: 'error' }
  const { module } = await runnerImport(join(root, 'scripts/bench/elements.ts'), options)
  const drawing = module.openingElements(DATA)
  const folder = await mkdtemp(join(tmpdir(), 'dyad-bare-'))
  await build({
    root: join(root, 'scripts/bench/bare'),
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
  })
  const write = (name, { elements, style, opening }) =>
    writeFile(join(folder, `${name}.json`), JSON.stringify({ elements, style, opening }))
  await write('elements', drawing)
  return {
    folder,
    count: drawing.elements.length,
    initiatives: drawing.initiatives,
    addFile: async (name, path, from, unit, steps) => {
      const changing = await module.changingElements(path, DATA, from, unit, steps)
      await write(name, changing)
      return changing
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
