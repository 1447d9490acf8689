import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type PluginOption } from 'vite'
import { cataloguesPlugin } from './src/formats/cataloguesPlugin.ts'
import { chunksPlugin } from './src/formats/chunksPlugin.ts'
import { copyPlugin } from './src/formats/copyPlugin.ts'
import { datasetPlugin } from './src/formats/datasetPlugin.ts'
import { flagsPlugin } from './src/formats/flagsPlugin.ts'
import { fontsPlugin } from './src/formats/fontsPlugin.ts'
import { leanPlugin } from './src/formats/leanPlugin.ts'
import { offlinePlugin } from './src/formats/offlinePlugin.ts'
import { policyPlugin } from './src/formats/policyPlugin.ts'
import { singlePlugin } from './src/formats/singlePlugin.ts'
import { FONT_FAMILIES, ownSlices } from './src/pictures/fonts.ts'

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
    leanPlugin(),
    cataloguesPlugin(),
    // The catalogues speak for the controls: their own words in thirty languages are not sent.
    locales.vite({ locales: ['en-US', 'en-GB'] }),
  ]
}

/** What the page asks for by itself, one file each, in the order in which it is needed. */
const PARTS = [
  { name: 'first', of: ['src/app/main.ts'] },
  { name: 'panels', of: ['src/app/mount.tsx'] },
  {
    name: 'controls',
    of: [
      'src/panels/asof/AsOf.tsx',
      'src/panels/LanguageMenu.tsx',
      'src/panels/StageMenus.tsx',
      'src/panels/walk/Walk.tsx',
      'src/panels/commands/pageKeys.ts',
      'src/app/offline.ts',
      'src/panels/print/printing.tsx',
    ],
  },
]

/** What the page fetches beside its scripts. */
function dataPlugins(): PluginOption[] {
  return [copyPlugin({ plugins: pagePlugins }), datasetPlugin({ dir: 'data' }), flagsPlugin({ dir: 'data' })]
}

/** `npm run single`: the page in one file. Of all letters it has those that every picture needs. */
const SINGLE: PluginOption[] = [
  ...pagePlugins(),
  ...dataPlugins(),
  fontsPlugin({
    families: FONT_FAMILIES.map(({ id }, i) => ({ id, slices: (all) => (i === 0 ? ownSlices(id, all) : []) })),
    isPart: true,
  }),
  singlePlugin(),
]

const SITE: PluginOption[] = [
  ...pagePlugins(),
  ...dataPlugins(),
  fontsPlugin({ families: FONT_FAMILIES.map(({ id }) => ({ id, slices: (all) => ownSlices(id, all) })) }),
  chunksPlugin({ parts: PARTS }),
  offlinePlugin(),
  policyPlugin(),
]

// Addresses are relative, so that the build works from any folder of any static host.
export default defineConfig(({ mode }) => ({
  base: './',
  plugins: mode === 'single' ? SINGLE : SITE,
  worker: { format: mode === 'single' ? 'iife' : 'es' },
  build: {
    target: 'es2022',
    // A browser that knows no hints fetches the same files a little later.
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
}))
