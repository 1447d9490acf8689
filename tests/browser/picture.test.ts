import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { downloadFrom, graphPainted, inEmptyPage, openDyad } from './harness.ts'
import { sceneOn } from '../bundled.ts'

async function openExport(hash: string): Promise<Page> {
  const { page } = await openDyad({ hash })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('dialog', { name: 'Export' }).waitFor()
  return page
}

describe('a picture', () => {
  it('is an SVG with true vectors, text as text, and what it shows in words', async () => {
    const page = await openExport('partner=PHL')
    await page.getByRole('dialog').locator('label', { hasText: 'SVG' }).click()
    const { name, bytes } = await downloadFrom(page, () => page.getByRole('button', { name: 'Save SVG' }).click())
    expect(name).toBe('dyad-network-2026-06-18.svg')
    const svg = bytes.toString('utf8')
    expect(svg).toContain('All relation types, with Philippines: 4 of 380 initiatives')
    expect(svg).toContain('Russia and Philippines, Arms: 3 initiatives, 1 realised and 2 failed')
    expect(svg).toMatch(/<text[^>]*>/)
    expect(svg).not.toMatch(/<image|foreignObject/)
    expect(svg).toContain('evidence to 18 June 2026')
    for (const group of ['links', 'actors', 'legend']) expect(svg).toContain(`id="${group}"`)
    const shown = await inEmptyPage(
      page,
      (text) =>
        new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('#links')!.querySelectorAll('title')
          .length,
      svg,
    )
    expect(shown).toBe(sceneOn({ partner: ['PHL'] }).links.length)
  })

  it.each([1, 4])('is a PNG at %ix', async (scale) => {
    const page = await openExport('type=arms')
    await page
      .getByRole('dialog')
      .locator('label', { hasText: `${scale}x` })
      .click()
    const { name, bytes } = await downloadFrom(page, () => page.getByRole('button', { name: 'Save PNG' }).click())
    expect(name).toBe('dyad-network-2026-06-18.png')
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200 * scale, 900 * scale])
    // A picture of anything has more to say than a blank sheet.
    expect(bytes.length).toBeGreaterThan(40_000)
  })

  it('carries the title that one gives it', async () => {
    const page = await openExport('type=arms')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Title', exact: true }).fill('Arms <& more>')
    await page.getByRole('dialog').locator('label', { hasText: 'SVG' }).click()
    const { bytes } = await downloadFrom(page, () => page.getByRole('button', { name: 'Save SVG' }).click())
    expect(bytes.toString('utf8')).toContain('Arms &lt;&amp; more&gt;')
  })
})
