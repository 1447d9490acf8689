/**
 * Before the browser tests: serves `dist` on a free port and finds the browser that every test file launches for itself.
 * Fails, and so fails the tests, where there is no `dist` or no browser.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, launchOptions } from '../../scripts/browser.mjs'
import { root } from '../../scripts/install.mjs'
import { serve } from '../../scripts/serve.mjs'

export default async function setup(project) {
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, 'index.html'))) throw new Error('The browser tests need dist; run "npm run build" first.')
  const found = await findBrowser()
  // What is sent is read from this machine: to compress all of it would take half a minute of both processors.
  const server = await serve(dist, { packs: false })
  project.provide('dyadUrl', server.url)
  project.provide('browserKind', found.kind)
  project.provide('browserLaunch', launchOptions(found))
  return () => server.close()
}
