import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { createFontChooser } from '../../src/pictures/fonts.ts'
import { reportHtml } from '../../src/pictures/reportHtml.ts'
import { REPORT_PARTS, type Report, type ReportPart, type ReportPartId } from '../../src/pictures/reportModel.ts'
import { reportPdf } from '../../src/pictures/reportPdf.ts'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import type { Choices } from '../../src/state/choices.ts'
import { openSession, type Session } from '../../src/state/session.ts'
import { reportOf, sourcesOfReport } from '../../src/studio/report.ts'
import { studioSession } from '../../src/studio/studioSession.ts'
import { matrixOfSession } from '../../src/studio/tableSubjects.ts'
import { DISK_FONTS } from '../../src/terminal/diskFonts.ts'
import { outline } from '../bundled.ts'
import { framed, LIGHT, sessionWith } from '../pictures/viewSamples.ts'

const ALL_PARTS = Object.keys(REPORT_PARTS) as ReportPartId[]
const link = 'https://example.org/dyad/#v=1'

function withMongolia(choices: Partial<Choices> = { asOf: '2015-12-31' }): Session {
  const session = sessionWith(choices)
  const { filters } = session.choices.getState()
  session.choices.setState({ filters: { ...filters, partner: ['MNG'] } })
  return session
}

function reportWith(session: Session, parts: readonly ReportPartId[] = ALL_PARTS): Report {
  const picture = framed(session, matrixOfSession(session, { ...LIGHT, style: USUAL_STYLE }), 680, 500).svg
  return reportOf(session, { title: 'Promised & delivered', parts, picture, link })
}

function partOf<K extends ReportPart['kind']>(report: Report, id: ReportPartId, kind: K) {
  const part = report.parts.find((own) => own.id === id)
  if (part?.kind !== kind) throw new Error(`no ${id}`)
  return part as Extract<ReportPart, { kind: K }>
}

describe('a report', () => {
  // By the end of 2015 there are four initiatives with Mongolia. The Tumen initiative (1991) cites, up to 2009, Wikipedia,
  // the Korea Economic Institute, UPI and the Korea News Digest; CICA (1992), up to 2014, the Jackson Herald, Kazinform, the
  // Kazakh embassy and ITAR-TASS. What they cite for later milestones is not in it.
  const report = reportWith(withMongolia())
  const { table } = partOf(report, 'initiatives', 'table')

  it('numbers sources in the order of their first citation', () => {
    expect(table.rows.map(({ cells }) => cells[0]!.text)).toEqual([
      'Greater Tumen Initiative',
      'Russia in the CICA security forum',
      "Mongolia's observer status in the SCO",
      'Russia-Mongolia-China economic corridor',
    ])
    expect(table.rows[0]!.cells.at(-1)!.cites).toEqual([1, 2, 3, 4])
    expect(table.rows[1]!.cells.at(-1)!.cites).toEqual([5, 6, 7, 8])
    const { sources } = partOf(report, 'sources', 'sources')
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1))
    expect(sources.map(({ url }) => url)).toEqual(sourcesOfReport(withMongolia()).map(({ url }) => url))
    expect(sourcesOfReport(withMongolia()).map(({ id }) => id)).not.toContain('newscentralasia-2022-10-14-cica')
  })

  it('gives each initiative with its actors, type, outcome and milestones up to the as-of date', () => {
    expect(table.rows[0]!.cells.slice(1, 6)).toEqual([
      { text: 'Russia, China, North Korea, South Korea and Mongolia' },
      { text: 'Economy', note: 'Economic agreement' },
      { text: 'Ended' },
      { text: '1991', note: 'proposed' },
      { text: '2009', note: 'stalled' },
    ])
  })

  it('has the ledger and the findings of the same selection', () => {
    const ledger = partOf(report, 'ledger', 'table').table
    expect(ledger.rows.map(({ cells }) => cells[0]!.text)).toEqual(['Mongolia', 'Without Russia', 'All, each once'])
    // CICA, the Tumen initiative and the corridor: one realised, one ended, one pending.
    expect(ledger.rows[0]!.cells.slice(1, 7).map(({ text }) => text)).toEqual(['3', '1', '1', '0', '1', '0'])
    expect(ledger.groups.reduce((sum, { span }) => sum + span, 1)).toBe(ledger.head.length)
    expect(partOf(report, 'findings', 'sentences').sentences[0]!.text).toMatch(/^By 31 December 2015, /)
  })

  it('has the parts that are asked for, and no number that leads nowhere', () => {
    const bare = reportWith(withMongolia(), ['initiatives'])
    expect(bare.parts.map(({ id }) => id)).toEqual(['initiatives'])
    const own = partOf(bare, 'initiatives', 'table').table
    expect(own.head.map(({ label }) => label)).not.toContain('Sources')
    expect(own.rows.every(({ cells }) => cells.length === own.head.length)).toBe(true)
  })

  it('is empty where nothing is selected', () => {
    const session = withMongolia({ asOf: '1980-12-31' })
    const empty = reportOf(session, { title: 'Nothing', parts: ALL_PARTS, picture: null, link: 'file:///a.html' })
    expect(empty.parts.map(({ id }) => id)).not.toContain('picture')
    expect(partOf(empty, 'initiatives', 'table').table.rows).toEqual([])
    expect(partOf(empty, 'sources', 'sources').sources).toEqual([])
    expect(empty.link).toBe('')
  })

  it('waits for the texts', () => {
    expect(() => reportWith(openSession(outline, ''))).toThrow('not there yet')
  })
})

