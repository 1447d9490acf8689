import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/language/languages.ts'
import { expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'

/** Names that are the same in every language: of the tool, of keys, of file formats and of standards. */
const SAME = /^(?:Dyad|Ctrl|Shift|Alt|Enter|Esc|Tab|Space|Home|End|K|CSV|JSON|PNG|SVG|PDF|XLSX|GIF|MP|WebM|WebP|JPEG|HTML|ID|ISO|TIV|USD|EN|XB)$/u

/** What is shown as an example of what a file or an address begins with. */
const EXAMPLES = ['placeholder: from, to, date, title', 'placeholder: https://']

/**
 * What the pseudo-locale shows that is no message: letters outside of the brackets that each message has, in texts and in what is told to
 * those who listen. What is marked as another language's is passed over.
 */
async function untranslated(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const words = /[A-Za-z]{2,}/
    const outside: string[] = []
    const isOther = (element: Element | null) => {
      const marked = element?.closest('[lang]')
      return marked !== null && marked !== undefined && marked !== document.documentElement
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let depth = 0
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement!
      if (isOther(parent) || parent.closest('script, style, noscript, [hidden], [aria-hidden=true] option')) continue
      let plain = ''
      for (const sign of node.textContent ?? '') {
        if (sign === '⟦') depth++
        else if (sign === '⟧') depth--
        else if (depth === 0) plain += sign
      }
      if (words.test(plain)) outside.push(`${parent.className || parent.tagName}: ${plain.trim()}`)
    }
    const READ = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt']
    for (const element of document.querySelectorAll(READ.map((name) => `[${name}]`).join(', '))) {
      if (isOther(element)) continue
      for (const name of READ) {
        let within = 0
        const plain = [...(element.getAttribute(name) ?? '')]
          .filter((sign) => {
            if (sign === '⟦') within++
            else if (sign === '⟧') within--
            else return within === 0
            return false
          })
          .join('')
        if (words.test(plain)) outside.push(`${name}: ${plain.trim()}`)
      }
    }
    return outside
  })
  const isSame = (words: string) => (words.match(/[\p{Script=Latin}]{2,}/gu) ?? []).every((word) => SAME.test(word))
  return [...new Set(found)].filter((own) => !isSame(own.slice(own.indexOf(': ') + 2)) && !EXAMPLES.includes(own))
}

/** Whether anything lies outside of the window to the side. */
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

const VIEWS = ['Network', 'Map', 'Timeline', 'Matrix', 'Table', 'Ledger', 'Compare', 'Measures'] as const
const DETAILS = [
  '',
  'actor=VNM',
  'dyad=RUS-CHN',
  'initiative=rus-chn-espo-spur-loans-for-oil',
  'findings=all&since=2015-12-31',
] as const

describe('in the pseudo-locale, from right to left,', () => {
  it('every view is in messages', async () => {
    const { page } = await openDyad({ hash: 'lang=xb&since=2015-12-31&compare=CHN,IND', viewport: { width: 1440, height: 900 } })
    await graphPainted(page)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    for (const view of VIEWS) {
      await page.getByRole('tab', { name: view }).click()
      await page.locator('.view-place[data-open] :is(h2, canvas, svg, table, [role=grid], [role=tree])').first().waitFor()
      expect(await untranslated(page), view).toEqual([])
      expect(await isTooWide(page), view).toBe(false)
      await expectNoAxeViolations(page)
    }
  }, 180_000)

  it('all Details are in messages but for what the data say', async () => {
    const { page, url } = await openDyad({ hash: 'lang=xb', viewport: { width: 1440, height: 900 } })
    for (const hash of DETAILS) {
      await page.goto('about:blank')
      await page.goto(`${url}&${hash}`)
      await graphPainted(page)
      await page.locator('.details h2').first().waitFor()
      expect(await untranslated(page), hash).toEqual([])
    }
  }, 120_000)

  it('the dialogs are in messages', async () => {
    const { page } = await openDyad({ hash: 'lang=xb' })
    for (const name of ['Search', 'Data', 'Views', 'Share', 'Export', 'Settings']) {
      await page.getByRole('button', { name: `⟦${name}⟧`, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect(await untranslated(page), name).toEqual([])
      await expectNoAxeViolations(page, '[role=dialog]', name)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await untranslated(page), 'shortcuts').toEqual([])
  }, 120_000)
})
