import { t, writtenLanguage } from '../language/messages.ts'
import { pageHtml } from './reportPage.ts'
import type { Report, ReportCell, ReportPart, ReportSentence, ReportSource, ReportTable } from './reportModel.ts'
import { element, escaped } from './xml.ts'

/**
 * Writes a report as one page of HTML that needs nothing else: no script, no network, its picture drawn in it. It can be
 * read aloud, read on a phone, and printed.
 */
export function reportHtml(report: Report): string {
  const { title, sentence, asOf, parts, citation, licence, link } = report
  const headings = parts.map(({ id, heading }) => element('li', {}, element('a', { href: `#${id}` }, escaped(heading))))
  return pageHtml({
    language: writtenLanguage(),
    title,
    description: t('{sentence} As of {date}.', { sentence, date: asOf }),
    header: [
      `<h1>${escaped(title)}</h1>`,
      `<p class="sentence">${escaped(sentence)}</p>`,
      `<p class="muted">${escaped(t('As of {date}', { date: asOf }))}</p>`,
      headings.length > 1 ? `<nav aria-label="${escaped(t('Contents'))}">${element('ol', {}, ...headings)}</nav>` : '',
    ],
    main: parts.map(partHtml),
    footer: [
      `<h2>${escaped(t('How to cite'))}</h2>`,
      `<p>${escaped(citation)}</p>`,
      licence === '' ? '' : `<p class="muted">${escaped(t('Licence: {licence}', { licence }))}</p>`,
      link === ''
        ? ''
        : `<p>${element('a', { href: link, rel: 'noopener noreferrer' }, escaped(t('Open the same view in Dyad')))}</p>`,
    ],
  })
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
  const links = cites.map((number) => {
    const label = escaped(t('Source {number}', { number }))
    return `<a href="#source-${number}" aria-label="${label}">${number}</a>`
  })
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
  return `<div class="table" role="region" aria-label="${escaped(t('Table: {name}', { name: label }))}" tabindex="0">
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

/** @param language where it is not that of the page */
function inLanguage(text: string, language: string | undefined): string {
  return language === undefined ? escaped(text) : element('span', { lang: language }, escaped(text))
}

function cellHtml({ text, language, note, cites }: ReportCell, isName: boolean, isNumber: boolean): string {
  const inner = `${inLanguage(text, language)}${note === undefined ? '' : ` <small>${escaped(note)}</small>`}${citesHtml(cites)}`
  return isName ? `<th scope="row">${inner}</th>` : `<td${isNumber ? ' class="number"' : ''}>${inner}</td>`
}

function sourceHtml({ number, title, language, details, url }: ReportSource): string {
  const words = inLanguage(title, language)
  const name = url === '' ? words : element('a', { href: url, rel: 'noopener noreferrer' }, words)
  return `<li id="source-${number}" value="${number}">${name}. ${escaped(details)}</li>`
}
