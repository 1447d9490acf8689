import type { Report, ReportCell, ReportPart, ReportSentence, ReportSource, ReportTable } from './reportModel.ts'
import { element, escaped } from './xml.ts'

/**
 * Writes a report as one page of HTML that needs nothing else: no script, no network, its picture drawn in it. It can be
 * read aloud, read on a phone, and printed.
 */
export function reportHtml(report: Report): string {
  const { title, sentence, asOf, parts, citation, licence, link } = report
  const headings = parts.map(({ id, heading }) => element('li', {}, element('a', { href: `#${id}` }, escaped(heading))))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="description" content="${escaped(`${sentence} As of ${asOf}.`)}">
<meta name="generator" content="Dyad">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="sentence">${escaped(sentence)}</p>
<p class="muted">As of ${escaped(asOf)}</p>
${headings.length > 1 ? `<nav aria-label="Contents">${element('ol', {}, ...headings)}</nav>` : ''}
</header>
<main>
${parts.map(partHtml).join('\n')}
</main>
<footer>
<h2>How to cite</h2>
<p>${escaped(citation)}</p>
${licence === '' ? '' : `<p class="muted">Licence: ${escaped(licence)}</p>`}
${link === '' ? '' : `<p>${element('a', { href: link, rel: 'noopener noreferrer' }, 'The same, alive')}</p>`}
</footer>
</body>
</html>
`
}

function partHtml(part: ReportPart): string {
  const inner = [element('h2', { id: `${part.id}-heading` }, escaped(part.heading)), ...contentHtml(part)]
  return `<section id="${part.id}" aria-labelledby="${part.id}-heading">\n${inner.join('\n')}\n</section>`
}

function contentHtml(part: ReportPart): string[] {
  switch (part.kind) {
    case 'picture':
      // Ids in the picture are its own; the frame says how it is fitted to the page.
      return [`<figure>${part.svg.trim()}</figure>`]
    case 'sentences':
      return part.sentences.map(sentenceHtml)
    case 'table':
      return [
        tableHtml(part.table, part.heading, part.id),
        ...(part.note === '' ? [] : [`<p class="muted">${escaped(part.note)}</p>`]),
      ]
    case 'sources':
      return [`<ol class="sources">\n${part.sources.map(sourceHtml).join('\n')}\n</ol>`]
  }
}

function sentenceHtml({ text, items, cites }: ReportSentence): string {
  const list = items.map((item) => `<li>${escaped(item)}</li>`).join('')
  return `<p>${escaped(text)}${citesHtml(cites)}</p>${list === '' ? '' : `<ul>${list}</ul>`}`
}

/** The numbers of some sources, each a link to the source in the list. */
function citesHtml(cites: readonly number[] | undefined): string {
  if (!cites || cites.length === 0) return ''
  const links = cites.map((number) => `<a href="#source-${number}" aria-label="Source ${number}">${number}</a>`)
  return ` <span class="cites">${links.join(' ')}</span>`
}

function tableHtml({ groups, head, rows }: ReportTable, label: string, id: string): string {
  const groupRow =
    groups.length === 0
      ? ''
      : `<tr><td></td>${groups
          .map(({ label: own, span }) => `<th scope="colgroup" colspan="${span}">${escaped(own)}</th>`)
          .join('')}</tr>\n`
  const headRow = `<tr>${head
    .map(({ label: own, isNumber }) => `<th scope="col"${isNumber ? ' class="number"' : ''}>${escaped(own)}</th>`)
    .join('')}</tr>`
  const body = rows.map(({ cells, isTotal }) => {
    const written = cells.map((cell, i) => cellHtml(cell, i === 0, head[i]!.isNumber))
    return `<tr${isTotal ? ' class="total"' : ''}>${written.join('')}</tr>`
  })
  // What is wider than a phone is scrolled by itself, and by the keyboard too.
  return `<div class="table" role="region" aria-label="${escaped(`Table: ${label}`)}" tabindex="0">
<table class="${id}">
<thead>
${groupRow}${headRow}
</thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`
}

function cellHtml({ text, note, cites }: ReportCell, isName: boolean, isNumber: boolean): string {
  const inner = `${escaped(text)}${note === undefined ? '' : ` <small>${escaped(note)}</small>`}${citesHtml(cites)}`
  return isName ? `<th scope="row">${inner}</th>` : `<td${isNumber ? ' class="number"' : ''}>${inner}</td>`
}

function sourceHtml({ number, title, details, url }: ReportSource): string {
  const name = url === '' ? escaped(title) : element('a', { href: url, rel: 'noopener noreferrer' }, escaped(title))
  return `<li id="source-${number}" value="${number}">${name}. ${escaped(details)}</li>`
}

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 3rem; background: #fff; color: #1d1d1f;
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 1.8rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; line-height: 1.3; }
p, ul { margin: 0 0 .6rem; }
.sentence { font-size: 1.1rem; }
.muted, small { color: #5c5f66; }
small { font-size: .86em; white-space: nowrap; }
a { color: #1f4e8c; text-underline-offset: 2px; }
nav ol { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin: .8rem 0 0; padding: .6rem 0 0;
  border-top: 1px solid #c9c9c7; list-style: none; }
nav a { display: inline-block; min-height: 24px; }
figure { margin: 0; }
figure svg { display: block; width: 100%; height: auto; max-height: 90vh; }
.table { overflow-x: auto; }
.table:focus-visible, a:focus-visible { outline: 2px solid #1f4e8c; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .86rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid #e4e2de; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid #5c5f66; vertical-align: bottom; }
thead th[scope=colgroup] { border-bottom: 0; color: #5c5f66; font-weight: 600; }
th:first-child, td:first-child { padding-left: 0; }
tbody th { font-weight: 600; }
.number { text-align: right; }
.total th, .total td { border-top: 1px solid #1d1d1f; font-weight: 700; }
.cites { font-size: .92em; }
.cites a { display: inline-block; min-width: 26px; min-height: 24px; }
.initiatives { min-width: 44rem; }
.sources { padding-left: 3.2em; font-size: .9rem; overflow-wrap: anywhere; }
.sources li { margin-bottom: .3rem; }
.sources li:target { background: #f1efeb; }
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav { display: none; }
  h2 { break-after: avoid; }
  figure, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  table { font-size: 7.5pt; }
  a { color: inherit; text-decoration: none; }
  .cites a { min-width: 0; margin-right: .3em; }
  .initiatives { min-width: 0; }
  .sources a::after { content: ' ' attr(href); color: #5c5f66; }
}
`
