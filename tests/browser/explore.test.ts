import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { graphPainted, openDyad } from './harness.ts'

// The figures are counted in the records: 380 initiatives (81 arms, 74 energy, 101 diplomacy, 124 economy); Malaysia has
// five: two arms contracts of 1994 and 2003, two of economy of 2003 and 2010, and a summit of several states since 2016.

const filters = (page: Page) => page.getByRole('region', { name: 'Filters' })
const details = (page: Page) => page.getByRole('region', { name: 'Details' })
const sentence = (page: Page) => page.locator('.sentence')
/** Waits until the sentence says so; it stands there before the panels come, which are waited for too. */
const says = async (page: Page, words: string) => {
  await page.getByRole('region', { name: 'Legend' }).waitFor()
  await page.waitForFunction((own) => document.querySelector('.sentence')?.textContent === own, words)
}
const option = (page: Page, name: string) => filters(page).getByRole('checkbox', { name, exact: true })
/** React Aria's own box lies hidden in its label: a person clicks the words. */
const click = (page: Page, name: string) =>
  filters(page)
    .locator('label.checkbox', { hasText: new RegExp(`${name}$`) })
    .first()
    .click()
const countOf = async (page: Page, name: string) => {
  const id = await option(page, name).getAttribute('aria-describedby')
  return page.locator(`[id="${id}"]`).textContent()
}

describe('a first visit', () => {
  it('shows the network, what it comes to, and the focus actor in the details', async () => {
    const { page } = await openDyad()
    await graphPainted(page)
    await says(page, 'All relation types: 380 of 380 initiatives')
    expect(await page.getByText(/of 313 promised outputs realised/).isVisible()).toBe(true)
    expect(await details(page).getByRole('heading', { level: 2 }).textContent()).toBe('Russia')
    expect(await page.getByRole('tab', { name: 'Network' }).getAttribute('aria-selected')).toBe('true')
    expect(page.url()).not.toContain('#')
  })
})

describe('the filters', () => {
  it('switch a relation type off and on, and every count follows', async () => {
    const { page } = await openDyad()
    await says(page, 'All relation types: 380 of 380 initiatives')
    expect(await countOf(page, 'Arms')).toBe('81 initiatives')
    expect(await countOf(page, 'Conflict')).toBe('9 initiatives')
    await click(page, 'Arms')
    await says(page, 'Energy, diplomacy and economy: 299 of 380 initiatives')
    expect(await option(page, 'Arms').isChecked()).toBe(false)
    // It still says what it would give; three of the nine conflicts are incidents, of arms.
    expect(await countOf(page, 'Arms')).toBe('81 initiatives')
    expect(await countOf(page, 'Conflict')).toBe('6 initiatives')
    await click(page, 'Arms')
    await says(page, 'All relation types: 380 of 380 initiatives')
  })

  it('isolate a type with one click, and clear with another', async () => {
    const { page } = await openDyad()
    await filters(page).getByRole('button', { name: 'Only Energy', exact: true }).click()
    await says(page, 'Energy: 74 of 380 initiatives')
    expect(page.url()).toContain('#type=energy')
    await filters(page).getByRole('button', { name: 'Clear all' }).click()
    await says(page, 'All relation types: 380 of 380 initiatives')
    expect(page.url()).not.toContain('#')
  })

  it('find a partner, an outcome and a period together', async () => {
    const { page } = await openDyad()
    await filters(page)
      .getByRole('button', { name: /more partners/ })
      .click()
    await filters(page).getByRole('button', { name: 'Only Malaysia' }).click()
    await says(page, 'All relation types, with Malaysia: 5 of 380 initiatives')
    await filters(page).getByRole('button', { name: 'Only Failed' }).click()
    await says(page, 'All relation types, failed, with Malaysia: 1 of 380 initiatives')
    await filters(page).getByRole('button', { name: 'All: Outcome' }).click()
    // The period runs from 1981 to 2025; by keyboard its last year comes down to 2003, with Malaysia's first three.
    const last = filters(page).getByRole('slider', { name: 'Last year' })
    for (let year = 2025; year > 2003; year--) await last.press('ArrowLeft')
    await says(page, 'All relation types, 1981-2003, with Malaysia: 3 of 380 initiatives')
  })

  it('look for words', async () => {
    const { page } = await openDyad()
    await filters(page).getByRole('searchbox', { name: 'Text' }).fill('"Fifty MC-21 airliners"')
    await says(page, 'All relation types, with the words “"Fifty MC-21 airliners"”: 1 of 380 initiatives')
    expect(await countOf(page, 'Economy')).toBe('1 initiative')
    await filters(page).getByRole('button', { name: 'Clear the text' }).click()
    await says(page, 'All relation types: 380 of 380 initiatives')
  })

  it('are in the legend too', async () => {
    const { page } = await openDyad()
    const legend = page.getByRole('region', { name: 'Legend' })
    await legend.getByRole('button', { name: 'Diplomacy' }).click()
    await says(page, 'Arms, energy and economy: 279 of 380 initiatives')
    expect(await option(page, 'Diplomacy').isChecked()).toBe(false)
    expect(await legend.getByRole('button', { name: 'Diplomacy' }).getAttribute('aria-pressed')).toBe('false')
  })

  it('say why nothing is left, and offer the way back', async () => {
    // Malaysia has no energy initiative.
    const { page } = await openDyad({ hash: 'type=energy&partner=MYS' })
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    await page.getByRole('button', { name: 'Without the relation types: 5' }).click()
    await says(page, 'All relation types, with Malaysia: 5 of 380 initiatives')
    expect(await page.getByRole('heading', { name: 'Nothing passes these filters' }).count()).toBe(0)
  })
})

