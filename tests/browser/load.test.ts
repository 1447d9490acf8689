import { readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { nameOf, TABLE, type Chunks } from '../../scripts/budget.mjs'
import { graphPainted, openDyad } from './harness.ts'

const url = inject('dyadUrl')
const text = async (path: string) => (await fetch(new URL(path, url))).text()

it('asks in one round trip for the scripts and the dataset that the graph is made of', async () => {
  const html = await text('')
  const head = html.slice(0, html.indexOf('</head>'))
  const tags = [...head.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const hinted = (attribute: string) => tags.find((tag) => tag.includes(attribute))
  // Fetched as the page itself will fetch it, or else it would come twice.
  expect(hinted('/dataset/outline-')).toMatch(/rel="preload" as="fetch" crossorigin/)
  const entry = /src="\.\/(assets\/[^"]+)"/.exec(tags.find((tag) => tag.includes('type="module"'))!)![1]!
  const imported = [...(await text(entry)).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(
    ([, name]) => name!,
  )
  for (const name of imported) expect(hinted(`/assets/${name}`), name).toMatch(/modulepreload|type="module"/)
  // A script that the page waits for holds up whatever stands behind it.
  const waits = tags.filter((tag) => tag.startsWith('<script') && !tag.includes('type="module"'))
  expect(waits).toEqual(tags.slice(-waits.length))
})

it('asks by itself for nothing that the table of chunks has loaded on demand', async () => {
  const { page } = await openDyad()
  await graphPainted(page)
  await page.getByRole('region', { name: 'As-of date' }).waitFor()
  await page.waitForLoadState('networkidle')
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const chunks = asked.filter((address) => /\/assets\/.*\.(?:js|css)$/.test(address))
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as Chunks
  const names = chunks.map((address) => nameOf(new URL(address).pathname.slice(1)))
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter((name) => (table[name]?.when ?? 'on demand') === 'on demand')).toEqual([])
})
