import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type PluginOption, type Rolldown } from 'vite'
import { DESCRIPTION_PLACE, PARTS_PLACE, TITLE_PLACE } from './copyFile.ts'

const FILE = 'copy.html'
const MODULE = 'virtual:dyad-copy'
const RESOLVED = `\0${MODULE}`
const ENTRY = 'src/app/copy.ts'

/** What a copy has no use for: it makes no files that need fonts or a server, and has no other address to share. */
const LEFT_OUT =
  /\/(?:(?:studio\/\w+|views\/ViewsDialog|views\/Briefing|datasets\/DatasetsDialog|editing\/EditDialog)\.tsx|editing\/edits\.ts|printPicture\.ts)$/
const EMPTY = '\0dyad-left-out'

/** The finest outline of the land is as large as all the rest. */
const FINER_LAND = 'world-atlas/land-50m.json?url'
const COARSE_LAND = 'world-atlas/land-110m.json?url'

/**
 * The Vite plugin that leaves `copy-[hash].html` among the page's assets: the whole page in one file, with a place for a dataset,
 * from which interactive copies are made (`copyFile.ts`). It builds the page a second time, beside the first.
 * `virtual:dyad-copy` says where it is, so that a page makes copies of its own version only.
 *
 * @param options.plugins makes the plugins that the page itself is built with
 */
export function copyPlugin(options: { plugins: () => PluginOption[] }): Plugin {
  let root = ''
  let target: string | string[] | false | undefined
  let isBuild = false
  let made: Promise<string> | null = null
  const make = () => (made ??= templateOf(root, target, options.plugins()))
  return {
    name: 'dyad-copy',
    configResolved(config) {
      root = config.root
      target = config.build.target
      isBuild = config.command === 'build'
    },
    buildStart() {
      if (!isBuild) return
      made = null
      // Waited for at the end; a fault is told there.
      make().catch(() => undefined)
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined
    },
    async load(id) {
      if (id !== RESOLVED) return undefined
      if (!isBuild) return `export const templateUrl = new URL('/${FILE}', location.href).href\n`
      const source = await make()
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
      const fileName = `assets/${FILE.replace('.', `-${hash}.`)}`
      const reference = this.emitFile({ type: 'asset', fileName, source })
      return `export const templateUrl = import.meta.ROLLUP_FILE_URL_${reference}\n`
    },
    configureServer(server) {
      server.middlewares.use(`/${FILE}`, (_request, response, next) => {
        made = null
        const answer = (html: string) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8')
          response.end(html)
        }
        make().then(answer, next)
      })
    },
  }
}

async function templateOf(root: string, target: string | string[] | false | undefined, plugins: PluginOption[]) {
  const output = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [leaveOut(), ...plugins],
    build: {
      target,
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      // Whatever the page fetches stands in it.
      assetsInlineLimit: () => true,
      rolldownOptions: { input: join(root, ENTRY), output: { codeSplitting: false } },
    },
  })
  const files = (Array.isArray(output) ? output : [output as Rolldown.RolldownOutput]).flatMap((own) => own.output)
  const scripts = files.filter((file) => file.type === 'chunk').map(({ code }) => code)
  const styles = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [file.source] : []))
  const others = files.filter((file) => file.type === 'asset' && !file.fileName.endsWith('.css'))
  if (scripts.length !== 1 || others.length > 0) {
    throw new Error(`${FILE}: not all in one file: ${files.map(({ fileName }) => fileName).join(', ')}`)
  }
  const page = readFileSync(join(root, 'index.html'), 'utf8')
  const icon = readFileSync(join(root, 'public/icon.svg')).toString('base64')
  return copyPage(page, { script: scripts[0]!, style: styles.map(String).join('\n'), icon })
}

/** Takes what a copy has no use for out of its build. */
function leaveOut(): Plugin {
  return {
    name: 'dyad-copy-left-out',
    enforce: 'pre',
    async resolveId(source, importer, resolving) {
      if (source === FINER_LAND) return this.resolve(COARSE_LAND, importer, { ...resolving, skipSelf: true })
      return LEFT_OUT.test(source) ? EMPTY : undefined
    },
    load(id) {
      return id === EMPTY ? { code: 'export {}', moduleSideEffects: false } : undefined
    },
  }
}

/**
 * The template: the page's own HTML with everything in it. It allows itself no request at all, and runs no script but its
 * own, whatever is put into it.
 * @param page the text of `index.html`
 */
export function copyPage(page: string, parts: PageParts): string {
  const steps: [RegExp | string, string][] = [
    [/<title>[^<]*<\/title>/, TITLE_PLACE.join('')],
    [/<meta\s+name="description"[^>]*>/, DESCRIPTION_PLACE.join('')],
    ['<script type="module" src=', `${PARTS_PLACE.join('')}\n<script type="module" src=`],
  ]
  const prepared = steps.reduce((text, [what, by]) => replaced(text, what, by), page)
  return pageInOne(prepared, parts, (own) =>
    [
      "default-src 'none'",
      `script-src ${own}`,
      "style-src 'unsafe-inline'",
      'img-src data: blob:',
      'connect-src data:',
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  )
}

/** What is put into a page, for it to need no other file. */
export interface PageParts {
  script: string
  style: string
  /** The icon, an SVG, as base64. */
  icon: string
}

/**
 * The page's own HTML with its script, styles and icon in it.
 * @param page the text of `index.html`
 * @param policyOf what the page may do, given the sources of its own scripts as a policy names them
 */
export function pageInOne(page: string, parts: PageParts, policyOf: (own: string) => string): string {
  const script = scriptInHtml(parts.script)
  const steps: [RegExp | string, string][] = [
    [/<link rel="apple-touch-icon"[^>]*>\s*/, ''],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml;base64,${parts.icon}" />`],
    [/<script type="module" src="[^"]*"><\/script>/, `<script type="module">${script}</script>`],
    ['</head>', `<style>${parts.style.replace(/<\/style/gi, '<\\/style')}</style>\n</head>`],
  ]
  const whole = steps.reduce((text, [what, by]) => replaced(text, what, by), page)
  const own = [...whole.matchAll(/<script(?: type="module")?>([^]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
  )
  const policy = policyOf(own.join(' '))
  return replaced(
    whole,
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  )
}

function replaced(text: string, what: string | RegExp, by: string): string {
  // By a function: what a text puts in is no pattern.
  const next = text.replace(what, () => by)
  if (next === text && !text.includes(by)) throw new Error(`${FILE}: index.html has no ${what}`)
  return next
}

/** A script that the end of no element stands in. In texts and patterns the escapes mean the same. */
function scriptInHtml(code: string): string {
  return code
    .trim()
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '\\x3C!--')
}
