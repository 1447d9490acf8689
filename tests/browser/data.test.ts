import type { Page } from 'playwright-core'
import type { DecodedArray } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { writeDyadJson } from '../../src/formats/dyadJson.ts'
import type { Dataset } from '../../src/model/schema.ts'
import { smallDataset } from '../formats/datasets.ts'
import {
  downloadFrom,
  expectNoAxeViolations,
  graphPainted,
  inBothSchemes,
  openDyad,
  type OpenOptions,
} from './harness.ts'

/** A file as it is chosen on a machine. */
interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}

const jsonFile = (dataset: Dataset, name = 'small.json'): Chosen => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(writeDyadJson(dataset)),
})

async function openReady(options: OpenOptions = {}) {
  const opened = await openDyad(options)
  await graphPainted(opened.page)
  await opened.page.getByRole('button', { name: 'Data', exact: true }).waitFor()
  return opened
}

/** Drops a file on the page, made in it of a text; `size` is what it says its length is. */
async function drop(page: Page, name: string, text: string, size?: number): Promise<void> {
  await page.evaluate(
    (own) => {
      const file = new File([own.text], own.name)
      if (own.size !== undefined) Object.defineProperty(file, 'size', { value: own.size })
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true })
        Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } })
        document.body.dispatchEvent(event)
      }
    },
    { name, text, size },
  )
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Data' })

