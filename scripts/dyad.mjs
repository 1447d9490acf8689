#!/usr/bin/env node
/**
 * The `dyad` command: `npx dyad picture --help`. Its code is TypeScript of ours, which Node 20 cannot run by itself, so
 * Vite puts it into plain JavaScript when it is first run, and again when any of it has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, root } from './install.mjs'

/** A name for the code as it is: its files, their sizes and the moments when they were last written. */
function nameOfCode() {
  const hash = createHash('sha256').update(root)
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue
    const path = join(entry.parentPath, entry.name)
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

/** @returns the folder that holds the code as JavaScript */
async function built() {
  const cache = join(root, 'node_modules', '.cache', 'dyad')
  const folder = join(cache, nameOfCode())
  if (existsSync(folder)) return folder
  const { build } = await import('vite')
  const making = `${folder}-${process.pid}`
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { ssr: 'src/terminal/dyad.ts', outDir: making, target: 'node20', minify: false },
  })
  try {
    renameSync(making, folder)
  } catch (error) {
    // Another command has made it in the meantime.
    if (!existsSync(folder)) throw error
    rmSync(making, { recursive: true })
  }
  // What was made from older code is of no use.
  for (const name of readdirSync(cache)) {
    const old = join(cache, name)
    if (old !== folder && Date.now() - statSync(old).mtimeMs > 60_000) rmSync(old, { recursive: true, force: true })
  }
  return folder
}

try {
  checkNode()
  if (!existsSync(join(root, 'node_modules'))) throw new Error(`run npm ci in ${root} first`)
  const folder = await built()
  const { dyad } = await import(pathToFileURL(join(folder, 'dyad.js')).href)
  process.exitCode = await dyad(process.argv.slice(2), {
    root,
    cwd: process.cwd(),
    cache: folder,
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    print: (text) => process.stdout.write(text),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
} catch (error) {
  console.error(`dyad: ${error.message.split('\n')[0]}`)
  process.exitCode = 1
}
