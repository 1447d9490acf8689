/**
 * Installs what is missing, and nothing where nothing is. Runs before node_modules exists, so it imports only Node.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const LEAST_NODE = [20, 19]

/** Throws where this Node is too old for what is to be installed. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new Error(
      `Dyad needs Node ${LEAST_NODE.join('.')} or newer; this is Node ${version}. Get it from nodejs.org.`,
    )
  }
}

/**
 * Brings `folder`/node_modules to what `folder`/package-lock.json says.
 * @returns whether anything had to be installed
 */
export function install(folder = root, what = 'the dependencies') {
  checkNode()
  if (isInstalled(folder)) return false

  console.log(`Installing ${what} (npm ci) ...`)
  const result = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  if (result.status !== 0) {
    throw new Error(`npm ci failed in ${folder}; see the lines above. Is the npm registry within reach?`)
  }
  return true
}

/**
 * Compares what npm wrote down of node_modules when it last finished there with what the lock file asks for. What
 * is optional may be missing: it is for other platforms.
 */
function isInstalled(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === version && found.integrity === integrity : optional
  })
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return {}
  }
}

/** Runs the npm that started us where one did; on Windows npm is a script that only a shell can start. */
function runNpm(args, cwd) {
  const options = { cwd, stdio: ['ignore', 'inherit', 'inherit'] }
  if (process.env.npm_execpath) return spawnSync(process.execPath, [process.env.npm_execpath, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Runs a command of an installed package and hands back its exit code; its output goes to the screen. */
export function runTool(script, args = []) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
  const result = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], options)
  return result.status ?? 1
}

/** Builds `dist`; hands back the exit code. At log level `error` nothing goes to stdout. */
export function build(logLevel = 'warn') {
  return runTool('vite/bin/vite.js', ['build', '--logLevel', logLevel])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!install()) console.log('The dependencies are installed.')
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
