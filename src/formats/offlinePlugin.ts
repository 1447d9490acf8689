import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/**
 * What is kept from the first visit on: all that the page itself asks for. Not the letters of scripts that pictures seldom
 * have, which are twice as large as all else and are kept once they are used; nor what is for others (the whole dataset, its
 * schema, header files), nor the frame that fetches from other hosts, which has no use without a network.
 */
const KEPT = [
  'index.html',
  'icon.svg',
  'assets/**',
  'dataset/*-????????.json',
  'fonts/*/*.json',
  'fonts/*/arimo-*.woff',
]
/** A file that never changes under its address. */
const HASHED = /^(?:assets|fonts|dataset)\//
/** Beyond that something has gone wrong: a single file of this size would be kept by everyone. */
const LARGEST = 4_000_000

/**
 * The Vite plugin by which the page can be installed, and works without a network: its web manifest and its service worker
 * (`src/app/sw.ts`), which is given the list of files with a checksum of each.
 */
export function offlinePlugin(): PluginOption {
  let folder = ''
  return [
    {
      name: 'dyad-offline',
      configResolved(config) {
        folder = resolve(config.root, config.build.outDir)
      },
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      // Built under the same name for ever: a browser that has it asks for it under this name.
      filename: 'sw.ts',
      // The page asks for it once it stands (`src/app/offline.ts`).
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        name: 'Dyad',
        short_name: 'Dyad',
        description: 'A bilateral relations graph explorer: what was promised, and what was delivered.',
        lang: 'en',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#fbfaf8',
        theme_color: '#1f4e8c',
        categories: ['education'],
        icons: [
          { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: './icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: './icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: './icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        globPatterns: KEPT,
        dontCacheBustURLsMatching: HASHED,
        maximumFileSizeToCacheInBytes: LARGEST,
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(join(folder, entry.url)) })),
            warnings: [],
          }),
        ],
      },
    }),
  ]
}

/** What the browser holds a file to: nothing else that a server sends under its address is kept. */
function integrityOf(path: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`
}
