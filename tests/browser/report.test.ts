import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { reportHtml } from '../../src/pictures/reportHtml.ts'
import { REPORT_PARTS, type ReportPartId } from '../../src/pictures/reportModel.ts'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import { reportOf } from '../../src/studio/report.ts'
import { matrixOfSession } from '../../src/studio/tableSubjects.ts'
import { framed, LIGHT, sessionWith } from '../pictures/viewSamples.ts'
import { expectNoAxeViolations, openDyad } from './harness.ts'

const folder = mkdtemp(join(tmpdir(), 'dyad-report-'))
afterAll(async () => rm(await folder, { recursive: true }))

/** Writes a report as the page does, and gives the address of the file. */
async function savedReport(): Promise<string> {
  const session = sessionWith({ asOf: '2015-12-31' })
  const { filters } = session.choices.getState()
  session.choices.setState({ filters: { ...filters, partner: ['MNG', 'VNM'] } })
  const report = reportOf(session, {
    title: 'Russia, Mongolia & Vietnam',
    parts: Object.keys(REPORT_PARTS) as ReportPartId[],
    picture: framed(session, matrixOfSession(session, { ...LIGHT, style: USUAL_STYLE }), 680, 500).svg,
    link: 'https://example.org/dyad/#v=1',
  })
  const file = join(await folder, 'report.html')
  await writeFile(file, reportHtml(report))
  return pathToFileURL(file).href
}

describe('a report as HTML', () => {
  it('opens from disk, asks nobody for anything, and leads from a number to its source', async () => {
    const address = await savedReport()
    const { context } = await openDyad()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport)
      await page.goto(address)
      await page.getByRole('heading', { level: 1, name: 'Russia, Mongolia & Vietnam' }).waitFor()
      await expectNoAxeViolations(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await page.getByRole('link', { name: 'Source 3', exact: true }).first().click()
    const source = page.locator('#source-3')
    expect(await source.evaluate((item) => item.matches(':target'))).toBe(true)
    // The picture is named by its own title.
    await page.getByRole('img', { name: /promised and delivered/ }).waitFor()
    expect(asked.every((url) => url.split('#')[0] === address)).toBe(true)
  })
})
