import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin, type PluginOption } from 'vite'
import { copyPlugin } from './src/formats/copyPlugin.ts'
import { datasetPlugin } from './src/formats/datasetPlugin.ts'
import { flagsPlugin } from './src/formats/flagsPlugin.ts'
import { fontsPlugin } from './src/formats/fontsPlugin.ts'
import { policyPlugin } from './src/formats/policyPlugin.ts'
import { FONT_FAMILIES, ownSlices } from './src/pictures/fonts.ts'

/** Has the page fetch the panels while the graph is being made, though they are run only once it is painted. */
function preloadPanels(): Plugin {
  return {
    name: 'dyad-preload-panels',
    transformIndexHtml(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk')
      const panels = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app/mount.tsx'))
      if (!panels) return []
      const asked = new Set(
        chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]),
      )
      const own = [panels.fileName, ...panels.imports].filter((file) => !asked.has(file))
      return own.map((file): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}`, fetchpriority: 'low' },
        injectTo: 'head',
      }))
    },
  }
}

const ZIP = '\0dyad-zip'

/**
 * Has workbooks be packed in the page itself: the library would start workers from texts, which the page's policy refuses. The
 * largest that is written takes about a second.
 */
function packHere(): Plugin {
  return {
    name: 'dyad-pack-here',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'fflate' && importer?.includes('/write-excel-file/') ? ZIP : undefined,
    load: (id) =>
      id === ZIP
        ? `import { zipSync } from 'fflate'
export { zipSync, strToU8, Zip, ZipPassThrough, ZipDeflate, AsyncZipDeflate } from 'fflate'
export function zip(files, callback) {
  let packed
  try { packed = zipSync(files) } catch (error) { callback(error); return }
  callback(null, packed)
}`
        : undefined,
  }
}

/** What the page is built with, and the copies of it. */
function pagePlugins(): PluginOption[] {
  return [
    react(),
    packHere(),
    // The interface is in English: the controls' own words in thirty other languages are not sent.
    locales.vite({ locales: ['en-US', 'en-GB'] }),
  ]
}

/**
 * Small modules that the first page needs in any case, in one file each for the graph and for the panels: a file of its own
 * costs each of them more in headers than it has code.
 */
const TOGETHER = [
  {
    name: 'first',
    test: /\/src\/(?:model\/(?:dates|outcome|outline|view)|network\/(?:changes|columns|filters|links|measures|select|strongest|tally|words)|scene\/(?:changeSigns|legend|palette|strokes|widths))\.ts$/,
  },
  {
    name: 'panels',
    test: /\/src\/panels\/(?:BackToFocus|ChangeSign|Emptiness|OptionMark|OutcomeBar|Tooltip|ZoomButtons|icons|useSession)\.tsx?$/,
  },
]

// Addresses are relative, so that the build works from any folder of any static host.
export default defineConfig({
  base: './',
  plugins: [
    ...pagePlugins(),
    copyPlugin({ plugins: pagePlugins }),
    datasetPlugin({ dir: 'data' }),
    flagsPlugin({ dir: 'data' }),
    fontsPlugin({ families: FONT_FAMILIES.map(({ id }) => ({ id, slices: (all) => ownSlices(id, all) })) }),
    preloadPanels(),
    policyPlugin(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: TOGETHER, includeDependenciesRecursively: false } } },
  },
})
