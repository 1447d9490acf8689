/** How fast pictures are made, in the studio as a person uses it, beside the picture that Cytoscape itself makes. */
import { measured, openReady, VIEWPORT } from './measure.mjs'

/** Measures of the page: from being asked for a picture to its SVG, and from pressing Save to the bytes of the file. */
const MADE = 'dyad:picture-made'
const WRITTEN = 'dyad:picture-written'

/** The size that a picture has by itself, in CSS pixels, and how many times as large its PNG is measured. */
export const PICTURE = { width: 1200, height: 900, scale: 4 }

/**
 * Saves the picture of the default view again and again, as SVG and as PNG, and has a page with nothing but Cytoscape make a
 * PNG of the same graph in as many pixels, in turns, since the machine drifts.
 * @param bareUrl of the bare page, with its graph as large as the picture
 * @returns all in milliseconds: `cold`, the SVG of the first picture after the studio was opened; `svg`, `png` and `bare`,
 *   one for each time
 */
export async function measurePictures(browser, url, bareUrl, times) {
  const { context, page } = await openReady(browser, url)
  const bareContext = await browser.newContext({ viewport: VIEWPORT })
  try {
    const bare = await bareContext.newPage()
    await bare.goto(bareUrl)
    await bare.waitForFunction(() => performance.getEntriesByName('dyad:graph-painted').length > 0)

    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    const cold = await measured(page, MADE)
    /** Presses something and hands back what the page measures of it. */
    const press = async (target, measure) => {
      await page.evaluate(() => performance.clearMeasures())
      await target.click()
      return measured(page, measure)
    }
    const save = async () => {
      const ms = await press(dialog.getByRole('button', { name: 'Save PNG' }), WRITTEN)
      await dialog.getByText(/^Saved as /).waitFor()
      return ms
    }
    const results = { cold, svg: [], png: [], bare: [] }
    await dialog.locator('label', { hasText: `${PICTURE.scale}x` }).click()
    // The first PNG fetches the fonts.
    await save()
    await bare.evaluate(barePng, PICTURE)
    for (let i = 0; i < times; i++) {
      results.png.push(await save())
      const { ms, width, height } = await bare.evaluate(barePng, PICTURE)
      if (width !== PICTURE.width * PICTURE.scale || height !== PICTURE.height * PICTURE.scale) {
        throw new Error(`Cytoscape made a picture of ${width} by ${height} pixels: nothing to compare.`)
      }
      results.bare.push(ms)
    }
    const asOf = dialog.locator('label', { hasText: 'As-of date' })
    for (let i = 0; i < times; i++) {
      await press(asOf, MADE)
      results.svg.push(await press(asOf, MADE))
    }
    return results
  } finally {
    await context.close()
    await bareContext.close()
  }
}

/** Runs in the bare page: Cytoscape's own PNG, timed, and the size that it has. */
async function barePng({ scale }) {
  const start = performance.now()
  const png = await window.graph.png({ scale, bg: '#ffffff', output: 'blob-promise' })
  const ms = performance.now() - start
  const { width, height } = await createImageBitmap(png)
  return { ms, width, height }
}
