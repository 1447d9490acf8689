/** Builds the bare page: Cytoscape and the elements that Dyad opens with, and nothing else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, runnerImport } from 'vite'
import { root } from '../install.mjs'

/** @returns `{ folder, count, remove }`: where the page lies, and how many elements it draws */
export async function buildBarePage() {
  const options = { root, configFile: false, logLevel: 'error' }
  const { module } = await runnerImport(join(root, 'scripts/bench/elements.ts'), options)
  const drawing = module.openingElements(join(root, 'data'))
  const folder = await mkdtemp(join(tmpdir(), 'dyad-bare-'))
  await build({
    root: join(root, 'scripts/bench/bare'),
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
  })
  await writeFile(join(folder, 'elements.json'), JSON.stringify(drawing))
  return { folder, count: drawing.elements.length, remove: () => rm(folder, { recursive: true }) }
}