/** Opens the dialog and has a file read. */
async function choose(page: Page, file: Chosen): Promise<void> {
  if (!(await dialogOf(page).isVisible())) await page.getByRole('button', { name: 'Data', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await dialogOf(page).getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
}

/** Opens what was read. */
async function openRead(page: Page): Promise<void> {
  await dialogOf(page).getByRole('button', { name: 'Open', exact: true }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

const says = (page: Page, words: string) =>
  page.waitForFunction((own) => document.querySelector('.sentence')?.textContent === own, words)

const THREE = 'All relation types: 3 of 3 initiatives'

/** A roll-up with more rows than are read at once: 1,200,000, of 60 years, 20,000 each. */
function largeRollup(): Buffer {
  const rows = 1_200_000
  const column = (name: string, data: DecodedArray, type: 'STRING' | 'INT32') => ({ name, data, type })
  const all = (word: string) => new Array<string>(rows).fill(word)
  const years = Array.from({ length: rows }, (_, i) => `${2001 + Math.floor((i * 60) / rows)}-06`)
  return Buffer.from(
    parquetWriteBuffer({
      columnData: [
        column('from_actor', all('CHN'), 'STRING'),
        column('to_actor', all('JPN'), 'STRING'),
        column('type', all('Trade'), 'STRING'),
        column('month', years, 'STRING'),
        column('events', new Int32Array(rows).fill(3), 'INT32'),
      ],
      rowGroupSize: 20_000,
    }),
  )
}

describe('a file of other people’s data', () => {
  it('is read, opened in place, kept through a reload, renamed, removed and put back', async () => {
    const { page } = await openReady()
    await choose(page, jsonFile(smallDataset()))
    await dialogOf(page)
      .getByText(/3 initiatives in \d dyads? of \d actors?/)
      .waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'what was read'))
    await openRead(page)
    await says(page, THREE)
    expect(await page.title()).toBe('A small dataset - Dyad')
    expect(new URL(page.url()).hash).toMatch(/^#data=[a-z0-9]+$/)

    // What is chosen in it stands in the hash beside it, and comes back with it.
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.waitForURL(/&view=table$/)
    await page.reload()
    await page.getByRole('heading', { name: 'A small dataset', level: 1 }).waitFor()
    await page.getByRole('tab', { name: 'Table', selected: true }).waitFor()

    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const list = dialogOf(page).getByRole('region', { name: 'Your datasets' })
    await list.getByText('Open now').waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'the list of datasets'))
    await list.getByRole('button', { name: 'Rename “A small dataset”' }).click()
    await page.keyboard.type('Pacts')
    await page.keyboard.press('Enter')
    await list.getByText('Pacts', { exact: true }).waitFor()
    // What is open is not removed under one's eyes.
    expect(await list.getByRole('button', { name: 'Remove “Pacts”' }).count()).toBe(0)

    await list.getByRole('button', { name: 'Open Dyad’s own' }).click()
    await says(page, 'All relation types: 380 of 380 initiatives')
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    await list.getByRole('button', { name: 'Remove “Pacts”' }).click()
    await list.getByText('Removed “Pacts”.').waitFor()
    await list.getByRole('button', { name: 'Undo' }).click()
    await list.getByText('Pacts', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.goBack()
    await page.getByRole('heading', { name: 'Pacts', level: 1 }).waitFor()
  })

  it('tells what was not taken and why, and gives these rows as a file', async () => {
    const dataset = smallDataset()
    const faulty = structuredClone(dataset.initiatives[0]!)
    faulty.id = 'faulty'
    faulty.milestones[0]!.date = '2015-02-30'
    const { page } = await openReady()
    await choose(page, jsonFile({ ...dataset, initiatives: [...dataset.initiatives, faulty] }))
    const dialog = dialogOf(page)
    await dialog.getByText(/, 1 row not: 3 initiatives/).waitFor()
    const { name, bytes } = await downloadFrom(page, () =>
      dialog.getByRole('button', { name: 'Save the rejected rows' }).click(),
    )
    expect(name).toBe('small-rejected.csv')
    expect(bytes.toString()).toContain('2015-02-30')
    await openRead(page)
    await says(page, THREE)
  })

  it('is read when it is dropped anywhere on the page', async () => {
    const { page } = await openReady()
    await drop(page, 'dropped.json', writeDyadJson(smallDataset()))
    await dialogOf(page).getByText('dropped.json').waitFor()
    await openRead(page)
    await says(page, THREE)
  })

  it('is refused in a sentence where it is of another kind, empty or too large, and nothing is lost', async () => {
    const { page } = await openReady()
    const alert = dialogOf(page).getByRole('alert')
    const pdf = { name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n...') }
    await choose(page, pdf)
    await alert.getByText(/“paper.pdf” seems to be a PDF document.*What can be read/).waitFor()
    await choose(page, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) })
    await alert.getByText('“empty.csv” is empty.').waitFor()
    await page.keyboard.press('Escape')
    await drop(page, 'large.csv', 'not read at all', 500 * 1024 * 1024)
    await alert.getByText(/“large.csv” has 500 MB, and at most 256 MB can be read here/).waitFor()
    await page.keyboard.press('Escape')
    await says(page, 'All relation types: 380 of 380 initiatives')
  })

  it('runs no script and sends nothing, whatever stands in its texts and addresses', async () => {
    const script = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`
    const dataset = smallDataset()
    dataset.title = script
    dataset.description = script
    for (const actor of dataset.actors) actor.names.en = `${script}${actor.id}`
    for (const initiative of dataset.initiatives) {
      initiative.title = `${script} ${initiative.id}`
      initiative.summary = script
      for (const milestone of initiative.milestones) milestone.note = script
    }
    for (const source of dataset.sources) {
      source.title = script
      source.url = `javascript:window.hit=1//${source.id}`
    }
    const { page } = await openReady()
    await choose(page, jsonFile(dataset, `${'x'.repeat(20)}<b>.json`))
    await openRead(page)
    await says(page, THREE)
    for (const view of ['Table', 'Timeline', 'Matrix', 'Ledger', 'Map', 'Measures']) {
      await page.getByRole('tab', { name: view }).click()
      await page.getByRole('tab', { name: view, selected: true }).waitFor()
    }
    await page.getByRole('tab', { name: 'Network' }).click()
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
  })
})

describe('what is kept in this browser', () => {
  it('stays open and is said not to be kept where the disk is full; what was kept before is there still', async () => {
    const { page, context } = await openReady()
    await choose(page, jsonFile(smallDataset()))
    await openRead(page)
    await says(page, THREE)
    const other = await context.newPage()
    await other.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await other.goto(new URL('.', page.url()).href)
    await graphPainted(other)
    await choose(other, jsonFile({ ...smallDataset(), title: 'One too many' }))
    await openRead(other)
    await other.getByText(/There is no room left to keep this dataset.*It is open until the page is left/).waitFor()
    await other.getByRole('heading', { name: 'One too many', level: 1 }).waitFor()
    await other.getByRole('button', { name: 'Data', exact: true }).click()
    const list = dialogOf(other).getByRole('region', { name: 'Your datasets' })
    await list.getByText('A small dataset', { exact: true }).waitFor()
    expect(await list.getByText('One too many').count()).toBe(0)
  })

  it('is the same in two tabs, and whole where a page was closed in the middle of reading', async () => {
    const { page, context, url } = await openReady()
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const list = dialogOf(page).getByRole('region', { name: 'Your datasets' })
    await list.getByText(/What you add is kept in this browser/).waitFor()

    const closing = await context.newPage()
    await closing.goto(url)
    await graphPainted(closing)
    await choose(closing, jsonFile(smallDataset(), 'closed.json'))
    await closing.close()

    const other = await context.newPage()
    await other.goto(url)
    await graphPainted(other)
    await choose(other, jsonFile(smallDataset()))
    await openRead(other)
    await list.getByText('A small dataset', { exact: true }).waitFor()
    expect(await list.getByRole('listitem').count()).toBe(2)
    await list.getByRole('button', { name: 'Open “A small dataset”' }).click()
    await says(page, THREE)
  })

  it('is said to be elsewhere where a link asks for what this browser does not keep', async () => {
    const { page } = await openReady({ hash: 'data=nothere1&type=arms' })
    await page.getByText(/The link asks for a dataset that this browser does not keep/).waitFor()
    await says(page, 'All relation types: 380 of 380 initiatives')
  })
})

