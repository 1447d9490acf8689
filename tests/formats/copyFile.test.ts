import { describe, expect, it } from 'vitest'
import { fillTemplate, partsIn, PARTS_PLACE, type CopyParts } from '../../src/formats/copyFile.ts'
import { copyPage } from '../../src/formats/copyPlugin.ts'

const PAGE = `<!doctype html><html><head>
<meta charset="utf-8" />
<meta
  name="description"
  content="The page"
/>
<link rel="icon" href="./icon.svg" type="image/svg+xml" />
<title>Dyad</title>
<script>var isDark</script>
</head><body><script type="module" src="/src/app/main.ts"></script></body></html>`

const template = copyPage(PAGE, {
  script: 'start("</script><!--")',
  style: 'a::after { content: "</style>" }',
  icon: 'PA==',
})

const parts: CopyParts = {
  language: 'en',
  messages: null,
  title: 'Arms',
  holds: 'A copy',
  permits: ['asof'],
  hash: 'type=arms',
  home: 'https://dyad.example/',
  outline: '{}',
  texts: '{}',
  flags: { ru: '<svg></svg>' },
  contextFlags: {},
}

/** The text of the element that holds what a copy shows. */
function jsonOf(html: string): string {
  const from = html.indexOf(PARTS_PLACE[0]) + PARTS_PLACE[0].length
  return html.slice(from, html.indexOf('</script>', from))
}

describe('the template of a copy', () => {
  it('asks for nothing: what the page fetched stands in it', () => {
    expect(template).not.toMatch(/(?:src|href)="(?!data:)/)
    expect(template).toContain('<link rel="icon" href="data:image/svg+xml;base64,PA==" />')
    expect(template).toMatch(
      /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[\w+/]+=' 'sha256-/,
    )
  })

  it('keeps a script and a style whole that name their own ends', () => {
    expect(template).toContain(String.raw`start("<\/script>\x3C!--")`)
    expect(template).toContain(String.raw`content: "<\/style>"`)
  })

  it('is refused where the page is another', () => {
    expect(() => copyPage('<html></html>', { script: '', style: '', icon: '' })).toThrow('index.html has no')
  })
})

describe('a copy', () => {
  it('gives back what was put into it', () => {
    expect(partsIn(jsonOf(fillTemplate(template, parts)))).toEqual(parts)
  })

  it('is not ended or changed by any title or text', () => {
    const hostile: CopyParts = {
      ...parts,
      title: `</title><script>alert("$&")</script> $1 & ${PARTS_PLACE.join('')}`,
      holds: `"><img src=x onerror=alert(1)> \u2028 <meta name="description" content="" />`,
      texts: '</script><!-- <script> \u2028\u2029 ]]> $` \\u003c',
    }
    const html = fillTemplate(template, hostile)
    expect(partsIn(jsonOf(html))).toEqual(hostile)
    // No more elements than in the template.
    expect(html.match(/<\/?(?:script|title|meta|img)/g)).toEqual(template.match(/<\/?(?:script|title|meta|img)/g))
    expect(jsonOf(html)).not.toMatch(/[<\u2028\u2029]/)
    expect(html).toContain('<title>&lt;/title>&lt;script>alert(&quot;$&amp;&quot;)')
  })

  it('is refused where the template is none', () => {
    expect(() => fillTemplate('<html></html>', parts)).toThrow('could not be read')
  })
})
