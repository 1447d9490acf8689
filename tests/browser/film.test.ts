import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { browserKind, downloadFrom, expectNoAxeViolations, openDyad } from './harness.ts'

/** Opens the form for films on four initiatives, of which the first begins in 2017: with 2021 that makes five years. */
async function openFilm(): Promise<Page> {
  const { page } = await openDyad({ hash: 'view=timeline&partner=PHL&asof=2021-12-31' })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: 'Film' }).click()
  await page.getByText('5 frames in').waitFor()
  return page
}

const choose = (page: Page, label: string) =>
  page.getByRole('dialog').locator('.film-form label', { hasText: label }).click()

async function lasting(page: Page, seconds: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Length in seconds' }).fill(String(seconds))
  await page.keyboard.press('Tab')
  await page.getByText(`5 frames in ${seconds} s`).waitFor()
}

const save = (page: Page) => page.getByRole('button', { name: 'Save film' }).click()

describe('a film', () => {
  it.skipIf(browserKind === 'firefox')(
    'is a WebM of the planned length and size, which the browser plays',
    async () => {
      const page = await openFilm()
      await expectNoAxeViolations(page, '.film')
      await choose(page, 'WebM')
      // Four years share one second, and the last one is held for two.
      await lasting(page, 3)
      const { name, bytes } = await downloadFrom(page, () => save(page))
      expect(name).toMatch(/\.webm$/)
      await page.getByText(`Saved as ${name}`).waitFor()
      const played = await page.evaluate(async (base64) => {
        const video = document.createElement('video')
        const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'video/webm' })
        video.src = URL.createObjectURL(file)
        await new Promise((resolve, reject) => {
          video.onloadeddata = resolve
          video.onerror = () => reject(new Error(video.error?.message))
        })
        return { seconds: video.duration, width: video.videoWidth, height: video.videoHeight }
      }, bytes.toString('base64'))
      expect(Math.abs(played.seconds - 3)).toBeLessThan(0.25)
      expect(played).toMatchObject({ width: 1280, height: 720 })
      // The title stands in the file.
      expect(bytes.toString('latin1')).toContain('TITLE')
    },
  )

  it('is a GIF with a page for each frame', async () => {
    const page = await openFilm()
    await choose(page, 'GIF')
    await choose(page, 'square')
    await lasting(page, 3)
    const { name, bytes } = await downloadFrom(page, () => save(page))
    expect(name).toMatch(/\.gif$/)
    const { pages, width, pageHeight, delay, loop } = await sharp(bytes, { animated: true }).metadata()
    expect({ pages, width, pageHeight, delay, loop }).toEqual({
      pages: 5,
      width: 1080,
      pageHeight: 1080,
      delay: [250, 250, 250, 250, 2000],
      loop: 0,
    })
    // The later a frame, the more has happened: no two are alike.
    const seen = await Promise.all([0, 4].map((own) => sharp(bytes, { page: own }).raw().toBuffer()))
    expect(seen[0]!.equals(seen[1]!)).toBe(false)
  })

  it('can be cancelled, and then nothing is saved', async () => {
    const page = await openFilm()
    const saved: string[] = []
    page.on('download', (download) => saved.push(download.suggestedFilename()))
    await choose(page, 'Month')
    await page.getByText('49 frames in').waitFor()
    await save(page)
    await page
      .getByRole('status')
      .filter({ hasText: /Frame [2-9] of 49/ })
      .waitFor()
    expect(await page.getByRole('progressbar', { name: 'Frames made' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled; nothing was saved.').waitFor()
    expect(await page.getByRole('progressbar').count()).toBe(0)
    expect(saved).toEqual([])
  })

  it('is a GIF alone where the browser cannot write videos', async () => {
    const { page } = await openDyad({
      hash: 'view=timeline&partner=PHL&asof=2021-12-31',
      route: async (own) => {
        await own.addInitScript(() => Reflect.deleteProperty(window, 'VideoEncoder'))
      },
    })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('tab', { name: 'Film' }).click()
    await page.getByText('This browser cannot write videos').waitFor()
    expect(await page.getByRole('radio', { name: 'WebM' }).count()).toBe(0)
    expect(await page.getByRole('radio', { name: 'GIF' }).isChecked()).toBe(true)
  })
})