describe('data on another host', () => {
  const ADDRESS = 'https://data.example/ties.json'
  const onHost = async (page: Page, answer: { status: number; body?: string; headers?: Record<string, string> }) =>
    void (await page.route('https://data.example/**', (route) => route.fulfill(answer)))

  it('is fetched only after a question that names the host, by a page that may connect to it, and opened', async () => {
    const { page, faults } = await openReady({
      hash: `data=${encodeURIComponent(ADDRESS)}`,
      route: (own) =>
        onHost(own, {
          status: 200,
          body: writeDyadJson(smallDataset()),
          headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
        }),
      expectFaults: [/^request to another host: https:\/\/data\.example\/ties\.json$/],
    })
    const dialog = dialogOf(page)
    await dialog.getByText(/Fetch data from data\.example\?/).waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'the question'))
    expect(faults).toEqual([])
    await dialog.getByRole('button', { name: 'Fetch from data.example' }).click()
    await openRead(page)
    await says(page, THREE)
    expect(await page.locator('iframe').count()).toBe(0)
  })

  it('is a roll-up of which only the years that are wanted are fetched', async () => {
    const bytes = largeRollup()
    const asked: string[] = []
    const { page } = await openReady({
      hash: `data=${encodeURIComponent('https://data.example/rollup.parquet')}`,
      route: async (own) =>
        void (await own.route('https://data.example/**', (route) => {
          const range = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers().range ?? '')
          asked.push(range ? 'range' : route.request().method())
          const headers = { 'access-control-allow-origin': '*' }
          if (!range) return route.fulfill({ status: 200, body: bytes, headers })
          const body = bytes.subarray(Number(range[1]), Number(range[2]) + 1)
          return route.fulfill({ status: 206, body, headers })
        })),
      expectFaults: [/^request to another host/],
    })
    const dialog = dialogOf(page)
    await dialog.getByRole('button', { name: 'Fetch from data.example' }).click()
    await dialog.getByText(/has 1,200,000 rows, 2001-2060; at most 1,000,000 can be read at once/).waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'the years'))
    await dialog.getByRole('textbox', { name: 'From' }).fill('2001')
    await dialog.getByText('At most 1,200,000 rows.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Take these years' }).isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: 'To' }).fill('2001')
    await dialog.getByText('At most 20,000 rows.').waitFor()
    await dialog.getByRole('button', { name: 'Take these years' }).click()
    await dialog.getByText('20,000 rows taken').waitFor()
    await dialog.getByText('Only the years 2001 to 2001 were taken.').waitFor()
    expect(asked.filter((own) => own === 'GET')).toEqual([])
    expect(await page.locator('iframe').count()).toBe(0)
  })

  it('is asked for its years too where it lies on the own host, which need not let others in, or on the own disk', async () => {
    const buffer = largeRollup()
    const { page, url } = await openReady()
    const own = new URL('own/rollup.parquet', url).href
    await page.route(own, (route) => {
      const range = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers().range ?? '')
      const headers = { 'content-length': String(buffer.length) }
      if (!range) return route.fulfill({ status: 200, body: '', headers })
      return route.fulfill({ status: 206, body: buffer.subarray(Number(range[1]), Number(range[2]) + 1) })
    })
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const dialog = dialogOf(page)
    const takeYear = async (year: string) => {
      await dialog.getByText(/has 1,200,000 rows, 2001-2060; at most 1,000,000 can be read at once/).waitFor()
      await dialog.getByRole('textbox', { name: 'From' }).fill(year)
      await dialog.getByRole('textbox', { name: 'To' }).fill(year)
      await dialog.getByRole('button', { name: 'Take these years' }).click()
      await dialog.getByText('20,000 rows taken').waitFor()
      await dialog.getByText(`Only the years ${year} to ${year} were taken.`).waitFor()
    }
    await dialog.getByRole('textbox', { name: 'Or give the address of a file' }).fill(own)
    await dialog.getByRole('button', { name: 'Fetch', exact: true }).click()
    await dialog.getByText('Dyad itself came from there.').waitFor()
    await dialog.getByRole('button', { name: /^Fetch from / }).click()
    await takeYear('2003')
    expect(await page.locator('iframe').count()).toBe(0)

    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await choose(page, { name: 'rollup.parquet', mimeType: 'application/octet-stream', buffer })
    await takeYear('2004')
  })

  it('is not fetched where the person says no; a refusal and a missing file are told', async () => {
    const { page, faults } = await openReady({
      hash: `data=${ADDRESS}`,
      route: (own) => onHost(own, { status: 404 }),
      expectFaults: [/^request to another host/, /^status 404/],
    })
    const dialog = dialogOf(page)
    await dialog.getByRole('button', { name: 'Do not fetch' }).click()
    expect(faults).toEqual([])
    const field = dialog.getByRole('textbox', { name: 'Or give the address of a file' })
    await field.fill('foo')
    await dialog.getByText(/^An address begins with https:/).waitFor()
    const described = await field.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).textContent()).toMatch(/^An address begins/)
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'what is no address'))
    await field.fill(ADDRESS)
    await dialog.getByText(/^An address begins with https:/).waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Fetch', exact: true }).click()
    await dialog.getByRole('button', { name: 'Fetch from data.example' }).click()
    await dialog.getByText(/data\.example (has no file at this address|.*Save the file from there)/).waitFor()
  })
})

