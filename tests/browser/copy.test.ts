import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { fillTemplate } from '../../src/formats/copyFile.ts'
import { PERMITS, type Permit } from '../../src/state/edition.ts'
import { openSession } from '../../src/state/session.ts'
import { copyOf } from '../../src/studio/copyOf.ts'
import { embedAddress, embedSnippet } from '../../src/studio/embed.ts'
import { columns, outline, texts } from '../bundled.ts'
import { root } from '../house/sources.ts'
import { expectNoAxeViolations, graphPainted, openDyad, requestsOf } from './harness.ts'

const folder = mkdtemp(join(tmpdir(), 'dyad-copy-'))
afterAll(async () => rm(await folder, { recursive: true }))

/** Saves a copy as the page does, from the template that the build left, and gives the address of the file. */
async function savedCopy(hash: string, permits: readonly Permit[], title: string): Promise<string> {
  const session = openSession(outline, hash)
  session.setTexts(texts)
  const name = readdirSync(`${root}/dist/assets`).find((file) => /^copy-.*\.html$/.test(file))!
  const template = await (await fetch(new URL(`assets/${name}`, inject('dyadUrl')))).text()
  const parts = copyOf({
    columns,
    texts,
    choices: session.choices.getState(),
    derived: session.derive(),
    permits: new Set(permits),
    title,
    address: `${inject('dyadUrl')}#${hash}`,
    flags: { ph: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
  })
  const file = join(await folder, `${permits.join('-')}.html`)
  await writeFile(file, fillTemplate(template, parts))
  return pathToFileURL(file).href
}

/** A page in which every request is noted, but the one for itself. */
async function openNoted(
  address: string,
  viewport = { width: 1280, height: 800 },
): Promise<{ page: Page; asked: string[] }> {
  const { context } = await openDyad()
  const page = await context.newPage()
  const asked = requestsOf(page, address)
  await page.setViewportSize(viewport)
  await page.goto(address)
  await graphPainted(page)
  return { page, asked }
}

const says = (page: Page, words: string) =>
  page.waitForFunction((own) => document.querySelector('.sentence')?.textContent === own, words)

describe('an interactive copy', () => {
  it('opens from disk, is filtered and read down to a source, and asks nobody for anything', async () => {
    const title = '</title><script>alert("$&")</script> Arms & energy'
    const file = await savedCopy('partner=PHL', PERMITS, title)
    const { page, asked } = await openNoted(file)
    // Four initiatives with the Philippines: three of arms, one of energy. The copy knows no others.
    await says(page, 'All relation types: 4 of 4 initiatives')
    expect(await page.title()).toBe(title)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    const foot = page.getByRole('contentinfo')
    await foot.getByText(/^A copy of a selection: All relation types, with Philippines: 4 of 380 initiatives/).waitFor()
    expect(await foot.getByRole('link', { name: 'Open in Dyad' }).getAttribute('href')).toBe(
      `${inject('dyadUrl')}#partner=PHL`,
    )
    for (const name of ['Share', 'Export', 'Views']) {
      expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
    }
    await expectNoAxeViolations(page)

    await page.getByRole('region', { name: 'Legend' }).getByRole('button', { name: 'Energy' }).click()
    await says(page, 'Arms, diplomacy and economy: 3 of 4 initiatives')
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.getByRole('grid').getByText('RPG-7B grenade launchers').first().click()
    const source = page.getByRole('region', { name: 'Details' }).locator('a[href*="abs-cbn"]').first()
    expect(await source.getAttribute('href')).toBe(texts.sources['abscbn-2018-07-19-rpg']!.url)
    await page.getByRole('tab', { name: 'Map' }).click()
    await page.locator('.map-land[d*="M"]').first().waitFor()
    expect(asked).toEqual([])
  })

  it('gives a reader who may change nothing a still view, and nothing that came later', async () => {
    const file = await savedCopy('partner=PHL&asof=2020-12-31', [], 'Philippines')
    const { page, asked } = await openNoted(file, { width: 400, height: 640 })
    await says(page, 'All relation types, as of 31 December 2020: 3 of 3 initiatives')
    await page
      .getByRole('contentinfo')
      .getByText(/and nothing after that day\./)
      .waitFor()
    for (const role of ['tab', 'slider', 'checkbox', 'combobox'] as const) {
      expect(await page.getByRole(role).count(), role).toBe(0)
    }
    // What is left changes nothing: the way past the top, the walk along the ties, and what the words mean.
    const words = await page
      .getByRole('button')
      .evaluateAll((all) => all.map((own) => own.ariaLabel ?? own.textContent))
    expect(words).toEqual([
      'Skip to the view',
      'What is meant by promised and delivered',
      'Russia: 3 initiatives; 1 neighbour',
    ])
    await expectNoAxeViolations(page)
    expect(asked).toEqual([])
  })
})

describe('an embed', () => {
  it('shows in the frame of another page what its readers may change, and leads to Dyad', async () => {
    const { page } = await openDyad()
    const address = embedAddress(`${inject('dyadUrl')}#type=arms&asof=2015-12-31`, new Set(['asof', 'details']))
    const host = await page.context().newPage()
    const around = new URL('around.html', inject('dyadUrl')).href
    const body = `<!doctype html><title>A page</title><main>${embedSnippet(address, 600, 'Arms "2015"')}</main>`
    await host.route(around, (route) => route.fulfill({ contentType: 'text/html', body }))
    await host.goto(around)
    const frame = host.frameLocator('iframe[title=\'Arms "2015"\']')
    await frame.getByRole('region', { name: 'Legend' }).waitFor()
    await frame.getByRole('region', { name: 'Details' }).getByRole('heading', { name: 'Russia', level: 2 }).waitFor()
    expect(await frame.getByRole('region', { name: 'Filters' }).count()).toBe(0)
    expect(await frame.getByRole('tab').count()).toBe(0)
    expect(await frame.getByRole('region', { name: 'Legend' }).getByRole('button').count()).toBe(0)
    const home = frame.getByRole('link', { name: 'Open in Dyad' })
    expect(await home.getAttribute('href')).toBe(`${inject('dyadUrl')}#type=arms&asof=2015-12-31`)
    // What is changed in the frame is in the way to Dyad, and not in the history of the page around it.
    const entries = await host.evaluate(() => history.length)
    await frame.getByRole('button', { name: 'Findings' }).click()
    await frame.getByRole('heading', { name: 'Findings', level: 2 }).waitFor()
    expect(await home.getAttribute('href')).toContain('findings=all')
    expect(await host.evaluate(() => history.length)).toBe(entries)
  })

  it('has no fault for those who listen to it, still or not', async () => {
    const { page } = await openDyad()
    for (const permits of [[], PERMITS]) {
      await page.setViewportSize({ width: 400, height: 600 })
      await page.goto(embedAddress(`${inject('dyadUrl')}#type=arms`, new Set(permits)))
      await graphPainted(page)
      await page.getByRole('link', { name: 'Open in Dyad' }).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(outline.title)
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
  })
})
