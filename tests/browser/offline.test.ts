import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { serve } from '../../scripts/serve.mjs'
import { writeDyadJson } from '../../src/formats/dyadJson.ts'
import { VIEWS } from '../../src/state/choices.ts'
import { smallDataset } from '../formats/datasets.ts'
import { root } from '../house/sources.ts'
import { browserKind, downloadFrom, expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'

const DIST = join(root, 'dist')
/** The word by which the two versions are told apart: it stands in the page's first script, and in one that a click loads. */
const WORDS = { first: 'Keyboard shortcuts', next: 'Keys of the next version' }
const READY = 'A new version of Dyad is ready.'

let folder = ''
let nextDist = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dyad-offline-'))
  nextDist = join(folder, 'next')
  await build({
    root,
    logLevel: 'error',
    build: { outDir: nextDist },
    plugins: [
      {
        name: 'next-version',
        enforce: 'pre',
        transform: (code, id) => {
          if (id.endsWith('/Shortcuts.tsx')) return code.replaceAll(WORDS.first, WORDS.next)
          return id.endsWith('/app/main.ts') ? `${code}\ndocument.documentElement.dataset.next = 'yes'\n` : undefined
        },
      },
    ],
  })
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

/** A host with the present version on it, under some path. */
async function host(path = '') {
  const top = await mkdtemp(join(folder, 'host-'))
  const place = join(top, path)
  await cp(DIST, place, { recursive: true })
  const server = await serve(top, { packs: false })
  return {
    at: `${server.url}${path}`,
    place,
    stop: server.close,
    /** Puts the next version in the place of what was there, of which nothing stays. */
    deploy: async () => {
      await rm(place, { recursive: true })
      await cp(nextDist, place, { recursive: true })
    },
  }
}

/** Waits until the browser has kept everything. */
async function keptBy(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller?.state === 'activated'
  })
}

async function openKept(at: string, expectFaults: readonly RegExp[] = []) {
  const opened = await openDyad({ at, offline: true, expectFaults })
  await graphPainted(opened.page)
  await keptBy(opened.page)
  return opened
}

const isNext = (page: Page) => page.evaluate(() => document.documentElement.dataset.next === 'yes')

/** Runs in a page before it is loaded: the browser tells it of its service worker only once another tab has taken the next one. */
function answeredLate(): void {
  // The empty page before it has none in Firefox.
  if (!('serviceWorker' in navigator)) return
  const { register } = ServiceWorkerContainer.prototype
  ServiceWorkerContainer.prototype.register = async function (...given) {
    const taken = new Promise((resolve) => this.addEventListener('controllerchange', resolve, { once: true }))
    const registration = await register.apply(this, given)
    document.documentElement.dataset.waits = 'yes'
    await taken
    return registration
  }
}

