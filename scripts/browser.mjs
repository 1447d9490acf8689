/**
 * Finds a browser to test in, and launches it.
 *
 * In this order: what the variable DYAD_BROWSER names; Chromium, Chrome or Edge of this machine; its Firefox; then
 * a Chromium that comes as a package: @sparticuz/chromium on Linux x64, Playwright's own download elsewhere.
 * DYAD_BROWSER is a path, or `chromium`, `firefox`, `webkit` (Playwright's own, where it was installed) or `package`.
 *
 * Chromium is driven by its own protocol. A stock Firefox is driven by WebDriver BiDi, for which playwright-core is
 * held at 1.64: 1.65 asks each page for a command (emulation.setMediaFeaturesOverride) that Firefox does not know.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { install, root } from './install.mjs'

const PACKAGE = join(root, 'tests', 'browser', 'chromium')
const UNPACKED = join(PACKAGE, 'node_modules', '.unpacked')

const CHROMIUM_NAMES = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => inApplications(name, name)),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'].flatMap(inProgramFiles),
}
CHROMIUM_NAMES.win32.push(...inProgramFiles('Microsoft\\Edge\\Application\\msedge.exe'))

const FIREFOX_NAMES = {
  linux: ['firefox', 'firefox-esr', '/snap/bin/firefox', '/opt/firefox/firefox'],
  darwin: inApplications('Firefox', 'firefox'),
  win32: inProgramFiles('Mozilla Firefox\\firefox.exe'),
}

const WHAT_TO_INSTALL =
  'Install Chromium, Chrome, Edge or Firefox (on Debian or Ubuntu: apt-get install chromium), or set DYAD_BROWSER to the path of one.'

/** So that a browser calls nobody, and starts without a first-run page. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * @returns `{ kind, path, env, why, unboxed }`: kind `chromium`, `firefox` or `webkit`; env what its process needs beside ours;
 *   why this one, for the screen; unboxed where a Linux may refuse it a sandbox, since only an installed one has a permit
 * @throws Error that says what to install, where there is none
 */
export async function findBrowser(wish = process.env.DYAD_BROWSER ?? '') {
  if (wish === 'webkit') return playwrightsWebKit()
  if (wish && !['chromium', 'firefox', 'package'].includes(wish)) {
    const path = executable(wish)
    if (!path) throw new Error(`DYAD_BROWSER is "${wish}", which is no program. ${WHAT_TO_INSTALL}`)
    return { kind: /firefox/i.test(basename(path)) ? 'firefox' : 'chromium', path, env: {}, why: 'DYAD_BROWSER' }
  }
  const installed = wish === 'package' ? null : findInstalled(wish)
  if (installed) return installed
  if (wish === 'firefox' || wish === 'chromium') {
    throw new Error(`DYAD_BROWSER is "${wish}", but this machine has none. ${WHAT_TO_INSTALL}`)
  }
  try {
    return process.platform === 'linux' && process.arch === 'x64' ? await packagedChromium() : downloadedChromium()
  } catch (error) {
    throw new Error(`No browser to test in: this machine has none, and ${error.message} ${WHAT_TO_INSTALL}`, {
      cause: error,
    })
  }
}

/** WebKit as Playwright builds it: no browser that is installed elsewhere can be driven. */
async function playwrightsWebKit() {
  const path = (await browserType({ kind: 'webkit' })).executablePath()
  if (!existsSync(path)) {
    throw new Error(
      'DYAD_BROWSER is "webkit", which Playwright does not have here. Run "npx playwright-core install webkit" first, where Playwright has a WebKit for the machine.',
    )
  }
  return { kind: 'webkit', path, env: {}, why: "Playwright's own" }
}

function findInstalled(wish) {
  for (const [kind, names] of Object.entries({ chromium: CHROMIUM_NAMES, firefox: FIREFOX_NAMES })) {
    if (wish && wish !== kind) continue
    for (const name of names[process.platform] ?? []) {
      const path = executable(name)
      if (path) return { kind, path, env: {}, why: 'installed on this machine' }
    }
  }
  return null
}

/** The path of a program given by its path or by its name on PATH, or null. */
function executable(name) {
  const places = isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  for (const place of [...places, ...(name.includes('/') ? [root] : [])]) {
    const path = join(place, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      continue
    }
  }
  return null
}

function inApplications(app, program) {
  return ['/Applications', join(homedir(), 'Applications')].map((top) => `${top}/${app}.app/Contents/MacOS/${program}`)
}

function inProgramFiles(path) {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env
  const tops = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
  return tops.filter(Boolean).map((top) => join(top, path))
}

/**
 * A Chromium out of the npm registry. The package is made for one cloud's machines: it unpacks the libraries that a
 * bare Linux lacks (NSS, expat) only where it believes to be there, and always to the temporary folder. A process of
 * its own, with the variables that make it do so, keeps both away from ours.
 */
async function packagedChromium() {
  install(PACKAGE, 'a Chromium to test in')
  mkdirSync(UNPACKED, { recursive: true })
  const unpack = `import('@sparticuz/chromium').then(async ({ default: c }) => console.log(await c.executablePath()))`
  let path
  try {
    path = execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: PACKAGE,
      env: { ...process.env, TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  } catch (error) {
    throw new Error(`@sparticuz/chromium could not be unpacked (${String(error.stderr).trim()}).`, { cause: error })
  }
  const libraries = [join(UNPACKED, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    kind: 'chromium',
    path,
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: writeFontsConfig() },
    why: 'from the package @sparticuz/chromium',
    unboxed: true,
  }
}

/** The package's own font settings name folders of its home; ours name the machine's fonts and the package's. */
function writeFontsConfig() {
  const path = join(UNPACKED, 'dyad-fonts.conf')
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(UNPACKED, 'fonts', 'fonts')}</dir>
  <cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  return path
}

/** Playwright's own build of Chromium, kept in the user's cache. */
function downloadedChromium() {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  const options = { stdio: ['ignore', 'inherit', 'inherit'] }
  const result = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], options)
  if (result.status !== 0) throw new Error('Playwright could not download one.')
  return { kind: 'chromium', path: null, env: {}, why: 'downloaded by Playwright', unboxed: true }
}

/**
 * What to hand to Playwright's `launch` or `launchServer`. Playwright gives each launch a new, empty profile.
 * @param args more switches for Chromium
 */
export function launchOptions(browser, args = []) {
  const common = { headless: true, env: { ...process.env, ...browser.env }, executablePath: browser.path ?? undefined }
  if (browser.kind === 'firefox') return { ...common, channel: 'moz-firefox' }
  if (browser.kind === 'webkit') return common
  return {
    ...common,
    channel: browser.path ? undefined : 'chromium',
    chromiumSandbox: !browser.unboxed && !(process.platform === 'linux' && process.getuid() === 0),
    args: [...QUIET, ...args],
  }
}

/** Playwright's type of browser for what was found; loaded here because node_modules may be missing before. */
export async function browserType(browser) {
  const playwright = await import(pathToFileURL(join(root, 'node_modules', 'playwright-core', 'index.mjs')).href)
  return playwright[browser.kind]
}

/** Says which browser would be used. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!existsSync(join(root, 'node_modules'))) install()
    const found = await findBrowser()
    const launched = await (await browserType(found)).launch(launchOptions(found))
    console.log(`${found.kind} ${launched.version()}: ${found.path ?? "Playwright's own"} (${found.why})`)
    await launched.close()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