describe('the as-of date', () => {
  it('goes to a marked date and back', async () => {
    const { page } = await openDyad({ hash: 'partner=PHL' })
    await page.getByRole('button', { name: 'Jump to' }).click()
    await page.getByRole('menuitem', { name: /Weitz's essay/ }).click()
    // The Philippines' first initiative of the records is of October 2017.
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor()
    expect(page.url()).toContain('asof=2015-12-31')
    await page.getByRole('button', { name: 'Jump to' }).click()
    await page.getByRole('menuitem', { name: /Latest/ }).click()
    await says(page, 'All relation types, with Philippines: 4 of 380 initiatives')
  })

  it('is typed as a date', async () => {
    const { page } = await openDyad({ hash: 'partner=PHL' })
    const field = page.getByRole('region', { name: 'As-of date' })
    await field.getByRole('spinbutton', { name: 'year' }).click()
    await page.keyboard.type('2017')
    await field.getByRole('spinbutton', { name: 'month' }).click()
    await page.keyboard.type('10')
    await field.getByRole('spinbutton', { name: 'day' }).click()
    await page.keyboard.type('24')
    // On that day two arms initiatives were signed.
    await page.waitForFunction(() =>
      /as of 24 October 2017: 2 of \d+ initiatives$/.test(document.querySelector('.sentence')!.textContent!),
    )
    expect(page.url()).toContain('asof=2017-10-24')
  })

  it('is typed in one go, through dates beyond the dataset, which it names', async () => {
    const { page } = await openDyad()
    await says(page, 'All relation types: 380 of 380 initiatives')
    const field = page.getByRole('region', { name: 'As-of date' })
    await field.getByRole('spinbutton', { name: 'day' }).click()
    await page.keyboard.type('3112')
    await field.getByText('The dataset runs from 30 June 1981 to 18 June 2026.').waitFor()
    await page.keyboard.type('2015')
    await says(page, 'All relation types, as of 31 December 2015: 263 of 263 initiatives')
    expect(page.url()).toContain('asof=2015-12-31')
  })

  it('moves by a month with a key', async () => {
    const { page } = await openDyad({ hash: 'asof=2015-12-31' })
    await page.getByRole('slider', { name: 'As-of date' }).press('ArrowLeft')
    await page.waitForURL(/asof=2015-11-30/)
  })
})

describe('the details', () => {
  it('lead from the focus actor down to a cited source', async () => {
    const { page } = await openDyad()
    await details(page)
      .getByRole('button', { name: /^Malaysia/ })
      .first()
      .click()
    await details(page).getByRole('heading', { level: 2, name: 'Russia and Malaysia' }).waitFor()
    // It stands in the list, and as a strip under the series of arms once these are there.
    await details(page).getByRole('button', { name: 'MiG-29N fighters for Malaysia' }).last().click()
    await details(page).getByRole('heading', { level: 2, name: 'MiG-29N fighters for Malaysia' }).waitFor()
    expect(page.url()).toContain('initiative=rus-mys-mig29n')
    // Signed in June 1994, completed in 1995: no more precise than the record.
    const text = await details(page).innerText()
    expect(text).toContain('June 1994')
    expect(text).toMatch(/realised/i)
    const sources = details(page).locator('a[href^="http"]')
    expect(await sources.count()).toBeGreaterThan(0)
    expect(await sources.first().getAttribute('rel')).toContain('noopener')
  })

  it('show nothing later than the as-of date', async () => {
    const { page } = await openDyad({ hash: 'asof=2004-06-30&initiative=rus-mys-su30mkm' })
    await details(page).getByRole('heading', { level: 2 }).waitFor()
    const text = await details(page).innerText()
    expect(text).toContain('5 August 2003')
    expect(text).toMatch(/pending/i)
    expect(text).toMatch(/2 later milestones/)
    expect(text).not.toContain('2007')
  })
})

describe('the address', () => {
  it('reopens the same screen, and back and forward go through the choices', async () => {
    const { page } = await openDyad({ hash: 'type=arms&asof=2015-12-31&dyad=RUS-MYS' })
    await page.waitForFunction(() =>
      document.querySelector('.sentence')?.textContent?.startsWith('Arms, as of 31 December 2015'),
    )
    expect(await details(page).getByRole('heading', { level: 2 }).textContent()).toBe('Russia and Malaysia')
    const first = await sentence(page).textContent()
    await filters(page).getByRole('button', { name: 'Only Economy' }).click()
    await page.waitForURL(/type=economy/)
    await filters(page).getByRole('button', { name: 'Only Realised' }).click()
    await page.waitForURL(/outcome=realised/)
    await page.goBack()
    await page.goBack()
    await says(page, first!)
    await page.goForward()
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.startsWith('Economy'))
  })

  it('is mended where it makes no sense, and says so', async () => {
    const { page } = await openDyad({ hash: 'type=arms,gas&focus=XXX&asof=2015-02-30' })
    await says(page, 'Arms: 81 of 380 initiatives')
    const notice = page.getByRole('alert')
    expect(await notice.getByRole('listitem').allTextContents()).toEqual([
      '“type=gas” is not in this dataset and was ignored.',
      'The actor “XXX” is not in this dataset and was ignored.',
      'The date “2015-02-30” does not exist and was ignored; write it as 2015-12-31.',
    ])
    await notice.getByRole('button', { name: 'Dismiss the notice' }).click()
    expect(await notice.count()).toBe(0)
  })

  it('is copied by Share', async () => {
    const { page } = await openDyad({ hash: 'type=arms' })
    await page.getByRole('button', { name: 'Share' }).click()
    expect(await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue()).toBe(page.url())
  })
})

describe('undo', () => {
  it('takes back the last choice and brings it back, by button and by key', async () => {
    const { page } = await openDyad()
    await says(page, 'All relation types: 380 of 380 initiatives')
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await filters(page).getByRole('button', { name: 'Only Arms' }).click()
    await says(page, 'Arms: 81 of 380 initiatives')
    await page.getByRole('button', { name: 'Undo' }).click()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await page.getByRole('button', { name: 'Redo' }).click()
    await says(page, 'Arms: 81 of 380 initiatives')
    await page.keyboard.press('Control+z')
    await says(page, 'All relation types: 380 of 380 initiatives')
  })
})

describe('the search', () => {
  it('finds an initiative by its words and opens it', async () => {
    const { page } = await openDyad()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog', { name: 'Search' })
    await dialog.getByRole('searchbox').fill('MiG-29N Malaysia')
    await dialog
      .getByRole('option', { name: /MiG-29N fighters for Malaysia/ })
      .first()
      .waitFor()
    await dialog
      .getByRole('option', { name: /MiG-29N fighters for Malaysia/ })
      .first()
      .click()
    await details(page).getByRole('heading', { level: 2, name: 'MiG-29N fighters for Malaysia' }).waitFor()
  })

  it('finds an actor by its own name', async () => {
    const { page } = await openDyad()
    await page.getByRole('button', { name: 'Search' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search' })
    await dialog.getByRole('searchbox').fill('viet nam')
    await dialog
      .getByRole('option', { name: /Vietnam/ })
      .first()
      .click()
    await details(page).getByRole('heading', { level: 2, name: 'Vietnam' }).waitFor()
  })
})

describe('when the network fails', () => {
  it('says that the dataset could not be fetched, and tries again', async () => {
    let fails = true
    const { page } = await openDyad({
      route: async (own) =>
        void (await own.route(/outline/, (route) => (fails ? route.abort('failed') : route.continue()))),
      expectFaults: [/request failed: .*outline/],
    })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('The dataset could not be fetched')
    fails = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await says(page, 'All relation types: 380 of 380 initiatives')
  })

  it('shows the graph without the texts, and tries again', async () => {
    let fails = true
    const { page } = await openDyad({
      hash: 'initiative=rus-mys-mig29n',
      route: async (own) =>
        void (await own.route(/texts-/, (route) => (fails ? route.abort('failed') : route.continue()))),
      expectFaults: [/request failed: .*texts/],
    })
    await says(page, 'All relation types: 380 of 380 initiatives')
    await details(page).getByText('could not be loaded').waitFor()
    fails = false
    await details(page).getByRole('button', { name: 'Try again' }).click()
    await details(page).getByRole('heading', { level: 2, name: 'MiG-29N fighters for Malaysia' }).waitFor()
  })
})
