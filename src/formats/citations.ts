import { dateInWords } from '../language/dates.ts'
import { language as spoken, onLanguage, t } from '../language/messages.ts'
import type { Texts } from '../model/outline.ts'
import type { SourceKind } from '../model/schema.ts'

/** Writes citations: of an initiative as a sentence, and of sources as BibTeX, RIS and CSL-JSON. */

/** A source as the texts hold it. */
export type CitedSource = Texts['sources'][string]

/** A format that sources can be saved in. */
export interface CitationFormat {
  label: string
  extension: string
  mediaType: string
  write: (sources: readonly CitedSource[]) => string
}

/** In the order of the menu. */
export const CITATION_FORMATS: readonly CitationFormat[] = [
  { label: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', write: writeBibtex },
  { label: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems', write: writeRis },
  { label: 'CSL-JSON', extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json', write: writeCslJson },
]

/** Every source once, in the order of its first citation; its place in the list is its number. */
export function numberSources(cited: Iterable<readonly string[]>): string[] {
  return [...new Set([...cited].flat())]
}

/** "9 March 2015"; "undated" where nothing is known. */
export function whenPublished({ date }: Pick<CitedSource, 'date'>): string {
  return date ? dateInWords(date) : t('undated')
}

let languages: Intl.DisplayNames | null = null
onLanguage(() => (languages = null))

/** "in Russian"; `null` for English, which goes without saying. */
export function languageInWords({ language }: Pick<CitedSource, 'language'>): string | null {
  if (language === 'en') return null
  languages ??= new Intl.DisplayNames(spoken().locale, { type: 'language' })
  return t('in {language}', { language: languages.of(language) ?? language })
}

/** Datasets come from anyone: no other address than one of the web becomes a link. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url)
}

/** A plain citation of one initiative: “Title” (id), as of 31 December 2015. In: the dataset's own citation. */
export function citeInitiative(
  initiative: { id: string; title: string },
  asOf: string,
  datasetCitation: string,
): string {
  return t('“{title}” ({id}), as of {date}. In: {citation}', {
    title: oneLine(initiative.title),
    id: initiative.id,
    date: dateInWords(asOf),
    citation: oneLine(datasetCitation),
  })
}

/** A source as one line of plain text: Title. Publisher, 9 March 2015. Address */
export function citeSource({ title, publisher, date, url }: CitedSource): string {
  const end = /[.?!]$/.test(title.trim()) ? '' : '.'
  return `${oneLine(title)}${end} ${oneLine(publisher)}, ${whenPublished({ date })}.${url ? ` ${url}` : ''}`
}

/** Sources as BibTeX, one `@misc` each; `date` is for biblatex, `year` for BibTeX itself. */
export function writeBibtex(sources: readonly CitedSource[]): string {
  return sources
    .map((source) => {
      const fields: [string, string][] = [
        // A second pair of braces keeps the capitals of the title.
        ['title', `{${escapeTex(source.title)}}`],
        ['publisher', escapeTex(source.publisher)],
      ]
      if (source.date) fields.push(['date', source.date], ['year', source.date.slice(0, 4)])
      if (source.url) fields.push(['url', texUrl(source.url)])
      fields.push(['language', escapeTex(source.language)])
      return `@misc{${source.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
    })
    .join('\n')
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeTex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? `\\${sign}`)
}

/** `url` is read as it stands, so only what would unbalance the braces around it has to be encoded. */
function texUrl(url: string): string {
  return url.replace(/[\\{}\s]/g, (sign) => encodeURIComponent(sign))
}

const RIS_TYPES: Record<SourceKind, string> = {
  official: 'GOVDOC',
  database: 'DATA',
  academic: 'GEN',
  'think-tank': 'RPRT',
  company: 'ELEC',
  news: 'NEWS',
  reference: 'ELEC',
  unstated: 'GEN',
}

/** Sources as RIS; its lines end with CR and LF. */
export function writeRis(sources: readonly CitedSource[]): string {
  const lines = sources.flatMap((source) => {
    const own = [
      ['TY', RIS_TYPES[source.kind] ?? 'ELEC'],
      ['ID', source.id],
      ['TI', oneLine(source.title)],
      ['PB', oneLine(source.publisher)],
    ]
    if (source.date) {
      const [year = '', month = '', day = ''] = source.date.split('-')
      own.push(['PY', year], ['DA', `${year}/${month}/${day}/`])
    }
    own.push(['LA', source.language])
    if (source.url) own.push(['UR', oneLine(source.url)])
    own.push(['ER', ''])
    return own.map(([tag, value]) => `${tag}  - ${value}\r\n`)
  })
  return lines.join('')
}

const CSL_TYPES: Record<SourceKind, string> = {
  official: 'webpage',
  database: 'dataset',
  academic: 'article',
  'think-tank': 'report',
  company: 'webpage',
  news: 'article-newspaper',
  reference: 'webpage',
  unstated: 'document',
}

/** Sources as CSL-JSON, as citeproc and Zotero read it. */
export function writeCslJson(sources: readonly CitedSource[]): string {
  const items = sources.map(({ id, title, publisher, date, url, kind, language }) => ({
    id,
    type: CSL_TYPES[kind] ?? 'webpage',
    title: oneLine(title),
    ...(kind === 'news' ? { 'container-title': oneLine(publisher) } : { publisher: oneLine(publisher) }),
    ...(date ? { issued: { 'date-parts': [date.split('-').map(Number)] } } : {}),
    ...(url ? { URL: url } : {}),
    language,
  }))
  return `${JSON.stringify(items, null, 2)}\n`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
