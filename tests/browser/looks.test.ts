import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { everyLink } from '../../src/network/links.ts'
import { membersOf, organisationsOf } from '../../src/network/membership.ts'
import { withContext } from '../../src/scene/context.ts'
import { focusLayout } from '../../src/scene/layouts.ts'
import { OTHER_LAYOUTS } from '../../src/scene/otherLayouts.ts'
import { sceneOf } from '../../src/scene/scene.ts'
import { columns, dayOf, linksAt, outline, sceneOn, texts } from '../bundled.ts'
import { expectNoAxeViolations, graphPainted, openDyad } from './harness.ts'
import { placeOfActor, placeOfLink } from './stage.ts'

const heading = (page: Page) => page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })
const legend = (page: Page) => page.getByRole('region', { name: 'Legend' })

async function openNetwork(hash = ''): Promise<Page> {
  const { page } = await openDyad({ hash, viewport: { width: 1440, height: 900 } })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Width and size' }).waitFor()
  return page
}

const choose = async (page: Page, button: RegExp, option: string) => {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe('layouts', () => {
  it('put members inside the box of their organisation, and no filter moves them', async () => {
    const page = await openNetwork()
    await choose(page, /Layout/, 'Grouped by organisation')
    await page.waitForURL(/layout=organisation/)
    const every = everyLink(columns)
    const laid = OTHER_LAYOUTS.organisation({
      outline,
      focus: 'RUS',
      shape: 'wide',
      links: every,
      organisations: organisationsOf(outline, texts),
    })
    const scene = sceneOf({ columns, links: linksAt({}, outline.asOf), every, ...laid, focus: 'RUS', scheme: 'light' })
    await page.waitForTimeout(1000)
    const laos = await placeOfActor(page, 'LAO', scene)
    await page.mouse.click(laos.x, laos.y)
    await heading(page).getByText('Laos', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Only Arms' }).click()
    const brunei = await placeOfActor(page, 'BRN', scene)
    await page.mouse.click(brunei.x, brunei.y)
    await heading(page).getByText('Brunei', { exact: true }).waitFor()
    await expectNoAxeViolations(page)
  })

  it('can be run again for what is selected; the places are part of the link, and can be undone', async () => {
    const page = await openNetwork('partner=PHL,MYS')
    await page.getByRole('button', { name: 'Run the layout again for what is selected' }).click()
    await page.waitForURL(/placed=/)
    const address = page.url()
    await page.reload()
    await graphPainted(page)
    expect(page.url()).toBe(address)
    await page.getByRole('button', { name: 'Places as they were' }).click()
    await page.waitForURL((url) => !url.hash.includes('placed'))
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForURL(/placed=/)
  })

  it('keep an actor that is pinned by keyboard', async () => {
    const page = await openNetwork('actor=IND')
    const details = page.getByRole('region', { name: 'Details' })
    await details.getByRole('button', { name: 'Pin in place' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/pins=IND:/)
    await details.getByRole('button', { name: 'Unpin' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.hash.includes('pins'))
  })
})

describe('what widths and sizes stand for', () => {
  it('is a choice; the legend gives its scale, and a tie its value with the year', async () => {
    const page = await openNetwork('partner=VNM')
    await page.getByRole('button', { name: 'Width and size' }).click()
    await choose(page, /Width of a tie/, 'Trade: turnover')
    await expectNoAxeViolations(page, '.members-dialog')
    await page.keyboard.press('Escape')
    await page.waitForURL(/width=trade.turnover/)
    await legend(page).getByText('USD bn, trade: turnover').waitFor()
    // The dataset's largest turnover is 244.8: steps of 20, 100 and 200.
    expect(await legend(page).locator('.legend-width').allTextContents()).toEqual(['20', '100', '200'])
    const economy = await placeOfLink(page, 'RUS-VNM/economy', sceneOn({ partner: ['VNM'] }), 0.62)
    await page.mouse.move(economy.x, economy.y)
    // data/series/trade.csv: 4.6 in 2024.
    await page.getByText(/Trade: turnover 4\.6 USD bn \(2024\)/).waitFor()
  })
})

describe('members and other suppliers', () => {
  it('unfold and fold again; who is no actor of the network stands around it', async () => {
    const page = await openNetwork()
    await page.getByRole('button', { name: /^Members/ }).click()
    const apec = page.locator('.members-dialog label', { hasText: /^APEC/ })
    await apec.click()
    await page.waitForURL(/members=APEC/)
    await expectNoAxeViolations(page, '.members-dialog')
    await page.keyboard.press('Escape')
    const positions = focusLayout(outline, 'RUS', 'wide')
    const memberships = membersOf(texts, ['APEC'], dayOf(outline.asOf))
    const ever = texts.memberships.filter(({ organisation }) => organisation === 'APEC')
    const scene = withContext(sceneOn(), {
      columns,
      texts,
      context: { memberships, supplies: [], ties: new Map(ever.map(({ member }) => [member, ['APEC']])) },
      positions,
      scale: null,
    })
    await page.waitForTimeout(1000)
    const canada = await placeOfActor(page, 'CAN', scene)
    await page.mouse.move(canada.x, canada.y)
    await page.getByText('member of APEC').waitFor()
    await page.getByRole('button', { name: /^Members: APEC/ }).click()
    await apec.click()
    await page.waitForURL((url) => !url.hash.includes('members'))
  })

  it('set the other suppliers beside Russia in one measure, and put back what was', async () => {
    const page = await openNetwork('type=arms')
    await page.getByRole('button', { name: 'Other suppliers' }).click()
    await page.waitForURL(/suppliers=yes.*width=arms-share/)
    await legend(page)
      .getByText(/^grey: other suppliers of arms/)
      .waitFor()
    await page.getByRole('button', { name: 'Other suppliers' }).click()
    await page.waitForURL((url) => !url.hash.includes('suppliers') && !url.hash.includes('width'))
  })
})
