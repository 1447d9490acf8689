/**
 * What the browser tests stand on: a page of Dyad in a fresh profile that keeps a list of everything that goes wrong
 * in it, and fails the test where the list is not empty.
 */
import type axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, firefox, webkit } from 'playwright-core'
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Locator, Page } from 'playwright-core'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    dyadUrl: string
    browserKind: 'chromium' | 'firefox' | 'webkit'
    browserLaunch: LaunchOptions
  }
}

/**
 * Which family the browser under test is of. A stock Firefox emulates neither media features (dark, reduced motion,
 * forced colours) nor touch: a test of these is for Chromium only.
 */
export const browserKind = inject('browserKind')

/** How to open Dyad. */
export interface OpenOptions {
  /** The part of the address after `#`. */
  hash?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  reducedMotion?: boolean
  forcedColors?: boolean
  contrast?: 'more'
  /** A touch screen in place of a mouse. */
  touch?: boolean
  locale?: string
  /** Where the clock of the machine stands, by its IANA name; UTC where it is left out. */
  timezone?: string
  /** Lets the page read and write the clipboard. */
  clipboard?: boolean
  /** Where Dyad is served, if not where the other tests have it; the last sign is a slash. */
  at?: string
  /** Lets the page keep itself for when there is no network. */
  offline?: boolean
  /** Runs before the page is loaded: to intercept requests (`page.route`) or to prepare storage (`addInitScript`). */
  route?: (page: Page) => Promise<void>
  /** For a test that provokes a fault: the faults that must be there, each matched by one pattern; no others may. */
  expectFaults?: readonly RegExp[]
}

/** A page of Dyad. */
export interface OpenPage {
  page: Page
  context: BrowserContext
  /** The address that was opened. */
  url: string
  /** What has gone wrong in the page up to now, in words. */
  faults: string[]
  /** Closes the page and fails where anything in it went wrong; happens by itself after each test. */
  close: () => Promise<void>
}

let launched: Promise<Browser> | undefined
const open = new Set<OpenPage>()

/** The one browser of this test file: of another file it would share the clipboard, and which window has the focus. */
export function browser(): Promise<Browser> {
  launched ??= { chromium, firefox, webkit }[browserKind].launch(inject('browserLaunch'))
  return launched
}

afterEach(async () => {
  const pages = [...open]
  const results = await Promise.allSettled(pages.map((page) => page.close()))
  for (const result of results) if (result.status === 'rejected') throw result.reason
})

afterAll(async () => {
  await (await launched)?.close()
  launched = undefined
})

/** Opens Dyad in a fresh profile. */
export async function openDyad(options: OpenOptions = {}): Promise<OpenPage> {
  const context = await (await browser()).newContext(contextOptions(options))
  // Firefox lets a page write what a person asked for, and lets none read.
  if (options.clipboard && browserKind === 'chromium')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  if (browserKind === 'firefox') await context.addInitScript(tellErrorsInWords)
  const faults: string[] = []
  const at = options.at ?? inject('dyadUrl')
  context.on('page', (page) => watch(page, faults, new URL(at).host))
  const page = await context.newPage()
  if (browserKind === 'firefox') handleOtherwise(page)
  await options.route?.(page)
  const url = at + (options.hash ? `#${options.hash.replace(/^#/, '')}` : '')
  const result: OpenPage = {
    page,
    context,
    url,
    faults,
    close: async () => {
      open.delete(result)
      await context.close()
      failWith('faults in the page', unexpected(faults, options.expectFaults ?? []))
    },
  }
  open.add(result)
  await page.goto(url)
  return result
}

/**
 * What is put into a field of a stock Firefox at one go does not reach React: there it is typed, key by key. Nor has
 * it fingers for the driver, whose taps do nothing: there they are clicks.
 */
function handleOtherwise(page: Page): void {
  const locator = Object.getPrototypeOf(page.locator('body')) as Locator
  locator.fill = async function (this: Locator, value: string) {
    await this.focus()
    await this.press('ControlOrMeta+A')
    if (value === '') await this.press('Delete')
    else await this.pressSequentially(value)
  }
  locator.tap = function (this: Locator) {
    return this.click()
  }
  page.mouse.dblclick = (x, y) => doubleClick(page, x, y)
  locator.dblclick = async function (this: Locator) {
    // As for any click, it has to be there and nothing before it.
    await this.click({ trial: true })
    const { x, y, width, height } = (await this.boundingBox())!
    await this.page().mouse.dblclick(x + width / 2, y + height / 2)
  }
  page.keyboard.insertText = (text) => page.keyboard.type(text)
}

