import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/language/languages.ts'
import { expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'

/** Names that are the same in every language: of the tool, of keys, of file formats and of standards. */
const SAME =
  /^(?:Dyad|Ctrl|Shift|Alt|Enter|Esc|Tab|Space|Home|End|Page|Up|Down|Delete|K|CSV|JSON|PNG|SVG|PDF|XLSX|GIF|MP|WebM|WebP|JPEG|HTML|ID|ISO|TIV|USD|EN|XB)$/u

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
    const READ = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'title',
      'placeholder',
      'alt',
    ]
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
    const { page } = await openDyad({
      hash: 'lang=xb&since=2015-12-31&compare=CHN,IND',
      viewport: { width: 1440, height: 900 },
    })
    await graphPainted(page)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    for (const view of VIEWS) {
      await page.getByRole('tab', { name: view }).click()
      await page
        .locator('.view-place[data-open] :is(h2, canvas, svg, table, [role=grid], [role=tree])')
        .first()
        .waitFor()
      expect(await untranslated(page), view).toEqual([])
      expect(await isTooWide(page), view).toBe(false)
      await expectNoAxeViolations(page, '.view-place[data-open]', view)
    }
    await expectNoAxeViolations(page)
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

/** What some words are in each language, written down by hand: a tab, a region, a partner, and what was counted at the first visit. */
const SPOKEN: Record<string, { map: string; filters: string; china: string; sentence: RegExp }> = {
  ru: { map: 'Карта', filters: 'Фильтры', china: 'Китай', sentence: /380 из 380 инициатив$/ },
  zh: { map: '地图', filters: '筛选', china: '中国', sentence: /380 个事项中的 380 个$/ },
  ja: { map: '地図', filters: 'フィルター', china: '中国', sentence: /案件380件中380件$/ },
  ko: { map: '지도', filters: '필터', china: '중국', sentence: /380/ },
  vi: { map: 'Bản đồ', filters: 'Bộ lọc', china: 'Trung Quốc', sentence: /380/ },
  hi: { map: 'मानचित्र', filters: 'फ़िल्टर', china: 'चीन', sentence: /380 पहलों में से 380$/ },
}

describe.each(LANGUAGES.filter(({ id }) => id !== 'en'))('in $name', ({ id, locale, direction }) => {
  const { map, filters, china, sentence } = SPOKEN[id]!

  it('the page is spoken as its link asks, fits on a screen and on a phone, and filters', async () => {
    const { page } = await openDyad({ hash: `lang=${id}`, viewport: { width: 1280, height: 800 } })
    await graphPainted(page)
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      locale,
      direction,
    ])
    await page.getByText(sentence).first().waitFor()
    const panel = page.getByRole('region', { name: filters, exact: true })
    await panel.getByRole('checkbox', { name: china, exact: true }).waitFor()
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('tab', { name: map, exact: true }).click()
    await page.waitForURL(new RegExp(`lang=${id}&view=map`))
    await page
      .getByRole('button', { name: new RegExp(`^${china}`) })
      .first()
      .waitFor()
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await isTooWide(page)).toBe(false)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await isTooWide(page)).toBe(false)
  }, 60_000)
})

describe('the menu of languages', () => {
  const menu = (page: Page) => page.locator('.language-menu button')

  it('has all said anew with what was chosen, keeps it for the next visit, and goes back', async () => {
    const { page, url } = await openDyad({ hash: 'type=energy' })
    await graphPainted(page)
    await page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', { name: 'Failed' }).press('Space')
    await page.waitForURL(/outcome=/)
    await menu(page).click()
    await page.getByRole('option', { name: 'Русский' }).click()
    await page.getByRole('heading', { name: 'Фильтры' }).waitFor()
    expect(page.url()).toMatch(/#lang=ru&type=energy&outcome=realised,pending,ended$/)
    // The focus is where it was, and so is the way back.
    await page.waitForFunction(() => document.activeElement?.closest('.language-menu') !== null)
    await page.getByRole('button', { name: 'Отменить', exact: true }).click()
    await page.waitForURL(/#lang=ru&type=energy$/)
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.getByRole('heading', { name: 'Filters' }).waitFor()
    await page.goto('about:blank')
    await page.goto(url.replace(/#.*/, ''))
    await page.getByRole('heading', { name: 'Фильтры' }).waitFor()
    // Whoever gave a link in English to a browser that was told Russian says so in it.
    await page.goto('about:blank')
    await page.goto(`${url.replace(/#.*/, '')}#lang=en`)
    await page.getByRole('heading', { name: 'Filters' }).waitFor()
  }, 60_000)

  it('is not needed where the browser asks for a language that is spoken', async () => {
    const { page } = await openDyad({ locale: 'ja-JP' })
    await page.getByRole('heading', { name: 'フィルター' }).waitFor()
    await menu(page).click()
    await page.getByRole('option', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Filters' }).waitFor()
    expect(page.url()).toMatch(/#lang=en$/)
  })

  it('is not there in an embed, which speaks as its link does and else English', async () => {
    const { page, url } = await openDyad({ locale: 'ko-KR', hash: 'x' })
    const base = url.replace(/#.*/, '')
    // What is fetched while a page is left counts as a fault in Firefox; these come last.
    const lastControl = page.locator('.stage-menus button').first()
    await lastControl.waitFor()
    await page.goto(`${base}?embed=filters,views`)
    await page.getByRole('heading', { name: 'Filters' }).waitFor()
    await lastControl.waitFor()
    expect(await menu(page).count()).toBe(0)
    await page.goto('about:blank')
    await page.goto(`${base}?embed=filters,views#lang=ko`)
    await page.getByRole('heading', { name: '필터' }).waitFor()
  })

  it('says so where the language cannot be fetched, and stays in the one it had', async () => {
    const { page } = await openDyad({
      route: async (own) => void (await own.route(/\/vi-[\w-]+\.js$/, (request) => request.abort())),
      expectFaults: [/request failed: .*\/vi-/],
    })
    await graphPainted(page)
    await menu(page).click()
    await page.getByRole('option', { name: 'Tiếng Việt' }).click()
    await page.getByText('The language could not be fetched. Check the connection and try again.').waitFor()
    await page.getByRole('heading', { name: 'Filters' }).waitFor()
  })
})

it('a file that cannot be read is refused in the language of the page', async () => {
  const { page } = await openDyad({ hash: 'lang=ru' })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Данные', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{') })
  await dialog
    .getByText(/[а-я]{4,}.*JSON/)
    .first()
    .waitFor()
})