describe('a table of ties', () => {
  const TABLE = [
    'sender;receiver;when;title',
    'Russian Federation;Viet Nam;31.12.2009;Six submarines',
    'Russia;Atlantis;2016;A pact',
    'France;France;2001;With itself',
  ].join('\n')

  it('is pasted, read column by column as the person says, and names that find no actor are decided', async () => {
    const { page } = await openReady()
    await page.getByRole('button', { name: 'Data', exact: true }).click()
    const dialog = dialogOf(page)
    await dialog.getByRole('textbox', { name: 'Or paste a table' }).fill(TABLE)
    await dialog.getByRole('button', { name: 'Read what was pasted' }).click()
    await dialog.getByText(/2 rows taken, 1 row not: 2 initiatives in 2 dyads of 3 actors, 2009-2016\./).waitFor()
    const preview = dialog.getByRole('region', { name: 'The first rows as they will be read' })
    await preview.getByRole('row', { name: /2 Russia Vietnam .*Six submarines 2009-12-31/ }).waitFor()
    await preview.getByRole('row', { name: /4 Not taken/ }).waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'the columns of a table'))

    await dialog.getByRole('button', { name: /A row is taken for/ }).click()
    await page.getByRole('option', { name: /^Completed/ }).click()
    await preview.getByRole('row', { name: /Six submarines 2009-12-31 completed/ }).waitFor()
    await dialog.getByRole('button', { name: /What “Atlantis” is/ }).click()
    await page.getByRole('option', { name: 'Leave its rows out' }).click()
    await dialog.getByRole('button', { name: 'Read again with these choices' }).click()
    await dialog.getByText(/1 initiative in 1 dyad of 2 actors, 2009\./).waitFor()
    await dialog.getByRole('textbox', { name: 'Name of the dataset' }).fill('Submarines')
    await openRead(page)
    await says(page, 'All relation types: 1 of 1 initiative')
    await page.getByRole('heading', { name: 'Submarines', level: 1 }).waitFor()
    // What is kept in this browser can be embedded nowhere.
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByText(/kept in this browser only/).waitFor()
  })
})

