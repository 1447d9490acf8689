import { escaped } from './xml.ts'

/** What stands in the page of a report, each part as HTML. */
export interface ReportPage {
  language: string
  title: string
  description: string
  header: readonly string[]
  main: readonly string[]
  footer: readonly string[]
}

/** The page of a report: what is around its texts, and how it looks. */
export function pageHtml({ language, title, description, header, main, footer }: ReportPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="description" content="${escaped(description)}">
<meta name="generator" content="Dyad">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${header.join('\n')}
</header>
<main>
${main.join('\n')}
</main>
<footer>
${footer.join('\n')}
</footer>
</body>
</html>
`
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
