import { createHash } from 'node:crypto'
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
const EVERYWHERE: readonly (readonly [string, string])[] = [['X-Content-Type-Options', 'nosniff']]
/** Those of the page. */
const OF_PAGE: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', POLICY],
  ['Referrer-Policy', REFERRER],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
]
/** Files whose names change with what is in them. */
const KEPT = ['/assets/*', '/dataset/*']
const FOR_GOOD = 'public, max-age=31536000, immutable'

/**
 * The Vite plugin that has the built page hold itself to {@link POLICY}: in the page, since not every host sends headers, and
 * in header files for those that do. The script that stands in `index.html` becomes a file, the last that its head asks for.
 */
export function policyPlugin(): Plugin {
  return {
    name: 'dyad-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('policyPlugin: there is no index.html to hold to the policy')
      page.source = String(page.source)
        .replace(/\s*<script>([^]*?)<\/script>([^]*?)(?=\n\s*<\/head>)/, (_whole, code: string, rest: string) => {
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
      for (const [fileName, source] of Object.entries(headerFiles())) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** Header files by name, as Netlify and Cloudflare Pages, Vercel, and Apache read them. */
export function headerFiles(): Record<string, string> {
  const pages = ['/', '/index.html']
  const block = (path: string, headers: readonly (readonly [string, string])[]) =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`
  const list = (headers: readonly (readonly [string, string])[]) => headers.map(([key, value]) => ({ key, value }))
  const cache = ['Cache-Control', FOR_GOOD] as const
  return {
    _headers: [
      block('/*', EVERYWHERE),
      ...pages.map((path) => block(path, OF_PAGE)),
      ...KEPT.map((path) => block(path, [cache])),
    ].join('\n'),
    'vercel.json': `${JSON.stringify(
      {
        headers: [
          { source: '/(.*)', headers: list(EVERYWHERE) },
          ...pages.map((source) => ({ source, headers: list(OF_PAGE) })),
          ...KEPT.map((path) => ({ source: path.replace('*', '(.*)'), headers: list([cache]) })),
        ],
      },
      null,
      2,
    )}\n`,
    '.htaccess': [
      '<IfModule mod_headers.c>',
      ...EVERYWHERE.map(([name, value]) => `  Header set ${name} "${value}"`),
      '  <Files "index.html">',
      ...OF_PAGE.map(([name, value]) => `    Header set ${name} "${value}"`),
      '  </Files>',
      `  <If "%{REQUEST_URI} =~ m#/(?:assets|dataset)/#">`,
      `    Header set ${cache[0]} "${cache[1]}"`,
      '  </If>',
      '</IfModule>',
      '',
    ].join('\n'),
  }
}
