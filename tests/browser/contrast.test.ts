import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserKind, expectNoAxeViolations, graphPainted, openDyad, type OpenOptions } from './harness.ts'

async function openReady(options: OpenOptions = {}): Promise<Page> {
  const { page } = await openDyad(options)
  await graphPainted(page)
  await page.getByRole('region', { name: 'As-of date' }).waitFor()
  return page
}

/** The contrast of two colours by the rule of WCAG 2, 1 to 21. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r, g, b] = /\d+, \d+, \d+/
      .exec(colour)![0]
      .split(', ')
      .map((part) => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }
  const [x, y] = [light(one), light(other)]
  return Math.max(x, y) / Math.min(x, y)
}

const scheme = (page: Page) => page.evaluate(() => document.documentElement.dataset.scheme)

it('the appearance is as the system has it until one chooses, and the choice is kept', async () => {
  const { page } = await openDyad({ colorScheme: 'dark' })
  await graphPainted(page)
  if (browserKind === 'chromium') expect(await scheme(page)).toBe('dark')
  await page.getByRole('button', { name: 'Settings' }).click()
  const appearance = page.getByRole('radiogroup', { name: 'Appearance' })
  expect(await appearance.getByRole('radio', { name: 'As the system' }).isChecked()).toBe(true)
  await appearance.locator('label', { hasText: 'Light' }).click()
  expect(await scheme(page)).toBe('light')
  await page.reload()
  await graphPainted(page)
  expect(await scheme(page)).toBe('light')
})

// A stock Firefox emulates none of this.
describe.runIf(browserKind === 'chromium')('who asks for more', () => {
  it.each(['light', 'dark'] as const)('contrast has it, in the %s', async (colorScheme) => {
    const page = await openReady({ colorScheme, contrast: 'more' })
    const read = await page.evaluate(() => {
      const probe = document.createElement('div')
      document.body.append(probe)
      const of = (name: string) => {
        probe.style.color = `var(--${name})`
        return getComputedStyle(probe).color
      }
      return Object.fromEntries(['surface', 'muted', 'accent', 'rule', 'ended'].map((name) => [name, of(name)]))
    })
    // WCAG 2 asks 7 of texts (AAA), and 3 of lines that mean something.
    for (const text of ['muted', 'accent']) expect(contrast(read[text]!, read.surface!), text).toBeGreaterThan(7)
    for (const line of ['rule', 'ended']) expect(contrast(read[line]!, read.surface!), line).toBeGreaterThan(3)
    await expectNoAxeViolations(page)
  })

  it.each(['light', 'dark'] as const)('has the colours of a %s system, whatever was chosen', async (colorScheme) => {
    const page = await openReady({
      colorScheme,
      forcedColors: true,
      route: async (own) => {
        const other = colorScheme === 'dark' ? 'light' : 'dark'
        await own.addInitScript((chosen) => localStorage.setItem('dyad:scheme', chosen), other)
      },
    })
    // What is drawn on the canvas goes with the ground that the system has put behind it.
    expect(await scheme(page)).toBe(colorScheme)
    // What is chosen is told without a colour of the page's own.
    const lines = () =>
      page
        .getByRole('tab')
        .evaluateAll((tabs) =>
          tabs.filter((tab) => getComputedStyle(tab).borderBottomWidth === '4px').map((tab) => tab.textContent),
        )
    expect(await lines()).toEqual(['Network'])
    await page.getByRole('tab', { name: 'Ledger' }).click()
    expect(await lines()).toEqual(['Ledger'])
    await page.getByRole('button', { name: 'Settings' }).click()
    const chosen = page.getByRole('radiogroup', { name: 'Appearance' }).locator('[data-selected]')
    expect(await chosen.evaluate((own) => getComputedStyle(own).outlineStyle)).toBe('solid')
    await expectNoAxeViolations(page)
  })
})