/**
 * The driver sends each click to a stock Firefox by itself, too far apart to be a double click. So the page is given one, at a
 * place that the pointer has come to.
 */
async function doubleClick(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.evaluate(
    ({ clientX, clientY }) => {
      const target = document.elementFromPoint(clientX, clientY)!
      const give = (type: string, detail: number) =>
        target.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            composed: true,
            view: window,
            clientX,
            clientY,
            detail,
          }),
        )
      for (const detail of [1, 2]) for (const type of ['mousedown', 'mouseup', 'click']) give(type, detail)
      give('dblclick', 2)
    },
    { clientX: x, clientY: y },
  )
}

/** Of an error on the console a stock Firefox tells the driver no more than that it is one; so it goes there as a text. */
function tellErrorsInWords(): void {
  const { error } = console
  console.error = (...parts: unknown[]) =>
    error(...parts.map((part) => (part instanceof Error ? `${String(part)}\n${part.stack}` : part)))
}

function failWith(what: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${what}:\n  ${faults.join('\n  ')}`)
}

function contextOptions(options: OpenOptions): BrowserContextOptions {
  const { viewport = { width: 1280, height: 800 }, colorScheme = 'light', touch = false, locale = 'en-GB' } = options
  return {
    viewport,
    locale,
    hasTouch: touch,
    acceptDownloads: true,
    colorScheme,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: options.forcedColors ? 'active' : 'none',
    contrast: options.contrast ?? 'no-preference',
    timezoneId: options.timezone ?? 'UTC',
    serviceWorkers: options.offline ? 'allow' : 'block',
  }
}

/** Notes everything that goes wrong in a page, and every request to another host. */
function watch(page: Page, faults: string[], host: string): void {
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // What could not be loaded is noted below, in all browsers alike.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    faults.push(`console error: ${message.text()} (${message.location().url})`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) faults.push(`request to another host: ${url.href}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown'
    // Firefox fetches the icon of a page for itself, past the service worker; without a network it goes without one.
    if (reason === 'NS_ERROR_OFFLINE' && /\/icons\/[\w-]+\.png$/.test(request.url())) return
    // A page that is left or closed, or code that aborts its own fetch, is not a fault.
    if (!/ERR_ABORTED|NS_BINDING_ABORTED/.test(reason)) faults.push(`request failed: ${request.url()} (${reason})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`)
  })
  page.on('crash', () => faults.push('the page crashed'))
}

/** The faults that no pattern matches, and the patterns that no fault matches. */
function unexpected(faults: readonly string[], patterns: readonly RegExp[]): string[] {
  const missing = patterns.filter((pattern) => !faults.some((fault) => pattern.test(fault)))
  return [
    ...faults.filter((fault) => !patterns.some((pattern) => pattern.test(fault))),
    ...missing.map((pattern) => `expected, but did not happen: ${pattern}`),
  ]
}

/** The pages that were read in the light and are in the dark now. */
const darkened = new WeakSet<Page>()

/**
 * Does something in the light and then in the dark, as the system may change at any time; leaves the page in the light.
 */
