/**
 * `npm run bench`: holds the speed of Dyad in a real browser. Exit code 1 where a bar is missed. `docs/performance.md` says
 * how to read what it prints.
 *
 *   --sizes LIST   datasets by their initiatives (300,29k,100k,1m)
 *   --only LIST    parts, by their names (all)
 *   --runs N       loads of each page (9), interleaved, since the machine drifts
 *   --json         prints the results as JSON only; bench-results.json gets them in any case
 */
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { browserType, findBrowser, launchOptions } from '../browser.mjs'
import { build, install, root } from '../install.mjs'
import { serve } from '../serve.mjs'

async function bench({ sizes, only, runs, say }) {
  install()
  // Loaded only now: these need what has just been installed.
  const { buildBarePage } = await import('./bare-page.mjs')
  const { NOISE_RULE, isHeld } = await import('./figures.mjs')
  const { growthOf } = await import('./growth.mjs')
  const { measureCanvas } = await import('./measure.mjs')
  const { measureSize } = await import('./of-size.mjs')
  const { PARTS } = await import('./parts.mjs')
  const { folderForFiles, SIZES } = await import('./sizes.mjs')
  const { tableOf } = await import('./table.mjs')

  const own = chosen('--sizes', sizes, Object.keys(SIZES)).map((id) => SIZES[id])
  const names = PARTS.map(({ id }) => id)
  const wanted = chosen('--only', only, names)
  const parts = PARTS.filter(({ id }) => wanted.includes(id))
  say('Building Dyad and the bare page ...')
  if (build('error') !== 0) throw new Error('The build failed; see the lines above.')
  const bare = await buildBarePage()
  const files = folderForFiles()
  const found = await findBrowser()
  if (found.kind !== 'chromium') throw new Error('The bench needs Chromium, Chrome or Edge; set DYAD_BROWSER to one.')
  const servers = await Promise.all([serve(join(root, 'dist')), serve(bare.folder)])
  const browser = await (await browserType(found)).launch(launchOptions(found))
  try {
    await Promise.all(servers.map((server) => server.ready))
    const [dyadUrl, bareUrl] = servers.map(({ url }) => url)
    const canvas = await measureCanvas(browser, dyadUrl)
    if (!canvas.width || !canvas.height) {
      throw new Error(`The graph's canvas is ${canvas.width} by ${canvas.height} pixels: nothing to compare.`)
    }
    const around = { browser, dyadUrl, bareUrl, bare, canvas, runs, parts, folder: files.path, say }
    const measured = []
    for (const size of own) measured.push(await measureSize(size, around))
    const groups = measured.flatMap((size) => size.groups)
    const growth = growthOf(
      measured
        .filter(({ id }) => id !== '300')
        .map(({ initiatives, groups: all }) => ({ initiatives, figures: all.flatMap(({ figures }) => figures) })),
    )
    if (growth.length > 0) groups.push({ title: 'Growth of the work with the number of initiatives', figures: growth })
    const results = {
      browser: browser.version(),
      processors: cpus().length,
      node: process.version,
      runs,
      canvas,
      elements: bare.count,
      noiseRule: NOISE_RULE,
      groups,
      isHeld: groups.every(({ figures }) => figures.every(isHeld)),
    }
    const head = `Chromium ${results.browser}, ${results.processors} processors, medians, ${canvas.width} by ${canvas.height} pixels`
    return { results, table: [head, '', tableOf(groups), '', NOISE_RULE].join('\n') }
  } finally {
    await browser.close()
    await Promise.all(servers.map((server) => server.close()))
    await bare.remove()
    files.remove()
  }
}

/** The entries of a list that is given as an option, all there are where it is not. */
function chosen(option, list, all) {
  const entries = list?.split(',').map((entry) => entry.trim()) ?? all
  const strange = entries.find((entry) => !all.includes(entry))
  if (strange !== undefined) throw new Error(`${option} ${strange} is none of ${all.join(', ')}.`)
  return entries
}

try {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string' },
      only: { type: 'string' },
      runs: { type: 'string', default: '9' },
      json: { type: 'boolean', default: false },
    },
  })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no count.`)
  const say = (line) => values.json || console.log(line)
  const { results, table } = await bench({ ...values, runs, say })
  const json = JSON.stringify(results, null, 2)
  await writeFile(join(root, 'bench-results.json'), `${json}\n`)
  console.log(values.json ? json : `\n${table}`)
  process.exitCode = results.isHeld ? 0 : 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
