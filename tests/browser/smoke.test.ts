import { expect, test } from 'vitest'
import { openDyad } from './harness.ts'

test('the page has a title', async () => {
  const { page } = await openDyad()
  expect(await page.title()).toMatch(/Dyad/)
})