export async function inBothSchemes(page: Page, work: () => Promise<void>): Promise<void> {
  await work()
  if (browserKind === 'firefox') return
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction((own) => getComputedStyle(document.body).backgroundColor !== own, light)
  darkened.add(page)
  await work()
  darkened.delete(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.waitForFunction((own) => getComputedStyle(document.body).backgroundColor === own, light)
}

/** WCAG 2.0 to 2.2 at A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Of these rules those that ask for colours, which is all that the dark changes. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block']

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/**
 * Fails where axe finds a fault against WCAG 2.0 to 2.2 at A and AA, or its best practices. It is put into a page once, for it is
 * slow until the browser has run it for a while; it does not go into frames, and reads no style sheets.
 * @param scope a selector of what is read; left out for all of the page
 * @param where what is seen, for the message
 */
export async function expectNoAxeViolations(page: Page, scope?: string, where = 'the page'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const violations = await page.evaluate(
    async ({ selector, runOnly }): Promise<AxeResults['violations']> => {
      const results = await window.axe!.run(selector ?? document, {
        runOnly,
        // It tells of faults only: to tell of all that is right takes it twice as long.
        resultTypes: ['violations'],
        iframes: false,
        preload: false,
      })
      return results.violations
    },
    {
      selector: scope,
      runOnly: darkened.has(page)
        ? { type: 'rule' as const, values: RULES_OF_COLOURS }
        : { type: 'tag' as const, values: RULES },
    },
  )
  const inWords = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}\n      ${node.html}`)
    return `${id}: ${help}\n    ${places.join('\n    ')}`
  })
  failWith(`accessibility faults in ${where}`, inWords)
}

/** A file that the page gave to the person. */
export interface SavedFile {
  name: string
  bytes: Buffer
}

/** Does what starts a download, and hands back the file's name and bytes. */
export async function downloadFrom(page: Page, start: () => Promise<unknown>): Promise<SavedFile> {
  if (browserKind === 'firefox') return downloadFromFirefox(page, start)
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) }
}

/**
 * Playwright drops the downloads of a stock Firefox, which names none by an id; so the page's own click is read. What is
 * saved goes over as one text: as an array each byte is an object of the protocol, of which a large file has more than
 * the browser's process holds.
 */
async function downloadFromFirefox(page: Page, start: () => Promise<unknown>): Promise<SavedFile> {
  const pending = await page.evaluateHandle(() => {
    const made = new Map<string, Blob>()
    const { createObjectURL } = URL
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL(blob)
      made.set(url, blob)
      return url
    }
    const read = (blob: Blob) =>
      new Promise<string>((resolve, reject) => {
        const reader = new FileReader()
        reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,?/, ''))
        reader.onerror = () => reject(reader.error!)
        reader.readAsDataURL(blob)
      })
    const saved = new Promise<{ name: string; base64: string }>((resolve, reject) => {
      const { click } = HTMLAnchorElement.prototype
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        HTMLAnchorElement.prototype.click = click
        URL.createObjectURL = createObjectURL
        const name = this.download
        const blob = made.get(this.href)
        if (!blob) return reject(new Error(`not made by the page: ${this.href}`))
        read(blob).then((base64) => resolve({ name, base64 }), reject)
      }
    })
    return { saved }
  })
  await start()
  const { name, base64 } = await pending.evaluate(({ saved }) => saved)
  return { name, bytes: Buffer.from(base64, 'base64') }
}

/** What the clipboard holds; needs `clipboard: true`. */
export async function clipboardText(page: Page, type: 'text/plain' | 'text/html' = 'text/plain'): Promise<string> {
  if (browserKind !== 'chromium') return pasted(page, type)
  return page.evaluate(async (own) => {
    const [item] = await navigator.clipboard.read()
    return (await item!.getType(own)).text()
  }, type)
}

/** What a person gets who pastes into an empty page: the one way in which a stock Firefox gives away what it copied. */
async function pasted(page: Page, type: string): Promise<string> {
  const empty = await page.context().newPage()
  try {
    const pending = await empty.evaluateHandle((own) => {
      document.body.append(document.createElement('textarea'))
      const text = new Promise<string>((resolve) =>
        document.addEventListener('paste', (event) => resolve(event.clipboardData!.getData(own))),
      )
      return { text }
    }, type)
    await empty.locator('textarea').press('ControlOrMeta+V')
    return await pending.evaluate(({ text }) => text)
  } finally {
    await empty.close()
    await page.bringToFront()
  }
}

/** Does something with a text in an empty page: Dyad's own lets no text become a document (Trusted Types). */
export async function inEmptyPage<T>(page: Page, work: (text: string) => T, text: string): Promise<T> {
  const empty = await page.context().newPage()
  try {
    return (await empty.evaluate(work as (own: string) => unknown, text)) as T
  } finally {
    await empty.close()
  }
}

/**
 * The addresses that a page asks for from now on, but its own, of which not every browser tells, and what it made itself.
 * @param own where it is to be opened, or is
 */
export function requestsOf(page: Page, own: string): string[] {
  const asked: string[] = []
  const bare = (url: string) => url.split('#')[0]!
  page.on('request', (request) => {
    const url = bare(request.url())
    if (!/^(?:blob|data):/.test(url) && url !== bare(own)) asked.push(url)
  })
  return asked
}

/** Waits until the graph has been painted. */
export async function graphPainted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('dyad:graph-painted').length > 0)
}
