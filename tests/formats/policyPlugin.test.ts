import { describe, expect, it } from 'vitest'
import { headerFiles } from '../../src/formats/policyPlugin.ts'

const FOR_GOOD = 'public, max-age=31536000, immutable'

const files = headerFiles([
  'index.html',
  'icon.svg',
  'assets/first-B_tWEFAu.js',
  'fonts/CExRSvrf/arimo-greek-400-normal.woff',
  'dataset/outline-s1rcserV.json',
  'dataset/dyad.json',
])
const KEPT = { '/assets/*': FOR_GOOD, '/fonts/*': FOR_GOOD, '/dataset/outline-s1rcserV.json': FOR_GOOD }
const ASKED = { '/': 'no-cache', '/index.html': 'no-cache', '/icon.svg': 'no-cache', '/dataset/dyad.json': 'no-cache' }

describe('the header files', () => {
  it('say each file once: for good where its name has a hash, and to ask after it elsewhere', () => {
    const blocks = files['_headers']!.split('\n\n').map((block) => block.split('\n'))
    const said = blocks.flatMap(([path, ...lines]) =>
      lines.filter((line) => line.includes('Cache-Control')).map((line) => [path, line.replace(/^.*?: /, '')]),
    )
    expect(said).toHaveLength(7)
    expect(Object.fromEntries(said)).toEqual({ ...ASKED, ...KEPT })
  })

  it('say the same to Vercel', () => {
    const { headers } = JSON.parse(files['vercel.json']!) as {
      headers: { source: string; headers: { key: string; value: string }[] }[]
    }
    const said = headers.flatMap((own) =>
      own.headers
        .filter(({ key }) => key === 'Cache-Control')
        .map(({ value }) => [own.source.replace('(.*)', '*'), value]),
    )
    expect(Object.fromEntries(said)).toEqual({ ...ASKED, ...KEPT })
  })

  it('say it to Apache by the shape of the name, behind what goes for all others', () => {
    const text = files['.htaccess']!
    const shape = new RegExp(/m#(.*)#/.exec(text)![1]!)
    expect(shape.test('/dyad/assets/first-B_tWEFAu.js')).toBe(true)
    expect(shape.test('/dataset/outline-s1rcserV.json')).toBe(true)
    expect(shape.test('/fonts/CExRSvrf/arimo.json')).toBe(true)
    expect(shape.test('/dataset/dyad.json')).toBe(false)
    expect(text.indexOf(`Header set Cache-Control "${FOR_GOOD}"`)).toBeGreaterThan(
      text.indexOf('Header set Cache-Control "no-cache"'),
    )
  })
})
