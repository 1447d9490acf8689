import { describe, expect, it } from 'vitest'
import { embedQuery, isPermitted, permitsIn, PERMITS } from '../../src/state/edition.ts'
import { embedAddress, embedSnippet } from '../../src/studio/embed.ts'

describe('what the readers of an embed may change', () => {
  it('is written in the query and read from it', () => {
    expect(embedQuery(new Set(['details', 'asof']))).toBe('?embed=asof,details')
    expect([...permitsIn('?embed=asof,details')!]).toEqual(['asof', 'details'])
    expect(permitsIn(embedQuery(new Set(PERMITS)))).toEqual(new Set(PERMITS))
  })

  it('may be nothing, which is another thing than no embed', () => {
    expect(embedQuery(new Set())).toBe('?embed=none')
    expect(permitsIn('?embed=none')).toEqual(new Set())
    expect(permitsIn('?embed=')).toEqual(new Set())
    expect(permitsIn('?embed=everything,<b>')).toEqual(new Set())
    expect(permitsIn('')).toBeNull()
    expect(permitsIn('?other=1')).toBeNull()
  })

  it('is everything on the page of Dyad itself', () => {
    expect(PERMITS.every((own) => isPermitted(null, own))).toBe(true)
    const edition = { kind: 'embed', permits: new Set(['asof'] as const), home: null, holds: '' } as const
    expect(PERMITS.filter((own) => isPermitted(edition, own))).toEqual(['asof'])
  })
})

describe('the lines of HTML that embed a view', () => {
  it('name the page, what may be changed and what is chosen', () => {
    const address = embedAddress(
      'https://dyad.example/russia/?old=1#type=arms,energy&asof=2015-12-31',
      new Set(['asof']),
    )
    expect(address).toBe('https://dyad.example/russia/?embed=asof#type=arms,energy&asof=2015-12-31')
    expect(embedSnippet(address, 600, 'Arms and energy')).toBe(
      [
        '<iframe src="https://dyad.example/russia/?embed=asof#type=arms,energy&amp;asof=2015-12-31"',
        '  title="Arms and energy"',
        '  width="100%" height="600" style="border: 0" loading="lazy"></iframe>',
      ].join('\n'),
    )
  })

  it('cannot be left by a title or an address', () => {
    const snippet = embedSnippet('https://a.example/?x="><script>', 1e3 / 3, '"><script>alert(1)</script>\n&amp;')
    expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"')
    expect(snippet).toContain('src="https://a.example/?x=&quot;&gt;&lt;script&gt;"')
    expect(snippet).toContain('height="333"')
    expect(snippet.match(/[<>]/g)).toHaveLength(4)
  })
})
