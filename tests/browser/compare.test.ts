import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, openDyad } from './harness.ts'

// Counted in data/initiatives: Malaysia has five initiatives with Russia, four of them outputs (three realised, one
// failed), the Philippines four outputs (one realised, one pending, two failed). The airliners of 2010 were valued at
// 5 bn dollars. Only Malaysia has a summit, technology and transport; only the Philippines nuclear power.

const view = (page: Page) => page.getByRole('main')
const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const row = (page: Page, name: RegExp) => view(page).getByRole('row', { name })
const cells = async (page: Page, name: RegExp) => {
  await row(page, name).waitFor()
  return row(page, name).getByRole('cell').allInnerTexts()
}

describe('the Compare view', () => {
  it('offers a beginning, and opens what a number counts', async () => {
    const { page } = await openDyad({ hash: 'view=compare' })
    await view(page).getByRole('button', { name: 'Begin with China and India' }).click()
    await view(page).getByRole('heading', { name: 'China and India as partners of Russia' }).waitFor()
    expect(page.url()).toContain('compare=CHN,IND')
    // 81 and 57 have Russia on the other side.
    await view(page)
      .getByRole('button', { name: /^57 initiatives/ })
      .click()
    await details(page).getByText('57 initiatives, by the day they begin.').waitFor()
    await expectNoAxeViolations(page, 'main')
  })

  it('says why there is nobody to compare, and offers the way back', async () => {
    const { page } = await openDyad({ hash: 'text=qqqzzz&view=compare' })
    await view(page).getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    await expectNoAxeViolations(page, 'main')
    await view(page).getByRole('button', { name: 'Without the words: 380' }).click()
    await view(page).getByRole('button', { name: 'Begin with China and India' }).waitFor()
  })

  it('sets the partners of a link side by side, and takes a third', async () => {
    const { page } = await openDyad({ hash: 'view=compare&compare=MYS,PHL', colorScheme: 'dark' })
    const [malaysia, philippines] = await cells(page, /^All types/)
    expect(malaysia).toMatch(/3 realised[^]*1 failed[^]*1 process/)
    expect(philippines).toMatch(/1 realised[^]*1 pending[^]*2 failed/)
    // Of four outputs a share is a count.
    const ever = await cells(page, /^Outputs ever realised/)
    expect(ever[0]).toContain('3 of 4')
    expect(ever[1]).toContain('1 of 4')
    expect((await cells(page, /^The largest/))[0]).toContain('USD 5 bn')
    expect((await cells(page, /^Only with this one/))[1]).toContain('Nuclear power')
    await view(page)
      .getByRole('button', { name: /Add a partner/ })
      .click()
    await page.getByRole('option', { name: 'Laos' }).click()
    await view(page).getByRole('columnheader', { name: /Laos/ }).waitFor()
    expect(page.url()).toContain('compare=MYS,PHL,LAO')
    // Laos shares a nuclear agreement with Cambodia: nothing of the kind is the Philippines' own any more.
    expect((await cells(page, /^Only with this one/))[1]).not.toContain('Nuclear power')
    await expectNoAxeViolations(page, 'main')

    await view(page).getByRole('button', { name: 'Remove Malaysia' }).click()
    await view(page).getByRole('heading', { name: 'Philippines and Laos as partners of Russia' }).waitFor()
  })

  it('cuts nothing off on a phone', async () => {
    const { page } = await openDyad({
      hash: 'view=compare&compare=CHN,IND,VNM',
      viewport: { width: 390, height: 844 },
    })
    await row(page, /^All types/).waitFor()
    const isWhole = await view(page).evaluate((main) => main.querySelector('.view-body')!.scrollWidth <= innerWidth)
    expect(isWhole).toBe(true)
    await view(page)
      .getByRole('columnheader', { name: /Vietnam/ })
      .scrollIntoViewIfNeeded()
    // The headings of rows stay while the columns are moved.
    expect(
      (await row(page, /^All types/)
        .getByRole('rowheader')
        .boundingBox())!.x,
    ).toBeGreaterThanOrEqual(0)
    await expectNoAxeViolations(page, 'main')
  })
})
