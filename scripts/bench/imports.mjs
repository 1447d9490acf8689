/** How fast a file of other people's data is on the screen, how fast it is there again from what the browser keeps, and what
 * memory it takes. */
import { LOOK_MS, measured, measureMemory, openReady, pageIn, paintedAt, PATIENCE_MS, untilReady } from './measure.mjs'

/** The measures of the page: from a chosen file to the painted account of what was read, and from Open to the painted graph. */
const READ = 'dyad:file-read'
const OPENED = 'dyad:dataset-opened'

/**
 * Reads a file into a fresh page.
 * @returns the opened page with `read` and `opened`, in milliseconds
 */
export async function importFile(browser, url, path) {
  const opened = await openReady(browser, url)
  const { page, context } = opened
  try {
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles(path)
    const read = await unlessRefused(page, measured(page, READ))
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const ms = await unlessRefused(page, measured(page, OPENED))
    await page.waitForFunction(() => document.querySelector('.view-tab') !== null)
    return { ...opened, read, opened: ms }
  } catch (error) {
    await context.close()
    throw error
  }
}

/** What was waited for, unless the dialog says before that it cannot be had: then that is thrown. */
async function unlessRefused(page, wanted) {
  const said = () => document.querySelector('[role=dialog] [role=alert]')?.innerText
  const refused = page.waitForFunction(said, null, { timeout: PATIENCE_MS, polling: LOOK_MS }).then(
    async (words) => {
      throw new Error(await words.jsonValue())
    },
    // No refusal in all that time: whatever was waited for says so itself.
    () => wanted,
  )
  // The one that comes last is of no interest any more, nor is that the page was closed meanwhile.
  refused.catch(() => undefined)
  wanted.catch(() => undefined)
  return Promise.race([wanted, refused])
}

/** So long is waited between two looks whether a dataset is kept. */
const LOOK_AGAIN_MS = 500

/**
 * Opens the dataset of a page again in another page of the same profile, from what the browser keeps, once it does.
 * @returns the other page, and `ms`, from the beginning of the navigation to the painted graph
 */
export async function reopen({ page, context }) {
  const url = page.url()
  const title = await page.title()
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const again = await pageIn(context)
    const ms = await paintedAt(again.page, url)
    if ((await again.page.title()) === title) {
      await untilReady(again.page)
      return { ...again, ms }
    }
    await again.page.close()
    if (Date.now() > end) throw new Error('The browser does not keep the dataset.')
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

/** Imports a file again and again, each time into a fresh profile: `{ read, opened, memory }` for each time. */
export async function measureImports(browser, url, path, times) {
  const results = []
  for (let i = 0; i < times; i++) {
    const { context, client, read, opened } = await importFile(browser, url, path)
    try {
      results.push({ read, opened, memory: await measureMemory(client) })
    } finally {
      await context.close()
    }
  }
  return results
}
