import { BufferSource, EncodedPacketSink, Input, MP4, WEBM } from 'mediabunny'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { downloadFrom, expectNoAxeViolations, openDyad, type OpenOptions } from './harness.ts'

/** Opens the form for films on four initiatives, of which the first begins in 2017: with 2021 that makes five years. */
async function openFilm(options: OpenOptions = {}): Promise<Page> {
  const { page } = await openDyad({ hash: 'view=timeline&partner=PHL&asof=2021-12-31', ...options })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: 'Film' }).click()
  // Four years at three a second, and the last one is held for two: 3 1/3 seconds.
  await page.getByText('5 frames, 3 a second: 3.3 s').waitFor()
  return page
}

const choose = (page: Page, group: string, label: string) =>
  page
    .getByRole('radiogroup', { name: group })
    .locator('label', { hasText: new RegExp(`^${label}$`) })
    .click()

const save = (page: Page) => page.getByRole('button', { name: 'Save film' }).click()

/** The boxes of an MP4 one after the other: four bytes of length, four letters. */
function boxesOf(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = bytes.readUInt32BE(at)
    names.push(bytes.toString('latin1', at + 4, at + 8))
    at += short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
  }
  return names
}

/** What a reader of videos finds in a file. */
async function readVideo(bytes: Buffer) {
  const input = new Input({ formats: [WEBM, MP4], source: new BufferSource(new Uint8Array(bytes)) })
  const track = (await input.getPrimaryVideoTrack())!
  const times: number[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) times.push(packet.timestamp)
  return {
    seconds: await input.computeDuration(),
    times,
    width: track.codedWidth,
    height: track.codedHeight,
    codec: track.codec,
    title: (await input.getMetadataTags()).title,
  }
}

describe('a film', () => {
  it('is written in every format that the browser offers, in the planned frames, and other programs read it', async () => {
    const page = await openFilm()
    const formats = page.getByRole('radiogroup', { name: 'Format' })
    // The browser is asked when the form opens.
    await formats.locator('label', { hasText: 'WebM' }).or(page.getByText('This browser cannot write videos')).waitFor()
    const offered = await formats.locator('label').allTextContents()
    expect(offered.at(-1)).toBe('GIF')
    expect(offered).toContain('WebM')
    await choose(page, 'Frames a second', '1')
    await page.getByText('5 frames, 1 a second: 6 s').waitFor()
    for (const format of offered) {
      await choose(page, 'Format', format)
      const { name, bytes } = await downloadFrom(page, () => save(page))
      expect(name).toBe(`dyad-timeline-2021-12-31.${format.toLowerCase()}`)
      await page.getByText(`Saved as ${name}`).waitFor()
      if (format === 'GIF') {
        const { pages, width, pageHeight, delay, loop } = await sharp(bytes, { animated: true }).metadata()
        expect({ pages, width, pageHeight, delay, loop }).toEqual({
          pages: 5,
          width: 1280,
          pageHeight: 720,
          delay: [1000, 1000, 1000, 1000, 2000],
          loop: 0,
        })
        // The later a frame, the more has happened: no two are alike.
        const seen = await Promise.all([0, 4].map((own) => sharp(bytes, { page: own }).raw().toBuffer()))
        expect(seen[0]!.equals(seen[1]!)).toBe(false)
        continue
      }
      const read = await readVideo(bytes)
      expect(read).toMatchObject({ width: 1280, height: 720, title: 'Russia and Philippines' })
      expect(read.codec).toMatch(format === 'MP4' ? /^avc$/ : /^vp[89]$/)
      expect(read.times.map((time) => Math.round(time * 100) / 100)).toEqual([0, 1, 2, 3, 4, 5.9])
      // A WebM does not say how long its last frame is seen; with it the film has 6 seconds.
      expect(read.seconds).toBeCloseTo(format === 'MP4' ? 6 : 5.9, 2)
      if (format === 'MP4') expect(boxesOf(bytes)).toEqual(expect.arrayContaining(['ftyp', 'moov', 'mdat']))
      // The magic number of EBML.
      else expect(bytes.toString('hex', 0, 4)).toBe('1a45dfa3')
    }
  })

  it('runs from day to day, in words for days where a language has others for years', async () => {
    const { page } = await openDyad({ hash: 'lang=ja&partner=PHL' })
    await page.getByRole('button', { name: 'エクスポート', exact: true }).click()
    await page.getByRole('tab', { name: '動画', exact: true }).click()
    await page.getByRole('group', { name: '開始日' }).waitFor()
    await page.getByRole('group', { name: '終了日' }).waitFor()
  })

  it('is of the size that was chosen, and plays in the browser', async () => {
    const page = await openFilm()
    await choose(page, 'Size in pixels', '1920 × 1080')
    await choose(page, 'Format', 'WebM')
    const { bytes } = await downloadFrom(page, () => save(page))
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
    expect(played).toMatchObject({ width: 1920, height: 1080 })
    expect(Math.abs(played.seconds - 10 / 3)).toBeLessThan(0.1)
  })

  it('can be cancelled: then nothing is saved, and another one can be made', async () => {
    const page = await openFilm()
    const saved: string[] = []
    page.on('download', (download) => saved.push(download.suggestedFilename()))
    await choose(page, 'One frame for each', 'Month')
    await page.getByText('49 frames, 12 a second: 6 s').waitFor()
    await save(page)
    await page
      .getByRole('status')
      .filter({ hasText: /Frame [2-9] of 49/ })
      .waitFor()
    const progress = page.getByRole('progressbar', { name: 'Frames made' })
    const made = Number(await progress.getAttribute('aria-valuenow'))
    await page.waitForFunction(
      (before) => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > before,
      made,
    )
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled; nothing was saved.').waitFor()
    expect(await progress.count()).toBe(0)
    expect(saved).toEqual([])
    await choose(page, 'One frame for each', 'Year')
    await choose(page, 'Format', 'GIF')
    const { name } = await downloadFrom(page, () => save(page))
    expect(name).toMatch(/\.gif$/)
  })

  it('is a GIF alone where the browser cannot write videos', async () => {
    const page = await openFilm({
      route: async (own) => {
        await own.addInitScript(() => Reflect.deleteProperty(window, 'VideoEncoder'))
      },
    })
    await page.getByText('This browser cannot write videos').waitFor()
    expect(await page.getByRole('radio', { name: 'WebM' }).count()).toBe(0)
    expect(await page.getByRole('radio', { name: 'GIF' }).isChecked()).toBe(true)
    await expectNoAxeViolations(page, '[role=dialog]')
  })
})
