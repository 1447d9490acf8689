import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.mjs'

const FOR_GOOD = 'public, max-age=31536000, immutable'

const folder = mkdtempSync(join(tmpdir(), 'dyad-serve-'))
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  for (const file of [
    'index.html',
    'icon.svg',
    'take-ABCDefg1.html',
    'assets/first-B_tWE-Au.js',
    'dataset/dyad.json',
    'fonts/CExRSvrf/arimo.json',
    'dataset/outline-s1rcserV.json',
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), 'x')
  }
  server = await serve(folder)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('how long a file may be kept', () => {
  const kept = async (path: string) => (await fetch(new URL(path, server.url))).headers.get('cache-control')

  it.each(['assets/first-B_tWE-Au.js', 'dataset/outline-s1rcserV.json', 'fonts/CExRSvrf/arimo.json'])(
    '%s for good: its name has a hash',
    async (path) => expect(await kept(path)).toBe(FOR_GOOD),
  )

  it.each(['', 'index.html', 'icon.svg', 'take-ABCDefg1.html', 'dataset/dyad.json'])(
    '"%s" is asked after',
    async (path) => expect(await kept(path)).toBe('no-cache'),
  )
})
