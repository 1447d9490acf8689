import { expect, it } from 'vitest'
import { writeDyadJson } from '../../src/formats/dyadJson.ts'
import { smallDataset } from '../formats/datasets.ts'
import { clipboardText, expectNoAxeViolations, graphPainted, inBothSchemes, openDyad } from './harness.ts'

const CITATION =
  'Dyad dataset: Russia and its Asia-Pacific partners, promised and delivered. Version 1.0.0, evidence to 18 June 2026.'

it('says what the data holds, what its words mean, what is not in it, and how it is cited', async () => {
  const { page } = await openDyad({ clipboard: true })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'About this data' }).click()
  const about = page.getByRole('dialog', { name: 'About this data' })
  // The counts of the codebook.
  await about.getByText('It holds 380 initiatives, 1,262 milestones,').waitFor()
  await about.getByText('1,487 sources, 6 series, up to 18 June 2026.').waitFor()
  await about.getByText('legally or practically operating, without a first output on record').waitFor()
  await about.getByText('It is not a census.').waitFor()
  await about.getByRole('heading', { name: 'Arms (A)' }).waitFor()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await about.getByRole('button', { name: 'Copy the citation' }).click()
  await about.getByText('Copied.').waitFor()
  expect(await clipboardText(page)).toBe(CITATION)
})

it('says of other people’s data what is known of it, and no more', async () => {
  const { page } = await openDyad()
  await graphPainted(page)
  await page.getByRole('button', { name: 'Data', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('dialog', { name: 'Data' }).getByRole('button', { name: 'Choose a file' }).click()
  const buffer = Buffer.from(writeDyadJson({ ...smallDataset(), title: 'Pacts' }))
  await (await chooser).setFiles({ name: 'pacts.json', mimeType: 'application/json', buffer })
  await page.getByRole('dialog', { name: 'Data' }).getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: 'Pacts', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('codebook')
  await page.getByRole('option', { name: /About this data/ }).click()
  const about = page.getByRole('dialog', { name: 'About this data' })
  await about.getByRole('heading', { name: 'Pacts' }).waitFor()
  await about.getByText('This dataset is not Dyad’s own.').waitFor()
  expect(await about.getByText('It is not a census.').count()).toBe(0)
})

it('a tour goes past the parts of the page, can be left at any step, and is found again', async () => {
  const { page } = await openDyad({ hash: 'view=ledger' })
  // The parts that it goes past come one after the other.
  await page.getByRole('region', { name: 'As-of date' }).waitFor()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  const titles = ['What is shown', 'The graph', 'Filters', 'As of a day', 'Details', 'Other views', 'To take away']
  for (const [i, title] of titles.entries()) {
    const step = page.getByRole('dialog', { name: title })
    await step.getByText(`${i + 1} of 7`).waitFor()
    if (i === 1) await expectNoAxeViolations(page)
    // By the keyboard alone: what goes on has the focus by itself.
    await page.waitForFunction(() => document.activeElement?.matches('.tour-step .primary'))
    await page.keyboard.press('Enter')
  }
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  await page.getByRole('dialog', { name: 'What is shown' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('a term says what it means where it stands, by key as by finger, and the keyboard comes back to it', async () => {
  const { page } = await openDyad({ touch: true })
  await graphPainted(page)
  const button = page.getByRole('button', { name: 'What is meant by promised and delivered' })
  await button.tap()
  const meaning = page.getByRole('dialog', { name: 'Promised and delivered' })
  await meaning.getByText('stopped before any result').waitFor()
  await meaning.getByText('something that lasts or flows, such as deliveries, a treaty, a plant').waitFor()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('Escape')
  await meaning.waitFor({ state: 'detached' })
  await button.focus()
  await page.keyboard.press('Enter')
  await meaning.waitFor()
  await page.keyboard.press('Escape')
  await meaning.waitFor({ state: 'detached' })
  await expect.poll(() => button.evaluate((own) => own === document.activeElement)).toBe(true)
})

it.each([
  [360, 640],
  [568, 320],
])('the tour stays within a phone of %i by %i, wherever on the page it is', async (width, height) => {
  const { page } = await openDyad({ touch: true, viewport: { width, height } })
  await graphPainted(page)
  await page.getByRole('button', { name: 'Settings' }).tap()
  await page.getByRole('button', { name: 'Take the tour' }).tap()
  for (const title of [
    'What is shown',
    'The graph',
    'Filters',
    'As of a day',
    'Details',
    'Other views',
    'To take away',
  ]) {
    const step = page.getByRole('dialog', { name: title })
    await step.waitFor()
    const box = (await step.boundingBox())!
    expect(box.y, title).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height, title).toBeLessThanOrEqual(height)
    const heading = (await step.getByRole('heading', { name: title }).boundingBox())!
    expect(heading.y, title).toBeGreaterThanOrEqual(box.y)
    await step.getByRole('button', { name: /^(Next|Done)$/ }).tap()
  }
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
