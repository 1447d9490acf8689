import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { graphPainted, openDyad } from './harness.ts'
import { sceneOn } from '../bundled.ts'
import { placeOfActor, placeOfLink } from './stage.ts'

const heading = (page: Page) => page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })

async function openGraph(hash = ''): Promise<Page> {
  const { page } = await openDyad({ hash, viewport: { width: 1440, height: 900 } })
  await graphPainted(page)
  await page.getByRole('region', { name: 'Legend' }).waitFor()
  return page
}

const clickAt = async (page: Page, { x, y }: { x: number; y: number }) => page.mouse.click(x, y)

describe('the graph', () => {
  it('says in words what is under the pointer, and opens it with a click', async () => {
    const page = await openGraph('partner=PHL')
    const scene = sceneOn({ partner: ['PHL'] })
    const link = await placeOfLink(page, 'RUS-PHL/arms', scene, 0.6)
    await page.mouse.move(link.x, link.y)
    await page.getByText('Russia and Philippines, Arms').waitFor()
    await clickAt(page, link)
    await heading(page).getByText('Russia and Philippines').waitFor()
    expect(page.url()).toContain('dyad=RUS-PHL/arms')
    await clickAt(page, await placeOfActor(page, 'PHL', scene))
    await heading(page).getByText('Philippines', { exact: true }).waitFor()
    expect(page.url()).toContain('actor=PHL')
  })

  it('bends parallel links just as the scene says, so that each can be pointed at', async () => {
    const page = await openGraph()
    for (const [type, label] of [
      ['arms', 'Arms'],
      ['energy', 'Energy'],
      ['economy', 'Economy'],
    ] as const) {
      const { x, y } = await placeOfLink(page, `RUS-CHN/${type}`, sceneOn(), 0.72)
      await page.mouse.move(x, y)
      await page.getByText(`Russia and China, ${label}`).waitFor()
    }
  })

  it('takes an actor into the middle with a double click, and back', async () => {
    const page = await openGraph()
    const india = await placeOfActor(page, 'IND')
    await page.mouse.dblclick(india.x, india.y)
    await page.waitForURL(/focus=IND/)
    await heading(page).getByText('India').waitFor()
    // It is no longer under the pointer, and nothing is said of it.
    await page.locator('.tooltip').waitFor({ state: 'detached' })
    // Both stand where the focus layout of India has them.
    const scene = sceneOn({}, undefined, 'IND')
    for (const [id, name] of [
      ['RUS', 'Russia'],
      ['IND', 'India'],
    ] as const) {
      const { x, y } = await placeOfActor(page, id, scene)
      await page.mouse.click(x, y)
      await heading(page).getByText(name, { exact: true }).waitFor()
      await page.mouse.move(2, 2)
      await page.locator('.tooltip').waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'Back to Russia' }).click()
    await page.waitForURL((url) => !url.hash.includes('focus'))
  })

  it.each([
    [1280, 800],
    [1024, 768],
  ])('stays where it is from its first painting on, whatever is opened, at %i by %i', async (width, height) => {
    const { page } = await openDyad({ viewport: { width, height } })
    const graph = page.locator('#graph, .graph').first()
    await graphPainted(page)
    const { y: first } = (await graph.boundingBox())!
    await page.getByRole('region', { name: 'Legend' }).waitFor()
    await page.getByRole('button', { name: 'Members', exact: true }).waitFor()
    const before = (await graph.boundingBox())!
    // The panels come where room was kept for them; less than a line of theirs is a matter of the letters that a machine has.
    expect(Math.abs(before.y - first)).toBeLessThan(16)
    const { x, y } = await placeOfActor(page, 'IND')
    await page.mouse.click(x, y)
    await heading(page).getByText('India').waitFor()
    await page.getByRole('button', { name: 'Pin in place' }).waitFor()
    expect(await graph.boundingBox()).toEqual(before)
    // So a second click is on the same actor; one on another makes no double click.
    const vietnam = await placeOfActor(page, 'VNM')
    await page.mouse.click(vietnam.x, vietnam.y)
    await page.mouse.click(x, y)
    await heading(page).getByText('India').waitFor()
    expect(page.url()).not.toContain('focus')
    await page.waitForTimeout(600)
    await page.mouse.dblclick(x, y)
    await page.waitForURL(/focus=IND/)
  })

  it('keeps an actor where it was dragged, in the address too, and lets it go', async () => {
    const page = await openGraph()
    const { x, y } = await placeOfActor(page, 'IND')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y - 10, { steps: 4 })
    await page.mouse.move(x + 60, y - 20, { steps: 4 })
    await page.mouse.up()
    await page.waitForURL(/pins=IND:/)
    await page.getByRole('button', { name: 'Let go of moved actors' }).click()
    await page.waitForURL((url) => !url.hash.includes('pins'))
  })

  it('zooms, and fits everything in sight again', async () => {
    const page = await openGraph()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.waitForURL(/camera=/)
    await page.getByRole('button', { name: 'Fit everything in sight' }).click()
    await page.waitForURL((url) => !url.hash.includes('camera'))
  })

  it('has a force-directed layout, in which the actors stand elsewhere', async () => {
    const page = await openGraph()
    const china = await placeOfActor(page, 'CHN')
    await page.getByRole('button', { name: /Layout/ }).click()
    await page.getByRole('option', { name: 'Force layout' }).click()
    await page.waitForURL(/layout=force/)
    // Where China stood in the focus layout, a click finds it no more.
    await page.waitForTimeout(1500)
    await clickAt(page, china)
    expect(page.url()).not.toContain('actor=CHN')
  })
})
