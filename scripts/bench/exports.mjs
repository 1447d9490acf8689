/** How fast the data is saved as a file. */
import { startFrom } from './actions.mjs'
import { PATIENCE_MS } from './measure.mjs'

/** Saves everything as Dyad's own JSON; hands back the milliseconds from the press until the browser has the file. */
export async function measureExports(page, times) {
  await startFrom(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('tab', { name: 'Data', exact: true }).click()
  const save = dialog.getByRole('button', { name: 'Save the data' })
  await dialog.getByText('Everything', { exact: true }).click({ timeout: PATIENCE_MS })
  const results = []
  for (let i = 0; i < times; i++) {
    const saved = page.waitForEvent('download', { timeout: PATIENCE_MS })
    const start = performance.now()
    await save.click({ timeout: PATIENCE_MS })
    await (await saved).delete()
    results.push(performance.now() - start)
  }
  await page.keyboard.press('Escape')
  return results
}