describe('a report as HTML', () => {
  const html = reportHtml(reportWith(withMongolia()))

  it('leads every number to its source', () => {
    const cited = [...html.matchAll(/href="#(source-\d+)"/g)].map(([, id]) => id!)
    const targets = new Set([...html.matchAll(/id="(source-\d+)"/g)].map(([, id]) => id!))
    expect(cited.length).toBeGreaterThan(8)
    for (const id of cited) expect(targets).toContain(id)
    for (const [, id] of html.matchAll(/<a href="#([^"]+)"/g)) expect(html).toContain(` id="${id}"`)
  })

  it('has no script, and nothing that is fetched', () => {
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/)
    expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
  })

  it('escapes whatever comes from a dataset', () => {
    const hostile = '"><script>alert(1)</script>&<!--'
    const report = reportWith(withMongolia())
    const evil: Report = {
      ...report,
      title: hostile,
      sentence: hostile,
      citation: hostile,
      licence: hostile,
      parts: [
        {
          id: 'ledger',
          heading: hostile,
          kind: 'table',
          note: hostile,
          table: {
            groups: [{ label: hostile, span: 1 }],
            head: [
              { label: hostile, isNumber: false, share: 1 },
              { label: hostile, isNumber: true, share: 1 },
            ],
            rows: [{ cells: [{ text: hostile }, { text: hostile, note: hostile }], isTotal: false }],
          },
        },
        {
          id: 'findings',
          heading: hostile,
          kind: 'sentences',
          sentences: [{ text: hostile, items: [hostile], cites: [] }],
        },
        {
          id: 'sources',
          heading: hostile,
          kind: 'sources',
          sources: [{ number: 1, title: hostile, details: hostile, url: '' }],
        },
      ],
    }
    const written = reportHtml(evil)
    expect(written).not.toContain('<script')
    expect(written).not.toContain('<!--')
    expect(written.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(14)
  })

  it('takes no address of a source but one of the web', () => {
    const session = withMongolia()
    const state = session.texts.getState()
    if (state.status !== 'ready') throw new Error('no texts')
    const id = sourcesOfReport(session)[0]!.id
    const sources = { ...state.texts.sources, [id]: { ...state.texts.sources[id]!, url: 'javascript:alert(1)' } }
    session.setTexts({ ...state.texts, sources })
    expect(reportHtml(reportWith(session))).not.toContain('javascript:')
  })
})

describe('a report as PDF', () => {
  const date = new Date(Date.UTC(2015, 11, 31))

  it('has names of all scripts, a head on each page of a table, links and an outline', async () => {
    const session = sessionWith({ asOf: '2004-12-31' })
    const own = studioSession(session, 'native')
    const { filters } = own.choices.getState()
    own.choices.setState({ filters: { ...filters, partner: ['CHN', 'JPN', 'KOR', 'VNM', 'MNG'] } })
    const { pdf, notes } = await reportPdf(reportWith(own), createFontChooser(DISK_FONTS), date)
    expect(notes).toEqual([])
    const read = await readPages(pdf)
    const all = read.pages.join('\n')
    for (const name of ['Россия', '中国', '日本', '한국', 'Việt Nam', 'Монгол']) expect(all).toContain(name)
    // The table of initiatives goes over several pages, each with its head.
    const withHead = read.pages.filter((text) => text.includes('First milestone'))
    expect(withHead.length).toBeGreaterThan(2)
    expect(read.outline).toEqual([...ALL_PARTS.map((id) => REPORT_PARTS[id]), 'How to cite'])
    expect(read.pages.at(-1)).toContain(`Page ${read.pages.length} of ${read.pages.length}`)
    // Letters of the picture can be found too.
    expect(read.pages[0]).toContain('All, each once')
    expect(read.destinations).toContain('source-1')
    const lost = read.leadsTo.filter((destination) => !read.destinations.includes(destination))
    expect(lost).toEqual([])
    expect(read.leadsTo.length).toBeGreaterThan(100)
  }, 30_000)

  it('is the same bytes each time', async () => {
    const chooser = createFontChooser(DISK_FONTS)
    const make = async () => (await reportPdf(reportWith(withMongolia()), chooser, date)).pdf
    expect(Buffer.compare(await make(), await make())).toBe(0)
  }, 30_000)
})

async function readPages(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  const leadsTo: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    for (const { dest } of await page.getAnnotations()) if (typeof dest === 'string') leadsTo.push(dest)
  }
  const outlined = (await document.getOutline()) as { title: string }[] | null
  const destinations = Object.keys(await document.getDestinations())
  await document.destroy()
  return { pages, leadsTo, outline: (outlined ?? []).map(({ title }) => title), destinations }
}
