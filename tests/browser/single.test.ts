import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { writeDyadJson } from '../../src/formats/dyadJson.ts'
import { VIEWS } from '../../src/state/choices.ts'
import { smallDataset } from '../formats/datasets.ts'
import { root } from '../house/sources.ts'
import { downloadFrom, graphPainted, openDyad, requestsOf } from './harness.ts'

let folder = ''
let at = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dyad-single-'))
  await build({ root, mode: 'single', logLevel: 'error', build: { outDir: folder } })
  at = pathToFileURL(join(folder, 'dyad.html')).href
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

/** Opens the file, and takes down what it asks for beside itself. */
async function openFile(hash = '') {
  let asked: string[] = []
  const route = async (own: Page) => void (asked = requestsOf(own, at))
  const { page } = await openDyad({ at, hash, route })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Data', exact: true }).waitFor()
  return { page, asked }
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Data', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('dialog', { name: 'Data' }).getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
}

describe('the page in one file, from disk', () => {
  it('shows every view, and asks for nothing', async () => {
    const { page, asked } = await openFile('asof=2015-12-31')
    await page.getByText('as of 31 December 2015: 263 of 263 initiatives').first().waitFor()
    for (const view of VIEWS) {
      const name = view[0]!.toUpperCase() + view.slice(1)
      await page.getByRole('tab', { name }).click()
      await page.getByRole('tabpanel', { name }).waitFor()
      await page.getByText('Loading…').waitFor({ state: 'detached' })
      expect(await page.getByRole('alert').allTextContents(), name).toEqual([])
    }
    expect(new URL(page.url()).hash).toBe('#view=measures&asof=2015-12-31')
    expect(asked).toEqual([])
  })

  it('reads a file in a worker of its own, keeps it, and opens it again', async () => {
    const { page, asked } = await openFile()
    await choose(page, 'small.json', writeDyadJson({ ...smallDataset(), title: 'A small dataset' }))
    await page.getByRole('dialog', { name: 'Data' }).getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('heading', { name: 'A small dataset', level: 1 }).waitFor()
    await page.waitForURL(/#data=/)
    await page.reload()
    await page.getByRole('heading', { name: 'A small dataset', level: 1 }).waitFor()
    expect(asked).toEqual([])
  })

  it('saves pictures, a report and a copy', async () => {
    const { page, asked } = await openFile('partner=PHL')
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog')
    for (const format of ['SVG', 'PDF', 'PNG']) {
      await dialog.getByRole('radiogroup', { name: 'Format' }).locator('label', { hasText: format }).click()
      const { bytes } = await downloadFrom(page, () => dialog.getByRole('button', { name: `Save ${format}` }).click())
      expect(bytes.length, format).toBeGreaterThan(5000)
    }
    await dialog.getByRole('tab', { name: 'Report' }).click()
    const report = await downloadFrom(page, () => dialog.getByRole('button', { name: 'Save the report' }).click())
    expect(report.bytes.toString()).toContain('Russia and Philippines')
    await dialog.getByRole('tab', { name: 'Interactive copy' }).click()
    await dialog.getByText('To look at the copy, save it and open it: this page was opened from disk.').waitFor()
    const copy = await downloadFrom(page, () => dialog.getByRole('button', { name: 'Save the copy' }).click())
    expect(copy.bytes.toString('utf8', 0, 15)).toBe('<!doctype html>')
    expect(asked).toEqual([])
  })

  it('says what it cannot do: fetch from other hosts, and be linked to', async () => {
    const { page, asked } = await openFile('data=https%3A%2F%2Fexample.org%2Fties.csv')
    const data = page.getByRole('dialog', { name: 'Data' })
    await data.getByRole('button', { name: /^Fetch/ }).click()
    await data.getByText('A page that was opened from disk cannot fetch from other hosts').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByText('the link leads to that file, and opens on this machine only').waitFor()
    expect(asked).toEqual([])
  })

  it('says which letters it does not have', async () => {
    const { page, asked } = await openFile()
    const data = page.getByRole('dialog', { name: 'Data' })
    await choose(page, 'east.json', writeDyadJson({ ...smallDataset(), title: '条約' }))
    await data.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('heading', { name: '条約', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByText('The page in one file has no letters of Noto Sans SC.').first().waitFor()
    expect(asked).toEqual([])
  })
})
