import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, openDyad } from './harness.ts'

const heading = (page: Page) => page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })
const map = (page: Page) => page.getByRole('group', { name: /^Map\./ })

async function openMap(hash = 'view=map'): Promise<Page> {
  const { page } = await openDyad({ hash, viewport: { width: 1440, height: 900 } })
  await map(page)
    .getByRole('button', { name: /^China/ })
    .waitFor()
  return page
}

describe('the Map', () => {
  it('is reached by keyboard alone, moved and zoomed, and its actors are opened', async () => {
    const { page } = await openDyad({ viewport: { width: 1440, height: 900 } })
    await page.getByRole('tab', { name: 'Network' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tab', { name: 'Map', selected: true }).waitFor()
    await map(page)
      .getByRole('button', { name: /^China/ })
      .waitFor()
    const isAt = () => map(page).evaluate((own) => own === document.activeElement)
    await page.getByRole('button', { name: 'Skip to the view' }).focus()
    await page.keyboard.press('Enter')
    for (let press = 0; press < 12 && !(await isAt()); press++) await page.keyboard.press('Tab')
    expect(await isAt()).toBe(true)
    await page.keyboard.press('+')
    await page.waitForURL(/map=/)
    await page.keyboard.press('0')
    await page.waitForURL((url) => !url.hash.includes('map='))
    await page.keyboard.press('Tab')
    const active = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const first = await active()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction((before) => document.activeElement?.getAttribute('aria-label') !== before, first)
    const name = (await active()).split(':')[0]!
    await page.keyboard.press('Enter')
    await page.waitForURL(/actor=/)
    await heading(page).filter({ hasText: name }).waitFor()
    await expectNoAxeViolations(page)
  })

  it('opens a tie with a click, and obeys the filters', async () => {
    const page = await openMap('view=map&partner=PHL&type=energy')
    // The reactor that Russia and the Philippines had planned; nothing else is left.
    const tie = page.locator('[data-link="RUS-PHL/energy"]')
    expect(await page.locator('[data-link]').count()).toBe(1)
    const box = await tie.evaluate((own) => {
      const path = own.querySelector('path')!
      const matrix = path.getScreenCTM()!
      const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.7).matrixTransform(matrix)
      return { x, y }
    })
    await page.mouse.click(box.x, box.y)
    await heading(page).getByText('Russia and Philippines').waitFor()
    expect(page.url()).toContain('dyad=RUS-PHL/energy')
  })

  it('is the same after a reload, and says who is not on it', async () => {
    const page = await openMap('view=map&map=105,20,4&members=ASEAN')
    await page.getByText('Not on the map, having no seat').waitFor()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.waitForURL(/map=105,20,[5-9]/)
    const address = page.url()
    await page.reload()
    await map(page)
      .getByRole('button', { name: /^Vietnam/ })
      .waitFor()
    expect(page.url()).toBe(address)
  })
})
