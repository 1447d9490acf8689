/**
 * Before the browser tests: serves `dist` on a free port and launches one browser, which every test file connects
 * to. Fails, and so fails the tests, where there is no `dist` or no browser.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { browserType, findBrowser, launchOptions } from '../../scripts/browser.mjs'
import { root } from '../../scripts/install.mjs'
import { serve } from '../../scripts/serve.mjs'

export default async function setup(project) {
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, 'index.html'))) throw new Error('The browser tests need dist; run "npm run build" first.')
  const found = await findBrowser()
  const type = await browserType(found)
  const browser = await type.launchServer({ ...launchOptions(found), host: '127.0.0.1' })
  // What is sent is read from this machine: to compress all of it would take half a minute of both processors.
  const server = await serve(dist, { packs: false })
  project.provide('dyadUrl', server.url)
  project.provide('browserKind', found.kind)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.close()
  }
}
