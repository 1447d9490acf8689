/** How fast a file of other people's data is on the screen, from being chosen to its painted graph, and what memory it takes. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../install.mjs'
import { openReady, PATIENCE_MS } from './measure.mjs'

/** The real file, where this machine has it; the bench makes one of the same shape elsewhere. */
const SAMPLE = join(root, '..', 'shared', 'samples', 'sipri-trade-register.csv')
const MADE_ROWS = 29_000

/** The measures of the page: from a chosen file to the painted account of what was read, and from Open to the painted graph. */
const READ = 'dyad:file-read'
const OPENED = 'dyad:dataset-opened'

/** The file to measure with: `{ path, isReal, remove }`. */
export function registerFile() {
  if (existsSync(SAMPLE)) return { path: SAMPLE, isReal: true, remove: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'dyad-bench-'))
  const path = join(folder, 'register.csv')
  writeFileSync(path, madeRegister(MADE_ROWS))
  return { path, isReal: false, remove: () => rmSync(folder, { recursive: true }) }
}

/**
 * Reads a file into a fresh page again and again.
 * @returns for each time `{ read, opened, heap }`: milliseconds, and the bytes of the page's heap once it is open and collected
 */
export async function measureImports(browser, url, path, times) {
  const results = []
  for (let i = 0; i < times; i++) {
    const { context, page } = await openReady(browser, url)
    try {
      const client = await context.newCDPSession(page)
      await page.getByRole('button', { name: 'Data', exact: true }).click()
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await (await chooser).setFiles(path)
      const read = await measured(page, READ)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      const opened = await measured(page, OPENED)
      await page.waitForFunction(() => document.querySelector('.view-tab') !== null)
      await client.send('HeapProfiler.collectGarbage')
      const { usedSize } = await client.send('Runtime.getHeapUsage')
      results.push({ read, opened, heap: usedSize })
    } finally {
      await context.close()
    }
  }
  return results
}

async function measured(page, name) {
  const isThere = (own) => performance.getEntriesByName(own, 'measure').length > 0
  await page.waitForFunction(isThere, name, { timeout: PATIENCE_MS })
  return page.evaluate((own) => performance.getEntriesByName(own, 'measure').at(-1).duration, name)
}

/** A register of the same shape: states with few large suppliers, seventy years, most orders delivered. Always the same. */
function madeRegister(rows) {
  const states = `United States, Russia, France, Germany, United Kingdom, China, Italy, India, Japan, Brazil,
    Turkiye, Egypt, Pakistan, Iran, Iraq, Israel, Saudi Arabia, Indonesia, Viet Nam, Thailand, Poland, Greece,
    Spain, Sweden, Norway, Canada, Australia, Chile, Peru, Argentina, Nigeria, Kenya, Ethiopia, Angola, Algeria,
    Morocco, Sudan, Libya, Syria, Jordan`.split(/,\s+/)
  let seed = 20151201
  const random = () => {
    // Mulberry32: small, and the same everywhere.
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const lines = [
    'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons',
  ]
  for (let i = 0; i < rows; i++) {
    const supplier = Math.floor(random() ** 3 * states.length)
    const recipient = (supplier + 1 + Math.floor(random() * (states.length - 1))) % states.length
    const year = 1950 + Math.floor(random() * 73)
    const count = 1 + Math.floor(random() * 120)
    const delivered = random() < 0.95 ? count : ''
    const years = delivered ? `${year + 1}; ${year + 2}` : ''
    lines.push(
      `${states[recipient]},${states[supplier]},${year},,${count},,Type ${i % 800},aircraft,${delivered},${random() < 0.2 ? '?' : ''},${years},New,Made for the bench; order ${i},1.5,${count * 1.5},${delivered ? count * 1.5 : ''}`,
    )
  }
  return `${lines.join('\n')}\n`
}