/** What the dialog of shortcuts is called, which is loaded when it is first opened. */
async function shortcutsHead(page: Page): Promise<string> {
  const heading = page.getByRole('dialog').getByRole('heading').first()
  // The keys of the page are there a moment after it is painted.
  await expect
    .poll(
      async () => {
        if (!(await heading.isVisible())) await page.keyboard.press('?')
        return heading.isVisible()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true)
  const head = (await heading.textContent())!
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return head
}

/** Has the browser look for a next version, as it does when a tab comes to the front. */
async function lookForNext(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText(READY).waitFor()
}

describe('without a network', () => {
  it('can be installed', async () => {
    const { at, stop } = await host()
    const { page, context } = await openKept(at)
    if (browserKind === 'chromium') {
      const devtools = await context.newCDPSession(page)
      const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
      // A window of a test is a private one, to which the browser installs nothing.
      expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
      const { errors, data } = await devtools.send('Page.getAppManifest')
      expect(errors).toEqual([])
      expect(JSON.parse(data!)).toMatchObject({ name: 'Dyad', display: 'standalone', start_url: './' })
    }
    await stop()
  })

  it('all of it works after one visit', async () => {
    const { at, stop } = await host('some/where/dyad/')
    const { page, context } = await openKept(at)
    await stop()
    await context.setOffline(true)
    await page.goto(`${at}?from=a-link#asof=2015-12-31`)
    await graphPainted(page)
    for (const view of VIEWS) {
      const name = view[0]!.toUpperCase() + view.slice(1)
      await page.getByRole('tab', { name }).click()
      await page.getByRole('tabpanel', { name }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.getByRole('alert').allTextContents(), name).toEqual([])
    }
    await page.getByRole('tab', { name: 'Network' }).click()
    expect(await shortcutsHead(page)).toBe(WORDS.first)
    for (const name of ['Views', 'Share', 'Settings', 'Search']) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  it('pictures, reports and copies are saved', async () => {
    const { at, stop } = await host()
    const { page, context } = await openKept(at)
    await stop()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog')
    for (const format of ['PDF', 'SVG', 'PNG']) {
      await dialog.getByRole('radiogroup', { name: 'Format' }).locator('label', { hasText: format }).click()
      const { bytes } = await downloadFrom(page, () => dialog.getByRole('button', { name: `Save ${format}` }).click())
      expect(bytes.length, format).toBeGreaterThan(10_000)
    }
    await dialog.getByRole('tab', { name: 'Report' }).click()
    const report = await downloadFrom(page, () => dialog.getByRole('button', { name: 'Save the report' }).click())
    expect(report.bytes.toString()).toContain('Sources')
    await dialog.getByRole('tab', { name: 'Interactive copy' }).click()
    await dialog.getByText('To look at the copy here, the network is needed.').waitFor()
    const copy = await downloadFrom(page, () => dialog.getByRole('button', { name: 'Save the copy' }).click())
    expect(copy.bytes.toString('utf8', 0, 15)).toBe('<!doctype html>')
  })

  it('other people’s data is read, and what needs letters that are not here says so', async () => {
    const { at, stop } = await host()
    const expected = [/request failed: .*\/noto-sans-\w+-\d+-\d00-normal.woff/]
    // Firefox tells of it a second time, as what the service worker could not answer.
    if (browserKind === 'firefox') expected.push(/uncaught: .*\/noto-sans-\w+-\d+-\d00-normal.woff.*respondWith/)
    const { page, context } = await openKept(at, expected)
    await stop()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const data = page.getByRole('dialog', { name: 'Data' })
    const chooser = page.waitForEvent('filechooser')
    await data.getByRole('button', { name: 'Choose a file' }).click()
    await (
      await chooser
    ).setFiles({
      name: 'small.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeDyadJson({ ...smallDataset(), title: '条約' })),
    })
    await data.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('heading', { name: '条約', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    await page
      .getByRole('dialog')
      .getByText('The letters of Noto Sans SC are not in this browser yet, and there is no network to fetch them from.')
      .first()
      .waitFor()
  })
})

describe('a next version', () => {
  it('is told of in the open page, which keeps to its own files until the person wants the other', async () => {
    const { at, stop, deploy } = await host()
    const { page, close } = await openKept(at)
    await deploy()
    await lookForNext(page)
    await expectNoAxeViolations(page)
    // The file of this dialog is no longer on the server.
    expect(await shortcutsHead(page)).toBe(WORDS.first)
    // A page that is opened meanwhile is of the same version.
    const second = await page.context().newPage()
    await second.goto(at)
    await second.getByText(READY).waitFor()
    expect(await isNext(second)).toBe(false)
    // In this one the other tab is faster than the browser's answer to it.
    const slow = await page.context().newPage()
    await slow.addInitScript(answeredLate)
    await slow.goto(at)
    await slow.waitForFunction(() => document.documentElement.dataset.waits === 'yes')
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
    await graphPainted(page)
    expect(await isNext(page)).toBe(true)
    expect(await shortcutsHead(page)).toBe(WORDS.next)
    expect(await page.getByText(READY).count()).toBe(0)
    // The other pages lost nothing, are told, and go on with their own files.
    for (const other of [second, slow]) {
      await other.bringToFront()
      await other.getByText(READY).waitFor()
      expect(await isNext(other)).toBe(false)
      expect(await shortcutsHead(other)).toBe(WORDS.first)
    }
    await close()
    await stop()
  })

  it('is there by itself once no page of the one before is open, and its files are the only ones that stay', async () => {
    const { at, stop, deploy } = await host()
    const { page, context } = await openKept(at)
    await deploy()
    await lookForNext(page)
    await page.getByRole('button', { name: 'Later' }).click()
    await page.close()
    /** Another visit, once the page of the one before is closed. */
    const visit = async () => {
      const opened = await context.newPage()
      await opened.goto(at)
      await graphPainted(opened)
      return opened
    }
    let again = await visit()
    // The browser changes over once the last page has gone, which may take until after the next has come.
    for (let visits = 1; visits < 4 && !(await isNext(again)); visits++) {
      await keptBy(again)
      await again.close()
      again = await visit()
    }
    expect(await isNext(again)).toBe(true)
    expect(await shortcutsHead(again)).toBe(WORDS.next)
    await again.close()
    // What was kept for the page before is let go beside what the next visit asks for.
    const later = await visit()
    expect(await isNext(later)).toBe(true)
    const firsts = () =>
      later.evaluate(async () => {
        const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
        return all.flat().filter(({ url }) => /\/assets\/first-.*\.js/.test(url)).length
      })
    await expect.poll(firsts, { timeout: 20_000 }).toBe(1)
    await stop()
  })

  it('that is put there while it is being kept is not kept in parts', async () => {
    const { at, place, stop, deploy } = await host()
    const { page } = await openKept(at)
    // The service worker of the next version, and of its page what someone else wrote.
    await deploy()
    await writeFile(join(place, 'index.html'), '<p>Something else</p>')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.waitForFunction(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!
      return !registration.installing
    })
    expect(await page.getByText(READY).count()).toBe(0)
    await page.reload()
    await graphPainted(page)
    expect(await isNext(page)).toBe(false)
    await stop()
  })
})

it.each(['some/where/dyad/', 'some/where/dyad'])('works under /%s', async (path) => {
  const { at, stop } = await host('some/where/dyad/')
  const { page, close } = await openDyad({ at: new URL(`/${path}`, at).href, hash: 'view=ledger' })
  await graphPainted(page)
  expect(page.url()).toMatch(/\/some\/where\/dyad\/#view=ledger$/)
  await page.getByRole('tab', { name: 'Ledger', selected: true }).waitFor()
  await page.getByRole('tab', { name: 'Map' }).click()
  await page.getByRole('tabpanel', { name: 'Map' }).waitFor()
  // What is still being fetched is no fault.
  await close()
  await stop()
})
