import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'

/**
 * What the page allows itself. It runs its own scripts only and none that stands in a text, connects to its own host only,
 * and turns no text into script or HTML (Trusted Types; `src/app/trusted.ts` has the one exception). Styles may stand in elements: the controls and the canvas set some.
 * Data from another host comes through `take.html`, a page apart (`src/panels/datasets/fetchInFrame.ts`).
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  // What the page has in memory is its own, too.
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dyad default',
].join('; ')

const REFERRER = 'no-referrer'

/** The header that a host is to send with every file. */
const EVERYWHERE: readonly Header[] = [['X-Content-Type-Options', 'nosniff']]
/** Those of the page. */
const OF_PAGE: readonly Header[] = [
  ['Content-Security-Policy', POLICY],
  ['Referrer-Policy', REFERRER],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
]
const PAGES = ['/', '/index.html']
/** Folders of files that never change under one address. */
const FOLDERS_KEPT = ['assets', 'fonts']
/** Elsewhere such a file is one whose name has a hash of what is in it. */
const HASHED = /^dataset\/[^/]+-[\w-]{8}\.\w+$/
const FOR_GOOD: Header = ['Cache-Control', 'public, max-age=31536000, immutable']
/** Any other file is kept too, but asked after each time. */
const ASK_EACH_TIME: Header = ['Cache-Control', 'no-cache']

/** The service worker, which is written last of all (`offlinePlugin.ts`). */
const WORKER_FILE = 'sw.js'

type Header = readonly [name: string, value: string]

/**
 * The Vite plugin that has the built page hold itself to {@link POLICY}: in the page, since not every host sends headers, and
 * in header files for those that do, which also say how long each file may be kept. The script that stands in `index.html`
 * becomes a file, the last that its head asks for.
 */
export function policyPlugin(): Plugin {
  let publicDir = ''
  return {
    name: 'dyad-policy',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('policyPlugin: there is no index.html to hold to the policy')
      page.source = String(page.source)
        .replace(/\s*<script>([^]*?)<\/script>([^]*?)(?=\s*<\/head>)/, (_whole, code: string, rest: string) => {
          const source = `${code.trim()}\n`
          const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
          const fileName = `assets/scheme-${hash}.js`
          this.emitFile({ type: 'asset', fileName, source })
          // The page is read no further until this has come, so whatever else is to be fetched stands before it.
          return `${rest}\n    <script src="./${fileName}"></script>`
        })
        .replace(
          '<meta charset="utf-8" />',
          `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />\n    <meta name="referrer" content="${REFERRER}" />`,
        )
      // A host that let the service worker be kept would hold its visitors to an old version.
      const files = [...Object.keys(bundle), ...filesIn(publicDir), WORKER_FILE]
      for (const [fileName, source] of Object.entries(headerFiles(files))) {
        this.emitFile({ type: 'asset', fileName, source })
      }
    },
  }
}

/** The files of a folder, by path; none where there is no folder. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/**
 * Header files by name, as Netlify and Cloudflare Pages, Vercel, and Apache read them.
 * @param files all that is served, by path. Cloudflare joins the values of all blocks that match, so no file is in two.
 */
export function headerFiles(files: readonly string[]): Record<string, string> {
  const others = files
    .filter((file) => !FOLDERS_KEPT.includes(file.split('/', 1)[0]!) && !/^(?:\.|index\.html$)/.test(file))
    .toSorted()
  const kept = [
    ...FOLDERS_KEPT.map((folder) => `/${folder}/*`),
    ...others.filter((file) => HASHED.test(file)).map((file) => `/${file}`),
  ]
  const asked = others.filter((file) => !HASHED.test(file)).map((file) => `/${file}`)
  const block = (path: string, headers: readonly Header[]) =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`
  const list = (headers: readonly Header[]) => headers.map(([key, value]) => ({ key, value }))
  const paths: [string, readonly Header[]][] = [
    ['/*', EVERYWHERE],
    ...PAGES.map((path): [string, readonly Header[]] => [path, [...OF_PAGE, ASK_EACH_TIME]]),
    ...kept.map((path): [string, readonly Header[]] => [path, [FOR_GOOD]]),
    ...asked.map((path): [string, readonly Header[]] => [path, [ASK_EACH_TIME]]),
  ]
  return {
    _headers: paths.map(([path, headers]) => block(path, headers)).join('\n'),
    'vercel.json': `${JSON.stringify(
      { headers: paths.map(([path, headers]) => ({ source: path.replace('*', '(.*)'), headers: list(headers) })) },
      null,
      2,
    )}\n`,
    '.htaccess': [
      '<IfModule mod_headers.c>',
      ...[...EVERYWHERE, ASK_EACH_TIME].map(([name, value]) => `  Header set ${name} "${value}"`),
      '  <Files "index.html">',
      ...OF_PAGE.map(([name, value]) => `    Header set ${name} "${value}"`),
      '  </Files>',
      `  <If "%{REQUEST_URI} =~ m#/(?:(?:${FOLDERS_KEPT.join('|')})/|dataset/[^/]+-[\\w-]{8}\\.\\w+$)#">`,
      `    Header set ${FOR_GOOD[0]} "${FOR_GOOD[1]}"`,
      '  </If>',
      '</IfModule>',
      '',
    ].join('\n'),
  }
}
