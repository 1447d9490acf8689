import { describe, expect, inject, it } from 'vitest'
import { POLICY } from '../../src/formats/policyPlugin.ts'
import { browserKind, graphPainted, openDyad } from './harness.ts'

describe('the policy of the page', () => {
  it('is said in the page and in the headers that hosts are given', async () => {
    const response = await fetch(inject('dyadUrl'))
    expect(response.headers.get('content-security-policy')).toBe(POLICY)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const html = await response.text()
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`)
    // Every script is a file of its own.
    expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBe(null)
    for (const file of ['_headers', '.htaccess', 'vercel.json']) {
      expect(await (await fetch(new URL(file, inject('dyadUrl')))).text(), file).toContain(POLICY)
    }
  })

  it('runs no script that stands in a text, connects to no other host and makes no script of a text', async () => {
    const { page } = await openDyad({
      // The browser says of each try that it was refused.
      expectFaults:
        browserKind === 'firefox'
          ? [/Content-Security-Policy: .*connect-src/, /Content-Security-Policy: .*trusted-types/, /a\.png .*img-src/]
          : [
              /console error: .*Content Security Policy/,
              /console error: This document requires 'Trusted/,
              /https:\/\/example\.org\/a\.png( \(csp\))?$/,
            ],
    })
    await graphPainted(page)
    const refused = await page.evaluate(async () => {
      const tries: Record<string, string> = {}
      const attempt = async (name: string, act: () => unknown) => {
        try {
          await act()
          tries[name] = 'went through'
        } catch (error) {
          tries[name] = (error as Error).name
        }
      }
      await attempt('fetch', () => fetch('https://example.org/'))
      // In a task of its own: what a test runs in a page by itself may do more.
      await attempt(
        'eval',
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                // oxlint-disable-next-line no-eval -- that it does not work is what is tested
                resolve((0, eval)('1'))
              } catch (error) {
                reject(error as Error)
              }
            })
          }),
      )
      await attempt('worker', () => new Worker('https://example.org/worker.js'))
      await attempt('html', () => (document.createElement('div').innerHTML = '<b>x</b>'))
      const script = document.createElement('script')
      await attempt('script', () => {
        script.textContent = 'window.hit = 1'
        document.head.append(script)
      })
      const image = new Image()
      const loaded = new Promise((resolve) => {
        image.addEventListener('load', () => resolve('went through'))
        image.addEventListener('error', () => resolve('error'))
      })
      image.src = 'https://example.org/a.png'
      tries.image = String(await loaded)
      return { ...tries, hit: 'hit' in window }
    })
    expect(refused).toMatchObject({ fetch: 'TypeError', eval: 'EvalError', image: 'error', hit: false })
    // A Firefox of before 2026 knows no Trusted Types.
    const isKnown = browserKind === 'chromium' || (await page.evaluate(() => 'trustedTypes' in window))
    if (isKnown) expect(refused).toMatchObject({ worker: 'TypeError', html: 'TypeError' })
  })
})
