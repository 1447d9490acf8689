import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { dyad } from '../../src/terminal/dyad.ts'
import { readPdf } from '../pictures/pdfReader.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'dyad-terminal-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a command in this process. */
async function run(command: string) {
  const printed: Buffer[] = []
  const lines: string[] = []
  const status = await dyad(command.split(' '), {
    root,
    cwd: folder,
    cache: folder,
    version: '1.2.3',
    print: (text) => void printed.push(Buffer.from(text)),
    complain: (line) => void lines.push(line),
  })
  return { status, printed: Buffer.concat(printed), lines }
}

const ARMS = 'picture --type arms --as-of 2015-12-31 --focus IND'
const PNG = `${ARMS} --size 85x110mm --dpi 150 --background clear --site https://example.org/dyad/`
const NATIVE = 'picture --labels native --as-of 2015-12-31 --partner CHN,IND,JPN,KOR,VNM'
const inFolder = (file: string) => readFileSync(join(folder, file))

describe('dyad picture', () => {
  it('writes SVG', async () => {
    expect(await run(`${ARMS} -o arms.svg`)).toMatchObject({ status: 0 })
    const svg = inFolder('arms.svg').toString()
    expect(svg).toMatch(/^<svg [^>]*width="1200" height="900"/)
    expect(svg).toContain('>Arms: India and its partners</title>')
    // What the Filters say of arms at the end of 2015: 56 of the 263 initiatives that had begun.
    expect(svg).toContain('Arms, as of 31 December 2015: 56 of 263 initiatives')
    // The flag of the focus is in it, and nothing is fetched from elsewhere.
    expect(svg).toContain('id="flag-')
    expect(svg).not.toMatch(/href="(?!#)/)
  })

  it('writes PNG of the size, with its resolution and what it says of itself', async () => {
    await run(`${PNG} -o arms.png`)
    const { width, height, density, hasAlpha, comments } = await sharp(inFolder('arms.png')).metadata()
    // 85 mm are 321.26 px, at 150 of 96 dots 502.0; 110 mm are 649.6.
    expect([width, height]).toEqual([502, 650])
    expect(density).toBe(150)
    expect(hasAlpha).toBe(true)
    const texts = Object.fromEntries(comments!.map(({ keyword, text }) => [keyword, text]))
    expect(texts.Title).toBe('Arms: India and its partners')
    expect(texts.Description).toContain('56 of 263 initiatives')
    expect(texts.Source).toContain('CC BY 4.0')
    expect(texts.URL).toBe('https://example.org/dyad/#type=arms&asof=2015-12-31&focus=IND')
    // Letters and lines are drawn: not all is clear, and in the middle there is something.
    const { channels } = await sharp(inFolder('arms.png')).stats()
    expect(channels[3]!.mean).toBeGreaterThan(5)
    expect(channels[3]!.mean).toBeLessThan(200)
  })

  it('writes PDF with names in their own letters', async () => {
    expect(await run(`${NATIVE} -o native.pdf`)).toMatchObject({ status: 0 })
    const { text, fonts, width } = await readPdf(inFolder('native.pdf'))
    for (const name of ['Россия', 'Việt Nam', '中国', '日本', '한국', 'भारत']) expect(text).toContain(name)
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    // The Japanese way of writing Japan.
    expect(fonts.some(({ name }) => name.includes('NotoSansJP'))).toBe(true)
    expect(width).toBe(900)
  })

  it('writes the same bytes for the same command', async () => {
    for (const [command, file] of [
      [ARMS, 'arms.svg'],
      [`${PNG} --format png`, 'arms.png'],
      [`${NATIVE} --format pdf`, 'native.pdf'],
    ] as const) {
      const again = await run(`${command} -o -`)
      expect(again.printed.equals(inFolder(file)), file).toBe(true)
    }
  })

  // What each is known by: the selection of arms at the end of 2015, seen in another way.
  it.each([
    ['network', 'id="links"', 'Russia and India, Arms'],
    ['map', 'id="land"', 'Russia and India, Arms'],
    ['timeline', 'id="timeline"', 'India'],
    ['matrix', 'id="matrix"', 'India'],
    ['ledger', 'id="ledger"', 'All, each once'],
    ['series', 'id="series"', 'India'],
    ['course', 'id="course"', '2015'],
  ])('writes the view %s', async (view, group, words) => {
    const command = `picture --view ${view} --type arms --as-of 2015-12-31 --size slide -o -`
    const { status, printed, lines } = await run(command)
    expect(status).toBe(0)
    for (const line of lines) expect(line).toMatch(/^dyad: [^\n]*$/)
    const svg = printed.toString()
    expect(svg).toMatch(/^<svg [^>]*width="1280" height="720"/)
    for (const part of [group, words, 'As of 31 December 2015']) expect(svg).toContain(part)
    expect((await run(command)).printed.equals(printed)).toBe(true)
  })

  it('says in one line what is wrong, and writes nothing', async () => {
    expect(await run('picture --type arm -o none.svg')).toEqual({
      status: 2,
      printed: Buffer.alloc(0),
      lines: ['dyad: --type “arm” is none of arms, energy, diplomacy, economy, none; did you mean arms?'],
    })
    expect(existsSync(join(folder, 'none.svg'))).toBe(false)
    expect(await run('picture -o nowhere/none.svg')).toMatchObject({
      status: 1,
      lines: ['dyad: nowhere/none.svg cannot be written (there is no such folder)'],
    })
    expect(await run('picture --data nowhere -o none.svg')).toMatchObject({
      status: 1,
      lines: [expect.stringMatching(/^dyad: the data folder .*nowhere cannot be read$/)],
    })
    const broken = await run(`picture --data ${join(root, 'tests/fixtures/broken-data')} -o none.svg`)
    expect(broken.status).toBe(1)
    expect(broken.lines[0]).toMatch(/^dyad: the data have a fault: .*actors\.yaml:13 id: .* \(and 85 more/)
  })

  it('tells of itself', async () => {
    expect((await run('--version')).printed.toString()).toBe('1.2.3\n')
    const help = await run('picture --help')
    expect(help.status).toBe(0)
    expect(help.printed.toString()).toContain('--as-of DATE')
  })
})

describe('the command as a process', () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/dyad.mjs'), ...args], { cwd: folder, encoding: 'utf8' })

  it('writes where it is called, the same picture as here', async () => {
    const { status, stderr } = start(...ARMS.split(' '), '-o', 'called.svg')
    expect([status, stderr]).toEqual([0, ''])
    expect(inFolder('called.svg').equals(inFolder('arms.svg'))).toBe(true)
  }, 30_000)

  it('ends with status 2 where an option is wrong', () => {
    const { status, stdout, stderr } = start('picture', '--colour', 'red', '-o', 'none.svg')
    expect([status, stdout, stderr]).toEqual([2, '', 'dyad: there is no option --colour; see dyad picture --help\n'])
  })
})
