import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations, openDyad } from './harness.ts'

const map = (page: Page) => page.getByRole('group', { name: /^Map\./ })
const actor = (page: Page, name: RegExp) => map(page).getByRole('button', { name })
const heading = (page: Page) => page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })
const active = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
/** What the map stands for in the address. */
const inHash = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('map')

describe('the Map', () => {
  it('is reached, moved and read by keyboard alone', async () => {
    const { page } = await openDyad()
    await page.getByRole('tab', { name: 'Network' }).focus()
    await page.keyboard.press('ArrowRight')
    // As its Details count them: 287 outputs, 56 processes and 8 conflicts.
    await actor(page, /^Russia: 351 initiatives$/).waitFor()
    expect(page.url()).toContain('view=map')
    // Past the search and the filters, and over the controls to the map itself.
    await page.getByRole('button', { name: 'Skip to the view' }).focus()
    await page.keyboard.press('Enter')
    for (let i = 0; i < 12 && !(await active(page))?.startsWith('Map.'); i++) await page.keyboard.press('Tab')
    expect(await active(page)).toMatch(/^Map\. All relation types: 380 of 380 initiatives\./)
    await page.keyboard.press('+')
    await page.waitForFunction(() => location.hash.includes('map='))
    await page.keyboard.press('0')
    await page.waitForFunction(() => !location.hash.includes('map='))
    // One more Tab leads to the actors, arrows from one to the next.
    await page.keyboard.press('Tab')
    expect(await active(page)).toBe('Russia: 351 initiatives')
    await page.keyboard.press('ArrowDown')
    const next = await active(page)
    expect(next).not.toBe('Russia: 351 initiatives')
    await page.keyboard.press('Enter')
    await heading(page)
      .filter({ hasNotText: /^Russia$/ })
      .waitFor()
    expect(page.url()).toContain('actor=')
    // What was opened is read on in the Details, and Escape leads back to where one was.
    await page.waitForFunction(() => document.activeElement?.matches('.details-heading'))
    await page.keyboard.press('Escape')
    await expect.poll(() => active(page)).toBe(next)
    expect(page.url()).toContain('actor=')
  })

  it('opens the dyad of a link, clears it on empty ground, and puts an actor in the focus', async () => {
    const { page } = await openDyad({ hash: 'view=map&partner=PHL' })
    await actor(page, /^Philippines: 4 initiatives$/).waitFor()
    const onLink = await page.locator('[data-link="RUS-PHL/energy"] .map-hit').evaluate((own) => {
      const path = own as SVGPathElement
      const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.6).matrixTransform(path.getScreenCTM()!)
      return { x, y }
    })
    await page.mouse.move(onLink.x, onLink.y)
    await page.getByText('Russia and Philippines, Energy').waitFor()
    await page.mouse.click(onLink.x, onLink.y)
    await page.waitForFunction(() => location.hash.includes('dyad=RUS-PHL/energy'))
    const box = (await map(page).boundingBox())!
    await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.8)
    await page.waitForFunction(() => !location.hash.includes('dyad='))
    await actor(page, /^Philippines/).dblclick()
    await page.getByRole('button', { name: 'Back to Russia' }).waitFor()
    expect(page.url()).toContain('focus=PHL')
  })

  it('zooms with the wheel and pans with the pointer, and a link leads back to the same sight', async () => {
    const { page } = await openDyad({ hash: 'view=map' })
    await actor(page, /^Vietnam/).waitFor()
    const box = (await map(page).boundingBox())!
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.wheel(0, -260)
    await page.waitForFunction(() => location.hash.includes('map='))
    // So much of the wheel doubles it.
    expect(inHash(page)).toMatch(/,2$/)
    const before = inHash(page)
    await page.mouse.down()
    await page.mouse.move(middle.x + 100, middle.y, { steps: 4 })
    await page.mouse.up()
    await page.waitForFunction((own) => !decodeURIComponent(location.hash).includes(own!), before)
    // On a slow machine the hand rests on the way, and where it looked then was taken down before where it looks at last.
    await page.waitForTimeout(500)
    // What lay under the pointer went with it, land and network alike.
    const sight = inHash(page)
    const place = (await actor(page, /^Vietnam/).boundingBox())!
    await page.reload()
    await actor(page, /^Vietnam/).waitFor()
    expect(inHash(page)).toBe(sight)
    const again = (await actor(page, /^Vietnam/).boundingBox())!
    // A tenth of a degree is kept: about a pixel here.
    expect(Math.abs(again.x - place.x)).toBeLessThan(2)
    expect(Math.abs(again.y - place.y)).toBeLessThan(2)
  })

  it('has no accessibility faults, with members shown', async () => {
    const { page } = await openDyad({ hash: 'view=map&members=ASEAN&actor=VNM' })
    await page.locator('[data-member]').first().waitFor({ state: 'attached' })
    await page.getByText('Not on the map, having no seat').waitFor()
    await expectNoAxeViolations(page)
  })
})