describe('the data that is taken away', () => {
  it('comes back the same: all of it as a zip of tables, the selection as a graph, as it was on a day', async () => {
    const { page } = await openReady({ hash: 'partner=VNM&type=arms&asof=2015-12-31' })
    const selected = await page.locator('.sentence').innerText()
    const count = /(\d+) of/.exec(selected)![1]!
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const studio = page.getByRole('dialog', { name: 'Export' })
    await studio.getByRole('tab', { name: 'Data' }).click()
    const panel = studio.getByRole('tabpanel')
    await panel.getByText(/^This format holds all of it/).waitFor()
    await inBothSchemes(page, () => expectNoAxeViolations(page, '[role=dialog]', 'the data to take away'))

    await panel.getByText('GEXF', { exact: true }).click()
    await panel.getByText('This format cannot hold all of it:').waitFor()
    await panel.getByText('As it was on 31 December 2015').click()
    const graph = await downloadFrom(page, () => panel.getByRole('button', { name: 'Save the data' }).click())
    expect(graph.name).toBe('dyad-selection-2015-12-31.gexf')
    await panel.getByText(/^Saved as dyad-selection-2015-12-31\.gexf/).waitFor()

    await panel.getByText('Zip of CSV tables', { exact: true }).click()
    await panel.getByText('Everything', { exact: true }).click()
    await panel.getByText('Whole lives', { exact: true }).click()
    const zip = await downloadFrom(page, () => panel.getByRole('button', { name: 'Save the data' }).click())
    expect(zip.name).toBe('dyad-dataset.zip')
    await panel.getByText('Edge list (Excel)', { exact: true }).click()
    const workbook = await downloadFrom(page, () => panel.getByRole('button', { name: 'Save the data' }).click())
    expect(workbook.name).toBe('dyad-dataset.xlsx')
    expect(read(workbook.bytes).SheetNames).toEqual(['Table', 'About'])
    await studio.getByRole('button', { name: 'Close' }).click()

    const chosen = ({ name, bytes }: typeof zip): Chosen => ({ name, mimeType: '', buffer: bytes })
    await choose(page, chosen(zip))
    await dialogOf(page)
      .getByText(/: 380 initiatives in \d+ dyads of 81 actors/)
      .waitFor()
    await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
    await choose(page, chosen(graph))
    await dialogOf(page)
      .getByText(new RegExp(`: ${count} initiatives in 1 dyad of \\d+ actors, \\d{4}-20(0\\d|1[0-5])\\.`))
      .waitFor()
    await openRead(page)
    await says(page, `All relation types: ${count} of ${count} initiatives`)
  })
})

describe('a large dataset', () => {
  it('lists its initiatives in steps, and is written beside the page, which can be told to stop', async () => {
    const small = smallDataset()
    const [one] = small.initiatives
    const initiatives = Array.from({ length: 50_001 }, (_, i) => ({ ...one!, id: `made-${i}` }))
    const bytes = Buffer.from(JSON.stringify({ ...small, initiatives }))
    const { page } = await openReady()
    await choose(page, { name: 'many.json', mimeType: 'application/json', buffer: bytes })
    await openRead(page)
    const details = page.getByRole('region', { name: 'Details' })
    await details.locator('.partner-row').first().click()
    const more = details.getByRole('button', { name: 'Show 500 more of 50,001' })
    await more.waitFor()
    const rows = details.locator('.rows li')
    await expect.poll(() => rows.count()).toBe(500)
    await more.click()
    await expect.poll(() => rows.count()).toBe(1000)

    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const studio = page.getByRole('dialog', { name: 'Export' })
    await studio.getByRole('tab', { name: 'Data' }).click()
    const panel = studio.getByRole('tabpanel')
    await panel.getByText('50,001 initiatives.', { exact: true }).waitFor()

    await panel.getByText('Zip of CSV tables', { exact: true }).click()
    await panel.getByRole('button', { name: 'Save the data' }).click()
    await panel.getByText('Writing dyad-dataset.zip…').waitFor()
    await expectNoAxeViolations(page, '[role=dialog]', 'the data that is written')
    await panel.getByRole('button', { name: 'Cancel' }).click()
    await panel.getByText('Cancelled; nothing was saved.').waitFor()

    await panel.getByText('Dyad dataset (JSON)', { exact: true }).click()
    const saved = await downloadFrom(page, () => panel.getByRole('button', { name: 'Save the data' }).click())
    await panel.getByText(/^Saved as dyad-dataset\.json, /).waitFor()
    expect(saved.name).toBe('dyad-dataset.json')
    const written = JSON.parse(saved.bytes.toString()) as Dataset
    expect(written.initiatives.map(({ id }) => id)).toEqual(initiatives.map(({ id }) => id))
    expect(written.initiatives[50_000]!.milestones).toEqual(one!.milestones)
  }, 60_000)
})
