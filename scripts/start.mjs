/** `npm start`: installs what is missing, builds, serves and prints the address. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, install, root } from './install.mjs'
import { serve } from './serve.mjs'

const FIRST_PORT = 4173

try {
  const { values } = parseArgs({ options: { port: { type: 'string' } } })
  const port = values.port === undefined ? FIRST_PORT : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is no port.`)
  install()
  console.log('Building ...')
  if (build() !== 0) throw new Error('The build failed; see the lines above.')
  const server = await serve(join(root, 'dist'), { port, tries: values.port === undefined ? 50 : 1 })
  console.log(`Dyad is at ${server.url}`)
  console.log('Stop it with Ctrl-C.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
