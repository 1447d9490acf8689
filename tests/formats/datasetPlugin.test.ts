import { build, createServer, type Rolldown, type ViteDevServer } from 'vite'
import { describe, expect, it } from 'vitest'
import { unpackOutline, unpackTexts } from '../../src/formats/compact.ts'
import { datasetPlugin } from '../../src/formats/datasetPlugin.ts'

const PAGE = 'tests/fixtures/page'
const DATA = '../../../data'
const BROKEN = '../broken-data'

async function built(dir: string, base = './'): Promise<Map<string, string>> {
  const result = (await build({
    root: PAGE,
    base,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: { polyfill: false } },
    plugins: [datasetPlugin({ dir })],
  })) as Rolldown.RolldownOutput
  return new Map(
    result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)] as const),
  )
}

const served = (dir: string): Promise<ViteDevServer> =>
  createServer({
    root: PAGE,
    base: '/sub/',
    configFile: false,
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
    plugins: [datasetPlugin({ dir })],
  })

const address = (server: ViteDevServer): string => server.resolvedUrls!.local[0]!

describe('the dataset plugin, building', { timeout: 60_000 }, () => {
  it('emits the dataset and its schema, and names it in page and script by relative addresses', async () => {
    const files = await built(DATA)
    const outline = [...files.keys()].find((name) => /^dataset\/outline-[\w-]{8}\.json$/.test(name))!
    const texts = [...files.keys()].find((name) => /^dataset\/texts-[\w-]{8}\.json$/.test(name))!
    expect(unpackOutline(files.get(outline)!).initiatives).toHaveLength(380)
    expect(unpackTexts(files.get(texts)!).initiatives).toHaveLength(380)
    expect(JSON.parse(files.get('dataset/dyad.json')!).format).toBe('dyad/1')
    expect(JSON.parse(files.get('schema/dyad-1.schema.json')!).properties.format.const).toBe('dyad/1')

    const html = files.get('index.html')!
    expect(html).toContain(`<link rel="preload" as="fetch" crossorigin href="./${outline}">`)
    expect(html).not.toContain(texts)
    const script = [...files].find(([name]) => name.endsWith('.js'))!
    expect(script[1]).toContain(`../${outline}`)
    expect(script[1]).toContain(`../${texts}`)
  })

  it('preloads from the base where that is absolute', async () => {
    const html = (await built(DATA, '/dyad/')).get('index.html')!
    expect(html).toMatch(/href="\/dyad\/dataset\/outline-[\w-]{8}\.json"/)
  })

  it('stops on faults and tells the first fifty', async () => {
    const message = await built(BROKEN).then(
      () => '',
      (error: Error) => error.message,
    )
    expect(message).toMatch(/\d+ faults in the data:\n/)
    expect(message).toContain('../broken-data/actors.yaml:13 id: the id "CHN" is already at actors.yaml:7; keep one')
    expect(message).toMatch(/\n\.\.\. and \d+ more/)
  })
})

describe('the dataset plugin, serving', { timeout: 60_000 }, () => {
  it('answers from memory under the base', async () => {
    const server = await served(DATA)
    try {
      await server.listen()
      const outline = await fetch(`${address(server)}dataset/outline.json`)
      expect(outline.headers.get('content-type')).toContain('application/json')
      expect(unpackOutline(await outline.text()).initiatives).toHaveLength(380)
      const module = await server.transformRequest('virtual:dyad-dataset')
      expect(module!.code).toContain('"/sub/dataset/outline.json"')
      expect(module!.code).toContain('"/sub/dataset/texts.json"')
    } finally {
      await server.close()
    }
  })

  it('answers with the faults where there are any', async () => {
    const server = await served(BROKEN)
    try {
      await server.listen()
      const answer = await fetch(`${address(server)}dataset/texts.json`)
      expect(answer.status).toBe(500)
      expect(await answer.text()).toContain('actors.yaml:17 iso2: the ISO code "RU" is already at actors.yaml:5')
    } finally {
      await server.close()
    }
  })
})
