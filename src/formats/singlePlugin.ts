import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { pageInOne } from './copyPlugin.ts'
import { POLICY } from './policyPlugin.ts'

const FILE = 'dyad.html'
const ENTRY = 'src/app/single.ts'

/** As the bundler writes the address of a file beside the script. */
const ADDRESS = /new URL\(`([^`]+)`,\s*import\.meta\.url\)\.href/g

const TYPES: Record<string, string> = { '.html': 'text/html', '.json': 'application/json', '.woff': 'font/woff' }

/**
 * The Vite plugin that builds the whole page as one file, `dyad.html`, which opens from disk: scripts, styles, the dataset, flags,
 * land, the letters that pictures have and the page of copies all stand in it. It is built in a mode of its own
 * (`npm run single`), since nothing in it may be split.
 */
export function singlePlugin(): Plugin {
  let root = ''
  return {
    name: 'dyad-single',
    apply: 'build',
    enforce: 'post',
    config: (config) => ({
      publicDir: false,
      // The reading of files, too, is one script: there is no other that it could ask for.
      worker: { rolldownOptions: { output: { codeSplitting: false } } },
      build: {
        outDir: config.build?.outDir ?? 'dist-single',
        manifest: false,
        cssCodeSplit: false,
        modulePreload: false,
        chunkSizeWarningLimit: 20_000,
        rolldownOptions: {
          input: join(config.root ?? process.cwd(), ENTRY),
          output: { codeSplitting: false },
        },
      },
    }),
    configResolved(config) {
      root = config.root
    },
    generateBundle: {
      // After Vite's own last steps, which write into the script.
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
        const scripts = files.filter((file) => file.type === 'chunk')
        const styles = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
        if (scripts.length !== 1) throw new Error(`${FILE}: the script is not one but ${scripts.length}`)
        const script = withFilesInIt(scripts[0]!.code, bundle)
        const source = pageInOne(
          readFileSync(join(root, 'index.html'), 'utf8'),
          {
            script,
            style: styles.map((file) => String((file as Rolldown.OutputAsset).source)).join('\n'),
            icon: readFileSync(join(root, 'public/icon.svg')).toString('base64'),
          },
          (own) => policyOfOne(own),
        )
        for (const { fileName } of files) delete bundle[fileName]
        this.emitFile({ type: 'asset', fileName: FILE, source })
      },
    },
  }
}

/** A script in which each file that it names by an address stands itself; other scripts as what a worker can be made of. */
export function withFilesInIt(code: string, bundle: Rolldown.OutputBundle): string {
  return code.replace(ADDRESS, (_whole, path: string) => {
    const plain = path.replace(/^(?:\.\.?\/)+/, '')
    const name = Object.keys(bundle).find((own) => `/${own}`.endsWith(`/${plain}`))
    const file = name === undefined ? undefined : bundle[name]
    if (name === undefined || !file) throw new Error(`${FILE}: ${path} is named, but not built`)
    const source = file.type === 'asset' ? file.source : file.code
    if (extname(name) === '.js') {
      return `URL.createObjectURL(new Blob([${JSON.stringify(String(source))}],{type:"text/javascript"}))`
    }
    const type = TYPES[extname(name)]
    if (!type) throw new Error(`${FILE}: of what type is ${name}?`)
    return JSON.stringify(`data:${type};base64,${Buffer.from(source).toString('base64')}`)
  })
}

/** The page's own policy for a page that has no server: it connects to nothing at all. */
function policyOfOne(own: string): string {
  const others: Record<string, string> = {
    'script-src': own,
    'style-src': "'unsafe-inline'",
    'img-src': 'data: blob:',
    'font-src': 'data:',
    'media-src': 'blob:',
    'connect-src': 'data: blob:',
    'worker-src': 'blob:',
    'frame-src': 'blob:',
    'manifest-src': "'none'",
  }
  return POLICY.split('; ')
    .map((rule) => rule.split(' ', 1)[0]!)
    .map((name, i) => (others[name] === undefined ? POLICY.split('; ')[i]! : `${name} ${others[name]}`))
    .join('; ')
}
